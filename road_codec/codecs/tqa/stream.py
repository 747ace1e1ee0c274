"""A TQA file that is open for decoding."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.packeted import PacketStream
from road_codec.codecs.tqa.head import TqaHead, parse_head
from road_codec.codecs.tqa.plan import Shape
from road_codec.codecs.tqa.rotated import HEAD, RotatedPackets
from road_codec.codecs.tqa.shipped import ShippedPackets
from road_codec.containers.packets import PacketReader

Floats = NDArray[np.float64]


def rotated_packets(head: TqaHead, n_channels: int) -> RotatedPackets:
    """Return what makes and reads the packets of a file with that head."""
    shape = Shape(head.block_len, head.bands, n_channels)
    return RotatedPackets(shape, entropy=head.entropy, signed=head.sign_layer, seed=head.seed)


class TqaStream(PacketStream):
    """See `road_codec.codecs.base.Stream`.

    Raises
    ------
    FormatError
        If the head of the codec cannot be.
    """

    def __init__(self, reader: PacketReader) -> None:
        self._head = parse_head(reader.head)
        super().__init__(reader, "tqa", "as-shipped" if self._head.shipped else "rotated")
        n_channels = reader.sound.n_channels
        self._rotated: RotatedPackets | None = None
        if self._head.shipped:
            self._packets: RotatedPackets | ShippedPackets = ShippedPackets(
                self._head.block_len, n_channels, self._head.seed
            )
        else:
            self._packets = self._rotated = rotated_packets(self._head, n_channels)

    def decode_packet(self, payload: bytes, n_samples: int, number: int) -> Floats:
        """See `PacketStream`."""
        return self._packets.decode(payload, n_samples, f"packet {number}")

    def describe_head(self) -> Mapping[str, Any]:
        """See `PacketStream`."""
        return self._head.as_json()

    def describe_packet(self, payload: bytes, n_samples: int) -> Mapping[str, int]:
        """See `PacketStream`: blocks, halved ones, other signs, rows by bits."""
        if self._rotated is None:
            blocks = len(payload) // (self._head.block_len + 12)
            return {"blocks": blocks}
        return self._rotated.count(payload, n_samples)

    def parts(self, payload: bytes) -> Mapping[str, int]:
        """See `PacketStream`."""
        if self._rotated is None:
            facts = len(payload) // (self._head.block_len + 12) * 12
            return {"indices": len(payload) - facts, "facts": facts}
        head = min(len(payload), HEAD.size)
        return {"packet_heads": head, "blocks": len(payload) - head}
