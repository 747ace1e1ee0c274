"""What a whole ROADoverWAVE file has in common, and the ROAD chunk that says so.

Source: FORMAT.md, section 5.
"""

import struct
from dataclasses import dataclass

from road_codec.audio.channels import Mixing
from road_codec.audio.samples import SampleType
from road_codec.errors import FormatError, UnsupportedError
from road_codec.fractal.geometry import Geometry
from road_codec.limits import Limits

FRAME_LEN = 2048
WIDEST_RANGE = 32
ROAD_PAYLOAD = 32
GREATEST_UNIT = 1024
GREATEST_FRAME = 4096
"""Domain offsets have 11 bits, so frames beyond 2048 + a widest domain make no sense."""

_SAMPLE_TYPES = {8: SampleType.U8, 16: SampleType.S16, 32: SampleType.S32}
_MIXINGS = {
    "a": (Mixing.MID, Mixing.SIDE, Mixing.NONE),
    "b": (Mixing.NONE, Mixing.MID, Mixing.SIDE),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """What is the same for all superframes of a file.

    Attributes
    ----------
    variant : str
        ``a``, ``b`` or ``c``.
    sample_type : SampleType
        Of the seed and of all averages: U8, S16 or S32.
    n_channels : int
        Channels of the sound.
    superframe : int
        Frames of a superframe.
    n_units : int
        Smallest ranges in a frame.
    smallest_range : int
        Samples of a unit.
    mixing : Mixing
        What the coded channels are.
    seed_rate_hz : int
        Rate in the WAVE head.
    shift : int
        Domain shift, a field without effect.
    encryption : int
        Code of the encryption, 0 for none: no other was ever made.
    """

    variant: str
    sample_type: SampleType
    n_channels: int
    superframe: int
    n_units: int
    smallest_range: int
    mixing: Mixing
    seed_rate_hz: int
    shift: int = 1
    encryption: int = 0

    @property
    def frame_len(self) -> int:
        """Original samples of a frame."""
        return self.n_units * self.smallest_range

    @property
    def superframe_len(self) -> int:
        """Original samples of a superframe."""
        return self.superframe * self.frame_len

    @property
    def seed_len(self) -> int:
        """Samples of the seed for one superframe."""
        return self.superframe * self.n_units

    @property
    def sample_bytes(self) -> int:
        """Bytes of a seed sample or average."""
        return self.sample_type.bits // 8

    @property
    def n_rows(self) -> int:
        """Frames of all channels of a superframe."""
        return self.n_channels * self.superframe

    @property
    def geometry(self) -> Geometry:
        """Sizes of the partition (for encoding; a reader needs no widest range)."""
        return Geometry(self.frame_len, self.smallest_range, WIDEST_RANGE)

    @property
    def difference_channel(self) -> int | None:
        """The coded channel that holds left minus right, if any."""
        if self.n_channels != 2 or self.mixing is Mixing.NONE:
            return None
        return 1 if self.mixing is Mixing.MID else 0

    def road_payload(self) -> bytes:
        """Return the payload of the ROAD chunk."""
        mixing = _MIXINGS[self.variant].index(self.mixing)
        return struct.pack(
            "<8I",
            0,
            self.superframe,
            self.n_units,
            self.shift,
            self.smallest_range,
            self.n_channels,
            mixing,
            self.encryption,
        )


def parse_road_payload(
    payload: bytes, variant: str, bits: int, seed_rate_hz: int, limits: Limits
) -> Layout:
    """Read the payload of a ROAD chunk, shape ``<8I``, and check every field.

    Raises
    ------
    FormatError
        For values that the format does not have.
    UnsupportedError
        For a format number or bit depth of an unknown program.
    LimitError
        For sizes beyond `limits`.
    """
    number, superframe, n_units, shift, unit, n_channels, mixing, encryption = struct.unpack(
        "<8I", payload
    )
    if number != 0:
        raise UnsupportedError(f"ROAD chunk: format {number}, only 0 is known")
    layout = Layout(
        variant,
        known_sample_type(bits),
        n_channels,
        superframe,
        n_units,
        unit,
        known_mixing(_MIXINGS[variant], mixing),
        seed_rate_hz,
        shift,
        encryption,
    )
    check_layout(layout, limits)
    return layout


def known_sample_type(bits: int) -> SampleType:
    """Return the sample type of a seed, or raise `UnsupportedError`."""
    if bits not in _SAMPLE_TYPES:
        raise UnsupportedError(f"seed of {bits} bits a sample, only 8, 16 and 32 are known")
    return _SAMPLE_TYPES[bits]


def known_mixing(mixings: tuple[Mixing, ...], code: int) -> Mixing:
    """Return the mixing of a code, or raise `FormatError`."""
    if code >= len(mixings):
        raise FormatError(f"mixing: {code}, must be 0 to {len(mixings) - 1}")
    return mixings[code]


def check_layout(layout: Layout, limits: Limits) -> None:
    """Refuse sizes that no encoder writes, before anything is computed from them."""
    for name, value, high in (
        ("channels", layout.n_channels, 0xFFFF),
        ("frames per superframe", layout.superframe, 256),
        ("units per frame", layout.n_units, GREATEST_FRAME),
        ("smallest range", layout.smallest_range, GREATEST_UNIT),
        ("frame length", layout.frame_len, GREATEST_FRAME),
    ):
        if not 1 <= value <= high:
            raise FormatError(f"{name}: {value}, must be 1 to {high}")
    if layout.smallest_range & (layout.smallest_range - 1):
        raise FormatError(f"smallest range: {layout.smallest_range}, must be a power of two")
    limits.check("channels", layout.n_channels, limits.channels)
    limits.check(
        "smallest ranges per superframe",
        layout.n_rows * layout.n_units,
        limits.units_per_superframe,
    )
