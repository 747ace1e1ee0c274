"""Samples of a packet as bytes and back (FORMAT.md, section 4)."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.audio.channels import Mixing, mix, unmix
from road_codec.bitstream.byteio import ByteReader
from road_codec.bitstream.range_coder import (
    TAIL_BYTES,
    decoder_registers,
    encoder_registers,
    finish,
    fresh_chances,
)
from road_codec.codecs.extrema.coding import (
    MOST_BYTES_PER_RUN,
    N_CONTEXTS,
    get_runs,
    put_runs,
)
from road_codec.codecs.extrema.runs import Runs, find_runs, heights_of
from road_codec.codecs.extrema.shapes import ONE, trained_curves
from road_codec.errors import FormatError

Floats = NDArray[np.float64]

PACKET_LEN = 16384
STEP_UNIT = 2.0**-31
"""What the step in the head of a file counts, full scale being 1."""

# Found by trying, at equal bytes on the clips (tests/benchmarks/extrema.py): how fine the
# heights are, and how far a curve may stray, both in units of the threshold.
_STEP = 0.75
TOLERANCE = 0.3
"""How far a curve may stray, in units of the threshold."""
_AS_IT_IS, _MIDDLE = 0, 1
_ROOT_OF_HALF = 46341  # in units of 1/65536


def step_for(threshold: float) -> int:
    """Return the step of the heights, in units of `STEP_UNIT`.

    Parameters
    ----------
    threshold : float
        In steps of 16 bits.
    """
    return max(1, round(threshold * _STEP * 2.0**-15 / STEP_UNIT))


@dataclass(frozen=True, slots=True)
class Packets:
    """How samples become packets: the step of the heights in units of `STEP_UNIT`."""

    step: int

    def encode(self, samples: Floats) -> bytes:
        """Return the payload of samples (channels, n), full scale ±1.0."""
        mixing = _better_mixing(samples)
        coded = mix(samples, mixing) / (self._step_of(mixing) * STEP_UNIT)
        curves = trained_curves()
        knots = np.ascontiguousarray(curves.T, np.float32)
        threshold = 1.0 / _STEP
        tolerance = (TOLERANCE / _STEP) ** 2
        runs = [find_runs(channel, threshold, tolerance, curves, knots) for channel in coded]
        room = MOST_BYTES_PER_RUN * sum(len(one.length) for one in runs) + TAIL_BYTES
        registers, buffer = encoder_registers(), np.zeros(room, np.uint8)
        for one in runs:
            put_runs(registers, buffer, fresh_chances(N_CONTEXTS), one)
        flag = _MIDDLE if mixing is Mixing.MID else _AS_IT_IS
        return bytes([flag]) + finish(registers, buffer)

    def decode(self, payload: bytes, n_channels: int, n_samples: int, number: int) -> Floats:
        """Return the samples of a payload, shape (n_channels, n_samples), full scale ±1.0.

        Raises
        ------
        FormatError
            If it is mixed in a way that is not known.
        """
        mixing, runs = self.runs(payload, n_channels, n_samples, number)
        curves = trained_curves()
        heights = np.stack([heights_of(one, n_samples, curves) for one in runs])
        # One product each, so that all machines round alike.
        unit = self._step_of(mixing) * STEP_UNIT / ONE
        coded = np.multiply(heights, unit, dtype=np.float64)
        return unmix(coded, mixing)

    def _step_of(self, mixing: Mixing) -> int:
        """Return the step of coded channels: both errors of mid and side meet in each channel."""
        return max(1, self.step * _ROOT_OF_HALF >> 16) if mixing is Mixing.MID else self.step

    def runs(
        self, payload: bytes, n_channels: int, n_samples: int, number: int
    ) -> tuple[Mixing, list[Runs]]:
        """Return what a payload says: how channels are mixed, and the runs of each."""
        reader = ByteReader(payload, f"packet {number}")
        flag = reader.number("B", "mixing")
        if flag not in {_AS_IT_IS, _MIDDLE} or (flag == _MIDDLE and n_channels != 2):
            raise FormatError(f"packet {number}: mixing {flag} of {n_channels} channels")
        buffer = np.frombuffer(payload, np.uint8)[1:]
        registers = decoder_registers(buffer)
        found = [
            get_runs(registers, buffer, fresh_chances(N_CONTEXTS), n_samples)
            for _ in range(n_channels)
        ]
        return (Mixing.MID if flag == _MIDDLE else Mixing.NONE), found


def _better_mixing(samples: Floats) -> Mixing:
    """Return what is likely to be smaller, judged by how far the sound moves."""
    if len(samples) != 2:
        return Mixing.NONE
    plain = _movement(samples[0]) * _movement(samples[1])
    mixed = mix(samples, Mixing.MID)
    # Twice, for their step is finer (see `_step_of`); and where it is nearly the same, as it is.
    mid_and_side = 2.2 * _movement(mixed[0]) * _movement(mixed[1])
    return Mixing.MID if mid_and_side < plain else Mixing.NONE


@numba.njit(nogil=True, cache=True)
def _movement(channel: Floats) -> float:
    """Return the sum of all steps up and down; a loop, for NumPy's sums differ by machine."""
    total = 0.0
    for place in range(1, len(channel)):
        total += abs(channel[place] - channel[place - 1])
    return total
