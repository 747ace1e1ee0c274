"""Blind listening tests: which sound X is, what was answered, and what that proves.

In an ABX test a listener hears A, B and X as often as they like, and says which of the
two X is.  Who hears no difference is right half of the time; `chance_of_guessing` says
how likely so many right answers are then.

References
----------
Munson and Gardner, *Standardizing auditory tests*, JASA 22, 1950; Clark, *High-resolution
subjective testing using a double-blind comparator*, JAES 30, 1982.
"""

import csv
import hashlib
import io
import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from road_codec.errors import ParameterError

DEFAULT_TRIALS = 16
"""Twelve right ones of 16 are by chance in fewer than four tests of a hundred."""

MOST_TRIALS = 1000

CHOICES = ("A", "B")


def chance_of_guessing(n_right: int, n_trials: int) -> Fraction:
    """Return how likely `n_right` or more right answers are by guessing.

    The one-sided p value of a binomial test against 1/2, exact: the sum of the binomial
    coefficients from `n_right` to `n_trials`, over 2 to the power of `n_trials`.

    Raises
    ------
    ParameterError
        Unless 0 <= n_right <= n_trials.
    """
    if not 0 <= n_right <= n_trials:
        raise ParameterError(f"right answers: {n_right} of {n_trials}")
    ways = sum(math.comb(n_trials, number) for number in range(n_right, n_trials + 1))
    return Fraction(ways, 1 << n_trials)


class AbxTest:
    """One ABX test: the hidden sequence and the answers so far.

    Equal seeds give equal sequences, on every machine and with every version: trial *k*
    hides A where the first bit of SHA-256("seed/k") is 0.

    Parameters
    ----------
    seed : int
        What the sequence is made of; at least 0.  To be kept from the listener.
    n_trials : int
        Answers that are wanted, 1 to 1000.

    Raises
    ------
    ParameterError
        If a number is out of range.
    """

    def __init__(self, seed: int, n_trials: int = DEFAULT_TRIALS) -> None:
        if not 1 <= n_trials <= MOST_TRIALS:
            raise ParameterError(f"trials: {n_trials}, must be 1 to {MOST_TRIALS}")
        if seed < 0:
            raise ParameterError(f"seed: {seed}, must be at least 0")
        self.seed = seed
        self.n_trials = n_trials
        self._answers: list[str] = []

    @property
    def answers(self) -> tuple[str, ...]:
        """What was answered so far, each ``A`` or ``B``."""
        return tuple(self._answers)

    @property
    def n_answered(self) -> int:
        """Number of answers; also the number of the trial that is going on, from 0."""
        return len(self._answers)

    @property
    def is_complete(self) -> bool:
        """Whether all trials are answered."""
        return self.n_answered == self.n_trials

    @property
    def n_right(self) -> int:
        """Number of right answers so far."""
        return sum(self.hidden(number) == answer for number, answer in enumerate(self._answers))

    def hidden(self, number: int) -> str:
        """Return what X is in a trial, ``A`` or ``B``; trials count from 0."""
        digest = hashlib.sha256(f"{self.seed}/{number}".encode()).digest()
        return CHOICES[digest[0] >> 7]

    def answer(self, choice: str) -> None:
        """Take the answer to the present trial.

        Raises
        ------
        ParameterError
            If it is neither ``A`` nor ``B``, or all trials are answered.
        """
        if choice not in CHOICES:
            raise ParameterError(f"answer: {choice}, must be A or B")
        if self.is_complete:
            raise ParameterError(f"answer: all {self.n_trials} trials are answered")
        self._answers.append(choice)

    @property
    def p_value(self) -> Fraction:
        """How likely the answers so far, or better ones, are by guessing."""
        return chance_of_guessing(self.n_right, self.n_answered)

    def as_json(self, settings: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return all of it as plain JSON types.

        Parameters
        ----------
        settings : mapping, optional
            What was compared and how; put in as ``settings``.
        """
        return {
            "test": "abx",
            "settings": dict(settings or {}),
            "seed": str(self.seed),
            "trials": self.n_trials,
            "answered": self.n_answered,
            "right": self.n_right,
            "p_value": float(self.p_value),
            "sequence": [self.hidden(number) for number in range(self.n_answered)],
            "answers": list(self._answers),
        }

    def as_csv(self, settings: Mapping[str, Any] | None = None) -> str:
        """Return it as a table: a line a trial, what holds for all of them in every line."""
        common: dict[str, Any] = {
            **(settings or {}),
            "seed": self.seed,
            "trials": self.n_trials,
            "answered": self.n_answered,
            "right_answers": self.n_right,
            "p_value": float(self.p_value),
        }
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["trial", "hidden", "answer", "right", *common])
        for number, answer in enumerate(self._answers):
            hidden = self.hidden(number)
            right = int(hidden == answer)
            writer.writerow([number + 1, hidden, answer, right, *common.values()])
        return text.getvalue()
