"""What all charts share: their options, their type, and the sheet that gathers their nodes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from journeyeditor.drawing.fonts import MEDIUM, REGULAR, SEMIBOLD, Line
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.shapes import Box, Drawing, Key, Node
from journeyeditor.drawing.theme import LIGHT, Theme, contrast
from journeyeditor.translation import Translator, translator

BODY = Style(REGULAR, 9, 12)
NAME = Style(MEDIUM, 9.375, 12)
STRONG = Style(SEMIBOLD, 9, 12)
SMALL = Style(REGULAR, 8.25, 10.5)

LEGIBLE = 4.5
"""The least contrast of a text with what lies behind it (WCAG 2.2, AA)."""


@dataclass(frozen=True, kw_only=True)
class ChartOptions:
    """How to draw a chart. The size in points is what there is room for; a chart with more to
    show is wider or higher. `brief` names may end in "…": for screens only.
    """

    width: float = 450.0
    height: float = 210.0
    theme: Theme = LIGHT
    language: str = "en"
    brief: bool = False

    @cached_property
    def tr(self) -> Translator:
        return translator(self.language)


class Sheet:
    """Gathers the nodes of one chart."""

    def __init__(self, options: ChartOptions) -> None:
        self.options = options
        self._nodes: list[Node] = []
        self._missing: set[str] = set()

    def add(
        self, key: Key, place: tuple[float, float, float, float], ink: Ink, name: str = ""
    ) -> None:
        """A node at (x, y, width, height) with what a pen has drawn from its corner."""
        self._nodes.append(Node(key, *place, tuple(ink.shapes), name=name))
        self._missing |= ink.missing

    def put(self, drawing: Drawing, top: float, name: str) -> None:
        """All of another chart, lowered; nodes that are no things get the name into their keys."""
        for node in drawing.nodes:
            key = node.key if node.name else (*node.key, name)
            self._nodes.append(node._replace(key=key, y=node.y + top))
        self._missing |= drawing.missing

    def drawing(self, width: float, height: float) -> Drawing:
        """The chart, as large as it has come to be."""
        background = self.options.theme.chrome
        return Drawing(width, height, tuple(self._nodes), background, frozenset(self._missing))


def nothing(options: ChartOptions, sentence: str) -> Drawing:
    """A chart that has nothing to show yet, and says so."""
    sheet, ink = Sheet(options), Ink()
    lines = BODY.lines(sentence, options.width)
    height = max(options.height, len(lines) * BODY.leading)
    top = (height - len(lines) * BODY.leading) / 2
    ink.write_all(lines, options.width / 2, top, BODY, options.theme.text3, "centre")
    sheet.add(("nothing",), (0, 0, options.width, height), ink)
    return sheet.drawing(options.width, height)


def mark(ink: Ink, x: float, y: float, fill: str, stroke: str | None = None) -> None:
    """A swatch of a legend in the 7 by 7 points at (x, y)."""
    ink.add((Box(x, y, 7, 7, 1.5, fill, stroke),))


def readable(theme: Theme, fill: str) -> str:
    """The text colour that is best read on a fill."""
    return max((theme.text, theme.chrome, theme.on_accent), key=lambda c: contrast(c, fill))


def one_line(text: str, fallback: str) -> str:
    """A name on one line; the fallback for one that says nothing."""
    return " ".join(text.split()) or fallback


def longest_word(names: Iterable[str], style: Style) -> float:
    """The width that names need so that none of their words is broken."""
    return max((style.line(word).width for name in names for word in name.split()), default=0.0)


def widest(lines: tuple[Line, ...]) -> float:
    return max((line.width for line in lines), default=0.0)
