"""One line of the comparison: a codec at a setting, and what has come of it."""

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QCoreApplication

from road_codec import CodecSetting, Failure, Trial
from road_gui.library_words import label_word
from road_gui.messages import percent_text

translate = QCoreApplication.translate


class State(Enum):
    """How far a row has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"

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
            State.FAILED: translate("State", "Failed"),
            State.STOPPED: translate("State", "Stopped"),
        }[self]


@dataclass(slots=True, eq=False)
class Row:
    """One codec at one setting; two rows are never equal, only the same.

    Attributes
    ----------
    setting : CodecSetting
        Which.
    title : str
        Name of the codec for people.
    style : int
        Number of its colour and marker.
    state : State
        How far it has come.
    fraction : float
        Share done, 0.0 to 1.0.
    note : str
        What is being done just now, as the library names it.
    trial : Trial or None
        What came of it, when it is done.
    message, plain, details : str
        What went wrong: for people, in English for programs, and for a bug report.
    """

    setting: CodecSetting
    title: str
    style: int
    state: State = State.QUEUED
    fraction: float = 0.0
    note: str = ""
    trial: Trial | None = None
    message: str = ""
    plain: str = field(default="", repr=False)
    details: str = field(default="", repr=False)

    def reset(self) -> None:
        """Make it as if it had just been added."""
        self.state, self.fraction, self.note = State.QUEUED, 0.0, ""
        self.trial = None
        self.message = self.plain = self.details = ""

    @property
    def name(self) -> str:
        """Codec and setting."""
        return f"{self.title}, {self.label}"

    @property
    def label(self) -> str:
        """The setting, for people."""
        return label_word(self.setting.label)

    @property
    def share_done(self) -> float:
        """How much of the way is behind it, 0.0 to 1.0, whatever the end was."""
        return self.fraction if self.state in (State.QUEUED, State.RUNNING) else 1.0

    @property
    def sentence(self) -> str:
        """What there is to say as long as there are no numbers."""
        match self.state:
            case State.RUNNING:
                return f"{_doing(self.note)} – {percent_text(self.fraction)}"
            case State.FAILED:
                return self.message
            case State.DONE:
                return ""
        return self.state.label

    def result(self) -> Trial | Failure | None:
        """Return what is to be written to a file of results."""
        if self.state is State.FAILED:
            return Failure(self.setting, self.plain or self.message)
        return self.trial


def _doing(note: str) -> str:
    return {
        "warming up": translate("Row", "Warming up"),
        "encoding": translate("Row", "Encoding"),
        "decoding": translate("Row", "Decoding"),
        "comparing": translate("Row", "Comparing"),
    }.get(note, State.RUNNING.label)
