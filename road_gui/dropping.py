"""Files dragged over the window: what would become of them is said, and done when let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from road_gui.invitation import draw_frame
from road_gui.theme import Theme

translate = QCoreApplication.translate

_VEIL_ALPHA = 225
_TEXT_SIZE = 1.4


@dataclass(frozen=True)
class Landing:
    """What a page does with files that are dropped on it.

    Attributes
    ----------
    hint : str
        What is said while they hang over it.
    most : int
        How many it takes; none of them may be a folder.
    """

    hint: str
    most: int

    def fits(self, paths: Sequence[Path]) -> bool:
        """Whether the page has a use for them."""
        return len(paths) <= self.most and not any(path.is_dir() for path in paths)


def landings_of(
    player: QWidget, compare: QWidget, codecs: QWidget, fractal: QWidget
) -> dict[QWidget, Landing]:
    """Say what each page has a use for; all else is for the queue."""
    return {
        player: Landing(translate("MainWindow", "Drop to listen"), most=1),
        compare: Landing(translate("MainWindow", "Drop to compare"), most=2),
        codecs: Landing(translate("MainWindow", "Drop to compare codecs"), most=1),
        fractal: Landing(translate("MainWindow", "Drop to look into it"), most=1),
    }


class Dropping(QObject):
    """Takes files, wherever over a window they are, and finds out who is to have them.

    Parameters
    ----------
    window : QWidget
        What they are dropped on.
    pages : QStackedWidget
        Where its pages are.
    landings : dict of QWidget to Landing
        What pages do with files.
    otherwise : str
        What is said of files that the page has no use for.

    Signals
    -------
    dropped(page, paths)
        Files were let go over a page that has a use for them; None for the page where it has none.
    """

    dropped = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        pages: QStackedWidget,
        theme: Theme,
        landings: dict[QWidget, Landing],
        otherwise: str,
    ) -> None:
        super().__init__(window)
        self._pages = pages
        self._landings = landings
        self._otherwise = otherwise
        self.hint = DropHint(theme, pages)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Deal with what a drag tells the window."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.hint.say("")
            return True
        if not isinstance(event, QDropEvent):  # what comes in and moves is one too
            return False
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        if kind == QEvent.Type.DragMove:
            return True
        page = self._page_for(paths)
        if kind == QEvent.Type.DragEnter:
            self.hint.say(self._otherwise if page is None else self._landings[page].hint)
        elif kind == QEvent.Type.Drop:
            self.hint.say("")
            self.dropped.emit(page, paths)
        return True

    def _page_for(self, paths: Sequence[Path]) -> QWidget | None:
        page = self._pages.currentWidget()
        landing = self._landings.get(page) if page is not None else None
        return page if landing is not None and landing.fits(paths) else None


class DropHint(QWidget):
    """Lies over another widget while files hang over the window."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Appear with what dropping would do; vanish where that is nothing."""
        self.text = text
        self.setGeometry(self._over.rect())
        self.setVisible(bool(text))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of what lies below."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil what lies below and say what dropping would do."""
        painter = QPainter(self)
        colours = self._theme.colours
        veil = QColor(colours.base)
        veil.setAlpha(_VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        draw_frame(painter, QRectF(self.rect()), self._theme, is_hot=True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _TEXT_SIZE)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
