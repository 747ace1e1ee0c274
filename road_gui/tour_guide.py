"""Leads through the tour: opens the demo sound and makes the player do what is talked about."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard
from road_gui.player.way import Way
from road_gui.welcome.demo import DEMOS, demo_file
from road_gui.welcome.steps import Feature, Step

_GROWING_MS = 1500
_MOST_PASSES = 4


class TourGuide(QObject):
    """Plays demo sounds, and shows each feature on one of them.

    Parameters
    ----------
    player : PlayerPage
        Where things are heard.
    folder : Path
        Where demo sounds are kept once they are encoded.
    parent : QObject
        Owner.

    Signals
    -------
    player_wanted()
        The player is to be shown.
    look_wanted(Path)
        The file is to be looked into.
    status(str)
        What is going on, or went wrong, in a sentence.
    """

    player_wanted = Signal()
    look_wanted = Signal(object)
    status = Signal(str)

    def __init__(self, player: PlayerPage, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._folder = player, folder
        self._jobs = JobRunner(self)
        self._demo: Path | None = None
        self._then: Step | None = None
        self._passes = 0
        self._growing = QTimer(self, interval=_GROWING_MS)
        self._growing.timeout.connect(self._grow)
        player.opened.connect(self._follow_opened)

    @Slot(str)
    def play_demo(self, name: str) -> None:
        """Encode a demo sound unless that is done, and play it."""
        self._open_demo(name, None)

    @Slot(object)
    def show_step(self, step: Step) -> None:
        """Make a feature heard or seen, on the demo sound."""
        self._growing.stop()
        if self._demo is not None and self._player.path == self._demo:
            self._do(step)
        else:
            self._open_demo(DEMOS[0], step)

    @Slot()
    def stop(self) -> None:
        """Let go: what is set stays as it is."""
        self._growing.stop()
        self._then = None

    def shut_down(self) -> None:
        """End all threads."""
        self.stop()
        self._jobs.shut_down()

    def _open_demo(self, name: str, then: Step | None) -> None:
        self._then = then
        self.status.emit(self.tr("Encoding the demo sound"))
        job = Job(demo_file(name, self._folder))
        job.succeeded.connect(self._take_demo)
        job.failed.connect(self._tell)
        self._jobs.start(job)

    @Slot(object)
    def _take_demo(self, path: Path) -> None:
        self._demo = path
        self.status.emit("")
        self.player_wanted.emit()
        self._player.open_path(path)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.status.emit(explain(error).line)

    @Slot(object)
    def _follow_opened(self, path: Path) -> None:
        if path != self._demo:
            self._growing.stop()
            return
        step, self._then = self._then, None
        if step is None:
            self._player.demonstrate(Way())
        else:
            self._do(step)

    def _do(self, step: Step) -> None:
        if step.feature is Feature.SELF_SIMILARITY:
            self._player.stop()
            self.look_wanted.emit(self._player.path)
            return
        self.player_wanted.emit()
        ways = {
            Feature.PRELISTENING: Way(heard=Heard.SEED),
            Feature.OVER_CLOCKING: Way(times=Fraction(2)),
            Feature.EXPANDING: Way(bits="24"),
            Feature.STOCHASTIC: Way(order="shuffle", passes=0),
        }
        self._player.demonstrate(ways[step.feature])
        if step.feature is Feature.STOCHASTIC:
            self._passes = 0
            self._growing.start()

    @Slot()
    def _grow(self) -> None:
        self._passes += 1
        self._player.demonstrate(Way(order="shuffle", passes=self._passes), afresh=False)
        if self._passes == _MOST_PASSES:
            self._growing.stop()
