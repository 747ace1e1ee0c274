"""What people are told: errors as sentences, numbers as they are read."""

import errno
import logging
import math
import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from road_codec import (
    BackendError,
    FormatError,
    InputError,
    LimitError,
    MissingPartError,
    OutputError,
    ParameterError,
    RoadError,
    UnsupportedError,
)
from road_gui.library_words import said

translate = QCoreApplication.translate

_log = logging.getLogger(__name__)

Translate = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Message:
    """An error, told to people.

    Attributes
    ----------
    title : str
        What kind of thing happened, in a few words.
    sentence : str
        What, where and what would do.
    details : str
        For a bug report; empty where the sentence says all there is.
    plain : str
        Title and sentence in English, for programs.
    """

    title: str
    sentence: str
    details: str = ""
    plain: str = ""

    @property
    def line(self) -> str:
        """Title and sentence in one line."""
        return self.titled(self.sentence)

    def titled(self, text: str) -> str:
        """Put the title before a text, which then need not say the same again."""
        return _titled(self.title, text)


def explain(error: BaseException, *, is_logged: bool = False, known: str = "") -> Message:
    """Turn an exception into words; a fault of ours goes to the log, unless it `is_logged`.

    What is `known`, such as the name of a file, is left out where the library begins with it.
    """
    title, sentence = _words_of(error, QCoreApplication.translate, said, known)
    plain = _titled(*_words_of(error, as_written, str, known))
    if isinstance(error, RoadError | MemoryError) or getattr(error, "errno", None) is not None:
        return Message(title, sentence, plain=plain)
    if not is_logged:  # the sentence sends people to the log
        _log.error("internal fault", exc_info=error)
    return Message(title, sentence, "".join(traceback.format_exception(error)), plain)


def as_written(context: str, text: str) -> str:
    """Translate nothing: what is for programs is the same in every language."""
    del context
    return text


def _titled(title: str, text: str) -> str:
    return f"{title}: {text.replace(f'{title.lower()}: ', '', 1)}"


def _words_of(
    error: BaseException, translate: Translate, say: Callable[[str], str], known: str
) -> tuple[str, str]:
    """Return title and sentence."""
    if isinstance(error, RoadError):
        sentence = say(str(error).removeprefix(known))
        return _title_of(error, translate), sentence if known else _as_sentence(sentence)
    if isinstance(error, OSError) and error.errno is not None:
        return _explain_system(error, translate, say)
    if isinstance(error, MemoryError):
        return (
            translate("Messages", "Not enough memory"),
            translate("Messages", "Close other programs, or do fewer at once."),
        )
    return (
        translate("Messages", "Internal fault"),
        translate(
            "Messages",
            "This is a fault of the program ({kind}). Help › Copy for a bug report tells more.",
        ).format(kind=type(error).__name__),
    )


def _title_of(error: RoadError, translate: Translate) -> str:
    titles = {
        FormatError: translate("Messages", "Damaged or unknown file"),
        UnsupportedError: translate("Messages", "Not supported"),
        LimitError: translate("Messages", "Too large"),
        ParameterError: translate("Messages", "Setting does not fit"),
        InputError: translate("Messages", "Cannot be read"),
        OutputError: translate("Messages", "Cannot be written"),
        MissingPartError: translate("Messages", "A part is missing"),
        BackendError: translate("Messages", "The machine cannot do it"),
    }
    for kind, title in titles.items():
        if isinstance(error, kind):
            return title
    return translate("Messages", "Cannot be done")


def _explain_system(
    error: OSError, translate: Translate, say: Callable[[str], str]
) -> tuple[str, str]:
    name = str(error.filename) if error.filename else translate("Messages", "the file")
    known = {
        errno.ENOENT: (
            translate("Messages", "Not found"),
            translate("Messages", "{name} is not there any more."),
        ),
        errno.EACCES: (
            translate("Messages", "No permission"),
            translate("Messages", "{name} may not be opened by you."),
        ),
        errno.EPERM: (
            translate("Messages", "No permission"),
            translate("Messages", "{name} may not be changed by you."),
        ),
        errno.EROFS: (
            translate("Messages", "No permission"),
            translate("Messages", "{name} is on a disk that cannot be written to."),
        ),
        errno.ENOSPC: (
            translate("Messages", "Disk full"),
            translate("Messages", "There is no room left for {name}."),
        ),
        errno.EISDIR: (
            translate("Messages", "Cannot be read"),
            translate("Messages", "{name} is a folder."),
        ),
        errno.ENAMETOOLONG: (
            translate("Messages", "Cannot be written"),
            translate("Messages", "The name {name} is too long."),
        ),
    }
    title, sentence = known.get(
        error.errno or 0,
        (translate("Messages", "The system refused"), _reason(error, say) + " ({name})"),
    )
    return title, sentence.format(name=name)


