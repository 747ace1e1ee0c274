"""Lets the Compare page be heard by the player: both sounds, the seed and the error in step."""

from fractions import Fraction

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.compare import playing as compared
from road_gui.compare.opening import OpenPair
from road_gui.compare.page import ComparePage
from road_gui.icons import icon
from road_gui.messages import percent_text
from road_gui.player.page import PlayerPage
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening


class CompareSound(QObject):
    """Stands between two pages that do not know each other.

    Parameters
    ----------
    compare : ComparePage
        Who wants to be heard, and shows where the sound is.
    player : PlayerPage
        Who has the sound card.
    parent : QObject
        Owner.

    Signals
    -------
    silence_wanted()
        Whoever else is heard is to be silent: one pair of ears hears one thing.
    """

    silence_wanted = Signal()

    def __init__(self, compare: ComparePage, player: PlayerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._playing, self._aside = compare.playing, player.aside
        self._compare, self._player = compare, player
        self._playing.play_requested.connect(self._play)
        self._playing.hear_requested.connect(self._hear)
        self._playing.stop_requested.connect(self._aside.stop)
        self._aside.moved.connect(self._follow)
        self._aside.heard_changed.connect(self._follow_heard)
        self._aside.ended.connect(self._playing.end)
        # One volume for all that is heard.
        own, other = compare.commands, player.commands
        own.mute.toggled.connect(other.mute.setChecked)
        other.mute.toggled.connect(self._follow_mute)
        own.louder_requested.connect(self._louder)
        self._follow_mute(other.mute.isChecked())

    @Slot(object, float, object, bool)
    def _play(
        self, heard: compared.Heard, start_s: float, stop_s: float | None, loops: bool
    ) -> None:
        pair = self._playing.pair
        if pair is not None:
            self.silence_wanted.emit()
            begin = _begin_of(pair)
            self._aside.play(
                programme_of(pair),
                start_s + begin,
                None if stop_s is None else stop_s + begin,
                heard=Heard(heard.value),
                loops=loops,
            )

    @Slot(object)
    def _hear(self, heard: compared.Heard) -> None:
        self._aside.hear(Heard(heard.value))

    @Slot(float)
    def _follow(self, seconds: float) -> None:
        pair = self._playing.pair
        if pair is not None:
            self._playing.follow(seconds - _begin_of(pair))

    @Slot(object)
    def _follow_heard(self, heard: Heard) -> None:
        self._playing.follow_heard(compared.Heard(heard.value))

    @Slot(bool)
    def _follow_mute(self, is_muted: bool) -> None:
        mute = self._compare.commands.mute
        mute.setChecked(is_muted)
        mute.setIcon(icon("mute" if is_muted else "volume"))

    @Slot(int)
    def _louder(self, by: int) -> None:
        self._player.commands.louder_requested.emit(by)
        volume = percent_text(self._player.volume)
        self._compare.status.emit(self.tr("Volume: {volume}").format(volume=volume))


def programme_of(pair: OpenPair) -> Programme:
    """Return all that can be heard of a pair, in step; as it is measured, at its own rate."""
    decoded, original, seed = pair.decoded_format, pair.original_format, pair.seed_format
    own_hz, delay = Fraction(decoded.rate_hz), Fraction(pair.lag_samples, pair.rate_hz)
    beside = Listening(pair.original, Heard.ORIGINAL)
    lanes = [
        Lane(Heard.DECODED, Listening(pair.decoded), decoded, own_hz),
        Lane(Heard.ORIGINAL, beside, original, Fraction(original.rate_hz), delay),
    ]
    if seed is not None:
        # It has a sample for so many of the sound; its rate in the file may be rounded.
        rate_hz = own_hz / round(own_hz / seed.rate_hz)
        lanes.append(Lane(Heard.SEED, Listening(pair.decoded, Heard.SEED), seed, rate_hz))
    return Programme(tuple(lanes))


def _begin_of(pair: OpenPair) -> float:
    """Return where the pair begins in the decoded sound, in seconds."""
    return pair.decoded_start / pair.rate_hz
