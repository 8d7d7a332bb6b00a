"""A window with a document: commands, clipboard, tabs, tray, status, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.choices import MapKind
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.menus import context_menu
from journeyeditor.ui.opening import import_csv
from journeyeditor.ui.program import Program
from journeyeditor.ui.toolbar import Tool
from journeyeditor.ui.window import Window
from tests.ui.doing import answering, stubbed
from tests.ui.hands import ALT, CTRL, SHIFT, Hands, drag
from tests.ui.samples import save_template

BUYER, CUSTOMER = "Digital buyer", "Store customer"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample map in a file."""
    return save_template(tmp_path / "Shop.journey")


@pytest.fixture
def hands(window: Window, file: Path, qtbot: QtBot) -> Hands:
    window.open_path(file)
    return Hands(window, qtbot)


def saved(path: Path) -> Project:
    document = Document.open(path, read_only=True)
    document.close()
    return document.project


def first_card(hands: Hands) -> Placement:
    return hands.project.placements(hands.workspace.map)[0]


def test_a_window_opens_within_the_screen_where_it_stood(program: Program) -> None:
    window = program.open_window()
    screen = window.screen().availableGeometry()
    assert screen.contains(window.geometry())
    window.setGeometry(screen.width() - 100, screen.height() - 100, 780, 600)
    window.close()
    again = program.open_window()
    assert screen.contains(again.geometry())
    assert again.size() == QSize(780, 600)


# Undo and redo


def test_undo_and_redo_say_what_they_do(hands: Hands) -> None:
    undo, redo = (hands.window.actions_by_id[id] for id in ("undo", "redo"))
    assert not undo.isEnabled()
    card = first_card(hands)
    name = hands.touchpoint(card).name
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)
    assert undo.text() == f"Undo Remove “{name}”"
    hands.key(Qt.Key.Key_Z, CTRL)
    assert not undo.isEnabled()
    assert redo.text() == f"Redo Remove “{name}”"
    assert hands.workspace.cards == (card.id,)
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert hands.project.find(Placement, card.id) is None


# Clipboard


def test_a_copy_is_independent_a_shared_paste_is_not(hands: Hands) -> None:
    card = first_card(hands)
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_C, CTRL)
    hands.key(Qt.Key.Key_V, CTRL)
    [copy] = hands.workspace.cards
    assert hands.project.get(Placement, copy).touchpoint != card.touchpoint
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    [shared] = hands.workspace.cards
    assert hands.project.get(Placement, shared).touchpoint == card.touchpoint
    hands.key(Qt.Key.Key_D, CTRL)
    [twin] = hands.workspace.cards
    assert hands.project.get(Placement, twin).touchpoint != card.touchpoint


def test_cut_and_paste_keeps_identity_and_pasting_again_copies(hands: Hands) -> None:
    card = first_card(hands)
    target = hands.project.placements(hands.workspace.map)[-1]
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_X, CTRL)
    assert hands.project.find(Placement, card.id) is None
    hands.click(("card", target.id))
    hands.key(Qt.Key.Key_V, CTRL)
    assert hands.workspace.cards == (card.id,)
    assert hands.project.get(Placement, card.id).stage == target.stage
    hands.key(Qt.Key.Key_V, CTRL)
    assert hands.workspace.cards != (card.id,)


def test_lines_of_text_become_cards(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("- First\n- Second\n\n- Third")
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_V, CTRL)
    names = [
        hands.touchpoint(hands.project.get(Placement, id)).name for id in hands.workspace.cards
    ]
    assert sorted(names) == ["First", "Second", "Third"]
    hands.key(Qt.Key.Key_Z, CTRL)
    assert "First" not in {touchpoint.name for touchpoint in hands.project.all(Touchpoint)}


def test_cards_go_from_file_to_file(hands: Hands, program: Program, qtbot: QtBot) -> None:
    card = first_card(hands)
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_C, CTRL)
    hands.window.new_document("blank")
    other = Hands(program.windows[-1], qtbot)
    assert other.window is not hands.window
    other.workspace.canvas.setFocus()
    other.key(Qt.Key.Key_V, CTRL)
    [pasted] = other.project.all(Touchpoint)
    assert pasted.name == hands.touchpoint(card).name


