"""The report names every file, for people, for spreadsheets and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from road_gui.actions import ActionButton, make_action
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.queue import ConversionQueue
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.report import FIELDS, OBJECT_FIELDS, as_csv, as_json
from road_gui.encoder.report_dialog import ReportDialog
from road_gui.encoder.rows import Kind, Row, State
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme


@pytest.fixture
def model(qtbot: QtBot) -> QueueModel:
    done = Row(source=Path("/m/a, b.wav"), root=Path("/m"), kind=Kind.ENCODE, source_bytes=1000)
    done.state, done.target, done.target_bytes = State.DONE, Path("/m/a.road.wav"), 250
    done.seconds, done.took, done.snr_db = 12.0, 3.0, float("inf")
    done.used = Encoding(preset="Fine")
    failed = Row(source=Path("=1+1.wav"), root=Path(), kind=Kind.ENCODE, state=State.FAILED)
    failed.message = "Cannot be read: it is gone"
    failed.details = "Traceback\nValueError: lost\n"
    odd = Row(source=Path("/m/\udcff.road.wav"), root=Path("/m"), kind=Kind.DECODE)
    made = QueueModel()
    made.add([done, failed, odd])
    return made


def test_a_spreadsheet_reads_it_and_takes_no_name_for_a_formula(model: QueueModel) -> None:
    text = as_csv(model)
    text.encode()  # names that are no text have become text
    lines = list(csv.DictReader(io.StringIO(text)))
    assert tuple(lines[0]) == FIELDS
    assert lines[0]["source"] == "/m/a, b.wav"
    assert (lines[0]["ratio"], lines[0]["times_real_time"], lines[0]["snr_db"]) == (
        "0.25",
        "4.0",
        "inf",
    )
    assert lines[0]["preset"] == "Fine"
    assert lines[1]["source"] == "'=1+1.wav"
    assert lines[1]["message"] == "Cannot be read: it is gone"
    assert lines[2]["source"].startswith("/m/")


def test_a_program_reads_it(model: QueueModel) -> None:
    found = json.loads(as_json(model), parse_constant=pytest.fail)
    assert found["counts"]["done"] == 1
    assert found["counts"]["failed"] == 1
    assert found["saved_bytes"] == 750
    assert [tuple(file) for file in found["files"]] == [OBJECT_FIELDS] * 3
    assert found["files"][1]["message"] == "Cannot be read: it is gone"
    assert [file["details"] for file in found["files"]] == [
        None,
        "Traceback\nValueError: lost\n",
        None,
    ]
    assert [file["source_bytes"] for file in found["files"]] == [1000, None, None]
    assert found["files"][2]["source"] == "/m/\udcff.road.wav"
    assert found["files"][2]["codec"] is None


@pytest.fixture
def dialog(model: QueueModel, settings: Settings, theme: Theme, qtbot: QtBot) -> ReportDialog:
    retry = make_action(model, "&Retry failed")
    made = ReportDialog(model, ConversionQueue(model).totals(), retry, settings, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_failed_files_come_first_each_with_its_sentence(dialog: ReportDialog) -> None:
    assert dialog.line.text().startswith("1 file done · 1 failed · 1 waiting")
    lines = dialog.text.toPlainText().splitlines()
    assert lines[:2] == ["Failed: =1+1.wav", "    Cannot be read: it is gone"]
    dialog.copy.trigger()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1:3] == lines[:2]
    assert copied[-3:] == ["=1+1.wav:", "Traceback", "ValueError: lost"]


def test_its_button_retries_all_that_failed_whatever_is_selected(
    window: MainWindow, model: QueueModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.convert
    skipped = Row(source=Path("/m/s.wav"), root=Path("/m"), kind=Kind.ENCODE, state=State.SKIPPED)
    page.model.add([*model.rows, skipped])
    page.view.selectRow(3)
    monkeypatch.setattr(ReportDialog, "exec", lambda it: it.retry.trigger())
    again: list[list[Row]] = []
    monkeypatch.setattr(page.starter, "start", lambda rows: again.append(list(rows)))
    page.commands.report.trigger()
    assert again == [[model.row_at(1)]]
    assert skipped.state is State.SKIPPED


@pytest.mark.parametrize(
    ("typed", "kind", "written", "begins"),
    [
        ("a.csv", 0, "a.csv", "source,"),
        ("a.json", 0, "a.json", "{"),
        ("a", 0, "a.csv", "source,"),
        ("a", 1, "a.json", "{"),
    ],
)
def test_it_is_saved_as_the_name_or_the_dialog_says(
    typed: str,
    kind: int,
    written: str,
    begins: str,
    dialog: ReportDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "out"

    def choose(parent: object, title: str, name: str, filters: str) -> tuple[str, str]:
        return str(folder / typed), filters.split(";;")[kind]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog.save.trigger()
    assert [path.name for path in folder.iterdir()] == [written]
    assert (folder / written).read_text().startswith(begins)


def test_what_failed_is_tried_again_from_the_report(dialog: ReportDialog, qtbot: QtBot) -> None:
    button = next(one for one in dialog.findChildren(ActionButton) if one.text() == "Retry failed")
    with qtbot.waitSignals([dialog.retry.triggered, dialog.accepted]):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_where_it_cannot_be_saved_that_is_said(
    dialog: ReportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    name = str(tmp_path / "file" / "a.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    dialog.save.trigger()
    assert len(told) == 1


def test_it_opens_from_the_foot_of_the_page(
    window: MainWindow, model: QueueModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(ReportDialog, "exec", lambda it: shown.append(it.line.text()))
    page = window.convert
    assert not page.commands.report.isEnabled()
    page.model.add(model.rows)
    page.commands.report.trigger()
    assert shown[0].startswith("1 file done")
    assert "750\N{NO-BREAK SPACE}bytes saved" in shown[0]
