"""A listening test hides what it should, can be repeated, and counts exactly."""

import csv
import io
import json
from fractions import Fraction
from itertools import pairwise

import pytest
from scipy import stats

from road_codec.errors import ParameterError
from road_codec.metrics.listening import AbxTest, chance_of_guessing


@pytest.mark.parametrize(
    ("right", "trials", "p_value"),
    [
        (0, 0, Fraction(1)),
        (0, 16, Fraction(1)),
        (1, 1, Fraction(1, 2)),
        (12, 16, Fraction(2517, 65536)),
        (16, 16, Fraction(1, 65536)),
    ],
)
def test_the_chance_of_guessing_is_exact(right: int, trials: int, p_value: Fraction) -> None:
    assert chance_of_guessing(right, trials) == p_value


def test_the_chance_of_guessing_is_that_of_a_binomial_test() -> None:
    for right, trials in ((9, 16), (60, 100), (520, 1000)):
        known = stats.binomtest(right, trials, 0.5, alternative="greater").pvalue
        assert float(chance_of_guessing(right, trials)) == pytest.approx(known, rel=1e-9)


@pytest.mark.parametrize(("right", "trials"), [(-1, 4), (5, 4)])
def test_more_right_answers_than_trials_are_refused(right: int, trials: int) -> None:
    with pytest.raises(ParameterError):
        chance_of_guessing(right, trials)


def test_a_seed_gives_one_sequence_for_ever() -> None:
    def sequence(seed: int) -> str:
        test = AbxTest(seed, 24)
        return "".join(test.hidden(number) for number in range(24))

    assert sequence(7) == sequence(7)
    assert sequence(7) != sequence(8)
    # Written down when the rule was: results that were saved can be checked against it.
    assert sequence(1) == "AABABBBAAABAAAABBAAAAABB"


def test_sequences_are_fair() -> None:
    hidden = [AbxTest(seed).hidden(number) for seed in range(250) for number in range(16)]
    assert 1900 < hidden.count("A") < 2100
    changes = sum(one != other for one, other in pairwise(hidden))
    assert 1900 < changes < 2100


def test_answers_are_counted() -> None:
    test = AbxTest(seed=3, n_trials=4)
    for number in range(4):
        assert not test.is_complete
        right = test.hidden(number)
        test.answer(right if number else "AB".replace(right, ""))
    assert test.is_complete
    assert (test.n_right, test.n_answered) == (3, 4)
    assert test.p_value == Fraction(5, 16)
    with pytest.raises(ParameterError, match="all 4 trials"):
        test.answer("A")


@pytest.mark.parametrize("choice", ["", "X", "a", "AB"])
def test_other_answers_are_refused(choice: str) -> None:
    with pytest.raises(ParameterError, match="must be A or B"):
        AbxTest(1).answer(choice)


@pytest.mark.parametrize(("seed", "trials"), [(-1, 16), (1, 0), (1, 1001)])
def test_numbers_out_of_range_are_refused(seed: int, trials: int) -> None:
    with pytest.raises(ParameterError):
        AbxTest(seed, trials)


def test_results_are_saved_with_all_that_is_needed_to_repeat_them() -> None:
    test = AbxTest(seed=1 << 62, n_trials=3)
    for choice in "ABA":
        test.answer(choice)
    saved = json.loads(json.dumps(test.as_json({"a": "song.wav", "passes": 2})))
    # As text: JSON readers of other languages round numbers of more than 53 bits.
    again = AbxTest(int(saved["seed"]), saved["trials"])
    assert saved["sequence"] == [again.hidden(number) for number in range(3)]
    assert saved["settings"] == {"a": "song.wav", "passes": 2}
    assert (saved["right"], saved["p_value"]) == (test.n_right, float(test.p_value))

    rows = list(csv.DictReader(io.StringIO(test.as_csv({"a": 'a "name", with all'}))))
    assert [row["answer"] for row in rows] == ["A", "B", "A"]
    assert [row["hidden"] for row in rows] == saved["sequence"]
    assert sum(int(row["right"]) for row in rows) == int(rows[0]["right_answers"])
    assert rows[2]["a"] == 'a "name", with all'
