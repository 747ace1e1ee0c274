"""The spectrum of what is sounding now: levels of one short stretch, for a display.

Measures over whole sounds are in `spectral`; this is one window, taken as often as a
display is drawn.
"""

import numpy as np
from numpy.typing import NDArray

from road_codec.errors import ParameterError

Singles = NDArray[np.float32]

LOWEST_DBFS = -150.0
"""What silence is given as."""

_LOWEST_POWER = 10.0 ** (LOWEST_DBFS / 10.0)
_LEAST_LENGTH = 64
_MOST_LENGTH = 1 << 20


class LiveSpectrum:
    """Levels of all frequencies in the last samples of a sound, in dBFS.

    The window is Hann's, periodic: a sine of full scale in the middle of a bin reads
    0 dBFS, one between two bins 1.4 dB less.  Channels are added as energies, so that
    opposite ones do not vanish, and divided by their number.

    Parameters
    ----------
    length : int
        Samples of a window: a power of two, 64 to 2**20.

    Raises
    ------
    ParameterError
        If the length is another.

    References
    ----------
    Harris, *On the use of windows for harmonic analysis with the discrete Fourier
    transform*, Proc. IEEE 66, 1978.
    """

    def __init__(self, length: int) -> None:
        if not _LEAST_LENGTH <= length <= _MOST_LENGTH or length & (length - 1):
            raise ParameterError(
                f"window: {length} samples, must be a power of two "
                f"from {_LEAST_LENGTH} to {_MOST_LENGTH}"
            )
        self.length = length
        turns = np.arange(length) / length
        window = 0.5 - 0.5 * np.cos(2.0 * np.pi * turns)
        # A sine of full scale has half of its amplitude at the positive frequency.
        self._window: Singles = (window * (2.0 / window.sum())).astype(np.float32)[:, np.newaxis]

    @property
    def n_bins(self) -> int:
        """Number of levels: one for each multiple of rate / length, from 0 to half the rate."""
        return self.length // 2 + 1

    def levels_dbfs(self, frames: Singles) -> Singles:
        """Return the levels of a stretch.

        Parameters
        ----------
        frames : ndarray, shape (length, channels)
            Samples, full scale ±1.0, as sound cards take them.

        Returns
        -------
        ndarray of float32, shape (n_bins,)
            In dBFS, at least `LOWEST_DBFS`.
        """
        if frames.ndim != 2 or len(frames) != self.length or not frames.shape[1]:
            raise ParameterError(f"frames are {frames.shape}, must be ({self.length}, channels)")
        # Imported late, and not NumPy's, which would turn the samples into doubles first.
        from scipy.fft import rfft

        spectrum = rfft(frames * self._window, axis=0)
        powers = np.mean(spectrum.real**2 + spectrum.imag**2, axis=1)
        levels: Singles = 10.0 * np.log10(np.maximum(powers, _LOWEST_POWER)).astype(np.float32)
        return levels
