"""The export dialog: its preview is the print, and what it proposes helps."""

import io
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeyeditor.exporting.options import Content
from journeyeditor.ui.exporting.choices import SHEETS, TO_WIDTH
from journeyeditor.ui.exporting.dialog import ExportDialog
from journeyeditor.ui.window import Window

PATIENCE = 30_000


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> ExportDialog:
    window.new_document("sample")
    window.actions_by_id["export-pdf"].trigger()
    made = window.findChildren(ExportDialog)[-1]
    qtbot.waitSignal(made.proofed, timeout=PATIENCE).wait()
    return made


def said(dialog: ExportDialog) -> str:
    return "\n".join(it.text() for it in dialog.advice.findChildren(QLabel) if it.isVisible())


def proof(dialog: ExportDialog) -> pypdf.PdfReader:
    shown = dialog.preview._proof
    assert shown
    return pypdf.PdfReader(io.BytesIO(shown.content))


def test_the_preview_is_the_print_itself(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "map.pdf")
    written = pypdf.PdfReader(tmp_path / "map.pdf")
    shown = proof(dialog)
    assert [p.mediabox for p in written.pages] == [p.mediabox for p in shown.pages]
    assert written.pages[0].extract_text() == shown.pages[0].extract_text()
    qtbot.waitUntil(lambda: not dialog.preview.sheet.image.isNull(), timeout=PATIENCE)
    image = dialog.preview.sheet.image
    wide, high = (float(side) for side in shown.pages[0].mediabox[2:])
    assert image.width() / image.height() == pytest.approx(wide / high, rel=0.01)


def test_the_preview_follows_what_is_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.fit.choose(SHEETS)
    assert dialog.choices.sheet.isVisible()
    assert len(proof(dialog).pages) == 5
    assert "Page 1 of 5" in dialog.preview.place.text()
    dialog.preview.sheet.setFocus()
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_PageDown)
    assert "Page 2 of 5" in dialog.preview.place.text()
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_End)
    assert "Page 5 of 5" in dialog.preview.place.text()
    assert not dialog.preview.on.isEnabled()
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.fit.choose(TO_WIDTH)
    assert "Page 2 of 2" in dialog.preview.place.text()


def test_a_paper_too_small_is_told_and_mended_in_one_click(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.paper.choose("A5")
    size = dialog.preview._proof.found.smallest
    assert size < 5
    qtbot.waitUntil(lambda: f"are {size:.1f} points high" in said(dialog))
    offers = [it for it in dialog.advice.findChildren(QPushButton) if it.isVisible()]
    [larger] = [it for it in offers if it.text().startswith("Use A3")]
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        larger.click()
    assert dialog.choices.paper.currentData() == "A3"
    assert not dialog.preview._proof.found.too_small


def test_report_and_kit_are_shown_too(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.content.choose(Content.REPORT)
    assert len(proof(dialog).pages) > 40
    assert not dialog.choices.fit.isEnabled()
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.content.choose(Content.WORKSHOP)
    assert len(proof(dialog).pages) >= 5


def test_the_window_stays_alive_and_the_last_choice_wins(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.choices.content.choose(Content.REPORT)
    qtbot.wait(300)
    dialog.choices.content.choose(Content.MAPS)
    dialog.choices.paper.choose("A3")
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        pass
    [page] = proof(dialog).pages
    assert round(float(page.mediabox.width)) == 1191


def test_a_print_for_clients_carries_no_project(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "own.pdf")
    assert list(pypdf.PdfReader(tmp_path / "own.pdf").attachments) == ["project.journey"]
    dialog.choices.client_safe.setChecked(True)
    assert not dialog.choices.carry.isEnabled()
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "theirs.pdf")
    assert not pypdf.PdfReader(tmp_path / "theirs.pdf").attachments


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_a_map_becomes_a_picture(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / f"map{suffix}")
    assert (tmp_path / f"map{suffix}").stat().st_size > 10_000


def test_closing_ends_what_is_done_aside(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.choices.content.choose(Content.REPORT)
    qtbot.wait(300)
    dialog.reject()
    assert not dialog.isVisible()
    assert dialog._proofing is None or not dialog._proofing._thread.is_alive()


def test_a_pdf_that_carries_its_project_opens_in_the_window(
    dialog: ExportDialog, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "Mapa.pdf")
    before = window.workspace.project
    dialog.accept()
    window.open_path(tmp_path / "Mapa.pdf")
    windows = [it for it in window.program.windows if it.workspace and it is not window]
    [other] = windows
    assert other.workspace.project == before
    assert other.workspace.document.is_draft
