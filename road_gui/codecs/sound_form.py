"""The sound that all codecs are given: which, and how much of it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_codec import SoundFormat, look_at_sound
from road_gui.actions import ActionButton
from road_gui.elided_label import ElidedLabel
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import duration_text, explain, path_text, rate_text
from road_gui.settings import Settings

_SECONDS, _FEWEST, _MOST = 10.0, 0.1, 36_000.0


class SoundForm(QWidget):
    """Shows the sound, looks into it in a thread, and lets its beginning be used alone.

    Parameters
    ----------
    choose : QAction
        What asks for another sound.
    settings : Settings
        How much is used is kept here.
    runner : JobRunner
        Who looks into the sound.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    changed()
        After another sound, or another length of it, was chosen, or it was looked into.
    """

    changed = Signal()

    def __init__(
        self,
        choose: QAction,
        settings: Settings,
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._runner = runner
        self._path: Path | None = None
        self._job: Job | None = None
        self._is_good = False
        self.name = ElidedLabel()
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.choose = ActionButton(choose)
        self.only_first = QCheckBox(self.tr("Only the first"))
        self.seconds_box = QDoubleSpinBox()
        self._fill()
        self._lay_out()
        self._say(self.tr("No sound yet: drop one here, or choose it."), "soft")
        self.only_first.toggled.connect(self._keep)
        self.seconds_box.valueChanged.connect(self._keep)

    @property
    def sound(self) -> Path | None:
        """The sound, None as long as there is none that can be used."""
        return self._path if self._is_good else None

    @property
    def path(self) -> Path | None:
        """What was chosen, whether it can be used or not."""
        return self._path

    @property
    def seconds(self) -> float | None:
        """How much of it is used, from its beginning; None for all."""
        return self.seconds_box.value() if self.only_first.isChecked() else None

    def take(self, path: Path) -> None:
        """Take another sound."""
        if self._job is not None:
            self._job.cancel()
        self._path, self._is_good = path, False
        self.name.setText(path.name)
        self.name.setToolTip(path_text(path))
        self.name.show()
        self._say(self.tr("Looking into it…"), "soft")
        job = Job(look_at_sound(path))
        job.succeeded.connect(self._approve)
        job.failed.connect(self._refuse)
        self._job = job
        self._runner.start(job)
        self.changed.emit()

    def set_locked(self, is_locked: bool) -> None:
        """Let nothing be changed while work goes on."""
        self.only_first.setDisabled(is_locked)
        self.seconds_box.setDisabled(is_locked or not self.only_first.isChecked())

    def _fill(self) -> None:
        self.only_first.setChecked(self._settings.value("codecs/only_first", True))
        self.only_first.setToolTip(
            self.tr("A few seconds tell most. Without the mark the whole sound is used.")
        )
        box = self.seconds_box
        box.setRange(_FEWEST, _MOST)
        box.setDecimals(1)
        box.setSuffix(self.tr(" s"))
        box.setValue(self._settings.value("codecs/seconds", _SECONDS))
        box.setAccessibleName(self.tr("Seconds of the sound that are used"))
        box.setEnabled(self.only_first.isChecked())

    def _lay_out(self) -> None:
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.name.hide()
        length = QHBoxLayout()
        length.setSpacing(8)
        length.addWidget(self.only_first)
        length.addWidget(self.seconds_box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(self.choose)
        column.addLayout(length)

    @Slot(object)
    def _approve(self, sound: SoundFormat) -> None:
        if self.sender() is self._job:
            self._is_good = True
            self._say(self._facts_of(sound), "soft")
            self.changed.emit()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if self.sender() is self._job:
            # The name stands above already.
            sentence = explain(error).line.replace(f"{self._path}: ", "", 1)
            self._say(sentence, "bad")
            self.changed.emit()

    def _facts_of(self, sound: SoundFormat) -> str:
        facts = [
            rate_text(sound.rate_hz),
            self.tr("%n channel(s)", "", sound.n_channels),
            self.tr("{bits} bits").format(bits=sound.sample_type.bits),
        ]
        if sound.seconds is not None:
            facts.append(duration_text(sound.seconds))
        return " · ".join(facts)

    def _say(self, text: str, role: str) -> None:
        self.facts.setText(text)
        self.facts.setProperty("role", role)
        self.facts.style().polish(self.facts)

    @Slot()
    def _keep(self) -> None:
        self.seconds_box.setEnabled(self.only_first.isChecked())
        self._settings.set("codecs/only_first", self.only_first.isChecked())
        self._settings.set("codecs/seconds", self.seconds_box.value())
        self.changed.emit()
