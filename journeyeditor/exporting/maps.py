"""Maps on pages: one page each, or a poster cut into sheets."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from journeyeditor.drawing.elements import Told
from journeyeditor.drawing.flow.pages import PlacedMark
from journeyeditor.drawing.flow.slices import Mark
from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Drawing, Key
from journeyeditor.drawing.theme import Theme
from journeyeditor.exporting.assembly import coordinate, guides, plan
from journeyeditor.exporting.axes import axes
from journeyeditor.exporting.colours import paper_theme
from journeyeditor.exporting.cutting import Axis, Span
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage, Rectangle
from journeyeditor.exporting.paper import FIT, Sheet, is_size, paper_name, sheet_for
from journeyeditor.exporting.spoken import spoken_map
from journeyeditor.exporting.tiling import Grid, Shortfall, Tiling, grid_for
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator

_MOST_PASSES = 5


@dataclass(frozen=True)
class PrintedMap:
    """A map ready to be written: its drawing, the drawing's scale on paper, the pages, and what
    was wished of them and can't be had."""

    drawing: Drawing
    scale: float
    pages: tuple[PrintPage, ...]
    shortfalls: frozenset[Shortfall] = frozenset()


@dataclass(frozen=True)
class Position:
    """Which of how many maps this is."""

    number: int
    count: int


def print_map(
    project: Project,
    map: JourneyMap,
    options: PdfOptions,
    position: Position,
    date: datetime.date,
    tr: Translator,
    cache: LayoutCache | None = None,
) -> PrintedMap:
    """A map on its pages. With a `cache`, what was laid out for another print is taken from it."""
    theme, tiling = paper_theme(options.colours, project.info), options.sheets
    drawing, sheet, grid = _laid_out(
        project, map, options, position, date, tr, cache or LayoutCache()
    )
    marks = list(_marks(project, map, drawing, tr))
    linked = options.content is Content.REPORT
    told = spoken_map(drawing, sentences=bool(options.fields), linked=linked)
    if grid is None or tiling is None:
        part = Part(drawing, sheet.scale, sheet.left, sheet.top, told=told)
        placed = tuple(_placed(mark, drawing, part) for mark in marks)
        page = PrintPage(sheet.width, sheet.height, (part,), placed, background=drawing.background)
        return PrintedMap(drawing, sheet.scale, (page,))
    name = one_line(map.name, tr)
    pages = _tiled(grid, drawing, tiling, marks, told, name, theme, tr)
    return PrintedMap(drawing, grid.scale, tuple(pages), grid.shortfalls)


def _laid_out(
    project: Project,
    map: JourneyMap,
    options: PdfOptions,
    position: Position,
    date: datetime.date,
    tr: Translator,
    cache: LayoutCache,
) -> tuple[Drawing, Sheet, Grid | None]:
    """The drawing of a map with its page, and with the sheets that this is cut into.

    The footer tells the scale, which hangs a little on the footer.
    """
    tiling = options.sheets
    layout = LayoutOptions(
        theme=paper_theme(options.colours, project.info),
        language=tr.language,
        lens=options.shown_lens,
        fields=options.fields,
        page=True,
        date=date,
        notice=options.notice,
        clear=tiling is not None and tiling.whole,
    )
    landscape, grid = None if tiling else options.landscape, None
    share = 1.0
    for left in reversed(range(_MOST_PASSES)):
        drawing = lay_out(project, map.id, layout, cache)
        sheet = sheet_for(drawing.width, drawing.height, options.paper, landscape, options.margin)
        note = _page_note(position, options.paper, sheet, share, tr)
        if tiling and (note == layout.page_note or not left):
            grid = grid_for(drawing, sheet.scale, options.margin, tiling)
            share = grid.scale / sheet.scale
            note = _page_note(position, options.paper, sheet, share, tr)
        if note == layout.page_note:
            break
        layout = replace(layout, page_note=note)
    return drawing, sheet, grid


def _page_note(position: Position, paper: str, sheet: Sheet, share: float, tr: Translator) -> str:
    """ "Page 1 of 2 · A3 landscape · Scale 86 %"; a map of another scale, that
    has a `share` of it, does not name the paper."""
    parts = [tr("Page {number} of {count}", number=position.number, count=position.count)]
    if paper != FIT and share == 1:
        name = paper_name(paper, tr)
        if sheet.width > sheet.height and not is_size(paper):
            name = tr("{paper} landscape", paper=name)
        elif not is_size(paper):
            name = tr("{paper} portrait", paper=name)
        parts.append(name)
    parts.append(tr("Scale {percent}", percent=tr.percent(sheet.scale * share)))
    return " · ".join(parts)


