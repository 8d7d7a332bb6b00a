"""Dragging cards: ghost, target, insertion line, and the sentence in the status bar."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing.layout.card import RADIUS
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement
from journeyeditor.translation import N_, tr
from journeyeditor.ui.canvas.ghost import Ghost
from journeyeditor.ui.canvas.ground import Slot
from journeyeditor.ui.canvas.hints import Hint, strong
from journeyeditor.ui.canvas.panes import POINT, Panes
from journeyeditor.ui.canvas.view import MapView, rectangle

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

ORIGIN_OPACITY = 0.38
"""Of a card that is being dragged away."""
SMALLEST_GHOST = 0.6
"""The zoom at which a ghost is shown where cards are too far away to be painted."""
EDGE = 32
"""Pixels from the edge of the view within which dragging scrolls it."""
FASTEST, SCROLL_STEP = 24, 16
"""Pixels of a step of scrolling at the very edge, and milliseconds from one to the next."""
Modifiers = Qt.KeyboardModifier


class DropMode(StrEnum):
    """What dropping cards does: move them, copy them, or place the same touchpoints again."""

    MOVE = "move"
    COPY = "copy"
    LINK = "link"


def mode_of(modifiers: Modifiers) -> DropMode:
    """What the modifier keys ask for."""
    copy = bool(modifiers & Modifiers.ControlModifier)
    if modifiers & Modifiers.AltModifier or (copy and modifiers & Modifiers.ShiftModifier):
        return DropMode.LINK
    return DropMode.COPY if copy else DropMode.MOVE


_TAGS = {
    DropMode.MOVE: ("move", N_("Move")),
    DropMode.COPY: ("copy", N_("Copy")),
    DropMode.LINK: ("link-2", N_("Link")),
}
_ONE = {
    DropMode.MOVE: N_("Move {name} to {place}, position {position}"),
    DropMode.COPY: N_("Copy {name} to {place}, position {position}"),
    DropMode.LINK: N_("Place {name} also in {place}, position {position}"),
}
_MANY = {
    DropMode.MOVE: N_("Move {count} cards to {place}, position {position}"),
    DropMode.COPY: N_("Copy {count} cards to {place}, position {position}"),
    DropMode.LINK: N_("Place {count} cards also in {place}, position {position}"),
}


class Gesture(Protocol):
    """Something done with the pointer held down. Positions are pixels on the canvas."""

    def move(self, position: QPointF, modifiers: Modifiers) -> None:
        """The pointer is here now, or other modifier keys are held."""

    def drop(self, position: QPointF, modifiers: Modifiers) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Leave all as it was."""


class EdgeScroll:
    """Scrolls while the pointer is held near an edge of the map's body, or on its heads."""

    def __init__(
        self,
        canvas: QWidget,
        panes: Panes,
        again: Callable[[], None],
        *,
        across: bool = True,
        down: bool = True,
    ) -> None:
        self._panes, self._again = panes, again
        self._across, self._down = across, down
        self._position = QPointF()
        self._timer = QTimer(canvas)
        self._timer.setInterval(SCROLL_STEP)
        self._timer.timeout.connect(self._step)

    def follow(self, position: QPointF) -> None:
        """The pointer is here now."""
        self._position = position
        if self._speed() == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._timer.deleteLater()

    def _speed(self) -> tuple[int, int]:
        x, y = self._position.x(), self._position.y()
        body = QRectF(self._panes.body)
        if not QRectF(self._panes.view).contains(self._position):
            return 0, 0
        return (
            _speed(x, body.left(), body.right()) if self._across else 0,
            _speed(y, body.top(), body.bottom()) if self._down else 0,
        )

    def _step(self) -> None:
        self._panes.scroll_by(*self._speed())
        self._again()


def _speed(value: float, low: float, high: float) -> int:
    depth = max(0.0, min(EDGE, low + EDGE - value)) - max(0.0, min(EDGE, value - high + EDGE))
    return -round(FASTEST * depth / EDGE)


