"""What goes into the ring comes out of it, in order and once, whoever is faster."""

import threading

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from road_gui.player.ring import Ring


def test_a_producer_and_a_consumer_pass_every_frame() -> None:
    n_frames = 400_000
    sent = np.arange(2 * n_frames, dtype=np.float32).reshape(n_frames, 2)
    received = np.zeros_like(sent)
    ring = Ring(9_973, 2)

    def produce() -> None:
        random = np.random.default_rng(1)
        at = 0
        while at < n_frames:
            at += ring.write(sent[at : at + int(random.integers(1, 7_000))])
        ring.complete()

    def consume() -> None:
        random = np.random.default_rng(2)
        at = 0
        while not ring.is_exhausted:
            at += ring.read_into(received[at : at + int(random.integers(1, 7_000))])

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert ring.n_read == n_frames
    assert np.array_equal(received, sent)


@given(
    capacity=st.integers(1, 20),
    steps=st.lists(
        st.tuples(st.sampled_from(["write", "read", "peek", "skip"]), st.integers(0, 25))
    ),
)
def test_the_ring_is_a_queue(capacity: int, steps: list[tuple[str, int]]) -> None:
    ring, queue = Ring(capacity, 1), list[float]()
    next_value = 0
    for step, n in steps:
        if step == "write":
            frames = np.arange(next_value, next_value + n, dtype=np.float32)[:, np.newaxis]
            n_written = ring.write(frames)
            assert n_written == min(n, capacity - len(queue))
            queue += frames[:n_written, 0].tolist()
            next_value += n_written
        elif step == "skip":
            assert ring.skip(n) == min(n, len(queue))
            queue = queue[n:]
        else:
            out = np.full((n, 1), -1.0, np.float32)
            n_got = ring.read_into(out) if step == "read" else ring.peek_into(out)
            assert out[:n_got, 0].tolist() == queue[:n]
            assert (out[n_got:] == -1.0).all()
            queue = queue[n:] if step == "read" else queue
        assert (ring.available, ring.free) == (len(queue), capacity - len(queue))


def test_it_is_exhausted_when_the_last_frame_is_read_and_not_before() -> None:
    ring = Ring(4, 1)
    ring.write(np.ones((3, 1), np.float32))
    assert not ring.is_exhausted
    ring.complete()
    assert not ring.is_exhausted
    ring.read_into(np.empty((3, 1), np.float32))
    assert ring.is_exhausted
