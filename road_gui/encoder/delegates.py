"""How the cells of the queue are painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from road_gui.encoder.queue_model import ROW_ROLE
from road_gui.encoder.rows import Kind, Row, State
from road_gui.icons import pixmap
from road_gui.messages import percent_text
from road_gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 48
_MARGIN = 12
_ICON = 20
_GAP = 10
_BAR = 6


class CellDelegate(QStyledItemDelegate):
    """Paints the ground of a cell; what stands on it is up to the classes below."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

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
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, full, painter)
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            painter.save()
            painter.setPen(QColor(self._theme.colours.hairline))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_row(painter, option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0), row, option.font)
            painter.restore()

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        """Paint what the cell says of a row."""

    def _draw_icon(self, painter: QPainter, rect: QRect, name: str, colour: str) -> QRect:
        """Draw an icon at the left; return the room beside it."""
        ratio = painter.device().devicePixelRatioF()
        top = rect.center().y() - _ICON // 2
        painter.drawPixmap(rect.left(), top, pixmap(name, _ICON, colour, ratio))
        return rect.adjusted(_ICON + _GAP, 0, 0, 0)


class NameDelegate(CellDelegate):
    """The name of the file, and below it what is to be known of it."""

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        """Paint an icon and two lines."""
        colours = self._theme.colours
        name = "sound-file" if row.kind is Kind.ENCODE else "road-file"
        rect = self._draw_icon(painter, rect, name, colours.text_soft)
        half = rect.height() // 2
        upper = rect.adjusted(0, 6, 0, -half)
        lower = rect.adjusted(0, half + 1, 0, -5)
        _draw_text(painter, upper, row.source.name, colours.text, font)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        failed = row.state is State.FAILED
        _draw_text(
            painter, lower, _second_line(row), colours.bad if failed else colours.text_soft, small
        )


class StateDelegate(CellDelegate):
    """The state, as a sign and a word."""

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        """Paint the sign in the colour of the state, the word beside it."""
        colours = self._theme.colours
        colour = {
            State.QUEUED: colours.text_soft,
            State.RUNNING: colours.link,
            State.DONE: colours.good,
            State.SKIPPED: colours.careful,
            State.FAILED: colours.bad,
            State.STOPPED: colours.careful,
        }[row.state]
        rect = self._draw_icon(painter, rect, row.state.icon, colour)
        _draw_text(painter, rect, row.state.label, colour, font)


class ProgressDelegate(CellDelegate):
    """A bar with a percentage while a row is at work."""

    def paint_row(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        """Paint the bar; nothing for rows that will not move any more."""
        if row.state not in (State.QUEUED, State.RUNNING, State.DONE):
            return
        colours = self._theme.colours
        words = QFontMetrics(font).horizontalAdvance("100 %") + 8
        track = QRectF(rect.left(), rect.center().y() - _BAR / 2 + 1, rect.width() - words, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.control_pressed))
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
            _draw_text(painter, rect, percent_text(share), colours.text, font, right)


class NumberDelegate(CellDelegate):
    """A number, at the right edge as in its heading."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and number."""
        super().paint(painter, option, index)
        painter.save()
        rect = option.rect.adjusted(4, 0, -_MARGIN, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        text = str(index.data() or "")
        _draw_text(painter, rect, text, self._theme.colours.text, option.font, right)
        painter.restore()


def _second_line(row: Row) -> str:
    if row.message:
        return row.message.replace("\n", " ")
    if row.target is not None and row.state is not State.QUEUED:
        beside = row.target.parent == row.source.parent
        return f"→ {row.target.name if beside else row.target}"
    return str(row.source.parent)


def _draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: str,
    font: QFont,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    # A path is known by its end, everything else by its beginning.
    path = text.startswith(("/", "→ /"))
    mode = Qt.TextElideMode.ElideMiddle if path else Qt.TextElideMode.ElideRight
    shown = QFontMetrics(font).elidedText(text, mode, rect.width())
    painter.drawText(rect, alignment, shown)
