"""Asks where tables, plots and encoded files are to go, and says whether they got there."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from road_codec import RoadError, codec_named, copy_whole
from road_gui.codecs.export import write_plot, write_table
from road_gui.codecs.rows import Row
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain, path_text
from road_gui.plots.rate_plot import RatePlot
from road_gui.settings import Settings


class Saver(QWidget):
    """Dialogs for files, and the writing of them; never shown itself.

    Signals
    -------
    status(str)
        What was written.
    """

    status = Signal(str)

    def __init__(self, settings: Settings, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._runner = runner
        self.hide()

    def save_table(self, rows: Sequence[Row], stem: str) -> None:
        """Write results, as a table or as JSON."""
        target = self._ask(
            self.tr("Save the table"),
            f"{stem}.codecs.csv",
            {".csv": self.tr("Table (*.csv)"), ".json": self.tr("JSON (*.json)")},
        )
        if target is not None:
            self._write(target, lambda: write_table(target, rows))

    def save_plot(self, plot: RatePlot, heading: str, stem: str) -> None:
        """Write the plot, as pixels or as lines."""
        target = self._ask(
            self.tr("Save the plot"),
            f"{stem}.codecs.png",
            {".png": self.tr("Picture (*.png)"), ".svg": self.tr("Drawing (*.svg)")},
        )
        if target is not None:
            size, look = QSize(plot.size()), plot.look()
            self._write(target, lambda: write_plot(target, plot.chart, heading, size, look))

    def save_encoded(self, row: Row) -> None:
        """Copy the encoded file of a row to where somebody wants it."""
        if row.trial is None:
            return
        encoded, suffix = row.trial.encoded, codec_named(row.setting.codec).suffix
        target = self._ask(
            self.tr("Keep the encoded file"),
            encoded.name,
            {suffix: f"{row.title} (*{suffix})"},
        )
        if target is not None:
            job = Job(copy_whole(encoded, target, "overwrite"))
            job.succeeded.connect(self._tell)
            job.failed.connect(self._warn)
            self._runner.start(job)

    def _ask(self, title: str, name: str, filters: dict[str, str]) -> Path | None:
        """Ask for a name; the first ending completes one that has none of them."""
        folder = self._settings.value("folders/reports", str(Path.home()))
        chosen, chosen_filter = QFileDialog.getSaveFileName(
            self.window(), title, str(Path(folder) / name), ";;".join(filters.values())
        )
        if not chosen:
            return None
        target = Path(chosen)
        self._settings.set("folders/reports", str(target.parent))
        if any(target.name.lower().endswith(ending) for ending in filters):
            return target
        ending = next((end for end, text in filters.items() if text == chosen_filter), None)
        completed = target.with_name(f"{target.name}{ending or next(iter(filters))}")
        # Of a name that was completed the dialog has not asked.
        return completed if not completed.exists() or self._may_replace(title, completed) else None

    def _may_replace(self, title: str, target: Path) -> bool:
        answer = QMessageBox.question(
            self.window(),
            title,
            self.tr("{name} is there already. Replace it?").format(name=target.name),
            defaultButton=QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def _write(self, target: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except RoadError as error:
            self._warn(error)
        else:
            self._tell(target)

    @Slot(object)
    def _tell(self, target: Path) -> None:
        self.status.emit(self.tr("Written: {path}").format(path=path_text(target)))

    @Slot(object)
    def _warn(self, error: Exception) -> None:
        message = explain(error)
        QMessageBox.warning(self.window(), message.title, message.sentence)
