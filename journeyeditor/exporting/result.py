"""What an export wrote, and what its reader should know of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.exporting.tiling import Shortfall
from journeyeditor.translation import N_, tr

SMALLEST_TYPE = 6.0
"""Points; smaller letters are hard to read on paper."""
SHORTFALLS: Mapping[Shortfall, str] = {
    Shortfall.REPEAT: N_(
        "Stages or segments are not repeated on each sheet, since they would take more than half"
        " of it: choose larger sheets or a smaller poster."
    ),
    Shortfall.WHOLE: N_(
        "A stage or a segment is larger than a sheet and is cut through: choose larger sheets or"
        " a smaller poster."
    ),
    Shortfall.SMALLER: N_(
        "The poster is printed a little smaller, so that stages and segments stay whole."
    ),
    Shortfall.LARGEST: N_(
        "The poster is not as large as that many sheets would allow: eight times its own size is"
        " the most."
    ),
}
"""What is said of what the sheets of a poster can't do; English messages."""


@dataclass(frozen=True)
class Page:
    """A page as written: its map's name (a report's pages have none), size in points, scale,
    smallest letters in points."""

    map: str
    width: float
    height: float
    scale: float
    smallest: float


@dataclass(frozen=True)
class ExportResult:
    """What an export wrote, and what the reader should know of it.

    `missing` are the characters that no font of this computer has, `unreadable` is how many
    pictures could not be drawn, `shortfalls` are what was wished of sheets and can't be had.
    """

    pages: tuple[Page, ...]
    missing: frozenset[str]
    unreadable: int
    shortfalls: frozenset[Shortfall] = frozenset()

    def notes(self) -> list[str]:
        """What is not as one would wish, in sentences."""
        return list(self._notes())

    def _notes(self) -> Iterator[str]:
        smallest = dict[tuple[str, float], float]()
        for page in self.pages:
            if page.map and page.smallest < SMALLEST_TYPE:
                key = page.map, page.scale
                smallest[key] = min(page.smallest, smallest.get(key, page.smallest))
        for (map, scale), size in smallest.items():
            yield tr(
                "“{map}” is printed at {scale}, its smallest letters are {size} points high:"
                " a larger paper is easier to read.",
                map=map,
                scale=tr.percent(scale),
                size=tr.number(size, 1),
            )
        for shortfall in sorted(self.shortfalls):
            yield tr(SHORTFALLS[shortfall])
        if self.missing:
            yield tr(
                "No font has these characters, boxes stand in their place: {characters}",
                characters=" ".join(sorted(self.missing)),
            )
        if self.unreadable:
            yield tr.plural(
                "{count} picture could not be read and is left out.",
                "{count} pictures could not be read and are left out.",
                self.unreadable,
            )


def size_in_millimetres(page: Page) -> tuple[float, float]:
    """Width and height of a page."""
    return page.width / MILLIMETRE, page.height / MILLIMETRE
