"""The choices of `export`, from the words on the command line to the file."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image

from journeyeditor.cli import main
from journeyeditor.cli.grammar import PASSWORD
from journeyeditor.document import Document
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.paper import paper_size
from journeyeditor.exporting.profiles import values_of
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.profiles import save_profile
from journeyeditor.model.fields import revise
from journeyeditor.templates import make_project

Export = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, with a way of printing that somebody kept."""
    path = tmp_path_factory.mktemp("sample") / "sample.journey"
    assert main(["new", str(path), "--template", "sample", "--language", "es"]) == 0
    document = Document.open(path)
    mine = PdfOptions(paper="A2", without=frozenset({Topic.OWNERS}))
    small = PdfOptions(tiling=Tiling(paper="A5"))
    for name, options in (("Taller", mine), ("Hojas", small)):
        change = save_profile(document.project, name, values_of(options))
        assert change is not None
        document.perform(change)
    document.save()
    document.close()
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


@pytest.fixture
def export(file: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> Export:
    """Exports the sample; returns the exit code and what was said of errors."""

    def call(*arguments: str, target: Path = out) -> tuple[int, str]:
        try:
            code = main(["export", str(file), str(target), *arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        return code, capsys.readouterr().err

    return call


def text_of(path: Path) -> str:
    return pypdf.PdfReader(path).pages[0].extract_text()


def test_a_lens_colours_the_cards_and_explains_itself(export: Export, out: Path) -> None:
    assert export("--lens", "evidence", "--language", "en")[0] == 0
    assert "Hypothesis" in text_of(out)
    assert export("--lens", "hearsay")[0] == 2


def test_less_detail_says_less(export: Export, out: Path) -> None:
    texts = {}
    for detail in ("titles", "summary", "full"):
        assert export("--detail", detail)[0] == 0
        texts[detail] = text_of(out)
    assert "Sin responsable" in texts["full"]
    assert "Sin responsable" not in texts["summary"]
    assert texts["summary"].count("Tienda online") > texts["titles"].count("Tienda online")


def test_colours_and_watermark_reach_the_page(export: Export, out: Path) -> None:
    sizes = set()
    for words in ((), ("--colours", "mono"), ("--colours", "ink-saver"), ("--watermark", "Ya")):
        assert export(*words)[0] == 0
        sizes.add(pypdf.PdfReader(out).pages[0].get_contents().get_data())
    assert len(sizes) == 4


def test_a_kept_way_of_printing_and_what_is_written_over_it(export: Export, out: Path) -> None:
    assert export("--profile", "taller")[0] == 0
    page = pypdf.PdfReader(out).pages[0].mediabox
    assert sorted((page.width, page.height)) == pytest.approx(sorted(paper_size("A2")), abs=0.3)
    assert "Sin responsable" not in text_of(out)
    assert pypdf.PdfReader(out).attachments == {}
    assert export("--profile", "Taller", "--paper", "A5")[0] == 0
    page = pypdf.PdfReader(out).pages[0].mediabox
    assert sorted((page.width, page.height)) == pytest.approx(sorted(paper_size("A5")), abs=0.3)
    assert export("--profile", "Poster A1")[0] == 0


def test_an_unknown_way_of_printing_is_refused_with_those_that_there_are(
    export: Export, out: Path
) -> None:
    code, said = export("--profile", "Nada")
    assert code == 1
    assert "Nada" in said
    assert "Taller" in said
    assert not out.exists()


def test_topics_are_left_out_by_name(export: Export, out: Path) -> None:
    assert export("--without", "owners, notes")[0] == 0
    assert "Sin responsable" not in text_of(out)
    code, said = export("--without", "owners,astrology")
    assert code == 2
    assert "astrology" in said
    assert "obstacles" in said


def test_a_password_comes_from_the_environment(
    export: Export, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "abracadabra")
    assert export("--password", "--no-printing")[0] == 0
    reader = pypdf.PdfReader(out)
    assert reader.is_encrypted
    assert reader.decrypt("abracadabra")
    assert not reader.decrypt("")


def test_without_a_terminal_nobody_is_asked_for_a_password(
    export: Export, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSWORD, raising=False)
    assert not sys.stdin.isatty()
    code, said = export("--password")
    assert code == 2
    assert PASSWORD in said
    assert not out.exists()


TOGETHER = [
    ("--whole", "--tile"),
    ("--repeat", "--tile"),
    ("--overlap 5", "--tile"),
    ("--whole --tile A4 --overlap 5", "--overlap"),
    ("--tile A4 --report", "--report"),
    ("--repeat --workshop", "--workshop"),
    ("--sheets 2x2 --paper A1", "--paper"),
    ("--dpi 100", ".png"),
    ("--landscape", "--paper"),
    ("--portrait", "--paper"),
    ("--lens owner --client-safe", "--lens"),
    ("--lens completeness --without notes", "--lens"),
    ("--lens owner --profile Taller", "--lens"),
    ("--lens emotion --workshop", "--lens"),
    ("--detail titles --workshop", "--detail"),
    ("--paper 10x10mm", "20"),
    ("--margin 51", "50"),
    ("--margin 5 --report", "--report"),
    ("--tile fit", "fit"),
]


@pytest.mark.parametrize(("words", "said"), TOGETHER, ids=[words for words, _ in TOGETHER])
def test_no_option_is_passed_over(export: Export, out: Path, words: str, said: str) -> None:
    arguments = words.split()
    code, error = export(*arguments)
    assert code == 2
    assert len(error.splitlines()) == 1
    assert said in error
    assert arguments[0] in error
    assert not out.exists()


@pytest.mark.parametrize(
    "words", ["--no-project", "--repeat", "--sheets 1x1", "--tile A4", "--report", "--no-printing"]
)
def test_a_picture_takes_nothing_that_is_for_pages(export: Export, out: Path, words: str) -> None:
    code, error = export(*words.split(), target=out.with_suffix(".png"))
    assert code == 2
    assert words.split()[0] in error or "one page" in error


def test_a_profile_with_sheets_prints_no_picture(export: Export, out: Path) -> None:
    code, error = export("--profile", "Office printer, A4 sheets", target=out.with_suffix(".svg"))
    assert code == 2
    assert "profiles" in error


def size_of(out: Path) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    with pypdfium2.PdfDocument(out) as document:
        width, height = document[0].get_size()
    return round(width * 25.4 / 72), round(height * 25.4 / 72)


def test_a_size_is_taken_as_it_is_given(export: Export, out: Path) -> None:
    for words, size in (
        ("--paper 300x500mm", (300, 500)),
        ("--paper 300x500mm --landscape", (500, 300)),
        ("--tile 200x250mm", (200, 250)),
        ("--tile A4 --portrait", (210, 297)),
    ):
        assert export(*words.split())[0] == 0
        assert size_of(out) == size, words


def test_margins_stay_white_where_they_leave_room(export: Export, out: Path) -> None:
    sizes = []
    for margin in ("0", "30"):
        assert export("--detail", "titles", "--margin", margin)[0] == 0
        sizes.append(size_of(out))
    assert [large - small for small, large in zip(*sizes, strict=True)] == [60, 60]
    for words in ("--paper 60x90mm", "--tile 60x90mm"):
        code, said = export(*words.split(), "--margin", "30")
        assert code == 1
        assert len(said.splitlines()) == 1
        assert "margins" in said


def test_what_is_written_about_sheets_comes_before_the_profile(export: Export, out: Path) -> None:
    for words, size in ((("--repeat",), (148, 210)), (("--tile", "A3"), (297, 420))):
        assert export("--profile", "Hojas", *words)[0] == 0
        assert sorted(size_of(out)) == sorted(size)


def test_what_sheets_cannot_do_is_said(export: Export) -> None:
    code, said = export("--tile", "A5", "--paper", "A0", "--repeat")
    assert code == 0
    assert "repeated" in said


def test_pictures_with_too_few_dots_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document.new(make_project("blank", "es").project, {}, "x")
    picture = io.BytesIO()
    Image.new("RGB", (60, 60), "#CC3366").save(picture, "PNG")
    asset, info = document.assets.add_picture(picture.getvalue()), document.project.info
    changed = revise(info, logo=asset.id)
    before, after = {info.id: info, asset.id: None}, {info.id: changed, asset.id: asset}
    document.perform(Change(Label("Logo"), before, after))
    document.save_as(tmp_path / "logo.journey")
    document.close()
    for suffix in ("pdf", "svg"):
        out = tmp_path / f"logo.{suffix}"
        assert main(["export", str(tmp_path / "logo.journey"), str(out), "--language", "es"]) == 0
        said = capsys.readouterr().err
        assert said.count("1 picture will look coarse") == 1
