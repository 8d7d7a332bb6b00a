"""Every field of every record comes back from a file as it went in."""

import dataclasses
from collections.abc import Iterator

import pytest

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Field, Record, fields_of
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KINDS,
    CustomValue,
    Placement,
    Process,
    ProcessUse,
    ProjectInfo,
    Reading,
    Responsibility,
    Stage,
    Touchpoint,
)
from journeyeditor.storage.fetching import check_document
from tests.storage.samples import (
    BYTES,
    full_project,
    id_of,
    setting,
    stored_project,
    values_for,
)

FIELDS = [(kind, field) for kind in KINDS for field in fields_of(kind)[1:]]


def original(kind: type[Record]) -> Record:
    """The sample's record of a kind."""
    return full_project().get(kind, id_of(kind))


def variants(kind: type[Record], field: Field) -> Iterator[Record]:
    """The sample's record of a kind, once for each value of a field, under ids of their own."""
    for number, value in enumerate(values_for(kind, field)):
        id = id_of(kind) if kind is ProjectInfo else f"{kind.__name__}.{field.name}.{number}"
        yield dataclasses.replace(original(kind), id=id, **{field.name: value})


@pytest.fixture(scope="module")
def reloaded() -> Iterator[Project]:
    """What a file gives back after each value of each field was set by a change."""
    document = Document.new(full_project(), BYTES, "full")
    wanted = {v.id: v for kind, field in FIELDS for v in variants(kind, field)}
    del wanted[id_of(ProjectInfo)]
    plain = {id: dataclasses.replace(original(type(v)), id=id) for id, v in wanted.items()}
    document.perform(Change(Label("Add"), dict.fromkeys(plain), plain))
    document.perform(Change(Label("Set"), plain, wanted))
    assert stored_project() == document.project
    document.save()
    check_document(document.path)
    again = Document.open(document.path, read_only=True)
    assert {name: again.assets.read(name) for name in BYTES} == BYTES
    yield again.project
    again.close()
    document.close()


@pytest.mark.parametrize(
    ("kind", "field"), FIELDS, ids=lambda x: x.name if isinstance(x, Field) else x.__name__
)
def test_every_value_of_every_field_comes_back(
    reloaded: Project, kind: type[Record], field: Field
) -> None:
    if kind is ProjectInfo:
        return
    for record in variants(kind, field):
        back = reloaded.get(kind, record.id)
        assert back == record
        assert type(getattr(back, field.name)) is type(getattr(record, field.name))


def test_the_project_sheet_comes_back() -> None:
    document = Document.new(full_project(), BYTES, "full")
    for field in fields_of(ProjectInfo)[1:]:
        for wanted in variants(ProjectInfo, field):
            document.perform(setting(document.project.info, wanted))
            assert stored_project().info == wanted
    document.close()


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Reading, {"value": float("nan")}),
        (Reading, {"value": float("inf")}),
        (Reading, {"value": "12"}),
        (Placement, {"emotion": 2.5}),
        (Placement, {"effort": 6}),
        (Placement, {"effort": True}),
        (Placement, {"critical": None}),
        (Placement, {"expectation_met": "never"}),
        (Placement, {"order": ""}),
        (Placement, {"order": "A0"}),
        (Placement, {"stage": "nowhere"}),
        (Placement, {"stage": id_of(Touchpoint)}),
        (CustomValue, {"subject": "nowhere"}),
        (CustomValue, {"subject": id_of(Reading)}),
        (Stage, {"importance": 2**70}),
        (Stage, {"colour": "red"}),
        (Stage, {"name": None}),
        (Stage, {"name": "x" * 100_001}),
        (Stage, {"name": "\ud800"}),
        (Stage, {"name": "a\x00b"}),
        (Stage, {"name": "cafe\u0301"}),
        (Stage, {"id": "something-else"}),
    ],
    ids=str,
)
def test_what_a_file_could_not_give_back_is_refused(
    kind: type[Record], values: dict[str, object]
) -> None:
    document = Document.new(full_project(), BYTES, "full")
    before = document.project
    old = before.get(kind, id_of(kind))
    change = Change(Label("Set"), {old.id: old}, {old.id: dataclasses.replace(old, **values)})
    with pytest.raises(Refused):
        document.perform(change)
    assert document.project is before
    assert document.history == ()
    assert stored_project() == before
    document.close()


def test_nothing_is_removed_that_others_name() -> None:
    document = Document.new(full_project(), BYTES, "full")
    for kind in (Touchpoint, Stage, ProjectInfo):
        old = document.project.get(kind, id_of(kind))
        with pytest.raises(Refused):
            document.perform(Change(Label("Remove"), {old.id: old}, {old.id: None}))
    use = document.project.get(ProcessUse, id_of(ProcessUse))
    process = document.project.get(Process, id_of(Process))
    duty = document.project.get(Responsibility, id_of(Responsibility))
    document.perform(setting(duty, dataclasses.replace(duty, subject=process.id)))
    with pytest.raises(Refused) as refused:
        document.perform(
            Change(
                Label("Remove"),
                {use.id: use, process.id: process},
                {use.id: None, process.id: None},
            )
        )
    assert str(refused.value.__cause__) == "Responsibility.subject"
    assert stored_project() == document.project
    document.close()
