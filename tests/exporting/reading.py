"""PDFs of drawings made up for tests, and what other programs read in them."""

import datetime
import io
from collections.abc import Iterable, Iterator

import pypdf
import pypdfium2
from PIL import Image

from journeyeditor.drawing.fonts import REGULAR
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.shapes import Drawing, Node, Shape
from journeyeditor.exporting.metadata import Metadata
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.pdf_file import PdfFile

MADE = datetime.datetime(2026, 3, 12, 9, 30, tzinfo=datetime.UTC)
METADATA = Metadata("Título", "Ana Ruiz", "Mapa", "es", MADE)
LEADING = 24.0


def written(text: str, font: str, size: float, x: float = 0, top: float = 0) -> list[Shape]:
    """A line of text, black."""
    ink = Ink()
    style = Style(font, size, LEADING)
    ink.write(style.line(text), x, top, style, "#000000")
    return ink.shapes


def lines_of(*texts: str, font: str = REGULAR, size: float = 12.0) -> Drawing:
    """A drawing with each text on a line and node of its own, 20 points from the left."""
    nodes = tuple(
        Node((str(i),), 20, LEADING * i, 400, LEADING, tuple(written(text, font, size)))
        for i, text in enumerate(texts)
    )
    return Drawing(500, LEADING * (len(texts) + 1), nodes)


def drawing_of(*shapes: Shape, width: float = 100, height: float = 100) -> Drawing:
    """A drawing with one node, at (10, 10)."""
    return Drawing(width, height, (Node(("it",), 10, 10, width, height, shapes),))


def pdf_of(*drawings: Drawing, scale: float = 1.0, assets: dict[str, bytes] | None = None) -> bytes:
    """A PDF with a page without margins for each drawing."""
    file = PdfFile(METADATA, (assets or {}).__getitem__)
    for drawing in drawings:
        size = (drawing.width * scale, drawing.height * scale)
        page = PrintPage(*size, (Part(drawing, scale),), background=drawing.background)
        file.add_page(page, lambda node: None)
    return file.content()


def texts_of(content: bytes) -> list[str]:
    """What each page says, by pdfium, which reads many pages in no time."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """A text without its white space, which readers of PDFs guess."""
    return "".join(text.split())


def text_by_pypdf(content: bytes) -> list[str]:
    """The lines of the first page."""
    return pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().splitlines()


def text_by_pdfium(content: bytes) -> list[str]:
    """The lines of the first page."""
    return pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range().splitlines()


def pixels_of(content: bytes, scale: float = 4.0) -> Image.Image:
    """The first page, so many pixels a point."""
    return pypdfium2.PdfDocument(content)[0].render(scale=scale).to_pil().convert("RGB")


def operators_of(content: bytes) -> str:
    """What the first page is drawn with."""
    contents = pypdf.PdfReader(io.BytesIO(content)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("ascii")


def fonts_of(content: bytes | pypdf.PdfReader) -> Iterator[pypdf.generic.DictionaryObject]:
    """Every font object of a PDF, whether a page uses it or not."""
    for thing in objects_of(content):
        if thing.get("/Type") == "/Font":
            yield thing


def objects_of(
    content: bytes | pypdf.PdfReader,
) -> Iterable[pypdf.generic.DictionaryObject]:
    """Every dictionary and stream of a PDF, or of one that is being read."""
    reader = pypdf.PdfReader(io.BytesIO(content)) if isinstance(content, bytes) else content
    for number in {*reader.xref[0], *reader.xref_objStm}:
        thing = reader.get_object(number)
        if isinstance(thing, pypdf.generic.DictionaryObject):
            yield thing
