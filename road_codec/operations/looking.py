"""What is only looked at: an encoded file checked or described, two sounds compared."""

from pathlib import Path
from typing import Any

from road_codec.comparing import compare_sources
from road_codec.metrics.report import Comparison
from road_codec.operations.opening import PathLike, is_encoded, naming, open_source, open_stream
from road_codec.operations.outcomes import size_of
from road_codec.progress import Task


def check(source: PathLike) -> Task[tuple[str, ...]]:
    """Check all that can be checked of an encoded file without its original."""
    with open_stream(source) as stream, naming(source):
        return (yield from stream.check())


def describe_file(source: PathLike) -> Task[dict[str, Any]]:
    """Return every header field and statistics of an encoded file, as plain JSON types."""
    with open_stream(source) as stream, naming(source):
        return (yield from stream.describe())


def compare(
    original: PathLike, decoded: PathLike, encoded: PathLike | None = None
) -> Task[Comparison]:
    """Compare two sounds; each may be an ordinary or an encoded file.

    Parameters
    ----------
    original, decoded : str or Path
        What to compare; an encoded file is decoded at its original rate.
    encoded : str or Path, optional
        The encoded file whose size is to be reported.
    """
    with open_source(original) as first, open_source(decoded) as second:
        carrier = encoded if encoded is not None else decoded if is_encoded(decoded) else None
        return (
            yield from compare_sources(
                first,
                second,
                original_bytes=Path(original).stat().st_size,
                encoded_bytes=None if carrier is None else size_of(Path(carrier)),
            )
        )