def test_what_cannot_be_pasted_is_said(hands: Hands, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(" \n ")
    hands.click(("card", first_card(hands).id))
    with answering("OK") as answers:
        hands.key(Qt.Key.Key_V, CTRL)
    assert "nothing on the clipboard" in answers.said[0]


# The tray


def test_removed_cards_wait_in_the_tray_and_come_back(hands: Hands, qtbot: QtBot) -> None:
    tray = hands.workspace.tray
    assert tray.isHidden()
    card = first_card(hands)
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)
    assert tray.isVisible()
    assert tray.count.text() == "1"
    view = tray.view
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert tray.isHidden()
    [placed] = hands.workspace.cards
    assert hands.project.get(Placement, placed).touchpoint == card.touchpoint


def test_the_tray_deletes_from_the_project(hands: Hands, qtbot: QtBot) -> None:
    card = first_card(hands)
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)
    view = hands.workspace.tray.view
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert hands.project.find(Touchpoint, card.touchpoint) is None


def test_touchpoints_are_dropped_from_the_tray(hands: Hands) -> None:
    card = first_card(hands)
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)
    model = hands.workspace.tray.view.model()
    data = model.mimeData([model.index(0, 0)])
    stage, segment = hands.stages()[-1], hands.segments()[0]
    key = ("cell", hands.stage(stage).id, hands.segment(segment).id)
    place = QPointF(hands.place(key))
    kinds = (
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(place.toPoint(), *kinds)
    QApplication.sendEvent(hands.canvas, enter)
    QApplication.sendEvent(hands.canvas, QDropEvent(place, *kinds))
    assert (
        hands.project.where(Placement, touchpoint=card.touchpoint)[0].stage == hands.stage(stage).id
    )


# Shared touchpoints


def test_detach_and_merge(hands: Hands) -> None:
    shared = next(
        card
        for card in hands.project.placements(hands.workspace.map)
        if len(hands.project.where(Placement, touchpoint=card.touchpoint)) > 1
    )
    hands.click(("card", shared.id))
    hands.command("detach")
    alone = hands.project.get(Placement, shared.id).touchpoint
    assert alone != shared.touchpoint
    other = hands.project.where(Placement, touchpoint=shared.touchpoint)[0]
    hands.click(("card", other.id), CTRL)
    hands.command("merge")
    cards = [hands.project.get(Placement, id) for id in (shared.id, other.id)]
    assert cards[0].touchpoint == cards[1].touchpoint
    assert not hands.window.actions_by_id["merge"].isEnabled()


def test_what_was_typed_twice_is_merged_from_the_cards_menu(hands: Hands) -> None:
    card = first_card(hands)
    name = hands.touchpoint(card).name
    hands.click(("card", card.id))
    hands.command("duplicate")
    hands.click(("card", card.id))
    menu = context_menu(hands.window, ("card", card.id), hands.window.actions_by_id)
    [merge] = [it for it in menu.actions() if it.text() == f"Merge with the other “{name}”"]
    merge.trigger()
    twice = hands.project.where(Placement, touchpoint=card.touchpoint)
    assert len(twice) == 2
    menu = context_menu(hands.window, ("card", card.id), hands.window.actions_by_id)
    assert not [it for it in menu.actions() if it.text().startswith("Merge with")]


# Maps


def test_tabs_make_duplicate_rename_move_and_delete_maps(hands: Hands, qtbot: QtBot) -> None:
    tabs = hands.workspace.tabs
    assert tabs.isHidden()
    hands.command("map-duplicate")
    assert tabs.isVisible()
    maps = hands.project.maps()
    assert [map.kind for map in maps] == [MapKind.AS_IS, MapKind.TO_BE]
    assert hands.workspace.map == maps[1].id
    place = tabs.bar.tabRect(1).center()
    qtbot.mouseDClick(tabs.bar, Qt.MouseButton.LeftButton, pos=place)
    box = QApplication.focusWidget()
    qtbot.keyClicks(box, "Next year")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert hands.project.maps()[1].name == "Next year"
    bar = tabs.bar
    drag(bar, bar.tabRect(1).center(), bar.tabRect(0).center() - QPoint(20, 0))
    assert hands.project.maps()[0].name == "Next year"
    hands.command("map-remove")
    assert hands.project.count(JourneyMap) == 1
    hands.command("undo")
    assert hands.project.count(JourneyMap) == 2
    qtbot.mouseClick(tabs.bar, Qt.MouseButton.LeftButton, pos=tabs.bar.tabRect(1).center())
    assert hands.workspace.map == maps[0].id
    hands.command("map-next")
    assert hands.workspace.map == maps[1].id


def test_undo_goes_to_the_map_where_it_happened(hands: Hands) -> None:
    card = first_card(hands)
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)
    here = hands.workspace.map
    hands.command("add-map")
    hands.workspace.tabs.setFocus()
    assert hands.workspace.map != here
    hands.command("undo")
    hands.command("undo")
    assert hands.workspace.map == here
    assert hands.workspace.cards == (card.id,)


