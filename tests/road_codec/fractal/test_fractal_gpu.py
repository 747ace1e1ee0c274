"""The GPU's way to the maps, run in NumPy everywhere and on a device where there is one.

The array operations are the same code in both; what a device may do wrong is done to it here.
"""

import io
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, encoded, noise
from test_fractal_search import FRAME, KINDS, Floats, all_ranges, assert_same

from road_codec.audio.samples import SampleType
from road_codec.codecs.base import Engine
from road_codec.codecs.classic import encoder
from road_codec.codecs.classic.codec import ClassicCodec
from road_codec.codecs.classic.params import ClassicParams
from road_codec.errors import BackendError
from road_codec.fractal.search import gpu, make_search, make_search_or_cpu
from road_codec.fractal.search.base import Maps, Ranges
from road_codec.fractal.search.cpu import CpuSearch
from road_codec.fractal.search.gpu import Device, GpuSearch, check, open_device
from road_codec.fractal.search.plain import PlainSearch, contract
from road_codec.fractal.search.propose import MARGIN, NONE, bytes_of_frame, propose
from road_codec.fractal.search.shortlist import decide
from road_codec.parallel import ordered_map
from road_codec.progress import finish

ENOUGH = 256 << 20


class Arrays:
    """NumPy, but for what a test lets go wrong."""

    def __init__(self, **instead: Callable[..., Any]) -> None:
        self._instead = instead

    def __getattr__(self, name: str) -> Any:
        return self._instead.get(name) or getattr(np, name)


def numpy_device(memory_bytes: int = ENOUGH, **instead: Callable[..., Any]) -> Device:
    return Device("NumPy", Arrays(**instead), memory_bytes)


@pytest.fixture(scope="module")
def search() -> GpuSearch:
    return GpuSearch(numpy_device())


@pytest.fixture(scope="module")
def real_device() -> Device:
    try:
        return open_device(1024)
    except BackendError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("length", [4, 8, 16, 32])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("limit", [np.inf, 10000.0])
def test_the_maps_are_those_of_the_oracle(
    search: GpuSearch, kind: Callable[[np.random.Generator], Floats], length: int, limit: float
) -> None:
    rng = np.random.default_rng(length)
    frames = np.stack([kind(rng), kind(rng)])
    ranges = all_ranges(2, length)
    assert_same(
        PlainSearch().best_maps(frames, ranges, limit), search.best_maps(frames, ranges, limit)
    )


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(
        st.one_of(st.integers(-32768, 32767), st.sampled_from([-3, 0, 0, 1, 32767, -32768])),
        min_size=128,
        max_size=128,
    ),
    length=st.sampled_from([4, 8, 16, 32]),
    shift=st.sampled_from([0.5, 1.0, 65536.0]),
)
def test_the_maps_are_those_of_the_oracle_for_any_integers(
    values: list[int], length: int, shift: float
) -> None:
    frames = np.array([values], np.float64) * shift
    ranges = all_ranges(1, length, 128)
    found = GpuSearch(numpy_device()).best_maps(frames, ranges, np.inf)
    assert_same(PlainSearch().best_maps(frames, ranges, np.inf), found)


def test_full_frames_give_the_maps_of_the_cpu(search: GpuSearch) -> None:
    frames = music(6)
    for length in (4, 8, 16, 32):
        ranges = some_ranges(len(frames), length)
        for limit in (np.inf, 10000.0):
            expected = CpuSearch().best_maps(frames, ranges, limit)
            assert_same(expected, search.best_maps(frames, ranges, limit))


def test_most_ranges_are_settled_by_the_listed_domains() -> None:
    frames = music(4)
    for length in (4, 8, 16, 32):
        starts = np.tile(np.arange(0, 2048, length), (4, 1))
        proposals = propose(np, frames, starts, length)
        _, still_open = decide(frames, all_ranges(4, length, 2048), proposals, np.inf)
        assert still_open.mean() < 0.05


