"""The report: complete, numbered, linked, and nowhere outside its pages."""

import io
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from journeyeditor.catalogue import channel_name
from journeyeditor.drawing.shapes import Text
from journeyeditor.exporting.composing import compose
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pages import PrintPage
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.change import Label
from journeyeditor.model.choices import PartyKind
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Party, Placement, Touchpoint
from journeyeditor.templates import NewProject, make_project
from journeyeditor.translation import translator
from tests.exporting.reading import MADE, squeezed, texts_of

OPTIONS = PdfOptions(created=MADE, language="es", content=Content.REPORT, paper="A3")


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


@pytest.fixture(scope="module")
def content(sample: NewProject, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(sample.project, sample, tmp_path_factory.mktemp("report"), OPTIONS)


@pytest.fixture(scope="module")
def texts(content: bytes) -> list[str]:
    """What each page says, without white space."""
    return [squeezed(text) for text in texts_of(content)]


@pytest.fixture(scope="module")
def reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def exported(project: Project, new: NewProject, folder: Path, options: PdfOptions) -> bytes:
    export_pdf(project, [], folder / "report.pdf", options, new.assets.__getitem__)
    return (folder / "report.pdf").read_bytes()


def flat(reader: pypdf.PdfReader) -> list[tuple[int, str, int]]:
    """Level, title and page number of each bookmark."""

    def walk(entries: list[object], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((level, entry.title, reader.get_destination_page_number(entry) + 1))

    found: list[tuple[int, str, int]] = []
    walk(reader.outline, 0)
    return found


def test_the_outline_leads_to_all_chapters_and_each_sheet(
    reader: pypdf.PdfReader, texts: list[str], sample: NewProject
) -> None:
    marks = flat(reader)
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


def test_the_contents_give_each_bookmark_its_page(
    reader: pypdf.PdfReader, texts: list[str]
) -> None:
    marks = flat(reader)
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
    reader: pypdf.PdfReader, texts: list[str], sample: NewProject
) -> None:
    by_number = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    [map_page] = [n for n, page in enumerate(reader.pages) if page.mediabox.width > 600]
    *links, _ = [a.get_object() for a in reader.pages[map_page]["/Annots"]]
    assert len(links) == len(sample.project.placements(sample.project.maps()[0].id))
    targets = {by_number[link["/Dest"][0].idnum] for link in links}
    assert len(targets) == 27
    for target in targets:
        back = [a.get_object() for a in reader.pages[target]["/Annots"]]
        assert map_page in {by_number[it["/Dest"][0].idnum] for it in back if "/Dest" in it}


def test_everything_said_of_a_touchpoint_is_on_its_sheet(
    reader: pypdf.PdfReader, texts: list[str], sample: NewProject
) -> None:
    it = next(t for t in sample.project.all(Touchpoint) if t.code == "TP-014")
    number = next(n for _, title, n in flat(reader) if title == it.name)
    text = texts[number - 1] + texts[number]
    channel = sample.project.get(Channel, it.channel or "")
    said = [it.name, it.description, it.message, it.desired_outcome, it.optimal_experience]
    said.append(channel_name(channel, "es"))
    for card in sample.project.where(Placement, touchpoint=it.id):
        said += [card.feeling, *card.needs, *card.obstacles, card.critical_reason]
    for told in said:
        assert squeezed(told) in text


def test_what_is_left_out_is_nowhere(sample: NewProject, tmp_path: Path) -> None:
    options = PdfOptions(
        created=MADE, language="es", content=Content.REPORT, without=frozenset(Topic)
    )
    text = squeezed("".join(texts_of(exported(sample.project, sample, tmp_path, options))))
    for party in sample.project.where(Party, kind=PartyKind.PERSON):
        assert squeezed(party.name) not in text, party.name
    for card in sample.project.all(Placement):
        for obstacle in card.obstacles:
            assert squeezed(obstacle) not in text


def test_a_text_of_twenty_thousand_letters_flows_over_pages(
    sample: NewProject, tmp_path: Path
) -> None:
    [first, *_] = [card.touchpoint for card in sample.project.all(Placement)]
    long = " ".join(f"palabra{n}" for n in range(2000))
    change = set_fields(sample.project, Touchpoint, [first], Label("x"), protocol=long)
    assert change
    project = sample.project.apply(change)
    text = " ".join(texts_of(exported(project, sample, tmp_path, OPTIONS)))
    assert [word for word in text.split() if word.startswith("palabra")] == long.split()


def test_all_text_stands_within_the_frame_of_its_page(sample: NewProject) -> None:
    maps = sample.project.maps()
    pages = compose(sample.project, maps, OPTIONS, MADE.date(), translator("es"), lambda done: None)
    for it in pages:
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


def test_an_english_report_has_no_spanish_of_ours(tmp_path: Path) -> None:
    new = make_project("sample", "en")
    options = PdfOptions(created=MADE, language="en", content=Content.REPORT)
    text = " ".join(texts_of(exported(new.project, new, tmp_path, options)))
    for word in ("Página", "Responsable", "Ficha", "Contenido"):
        assert word not in text


def test_progress_never_goes_back_and_ends(sample: NewProject, tmp_path: Path) -> None:
    told: list[int] = []
    export_pdf(
        sample.project,
        [],
        tmp_path / "r.pdf",
        OPTIONS,
        sample.assets.__getitem__,
        lambda done, total: told.append(done * 1000 // total),
    )
    assert told == sorted(told)
    assert told[-1] == 1000
    assert len(set(told)) > 50
