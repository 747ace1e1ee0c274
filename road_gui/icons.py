"""Icons: our own drawings, in the colour of the text around them."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

import resources

Role = QPalette.ColorRole


class _Drawing(QIconEngine):
    """Paints a drawing anew each time, so that it follows palette and scale by itself."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._text = resources.text_of("icons", f"{name}.svg")

    def clone(self) -> QIconEngine:
        """Return another one of the same."""
        return _Drawing(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw in the colour that the mode asks for."""
        colour = colour_of(self._role, enabled=mode != QIcon.Mode.Disabled)
        draw(painter, QRectF(rect), self._text, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing on a transparent ground."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


def icon(name: str, role: Role = Role.ButtonText) -> QIcon:
    """Return the icon `name`, in the palette's colour for `role`.

    A drawing that has colours of its own keeps them.
    """
    return QIcon(_Drawing(name, role))


def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return a drawing in one colour, for whoever paints by hand.

    Parameters
    ----------
    name : str
        Name of the drawing.
    size : int
        Edge in pixels that do not depend on the screen.
    colour : str
        As ``#rrggbb``.
    ratio : float
        Pixels of the screen for each of those.
    """
    key = f"road/{name}/{size}/{colour}/{ratio}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, QRectF(0, 0, size, size), resources.text_of("icons", f"{name}.svg"), colour)
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def draw(painter: QPainter, rect: QRectF, text: str, colour: str) -> None:
    """Draw the text of an SVG file, its ``currentColor`` replaced."""
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, rect)


def colour_of(role: Role, *, enabled: bool = True) -> str:
    """Return the application's present colour for a role, as ``#rrggbb``."""
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    return QGuiApplication.palette().color(group, role).name()
