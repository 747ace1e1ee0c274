"""Says at the foot of the player at which rate the sound is made and played."""

from PySide6.QtCore import QObject, Slot

from road_gui.player.choices import ChoicesPanel
from road_gui.player.device import Opened
from road_gui.player.engine import Engine
from road_gui.player.opening import OpenFile
from road_gui.player.programme import Lane, Programme
from road_gui.player.transport import Transport
from road_gui.player.wave_view import WaveView
from road_gui.player.words import playing_text, rate_text, reckoning_text


class RateTeller(QObject):
    """Follows engine and sound card, and tells the rate of what is heard.

    Parameters
    ----------
    engine : Engine
        What plays.
    choices : ChoicesPanel
        Which rate was chosen.
    transport : Transport
        Where it is said.
    view : WaveView
        Where it is marked above what the original has nothing.
    parent : QObject, optional
        Owner.
    """

    def __init__(
        self,
        engine: Engine,
        choices: ChoicesPanel,
        transport: Transport,
        view: WaveView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._choices, self._transport = engine, choices, transport
        self._view, self._is_blind = view, False
        self._file: OpenFile | None = None
        self._programme: Programme | None = None
        self._device: Opened | None = None
        engine.opened.connect(self._follow_device)
        engine.trouble_changed.connect(self._follow_trouble)

    def set_file(self, file: OpenFile | None) -> None:
        """Tell of another file, once it has a programme."""
        self._file, self._programme, self._device = file, None, None

    def set_programme(self, programme: Programme) -> None:
        """Tell of another programme of the file."""
        self._programme = programme
        self.tell()

    def set_blind(self, is_blind: bool) -> None:
        """Tell nothing that depends on what is heard, or do again."""
        self._is_blind = is_blind
        self.tell()

    def _heard_lane(self) -> Lane | None:
        if self._programme is None:
            return None
        lanes = self._programme.lanes
        # In a blind test the line would tell which sound is heard.
        heard = lanes[0].heard if self._is_blind else self._engine.heard
        return next((lane for lane in lanes if lane.heard is heard), lanes[0])

    def tell(self) -> None:
        """Say at which rate the sound is made and played."""
        lane, programme = self._heard_lane(), self._programme
        if lane is None or programme is None or self._file is None:
            return
        original_hz, main_hz = self._file.sound.rate_hz, programme.main.sound.rate_hz
        self._view.set_limit(original_hz / 2 if main_hz > original_hz else None)
        if not self._engine.is_active:
            return
        made_hz = lane.sound.rate_hz
        choice, made = self._choices.rate.choice, rate_text(made_hz)
        if choice is not None and lane is programme.main:
            made = reckoning_text(original_hz, choice)
        device = self._device
        is_open = device is not None and device.wish.rate_hz == main_hz
        played_hz = device.tap.rate_hz if device is not None and is_open else main_hz
        self._transport.show_status(playing_text(made, made_hz, played_hz))

    @Slot(object)
    def _follow_device(self, opened: Opened) -> None:
        self._device = opened
        self.tell()

    @Slot(str)
    def _follow_trouble(self, sentence: str) -> None:
        if sentence:
            self._transport.show_status(sentence)
        else:
            self.tell()
