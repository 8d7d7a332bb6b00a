"""What the canvas shows: a map at a zoom, drawn as much in detail as the zoom allows."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtWidgets import QGraphicsScene, QWidget

from journeyeditor.drawing.ink import STAGE_NAME
from journeyeditor.drawing.layout import LayoutOptions, Level, header, rail
from journeyeditor.drawing.layout.grid import COLLAPSED, FOLDED
from journeyeditor.drawing.shapes import Key, Node
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import LaneText, Placement, Segment, Stage, Touchpoint
from journeyeditor.ui.canvas.ground import Ground, Slot
from journeyeditor.ui.canvas.items import NodeItems
from journeyeditor.ui.canvas.levels import Drawings, clamped, shown_level
from journeyeditor.ui.canvas.overlay import DropTarget, Overlay
from journeyeditor.ui.canvas.painting import AssetBytes, ShapePainter
from journeyeditor.ui.canvas.panes import POINT, Panes
from journeyeditor.ui.canvas.rasters import Rasters
from journeyeditor.ui.canvas.sieve import Sieve
from journeyeditor.ui.canvas.titles import NAMED, title_of

REFINE = 16
"""Milliseconds after a hurried frame until more of it gets painted."""
MOVING, RESTING = 0.005, 0.008
"""Seconds of painting in a frame, while the view moves and then."""
FIT_MARGIN = 24.0
"""Pixels around what is zoomed to."""
NEAREST_FIT = 1.5
EDGE_REACH = 4.0
"""Pixels from a stage's edge, or around a small sign, where the pointer catches it."""


