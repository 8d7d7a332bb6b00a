"""Dragging stages and segments to another place, and the edge of a stage to another width."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.fields import fields_of
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Stage
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.drag import EdgeScroll, Modifiers
from journeyeditor.ui.canvas.ghost import Ghost, Tag
from journeyeditor.ui.canvas.ground import Mark
from journeyeditor.ui.canvas.hints import Hint, strong
from journeyeditor.ui.canvas.view import rectangle

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

WIDTH_STEP = 6.0
"""Points; so that columns are easily made equal."""
KNOB_INSET = 6.0
"""Points from the map's edge to where an insertion line begins."""
READ_OUT = QPoint(12, 16)
"""Where the width is told, in pixels from the pointer."""

_WIDTH = next(field for field in fields_of(Stage) if field.name == "width")


class AxisDrag:
    """A stage (by its header) or a segment (by its rail) on its way to another place."""

    def __init__(self, canvas: "MapCanvas", key: Key, start: QPointF) -> None:
        self._canvas, self._view, self._key = canvas, canvas.view, key
        self._is_stage = key[0] == "stage"
        self._last = start
        self._ghost = self._picture(start)
        self._scroll = EdgeScroll(
            canvas,
            self._view.panes,
            lambda: self.move(self._last, Modifiers.NoModifier),
            across=self._is_stage,
            down=not self._is_stage,
        )
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, position: QPointF, _modifiers: Modifiers) -> None:
        self._last = position
        slot = self._slot(position)
        self._view.overlay.show_insertion(self._mark(slot[1]) if slot else None)
        self._ghost.hang(position, "move", tr("Move"))
        self._scroll.follow(position)
        sentence = self._sentence(slot[0]) if slot else ""
        self._canvas.hint_changed.emit(Hint(sentence, _cancel()))

    def drop(self, position: QPointF, _modifiers: Modifiers) -> None:
        slot = self._slot(position)
        self.cancel()
        if slot and self._is_stage:
            self._canvas.stage_dropped.emit(self._key[1], slot[0])
        elif slot:
            self._canvas.segment_dropped.emit(self._key[1], slot[0])

    def cancel(self) -> None:
        self._scroll.stop()
        self._ghost.hide()
        self._ghost.deleteLater()
        self._view.overlay.show_insertion(None)
        self._canvas.unsetCursor()
        self._canvas.hint_changed.emit(Hint())

    def _picture(self, start: QPointF) -> Ghost:
        view, ratio = self._view, self._canvas.devicePixelRatioF()
        node = view.ground.drawing.get(self._key)
        picture = view.rasters.picture(node, view.panes.scale * ratio, ratio)
        grip = start - view.panes.to_canvas(rectangle(node)).topLeft()
        return Ghost(self._canvas, view.options.theme, picture, grip)

    def _slot(self, position: QPointF) -> tuple[int, float] | None:
        """The index of the place at a position, and where on the map it is."""
        if not QRectF(self._view.panes.view).contains(position):
            return None
        point, ground = self._view.panes.to_map(position), self._view.ground
        return ground.stage_slot(point.x()) if self._is_stage else ground.segment_slot(point.y())

    def _mark(self, place: float) -> Mark:
        drawing = self._view.ground.drawing
        if self._is_stage:
            return Mark(place, KNOB_INSET, place, drawing.height)
        return Mark(KNOB_INSET, place, drawing.width, place)

    def _sentence(self, index: int) -> str:
        strips = self._view.ground.stages if self._is_stage else self._view.ground.segments
        now = next((i for i, strip in enumerate(strips) if strip.id == self._key[1]), index)
        position = index + (0 if index > now else 1)
        return tr(
            "Move {name} to position {position}",
            name=strong(self._view.name_of(self._key)),
            position=position,
        )


class StageResize:
    """The right edge of a stage on its way to another width."""

    def __init__(self, canvas: "MapCanvas", stage: Id) -> None:
        self._canvas, self._view = canvas, canvas.view
        self._strip = next(strip for strip in self._view.ground.stages if strip.id == stage)
        self._tag = Tag(canvas, self._view.options.theme)
        self._scroll = EdgeScroll(canvas, self._view.panes, self._again, down=False)
        self._last = QPointF()
        canvas.setCursor(Qt.CursorShape.SplitHCursor)

    def move(self, position: QPointF, _modifiers: Modifiers) -> None:
        self._last = position
        width = self._width(position)
        self._view.overlay.show_guide(self._strip.start + width)
        words = tr("{width} pt", width=tr.number(width))
        self._tag.say("", words)
        self._tag.move(position.toPoint() + READ_OUT)
        self._tag.show()
        self._scroll.follow(position)
        name = self._view.name_of(("stage", self._strip.id))
        sentence = tr("Width of {name}: {width}", name=strong(name), width=words)
        self._canvas.hint_changed.emit(Hint(sentence, _cancel()))

    def drop(self, position: QPointF, _modifiers: Modifiers) -> None:
        width = self._width(position)
        self.cancel()
        self._canvas.stage_resized.emit(self._strip.id, width)

    def cancel(self) -> None:
        self._scroll.stop()
        self._tag.hide()
        self._tag.deleteLater()
        self._view.overlay.show_guide(None)
        self._canvas.unsetCursor()
        self._canvas.hint_changed.emit(Hint())

    def _again(self) -> None:
        self.move(self._last, Modifiers.NoModifier)

    def _width(self, position: QPointF) -> float:
        wanted = self._view.panes.to_map(position).x() - self._strip.start
        width = round(wanted / WIDTH_STEP) * WIDTH_STEP
        return max(_WIDTH.range.low, min(_WIDTH.range.high, width)) if _WIDTH.range else width


def default_width() -> float:
    """The width of a new stage, in points."""
    return float(_WIDTH.default)


def _cancel() -> tuple[tuple[str, str], ...]:
    return ((tr("Esc"), tr("cancel")),)
