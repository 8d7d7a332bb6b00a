"""One PDF being put together with ReportLab: pages, fonts, pictures, outline, metadata."""

from collections.abc import Callable
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.slices import Link
from journeyeditor.drawing.shapes import Node
from journeyeditor.exporting.encryption import Cipher
from journeyeditor.exporting.metadata import Metadata, describe, extend
from journeyeditor.exporting.outlines import Forms
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.painting import Fonts, Painter, background
from journeyeditor.exporting.pictures import Pictures
from journeyeditor.exporting.structure import Structure
from journeyeditor.exporting.writing import written

# Plain compressed streams, a fifth smaller than ReportLab's default; it reads this when writing.
rl_config.useA85 = 0

_WHITE = "#FFFFFF"
_JOURNEY = "/application#2Fvnd.sqlite3"
_PRINTED = 4
"""The flag of whatever is there on paper as well (ISO 32000-1, 12.5.3)."""


class _Canvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages don't begin with a font that isn't in the file."""

    def _make_preamble(self) -> None:
        self._preamble = ""


_PAGE_ENTRIES = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


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
        self._structure = Structure(self._document)
        self._date = metadata.date
        self._describe(metadata)

    def add_page(self, page: PrintPage, painted: Callable[[int], None]) -> float:
        """Put a page at the end; `painted` is told the number of nodes painted so far.

        Returns the size on paper of the page's smallest letters, in points.
        """
        canvas = self._canvas
        canvas.setPageSize((page.width, page.height))
        number = self._structure.begin_page()
        code, smallest, count = canvas._code, float("inf"), 0
        if page.background and page.background.upper() != _WHITE:
            code.append(background(page.background, page.width, page.height))
        for part in page.layers:
            painter = Painter(self._fonts, self._forms, self.pictures, self._structure, part.scale)
            canvas.saveState()
            canvas.setFillAlpha(part.opacity)
            canvas.setStrokeAlpha(part.opacity)
            code.append(_placed(part, page.height))
            for node in part.nodes():
                painted(count)
                told = part.told.get(node.key, ())
                painter.paint(node, told, part.around.get(node.key))
                count += 1
                for _, element in told:
                    if element and element.kind is Kind.FIGURE:
                        self._structure.place(element, _box(part, node, page.height))
            code += painter.code
            code.append("Q")
            canvas.restoreState()
            if not part.thumbnail:
                smallest = min(smallest, painter.smallest * part.scale)
            canvas._formsinuse += sorted(painter.drawn - set(canvas._formsinuse))
        code[:] = ["\n".join(code)]
        self._document.updateSignature(code[0])
        self._mark(page)
        around = next((it for part in page.parts for it in part.around.values()), None)
        for link in page.links:
            self._link(link, page.height, around)
        if page.label:
            canvas.addPageLabel(canvas.getPageNumber() - 1, prefix=page.label)
        canvas.showPage()
        made = self._document.Pages.pages[-1]
        made.__NoDefault__, made.StructParents, made.Tabs = _PAGE_ENTRIES, number, PDFName("S")
        made.Trans = None
        return smallest

    def attach(self, name: str, content: bytes, description: str) -> None:
        """Put a file into the document, which readers list among its attachments."""
        document = self._document
        stream = PDFStream(content=content, filters=[PDFZCompress])
        stream.dictionary["Type"] = PDFName("EmbeddedFile")
        stream.dictionary["Subtype"] = _JOURNEY
        stream.dictionary["Params"] = PDFDictionary({"Size": len(content), "ModDate": self._date})
        embedded = document.Reference(stream)
        entry = PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(name),
                "UF": PDFString(name),
                "Desc": PDFString(description),
                "AFRelationship": PDFName("Source"),
                "EF": PDFDictionary({"F": embedded, "UF": embedded}),
            }
        )
        attached = document.Reference(entry)
        names = PDFArrayCompact([PDFString(name), attached])
        document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
        extend(document, "AF", PDFArrayCompact([attached]))

    def content(
        self, cipher: Cipher | None = None, reach: Callable[[float], None] = lambda share: None
    ) -> bytes:
        """The finished file, encrypted with a `cipher`; `reach` is told which share is done."""
        for font in self._fonts.values():
            font.add_to(self._document)
        first = self._document.Reference(self._document.Pages.pages[0])
        self._document.Catalog.OpenAction = PDFArrayCompact([first, PDFName("Fit")])
        self._structure.finish()
        return written(self._canvas, self._structure.objects, cipher, reach)

    def _describe(self, metadata: Metadata) -> None:
        canvas = self._canvas
        describe(self._document, metadata)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("FitWindow", "true")
        canvas.setViewerPreference("PrintScaling", "None")

    def _mark(self, page: PrintPage) -> None:
        canvas = self._canvas
        for placed in page.marks:
            name = " ".join(placed.mark.key)
            if placed.mark.whole_page:
                canvas.bookmarkPage(name)
            else:
                canvas.bookmarkPage(name, fit="XYZ", left=placed.x, top=page.height - placed.y)
            if placed.mark.title:
                canvas.addOutlineEntry(placed.mark.title, name, placed.mark.level)
                canvas.showOutline()

    def _link(self, link: Link, page_height: float, around: Element | None) -> None:
        """Put a link on the page, as a part of its element; `around` is what that is in."""
        values = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArrayCompact(
                round(value, 2)
                for value in (
                    link.x,
                    page_height - link.y - link.height,
                    link.x + link.width,
                    page_height - link.y,
                )
            ),
            "Border": "[0 0 0]",
            "F": _PRINTED,
        }
        if isinstance(link.target, str):
            address = PDFString(link.target)
            values["A"] = PDFDictionary({"S": PDFName("URI"), "URI": address})
            values["Contents"] = address
        else:
            values["Dest"] = self._canvas._bookmarkReference(" ".join(link.target))
        annotation = PDFDictionary(values)
        reference = self._document.Reference(annotation)
        element = link.element or Element(Kind.LINK)
        annotation["StructParent"] = self._structure.add_link(element, around, reference)
        if link.said:
            annotation["Contents"] = PDFString(" ".join(link.said.split()))
        self._canvas._annotationrefs.append(reference)


def _box(part: Part, node: Node, page_height: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a node on its page."""
    left, top = part.left + node.x * part.scale, page_height - part.top - node.y * part.scale
    return left, top - node.height * part.scale, left + node.width * part.scale, top


def _placed(part: Part, page_height: float) -> str:
    """The state in which a part is painted; downwards, as drawings are."""
    clip = ""
    if part.clip:
        left, top, width, height = part.clip
        clip = f"{left:.3f} {page_height - top - height:.3f} {width:.3f} {height:.3f} re W n "
    scale, up = part.scale, page_height - part.top
    return f"q {clip}{scale:.6f} 0 0 {-scale:.6f} {part.left:.3f} {up:.3f} cm"
