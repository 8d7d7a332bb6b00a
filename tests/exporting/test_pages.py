"""Parts, links and marks on pages, read back with other libraries."""

import io

import pypdf
import pypdfium2
import pytest

from journeyeditor.drawing.flow.pages import PlacedMark
from journeyeditor.drawing.flow.slices import Link, Mark
from journeyeditor.drawing.shapes import Box, Drawing, Node
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.pdf_file import PdfFile
from tests.exporting.reading import METADATA, lines_of

RED, BLUE = "#FF0000", "#0000FF"


def square(x: float, y: float, colour: str, name: str = "a") -> Node:
    return Node((name,), x, y, 40, 40, (Box(0, 0, 40, 40, fill=colour),))


def written(*pages: PrintPage) -> bytes:
    file = PdfFile(METADATA, {}.__getitem__)
    for page in pages:
        file.add_page(page, lambda count: None)
    return file.content()


def colours(content: bytes, *places: tuple[int, int]) -> list[tuple[int, int, int]]:
    image = pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("RGB")
    return [image.getpixel(place) for place in places]


def test_parts_lie_over_each_other_each_at_its_place_and_scale() -> None:
    drawing = Drawing(50, 50, (square(0, 0, RED),))
    other = Drawing(50, 50, (square(0, 0, BLUE),))
    parts = (Part(drawing, 2, 10, 10), Part(other, 0.5, 10, 30))
    content = written(PrintPage(200, 100, parts))
    assert colours(content, (5, 5), (80, 80), (15, 40), (80, 15), (35, 55)) == [
        (255, 255, 255),
        (255, 0, 0),
        (0, 0, 255),
        (255, 0, 0),
        (255, 0, 0),
    ]


def test_only_what_lies_in_the_clip_is_painted() -> None:
    drawing = Drawing(200, 50, (square(0, 0, RED), square(100, 0, BLUE, "b")))
    part = Part(drawing, 1, -80, 0, clip=(0, 0, 30, 50))
    assert [node.key for node in part.nodes()] == [("b",)]
    assert colours(written(PrintPage(100, 100, (part,))), (25, 20), (35, 20)) == [
        (0, 0, 255),
        (255, 255, 255),
    ]


def test_links_lead_to_marks_and_addresses() -> None:
    mark = PlacedMark(Mark(("sheet", "x"), "Ficha", 0), 30, 40)
    links = (Link(10, 20, 30, 5, ("sheet", "x")), Link(0, 0, 9, 9, "https://ejemplo.es"))
    drawing = Drawing(100, 100, (square(0, 0, RED),))
    first = PrintPage(100, 100, (Part(drawing),), links=links)
    second = PrintPage(100, 100, (Part(drawing),), marks=(mark,), label="B3")
    reader = pypdf.PdfReader(io.BytesIO(written(first, second)))
    inner, outer = (annotation.get_object() for annotation in reader.pages[0]["/Annots"])
    assert [float(value) for value in inner["/Rect"]] == [10, 75, 40, 80]
    page, *place = inner["/Dest"]
    assert page.get_object() == reader.pages[1].get_object()
    assert place[:3] == ["/XYZ", 30, 60]
    assert outer["/A"]["/URI"] == "https://ejemplo.es"
    assert [entry.title for entry in reader.outline] == ["Ficha"]
    assert reader.page_labels[1] == "B3"


def test_the_smallest_letters_are_told_at_the_scale_of_their_part() -> None:
    drawing = lines_of("Uno")
    small = PdfFile(METADATA, {}.__getitem__).add_page(
        PrintPage(100, 100, (Part(drawing), Part(drawing, 0.5))), lambda count: None
    )
    whole = PdfFile(METADATA, {}.__getitem__).add_page(
        PrintPage(100, 100, (Part(drawing),)), lambda count: None
    )
    assert small == pytest.approx(whole / 2)
