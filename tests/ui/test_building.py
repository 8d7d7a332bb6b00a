"""A person builds maps with mouse and keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from journeyeditor.analysis.completeness import Panel
from journeyeditor.catalogue import channel_name
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    Party,
    Placement,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.templates import make_project
from journeyeditor.ui.inspector.fields.channel import ChannelField
from journeyeditor.ui.inspector.fields.critical import CriticalField
from journeyeditor.ui.inspector.fields.emotion import EmotionField
from journeyeditor.ui.inspector.fields.parties import PartiesField
from journeyeditor.ui.window import Window
from tests.ui.hands import ALT, CTRL, SHIFT, Hands

Key = Qt.Key


@pytest.fixture
def blank(window: Window, qtbot: QtBot) -> Hands:
    """A blank map, begun by a click on its tile."""
    assert window.start is not None
    tile = window.start.templates.tiles[-1]
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    return Hands(window, qtbot)


def cell_key(hands: Hands, stage: str, segment: str) -> tuple[str, str, str]:
    return "cell", hands.stage(stage).id, hands.segment(segment).id


def test_a_small_map_from_a_blank_one(blank: Hands) -> None:
    hands = blank
    first, second, third = hands.stages()
    [row] = hands.segments()
    hands.click(cell_key(hands, first, row))
    hands.key(Key.Key_N)
    for name in ("Sees an advert", "Looks us up", "Reads reviews"):
        hands.enter(name)
    hands.key(Key.Key_Escape)
    assert hands.cell(first, row) == ["Sees an advert", "Looks us up", "Reads reviews"]

    hands.click(("card", hands.card("Reads reviews").id))
    hands.key(Key.Key_Right, ALT)
    assert hands.cell(second, row) == ["Reads reviews"]

    start = hands.place(("card", hands.card("Looks us up").id))
    hands.drag(start, hands.place(cell_key(hands, third, row)))
    assert hands.cell(third, row) == ["Looks us up"]

    start = hands.place(("card", hands.card("Reads reviews").id))
    hands.drag(start, hands.place(cell_key(hands, third, row), y=0.9), CTRL)
    assert hands.cell(third, row) == ["Looks us up", "Reads reviews"]
    assert hands.project.count(Touchpoint) == 4

    start = hands.place(("card", hands.card("Sees an advert").id))
    hands.drag(start, hands.place(cell_key(hands, second, row), y=0.9), CTRL | SHIFT)
    assert hands.project.count(Touchpoint) == 4
    assert hands.project.count(Placement) == 5

    hands.click(("card", hands.card("Looks us up").id))
    hands.key(Key.Key_F2)
    hands.key(Key.Key_A, CTRL)
    hands.enter("Searches for us")
    assert "Searches for us" in hands.cell(third, row)

    hands.double_click(("stage", hands.stage(first).id), x=0.2, y=0.2)
    hands.key(Key.Key_A, CTRL)
    hands.enter("Discovery")
    assert hands.stages()[0] == "Discovery"

    for _ in range(7):
        hands.key(Key.Key_Z, CTRL)
    hands.key(Key.Key_Z, CTRL)
    hands.key(Key.Key_Z, CTRL)
    assert hands.project.count(Placement) == 0
    assert hands.stages()[0] == first


def test_escape_calls_a_drag_off(blank: Hands, qtbot: QtBot) -> None:
    hands = blank
    first, second, _ = hands.stages()
    [row] = hands.segments()
    hands.click(cell_key(hands, first, row))
    hands.key(Key.Key_N)
    hands.enter("One")
    hands.key(Key.Key_Escape)
    start = hands.place(("card", hands.card("One").id))
    end = hands.place(cell_key(hands, second, row))
    qtbot.mousePress(hands.canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(hands.canvas, start + QPoint(30, 0))
    qtbot.mouseMove(hands.canvas, end)
    hands.key(Key.Key_Escape)
    qtbot.mouseRelease(hands.canvas, Qt.MouseButton.LeftButton, pos=end)
    assert hands.cell(first, row) == ["One"]


def test_stages_are_dragged_and_widened(blank: Hands) -> None:
    hands = blank
    first, second, third = hands.stages()
    start = hands.place(("stage", hands.stage(first).id), x=0.3, y=0.3)
    hands.drag(start, hands.place(("stage", hands.stage(third).id), x=0.9, y=0.3))
    assert hands.stages() == [second, third, first]
    before = hands.stage(third).width
    edge = hands.place(("stage", hands.stage(third).id), x=1.0, y=0.3)
    hands.drag(edge, edge + QPoint(80, 0))
    assert hands.stage(third).width > before + 30


def test_the_sample_map_from_a_blank_one(blank: Hands) -> None:
    sample = make_project("sample", "en").project
    map = sample.maps()[0]
    stages, segments = sample.stages(map.id), sample.segments(map.id)
    name_axes(blank, [s.name for s in stages], [s.name for s in segments])
    for segment in segments:
        for stage in stages:
            fill_cell(blank, sample, stage, segment)
    for placement in blank.project.placements(blank.workspace.map):
        describe(blank, placement, twin(blank.project, placement, sample))
    assert outline(blank.project, blank.workspace.map) == outline(sample, map.id)


def name_axes(hands: Hands, stages: list[str], segments: list[str]) -> None:
    """Add what is missing and name everything, where it stands."""
    for name, kind, names, add in (
        ("stage", hands.stage, stages, "add-stage"),
        ("segment", hands.segment, segments, "add-segment"),
    ):
        present = hands.stages() if name == "stage" else hands.segments()
        for old, new in zip(present, names, strict=False):
            hands.click((name, kind(old).id))
            hands.key(Key.Key_F2)
            hands.key(Key.Key_A, CTRL)
            hands.enter(new)
        for new in names[len(present) :]:
            hands.command(add)
            hands.key(Key.Key_A, CTRL)
            hands.enter(new)


def fill_cell(hands: Hands, sample: Project, stage: Stage, segment: Segment) -> None:
    """Type the cards of one cell; those that are there already are chosen from the offers."""
    cards = sample.cell(stage.id, segment.id)
    if not cards:
        return
    hands.click(cell_key(hands, stage.name, segment.name))
    hands.key(Key.Key_N)
    for card in cards:
        name = sample.get(Touchpoint, card.touchpoint).name
        hands.type(name)
        if any(touchpoint.name == name for touchpoint in hands.project.all(Touchpoint)):
            hands.key(Key.Key_Down)
        hands.key(Key.Key_Return)
    hands.key(Key.Key_Escape)


def describe(hands: Hands, placement: Placement, wanted: tuple[Project, Placement]) -> None:
    """Channel, owners, emotion and the critical moment, in the inspector."""
    sample, card = wanted
    touchpoint = sample.get(Touchpoint, card.touchpoint)
    hands.click(("card", placement.id))
    inspector = hands.workspace.inspector
    channel = sample.get(Channel, touchpoint.channel or "")
    if hands.touchpoint(placement).channel is None:
        inspector.show_panel(Panel.DETAILS)
        hands.pick(inspector.findChild(ChannelField), channel_name(channel, "en"))
        inspector.show_panel(Panel.OWNERS)
        for field in inspector.findChildren(PartiesField):
            for party in field.linked(sample, touchpoint.id):
                hands.pick(field, party.name)
    inspector.show_panel(Panel.EMOTIONS)
    slider = inspector.findChild(EmotionField).slider
    if card.emotion is not None:
        slider.setFocus()
        hands.key(Key.Key_Home)
        for _ in range(round(card.emotion) + 2):
            hands.key(Key.Key_Right)
    if card.critical:
        inspector.findChild(CriticalField).switch.setFocus()
        hands.key(Key.Key_Space)


def twin(project: Project, card: Placement, sample: Project) -> tuple[Project, Placement]:
    """The sample's card at the same place."""
    stage = project.get(Stage, card.stage).name
    segment = project.get(Segment, card.segment).name
    index = project.cell(card.stage, card.segment).index(card)
    map = sample.maps()[0].id
    there = next(s for s in sample.stages(map) if s.name == stage)
    row = next(s for s in sample.segments(map) if s.name == segment)
    return sample, sample.cell(there.id, row.id)[index]


def outline(project: Project, map: str) -> list[object]:
    """What the map shows of each card, in reading order."""
    return [shown(project, card) for card in project.placements(map)]


def shown(project: Project, card: Placement) -> object:
    touchpoint = project.get(Touchpoint, card.touchpoint)
    channel = project.find(Channel, touchpoint.channel)
    owners = {
        (project.get(Party, link.party).name, link.role)
        for link in project.where(Responsibility, subject=touchpoint.id)
    }
    return (
        project.get(Stage, card.stage).name,
        project.get(Segment, card.segment).name,
        touchpoint.name,
        channel_name(channel, "en") if channel else "",
        sorted(owners),
        card.emotion,
        card.critical,
        len(project.where(Placement, touchpoint=touchpoint.id)),
    )
