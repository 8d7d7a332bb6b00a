"""Posters cut into sheets: nothing is lost, and the sheets go together again."""

import io
import math
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Drawing, Text
from journeyeditor.drawing.theme import PAPER
from journeyeditor.errors import Refused
from journeyeditor.exporting.assembly import coordinate
from journeyeditor.exporting.axes import axes, words
from journeyeditor.exporting.maps import Position, PrintedMap, print_map
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import FIT, MARGIN, MILLIMETRE, paper_size
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.pdf_file import PdfFile
from journeyeditor.exporting.tiling import Grid, Shortfall, Tiling, grid_for
from journeyeditor.templates import NewProject, make_project
from journeyeditor.translation import translator
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE, METADATA, texts_of

PIXELS, COARSE = 2.0, 1.0
"""A point, in the rasters that are compared."""


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def drawing(sample: NewProject) -> Drawing:
    options = LayoutOptions(theme=PAPER, language="es", page=True)
    return lay_out(sample.project, sample.project.maps()[0].id, options)


def test_a_drawing_is_known_by_its_rail_header_and_rows(drawing: Drawing) -> None:
    across, down = axes(drawing)
    corner = drawing.by_key["corner",]
    assert across.repeated == (0, corner.width)
    assert down.repeated == (corner.y, corner.y + corner.height)
    assert len(across.edges) == 7
    assert len(down.edges) == 3
    assert len(down.inner) == 3 + 3
    first = next(node for node in drawing.nodes if node.key[0] == "stage")
    assert across.blocks == ((0, first.x + first.width),)
    assert {corner.y, drawing.height} <= {end for _, end in down.blocks}


def test_the_sheet_turns_by_itself_to_need_fewer(drawing: Drawing) -> None:
    free = grid_for(drawing, 1.0, MARGIN, Tiling())
    fixed = [grid_for(drawing, 1.0, MARGIN, Tiling(landscape=turn)) for turn in (True, False)]
    assert free.count == min(grid.count for grid in fixed)


@pytest.mark.parametrize(("across", "down"), [(2, 0), (0, 2), (3, 2), (1, 1), (5, 1)])
@pytest.mark.parametrize("repeat", [True, False])
def test_a_wanted_number_of_sheets_sets_the_scale(
    drawing: Drawing, across: int, down: int, repeat: bool
) -> None:
    tiling = Tiling(across=across, down=down, repeat=repeat, landscape=True)
    grid = grid_for(drawing, 1.0, MARGIN, tiling)
    assert not across or len(grid.columns) <= across
    assert not down or len(grid.rows) <= down
    larger = Tiling(repeat=repeat, landscape=True)
    more = grid_for(drawing, grid.scale * 1.01, MARGIN, larger)
    assert len(more.columns) > (across or 10_000) or len(more.rows) > (down or 10_000)


def test_too_many_sheets_and_too_wide_margins_are_refused(drawing: Drawing) -> None:
    with pytest.raises(Refused, match="sheets"):
        grid_for(drawing, 100, MARGIN, Tiling(paper="A5"))
    with pytest.raises(Refused, match="margins"):
        grid_for(drawing, 1, 300, Tiling(paper="A5"))


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((2, 1), "B3"), ((0, 25), "Z1"), ((11, 26), "AA12")]
)
def test_sheets_have_a_letter_for_the_row_and_a_number_for_the_column(
    place: tuple[int, int], name: str
) -> None:
    assert coordinate(*place) == name


def exported(sample: NewProject, folder: Path, **options: object) -> bytes:
    target = folder / "poster.pdf"
    chosen = PdfOptions(created=MADE, language="es", **options)  # type: ignore[arg-type]
    export_pdf(sample.project, [], target, chosen, sample.assets.__getitem__)
    return target.read_bytes()


TILINGS = [
    Tiling(paper="A4", overlap=10 * MILLIMETRE, guides=False, plan=False),
    Tiling(paper="A4", whole=True, guides=False, plan=False),
    Tiling(paper="letter", overlap=20, repeat=True, guides=False, plan=False),
    Tiling(paper="A3", whole=True, repeat=True, across=2, guides=False, plan=False),
]


@pytest.mark.parametrize("tiling", TILINGS, ids=str)
def test_the_sheets_together_are_the_poster(sample: NewProject, tiling: Tiling) -> None:
    printed = printed_map(sample, tiling)
    grid = grid_for(printed.drawing, 1.0, MARGIN, tiling)
    size = printed.drawing.width * grid.scale, printed.drawing.height * grid.scale
    [whole] = rendered(sample, PrintPage(*size, (Part(printed.drawing, grid.scale),)))
    together = put_together(sample, printed, grid)
    assert whole.size == together.size
    assert _differing(whole, together) < 0.001
    moved = ImageChops.offset(together, 2, 0)
    assert _differing(whole, moved) > 0.008


