"""How the cells of the queue are painted."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from road_gui.encoder.queue_model import ROW_ROLE, Column
from road_gui.encoder.rows import Kind, Row, State
from road_gui.icons import pixmap
from road_gui.messages import path_text
from road_gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 48
_MARGIN = 12
_ICON = 20
_GAP = 10
_BAR = 6
_NUMBER_MARGIN = 4


class CellDelegate(QStyledItemDelegate):
    """Paints the ground of a cell; what stands on it is up to the classes below.

    Where there is something to say of a row, the sentence has the lower line of all its
    cells, and what else they hold stands in the upper one.  Else the lower line has what
    there is no column for in a narrow window.

    Parameters
    ----------
    theme : Theme
        Colours.
    view : QTableView
        Where it paints.
    spared : set of Column
        Columns that are left out for want of room.
    """

    companions: tuple[Column, ...] = ()
    """Of those columns which this one speaks for."""

    def __init__(self, theme: Theme, view: QTableView, spared: AbstractSet[Column]) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._spared = spared

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a cell needs."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, then content."""
        # Not filled from the model, as Qt would: nothing but the ground is left to the style.
        full = QStyleOptionViewItem(option)
        # The whole row is marked; a frame around one cell of it says nothing.
        full.state &= ~QStyle.StateFlag.State_HasFocus
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter)
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            painter.save()
            painter.setPen(QColor(self._theme.colours.hairline))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
            below = self._text_below(index, row)
            room = self.room_of(inner, row, has_below=bool(below))
            self.paint_row(painter, room, row, str(index.data() or ""), option.font)
            if _has_sentence(row):
                self._paint_sentence(painter, option.rect, row, option.font)
            elif below:
                self.paint_below(painter, _lower_line(inner), below, _small(option.font))
            painter.restore()

    def room_of(self, rect: QRect, row: Row, *, has_below: bool) -> QRect:
        """Return the part of a cell that `paint_row` may use."""
        return _upper_line(rect) if has_below or _has_sentence(row) else rect

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, text: str, font: QFont) -> None:
        """Paint what the cell says of a row; `text` is what the model says."""

    def paint_below(self, painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
        """Paint what other columns would say."""
        _draw_text(painter, rect, text, self._theme.colours.text_soft, font)

    def _text_below(self, index: Index, row: Row) -> str:
        if not self.companions or _has_sentence(row):
            return ""
        spared = [column for column in self.companions if column in self._spared]
        texts = [str(index.sibling(index.row(), column).data() or "") for column in spared]
        return " · ".join(filter(None, texts))

    def _paint_sentence(self, painter: QPainter, cell: QRect, row: Row, font: QFont) -> None:
        """Paint as much of the sentence as lies in this cell; the neighbours do the rest."""
        line = _lower_line(cell)
        line.setLeft(self._view.columnViewportPosition(Column.NAME) + _MARGIN + _ICON + _GAP)
        line.setRight(self._view.viewport().width() - _MARGIN)
        colours = self._theme.colours
        colour = colours.bad if row.state is State.FAILED else colours.text_soft
        painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
        _draw_text(painter, line, row.message.replace("\n", " "), colour, _small(font))

    def _draw_icon(self, painter: QPainter, rect: QRect, name: str, colour: str) -> QRect:
        """Draw an icon at the left; return the room beside it."""
        ratio = painter.device().devicePixelRatioF()
        top = rect.center().y() - _ICON // 2
        painter.drawPixmap(rect.left(), top, pixmap(name, _ICON, colour, ratio))
        return rect.adjusted(_ICON + _GAP, 0, 0, 0)


class NameDelegate(CellDelegate):
    """The name of the file, and below it what is to be known of it."""

    def room_of(self, rect: QRect, row: Row, *, has_below: bool) -> QRect:
        """Return all of it: the icon stands before both lines."""
        return rect

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, text: str, font: QFont) -> None:
        """Paint an icon and two lines."""
        colours = self._theme.colours
        name = "sound-file" if row.kind is Kind.ENCODE else "road-file"
        rect = self._draw_icon(painter, rect, name, colours.text_soft)
        _draw_text(painter, _upper_line(rect), text, colours.text, font)
        if not _has_sentence(row):
            lower = _lower_line(rect)
            _draw_text(painter, lower, _second_line(row), colours.text_soft, _small(font))


