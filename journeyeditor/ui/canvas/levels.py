"""Zoom, and how much of the map is told at each."""

from dataclasses import replace

from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, Level, lay_out
from journeyeditor.drawing.shapes import Drawing
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap

LOWEST, HIGHEST = 0.05, 4.0
STEP = 1.25
"""How much one notch of "zoom in" enlarges."""
HYSTERESIS = 0.03
"""Of a level's lowest zoom."""
_FLOORS = {
    Level.FULL: 0.80,
    Level.SUMMARY: 0.62,
    Level.BRIEF: 0.45,
    Level.OUTLINE: 0.25,
    Level.HEAT: 0.0,
}


def clamped(zoom: float) -> float:
    """The nearest zoom that the canvas can show."""
    return max(LOWEST, min(HIGHEST, zoom))


def level_at(zoom: float, present: Level) -> Level:
    """The level for a zoom; the present one lasts a little below its bound, against flicker."""
    if zoom < _FLOORS[present] and zoom >= _FLOORS[present] * (1 - HYSTERESIS):
        return present
    return next(level for level, floor in _FLOORS.items() if zoom >= floor)


def shown_level(zoom: float, present: Level, held: Level | None) -> Level:
    """The level that is held whatever the zoom, its type as large as the zoom needs it."""
    if held is Level.SUMMARY and zoom < _FLOORS[Level.SUMMARY]:
        return Level.BRIEF
    return held or level_at(zoom, present)


class Drawings:
    """A map as drawn at each level; each is laid out when it is first asked for."""

    def __init__(self) -> None:
        self._cache = LayoutCache()
        self._made: dict[Level, Drawing] = {}
        self.project = Project()
        self.map = ""
        self.options = LayoutOptions()

    def show(self, project: Project, map: Id, options: LayoutOptions) -> None:
        """From now on draw this."""
        self.project, self.map, self.options = project, map, options
        self._made.clear()

    def at(self, level: Level) -> Drawing:
        """The drawing of a level; an empty one while there is no map."""
        if level not in self._made:
            self._made[level] = self._lay_out(level)
        return self._made[level]

    def _lay_out(self, level: Level) -> Drawing:
        if self.project.find(JourneyMap, self.map) is None:
            return Drawing(0.0, 0.0, (), self.options.theme.canvas)
        options = replace(self.options, level=level)
        return lay_out(self.project, self.map, options, self._cache)
