"""The list under the search field: what was found, map by map, and where the words are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from journeyeditor.analysis.search import UNPLACED
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.facelist import NO_ROW, FaceList
from journeyeditor.ui.chrome.rows import Head, Row
from journeyeditor.ui.places import describe
from journeyeditor.ui.search.search import Search

MOST = 50
"""Matches listed of one map."""
WIDTH = 420
GAP = 4
SHARE = 0.6
"""Of the window's height that the list takes at most."""


class Found(NamedTuple):
    """A line of the list: a match; `key` is None for the name of a map."""

    map: Id
    key: Key | None
    face: Head | Row


class Results(FaceList):
    """Lies under the field."""

    def __init__(self, search: Search, field: QWidget) -> None:
        super().__init__(field, field, tr("Matches"))
        self._search, self._field = search, field
        self._lines: Sequence[Found] = ()
        self.setObjectName("results")
        self.clicked.connect(lambda index: self._go(index.row()))
        self.hide()

    def offer(self) -> None:
        """List what is found now; nothing is chosen."""
        self._lines = tuple(_listed(self._search))
        self.show_faces([line.face for line in self._lines])
        self.setVisible(bool(self._lines))
        self.place()

    def place(self) -> None:
        """Lie right under the field, within the window."""
        window = self._field.window()
        if self.parent() is not window:
            shown = not self.isHidden()
            self.setParent(window)
            self.setVisible(shown)
        height = min(self.full_height + 2 * GAP, round(window.height() * SHARE))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + GAP))
        left = max(GAP, min(corner.x(), window.width() - WIDTH - GAP))
        self.setGeometry(QRect(left, corner.y(), WIDTH, height))
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next match, or the one before; above the first, none."""
        if self.isHidden():
            self.offer()
        rows = [NO_ROW, *self.rows]
        place = rows.index(self.chosen) + by
        self.choose(rows[max(0, min(len(rows) - 1, place))])

    def go(self) -> bool:
        """Go to the chosen match; False where none is."""
        return not self.isHidden() and self._go(self.chosen)

    def _go(self, row: int) -> bool:
        line = self._lines[row] if row >= 0 else None
        if line is None or line.key is None:
            return False
        self.hide()
        self._search.go_to(line.map, line.key)
        return True


def _listed(search: Search) -> Iterator[Found]:
    """What the list says: this map first, then the others."""
    if not search.quest.text.strip():
        return
    for map, keys in ((search.map, search.hits), *search.elsewhere.items()):
        if keys:
            yield Found(map, None, Head(_name(search, map), tr.number(len(keys))))
            yield from (Found(map, key, _row(search, key)) for key in keys[:MOST])
        if len(keys) > MOST:
            more = tr("{count} more; type another word", count=len(keys) - MOST)
            yield Found(map, None, Head(more))


def _name(search: Search, map: Id) -> str:
    if map == UNPLACED:
        return tr("Unplaced touchpoints")
    return search.project.get(JourneyMap, map).name or tr("Unnamed map")


def _row(search: Search, key: Key) -> Row:
    place = describe(search.project, key)
    return Row(place.title, search.reason(key) or place.where, place.icon, place.family)
