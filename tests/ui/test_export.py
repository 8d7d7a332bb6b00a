"""The export dialog: its preview is the print, and what it proposes helps."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pypdf.constants import UserAccessPermissions as May
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeyeditor.exporting.options import Colours, Content, Detail
from journeyeditor.exporting.topics import CLIENT_SAFE, Topic
from journeyeditor.model.change import Label
from journeyeditor.model.records import PrintProfile
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
    assert "The whole project is inside" in dialog.summary.text()
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


def text(dialog: ExportDialog) -> str:
    return proof(dialog).pages[0].extract_text()


def chosen(dialog: ExportDialog, qtbot: QtBot, choose: Callable[[], object]) -> None:
    """Choose something and wait until it is shown."""
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        choose()


def test_detail_and_what_is_left_out_are_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    readers = dialog.choices.readers
    assert "No owner" in text(dialog)
    chosen(dialog, qtbot, lambda: dialog.choices.detail.choose(Detail.TITLES))
    assert "No owner" not in text(dialog)
    chosen(dialog, qtbot, lambda: dialog.choices.detail.choose(Detail.FULL))
    chosen(dialog, qtbot, readers.topics[Topic.OWNERS].trigger)
    assert "No owner" not in text(dialog)
    assert "Owners" in readers.left_out.text()
    assert not readers.carry.isEnabled()
    assert not readers.client_safe.isChecked()
    chosen(dialog, qtbot, lambda: readers.client_safe.setChecked(True))
    assert dialog.choices.options().without == CLIENT_SAFE
    assert all(readers.topics[topic].isChecked() for topic in CLIENT_SAFE)
    chosen(dialog, qtbot, lambda: readers.client_safe.setChecked(False))
    assert dialog.choices.options().without == frozenset()


def test_colours_and_watermark_are_seen_at_once(dialog: ExportDialog, qtbot: QtBot) -> None:
    def code() -> bytes:
        return proof(dialog).pages[0].get_contents().get_data()

    plain = code()
    chosen(dialog, qtbot, lambda: dialog.choices.colours.choose(Colours.MONO))
    grey = code()
    chosen(dialog, qtbot, lambda: QTest.keyClicks(dialog.choices.readers.watermark, "Draft"))
    assert len({plain, grey, code()}) == 3
    assert dialog.choices.options().watermark == "Draft"


def test_a_built_in_profile_sets_all_and_stays_named_until_something_changes(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    profiles, choices = dialog.choices.profiles, dialog.choices
    assert profiles.choice.currentText() == "As chosen below"
    chosen(dialog, qtbot, lambda: profiles.choice.choose("Office printer, A4 sheets"))
    assert choices.fit.currentData() == SHEETS
    assert choices.colours.currentData() == Colours.INK_SAVER
    assert len(proof(dialog).pages) == 5
    assert profiles.choice.currentText() == "Office printer, A4 sheets"
    assert not profiles.remove.isEnabled()
    chosen(dialog, qtbot, lambda: choices.colours.choose(Colours.COLOUR))
    assert profiles.choice.currentText() == "As chosen below"
    chosen(dialog, qtbot, lambda: profiles.choice.choose("Client-safe report"))
    assert choices.shown_content is Content.REPORT
    assert choices.options().without == CLIENT_SAFE


def test_own_profiles_are_saved_found_again_renamed_and_removed(
    dialog: ExportDialog, window: Window, qtbot: QtBot
) -> None:
    profiles, document = dialog.choices.profiles, window.workspace.document
    chosen(dialog, qtbot, lambda: dialog.choices.paper.choose("A2"))
    profiles.save_as("Workshop")
    assert [it.name for it in document.project.all(PrintProfile)] == ["Workshop"]
    assert document.undo_label == Label("Save print profile “{name}”", name="Workshop")
    assert profiles.choice.currentText() == "Workshop"
    chosen(dialog, qtbot, lambda: profiles.choice.choose("Poster A1"))
    [kept] = document.project.all(PrintProfile)
    chosen(dialog, qtbot, lambda: profiles.choice.choose(kept.id))
    assert dialog.choices.paper.currentData() == "A2"
    profiles.rename_to("Wall")
    assert profiles.choice.currentText() == "Wall"
    profiles.forget()
    assert not list(document.project.all(PrintProfile))
    assert profiles.choice.currentText() == "As chosen below"
    document.undo()
    assert [it.name for it in document.project.all(PrintProfile)] == ["Wall"]


def test_a_password_protects_what_is_written(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.choices.readers.password.setText("abracadabra")
    dialog.choices.readers.printing.setChecked(False)
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "own.pdf")
    reader = pypdf.PdfReader(tmp_path / "own.pdf")
    assert reader.is_encrypted
    assert reader.decrypt("abracadabra")
    assert May.PRINT not in (reader.user_access_permissions or May(0))
