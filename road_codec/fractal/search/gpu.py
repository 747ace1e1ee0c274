"""The GPU back end: a device proposes, float64 on the CPU decides.

What the device does is in `propose`, what the CPU makes of it in `shortlist`.  Ranges that the
listed domains do not settle, and everything once the device has failed, go to the CPU back end:
the maps are the same in every case.  This is the only room that imports CuPy.
"""

import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

import numpy as np

from road_codec.errors import BackendError
from road_codec.fractal.search.base import Bools, Floats, Ints, Maps, Ranges
from road_codec.fractal.search.cpu import CpuSearch
from road_codec.fractal.search.propose import (
    MARGIN,
    N_LISTED,
    Array,
    Module,
    Proposals,
    bytes_of_frame,
    propose,
)
from road_codec.fractal.search.shortlist import decide

# Of the memory that is allowed, the share that batches are planned for: the pool of CuPy rounds
# sizes up, and keeps blocks that no longer fit.
_PLANNED_SHARE = 0.75
# What a device may raise while it works: CUDA's errors are RuntimeErrors, and libraries that are
# loaded late may be missing.
_FAILURES = (MemoryError, RuntimeError, OSError, ImportError)
_NO_MEMORY = 2  # cudaErrorMemoryAllocation, for which CuPy has no name


def _one_thread() -> ThreadPoolExecutor:
    # Idle between sounds, so not one of the threads "road-…", whose work a command waits for or
    # breaks off when it ends.
    return ThreadPoolExecutor(1, thread_name_prefix="gpu")


@dataclass(frozen=True, slots=True)
class Device:
    """Something that array operations run on.

    Attributes
    ----------
    name : str
        As its maker calls it.
    xp : module
        CuPy, or NumPy where this is to be tried without a GPU.
    memory_bytes : int
        What it may take.
    to_host : callable
        Turns its arrays into those of NumPy.
    use : callable
        Returns a context in which arrays are made there; running out of memory is a MemoryError.
    thread : ThreadPoolExecutor
        The one thread that speaks to it: CUDA's libraries make a workspace for each.
    """

    name: str
    xp: Module
    memory_bytes: int
    to_host: Callable[[Array], Any] = np.asarray
    use: Callable[[], AbstractContextManager[Any]] = nullcontext
    thread: ThreadPoolExecutor = field(default_factory=_one_thread)

    def propose(self, frames: Floats, starts: Ints, length: int) -> Proposals:
        """Run `propose.propose` there, with arrays of NumPy in and out."""
        return self.thread.submit(self._propose, frames, starts, length).result()

    def _propose(self, frames: Floats, starts: Ints, length: int) -> Proposals:
        with self.use():
            found = propose(self.xp, self.xp.asarray(frames), self.xp.asarray(starts), length)
            return Proposals(*(self.to_host(getattr(found, part.name)) for part in fields(found)))