def test_no_domain_gains_more_than_its_bound() -> None:
    frame = music(1)
    for length in (4, 8, 16, 32):
        starts = np.arange(0, 2048, 64)
        proposals = propose(np, frame, starts[np.newaxis], length)
        gains = true_gains(frame[0], starts, length)
        listed = np.take_along_axis(gains, proposals.domain.astype(np.int64), axis=1)
        # The bounds are reached but for the codes of the scale; they are no looser than that.
        assert (listed <= proposals.bound + MARGIN).all()
        assert (listed[:, 0] >= proposals.bound[:, 0] - 1e-3).mean() > 0.9
        np.put_along_axis(gains, proposals.domain.astype(np.int64), -np.inf, axis=1)
        assert (gains.max(axis=1) <= proposals.others + MARGIN).all()


def true_gains(frame: Floats, starts: np.ndarray[Any, Any], length: int) -> Floats:
    """What the best scale of all, without a code, takes off the energy of each range; relative."""
    domains = contract(frame, length).T
    domains = domains - domains.mean(axis=1, keepdims=True)
    blocks = np.stack([frame[start : start + length] for start in starts])
    blocks = blocks - blocks.mean(axis=1, keepdims=True)
    energy = (domains**2).sum(axis=1)
    gains = []
    for direction in (domains, domains[:, ::-1]):
        product = blocks @ direction.T
        scale = np.clip(product / energy, -0.996, 0.996)
        gains.append(scale * (2 * product - scale * energy))
    return np.maximum(*gains) / (blocks**2).sum(axis=1)[:, np.newaxis]


def test_a_frame_with_few_domains_lists_no_more_of_them_than_there_are() -> None:
    frame = np.trunc(np.random.default_rng(1).normal(0, 99, (1, 12)))
    proposals = propose(np, frame, np.array([[0, 4, 8]]), 4)
    assert (np.sort(proposals.domain[:, :5]) == np.arange(5)).all()
    assert (proposals.bound[:, 5:] == NONE).all()
    assert (proposals.others == NONE).all()


@pytest.mark.parametrize(("frame_len", "length", "n_ranges"), [(2048, 4, 512), (2048, 32, 64)])
def test_a_batch_takes_no_more_memory_than_was_planned(
    frame_len: int, length: int, n_ranges: int
) -> None:
    frames = music(8)[:, :frame_len]
    starts = np.tile(np.arange(n_ranges) * length, (8, 1))
    propose(np, frames, starts, length)
    tracemalloc.start()
    propose(np, frames, starts, length)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    planned = 8 * bytes_of_frame(frame_len, length, n_ranges)
    assert planned / 2 < peak < planned


@pytest.mark.parametrize("memory_mb", [1, 16, 64])
def test_batches_of_any_size_give_the_same_maps(memory_mb: int) -> None:
    frames, ranges = music(5), some_ranges(5, 8)
    found = GpuSearch(numpy_device(memory_mb << 20)).best_maps(frames, ranges, np.inf)
    assert_same(CpuSearch().best_maps(frames, ranges, np.inf), found)


def test_threads_change_nothing(search: GpuSearch) -> None:
    frames, ranges = music(6), all_ranges(1, 8, 2048)

    def one(frame: Floats) -> Maps:
        return search.best_maps(frame[np.newaxis], ranges, np.inf)

    for alone, among_others in zip(map(one, frames), ordered_map(one, frames, 3), strict=True):
        assert_same(alone, among_others)


def test_the_thread_of_a_device_is_not_taken_for_unfinished_work(search: GpuSearch) -> None:
    # A command that ends while a thread of that name works breaks off; see cli.stopping.
    search.best_maps(music(1), all_ranges(1, 32, 2048), np.inf)
    names = [thread.name for thread in threading.enumerate()]
    assert any(name.startswith("gpu") for name in names)
    assert not any(name.startswith("road-") for name in names)


def test_nothing_to_do_is_done_without_the_device() -> None:
    search = GpuSearch(numpy_device(matmul=failing(AssertionError("not to be used"))))
    nothing = all_ranges(0, 8)
    assert len(search.best_maps(np.zeros((0, FRAME)), nothing, np.inf).domain) == 0
    assert np.isinf(search.best_maps(music(1), some_ranges(1, 8), 0.0).error).all()


