"""The title block above a map on paper, and the footer below it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from journeyeditor.drawing.fonts import MEDIUM, REGULAR, SEMIBOLD, Line
from journeyeditor.drawing.ink import PIXEL, Ink, Style, filled
from journeyeditor.drawing.layout.options import LayoutOptions, Look
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Band, Image, Node
from journeyeditor.model.choices import MapKind
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, JourneyMap, ProjectInfo
from journeyeditor.translation import Translator

TITLE = Style(SEMIBOLD, 20, 24)
SUBTITLE = Style(REGULAR, 9, 12)
FACT_NAME = Style(REGULAR, 7, 9)
FACT = Style(MEDIUM, 9, 12)
FOOTER = Style(REGULAR, 7, 10)

LOGO, LOGO_GAP = 42.0, 14.0
BRAND_WIDTH, BRAND_GAP = 4.0, 14.0
TITLE_GAP = 14.0
"""Between the title block and the map."""
SUBTITLE_GAP, FACT_GAP, FACT_NAME_GAP = 3.0, 24.0, 2.0
FACTS_BELOW = 8.0
"""Between the title and the facts, where they stand below it."""
LONGEST_FACT, NARROWEST_TITLE = 200.0, 240.0
FOOTER_GAP, FOOTER_PADDING = 14.0, 6.0
CLEAR = 4.0
"""Between an edge of a stage and what should not cross it."""


class Fact(NamedTuple):
    """One entry of the title block: "Client", "Lúmina Hogar"."""

    name: Line
    value: tuple[Line, ...]

    @property
    def width(self) -> float:
        return max(line.width for line in (self.name, *self.value))

    @property
    def height(self) -> float:
        return FACT_NAME.leading + FACT_NAME_GAP + len(self.value) * FACT.leading


def title_node(
    project: Project,
    map: JourneyMap,
    counts: tuple[int, int, int],
    width: float,
    edges: Sequence[float],
    options: LayoutOptions,
) -> tuple[Node, frozenset[str]]:
    """Logo, name and scope of the map; `counts` are its stages, segments and cards.

    Client, version, date and author stand at the right, or below where the map is narrow; clear
    of the stages' `edges`, where sheets of a poster are cut.
    """
    ink, look = Ink(), options.look
    info = next(iter(project.all(ProjectInfo)), None)
    brand = BRAND_WIDTH + BRAND_GAP if look.theme.brand else 0.0
    left = _logo(ink, project, info, brand)
    facts = _facts(info, map, min(LONGEST_FACT, width), options)
    starts = from_right([fact.width for fact in facts], width, FACT_GAP, edges)
    taken = width - starts[0] + FACT_GAP if facts else 0.0
    name = TITLE.line(map.name)
    beside = width - left - taken >= min(name.width, NARROWEST_TITLE)
    room = width - left - (taken if beside else 0)
    titles = TITLE.lines(map.name, room)
    subtitles = SUBTITLE.lines(_scope(info, map, counts, look.tr), room)
    tall = len(titles) * TITLE.leading + SUBTITLE_GAP + len(subtitles) * SUBTITLE.leading
    height = max([LOGO, tall, *(fact.height for fact in facts if beside)])
    _brand(ink, look.theme.brand, height)
    top = ink.write_all(titles, left, (height - tall) / 2, TITLE, look.theme.text)
    ink.write_all(subtitles, left, top + SUBTITLE_GAP, SUBTITLE, look.theme.text2)
    if beside:
        tallest = max((fact.height for fact in facts), default=0.0)
        _write_facts(ink, facts, starts, (height - tallest) / 2, look)
    else:
        height += FACTS_BELOW if facts else 0.0
        for row in flow([fact.width for fact in facts], width, FACT_GAP):
            group = facts[row.start : row.stop]
            before = accumulate((fact.width + FACT_GAP for fact in group), initial=0.0)
            _write_facts(ink, group, before, height + FACT_NAME_GAP, look)
            height += FACT_NAME_GAP + max(fact.height for fact in group)
    drawn = ink.drawn()
    return Node(("title",), 0, 0, width, height, drawn.shapes, Band.PAGE, map.name), drawn.missing


def flow(widths: Sequence[float], room: float, gap: float) -> Iterator[range]:
    """Which things stand on one row each, one at least."""
    start, used = 0, 0.0
    for i, width in enumerate(widths):
        if i > start and used + width > room:
            yield range(start, i)
            start, used = i, 0.0
        used += width + gap
    if start < len(widths):
        yield range(start, len(widths))


def after_edge(edges: Sequence[float], x: float, width: float, right: float) -> float:
    """Where a thing stands that begins at `x` or, lest it cross an edge, behind that, if it ends
    before `right` then."""
    crossed = _crossed(edges, x, x + width)
    moved = crossed[-1] + CLEAR if crossed else x
    return x if moved + width > right or _crossed(edges, moved, moved + width) else moved


def from_right(
    widths: Sequence[float], right: float, gap: float, edges: Sequence[float]
) -> list[float]:
    """Where things begin that end at `right`, a gap between them, lest one cross an edge."""
    starts = list[float]()
    for width in reversed(widths):
        crossed = _crossed(edges, right - width, right)
        moved = crossed[0] - CLEAR if crossed else right
        start = (right if _crossed(edges, moved - width, moved) else moved) - width
        starts.append(start)
        right = start - gap
    return starts[::-1]


def _crossed(edges: Sequence[float], start: float, end: float) -> list[float]:
    return [edge for edge in edges if start - CLEAR < edge < end + CLEAR]


def _brand(ink: Ink, colours: Sequence[str], height: float) -> None:
    """The colours of whose map it is, one below the other at the left edge."""
    for number, colour in enumerate(colours):
        tall = height / len(colours)
        ink.add(filled(0, number * tall, BRAND_WIDTH, tall, colour))


def _logo(ink: Ink, project: Project, info: ProjectInfo | None, x: float) -> float:
    """The project's logo at `x`; returns where the title begins."""
    asset = project.find(Asset, info.logo) if info else None
    if asset is None:
        return x
    ink.add((Image(x, 0, LOGO, LOGO, asset.sha256),))
    return x + LOGO + LOGO_GAP


