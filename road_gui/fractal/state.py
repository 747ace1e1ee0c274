"""What is chosen on the Fractal page, and what is worked out for it."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import originals_beside
from road_gui.fractal.look import MOST_PASSES, Look, MapFile, NoMaps, Wish, look, open_maps
from road_gui.fractal.survey import Survey
from road_gui.jobs.job import Job, JobRunner
from road_gui.jobs.latest import Latest
from road_gui.messages import explain


class Explorer(QObject):
    """One file, a place in it, a pass, a range.

    Signals
    -------
    file_changed()
        Another file is open, or none.
    wished()
        Another superframe, channel, order or rate is asked for.
    look_changed()
        Another superframe, channel, order or rate is there to be drawn.
    pass_changed()
        The sound after another pass is shown.
    selected()
        Another range is chosen, or none.
    view_changed()
        Another stretch is seen.
    played()
        The playhead is elsewhere, or gone.
    play_wanted(float)
        The file is to be heard from that second on.
    refused(NoMaps)
        A file that was to be opened has no maps, or cannot be read.
    failed(str)
        What went wrong, in a sentence.
    """

    file_changed = Signal()
    wished = Signal()
    look_changed = Signal()
    pass_changed = Signal()
    selected = Signal()
    view_changed = Signal()
    played = Signal()
    play_wanted = Signal(float)
    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobRunner(self)
        self._opening: Job | None = None
        self._latest = Latest(self._jobs, parent=self)
        self._latest.done.connect(self._take_look)
        self._latest.failed.connect(self._fail)
        self.file: MapFile | None = None
        self.look: Look | None = None
        self.sentence = ""
        self.wish = Wish()
        self.passes = 4
        self.number: int | None = None
        self.view = (0, 1)
        self.survey = Survey(self._jobs, self)
        self.playhead: float | None = None
        self._at_seconds: float | None = None

    # -- the file -----------------------------------------------------------------

    def open(self, path: Path, original: Path | None = None, seconds: float | None = None) -> None:
        """Open a file, at a second of it; without an original, one beside it is taken."""
        self._at_seconds = seconds
        if self._opening is not None:
            self._opening.cancel()
        job = Job(open_maps(path, original or next(iter(originals_beside(path)), None)))
        job.succeeded.connect(self._take_file)
        job.failed.connect(self._refuse)
        self._opening = job
        self._jobs.start(job)

    def set_original(self, original: Path | None) -> None:
        """Look beside another original."""
        if self.file is not None:
            self.file.original = original
            self.want(self.wish)

    def close_file(self) -> None:
        """Let go of the file; nothing is seen any more."""
        self._latest.forget()
        self.survey.forget()
        before, self.file = self.file, None
        self.look, self.number, self.playhead, self.sentence = None, None, None, ""
        self._retire(before)

    def close_all(self) -> None:
        """End all threads, and let go of the file."""
        self._latest.forget()
        self.survey.forget()
        self._jobs.shut_down()
        if self.file is not None:
            self.file.close()
            self.file = None

    @Slot(object)
    def _take_file(self, file: MapFile | NoMaps) -> None:
        if self.sender() is not self._opening:
            if isinstance(file, MapFile):
                file.close()
            return
        self.close_file()
        if isinstance(file, NoMaps):
            self.file_changed.emit()
            self.refused.emit(file)
            return
        self.file = file
        at = file.first if self._at_seconds is None else file.superframe_at(self._at_seconds)
        self.wish = Wish(superframe=at)
        self.file_changed.emit()
        self.want(self.wish)
        if not file.n_superframes:
            self._begin_survey()

    def _begin_survey(self) -> None:
        """Read through the file once something of it is seen, which should not wait for that."""
        if self.file is not None and not self.survey.has_begun:
            self.survey.begin(self.file.path, self.file.n_superframes)

    def _retire(self, file: MapFile | None) -> None:
        """Close a file when nobody reads it any more."""
        if file is None:
            return
        if self._latest.is_busy:
            self._jobs.freed.connect(file.close)
        else:
            file.close()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if self.sender() is self._opening:
            self.failed.emit(explain(error).line)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.file is not None and self.file.original is not None:
            # The sound beside it is not its original: without it all the rest is there.
            self.file.original = None
            self.want(self.wish)
        else:
            self.look, self.number, self.sentence = None, None, explain(error).line
            self.look_changed.emit()
            self._begin_survey()
        self.failed.emit(explain(error).line)

    # -- where it is heard --------------------------------------------------------

    @property
    def playhead_here(self) -> float | None:
        """Where the sound is that is played, in samples of the superframe; None elsewhere."""
        file, found = self.file, self.look
        if file is None or found is None or self.playhead is None:
            return None
        place = self.playhead * file.shape.rate_hz
        place -= found.wish.superframe * file.superframe_len
        return place if 0 <= place < found.coded.n_samples else None

    def set_playhead(self, seconds: float | None) -> None:
        """Show where the sound of the file is played, or that it is not."""
        if seconds != self.playhead:
            self.playhead = seconds
            self.played.emit()

    @property
    def seconds(self) -> float:
        """Where the chosen range begins, or the superframe where none is chosen."""
        if self.look is None or self.number is None:
            return self.seconds_of(0)
        return self.seconds_of(int(self.look.ranges.start[self.number]))

    def seconds_of(self, sample: float) -> float:
        """Return where a sample of the superframe is in the file."""
        file, found = self.file, self.look
        if file is None or found is None:
            return 0.0
        return (found.wish.superframe * file.superframe_len + sample) / file.shape.rate_hz

    # -- what is seen of it -------------------------------------------------------

    def want(self, wish: Wish) -> None:
        """Show another superframe or channel, or the same in another way."""
        file = self.file
        if file is None:
            return
        last = max(0, file.n_superframes - 1)
        self.wish = Wish(
            min(max(wish.superframe, 0), last),
            min(max(wish.channel, 0), len(file.shape.channels) - 1),
            wish.order,
            wish.seed,
            wish.zoom,
        )
        self.wished.emit()
        wanted = self.wish
        if file.n_superframes:
            self._latest.want(lambda: look(file, wanted))

    @Slot(object)
    def _take_look(self, found: Look) -> None:
        before, self.look, self.sentence = self.look, found, ""
        same = before is not None and before.wish.superframe == found.wish.superframe
        same = same and before is not None and before.wish.channel == found.wish.channel
        if before is None or before.coded.n_samples != found.coded.n_samples:
            self.view = (0, found.coded.frame_len)
        if not same:
            self.number = None  # numbers are those of the ranges before
        self.look_changed.emit()
        if not same:
            self.select(self._striking())
        self._begin_survey()

    def _striking(self) -> int | None:
        """Return the range of the widest swing, weighed by its scale, of those that are seen."""
        found = self.look
        if found is None:
            return None
        table, zoom = found.ranges, found.wish.zoom
        edges = table.start * zoom
        sound = found.sounds[-1]
        swing = np.maximum.reduceat(sound, edges) - np.minimum.reduceat(sound, edges)
        is_seen = (table.start >= self.view[0]) & (table.start < self.view[1])
        weight = np.where(table.mapped & is_seen, swing * abs(table.scale) * table.length, -1.0)
        best = int(weight.argmax())
        return best if weight[best] >= 0 else None

    def set_passes(self, passes: int) -> None:
        """Show the sound after so many passes."""
        passes = min(max(passes, 0), MOST_PASSES)
        if passes != self.passes:
            self.passes = passes
            self.pass_changed.emit()

    def select(self, number: int | None) -> None:
        """Choose a range, and bring it into view."""
        self.number = number
        if number is not None and self.look is not None:
            table = self.look.ranges
            start, length = int(table.start[number]), int(table.length[number])
            first, last = self.view
            if start < first or start + length > last:
                middle = start + length // 2
                if last - first == self.look.coded.frame_len:
                    # A frame at a time, as long as one is seen.
                    begin = start // self.look.coded.frame_len * self.look.coded.frame_len
                    self.set_view(begin, begin + last - first)
                else:
                    self.set_view(middle - (last - first) // 2, middle + (last - first) // 2)
        self.selected.emit()

    def move(self, steps: int) -> None:
        """Choose a range further on or back."""
        if self.look is not None:
            number = (self.number or 0) + steps
            self.select(min(max(number, 0), len(self.look.ranges) - 1))

    def set_view(self, first: float, last: float) -> None:
        """Show a stretch in samples, moved to where there is sound."""
        if self.look is None:
            return
        whole = self.look.coded.n_samples
        width = min(max(round(last - first), 16), whole)
        begin = min(max(round(first), 0), whole - width)
        if (begin, begin + width) != self.view:
            self.view = (begin, begin + width)
            self.view_changed.emit()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Come closer, leaving a place where it is."""
        first, last = self.view
        place = (first + last) / 2 if at is None else at
        width = (last - first) / factor
        start = place - (place - first) / (last - first) * width
        self.set_view(start, start + width)

    def show_all(self) -> None:
        """Show the whole superframe."""
        if self.look is not None:
            self.set_view(0, self.look.coded.n_samples)

    def show_frame(self, steps: int = 0) -> None:
        """Show one frame: that in the middle of the view, or one beside it."""
        if self.look is not None:
            length = self.look.coded.frame_len
            number = (self.view[0] + self.view[1]) // 2 // length + steps
            self.set_view(number * length, (number + 1) * length)

    def show_pair(self) -> None:
        """Show the chosen range and its domain from near."""
        if self.look is None or self.number is None:
            return
        table, number = self.look.ranges, self.number
        start, length = int(table.start[number]), int(table.length[number])
        first, last = start, start + length
        if table.mapped[number]:
            first = min(first, int(table.domain[number]))
            last = max(last, int(table.domain[number]) + 2 * length)
        air = max(8, (last - first) // 8)
        self.set_view(first - air, last + air)