def one_line(name: str, tr: Translator) -> str:
    """A name fit for an outline or a title."""
    return " ".join(name.split()) or tr("Untitled")


def _marks(project: Project, map: JourneyMap, drawing: Drawing, tr: Translator) -> Iterator[Mark]:
    """Bookmarks of the map and of its stages."""
    yield Mark(("map", map.id), one_line(map.name, tr), 0, whole_page=True)
    for stage in project.stages(map.id):
        if ("stage", stage.id) in drawing.by_key:
            yield Mark(("stage", stage.id), one_line(stage.name, tr), 1)


def _placed(mark: Mark, drawing: Drawing, part: Part) -> PlacedMark:
    node = drawing.by_key.get(mark.key)
    x, y = (node.x, node.y) if node else (0.0, 0.0)
    return PlacedMark(mark, part.left + x * part.scale, part.top + y * part.scale)


def _tiled(
    grid: Grid,
    drawing: Drawing,
    tiling: Tiling,
    marks: list[Mark],
    told: Mapping[Key, Told],
    name: str,
    theme: Theme,
    tr: Translator,
) -> Iterator[PrintPage]:
    """The plan, then sheet by sheet along the rows.

    Each mark is on the first sheet that shows its place; each node is heard on the first that
    shows it, and silent where it is repeated.
    """
    shared = tiling.shared if grid.count > 1 else 0.0
    waiting, unheard = list(marks), dict(told)
    if tiling.plan and grid.count > 1:
        page = plan(grid, drawing, name, paper_name(tiling.paper, tr), tr, shared, theme)
        yield PrintPage(page.width, page.height, page.parts, label=tr("Plan"))
    both = axes(drawing)
    for row, down in enumerate(grid.rows):
        for column, across in enumerate(grid.columns):
            if (column, row) not in grid.shown:
                continue
            parts = list(windows(grid, drawing, across, down, both))
            parts[0] = body = heard(parts[0], unheard)
            here = [mark for mark in waiting if _shows(body, drawing, mark)]
            waiting = [mark for mark in waiting if mark not in here]
            trim = _whole_window(grid, across, down)
            if tiling.guides:
                parts.append(guides(grid, column, row, trim, name, shared, theme))
            placed = tuple(_placed(mark, drawing, body) for mark in here)
            label, size = coordinate(column, row), (grid.width, grid.height)
            yield PrintPage(*size, tuple(parts), placed, label=label, trim=trim)


def heard(part: Part, unheard: dict[Key, Told]) -> Part:
    """The part, in which those nodes that it shows are heard that were not yet."""
    keys = [node.key for node in part.nodes(bleed=0.0) if node.key in unheard]
    return replace(part, told={key: unheard.pop(key) for key in keys})


def windows(
    grid: Grid, drawing: Drawing, across: Span, down: Span, both: tuple[Axis, Axis]
) -> Iterator[Part]:
    """What a sheet shows: its part of the drawing, then the repeated rail, header and corner."""
    rail, header = Span(*both[0].repeated), Span(*both[1].repeated)
    yield _window(grid, drawing, across, down, across.lead, down.lead)
    if across.lead:
        beside = Span(max(down.start, both[1].body[0]), min(down.end, both[1].body[1]))
        if beside.start < beside.end:
            below = down.lead + beside.start - down.start
            yield _window(grid, drawing, rail, beside, 0, below)
    if down.lead:
        yield _window(grid, drawing, across, header, across.lead, 0)
    if across.lead and down.lead:
        yield _window(grid, drawing, rail, header, 0, 0)


def _window(
    grid: Grid, drawing: Drawing, across: Span, down: Span, right: float, below: float
) -> Part:
    """A stretch of the drawing, so many of its points off the corner of the printed area."""
    scale = grid.scale
    left, top = grid.margin + right * scale, grid.margin + below * scale
    clip = (left, top, (across.end - across.start) * scale, (down.end - down.start) * scale)
    return Part(drawing, scale, left - across.start * scale, top - down.start * scale, clip)


def _whole_window(grid: Grid, across: Span, down: Span) -> Rectangle:
    width = (across.lead + across.end - across.start) * grid.scale
    height = (down.lead + down.end - down.start) * grid.scale
    return grid.margin, grid.margin, width, height


def _shows(part: Part, drawing: Drawing, mark: Mark) -> bool:
    """Whether the place of a mark lies in what the part shows."""
    if mark.whole_page or part.clip is None:
        return True
    placed = _placed(mark, drawing, part)
    left, top, width, height = part.clip
    return left <= placed.x < left + width and top <= placed.y < top + height