def _scope(
    info: ProjectInfo | None, map: JourneyMap, counts: tuple[int, int, int], tr: Translator
) -> str:
    """Whose map it is, of what, and how large: "Lúmina Hogar · Current state · 7 stages, …"."""
    stages, segments, cards = counts
    kind = tr("Current state") if map.kind is MapKind.AS_IS else tr("Future state")
    size = tr(
        "{stages}, {segments} and {cards}",
        stages=tr.plural("{count} stage", "{count} stages", stages),
        segments=tr.plural("{count} segment", "{count} segments", segments),
        cards=tr.plural("{count} touchpoint", "{count} touchpoints", cards),
    )
    owner = (info.client or info.name) if info else ""
    return " · ".join(part for part in (owner, kind, size) if part)


def _facts(
    info: ProjectInfo | None, map: JourneyMap, longest: float, options: LayoutOptions
) -> list[Fact]:
    tr = options.look.tr
    version = ", ".join(part for part in (map.version, map.status_line) if part)
    entries = [
        (tr("Client"), info.client if info else ""),
        (tr("Version"), version),
        (tr("Date"), tr.date(options.date) if options.date else ""),
        (tr("Prepared by"), info.author if info else ""),
    ]
    return [
        Fact(FACT_NAME.line(name), FACT.lines(value, longest))
        for name, value in entries
        if value.strip()
    ]


def _write_facts(
    ink: Ink, facts: Iterable[Fact], starts: Iterable[float], top: float, look: Look
) -> None:
    for fact, x in zip(facts, starts, strict=False):
        ink.write(fact.name, x, top, FACT_NAME, look.theme.text3)
        below = top + FACT_NAME.leading + FACT_NAME_GAP
        ink.write_all(fact.value, x, below, FACT, look.theme.text)


def footer_node(
    info: ProjectInfo | None, map: JourneyMap, y: float, width: float, options: LayoutOptions
) -> tuple[Node, frozenset[str]]:
    """Which document this is, its notice, and what the exporter says of the page."""
    ink, look = Ink(), options.look
    colour = look.theme.text3
    ink.stroke(line(0, PIXEL / 2, width, PIXEL / 2), look.theme.line)
    version = look.tr("Version {version}", version=map.version) if map.version.strip() else ""
    parts = (info.client if info else "", map.name, version)
    texts = (" · ".join(p for p in parts if p.strip()), options.notice, options.page_note)
    left, centre, right = (FOOTER.line(text) for text in texts)
    side = (width - centre.width) / 2 - FACT_GAP
    top = FOOTER_PADDING
    if "\n" not in "".join(texts) and max(left.width, right.width) <= side:
        ink.write(left, 0, top, FOOTER, colour)
        ink.write(centre, width / 2, top, FOOTER, colour, "centre")
        ink.write(right, width, top, FOOTER, colour, "right")
        top += FOOTER.leading
    else:
        for text in texts:
            top = ink.write_all(FOOTER.lines(text, width), 0, top, FOOTER, colour)
    drawn = ink.drawn()
    node = Node(("footer",), 0, y + FOOTER_GAP, width, top, drawn.shapes, Band.PAGE)
    return node, drawn.missing
