"""What a ROADoverWAVE file is made of: header fields, items, and where the bits go."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from road_codec.codecs.base import StreamInfo
from road_codec.codecs.classic.reader import ClassicReader
from road_codec.fractal.items import Items
from road_codec.progress import Progress, Task

if TYPE_CHECKING:
    from road_codec.codecs.classic.development import DevelopmentReader


def describe_stream(
    reader: "ClassicReader | DevelopmentReader", info: StreamInfo
) -> Task[dict[str, Any]]:
    """Read every superframe; return header fields and statistics as plain JSON types.

    Of an encrypted file only the header and the seed are known.
    """
    layout = reader.layout
    tally = ItemTally(layout.superframe)
    n_read = 0 if layout.encryption else reader.n_superframes
    for number in range(n_read):
        tally.add(reader.items(number))
        yield Progress(
            (number + 1) * layout.superframe_len,
            n_read * layout.superframe_len,
            info.format.rate_hz,
        )
    return {
        **info.as_json(),
        "header": _header(reader),
        "items": tally.as_json(layout.frame_len * layout.n_rows * n_read),
        "statistics": {},
        "bytes": _parts(reader, tally),
    }


def _header(reader: "ClassicReader | DevelopmentReader") -> dict[str, Any]:
    head, layout = reader.head, reader.layout
    return {
        "riff_size": head.riff_size,
        "data_size": head.data_size,
        "data_start": head.data_start,
        "seed_rate_hz": layout.seed_rate_hz,
        "seed_bits": layout.sample_type.bits,
        "road_at": reader.road_at,
        "frames_per_superframe": layout.superframe,
        "units_per_frame": layout.n_units,
        "frame_len": layout.frame_len,
        "domain_shift": layout.shift,
        "smallest_range": layout.smallest_range,
        "channels": layout.n_channels,
        "mixing": layout.mixing.value,
        "encryption": layout.encryption,
        "superframes": reader.n_superframes,
        "find_bytes": reader.find_bytes,
        "original_known": reader.original is not None,
    }


def _parts(reader: "ClassicReader | DevelopmentReader", tally: "ItemTally") -> dict[str, int]:
    """Return where the bytes of the file are; they add up to its size."""
    layout = reader.layout
    n_averages = tally.n_items - tally.n_first
    seed_bytes = reader.n_superframes * layout.seed_len * layout.sample_bytes
    parts = {
        "seed": seed_bytes,
        "index": tally.n_items,
        "averages": n_averages * layout.sample_bytes,
        "domains": tally.n_mapped,
        "scales": tally.n_mapped,
        "map": 8 * reader.n_superframes,
    }
    if layout.variant == "c" and not layout.encryption:
        parts["residual"] = 2 * reader.n_superframes * layout.n_rows * layout.frame_len
    if reader.cover is not None:
        parts["cover"] = len(reader.cover.data)
    parts["rest"] = reader.file_bytes - sum(parts.values())
    return parts


class ItemTally:
    """Counts items by kind and length.

    Parameters
    ----------
    first_rows : int
        Rows that belong to channel 1, whose averages are the seed.
    """

    def __init__(self, first_rows: int) -> None:
        self._first_rows = first_rows
        self.n_items = 0
        self.n_mapped = 0
        self.n_first = 0
        self._mapped: Counter[int] = Counter()
        self._silent: Counter[int] = Counter()
        self._n_reversed = 0
        self._greatest_scale = 0

    def add(self, items: Items) -> None:
        """Count the items of one superframe."""
        mapped = items.mapped
        self.n_items += len(items)
        self.n_mapped += int(mapped.sum())
        self.n_first += int(np.searchsorted(items.frame, self._first_rows))
        self._mapped.update(items.length[mapped].tolist())
        self._silent.update(items.length[~mapped].tolist())
        self._n_reversed += int(items.reversed.sum())
        self._greatest_scale = max(self._greatest_scale, int(np.abs(items.scale).max(initial=0)))

    def as_json(self, n_samples: int) -> dict[str, Any]:
        """Return the counts; `n_samples` is what all items together cover."""
        silent = sum(length * count for length, count in self._silent.items())
        return {
            "total": self.n_items,
            "mapped": self.n_mapped,
            "silent": self.n_items - self.n_mapped,
            "reversed": self._n_reversed,
            "mapped_by_length": {str(k): self._mapped[k] for k in sorted(self._mapped)},
            "silent_by_length": {str(k): self._silent[k] for k in sorted(self._silent)},
            "silent_share": silent / n_samples if n_samples else 0.0,
            "greatest_scale_code": self._greatest_scale,
        }
