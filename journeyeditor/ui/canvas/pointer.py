"""The mouse on the canvas: clicks, hover, and which gesture begins."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from journeyeditor.drawing.layout import Level
from journeyeditor.drawing.shapes import Key
from journeyeditor.ui.canvas.axes import AxisDrag, StageResize, default_width
from journeyeditor.ui.canvas.drag import CardDrag, EdgeScroll, Gesture, Modifiers
from journeyeditor.ui.canvas.walking import reading_order

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

WHEEL_PIXELS = 0.5
"""Pixels scrolled for each of the wheel's units (a notch has 120)."""
WHEEL_ZOOM = 1.0016
"""How much each unit of the wheel enlarges."""
TOUCHES = (QNativeGestureEvent, QGestureEvent, QHelpEvent)
"""What fingers and a resting pointer send."""
_SELECTING = Modifiers.ControlModifier | Modifiers.ShiftModifier


class Pan:
    """The map moves with the pointer."""

    def __init__(self, canvas: "MapCanvas", start: QPointF) -> None:
        self._canvas, self._last = canvas, start
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, position: QPointF, _modifiers: Modifiers) -> None:
        way = self._last - position
        self._canvas.view.panes.scroll_by(way.x(), way.y())
        self._last = position

    def drop(self, _position: QPointF, _modifiers: Modifiers) -> None:
        self.cancel()

    def cancel(self) -> None:
        self._canvas.unsetCursor()


class Marquee:
    """A rectangle that selects the cards it touches; with Shift, those besides the others."""

    def __init__(self, canvas: "MapCanvas", start: QPointF, modifiers: Modifiers) -> None:
        self._canvas, self._view = canvas, canvas.view
        self._before = canvas.selected_keys()
        self._kept = self._before if modifiers & _SELECTING else ()
        self._corner = self._view.panes.to_map(start)
        self._last = start
        self._scroll = EdgeScroll(canvas, self._view.panes, self._again)

    def move(self, position: QPointF, _modifiers: Modifiers) -> None:
        self._last = position
        place = QRectF(self._corner, self._view.panes.to_map(position)).normalized()
        touched = self._view.ground.cards_within(*place.getCoords())  # type: ignore[misc]
        kept = (key for key in self._kept if key[0] == "card")
        self._canvas.choosing.try_out([*kept, *touched])
        self._view.overlay.show_marquee(place)
        self._scroll.follow(position)

    def drop(self, _position: QPointF, _modifiers: Modifiers) -> None:
        self._end()
        self._canvas.choosing.tell()

    def cancel(self) -> None:
        self._end()
        self._canvas.choosing.try_out(self._before)

    def _again(self) -> None:
        self.move(self._last, Modifiers.NoModifier)

    def _end(self) -> None:
        self._scroll.stop()
        self._view.overlay.show_marquee(None)


