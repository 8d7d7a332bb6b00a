"""Choosing things on the map: what is selected is shown, told to others, and spoken."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.translation import tr
from journeyeditor.ui.canvas import accessibility
from journeyeditor.ui.canvas.selection import Selection
from journeyeditor.ui.canvas.walking import Place, cell_of

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

MOST_RINGS = 200
"""Points on the curves that are ringed at most."""


class Choosing:
    """The selection of a canvas. `by_keyboard` shows a ring where the keyboard stands."""

    def __init__(self, canvas: "MapCanvas", selection: Selection) -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._selection = selection
        self._stood: tuple[Key, Id, Id, int] | None = None
        self.by_keyboard = False

    def select(self, keys: Iterable[Key]) -> None:
        """Select nodes, the last one as the keyboard's place, and tell it."""
        keys = list(keys)
        if keys != list(self._selection.keys):
            self._selection.set(keys)
            self.tell()

    def try_out(self, keys: Iterable[Key]) -> None:
        """Select nodes without telling, while a gesture goes on."""
        self._selection.set(keys)
        self.mark()

    def walk_to(self, key: Key, *, add: bool = False) -> None:
        """Go to a node with the keyboard; `add` keeps the cards that are selected."""
        if add and key[0] == "card":
            self._selection.add([key])
        else:
            self._selection.set([key])
        self.by_keyboard = True
        self.tell()
        self._canvas.reveal(key)

    def tell(self) -> None:
        """Show, say and report that something else is selected."""
        self.mark()
        self._say_where()
        if current := self._selection.current:
            accessibility.tell_focus(self._canvas, current)
        self._canvas.selection_changed.emit()

    def map_changed(self) -> None:
        """Forget what is not on the map any more; say where a card is that has moved.

        Where nothing is left of the selection, what took the current card's place is next.
        """
        before = self._selection.current, list(self._selection.keys)
        self._selection.prune(self._view.ground.drawing)
        if not self._selection.keys and (successor := self._successor(before[0])):
            self._selection.set([successor])
        self.mark()
        self._say_where()
        if before != (self._selection.current, list(self._selection.keys)):
            self._canvas.selection_changed.emit()

    def mark(self) -> None:
        """Bring the marks over the map up to date."""
        ground = self._view.ground
        keys = {} if self._canvas.capturing else dict(self._selection.keys)
        rings = [ring for key in list(keys)[:MOST_RINGS] if (ring := ground.ring_of(key))]
        self._view.overlay.show_selected(keys, tuple(rings))
        visible = self.by_keyboard and self._canvas.hasFocus()
        self._view.overlay.show_focus(self._selection.current if visible else None)

    def in_reading_order(self) -> list[Key]:
        """The keys of the selected cards, as one reads them."""
        nodes = self._view.ground.drawing.nodes
        return [n.key for n in nodes if n.key[0] == "card" and n.key in self._selection]

    def place_for_new(self) -> Place | None:
        """After the current card, else at the end of its cell; None without any cell."""
        ground, current = self._view.ground, self._selection.current
        if not ground.cells:
            return None
        cell = cell_of(ground, current) if current else None
        if cell is None:
            kind, id = current[:2] if current else ("", "")
            stage = id if kind == "stage" else ground.stages[0].id
            segment = id if kind == "segment" else ground.segments[0].id
            cell = ground.cells[stage, segment]
        if current and current[0] == "card":
            return cell.stage, cell.segment, cell.index_of(current) + 1
        return cell.stage, cell.segment, cell.count

    def _successor(self, gone: Key | None) -> Key | None:
        """What stands where a card stood that is gone: the next card, the last one, the cell."""
        if self._stood is None or gone != self._stood[0]:
            return None
        _, stage, segment, index = self._stood
        cell = self._view.ground.cells.get((stage, segment))
        if cell is None:
            return None
        return cell.cards[min(index, len(cell.cards) - 1)].key if cell.cards else cell.node.key

    def _say_where(self) -> None:
        """Say where the current card is now, if it stood elsewhere before."""
        current, before = self._selection.current, self._stood
        cell = cell_of(self._view.ground, current) if current else None
        self._stood = None
        if cell is None or current is None or current[0] != "card":
            return
        self._stood = current, cell.stage, cell.segment, cell.index_of(current)
        if before is None or before[0] != current or before == self._stood:
            return
        if self.by_keyboard:
            self._canvas.reveal(current)
        sentence = tr(
            "{name}: {stage} · {segment}, position {position}",
            name=self._view.name_of(current),
            stage=self._view.name_of(("stage", cell.stage)),
            segment=self._view.name_of(("segment", cell.segment)),
            position=self._stood[3] + 1,
        )
        accessibility.announce(self._canvas, sentence)
