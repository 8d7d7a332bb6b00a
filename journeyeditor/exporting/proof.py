"""The print as it will be, with what is to be minded about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.preflight import Gathering, Preflight
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap


@dataclass(frozen=True)
class Proof:
    """A PDF, how many pages it has, and what was found on them."""

    content: bytes
    pages: int
    found: Preflight
    options: PdfOptions


def make_proof(
    project: Project,
    maps: Sequence[Id],
    options: PdfOptions,
    assets: Callable[[str], bytes],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Proof:
    """Compose the pages, look at them, and write them to memory. Cancelled, Refused."""
    # Loaded now: they bring ReportLab, which whoever only shows a proof does without.
    from journeyeditor.exporting.pdf import pdf_of
    from journeyeditor.exporting.steps import Steps

    chosen = [project.get(JourneyMap, id) for id in maps] or list(project.maps())
    gathering = Gathering(assets)
    steps = Steps(progress, cancelled)
    content, result = pdf_of(project, chosen, options, assets, steps, look=gathering.look)
    return Proof(content, len(result.pages), gathering.found(), options)
