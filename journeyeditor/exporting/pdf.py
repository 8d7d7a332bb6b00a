"""Export of maps as PDF: one page each, vector, with text that can be searched and copied."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.maps import one_line
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.output import Cancelled, check_target, write_whole
from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.exporting.pdf_file import Metadata, PdfFile
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator, tr, translator

SMALLEST_TYPE = 6.0
"""Points; smaller letters are hard to read on paper."""

_STEPS = 1000
_EVERY = 64
"""So many nodes are painted between two looks at whether to go on."""


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
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def reach(self, share: float) -> None:
        """So much of 1 is done. Cancelled."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(int(share * _STEPS), _STEPS)

    def painter(self, it: Composed) -> Callable[[int], None]:
        """What tells how far the work is, given how many nodes of a page are painted."""
        nodes = sum(1 for part in it.page.parts for _ in part.nodes())
        each = (it.end - it.start) / max(1, nodes)

        def painted(count: int) -> None:
            if count % _EVERY == 0:
                self.reach(it.start + count * each)

        return painted


def export_pdf(
    project: Project,
    maps: Sequence[Id],
    target: Path,
    options: PdfOptions,
    assets: Callable[[str], bytes],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportResult:
    """Write maps, or all of a project if none is named, or the report about them, to a PDF.

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
    steps = _Steps(progress, cancelled)
    reader = translator(language)
    file = PdfFile(_metadata(project, chosen, reader, created), assets)
    pages: list[Page] = []
    missing: set[str] = set()
    for it in compose(project, chosen, options, created.date(), reader, steps.reach):
        smallest = file.add_page(it.page, steps.painter(it))
        name = it.map.name if it.map else ""
        pages.append(Page(name, it.page.width, it.page.height, it.scale, smallest))
        missing.update(*(part.drawing.missing for part in it.page.parts))
    content = file.content()
    steps.reach(1)
    write_whole(target, content)
    return ExportResult(tuple(pages), frozenset(missing), file.pictures.unreadable)


def _metadata(
    project: Project, maps: Sequence[JourneyMap], tr: Translator, created: datetime.datetime
) -> Metadata:
    info = project.info
    title = maps[0].name if len(maps) == 1 else info.name
    subject = " · ".join(part for part in (tr("Customer-journey map"), info.client) if part)
    return Metadata(one_line(title, tr), info.author, subject, tr.language, created)


def size_in_millimetres(page: Page) -> tuple[float, float]:
    """Width and height of a page."""
    return page.width / MILLIMETRE, page.height / MILLIMETRE
