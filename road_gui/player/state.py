"""What the player is doing."""

from enum import Enum


class State(Enum):
    """What the player is doing."""

    EMPTY = "empty"
    STOPPED = "stopped"
    STARTING = "starting"
    PLAYING = "playing"
    PAUSED = "paused"

    @property
    def is_active(self) -> bool:
        """Whether it plays or is about to."""
        return self in (State.PLAYING, State.STARTING)
