"""How far the whole file has been counted, and what went wrong with that."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from road_gui.fractal.survey import Survey
from road_gui.messages import percent_text

_STEPS = 1000
# What is done sooner needs no bar: it would but flash.
_PATIENCE_MS = 400


class CountingRow(QWidget):
    """A bar with a stop; after that a way to count after all; or a sentence.

    Parameters
    ----------
    survey : Survey
        Who counts.
    """

    def __init__(self, survey: Survey) -> None:
        super().__init__()
        self._survey = survey
        self._is_long = False
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._lose_patience)
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("The whole file is counted"))
        self.button = QPushButton()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.line, 0, 0)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.button, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        self.button.clicked.connect(self._press)
        survey.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how far it is."""
        survey = self._survey
        runs, sentence = survey.is_running, survey.sentence
        if not runs:
            self._is_long = False
            self._patience.stop()
        elif not self._is_long and not self._patience.isActive():
            self._patience.start()
        share = percent_text(survey.fraction)
        if runs:
            text = self.tr("Counting the whole file: {share}").format(share=share)
        elif sentence:
            text = self.tr("The whole file could not be counted: {error}").format(error=sentence)
        else:
            text = self.tr("Stopped: the whole file is not counted")
        self.line.setText(text)
        role = "bad" if sentence else "soft"
        if self.line.property("role") != role:
            self.line.setProperty("role", role)
            self.line.style().polish(self.line)
        self.bar.setVisible(runs)
        self.bar.setValue(round(survey.fraction * _STEPS))
        self.bar.setAccessibleDescription(text)
        self.button.setText(self.tr("Stop") if runs else self.tr("Count"))
        self.button.setToolTip(
            self.tr("Leave the whole file uncounted") if runs else self.tr("Count the whole file")
        )
        self.setVisible(self._is_long or survey.is_stopped)

    @Slot()
    def _lose_patience(self) -> None:
        self._is_long = self._survey.is_running
        self.refresh()

    @Slot()
    def _press(self) -> None:
        if self._survey.is_running:
            self._survey.stop()
        else:
            self._survey.start()
