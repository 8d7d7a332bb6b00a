"""Owners and processes of a touchpoint, by keyboard and menus."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeyeditor.analysis.responsibility import owner_load
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Execution, PartyKind, Role, TrainingState
from journeyeditor.model.edits.cards import add_card
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.edits.touchpoints import set_processes
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Party,
    Placement,
    Process,
    ProcessUse,
    Responsibility,
)
from journeyeditor.ui.catalogues.window import CatalogueWindow
from journeyeditor.ui.inspector.fields.load import LoadField
from journeyeditor.ui.inspector.fields.others import OtherTouchpointsField
from journeyeditor.ui.inspector.fields.parties import PartiesField
from journeyeditor.ui.inspector.fields.processes import ProcessesField
from journeyeditor.ui.inspector.fields.training import TrainingField
from journeyeditor.ui.inspector.picker import Picker
from journeyeditor.ui.inspector.rowhead import RowHead
from journeyeditor.ui.window import Window
from tests.ui.bench import Bench, card, touchpoint
from tests.ui.hands import Hands

Key = Qt.Key


def choose(head: RowHead, text: str) -> None:
    """Open a row's menu as the Menu key does, and choose an entry."""

    def pick() -> None:
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        texts = {action.text(): action for action in shown.actions()}
        action = texts[text]
        shown.close()
        action.trigger()

    QTimer.singleShot(0, pick)
    key, middle = QContextMenuEvent.Reason.Keyboard, head.rect().center()
    QApplication.sendEvent(head, QContextMenuEvent(key, middle, head.mapToGlobal(middle)))


def roles(bench: Bench) -> set[tuple[str, Role]]:
    found = bench.project.all(Responsibility)
    return {(bench.project.get(Party, link.party).name, link.role) for link in found}


def party(bench: Bench, name: str) -> Party:
    return next(it for it in bench.project.all(Party) if it.name == name)