def test_out_of_memory_makes_batches_smaller_and_says_so() -> None:
    sizes: list[int] = []

    def matmul(first: Floats, second: Floats) -> Floats:
        sizes.append(len(first))
        if len(first) > 2:
            raise MemoryError("the pool is full")
        return np.matmul(first, second)

    search = GpuSearch(numpy_device(matmul=matmul))
    frames, ranges = music(7), all_ranges(7, 8, 2048)
    expected = CpuSearch().best_maps(frames, ranges, np.inf)
    assert_same(expected, search.best_maps(frames, ranges, np.inf))
    assert max(sizes) == 7 and set(sizes[-6:]) <= {1, 2}
    assert len(search.notices) == 1 and "less memory left" in search.notices[0]
    sizes.clear()
    assert_same(expected, search.best_maps(frames, ranges, np.inf))
    assert max(sizes) <= 2  # it has learnt


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError("out of memory\nallocating 512 bytes"), "out of memory allocating 512 bytes"),
        (RuntimeError("cudaErrorIllegalAddress"), "cudaErrorIllegalAddress"),
        (ImportError("libcublas.so.12"), "libcublas.so.12"),
    ],
)
def test_a_device_that_fails_leaves_the_rest_to_the_cpu_and_says_so(
    error: Exception, said: str
) -> None:
    calls: list[int] = []
    search = GpuSearch(numpy_device(matmul=failing(error, calls)))
    frames, ranges = music(2), all_ranges(2, 16, 2048)
    for _ in range(2):
        expected = CpuSearch().best_maps(frames, ranges, 10000.0)
        assert_same(expected, search.best_maps(frames, ranges, 10000.0))
    *_, notice = search.notices
    assert said in notice and notice.endswith("the cpu did the rest")
    assert "\n" not in notice
    tried = len(calls)
    search.best_maps(frames, ranges, np.inf)
    assert len(calls) == tried  # not asked again


def failing(error: Exception, calls: list[int] | None = None) -> Callable[..., Any]:
    def operation(*_: Any, **__: Any) -> Any:
        if calls is not None:
            calls.append(1)
        raise error

    return operation


def test_the_trial_passes_exact_arithmetic() -> None:
    check(numpy_device())


def tensor_float(first: Floats, second: Floats) -> Floats:
    """As matmul with TF32: factors are rounded to 11 significant bits."""
    rounded = []
    for factor in (first, second):
        bits = (np.ascontiguousarray(factor).view(np.uint32) + np.uint32(1 << 12)) & 0xFFFFE000
        rounded.append(bits.astype(np.uint32).view(np.float32))
    return np.matmul(*rounded)


def shifted(first: Floats, second: Floats) -> Floats:
    """A product whose columns stand in the wrong place."""
    return np.roll(np.matmul(first, second), 1, axis=2)


@pytest.mark.parametrize(
    ("matmul", "said"),
    [
        (tensor_float, "is not exact: off by"),
        (failing(ValueError("no kernel image\nfor this device")), "no kernel image for this"),
        (lambda first, second: np.matmul(first, second) * np.float32("nan"), "is not exact"),
    ],
)
def test_the_trial_refuses_a_device_that_computes_otherwise(
    matmul: Callable[..., Any], said: str
) -> None:
    with pytest.raises(BackendError, match=said) as caught:
        check(numpy_device(matmul=matmul))
    assert "\n" not in str(caught.value)


def test_the_trial_refuses_right_bounds_of_wrong_domains() -> None:
    class Shifted(Device):
        def propose(self, frames: Floats, starts: Any, length: int) -> Any:
            found = super().propose(frames, starts, length)
            found.domain[:] = (found.domain + 1) % (frames.shape[1] - 2 * length + 1)
            return found

    with pytest.raises(BackendError, match="proposes other domains"):
        check(Shifted("NumPy", np, ENOUGH))


def test_files_have_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    device = numpy_device(16 << 20)
    monkeypatch.setattr(gpu, "open_device", lambda memory_mb: device)
    for source, params in (
        (MemorySource(noise(2, 30_000, peak=3000)), {"smallest_range": 8}),
        (MemorySource(noise(1, 9_000) * 65536, 8000, SampleType.S32), {"smallest_range": 16}),
        (MemorySource(noise(2, 5_000), 8000), {"variant": "b", "strict": True}),
        (MemorySource(np.zeros((1, 5_000), np.int16)), {}),
    ):
        expected = encoded(source, engine=Engine("cpu"), **params)
        for threads in (1, 3):
            assert encoded(source, engine=Engine("gpu", threads), **params) == expected


