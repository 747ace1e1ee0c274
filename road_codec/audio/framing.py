"""Cutting a stream of blocks into superframes of equal length."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def regroup(blocks: Iterable[Floats], length: int) -> Iterator[Floats]:
    """Yield the same samples in pieces of `length`; the last may be shorter.

    Parameters
    ----------
    blocks : iterable of ndarray, shape (channels, any)
        Consecutive stretches of sound.
    length : int
        Samples of a piece, at least 1.
    """
    held: list[Floats] = []
    n_held = 0
    for block in blocks:
        position = 0
        while n_held + block.shape[1] - position >= length:
            take = length - n_held
            held.append(block[:, position : position + take])
            yield np.concatenate(held, axis=1) if len(held) > 1 else held[0]
            position += take
            held, n_held = [], 0
        if position < block.shape[1]:
            held.append(block[:, position:])
            n_held += block.shape[1] - position
    if held:
        yield np.concatenate(held, axis=1)


def pad_with_last(piece: Floats, length: int) -> Floats:
    """Lengthen a piece of shape (channels, n > 0) to `length` by repeating its last sample."""
    return np.pad(piece, ((0, 0), (0, length - piece.shape[1])), mode="edge")


def to_frames(piece: Floats, frame_len: int) -> Floats:
    """View a superframe (channels, n_frames * frame_len) as (channels, n_frames, frame_len)."""
    return piece.reshape(piece.shape[0], -1, frame_len)
