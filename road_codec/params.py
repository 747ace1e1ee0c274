"""Parameters that know their limits, units and explanations.

A dataclass whose fields are made with `number`, `choice` or `flag` describes
itself to the command line and to forms, and checks itself when it is made.
"""

import dataclasses
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from road_codec.errors import ParameterError

_KEY = "road_codec.param"
_FLAG_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """The description of one field, for whoever draws a form or parses words.

    Attributes
    ----------
    name : str
        Name of the field.
    kind : {"number", "choice", "flag"}
        What the value is.
    default : object
        Its default; None stands for "chosen automatically" (see `automatic`).
    low, high : int or float or None
        Least and greatest value of a number.
    among : tuple
        The allowed values of a choice, in the order in which to offer them.
    unit : str
        Unit of a number, empty for a bare count.
    doc : str
        One sentence for people.
    automatic : str
        What None means, empty where None is not allowed.
    rare : bool
        For those who look for it: forms fold it away.
    """

    name: str
    kind: Literal["number", "choice", "flag"]
    default: Any
    low: float | None = None
    high: float | None = None
    among: tuple[Any, ...] = ()
    unit: str = ""
    doc: str
    automatic: str = ""
    rare: bool = False

    @property
    def integral(self) -> bool:
        """Whether the number is a whole one."""
        return isinstance(self.low, int)

    def check(self, value: Any) -> None:
        """Raise `ParameterError` unless `value` is allowed."""
        if value is None and self.automatic:
            return
        match self.kind:
            case "flag":
                fits = isinstance(value, bool)
            case "choice":
                fits = value in self.among
            case "number":
                fits = self._fits_number(value)
        if not fits:
            raise ParameterError(f"{self.name}: {value!r}, must be {self.describe_limits()}")

    def parse(self, text: str) -> Any:
        """Turn a word into a value, and check it; "auto" stands for None where that is allowed.

        Raises
        ------
        ParameterError
            If it is none that the parameter can have.
        """
        word = text.strip()
        if self.automatic and word.lower() == "auto":
            return None
        value = self._value_of(word)
        if value is None:
            raise ParameterError(f"{self.name}: {word!r}, must be {self.describe_limits()}")
        self.check(value)
        return value

    def _value_of(self, word: str) -> Any:
        match self.kind:
            case "flag":
                return _FLAG_WORDS.get(word.lower())
            case "choice":
                return next((item for item in self.among if str(item) == word), None)
            case "number":
                try:
                    return int(word) if self.integral else float(word)
                except ValueError:
                    return None

    def _fits_number(self, value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return False
        if self.integral and not isinstance(value, int):
            return False
        if not math.isfinite(value):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def describe_limits(self) -> str:
        """Say in words which values are allowed."""
        match self.kind:
            case "flag":
                return "true or false"
            case "choice":
                return "one of " + ", ".join(str(item) for item in self.among)
            case "number":
                unit = f" {self.unit}" if self.unit else ""
                return f"{self.low} to {self.high}{unit}"


def number(
    default: float | None,
    *,
    low: float,
    high: float,
    doc: str,
    unit: str = "",
    automatic: str = "",
    rare: bool = False,
) -> Any:
    """Declare a field that holds a number from `low` to `high`, whole if `low` is whole."""
    return _field(
        Param(
            name="",
            kind="number",
            default=default,
            low=low,
            high=high,
            unit=unit,
            doc=doc,
            automatic=automatic,
            rare=rare,
        )
    )


def choice(
    default: Any,
    *,
    among: tuple[Any, ...],
    doc: str,
    unit: str = "",
    automatic: str = "",
    rare: bool = False,
) -> Any:
    """Declare a field that holds one of a few values."""
    return _field(
        Param(
            name="",
            kind="choice",
            default=default,
            among=among,
            doc=doc,
            unit=unit,
            automatic=automatic,
            rare=rare,
        )
    )


def flag(default: bool, *, doc: str, rare: bool = False) -> Any:
    """Declare a field that is true or false."""
    return _field(Param(name="", kind="flag", default=default, doc=doc, rare=rare))


def _field(param: Param) -> Any:
    return dataclasses.field(default=param.default, metadata={_KEY: param})


def describe(params_type: type) -> tuple[Param, ...]:
    """Return the descriptions of a parameter class's fields, in their order."""
    return tuple(
        dataclasses.replace(field.metadata[_KEY], name=field.name)
        for field in dataclasses.fields(params_type)
        if _KEY in field.metadata
    )


def check_limits(params: Any) -> None:
    """Check every described field of a parameter object; call it in ``__post_init__``."""
    for param in describe(type(params)):
        param.check(getattr(params, param.name))


def parse_settings(params_type: type, settings: Iterable[str]) -> dict[str, Any]:
    """Turn words like ``name=value`` into values of a parameter class, by name.

    Parameters
    ----------
    params_type : type
        The class whose fields are meant; ``-`` and ``_`` are the same in their names.
    settings : iterable of str
        The words; of the same name the last one counts.

    Raises
    ------
    ParameterError
        If there is no such parameter, or it cannot have that value.
    """
    known = {param.name: param for param in describe(params_type)}
    values = {}
    for setting in settings:
        name, sign, word = setting.partition("=")
        param = known.get(name.strip().replace("-", "_"))
        if not sign:
            raise ParameterError(f"{setting!r}: must be name=value")
        if param is None:
            names = ", ".join(one.replace("_", "-") for one in known)
            raise ParameterError(f"{name.strip()!r}: no such parameter; there are {names}")
        values[param.name] = param.parse(word)
    return values