# Stages and segments


def test_stages_are_added_named_moved_and_removed(hands: Hands) -> None:
    names = hands.stages()
    hands.click(("stage", hands.stage(names[1]).id))
    hands.command("add-stage")
    hands.enter("Waiting")
    assert hands.stages() == [*names[:2], "Waiting", *names[2:]]
    hands.command("move-before")
    assert hands.stages().index("Waiting") == 1
    hands.key(Qt.Key.Key_Delete)
    assert hands.stages() == names


# Files


def test_the_status_bar_tells_the_truth(hands: Hands, file: Path, qtbot: QtBot) -> None:
    status = hands.workspace.status
    assert status.saved.text() == "All changes saved"
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_Delete)
    assert status.saved.text() == "Saving…"
    hands.key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: status.saved.text() == "All changes saved", timeout=5000)
    assert saved(file) == hands.project
    assert str(file) in status.hint.text()


def test_failure_to_save_is_shown_with_a_way_out(
    hands: Hands, file: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = hands.workspace.status
    away = tmp_path / "away"
    (tmp_path / "stick").mkdir()
    hands.workspace.document.save_as(tmp_path / "stick" / "Shop.journey")
    (tmp_path / "stick").rename(away)
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_Delete)
    hands.workspace.document.publish_soon()
    qtbot.waitUntil(
        lambda: status.saved.text().startswith("Not saved to Shop.journey"), timeout=5000
    )
    assert status.retry.isVisible()
    copy = tmp_path / "copy.journey"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", stubbed(str(copy)))
    status.copy.click()
    assert saved(copy) == hands.project
    away.rename(tmp_path / "stick")
    status.retry.click()
    assert status.saved.text() == "All changes saved"


def test_save_as_moves_a_draft_to_its_place(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.new_document("life-cycle-7")
    hands = Hands(window, qtbot)
    assert hands.workspace.document.is_draft
    monkeypatch.setattr(QFileDialog, "getSaveFileName", stubbed(str(tmp_path / "Mine")))
    hands.key(Qt.Key.Key_S, CTRL)
    assert saved(tmp_path / "Mine.journey") == hands.project
    assert window.windowTitle() == "Mine — Journey Editor"
    assert window.program.settings.recent[0] == tmp_path / "Mine.journey"


def test_revert_is_a_step_like_others(hands: Hands) -> None:
    before = hands.project
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_Delete)
    after = hands.project
    hands.command("revert")
    assert hands.project == before
    hands.command("undo")
    assert hands.project == after


def test_closing_saves_and_an_untouched_draft_leaves_nothing(
    window: Window, program: Program, file: Path, qtbot: QtBot
) -> None:
    window.open_path(file)
    hands = Hands(window, qtbot)
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_Delete)
    expected = hands.project
    window.new_document("blank")
    draft = program.windows[-1]
    assert draft.workspace is not None
    path = draft.workspace.document.path
    draft.close()
    window.close()
    assert saved(file) == expected
    assert not path.exists()
    assert program.settings.recent == [file]


