"""Files that come with the program: icons, translations, a demo sound.

They are found beside this package, wherever it is installed.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["find", "path_of", "text_of"]


def find(*names: str) -> Traversable:
    """Return the resource at a path: ``find("icons", "add.svg")``."""
    return files(__name__).joinpath(*names)


def text_of(*names: str) -> str:
    """Return the text of a resource."""
    return find(*names).read_text(encoding="utf-8")


def path_of(*names: str) -> Path:
    """Return a resource as a path, for libraries that open files themselves."""
    return Path(str(find(*names)))