def test_a_back_end_is_given_as_many_rows_as_it_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    class Wanting(CpuSearch):
        rows_at_once = 7

        def best_maps(self, frames: Floats, ranges: Ranges, limit: float) -> Maps:
            seen.append(len(frames))
            return super().best_maps(frames, ranges, limit)

    source = MemorySource(noise(2, 40_000))
    expected = encoded(source)
    monkeypatch.setattr(encoder, "make_search_or_cpu", lambda *_: Wanting())
    assert encoded(source) == expected
    assert max(seen) == 7


def test_without_a_gpu_the_cpu_encodes_and_the_result_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(memory_mb: int) -> Device:
        raise BackendError("gpu: CUDA shows no device")

    monkeypatch.setattr(gpu, "open_device", missing)
    target, params = io.BytesIO(), ClassicParams(smallest_range=16, superframe=1)
    source = MemorySource(noise(1, 9_000))
    result = finish(ClassicCodec().encode(source, target, params, Engine("gpu")))
    assert "gpu: CUDA shows no device; the cpu is used instead" in result.notices
    assert target.getvalue() == encoded(source, smallest_range=16)
    with pytest.raises(BackendError, match="no device"):
        make_search("gpu", 64)
    assert make_search_or_cpu("gpu", 64).name == "cpu"


def test_without_cupy_one_line_says_what_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cupy", None)
    with pytest.raises(BackendError, match=r"pip install 'road-studio\[gpu\]'"):
        gpu._import_cupy()


def test_cupy_is_not_imported_unless_asked_for() -> None:
    words = "import sys, road_codec.fractal.search.gpu; sys.exit('cupy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


def test_every_operation_is_known_to_cupy() -> None:
    cupy = pytest.importorskip("cupy", reason="CuPy is not installed")
    asked: set[str] = set()

    class Listening:
        def __getattr__(self, name: str) -> Any:
            asked.add(name)
            return getattr(np, name)

    propose(Listening(), music(1), np.array([[0, 8]]), 8)
    assert len(asked) > 5
    assert [name for name in asked if not hasattr(cupy, name)] == []


@pytest.mark.parametrize("length", [4, 8, 16, 32])
@pytest.mark.parametrize("kind", KINDS)
def test_a_device_gives_the_maps_of_the_oracle(
    real_device: Device, kind: Callable[[np.random.Generator], Floats], length: int
) -> None:
    rng = np.random.default_rng(length)
    frames = np.stack([kind(rng), kind(rng)])
    ranges = all_ranges(2, length)
    search = GpuSearch(real_device)
    assert_same(
        PlainSearch().best_maps(frames, ranges, np.inf), search.best_maps(frames, ranges, np.inf)
    )
    assert search.notices == ()


def test_a_device_gives_files_of_the_same_bytes(real_device: Device) -> None:
    source = MemorySource(noise(2, 300_000, peak=3000))
    assert encoded(source, engine=Engine("gpu", 2, 1024)) == encoded(source, engine=Engine("cpu"))


def test_a_device_that_is_full_is_used_in_smaller_batches(real_device: Device) -> None:
    device = gpu._first_device(64)
    search = GpuSearch(device)
    search._planned = 1 << 40
    frames, ranges = music(12), all_ranges(12, 4, 2048)
    expected = CpuSearch().best_maps(frames, ranges, np.inf)
    assert_same(expected, search.best_maps(frames, ranges, np.inf))
    assert "less memory left" in search.notices[0]


def music(n_frames: int) -> Floats:
    """Frames of tones that glide, with noise that grows."""
    rng = np.random.default_rng(7)
    time = np.arange(n_frames * 2048)
    loudness = rng.uniform(500, 9000, 4)[:, np.newaxis]
    pitch = rng.uniform(0.01, 0.4, 4)[:, np.newaxis] * (1 + time / 2e5)
    tones = (loudness * np.sin(pitch * time)).sum(axis=0)
    return np.trunc(tones + rng.normal(0, 1, len(time)) * (time / 30)).reshape(n_frames, 2048)


def some_ranges(n_frames: int, length: int) -> Ranges:
    """All ranges of the first frame, some of the others, none of the last but one."""
    every = all_ranges(n_frames, length, 2048)
    keep = (np.arange(len(every)) % (every.frame * 3 + 1) == 0) & (every.frame != n_frames - 2)
    return Ranges(every.frame[keep], every.start[keep], length)
