"""Where tables, plots and encoded files of the Codecs page go."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from road_codec import codec_named, copy_whole
from road_gui.codecs.export import write_plot, write_table
from road_gui.codecs.rows import Row
from road_gui.file_saving import FileSaver
from road_gui.jobs.job import Job, JobRunner
from road_gui.plots.rate_plot import RatePlot
from road_gui.settings import Settings


class Saver(FileSaver):
    """Asks for names, and writes."""

    def __init__(self, settings: Settings, runner: JobRunner, parent: QWidget) -> None:
        super().__init__(settings, parent)
        self._runner = runner

    def save_table(self, rows: Sequence[Row], stem: str) -> None:
        """Write results, as a table or as JSON."""
        target = self.ask(self.tr("Save the table"), f"{stem}.codecs.csv", self.table_kinds())
        if target is not None:
            self.write(target, lambda: write_table(target, rows))

    def save_plot(self, plot: RatePlot, heading: str, stem: str) -> None:
        """Write the plot, as pixels or as lines."""
        target = self.ask(self.tr("Save the plot"), f"{stem}.codecs.png", self.picture_kinds())
        if target is not None:
            chart, size, font = plot.chart, QSize(plot.size()), plot.font()
            self.write(target, lambda: write_plot(target, chart, heading, size, font))

    def save_encoded(self, row: Row) -> None:
        """Copy the encoded file of a row to where somebody wants it."""
        if row.trial is None:
            return
        encoded, suffix = row.trial.encoded, codec_named(row.setting.codec).suffix
        kinds = {suffix: f"{row.title} (*{suffix})"}
        target = self.ask(self.tr("Keep the encoded file"), encoded.name, kinds)
        if target is not None:
            job = Job(copy_whole(encoded, target, "overwrite"))
            job.succeeded.connect(self.tell)
            job.failed.connect(self.warn)
            self._runner.start(job)
