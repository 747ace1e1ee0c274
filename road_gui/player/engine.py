"""Play, pause, seek, switch: what the player does, without a window."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.messages import explain
from road_gui.player.course import Course
from road_gui.player.device import DeviceThread, Opened
from road_gui.player.feeder import AHEAD_SECONDS, READY_SECONDS, Feeder
from road_gui.player.hearing import Hearing
from road_gui.player.monitor import Monitor
from road_gui.player.outlet import Outlet
from road_gui.player.output import DEFAULT_LATENCY_SECONDS
from road_gui.player.programme import Programme
from road_gui.player.source import Heard
from road_gui.player.state import State
from road_gui.player.tap import Tap
from road_gui.player.vigil import Vigil


class Engine(QObject):
    """Plays one thing at a time, from any place, and says where it is.

    Decoding and the sound card have threads of their own; every method returns at
    once and raises nothing.  What cannot be done is told in a sentence.

    Parameters
    ----------
    parent : QObject, optional
        Owner.
    devices : DeviceThread, optional
        The sound cards, shared with another engine: one at a time has a card, and may `rest`.
    ahead_seconds : float
        How far to decode ahead.
    ready_seconds : float
        How much to decode before anything is heard.

    Signals
    -------
    state_changed(State)
        Whenever it changes.
    moved(float)
        Where the sound is, in seconds: about thirty times a second while it plays.
    opened(Opened)
        A sound card is ready; its rate may be another one than that of the sound.
    trouble_changed(str)
        What hinders playing just now, in a sentence; empty when it is over.
    failed(str)
        Playing has ended, or could not begin, in a sentence.
    noticed(str)
        Something has gone wrong and playing goes on, in a sentence.
    heard_changed(Heard)
        Another sound of the programme is heard, chosen or because the one before is gone.
    loop_changed(object)
        The loop, as two places in seconds, or None.
    ended()
        The sound was played to its end, or to the one that was set.
    """

    state_changed = Signal(object)
    moved = Signal(float)
    opened = Signal(object)
    trouble_changed = Signal(str)
    failed = Signal(str)
    noticed = Signal(str)
    heard_changed = Signal(object)
    loop_changed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        devices: DeviceThread | None = None,
        ahead_seconds: float = AHEAD_SECONDS,
        ready_seconds: float = READY_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._state = State.EMPTY
        self._feeder = Feeder(self, ahead_seconds=ahead_seconds, ready_seconds=ready_seconds)
        self._feeder.ready.connect(self._start_sound)
        self._feeder.failed.connect(self._give_up_decoding)
        self._feeder.lane_failed.connect(self._lose_lane)
        self.devices = DeviceThread(self) if devices is None else devices
        self.devices.ran_out.connect(self._finish_run)
        self._outlet = Outlet(self.devices, self)
        self._outlet.ready.connect(self._use_device)
        self._outlet.failed.connect(self._give_up_device)
        self._outlet.rescued.connect(self.noticed)
        self._course = Course(self._feeder, self._outlet)
        self._hearing = Hearing(self._outlet, self)
        self._hearing.changed.connect(self.heard_changed)
        self._vigil = Vigil(self.devices, self._outlet, self)
        self._vigil.ticked.connect(self._tell_place)
        self._vigil.trouble_changed.connect(self.trouble_changed)
        self._vigil.gave_up.connect(self._recover)

    # -- what there is ------------------------------------------------------------

    @property
    def state(self) -> State:
        """What the player is doing."""
        return self._state

    @property
    def is_active(self) -> bool:
        """Whether it plays or is about to."""
        return self._state.is_active

    @property
    def length_seconds(self) -> float | None:
        """Length of what is played; None while unknown."""
        return self._course.timeline.seconds

    @property
    def heard(self) -> Heard:
        """Which sound of the programme is heard."""
        return self._hearing.heard

    @property
    def loop(self) -> tuple[float, float] | None:
        """The stretch that is played over and over, in seconds."""
        return self._course.loop

    @property
    def seconds(self) -> float:
        """Where the sound is: what is heard now, or will be when it plays."""
        return self._course.seconds

    @property
    def sample_seconds(self) -> float:
        """How long a sample of what is played lasts."""
        return 1.0 / self._course.timeline.rate_hz

    @property
    def tap(self) -> Tap | None:
        """Where the open sound card is fed, for its counters."""
        return self._outlet.tap

    @property
    def monitor(self) -> Monitor | None:
        """What went to the sound card last; None unless it plays."""
        tap = self.tap
        return None if tap is None or self._state is not State.PLAYING else tap.monitor

    @property
    def n_heard(self) -> int:
        """Which frame of the monitor reaches the ear about now."""
        return self._outlet.n_heard

    # -- what to play -------------------------------------------------------------

    def load(self, programme: Programme | None) -> None:
        """Take up something else, at its beginning, or nothing; nothing plays until `play`."""
        self._take(programme)
        self._set_loop(None)
        self._end(State.EMPTY if programme is None else State.STOPPED, 0.0)

    def switch(self, programme: Programme) -> None:
        """Go on at the same time of another programme: another rate, other bits or passes.

        What plays plays on until the other one is decoded; only for another rate the card has
        to be closed and opened again then.
        """
        course, place, loop = self._course, self.seconds, self.loop
        self._take(programme)
        course.place = course.timeline.place_at(place)
        self._set_loop(loop)
        self._go_on()

    def hear(self, heard: Heard) -> None:
        """Let another sound of the programme be heard, at the same instant.

        All of them are decoded side by side: the change is in the next buffer that the
        sound card asks for, and done after 5 ms of it.  What cannot be read any further
        is not heard: `heard_changed` says that it is still the other one.
        """
        self._hearing.choose(heard)

    def set_gains(self, gains: Mapping[Heard, float]) -> None:
        """Set factors on single sounds of the programme; 1.0 where one is missing."""
        self._outlet.set_gains(gains)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Play a stretch over and over, in seconds; None plays on to the end.

        What is being played goes to its beginning, unless it is in it or before it.
        """
        if not self._set_loop(loop):
            return
        if self.loop is not None and self.seconds >= self.loop[1]:
            self.seek(self.loop[0])
        else:
            self._course.place = self.seconds
            self._go_on()

    def _set_loop(self, loop: tuple[float, float] | None) -> bool:
        is_other = self._course.set_loop(loop)
        if is_other:
            self.loop_changed.emit(self.loop)
        return is_other

    def set_device(self, key: str, latency_seconds: float = DEFAULT_LATENCY_SECONDS) -> None:
        """Choose what to play on; an empty key is the system's default."""
        course, wish = self._course, self._course.wish
        course.place = self.seconds
        self._outlet.set_device(key, latency_seconds)
        if wish != course.wish:
            self._renew()

    @property
    def device(self) -> tuple[str, float]:
        """What was chosen to play on, and its latency in seconds."""
        return self._outlet.device

    def set_volume(self, volume: float) -> None:
        """Set the factor on all samples, 0.0 to 1.0; heard at once."""
        self._outlet.set_volume(volume)

    def _take(self, programme: Programme | None) -> None:
        self._course.take(programme)
        self._hearing.find_all()

    # -- play, pause, stop, seek --------------------------------------------------

    @Slot()
    def play(self) -> None:
        """Play on, from the beginning if the end was reached."""
        course = self._course
        if course.programme is None or self.is_active:
            return
        if self._state is State.PAUSED and course.is_fresh:
            self._set_state(State.PLAYING)
            self.devices.start()
            return
        course.place = self.seconds
        if course.timeline.is_end(course.place):
            course.place = 0.0
        self._set_state(State.STARTING)
        self._renew()

    @Slot()
    def pause(self) -> None:
        """Be silent, and stay where the sound is."""
        if self._state is State.PLAYING and self.tap is not None:
            # Now, and once more after a start that may still be on its way.
            self._outlet.pause()
            self.devices.halt()
            self._set_state(State.PAUSED)
        elif self._state is State.STARTING:
            self._course.forget_order()
            self._set_state(State.PAUSED)

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self.is_active:
            self.pause()
        else:
            self.play()

    @Slot()
    def stop(self) -> None:
        """Be silent, go to the beginning and let go of the sound card."""
        if self._course.programme is not None:
            self._end(State.STOPPED, 0.0)

    def seek(self, seconds: float, stop_at: float | None = None) -> None:
        """Go to another place, as often as anybody likes; play on from there, or to `stop_at`.

        At that end, in seconds too, it pauses: the sample before it is the last to be heard.
        Until then a loop does not count.
        """
        if self._course.programme is None:
            return
        self._course.go_to(seconds, stop_at)
        if self.is_active:
            self._course.go_on(joins=self._course.is_playing)
        self.moved.emit(self._course.place)

    def rest(self) -> None:
        """Be silent where the sound is, and let go of the sound card."""
        if self._state not in (State.EMPTY, State.STOPPED):
            self._end(State.STOPPED, self.seconds)

    def close(self) -> bool:
        """End all threads of its own; return whether they ended."""
        self.load(None)
        self._feeder.shut_down()
        return self.devices.parent() is not self or self.devices.shut_down()

    def _go_on(self) -> None:
        """Go on at the same place; what plays goes over into it once it is decoded."""
        if not (self._course.is_playing and self._course.go_on(joins=True, follows=True)):
            self._renew()

    def _renew(self) -> None:
        """Begin again at the present place, with a sound card that fits."""
        self._course.forget_order()
        if self.is_active and not self._course.go_on(joins=False):
            self._set_state(State.STARTING)
            self._outlet.ask(self._course.wish)

    def _end(self, state: State, place: float) -> None:
        self._course.rest(place)
        self._outlet.let_go()
        self._set_state(state)
        self.moved.emit(place)

    # -- what the threads tell ----------------------------------------------------

    @Slot(object)
    def _use_device(self, opened: Opened) -> None:
        self.opened.emit(opened)
        if not self._course.is_for(opened.tap):
            # It has not taken the rate, or another one is wanted by now.
            self._course.leave()
            if self.is_active:
                self._set_state(State.STARTING)
            self._renew()
        elif self._state is State.STARTING:
            self._renew()
        elif self._state is State.PLAYING:
            self.devices.start()  # unless it plays already

    @Slot(int)
    def _start_sound(self, serial: int) -> None:
        if not self._course.is_about(serial) or not self.is_active:
            return
        if self._course.is_for(self.tap):
            self.devices.start()
        else:
            self._outlet.go_over()
        self._set_state(State.PLAYING)

    @Slot(object, int)
    def _finish_run(self, tap: Tap, run: int) -> None:
        """Deal with a stream that has come to its end."""
        if tap is not self.tap or run != tap.run:
            return
        if tap.is_pausing or self._state is not State.PLAYING:
            return
        if not tap.has_ended:
            self._recover(self.tr("The sound device has stopped. Play to try again."))
        elif tap.upcoming is not tap.current:
            self.devices.start()
        elif self._course.is_played_by(tap) and self._course.stop_here():
            self.moved.emit(self._course.place)
            self._set_state(State.PAUSED)
            self.ended.emit()
        elif self._course.is_played_by(tap):
            self._course.learn_length(tap)
            self._end(State.STOPPED, self.length_seconds or 0.0)
            self.ended.emit()
        # Otherwise an order is on its way, and its coming starts the stream again.

    @Slot(str)
    def _recover(self, sentence: str) -> None:
        """Look for the devices that there are now, and go on with one of them."""
        self._course.forget_order()
        if self._outlet.rescue(self._course.wish, sentence):
            self._set_state(State.STARTING)
        else:
            self._give_up(sentence)

    @Slot(str)
    def _give_up_device(self, sentence: str) -> None:
        if self._state is not State.STOPPED:
            self._give_up(sentence)

    def _give_up(self, sentence: str) -> None:
        self._end(State.EMPTY if self._course.programme is None else State.STOPPED, self.seconds)
        self.failed.emit(sentence)

    @Slot(int, object)
    def _give_up_decoding(self, serial: int, error: Exception) -> None:
        if self._course.is_about(serial):
            self._give_up(explain(error).line)

    @Slot(int, object, object)
    def _lose_lane(self, serial: int, lane: Heard, error: Exception) -> None:
        """Go on without one of the sounds of the programme."""
        programme = self._course.programme
        if programme is None or not self._course.is_about(serial):
            return
        if self._hearing.lose(lane, programme.main.heard):
            self.noticed.emit(explain(error).line)

    @Slot()
    def _tell_place(self) -> None:
        self.moved.emit(self.seconds)

    def _set_state(self, state: State) -> None:
        if state is self._state:
            return
        self._state, self._course.is_playing = state, state is State.PLAYING
        self._vigil.keep(is_active=self.is_active, plays=self._course.is_playing)
        self.state_changed.emit(state)
