"""The queue as a table keeps every promise that Qt asks of a model."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from road_gui.encoder.queue_model import ROW_ROLE, Column, QueueModel
from road_gui.encoder.rows import Kind, Row, State


def row(name: str, state: State = State.QUEUED, kind: Kind = Kind.ENCODE) -> Row:
    path = Path("/sounds") / name
    return Row(source=path, root=path.parent, kind=kind, source_bytes=1000, state=state)


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[QueueModel]:
    made = QueueModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Warning  # which fails the test
    tester = QAbstractItemModelTester(made, fatal)
    yield made
    del tester


def names(model: QueueModel) -> list[str]:
    return [str(model.index(number, Column.NAME).data()) for number in range(model.rowCount())]


def test_rows_come_and_go(model: QueueModel) -> None:
    assert model.add([row(f"{number}.wav") for number in range(6)]) == 6
    model.remove([model.row_at(number) for number in (0, 1, 3, 5)])
    assert names(model) == ["2.wav", "4.wav"]
    model.remove([])
    model.remove(model.rows)
    assert model.rowCount() == 0
    assert model.add([]) == 0


def test_what_waits_is_not_added_twice(model: QueueModel) -> None:
    assert model.add([row("a.wav"), row("a.wav"), row("b.wav")]) == 2
    assert model.add([row("a.wav")]) == 0
    assert model.add([row("a.wav", kind=Kind.DECODE)]) == 1
    model.row_at(0).state = State.DONE
    assert model.add([row("a.wav")]) == 1


def test_a_row_at_work_stays(model: QueueModel) -> None:
    model.add([row("a.wav", State.RUNNING), row("b.wav")])
    model.remove(list(model.rows))
    assert names(model) == ["a.wav"]


def test_clearing_leaves_what_needs_somebody(model: QueueModel) -> None:
    model.add([row(f"{state.value}.wav", state) for state in State])
    assert [one.state for one in model.finished()] == [State.DONE, State.SKIPPED]
    model.remove(model.finished())
    assert names(model) == ["queued.wav", "running.wav", "failed.wav", "stopped.wav"]


def test_retrying_makes_a_row_new(model: QueueModel, qtbot: QtBot) -> None:
    failed = row("a.wav", State.FAILED)
    failed.message, failed.fraction = "damaged", 0.5
    model.add([failed, row("b.wav", State.DONE)])
    with qtbot.waitSignal(model.dataChanged):
        assert model.retry(model.rows) == 1
    assert (failed.state, failed.message, failed.fraction) == (State.QUEUED, "", 0.0)
    assert model.row_at(1).state is State.DONE


def test_cells_say_what_a_row_knows(model: QueueModel) -> None:
    one = row("a.wav", State.RUNNING)
    one.fraction, one.speed, one.seconds_left = 0.42, 4.25, 75.0
    model.add([one])
    texts = [str(model.index(0, column).data()) for column in Column]
    assert texts[:5] == ["a.wav", "ROAD classic", "Custom", "Running", "42 %"]
    assert texts[5:] == ["4.3 ×", "1:15", "1.0 kB", "", "", ""]

    one.state, one.target_bytes, one.seconds, one.took = State.DONE, 250, 12.0, 3.0
    one.message, one.snr_db = "a tail was dropped", 31.62
    model.show(one)
    texts = [str(model.index(0, column).data()) for column in Column]
    assert texts[3:5] == ["Done", ""]
    assert texts[5:9] == ["4.0 ×", "", "1.0 kB → 250 bytes", "25 %"]
    assert texts[9:] == ["31.6 dB", "a tail was dropped"]


def test_a_size_that_is_not_known_is_not_shown(model: QueueModel) -> None:
    one = row("a.wav")
    one.source_bytes = 0
    model.add([one])
    assert model.index(0, Column.SIZE).data() == ""


def test_every_cell_tells_a_screen_reader_its_column(model: QueueModel) -> None:
    model.add([row("a.wav")])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.STATE).data(role) == "State: Queued"
    assert model.index(0, Column.NAME).data(ROW_ROLE) is model.row_at(0)
    for column in Column:
        assert model.headerData(column, Qt.Orientation.Horizontal)


def test_ten_thousand_rows_are_no_matter() -> None:
    model = QueueModel()
    model.add([row(f"{number}.wav") for number in range(10_000)])
    assert model.rowCount() == 10_000
    model.remove([one for number, one in enumerate(model.rows) if number % 1000])
    assert model.rowCount() == 10
