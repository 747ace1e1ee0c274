"""In which order the maps of a frame are applied.

The attractor does not depend on it: that is the stochastic decoding of the article.
"""

from enum import Enum

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Order(Enum):
    """SEQUENTIAL goes by position; COIN is the original's coin toss; SHUFFLE any order."""

    SEQUENTIAL = "sequential"
    COIN = "coin"
    SHUFFLE = "shuffle"


def orders(order: Order, n_items: int, passes: int, seed: tuple[int, ...]) -> Ints:
    """Return the order of the items in every pass.

    Parameters
    ----------
    order : Order
        The kind of order.
    n_items, passes : int
        Size of the result.
    seed : tuple of int
        Repeats the same orders; give the place of the frame in the file, so that
        seeking changes nothing.

    Returns
    -------
    ndarray of int64, shape (passes, n_items)
        Each row a permutation of the items.
    """
    in_order = np.arange(n_items)
    if order is Order.SEQUENTIAL:
        return np.tile(in_order, (passes, 1))
    random = np.random.default_rng(seed)
    if order is Order.SHUFFLE:
        return (
            np.stack([random.permutation(n_items) for _ in range(passes)])
            if passes
            else (np.empty((0, n_items), np.int64))
        )
    # Heads go to the back of a list, tails to its front, and the list is consumed from the
    # back: the heads in descending order, then the tails ascending (FORMAT.md, section 14).
    rows = np.empty((passes, n_items), np.int64)
    for row in rows:
        heads = random.random(n_items) < 0.5
        row[:] = np.concatenate((in_order[heads][::-1], in_order[~heads]))
    return rows
