"""Posters cut into sheets: nothing is lost, and the sheets go together again."""

import io
from itertools import accumulate, pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Drawing
from journeyeditor.drawing.theme import PAPER
from journeyeditor.errors import Refused
from journeyeditor.exporting.assembly import coordinate
from journeyeditor.exporting.maps import Position, print_map
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import MARGIN, MILLIMETRE, paper_size
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.pdf_file import PdfFile
from journeyeditor.exporting.tiling import Axis, Grid, Span, Tiling, axes, grid_for, spans
from journeyeditor.templates import NewProject, make_project
from journeyeditor.translation import translator
from tests.exporting.reading import MADE, METADATA, texts_of

PIXELS = 3.0
"""A point, in the rasters that are compared."""


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def drawing(sample: NewProject) -> Drawing:
    options = LayoutOptions(theme=PAPER, language="es", page=True)
    return lay_out(sample.project, sample.project.maps()[0].id, options)


@st.composite
def axis_of(draw: st.DrawFn) -> Axis:
    lead = draw(st.floats(10, 150))
    ends = list(accumulate(draw(st.lists(st.floats(40, 400), min_size=1, max_size=12))))
    edges = tuple(lead + end for end in ends)
    return Axis(edges[-1], edges, (), (0.0, lead), (0.0, edges[-1]))


@given(axis_of(), st.floats(60, 900), st.floats(0, 25), st.booleans(), st.booleans())
def test_the_spans_cover_all_and_each_fits_its_sheet(
    axis: Axis, room: float, overlap: float, whole: bool, repeat: bool
) -> None:
    found = spans(axis, room, overlap, whole=whole, repeat=repeat)
    lead = axis.lead if repeat and axis.lead <= room / 2 else 0.0
    assert found[0].start == 0
    assert found[-1].end == pytest.approx(axis.length)
    for span in found:
        assert span.start < span.end
        assert span.lead + span.end - span.start <= room + 1e-3
    for before, after in pairwise(found):
        shared = 0 if whole else min(overlap, (room - lead) / 2)
        assert before.end - after.start == pytest.approx(shared, abs=1e-3)


def test_whole_stages_are_cut_between_them_where_they_fit() -> None:
    axis = Axis(700, (100, 250, 400, 550, 700), (), (0, 100), (0, 700))
    whole = spans(axis, 320, 20, whole=True, repeat=True)
    assert whole == (Span(0, 250), Span(250, 400, 100), Span(400, 550, 100), Span(550, 700, 100))
    assert spans(axis, 500, 0, whole=True, repeat=False) == (Span(0, 400), Span(400, 700))


def test_a_segment_that_exceeds_a_sheet_is_cut_above_its_lanes() -> None:
    axis = Axis(500, (60, 500), (300,), (0, 60), (0, 500))
    assert spans(axis, 400, 0, whole=True, repeat=False) == (Span(0, 300), Span(300, 500))


def test_a_drawing_is_known_by_its_rail_header_and_rows(drawing: Drawing) -> None:
    across, down = axes(drawing)
    corner = drawing.by_key["corner",]
    assert across.repeated == (0, corner.width)
    assert down.repeated == (corner.y, corner.y + corner.height)
    assert len(across.edges) == 1 + 7
    assert len(down.edges) == 1 + 3
    assert len(down.inner) == 3


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
def test_the_sheets_together_are_the_poster(
    sample: NewProject, tmp_path: Path, tiling: Tiling
) -> None:
    drawing = _printed_drawing(sample, tiling)
    grid = grid_for(drawing, 1.0, MARGIN, tiling)
    scale = PIXELS * grid.scale
    whole = _poster(drawing, grid, sample)
    sheets = pypdfium2.PdfDocument(exported(sample, tmp_path, tiling=tiling))
    assert len(sheets) == grid.count
    together = Image.new("RGB", whole.size, "red")
    for number, sheet in enumerate(sheets):
        row, column = divmod(number, len(grid.columns))
        across, down = grid.columns[column], grid.rows[row]
        assert (sheet.get_width(), sheet.get_height()) == pytest.approx((grid.width, grid.height))
        image = sheet.render(scale=PIXELS).to_pil().convert("RGB")
        left = PIXELS * grid.margin + across.lead * scale
        top = PIXELS * grid.margin + down.lead * scale
        width, height = (across.end - across.start) * scale, (down.end - down.start) * scale
        # The outermost pixels are those through which the knife goes.
        piece = image.crop((round(left), round(top), round(left + width), round(top + height)))
        together.paste(piece, (round(across.start * scale), round(down.start * scale)))
    assert _differing(whole, together) < 0.004
    moved = ImageChops.offset(together, 2, 0)
    assert _differing(whole, moved) > 0.02


