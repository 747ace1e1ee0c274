"""What is compared: the sound, codecs and settings, and how many at once."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from road_codec import usable_cores
from road_gui.codecs.actions import CodecsActions
from road_gui.codecs.queue import Orders
from road_gui.codecs.settings_view import SettingsView
from road_gui.codecs.sound_form import SoundForm
from road_gui.jobs.job import JobRunner
from road_gui.settings import Settings

_WIDTH = 272


class ComparisonPanel(QFrame):
    """Everything that is said before codecs are run.

    Signals
    -------
    changed()
        After anything of it has changed.
    """

    changed = Signal()

    def __init__(
        self,
        commands: CodecsActions,
        settings: Settings,
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setProperty("side", "left")
        self.setFixedWidth(_WIDTH)
        self._settings = settings
        self.sound = SoundForm(commands.choose, settings, runner)
        self.settings_view = SettingsView(commands, settings)
        self.at_once_box = QSpinBox()
        self.at_once_box.setRange(1, usable_cores())
        self.at_once_box.setValue(settings.value("codecs/at_once", 1))
        self.at_once_box.setAccessibleName(self.tr("Settings at once"))
        self.at_once_box.setToolTip(
            self.tr(
                "More at once are done sooner on many processors, but slow each other down: "
                "for fair times let one run alone."
            )
        )
        self._lay_out()
        self.sound.changed.connect(self.changed)
        self.settings_view.changed.connect(self.changed)
        self.at_once_box.valueChanged.connect(self._keep)

    def orders(self) -> Orders | None:
        """Return what is to be measured, None as long as there is no sound."""
        if self.sound.sound is None:
            return None
        return Orders(
            sound=self.sound.sound,
            seconds=self.sound.seconds,
            settings=self.settings_view.model.checked(),
            at_once=self.at_once_box.value(),
        )

    def set_locked(self, is_locked: bool) -> None:
        """Let nothing be changed while work goes on by it."""
        self.sound.set_locked(is_locked)
        self.settings_view.tree.setDisabled(is_locked)
        self.at_once_box.setDisabled(is_locked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(_heading(self.tr("Sound")))
        column.addWidget(self.sound)
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
        column.addWidget(_heading(self.tr("Codecs and settings")))
        column.addWidget(self.settings_view, 1)
        row = QHBoxLayout()
        label = QLabel(self.tr("Settings at once"))
        label.setBuddy(self.at_once_box)
        row.addWidget(label)
        row.addStretch()
        self.at_once_box.setMinimumWidth(84)
        row.addWidget(self.at_once_box)
        column.addLayout(row)

    @Slot()
    def _keep(self) -> None:
        self._settings.set("codecs/at_once", self.at_once_box.value())
        self.changed.emit()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
