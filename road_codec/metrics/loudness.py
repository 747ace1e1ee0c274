"""How loud a sound is to ears: integrated loudness, and gains that make sounds equally loud.

`LoudnessMeter` is an accumulator like the other measures, of one sound instead of two.

References
----------
Recommendation ITU-R BS.1770-4, *Algorithms to measure audio programme loudness and
true-peak audio level*, 2015.  Its filters are given for 48 kHz; the analogue
prototypes behind them, used here for all other rates, are those of De Man, *Evaluation
of implementations of the EBU R128 loudness measurement*, AES 145, 2018.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.metrics.pairs import SLAB_SIZE, Floats, Samples, check_samples

ABSOLUTE_GATE_LUFS = -70.0
"""Blocks that are quieter are left out (BS.1770-4, annex 1)."""

RELATIVE_GATE_LU = -10.0
"""So far below the mean of the others may a block be; what is quieter is left out."""

GREATEST_BOOST_DB = 20.0
"""`matching_gains_db` lifts no sound by more: what is nearly silent stays quiet."""

_OFFSET_LUFS = -0.691
_BLOCK_SECONDS = 0.4
_STEPS_A_BLOCK = 4
# Left, right and centre count once, a low-frequency channel not at all, what comes from
# behind or from the sides 1.41 times: in the order of WAVE files, by number of channels.
_REAR = 1.41
_WEIGHTS = {
    4: (1.0, 1.0, _REAR, _REAR),
    5: (1.0, 1.0, 1.0, _REAR, _REAR),
    6: (1.0, 1.0, 1.0, 0.0, _REAR, _REAR),
    8: (1.0, 1.0, 1.0, 0.0, _REAR, _REAR, _REAR, _REAR),
}
_LOWEST_RATE_HZ = 100
_HIGH_PASS_HZ, _HIGH_PASS_Q = 38.13547087602444, 0.5003270373238773


@dataclass(frozen=True, slots=True)
class Loudness:
    """What was measured of one sound.

    Attributes
    ----------
    lufs : float or None
        Integrated loudness, in LUFS; None where every block is silent, or where the
        sound is shorter than a block of 0.4 s.
    peak : float
        Greatest absolute sample, full scale 1.0.
    """

    lufs: float | None
    peak: float


class LoudnessMeter:
    """Integrated loudness of all blocks of a sound, after BS.1770-4.

    Parameters
    ----------
    rate_hz : int
        Samples per second of one channel, at least 100.
    n_channels : int
        Channels, in the order of WAVE files.  Four are a square, five and six a circle
        with two behind, the fourth of six and of eight the low-frequency one; with any
        other number all count alike.

    Raises
    ------
    ParameterError
        If the rate or the number of channels is out of range.
    """

    def __init__(self, rate_hz: int, n_channels: int) -> None:
        if rate_hz < _LOWEST_RATE_HZ or n_channels < 1:
            raise ParameterError(
                f"loudness of {n_channels} channels at {rate_hz} Hz: at least 1 channel and "
                f"{_LOWEST_RATE_HZ} Hz are needed"
            )
        self._n_channels = n_channels
        self._weights = np.array(_WEIGHTS.get(n_channels, (1.0,) * n_channels))
        self._sections = np.concatenate([_shelf(rate_hz), _high_pass(rate_hz)])
        self._state: Floats = np.zeros((len(self._sections), n_channels, 2))
        self._step_len = round(_BLOCK_SECONDS / _STEPS_A_BLOCK * rate_hz)
        # What was filtered of a step that is not full yet: a sum, and of how many samples.
        self._energy = 0.0
        self._n_filled = 0
        self._steps: list[NDArray[np.float64]] = []
        self._peak = 0.0

    def add(self, samples: Samples) -> None:
        """Take the next block, shape (channels, samples), full scale ±1.0.

        Raises
        ------
        ParameterError
            If the shape is another, or samples are not floats or not finite.
        """
        check_samples(samples, "loudness")
        if samples.shape[0] != self._n_channels:
            raise ParameterError(
                f"loudness: {samples.shape[0]} channels, {self._n_channels} expected"
            )
        for slab in _slabs(samples):
            self._peak = max(self._peak, float(np.abs(slab).max()))
            self._gather(self._weights @ self._filtered(slab) ** 2)

    def _filtered(self, slab: Floats) -> Floats:
        # Imported late: the command line starts without it.
        from scipy.signal import sosfilt

        out, self._state = sosfilt(self._sections, slab, axis=1, zi=self._state)
        filtered: Floats = out
        return filtered

    def _gather(self, energies: Floats) -> None:
        """Add the energies of samples up into steps of a quarter of a block."""
        missing = self._step_len - self._n_filled
        if len(energies) < missing:
            self._energy += float(energies.sum())
            self._n_filled += len(energies)
            return
        first = self._energy + float(energies[:missing].sum())
        n_whole, n_left = divmod(len(energies) - missing, self._step_len)
        whole = energies[missing : missing + n_whole * self._step_len]
        sums = whole.reshape(n_whole, self._step_len).sum(axis=1)
        self._steps.append(np.concatenate([[first], sums]))
        self._energy = float(energies[len(energies) - n_left :].sum())
        self._n_filled = n_left

    def result(self) -> Loudness:
        """Return what holds so far."""
        if not self._steps:
            return Loudness(None, self._peak)
        steps = np.concatenate(self._steps)
        if len(steps) < _STEPS_A_BLOCK:
            return Loudness(None, self._peak)
        summed = np.convolve(steps, np.ones(_STEPS_A_BLOCK), "valid")
        return Loudness(_gated_lufs(summed / (_STEPS_A_BLOCK * self._step_len)), self._peak)


def _slabs(samples: Samples) -> Iterator[Floats]:
    step = max(1, SLAB_SIZE // samples.shape[0])
    for first in range(0, samples.shape[1], step):
        yield samples[:, first : first + step].astype(np.float64)


def _gated_lufs(powers: Floats) -> float | None:
    """Return the loudness of blocks of these mean squares, after both gates."""
    loud = powers[powers > _power(ABSOLUTE_GATE_LUFS)]
    if not len(loud):
        return None
    gate = _power(_lufs(float(loud.mean())) + RELATIVE_GATE_LU)
    return _lufs(float(loud[loud > gate].mean()))


def _lufs(power: float) -> float:
    return _OFFSET_LUFS + 10.0 * math.log10(power)


def _power(lufs: float) -> float:
    return float(10.0 ** ((lufs - _OFFSET_LUFS) / 10.0))


def _shelf(rate_hz: int) -> Floats:
    """Return the first stage, a shelf of +4 dB above 1.7 kHz: what a head does to sound."""
    k = _warped(1681.974450955533, rate_hz)
    q, high = 0.7071752369554196, 10.0 ** (3.999843853973347 / 20.0)
    band = high**0.4996667741545416
    a0 = 1.0 + k / q + k * k
    return np.array(
        [
            [
                (high + band * k / q + k * k) / a0,
                2.0 * (k * k - high) / a0,
                (high - band * k / q + k * k) / a0,
                1.0,
                2.0 * (k * k - 1.0) / a0,
                (1.0 - k / q + k * k) / a0,
            ]
        ]
    )


def _high_pass(rate_hz: int) -> Floats:
    """Return the second stage, a high-pass at 38 Hz."""
    k, q = _warped(_HIGH_PASS_HZ, rate_hz), _HIGH_PASS_Q
    a0 = 1.0 + k / q + k * k
    # The standard's numerator at 48 kHz is 1, -2, 1 and not divided by a0: 0.04 dB too loud,
    # to be as loud at every rate.
    k_48 = _warped(_HIGH_PASS_HZ, 48_000)
    b = (1.0 + k_48 / q + k_48 * k_48) / a0
    return np.array([[b, -2.0 * b, b, 1.0, 2.0 * (k * k - 1.0) / a0, (1.0 - k / q + k * k) / a0]])


def _warped(frequency_hz: float, rate_hz: int) -> float:
    # A corner above what the rate can hold is moved to just below it: the filter stays stable.
    return math.tan(math.pi * min(frequency_hz / rate_hz, 0.49))


def matching_gains_db(measured: Sequence[Loudness], reference: int = 0) -> list[float]:
    """Return gains that make sounds as loud as one of them, and none beyond full scale.

    Parameters
    ----------
    measured : sequence of Loudness
        The sounds.
    reference : int
        Whose loudness all get, as long as none would exceed full scale; else all are
        quieter by the same amount.

    Returns
    -------
    list of float
        Gains in dB, one for each sound.  What has no loudness, and what would have to be
        lifted by more than `GREATEST_BOOST_DB`, is not matched exactly: the former keeps
        the gain of the reference, the latter gets as much as is allowed.
    """
    if not measured:
        return []
    wanted = measured[reference].lufs
    gains = [
        0.0 if wanted is None or one.lufs is None else min(GREATEST_BOOST_DB, wanted - one.lufs)
        for one in measured
    ]
    levels = [
        gain + 20.0 * math.log10(one.peak)
        for gain, one in zip(gains, measured, strict=True)
        if one.peak > 0.0
    ]
    # A sound that is itself beyond full scale, as floats may be, is brought back too.
    excess = max(0.0, max(levels, default=0.0))
    return [gain - excess for gain in gains]
