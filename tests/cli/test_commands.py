import errno
import os
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from journeyeditor.cli import main
from journeyeditor.document import Document
from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import revise
from journeyeditor.model.records import JourneyMap, Touchpoint
from journeyeditor.storage.places import drafts, sessions

ROWS = """\
map,segment,stage,touchpoint,channel,emotion
Alta,Socios,Descubrir,Folleto,Mostrador,1
Alta,Socios,Probar,Clase de prueba,Sala,-1
Baja,Socios,Irse,Carta,Correo postal,-2
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Does a command in this process; returns its exit code, output and errors."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(ROWS, "utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path, rows: Path, run: Run) -> Path:
    """A document with two maps."""
    path = tmp_path / "club.journey"
    assert run("import", rows, path, "--language", "es")[0] == 0
    return path


def project_at(path: Path) -> Document:
    document = Document.open(path, read_only=True)
    document.close()
    return document


def nothing_is_left_behind(folder: Path) -> bool:
    hidden = [path for path in folder.iterdir() if path.name.startswith(".")]
    return not [*hidden, *drafts().iterdir(), *sessions().iterdir()]


def refused(result: tuple[int, str, str]) -> str:
    """The message of a command that was refused: one line, nothing else."""
    code, out, error = result
    assert (code, out) == (1, "")
    assert error.startswith("journeyeditor: ")
    assert error.count("\n") == 1
    return error


def test_templates_are_listed_with_their_slugs_first(run: Run) -> None:
    code, out, _ = run("templates")
    assert code == 0
    slugs = [line.split()[0] for line in out.splitlines()]
    assert slugs == ["life-cycle-7", "life-cycle-6", "blank", "sample"]


@pytest.mark.parametrize(("reason", "advice"), [(errno.ENOSPC, "room"), (errno.EACCES, "perm")])
def test_an_import_that_cannot_be_saved_leaves_everything_as_it_was(
    file: Path, rows: Path, run: Run, monkeypatch: pytest.MonkeyPatch, reason: int, advice: str
) -> None:
    before = file.read_bytes()
    rows.write_text(ROWS + "Baja,Socios,Irse,Llamada,,0\n", "utf-8")
    original = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target) == file:
            raise OSError(reason, "refused")
        original(source, target)

    with monkeypatch.context() as full:
        full.setattr(os, "replace", replace)
        _, nothing, help = refused(run("import", rows, file)).partition("Nothing was imported.")
        assert nothing
        assert advice in help
        assert ("room" in help) == (advice == "room")
    assert file.read_bytes() == before
    assert nothing_is_left_behind(file.parent)
    assert run("import", rows, file)[0] == 0


def test_a_write_protected_file_is_not_imported_into(file: Path, rows: Path, run: Run) -> None:
    before = file.read_bytes()
    rows.write_text(ROWS + "Baja,Socios,Irse,Llamada,,0\n", "utf-8")
    file.chmod(0o444)
    assert "write-protected" in refused(run("import", rows, file))
    assert file.read_bytes() == before
    assert nothing_is_left_behind(file.parent)


def test_check_notices_a_text_that_somebody_changed_outside(file: Path, run: Run) -> None:
    content = file.read_bytes()
    assert content.count(b"Baja") >= 1
    file.write_bytes(content.replace(b"Baja", b"Boja"))
    assert "damaged" in refused(run("check", file))


@pytest.mark.parametrize("language", ["es", "en"])
def test_each_template_makes_a_file_that_prints(tmp_path: Path, run: Run, language: str) -> None:
    for line in run("templates")[1].splitlines():
        slug = line.split()[0]
        path, out = tmp_path / f"{slug}.journey", tmp_path / f"{slug}.pdf"
        assert run("new", path, "--template", slug, "--language", language)[0] == 0
        assert project_at(path).project.info.language == language
        assert run("check", path)[0] == 0
        assert run("export", path, out)[0] == 0
        assert pypdf.PdfReader(out).root_object["/Lang"] == language
    assert nothing_is_left_behind(tmp_path)


def test_new_never_replaces_a_file(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "mine.journey"
    path.write_text("mine")
    assert "mine.journey" in refused(run("new", path, "--template", "blank"))
    assert path.read_text() == "mine"
    assert "template" in refused(run("new", tmp_path / "x.journey", "--template", "nosuch"))
    assert "folder" in refused(run("new", tmp_path / "no" / "x.journey", "--template", "blank"))
    assert nothing_is_left_behind(tmp_path)


def test_import_makes_a_file_and_says_what_is_in_it(file: Path, rows: Path, run: Run) -> None:
    project = project_at(file).project
    assert [map.name for map in project.maps()] == ["Alta", "Baja"]
    assert project.info.language == "es"
    assert project.info.name == "club"
    _, out, _ = run("check", file)
    assert "2 maps, 3 stages" in out
    assert nothing_is_left_behind(file.parent)


def test_import_adds_to_a_file_only_what_it_lacks(file: Path, rows: Path, run: Run) -> None:
    before = project_at(file).project
    code, out, _ = run("import", rows, file)
    assert code == 0
    assert "nothing new" in out
    rows.write_text(ROWS + "Baja,Socios,Irse,Llamada,,0\n", "utf-8")
    code, out, _ = run("import", rows, file)
    assert "1 touchpoint, 1 card" in out
    after = project_at(file).project
    assert after.count(Touchpoint) == before.count(Touchpoint) + 1
    assert nothing_is_left_behind(file.parent)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"map,segment,stage,touchpoint,colour\na,b,c,d,e\n", "colour"),
        (b"map,segment\na,b\n", "touchpoint"),
        (ROWS.replace("Folleto", "Folletín").encode("latin-1"), "UTF-8"),
        (ROWS.replace(",-1\n", ",x\n").encode(), "3"),
        (b"", "empty"),
    ],
)
def test_a_bad_csv_file_changes_nothing(
    file: Path, rows: Path, run: Run, content: bytes, named: str
) -> None:
    before = file.read_bytes()
    rows.write_bytes(content)
    for target in (file, file.with_name("other.journey")):
        message = refused(run("import", rows, target))
        assert "rows.csv" in message
        assert named in message
    assert file.read_bytes() == before
    assert not file.with_name("other.journey").exists()
    assert nothing_is_left_behind(file.parent)


def test_a_missing_csv_file_or_a_folder_is_refused(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "x.journey"
    assert "nosuch.csv" in refused(run("import", tmp_path / "nosuch.csv", target))
    assert "folder" in refused(run("import", tmp_path, target))
    assert not target.exists()


def test_export_has_a_page_for_each_map_or_for_the_named_one(file: Path, run: Run) -> None:
    out = file.with_suffix(".pdf")
    code, said, _ = run("export", file, out)
    assert code == 0
    assert len(pypdf.PdfReader(out).pages) == 2
    assert "2 pages" in said
    assert "Alta" in said
    for name in ("Baja", "BAJA"):
        assert run("export", file, out, "--map", name)[0] == 0
        (page,) = pypdf.PdfReader(out).pages
        assert "Carta" in page.extract_text()
    message = refused(run("export", file, out, "--map", "Otra"))
    assert "Alta" in message
    assert "Baja" in message


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (["--paper", "A4", "--landscape"], (297, 210)),
        (["--paper", "a4", "--portrait"], (210, 297)),
        (["--paper", "Tabloid", "--portrait"], (279.4, 431.8)),
    ],
)
def test_export_to_a_named_paper(
    file: Path, run: Run, options: list[str], size: tuple[float, float]
) -> None:
    out = file.with_suffix(".pdf")
    assert run("export", file, out, *options)[0] == 0
    for page in pypdf.PdfReader(out).pages:
        box = page.mediabox
        found = float(box.width) / MILLIMETRE, float(box.height) / MILLIMETRE
        assert found == pytest.approx(size, abs=0.1)


def test_export_speaks_the_language_of_the_map_or_the_one_asked_for(file: Path, run: Run) -> None:
    out = file.with_suffix(".pdf")
    run("export", file, out)
    assert pypdf.PdfReader(out).root_object["/Lang"] == "es"
    run("export", file, out, "--language", "en")
    assert pypdf.PdfReader(out).root_object["/Lang"] == "en"


def test_export_tells_on_the_error_output_what_is_not_as_one_would_wish(
    tmp_path: Path, run: Run
) -> None:
    code, out, error = run("export", "sample", tmp_path / "x.pdf", "--paper", "A5")
    assert code == 0
    assert "A5" not in out
    assert error.startswith("journeyeditor: ")
    assert "larger paper" in error


def test_export_never_replaces_the_project_itself(file: Path, run: Run) -> None:
    disguised = file.with_suffix(".pdf")
    file.rename(disguised)
    before = disguised.read_bytes()
    assert "project" in refused(run("export", disguised, disguised))
    assert disguised.read_bytes() == before


def test_a_place_that_cannot_be_written_is_refused(file: Path, run: Run) -> None:
    folder = file.parent / "folder.pdf"
    folder.mkdir()
    assert "folder.pdf" in refused(run("export", file, folder))
    assert "nosuch" in refused(run("export", file, file.parent / "nosuch" / "x.pdf"))
    assert nothing_is_left_behind(file.parent)


def test_files_that_are_no_sound_project_are_refused(file: Path, run: Run) -> None:
    content = bytearray(file.read_bytes())
    bad = file.with_name("bad.journey")
    newer = content[:60] + (9999).to_bytes(4, "big") + content[64:]
    holed = content[:4096] + bytes(4096) + content[8192:]
    for damage in (b"", b"no database", content[:5000], newer, holed):
        bad.write_bytes(damage)
        for command in (["check", bad], ["export", bad, "x.pdf"], ["import", "x.csv", bad]):
            assert "bad.journey" in refused(run(*command))
        assert bad.read_bytes() == damage
    assert "nosuch" in refused(run("check", file.with_name("nosuch.journey")))
    refused(run("check", file.parent))
    assert nothing_is_left_behind(file.parent)


def test_a_file_that_is_open_is_not_written_but_can_be_printed(
    file: Path, rows: Path, run: Run
) -> None:
    document = Document.open(file)
    before = file.read_bytes()
    rows.write_text(ROWS + "Baja,Socios,Irse,Llamada,,0\n", "utf-8")
    try:
        assert "open" in refused(run("import", rows, file))
        assert run("export", file, file.with_suffix(".pdf"))[0] == 0
        assert run("check", file)[0] == 0
    finally:
        document.close()
    assert file.read_bytes() == before


def test_edits_that_a_crash_kept_from_the_file_are_told(file: Path, rows: Path, run: Run) -> None:
    document = Document.open(file)
    map = next(iter(document.project.all(JourneyMap)))
    renamed = revise(map, name="Nuevo")
    document.perform(Change(Label("Rename"), {map.id: map}, {map.id: renamed}))
    document.abandon()
    code, _, error = run("export", file, file.with_suffix(".pdf"))
    assert code == 0
    assert "1 later edit" in error
    assert "recover" in refused(run("import", rows, file))


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "x.journey"],
        ["export", "x.journey"],
        ["export", "x.journey", "x.gif"],
        ["export", "x.journey", "x.pdf", "--paper", "A9"],
        ["export", "x.journey", "x.pdf", "--landscape", "--portrait"],
        ["new", "x.journey", "--template", "blank", "--language", "fr"],
        ["analyse"],
        ["templates", "more"],
        ["--nosuch"],
    ],
)
def test_wrong_usage_is_told_apart(run: Run, arguments: list[str], tmp_path: Path) -> None:
    os.chdir(tmp_path)
    code, out, error = run(*arguments)
    assert (code, out) == (2, "")
    assert "journeyeditor" in error
    assert list(tmp_path.iterdir()) == []
