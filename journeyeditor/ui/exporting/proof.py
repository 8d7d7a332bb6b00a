"""The print as it will be, made and looked at in a thread of its own."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

from journeyeditor.document import Document
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.preflight import Preflight
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap

_PDFIUM = threading.Lock()
"""PDFium may be used by one thread at a time."""


@dataclass(frozen=True)
class Proof:
    """A PDF, how many pages it has, and what was found on them."""

    content: bytes
    pages: int
    found: Preflight
    options: PdfOptions


def make_proof(
    document: Document,
    maps: Sequence[Id],
    options: PdfOptions,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Proof:
    """Compose the pages, look at them, and write them to memory. Cancelled, Refused."""
    from journeyeditor.exporting.pdf import pdf_of
    from journeyeditor.exporting.preflight import Gathering
    from journeyeditor.exporting.steps import Steps

    project, assets = document.project, document.assets
    chosen = [project.get(JourneyMap, id) for id in maps] or list(project.maps())
    gathering = Gathering(assets.read)
    steps = Steps(progress, cancelled)
    content, result = pdf_of(project, chosen, options, assets.read, steps, look=gathering.look)
    return Proof(content, len(result.pages), gathering.found(), options)


def paint_page(content: bytes, number: int, width: int, height: int) -> QImage:
    """A page, the first being 0, as large as fits into so many pixels."""
    with _PDFIUM, pypdfium2.PdfDocument(content) as pdf:
        page = pdf[number]
        wide, high = page.get_size()
        bitmap = page.render(scale=min(width / wide, height / high), rev_byteorder=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB888,
        )
        return image.copy()
