"""Every paper, way of cutting and level of detail: the pages are whole, and nothing leaves them."""

import io
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from journeyeditor.drawing.layout import LayoutCache
from journeyeditor.drawing.shapes import Box, Text
from journeyeditor.exporting.composing import Composed
from journeyeditor.exporting.maps import Position, print_map
from journeyeditor.exporting.options import Content, Detail, PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import FIT, MILLIMETRE, PAPERS, paper_size
from journeyeditor.exporting.pdf import CARRIED, pdf_of
from journeyeditor.exporting.steps import Steps
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.importing.csv_long import read_csv
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.templates import NewProject, empty_project, make_project
from journeyeditor.translation import translator
from tests.exporting.reading import MADE, fonts_of, texts_of

TENTH = 0.1 * MILLIMETRE
SLACK = 0.02
PAPER_NAMES = (FIT, *PAPERS, "300x500mm")
TILINGS = {
    "one page": None,
    "A4": Tiling(overlap=10 * MILLIMETRE),
    "letter, whole": Tiling(paper="letter", whole=True, repeat=True),
    "A3 lying": Tiling(paper="A3", landscape=True, plan=False, guides=False),
    "2 by 2": Tiling(across=2, down=2, overlap=5 * MILLIMETRE),
    "one across": Tiling(across=1, whole=True, repeat=True, guides=False, plan=False),
}


@pytest.fixture(scope="module", params=["sample", "life-cycle-7", "blank"])
def new(request: pytest.FixtureRequest) -> NewProject:
    return make_project(request.param, "es")


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def cache() -> LayoutCache:
    """What is laid out for one paper is for the others, too."""
    return LayoutCache()


def printed(project: Project, options: PdfOptions, cache: LayoutCache) -> list[PrintPage]:
    maps, date, tr = project.maps(), MADE.date(), translator("es")
    pages: list[PrintPage] = []
    for number, map in enumerate(maps, 1):
        place = Position(number, len(maps))
        pages += print_map(project, map, options, place, date, tr, cache).pages
    return pages


def options_for(paper: str, tiling: Tiling | None, detail: Detail) -> PdfOptions:
    return PdfOptions(created=MADE, language="es", paper=paper, tiling=tiling, detail=detail)


def papers_for(tiling: Tiling | None) -> tuple[str, ...]:
    """All papers; where the number of sheets says how large a poster is, none does so."""
    return PAPER_NAMES if tiling is None or not tiling.across else ("A1",)


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("tiling", TILINGS.values(), ids=TILINGS)
def test_pages_of_every_paper_are_whole(
    new: NewProject, tiling: Tiling | None, detail: Detail, cache: LayoutCache
) -> None:
    for paper in papers_for(tiling):
        check(new.project, options_for(paper, tiling, detail), cache)


SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize("source", sorted(SHARED.glob("*.csv")), ids=lambda path: path.stem)
def test_pages_of_real_maps_are_whole(source: Path, cache: LayoutCache) -> None:
    """Every paper with every way of cutting, and every way of cutting with every detail."""
    project = empty_project("es")
    change = read_csv(source, project).change
    assert change is not None
    project = project.apply(change)
    ways = [(tiling, paper) for tiling in TILINGS.values() for paper in papers_for(tiling)]
    for number, detail in enumerate(Detail):
        for tiling, paper in ways[number :: len(Detail)]:
            check(project, options_for(paper, tiling, detail), cache)


def check(project: Project, options: PdfOptions, cache: LayoutCache) -> None:
    pages = printed(project, options, cache)
    check_count(pages, options.tiling, len(project.maps()))
    for page in pages:
        check_size(page, options.paper, options.tiling)
        check_not_blank(page)
        check_inside(page)
    check_told(project, pages, options.detail)


def check_count(pages: list[PrintPage], tiling: Tiling | None, maps: int) -> None:
    if tiling is None:
        assert len(pages) == maps
    elif tiling.across == tiling.down == 2:
        assert len(pages) <= maps * (4 + tiling.plan)
    else:
        assert len(pages) >= maps


def check_size(page: PrintPage, paper: str, tiling: Tiling | None) -> None:
    """The page is the paper, lying or upright, to a tenth of a millimetre."""
    if tiling is None and paper == FIT:
        return
    wanted = paper_size(tiling.paper if tiling else paper)
    for side, other in zip(sorted((page.width, page.height)), sorted(wanted), strict=True):
        assert abs(side - other) < TENTH


def check_not_blank(page: PrintPage) -> None:
    assert any(node.shapes for part in page.parts for node in part.nodes())


def check_inside(page: PrintPage) -> None:
    """No line of text, box or curve leaves its page, but for what a cut takes away."""
    for part in page.parts:
        if part.clip:
            left, top, width, height = part.clip
            assert left >= -SLACK
            assert top >= -SLACK
            assert left + width <= page.width + SLACK
            assert top + height <= page.height + SLACK
        else:
            for left, top, right, bottom in extents(part):
                assert left >= -SLACK
                assert top >= -SLACK
                assert right <= page.width + SLACK
                assert bottom <= page.height + SLACK


