"""One line of the queue: a file, and what has become of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from road_gui.encoder.encoding import Encoding

translate = QCoreApplication.translate


class Kind(Enum):
    """What is done with a file."""

    ENCODE = "encode"
    DECODE = "decode"


class State(Enum):
    """How far a file has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def is_waiting(self) -> bool:
        """Whether the next start takes it."""
        return self in (State.QUEUED, State.STOPPED)

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return self in (State.DONE, State.SKIPPED, State.FAILED)

    @property
    def can_be_retried(self) -> bool:
        """Whether it was begun, or left out, and nothing has come of it."""
        return self in (State.FAILED, State.STOPPED, State.SKIPPED)

    @property
    def icon(self) -> str:
        """Name of its drawing: a state is never told by colour alone."""
        return f"state-{self.value}"

    @property
    def label(self) -> str:
        """Name for people."""
        return {
            State.QUEUED: translate("State", "Queued"),
            State.RUNNING: translate("State", "Running"),
            State.DONE: translate("State", "Done"),
            State.SKIPPED: translate("State", "Skipped"),
            State.FAILED: translate("State", "Failed"),
            State.STOPPED: translate("State", "Stopped"),
        }[self]


@dataclass(slots=True, eq=False)
class Row:
    """One file of the queue; two rows are never equal, only the same.

    Attributes
    ----------
    source : Path
        The file.
    root : Path
        What was dropped: the file itself, or a folder whose tree is kept.
    kind : Kind
        What is done with it.
    source_bytes : int
        Its size, 0 while it is not known: it may lie on a drive that is not there.
    state : State
        How far it has come.
    fraction : float or None
        Share done, 0.0 to 1.0; None where the length is unknown.
    speed, seconds_left : float or None
        Times faster than real time, and what is left by that; while running.
    target, target_bytes : Path and int, or None
        What it becomes or became.
    forced_target : bool
        Whether somebody named the target, so that planning leaves it alone.
    planned_for : object
        The `Destination` by which it got its target, None if it has none or it must be
        found anew.
    seconds, took : float
        Sound in it, and time that it took; both known when it is done.
    message, plain, details : str
        What a person should know of it, the same in English for programs (empty where there
        is no other), and what a bug report should.
    encoding : Encoding or None
        With what to encode it, None for what the page says.
    options, decoded_suffix : object and str
        Decoder options of its own and the ending of the result, None and empty for those of
        the page.
    used : Encoding or None
        With what it was encoded, or is being.
    on_exists : str
        What somebody has decided where its target is there; empty if nobody was asked.
    tags : mapping of str to str, or None
        Those of the source, None until they were read.
    snr_db : float or None
        Signal to error of the result, where that was measured.
    brings_others : bool
        Whether the root is a folder that was dropped, whose other files are not copied yet.
    suffix : str
        Of the source, in small letters, for it is asked for many thousand times; empty for
        one that is decoded, whatever its name.
    """

    source: Path
    root: Path
    kind: Kind
    source_bytes: int = 0
    state: State = State.QUEUED
    fraction: float | None = 0.0
    speed: float | None = None
    seconds_left: float | None = None
    target: Path | None = None
    target_bytes: int | None = None
    forced_target: bool = False
    planned_for: Any = field(default=None, repr=False)
    seconds: float = 0.0
    took: float = 0.0
    message: str = ""
    plain: str = field(default="", repr=False)
    details: str = field(default="", repr=False)
    encoding: Encoding | None = None
    options: Any = None
    decoded_suffix: str = ""
    used: Encoding | None = None
    on_exists: str = ""
    tags: Mapping[str, str] | None = field(default=None, repr=False)
    snr_db: float | None = None
    brings_others: bool = False
    suffix: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.suffix = "" if self.kind is Kind.DECODE else self.source.suffix.lower()

    def reset(self) -> None:
        """Make it as if it had just been added."""
        self.state = State.QUEUED
        self.fraction = 0.0
        self.speed = self.seconds_left = self.target_bytes = None
        self.seconds = self.took = 0.0
        self.message = self.plain = self.details = self.on_exists = ""
        self.used = self.snr_db = None

    @property
    def ratio(self) -> float | None:
        """Size after as a share of the size before, None while unknown."""
        if self.target_bytes is None or not self.source_bytes:
            return None
        return self.target_bytes / self.source_bytes

    @property
    def has_own_settings(self) -> bool:
        """Whether it is converted otherwise than the page says."""
        return self.encoding is not None or self.options is not None

    @property
    def has_fault(self) -> bool:
        """Whether there is more to say of what went wrong than its sentence, or than that."""
        return self.state is State.FAILED or bool(self.details)

    @property
    def openable(self) -> Path | None:
        """The encoded file that a player can open: the source, or what has become of it."""
        if self.kind is Kind.DECODE:
            return self.source
        return self.target if self.state is State.DONE else None

    @property
    def comparable(self) -> bool:
        """Whether there is an encoded file that can be compared with its original."""
        return self.kind is Kind.ENCODE and self.state is State.DONE and self.target is not None