class CardDrag:
    """Cards on their way to another place: `keys` in reading order, one of which was grabbed."""

    def __init__(
        self, canvas: "MapCanvas", keys: Sequence[Key], grabbed: Key, start: QPointF
    ) -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._keys = keys
        self._ids: list[Id] = [key[1] for key in keys]
        self._last = (start, Modifiers.NoModifier)
        self._ghost = _card_ghost(canvas, grabbed, start, len(keys))
        self._mode: DropMode | None = None
        self._scroll = EdgeScroll(canvas, self._view.panes, lambda: self.move(*self._last))
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, position: QPointF, modifiers: Modifiers) -> None:
        self._last = (position, modifiers)
        mode, slot = mode_of(modifiers), self._view.slot_at(position)
        self._view.aim(slot)
        self._show_mode(mode)
        icon, words = _TAGS[mode]
        self._ghost.hang(position, icon, tr(words))
        self._scroll.follow(position)
        self._canvas.hint_changed.emit(self._hint(slot, mode))

    def drop(self, position: QPointF, modifiers: Modifiers) -> None:
        self.cancel()
        slot = self._view.slot_at(position)
        ids = [id for id in self._ids if self._view.project.find(Placement, id)]
        if slot:
            self._canvas.cards_dropped.emit(
                ids, slot.stage, slot.segment, slot.index, mode_of(modifiers)
            )
        elif not self._canvas.rect().contains(position.toPoint()):
            place = self._canvas.mapToGlobal(position.toPoint())
            self._canvas.cards_dropped_outside.emit(ids, place)

    def cancel(self) -> None:
        self._scroll.stop()
        self._ghost.hide()
        self._ghost.deleteLater()
        self._view.aim(None)
        self._show_mode(DropMode.COPY)
        self._canvas.unsetCursor()
        self._canvas.hint_changed.emit(Hint())

    def _show_mode(self, mode: DropMode) -> None:
        """Cards that are moved are faint where they come from; others stay."""
        if mode is not self._mode:
            self._mode = mode
            leaving = mode is DropMode.MOVE
            self._view.items.fade(self._keys, ORIGIN_OPACITY if leaving else 1.0)
            self._view.overlay.show_origins(self._keys if leaving else ())

    def _hint(self, slot: Slot | None, mode: DropMode) -> Hint:
        keys = (
            ("Ctrl", tr("copy")),
            ("Alt", tr("link the same touchpoint")),
            (tr("Esc"), tr("cancel")),
        )
        if slot is None:
            return Hint(keys=keys)
        position = slot.index + 1
        if mode is DropMode.MOVE:
            cell = self._view.ground.cells[slot.stage, slot.segment]
            position -= sum(card.key in self._keys for card in cell.cards[: slot.index])
        place, count = strong(name_of_cell(self._view, slot)), len(self._keys)
        if count == 1:
            name = strong(self._view.name_of(self._keys[0]))
            return Hint(tr(_ONE[mode], name=name, place=place, position=position), keys)
        return Hint(tr(_MANY[mode], count=count, place=place, position=position), keys)


def name_of_cell(view: MapView, slot: Slot) -> str:
    """The stage and the segment of a place."""
    stage, segment = (view.name_of((kind, id)) for kind, id in
                      (("stage", slot.stage), ("segment", slot.segment)))  # fmt: skip
    return f"{stage} · {segment}"


def _card_ghost(canvas: "MapCanvas", key: Key, start: QPointF, count: int) -> Ghost:
    """A picture of the card as it is on screen; large enough to read where cards aren't painted."""
    view, ratio = canvas.view, canvas.devicePixelRatioF()
    node, zoom = view.ground.drawing.get(key), view.zoom
    place = view.panes.to_canvas(rectangle(node))
    if not node.shapes:
        node, zoom = view.full_node(key) or node, max(SMALLEST_GHOST, zoom)
    picture = view.rasters.picture(node, zoom * POINT * ratio, ratio)
    grip = (start - place.topLeft()) * (zoom / view.zoom)
    return Ghost(canvas, view.options.theme, picture, grip, RADIUS * zoom * POINT, count)
