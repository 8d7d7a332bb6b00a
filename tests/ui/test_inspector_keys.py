"""A facilitator's workshop: everything about a card by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.analysis.completeness import QUESTIONS, Panel, completeness
from journeyeditor.document import Document
from journeyeditor.model.choices import Evidence, Role
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    DataItem,
    Interaction,
    Metric,
    Party,
    Process,
    Responsibility,
    Touchpoint,
)
from journeyeditor.ui.inspector.fields.emotion import EmotionSlider
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.inspector.questions import IN_ORDER, step
from journeyeditor.ui.window import Window
from tests.acting import small_project
from tests.ui.hands import CTRL, SHIFT, Hands

Key = Qt.Key


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    window.new_document("blank")
    return Hands(window, qtbot)


def capture(hands: Hands, *names: str) -> None:
    """Write cards into the current cell."""
    hands.canvas.setFocus()
    hands.key(Key.Key_N)
    for name in names:
        hands.enter(name)
    hands.key(Key.Key_Escape)


def asked(hands: Hands) -> str:
    """What the status bar says now."""
    return hands.workspace.status.hint.text()


def test_a_card_with_all_that_belongs_to_it_by_keyboard_alone(hands: Hands) -> None:
    capture(hands, "Pay online")
    hands.key(Key.Key_F7)
    assert asked(hands) == "Where does it happen? · 1 of 11 open"
    hands.enter("email")
    hands.key(Key.Key_F7)
    hands.key(Key.Key_3)  # researched
    hands.key(Key.Key_F7)
    assert asked(hands).startswith("Who is responsible?")
    hands.enter("Ana Prieto")
    hands.key(Key.Key_F7)
    hands.enter("Refund")
    hands.key(Key.Key_F7)
    assert asked(hands).startswith("How does the customer feel?")
    hands.key(Key.Key_End)
    hands.key(Key.Key_F7)
    hands.enter("Certainty")
    hands.key(Key.Key_F7)
    hands.enter("Too many steps")
    hands.key(Key.Key_F7)
    assert asked(hands).startswith("Which outcome do we want?")
    hands.type("They pay at once")
    hands.key(Key.Key_F7)
    hands.type("One click")
    hands.key(Key.Key_F7)
    hands.enter("Time to pay")
    hands.key(Key.Key_F7)
    hands.enter("Conversion")
    hands.key(Key.Key_F7)
    assert asked(hands) == "Every question of this map is answered."
    add_interactions(hands)
    check(hands.project)
    path = hands.workspace.document.path
    hands.window.close()
    check(reopened(path))


def add_interactions(hands: Hands) -> None:
    """To the details, and on with Tab to the list of interactions."""
    hands.key(Key.Key_1, CTRL)
    tab_to(hands, "Add interaction")
    hands.enter("Opens the link")
    hands.enter("Confirms")
    hands.key(Key.Key_Escape)


def tab_to(hands: Hands, name: str) -> list[str]:
    """Press Tab until a button of this name has the focus; what was passed on the way."""
    passed: list[str] = []
    while (here := spoken(QApplication.focusWidget())) != name:
        assert len(passed) < 40, f"no way to “{name}”: {passed}"
        passed.append(here)
        hands.key(Key.Key_Tab)
    return passed


def spoken(widget: QWidget | None) -> str:
    """A button's words, else what a widget is called."""
    assert widget is not None
    return widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()


def check(project: Project) -> None:
    """The card is as it was told."""
    [card] = project.placements(project.maps()[0].id)
    [point] = project.all(Touchpoint)
    assert completeness(project, card).open == ()
    assert (point.name, point.evidence) == ("Pay online", Evidence.RESEARCHED)
    assert project.get(Channel, point.channel or "").builtin == "email"
    [duty] = project.all(Responsibility)
    assert (project.get(Party, duty.party).name, duty.role) == ("Ana Prieto", Role.RESPONSIBLE)
    assert [process.name for process in project.all(Process)] == ["Refund"]
    assert (card.emotion, card.needs, card.obstacles) == (2, ("Certainty",), ("Too many steps",))
    assert (point.desired_outcome, point.optimal_experience) == ("They pay at once", "One click")
    assert [item.name for item in project.all(DataItem)] == ["Time to pay"]
    assert project.count(Metric) == 1
    steps = [interaction.text for interaction in project.ordered(Interaction)]
    assert steps == ["Opens the link", "Confirms"]