def test_typing_on_the_last_row_finds_or_makes_a_person(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(PartiesField, "Responsible")
    field.list.adder.setFocus()
    bench.enter("Ana Núñez", Key.Key_Return)
    assert roles(bench) == {("Ana Núñez", Role.RESPONSIBLE)}
    assert bench.focus is field.list.adder
    support = bench.field(PartiesField, "Support it")
    support.list.adder.setFocus()
    bench.enter("nunez", Key.Key_Return)
    assert roles(bench) == {("Ana Núñez", Role.RESPONSIBLE), ("Ana Núñez", Role.SUPPORTS)}
    assert bench.project.count(Party) == 1
    assert bench.undo() == "Set owners"
    assert [head.text() for head in support.list.heads] == []


def test_the_menu_turns_a_person_into_a_department(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(PartiesField, "Responsible")
    bench.pick(field, "Warehouse")
    choose(field.list.heads[0], "Department")
    assert party(bench, "Warehouse").kind is PartyKind.DEPARTMENT
    assert field.list.heads[0].accessibleName() == "Warehouse, Department"
    assert bench.undo() == "Kind of “{name}”"
    assert party(bench, "Warehouse").kind is PartyKind.PERSON
    choose(field.list.heads[0], "Remove")
    assert roles(bench) == set()


def test_a_row_opens_to_department_and_contact(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(PartiesField, "Responsible")
    bench.pick(field, "Ana")
    name, _, department, contact = bench.open(field)
    bench.pick(department, "Logistics")
    assert party(bench, "Logistics").kind is PartyKind.DEPARTMENT
    assert field.list.heads[0].accessibleName() == "Ana, Logistics"
    contact.enter()
    bench.enter("ana@example.org", Key.Key_Return)
    assert party(bench, "Ana").contact == "ana@example.org"
    name.enter()
    name.box.selectAll()
    bench.enter("Ana Prieto", Key.Key_Return)
    assert party(bench, "Ana Prieto").contact == "ana@example.org"
    department.button.setFocus()
    bench.press(Key.Key_Delete)
    assert party(bench, "Ana Prieto").department is None
    assert bench.undo() == "Set department"


def test_training_has_a_state_and_words(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(TrainingField)
    field.box.setFocus()
    bench.enter("Returns guide")
    [pending] = [it for it in field.state.menu().actions() if it.text() == "Pending"]
    pending.trigger()
    assert touchpoint(bench).training == "Returns guide"
    assert touchpoint(bench).training_state is TrainingState.PENDING
    assert field.state.text() == "Pending"
    [unknown] = [it for it in field.state.menu().actions() if it.text() == "Not known"]
    unknown.trigger()
    assert touchpoint(bench).training_state is None
    assert [bench.undo() for _ in range(3)] == [
        "Set state of staff training", "Set state of staff training", "Edit staff training"
    ]  # fmt: skip
    assert touchpoint(bench).training == ""


def test_load_counts_what_the_responsible_owns_on_this_map(bench: Bench) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    bench._do(lambda p: set_fields(p, Placement, [first.id], Label("."), critical=True))
    bench.select(*(("card", it.id) for it in bench.project.all(Placement)))
    bench.pick(bench.field(PartiesField, "Responsible"), "Ana")
    bench.select(("card", first.id))
    field = bench.field(LoadField)
    [(title, bar)] = field._lines
    assert title.text() == "Load of Ana"
    assert bar.words == "2 touchpoints, 1 critical"
    [map] = bench.project.maps()
    assert owner_load(bench.project, map.id, party(bench, "Ana").id) == (2, 1)


def test_a_process_is_a_card_that_opens(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(ProcessesField)
    bench.pick(field, "Refund")
    bench.enter("x", Key.Key_Escape)  # the popup's keys stay in the popup
    fields = {it.title.text(): it for it in bench.open(field)}
    bench.pick(fields["Responsible"], "Pablo")
    bench.pick(fields["Support it"], "Finance")
    fields["Execution"].enter()
    bench.press(Key.Key_Right, Key.Key_Space)
    for title, words in (
        ("What a person checks", "over 300 €"),
        ("Resources", "Till"),
        ("State", "No deadline"),
    ):
        fields[title].enter()
        bench.enter(words, Key.Key_Tab)
    [process] = bench.project.all(Process)
    assert (process.execution, process.human_check, process.resources, process.state) == (
        Execution.SEMI, "over 300 €", "Till", "No deadline"
    )  # fmt: skip
    assert roles(bench) == {("Pablo", Role.RESPONSIBLE), ("Finance", Role.SUPPORTS)}
    assert field.list.heads[0].accessibleName() == (
        "Refund, Responsible: Pablo, Support it: Finance, "
        "Execution: Semi-automatic · over 300 €, Resources: Till, State: No deadline"
    )
    choose(field.list.heads[0], "Remove")
    assert bench.project.count(ProcessUse) == 0
    assert bench.project.count(Process) == 1  # it stays in the catalogue
    assert bench.undo() == "Set processes"
    assert bench.project.count(ProcessUse) == 1


def test_other_touchpoints_with_the_same_process_lead_to_their_cards(bench: Bench) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    [other] = [it for it in bench.project.all(Placement) if it.id != first.id]

    def share(project: Project) -> Change | None:
        return set_processes(project, [first.touchpoint, other.touchpoint], ["Refund"])

    bench.select(("card", first.id))
    bench._do(share)
    field = bench.field(OtherTouchpointsField)
    assert [head.accessibleName() for head in field.list.heads] == ["Otra, Refund"]
    asked: list[object] = []
    bench.panel.visit_asked.connect(asked.append)
    field.list.heads[0].setFocus()
    bench.press(Key.Key_Return)
    assert asked == [("card", other.id)]


def test_two_cards_show_and_change_what_they_share(bench: Bench) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    bench.select(("card", first.id))
    bench.pick(bench.field(PartiesField, "Support it"), "Ana")
    bench.select(*(("card", it.id) for it in bench.project.all(Placement)))
    field = bench.field(PartiesField, "Support it")
    assert field.list.heads == []
    bench.pick(field, "Luis")
    assert [head.text() for head in field.list.heads] == ["Luis"]
    assert bench.project.count(Responsibility) == 3
    bench.undo()
    assert bench.project.count(Responsibility) == 1


def test_the_inspector_leads_to_another_map_and_to_the_catalogues(
    window: Window, qtbot: QtBot
) -> None:
    window.new_document("sample")
    hands = Hands(window, qtbot)
    first = hands.project.placements(hands.workspace.map)[0]
    workspace = hands.workspace
    away = workspace.editor.duplicate_map(workspace.map)
    other = hands.project.placements(away)[0]
    inspector = workspace.inspector
    inspector.visit_asked.emit(("card", other.id))
    assert workspace.map == away
    assert workspace.cards == (other.id,)
    inspector.visit_asked.emit(("card", first.id))
    inspector.show_panel("processes")
    [field] = inspector.findChildren(ProcessesField)
    field.add("")
    qtbot.keyClicks(field.findChildren(Picker)[-1].search, "Brand new")
    qtbot.keyClick(field.findChildren(Picker)[-1].search, Key.Key_Return)
    choose(field.list.head(field.list.rows[0].value), "Open in the catalogues")
    shown = workspace.findChild(CatalogueWindow)
    assert shown.isVisible()
    assert shown.catalogue.kind is Process
    assert shown.list.selected == [field.list.rows[0].value]
