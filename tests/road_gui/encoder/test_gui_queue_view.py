"""The table of the queue says in full what became of a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from road_gui.encoder.queue_model import Column
from road_gui.encoder.rows import Kind, Row, State
from road_gui.main_window import MainWindow
from road_gui.theme import Theme

SENTENCE = "Not supported: no sound file that can be read: no 'data' chunk marker"


def is_painted(image: QImage, area: QRect, colour: QColor) -> bool:
    """Whether a colour is met in an area, or nearly: thin strokes are blended with the ground."""
    wanted = colour.getRgb()[:3]
    return any(
        sum(abs(a - b) for a, b in zip(image.pixelColor(x, y).getRgb(), wanted, strict=False)) < 90
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [1024, 1280])
@pytest.mark.parametrize("state", [State.FAILED, State.SKIPPED])
def test_a_sentence_has_the_width_of_the_row(
    state: State, width: int, mode: str, window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_mode(mode)
    window.resize(width, 640)
    view, colours = window.convert.view, theme.colours
    row = Row(source=Path("/m/a.wav"), root=Path("/m"), kind=Kind.ENCODE, state=state)
    row.message = SENTENCE
    window.convert.model.add([row])
    qtbot.waitUntil(view.isVisible)

    small = QFont(view.font())
    small.setPointSizeF(small.pointSizeF() * 0.88)
    end = 42 + QFontMetrics(small).horizontalAdvance(SENTENCE)
    assert view.columnWidth(Column.NAME) < end < view.viewport().width()
    image = view.viewport().grab().toImage()
    top = view.rowViewportPosition(0)
    last_word = QRect(end - 40, top + 25, 40, 20)
    colour = QColor(colours.bad if state is State.FAILED else colours.text_soft)
    assert is_painted(image, last_word, colour)


def test_the_selected_rows_are_those_of_now(window: MainWindow) -> None:
    model, view = window.convert.model, window.convert.view
    rows = [Row(Path(f"/m/{name}.wav"), Path("/m"), Kind.ENCODE) for name in "abc"]
    model.add(rows)
    view.selectRow(1)
    assert view.selected_rows() == [rows[1]]
    view.selectAll()
    assert view.selected_rows() == rows
    model.arrange(rows[::-1])
    assert view.selected_rows() == rows[::-1]
    model.remove([rows[0]])
    assert view.selected_rows() == [rows[2], rows[1]]
    # Many scattered ones are taken out and put back as a whole.
    many = [Row(Path(f"/m/{n}.wav"), Path("/m"), Kind.ENCODE) for n in range(100)]
    model.add(many)
    view.selectAll()
    model.remove(many[::2])
    assert view.selected_rows() == []
