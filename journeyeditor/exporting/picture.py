"""A map as one picture: SVG, or PNG painted from the PDF."""

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journeyeditor.exporting.colours import printed_pictures
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.maps import one_line
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.output import check_target, write_whole
from journeyeditor.exporting.pdf import pdf_of
from journeyeditor.exporting.png import write_png
from journeyeditor.exporting.result import ExportResult, Page
from journeyeditor.exporting.steps import Steps
from journeyeditor.exporting.svg import SvgPage
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import translator

Look = Callable[[Composed], None]

PICTURES = (".svg", ".png")
"""The names of pictures end so."""
_PAINTED = 0.5
"""The part of the work on a PNG that is done when its PDF is."""


def export_picture(
    project: Project,
    map: Id,
    target: Path,
    options: PdfOptions,
    assets: Callable[[str], bytes],
    dpi: float = 150,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    look: Look | None = None,
) -> ExportResult:
    """Write a map on one page to an SVG, or to a PNG of so many dots per inch.

    `look` is shown the page.
    Cancelled, Refused; then the file at `target` is as it was.
    """
    check_target(target)
    chosen = project.get(JourneyMap, map)
    options = replace(options, tiling=None, content=Content.MAPS)
    steps = Steps(progress, cancelled)
    if target.suffix.lower() == ".svg":
        content, result = _svg(project, chosen, options, assets, steps, look)
    else:
        content, result = _png(project, chosen, options, assets, dpi, steps, look)
    steps.reach(1)
    write_whole(target, content)
    return result


def _svg(
    project: Project,
    map: JourneyMap,
    options: PdfOptions,
    assets: Callable[[str], bytes],
    steps: Steps,
    look: Look | None,
) -> tuple[bytes, ExportResult]:
    tr = translator(options.language or project.info.language)
    date = (options.created or datetime.datetime.now().astimezone()).date()
    [it] = compose(project, [map], options, date, tr, steps.reach)
    if look:
        look(it)
    writer = SvgPage(printed_pictures(options.colours, assets))
    text = writer.write(it.page, one_line(map.name, tr), tr.language, steps.painter(it))
    page = Page(map.name, it.page.width, it.page.height, it.scale, writer.smallest)
    missing = frozenset().union(*(part.drawing.missing for part in it.page.layers))
    return text.encode(), ExportResult((page,), missing, writer.unreadable)


def _png(
    project: Project,
    map: JourneyMap,
    options: PdfOptions,
    assets: Callable[[str], bytes],
    dpi: float,
    steps: Steps,
    look: Look | None,
) -> tuple[bytes, ExportResult]:
    painting = steps.part(0, _PAINTED)
    content, result = pdf_of(project, [map], options, assets, painting, look=look)
    picture = io.BytesIO()
    write_png(content, picture, dpi, steps.part(_PAINTED, 1).reach)
    return picture.getvalue(), result
