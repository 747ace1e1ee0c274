"""The bar at the foot of the player: play, stop, where it is, how loud."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from road_gui.actions import tool_button
from road_gui.icons import icon
from road_gui.player.actions import PlayerActions
from road_gui.player.state import State
from road_gui.plots.ticks import clock_text
from road_gui.settings import Settings
from road_gui.spoken import Spoken

_DEFAULT_VOLUME = 80
_PLAY_ICON = QSize(24, 24)
_SLIDER_WIDTH = 96
_FRAME_WIDTH = 8
_FOCUS = """
QLabel { border: 1px solid transparent; border-radius: 4px; padding: 1px 3px; }
QLabel:focus { border-color: palette(highlight); }
"""


class Clock(QLabel):
    """Where the sound is and how long it is, in time or in samples; a click changes that.

    Screen readers hear of it about once a second, while it has the focus or they ask.

    Signals
    -------
    clicked()
        It was clicked.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Position and length"))
        self.setToolTip(
            self.tr("Where the sound is, and how long it is; click for samples or for time")
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet(_FOCUS)
        self._spoken = Spoken(self, self._as_words)
        self._texts = ("", "")
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_texts(self, here: str, whole: str) -> None:
        """Show a place and a length."""
        self.setText(f"{here} / {whole}")
        if (here, whole) != self._texts:
            self._texts = (here, whole)
            self._spoken.change()
        # Digits are equally wide: the bar does not twitch while they run.
        self.setMinimumWidth(
            max(
                self.minimumWidth(),
                self.fontMetrics().horizontalAdvance(f"{whole} / {whole}") + _FRAME_WIDTH,
            )
        )

    def _as_words(self) -> str:
        here, whole = self._texts
        return self.tr("{here} of {whole}").format(here=here, whole=whole)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class Transport(QWidget):
    """Buttons, clock, a sentence that tells what is going on, and the volume.

    Attributes
    ----------
    is_alarmed : bool
        Whether the sentence tells of something that went wrong.

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
        self._clock = Clock()
        self._place: tuple[float, float | None, float] = (0.0, None, 1.0)
        self._sentence, self.is_alarmed = "", False
        self._beside, self._below = QLabel(), QLabel()
        for status in (self._beside, self._below):
            status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            status.setAccessibleName(self.tr("State of the player"))
        self._below.setWordWrap(True)
        self._below.hide()
        self._volume = self._make_volume()
        self._lay_out()
        actions.mute.toggled.connect(self._follow_mute)
        actions.louder_requested.connect(self._change_volume)
        actions.mute.setChecked(settings.value("player/muted", False))
        self._clock.clicked.connect(actions.in_samples.toggle)
        actions.in_samples.setChecked(settings.value("player/in_samples", False))
        actions.in_samples.toggled.connect(self._follow_unit)
        self.show_state(State.EMPTY)
        self.show_place(0.0, None, 1.0)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 16, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(_button(self._actions.to_start, self.tr("Go to the beginning")))
        row.addWidget(self._play)
        row.addWidget(_button(self._actions.stop, self.tr("Stop")))
        row.addWidget(_button(self._actions.loop, self.tr("Loop")))
        row.addSpacing(8)
        row.addWidget(self._clock)
        row.addSpacing(12)
        row.addWidget(self._beside, 1)
        row.addSpacing(8)
        row.addWidget(self._mute)
        row.addWidget(self._volume)
        column.addLayout(row)
        column.addWidget(self._below)

    @property
    def volume(self) -> float:
        """Factor on all samples: the square of the slider, which ears take for even steps."""
        if self._actions.mute.isChecked():
            return 0.0
        return (self._volume.value() / 100) ** 2

    @property
    def level(self) -> float:
        """Where the slider is, 0.0 to 1.0."""
        return self._volume.value() / 100

    def set_level(self, level: float) -> None:
        """Move the slider."""
        self._volume.setValue(round(100 * min(1.0, max(0.0, level))))

    def show_place(self, seconds: float, length: float | None, rate_hz: float) -> None:
        """Show where a sound is, and how long it is, in seconds; its rate counts the samples."""
        self._place = (seconds, length, rate_hz)
        if self._actions.in_samples.isChecked():
            count = QLocale().toString
            whole = "–" if length is None else count(round(length * rate_hz))
            self._clock.show_texts(count(round(seconds * rate_hz)), whole)
        else:
            whole = "–:––" if length is None else clock_text(length, 1)
            # Down to the tenth that has begun, as clocks do.
            self._clock.show_texts(clock_text(int(seconds * 10) / 10, 1), whole)

    @Slot(bool)
    def _follow_unit(self, in_samples: bool) -> None:
        self._settings.set("player/in_samples", in_samples)
        self._clock.setMinimumWidth(0)
        self.show_place(*self._place)

    def show_state(self, state: State) -> None:
        """Show whether pressing the button would play or pause."""
        is_active = state in (State.PLAYING, State.STARTING)
        play = self._actions.play
        play.setText(self.tr("&Pause") if is_active else self.tr("&Play"))
        play.setIcon(icon("pause" if is_active else "play"))
        self._play.setAccessibleName(self.tr("Pause") if is_active else self.tr("Play"))

    def show_status(self, sentence: str, *, is_bad: bool = False) -> None:
        """Say what is going on."""
        self._sentence, self.is_alarmed = sentence, is_bad and bool(sentence)
        role = "bad" if is_bad else "soft"
        for status in (self._beside, self._below):
            if status.property("role") != role:
                status.setProperty("role", role)
                status.style().unpolish(status)
                status.style().polish(status)
        self._place_sentence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the sentence again."""
        super().resizeEvent(event)
        self._place_sentence()

    def _place_sentence(self) -> None:
        """Put it between the buttons, or, where it would be broken into lines there, below."""
        width = self._beside.fontMetrics().horizontalAdvance(self._sentence)
        fits = width <= self._beside.width()
        self._beside.setText(self._sentence if fits else "")
        self._below.setText("" if fits else self._sentence)
        self._below.setVisible(not fits)

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
