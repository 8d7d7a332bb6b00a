"""Lines of lists that lie over the window: a head, or a sign with two lines of words and keys."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeyeditor.drawing.theme import Theme
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font

HEAD_HEIGHT, LOW_HEIGHT, ROW_HEIGHT = 30, 36, 46
INSET, PADDING, ICON, ICON_ROOM, ASIDE_GAP = 4, 10, 16, 28, 10
MIDDLE = Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Head:
    """The name of what follows, and a word at the right."""

    title: str
    aside: str = ""

    height = HEAD_HEIGHT

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.aside}" if self.aside else self.title


@dataclass(frozen=True)
class Row:
    """A sign (tinted by a channel's family), a title, a quiet word, a second line, and keys."""

    title: str
    note: str = ""
    icon: str = ""
    family: ChannelFamily | None = None
    keys: tuple[str, ...] = ()
    aside: str = ""

    @property
    def height(self) -> int:
        return ROW_HEIGHT if self.note else LOW_HEIGHT

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.aside, self.note, *self.keys) if part)


class RowPainter(QStyledItemDelegate):
    """Paints heads and rows, which are an index's UserRole."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, index.data(Qt.ItemDataRole.UserRole).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: Head | Row = index.data(Qt.ItemDataRole.UserRole)
        drawn: Any = option
        place, theme = QRectF(drawn.rect), current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(face, Head):
            _paint_head(painter, place, face, theme)
        else:
            state = drawn.state
            _paint_ground(painter, place.adjusted(INSET, 1, -INSET, -1), state, theme)
            _paint_row(
                painter, place.adjusted(INSET + PADDING, 0, -INSET - PADDING, 0), face, theme
            )
        painter.restore()


def _paint_head(painter: QPainter, place: QRectF, head: Head, theme: Theme) -> None:
    words = place.adjusted(INSET + PADDING, 4, -INSET - PADDING, 0)
    _write(painter, words, head.aside, font(11.5), theme.text3, right=True)
    _write(painter, words.adjusted(0, 0, -60, 0), head.title, font(11.5, 600), theme.text2)


def _paint_ground(painter: QPainter, place: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(QPen(QColor(theme.accent_line), 1) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.sunken))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_row(painter: QPainter, place: QRectF, row: Row, theme: Theme) -> None:
    centre = QPointF(place.left() + ICON / 2, place.center().y())
    tint = theme.family(row.family) if row.family else theme.text3
    if row.icon:
        paint_icon_centred(painter, centre, ICON, row.icon, tint)
    words = place.adjusted(ICON_ROOM, 0, -paint_keys(painter, place, row.keys, theme), 0)
    if not row.note:
        _write(painter, words, row.title, font(12.5, 500), theme.text)
        taken = painter.fontMetrics().horizontalAdvance(row.title) + ASIDE_GAP
        _write(painter, words.adjusted(taken, 0, 0, 0), row.aside, font(11.5), theme.text3)
        return
    upper, lower = (
        words.adjusted(0, 6, 0, -words.height() / 2 + 1),
        words.adjusted(0, words.height() / 2 - 1, 0, -6),
    )
    _write(painter, upper, row.title, font(12.5, 500), theme.text)
    _write(painter, lower, row.note, font(11.5), theme.text3)


def paint_keys(painter: QPainter, place: QRectF, keys: tuple[str, ...], theme: Theme) -> float:
    """Key caps at the right end of a place; returns the room that they take."""
    right = place.right()
    face = font(11, 500)
    painter.setFont(face)
    for key in reversed(keys):
        width = painter.fontMetrics().horizontalAdvance(key) + 12
        cap = QRectF(right - width, place.center().y() - 9.5, width, 19)
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.text2))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + 4
    return place.right() - right + (8 if keys else 0)


def _write(
    painter: QPainter, place: QRectF, text: str, face: QFont, ink: str, *, right: bool = False
) -> None:
    """One line, which ends in “…” where there is no room."""
    painter.setFont(face)
    painter.setPen(QColor(ink))
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, mode, int(place.width()))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, MIDDLE | side, shown)
