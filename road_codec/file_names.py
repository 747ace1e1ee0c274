"""Names that every file system takes."""

import unicodedata

_SHOWN = '/ \\ : * ? " < > |'
_FORBIDDEN = frozenset(_SHOWN.replace(" ", ""))
# Windows keeps these for devices, with any ending.
_DEVICES = frozenset(
    (
        "CON",
        "PRN",
        "AUX",
        "NUL",
        *(f"{kind}{number}" for kind in ("COM", "LPT") for number in range(1, 10)),
    )
)
_REPLACEMENT = "_"


def what_is_wrong(name: str) -> str:
    """Say why `name` is not one that every file system takes; empty if it is one."""
    if not name:
        return "is empty"
    if any(not _is_allowed(char) for char in name):
        return f"holds a character that not every system takes, such as one of {_SHOWN}"
    if name != name.strip() or name[0] == "." or name[-1] == ".":
        return "begins or ends with a dot or a space"
    if name.partition(".")[0].strip().upper() in _DEVICES:
        return "is the name of a device on some systems"
    return ""


def made_safe(text: str, greatest_bytes: int) -> str:
    """Turn any text into a name that every file system takes.

    Parameters
    ----------
    text : str
        Whatever it is: tags are written by anybody.
    greatest_bytes : int
        Longer names, in UTF-8, are cut at their end.

    Returns
    -------
    str
        Never empty, never ``.`` or ``..``, without separators of folders.
    """
    name = "".join(char if _is_allowed(char) else _REPLACEMENT for char in text)
    name = _cut(name.strip(), greatest_bytes)
    # A dot before it hides a file, one behind it is lost on some systems.
    if name.startswith("."):
        name = _REPLACEMENT + name[1:]
    name = name.rstrip(". ")
    if not name:
        return _REPLACEMENT
    if what_is_wrong(name):
        name = _cut(_REPLACEMENT + name, greatest_bytes)
    return name


def folded(name: str) -> str:
    """Return what two names have in common that some file systems take for the same."""
    return unicodedata.normalize("NFC", name).casefold()


def _is_allowed(char: str) -> bool:
    # Separators other than the space count as not printable, and so do lone surrogates.
    return char.isprintable() and char not in _FORBIDDEN


def _cut(name: str, greatest_bytes: int) -> str:
    return name.encode(errors="replace")[:greatest_bytes].decode(errors="ignore").rstrip()
