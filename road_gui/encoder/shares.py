"""How much of the work is done, by the length of the sounds: bytes of one kind last longer."""

from collections.abc import Sequence

from road_gui.encoder.rows import Row, State

# Bytes of a second of stereo at 44.1 kHz, about, until files of the same kind tell it better.
_PLAIN, _LOSSLESS, _LOSSY, _ENCODED = 176_400.0, 100_000.0, 20_000.0, 60_000.0
_BYTES_A_SECOND = {
    "": _ENCODED,
    ".flac": _LOSSLESS,
    **dict.fromkeys((".mp3", ".ogg", ".oga", ".opus"), _LOSSY),
}


def share_done(rows: Sequence[Row]) -> float:
    """Return how much of some rows is done, 0.0 to 1.0; those that failed count as done.

    A row weighs as many seconds as it lasts.  As long as that is not known, it is guessed from
    its size: by the files of its kind that are done, or by what is usual.
    """
    rates = _BYTES_A_SECOND | _learned(rows)
    whole = done = 0.0
    queued = State.QUEUED
    for row in rows:
        weight = (row.source_bytes or 1) / rates.get(row.suffix, _PLAIN)
        if row.state is queued:  # most are, of ten thousand
            whole += weight
            continue
        if row.state is State.DONE and row.seconds:
            weight = row.seconds
        whole += weight
        if row.state.is_finished:
            done += weight
        elif row.state is State.RUNNING:
            done += weight * (row.fraction or 0.0)
    return done / whole if whole else 0.0


def _learned(rows: Sequence[Row]) -> dict[str, float]:
    """Return bytes a second by kinds of files, where some are done."""
    sums: dict[str, tuple[int, float]] = {}
    for row in rows:
        if row.state is State.DONE and row.seconds and row.source_bytes:
            n_bytes, seconds = sums.get(row.suffix, (0, 0.0))
            sums[row.suffix] = (n_bytes + row.source_bytes, seconds + row.seconds)
    return {suffix: n_bytes / seconds for suffix, (n_bytes, seconds) in sums.items()}
