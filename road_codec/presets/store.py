"""Where presets are: the shipped ones in the program, the user's in a folder of files."""

import itertools
from pathlib import Path

from road_codec.codecs.registry import all_codecs
from road_codec.errors import (
    InputError,
    OutputError,
    ParameterError,
    RoadError,
    TargetExistsError,
)
from road_codec.file_names import folded
from road_codec.presets.preset import Preset, read_preset, write_preset

_SHIPPED = Path(__file__).parent / "shipped"
_ENDING = ".json"
_MOST_FILES = 1000


def own_folder() -> Path:
    """Return the folder of the user's own presets; it need not be there."""
    import platformdirs

    return Path(platformdirs.user_config_dir("road-studio")) / "presets"


class PresetStore:
    """All presets; those of the user are files in a folder, one each, of the preset's name.

    Nothing is kept in memory: a file that is added, changed or removed counts at once.

    Parameters
    ----------
    folder : Path, optional
        Where the user's are; by default in the user's configuration.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = own_folder() if folder is None else folder

    def read(self) -> tuple[list[Preset], list[str]]:
        """Return all presets, shipped ones first, and a sentence on each file that is none."""
        presets = list(shipped_presets())
        taken = {folded(preset.name) for preset in presets}
        problems = []
        for path in self._files():
            try:
                preset = read_preset(path, name=path.stem)
            except RoadError as error:
                problems.append(str(error))
                continue
            if folded(preset.name) in taken:
                problems.append(f"{path}: there is another preset of that name; rename it")
                continue
            taken.add(folded(preset.name))
            presets.append(preset)
        return presets, problems

    def all(self) -> list[Preset]:
        """Return all presets, shipped ones first."""
        return self.read()[0]

    def find(self, name: str) -> Preset:
        """Return the preset of a name, in whatever letters it is written.

        Raises
        ------
        ParameterError
            If there is none.
        """
        presets = self.all()
        for preset in presets:
            if folded(preset.name) == folded(name):
                return preset
        names = ", ".join(preset.name for preset in presets)
        raise ParameterError(f"preset: {name!r}, must be one of {names}")

    def save(self, preset: Preset, *, overwrite: bool = False) -> Path:
        """Keep a preset among the user's own; return its file.

        Raises
        ------
        ParameterError
            If a shipped one has its name.
        OutputError
            If there is one of that name that is not to be replaced, or it cannot be written.
        """
        self._refuse_shipped(preset.name, "is the name of one that came with the program")
        path = self._path_of(preset.name)
        if path is None:
            path = self.folder / (preset.name + _ENDING)
        elif not overwrite:
            raise TargetExistsError(
                f"preset: {preset.name!r} is there already; choose another name"
            )
        write_preset(preset, path, on_exists="overwrite" if overwrite else "error")
        return path

    def delete(self, name: str) -> None:
        """Remove one of the user's presets.

        Raises
        ------
        ParameterError
            If it came with the program, or there is none.
        OutputError
            If it cannot be removed.
        """
        self._refuse_shipped(name, "came with the program and stays")
        path = self._path_of(name)
        if path is None:
            raise ParameterError(f"preset: there is none of your own that is called {name!r}")
        try:
            path.unlink()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OutputError(f"{path}: cannot be removed: {reason}") from None

    def take_in(self, path: Path, *, name: str | None = None, overwrite: bool = False) -> Preset:
        """Read a preset from anybody's file and keep it; return it.

        Raises
        ------
        RoadError
            As `read_preset` and `save`.
        """
        preset = read_preset(path, name=name)
        self.save(preset, overwrite=overwrite)
        return preset

    def _refuse_shipped(self, name: str, reason: str) -> None:
        if any(folded(preset.name) == folded(name) for preset in shipped_presets()):
            raise ParameterError(f"preset: {name!r} {reason}")

    def _path_of(self, name: str) -> Path | None:
        """Return the file of one of the user's presets, None if there is none."""
        wanted = folded(name)
        return next((path for path in self._files() if folded(path.stem) == wanted), None)

    def _files(self) -> list[Path]:
        try:
            found = [
                path
                for path in itertools.islice(self.folder.iterdir(), _MOST_FILES)
                if path.suffix == _ENDING and not path.name.startswith(".")
            ]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise InputError(f"{self.folder}: cannot be read: {reason}") from None
        return sorted(found, key=lambda path: folded(path.stem))


def shipped_presets() -> tuple[Preset, ...]:
    """Return the presets that came with the program, by codec and then by their files' names."""
    presets = [read_preset(path, is_shipped=True) for path in sorted(_SHIPPED.glob("*" + _ENDING))]
    order = [codec.id for codec in all_codecs()]
    return tuple(sorted(presets, key=lambda preset: order.index(preset.codec)))