class GpuSearch:
    """Batches of frames on a device; call it from many threads, which decide side by side."""

    name = "gpu"
    # As much as keeps a large device busy for some milliseconds, in 6 MB.
    rows_at_once = 384

    def __init__(self, device: Device) -> None:
        self._device = device
        self._cpu = CpuSearch()
        self._lock = threading.Lock()
        self._planned = int(device.memory_bytes * _PLANNED_SHARE)
        self._notices: list[str] = []
        self._has_failed = False

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong with the device, if anything did; see `base.Search`."""
        return tuple(self._notices)

    def best_maps(self, frames: Floats, ranges: Ranges, limit: float) -> Maps:
        """Find the best maps; see `base.Search`."""
        # No error is below a limit of 0: variant B's way of splitting everything.
        if len(ranges) == 0 or limit <= 0.0:
            return self._cpu.best_maps(frames, ranges, limit)
        proposals = self._propose(frames, ranges)
        if proposals is None:
            return self._cpu.best_maps(frames, ranges, limit)
        found, still_open = decide(frames, ranges, proposals, limit)
        if still_open.any():
            left = Ranges(ranges.frame[still_open], ranges.start[still_open], ranges.length)
            others = self._cpu.best_maps(frames, left, limit)
            for part in fields(Maps):
                getattr(found, part.name)[still_open] = getattr(others, part.name)
        return found

    def _propose(self, frames: Floats, ranges: Ranges) -> Proposals | None:
        """Let the device propose, in as many batches as its memory needs; None if it cannot."""
        if self._has_failed:
            return None
        found = _no_proposals(len(ranges))
        left = by_number_of_ranges(ranges)
        try:
            while left:
                batch, left = self._next_batch(left, frames.shape[1], ranges.length)
                if not self._fits(batch, frames, ranges, found):
                    left = batch + left
        except _FAILURES as error:
            self._give_up(error)
            return None
        return found

    def _next_batch(
        self, left: "list[_Row]", frame_len: int, length: int
    ) -> "tuple[list[_Row], list[_Row]]":
        """Take as many rows as fit, at least one; the first has the most ranges."""
        each = bytes_of_frame(frame_len, length, left[0].n_ranges)
        n = max(1, self._planned // each)
        return left[:n], left[n:]

    def _fits(self, batch: "list[_Row]", frames: Floats, ranges: Ranges, found: Proposals) -> bool:
        """Fill in the proposals of a batch; return False if it was too large for the device."""
        starts, places, used = _side_by_side(batch, ranges)
        rows = np.array([row.frame for row in batch])
        try:
            part = self._device.propose(frames[rows], starts, ranges.length)
        except MemoryError:
            if len(batch) == 1:
                raise
            self._plan_less(len(batch), frames.shape[1], ranges.length, batch[0].n_ranges)
            return False
        for name in (part.name for part in fields(Proposals)):
            getattr(found, name)[places] = getattr(part, name)[used]
        return True

    def _plan_less(self, n_frames: int, frame_len: int, length: int, n_ranges: int) -> None:
        """Halve the batches from now on."""
        with self._lock:
            tried = bytes_of_frame(frame_len, length, n_ranges) * n_frames
            self._planned = min(self._planned, tried // 2)
            self._notice(
                f"gpu: {self._device.name} had less memory left than it may take, which made the "
                "batches smaller; --gpu-memory sets how much that is"
            )

    def _give_up(self, error: Exception) -> None:
        """Do without the device from now on."""
        with self._lock:
            self._has_failed = True
            self._notice(
                f"gpu: {self._device.name} failed ({one_line(error)}); the cpu did the rest"
            )

    def _notice(self, line: str) -> None:
        if line not in self._notices:
            self._notices.append(line)


@dataclass(frozen=True, slots=True)
class _Row:
    """The ranges of one frame: `n_ranges` in a row, from number `first` on."""

    frame: int
    first: int
    n_ranges: int


def by_number_of_ranges(ranges: Ranges) -> list[_Row]:
    """List the frames that ranges lie in, those with the most ranges first.

    In a batch all frames are given as many ranges as the fullest has: so they should be alike.
    """
    frame, first, count = np.unique(ranges.frame, return_index=True, return_counts=True)
    return [
        _Row(int(frame[each]), int(first[each]), int(count[each]))
        for each in np.argsort(-count, kind="stable")
    ]


def _side_by_side(batch: list[_Row], ranges: Ranges) -> tuple[Ints, Ints, Bools]:
    """Lay the ranges of a batch out in rows of one length.

    Returns
    -------
    starts : ndarray of int64, shape (n_frames, most)
        Where they begin; 0 where a frame has no more.
    places : ndarray of int64, shape (n,)
        Their numbers among all ranges.
    used : ndarray of bool, shape (n_frames * most,)
        Which entries of the rows they are.
    """
    column = np.arange(batch[0].n_ranges)
    used = column < np.array([row.n_ranges for row in batch])[:, np.newaxis]
    places = (np.array([row.first for row in batch])[:, np.newaxis] + column)[used]
    starts = np.zeros(used.shape, np.int64)
    starts[used] = ranges.start[places]
    return starts, places, used.ravel()


def _no_proposals(n: int) -> Proposals:
    return Proposals(
        np.empty((n, N_LISTED), np.int32),
        np.empty((n, N_LISTED), np.float32),
        np.empty(n, np.float32),
    )


def check(device: Device) -> None:
    """Try a device: two frames of noise, all ranges of every length, against NumPy and the CPU.

    Frames as large as real ones, since libraries choose their way by size.

    Raises
    ------
    BackendError
        If it fails, if its bounds are off by more than they may be (TF32 would do that), or if
        they lead to other maps than the CPU back end finds.
    """
    noise = np.random.Generator(np.random.PCG64(1)).normal(0.0, 5000.0, (2, 2048))
    frames = np.trunc(noise)
    for length in (4, 8, 16, 32):
        starts = np.tile(np.arange(0, 2048, length), (2, 1))
        ranges = Ranges(np.repeat(np.arange(2), starts.shape[1]), starts.ravel(), length)
        try:
            found = device.propose(frames, starts, length)
        except Exception as error:  # noqa: BLE001 - a broken installation may raise anything
            raise BackendError(f"gpu: {device.name} fails: {one_line(error)}") from None
        _compare_bounds(device, found, propose(np, frames, starts, length))
        _compare_maps(device, found, frames, ranges)


def _compare_bounds(device: Device, found: Proposals, expected: Proposals) -> None:
    off = max(
        float(np.abs(found.bound - expected.bound).max()),
        float(np.abs(found.others - expected.others).max()),
    )
    # Written so that what is not a number is refused too.
    if not off <= MARGIN:
        raise BackendError(
            f"gpu: {device.name} is not exact: off by {off:.1e}, at most {MARGIN:.1e} is allowed; "
            "is TF32 or an emulation of float32 switched on?"
        )


def _compare_maps(device: Device, found: Proposals, frames: Floats, ranges: Ranges) -> None:
    maps, still_open = decide(frames, ranges, found, np.inf)
    expected = CpuSearch().best_maps(frames, ranges, np.inf)
    same = all(
        np.array_equal(
            getattr(maps, part.name)[~still_open], getattr(expected, part.name)[~still_open]
        )
        for part in fields(Maps)
    )
    if not same or still_open.mean() > 0.5:
        raise BackendError(f"gpu: {device.name} proposes other domains than the cpu")


_OPENING = threading.Lock()


def open_device(memory_mb: int) -> Device:
    """Return the first GPU that CUDA shows, tried, with a pool of memory of its own.

    One for the whole process, so that it is tried once and its memory is bounded, however many
    sounds are encoded.

    Parameters
    ----------
    memory_mb : int
        What its arrays may take; CUDA and its libraries take some hundred megabytes beside.

    Raises
    ------
    BackendError
        If there is no CuPy or no device, or `check` finds something wrong with it.
    """
    with _OPENING:
        return _open_once(memory_mb)


@cache
def _open_once(memory_mb: int) -> Device:
    device = _first_device(memory_mb)
    check(device)
    return device


def _first_device(memory_mb: int) -> Device:
    cupy = _import_cupy()
    try:
        n_devices = cupy.cuda.runtime.getDeviceCount()
    except RuntimeError as error:
        raise BackendError(f"gpu: CUDA shows no device ({one_line(error)})") from None
    if n_devices == 0:
        raise BackendError("gpu: CUDA shows no device")
    pool = cupy.cuda.MemoryPool()
    pool.set_limit(size=memory_mb << 20)

    @contextmanager
    def use() -> Iterator[None]:
        try:
            with cupy.cuda.Device(0), cupy.cuda.using_allocator(pool.malloc):
                yield
        except cupy.cuda.runtime.CUDARuntimeError as error:
            if error.status == _NO_MEMORY:
                raise MemoryError(str(error)) from None
            raise

    try:
        name = cupy.cuda.runtime.getDeviceProperties(0)["name"].decode()
    except RuntimeError as error:
        raise BackendError(f"gpu: the device does not answer ({one_line(error)})") from None
    return Device(name, cupy, memory_mb << 20, cupy.asnumpy, use)


def _import_cupy() -> Any:
    try:
        with warnings.catch_warnings():
            # It guesses where CUDA might be; if that matters, trying the device tells.
            warnings.simplefilter("ignore")
            import cupy
    except ModuleNotFoundError as error:
        if error.name != "cupy":
            raise BackendError(f"gpu: CuPy cannot be loaded ({one_line(error)})") from None
        raise BackendError(
            "gpu: CuPy is not installed; pip install 'road-studio[gpu]' brings it"
        ) from None
    except ImportError as error:
        raise BackendError(f"gpu: CuPy cannot be loaded ({one_line(error)})") from None
    return cupy


def one_line(error: BaseException) -> str:
    """Return what an error says, as one line of a bounded length."""
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= 200 else f"{said[:199]}…"