def test_the_sheets_together_are_the_page_of_that_paper(sample: NewProject) -> None:
    """The poster on A4 sheets is what is printed on A1: as large, and laid out alike."""
    page = printed_map(sample, None, "A1")
    tiling = Tiling(paper="A4", overlap=10 * MILLIMETRE, guides=False, plan=False)
    printed = printed_map(sample, tiling, "A1")
    assert printed.scale == page.scale
    assert printed.drawing == page.drawing
    grid = grid_for(printed.drawing, page.scale, MARGIN, tiling)
    together = put_together(sample, printed, grid, COARSE)
    [whole] = rendered(sample, *page.pages, pixels=COARSE)
    left, top = (
        round(COARSE * edge) for edge in (page.pages[0].parts[0].left, page.pages[0].parts[0].top)
    )
    cut_out = whole.crop((left, top, left + together.width, top + together.height))
    assert _differing(cut_out, together) < 0.001


def put_together(
    sample: NewProject, printed: PrintedMap, grid: Grid, pixels: float = PIXELS
) -> Image.Image:
    """What lies on the table when each sheet is laid over those before."""
    scale = pixels * grid.scale
    size = (math.ceil(printed.drawing.width * scale), math.ceil(printed.drawing.height * scale))
    together = Image.new("RGB", size, "white")
    images = rendered(sample, *printed.pages, pixels=pixels)
    for image, page in zip(images, printed.pages, strict=True):
        row, column = place_of(page.label)
        across, down = grid.columns[column], grid.rows[row]
        assert (page.width, page.height) == (grid.width, grid.height)
        left = pixels * grid.margin + across.lead * scale
        top = pixels * grid.margin + down.lead * scale
        width, height = (across.end - across.start) * scale, (down.end - down.start) * scale
        # The outermost pixels are those through which the knife goes.
        piece = image.crop((round(left), round(top), round(left + width), round(top + height)))
        together.paste(piece, (round(across.start * scale), round(down.start * scale)))
    return together


def printed_map(sample: NewProject, tiling: Tiling | None, paper: str = FIT) -> PrintedMap:
    [map] = sample.project.maps()
    options = PdfOptions(paper=paper, tiling=tiling)
    place, tr = Position(1, 1), translator("es")
    return print_map(sample.project, map, options, place, MADE.date(), tr)


def place_of(name: str) -> tuple[int, int]:
    """The row and the column of a sheet called so, both from 0."""
    return ord(name[0]) - ord("A"), int(name[1:]) - 1


def rendered(
    sample: NewProject, *pages: PrintPage, pixels: float = PIXELS
) -> Iterator[Image.Image]:
    file = PdfFile(METADATA, sample.assets.__getitem__)
    for page in pages:
        file.add_page(page, lambda count: None)
    for sheet in pypdfium2.PdfDocument(file.content()):
        yield sheet.render(scale=pixels).to_pil().convert("RGB")


def _differing(first: Image.Image, second: Image.Image) -> float:
    """The share of pixels that differ clearly, after both lost their finest detail."""
    soft = [image.filter(ImageFilter.BoxBlur(2)).convert("L") for image in (first, second)]
    histogram = ImageChops.difference(*soft).histogram()
    return sum(histogram[48:]) / sum(histogram)


def test_no_sheet_is_blank(sample: NewProject, tmp_path: Path) -> None:
    tiling = Tiling(paper="A5", guides=False)
    document = pypdfium2.PdfDocument(exported(sample, tmp_path, paper="A0", tiling=tiling))
    images = [page.render(scale=0.5).to_pil() for page in document]
    assert len(images) > 20
    plan = document[0].get_textpage().get_text_range().split()
    names = [document.get_page_label(number) for number in range(1, len(document))]
    shown = {word for word in plan if re.fullmatch("[A-Z][0-9]", word)}
    assert len(shown & set(names)) > 20
    assert shown - {"A0", "A5"} <= set(names)  # which are the papers
    assert all(len(image.convert("L").getcolors() or []) > 8 for image in images)


def test_each_sheet_says_what_it_is_and_the_plan_comes_first(
    sample: NewProject, tmp_path: Path
) -> None:
    tiling = Tiling(paper="A4", overlap=20, repeat=True)
    content = exported(sample, tmp_path, paper="A1", tiling=tiling)
    texts = texts_of(content)
    assert "A1" in texts[1]
    assert "B3" in texts[0]
    document = pypdfium2.PdfDocument(content)
    assert document.get_page_label(1) == "A1"
    for page in document:
        assert sorted(page.get_size()) == pytest.approx(paper_size("A4"), abs=0.01)