class StateDelegate(CellDelegate):
    """The state, as a sign and a word."""

    companions = (Column.PRESET,)

    def paint_below(self, painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
        """Paint it beside the sign."""
        super().paint_below(painter, rect.adjusted(_ICON + _GAP, 0, 0, 0), text, font)

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, text: str, font: QFont) -> None:
        """Paint the sign in the colour of the state, the word beside it."""
        colour = self._theme.colours.of_state(row.state.value)
        rect = self._draw_icon(painter, rect, row.state.icon, colour)
        _draw_text(painter, rect, text, colour, font)


class WordDelegate(CellDelegate):
    """A word that says how a row is converted."""

    companions = (Column.CODEC,)

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, text: str, font: QFont) -> None:
        """Paint the word; stronger where it is of the row's own choosing."""
        colours = self._theme.colours
        is_own = row.has_own_settings and row.state.is_waiting
        _draw_text(painter, rect, text, colours.text if is_own else colours.text_soft, font)


class ProgressDelegate(CellDelegate):
    """A bar with a percentage while a row is at work."""

    companions = (Column.SPEED, Column.LEFT)

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, text: str, font: QFont) -> None:
        """Paint the bar; nothing for rows that will not move any more."""
        if row.state not in (State.QUEUED, State.RUNNING, State.DONE):
            return
        colours = self._theme.colours
        words = QFontMetrics(font).horizontalAdvance("100 %") + 8
        track = QRectF(rect.left(), rect.center().y() - _BAR / 2 + 1, rect.width() - words, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        share = 1.0 if row.state is State.DONE else row.fraction
        if share:
            colour = colours.good if row.state is State.DONE else colours.accent
            painter.setBrush(QColor(colour))
            filled = QRectF(track)
            filled.setWidth(max(_BAR, track.width() * share))
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        if row.state is State.RUNNING and share is not None:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            _draw_text(painter, rect, text, colours.text, font, right)


class NumberDelegate(CellDelegate):
    """A number, at the right edge as in its heading."""

    def paint_below(self, painter: QPainter, rect: QRect, text: str, font: QFont) -> None:
        """Paint it at the right edge, too."""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        _draw_text(painter, rect, text, self._theme.colours.text_soft, font, right)

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, text: str, font: QFont) -> None:
        """Paint the number; it may be wide, and begins nearer to the edge than a word."""
        rect = rect.adjusted(_NUMBER_MARGIN - _MARGIN, 0, 0, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        _draw_text(painter, rect, text, self._theme.colours.text, font, right)


class SizeDelegate(NumberDelegate):
    """Sizes, and what has come of them."""

    companions = (Column.RATIO, Column.SNR)


def _has_sentence(row: Row) -> bool:
    """Whether there is a sentence that needs the width of the row; "Stopping…" does not."""
    return bool(row.message) and row.state is not State.RUNNING


def _second_line(row: Row) -> str:
    if row.message:
        return row.message
    if row.target is not None and row.state is not State.QUEUED:
        beside = row.target.parent == row.source.parent
        return f"→ {row.target.name if beside else path_text(row.target)}"
    return path_text(row.source.parent)


def _upper_line(rect: QRect) -> QRect:
    return rect.adjusted(0, 6, 0, -(rect.height() // 2))


def _lower_line(rect: QRect) -> QRect:
    return rect.adjusted(0, rect.height() // 2 + 1, 0, -5)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def _draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: str,
    font: QFont,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    if not text:
        return
    painter.setFont(font)
    painter.setPen(QColor(colour))
    # A path is known by its end, everything else by its beginning.
    path = text.removeprefix("→ ").startswith(("/", "~"))
    mode = Qt.TextElideMode.ElideMiddle if path else Qt.TextElideMode.ElideRight
    shown = QFontMetrics(font).elidedText(text, mode, rect.width())
    painter.drawText(rect, alignment, shown)
