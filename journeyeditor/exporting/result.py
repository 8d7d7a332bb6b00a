"""What an export wrote, and what its reader should know of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.translation import tr

SMALLEST_TYPE = 6.0
"""Points; smaller letters are hard to read on paper."""


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
    pictures could not be drawn.
    """

    pages: tuple[Page, ...]
    missing: frozenset[str]
    unreadable: int

    def notes(self) -> list[str]:
        """What is not as one would wish, in sentences."""
        return list(self._notes())

    def _notes(self) -> Iterator[str]:
        for page in self.pages:
            if page.map and page.smallest < SMALLEST_TYPE:
                yield tr(
                    "“{map}” is printed at {scale}, its smallest letters are {size} points high:"
                    " a larger paper is easier to read.",
                    map=page.map,
                    scale=tr.percent(page.scale),
                    size=tr.number(page.smallest, 1),
                )
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
