"""Short-time spectra as levels in dB: of a stretch in so many columns, or of a whole sound."""

import math

import numpy as np
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.metrics.pairs import Floats, Samples
from road_codec.metrics.spectral import periodic_hann

Singles = NDArray[np.float32]

SMALLEST_FFT, LARGEST_FFT = 32, 1 << 16

FLOOR_DB = -160.0
"""Lowest level there is: below the rounding of 24 bits in any bin."""

_FLOOR_POWER = 10.0 ** (FLOOR_DB / 10.0)
# Frames transformed at once: some megabytes.
_SLAB_VALUES = 1 << 19


class Spectrogram:
    """Levels of a stretch of sound over time and frequency, made as it is read.

    The stretch is cut into columns of equal length, and a column is the mean power of the
    frames that begin every half frame and have their middles in it; where columns are shorter
    than half a frame, of the one frame in the middle of it.

    Parameters
    ----------
    fft_len : int
        Samples of a frame, a power of two from 32 to 65536; periodic Hann window.
    n_columns : int
        Columns, at least 1.
    first, length : float
        Where the columns begin and how much they cover, in samples from the first that is
        added; around what is added is silence.

    Raises
    ------
    ParameterError
        If `fft_len` or `n_columns` is out of range.
    """

    def __init__(self, *, fft_len: int, n_columns: int, first: float, length: float) -> None:
        _check_fft_len(fft_len)
        if n_columns < 1:
            raise ParameterError(f"columns: {n_columns}, must be 1 or more")
        self._fft_len = fft_len
        column_len = length / n_columns
        self._frames_a_column = max(1, round(column_len / (fft_len / 2)))
        n_frames = n_columns * self._frames_a_column
        middles = first + column_len * (np.arange(n_frames) + 0.5) / self._frames_a_column
        self._starts = np.floor(middles - fft_len / 2 + 0.5).astype(np.int64)
        self._sums = np.zeros((n_columns, fft_len // 2 + 1))
        self._done = 0
        # What has been added and is still needed, and the sample that it begins with.
        self._held: Floats | None = None
        self._position = min(0, int(self._starts[0]))

    def add(self, samples: Samples) -> None:
        """Take the next block, shape (channels, n), full scale ±1.0; powers are averaged."""
        if self._held is None:
            self._held = np.zeros((samples.shape[0], -self._position))
        self._held = np.concatenate([self._held, samples], axis=1)
        end = self._position + self._held.shape[1]
        self._transform(int(np.searchsorted(self._starts, end - self._fft_len, side="right")))
        if self._done < len(self._starts):
            # A copy: a view would keep the whole block alive.
            gone = min(max(0, int(self._starts[self._done]) - self._position), end - self._position)
            self._held = self._held[:, gone:].copy()
            self._position += gone

    def result_db(self) -> Singles:
        """Return dB, shape (fft_len / 2 + 1, n_columns), when all has been added.

        A sine of full scale in the middle of a bin has 0 dB; nothing is below `FLOOR_DB`.
        """
        if self._held is not None and self._done < len(self._starts):
            silence = np.zeros((self._held.shape[0], self._fft_len))
            self._held = np.concatenate([self._held, silence], axis=1)
            end = self._position + self._held.shape[1]
            self._transform(int(np.searchsorted(self._starts, end - self._fft_len, side="right")))
            self._done = len(self._starts)
        return _as_db((self._sums / self._frames_a_column).T)

    def _transform(self, stop: int) -> None:
        if self._held is None or stop <= self._done:
            return
        step = max(1, _SLAB_VALUES // (self._fft_len * self._held.shape[0]))
        for at in range(self._done, stop, step):
            numbers = np.arange(at, min(at + step, stop))
            powers = _powers_at(self._held, self._starts[numbers] - self._position, self._fft_len)
            np.add.at(self._sums, numbers // self._frames_a_column, powers)
        self._done = stop


def spectrogram_db(
    samples: Samples,
    *,
    fft_len: int,
    n_columns: int,
    first: float = 0.0,
    length: float | None = None,
) -> Singles:
    """Return the `Spectrogram` of samples in memory, by default of all of them.

    Parameters
    ----------
    samples : ndarray, shape (channels, n)
        The sound.
    fft_len, n_columns, first, length
        As for `Spectrogram`.

    Returns
    -------
    ndarray, shape (fft_len / 2 + 1, n_columns)
        As `Spectrogram.result_db`.
    """
    covered = samples.shape[1] - first if length is None else length
    made = Spectrogram(fft_len=fft_len, n_columns=n_columns, first=first, length=covered)
    made.add(samples)
    return made.result_db()


class SpectrumSummary:
    """The spectrogram of a whole sound in a bounded number of columns, made as it is read.

    When the columns are used up, each two become one; so memory does not grow with the sound.

    Parameters
    ----------
    fft_len : int
        Samples of a frame; the frames begin every half of it.
    max_columns : int
        Greatest number of columns, an even number.

    Raises
    ------
    ParameterError
        If one of them is out of range.
    """

    def __init__(self, fft_len: int = 2048, max_columns: int = 4096) -> None:
        _check_fft_len(fft_len)
        if max_columns < 2 or max_columns % 2:
            raise ParameterError(f"columns: {max_columns}, must be even and 2 or more")
        self.fft_len = fft_len
        self._hop = fft_len // 2
        self._sums = np.zeros((max_columns, self._hop + 1), np.float32)
        self._frames_a_column = 1
        self._n_frames = 0
        # A quarter of a frame of silence comes first: then frame k has its middle in column k.
        self._held: Floats | None = None

    @property
    def column_len(self) -> int:
        """Samples from one column to the next; column k begins at k times that."""
        return self._hop * self._frames_a_column

    @property
    def n_columns(self) -> int:
        """Columns that have something in them."""
        return -(-self._n_frames // self._frames_a_column)

    def add(self, samples: Samples) -> None:
        """Take the next block, shape (channels, n), full scale ±1.0."""
        if self._held is None:
            self._held = np.zeros((samples.shape[0], self._hop // 2))
        held = np.concatenate([self._held, samples], axis=1)
        n_frames = max(0, (held.shape[1] - self.fft_len) // self._hop + 1)
        step = max(1, _SLAB_VALUES // (self.fft_len * held.shape[0]))
        for at in range(0, n_frames, step):
            starts = np.arange(at, min(at + step, n_frames), dtype=np.int64) * self._hop
            self._put(_powers_at(held, starts, self.fft_len))
        self._held = held[:, n_frames * self._hop :].copy()

    def result_db(self) -> Singles:
        """Return levels as `spectrogram_db` does, shape (fft_len / 2 + 1, n_columns)."""
        n_columns = self.n_columns
        counts = np.full(n_columns, self._frames_a_column, np.float32)
        if n_columns:
            counts[-1] = self._n_frames - (n_columns - 1) * self._frames_a_column
        return _as_db((self._sums[:n_columns] / counts[:, np.newaxis]).T)

    def _put(self, powers: Floats) -> None:
        for at in range(len(powers)):
            column = self._n_frames // self._frames_a_column
            if column == len(self._sums):
                half = column // 2
                self._sums[:half] = self._sums[0::2] + self._sums[1::2]
                self._sums[half:] = 0.0
                self._frames_a_column *= 2
                column = half
            self._sums[column] += powers[at]
            self._n_frames += 1


def _powers_at(samples: Samples, starts: NDArray[np.int64], fft_len: int) -> Floats:
    """Return powers, shape (frames, bins), of frames of a sound, averaged over channels."""
    window = periodic_hann(fft_len)
    # A sine of amplitude 1 has |X| = sum(window) / 2 in its bin.
    unit = (2.0 / float(window.sum())) ** 2 / max(1, samples.shape[0])
    views = np.lib.stride_tricks.sliding_window_view(samples, fft_len, axis=1)
    spectra = np.fft.rfft(views[:, starts] * window)
    powers: Floats = unit * np.sum(spectra.real**2 + spectra.imag**2, axis=0)
    return powers


def _as_db(powers: Floats | Singles) -> Singles:
    levels = np.log10(np.maximum(powers, _FLOOR_POWER)).astype(np.float32) * np.float32(10.0)
    return np.ascontiguousarray(np.maximum(levels, np.float32(FLOOR_DB)))


def _check_fft_len(fft_len: int) -> None:
    if not SMALLEST_FFT <= fft_len <= LARGEST_FFT or not math.log2(fft_len).is_integer():
        raise ParameterError(
            f"frame: {fft_len} samples, must be a power of two from {SMALLEST_FFT} to {LARGEST_FFT}"
        )
