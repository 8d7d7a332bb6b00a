"""Export of maps as PDF: one page each, vector, with text that can be searched and copied."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeyeditor.drawing.flow.pages import PlacedMark
from journeyeditor.drawing.flow.slices import Mark
from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Drawing
from journeyeditor.drawing.theme import PAPER
from journeyeditor.errors import Refused
from journeyeditor.exporting.output import Cancelled, check_target, write_whole
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import FIT, MARGIN, MILLIMETRE, Sheet, sheet_for
from journeyeditor.exporting.pdf_file import Metadata, PdfFile
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator, tr, translator

SMALLEST_TYPE = 6.0
"""Points; smaller letters are hard to read on paper."""

_MOST_PASSES = 3
_PAGE_STEPS = 100
_LAID_OUT = 50
_EVERY = 64
"""So many nodes are painted between two looks at whether to go on."""


@dataclass(frozen=True, kw_only=True)
class PdfOptions:
    """How to print maps.

    `paper` is a name of `paper.PAPERS`, or FIT for pages as large as the maps. `landscape` turns
    it, None turns it as suits each map. `margin` is in points. `language` is the project's unless
    given. `notice` stands in the middle of the footer. `created` is now unless given.
    """

    paper: str = FIT
    landscape: bool | None = None
    margin: float = MARGIN
    language: str = ""
    notice: str = ""
    curve: bool = True
    created: datetime.datetime | None = None


@dataclass(frozen=True)
class Page:
    """A page as written: the map's name, size in points, scale, smallest letters in points."""

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
            if page.smallest < SMALLEST_TYPE:
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


class _Steps:
    """Tells how far an export is, and looks whether it should go on."""

    def __init__(
        self,
        pages: int,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._total = pages * _PAGE_STEPS + 1
        self._progress = progress
        self._cancelled = cancelled

    def reach(self, done: int) -> None:
        """So many steps are done. Cancelled."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(done, self._total)

    def painter(self, page: int, nodes: int) -> Callable[[int], None]:
        """What tells how far the `page`-th is, given how many of its nodes are painted."""
        start = page * _PAGE_STEPS + _LAID_OUT
        share = (_PAGE_STEPS - _LAID_OUT) / max(1, nodes)

        def painted(count: int) -> None:
            if count % _EVERY == 0:
                self.reach(start + int(count * share))

        return painted

    def finish(self) -> None:
        if self._progress:
            self._progress(self._total, self._total)


def export_pdf(
    project: Project,
    maps: Sequence[Id],
    target: Path,
    options: PdfOptions,
    assets: Callable[[str], bytes],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportResult:
    """Write maps, or all of a project if none is named, to a PDF; a page each.

    `assets` gives the bytes of a picture by their SHA-256, and raises KeyError where there are
    none. `progress` is told how many steps of how many are done; `cancelled` is asked often.
    Raises Cancelled, Refused; then the file at `target` is as it was.
    """
    check_target(target)
    chosen = [project.get(JourneyMap, id) for id in maps] or list(project.maps())
    if not chosen:
        raise Refused(tr("This project has no map to export."), advice=tr("Add a map to it first."))
    created = options.created or datetime.datetime.now().astimezone()
    language = options.language or project.info.language
    steps = _Steps(len(chosen), progress, cancelled)
    file = PdfFile(_metadata(project, chosen, translator(language), created), assets)
    pages, missing = [], set[str]()
    for number, map in enumerate(chosen):
        steps.reach(number * _PAGE_STEPS)
        note = _PageNote(number + 1, len(chosen), options.paper, translator(language))
        drawing, sheet = _laid_out(project, map, options, created.date(), note)
        page = _map_page(project, map, drawing, sheet, note.tr)
        smallest = file.add_page(page, steps.painter(number, len(drawing.nodes)))
        pages.append(Page(map.name, sheet.width, sheet.height, sheet.scale, smallest))
        missing |= drawing.missing
    content = file.content()
    steps.reach(len(chosen) * _PAGE_STEPS)
    write_whole(target, content)
    steps.finish()
    return ExportResult(tuple(pages), frozenset(missing), file.pictures.unreadable)


@dataclass(frozen=True)
class _PageNote:
    """What the footer says of its page: "Page 1 of 2 · A3 landscape · Scale 86%"."""

    number: int
    count: int
    paper: str
    tr: Translator

    def text(self, sheet: Sheet) -> str:
        tr = self.tr
        parts = [tr("Page {number} of {count}", number=self.number, count=self.count)]
        if self.paper != FIT:
            parts.append(self._paper(sheet.width > sheet.height))
        parts.append(tr("Scale {percent}", percent=tr.percent(sheet.scale)))
        return " · ".join(parts)

    def _paper(self, landscape: bool) -> str:
        tr = self.tr
        name = paper_name(self.paper, tr)
        if landscape:
            return tr("{paper} landscape", paper=name)
        return tr("{paper} portrait", paper=name)


def paper_name(paper: str, tr: Translator) -> str:
    """What readers call a paper."""
    names = {"letter": tr("Letter"), "legal": tr("Legal"), "tabloid": tr("Tabloid")}
    return names.get(paper, paper)


def _laid_out(
    project: Project, map: JourneyMap, options: PdfOptions, date: datetime.date, note: _PageNote
) -> tuple[Drawing, Sheet]:
    """A map and its page. Its footer tells the scale, which hangs a little on the footer."""
    cache = LayoutCache()
    said = note.text(Sheet(0, 1, 1.0, 0, 0))
    for _ in range(_MOST_PASSES):
        layout = LayoutOptions(
            theme=PAPER,
            language=note.tr.language,
            curve=options.curve,
            page=True,
            date=date,
            notice=options.notice,
            page_note=said,
        )
        drawing = lay_out(project, map.id, layout, cache)
        sheet = sheet_for(
            drawing.width, drawing.height, options.paper, options.landscape, options.margin
        )
        if note.text(sheet) == said:
            break
        said = note.text(sheet)
    return drawing, sheet


def _map_page(
    project: Project, map: JourneyMap, drawing: Drawing, sheet: Sheet, tr: Translator
) -> PrintPage:
    """A page with a whole map; bookmarks lead to the page and to its stages."""
    marks = [PlacedMark(Mark(("map", map.id), _one_line(map.name, tr), 0, True), 0, 0)]
    for stage in project.stages(map.id):
        if node := drawing.by_key.get(("stage", stage.id)):
            mark = Mark(node.key, _one_line(stage.name, tr), 1)
            marks.append(PlacedMark(mark, *sheet.place(node.x, node.y)))
    part = Part(drawing, sheet.scale, sheet.left, sheet.top)
    return PrintPage(
        sheet.width, sheet.height, (part,), tuple(marks), background=drawing.background
    )


def _metadata(
    project: Project, maps: Sequence[JourneyMap], tr: Translator, created: datetime.datetime
) -> Metadata:
    info = project.info
    title = maps[0].name if len(maps) == 1 else info.name
    subject = " · ".join(part for part in (tr("Customer-journey map"), info.client) if part)
    return Metadata(_one_line(title, tr), info.author, subject, tr.language, created)


def _one_line(name: str, tr: Translator) -> str:
    return " ".join(name.split()) or tr("Untitled")


def size_in_millimetres(page: Page) -> tuple[float, float]:
    """Width and height of a page."""
    return page.width / MILLIMETRE, page.height / MILLIMETRE
