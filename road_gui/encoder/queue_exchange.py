"""The queue as a file for people: written where they like, read back whole or not at all."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from road_codec import FormatError, LimitError, Progress, Task, UnsupportedError
from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.adding import Adder
from road_gui.encoder.intake import Intake
from road_gui.encoder.queue_file import VERSION, as_text, measure
from road_gui.encoder.queue_lines import line_of, read_settings, row_of
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Row
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.settings import Settings
from road_gui.whole_text import write_whole

GREATEST_FILE = 1 << 25
MOST_ROWS = 100_000
_ROWS_PER_STEP = 64


def write_queue(path: Path, rows: Iterable[Row]) -> Task[int]:
    """Write all rows with the settings of their own; return how many.

    Raises
    ------
    OSError
        If it cannot be written; what was there is still there.
    """
    lines: list[str] = []
    for number, row in enumerate(rows):
        if number % _ROWS_PER_STEP == 0:
            yield Progress(number, None, 1)
        lines.append(json.dumps(line_of(row)))
    write_whole(path, as_text(lines))
    return len(lines)


def read_queue(path: Path) -> Task[Intake]:
    """Read what `write_queue` wrote; files that are gone are counted and left out.

    Raises
    ------
    OSError, FormatError, LimitError, UnsupportedError
        If it cannot be read, anything in it is wrong, it is too large, or of a newer version.
    """
    lines = _lines_of(path)
    intake = Intake()
    for number, line in enumerate(lines):
        if number % _ROWS_PER_STEP == 0:
            yield Progress(number, len(lines), 1)
        try:
            row = row_of(line)
            read_settings(line, row)
        except FormatError as error:
            raise FormatError(f"{path}: row {number + 1}: {error}") from None
        if measure(row):
            intake.rows.append(row)
        else:
            intake.n_gone += 1
    return intake


def _lines_of(path: Path) -> list[Any]:
    with path.open("rb") as file:
        data = file.read(GREATEST_FILE + 1)
    if len(data) > GREATEST_FILE:
        raise LimitError(f"{path}: is larger than {GREATEST_FILE >> 20} MiB; no queue is")
    try:
        kept = json.loads(data)
    except (ValueError, RecursionError):
        raise FormatError(f"{path}: is no queue: no JSON can be read in it") from None
    rows = kept.get("rows") if isinstance(kept, dict) else None
    if not isinstance(rows, list):
        raise FormatError(f"{path}: is no queue: it has no list of rows")
    version = kept.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise FormatError(f"{path}: is no queue: it does not say of which version it is")
    if version > VERSION:
        raise UnsupportedError(f"{path}: is a queue of a newer program; update this one")
    if len(rows) > MOST_ROWS:
        raise LimitError(f"{path}: has {len(rows)} rows; {MOST_ROWS} are the most")
    return rows


class QueueExchange(QObject):
    """Asks for the file, and does the work in a thread.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    """

    status = Signal(str)

    def __init__(
        self,
        model: QueueModel,
        adder: Adder,
        commands: ConvertActions,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._model, self._adder = model, adder
        self._settings, self._widget = settings, parent
        self._runner = JobRunner(self)
        self._target = Path()
        commands.export_queue.triggered.connect(self._ask_where)
        commands.import_queue.triggered.connect(self._ask_which)

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        return self._runner.shut_down()

    @Slot()
    def _ask_where(self) -> None:
        dialog = QFileDialog(
            self._widget, self.tr("Export the queue"), self._folder(), self._filter()
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Given here, for it has to be there when the dialog asks whether to overwrite.
        dialog.setDefaultSuffix("json")
        dialog.selectFile("queue.json")
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return
        self._target = Path(chosen[0])
        self._keep_folder(self._target)
        job = Job(write_queue(self._target, list(self._model.rows)))
        job.succeeded.connect(self._tell_written)
        job.failed.connect(self._warn)
        self._runner.start(job)

    @Slot()
    def _ask_which(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._widget, self.tr("Import a queue"), self._folder(), self._filter()
        )
        if not name:
            return
        self._keep_folder(Path(name))
        job = Job(read_queue(Path(name)))
        job.failed.connect(self._warn)
        self._adder.run(job)

    def _filter(self) -> str:
        return self.tr("Queues (*.json)")

    def _folder(self) -> str:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        home = QStandardPaths.writableLocation(documents)
        return self._settings.value("folders/queue", home)

    def _keep_folder(self, path: Path) -> None:
        self._settings.set("folders/queue", str(path.parent))

    @Slot(object)
    def _tell_written(self, n_rows: int) -> None:
        text = self.tr("%n file(s) written to {path}", "", n_rows)
        self.status.emit(text.format(path=self._target))

    @Slot(object)
    def _warn(self, error: Exception) -> None:
        message = explain(error)
        QMessageBox.warning(self._widget, message.title, message.sentence)
