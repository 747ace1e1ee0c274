"""The choice of the sound device, and how far it may run behind."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from road_gui.forms.fields import QuietComboBox
from road_gui.icons import icon
from road_gui.player.output import DEFAULT_LATENCY_SECONDS, Device
from road_gui.settings import Settings

_DEFAULT_MS = round(1000 * DEFAULT_LATENCY_SECONDS)


class DeviceChoice(QWidget):
    """A list of devices, a button that looks for new ones, and the latency.

    Signals
    -------
    changed()
        Another device or another latency was chosen.
    refresh_requested()
        The list is to be made anew.
    """

    changed = Signal()
    refresh_requested = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wanted = settings.value("player/device", "")
        self._box = QuietComboBox()
        self._box.setAccessibleName(self.tr("Sound device"))
        self._box.setToolTip(self.tr("What the sound is played on"))
        self._refresh = QToolButton()
        self._refresh.setIcon(icon("retry"))
        self._refresh.setAccessibleName(self.tr("Look for sound devices"))
        self._refresh.setToolTip(self.tr("Look for devices that were plugged in since"))
        self._latency = QSpinBox()
        self._latency.setRange(50, 500)
        self._latency.setSingleStep(10)
        self._latency.setKeyboardTracking(False)
        self._latency.setSuffix(self.tr(" ms"))
        self._latency.setAccessibleName(self.tr("Latency"))
        self._latency.lineEdit().setAccessibleName(self._latency.accessibleName())
        self._latency.setToolTip(
            self.tr("How far the device runs ahead. More is safer, less follows the volume faster.")
        )
        self._latency.setValue(settings.value("player/latency_ms", _DEFAULT_MS))
        self._note = QLabel()
        self._note.setProperty("role", "soft")
        self._note.setWordWrap(True)
        self._delay = QLabel()
        self._delay.setProperty("role", "soft")
        self._delay.setToolTip(
            self.tr(
                "What the device says of itself. Another sound comes in within 5 ms at the same "
                "instant of the sound; this long before, the device has taken what you hear now."
            )
        )
        self._latency.lineEdit().returnPressed.connect(self._latency.clearFocus)
        for widget in (self._box, self._refresh):
            # A click leaves the keys to the player; Tab still comes here.
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.set_devices([])
        self.show_note("")
        self.show_delay("")
        self._box.currentIndexChanged.connect(self._take_device)
        self._latency.valueChanged.connect(self._take_latency)
        self._refresh.clicked.connect(self.refresh_requested)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._box, 1)
        row.addWidget(self._refresh)
        latency = QHBoxLayout()
        label = QLabel(self.tr("Latency"))
        label.setBuddy(self._latency)
        latency.addWidget(label)
        latency.addStretch(1)
        latency.addWidget(self._latency)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addLayout(latency)
        column.addWidget(self._delay)

    @property
    def key(self) -> str:
        """Key of the chosen device; empty for the system's default."""
        return str(self._box.currentData() or "")

    @property
    def latency_seconds(self) -> float:
        """How far the device may run behind."""
        return self._latency.value() / 1000

    def set_devices(self, devices: Sequence[Device]) -> None:
        """Offer these devices; the one that was chosen before stays chosen while it is away."""
        blocker = QSignalBlocker(self._box)
        self._box.clear()
        default = next((device.name for device in devices if device.is_default), "")
        text = self.tr("System default")
        self._box.addItem(f"{text} ({default})" if default else text, "")
        for device in devices:
            self._box.addItem(device.name, device.key)
        if self._wanted and self._box.findData(self._wanted) < 0:
            name = self._wanted.split("|", 1)[0]
            self._box.addItem(self.tr("{name} (not there)").format(name=name), self._wanted)
        self._box.setCurrentIndex(max(0, self._box.findData(self._wanted)))
        blocker.unblock()

    def show_note(self, sentence: str) -> None:
        """Say what is wrong with the devices; nothing if it is empty."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def show_delay(self, sentence: str) -> None:
        """Say how late the open device is heard."""
        self._delay.setText(sentence)
        self._delay.setVisible(bool(sentence))

    @Slot()
    def _take_device(self) -> None:
        self._wanted = self.key
        self._settings.set("player/device", self._wanted)
        self.changed.emit()

    @Slot()
    def _take_latency(self) -> None:
        self._settings.set("player/latency_ms", self._latency.value())
        self.changed.emit()
