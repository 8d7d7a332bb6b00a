"""Copies of records that belong together, with references among them kept."""

from collections.abc import Collection, Iterable, Mapping

from journeyeditor.model.fields import Owner, Record, fields_of, revise
from journeyeditor.model.ids import Id, link_id, new_id
from journeyeditor.model.project import Project
from journeyeditor.model.records import KINDS, LINK_ENDS, Placement, Touchpoint


def belongings(project: Project, roots: Iterable[Record]) -> list[Record]:
    """The roots and all that belongs to them, but not the cards of a touchpoint.

    A card is of its map; copying a touchpoint must not bring cards elsewhere with it.
    """
    found: dict[Id, Record] = {}
    waiting = list(roots)
    while waiting:
        record = waiting.pop()
        if record.id in found:
            continue
        found[record.id] = record
        for kind, name in _owned_by(type(record).__name__):
            if kind is Placement and isinstance(record, Touchpoint):
                continue
            waiting.extend(project.where(kind, **{name: record.id}))
    return list(found.values())


def clone(records: Collection[Record], *, note_origin: bool = False) -> dict[Id, Record]:
    """Copies under new identities, by the id of the record they copy.

    References among the records lead to the copies, others stay. With `note_origin` each copy
    that can says what it was copied from.
    """
    identities = fresh_ids(records)
    copies = {record.id: rewrite(record, identities) for record in records}
    if note_origin:
        for original, copy in copies.items():
            if "origin" in type(copy).__slots__:
                copies[original] = revise(copy, origin=original)
    return copies


def fresh_ids(records: Iterable[Record]) -> dict[Id, Id]:
    """A new identity for each record but the links, whose identity follows from their ends."""
    return {record.id: new_id() for record in records if type(record) not in LINK_ENDS}


def rewrite(record: Record, identities: Mapping[Id, Id]) -> Record:
    """The record with its own id and its references replaced as `identities` say."""
    values = {"id": identities.get(record.id, record.id)}
    for field in fields_of(type(record)):
        if field.reference is not None and getattr(record, field.name) in identities:
            values[field.name] = identities[getattr(record, field.name)]
    ends = LINK_ENDS.get(type(record))
    if ends is not None:
        moved = (str(values.get(name, getattr(record, name))) for name in ends)
        values["id"] = link_id(type(record).__name__, *moved)
    return revise(record, **values)


def _owned_by(kind_name: str) -> list[tuple[type[Record], str]]:
    return [
        (kind, field.name)
        for kind in KINDS
        for field in fields_of(kind)
        if isinstance(field.reference, Owner) and kind_name in field.reference.kinds
    ]
