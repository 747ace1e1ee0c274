"""What a TQA file says once: the head of the codec (FORMAT.md, section 3)."""

import struct
from dataclasses import dataclass
from typing import Any

from road_codec.codecs.tqa.params import SHORTEST_ROW, TqaParams
from road_codec.errors import FormatError

_HEAD = struct.Struct("<BBBBQ")
_ENTROPY, _SIGN_LAYER = 1, 2
_LEAST_LOG2, _GREATEST_LOG2 = 6, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TqaHead:
    """The codec's own head.

    Attributes
    ----------
    shipped : bool
        Whether packets are of the original's kind.
    block_len, bands : int
        Powers of two: 64 to 4096 samples, 1 to block_len / 16 bands.
    entropy, sign_layer : bool
        How indices are written.
    seed : int
        Of the signs, 0 to 2**64 - 1.
    """

    shipped: bool
    block_len: int
    bands: int
    entropy: bool
    sign_layer: bool
    seed: int

    def as_bytes(self) -> bytes:
        """Return the 12 bytes."""
        flags = (_ENTROPY if self.entropy else 0) | (_SIGN_LAYER if self.sign_layer else 0)
        block, bands = self.block_len.bit_length() - 1, self.bands.bit_length() - 1
        return _HEAD.pack(int(self.shipped), block, bands, flags, self.seed)

    def as_json(self) -> dict[str, Any]:
        """Return the fields as plain JSON types."""
        return {
            "mode": "as-shipped" if self.shipped else "rotated",
            "block": self.block_len,
            "bands": self.bands,
            "entropy": self.entropy,
            "sign_layer": self.sign_layer,
            "seed": self.seed,
        }


def head_of(params: TqaParams) -> TqaHead:
    """Return the head of a file that is made with these parameters."""
    return TqaHead(
        shipped=params.shipped,
        block_len=params.block_len,
        bands=params.n_bands,
        entropy=params.entropy and not params.shipped,
        sign_layer=params.sign_layer or params.shipped,
        seed=params.seed,
    )


def parse_head(data: bytes) -> TqaHead:
    """Read the 12 bytes.

    Raises
    ------
    FormatError
        If they are not 12, or a field cannot be.
    """
    if len(data) != _HEAD.size:
        raise FormatError(f"head of the codec: {len(data)} bytes, {_HEAD.size} expected")
    mode, block, bands, flags, seed = _HEAD.unpack(data)
    head = TqaHead(
        shipped=mode == 1,
        block_len=1 << min(block, _GREATEST_LOG2),
        bands=1 << min(bands, _GREATEST_LOG2),
        entropy=bool(flags & _ENTROPY),
        sign_layer=bool(flags & _SIGN_LAYER),
        seed=seed,
    )
    fits = mode <= 1 and block >= _LEAST_LOG2 and head.bands <= head.block_len // SHORTEST_ROW
    plain = mode == 0 or (head.bands == 1 and head.sign_layer and not head.entropy)
    if not fits or not plain or head.as_bytes() != data:
        raise FormatError(
            f"head of the codec: mode {mode}, block 2**{block}, bands 2**{bands} and flags "
            f"{flags} cannot be"
        )
    return head