def _printed_drawing(sample: NewProject, tiling: Tiling) -> Drawing:
    """The drawing as it is printed, footer and all."""
    options = PdfOptions(tiling=tiling)
    [map] = sample.project.maps()
    tr = translator("es")
    return print_map(sample.project, map, options, Position(1, 1), MADE.date(), tr).drawing


def _poster(drawing: Drawing, grid: Grid, sample: NewProject) -> Image.Image:
    """The same drawing on one page without margins, at the same scale."""
    file = PdfFile(METADATA, sample.assets.__getitem__)
    size = drawing.width * grid.scale, drawing.height * grid.scale
    file.add_page(PrintPage(*size, (Part(drawing, grid.scale),)), lambda count: None)
    page = pypdfium2.PdfDocument(file.content())[0]
    return page.render(scale=PIXELS).to_pil().convert("RGB")


def _differing(first: Image.Image, second: Image.Image) -> float:
    """The share of pixels that differ clearly, after both lost their finest detail."""
    soft = [image.filter(ImageFilter.BoxBlur(2)).convert("L") for image in (first, second)]
    histogram = ImageChops.difference(*soft).histogram()
    return sum(histogram[48:]) / sum(histogram)


def test_no_sheet_is_blank(sample: NewProject, tmp_path: Path) -> None:
    tiling = Tiling(paper="A5", guides=False, plan=False)
    content = exported(sample, tmp_path, paper="A0", tiling=tiling)
    images = [page.render(scale=0.5).to_pil() for page in pypdfium2.PdfDocument(content)]
    assert len(images) > 40
    assert all(len(image.convert("L").getcolors() or []) > 8 for image in images)


def test_each_sheet_says_what_it_is_and_the_plan_comes_first(
    sample: NewProject, tmp_path: Path
) -> None:
    tiling = Tiling(paper="A4", overlap=20, repeat=True)
    reader = pypdf.PdfReader(io.BytesIO(exported(sample, tmp_path, paper="A1", tiling=tiling)))
    texts = [page.extract_text() for page in reader.pages]
    assert "A1" in texts[1]
    assert "B3" in texts[0]
    assert reader.page_labels[1] == "A1"
    short, long = paper_size("A4")
    for page in reader.pages:
        assert sorted(map(float, page.mediabox[2:])) == pytest.approx([short, long], abs=0.01)


def test_repeated_header_and_rail_stand_on_every_sheet(sample: NewProject, tmp_path: Path) -> None:
    tiling = Tiling(paper="A4", repeat=True, whole=True, plan=False)
    content = exported(sample, tmp_path, paper="A1", tiling=tiling)
    pages = texts_of(content)
    stages = [stage.name for stage in sample.project.stages(sample.project.maps()[0].id)]
    segment = sample.project.segments(sample.project.maps()[0].id)[0].name.split()[0]
    with_stages = [any(stage in page for stage in stages) for page in pages]
    assert with_stages == [True] * 16 + [False] * 4  # the last four hold the legend alone
    assert sum(segment in page for page in pages) >= 3


def test_bookmarks_lead_to_the_sheet_where_their_stage_begins(
    sample: NewProject, tmp_path: Path
) -> None:
    tiling = Tiling(paper="A4", repeat=True, whole=True, plan=False)
    content = exported(sample, tmp_path, paper="A1", tiling=tiling)
    reader = pypdf.PdfReader(io.BytesIO(content))
    _, stages = reader.outline
    for entry in stages:
        page = reader.pages[reader.get_destination_page_number(entry)]
        assert entry.title in page.extract_text()
    numbers = [reader.get_destination_page_number(entry) for entry in stages]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 0
