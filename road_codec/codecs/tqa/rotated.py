"""A packet of the rotated kind: samples to a payload and back (FORMAT.md, sections 4 to 7)."""

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.samples import SampleType
from road_codec.codecs.tqa.coder import quantise_blocks, read_rows, write_rows
from road_codec.codecs.tqa.design import MAX_BITS
from road_codec.codecs.tqa.generator import sign_variants
from road_codec.codecs.tqa.plan import (
    GREATEST_THRESHOLD,
    LEAST_THRESHOLD,
    N_RICE,
    Layout,
    Shape,
    base_code,
    energies,
    expected_size,
    layout_of,
    price_list,
    prices,
    row_bits,
    row_codes,
)
from road_codec.codecs.tqa.rotation import butterflies
from road_codec.codecs.tqa.side import ENDED, FINE, read_side, write_side
from road_codec.codecs.tqa.tables import GAIN_MIDDLE, UNIT_CODE, Tables, gains, tables
from road_codec.errors import FormatError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

PACKET_LEN = 1 << 16
HEAD = struct.Struct("<BBHI")
SILENT, MID_SIDE = 1, 2
_FRACTION_STEPS = 4 * 28
_CONTAINER_BITS = 8 * 20  # what the file adds to each packet: its frame and its entry in the index
_MOST_ROW_BITS = 40  # of the code of a sigma
_TRIES = 4
_CLOSE_ENOUGH = 256  # a budget counts as used up when less than 1/256 of it is left
_START_BELOW = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """How a packet is to be written.

    Attributes
    ----------
    layout, halvings : Layout, ndarray
        Its blocks.
    codes, bits : ndarray, shape (n_blocks, bands)
        Of its rows.
    threshold, n_early, rice : int
        As in the head of the payload.
    mid_side : bool
        Whether sum and difference are stored.
    """

    layout: Layout
    halvings: Ints
    codes: Ints
    bits: Bytes
    threshold: int
    n_early: int
    rice: int
    mid_side: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of a packet before bits are given to it.

    Attributes
    ----------
    coefficients : ndarray, shape (channels, samples)
        After the first stages of the rotation.
    mid_side : bool
        Whether they are sum and difference.
    halvings : ndarray, shape (channels, n_long)
        How often each block is halved.
    codes : ndarray, shape (n_blocks, bands)
        Sigma codes of the rows.
    """

    coefficients: Floats
    mid_side: bool
    halvings: Ints
    codes: Ints


class RotatedPackets:
    """Makes and reads the packets of one file.

    Parameters
    ----------
    shape : Shape
        Block, bands and channels.
    entropy, signed : bool
        Whether indices have codes of several lengths; whether there is a sign layer.
    seed : int
        Of the signs, 0 to 2**64 - 1.
    """

    def __init__(self, shape: Shape, *, entropy: bool, signed: bool, seed: int) -> None:
        self.shape = shape
        self._tables: Tables = tables(entropy, signed)
        self._signs = sign_variants(seed)
        self._prices = price_list(self._tables)

    def encode(
        self, samples: Floats, *, bits: float, switching: bool, sample_type: SampleType
    ) -> bytes:
        """Return the payload of samples (channels, 1 to `PACKET_LEN`), full scale ±1.0.

        Parameters
        ----------
        bits : float
            Mean bits of a sample that the packet may take, all included.
        switching : bool
            Whether blocks may be cut.
        sample_type : SampleType
            What the samples were rounded to: noise far below that is not worth its bits.
        """
        padded = self._padded(samples)
        if not padded.any():
            return bytes((SILENT,))
        budget = self._budget(samples.shape[1], bits, switching)
        floor = least_threshold(sample_type)
        room = 256 * max(0, budget)
        coefficients, mid_side = self._mixed(padded, room, floor)
        sums = energies(coefficients, self.shape)
        codes = [row_codes(one, n, self.shape, mid_side) for n, one in enumerate(sums)]
        halvings = np.zeros((len(padded), self._n_long(padded)), np.int64)
        if switching and self.shape.halvings:
            halvings = self._halvings(codes, halvings, room, floor)
        rows = [codes[times][n] for n, times in enumerate(halvings.reshape(-1))]
        plan = Plan(coefficients, mid_side, halvings, np.concatenate(rows))
        return self._fitted(plan, budget, floor)

    def _budget(self, n_samples: int, bits: float, switching: bool) -> int:
        """Return how many bits may follow the head.

        A stretch shorter than a block spreads over all of it, and is paid for as such: the
        end of a sound is to be as good as the rest.
        """
        block = self.shape.block_len >> (self.shape.halvings if switching else 0)
        wanted = int(bits * -(-n_samples // block) * block * self.shape.n_channels)
        return max(wanted - _CONTAINER_BITS - 8 * HEAD.size, 3 * wanted // 4)

    def _padded(self, samples: Floats) -> Floats:
        n_channels, n_samples = samples.shape
        padded = np.zeros((n_channels, self.shape.n_long(n_samples) * self.shape.block_len))
        padded[:, :n_samples] = samples
        return padded

    def _mixed(self, padded: Floats, room: int, floor: int) -> tuple[Floats, bool]:
        """Run the first stages, and say whether sum and difference are cheaper."""
        butterflies(padded.reshape(-1), 1, self.shape.bands)
        if self.shape.n_channels != 2:
            return padded, False
        mixed = np.stack((padded[0] + padded[1], padded[0] - padded[1]))
        plain_codes = row_codes(energies(padded, self.shape)[0], 0, self.shape, False)
        mixed_codes = row_codes(energies(mixed, self.shape)[0], 0, self.shape, True)
        uncut = np.zeros((2, self._n_long(padded)), np.int64)
        threshold = self._threshold(plain_codes, layout_of(uncut, self.shape), room, floor)
        row_len = self.shape.block_len // self.shape.bands
        plain, other = (
            int(prices(codes, row_len, threshold, self._prices).sum())
            for codes in (plain_codes, mixed_codes)
        )
        return (mixed, True) if other < plain else (padded, False)

    def _n_long(self, padded: Floats) -> int:
        return int(padded.shape[1]) // self.shape.block_len

    def _halvings(self, codes: list[Ints], uncut: Ints, room: int, floor: int) -> Ints:
        """Return how often each block is best halved, shape of `uncut`, which is zeros."""
        threshold = self._threshold(codes[0], layout_of(uncut, self.shape), room, floor)
        row_len = self.shape.block_len // self.shape.bands
        costs = [
            prices(one, row_len >> times, threshold, self._prices)
            for times, one in enumerate(codes)
        ]
        best: Ints = np.argmin(np.stack(costs), axis=0)
        return best.reshape(uncut.shape)

    def _size(
        self, rows: Ints, layout: Layout, threshold: int, n_early: int = 0
    ) -> tuple[int, int, Bytes]:
        """Return the expected size in 1/256 bits, the Rice parameter and the bits of the rows."""
        base = base_code(threshold)
        bits = row_bits(rows, threshold, n_early, base, self._tables.ladder)
        return *expected_size(rows, bits, layout, base, self._tables.rates), bits

    def _threshold(self, codes: Ints, layout: Layout, room: int, floor: int) -> int:
        """Return the lowest threshold whose packet fits into `room`, in 1/256 bits."""
        rows = codes.reshape(-1, self.shape.bands)
        low, high = floor, GREATEST_THRESHOLD
        while low < high:
            middle = (low + high) // 2
            fits = self._size(rows, layout, middle)[0] <= room
            low, high = (low, middle) if fits else (middle + 1, high)
        return low

    def _early(self, rows: Ints, layout: Layout, threshold: int, room: int) -> int:
        """Return how many rows can have a threshold of 1 less."""
        low, high = 0, rows.size
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._size(rows, layout, threshold, middle)[0] <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return low

    def _fitted(self, plan: Plan, budget: int, floor: int) -> bytes:
        """Quantise until the packet is as large as it may be, and write it."""
        layout = layout_of(plan.halvings, self.shape)
        # What is expected is mostly a little too small; to begin lower saves a second try.
        target, best = budget - budget // _START_BELOW, b""
        for _ in range(_TRIES):
            room = 256 * max(0, target)
            threshold = self._threshold(plan.codes, layout, room, floor)
            early = self._early(plan.codes, layout, threshold, room) if threshold > floor else 0
            _, rice, bits = self._size(plan.codes, layout, threshold, early)
            choice = Choice(
                layout, plan.halvings, plan.codes, bits, threshold, early, rice, plan.mid_side
            )
            payload = self._written(plan.coefficients, choice)
            left = budget - 8 * (len(payload) - HEAD.size)
            if not best or left >= 0 or len(payload) < len(best):
                best = payload
            if 0 <= left <= budget // _CLOSE_ENOUGH or (threshold == floor and left >= 0):
                break
            target += left - budget // _START_BELOW
        return best

    def _written(self, coefficients: Floats, choice: Choice) -> bytes:
        if not choice.bits.any():
            return bytes((SILENT,))
        indices = np.zeros(coefficients.size, np.uint16)
        variants = np.zeros(len(choice.bits), np.uint8)
        n_bits = quantise_blocks(
            coefficients.reshape(-1),
            choice.layout,
            choice.bits,
            self._factors(choice, inverse=True),
            self._signs,
            self._tables,
            indices,
            variants,
        )
        most = n_bits + _MOST_ROW_BITS * choice.codes.size + 8 * len(variants)
        out = np.zeros(most // 8 + 8, np.uint8)
        at = write_side(
            out,
            choice.layout,
            choice.halvings.reshape(-1),
            choice.codes,
            choice.bits,
            variants,
            base_code(choice.threshold),
            choice.rice,
        )
        at = write_rows(out, at, indices, choice.layout, choice.bits, self._tables)
        flags = MID_SIDE if choice.mid_side else 0
        head = HEAD.pack(flags, choice.rice, choice.threshold, choice.n_early)
        return head + out[: -(-at // 8)].tobytes()

    def _factors(self, choice: Choice, *, inverse: bool) -> Floats:
        return row_factors(choice.codes, choice.layout.lengths, choice.mid_side, inverse=inverse)

    def decode(self, payload: bytes, n_samples: int, where: str) -> Floats:
        """Return the samples of a payload, shape (channels, n_samples), full scale ±1.0.

        Raises
        ------
        FormatError
            If it cannot be the payload of so many samples.
        """
        shape = self.shape
        if payload == bytes((SILENT,)):
            return np.zeros((shape.n_channels, n_samples))
        data, choice, variants, at = self._read_plan(payload, n_samples, where)
        out = np.zeros(shape.n_channels * shape.n_long(n_samples) * shape.block_len)
        end = read_rows(
            data,
            at,
            choice.layout,
            choice.bits,
            self._factors(choice, inverse=False),
            variants,
            self._signs,
            self._tables,
            out,
        )
        if -(-end // 8) != len(data):
            raise FormatError(f"{where}: its indices take {-(-end // 8)} bytes of {len(data)}")
        if end & 7 and data[-1] & ((1 << (-end & 7)) - 1):
            raise FormatError(f"{where}: the bits behind its indices are not 0")
        samples = out.reshape(shape.n_channels, -1)[:, :n_samples]
        if choice.mid_side:
            return np.stack((samples[0] + samples[1], samples[0] - samples[1]))
        return samples

    def _read_plan(
        self, payload: bytes, n_samples: int, where: str
    ) -> tuple[Bytes, Choice, Bytes, int]:
        """Return what follows the head, how it is written, the variants, and where rows begin.

        Raises
        ------
        FormatError
            If what stands before the rows cannot be.
        """
        shape = self.shape
        mid_side, rice, threshold, n_early = self._read_head(payload, n_samples, where)
        data = np.frombuffer(payload, np.uint8, offset=HEAD.size)
        halvings = np.zeros((shape.n_channels, shape.n_long(n_samples)), np.int64)
        codes = np.zeros((halvings.size << shape.halvings, shape.bands), np.int64)
        variants = np.zeros(len(codes), np.uint8)
        base = base_code(threshold)
        state, at, n_blocks = read_side(data, shape.halvings, base, rice, halvings, codes, variants)
        if state != FINE or n_early > n_blocks * shape.bands:
            what = "end too early" if state == ENDED else "cannot be"
            raise FormatError(f"{where}: the sigma codes of its blocks {what}")
        codes = codes[:n_blocks]
        bits = row_bits(codes, threshold, n_early, base, self._tables.ladder)
        layout = layout_of(halvings, shape)
        choice = Choice(layout, halvings, codes, bits, threshold, n_early, rice, mid_side)
        return data, choice, variants[:n_blocks], at

    def _read_head(self, payload: bytes, n_samples: int, where: str) -> tuple[bool, int, int, int]:
        """Return whether it is mid and side, Rice parameter, threshold and early rows."""
        if n_samples > PACKET_LEN:
            raise FormatError(f"{where}: {n_samples} samples, at most {PACKET_LEN} are allowed")
        if len(payload) < HEAD.size:
            raise FormatError(f"{where}: {len(payload)} bytes, the head alone has {HEAD.size}")
        flags, rice, threshold, n_early = HEAD.unpack_from(payload)
        mid_side = flags == MID_SIDE
        if flags not in (0, MID_SIDE) or (mid_side and self.shape.n_channels != 2):
            raise FormatError(f"{where}: flags {flags} cannot be")
        if rice >= N_RICE or not LEAST_THRESHOLD <= threshold <= GREATEST_THRESHOLD:
            raise FormatError(f"{where}: threshold {threshold}, Rice parameter {rice} cannot be")
        return mid_side, rice, threshold, n_early

    def count(self, payload: bytes, n_samples: int) -> dict[str, int]:
        """Count blocks, halved ones, those with other signs, and coefficients by their bits."""
        if payload == bytes((SILENT,)):
            return {"silent_packets": 1}
        _, choice, variants, at = self._read_plan(payload, n_samples, "packet")
        row_lens = choice.layout.lengths[:, np.newaxis] // self.shape.bands
        weights = np.broadcast_to(row_lens, choice.bits.shape)
        found = np.bincount(choice.bits.reshape(-1), weights.reshape(-1), MAX_BITS + 1)
        return {
            "silent_packets": 0,
            "mid_side_packets": int(choice.mid_side),
            "blocks": len(variants),
            "shortened_blocks": int((choice.layout.lengths < self.shape.block_len).sum()),
            "silent_blocks": int((~choice.bits.any(axis=1)).sum()),
            "blocks_with_other_signs": int((variants > 0).sum()),
            "side_bits": at,
            **{f"samples_of_{n}_bits": int(count) for n, count in enumerate(found)},
        }


def row_factors(codes: Ints, lengths: Ints, mid_side: bool, *, inverse: bool) -> Floats:
    """Return what turns levels into coefficients, shape of `codes`; `inverse`: the other way.

    The gains of the butterflies, the root of the length, and of mid and side are in it
    (FORMAT.md, section 4).
    """
    exponents = np.frexp(lengths)[1].astype(np.int64)[:, np.newaxis] - 1
    sigma = codes - UNIT_CODE
    stages = 2 * exponents + (2 if mid_side else 0)
    steps = -sigma - stages if inverse else sigma - stages - _FRACTION_STEPS
    return np.asarray(gains()[steps + GAIN_MIDDLE])


def least_threshold(sample_type: SampleType) -> int:
    """Return the threshold below which noise would hide in the rounding of the samples.

    The energy of the quietest row that is stored is then that of the rounding, a twelfth of
    the square of a step; floating point has none.
    """
    if sample_type.is_float:
        return LEAST_THRESHOLD
    return 8 * (189 - 4 * sample_type.bits)
