"""The window of the catalogues, by keyboard alone: look, edit, add, merge, remove, go there."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.choices import Better, ChannelFamily, CustomKind, PartyKind
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    Classification,
    CustomField,
    DataItem,
    Metric,
    Party,
    Process,
    Responsibility,
    Touchpoint,
)
from journeyeditor.model.uses import count_uses
from journeyeditor.templates import make_project
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.icons import IconPopup
from journeyeditor.ui.catalogues.kinds import CATALOGUES
from journeyeditor.ui.catalogues.removal import Removal
from journeyeditor.ui.chrome.look import font
from tests.ui.catalogues.shelf import Shelf, shelf_of
from tests.ui.hands import ALT, CTRL, SHIFT, type_letter

N = TypeVar("N", Axis, Metric, Party, Process)


@pytest.fixture
def shelf(qtbot: QtBot) -> Iterator[Shelf]:
    """The window with the sample, in English."""
    language = tr.language
    tr.use("en")
    document = sample()
    yield shelf_of(qtbot, document)
    document.abandon()
    tr.use(language)


def of(shelf: Shelf, kind: type[N], name: str) -> N:
    """The record of a kind with a name."""
    return next(record for record in shelf.project.all(kind) if record.name == name)


def sample() -> Document:
    made = make_project("sample", tr.language)
    return Document.new(made.project, made.assets, "sample")


def test_each_catalogue_lists_the_projects_entries_and_says_how_many(shelf: Shelf) -> None:
    for catalogue in CATALOGUES:
        shelf.turn(catalogue.kind)
        assert len(shelf.listed) == shelf.project.count(catalogue.kind)
        [shown] = [e for e in shelf.shown.nav.entries if e.value is catalogue]
        assert shown.aside == str(len(shelf.listed))
    shelf.turn(Channel)
    email = next(entry for entry in shelf.shown.list.entries if entry.text == "Email")
    assert email.aside == str(count_uses(shelf.project, Channel, email.value)) != "0"


def test_search_ignores_accents_and_case_and_finds_channels_by_other_names(shelf: Shelf) -> None:
    shelf.turn(Party)
    shelf.take("ÍSLA")
    assert shelf.listed == ["Isla Grant"]
    shelf.turn(Channel)
    shelf.take("whats")
    assert shelf.listed == ["WhatsApp"]
    shelf.qtbot.keyClick(shelf.shown.search, Qt.Key.Key_Escape)
    assert len(shelf.listed) == shelf.project.count(Channel)
    assert shelf.shown.isVisible()


def test_a_new_name_is_new_everywhere_and_one_step(shelf: Shelf) -> None:
    shelf.turn(Process)
    name = shelf.listed[0]
    process = of(shelf, Process, name)
    shelf.take(name)
    shelf.rename("Cobro")
    shelf.key(Qt.Key.Key_Return)
    assert shelf.project.get(Process, process.id).name == "Cobro"
    assert len(shelf.document.history) == 1
    shelf.take("cobro")
    assert shelf.listed == ["Cobro"]
    shelf.qtbot.keyClick(shelf.shown, Qt.Key.Key_Z, CTRL)
    assert shelf.project.get(Process, process.id).name == name
    shelf.qtbot.keyClick(shelf.shown, Qt.Key.Key_Y, CTRL)
    assert shelf.project.get(Process, process.id).name == "Cobro"


def test_what_came_with_the_program_speaks_the_language_until_it_is_renamed(shelf: Shelf) -> None:
    shelf.turn(Channel)
    shelf.take("email")
    email = shelf.chosen
    for typed, kept in (("Correo VIP", "Correo VIP"), ("Email", "")):
        shelf.rename(typed)
        shelf.key(Qt.Key.Key_Return)
        assert shelf.project.get(Channel, email).name == kept
        shelf.shown.list.setFocus()


def test_all_fields_of_a_channel(shelf: Shelf) -> None:
    shelf.turn(Channel)
    shelf.take("email")
    email = shelf.chosen
    shelf.field("Family").enter()
    shelf.type("pho")
    shelf.choose("")
    assert shelf.project.get(Channel, email).family is ChannelFamily.PHONE
    shelf.field("Icon").enter()
    shelf.key(Qt.Key.Key_Return)
    [popup] = shelf.shown.findChildren(IconPopup)
    shelf.qtbot.keyClick(popup.list, Qt.Key.Key_Right)
    shelf.qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert shelf.project.get(Channel, email).icon == "megaphone"


def test_a_channel_of_the_catalogue_is_added_once(shelf: Shelf) -> None:
    shelf.turn(Channel)
    before = shelf.project.count(Channel)
    for _ in range(2):
        shelf.shown.listing.adder.setFocus()
        shelf.key(Qt.Key.Key_Return)
        shelf.choose("news")
        assert shelf.shown.detail.name.text() == "Newsletter"
        assert shelf.project.count(Channel) == before + 1
    [channel] = [c for c in shelf.project.all(Channel) if c.builtin == "newsletter"]
    assert channel.name == ""


def test_a_name_that_is_not_found_is_added_with_enter(shelf: Shelf) -> None:
    shelf.turn(Metric)
    shelf.qtbot.keyClick(shelf.shown, Qt.Key.Key_F, CTRL)
    shelf.enter("Árboles")
    shelf.choose("")
    metric = of(shelf, Metric, "Árboles")
    assert shelf.shown.list.selected == [metric.id]
    shelf.field("Unit").enter()
    shelf.enter("u")
    shelf.field("Direction").enter()
    shelf.key(Qt.Key.Key_2)
    metric = of(shelf, Metric, "Árboles")
    assert (metric.unit, metric.better) == ("u", Better.LOWER)  # type: ignore[attr-defined]


def test_people_get_their_kind_department_and_contact(shelf: Shelf) -> None:
    shelf.turn(Party)
    shelf.add("Eva")
    shelf.field("Department").enter()
    shelf.key(Qt.Key.Key_Return)
    shelf.choose("Compras")
    shelf.field("Contact").enter()
    shelf.enter("eva@x.es")
    eva, compras = (of(shelf, Party, name) for name in ("Eva", "Compras"))
    assert (eva.kind, eva.contact) == (PartyKind.PERSON, "eva@x.es")  # type: ignore[attr-defined]
    assert eva.department == compras.id  # type: ignore[attr-defined]
    assert compras.kind is PartyKind.DEPARTMENT  # type: ignore[attr-defined]


def test_an_axis_of_the_users_own_and_its_values_in_order(shelf: Shelf) -> None:
    shelf.turn(Axis)
    shelf.add("Tono")
    values = shelf.field("Values")
    values.enter()
    shelf.enter("Cálido")
    shelf.enter("Frío")
    shelf.key(Qt.Key.Key_Escape)
    axis = of(shelf, Axis, "Tono")
    assert [v.name for v in shelf.project.where(AxisValue, axis=axis.id)] == ["Cálido", "Frío"]
    shelf.shown.list.setFocus()
    place = shelf.listed.index("Tono")
    shelf.key(Qt.Key.Key_Up, ALT)
    assert shelf.listed.index("Tono") == place - 1
    assert shelf.shown.list.selected == [axis.id]


def test_a_value_that_goes_is_replaced_where_touchpoints_have_it(shelf: Shelf) -> None:
    shelf.turn(Axis)
    shelf.take("medium")
    digital, physical, _ = shelf.project.where(AxisValue, axis=shelf.chosen)
    had = {link.touchpoint for link in shelf.project.where(Classification, value=digital.id)}
    assert had
    shelf.field("Values").remove(digital.id)  # type: ignore[attr-defined]
    replace_by(shelf, shelf.field("Values").findChild(Removal), "phys")
    now = {link.touchpoint for link in shelf.project.where(Classification, value=physical.id)}
    assert had <= now
    assert shelf.project.find(AxisValue, digital.id) is None


def test_own_fields_hold_what_their_users_say(shelf: Shelf) -> None:
    shelf.turn(CustomField)
    shelf.add("Turno")
    shelf.field("What it holds").enter()
    shelf.key(Qt.Key.Key_3)
    [field] = shelf.project.all(CustomField)
    assert (field.name, field.kind) == ("Turno", CustomKind.DATE)


def test_two_that_mean_the_same_become_one(shelf: Shelf) -> None:
    shelf.turn(Party)
    keep, other = (of(shelf, Party, name) for name in ("Liam Walsh", "Peter Thorne"))
    did = {link.subject for link in shelf.project.where(Responsibility, party=other.id)}
    shelf.take("PÉTER")
    shelf.shown.merge()
    shelf.choose("liam")
    assert shelf.project.find(Party, other.id) is None
    assert did <= {link.subject for link in shelf.project.where(Responsibility, party=keep.id)}
    assert shelf.shown.list.selected == [keep.id]
    assert len(shelf.document.history) == 1


def test_several_become_one_and_several_are_changed_at_once(shelf: Shelf) -> None:
    shelf.turn(Party)
    shelf.key(Qt.Key.Key_Home)
    shelf.key(Qt.Key.Key_Down, SHIFT)
    ids = shelf.shown.list.selected
    assert len(ids) == 2
    assert shelf.shown.detail.name.text() == "2 entries"
    shelf.field("What it is").enter()
    shelf.key(Qt.Key.Key_1)
    assert {shelf.project.get(Party, id).kind for id in ids} == {PartyKind.PERSON}
    count = shelf.project.count(Party)
    shelf.shown.merge()
    shelf.choose("")
    assert shelf.project.count(Party) == count - 2


def test_an_entry_without_uses_goes_at_once(shelf: Shelf) -> None:
    shelf.turn(DataItem)
    shelf.add("Zzz")
    shelf.shown.list.setFocus()
    shelf.key(Qt.Key.Key_Delete)
    assert not [item for item in shelf.project.all(DataItem) if item.name == "Zzz"]
    assert shelf.shown.list.selected


def test_a_used_one_asks_and_its_uses_are_cleared(shelf: Shelf) -> None:
    shelf.turn(Channel)
    shelf.take("email")
    email = shelf.chosen
    had = [t.id for t in shelf.project.where(Touchpoint, channel=email)]
    shelf.key(Qt.Key.Key_Delete)
    dialog = shelf.shown.findChild(Removal)
    assert "Email" in dialog.accessibleName()
    shelf.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shelf.project.find(Channel, email)
    shelf.key(Qt.Key.Key_Delete)
    dialog = shelf.shown.findChildren(Removal)[-1]
    shelf.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert shelf.project.find(Channel, email) is None
    assert {shelf.project.get(Touchpoint, id).channel for id in had} == {None}


def test_a_used_one_asks_and_another_takes_its_place(shelf: Shelf) -> None:
    shelf.turn(Channel)
    shelf.take("email")
    email = shelf.chosen
    had = [t.id for t in shelf.project.where(Touchpoint, channel=email)]
    phone = next(c for c in shelf.project.all(Channel) if c.builtin == "phone")
    shelf.key(Qt.Key.Key_Delete)
    replace_by(shelf, shelf.shown.findChild(Removal), "phone")
    assert shelf.project.find(Channel, email) is None
    assert {shelf.project.get(Touchpoint, id).channel for id in had} == {phone.id}
    assert len(shelf.document.history) == 1


def replace_by(shelf: Shelf, dialog: Removal, name: str) -> None:
    """Answer the question with another entry, by keys."""
    shelf.qtbot.keyClick(dialog.way.buttons[0], Qt.Key.Key_2)
    assert not dialog.remove.isEnabled()
    shelf.qtbot.keyClick(dialog.by, Qt.Key.Key_Return)
    picker = dialog.findChildren(QLineEdit)[-1]
    for letter in name:
        type_letter(picker, letter)
    shelf.qtbot.keyClick(picker, Qt.Key.Key_Return)
    shelf.qtbot.keyClick(dialog.remove, Qt.Key.Key_Return)


def test_the_use_of_a_process_leads_to_the_process(shelf: Shelf) -> None:
    shelf.turn(Party)
    shelf.take("finance")
    row = next(i for i, use in enumerate(shelf.uses.entries) if isinstance(use.value, Process))
    process = shelf.uses.entries[row].value
    shelf.go_to(row)
    assert shelf.shown.catalogue.kind is Process
    assert shelf.shown.list.selected == [process.id]


def test_what_is_being_typed_is_not_lost_when_the_window_closes(shelf: Shelf) -> None:
    shelf.turn(DataItem)
    shelf.take(shelf.listed[0])
    item = shelf.chosen
    shelf.rename("Pedido")
    shelf.shown.close()
    assert shelf.project.get(DataItem, item).name == "Pedido"


def test_the_window_follows_changes_made_elsewhere(shelf: Shelf) -> None:
    shelf.turn(Party)
    shelf.take("liam")
    shelf.shown.search.clear()
    party = of(shelf, Party, "Liam Walsh")
    shelf.shown.merge()
    shelf.choose("peter")
    shelf.document.undo()
    assert "Liam Walsh" in shelf.listed
    assert shelf.project.find(Party, party.id)


def test_every_control_has_a_name_and_entries_say_how_often_they_are_used(shelf: Shelf) -> None:
    for catalogue in CATALOGUES:
        shelf.turn(catalogue.kind)
        if shelf.listed:
            shelf.key(Qt.Key.Key_Home)
        stops = [w for w in shelf.shown.findChildren(QWidget)
                 if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
        for stop in stops:
            spoken = QAccessible.queryAccessibleInterface(stop)
            assert spoken.text(QAccessible.Text.Name), (catalogue.title, stop)
    shelf.turn(Channel)
    index = shelf.shown.list.model().index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "used in 1 place" in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_cut_off_in_a_small_window(shelf: Shelf, qtbot: QtBot, language: str) -> None:
    tr.use(language)
    shown = shelf_of(qtbot, shelf.document).shown
    shown.resize(1000, 600)
    for catalogue in CATALOGUES:
        shown.nav.select([catalogue])
        words = QFontMetrics(font(12.5)).horizontalAdvance(tr(catalogue.title))
        assert words <= shown.nav.viewport().width() - 84, tr(catalogue.title)
        for button in (shown.detail.merge, shown.detail.remove, shown.listing.adder):
            assert button.width() >= button.sizeHint().width() or not button.isVisible()
