"""The report: complete, numbered, linked, and nowhere outside its pages."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest

from journeyeditor.catalogue import channel_name
from journeyeditor.drawing.shapes import Text
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import paper_size
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.result import SMALLEST_TYPE
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.change import Label
from journeyeditor.model.choices import LaneKind, PartyKind
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KINDS,
    Channel,
    Lane,
    LaneText,
    Party,
    Placement,
    Segment,
    Touchpoint,
    make_link,
)
from journeyeditor.templates import NewProject, make_project
from journeyeditor.translation import translator
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE, squeezed, texts_of

OPTIONS = PdfOptions(created=MADE, language="es", content=Content.REPORT, paper="A3")


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def progress() -> list[int]:
    """How many thousandths of the work were done whenever that was told."""
    return []


@pytest.fixture(scope="module")
def content(
    sample: NewProject, progress: list[int], tmp_path_factory: pytest.TempPathFactory
) -> bytes:
    target = tmp_path_factory.mktemp("report") / "report.pdf"

    def told(done: int, total: int) -> None:
        progress.append(done * 1000 // total)

    export_pdf(sample.project, [], target, OPTIONS, sample.assets.__getitem__, told)
    return target.read_bytes()


@pytest.fixture(scope="module")
def texts(content: bytes) -> list[str]:
    """What each page says, without white space."""
    return [squeezed(text) for text in texts_of(content)]


def flat(content: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page number of each bookmark."""
    with pypdfium2.PdfDocument(content) as document:
        return [
            (mark.level, mark.get_title(), mark.get_dest().get_index() + 1)
            for mark in document.get_toc(max_depth=20)
        ]


def pages_of(project: Project, language: str = "es", **options: Any) -> list[Composed]:
    """The pages of a report, not written."""
    chosen = PdfOptions(created=MADE, content=Content.REPORT, **options)
    tr = translator(language)
    return list(compose(project, project.maps(), chosen, MADE.date(), tr, lambda done: None))


def texts_on(page: PrintPage) -> list[str]:
    """Its lines, in the order in which they are drawn."""
    shapes = (shape for part in page.parts for node in part.nodes() for shape in node.shapes)
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def test_the_outline_leads_to_all_chapters_and_each_sheet(
    content: bytes, texts: list[str], sample: NewProject
) -> None:
    marks = flat(content)
    top = [title for level, title, _ in marks if level == 0]
    assert top[0] == "Portada"
    assert top[2] == "Mapa del viaje de cliente"
    titles = {title for level, title, _ in marks if level == 2}
    for it in sample.project.all(Touchpoint):
        if sample.project.where(Placement, touchpoint=it.id):
            assert " ".join(it.name.split()) in titles
    for _, title, number in marks[3:]:
        if title not in ("Segmentos", "Etapas", "Puntos de contacto"):
            assert squeezed(title) in texts[number - 1]


def test_the_contents_give_each_bookmark_its_page(content: bytes, texts: list[str]) -> None:
    marks = flat(content)
    contents = next(number for _, title, number in marks if title == "Contenido")
    first = min(number for _, _, number in marks if number > contents)
    text = "".join(texts[contents - 1 : first - 1])
    for _, title, number in marks:
        if number >= first:
            assert f"{squeezed(title)}{number}" in text


def test_each_page_says_which_it_is_of_how_many(texts: list[str]) -> None:
    for number, text in enumerate(texts, 1):
        if number > 1:
            assert f"Página{number}de{len(texts)}" in text
            assert "Versión3·12demarzode2026" in text


def test_each_card_leads_to_its_sheet_and_the_sheet_back(
    content: bytes, sample: NewProject
) -> None:
    with pypdfium2.PdfDocument(content) as document:
        [map_page] = [n for n, page in enumerate(document) if page.get_width() > 600]
        # The way back to the cover is one more.
        links = sorted(led_to(document, map_page))[1:]
        assert len(links) == len(sample.project.placements(sample.project.maps()[0].id))
        assert len(set(links)) == 27
        assert all(map_page in led_to(document, target) for target in set(links))


def led_to(document: pypdfium2.PdfDocument, number: int) -> list[int]:
    """The pages that the links of a page lead to."""
    page, found = document[number], []
    start, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, start, link):
        if place := raw.FPDFLink_GetDest(document, link):
            found.append(raw.FPDFDest_GetDestPageIndex(document, place))
    return found


def test_everything_said_of_a_touchpoint_is_on_its_sheet(
    content: bytes, texts: list[str], sample: NewProject
) -> None:
    it = next(t for t in sample.project.all(Touchpoint) if t.code == "TP-014")
    number = next(n for _, title, n in flat(content) if title == it.name)
    text = texts[number - 1] + texts[number]
    channel = sample.project.get(Channel, it.channel or "")
    said = [it.name, it.description, it.message, it.desired_outcome, it.optimal_experience]
    said.append(channel_name(channel, "es"))
    for card in sample.project.where(Placement, touchpoint=it.id):
        said += [card.feeling, *card.needs, *card.obstacles, card.critical_reason]
    for told in said:
        assert squeezed(told) in text


def test_what_is_left_out_is_nowhere(sample: NewProject) -> None:
    pages = pages_of(sample.project, without=frozenset(Topic))
    text = squeezed("".join(text for it in pages for text in texts_on(it.page)))
    assert "Devolucióndeunartículo" in text
    for party in sample.project.where(Party, kind=PartyKind.PERSON):
        assert squeezed(party.name) not in text, party.name
    for card in sample.project.all(Placement):
        for obstacle in card.obstacles:
            assert squeezed(obstacle) not in text


