"""What the Codecs page writes is whole, and nothing else stays behind."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from comparing import CLASSIC, PATIENCE_MS, answer, files, impossible, run, states, take
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from road_codec import Scratch, codec_named
from road_gui.codecs.columns import Column
from road_gui.codecs.page import CodecsPage, scratch_root
from road_gui.codecs.rows import State
from road_gui.colours import LIGHT_PLOTS
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("encoded_sound")


def test_nothing_is_left_when_results_go_or_the_window_closes(
    qtbot: QtBot, window: MainWindow, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    assert len(files()) == 4 + 2
    page.commands.clear.trigger()
    assert page.model.rowCount() == 0
    page.commands.undo.trigger()
    assert states(page) == [State.DONE] * 4
    page.results.view.choose(page.model.rows[2])
    with qtbot.waitSignal(page.queue.finished, timeout=PATIENCE_MS):
        page.commands.again.trigger()
    assert states(page) == [State.DONE] * 4
    page.commands.clear.trigger()
    before = files()
    assert len(before) == 4 + 2
    run(qtbot, page)
    qtbot.waitUntil(lambda: not any(path.exists() for path in before))
    assert len(files()) == 4 + 2
    page.commands.clear.trigger()
    window.close()
    assert files() == []
    assert [path.name for path in scratch_root().iterdir()] == ["lock"]


def test_what_a_killed_window_left_goes_at_the_next_start(
    qtbot: QtBot, settings: Settings, theme: Theme
) -> None:
    dead = scratch_root() / "run-dead"
    dead.mkdir(parents=True)
    (dead / "lock").write_bytes(b"")
    (dead / "big.tqa").write_bytes(b"left")
    alive = Scratch(scratch_root())
    window = MainWindow(settings, theme)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not dead.exists())
    assert alive.path.exists()
    alive.close()
    window.close()


def test_an_encoded_file_can_be_kept(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    row = page.model.rows[0]
    page.results.view.choose(row)
    (tmp_path / "kept").mkdir()
    proposed = answer(monkeypatch, tmp_path / "kept" / "mine")
    with qtbot.waitSignal(page.status) as told:
        page.commands.save_encoded.trigger()
    assert proposed == [f"a ({row.setting.label}).road.wav"]
    (kept,) = (tmp_path / "kept").iterdir()
    assert kept.name == "mine.road.wav"
    assert kept.read_bytes() == row.trial.encoded.read_bytes()
    assert "mine.road.wav" in told.args[0]


def test_the_table_is_written_as_it_is_shown(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    page.panel.settings_view.model.add(impossible())
    run(qtbot, page)
    page.commands.orders[Column.BYTES].trigger()
    (tmp_path / "out").mkdir()
    assert answer(monkeypatch, tmp_path / "out" / "t.csv") == []
    page.commands.save_table.trigger()
    proposed = answer(monkeypatch, tmp_path / "out" / "t", "json")
    page.commands.save_table.trigger()
    assert proposed == ["a.codecs.csv"]

    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "t.csv").read_text())))
    sizes = [int(row["encoded_bytes"]) for row in rows[:-1]]
    assert sizes == sorted(row.trial.encoded_bytes for row in page.model.rows if row.trial)
    assert "the program of variant a" in rows[-1]["error"]
    whole = json.loads((tmp_path / "out" / "t.json").read_text())
    assert [one["setting"] for one in whole["results"]] == [row["setting"] for row in rows]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["t.csv", "t.json"]


def test_the_plot_is_written_as_pixels_and_as_lines(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not page.commands.save_plot.isEnabled()
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    (tmp_path / "out").mkdir()
    for name, kind in (("p", "png"), ("p", "svg")):
        answer(monkeypatch, tmp_path / "out" / name, kind)
        page.commands.save_plot.trigger()
    theme.set_mode("dark")
    answer(monkeypatch, tmp_path / "dark", "png")
    page.commands.save_plot.trigger()
    theme.set_mode("light")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["p.png", "p.svg"]
    image = QImage(str(tmp_path / "out" / "p.png"))
    assert image.width() >= 1440
    # On paper, whatever the theme.
    assert image.pixelColor(1, 1) == LIGHT_PLOTS.background
    assert QImage(str(tmp_path / "dark.png")) == image
    text = (tmp_path / "out" / "p.svg").read_text()
    assert QSvgRenderer(str(tmp_path / "out" / "p.svg")).isValid()
    for word in (codec_named(CLASSIC).title, "Signal-to-noise ratio, dB", "a.wav"):
        assert word in text


def test_what_cannot_be_written_is_told_and_the_old_file_stays(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    (tmp_path / "folder.csv").mkdir()
    answer(monkeypatch, tmp_path / "folder.csv")
    page.commands.save_table.trigger()
    assert "is a folder" in told[0]
    # Of a name that was completed the dialog has not asked.
    old = tmp_path / "old.csv"
    old.write_bytes(b"old")
    answer(monkeypatch, tmp_path / "old", "csv")
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: QMessageBox.StandardButton.No)
    page.commands.save_table.trigger()
    assert old.read_bytes() == b"old"
