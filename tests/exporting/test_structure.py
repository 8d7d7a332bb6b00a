"""What somebody hears who doesn't see the pages, as other programs read it."""

import ctypes
import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from pypdf.generic import ContentStream
from pypdfium2 import raw

from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.exporting.pdf import pdf_of
from journeyeditor.exporting.steps import Steps
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.model.project import Project
from journeyeditor.templates import NewProject, make_project
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE

PAINTING = {b"f", b"S", b"B", b"Tj", b"TJ", b"Do"}
Heard = tuple[int, str, str]
"""How deep an element is, what it is, and what is said in its place."""


def printed(project: Project, assets: dict[str, bytes] | None = None, **options: object) -> bytes:
    chosen = PdfOptions(created=MADE, **options)  # type: ignore[arg-type]
    there = (assets or {}).__getitem__
    return pdf_of(project, project.maps(), chosen, there, Steps(None, None))[0]


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def report(sample: NewProject) -> bytes:
    return printed(sample.project, sample.assets, content=Content.REPORT, watermark="Borrador")


@pytest.fixture(scope="module")
def tiles(sample: NewProject) -> bytes:
    tiling = Tiling(paper="A4", overlap=10 * MILLIMETRE, repeat=True)
    return printed(sample.project, sample.assets, paper="A1", tiling=tiling)


def heard(content: bytes, number: int = 0) -> list[Heard]:
    """The elements of a page, as pdfium gives them to screen readers."""
    page = pypdfium2.PdfDocument(content)[number]
    tree = raw.FPDF_StructTree_GetForPage(page)
    first = raw.FPDF_StructTree_GetChildAtIndex(tree, 0)
    found = list(_walk(first, 0))
    raw.FPDF_StructTree_Close(tree)
    return found


def _walk(element: object, depth: int) -> Iterator[Heard]:
    kind = _told(raw.FPDF_StructElement_GetType, element)
    yield depth, kind, _told(raw.FPDF_StructElement_GetAltText, element)
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
            yield from _walk(child, depth + 1)


def _told(ask: object, element: object) -> str:
    room = ctypes.create_string_buffer(2000)
    length = ask(element, room, len(room))  # type: ignore[operator]
    return room.raw[: max(0, length - 2)].decode("utf-16-le")


def test_a_map_is_heard_segment_by_segment_and_stage_by_stage() -> None:
    told = heard(printed(project_of("Mapa", stages=2, cards=1)))
    assert [(depth, kind) for depth, kind, _ in told[:9]] == [
        (0, "Document"),
        (1, "Sect"),
        *[(2, "H1"), (2, "P"), (2, "P")],
        *[(2, "L"), (3, "LI"), (4, "LBody"), (3, "LI")],
    ]
    assert told[10:] == [
        (2, "Sect", ""),
        (3, "H2", "Compradora"),
        (3, "P", "2 puntos de contacto"),
        (3, "Sect", ""),
        (4, "H3", "Etapa 1, Compradora, 1 punto de contacto"),
        (4, "P", "Momento 1V de Mapa, positiva, sin responsable"),
        (3, "Sect", ""),
        (4, "H3", "Etapa 2, Compradora, 1 punto de contacto"),
        (4, "P", "Momento 2V de Mapa, positiva, sin responsable"),
        (3, "H3", "Emoción, media +1,0"),
        (3, "Figure", told[-3][2]),
        *[(2, "P", ""), (2, "P", "")],
    ]


def test_the_curve_is_told_in_words() -> None:
    (said,) = (said for _, kind, said in heard(printed(project_of("Mapa"))) if kind == "Figure")
    assert "Etapa 1 +1,0; Etapa 2 +1,0; Etapa 3 +1,0" in said
    assert "Momento 1" in said


def test_each_node_of_a_poster_is_heard_on_one_sheet_only(tiles: bytes, sample: NewProject) -> None:
    pages = [heard(tiles, number) for number in range(len(pypdfium2.PdfDocument(tiles)))]
    assert [kind for _, kind, _ in pages[0]] == ["Document", "H1", "P", "P"]
    whole = heard(printed(sample.project, sample.assets, paper="A1"))
    cards = Counter(said for _, kind, said in whole if kind == "P" and said)
    # An element is there on each page on which a part of it is; a card has one part.
    assert Counter(said for page in pages for _, kind, said in page[4:] if said) >= cards
    found = Counter(said for page in pages[1:] for _, kind, said in page if kind == "P" and said)
    assert found == cards