def test_repeated_header_and_rail_stand_on_every_sheet(sample: NewProject, tmp_path: Path) -> None:
    tiling = Tiling(paper="A4", repeat=True, whole=True, plan=False)
    content = exported(sample, tmp_path, paper="A1", tiling=tiling)
    pages = texts_of(content)
    stages = [stage.name for stage in sample.project.stages(sample.project.maps()[0].id)]
    segment = sample.project.segments(sample.project.maps()[0].id)[0].name.split()[0]
    shown = [any(stage in page for stage in stages) for page in pages]
    assert sum(shown) >= 9
    assert all(shown[: sum(shown)])
    assert not shown[-1]  # which has the legend
    assert sum(segment in page for page in pages) >= 3


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("poster", [FIT, "A3", "A2", "A1"])
def test_cuts_go_through_the_white_of_title_legend_and_footer(
    sample: NewProject, whole: bool, poster: str
) -> None:
    """Each of their texts is whole on one of the sheets that are cut between stages; on sheets that
    are cut through cards too, each word of title and footer is."""
    for repeat in (True, False):
        tiling = Tiling(whole=whole, repeat=repeat, overlap=10 * MILLIMETRE, plan=False)
        printed = printed_map(sample, tiling, poster)
        for name in ("title", "footer", *(["legend"] if whole else ())):
            node = printed.drawing.by_key[name,]
            found = [text for text in node.shapes if isinstance(text, Text)]
            for left, right in (it for text in found for it in stretches(text, whole)):
                edges = node.x + left, node.y, node.x + right, node.y + node.height
                parts = (page.parts[0] for page in printed.pages)
                assert any(within(edges, part, printed.scale) == edges for part in parts), name


def stretches(text: Text, whole: bool) -> list[tuple[float, float]]:
    """From where to where a text goes, or each of its words."""
    if whole:
        return [(text.x, text.x + text.width)]
    return list(words(text))


def within(edges: tuple[float, ...], part: Part, scale: float) -> tuple[float, ...]:
    """How much of a rectangle can be seen of a part; left, top, right, bottom."""
    if part.clip is None:
        return ()
    left, top = (part.clip[0] - part.left) / scale, (part.clip[1] - part.top) / scale
    right, bottom = left + part.clip[2] / scale, top + part.clip[3] / scale
    slack = 1e-6
    return (
        max(edges[0], left - slack),
        max(edges[1], top - slack),
        min(edges[2], right + slack),
        min(edges[3], bottom + slack),
    )


def test_whole_segments_stay_with_their_curves_on_a_smaller_poster(sample: NewProject) -> None:
    for paper, repeat in (("A1", True), ("A1", False), ("A2", False)):
        printed = printed_map(sample, Tiling(whole=True, repeat=repeat, plan=False), paper)
        assert printed.shortfalls <= {Shortfall.SMALLER}
        [map] = sample.project.maps()
        for segment in sample.project.segments(map.id):
            rail = printed.drawing.by_key["segment", segment.id]
            curve = printed.drawing.by_key["curve_rail", segment.id]
            edges = rail.x, rail.y, rail.x + rail.width, curve.y + curve.height
            parts = (page.parts[0] for page in printed.pages)
            assert any(within(edges, part, printed.scale) == edges for part in parts)


def test_a_poster_gives_way_a_little_lest_the_legend_be_alone() -> None:
    project = project_of("Mapa", cards=9)
    options = LayoutOptions(theme=PAPER, language="es", page=True)
    drawing = lay_out(project, project.maps()[0].id, options)
    tiling = Tiling(whole=True, landscape=False)
    room = paper_size("A4")[1] - 2 * MARGIN
    for share in (0.7, 1.0, 1.03):
        scale = share * room / drawing.height
        grid = grid_for(drawing, scale, MARGIN, tiling)
        assert len(grid.rows) == 1
        assert grid.scale == scale if share <= 1 else 0.92 * scale <= grid.scale < scale


def test_what_the_sheets_cannot_do_is_told(drawing: Drawing) -> None:
    def short(scale: float, **wish: object) -> frozenset[Shortfall]:
        return grid_for(drawing, scale, MARGIN, Tiling(**wish)).shortfalls  # type: ignore[arg-type]

    assert short(1, whole=True, repeat=True) == set()
    assert short(1, paper="A5", repeat=True) == set()
    assert short(4, repeat=True) == {Shortfall.REPEAT}
    assert short(4, whole=True) >= {Shortfall.WHOLE}
    assert short(1.794, whole=True) == {Shortfall.SMALLER}
    assert short(1, across=50, down=50) == {Shortfall.LARGEST}
    assert short(1, across=5) == set()


def test_bookmarks_lead_to_the_sheet_where_their_stage_begins(
    sample: NewProject, tmp_path: Path
) -> None:
    tiling = Tiling(paper="A4", repeat=True, whole=True, plan=False)
    content = exported(sample, tmp_path, paper="A1", tiling=tiling)
    reader = pypdf.PdfReader(io.BytesIO(content))
    _, stages = reader.outline
    texts = texts_of(content)
    for entry in stages:
        assert entry.title in texts[reader.get_destination_page_number(entry)]
    numbers = [reader.get_destination_page_number(entry) for entry in stages]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 0
