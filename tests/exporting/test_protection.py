"""Passwords, read back by other programs."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from pypdf.constants import UserAccessPermissions as May

from journeyeditor.errors import Refused
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.output import Cancelled
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.protection import Protection
from journeyeditor.importing.carried import carried_project
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE

WORD = "contraseña – 12"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "it.pdf"


def export(target: Path, protection: Protection, content: Content = Content.MAPS) -> bytes:
    options = PdfOptions(created=MADE, content=content)
    project, assets = project_of("Mapa secreto"), {}.__getitem__
    export_pdf(project, [], target, options, assets, carried=b"SQLite", protection=protection)
    return target.read_bytes()


def test_only_the_password_opens_it(target: Path) -> None:
    content = export(target, Protection(WORD))
    assert b"secreto" not in content
    for wrong in (None, "", "contraseña"):
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(content, password=wrong)
    text = pypdfium2.PdfDocument(content, password=WORD)[0].get_textpage().get_text_range()
    assert "Mapa secreto" in text


def test_it_is_encrypted_with_256_bits(target: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(export(target, Protection(WORD))), password=WORD)
    entry = reader.trailer["/Encrypt"].get_object()
    assert (entry["/V"], entry["/R"], entry["/Length"]) == (5, 6, 256)
    assert entry["/CF"]["/StdCF"]["/CFM"] == "/AESV3"
    assert reader.pdf_header == "%PDF-1.7"
    assert reader.root_object["/Extensions"]["/ADBE"]["/ExtensionLevel"] == 8


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="no pdfinfo")
@pytest.mark.parametrize("printing", [True, False])
def test_printing_is_allowed_or_not(printing: bool, target: Path) -> None:
    export(target, Protection(WORD, printing))
    command = ["pdfinfo", "-upw", WORD, str(target)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert f"print:{'yes' if printing else 'no'}" in told
    assert "copy:yes" in told
    assert "AES-256" in told


def test_without_a_password_it_opens_for_all_and_may_not_be_printed(target: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(export(target, Protection(printing=False))))
    assert "Mapa secreto" in reader.pages[0].extract_text()
    allowed = reader.user_access_permissions
    assert allowed is not None
    assert May.PRINT not in allowed
    assert May.EXTRACT_TEXT_AND_GRAPHICS in allowed


def test_nothing_else_is_lost(target: Path) -> None:
    plain = pypdf.PdfReader(io.BytesIO(export(target, Protection(), Content.REPORT)))
    assert not plain.is_encrypted
    locked = pypdf.PdfReader(
        io.BytesIO(export(target, Protection(WORD), Content.REPORT)), password=WORD
    )
    assert len(locked.pages) == len(plain.pages)
    assert locked.metadata == plain.metadata
    assert locked.attachments == plain.attachments == {"project.journey": [b"SQLite"]}
    assert _titles(locked.outline) == _titles(plain.outline) != []
    for key in ("/Lang", "/PageMode", "/ViewerPreferences"):
        assert locked.root_object[key] == plain.root_object[key]
    links = [[len(page.get("/Annots", ())) for page in reader.pages] for reader in (plain, locked)]
    assert links[0] == links[1]


@pytest.mark.skipif(not shutil.which("qpdf"), reason="no qpdf")
@pytest.mark.parametrize("password", ["", WORD])
def test_another_program_finds_it_whole(password: str, target: Path) -> None:
    export(target, Protection(password, printing=False), Content.REPORT)
    command = ["qpdf", "--check", f"--password={password}", str(target)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert "R = 6" in told
    assert "No syntax or stream encoding errors" in told


def test_it_can_be_stopped_while_it_is_encrypted(target: Path) -> None:
    options = PdfOptions(created=MADE, content=Content.REPORT)
    done: list[int] = []
    with pytest.raises(Cancelled):
        export_pdf(
            project_of("Mapa", stages=5, cards=8),
            [],
            target,
            options,
            {}.__getitem__,
            lambda step, of: done.append(step * 100 // of),
            lambda: bool(done) and done[-1] > 85,
            protection=Protection(WORD),
        )
    assert 85 < done[-1] < 100
    assert not target.exists()


def _titles(entries: list[object]) -> list[object]:
    return [_titles(e) if isinstance(e, list) else e.title for e in entries]


def test_a_password_is_not_told_in_messages() -> None:
    assert WORD not in repr(Protection(WORD))


def test_the_editor_says_what_is_in_the_way(target: Path) -> None:
    export(target, Protection(WORD))
    with pytest.raises(Refused, match="password"):
        carried_project(target)
    export(target, Protection(printing=False))
    assert carried_project(target) == b"SQLite"
