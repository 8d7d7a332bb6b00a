"""What is looked for in a document, and what was found."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from journeyeditor.analysis.filtering import Filter, passing
from journeyeditor.analysis.search import Index, build_index, find, found_in
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.text import fold
from journeyeditor.translation import tr

if TYPE_CHECKING:  # the tool bar comes before the first canvas, which takes a while to load
    from journeyeditor.ui.canvas.canvas import MapCanvas


class Quest(NamedTuple):
    """What is looked for."""

    text: str = ""
    filter: Filter = Filter()


class Search(QObject):
    """Looks for words and keeps a filter; shows on the map what is found.

    `hits` are found on the map that is shown, in reading order; `elsewhere` on the others, by
    their ids. `position` counts from 1 where one of them was gone to, else it is 0.
    """

    changed = Signal()
    """Something else is looked for or found."""
    go_asked = Signal(str, object)
    """A map, and the key of what is to be seen there."""
    left = Signal()
    """Somebody has enough of it; the map gets the keyboard."""
    field_asked = Signal()
    filter_asked = Signal()

    def __init__(self, canvas: "MapCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._project = Project()
        self._map = ""
        self._index: Index | None = None
        self._cards: tuple[Id, ...] | None = None
        self.quest = Quest()
        self.hits: Sequence[Key] = ()
        self.elsewhere: Mapping[Id, Sequence[Key]] = {}
        self.position = 0

    @property
    def project(self) -> Project:
        return self._project

    @property
    def map(self) -> Id:
        return self._map

    @property
    def cards(self) -> tuple[Id, ...]:
        """All cards of the map that is shown, in reading order."""
        if self._cards is None:
            self._cards = tuple(card.id for card in self._project.placements(self._map))
        return self._cards

    @property
    def active(self) -> bool:
        """Whether something is looked for."""
        return bool(fold(self.quest.text) or self.quest.filter.count)

    @property
    def found(self) -> bool:
        """Whether something was found, on any map."""
        return bool(self.hits or self.elsewhere)

    def follow(self, project: Project, map: Id) -> None:
        """The document has changed, or another map is shown."""
        if project is not self._project or map != self._map:
            self._project, self._map = project, map
            self._cards = None
            if self.active:
                self._find()

    def prepare(self) -> None:
        """Read what is written in the project, so that the first letter finds it at once."""
        self._index = build_index(self._project, tr.language, self._index)

    def look_for(self, text: str) -> None:
        """Other words."""
        self._seek(self.quest._replace(text=text))

    def set_filter(self, filter: Filter) -> None:
        """Another filter; an empty one lets all cards pass."""
        self._seek(self.quest._replace(filter=filter))

    def clear_filter(self) -> None:
        self.set_filter(Filter())

    def step(self, by: int) -> None:
        """Go to the next hit on this map or the one before; where it has none, to another map."""
        if self.hits:
            count = len(self.hits)
            start = self.position or (0 if by > 0 else count + 1)
            self.position = (start - 1 + by) % count + 1
            self.go_asked.emit(self._map, self.hits[self.position - 1])
            self.changed.emit()
        elif self.elsewhere:
            map, keys = next(iter(self.elsewhere.items()))
            self.go_to(map, keys[0])

    def go_to(self, map: Id, key: Key) -> None:
        """Go to one of the hits."""
        self.go_asked.emit(map, key)
        self.position = self.hits.index(key) + 1 if key in self.hits else 0
        self.changed.emit()

    def reason(self, key: Key) -> str:
        """Where the words are written: “Obstacle: …”; "" where the name says it."""
        passage = found_in(self._index, key, self.quest.text) if self._index else None
        return f"{tr(passage.name)}: {' '.join(passage.text.split())}" if passage else ""

    def _seek(self, quest: Quest) -> None:
        if quest != self.quest:
            self.quest = quest
            self._find()

    def _find(self) -> None:
        current = self.hits[self.position - 1] if self.position else None
        by_map = self._by_map()
        self.hits = by_map.pop(self._map, [])
        self.elsewhere = by_map
        self.position = self.hits.index(current) + 1 if current in self.hits else 0
        self._show()
        self.changed.emit()

    def _by_map(self) -> dict[Id, list[Key]]:
        """What is found, by map in the order of the maps."""
        text, filter = self.quest
        if not fold(text):
            passed = passing(self._project, self._map, filter) if filter.count else ()
            return {self._map: [("card", card) for card in self.cards if card in passed]}
        self.prepare()
        assert self._index
        found: dict[Id, list[Key]] = {}
        for key in find(self._index, text):
            found.setdefault(self._index.maps[key], []).append(key)
        if filter.count:
            found = {map: self._sifted(map, keys, filter) for map, keys in found.items()}
        return {map: keys for map, keys in found.items() if keys}

    def _sifted(self, map: Id, keys: list[Key], filter: Filter) -> list[Key]:
        """The cards that pass the filter; only cards can."""
        passed = passing(self._project, map, filter) if map else frozenset()
        return [key for key in keys if key[0] == "card" and key[1] in passed]

    def _show(self) -> None:
        found = frozenset(key[1] for key in self.hits if key[0] != "cell")
        words = bool(fold(self.quest.text))
        faint: frozenset[Id] = frozenset()
        if self.quest.filter.count or (words and found):
            faint = frozenset(self.cards) - found
        self._canvas.set_dimmed(faint)
        self._canvas.set_marked(found if words else frozenset())