def _reason(error: OSError, say: Callable[[str], str]) -> str:
    """Return the words of the system, in those of the window if they are known."""
    reason = error.strerror or str(error)
    known = say(reason.lower())
    return reason if known == reason.lower() else _as_sentence(known)


def _as_sentence(text: str) -> str:
    """Begin with a capital, unless the first word is a name."""
    first = text.split(" ", 1)[0].rstrip(",:")
    return text[:1].upper() + text[1:] if first.isalpha() else text


def size_text(n_bytes: float) -> str:
    """Say a size as people read it: ``12.3 MB``."""
    whole = round(n_bytes)
    if abs(whole) < 1000:  # Qt knows no plurals of its own here
        return translate("Units", "%n byte(s)", None, whole)
    return QLocale().formattedDataSize(whole, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def path_text(path: Path) -> str:
    """Say a path as people read it, the home folder as ``~``."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - that of pathlib fails without a home
    has_home = home != home.parent and path.is_relative_to(home)
    return str("~" / path.relative_to(home)) if has_home else str(path)


def duration_text(seconds: float) -> str:
    """Say a duration as a clock shows it: ``3:07`` or ``1:02:45``."""
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def number_text(value: float, decimals: int, *, signed: bool = False) -> str:
    """Say a number with so many decimals, in the manner of the locale."""
    text = QLocale().toString(float(value), "f", decimals).replace("-", "−")
    return f"+{text}" if signed and value > 0 and not text.startswith("+") else text


def short_text(value: float, decimals: int = 3) -> str:
    """Say a number with no more decimals than it needs."""
    text, point = number_text(value, decimals), QLocale().decimalPoint()
    return text.rstrip("0").removesuffix(point) if point in text else text


def count_text(number: int) -> str:
    """Say a whole number, with whatever the locale has between thousands."""
    return QLocale().toString(number).replace("-", "−")


def small_text(value: float, digits: int = 2) -> str:
    """Say a number by its first digits; below a thousandth with a power of ten: ``1.5·10⁻⁵``."""
    exponent = math.floor(math.log10(abs(value))) if value else 0
    if exponent >= _SMALLEST_EXPONENT:
        return short_text(value, max(0, digits - 1 - exponent))
    power = str(exponent).translate(_SUPERSCRIPTS)
    return f"{number_text(value / 10.0**exponent, digits - 1)}·10{power}"


_SMALLEST_EXPONENT = -3
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def speed_text(times: float) -> str:
    """Say how much faster than real time: ``4.2 ×``."""
    return number_text(times, 1 if times < 100 else 0) + " ×"


def percent_text(share: float) -> str:
    """Say a share of one: ``31 %``."""
    return number_text(100 * share, 0 if share >= 0.1 else 1) + " %"


def decibel_text(level_db: float, decimals: int = 1, *, signed: bool = False) -> str:
    """Say a ratio in decibels: ``31.6 dB``."""
    return translate("Units", "{level} dB").format(
        level=endless_text(level_db, decimals, signed=signed)
    )


def endless_text(value: float, decimals: int, *, signed: bool = False) -> str:
    """Say a number that may be infinite."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return number_text(value, decimals, signed=signed)


def rate_text(rate_hz: float) -> str:
    """Say a rate with as many digits as it needs: ``44.1 kHz``, ``11.025 kHz``."""
    if rate_hz < 1000:
        return translate("Units", "{rate} Hz").format(rate=count_text(round(rate_hz)))
    return translate("Units", "{rate} kHz").format(rate=short_text(rate_hz / 1000))
