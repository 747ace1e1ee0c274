"""Asks where a file is to go, and says whether it got there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from road_codec import RoadError
from road_gui.messages import explain, path_text
from road_gui.settings import Settings


class FileSaver(QWidget):
    """Dialogs for files, and the writing of them; never shown itself.

    Parameters
    ----------
    settings : Settings
        Where the folder is kept that was chosen last.
    parent : QWidget
        Over whose window the dialogs stand.

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

    def table_kinds(self) -> dict[str, str]:
        """Return the kinds of a table, by their endings."""
        return {".csv": self.tr("Table (*.csv)"), ".json": self.tr("JSON (*.json)")}

    def picture_kinds(self) -> dict[str, str]:
        """Return the kinds of a picture, by their endings."""
        return {".png": self.tr("Picture (*.png)"), ".svg": self.tr("Drawing (*.svg)")}

    def ask(self, title: str, name: str, kinds: dict[str, str]) -> Path | None:
        """Ask for a name; one with none of the endings gets that of the kind that was chosen."""
        folder = self._settings.value("folders/reports", str(Path.home()))
        chosen, chosen_kind = QFileDialog.getSaveFileName(
            self.window(), title, str(Path(folder) / name), ";;".join(kinds.values())
        )
        if not chosen:
            return None
        target = Path(chosen)
        self._settings.set("folders/reports", str(target.parent))
        if any(target.name.lower().endswith(ending) for ending in kinds):
            return target
        ending = next((end for end, text in kinds.items() if text == chosen_kind), None)
        completed = target.with_name(f"{target.name}{ending or next(iter(kinds))}")
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

    def write(self, target: Path, write: Callable[[], None]) -> None:
        """Write a small file at once, and tell what came of it."""
        try:
            write()
        except RoadError as error:
            self.warn(error)
        else:
            self.tell(target)

    @Slot(object)
    def tell(self, target: Path) -> None:
        """Say that a file is there."""
        self.status.emit(self.tr("Written: {path}").format(path=path_text(target)))

    @Slot(object)
    def warn(self, error: Exception) -> None:
        """Say that a file could not be written."""
        message = explain(error)
        QMessageBox.warning(self.window(), message.title, message.sentence)
