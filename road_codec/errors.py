"""What can go wrong, named after whose fault it is.

Every error that the library raises on purpose is a `RoadError`; its message is
one line in lower case that says what, where and what would do.
"""


class RoadError(Exception):
    """The common base: catch this to catch everything raised on purpose."""


class FormatError(RoadError):
    """The bytes are wrong: damaged, cut short, or not of the format they claim."""


class UnsupportedError(RoadError):
    """The bytes may be right, but are beyond what this version can handle."""


class LimitError(RoadError):
    """A size that is allowed by the format but too large to be honest."""


class ParameterError(RoadError):
    """The caller asked for something that does not exist or does not fit."""


class InputError(RoadError):
    """The input is missing or cannot be read."""


class OutputError(RoadError):
    """The output cannot be written: it exists, the disk is full, no permission."""


class TargetExistsError(OutputError):
    """There is a file where the output was to be, and it was not to be replaced."""


class DiskFullError(OutputError):
    """There is no room left for the output; other files would fail as well."""


class MissingPartError(RoadError):
    """An optional part (a library, a device) that this needs is not installed."""


class BackendError(RoadError):
    """The machine cannot do what the chosen back end needs."""
