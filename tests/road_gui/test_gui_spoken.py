"""Screen readers hear of meter and clock when they ask, and not thirty times a second."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from road_gui import spoken
from road_gui.player.transport import Clock
from road_gui.plots.level_meter import LevelMeter
from road_gui.theme import Theme

LOW = (-60.0, -60.0, -60.0)


def described(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description)


def show(qtbot: QtBot, widget: QWidget) -> QWidget:
    """Show a widget below a field that has the focus; return the window of both."""
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window


@pytest.fixture
def no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    # Who has asked for an interface once is taken for a screen reader from then on.
    monkeypatch.setattr(spoken.QAccessible, "isActive", lambda: False)


@pytest.mark.usefixtures("no_reader")
def test_a_meter_tells_its_levels_where_it_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    meter = LevelMeter(theme)
    window = show(qtbot, meter)
    before = meter.accessibleDescription()
    meter.show_levels([(-3.2, -12.4, -2.6), LOW], has_clipped=False)
    assert meter.accessibleDescription() == before  # nobody asks
    meter.setFocus()
    assert described(meter) == (
        "channel 1: mean -12 dB, peak -3 dB; channel 2: mean -60 dB, peak -60 dB"
    )
    meter.show_levels([(0.0, -6.0, 0.0), LOW], has_clipped=True)
    assert "-12 dB" in described(meter)  # not so soon
    meter._spoken._timer.timeout.emit()
    assert described(meter).startswith("channel 1: mean -6 dB, peak 0 dB")
    assert described(meter).endswith("full scale was reached")
    with qtbot.waitSignal(meter.lamp_clicked):
        qtbot.keyClick(meter, Qt.Key.Key_Return)
    window.close()


@pytest.mark.usefixtures("no_reader")
def test_a_clock_tells_the_place(qtbot: QtBot) -> None:
    clock = Clock()
    window = show(qtbot, clock)
    for tenth in range(5):
        clock.show_texts(f"0:01.{tenth}", "0:03.0")
    assert "0:01" not in clock.accessibleDescription()
    clock.setFocus()
    assert described(clock) == "0:01.4 of 0:03.0"
    window.close()


def test_who_reads_the_screen_hears_of_changes_about_once_a_second(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spoken.QAccessible, "isActive", lambda: True)
    clock = Clock()
    qtbot.addWidget(clock)
    said = []
    monkeypatch.setattr(clock, "setAccessibleDescription", said.append)
    for tenth in range(10):
        clock.show_texts(f"0:01.{tenth}", "0:03.0")
    assert said == ["0:01.0 of 0:03.0"]
    assert clock._spoken._timer.interval() == 1000
    clock._spoken._timer.timeout.emit()
    assert said == ["0:01.0 of 0:03.0", "0:01.9 of 0:03.0"]