def test_a_report_has_headings_tables_lists_and_links(report: bytes) -> None:
    pdf = pypdfium2.PdfDocument(report)
    kinds = Counter(kind for number in range(len(pdf)) for _, kind, _ in heard(report, number))
    assert {"H1", "H2", "H3", "P", "L", "TOC", "Table", "TH", "TD", "Figure", "Link"} <= set(kinds)


@pytest.mark.parametrize("name", ["report", "tiles"])
def test_whatever_is_painted_is_told_or_decoration(
    name: str, request: pytest.FixtureRequest
) -> None:
    reader = pypdf.PdfReader(io.BytesIO(request.getfixturevalue(name)))
    for page in reader.pages[2:7]:
        inside = []
        for values, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"BDC", b"BMC"):  # words that lines break are spans within
                assert not inside or values[0] == "/Span"
                inside.append(values[0])
            elif operator == b"EMC":
                inside.pop()
            assert inside or operator not in PAINTING
        assert not inside


def test_the_way_back_leads_from_what_is_painted_and_from_links_to_elements(report: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(report))
    root = reader.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(owners) == list(range(root["/ParentTreeNextKey"]))
    for page in reader.pages[2:7]:
        assert page["/Tabs"] == "/S"
        row = owners[page["/StructParents"]]
        told = [
            values[1]["/MCID"]
            for values, operator in ContentStream(page.get_contents(), reader).operations
            if operator == b"BDC" and "/MCID" in values[1]
        ]
        assert told == list(range(len(row)))
        for number, element in enumerate(row):
            assert any(_is_told(kid, number, page) for kid in element.get_object()["/K"])
        for link in page.get("/Annots", ()):
            element = owners[link.get_object()["/StructParent"]].get_object()
            kids = (kid.get_object() for kid in element["/K"])
            assert any(isinstance(kid, dict) and kid.raw_get("/Obj") == link for kid in kids)


def _is_told(kid: object, number: int, page: pypdf.PageObject) -> bool:
    if isinstance(kid, int):
        return kid == number
    thing = kid.get_object()  # type: ignore[attr-defined]
    return thing.get("/MCID") == number and thing.raw_get("/Pg") == page.indirect_reference


def test_rows_of_a_table_have_equally_many_cells(report: bytes) -> None:
    root = pypdf.PdfReader(io.BytesIO(report)).root_object["/StructTreeRoot"]
    tables = [it for it in _elements(root["/K"]) if it["/S"] == "/Table"]
    assert len(tables) > 20
    for table in tables:
        rows = [[cell.get_object() for cell in row.get_object()["/K"]] for row in table["/K"]]
        counts = {sum(cell.get("/A", {}).get("/ColSpan", 1) for cell in row) for row in rows}
        assert len(counts) == 1


def _elements(element: pypdf.generic.DictionaryObject) -> Iterator[pypdf.generic.DictionaryObject]:
    yield element
    for kid in element["/K"]:
        thing = kid.get_object()
        if isinstance(thing, dict) and "/S" in thing:
            yield from _elements(thing)


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="no pdfinfo")
def test_words_are_apart_at_the_ends_of_lines(tmp_path: Path) -> None:
    name = "Un mapa con un nombre tan largo que no tiene sitio en una sola línea de su página"
    (tmp_path / "it.pdf").write_bytes(printed(project_of(name, stages=1)))
    command = ["pdfinfo", "-struct-text", tmp_path / "it.pdf"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert f'"{name} "' in told


def test_what_runs_from_right_to_left_is_heard_in_the_order_of_its_words() -> None:
    content = printed(project_of("زيارة العملاء (test)", stages=1))
    root = pypdf.PdfReader(io.BytesIO(content)).root_object["/StructTreeRoot"]
    spelt = {element.get("/ActualText") for element in _elements(root["/K"])}
    assert "زيارة العملاء (test)" in spelt
    assert "Etapa 1" not in spelt
