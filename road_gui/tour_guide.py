"""Leads through the tour: opens the demo sound and makes the player do what is talked about."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from road_codec import Progress
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain, percent_text
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
    shown()
        A step of the tour is being heard or seen: one may go on.
    waiting(bool)
        A demo sound that is wanted is being encoded, or is no more.
    status(str)
        What is going on, or went wrong, in a sentence.
    """

    player_wanted = Signal()
    look_wanted = Signal(object)
    shown = Signal()
    waiting = Signal(bool)
    status = Signal(str)

    def __init__(self, player: PlayerPage, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._player, self._folder = player, folder
        self._jobs = JobRunner(self)
        self._encoding: dict[str, Job] = {}
        self._to_prepare: list[str] = []
        self._wanted: str | None = None
        self._demo: Path | None = None
        self._then: Step | None = None
        self._passes = 0
        self._has_shown = False
        self._growing = QTimer(self, interval=_GROWING_MS)
        self._growing.timeout.connect(self._grow)
        player.opened.connect(self._follow_opened)

    @property
    def is_busy(self) -> bool:
        """Whether demo sounds are being encoded."""
        return bool(self._encoding)

    @Slot()
    def prepare(self) -> None:
        """Encode the demo sounds unless that is done, so that they open at once."""
        if not self.is_busy:
            self._to_prepare = list(DEMOS)
            self._prepare_next()

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
        """Let go: what is set stays as it is, but for the spectrum."""
        self._growing.stop()
        self._show_spectrum(False)
        self._then = None

    def shut_down(self) -> None:
        """End all threads."""
        self.stop()
        self._to_prepare, self._wanted = [], None
        self._jobs.shut_down()

    # -- demo sounds --------------------------------------------------------------

    def _open_demo(self, name: str, then: Step | None) -> None:
        self._then, self._wanted = then, name
        self.status.emit(self.tr("Encoding the demo sound"))
        self.waiting.emit(True)
        self._encode(name)

    def _prepare_next(self) -> None:
        if self._to_prepare:
            self._encode(self._to_prepare.pop(0))

    def _encode(self, name: str) -> None:
        if name in self._encoding:
            return
        job = Job(demo_file(name, self._folder))
        job.progressed.connect(self._tell_progress)
        job.succeeded.connect(self._take_demo)
        job.failed.connect(self._tell)
        self._encoding[name] = job
        self._jobs.start(job)

    def _ended(self) -> bool:
        """Forget the job that has just ended; return whether somebody waits for its sound."""
        name = next((name for name, job in self._encoding.items() if job is self.sender()), None)
        if name is None:
            return False
        del self._encoding[name]
        self._prepare_next()
        is_wanted = name == self._wanted
        if is_wanted:
            self._wanted = None
            self.waiting.emit(False)
        return is_wanted

    @Slot(object)
    def _tell_progress(self, progress: Progress) -> None:
        wanted = self._encoding.get(self._wanted or "")
        if wanted is not None and wanted is self.sender() and progress.fraction:
            share = percent_text(progress.fraction)
            self.status.emit(self.tr("Encoding the demo sound: {share}").format(share=share))

    @Slot(object)
    def _take_demo(self, path: Path) -> None:
        if self._ended():
            self._demo = path
            self.status.emit("")
            self.player_wanted.emit()
            self._player.open_path(path)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if self._ended():
            self.status.emit(explain(error).line)

    # -- steps --------------------------------------------------------------------

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
            self.shown.emit()
            return
        self.player_wanted.emit()
        ways = {
            Feature.PRELISTENING: Way(heard=Heard.SEED),
            Feature.OVER_CLOCKING: Way(times=Fraction(2)),
            Feature.EXPANDING: Way(bits="24"),
            Feature.STOCHASTIC: Way(order="shuffle", passes=0),
        }
        self._show_spectrum(step.feature is Feature.OVER_CLOCKING)
        self._player.demonstrate(ways[step.feature])
        if step.feature is Feature.STOCHASTIC:
            self._passes = 0
            self._growing.start()
        self.shown.emit()

    def _show_spectrum(self, is_wanted: bool) -> None:
        """Let be seen what is hardly heard, above the old limit; afterwards all is as before."""
        spectrum = self._player.commands.spectrum
        if is_wanted and not spectrum.isChecked():
            spectrum.setChecked(True)
            self._has_shown = True
        elif not is_wanted and self._has_shown:
            spectrum.setChecked(False)
            self._has_shown = False

    @Slot()
    def _grow(self) -> None:
        self._passes += 1
        self._player.demonstrate(Way(order="shuffle", passes=self._passes), afresh=False)
        if self._passes == _MOST_PASSES:
            self._growing.stop()
