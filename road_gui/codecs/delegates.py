"""How the cells of the comparison are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from road_gui.codecs.columns import NAMES, Column
from road_gui.codecs.results_model import HOVER_ROLE, ROW_ROLE
from road_gui.codecs.rows import Row, State
from road_gui.icons import pixmap
from road_gui.plots.rate_painter import Look, paint_mark
from road_gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 34
_MARGIN = 8
_MARK = 14
_ICON = 16
_GAP = 8
_BAR_WIDTH, _BAR = 90, 6


class CellDelegate(QStyledItemDelegate):
    """Words and numbers; before the name of the codec stands the mark of its curve.

    As long as a row has no numbers, a sentence has the room of all of them.
    """

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a cell needs."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, then content."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        full.text = ""
        # The whole row is marked; a frame around one cell of it says nothing.
        full.state &= ~QStyle.StateFlag.State_HasFocus
        row, colours = index.data(ROW_ROLE), self._theme.colours
        if index.data(HOVER_ROLE) and not full.state & QStyle.StateFlag.State_Selected:
            full.backgroundBrush = QBrush(QColor(colours.control_hover))
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        column = Column(index.column())
        if column is Column.CODEC:
            rect = self._paint_mark(painter, rect, row)
        if column in NAMES or row.trial is not None:
            side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
            _draw_text(painter, rect, str(index.data() or ""), colours.text, option.font, side)
        else:
            self._paint_sentence(painter, option.rect, row, option.font)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row) -> QRect:
        look = Look(self._theme.plot_colours, self._theme.colours, self._view.font())
        place = QPointF(rect.left() + _MARK / 2, rect.center().y() + 1)
        paint_mark(painter, place, row.style, look, radius=4.5)
        return rect.adjusted(_MARK + _GAP, 0, 0, 0)

    def _paint_sentence(self, painter: QPainter, cell: QRect, row: Row, font: QFont) -> None:
        """Paint as much of the sentence as lies in this cell; the neighbours do the rest."""
        room = QRect(cell)
        room.setLeft(self._left_of_numbers() + _MARGIN)
        room.setRight(max(cell.right(), self._view.viewport().width()) - _MARGIN)
        painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
        colours = self._theme.colours
        colour = {
            State.RUNNING: colours.link,
            State.FAILED: colours.bad,
            State.STOPPED: colours.careful,
        }.get(row.state, colours.text_soft)
        ratio = painter.device().devicePixelRatioF()
        top = room.center().y() - _ICON // 2 + 1
        painter.drawPixmap(room.left(), top, pixmap(row.state.icon, _ICON, colour, ratio))
        room.setLeft(room.left() + _ICON + _GAP)
        if row.state is State.RUNNING:
            room = self._paint_bar(painter, room, row)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        _draw_text(painter, room, row.sentence.replace("\n", " "), colour, font, left)

    def _paint_bar(self, painter: QPainter, room: QRect, row: Row) -> QRect:
        colours = self._theme.colours
        track = QRect(room.left(), room.center().y() - _BAR // 2 + 1, _BAR_WIDTH, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if row.fraction:
            painter.setBrush(QColor(colours.accent))
            track.setWidth(max(_BAR, round(_BAR_WIDTH * row.fraction)))
            painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        return room.adjusted(_BAR_WIDTH + _GAP, 0, 0, 0)

    def _left_of_numbers(self) -> int:
        shown = [column for column in Column if not self._view.isColumnHidden(column)]
        first = next((column for column in shown if column not in NAMES), Column.BYTES)
        return self._view.columnViewportPosition(first)


def _draw_text(
    painter: QPainter, rect: QRect, text: str, colour: str, font: QFont, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side, shown)
