"""What we ask of Qt itself."""

import sys

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

MOST_LOST = 200


def test_qt_keeps_none_alive(qapp: QApplication) -> None:
    # PySide6 6.12.0 loses one reference to None with every call that returns nothing;
    # on Python 3.10 and 3.11 the interpreter aborts after a minute of painting.
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    before = sys.getrefcount(None)
    for _ in range(1000):
        painter.setOpacity(1.0)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < MOST_LOST
