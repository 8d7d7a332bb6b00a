"""That every reference leads somewhere, to records and to bytes; that ids are unique."""

from collections.abc import Callable
from operator import attrgetter

from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record, fields_of
from journeyeditor.model.project import Project
from journeyeditor.model.records import KIND_BY_NAME, KINDS, Asset, ProjectInfo, Snapshot
from journeyeditor.storage.codec import Invalid

_Reference = tuple[str, tuple[type[Record], ...]]


def check_all(project: Project) -> None:
    """Invalid where a reference of a project leads nowhere, or it has not one sheet."""
    ids = {kind: {record.id for record in project.all(kind)} for kind in KINDS}
    _check_sheet(project)
    for kind in KINDS:
        records = project.all(kind)
        for name, targets in _REFERENCES[kind]:
            missing = set(map(attrgetter(name), records)) - {None}
            if missing.difference(*(ids[target] for target in targets)):
                raise Invalid(f"{kind.__name__}.{name}")


def bytes_named(record: Record) -> str | None:
    """The SHA-256 of the bytes that belong to a record; most have none."""
    if isinstance(record, Asset):
        return record.sha256
    return record.state if isinstance(record, Snapshot) else None


def check_change(change: Change, after: Project, has: Callable[[str], bool]) -> None:
    """Invalid where a change would leave a reference that leads nowhere, or an id used twice.

    `after` is the project that it makes; `has` tells whether the bytes of a SHA-256 are kept.
    """
    _check_sheet(after)
    for id, record in change.after.items():
        if record is None:
            _check_removed(change.before[id], after)
            continue
        if id != record.id or sum(after.find(kind, id) is not None for kind in KINDS) != 1:
            raise Invalid(f"{type(record).__name__}.id")
        sha256 = bytes_named(record)
        if sha256 and not has(sha256):
            raise Invalid(f"{type(record).__name__}.sha256")
        for name, targets in _REFERENCES[type(record)]:
            target = getattr(record, name)
            if target is not None and not any(after.find(kind, target) for kind in targets):
                raise Invalid(f"{type(record).__name__}.{name}")


def _check_sheet(project: Project) -> None:
    if project.count(ProjectInfo) != 1:
        raise Invalid("ProjectInfo")


def _check_removed(record: Record | None, after: Project) -> None:
    if record is None:
        return
    for kind, name in _REFERRERS[type(record)]:
        if after.where(kind, **{name: record.id}):
            raise Invalid(f"{kind.__name__}.{name}")


def _of(kind: type[Record]) -> tuple[_Reference, ...]:
    return tuple(
        (field.name, tuple(KIND_BY_NAME[name] for name in field.reference.kinds))
        for field in fields_of(kind)
        if field.reference
    )


_REFERENCES = {kind: _of(kind) for kind in KINDS}
"""The reference fields of each kind, and which kinds each may name."""

_REFERRERS = {
    kind: [(other, name) for other in KINDS for name, to in _REFERENCES[other] if kind in to]
    for kind in KINDS
}
"""The fields that may name each kind."""
