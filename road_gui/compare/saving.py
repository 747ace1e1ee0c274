"""Asks where measures and pictures are to go, and says whether they got there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from road_codec import RoadError
from road_gui.compare.export import write_measures, write_picture
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.opening import OpenPair
from road_gui.compare.survey import Survey
from road_gui.messages import explain, path_text
from road_gui.settings import Settings


class Saver(QWidget):
    """Dialogs for files, and the writing of them; never shown itself.

    Signals
    -------
    status(str)
        What was written.
    """

    status = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.hide()

    def save_measures(
        self, pair: OpenPair, survey: Survey, selection: tuple[int, int] | None
    ) -> None:
        """Write what was measured, as a table or as JSON."""
        whole, stretch = survey.whole, survey.stretch
        if whole is None:
            return
        target = self._ask(
            self.tr("Save the measures"),
            f"{pair.decoded.stem}.measures.csv",
            {".csv": self.tr("Table (*.csv)"), ".json": self.tr("JSON (*.json)")},
        )
        if target is not None:
            self._write(target, lambda: write_measures(target, pair, whole, stretch, selection))

    def save_picture(self, pair: OpenPair, lanes: LanesView) -> None:
        """Write what is seen, as pixels or as lines."""
        target = self._ask(
            self.tr("Save the picture"),
            f"{pair.decoded.stem}.compared.png",
            {".png": self.tr("Picture (*.png)"), ".svg": self.tr("Drawing (*.svg)")},
        )
        if target is not None:
            self._write(target, lambda: write_picture(target, lanes, pair))

    def _ask(self, title: str, name: str, filters: dict[str, str]) -> Path | None:
        folder = self._settings.value("folders/reports", str(Path.home()))
        chosen, chosen_filter = QFileDialog.getSaveFileName(
            self.window(), title, str(Path(folder) / name), ";;".join(filters.values())
        )
        if not chosen:
            return None
        target = Path(chosen)
        self._settings.set("folders/reports", str(target.parent))
        if target.suffix.lower() in filters:
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
            message = explain(error)
            QMessageBox.warning(self.window(), message.title, message.sentence)
            return
        self.status.emit(self.tr("Written: {path}").format(path=path_text(target)))
