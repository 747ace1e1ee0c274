"""The dialogs of the Convert page can be used without a mouse and without eyes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_codec import DecodeOptions, PresetStore
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.existing_dialog import ExistingDialog
from road_gui.encoder.preset_dialog import PresetDialog
from road_gui.encoder.report_dialog import ReportDialog
from road_gui.encoder.row_settings import RowSettingsDialog
from road_gui.encoder.rows import Kind, Row
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

ROWS = [
    Row(source=Path("/a.wav"), root=Path("/"), kind=Kind.ENCODE, target=Path("/a.road.wav")),
    Row(source=Path("/b.road.wav"), root=Path("/"), kind=Kind.DECODE, target=Path("/b.wav")),
]


def report(window: MainWindow, theme: Theme) -> QDialog:
    page = window.convert
    totals, retry = page.queue.totals(), page.commands.retry
    return ReportDialog(page.model, totals, retry, Settings(), theme, window)


def row_settings(window: MainWindow, theme: Theme) -> QDialog:
    dialog = RowSettingsDialog(
        ROWS,
        encoding=Encoding(),
        options=DecodeOptions(),
        suffix=".wav",
        store=PresetStore(),
        parent=window,
    )
    assert dialog.encoding is not None
    assert dialog.decoding is not None
    dialog.encoding.form.more.set_open(True)
    dialog.decoding.params.more.set_open(True)
    return dialog


def existing(window: MainWindow, theme: Theme) -> QDialog:
    return ExistingDialog(ROWS, window)


def preset(window: MainWindow, theme: Theme) -> QDialog:
    return PresetDialog(PresetStore(), "road-classic", {}, None, window)


@pytest.mark.parametrize("make", [report, row_settings, existing, preset])
def test_every_control_has_a_name_and_is_reached_by_tab(
    make: Callable[[MainWindow, Theme], QDialog], window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    dialog = make(window, theme)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    assert walked(dialog)
    dialog.reject()