def reopened(path: Path) -> Project:
    document = Document.open(path)
    project = document.project
    document.close()
    return project


def test_the_next_question_goes_on_to_the_next_card(hands: Hands) -> None:
    capture(hands, "First", "Second")
    first, second = hands.card("First"), hands.card("Second")
    hands.click(("card", first.id))
    for _ in IN_ORDER:
        hands.key(Key.Key_F7)
    assert hands.workspace.cards == (first.id,)
    hands.key(Key.Key_F7)
    assert hands.workspace.cards == (second.id,)
    assert asked(hands) == "Where does it happen? · 1 of 11 open"
    hands.key(Key.Key_F7, SHIFT)
    assert hands.workspace.cards == (first.id,)
    assert asked(hands) == "How is it measured? · 11 of 11 open"


def test_the_questions_come_as_they_stand_on_the_panels(hands: Hands) -> None:
    capture(hands, "Card")
    card = hands.workspace.inspector.card
    fields = [field for panel in card.panels for field in card.form(panel).parts()]
    standing = [field.question for field in fields if field.question]
    assert standing == [question.id for question in IN_ORDER]
    assert set(IN_ORDER) == set(QUESTIONS)


def test_tab_goes_through_a_panel_as_it_is_seen(hands: Hands) -> None:
    capture(hands, "Card")
    hands.workspace.inspector.enter()
    assert tab_to(hands, "Hypothesis") == [
        *("Title", "Description", "Choose a channel"),
        *("Digital", "Direct", "Proactive", "Communication", "Controllable", "One-way"),
        *("Message", "Add interaction"),
    ]
    tab_to(hands, "Protocol and resources")
    hands.key(Key.Key_Space)
    assert tab_to(hands, "Brand and senses")[1:] == [
        *("Protocol", "Help path", "Resources", "Assets and platform"),
    ]


def test_each_question_has_a_field_that_takes_the_focus(hands: Hands) -> None:
    capture(hands, "Card")
    inspector = hands.workspace.inspector
    for question in QUESTIONS:
        inspector.open_question(question.id)
        assert inspector.panel is question.panel
        assert inspector.question == question.id
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.isVisible()
        assert inspector.isAncestorOf(focus)


def test_keys_for_panels_show_first_and_enter_then(hands: Hands) -> None:
    capture(hands, "Card", "Other")
    hands.click(("card", hands.card("Card").id))
    hands.key(Key.Key_4, CTRL)
    assert hands.workspace.inspector.panel is Panel.EMOTIONS
    assert QApplication.focusWidget() is hands.canvas
    hands.key(Key.Key_Down)
    assert hands.workspace.cards == (hands.card("Other").id,)
    hands.key(Key.Key_4, CTRL)
    assert isinstance(QApplication.focusWidget(), EmotionSlider)
    hands.key(Key.Key_2, CTRL)  # from within it goes into the next panel
    assert hands.workspace.inspector.isAncestorOf(QApplication.focusWidget())
    hands.key(Key.Key_Escape)
    assert QApplication.focusWidget() is hands.canvas
    assert hands.workspace.inspector.panel is Panel.OWNERS


def test_a_panel_shows_though_the_inspector_was_closed(hands: Hands) -> None:
    capture(hands, "Card")
    hands.key(Key.Key_F4)
    assert not hands.workspace.shows_inspector
    hands.key(Key.Key_F7)
    assert hands.workspace.shows_inspector
    assert isinstance(QApplication.focusWidget(), PickButton)


def test_the_menu_of_the_heading_is_that_of_the_card(hands: Hands) -> None:
    capture(hands, "Card")
    QTest.mouseClick(hands.workspace.inspector.header.menu, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions()]
    assert {"Duplicate", "Merge as one touchpoint", "Remove from the map"} <= set(names)
    menu.close()


def test_the_way_through_the_questions_ends_where_all_is_answered() -> None:
    project = small_project()
    map = project.maps()[0].id
    [card] = project.placements(map)
    way, question = [], ""
    for _ in range(len(QUESTIONS) + 1):
        found = step(project, map, card.id, question, 1)
        assert found is not None
        way.append((found.question.id, found.place))
        question = found.question.id
    assert way[: len(QUESTIONS)] == [(q.id, i) for i, q in enumerate(IN_ORDER, 1)]
    assert way[-1] == (IN_ORDER[0].id, 1)
    assert step(Project(), map, None, "", 1) is None
