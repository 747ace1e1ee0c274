"""Marks by which curves are told apart without their colours."""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

N_MARKERS = 7
"""How many different ones there are: none that is a multiple of the number of colours."""

# Corners on a circle, where the first one is (in degrees from the top), and how much larger
# the mark has to be to look as large as a disc.
_POLYGONS = ((4, 45.0, 1.15), (3, 0.0, 1.35), (4, 0.0, 1.25), (3, 180.0, 1.35), (5, 0.0, 1.15))
_INNER_STAR = 0.45


def marker(style: int, radius: float) -> QPainterPath:
    """Return the mark of a number, around (0, 0): disc, square, triangle, diamond and so on."""
    path = QPainterPath()
    number = style % N_MARKERS
    if number == 0:
        path.addEllipse(QPointF(0.0, 0.0), radius, radius)
        return path
    if number <= len(_POLYGONS):
        corners, turned, scale = _POLYGONS[number - 1]
        radii = [scale * radius] * corners
    else:
        turned, radii = 0.0, [1.45 * radius, 1.45 * _INNER_STAR * radius] * 5
    polygon = QPolygonF()
    for corner, reach in enumerate(radii):
        angle = math.radians(turned + 360.0 * corner / len(radii))
        polygon.append(QPointF(reach * math.sin(angle), -reach * math.cos(angle)))
    path.addPolygon(polygon)
    path.closeSubpath()
    return path
