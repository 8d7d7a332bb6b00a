"""The keys that mean something on the map only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeyeditor.drawing.shapes import Key
from journeyeditor.ui.canvas.drag import DropMode, Modifiers
from journeyeditor.ui.canvas.walking import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Direction,
    move,
    reading_order,
    step,
)

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

_ARROWS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)
_ALL = Modifiers.ControlModifier | Modifiers.ShiftModifier | Modifiers.AltModifier


class Keyboard:
    """What the keys do. Its methods tell whether the key meant something."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._view = canvas.view

    def press(self, event: QKeyEvent) -> bool:
        pointer, key = self._canvas.pointer, Qt.Key(event.key())
        held = event.modifiers() & _ALL
        if pointer.busy:
            if key is Qt.Key.Key_Escape:
                return pointer.cancel()
            pointer.hold(event.modifiers())
            return True
        if direction := _ARROWS.get(key):
            return self._arrow(direction, held)
        if key is Qt.Key.Key_Space and not event.isAutoRepeat():
            pointer.hold_space(True)
            return True
        if held == Modifiers.ShiftModifier:
            return self._with_shift(key)
        if held == Modifiers.ControlModifier:
            return self._with_control(key)
        return held == Modifiers.NoModifier and self._plain(key)

    def release(self, event: QKeyEvent) -> bool:
        pointer = self._canvas.pointer
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            pointer.hold_space(False)
            return True
        if event.key() in _HELD:
            pointer.hold(event.modifiers())
        return pointer.busy

    def tab(self, forward: bool) -> bool:
        """Go to the next thing in reading order; at the map's end, leave it."""
        order = reading_order(self._view.ground)
        current = self._canvas.selection.current
        if not order:
            return False
        if current not in order:
            self._canvas.choosing.walk_to(order[0 if forward else -1])
            return True
        place = order.index(current) + (1 if forward else -1)
        if not 0 <= place < len(order):
            return False
        self._canvas.choosing.walk_to(order[place])
        return True

    def _arrow(self, direction: Direction, held: Modifiers) -> bool:
        current, ground = self._canvas.selection.current, self._view.ground
        if held == Modifiers.AltModifier and current:
            self._move(current, direction)
            return True
        if held not in (Modifiers.NoModifier, Modifiers.ShiftModifier):
            return False
        target = step(ground, current, direction) if current else None
        if current is None and (order := reading_order(ground)):
            target = order[0]
        if target:
            self._canvas.choosing.walk_to(target, add=held == Modifiers.ShiftModifier)
        return True

    def _move(self, current: Key, direction: Direction) -> None:
        """Ask for the selected things to be moved by one place."""
        canvas, ground = self._canvas, self._view.ground
        kind, id = current[0], current[1]
        if kind == "card":
            cards = canvas.choosing.in_reading_order() or [current]
            if place := move(ground, cards, direction):
                canvas.cards_dropped.emit([key[1] for key in cards], *place, DropMode.MOVE)
            return
        strips = ground.stages if kind == "stage" else ground.segments
        along = direction.across if kind == "stage" else direction.down
        if kind not in ("stage", "segment") or not along:
            return
        now = next(i for i, strip in enumerate(strips) if strip.id == id)
        if 0 <= now + along < len(strips):
            dropped = canvas.stage_dropped if kind == "stage" else canvas.segment_dropped
            dropped.emit(id, now + 2 if along > 0 else now - 1)

    def _plain(self, key: Qt.Key) -> bool:
        canvas = self._canvas
        current = canvas.selection.current
        if key is Qt.Key.Key_N:
            canvas.capture()
        elif key in _EDIT and current:
            if not canvas.edit_name(current):
                canvas.capture(*canvas.current_cell() or ())
        elif key is Qt.Key.Key_Escape and (current or canvas.selection.keys):
            canvas.select([], reveal=False)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            down = 1 if key is Qt.Key.Key_PageDown else -1
            self._view.panes.scroll_by(0, down * 0.9 * self._view.panes.body.height())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            order = reading_order(self._view.ground)
            for target in order[:1] if key is Qt.Key.Key_Home else order[-1:]:
                canvas.choosing.walk_to(target)
        else:
            return False
        return True

    def _with_control(self, key: Qt.Key) -> bool:
        if key is Qt.Key.Key_0:
            self._view.set_zoom(1.0)
        elif key is Qt.Key.Key_A:
            self._canvas.select_all()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._canvas.zoom_in()
        elif key is Qt.Key.Key_Minus:
            self._canvas.zoom_out()
        else:
            return False
        return True

    def _with_shift(self, key: Qt.Key) -> bool:
        """Shift+1 and Shift+2, which are other signs on other keyboards."""
        if key in (Qt.Key.Key_1, Qt.Key.Key_Exclam):
            self._canvas.zoom_to_fit()
        elif key in (Qt.Key.Key_2, Qt.Key.Key_At, Qt.Key.Key_QuoteDbl):
            self._canvas.zoom_to_selection()
        else:
            return False
        return True
