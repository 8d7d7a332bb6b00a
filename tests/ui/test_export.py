"""The export dialog: its preview is the print, and what it proposes helps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from journeyeditor.exporting.aside import Aside
from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import FIT, MILLIMETRE
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.preflight import Coarse, Faint, Preflight
from journeyeditor.exporting.protection import Protection
from journeyeditor.exporting.topics import CLIENT_SAFE, Topic
from journeyeditor.model.change import Label
from journeyeditor.model.records import PrintProfile
from journeyeditor.pdfium import opened_pdf
from journeyeditor.ui.dialogs.password import PasswordQuestion
from journeyeditor.ui.exporting import dialog as export_dialog
from journeyeditor.ui.exporting.advice import remarks
from journeyeditor.ui.exporting.choices import PDF, PNG, SVG
from journeyeditor.ui.exporting.dialog import ExportDialog
from journeyeditor.ui.exporting.rows import Column
from journeyeditor.ui.exporting.sheets import COUNTED, ONE_PAGE, SHEETS, TO_WIDTH
from journeyeditor.ui.window import Window
from tests.ui.doing import answering, stubbed
from tests.ui.doing import words as words_of
from tests.ui.running import running, shown_window

PATIENCE = 30_000
MAY_PRINT = 4  # ISO 32000-2, table 22


@pytest.fixture(scope="module")
def shop(prepared: QApplication, aside: Aside) -> Iterator[Window]:
    """The sample map in a window, opened once for all of these tests."""
    with running(prepared, aside) as program:
        window = shown_window(program, 1440, 900)
        window.new_document("sample")
        yield window


@pytest.fixture
def shop_as_it_was(shop: Window) -> Iterator[Window]:
    """The same, to be changed; it's put back."""
    yield shop
    assert shop.workspace
    document = shop.workspace.document
    while document.undo_label:
        document.undo()


def opened(window: Window) -> ExportDialog:
    window.actions_by_id["export-pdf"].trigger()
    return window.findChildren(ExportDialog)[-1]


@pytest.fixture
def dialog(shop_as_it_was: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[ExportDialog]:
    """The dialog over the sample map; its preview is being made. No test waits for a person."""
    monkeypatch.setattr(export_dialog, "SETTLED", 10)
    made = opened(shop_as_it_was)
    yield made
    made.accept()
    made.deleteLater()


def said(dialog: ExportDialog) -> str:
    return "\n".join(it.text() for it in dialog.advice.findChildren(QLabel) if it.isVisible())


@pytest.fixture
def shown(dialog: ExportDialog, qtbot: QtBot) -> ExportDialog:
    """The dialog with its preview."""
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        pass
    return dialog


def proof(dialog: ExportDialog) -> bytes:
    """The print that the preview shows."""
    shown = dialog.preview._proof
    assert shown
    return shown.content


def sizes(content: bytes) -> list[tuple[float, float]]:
    """Width and height of its pages."""
    with opened_pdf(content) as pdf:
        return [page.get_size() for page in pdf]


def words(content: bytes) -> str:
    """What its first page says."""
    with opened_pdf(content) as pdf:
        return pdf[0].get_textpage().get_text_range()


def attachments(path: Path) -> list[str]:
    with opened_pdf(path.read_bytes()) as pdf:
        return [pdf.get_attachment(i).get_name() for i in range(pdf.count_attachments())]


def test_the_preview_is_the_print_itself(shown: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.written, timeout=PATIENCE):
        shown.export_to(tmp_path / "map.pdf")
    written, proofed = (tmp_path / "map.pdf").read_bytes(), proof(shown)
    assert sizes(written) == sizes(proofed)
    assert words(written) == words(proofed)
    qtbot.waitUntil(lambda: not shown.preview.sheet.image.isNull(), timeout=PATIENCE)
    image = shown.preview.sheet.image
    [(wide, high)] = sizes(proofed)
    assert image.width() / image.height() == pytest.approx(wide / high, rel=0.01)


def test_the_preview_follows_what_is_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.sheets.fit.choose(SHEETS)
    assert dialog.choices.sheets.sheet.isVisible()
    assert len(sizes(proof(dialog))) == 5
    assert "Page 1 of 5" in dialog.preview.place.text()
    dialog.preview.sheet.setFocus()
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_PageDown)
    assert "Page 2 of 5" in dialog.preview.place.text()
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_End)
    assert "Page 5 of 5" in dialog.preview.place.text()
    assert not dialog.preview.on.isEnabled()
    assert dialog.choices.turn.isVisible()
    assert dialog.choices.sheets.overlap.isVisible()
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.sheets.whole.setChecked(True)
    assert not dialog.choices.sheets.overlap.isVisible()  # whole sheets lie edge to edge
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.sheets.fit.choose(TO_WIDTH)
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
    assert dialog.choices.paper.paper == "A3"
    assert not dialog.preview._proof.found.too_small


