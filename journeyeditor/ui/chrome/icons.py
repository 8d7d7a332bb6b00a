"""Icons: one set of SVG line drawings, tinted for the theme and each state of a control."""

from functools import cache, lru_cache
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from journeyeditor.resources import resource
from journeyeditor.ui.chrome.look import current_theme

Dressed = TypeVar("Dressed", bound=QAction | QAbstractButton)


def dress(target: Dressed, name: str, tone: str = "text2", size: int = 16, gap: int = 0) -> Dressed:
    """Give a control an icon that follows the theme. `tone` is the name of a theme colour.

    `gap` pixels to the right of the icon stay empty, between it and the text.
    """
    target.setProperty("icon_name", name)
    target.setProperty("icon_tone", tone)
    target.setProperty("icon_size", size)
    target.setProperty("icon_gap", gap)
    _tint(target)
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size + gap, size))
    return target


def retint() -> None:
    """Make the icons of all dressed controls anew, after the theme has changed."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton):
            _tint(widget)
        for action in widget.actions():
            _tint(action)


def icon(name: str, tone: str = "text2", size: int = 16, gap: int = 0) -> QIcon:
    """An icon in a colour of the present theme, with its disabled and switched-on states."""
    theme = current_theme()
    made = QIcon()
    states = (
        (getattr(theme, tone), QIcon.Mode.Normal, QIcon.State.Off),
        (theme.disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        (theme.accent_text if tone == "text2" else getattr(theme, tone),
         QIcon.Mode.Normal, QIcon.State.On),
    )  # fmt: skip
    for scale in {screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0}:
        for colour, mode, state in states:
            made.addPixmap(pixmap(name, colour, size, scale, gap), mode, state)
    return made


@lru_cache(maxsize=2048)
def pixmap(name: str, colour: str, size: int, scale: float = 1.0, gap: int = 0) -> QPixmap:
    """An icon of `size` logical pixels for a screen of this scale, `gap` of them empty at right."""
    picture = QPixmap(round((size + gap) * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return picture


def paint_icon(painter: QPainter, place: QRectF, name: str, colour: str) -> None:
    """Draw an icon into a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour, _stroke(place.width())).render(painter, place)


def paint_icon_centred(
    painter: QPainter, centre: QPointF, size: float, name: str, colour: str
) -> None:
    """Draw an icon of `size` around a point."""
    corner = QPointF(centre.x() - size / 2, centre.y() - size / 2)
    paint_icon(painter, QRectF(corner.x(), corner.y(), size, size), name, colour)


@cache
def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource("icons", "journeyeditor.svg")))


def _tint(target: QObject) -> None:
    if name := target.property("icon_name"):
        tone, size, gap = (target.property(f"icon_{what}") for what in ("tone", "size", "gap"))
        made = icon(name, tone, size, gap)
        target.setIcon(made)  # type: ignore[attr-defined]


def _stroke(size: float) -> float:
    """Line width of the 24-unit drawing, so that small icons are not too thin."""
    return 2.0 if size <= 14 else 1.75 if size <= 20 else 1.5


@cache
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_text("utf-8")
    source = source.replace("currentColor", colour)
    source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(source.encode()))
