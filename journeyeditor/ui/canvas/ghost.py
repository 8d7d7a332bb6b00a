"""What hangs at the pointer while something is dragged."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing.theme import Theme
from journeyeditor.ui.canvas.painting import colour
from journeyeditor.ui.chrome.icons import paint_icon
from journeyeditor.ui.chrome.look import font

EDGE = 2.0
SHADOW = QPointF(5, 6)
LIGHT_SHADE, DARK_SHADE = 0.12, 0.5
TAG_HEIGHT, TAG_LEFT, TAG_RISE, TAG_RADIUS = 24, 8, 20, 6
TAG_PADDING, TAG_GAP, ICON = 8.0, 6.0, 14.0
STACK, DEEPEST_STACK = 5.0, 2
"""How far each card of a stack lies below and right of the one above it; how many are seen."""
BADGE = 20.0


class Tag(QWidget):
    """A few words on a dark ground beside the pointer."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self._icon = ""
        self._theme = theme
        self._font = font(12, 600)

    def say(self, icon: str, text: str) -> None:
        """Change the words; `icon` names a file of resources/icons, "" is none."""
        if (icon, text) != (self._icon, self.text):
            self._icon, self.text = icon, text
            words = QFontMetricsF(self._font).horizontalAdvance(text)
            self.resize(int(self._before_words + words + TAG_PADDING + 1), TAG_HEIGHT)
            self.update()

    @property
    def _before_words(self) -> float:
        return TAG_PADDING + (ICON + TAG_GAP if self._icon else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.text))
        painter.drawRoundedRect(self.rect(), TAG_RADIUS, TAG_RADIUS)
        if self._icon:
            place = QRectF(TAG_PADDING, (TAG_HEIGHT - ICON) / 2, ICON, ICON)
            paint_icon(painter, place, self._icon, self._theme.chrome)
        painter.setPen(colour(self._theme.chrome))
        painter.setFont(self._font)
        words = QRectF(self.rect()).adjusted(self._before_words, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text)


class Ghost(QWidget):
    """A picture of what is dragged, with a tag that says what the drop would do.

    `count` cards are a small stack with their number. `radius` rounds the picture's corners, in
    pixels. The point `grip` of the picture hangs at the pointer.
    """

    def __init__(
        self,
        canvas: QWidget,
        theme: Theme,
        picture: QPixmap,
        grip: QPointF,
        radius: float = 0.0,
        count: int = 1,
    ) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tag = Tag(self, theme)
        self.tag.move(TAG_LEFT, 0)
        self._theme = theme
        self._picture = picture
        self._grip = grip
        self._radius = radius
        self._count = count

    @property
    def _depth(self) -> int:
        """How many cards are seen under the first."""
        return min(DEEPEST_STACK, self._count - 1)

    def hang(self, pointer: QPointF, icon: str, text: str) -> None:
        """Hang at the pointer, with these words on the tag."""
        self.tag.say(icon, text)
        size = self._picture.deviceIndependentSize()
        stack = STACK * self._depth
        width = max(size.width() + stack + BADGE / 2, self.tag.geometry().right())
        height = TAG_RISE + size.height() + stack
        self.resize(int(width + SHADOW.x() + EDGE), int(height + SHADOW.y() + EDGE))
        corner = pointer - self._grip - QPointF(EDGE, TAG_RISE)
        self.move(round(corner.x()), max(0, round(corner.y())))
        if not self.isVisible():
            self.show()
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = QRectF(QPointF(EDGE, TAG_RISE), self._picture.deviceIndependentSize())
        deepest = top.translated(STACK * self._depth, STACK * self._depth)
        self._paint_shadow(painter, deepest.translated(SHADOW))
        for depth in range(self._depth, -1, -1):
            card = top.translated(STACK * depth, STACK * depth)
            self._paint_edge(painter, card, self._theme.card)
        painter.drawPixmap(top.topLeft(), self._picture)
        self._paint_edge(painter, top, None)
        if self._count > 1:
            self._paint_count(painter, top)

    def _paint_shadow(self, painter: QPainter, place: QRectF) -> None:
        shade = QColor(self._theme.window if self._theme.dark else self._theme.text)
        shade.setAlphaF(DARK_SHADE if self._theme.dark else LIGHT_SHADE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(place, self._radius, self._radius)

    def _paint_edge(self, painter: QPainter, card: QRectF, fill: str | None) -> None:
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(self._theme.accent), EDGE))
        painter.drawRoundedRect(card, self._radius, self._radius)

    def _paint_count(self, painter: QPainter, card: QRectF) -> None:
        badge = QRectF(0, 0, BADGE, BADGE)
        badge.moveCenter(card.topRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.accent))
        painter.drawEllipse(badge)
        painter.setPen(colour(self._theme.on_accent))
        painter.setFont(font(12, 600))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._count))
