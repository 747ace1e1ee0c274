"""What a screen reader says of a widget that changes many times a second."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

PERIOD_MS = 1000
"""No oftener is it told: a screen reader speaks slower than a meter moves."""


class Spoken(QObject):
    """Keeps the accessible description of a widget up to date, about once a second.

    Nothing is done unless the widget has the focus or a screen reader is there.

    Parameters
    ----------
    widget : QWidget
        Whose description it is.
    text : callable
        Returns what is to be said now.
    """

    def __init__(self, widget: QWidget, text: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget, self._text = widget, text
        self._is_stale = False
        self._timer = QTimer(self, singleShot=True, interval=PERIOD_MS)
        self._timer.timeout.connect(self._catch_up)
        widget.installEventFilter(self)

    def change(self) -> None:
        """Tell that there is something else to say."""
        self._is_stale = True
        if not self._timer.isActive():
            self._catch_up()

    @Slot()
    def _catch_up(self) -> None:
        if self._is_stale and (self._widget.hasFocus() or QAccessible.isActive()):
            self._is_stale = False
            self._widget.setAccessibleDescription(self._text())
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it as it is where the focus comes."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
            self.change()
        return False