class MapView:
    """The scene, the panes that show it, and the marks over it.

    `moved` is called when another part of the map is seen, `zoomed` when the zoom has changed.
    """

    def __init__(
        self,
        canvas: QWidget,
        asset_bytes: AssetBytes,
        moved: Callable[[], None],
        zoomed: Callable[[], None],
    ) -> None:
        self._moved, self._zoomed = moved, zoomed
        self._drawings = Drawings()
        self._detail: Level | None = None
        self._scene = QGraphicsScene(canvas)
        self.level = Level.FULL
        self.rasters = Rasters(ShapePainter(asset_bytes))
        self.items = NodeItems(self._scene, self.rasters)
        self.overlay, self.target = Overlay(), DropTarget()
        self.sieve = Sieve()
        self._scene.addItem(self.sieve)
        self._scene.addItem(self.overlay)
        self._scene.addItem(self.target)
        self.panes = Panes(self._scene, canvas, self._hurry)
        self._refining = _timer(canvas, REFINE, self._refine)
        self._show()

    @property
    def project(self) -> Project:
        """What is shown is a map of this."""
        return self._drawings.project

    @property
    def map(self) -> Id:
        return self._drawings.map

    @property
    def options(self) -> LayoutOptions:
        return self._drawings.options

    @property
    def zoom(self) -> float:
        return self.panes.zoom

    @property
    def finished(self) -> bool:
        """Whether all that is seen has been painted at this zoom."""
        return not self._refining.isActive()

    def show(self, project: Project, map: Id) -> None:
        """Show a map; the views stay where they are."""
        self._drawings.show(project, map, self.options)
        self._show()

    def dress(self, options: LayoutOptions, detail: Level | None) -> None:
        """How to draw; `detail` holds one level whatever the zoom."""
        self._detail = detail
        self.level = shown_level(self.zoom, self.level, detail)
        self._drawings.show(self.project, self.map, options)
        self.overlay.theme = self.target.theme = options.theme
        self.panes.dress(options.theme)
        self._show()

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom; what is under `anchor` (a position on the canvas, else its middle) stays there."""
        zoom = clamped(zoom)
        if zoom == self.zoom:
            return
        self._refining.start()
        level = shown_level(zoom, self.level, self._detail)
        self.overlay.enlarged = zoom * POINT
        self.panes.set_zoom(zoom, anchor or QRectF(self.panes.body).center())
        if level is not self.level:
            self.level = level
            self._refine_level()
        self.rasters.hurry(MOVING, renew=False)  # at the next step they would be stale again
        self._zoomed()

    def fit_all(self) -> None:
        """Show the whole map, at 100 % at most."""
        drawing, view = self.ground.drawing, self.panes.outer
        if drawing.nodes:
            across, down = view.width() / drawing.width, view.height() / drawing.height
            self.set_zoom(min(1.0, across / POINT, down / POINT))
            self.panes.scroll_to(0, 0)

    def fit(self, place: QRectF) -> None:
        """Show a rectangle of the map as large as it fits, beside header and rail."""
        ground = self.ground
        room = self.panes.outer.adjusted(0, 0, -2 * int(FIT_MARGIN), -2 * int(FIT_MARGIN))
        across = room.width() / (place.width() + ground.rail_width)
        down = room.height() / (place.height() + ground.header_height)
        self.set_zoom(min(NEAREST_FIT, across / POINT, down / POINT))
        self.panes.centre_on(place.center())

    def place_of(self, key: Key) -> QRectF | None:
        """Where on the map a node is."""
        node = self.ground.node(key)
        return rectangle(node) if node else None

    def key_at(self, position: QPointF) -> Key | None:
        """The foremost thing at a position on the canvas; far away, cards are not things."""
        if not QRectF(self.panes.view).contains(position):
            return None
        point = self.panes.to_map(position)
        key = self.ground.key_at(point.x(), point.y())
        if key and key[0] == "card" and self.level is Level.HEAT:
            cell = self.ground.cell_of(key)
            return cell.node.key if cell else None
        return key

    def edge_at(self, position: QPointF) -> Id | None:
        """The stage whose right edge, in the header, is at a position on the canvas."""
        point, reach = self.panes.to_map(position), EDGE_REACH / self.panes.scale
        key = self.key_at(position) or self.key_at(position - QPointF(EDGE_REACH, 0))
        if key is None or key[0] != "stage":
            return None
        open_stages = (s for s in self.ground.stages if s.end - s.start > FOLDED)
        return next((s.id for s in open_stages if abs(s.end - point.x()) <= reach), None)

    def chevron_at(self, position: QPointF) -> Id | None:
        """The stage or segment whose folding sign is at a position on the canvas."""
        key = self.key_at(position)
        if key is None or key[0] not in ("stage", "segment"):
            return None
        node, point = self.ground.drawing.get(key), self.panes.to_map(position)
        x, y = folding_sign(node, self.level)
        sign = QRectF(node.x + x, node.y + y, rail.CHEVRON, rail.CHEVRON)
        reach = EDGE_REACH / self.panes.scale
        return key[1] if sign.adjusted(-reach, -reach, reach, reach).contains(point) else None

    def title_at(self, position: QPointF) -> bool:
        """Whether a name or text is at a position on the canvas; all of a head or lane counts."""
        key = self.key_at(position)
        if key is None or key[0] != "card":
            return key is not None and self.editable(key) and not self.chevron_at(position)
        title = title_of(self.ground.drawing.get(key), self.options.theme.text)
        return QRectF(*title[:4]).contains(self.panes.to_map(position))

    def editable(self, key: Key) -> bool:
        """Whether a node has a name or text that can be edited."""
        return key[0] in NAMED and (key[0] != "lane" or self.ground.writable(key))

    def lane_at(self, position: QPointF) -> Key | None:
        """The cell of a free lane at a position on the canvas."""
        key = self.key_at(position)
        return key if key and self.ground.writable(key) else None

    def curve_card_at(self, position: QPointF) -> Key | None:
        """The card whose point on an emotion curve is at a position on the canvas."""
        point = self.panes.to_map(position)
        cell = self.ground.cell_at(point.x(), point.y())
        for card in cell.cards if cell else ():
            ring = self.ground.ring_of(card.key)
            if ring and math.dist((ring.x, ring.y), (point.x(), point.y())) <= ring.radius:
                return card.key
        return None

    def slot_at(self, position: QPointF) -> Slot | None:
        """Where cards dropped at a position on the canvas would stand."""
        if not QRectF(self.panes.view).contains(position):
            return None
        point = self.panes.to_map(position)
        return self.ground.slot_at(point.x(), point.y())

    def aim(self, slot: Slot | None) -> None:
        """Show where something would land: its cell, its stage and segment, its place."""
        self.overlay.show_insertion(slot.mark if slot else None)
        cell = self.ground.cells[slot.stage, slot.segment].node if slot else None
        if cell == self.target.cell:
            return
        self.items.untint()
        self.target.show_cell(self.items.find(cell.key) if cell else None)
        if slot:
            theme = self.options.theme
            heads: tuple[Key, ...] = ("stage", slot.stage), ("segment", slot.segment)
            self.items.tint(heads, theme.text, theme.accent_text)

    def aim_lane(self, key: Key | None) -> None:
        """Show the cell of a lane where a picture would land."""
        self.target.show_cell(self.items.find(key) if key else None)

    def named(self, key: Key) -> Touchpoint | Stage | Segment | None:
        """What gives a card, stage or segment its name; None if it is not in the project."""
        kind, id = key[0], key[1]
        if kind == "stage":
            return self.project.find(Stage, id)
        if kind == "segment":
            return self.project.find(Segment, id)
        placement = self.project.find(Placement, id)
        return self.project.find(Touchpoint, placement.touchpoint) if placement else None

    def name_of(self, key: Key) -> str:
        """The name of a card's touchpoint, of a stage or of a segment; what a lane's cell says."""
        if key[0] == "lane":
            lane, stage, segment = key[1:]
            texts = self.project.where(LaneText, lane=lane, stage=stage, segment=segment)
            return texts[0].text if texts else ""
        record = self.named(key)
        return record.name if record else ""

    def full_node(self, key: Key) -> Node | None:
        """The node with everything on it, whatever the zoom."""
        return self._drawings.at(Level.FULL).find(key)

    def _refine_level(self) -> None:
        """Show the drawing of another level; nothing moves."""
        drawing = self._drawings.at(self.level)
        self.target.show_cell(None)
        self.ground = Ground(drawing, self.project)
        self.items.refine(drawing)
        self.look()
        self.overlay.show_ground(self.ground, self.level)
        self.sieve.show_ground(self.ground, self.level, self.options.theme)
        self.panes.repaint()

    def _show(self) -> None:
        drawing = self._drawings.at(self.level)
        self.target.show_cell(None)
        self.ground = Ground(drawing, self.project)
        self.items.show(drawing)
        self.overlay.show_ground(self.ground, self.level)
        self.sieve.show_ground(self.ground, self.level, self.options.theme)
        self._scene.setSceneRect(0, 0, drawing.width, drawing.height)
        self.panes.show(drawing)
        self.look()

    def look(self) -> None:
        """Another part of the map is in view."""
        self.items.look(*self.panes.seen)

    def make_room(self, pixels: int) -> None:
        """The canvas has that many device pixels; keep a little more than it shows."""
        self.rasters.room = 2 * pixels

    def _hurry(self) -> None:
        """Another part of the map is seen: a frame is due soon."""
        self.look()
        self.rasters.hurry(MOVING)
        self._refining.start()
        self._moved()

    def _refine(self) -> None:
        """Paint more of what was not finished."""
        if self.rasters.unfinished:
            self.rasters.hurry(RESTING)
            self.panes.repaint()
            self._refining.start()
        else:
            self.rasters.rest()


def _timer(parent: QWidget, interval: int, run: Callable[[], None]) -> QTimer:
    """A timer that runs once each time it is started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(run)
    return timer


def folding_sign(node: Node, level: Level) -> tuple[float, float]:
    """Where on a stage's or segment's head its folding sign is; far away where it shows none."""
    if node.key[0] == "stage":
        y = header.TOP + (STAGE_NAME.leading - header.CHEVRON) / 2
        if node.width <= FOLDED:
            return header.FOLDED_LEFT, y
        if level is Level.FULL:
            return node.width - header.SIDES - header.CHEVRON, y
    elif level is Level.FULL:
        top = rail.PADDING if node.height > COLLAPSED else (COLLAPSED - rail.CHEVRON) / 2
        return node.width - rail.PADDING - rail.CHEVRON, top
    return -math.inf, -math.inf


def rectangle(node: Node) -> QRectF:
    """The node's place on the map."""
    return QRectF(node.x, node.y, node.width, node.height)
