"""The workshop kit: an empty map, cards and dots to cut out, open questions."""

import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest

from journeyeditor.analysis.completeness import completeness
from journeyeditor.drawing.shapes import Box, Text
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.paper import MILLIMETRE, paper_size
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import Format
from journeyeditor.exporting.workshop.cutouts import card_counts
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.templates import NewProject, make_project
from journeyeditor.translation import translator
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE, squeezed, texts_of

OPTIONS = PdfOptions(created=MADE, language="es", content=Content.WORKSHOP)


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def pages(sample: NewProject) -> list[Composed]:
    maps, tr = sample.project.maps(), translator("es")
    return list(compose(sample.project, maps, OPTIONS, MADE.date(), tr, lambda done: None))


@pytest.fixture(scope="module")
def texts(sample: NewProject, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    target: Path = tmp_path_factory.mktemp("kit") / "kit.pdf"
    export_pdf(sample.project, [], target, OPTIONS, sample.assets.__getitem__)
    return [squeezed(text) for text in texts_of(target.read_bytes())]


def test_the_empty_map_has_all_stages_and_segments_and_no_cards(
    pages: list[Composed], texts: list[str], sample: NewProject
) -> None:
    assert sorted((pages[0].page.width, pages[0].page.height)) == pytest.approx(paper_size("A1"))
    map = sample.project.maps()[0].id
    for named in (*sample.project.stages(map), *sample.project.segments(map)):
        assert "".join(named.name.split()) in texts[0]
    for it in sample.project.all(Touchpoint):
        assert "".join(it.name.split()) not in texts[0]


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        ("A2", None, (594, 420)),
        ("A2", False, (420, 594)),
        ("600x900mm", None, (600, 900)),
        ("600x900mm", True, (900, 600)),
    ],
)
def test_the_poster_lies_unless_it_is_said_or_has_a_size_of_its_own(
    sample: NewProject, paper: str, landscape: bool | None, size: tuple[int, int]
) -> None:
    options = replace(OPTIONS, paper=paper, landscape=landscape)
    tr = translator("es")
    pages = compose(sample.project, sample.project.maps(), options, MADE.date(), tr, lambda _: None)
    page = next(iter(pages)).page
    assert (page.width, page.height) == pytest.approx([side * MILLIMETRE for side in size])


def test_each_touchpoint_has_one_card_with_its_code(texts: list[str], sample: NewProject) -> None:
    cards = texts[1] + texts[2]
    for it in sample.project.all(Touchpoint):
        if sample.project.where(Placement, touchpoint=it.id):
            assert cards.count(it.code) == 1
            assert "".join(it.name.split()) in cards


def test_a_long_title_is_set_smaller_and_not_cut(sample: NewProject) -> None:
    [card, *_] = sample.project.all(Placement)
    long = " ".join(["Confirmación", "del", "pedido", "y", "de", "la", "factura"] * 3)
    change = set_fields(sample.project, Touchpoint, [card.touchpoint], Label("x"), name=long)
    assert change
    project, tr = sample.project.apply(change), translator("es")
    made = compose(project, project.maps(), OPTIONS, MADE.date(), tr, lambda done: None)
    said = [
        shape.text
        for it in list(made)[1:3]
        for shape in it.page.parts[0].drawing.nodes[0].shapes
        if isinstance(shape, Text)
    ]
    assert "".join(long.split()) in "".join("".join(said).split())


def test_nothing_on_a_card_leaves_it(pages: list[Composed]) -> None:
    [part] = pages[1].page.parts
    width = (pages[1].page.width - 20 * MILLIMETRE) / 3
    lefts = [10 * MILLIMETRE + n * width for n in range(3)]
    for shape in part.drawing.nodes[0].shapes:
        if isinstance(shape, Text):
            left = max(edge for edge in lefts if edge <= shape.x)
            assert shape.x + shape.width <= left + width - 7


def test_dots_are_19_millimetres_and_do_not_touch(pages: list[Composed]) -> None:
    dots = [
        shape
        for shape in pages[4].page.parts[0].drawing.nodes[0].shapes
        if isinstance(shape, Box) and shape.radius
    ]
    assert len(dots) >= 60
    assert {round(dot.width / MILLIMETRE, 3) for dot in dots} == {19}
    xs = sorted({round(dot.x, 3) for dot in dots})
    assert min(b - a for a, b in itertools.pairwise(xs)) > dots[0].width
    assert max(dot.x + dot.width for dot in dots) < pages[4].page.width - 14


def test_cards_come_by_their_codes_and_some_are_left_to_write_on(
    texts: list[str], sample: NewProject
) -> None:
    codes = re.findall(r"TP-\d+", texts[1] + texts[2])
    assert codes == sorted(codes)
    assert texts[2].count("Canal") == 24 - len(codes) % 24


@pytest.mark.parametrize(("stages", "paper"), [(3, "A1"), (12, "A0")])
def test_cards_have_room_in_the_columns_of_the_empty_map(stages: int, paper: str) -> None:
    project, tr = project_of("Ventas", stages=stages, cards=0), translator("es")
    made = compose(project, project.maps(), OPTIONS, MADE.date(), tr, lambda done: None)
    assert next(made).page.width == pytest.approx(paper_size(paper)[1])


@pytest.mark.parametrize(("cards", "empty"), [(4, 20), (16, 8), (17, 31), (24, 24)])
def test_enough_cards_are_empty(cards: int, empty: int) -> None:
    project = project_of("Ventas", stages=1, cards=cards)
    book = Book(project, project.maps(), translator("es"), Format(595, 842))
    assert card_counts(book, project.maps()[0]) == (cards, empty)


def test_the_facilitator_has_every_open_question(texts: list[str], sample: NewProject) -> None:
    sheet = "".join(texts[5:])
    for card in sample.project.all(Placement):
        code = sample.project.get(Touchpoint, card.touchpoint).code
        assert (code in sheet) == any(
            completeness(sample.project, other).open
            for other in sample.project.where(Placement, touchpoint=card.touchpoint)
        )
    assert "¿Quiénesresponsable?" in sheet
