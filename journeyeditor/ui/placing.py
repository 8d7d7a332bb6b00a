"""Where a window may stand, so that all of it is seen."""

from PySide6.QtCore import QPoint, QRect, QSize

TITLE, EDGE = 32, 4
"""Pixels of a window's title bar and of its edges: the system tells them when it's shown only."""


def fitting(size: QSize, screen: QRect) -> QSize:
    """The size of a new window, as large as the free part of a screen at most."""
    return size.boundedTo(screen.size() - QSize(2 * EDGE, TITLE + EDGE))


def within(place: QRect, screen: QRect) -> QRect:
    """A window's place of last time, moved and cut as far as the free part of a screen needs it."""
    free = screen.adjusted(0, TITLE, 0, 0)
    size = place.size().boundedTo(free.size())
    furthest = free.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    x = max(free.left(), min(place.x(), furthest.x()))
    y = max(free.top(), min(place.y(), furthest.y()))
    return QRect(QPoint(x, y), size)
