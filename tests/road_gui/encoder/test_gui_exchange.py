"""A queue is written and read back by people; what is wrong in a file harms nothing."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from road_codec import (
    DecodeOptions,
    FormatError,
    LimitError,
    RoadError,
    UnsupportedError,
    codec_named,
    finish,
)
from road_gui.encoder import queue_exchange
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.queue_exchange import read_queue, write_queue
from road_gui.encoder.rows import Kind, Row, State
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    return window.convert


def export(qtbot: QtBot, page: ConvertPage, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def choose(dialog: QFileDialog) -> int:
        assert dialog.defaultSuffix() == "json"
        dialog.selectFile(str(path))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    page.commands.export_queue.trigger()


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_a_queue_comes_back_with_the_settings_of_its_files(
    qtbot: QtBot,
    page: ConvertPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sounds = [make_sound("a.wav"), make_sound("deep/b.wav"), make_sound("c.wav")]
    params = codec_named("road-classic").params_type(smallest_range=16)
    encoding = Encoding(params=params, preset="Mine")
    options = DecodeOptions(oversample=Fraction(2), bits="24", keep_going=True)
    root = sounds[0].parent
    rows = [
        Row(source=sounds[0], root=root, kind=Kind.ENCODE, encoding=encoding),
        Row(source=sounds[1], root=root, kind=Kind.ENCODE, state=State.DONE),
        Row(source=sounds[2], root=root, kind=Kind.DECODE, options=options, decoded_suffix=".ogg"),
        Row(source=root / "gone.wav", root=root, kind=Kind.ENCODE, state=State.FAILED),
    ]
    assert not page.commands.export_queue.isEnabled()
    page.model.add(rows)
    path = tmp_path / "mine.json"
    with qtbot.waitSignal(page.status) as told:
        export(qtbot, page, monkeypatch, path)
    assert told.args[0].startswith("4 file")
    assert told.args[0].endswith(f" written to {path}")

    page.model.remove(rows)
    answer_with(monkeypatch, path)
    with qtbot.waitSignal(page.status) as told:
        page.commands.import_queue.trigger()
    assert told.args == ["3 files added · 1 not there any more"]
    again = page.model.rows
    assert [(row.source, row.root, row.kind) for row in again] == [
        (row.source, row.root, row.kind) for row in rows[:3]
    ]
    assert {row.state for row in again} == {State.QUEUED}
    assert again[0].encoding == encoding
    assert (again[2].options, again[2].decoded_suffix) == (options, ".ogg")
    assert again[0].source_bytes == sounds[0].stat().st_size

    with qtbot.waitSignal(page.status) as told:
        page.commands.import_queue.trigger()
    assert told.args == ["0 files added · 3 in the queue already · 1 not there any more"]


GOOD: dict[str, Any] = {"source": "/m/a.wav", "root": "/m", "kind": "encode"}


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"source": "a.wav"}, "source"),
        ({"source": "/m/../etc/a.wav"}, "source"),
        ({"source": "/m/a\0.wav"}, "source"),
        ({"source": "/m/" + "a" * 100_000}, "source"),
        ({"source": ["/m/a.wav"]}, "source"),
        ({"source": "/m"}, "root"),
        ({"root": "/n"}, "root"),
        ({"root": None}, "root"),
        ({"kind": "erase"}, "kind"),
        ({"kind": []}, "kind"),
        ({"encoding": {"codec": "of tomorrow", "preset": "", "params": {}}}, "of tomorrow"),
        ({"encoding": {"codec": [], "preset": "", "params": {}}}, "encoding"),
        ({"encoding": {"codec": "road-classic", "preset": "../x", "params": {}}}, "x"),
        ({"encoding": {"codec": "road-classic", "preset": 7, "params": {}}}, "preset"),
        ({"encoding": {"codec": "road-classic", "preset": "", "params": {"new": 1}}}, "new"),
        ({"encoding": {"codec": "road-classic", "preset": "", "params": [[]]}}, "encoding"),
        ({"encoding": None}, "encoding"),
        ({"options": {"oversample": "1e999999999"}, "decoded_suffix": ".wav"}, "oversample"),
        ({"options": {"keep_going": "yes"}, "decoded_suffix": ".wav"}, "keep_going"),
        ({"options": {"order_seed": True}, "decoded_suffix": ".wav"}, "order_seed"),
        ({"options": {"order_seed": 1e400}, "decoded_suffix": ".wav"}, "order_seed"),
        ({"options": {"passes": [1]}, "decoded_suffix": ".wav"}, "options"),
        ({"options": {}, "decoded_suffix": "/../../x"}, "decoded_suffix"),
        ({"options": {}, "decoded_suffix": ["."]}, "decoded_suffix"),
        ({"options": {}}, "decoded_suffix"),
    ],
)
def test_one_wrong_row_and_nothing_is_read(
    changed: dict[str, Any], named: str, tmp_path: Path
) -> None:
    path = tmp_path / "queue.json"
    path.write_text(json.dumps({"version": 1, "rows": [GOOD, GOOD | changed]}))
    with pytest.raises(FormatError, match="row 2: ") as error:
        finish(read_queue(path))
    assert named in str(error.value)
    assert len(str(error.value)) < 600


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", FormatError),
        ("\xff", FormatError),
        ("[" * 100_000, FormatError),
        ("[]", FormatError),
        ('{"version": 1}', FormatError),
        ('{"version": 1, "rows": {}}', FormatError),
        ('{"version": true, "rows": []}', FormatError),
        ('{"version": 1, "rows": [7]}', FormatError),
        ('{"version": 2, "rows": []}', UnsupportedError),
    ],
)
def test_what_is_no_queue_is_told_in_one_sentence(
    text: str,
    kind: type[RoadError],
    qtbot: QtBot,
    page: ConvertPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "queue.json"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(kind, match=str(path)):
        finish(read_queue(path))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    answer_with(monkeypatch, path)
    page.commands.import_queue.trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert "\n" not in told[0]
    assert page.model.rowCount() == 0


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "queue.json"
    with path.open("wb") as file:
        file.truncate(queue_exchange.GREATEST_FILE + 1)
    with pytest.raises(LimitError, match="32 MiB"):
        finish(read_queue(path))
    monkeypatch.setattr(queue_exchange, "MOST_ROWS", 1)
    path.write_text(json.dumps({"version": 1, "rows": [GOOD, GOOD]}))
    with pytest.raises(LimitError, match="2 rows"):
        finish(read_queue(path))


def test_where_it_cannot_be_written_that_is_said_and_the_old_one_stays(
    qtbot: QtBot, page: ConvertPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("old")
    page.model.add([Row(source=Path("/a.wav"), root=Path("/"), kind=Kind.ENCODE)])
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    export(qtbot, page, monkeypatch, tmp_path / "file" / "queue.json")
    qtbot.waitUntil(lambda: bool(told))
    assert (tmp_path / "file").read_text() == "old"


def test_what_is_written_can_be_compared_line_by_line(tmp_path: Path) -> None:
    rows = [Row(source=Path(f"/{n}.wav"), root=Path("/"), kind=Kind.ENCODE) for n in range(3)]
    assert finish(write_queue(tmp_path / "queue.json", rows)) == 3
    assert len((tmp_path / "queue.json").read_text().splitlines()) == 5
