"""Every field of every record has a place in the window where people can edit it.

What the forms say that they cover is held against the records themselves: a field that is added
later needs a form, or a reason here why it has none.
"""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.fields import Record, fields_of
from journeyeditor.model.records import (
    KINDS,
    Asset,
    Axis,
    Classification,
    CustomField,
    CustomValue,
    Dismissal,
    Improvement,
    JourneyMap,
    Lane,
    LaneText,
    Placement,
    PrintProfile,
    ProjectInfo,
    Segment,
    Snapshot,
    Stage,
    View,
)
from journeyeditor.ui.catalogues.fields import entry_fields
from journeyeditor.ui.catalogues.kinds import CATALOGUES
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.group import Section
from journeyeditor.ui.inspector.forms import TabbedForm
from journeyeditor.ui.inspector.panel import Inspector
from tests.acting import small_project

Pair = tuple[type[Record], str]

EVERYWHERE = {
    "id": "what a record is",
    "origin": "noted when a map is duplicated",
    "builtin": "the key of what came with the program",
    "map": "stages, segments and lanes are made on their map",
}
"""Fields that nobody edits, whatever the kind, and why."""

ELSEWHERE: dict[type[Record], str] = {
    Asset: "the bytes of a picture, made where one is chosen",
    Dismissal: "the findings' own buttons",
    PrintProfile: "the export dialog",
    View: "the lenses and filters",
    Snapshot: "the history of versions",
    Lane: "the dialog of the lanes",
    LaneText: "written in the lane on the map",
}
"""Kinds that have no form because something else makes and edits them."""

ONE_BY_ONE: dict[Pair, str] = {
    (ProjectInfo, "uuid"): "the same in every copy of the file",
    (ProjectInfo, "thresholds"): "the limits of the analysis, beside its findings",
    (Placement, "touchpoint"): "a card is placed, detached or merged on the map",
    (Placement, "stage"): "a card is dragged on the map",
    (Placement, "segment"): "a card is dragged on the map",
    (Placement, "order"): "a card is dragged on the map",
    (Stage, "order"): "a stage is dragged on the map",
    (Segment, "order"): "a segment is dragged on the map",
    (JourneyMap, "order"): "a tab is dragged",
    (Axis, "order"): "moved in its catalogue",
    (CustomField, "order"): "moved in its catalogue",
    (Improvement, "order"): "as they were written",
    (Classification, "touchpoint"): "what is selected",
    (CustomValue, "subject"): "what is selected",
    (CustomValue, "field"): "each own field is a question of its own",
}


@pytest.fixture
def covered(qtbot: QtBot) -> Iterator[set[Pair]]:
    """What all forms of the inspector and of the catalogues cover."""
    document = Document.new(small_project(), {}, "small")
    inspector = Inspector(document.assets)
    qtbot.addWidget(inspector)
    for form in inspector.findChildren(TabbedForm):
        for panel in form.panels:
            form.form(panel)
    entries = [field for catalogue in CATALOGUES for field in entry_fields(catalogue.kind)]
    for field in entries:
        qtbot.addWidget(field)
    shown = [*inspector.findChildren(Field), *entries]
    inside = [part for field in shown if isinstance(field, Section)
              for part in field.inside.findChildren(Field)]  # fmt: skip
    yield {pair for field in (*shown, *inside) for pair in field.covers}
    document.abandon()


def excused(kind: type[Record], name: str) -> bool:
    return kind in ELSEWHERE or name in EVERYWHERE or (kind, name) in ONE_BY_ONE


def test_every_field_can_be_edited_somewhere(covered: set[Pair]) -> None:
    fields = [(kind, field.name) for kind in KINDS for field in fields_of(kind)]
    missing = {pair for pair in fields if pair not in covered and not excused(*pair)}
    assert {(kind.__name__, name) for kind, name in missing} == set()


def test_what_forms_cover_are_fields(covered: set[Pair]) -> None:
    fields = {(kind, field.name) for kind in KINDS for field in fields_of(kind)}
    assert covered <= fields


def test_no_excuse_outlives_its_field(covered: set[Pair]) -> None:
    fields = {(kind, field.name) for kind in KINDS for field in fields_of(kind)}
    assert ONE_BY_ONE.keys() <= fields
    assert ONE_BY_ONE.keys() & covered == set()
    assert not {kind for kind, _ in covered} & ELSEWHERE.keys()
