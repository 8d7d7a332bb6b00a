"""What a screen reader finds on the map: a list of its stages, segments, cells and cards."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from journeyeditor.drawing.shapes import Drawing, Key

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

_ROLES = {
    "stage": QAccessible.Role.ColumnHeader,
    "segment": QAccessible.Role.RowHeader,
    "cell": QAccessible.Role.Grouping,
    "card": QAccessible.Role.ListItem,
    "lane": QAccessible.Role.ListItem,
    "hint": QAccessible.Role.StaticText,
}

_kept: list[QAccessibleInterface] = []
"""Qt holds on to every interface that it has seen until the program ends; so must Python."""


@cache
def install() -> None:
    """Let Qt ask us for the interface of a canvas. Once is enough for a process."""
    QAccessible.installFactory(_interface_of)


def tell_focus(canvas: MapCanvas, key: Key) -> None:
    """The keyboard stands on another node."""
    interface = _map_of(canvas)
    if interface and (place := interface.place_of(key)) is not None:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)


def announce(canvas: MapCanvas, sentence: str) -> None:
    """Say something that has happened."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, sentence))


def _interface_of(_name: str, thing: QObject) -> QAccessibleInterface | None:
    from journeyeditor.ui.canvas.canvas import MapCanvas

    if not isinstance(thing, MapCanvas):
        return None
    interface = _MapInterface(thing)
    _kept.append(interface)
    return interface


def _map_of(canvas: MapCanvas) -> _MapInterface | None:
    if not QAccessible.isActive():
        return None
    interface = QAccessible.queryAccessibleInterface(canvas)
    return interface if isinstance(interface, _MapInterface) else None


class _MapInterface(QAccessibleWidget):
    """The map; its children are made when somebody asks for them."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self.canvas = canvas
        self._nodes: dict[Key, _NodeInterface] = {}
        self._drawing: Drawing | None = None
        self._keys: list[Key] = []
        self._places: dict[Key, int] = {}

    def keys(self) -> list[Key]:
        """The nodes that are told, in reading order."""
        drawing = self.canvas.view.ground.drawing
        if drawing is not self._drawing:
            self._drawing = drawing
            self._keys = [node.key for node in drawing.nodes if node.key[0] in _ROLES]
            self._places = {key: place for place, key in enumerate(self._keys)}
        return self._keys

    def place_of(self, key: Key) -> int | None:
        self.keys()
        return self._places.get(key)

    def childCount(self) -> int:
        return len(self.keys())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        keys = self.keys()
        return self._node(keys[index]) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        place = self.place_of(child.key) if isinstance(child, _NodeInterface) else None
        return -1 if place is None else place

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        position = self.canvas.mapFromGlobal(QPoint(x, y))
        key = self.canvas.view.key_at(QPointF(position))
        return self._node(key) if key and self.place_of(key) is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        key = self.canvas.selection.current
        focused = self.canvas.hasFocus() and key and self.place_of(key) is not None
        return self._node(key) if key and focused else None

    def _node(self, key: Key) -> _NodeInterface:
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = _NodeInterface(self, key)
            _kept.append(node)
            QAccessible.registerAccessibleInterface(node)
        return node


class _NodeInterface(QAccessibleInterface):
    """One node of the drawing, looked up anew at every question."""

    def __init__(self, map: _MapInterface, key: Key) -> None:
        super().__init__()
        self.key = key
        self._map = map

    def isValid(self) -> bool:
        return self._map.isValid() and self._map.place_of(self.key) is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QObject | None:  # type: ignore[override]
        return self._map.canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._map

    def child(self, _index: int) -> None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        return _ROLES[self.key[0]]

    def rect(self) -> QRect:
        canvas = self._map.canvas
        place = canvas.view.place_of(self.key)
        if place is None:
            return QRect()
        shown = canvas.view.panes.to_canvas(place).toRect()
        return QRect(canvas.mapToGlobal(shown.topLeft()), shown.size())

    def text(self, kind: QAccessible.Text) -> str:
        node = self._map.canvas.view.ground.node(self.key)
        return node.name if node and kind is QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        pass

    def state(self) -> QAccessible.State:
        canvas, state = self._map.canvas, QAccessible.State()
        if self._map.place_of(self.key) is None:
            state.invalid = 1
            return state
        state.focusable = state.selectable = 1
        state.focused = int(canvas.hasFocus() and canvas.selection.current == self.key)
        state.selected = int(self.key in canvas.selection)
        shown = QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())
        state.offscreen = int(not shown.intersects(self.rect()))
        return state
