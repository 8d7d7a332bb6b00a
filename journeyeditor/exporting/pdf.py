"""Export of maps as PDF: one page each, vector, with text that can be searched and copied."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.exporting.colours import printed_pictures
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.encryption import Cipher
from journeyeditor.exporting.maps import one_line
from journeyeditor.exporting.metadata import Metadata
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.output import check_target, write_whole
from journeyeditor.exporting.pdf_file import PdfFile
from journeyeditor.exporting.protection import Protection
from journeyeditor.exporting.result import ExportResult, Page
from journeyeditor.exporting.steps import Steps
from journeyeditor.exporting.tiling import Shortfall
from journeyeditor.exporting.uncollected import uncollected
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator, tr, translator

_FREE = Protection()
_PAINTED = 0.85
"""The part of the work that is done when all pages are painted."""
CARRIED = "project.journey"
"""What the project is called among a PDF's attachments."""


def export_pdf(
    project: Project,
    maps: Sequence[Id],
    target: Path,
    options: PdfOptions,
    assets: Callable[[str], bytes],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    carried: bytes | None = None,
    protection: Protection = _FREE,
    look: Callable[[Composed], None] | None = None,
) -> ExportResult:
    """Write maps, or all of a project if none is named, or the report about them, to a PDF.

    `assets` gives the bytes of a picture by their SHA-256, and raises KeyError where there are
    none. `carried` is the project's own file, to travel within a PDF that leaves nothing out.
    `progress` is told how many steps of how many are done; `cancelled` is asked often; `look` is
    shown each page.
    Raises Cancelled, Refused; then the file at `target` is as it was.
    """
    check_target(target)
    chosen = [project.get(JourneyMap, id) for id in maps] or list(project.maps())
    if not chosen:
        raise Refused(tr("This project has no map to export."), advice=tr("Add a map to it first."))
    steps = Steps(progress, cancelled)
    cipher = Cipher(protection) if protection else None
    content, result = pdf_of(project, chosen, options, assets, steps, carried, look, cipher)
    steps.reach(1)
    write_whole(target, content)
    return result


@uncollected()
def pdf_of(
    project: Project,
    maps: Sequence[JourneyMap],
    options: PdfOptions,
    assets: Callable[[str], bytes],
    steps: Steps,
    carried: bytes | None = None,
    look: Callable[[Composed], None] | None = None,
    cipher: Cipher | None = None,
) -> tuple[bytes, ExportResult]:
    """The bytes of the PDF; `look` is shown each page. Cancelled, Refused."""
    created = options.created or datetime.datetime.now().astimezone()
    reader = translator(options.language or project.info.language)
    pictures = printed_pictures(options.colours, assets)
    file = PdfFile(_metadata(project, maps, reader, created), pictures)
    painting, writing = steps.part(0, _PAINTED), steps.part(_PAINTED, 1)
    pages: list[Page] = []
    missing, shortfalls = set[str](), set[Shortfall]()
    for it in compose(project, maps, options, created.date(), reader, painting.reach):
        if look:
            look(it)
        smallest = file.add_page(it.page, painting.painter(it))
        name = it.map.name if it.map else ""
        pages.append(Page(name, it.page.width, it.page.height, it.scale, smallest))
        missing.update(*(part.drawing.missing for part in it.page.layers))
        shortfalls |= it.shortfalls
    if carried is not None and not options.without:
        file.attach(CARRIED, carried, reader("The project itself, to go on working on it"))
    content = file.content(cipher, writing.reach)
    unreadable = file.pictures.unreadable
    return content, ExportResult(
        tuple(pages), frozenset(missing), unreadable, frozenset(shortfalls)
    )


def _metadata(
    project: Project, maps: Sequence[JourneyMap], tr: Translator, created: datetime.datetime
) -> Metadata:
    info = project.info
    title = maps[0].name if len(maps) == 1 else info.name
    subject = " · ".join(part for part in (tr("Customer-journey map"), info.client) if part)
    names = (tr("Customer-journey map"), info.client, info.name, *(map.name for map in maps))
    keywords = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    return Metadata(one_line(title, tr), info.author, subject, tr.language, created, keywords)
