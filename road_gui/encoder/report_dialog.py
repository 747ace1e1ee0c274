"""The end report: counts, every file that failed with its reason, and ways to keep it."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import ActionButton, make_action
from road_gui.encoder.queue import Totals
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.report import as_csv, as_json
from road_gui.encoder.rows import State
from road_gui.encoder.summary import Summary
from road_gui.icons import pixmap
from road_gui.messages import explain
from road_gui.settings import Settings
from road_gui.theme import Theme
from road_gui.whole_text import write_whole

_ICON = 20


class ReportDialog(QDialog):
    """Says what became of the queue; copies it, saves it as a table or as JSON, tries again."""

    def __init__(
        self,
        model: QueueModel,
        totals: Totals,
        retry: QAction,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._settings, self._theme = model, settings, theme
        self._summary = Summary(self)
        self.setWindowTitle(self.tr("Report"))
        self.line = QLabel(self._summary.of_end(totals))
        self.line.setProperty("role", "heading")
        self.line.setWordWrap(True)
        self.text = QPlainTextEdit(self._summary.of_files(totals, list(model.rows)))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What became of every file"))
        self.copy = make_action(
            self, self.tr("&Copy"), picture="copy", tip=self.tr("Copy the report as text")
        )
        self.save = make_action(
            self,
            self.tr("&Save as…"),
            picture="save",
            tip=self.tr("Save the report as a table (CSV) or as JSON, with sizes and speeds"),
        )
        self.retry = retry
        self._full = self._summary.report(totals, list(model.rows))
        self._signs: list[tuple[QLabel, State]] = []
        self._lay_out()
        theme.changed.connect(self._draw_signs)
        self._draw_signs()
        self.copy.triggered.connect(self._copy)
        self.save.triggered.connect(self._save)
        self.resize(680, 440)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        for state in (State.DONE, State.SKIPPED, State.FAILED, State.STOPPED):
            if n_rows := self._model.count(state):
                head.addWidget(self._count(state, n_rows))
        head.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(ActionButton(self.copy))
        buttons.addWidget(ActionButton(self.save))
        if self._model.count(State.FAILED):
            button = ActionButton(self.retry)
            # The report is of what was: whoever goes on wants to see the queue.
            button.clicked.connect(self.accept)
            buttons.addWidget(button)
        buttons.addStretch()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    def _count(self, state: State, n_rows: int) -> QWidget:
        """Return a sign, a number and a word."""
        box = QFrame()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign = QLabel()
        self._signs.append((sign, state))
        row.addWidget(sign)
        row.addWidget(QLabel(f"{state.label}: {n_rows}"), 0, Qt.AlignmentFlag.AlignVCenter)
        return box

    @Slot()
    def _draw_signs(self) -> None:
        for sign, state in self._signs:
            colour = self._theme.colours.of_state(state.value)
            sign.setPixmap(pixmap(state.icon, _ICON, colour, self.devicePixelRatioF()))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._full)

    @Slot()
    def _save(self) -> None:
        folder = Path(self._settings.value("folders/report", str(Path.home())))
        csv, json = self.tr("Table (*.csv)"), self.tr("JSON (*.json)")
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(folder / "report.csv"), f"{csv};;{json}"
        )
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_name(path.name + (".json" if kind == json else ".csv"))
        write = as_json if path.suffix.lower() == ".json" else as_csv
        try:
            write_whole(path, write(self._model))
        except OSError as error:
            message = explain(error)
            QMessageBox.warning(self, message.title, message.sentence)
            return
        self._settings.set("folders/report", str(path.parent))
