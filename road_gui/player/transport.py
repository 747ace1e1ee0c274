"""The bar at the foot of the player: play, stop, where it is, how loud."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from road_gui.actions import tool_button
from road_gui.icons import icon
from road_gui.player.actions import PlayerActions
from road_gui.player.engine import State
from road_gui.plots.ticks import clock_text
from road_gui.settings import Settings

_DEFAULT_VOLUME = 80
_PLAY_ICON = QSize(24, 24)
_SLIDER_WIDTH = 120


class Transport(QWidget):
    """Buttons, clock, a line that tells what is going on, and the volume.

    Signals
    -------
    volume_changed(float)
        Factor on all samples, 0.0 to 1.0.
    """

    volume_changed = Signal(float)

    def __init__(
        self, actions: PlayerActions, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._settings = settings
        self._play = _button(actions.play, self.tr("Play"), _PLAY_ICON)
        self._mute = _button(actions.mute, self.tr("Mute"))
        self._clock = QLabel()
        self._clock.setAccessibleName(self.tr("Position and length"))
        self._clock.setToolTip(self.tr("Where the sound is, and how long it is"))
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._status.setAccessibleName(self.tr("State of the player"))
        self._volume = self._make_volume()
        self._lay_out()
        actions.mute.toggled.connect(self._follow_mute)
        actions.louder_requested.connect(self._change_volume)
        actions.mute.setChecked(settings.value("player/muted", False))
        self.show_state(State.EMPTY)
        self.show_place(0.0, None)

    def _make_volume(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(_SLIDER_WIDTH)
        slider.setAccessibleName(self.tr("Volume"))
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.setValue(min(100, max(0, self._settings.value("player/volume", _DEFAULT_VOLUME))))
        slider.valueChanged.connect(self._follow_volume)
        return slider

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(4)
        row.addWidget(_button(self._actions.to_start, self.tr("Go to the beginning")))
        row.addWidget(self._play)
        row.addWidget(_button(self._actions.stop, self.tr("Stop")))
        row.addSpacing(8)
        row.addWidget(self._clock)
        row.addSpacing(16)
        row.addWidget(self._status, 1)
        row.addSpacing(16)
        row.addWidget(self._mute)
        row.addWidget(self._volume)
        font = self._clock.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._clock.setFont(font)
        self._clock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @property
    def volume(self) -> float:
        """Factor on all samples: the square of the slider, which ears take for even steps."""
        if self._actions.mute.isChecked():
            return 0.0
        return (self._volume.value() / 100) ** 2

    @property
    def is_alarmed(self) -> bool:
        """Whether the line tells of something that went wrong."""
        return bool(self._status.text()) and self._status.property("role") == "bad"

    def show_place(self, seconds: float, length: float | None) -> None:
        """Show where the sound is."""
        whole = "–:––" if length is None else clock_text(length, 1)
        # Down to the tenth that has begun, as clocks do.
        here = clock_text(int(seconds * 10) / 10, 1)
        self._clock.setText(f"{here} / {whole}")
        # Digits are equally wide: the bar does not twitch while they run.
        self._clock.setMinimumWidth(
            max(
                self._clock.minimumWidth(),
                self._clock.fontMetrics().horizontalAdvance(f"{whole} / {whole}"),
            )
        )

    def show_state(self, state: State) -> None:
        """Show whether pressing the button would play or pause."""
        is_active = state in (State.PLAYING, State.STARTING)
        play = self._actions.play
        play.setText(self.tr("&Pause") if is_active else self.tr("&Play"))
        play.setIcon(icon("pause" if is_active else "play"))
        self._play.setAccessibleName(self.tr("Pause") if is_active else self.tr("Play"))

    def show_status(self, sentence: str, *, is_bad: bool = False) -> None:
        """Say what is going on."""
        role = "bad" if is_bad else "soft"
        if self._status.property("role") != role:
            self._status.setProperty("role", role)
            self._status.style().unpolish(self._status)
            self._status.style().polish(self._status)
        self._status.setText(sentence)
        self._status.setToolTip(sentence)

    @Slot(int)
    def _change_volume(self, by: int) -> None:
        self._actions.mute.setChecked(False)
        self._volume.setValue(self._volume.value() + by)

    @Slot(int)
    def _follow_volume(self, value: int) -> None:
        self._settings.set("player/volume", value)
        if value:
            self._actions.mute.setChecked(False)
        self._tell()

    @Slot(bool)
    def _follow_mute(self, is_muted: bool) -> None:
        self._settings.set("player/muted", is_muted)
        self._tell()

    def _tell(self) -> None:
        is_muted = self._actions.mute.isChecked()
        self._actions.mute.setIcon(icon("mute" if is_muted else "volume"))
        percent = self.tr("{volume} %").format(volume=self._volume.value())
        self._volume.setToolTip(self.tr("Muted") if is_muted else self.tr("Volume") + f" {percent}")
        self.volume_changed.emit(self.volume)


def _button(action: QAction, name: str, size: QSize | None = None) -> QToolButton:
    button = tool_button(action, with_text=False)
    button.setAccessibleName(name)
    # A click leaves the keys to the player; Tab still comes here.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if size is not None:
        button.setIconSize(size)
    return button
