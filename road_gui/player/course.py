"""Where the sound is, and what was ordered to be decoded from where."""

from road_gui.player.feeder import Feeder, Order
from road_gui.player.outlet import Outlet
from road_gui.player.output import Wish
from road_gui.player.programme import Programme
from road_gui.player.tap import Tap
from road_gui.player.timeline import Timeline


class Course:
    """Keeps the place in a programme, and orders what comes from there.

    Parameters
    ----------
    feeder : Feeder
        Who decodes.
    outlet : Outlet
        Where the sound goes, and is when it plays.

    Attributes
    ----------
    programme : Programme or None
        What is played.
    timeline : Timeline
        Of its first lane.
    loop : (float, float) or None
        The stretch that is played over and over, in seconds.
    stop_at : float or None
        Where it is to pause, in seconds; until then the loop does not count.
    place : float
        Where it goes on, in seconds, as long as the sound card is not at what was ordered.
    order : Order or None
        What was ordered last and still holds.
    is_playing : bool
        Whether the sound card is at it.
    """

    def __init__(self, feeder: Feeder, outlet: Outlet) -> None:
        self._feeder, self._outlet = feeder, outlet
        self.programme: Programme | None = None
        self.timeline = Timeline()
        self.loop: tuple[float, float] | None = None
        self.stop_at: float | None = None
        self.place = 0.0
        self.order: Order | None = None
        self.is_playing = False
        self._serial = 0

    def take(self, programme: Programme | None) -> None:
        """Have another programme, or none; the place stays."""
        self.programme, self.timeline = programme, Timeline()
        if programme is not None:
            main = programme.main
            self.timeline = Timeline(float(main.rate_hz), main.sound.n_samples)

    def set_loop(self, loop: tuple[float, float] | None) -> bool:
        """Have another loop, as far as it lies in the sound; return whether it is another one."""
        loop = self.timeline.stretch_in(loop)
        is_other = loop != self.loop
        self.loop = loop
        return is_other

    @property
    def seconds(self) -> float:
        """Where the sound is: what is heard now, or will be when it plays."""
        heard = self._heard_seconds()
        return self.place if heard is None else heard

    def _heard_seconds(self) -> float | None:
        """Say where the sound card is, if it is at what was ordered last."""
        opened = self._outlet.opened
        passage = None if opened is None else opened.tap.current or opened.tap.upcoming
        if opened is None or passage is None or self.order is None:
            return None
        if passage.serial != self.order.serial and not self.order.follows:
            return None
        ahead = opened.latency_seconds if self.is_playing else 0.0
        seconds = passage.seconds_at(passage.ring.n_read - ahead * opened.tap.rate_hz)
        length = self.timeline.seconds
        return seconds if length is None else min(seconds, length)

    def go_to(self, seconds: float, stop_at: float | None = None) -> None:
        """Be at another place, and pause at a later one; what was ordered before counts no more."""
        self.stop_at = stop_at
        self.place = self.timeline.place_at(seconds)
        self.order = None

    def rest(self, place: float) -> None:
        """Want nothing decoded, and stay at a place."""
        self.order = self.stop_at = None
        self._feeder.rest()
        self.place = place

    def forget_order(self) -> None:
        """Stay where the sound is by now; what was ordered counts no more."""
        if self.order is not None:
            self.place = self.seconds
        self.order = None

    @property
    def wish(self) -> Wish:
        """How a sound card is to be opened for the programme."""
        return self._outlet.wish_for(None if self.programme is None else self.programme.main.sound)

    @property
    def is_fresh(self) -> bool:
        """Whether what the sound card has at hand is what is to be played."""
        tap = self._outlet.tap
        return self.order is not None and tap is not None and self._outlet.tap_for(self.wish) is tap

    def go_on(self, *, joins: bool, follows: bool = False) -> bool:
        """Order what comes from the place on, unless there is nowhere to put it; return whether.

        What is playing does so until another card is needed, if that is the same at another rate.
        """
        wish = self.wish
        tap = self._outlet.tap_for(wish)
        if tap is None and self.is_playing:
            tap = self._outlet.prepare(wish)
        if tap is None or self.programme is None:
            return False
        self._serial += 1
        self.order = Order(
            serial=self._serial,
            programme=self.programme,
            start=self.timeline.sample_at(self.place),
            loop=self.timeline.samples_of(self.loop) if self.stop_at is None else None,
            stop=None if self.stop_at is None else self.timeline.sample_at(self.stop_at),
            tap=tap,
            joins=joins,
            follows=follows,
            before=self._outlet.tap,
        )
        self._feeder.put(self.order)
        return True

    def is_for(self, tap: Tap | None) -> bool:
        """Whether what was ordered, if anything, is for a tap."""
        return self.order is None or self.order.tap is tap

    def leave(self) -> None:
        """Give up a change to another card: stay where the one before has ended."""
        order = self.order
        if order is not None and order.follows and order.before is not None:
            seconds = order.before.seconds
            self.place = self.place if seconds is None else seconds
        self.order = None

    def is_about(self, serial: int) -> bool:
        """Whether an order is the one that holds."""
        return self.order is not None and serial == self.order.serial

    def is_played_by(self, tap: Tap) -> bool:
        """Whether a tap has gone over to what was ordered last."""
        return tap.current is not None and self.is_about(tap.current.serial)

    def stop_here(self) -> bool:
        """Stay at the end that was set, if one was; return whether."""
        if self.stop_at is None:
            return False
        self.go_to(self.stop_at)
        return True

    def learn_length(self, tap: Tap) -> None:
        """Know the length of a sound from where it has ended."""
        here = self.timeline
        if here.n_samples is None:
            self.timeline = Timeline(here.rate_hz, here.sample_at(tap.seconds or 0.0))