def test_typing_is_not_lost_when_the_window_closes(
    window: Window, file: Path, qtbot: QtBot
) -> None:
    window.open_path(file)
    hands = Hands(window, qtbot)
    card = first_card(hands)
    hands.click(("card", card.id))
    box = hands.workspace.inspector.card.front.name.box
    box.selectAll()
    qtbot.keyClicks(box, "Typed at the last moment")
    window.close()
    assert saved(file).get(Touchpoint, card.touchpoint).name == "Typed at the last moment"


def test_the_view_of_a_file_is_remembered(
    window: Window, program: Program, file: Path, qtbot: QtBot
) -> None:
    window.open_path(file)
    hands = Hands(window, qtbot)
    hands.command("map-duplicate")
    hands.workspace.canvas.set_zoom(0.5)
    shown = hands.workspace.map
    window.close()
    again = program.open_window()
    again.open_path(file)
    assert again.workspace is not None
    assert again.workspace.map == shown
    assert again.workspace.canvas.zoom == pytest.approx(0.5)


def test_files_are_dropped_on_the_window(window: Window, file: Path, program: Program) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    kinds = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(400, 400), *kinds)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 400), *kinds))
    assert window.workspace is not None
    assert window.workspace.document.path == file
    window.open_path(file)
    assert len(program.windows) == 1, "the same file is shown once"


def test_a_table_is_imported_as_one_step(hands: Hands, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("map,segment,stage,touchpoint\nMore,Anyone,Now,Visit\nMore,Anyone,Now,Call\n")
    before = hands.project
    import_csv(hands.window, table)
    assert len(hands.project.maps()) == 2
    assert "2 cards imported from more.csv" in hands.workspace.banner.message.text()
    hands.command("undo")
    assert hands.project == before


def test_what_cannot_be_opened_is_said_once_and_clearly(window: Window, tmp_path: Path) -> None:
    bad = tmp_path / "bad.journey"
    bad.write_bytes(b"This is not a map." * 100)
    table = tmp_path / "bad.csv"
    table.write_text("colour,size\nred,1\n")
    for path in (bad, tmp_path / "none.journey", table):
        with answering("OK") as answers:
            window.open_path(path)
        assert str(path) in answers.said[0]
        assert "Traceback" not in answers.said[0]
    assert window.workspace is None


def test_a_file_open_elsewhere_is_offered_to_read_or_as_a_copy(
    window: Window, program: Program, file: Path, qtbot: QtBot
) -> None:
    holder = Document.open(file)
    with answering("Open read-only"):
        window.open_path(file)
    reader = Hands(window, qtbot)
    assert "read only" in window.windowTitle()
    reader.click(("card", first_card(reader).id))
    assert not window.actions_by_id["remove"].isEnabled()
    with answering("Open a copy"):
        program.open_window().open_path(file)
    copy = program.windows[-1].workspace
    assert copy is not None
    assert copy.document.is_draft
    assert copy.project.count(Placement) == holder.project.count(Placement)
    holder.close()


def test_a_write_protected_file_is_offered_to_read_or_as_a_copy(
    window: Window, file: Path, qtbot: QtBot
) -> None:
    file.chmod(0o444)
    before = file.read_bytes()
    with answering("Open read-only") as answers:
        window.open_path(file)
    assert "write-protected" in answers.said[0]
    assert Hands(window, qtbot).workspace.document.read_only
    assert window.close_document()
    with answering("Open a copy"):
        window.open_path(file)
    assert Hands(window, qtbot).workspace.document.is_draft
    assert file.read_bytes() == before


def test_a_conflict_is_told(hands: Hands, file: Path, qtbot: QtBot) -> None:
    file.write_bytes(file.read_bytes() + b"\0")
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_Delete)
    hands.workspace.document.publish_soon()
    banner = hands.workspace.banner
    qtbot.waitUntil(lambda: "goes on in a copy" in banner.message.text(), timeout=5000)
    assert banner.isVisible()
    assert hands.workspace.document.path != file
    assert hands.window.windowTitle().startswith(hands.workspace.document.path.stem)


# Language and look


