"""Signals end the work with Ctrl-C's care, and only while there is work."""

import signal

import pytest

from road_codec.cli.stopping import leave, signals_heard, signals_unheard

HEARD = (signal.SIGTERM, signal.SIGHUP)


def handlers() -> list[object]:
    return [signal.getsignal(number) for number in HEARD]


@pytest.mark.parametrize("number", HEARD)
def test_a_signal_ends_the_work_with_its_code(number: signal.Signals) -> None:
    before = handlers()
    with pytest.raises(SystemExit) as ended, signals_heard():
        signal.raise_signal(number)

    assert ended.value.code == 128 + number
    assert handlers() == before


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with signals_heard():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_window_gets_the_usual_signals_back() -> None:
    with signals_heard():
        assert signal.SIG_DFL not in handlers()
        signals_unheard()
        assert handlers() == [signal.SIG_DFL, signal.SIG_DFL]


def test_without_work_a_process_ends_as_usual() -> None:
    with pytest.raises(SystemExit) as ended:
        leave(7)
    assert ended.value.code == 7
