"""What is dragged onto the map: touchpoints from the tray, and pictures for a lane."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.drag import EdgeScroll, name_of_cell
from journeyeditor.ui.canvas.ground import Slot
from journeyeditor.ui.canvas.hints import Hint, strong
from journeyeditor.ui.pictures import holds_picture

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

TOUCHPOINTS = "application/x-journeyeditor-touchpoints"
"""Ids of touchpoints, as a JSON list."""


class Arrivals:
    """Shows where touchpoints and pictures would land, and reports where they do."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._position = QPointF()
        self._scroll: EdgeScroll | None = None

    def welcome(self, event: QDragMoveEvent) -> None:
        """They are over the map (QDragEnterEvent is a QDragMoveEvent)."""
        self._position, data = event.position(), event.mimeData()
        if not data.hasFormat(TOUCHPOINTS):
            self._welcome_picture(event)
            return
        if self._scroll is None:
            self._scroll = EdgeScroll(self._canvas, self._view.panes, self._aim)
        self._scroll.follow(self._position)
        self._aim()
        event.acceptProposedAction()

    def _welcome_picture(self, event: QDragMoveEvent) -> None:
        lane = self._lane(event)
        self._view.aim_lane(lane)
        here = Hint(tr("Put the picture here"), ((tr("Esc"), tr("cancel")),))
        self._canvas.hint_changed.emit(here if lane else Hint())
        if not lane:
            event.ignore()
            return
        event.acceptProposedAction()

    def _lane(self, event: QDropEvent) -> Key | None:
        """The lane's cell for a picture that is dragged over one."""
        data = event.mimeData()
        may = not data.hasFormat(TOUCHPOINTS) and holds_picture(data)
        return self._view.lane_at(event.position()) if may else None

    def leave(self) -> None:
        """They are gone again."""
        if self._scroll:
            self._scroll.stop()
            self._scroll = None
        self._view.aim(None)
        self._view.aim_lane(None)
        self._canvas.hint_changed.emit(Hint())

    def drop(self, event: QDropEvent) -> None:
        slot, lane = self._view.slot_at(event.position()), self._lane(event)
        ids = self._known(event.mimeData())
        self.leave()
        if lane:
            event.acceptProposedAction()
            self._canvas.lane_picture_dropped.emit(*lane[1:], event.mimeData())
        elif slot and ids:
            event.acceptProposedAction()
            self._canvas.touchpoints_dropped.emit(ids, slot.stage, slot.segment, slot.index)
        else:
            event.ignore()

    def _aim(self) -> None:
        slot = self._view.slot_at(self._position)
        self._view.aim(slot)
        self._canvas.hint_changed.emit(self._hint(slot) if slot else Hint())

    def _hint(self, slot: Slot) -> Hint:
        place = strong(name_of_cell(self._view, slot))
        sentence = tr("Place in {place}, position {position}", place=place, position=slot.index + 1)
        return Hint(sentence, ((tr("Esc"), tr("cancel")),))

    def _known(self, data: QMimeData) -> list[Id]:
        """The touchpoints of this project that the data names."""
        try:
            ids = json.loads(bytes(data.data(TOUCHPOINTS).data()))
        except ValueError:
            return []
        project = self._view.project
        named = ids if isinstance(ids, list) else []
        return [id for id in named if isinstance(id, str) and project.find(Touchpoint, id)]