def test_a_text_of_twenty_thousand_letters_flows_over_pages() -> None:
    project = project_of("Ventas", stages=1, cards=1)
    [first] = project.all(Touchpoint)
    long = " ".join(f"palabra{n}" for n in range(2000))
    change = set_fields(project, Touchpoint, [first.id], Label("x"), protocol=long)
    assert change
    pages = pages_of(project.apply(change))
    words = " ".join(text for it in pages for text in texts_on(it.page)).split()
    assert [word for word in words if word.startswith("palabra")] == long.split()


@pytest.mark.parametrize(
    ("paper", "text", "map"),
    [
        ("fit", "A4", "A3"),
        ("A5", "A5", "A3"),
        ("A3", "A4", "A3"),
        ("A1", "A4", "A1"),
        ("letter", "letter", "tabloid"),
        ("tabloid", "letter", "tabloid"),
    ],
)
def test_the_map_folds_out_of_pages_for_text(paper: str, text: str, map: str) -> None:
    """It is as large as it has to be to be read, or as somebody wants it."""
    pages = pages_of(project_of("Ventas", stages=6, cards=4), paper=paper)
    sizes = {bool(it.map): sorted((it.page.width, it.page.height)) for it in pages}
    assert sizes[False] == pytest.approx(sorted(paper_size(text)))
    assert sizes[True] == pytest.approx(sorted(paper_size(map)))
    [shown] = [it for it in pages if it.map]
    runs = [run for part in shown.page.parts for run in sizes_of(part)]
    assert min(runs) >= SMALLEST_TYPE


def test_a_map_too_large_for_a_sheet_is_cut_between_its_stages() -> None:
    project = project_of("Ventas", stages=60, cards=1)
    pages = [it for it in pages_of(project, paper="A4") if it.map]
    assert 1 < len(pages) <= 60
    assert min(size for it in pages for part in it.page.parts for size in sizes_of(part)) >= 5.9
    cards = [mark.mark.key for it in pages for mark in it.page.marks if mark.mark.key[0] == "card"]
    assert sorted(cards) == sorted(("card", card.id) for card in project.all(Placement))
    assert sum(link.target[0] == "sheet" for it in pages for link in it.page.links) == len(cards)
    [map] = project.maps()
    for it in pages:
        texts = texts_on(it.page)
        assert "Compradora" in texts
        shown = [stage.name for stage in project.stages(map.id) if stage.name in texts]
        named = [it.mark.title for it in it.page.marks if it.mark.level == 1 and it.mark.title]
        assert named == [f"Mapa: {shown[0]} – {shown[-1]}"]
        assert_inside(it.page)


def sizes_of(part: Part) -> Iterator[float]:
    """The sizes of a part's letters on paper, in points."""
    for node in part.nodes():
        for shape in node.shapes:
            if isinstance(shape, Text):
                yield from (run.size * part.scale for run in shape.runs)


def test_each_segment_stage_and_touchpoint_begins_a_page_of_its_own() -> None:
    project = project_of("Ventas", stages=2, cards=2)
    pages = pages_of(project)
    kinds = {"segment-page": 1, "stage-page": 2, "sheet": 4}
    on = [[it.mark.key for it in page.page.marks if it.mark.key[0] in kinds] for page in pages]
    assert [len(keys) for keys in on if keys] == [1] * sum(kinds.values())
    for it, keys in zip(pages, on, strict=True):
        for kind, touchpoint in keys:
            if kind == "sheet":
                [card] = project.where(Placement, touchpoint=touchpoint)
                assert ("card", card.id) in [link.target for link in it.page.links]


def test_a_usual_sheet_is_one_page(texts: list[str], sample: NewProject) -> None:
    count = sum(squeezed("Ficha de punto de contacto") in squeezed(text) for text in texts)
    assert 0 <= count - len(sample.project.all(Touchpoint)) <= 2


def test_notes_stand_on_the_page_of_their_stage() -> None:
    project = project_of("Ventas", stages=2, cards=1)
    [map], [segment] = project.maps(), project.all(Segment)
    stages = project.stages(map.id)
    lane = make(Lane, map=map.id, kind=LaneKind.TEXT, title="Ideas", order="V")
    said = make_link(
        LaneText, lane=lane.id, stage=stages[1].id, segment=segment.id, text="Probar en marzo"
    )
    pages = pages_of(Project([*(r for kind in KINDS for r in project.all(kind)), lane, said]))
    [page] = [it.page for it in pages if not it.map and "Probar en marzo" in texts_on(it.page)]
    told = texts_on(page)
    assert told.index(stages[1].name) < told.index("Ideas") < told.index("Probar en marzo")


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_all_text_stands_within_the_frame_of_its_page(sample: NewProject, paper: str) -> None:
    for it in pages_of(sample.project, paper=paper):
        assert_inside(it.page)


def assert_inside(page: PrintPage) -> None:
    for part in page.parts:
        for node in part.nodes():
            for shape in node.shapes:
                if isinstance(shape, Text):
                    left = part.left + (node.x + shape.x) * part.scale
                    bottom = part.top + (node.y + shape.y) * part.scale
                    assert left >= 20, shape.text
                    assert left + shape.width * part.scale <= page.width - 20, shape.text
                    assert 20 <= bottom <= page.height - 20, shape.text


def test_no_letter_leaves_its_page(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    for page in list(document)[:8]:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height


def test_an_english_report_has_no_spanish_of_ours() -> None:
    pages = pages_of(project_of("Sales"), language="en")
    text = " ".join(text for it in pages for text in texts_on(it.page))
    assert "Contents" in text
    for word in ("Página", "Responsable", "Ficha", "Contenido"):
        assert word not in text


def test_progress_never_goes_back_and_ends(content: bytes, progress: list[int]) -> None:
    assert content
    assert progress == sorted(progress)
    assert progress[-1] == 1000
    assert len(set(progress)) > 50
