"""A pair on the Compare page is heard in step, and the player keeps what it has open."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from fake_card import FakeCard
from pages import open_file, shift
from pytestqt.qtbot import QtBot

from road_codec import encode, finish
from road_codec.codecs.classic.params import ClassicParams
from road_gui.compare.page import ComparePage
from road_gui.compare.playing import Heard
from road_gui.compare_sound import CompareSound, programme_of
from road_gui.player.page import PlayerPage
from road_gui.player.state import State
from road_gui.settings import Settings
from road_gui.theme import Theme

PATIENCE_MS = 10_000
RATE = 22_050


@pytest.fixture
def compare(
    page: PlayerPage, settings: Settings, theme: Theme, qtbot: QtBot
) -> Iterator[ComparePage]:
    made = ComparePage(settings, theme)
    made.sound = CompareSound(made, page, made)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_all()


def open_both(compare: ComparePage, original: Path, decoded: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(compare.opened, timeout=PATIENCE_MS):
        compare.open_pair(original, decoded)


def listen(compare: ComparePage, heard: Heard, page: PlayerPage, card: FakeCard, qtbot: QtBot):
    compare.playing.play(heard)
    qtbot.waitUntil(lambda: page.aside.engine.state is State.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: card.stream.active, timeout=PATIENCE_MS)


def test_the_cursor_goes_along_and_the_player_keeps_its_file(
    compare: ComparePage, page: PlayerPage, card: FakeCard, qtbot: QtBot, pair: Path, sounds: Path
) -> None:
    open_file(page, sounds / "tune.wav", qtbot)
    shift(pair.with_name("tune.wav"), -441)
    open_both(compare, pair.with_name("tune.wav"), pair, qtbot)
    assert compare.pair.decoded_start == 441
    compare.view.set_cursor(RATE)
    listen(compare, Heard.DECODED, page, card, qtbot)

    def step() -> bool:
        card.stream.pull(1_000)
        return compare.view.cursor > 1.5 * RATE

    qtbot.waitUntil(step, timeout=PATIENCE_MS)
    assert page.aside.engine.seconds == pytest.approx((compare.view.cursor + 441) / RATE, abs=0.1)
    compare.playing.play(Heard.ERROR)
    card.stream.pull(1_000)
    assert np.abs(card.stream.pull(1_000)).max() < 0.05  # in step, or it would be loud
    compare.playing.toggle()
    assert not page.aside.is_on
    assert page.path == sounds / "tune.wav"


def test_a_sound_that_is_lost_on_the_way_is_not_shown_as_heard(
    compare: ComparePage, page: PlayerPage, card: FakeCard, qtbot: QtBot, pair: Path
) -> None:
    original = pair.with_name("tune.wav")
    open_both(compare, original, pair, qtbot)
    original.unlink()
    compare.playing.play(Heard.ORIGINAL)
    qtbot.waitUntil(lambda: compare.playing.now is Heard.DECODED, timeout=PATIENCE_MS)
    assert page.aside.is_on


def test_there_is_one_volume_for_all_that_is_heard(
    compare: ComparePage, page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    open_both(compare, pair.with_name("tune.wav"), pair, qtbot)
    commands, engine = compare.commands, page.aside.engine
    page.set_volume(0.5)
    with qtbot.waitSignal(compare.status) as told:
        commands.volumes[0].trigger()
    assert told.args == ["Volume: 55 %"]
    assert page.volume == 0.55
    assert engine._outlet._volume == pytest.approx(0.55**2)
    commands.mute.trigger()
    assert page.commands.mute.isChecked()
    assert engine._outlet._volume == 0.0
    page.commands.mute.toggle()
    assert not commands.mute.isChecked()
    assert engine._outlet._volume == pytest.approx(0.55**2)


def test_the_seed_runs_at_its_exact_rate(
    compare: ComparePage, qtbot: QtBot, tmp_path: Path
) -> None:
    noise = 0.1 * np.random.default_rng(3).standard_normal(44_100)
    soundfile.write(tmp_path / "noise.wav", noise, 44_100, "PCM_16")
    params = ClassicParams(smallest_range=16)
    finish(encode(tmp_path / "noise.wav", tmp_path / "noise.road.wav", params=params))
    open_both(compare, tmp_path / "noise.wav", tmp_path / "noise.road.wav", qtbot)
    assert compare.pair.seed_format.rate_hz == 2_756
    seed = programme_of(compare.pair).lanes[-1]
    assert seed.rate_hz == 2_756.25
