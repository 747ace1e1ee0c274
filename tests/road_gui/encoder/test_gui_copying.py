"""The other files of dropped folders come along, where that is ticked and all go to one folder."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_gui_convert import MakeSound, add, convert, leftovers

from road_gui.encoder.page import ConvertPage
from road_gui.encoder.queue_file import load_queue, save_queue
from road_gui.encoder.report_dialog import ReportDialog
from road_gui.main_window import MainWindow

OTHERS = ["cover.jpg", "deep/rip.log"]

pytestmark = pytest.mark.usefixtures("encoded_sound")


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    return window.convert


@pytest.fixture
def music(make_sound: MakeSound, tmp_path: Path) -> Path:
    """A folder with two sounds in a tree, and two other files."""
    folder = tmp_path / "music"
    (folder / "deep").mkdir(parents=True)
    make_sound("a.wav").rename(folder / "a.wav")
    make_sound("b.wav").rename(folder / "deep" / "b.wav")
    for name in OTHERS:
        (folder / name).write_text(name)
    return folder


@pytest.fixture
def out(qtbot: QtBot, page: ConvertPage, tmp_path: Path) -> Path:
    """The folder that everything goes to, with the box ticked by the keyboard."""
    form = page.panel.output
    form.set_folder(str(tmp_path / "out"))
    form.copy_others_box.setFocus()
    qtbot.keyClick(form.copy_others_box, Qt.Key.Key_Space)
    assert form.copy_others_box.isChecked()
    return tmp_path / "out"


def others(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".wav")
    return sorted(str(path.relative_to(folder)) for path in files)


def n_copied(page: ConvertPage) -> int:
    """Return how many files the line at the foot says were copied."""
    # Its plural comes from a translation, which may be newer or older than the text.
    match = re.search(r"(\d+) other file\S* copied", page._bottom.line.text())
    return int(match[1]) if match else 0


def test_they_come_along_in_their_tree(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    add(qtbot, page, music)
    convert(qtbot, page)
    assert others(out) == OTHERS
    assert (out / "deep" / "b.road.wav").exists()
    assert leftovers(out) == []
    assert n_copied(page) == 2
    assert not page.is_running


def test_without_the_box_they_stay(qtbot: QtBot, page: ConvertPage, music: Path, out: Path) -> None:
    page.panel.output.copy_others_box.click()
    add(qtbot, page, music)
    convert(qtbot, page)
    assert others(out) == []
    assert n_copied(page) == 0


def test_a_single_sound_brings_none_of_its_folder(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    add(qtbot, page, music / "a.wav")
    convert(qtbot, page)
    assert others(out) == []


def test_beside_the_sources_there_is_nothing_to_copy(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    page.panel.output.set_folder("")
    assert not page.panel.output.copy_others_box.isVisibleTo(page.panel.output)
    add(qtbot, page, music)
    convert(qtbot, page)
    assert others(music) == OTHERS
    assert not out.exists()


def test_a_retry_copies_nothing_again_and_a_folder_dropped_anew_does(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    box = page.panel.output.on_exists_box
    box.setCurrentIndex(box.findData("rename"))
    (music / "broken.wav").write_bytes(b"no sound")
    add(qtbot, page, music)
    convert(qtbot, page)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.retry.trigger()
        if not page.is_running:
            page.commands.start.trigger()
    assert others(out) == OTHERS
    add(qtbot, page, music)
    convert(qtbot, page)
    assert others(out) == ["cover (2).jpg", "cover.jpg", "deep/rip (2).log", "deep/rip.log"]


def test_what_is_there_already_is_left_alone_where_nobody_was_asked(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    out.mkdir()
    (out / "cover.jpg").write_text("mine")
    add(qtbot, page, music)
    convert(qtbot, page)
    assert (out / "cover.jpg").read_text() == "mine"
    assert n_copied(page) == 1


def test_what_cannot_be_copied_is_told_by_name(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    (out / "cover.jpg").mkdir(parents=True)  # a folder where the file should go
    box = page.panel.output.on_exists_box
    box.setCurrentIndex(box.findData("overwrite"))
    add(qtbot, page, music)
    convert(qtbot, page)
    assert n_copied(page) == 1
    assert "· 1 not copied ·" in page._bottom.line.text()
    totals, retry = page.queue.totals(), page.commands.retry
    dialog = ReportDialog(page.model, totals, retry, page._settings, page._theme, page)
    qtbot.addWidget(dialog)
    told = dialog.text.toPlainText()
    assert "Not copied: " in told
    assert str(out / "cover.jpg") in told


def test_stopping_copies_nothing_more(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path
) -> None:
    (music / "cover.jpg").write_bytes(bytes(200 << 20))
    add(qtbot, page, music)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()
        qtbot.waitUntil(lambda: bool(page.queue._copying), timeout=20_000)
        page.commands.stop.trigger()
    assert others(out) == []
    assert leftovers(out) == []
    assert [row.brings_others for row in page.model.rows] == [True, True]


def test_the_box_and_the_rows_are_remembered(
    qtbot: QtBot, page: ConvertPage, music: Path, out: Path, tmp_path: Path
) -> None:
    add(qtbot, page, music, music / "a.wav")
    save_queue(tmp_path / "queue.json", page.model.rows)
    restored = load_queue(tmp_path / "queue.json")
    assert [row.brings_others for row in restored] == [row.brings_others for row in page.model.rows]
    assert any(row.brings_others for row in restored)
    assert page._settings.value("output/copy_others", False) is True
    assert others(out) == []
