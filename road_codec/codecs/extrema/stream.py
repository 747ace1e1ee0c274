"""Extrema files, open for decoding from any place."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.channels import Mixing
from road_codec.codecs.extrema.packet import STEP_UNIT, Packets
from road_codec.codecs.extrema.published import RECORD_BYTES, render
from road_codec.codecs.extrema.published_file import PublishedReader
from road_codec.codecs.extrema.shapes import published_curves
from road_codec.codecs.packeted import PacketStream
from road_codec.containers.packets import PacketReader
from road_codec.errors import FormatError

Floats = NDArray[np.float64]

_STEP_BYTES = 4
_FULL_SCALE = 32768.0


def head_as_bytes(step: int) -> bytes:
    """Return the codec's own head: the step of the heights (FORMAT.md, section 4)."""
    return step.to_bytes(_STEP_BYTES, "little")


class ExtremaStream(PacketStream):
    """See `road_codec.codecs.packeted.PacketStream`."""

    def __init__(self, reader: PacketReader) -> None:
        super().__init__(reader, "extrema", "packets")
        if len(reader.head) != _STEP_BYTES or not any(reader.head):
            raise FormatError(f"head: {reader.head.hex(' ') or 'nothing'} is no step of heights")
        self._packets = Packets(int.from_bytes(reader.head, "little"))

    def decode_packet(self, payload: bytes, n_samples: int, number: int) -> Floats:
        """See `road_codec.codecs.packeted.PacketStream`."""
        return self._packets.decode(payload, self.info.format.n_channels, n_samples, number)

    def describe_head(self) -> Mapping[str, Any]:
        """See `road_codec.codecs.packeted.PacketStream`."""
        return {"step_of_16_bits": self._packets.step * STEP_UNIT * _FULL_SCALE}

    def describe_packet(self, payload: bytes, n_samples: int) -> Mapping[str, int]:
        """See `road_codec.codecs.packeted.PacketStream`."""
        mixing, found = self._packets.runs(payload, self.info.format.n_channels, n_samples, 0)
        counts = {
            "packets_as_mid_and_side": int(mixing is Mixing.MID),
            "runs": 0,
            "runs_of_1_sample": 0,
            "runs_of_2_samples": 0,
            "curves": 0,
            "level_runs": 0,
        }
        for runs in found:
            counts["runs"] += len(runs.length)
            counts["runs_of_1_sample"] += int((runs.length == 1).sum())
            counts["runs_of_2_samples"] += int((runs.length == 2).sum())
            counts["curves"] += int((runs.shape >= 0).sum())
            counts["level_runs"] += int(((runs.length > 2) & (runs.shape < 0)).sum())
        return counts


class PublishedStream(PacketStream):
    """A file of the published program; see `road_codec.codecs.packeted.PacketStream`."""

    def __init__(self, reader: PublishedReader) -> None:
        super().__init__(reader, "extrema", f"published, holds of {reader.silence_bytes} bytes")
        self._reader = reader

    def decode_packet(self, payload: bytes, n_samples: int, number: int) -> Floats:
        """See `road_codec.codecs.packeted.PacketStream`."""
        heights = render(
            np.frombuffer(payload, np.uint8),
            self._reader.silence_bytes,
            self._reader.heights[number],
            self._reader.skipped[number],
            n_samples,
            published_curves(),
        )
        return heights[np.newaxis] / _FULL_SCALE

    def describe_head(self) -> Mapping[str, Any]:
        """See `road_codec.codecs.packeted.PacketStream`."""
        return {"bytes_of_a_hold": self._reader.silence_bytes, "bytes_of_a_curve": RECORD_BYTES}
