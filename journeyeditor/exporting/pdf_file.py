"""One PDF being put together with ReportLab: pages, fonts, pictures, outline, metadata."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFName
from reportlab.pdfgen.canvas import Canvas

from journeyeditor import __version__
from journeyeditor.drawing.shapes import Drawing, Node
from journeyeditor.exporting.outlines import Forms
from journeyeditor.exporting.painting import Fonts, Painter
from journeyeditor.exporting.paper import Sheet
from journeyeditor.exporting.pictures import Pictures

# Plain compressed streams, a fifth smaller than ReportLab's default; it reads this when writing.
rl_config.useA85 = 0

_WHITE = "#FFFFFF"


@dataclass(frozen=True)
class Metadata:
    """What a PDF says of itself. `language` is the code of its texts' language."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime.datetime


class Bookmark(NamedTuple):
    """A line of the outline: its title, and the node that it leads to."""

    title: str
    node: Node


class _Canvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages don't begin with a font that isn't in the file."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class PdfFile:
    """A PDF that grows page by page."""

    def __init__(self, metadata: Metadata, assets: Callable[[str], bytes]) -> None:
        self._canvas = _Canvas(
            BytesIO(), pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=metadata.language
        )
        self._document = self._canvas._doc
        self._fonts = Fonts()
        self._forms = Forms(self._document)
        self.pictures = Pictures(self._document, assets)
        self._describe(metadata)

    def add_page(
        self,
        drawing: Drawing,
        sheet: Sheet,
        title: str,
        bookmarks: Iterable[Bookmark],
        painted: Callable[[int], None],
    ) -> float:
        """A page with a drawing, and its lines in the outline; `painted` is told of each node.

        Returns the size on paper of the page's smallest letters, in points.
        """
        canvas = self._canvas
        canvas.setPageSize((sheet.width, sheet.height))
        painter = Painter(self._fonts, self._forms, self.pictures, sheet.scale)
        code = canvas._code
        if drawing.background.upper() != _WHITE:
            painter.background(drawing.background, sheet.width, sheet.height)
        scale, top = sheet.scale, sheet.height - sheet.top
        painter.code.append(f"{scale:.6f} 0 0 {-scale:.6f} {sheet.left:.3f} {top:.3f} cm")
        for number, node in enumerate(drawing.nodes):
            painted(number)
            painter.paint(node)
        code += painter.code
        canvas._formsinuse += sorted(painter.drawn)
        self._document.updateSignature("\n".join(code))
        self._mark(title, bookmarks, sheet)
        canvas.showPage()
        return painter.smallest * scale

    def content(self) -> bytes:
        """The finished file."""
        for font in self._fonts.values():
            font.add_to(self._document)
        first = self._document.Reference(self._document.Pages.pages[0])
        self._document.Catalog.OpenAction = PDFArrayCompact([first, PDFName("Fit")])
        data: bytes = self._canvas.getpdfdata()
        return data

    def _describe(self, metadata: Metadata) -> None:
        canvas = self._canvas
        canvas.setTitle(metadata.title)
        canvas.setAuthor(metadata.author)
        canvas.setSubject(metadata.subject)
        canvas.setCreator(f"Journey Editor {__version__}")
        created = f"{metadata.created:D:%Y%m%d%H%M%S%z}"
        created = f"{created[:-2]}'{created[-2:]}'" if metadata.created.tzinfo else created
        canvas.setDateFormatter(lambda *_: created)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("FitWindow", "true")
        canvas.setViewerPreference("PrintScaling", "None")

    def _mark(self, title: str, bookmarks: Iterable[Bookmark], sheet: Sheet) -> None:
        canvas = self._canvas
        page = f"page{canvas.getPageNumber()}"
        canvas.bookmarkPage(page)
        canvas.addOutlineEntry(title, page, 0)
        for bookmark in bookmarks:
            place = f"{page} {' '.join(bookmark.node.key)}"
            left = sheet.left + bookmark.node.x * sheet.scale
            top = sheet.height - sheet.top - bookmark.node.y * sheet.scale
            canvas.bookmarkPage(place, fit="XYZ", left=left, top=top)
            canvas.addOutlineEntry(bookmark.title, place, 1)
