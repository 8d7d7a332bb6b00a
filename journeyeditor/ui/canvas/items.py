"""The nodes of a drawing as items of a scene: they paint themselves and know nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene

from journeyeditor.drawing.shapes import Drawing, Key, Node, Text
from journeyeditor.ui.canvas.rasters import Rasters

CARD_LAYER, TARGET_LAYER, OVERLAY_LAYER = 2, 1, 3
"""What lies above what: cells and heads at 0, the drop target above them, cards above that."""

_NO_CONTENTS = QGraphicsItem.GraphicsItemFlag.ItemHasNoContents


class NodeItem(QGraphicsRectItem):
    """One node, at its place in the scene."""

    def __init__(self, node: Node, rasters: Rasters) -> None:
        super().__init__(0, 0, node.width, node.height)
        self.node = node
        self._rasters = rasters
        self.setPen(Qt.PenStyle.NoPen)
        self.setPos(node.x, node.y)
        self.setFlag(_NO_CONTENTS, not node.shapes)
        if node.key[0] == "card":
            self.setZValue(CARD_LAYER)

    def show_node(self, node: Node) -> None:
        """Become another state of the same node; only what differs is touched."""
        old, self.node = self.node, node
        if (old.width, old.height) != (node.width, node.height):
            self.setRect(0, 0, node.width, node.height)
        if (old.x, old.y) != (node.x, node.y):
            self.setPos(node.x, node.y)
        if bool(old.shapes) != bool(node.shapes):
            self.setFlag(_NO_CONTENTS, not node.shapes)
        if old.shapes is not node.shapes:
            self.update()

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        self._rasters.paint(painter, self.node)


class NodeItems:
    """One item for each node of the drawing that is shown."""

    def __init__(self, scene: QGraphicsScene, rasters: Rasters) -> None:
        self._scene = scene
        self._rasters = rasters
        self._items: dict[Key, NodeItem] = {}
        self._tinted: dict[Key, Node] = {}

    def __len__(self) -> int:
        return len(self._items)

    def find(self, key: Key) -> NodeItem | None:
        return self._items.get(key)

    def show(self, drawing: Drawing, *, refined: bool) -> None:
        """Show a drawing. `refined` says that it tells the same as the last one, at another zoom.

        Then the older pixels may stand in until the new ones are painted.
        """
        items = self._items
        self._tinted.clear()
        for key in items.keys() - drawing.by_key.keys():
            self._scene.removeItem(items.pop(key))
            self._rasters.forget(key)
        for node in drawing.nodes:
            item = items.get(node.key)
            if item is None:
                items[node.key] = item = NodeItem(node, self._rasters)
                self._scene.addItem(item)
            elif item.node is not node:
                if not refined and item.node.shapes is not node.shapes:
                    self._rasters.forget(node.key)
                item.show_node(node)

    def tint(self, keys: Iterable[Key], old: str, new: str) -> None:
        """Paint the words of nodes that have one colour in another one, until `untint`."""
        for key in keys:
            if item := self._items.get(key):
                self._tinted[key] = item.node
                item.show_node(_recoloured(item.node, old, new))

    def untint(self) -> None:
        for key, node in self._tinted.items():
            if item := self._items.get(key):
                item.show_node(node)
        self._tinted.clear()

    def fade(self, keys: Iterable[Key], opacity: float) -> None:
        """Paint nodes more or less transparent."""
        for key in keys:
            if item := self._items.get(key):
                item.setOpacity(opacity)


def _recoloured(node: Node, old: str, new: str) -> Node:
    shapes = tuple(
        replace(shape, colour=new) if isinstance(shape, Text) and shape.colour == old else shape
        for shape in node.shapes
    )
    return replace(node, shapes=shapes)
