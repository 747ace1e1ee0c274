"""Decides when a sound card that fails is worth another try."""

PATIENCE_SECONDS = 3.0
"""So long a card may call nobody before it is opened again."""

_AGAIN_SECONDS = 5.0
# Whatever is wrong with a card that fails again so soon, trying on would not mend it.


class Rescue:
    """Remembers when a card was last tried again, and since when one is waited for."""

    def __init__(self) -> None:
        self._tried_at = float("-inf")
        self._waits_since: float | None = None

    def try_again(self, now: float) -> bool:
        """Whether to open a card again that has failed; once, then a while not again."""
        self._waits_since = None
        if now - self._tried_at < _AGAIN_SECONDS:
            return False
        self._tried_at = now
        return True

    def has_waited(self, is_waiting: bool, now: float) -> bool:
        """Whether a card that is waited for has been for too long."""
        if not is_waiting:
            self._waits_since = None
        elif self._waits_since is None:
            self._waits_since = now
        return self._waits_since is not None and now - self._waits_since > PATIENCE_SECONDS

    def rest(self) -> None:
        """Nothing is waited for any more."""
        self._waits_since = None
