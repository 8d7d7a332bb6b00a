"""A PDF carries its project, and gives it back whole."""

import io
from pathlib import Path

import pypdf
import pytest

from journeyeditor.cli import main
from journeyeditor.cli.grammar import PASSWORD
from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.importing.carried import carried_project
from journeyeditor.model.records import Asset
from journeyeditor.storage.carried import unpack


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.journey"
    assert main(["new", str(path), "--template", "sample", "--language", "es"]) == 0
    return path


def test_the_project_comes_back_exactly(file: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "Mapa.pdf"
    assert main(["export", str(file), str(pdf)]) == 0
    original = Document.open(file)
    back = Document.open(unpack(carried_project(pdf), pdf))
    assert back.is_draft
    assert back.path.name == "Mapa.journey"
    assert back.project == original.project
    for asset in [it.sha256 for it in original.project.all(Asset)]:
        assert back.assets.read(asset) == original.assets.read(asset)
    original.close()
    back.close()


def test_readers_list_the_attachment(file: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "m.pdf"
    main(["export", str(file), str(pdf)])
    reader = pypdf.PdfReader(io.BytesIO(pdf.read_bytes()))
    assert list(reader.attachments) == ["project.journey"]
    assert reader.attachments["project.journey"][0][:15] == b"SQLite format 3"


@pytest.mark.parametrize("option", ["--no-project", "--client-safe"])
def test_a_pdf_for_others_carries_nothing(file: Path, tmp_path: Path, option: str) -> None:
    pdf = tmp_path / "m.pdf"
    main(["export", str(file), str(pdf), option])
    with pytest.raises(Refused, match="carries no project"):
        carried_project(pdf)


def test_the_command_line_makes_a_file_of_it(file: Path, tmp_path: Path) -> None:
    pdf, new = tmp_path / "m.pdf", tmp_path / "b.journey"
    main(["export", str(file), str(pdf)])
    assert main(["import", str(pdf), str(new)]) == 0
    assert main(["check", str(new)]) == 0
    before = new.read_bytes()
    assert main(["import", str(pdf), str(new)]) == 1
    assert new.read_bytes() == before


def test_what_is_no_pdf_or_damaged_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_text("no pdf")
    with pytest.raises(Refused, match="not a PDF"):
        carried_project(tmp_path / "no.pdf")
    with pytest.raises(Refused, match="no such file"):
        carried_project(tmp_path / "gone.pdf")
    with pytest.raises(Refused, match="within the PDF is damaged"):
        unpack(file.read_bytes()[:5000], tmp_path / "m.pdf", tmp_path / "new.journey")
    assert not (tmp_path / "new.journey").exists()


def test_a_password_opens_it_or_is_asked_for(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, new = tmp_path / "m.pdf", tmp_path / "b.journey"
    monkeypatch.setenv(PASSWORD, "geheim")
    main(["export", str(file), str(pdf), "--password"])
    assert main(["import", str(pdf), str(new)]) == 0
    original, back = Document.open(file), Document.open(new)
    assert back.project == original.project
    original.close()
    back.close()
    new.unlink()
    for word, said in (("Geheim", "not the password of the PDF"), ("", f"Set {PASSWORD}")):
        monkeypatch.setenv(PASSWORD, word)
        capsys.readouterr()
        assert main(["import", str(pdf), str(new)]) == 1
        assert said in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("journeyeditor.cli.commands.getpass", lambda _asked: "geheim")
    assert main(["import", str(pdf), str(new)]) == 0