def test_what_is_chosen_is_written_and_its_place_is_said(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.choices.paper.choose("A3")
    dialog.choices.language.choose("es")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", stubbed(str(tmp_path / "map")))
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.save.click()
    written = (tmp_path / "map.pdf").read_bytes()
    assert sizes(written) == [(pytest.approx(1191, abs=1), pytest.approx(842, abs=1))]
    assert "Importancia y reparto" in words(written)
    assert dialog.pages.currentIndex() == 2
    assert str(tmp_path / "map.pdf") in dialog.summary.text()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_all_maps_are_written(shop_as_it_was: Window, tmp_path: Path, qtbot: QtBot) -> None:
    shop_as_it_was.actions_by_id["map-duplicate"].trigger()
    dialog = opened(shop_as_it_was)
    dialog.choices.maps.choose("")
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "maps.pdf")
    dialog.accept()
    assert len(sizes((tmp_path / "maps.pdf").read_bytes())) == 2


def test_a_cancelled_export_leaves_nothing(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.export_to(tmp_path / "map.pdf")
    work = dialog._work
    assert work is not None
    with qtbot.waitSignal(work.failed, timeout=PATIENCE):
        dialog.reject()
    assert not list(tmp_path.iterdir())
    assert dialog.isVisible()
    assert dialog.pages.currentIndex() == 0
    assert dialog.focusWidget() is dialog.save


def test_an_export_that_cannot_be_written_is_said(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    with answering("OK") as answers:
        dialog.export_to(tmp_path / "no folder" / "map.pdf")
        qtbot.waitUntil(lambda: bool(answers.said), timeout=5000)
    assert "no folder" in answers.said[0]


def test_what_cannot_be_printed_is_said_in_place_of_a_preview(
    shown: ExportDialog, qtbot: QtBot
) -> None:
    shown.preview.wait()
    paper, margin = shown.choices.paper, shown.choices.margin.fields[0]
    paper.choose("60x90mm")
    retyped(margin, "45")
    qtbot.waitUntil(lambda: said(shown).startswith("\nThe margins leave no room"))
    assert shown.preview.sheet.image.isNull()
    assert not shown.save.isEnabled()
    chosen(shown, qtbot, lambda: retyped(margin, "5"))
    assert sizes(proof(shown)) == [(pytest.approx(170, abs=0.1), pytest.approx(255, abs=0.2))]
    assert shown.save.isEnabled()


def test_sizes_numbers_of_sheets_and_margins_are_typed(shown: ExportDialog, qtbot: QtBot) -> None:
    choices, sheets = shown.choices, shown.choices.sheets
    choices.paper.choice.setCurrentIndex(choices.paper.choice.count() - 1)
    width, height = choices.paper.sides.fields
    for text in ("", "x", "19", "5081"):
        retyped(width, text)
        assert "Width" in choices.problem
        assert not shown.save.isEnabled()
    assert choices.problem == "Width: “5081” is no number from 20 to 5080."
    qtbot.waitUntil(lambda: choices.problem in said(shown))
    retyped(width, "500.5")
    retyped(height, "300")
    retyped(choices.margin.fields[0], "20")
    options = choices.options()
    assert (options.paper, options.landscape) == ("500.5x300mm", None)
    assert options.margin == pytest.approx(20 * MILLIMETRE)
    assert not choices.turn.isVisible()
    chosen(shown, qtbot, lambda: sheets.fit.choose(COUNTED))
    assert not choices.paper.isVisible()
    across, down = sheets.count.fields
    retyped(across, "")
    assert choices.problem.startswith("Say how many sheets")
    retyped(down, "2")
    retyped(sheets.overlap.fields[0], "7.5")
    chosen(shown, qtbot, lambda: None)
    tiling = choices.options().tiling
    assert (tiling.across, tiling.down) == (0, 2)
    assert tiling.overlap == pytest.approx(7.5 * MILLIMETRE)
    choices.show_options(replace(options, paper="11x20in"))
    assert choices.options() == replace(options, paper="11x20in")
    choices.show_options(replace(options, paper="30x50cm", landscape=True, tiling=tiling))
    assert choices.options() == replace(options, paper=FIT, landscape=True, tiling=tiling)
    sheets.fit.choose(ONE_PAGE)
    assert choices.options() == replace(options, paper="500x300mm")


def retyped(field: QLineEdit, text: str) -> None:
    """Type something in place of what a field has."""
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def test_the_troubles_are_told_before_what_is_fine() -> None:
    faint, coarse = (Faint(it, 2.0) for it in "abcd"), (Coarse("picture", 96.0),)
    missing = frozenset(map(chr, range(0xE000, 0xE009)))
    found = Preflight(
        pages=1, smallest=7.0, maps=(), missing=missing, faint=tuple(faint), coarse=coarse
    )
    told = [(remark.text, remark.grave) for remark in remarks(found)]
    assert told[-1] == ("The smallest letters are 7.0 points high, to be read from 39 cm.", False)
    assert all(grave for _, grave in told[:-1])
    lost, pale, blurred = (text for text, _ in told[:-1])
    assert "(U+E000)" in lost
    assert lost.endswith("(U+E007) …")
    assert pale == "4 texts are too faint to be read well: “a”, “b”, “c”"
    assert blurred.startswith("1 picture will look coarse")


def test_what_has_the_focus_is_whole_and_clear_of_the_fading_edges(dialog: ExportDialog) -> None:
    dialog.resize(1000, 560)
    [column] = dialog.findChildren(Column)
    bar, height = column.verticalScrollBar(), column.viewport().height()
    QTest.qWaitForWindowActive(dialog)
    dialog.choices.profiles.choice.setFocus()
    seen = set()
    while (focused := dialog.focusWidget()) not in seen and column.isAncestorOf(focused):
        seen.add(focused)
        top = focused.mapTo(column.viewport(), QPoint()).y()
        assert top >= (18 if bar.value() else 0)
        assert top + focused.height() <= height - (36 if bar.value() < bar.maximum() else 0)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert dialog.choices.readers.leave_out in seen
    assert bar.value() > 100


def test_report_and_kit_are_shown_too(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.content.choose(Content.REPORT)
    assert len(sizes(proof(dialog))) > 40
    assert not dialog.choices.sheets.fit.isVisible()
    assert "all else on A4" in words_of(dialog.choices)
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        dialog.choices.content.choose(Content.WORKSHOP)
    assert len(sizes(proof(dialog))) >= 5


def test_the_window_stays_alive_and_the_last_choice_wins(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.choices.content.choose(Content.REPORT)
    qtbot.wait(50)  # the report is being made
    dialog.choices.content.choose(Content.MAPS)
    dialog.choices.paper.choose("A3")
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        pass
    [(width, _)] = sizes(proof(dialog))
    assert round(width) == 1191


def test_a_print_carries_the_project_but_not_for_clients(
    dialog: ExportDialog, shop: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "own.pdf")
    assert attachments(tmp_path / "own.pdf") == ["project.journey"]
    assert "The whole project is inside" in dialog.summary.text()
    shop.open_path(tmp_path / "own.pdf")
    [other] = [it for it in shop.program.windows if it is not shop]
    assert other.workspace.project == shop.workspace.project
    assert other.workspace.document.is_draft
    dialog.choices.client_safe.setChecked(True)
    assert not dialog.choices.carry.isEnabled()
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "theirs.pdf")
    assert not attachments(tmp_path / "theirs.pdf")


def test_a_map_becomes_a_drawing(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.choices.format.choose(SVG)
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.export_to(tmp_path / "map.svg")
    assert (tmp_path / "map.svg").read_text("utf-8").count("<path") > 100


def test_a_picture_offers_what_a_picture_can_have(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choices, asked = dialog.choices, []
    choices.content.choose(Content.REPORT)
    assert not choices.resolution.isVisible()
    choices.format.choose(PNG)
    absent = (
        choices.content,
        choices.maps,
        choices.sheets.fit,
        choices.readers.password,
        choices.carry,
    )
    assert not any(control.isVisible() for control in absent)
    assert "passwords need a PDF" in words_of(choices)
    choices.resolution.choose(96)
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *told: asked.append(told) or (str(tmp_path / "a"), ""),
    )
    with qtbot.waitSignal(dialog.written, timeout=PATIENCE):
        dialog.save.click()
    assert "*.png" in asked[0][-1]
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.info["dpi"] == pytest.approx((96, 96), abs=0.1)
    choices.profiles.choice.choose("Client-safe report")
    assert choices.suffix == PDF


def test_closing_ends_what_is_done_aside(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._proofing is not None)
    proofing = dialog._proofing
    assert proofing._thread.is_alive()
    dialog.reject()
    assert not dialog.isVisible()
    assert not proofing._thread.is_alive()


def chosen(dialog: ExportDialog, qtbot: QtBot, choose: Callable[[], object]) -> None:
    """Choose something and wait until it is shown."""
    with qtbot.waitSignal(dialog.proofed, timeout=PATIENCE):
        choose()


def test_detail_and_what_is_left_out_are_chosen(shown: ExportDialog, qtbot: QtBot) -> None:
    readers = shown.choices.readers
    assert "No owner" in words(proof(shown))
    chosen(shown, qtbot, lambda: shown.choices.detail.choose(Detail.TITLES))
    assert "No owner" not in words(proof(shown))
    shown.choices.detail.choose(Detail.FULL)
    chosen(shown, qtbot, readers.topics[Topic.OWNERS].trigger)
    assert "No owner" not in words(proof(shown))
    assert "Owners" in readers.left_out.text()
    assert not readers.carry.isEnabled()
    assert not readers.client_safe.isChecked()
    readers.client_safe.setChecked(True)
    assert shown.choices.options().without == CLIENT_SAFE
    assert all(readers.topics[topic].isChecked() for topic in CLIENT_SAFE)
    readers.client_safe.setChecked(False)
    assert shown.choices.options().without == frozenset()


def test_colours_and_watermark_are_seen_at_once(shown: ExportDialog, qtbot: QtBot) -> None:
    def picture() -> Image.Image:
        with opened_pdf(proof(shown)) as pdf:
            return pdf[0].render(scale=0.5).to_pil()

    plain = picture()
    chosen(shown, qtbot, lambda: shown.choices.colours.choose(Colours.MONO))
    grey = picture()
    chosen(shown, qtbot, lambda: QTest.keyClicks(shown.choices.readers.watermark, "Draft"))
    assert plain != grey != picture()
    assert shown.choices.options().watermark == "Draft"


def test_a_built_in_profile_sets_all_and_stays_named_until_something_changes(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    profiles, choices = dialog.choices.profiles, dialog.choices
    assert profiles.choice.currentText() == "As chosen below"
    chosen(dialog, qtbot, lambda: profiles.choice.choose("Office printer, A4 sheets"))
    assert choices.sheets.fit.currentData() == SHEETS
    assert choices.colours.currentData() == Colours.INK_SAVER
    assert len(sizes(proof(dialog))) == 5
    assert profiles.choice.currentText() == "Office printer, A4 sheets"
    assert not profiles.remove.isEnabled()
    choices.colours.choose(Colours.COLOUR)
    assert profiles.choice.currentText() == "As chosen below"
    profiles.choice.choose("Client-safe report")
    assert choices.shown_content is Content.REPORT
    assert choices.options().without == CLIENT_SAFE


def test_own_profiles_are_saved_found_again_renamed_and_removed(
    dialog: ExportDialog, shop: Window, qtbot: QtBot
) -> None:
    profiles, document = dialog.choices.profiles, shop.workspace.document
    dialog.choices.paper.choose("A2")
    profiles.save_as("Workshop")
    assert [it.name for it in document.project.all(PrintProfile)] == ["Workshop"]
    assert document.undo_label == Label("Save print profile “{name}”", name="Workshop")
    assert profiles.choice.currentText() == "Workshop"
    profiles.choice.choose("Poster A1")
    [kept] = document.project.all(PrintProfile)
    profiles.choice.choose(kept.id)
    assert dialog.choices.paper.paper == "A2"
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
    written = (tmp_path / "own.pdf").read_bytes()
    with pytest.raises(pypdfium2.PdfiumError, match="password"), opened_pdf(written):
        pass
    with opened_pdf(written, "abracadabra") as pdf:
        assert not pypdfium2.raw.FPDF_GetDocPermissions(pdf) & MAY_PRINT


def test_a_project_within_a_locked_print_is_opened_with_its_password(
    shop: Window, tmp_path: Path
) -> None:
    path, document, count = tmp_path / "locked.pdf", shop.workspace.document, len(windows(shop))
    it = (document.project, [], path, PdfOptions(paper="A5"), document.assets.read)
    export_pdf(*it, carried=document.as_file(), protection=Protection("abracadabra"))
    with typing("wrong", None) as told:
        shop.open_path(path)
    assert "not the password" not in told[0]
    assert "This is not the password of the PDF." in told[1]
    assert len(windows(shop)) == count  # Escape gives up
    with typing("abracadabra"):
        shop.open_path(path)
    assert windows(shop)[-1].workspace.project == document.project


def windows(shop: Window) -> list[Window]:
    return shop.program.windows


@contextmanager
def typing(*answers: str | None) -> Iterator[list[str]]:
    """Type passwords where they are asked for, None is Escape; what the questions say."""
    waiting, told = list(answers), list[str]()

    def look() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, PasswordQuestion) and waiting:
            told.append(words_of(question))
            if word := waiting.pop(0):
                QTest.keyClicks(question.field, word)
            QTest.keyClick(question.field, Qt.Key.Key_Return if word else Qt.Key.Key_Escape)

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    yield told
    assert not waiting
