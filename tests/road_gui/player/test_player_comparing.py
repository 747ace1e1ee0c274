"""The original is found, chosen and remembered; sounds are made equally loud."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
from fake_card import FakeCard
from pages import action, check_box, open_file, open_pair, play, radio, shift, shown
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from road_codec import check, codec_named, encode, finish
from road_gui.player.page import PlayerPage
from road_gui.player.pairing import Pairs
from road_gui.player.source import Heard
from road_gui.player.state import State
from road_gui.settings import Settings

pytestmark = pytest.mark.usefixtures("card")


def louder(path: Path, factor: float) -> None:
    samples, rate_hz = soundfile.read(path)
    soundfile.write(path, factor * samples, rate_hz, "PCM_16")


# -- the original -----------------------------------------------------------------


def test_the_original_beside_a_file_is_found(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    assert "tune.wav" in shown(page)
    for text in ("Hear the original", "Hear the error", "Listening test…", "Forget the original"):
        assert action(page, text).isEnabled()
    action(page, "Hear the original").trigger()
    assert page.engine.heard is Heard.ORIGINAL
    assert radio(page, "Original").isChecked()


def test_without_an_original_what_needs_one_cannot_be_chosen(
    page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    pair.with_name("tune.wav").unlink()
    open_file(page, pair, qtbot)
    assert "Choose a file, or drop it here" in shown(page)
    for text in ("Hear the original", "Hear the error", "Forget the original"):
        assert not action(page, text).isEnabled()
    assert not radio(page, "Error").isEnabled()
    # A seed and a decoded sound can be told apart too.
    assert action(page, "Listening test…").isEnabled()


def test_a_dropped_sound_becomes_the_original_and_is_remembered(
    page: PlayerPage, qtbot: QtBot, pair: Path, settings: Settings, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "source.wav"
    other.parent.mkdir()
    pair.with_name("tune.wav").rename(other)
    open_file(page, pair, qtbot)
    drop(page._choices.heard, other)
    qtbot.waitUntil(lambda: "source.wav" in shown(page), timeout=5_000)
    assert Pairs(settings).of(pair) == str(other)
    open_file(page, pair, qtbot)
    qtbot.waitUntil(lambda: "source.wav" in shown(page), timeout=5_000)


def drop(widget: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    press, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, press, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, press, none)
    QApplication.sendEvent(widget, event)


def test_a_forgotten_original_stays_forgotten(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    action(page, "Hear the original").trigger()
    action(page, "Forget the original").trigger()
    assert page.engine.heard is Heard.DECODED
    assert not radio(page, "Original").isEnabled()
    open_file(page, pair, qtbot)
    qtbot.waitUntil(lambda: "10 × 2048" in shown(page), timeout=10_000)
    assert not radio(page, "Original").isEnabled()


def test_what_cannot_be_an_original_is_refused_in_a_sentence(
    page: PlayerPage, qtbot: QtBot, pair: Path, tmp_path: Path
) -> None:
    open_pair(page, pair, qtbot)
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    for path, word in ((broken, "broken.wav"), (pair, "is encoded itself")):
        with qtbot.waitSignal(page.status, timeout=5_000) as status:
            page._comparing.choose_original(path)
        assert word in status.args[0]
        assert radio(page, "Original").isEnabled()  # the one before is still there


def test_an_original_of_another_length_is_remarked_on(
    page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    soundfile.write(pair.with_name("tune.wav"), np.zeros(22_050), 22_050, "PCM_16")
    open_pair(page, pair, qtbot)
    assert "2.0 s shorter than the decoded sound" in shown(page)


@pytest.mark.parametrize(
    ("n_later", "said"), [(-321, ("321 sample", "late (14.56 ms)")), (90, ("90 s", "early (4.08 "))]
)
def test_an_original_that_is_not_in_step_is_moved(
    page: PlayerPage, qtbot: QtBot, pair: Path, card: FakeCard, n_later: int, said: tuple[str, str]
) -> None:
    before, _ = soundfile.read(pair.with_name("tune.wav"), dtype="float32")
    shift(pair.with_name("tune.wav"), n_later)
    page._transport.set_level(1.0)
    open_pair(page, pair, qtbot)
    for text in (shown(page), page._choices.heard._original.toolTip()):
        assert all(word in text for word in said)
    play(page, card, qtbot)
    action(page, "Hear the original").trigger()
    card.stream.pull(2_000)
    # At the same place of the music as the decoded sound, which is that of the file it was.
    assert np.array_equal(card.stream.pull(500), before[2_000:2_500])
    action(page, "Hear the error").trigger()
    card.stream.pull(200)
    assert np.abs(card.stream.pull(500)).max() < 0.05


def test_an_original_that_is_in_step_says_nothing_of_it(
    page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    open_pair(page, pair, qtbot)
    assert "Lag" not in shown(page)
    assert page._programme is not None
    assert [lane.delay for lane in page._programme.lanes] == [0, 0, 0]


def test_an_original_that_cannot_be_compared_is_heard_as_it_is(
    page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    samples, rate_hz = soundfile.read(pair.with_name("tune.wav"))
    soundfile.write(pair.with_name("tune.wav"), samples[200:, 0], rate_hz, "PCM_16")
    open_pair(page, pair, qtbot)  # it has one channel, the decoded sound two
    assert "Lag" not in shown(page)


def test_pairs_survive_bad_settings(settings: Settings) -> None:
    pairs = Pairs(settings)
    settings.set("player/originals", ["[", "1", '["a"]', '["/a.road.wav", "/a.wav"]'])
    assert pairs.of(Path("/a.road.wav")) == "/a.wav"
    for number in range(150):
        pairs.remember(Path(f"/{number}.road.wav"), "/x.wav")
    assert pairs.of(Path("/149.road.wav")) == "/x.wav"
    assert pairs.of(Path("/10.road.wav")) is None


def test_ordinary_sounds_have_nothing_to_be_compared_with(
    page: PlayerPage, qtbot: QtBot, sounds: Path
) -> None:
    open_file(page, sounds / "tune.wav", qtbot)
    for text in ("Hear the original", "Hear the seed", "Swap", "Choose the original…",
                 "Listening test…", "Equally loud"):  # fmt: skip
        assert not action(page, text).isEnabled(), text
    assert not page._choices.heard.isVisible()


# -- equally loud -----------------------------------------------------------------


def test_sounds_are_made_equally_loud_on_demand(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    louder(pair.with_name("tune.wav"), 0.5)
    open_pair(page, pair, qtbot)
    with qtbot.waitSignal(page._comparing.matcher.matched, timeout=10_000) as matched:
        action(page, "Equally loud").trigger()
    gains = matched.args[0].gains_db
    assert gains[Heard.ORIGINAL] - gains[Heard.DECODED] == pytest.approx(6.02, abs=0.1)
    assert gains[Heard.ERROR] == gains[Heard.DECODED]
    page.engine.play()
    qtbot.waitUntil(lambda: page.engine.tap is not None, timeout=5_000)
    assert page.engine.tap.gains[Heard.ORIGINAL] == pytest.approx(
        10 ** (gains[Heard.ORIGINAL] / 20)
    )
    original = f"{gains[Heard.ORIGINAL]:+.1f}".replace("-", "−")
    assert f"Original {original} dB" in shown(page).replace("\u00a0", " ")
    # Off again, everything is as it is in the files.
    check_box(page, "Equally loud").click()
    assert page.engine.tap.gains == {}
    assert "dB" not in shown(page)


def test_equal_loudness_follows_the_passes(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    matcher = page._comparing.matcher
    with qtbot.waitSignal(matcher.matched, timeout=10_000) as first:
        action(page, "Equally loud").trigger()
    with qtbot.waitSignal(matcher.matched, timeout=10_000) as second:
        page._choices.passes._slider.setValue(0)
    assert first.args[0].gains_db != second.args[0].gains_db
    # What was measured before is not measured again.
    with qtbot.waitSignal(matcher.matched, timeout=0) as third:
        page._choices.passes.choose(None)
    assert third.args[0] == first.args[0]


@pytest.mark.parametrize("codec", ["extrema", "tqa"])
def test_a_file_without_a_seed_is_compared_with_its_original(
    page: PlayerPage, qtbot: QtBot, sounds: Path, tmp_path: Path, codec: str, card: FakeCard
) -> None:
    shutil.copy(sounds / "tune.wav", tmp_path / "tune.wav")
    encoded = tmp_path / f"tune{codec_named(codec).suffix}"
    finish(encode(tmp_path / "tune.wav", encoded, codec=codec))
    # On a new machine the kernels of the decoder are compiled now, not while somebody waits.
    finish(check(encoded))
    open_pair(page, encoded, qtbot)
    assert not radio(page, "Seed (prelisten)").isVisible()
    assert not action(page, "Hear the seed").isEnabled()
    page.engine.play()
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    qtbot.waitUntil(lambda: card.stream.active, timeout=5_000)
    action(page, "Hear the original").trigger()
    page._transport.set_level(1.0)
    card.stream.pull(2_000)
    original, _ = soundfile.read(tmp_path / "tune.wav", dtype="float32")
    assert np.array_equal(card.stream.pull(500), original[2_000:2_500])
