"""Sounds are equally loud where they are compared: within the loop, and whole without one."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from fake_card import FakeCard
from pages import action, button, check_box, open_pair, shown
from pytestqt.qtbot import QtBot

from road_codec import encode, finish
from road_gui.player.abx_dialog import AbxDialog
from road_gui.player.loudness import Matching, stretch_around
from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard

RATE = 22_050
ORIGINAL, DECODED = Heard.ORIGINAL, Heard.DECODED


def parts(*amplitudes: float) -> np.ndarray:
    """Return four seconds of a chord for each amplitude."""
    seconds = np.arange(4 * len(amplitudes) * RATE) / RATE
    chord = sum(np.sin(2 * np.pi * hertz * seconds) for hertz in (330, 411, 1234)) / 3
    return np.repeat(amplitudes, 4 * RATE) * chord


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an encoded sound of twelve seconds, of which the last four are silent."""
    folder = tmp_path_factory.mktemp("parts")
    soundfile.write(folder / "parts.wav", parts(0.4, 0.4, 0.0), RATE, "PCM_16")
    finish(encode(folder / "parts.wav", folder / "parts.road.wav"))
    return folder / "parts.road.wav"


@pytest.fixture
def opened(page: PlayerPage, qtbot: QtBot, source: Path, tmp_path: Path, card: FakeCard) -> Path:
    """Open it beside an original that is half as loud from the fourth second on."""
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes())
    soundfile.write(tmp_path / "parts.wav", parts(0.8, 0.2, 0.0), RATE, "PCM_16")
    open_pair(page, path, qtbot)
    return path


def gains_after(page: PlayerPage, qtbot: QtBot, *loop: float) -> Matching:
    """Set a loop, or none, and return what is measured then."""
    with qtbot.waitSignal(page._comparing.matcher.matched, timeout=10_000) as matched:
        if loop:
            page.loop.set_stretch(*loop)
        else:
            page.loop.clear()
    found = matched.args[0]
    assert isinstance(found, Matching)
    return found


def match(page: PlayerPage, qtbot: QtBot) -> Matching:
    with qtbot.waitSignal(page._comparing.matcher.matched, timeout=10_000) as matched:
        action(page, "Equally loud").trigger()
    found = matched.args[0]
    assert isinstance(found, Matching)
    return found


def difference(matching: Matching) -> float:
    return matching.gains_db[ORIGINAL] - matching.gains_db[DECODED]


@pytest.mark.usefixtures("opened")
def test_the_loop_is_what_is_measured(page: PlayerPage, qtbot: QtBot) -> None:
    whole = match(page, qtbot)
    assert -6.0 < difference(whole) < 0.0
    assert difference(gains_after(page, qtbot, 0.2, 3.8)) == pytest.approx(-6.02, abs=0.1)
    second = gains_after(page, qtbot, 4.2, 7.8)
    assert difference(second) == pytest.approx(6.02, abs=0.1)
    page.engine.play()
    qtbot.waitUntil(lambda: page.engine.tap is not None, timeout=5_000)
    assert page.engine.tap is not None
    assert page.engine.tap.gains == second.factors
    decoded = f"{second.gains_db[DECODED]:+.1f}".replace("-", "−")
    assert f"Decoded {decoded} dB" in shown(page).replace("\u00a0", " ")
    # Off, or gone, the loop counts no more; what is known is told without measuring.
    with qtbot.waitSignal(page._comparing.matcher.matched, timeout=5_000) as off:
        action(page, "Loop").trigger()
    assert off.args[0] == whole
    assert gains_after(page, qtbot, 4.2, 7.8) == second
    assert gains_after(page, qtbot) == whole


@pytest.mark.usefixtures("opened")
def test_nothing_gets_beyond_full_scale_outside_the_loop_either(
    page: PlayerPage, qtbot: QtBot
) -> None:
    match(page, qtbot)
    found = gains_after(page, qtbot, 4.2, 7.8)
    assert difference(found) == pytest.approx(6.02, abs=0.1)
    # The original is loudest before the loop.
    peak = np.abs(parts(0.8, 0.2)).max()
    assert found.factors[ORIGINAL] * peak == pytest.approx(1.0, abs=1e-3)


@pytest.mark.usefixtures("opened")
def test_silence_has_no_gains(page: PlayerPage, qtbot: QtBot) -> None:
    match(page, qtbot)
    found = gains_after(page, qtbot, 8.5, 11.9)
    assert set(found.factors.values()) == {1.0}
    check_box(page, "Equally loud").click()
    assert not page._comparing._patience.isActive()


@pytest.mark.usefixtures("opened")
def test_a_loop_is_measured_once_it_stays(page: PlayerPage, qtbot: QtBot) -> None:
    match(page, qtbot)
    told: list[Matching] = []
    page._comparing.matcher.matched.connect(told.append)
    for last in (5.0, 6.0, 7.0):
        page.loop.set_stretch(0.5, last)
    assert told == []
    patience = page._comparing._patience
    assert patience.isActive()
    gains_after(page, qtbot, 4.2, 7.8)
    assert len(told) == 1
    assert not patience.isActive()


@pytest.mark.usefixtures("opened")
def test_who_does_not_level_measures_no_loop(page: PlayerPage) -> None:
    page.loop.set_stretch(4.2, 7.8)
    assert not page._comparing._patience.isActive()


@pytest.mark.usefixtures("opened")
def test_many_loops_do_not_push_out_what_they_need(page: PlayerPage, qtbot: QtBot) -> None:
    match(page, qtbot)
    page._comparing._patience.setInterval(0)
    for number in range(30):
        assert difference(gains_after(page, qtbot, 4.2, 7.3 + number / 100)) > 5.9
    assert len(page._comparing.matcher._known) <= 64


@pytest.mark.usefixtures("opened")
def test_a_listening_test_levels_its_loop(page: PlayerPage, qtbot: QtBot) -> None:
    page.loop.set_stretch(4.2, 7.8)
    action(page, "Listening test…").trigger()
    (dialog,) = page.findChildren(AbxDialog)
    qtbot.waitUntil(lambda: button(dialog, "Start").isEnabled(), timeout=10_000)
    found = dialog.described()
    assert (found["a"], found["from_seconds"]) == ("original", 4.2)
    assert found["a_gain_db"] - found["b_gain_db"] == pytest.approx(6.02, abs=0.1)
    dialog.close()


@pytest.mark.parametrize(
    ("loop", "length", "measured"),
    [
        (None, 60.0, None),
        ((10.0, 20.0), 60.0, (10.0, 20.0)),
        ((10.0, 11.0), 60.0, (9.0, 12.0)),
        ((0.5, 1.0), 60.0, (0.0, 3.0)),
        ((59.0, 59.5), 60.0, (57.0, 60.0)),
        ((50.0, 60.0), 60.0, (50.0, 60.0)),
        ((10.0, 11.0), None, (9.0, 12.0)),
        ((1.0, 1.1), 2.0, None),
        ((0.0, 60.0), 60.0, None),
    ],
)
def test_short_loops_are_measured_with_what_is_around_them(
    loop: tuple[float, float] | None, length: float | None, measured: tuple[float, float] | None
) -> None:
    assert stretch_around(loop, length) == measured
