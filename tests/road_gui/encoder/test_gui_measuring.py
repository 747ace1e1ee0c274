"""Quality is measured in the same go, and what is whole stays even if that is stopped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from road_codec import compare, finish, is_encoded
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.queue_model import Column
from road_gui.encoder.rows import State
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("encoded_sound")


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    window.convert.panel.output.measure_box.setChecked(True)
    return window.convert


def add(qtbot: QtBot, page: ConvertPage, *paths: Path) -> None:
    with qtbot.waitSignal(page.adder.added):
        page.add_paths(paths)


def test_the_value_is_that_of_the_command(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav", seconds=2.0)
    add(qtbot, page, sound)
    fractions: list[float] = []
    page.queue.row_changed.connect(lambda row: fractions.append(row.fraction or 0.0))
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.start()
    row = page.model.row_at(0)
    wanted = finish(compare(sound, sound.with_name("a.road.wav"))).snr_db
    assert row.snr_db == pytest.approx(wanted)
    assert page.model.index(0, Column.SNR).data() == f"{wanted:.1f} dB"
    assert fractions == sorted(fractions)
    assert row.message == ""


def test_stopping_while_measuring_keeps_the_file(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav", seconds=600.0)
    page.panel.encoding.form.set_values({"smallest_range": 32})
    add(qtbot, page, sound)

    with qtbot.waitSignal(page.queue.finished, timeout=60_000):
        with qtbot.waitSignal(
            page.queue.row_changed,
            timeout=60_000,
            check_params_cb=lambda row: row.message == "Measuring…",
        ):
            page.start()
        page.commands.stop.trigger()
    row = page.model.row_at(0)
    assert row.state is State.DONE
    assert row.message == "Measuring was stopped"
    assert row.snr_db is None
    assert is_encoded(sound.with_name("a.road.wav"))


def test_what_cannot_be_measured_is_still_done(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav", seconds=120.0)
    other = sound.with_name("other")
    other.write_bytes(b"no sound at all")
    add(qtbot, page, sound)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        with qtbot.waitSignal(
            page.queue.row_changed, check_params_cb=lambda row: bool(row.fraction)
        ):
            page.start()
        other.replace(sound)  # the encoder holds the old one; whoever measures finds the new one
    row = page.model.row_at(0)
    assert row.state is State.DONE
    assert row.message.startswith("Not measured: ")
    assert row.snr_db is None
    assert is_encoded(sound.with_name("a.road.wav"))


def test_pausing_can_be_taken_back(qtbot: QtBot, window: MainWindow, make_sound: MakeSound) -> None:
    page = window.convert
    commands = page.commands
    add(qtbot, page, make_sound("a.wav", seconds=60.0), make_sound("b.wav"))
    assert not commands.resume.isEnabled()
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        with qtbot.waitSignal(page.queue.started):
            commands.start.trigger()
        commands.pause.trigger()
        assert (commands.pause.isEnabled(), commands.resume.isEnabled()) == (False, True)
        commands.resume.trigger()
        assert (commands.pause.isEnabled(), commands.resume.isEnabled()) == (True, False)
    assert [row.state for row in page.model.rows] == [State.DONE, State.DONE]
    assert not commands.resume.isEnabled()
