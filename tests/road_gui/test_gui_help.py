"""What the Help menu shows: keys, the log, and what all of it is made of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_codec import usable_cores
from road_gui.help import AboutDialog, KeysDialog, LogDialog
from road_gui.log import bug_report
from road_gui.main_window import MainWindow


@pytest.mark.parametrize("kind", [AboutDialog, LogDialog, KeysDialog])
def test_every_control_has_a_name_and_is_reached_by_tab(
    kind: type[QDialog], window: MainWindow, qtbot: QtBot
) -> None:
    dialog = (
        KeysDialog(window.menus.titled_actions(), window) if kind is KeysDialog else kind(window)
    )
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    assert "Close" in walked(dialog)
    dialog.close()


@pytest.mark.parametrize("name", ["keys", "log", "about"])
def test_nothing_of_a_help_dialog_stays_when_it_is_closed(
    name: str, window: MainWindow, qapp: QApplication
) -> None:
    seen: list[str] = []

    def leave() -> None:
        dialog = qapp.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(type(dialog).__name__)
        dialog.reject()

    before = len(window.findChildren(QWidget))
    for _ in range(3):
        QTimer.singleShot(0, leave)
        getattr(window.commands, name).trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert seen == [f"{name.title()}Dialog"] * 3
    assert window.findChildren(QDialog) == []
    assert len(window.findChildren(QWidget)) == before


def test_the_list_of_keys_comes_from_the_menus(window: MainWindow) -> None:
    dialog = KeysDialog(window.menus.titled_actions(), window)
    text = dialog.text.toPlainText()
    assert "Ctrl+Return" in text
    assert "Retry" in text


def test_a_bug_report_names_what_runs(window: MainWindow) -> None:
    window.commands.bug_report.trigger()
    text = QApplication.clipboard().text()
    assert text == bug_report()
    for word in ("ROAD Studio", "Python 3", "Qt 6", "numpy", "click", "llvmlite", "shiboken6"):
        assert word in text
    assert "?" not in text.split("\n\n")[0]


@pytest.mark.parametrize("is_there", [True, False])
def test_the_licences_of_qt_are_shown_or_it_is_said_where_they_are(
    is_there: bool, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("road_gui.help._SYSTEM_TEXTS", tmp_path)
    if is_there:
        (tmp_path / "LGPL-3").write_text("the lesser text")
        (tmp_path / "GPL-3").write_text("the greater text")
    dialog = AboutDialog(window)
    dialog._choice.setCurrentIndex(dialog._choice.findData("PySide6-Essentials"))
    text = dialog._text.toPlainText()
    assert ("the lesser text" in text and "the greater text" in text) == is_there
    assert ("https://www.gnu.org/licenses/lgpl-3.0.html" in text) != is_there


def test_the_about_box_says_with_what_is_computed_and_played(window: MainWindow) -> None:
    text = AboutDialog(window).findChild(QLabel, "facts").text()
    assert f"{usable_cores()} thread" in text
    for word in ("GPU", "libsndfile 1", "ortAudio"):
        assert word in text
