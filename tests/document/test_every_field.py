"""Every field of every record can be set, changed, cleared, undone, redone, and found again.

The cases are made from the records themselves, so a field that is added later is among them.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journeyeditor.document import Document
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Role
from journeyeditor.model.edits.records import add_record, remove_records, set_fields
from journeyeditor.model.fields import Field, Record, fields_of, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import KINDS, LINK_ENDS, Asset, ProjectInfo, Snapshot, make_link
from tests.storage.samples import PICTURE, filled, values_for

IDENTITY = "id"
"""The one field that nobody sets: it is what a record is."""

Case = tuple[type[Record], Field]
CASES: list[Case] = [(kind, f) for kind in KINDS for f in fields_of(kind) if f.name != IDENTITY]
PNGS = [PICTURE, PICTURE + b"another"]
JPEG = b"\xff\xd8\xff\xe0 a photograph"
CONTENTS = {hashlib.sha256(content).hexdigest(): content for content in (*PNGS, JPEG)}
MIMES = dict(zip(("image/png", "image/jpeg"), list(CONTENTS)[1:], strict=True))
OF_BYTES = {"sha256": list(CONTENTS)[:2], "state": list(CONTENTS), "mime": [*MIMES]}
"""Fields whose values must fit bytes that the document holds."""

TURNS = ("set", "changed", "cleared")


@dataclass
class Seen:
    """A field's value before a step, what the step asked for, and what was found since."""

    before: Any
    asked: Any
    done: Any
    undone: Any = None
    redone: Any = None
    reopened: Any = None


# The project: three records of each kind, every field that need not say anything empty.


def named(place: str, kind: str) -> str:
    return f"{place}-{kind}"


def plain_project() -> Project:
    records = [
        plain(kind, place)
        for kind in KINDS
        for place in (("a",) if kind is ProjectInfo or kind in LINK_ENDS else ("a", "b", "c"))
    ]
    pictures = zip(CONTENTS, ("image/png", "image/png", "image/jpeg"), strict=True)
    return Project([*records, *(make(Asset, sha256=name, mime=mime) for name, mime in pictures)])


def plain(kind: type[Record], place: str) -> Record:
    values = {field.name: start(kind, field, place) for field in fields_of(kind)[1:]}
    if kind in LINK_ENDS:
        return make_link(kind, **values)
    return make(kind, id=named(place, kind.__name__), **values)


def start(kind: type[Record], field: Field, place: str) -> Any:
    """The empty value, or where there is none, some value."""
    if may_be_empty(field):
        return field.default
    if kind in (Asset, Snapshot) and field.name in OF_BYTES:
        return OF_BYTES[field.name][0]
    if field.reference:
        return named(place, field.reference.kinds[0])
    return filled(kind, field)


def may_be_empty(field: Field) -> bool:
    return field.optional or field.default is not None


def candidates(kind: type[Record], field: Field) -> list[Any]:
    """Values that differ, none of them empty for good."""
    if field.reference:
        return [named(place, name) for place in ("b", "a") for name in field.reference.kinds]
    if kind in (Asset, Snapshot) and field.name in OF_BYTES:
        return OF_BYTES[field.name]
    return [value for value in values_for(kind, field) if value is not None]


# What a person does to a field: one step in each turn.


def step(case: Case, project: Project, turn: str) -> tuple[Any, Change | None]:
    """The value that is asked for in a turn, and the step towards it."""
    kind, field = case
    present = value_of(case, project)
    wanted = field.default
    if turn != "cleared":
        wanted = next(value for value in candidates(kind, field) if value != present)
    elif not may_be_empty(field):
        wanted = present
    values = {field.name: wanted}
    if field.name == "mime":
        values["sha256"] = MIMES[wanted]
    return wanted, set_fields(project, kind, [subject(case)], Label("Set"), **values)


def subject(case: Case) -> str:
    """Whose field is set. The type of a picture goes with its bytes, so it has one of its own."""
    kind, field = case
    return plain(kind, "b" if field.name == "mime" else "a").id


