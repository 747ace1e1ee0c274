"""The demo sounds of the window: encoded when they are first asked for, and kept."""

import shutil
from collections.abc import Generator
from pathlib import Path

import platformdirs

import resources
from road_codec import Progress, encode

DEMOS = ("piano", "speech")
_ENDING = ".flac"


def demo_folder() -> Path:
    """Return where demo sounds are kept: among what may be deleted at any time."""
    return platformdirs.user_cache_path("road-studio", appauthor=False) / "demo"


def demo_file(name: str, folder: Path) -> Generator[Progress, None, Path]:
    """Encode a demo sound unless that is done, with its original beside it; a task.

    Parameters
    ----------
    name : str
        One of `DEMOS`.
    folder : Path
        Where both files are kept.

    Returns
    -------
    Path
        The encoded file.

    Raises
    ------
    RoadError
        If it cannot be written.
    """
    original, target = folder / f"{name}{_ENDING}", folder / f"{name}.road.wav"
    source = resources.path_of("demo") / original.name
    if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
        yield from encode(source, target, on_exists="overwrite")
    if not original.is_file():
        shutil.copyfile(source, original)
    return target