def test_language_and_theme_change_while_at_work(hands: Hands) -> None:
    hands.window.program.set_appearance("dark")
    assert hands.window.grab().toImage().pixelColor(5, 5).lightness() < 60
    hands.window.program.set_language("es")
    assert tr.language == "es"
    assert hands.window.actions_by_id["save"].text() == "Guardar"
    assert hands.workspace.status.saved.text() == "Todos los cambios guardados"
    hands.click(("card", first_card(hands).id))
    hands.key(Qt.Key.Key_Delete)
    assert hands.window.actions_by_id["undo"].isEnabled()


def test_another_language_leaves_the_view_as_it_is(hands: Hands, qtbot: QtBot) -> None:
    card = hands.project.placements(hands.workspace.map)[-1]
    folded = hands.project.segments(hands.workspace.map)[0].id
    hands.workspace.canvas.set_zoom(1.5)
    hands.workspace.canvas.collapse_toggled.emit(folded)
    hands.command("detail-summary")
    hands.command("curve")
    hands.workspace.looking.set_lens("owner")
    hands.click(("card", card.id))
    before, place = hands.workspace, hands.place(("card", card.id))
    hands.window.program.set_language("en")
    assert hands.workspace is before
    hands.window.program.set_language("es")
    assert hands.workspace is not before
    look = hands.workspace.looking.look
    assert (look.detail, look.lens, look.folded) == ("summary", "owner", {folded})
    assert hands.workspace.cards == (card.id,)
    assert not hands.window.actions_by_id["curve"].isChecked()

    def in_place() -> bool:
        view = hands.workspace.canvas.view
        node = view.place_of(("card", card.id))
        return bool(node) and view.panes.to_canvas(node).toRect().adjusted(
            -2, -2, 2, 2).contains(place)  # fmt: skip

    qtbot.waitUntil(in_place)


def test_the_window_is_usable_at_1280_by_720(hands: Hands) -> None:
    hands.window.program.set_language("es")
    hands.window.resize(1280, 690)
    QApplication.processEvents()
    assert hands.window.width() == 1280
    export = hands.window.bar.widgetForAction(hands.window.bar.actions()[-1])
    assert export is not None
    assert export.isVisible()
    assert export.geometry().right() < 1280


def test_tools_have_words_where_there_is_room(hands: Hands) -> None:
    """At 1440 by 900, from the first document on."""
    wordy = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    tools = hands.window.bar.findChildren(Tool)
    worded = {tool.text() for tool in tools if tool.toolButtonStyle() is wordy}
    assert {"Map", "Analysis", "Export PDF"} <= worded


def test_alt_arrows_move_a_card(hands: Hands) -> None:
    stage, segment = hands.stages()[0], hands.segments()[0]
    first, second = hands.cell(stage, segment)
    hands.click(("card", hands.card(first).id))
    hands.key(Qt.Key.Key_Down, ALT)
    assert hands.cell(stage, segment) == [second, first]


def test_notices_of_an_import_are_said_with_their_lines(hands: Hands, tmp_path: Path) -> None:
    table = tmp_path / "notes.csv"
    rows = "".join(f"More,Anyone,Now,Visit {n},0\n" for n in range(12))
    table.write_text("map,segment,stage,touchpoint,satisfaction\n" + rows)
    with answering("OK") as answers:
        import_csv(hands.window, table)
    assert len(hands.project.maps()) == 2
    assert "Line 2: satisfaction: 0" in answers.said[0]
    assert "Line 12" not in answers.said[0]
    assert "And 2 more problems." in answers.said[0]


def test_a_draft_saved_elsewhere_is_no_recent_file(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.new_document("blank")
    hands = Hands(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", stubbed(str(tmp_path / "Mine")))
    hands.key(Qt.Key.Key_S, CTRL | SHIFT)
    assert window.program.settings.recent == [tmp_path / "Mine.journey"]


def test_what_is_on_has_a_tick_in_its_menu(hands: Hands) -> None:
    for id in ("curve", "inspector", "tray"):
        action = hands.window.actions_by_id[id]
        assert action.isCheckable()
        assert not action.isIconVisibleInMenu()


def test_qts_file_dialog_speaks_the_language_of_the_windows(window: Window) -> None:
    window.program.set_language("es")
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = QFileDialog.DialogLabel
    assert dialog.labelText(labels.LookIn) == "&Buscar en:"
    assert dialog.labelText(labels.FileType) == "Archivos de &tipo:"
