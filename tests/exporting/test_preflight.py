"""What is found before printing, and what is proposed."""

import io
import math

import pytest
from PIL import Image as Pictures

from journeyeditor.drawing.fonts import REGULAR
from journeyeditor.drawing.shapes import Box, Drawing, Image, Node, Text
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import FIT
from journeyeditor.exporting.preflight import Preflight, preflight, proposals, smaller_paper
from journeyeditor.exporting.result import ExportResult, Page
from journeyeditor.exporting.tiling import Shortfall, Tiling
from journeyeditor.templates import make_project
from journeyeditor.translation import translator
from tests.exporting.reading import MADE, drawing_of, written


def found_on(
    drawing: Drawing, scale: float = 1.0, assets: dict[str, bytes] | None = None
) -> Preflight:
    page = PrintPage(400, 400, (Part(drawing, scale),))
    return preflight([Composed(page, None, scale, 0, 1)], (assets or {}).__getitem__)


def sample_on(options: PdfOptions) -> Preflight:
    new = make_project("sample", "es")
    maps, date = new.project.maps(), MADE.date()
    pages = compose(new.project, maps, options, date, translator("es"), lambda done: None)
    return preflight(pages, new.assets.__getitem__)


def test_the_smallest_letters_are_measured_as_printed() -> None:
    shapes = [*written("grande", REGULAR, 12), *written("pequeño", REGULAR, 8, top=20)]
    found = found_on(drawing_of(*shapes), scale=0.5)
    assert found.smallest == 4
    assert found.too_small
    assert not found_on(drawing_of(*shapes), scale=0.75).too_small


def test_how_far_away_letters_can_be_read() -> None:
    found = found_on(drawing_of(*written("x", REGULAR, 20)))
    # x-height 20 × 0.5459 pt = 3.85 mm, seen under 0.2 degrees (1 in 286.5) from 1.1 m.
    assert found.distance == pytest.approx(1104, abs=3)


def test_a_drawing_without_letters_has_none_too_small() -> None:
    found = found_on(drawing_of(Box(0, 0, 10, 10, fill="#000000")))
    assert found.smallest == math.inf
    assert not found.too_small


def test_faint_text_is_told_with_its_contrast() -> None:
    [text] = written("gris", REGULAR, 10)
    assert isinstance(text, Text)
    pale = Text(text.x, text.y, text.width, "pálido", "#AAAAAA", text.runs)
    box = Box(-5, -5, 200, 60, fill="#222222")
    [faint] = found_on(drawing_of(text, pale)).faint
    assert faint.text == "pálido"
    assert faint.contrast == pytest.approx(2.32, abs=0.01)
    assert [f.text for f in found_on(drawing_of(box, text, pale)).faint] == ["gris"]


def test_coarse_pictures_are_told_by_their_resolution() -> None:
    content = io.BytesIO()
    Pictures.new("RGB", (100, 100)).save(content, "PNG")
    assets = {"a": content.getvalue(), "b": b"no picture"}
    shapes = (Image(0, 0, 72, 72, "a"), Image(0, 0, 9, 9, "b"))
    [coarse] = found_on(drawing_of(*shapes), assets=assets).coarse
    assert (coarse.asset, coarse.dpi) == ("a", pytest.approx(100))
    assert found_on(drawing_of(*shapes), 0.5, assets).coarse == ()


def test_what_no_font_has_is_named() -> None:
    drawing = Drawing(10, 10, (Node(("a",), 0, 0, 1, 1),), missing=frozenset("\U000e0fff"))
    assert found_on(drawing).missing == {"\U000e0fff"}


def test_too_small_a_paper_brings_proposals_that_are_true() -> None:
    options = PdfOptions(paper="A5", created=MADE)
    found = sample_on(options)
    assert found.too_small
    larger, tiled = proposals(found, options)
    assert larger.options.paper == "A3"
    for proposal in (larger, tiled):
        again = sample_on(proposal.options)
        assert not again.too_small
        assert again.smallest == pytest.approx(proposal.smallest, rel=0.01)
    assert tiled.options.tiling == Tiling(paper="A4", overlap=tiled.options.tiling.overlap)
    assert sample_on(PdfOptions(paper="A4", created=MADE)).too_small


def test_a_small_poster_in_sheets_is_better_made_to_the_map() -> None:
    tiling = Tiling(paper="A4", repeat=True)
    options = PdfOptions(paper="A5", tiling=tiling, created=MADE)
    found = sample_on(options)
    assert found.too_small
    [natural] = proposals(found, options)
    assert natural.options == PdfOptions(paper=FIT, tiling=tiling, created=MADE)
    assert not sample_on(natural.options).too_small


def test_letter_paper_brings_american_proposals() -> None:
    options = PdfOptions(paper="letter", created=MADE)
    larger, tiled = proposals(sample_on(options), options)
    assert larger.options.paper in ("tabloid", "arch-b")
    assert tiled.options.tiling
    assert tiled.options.tiling.paper == "letter"


def test_a_smaller_paper_is_named_where_it_would_do() -> None:
    options = PdfOptions(paper="A1", created=MADE)
    found = sample_on(options)
    assert proposals(found, options) == ()
    smaller = smaller_paper(found, options)
    assert smaller
    assert smaller.options.paper == "A3"
    assert smaller_paper(sample_on(smaller.options), smaller.options) is None
    assert smaller_paper(found, PdfOptions(paper=FIT)) is None


def test_small_letters_are_told_once_for_all_sheets_of_a_map() -> None:
    sheets = [Page("Mapa", 600, 800, 0.5, size) for size in (5.0, 3.5, 7.0)]
    other = Page("Otro", 600, 800, 0.5, 4.0)
    first, second = ExportResult((*sheets, other), frozenset(), 0).notes()
    assert "Mapa" in first
    assert "3.5" in first
    assert "Otro" in second


def test_what_sheets_cannot_do_is_found_and_told() -> None:
    tiling = Tiling(paper="A5", whole=True, repeat=True)
    found = sample_on(PdfOptions(language="es", paper="A0", tiling=tiling))
    assert found.shortfalls == {Shortfall.REPEAT, Shortfall.WHOLE, Shortfall.SMALLER}
    notes = ExportResult((), frozenset(), 0, found.shortfalls).notes()
    assert len(notes) == 3
    assert "repeated" in " ".join(notes)
    assert sample_on(PdfOptions(language="es", tiling=tiling)).shortfalls <= {Shortfall.SMALLER}
