"""What is selected, and where the keyboard stands."""

from collections.abc import Iterable, Sequence

from journeyeditor.drawing.shapes import Drawing, Key


class Selection:
    """Selected nodes: any number of cards, or one stage, segment or cell.

    `current` is where the keyboard stands: the node that was last chosen. A range begins at the
    `_anchor`, the node that was last chosen alone.
    """

    def __init__(self) -> None:
        self.keys: dict[Key, None] = {}
        self.current: Key | None = None
        self._anchor: Key | None = None

    def __contains__(self, key: Key) -> bool:
        return key in self.keys

    @property
    def cards(self) -> tuple[str, ...]:
        """The placements of the selected cards, in the order of their choice."""
        return tuple(key[1] for key in self.keys if key[0] == "card")

    def set(self, keys: Iterable[Key]) -> None:
        """Select these; the last one becomes the current one."""
        self.keys = dict.fromkeys(keys)
        self.current = self._anchor = next(reversed(self.keys), None)

    def toggle(self, key: Key) -> None:
        """Add a card to the selected ones, or take it away."""
        if key in self.keys:
            del self.keys[key]
        else:
            self._keep_cards()
            self.keys[key] = None
        self.current = self._anchor = key

    def extend(self, key: Key, reading_order: Sequence[Key]) -> None:
        """Select the cards from the one that was last chosen alone to this one."""
        if self._anchor not in reading_order or key not in reading_order:
            self.toggle(key)
            return
        first, last = sorted((reading_order.index(self._anchor), reading_order.index(key)))
        self.keys = dict.fromkeys(reading_order[first : last + 1])
        self.current = key

    def add(self, keys: Iterable[Key]) -> None:
        """Select cards as well."""
        self._keep_cards()
        self.keys.update(dict.fromkeys(keys))
        self.current = self._anchor = next(reversed(self.keys), None)

    def prune(self, known: Drawing) -> None:
        """Forget what is not in the drawing any more."""
        self.keys = {key: None for key in self.keys if key in known}
        if self.current not in known:
            self.current = next(reversed(self.keys), None)
        if self._anchor not in known:
            self._anchor = self.current

    def _keep_cards(self) -> None:
        self.keys = {key: None for key in self.keys if key[0] == "card"}