class Pointer:
    """What the mouse does. A press becomes a click, or a gesture once the pointer has moved."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._gesture: Gesture | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._space = False

    @property
    def busy(self) -> bool:
        """Whether a gesture is going on."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        position, button = event.position(), event.button()
        self._last = position
        if self._gesture:
            return
        if button is Qt.MouseButton.MiddleButton or (
            button is Qt.MouseButton.LeftButton and self._space
        ):
            self._gesture = Pan(self._canvas, position)
        elif button is Qt.MouseButton.LeftButton:
            self._pressed = position
            self._press(position, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        position = self._last = event.position()
        if self._gesture:
            self._gesture.move(position, event.modifiers())
        elif self._pressed is None:
            self.hover(position)
        else:
            way = (position - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._gesture = self._begin(self._pressed, event.modifiers())
                self._gesture.move(position, event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        position, gesture, pressed = event.position(), self._gesture, self._pressed
        self._gesture = self._pressed = None
        if gesture:
            gesture.drop(position, event.modifiers())
        elif pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            self._click(pressed, event.modifiers())
        self.hover(position)

    def double_click(self, event: QMouseEvent) -> None:
        """A name is edited, an empty place gets a card, an edge its usual width."""
        canvas, position = self._canvas, event.position()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if stage := self._view.edge_at(position):
            canvas.stage_resized.emit(stage, default_width())
            return
        key = self._view.key_at(position)
        slot = self._view.slot_at(position) if key and key[0] == "cell" else None
        if slot:
            canvas.capture(slot.stage, slot.segment, slot.index)
        elif key and self._view.title_at(position):
            canvas.edit_name(key)
        elif key and not self._view.chevron_at(position):
            canvas.activated.emit(key)

    def cancel(self) -> bool:
        """Call the gesture off; whether there was one."""
        gesture, self._gesture, self._pressed = self._gesture, None, None
        if gesture:
            gesture.cancel()
        return gesture is not None

    def hold_space(self, held: bool) -> None:
        """While the space bar is held, a drag moves the map."""
        self._space = held
        self.hover(self._last)

    def hold(self, modifiers: Modifiers) -> None:
        """Other modifier keys are held now."""
        if self._gesture:
            self._gesture.move(self._last, modifiers)

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll, sideways with Shift; zoom with Ctrl."""
        turned, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Modifiers.ControlModifier:
            factor = WHEEL_ZOOM ** (turned.y() or turned.x())
            self._view.set_zoom(self._view.zoom * factor, event.position())
        else:
            way = QPointF(pixels) if not pixels.isNull() else QPointF(turned) * WHEEL_PIXELS
            if event.modifiers() & Modifiers.ShiftModifier and not way.x():
                way = QPointF(way.y(), 0)
            self._view.panes.scroll_by(-way.x(), -way.y())
        self._last = event.position()
        self.hold(event.modifiers())

    def touch(self, event: QEvent) -> bool:
        """Zoom where two fingers pinch; explain where the pointer rests."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._view.set_zoom(self._view.zoom * (1 + event.value()), event.position())
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if not isinstance(pinch, QPinchGesture):
                return False
            centre = self._canvas.mapFromGlobal(pinch.centerPoint())
            self._view.set_zoom(self._view.zoom * pinch.scaleFactor(), centre)
        elif isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.help_at(QPointF(event.pos())), self._canvas)
        else:
            return False
        return True

    def hover(self, position: QPointF) -> None:
        """Mark the card under the pointer, and show what a drag would do."""
        key = self._view.key_at(position)
        self._view.overlay.show_hover(key if key and key[0] == "card" else None)
        if self._space:
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._view.edge_at(position):
            self._canvas.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._view.chevron_at(position):
            self._canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._canvas.unsetCursor()

    def help_at(self, position: QPointF) -> str:
        """What lies at a position in full, where the zoom shows less of it; as rich text."""
        key = self._view.key_at(position)
        node = self._view.ground.node(key) if key else None
        if node is None or self._view.level is Level.FULL:
            return ""
        return f"<span>{escape(node.name)}</span>"

    def leave(self) -> None:
        self._view.overlay.show_hover(None)

    def menu(self, position: QPoint, place: QPoint) -> None:
        """Ask for the menu of what lies at a position, which is selected by that."""
        key = self._view.key_at(QPointF(position))
        if key and key not in self._canvas.selection and self._selectable(key):
            self._canvas.select([key], reveal=False)
        self._canvas.menu_requested.emit(key, place)

    def _selectable(self, key: Key) -> bool:
        """Whether a thing can be chosen; lanes can that somebody may write into."""
        return key[0] == "cell" or self._view.editable(key)

    def _press(self, position: QPointF, modifiers: Modifiers) -> None:
        key = self._view.key_at(position)
        if key is None or modifiers & _SELECTING or not self._view.editable(key):
            return
        if self._view.edge_at(position):
            return
        if key not in self._canvas.selection and not self._view.chevron_at(position):
            self._canvas.select([key], reveal=False)

    def _click(self, position: QPointF, modifiers: Modifiers) -> None:
        canvas, key = self._canvas, self._view.key_at(position)
        if self._view.edge_at(position):
            return
        if axis := self._view.chevron_at(position):
            canvas.collapse_toggled.emit(axis)
        elif key and key[0] == "curve":
            card = self._view.curve_card_at(position)
            canvas.select([card] if card else [], reveal=False)
        elif key and key[0] == "card" and modifiers & Modifiers.ControlModifier:
            canvas.selection.toggle(key)
            canvas.choosing.tell()
        elif key and key[0] == "card" and modifiers & Modifiers.ShiftModifier:
            cards = [other for other in reading_order(self._view.ground) if other[0] == "card"]
            canvas.selection.extend(key, cards)
            canvas.choosing.tell()
        elif not modifiers & _SELECTING:
            canvas.select([key] if key and self._selectable(key) else [], reveal=False)

    def _begin(self, position: QPointF, modifiers: Modifiers) -> Gesture:
        """The gesture that a drag from a position is."""
        canvas, key = self._canvas, self._view.key_at(position)
        if canvas.locked:
            return Marquee(canvas, position, modifiers)
        if stage := self._view.edge_at(position):
            return StageResize(canvas, stage)
        if key and key[0] == "card":
            if key not in canvas.selection:
                canvas.select([key], reveal=False)
            return CardDrag(canvas, canvas.choosing.in_reading_order(), key, position)
        if key and key[0] in ("stage", "segment"):
            return AxisDrag(canvas, key, position)
        return Marquee(canvas, position, modifiers)