def extents(part: Part) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each line and box, on the page."""
    for node in part.nodes():
        x, y = part.left + node.x * part.scale, part.top + node.y * part.scale
        for shape in node.shapes:
            if isinstance(shape, Text):
                size = max((run.size for run in shape.runs), default=0.0)
                box = (shape.x, shape.y - size, shape.x + shape.width, shape.y + 0.25 * size)
            elif isinstance(shape, Box):
                box = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
            else:
                continue
            left, top, right, bottom = (edge * part.scale for edge in box)
            yield x + left, y + top, x + right, y + bottom


def check_told(project: Project, pages: list[PrintPage], detail: Detail) -> None:
    """Each card has its whole title, and owners where all is told."""
    said: dict[str, str] = {}
    for page in pages:
        for part in page.parts:
            for node in part.nodes():
                if node.key[0] == "card" and node.key[1] not in said:
                    lines = (shape.text for shape in node.shapes if isinstance(shape, Text))
                    said[node.key[1]] = " ".join(lines)
    for card in project.all(Placement):
        title = " ".join(project.get(Touchpoint, card.touchpoint).name.split())
        text = said[card.id]
        assert "".join(title.split()) in "".join(text.split())
        if detail is Detail.TITLES:
            assert "".join(title.split()) == "".join(text.split())


FILES = [
    pytest.param(paper, tiling, detail, content, id=f"{paper} {name} {detail} {content}")
    for (paper, name, detail, content) in [
        ("A0", "one page", Detail.TITLES, Content.MAPS),
        ("A3", "one page", Detail.FULL, Content.MAPS),
        (FIT, "A4", Detail.SUMMARY, Content.MAPS),
        ("arch-d", "letter, whole", Detail.FULL, Content.MAPS),
        ("A4", "one page", Detail.SUMMARY, Content.REPORT),
        ("letter", "one page", Detail.FULL, Content.REPORT),
        ("A2", "one page", Detail.FULL, Content.WORKSHOP),
    ]
    for tiling in [TILINGS[name]]
]


@pytest.mark.parametrize(("paper", "tiling", "detail", "content"), FILES)
def test_files_are_whole_and_the_same_each_time(
    sample: NewProject, paper: str, tiling: Tiling | None, detail: Detail, content: Content
) -> None:
    options = replace(options_for(paper, tiling, detail), content=content)
    pages: list[PrintPage] = []
    content_bytes = written(sample, options, lambda it: pages.append(it.page))
    assert content_bytes == written(sample, options)
    reader = pypdf.PdfReader(io.BytesIO(content_bytes))
    assert len(reader.pages) == len(pages)
    for page, it in zip(reader.pages, pages, strict=True):
        assert abs(float(page.mediabox.width) - it.width) < TENTH
        assert abs(float(page.mediabox.height) - it.height) < TENTH
        assert (page.mediabox.left, page.mediabox.bottom, page.rotation) == (0, 0, 0)
    assert all(map(str.strip, texts_of(content_bytes))) or content is Content.WORKSHOP
    check_links(reader)
    check_fonts(reader)
    check_letters(content_bytes)
    assert reader.attachments == {CARRIED: [b"SQLite"]}
    assert reader.metadata is not None
    assert reader.metadata.author
    assert "" not in reader.metadata.values()
    assert reader.root_object["/PageMode"] == "/UseOutlines"
    assert reader.root_object["/Lang"] == "es"


def written(
    new: NewProject, options: PdfOptions, look: Callable[[Composed], None] | None = None
) -> bytes:
    project, assets, maps = new.project, new.assets.__getitem__, new.project.maps()
    steps = Steps(None, None)
    return pdf_of(project, maps, options, assets, steps, carried=b"SQLite", look=look)[0]


def check_links(reader: pypdf.PdfReader) -> None:
    """All bookmarks and links lead to pages of the file."""
    numbers = {page.indirect_reference.idnum for page in reader.pages}
    assert reader.outline
    for entry in flat(reader.outline):
        assert entry.title.strip()
        assert entry.raw_get("/Page").idnum in numbers
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            target = link.get("/Dest")
            assert target is None or target[0].idnum in numbers
            left, bottom, right, top = (float(edge) for edge in link["/Rect"])
            assert left <= right
            assert bottom <= top


def flat(entries: list[object]) -> Iterator[pypdf.generic.Destination]:
    for entry in entries:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def check_fonts(reader: pypdf.PdfReader) -> None:
    """Every font is in the file, as a subset."""
    fonts = list(fonts_of(reader))
    assert fonts
    for font in fonts:
        assert re.match("/[A-Z]{6}\\+", font["/BaseFont"])
        if "/FontDescriptor" in font:
            assert "/FontFile2" in font["/FontDescriptor"].get_object()


def check_letters(content: bytes) -> None:
    """No letter's box leaves its page, as far as it isn't cut."""
    with pypdfium2.PdfDocument(content) as document:
        for page in itertools.islice(document, 12):
            width, height = page.get_size()
            text = page.get_textpage()
            for index in range(0, text.count_chars(), 7):
                left, bottom, right, top = text.get_charbox(index)
                across = left >= -SLACK and right <= width + SLACK
                assert (across and bottom >= -SLACK and top <= height + SLACK) or is_cut(page)


def is_cut(page: pypdfium2.PdfPage) -> bool:
    """Whether a page is a sheet of a poster: letters go on behind its cut, unseen."""
    return "·" in page.get_textpage().get_text_bounded(0, 0, page.get_width(), 28)


def test_texts_come_stage_by_stage_within_a_segment(sample: NewProject) -> None:
    options = options_for("A3", None, Detail.FULL)
    text = pypdf.PdfReader(io.BytesIO(written(sample, options))).pages[0].extract_text()
    squeezed = "".join(text.split())
    [map] = sample.project.maps()
    place = 0
    for segment in sample.project.segments(map.id):
        place = squeezed.index("".join(segment.name.split()), place)
        for stage in sample.project.stages(map.id):
            for card in sample.project.cell(stage.id, segment.id):
                name = sample.project.get(Touchpoint, card.touchpoint).name
                found = squeezed.index("".join(name.split()), place)
                assert found >= place
                place = found