def value_of(case: Case, project: Project) -> Any:
    kind, field = case
    return getattr(project.get(kind, subject(case)), field.name)


def link_step(case: Case, project: Project, turn: str) -> tuple[Any, Change | None]:
    """An end is set by linking, changed by linking to another instead, cleared by unlinking."""
    kind, field = case
    present = links(case, project)
    whole: Change | None = None
    if present:
        ids = [link.id for link in present]
        whole = remove_records(project, kind, ids, Label("Unlink"))
        assert whole is not None
        project = project.apply(whole)
    if turn == "cleared":
        return (), whole
    taken = {getattr(link, field.name) for link in present}
    value = next(value for value in candidates(kind, field) if value not in taken)
    values = {f.name: start(kind, f, "a") for f in fields_of(kind)[1:]}
    ends = {**far_ends(kind), field.name: value}
    change = add_record(project, kind, Label("Link"), **{**values, **ends})
    assert change is not None
    return (value,), whole.then(change) if whole else change


def link_values(case: Case, project: Project) -> Any:
    return tuple(getattr(link, case[1].name) for link in links(case, project))


def links(case: Case, project: Project) -> list[Record]:
    """The links between the far ends, whatever the end in question."""
    kind, field = case
    ends = {name: end for name, end in far_ends(kind).items() if name != field.name}
    return list(project.where(kind, **ends))


def far_ends(kind: type[Record]) -> dict[str, Any]:
    """Ends that no other case touches."""
    ends = {field.name: start(kind, field, "c") for field in fields_of(kind)[1:]}
    ends = {name: ends[name] for name in LINK_ENDS[kind]}
    return {**ends, "role": Role.MEETS_CUSTOMER} if "role" in ends else ends


def ways(case: Case) -> tuple[Callable[..., tuple[Any, Change | None]], Callable[..., Any]]:
    kind, field = case
    is_end = field.name in LINK_ENDS.get(kind, ())
    return (link_step, link_values) if is_end else (step, value_of)


# All of it once, on one document: what each test then looks at.

Journal = dict[tuple[type[Record], str, str], Seen]


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    path = tmp_path_factory.mktemp("fields") / "all.journey"
    document = Document.new(plain_project(), CONTENTS, "all")
    document.save_as(path)
    journal: Journal = {}
    for turn in TURNS:
        go_through(document, turn, journal)
        document = reopened(document, path)
        for kind, field in CASES:
            value = ways((kind, field))[1]((kind, field), document.project)
            journal[kind, field.name, turn].reopened = value
    yield journal
    document.close()


def go_through(document: Document, turn: str, journal: Journal) -> None:
    """A step for each field; then all undone, one by one; then all done again."""
    taken: list[tuple[Seen, Case]] = []
    for case in CASES:
        kind, field = case
        advance, value = ways(case)
        before = value(case, document.project)
        asked, change = advance(case, document.project, turn)
        if change is not None:
            document.perform(change)
        seen = Seen(before, asked, done=value(case, document.project))
        journal[kind, field.name, turn] = seen
        if change is None:
            seen.undone = seen.redone = seen.done
        else:
            taken.append((seen, case))
    for seen, case in reversed(taken):
        assert document.undo()
        seen.undone = ways(case)[1](case, document.project)
    for seen, case in taken:
        assert document.redo()
        seen.redone = ways(case)[1](case, document.project)


def reopened(document: Document, path: Path) -> Document:
    document.save()
    document.close()
    return Document.open(path)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(
    ("kind", "field"), CASES, ids=lambda x: getattr(x, "name", None) or x.__name__
)
def test_every_field(journal: Journal, kind: type[Record], field: Field, turn: str) -> None:
    seen = journal[kind, field.name, turn]
    assert seen.done == seen.asked
    assert seen.undone == seen.before
    assert seen.redone == seen.asked
    assert seen.reopened == seen.asked
    if turn == "set" or (turn == "changed" and field.type is not bool):
        assert seen.asked != seen.before
    if turn == "cleared" and may_be_empty(field):
        assert seen.asked in (field.default, ())
