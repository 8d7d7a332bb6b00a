"""A document that can only be read: everything is there, and nothing asks to be changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import add_record
from journeyeditor.model.records import Touchpoint
from journeyeditor.ui.analysis.view import IMPROVEMENTS_PAGE, ImprovementsPage
from journeyeditor.ui.catalogues.window import CatalogueWindow
from journeyeditor.ui.inspector.fields.group import Section
from journeyeditor.ui.inspector.fields.listing import RowsField
from journeyeditor.ui.inspector.rows import Adder
from journeyeditor.ui.lanes.dialog import LanesDialog
from journeyeditor.ui.window import Window
from tests.ui.analysis.seeing import Analyst
from tests.ui.doing import answering
from tests.ui.samples import save_template

Key = Qt.Key


@pytest.fixture
def reader(window: Window, tmp_path: Path, qtbot: QtBot) -> Analyst:
    """Somebody with the sample map in a file that nobody may write."""
    path = save_template(tmp_path / "Shop.journey")
    document = Document.open(path)
    waiting = add_record(document.project, Touchpoint, Label("Add"), name="Waiting")
    assert waiting
    document.perform(waiting[0] if isinstance(waiting, tuple) else waiting)
    document.close()
    path.chmod(0o444)
    with answering("Open read-only"):
        window.open_path(path)
    return Analyst(window, qtbot)


def open_all(form: QWidget) -> None:
    """Unfold what is folded, and open the first row of each list."""
    for section in form.findChildren(Section):
        section.button.setChecked(True)
    for field in form.findChildren(RowsField):
        if field.isVisible() and field.opens and field.list.rows:
            field.open_row(field.list.rows[0].value)


def assert_locked(form: QWidget) -> None:
    boxes = [*form.findChildren(QPlainTextEdit), *form.findChildren(QLineEdit)]
    assert all(box.isReadOnly() for box in boxes)
    assert not any(adder.isVisible() for adder in form.findChildren(Adder))


def test_the_inspector_can_be_read_and_typed_into_nowhere(reader: Analyst) -> None:
    workspace, before = reader.workspace, reader.project
    inspector = workspace.inspector
    card = next(c for c in before.placements(workspace.map) if c.critical)
    keys = (
        ("card", card.id),
        ("stage", card.stage),
        ("segment", card.segment),
        None,
    )
    texts = 0
    for key in keys:
        workspace.canvas.select([key] if key else [])
        for panel in inspector.form.panels:
            inspector.form.show_panel(panel)
            front = inspector.form.front
            open_all(front)
            assert_locked(front)
            texts += sum(bool(box.toPlainText()) for box in front.findChildren(QPlainTextEdit))
            for widget in front.findChildren(QWidget):
                if not widget.isVisible() or not widget.isEnabled():
                    continue
                reader.qtbot.keyClick(widget, Key.Key_Delete)
                reader.qtbot.keyClick(widget, Key.Key_X)
            inspector.flush()
    assert texts > 10
    assert workspace.project is before
    assert QApplication.activeModalWidget() is None


def test_a_text_can_be_selected_and_copied(reader: Analyst) -> None:
    workspace = reader.workspace
    workspace.canvas.select([("card", reader.project.placements(workspace.map)[0].id)])
    name = workspace.inspector.form.front.name
    assert name is not None
    name.box.setFocus()
    reader.qtbot.keyClick(name.box, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reader.qtbot.keyClick(name.box, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == name.box.toPlainText() != ""


def test_the_map_takes_no_words(reader: Analyst) -> None:
    workspace = reader.workspace
    card = reader.project.placements(workspace.map)[0]
    reader.click(("card", card.id))
    for key in (Key.Key_F2, Key.Key_N, Key.Key_Return):
        reader.key(key)
        assert reader.workspace.focusWidget() is workspace.canvas
    reader.double_click(("cell", card.stage, card.segment), y=0.99)
    assert reader.workspace.focusWidget() is workspace.canvas
    workspace.tabs.show()
    workspace.tabs.rename(0)
    assert not workspace.tabs.findChildren(QLineEdit)
    assert not workspace.tray.isHidden()
    workspace.tray.view.selectAll()
    reader.qtbot.keyClick(workspace.tray.view, Key.Key_Return)
    reader.qtbot.keyClick(workspace.tray.view, Key.Key_Delete)
    assert QApplication.activeModalWidget() is None


def test_catalogues_and_lanes_are_locked(reader: Analyst) -> None:
    shown = CatalogueWindow(reader.window, editable=False)
    shown.refresh(reader.project)
    shown.show()
    entry = shown.listing.list.model().index(0, 0)
    shown.listing.list.setCurrentIndex(entry)
    assert shown.detail.findChildren(QPlainTextEdit)
    assert_locked(shown.detail)
    shown.close()
    lanes = LanesDialog(reader.workspace)
    buttons = (lanes.add_text, lanes.add_pictures, lanes.rename, lanes.remove)
    assert not any(button.isEnabled() for button in buttons)
    lanes.close()


def test_findings_and_improvements_can_only_be_read(reader: Analyst) -> None:
    reader.wait()
    row = next(iter(reader.strip.rows.values()))
    row.open_up()
    assert not any(b.isVisible() for b in (row.improve, row.aside, row.back))
    assert [action.text() for action in row.menu().actions()] == ["Show on the map"]
    reader.press(row, Key.Key_Delete)
    assert QApplication.activeModalWidget() is None
    reader.analyse(IMPROVEMENTS_PAGE)
    page = reader.workspace.desk.view.pages[IMPROVEMENTS_PAGE]
    assert isinstance(page, ImprovementsPage)
    assert not page.new.isVisible()
    assert not reader.workspace.desk.strip.head.limits.isVisible()
    assert not any(column.dragEnabled() for column in page.board.columns)
    assert isinstance(row.improve, QAbstractButton)
