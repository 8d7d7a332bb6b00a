"""Edits that let one record stand for others: merge entries, or replace one by another."""

from collections.abc import Callable, Iterable
from typing import Any

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.edits.draft import Draft, referrers
from journeyeditor.model.fields import Record, fields_of, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import LINK_ENDS, Measure, Responsibility, make_link

_ENDS = {**LINK_ENDS, Measure: ("metric", "subject")}
"""What may be there once only between the same ends. A measure's identity is random."""

_OWN = {"id", "code", "name", "builtin", "family", "icon", "order"}
"""What makes a record itself: never taken over from another."""


def merge_records(
    project: Project, kind: type[Record], keep: Id, others: Iterable[Id], label: Label
) -> Change | None:
    """Several records of a kind become `keep`; it takes over what it did not know itself.

    What pointed at the others points at `keep`; links that then say the same become one.
    """

    def join(draft: Draft, id: Id) -> None:
        _join(draft, draft.project.get(kind, keep), draft.project.get(kind, id))

    return _into(project, kind, keep, others, join, label)


def replace_records(
    project: Project, kind: type[Record], ids: Iterable[Id], by: Id, label: Label
) -> Change | None:
    """Records go; what pointed at them points at another one, which stays as it was."""

    def redirect(draft: Draft, id: Id) -> None:
        _redirect(draft, draft.project.get(kind, id), by)

    return _into(project, kind, by, ids, redirect, label)


def _into(
    project: Project,
    kind: type[Record],
    keep: Id,
    others: Iterable[Id],
    take: Callable[[Draft, Id], None],
    label: Label,
) -> Change | None:
    """One after the other, each on top of what came of those before it, as one step."""
    whole: Change | None = None
    for id in dict.fromkeys(others):
        draft = Draft(project)
        if id != keep:
            take(draft, id)
            _not_at_itself(draft, kind, keep)
        if step := draft.change(label):
            project = project.apply(step)
            whole = whole.then(step) if whole else step
    return whole


def _join(draft: Draft, kept: Record, other: Record) -> None:
    """Let `kept` stand for `other`, and know what only that one knew."""
    names = (field.name for field in fields_of(type(kept)) if field.name not in _OWN)
    unknown = [name for name in names if not _known(getattr(kept, name))]
    told = {name: getattr(other, name) for name in unknown if _known(getattr(other, name))}
    draft.revise(kept, **told)
    _redirect(draft, other, kept.id)


def _redirect(draft: Draft, other: Record, keep: Id) -> None:
    """Remove `other` once all that pointed at it points at `keep`."""
    for kind, name, _ in referrers(type(other).__name__):
        for record in draft.project.where(kind, **{name: other.id}):
            if present := draft.find(kind, record.id):
                _point(draft, present, name, keep)
    draft.remove_only(other)


def _point(draft: Draft, record: Record, name: str, keep: Id) -> None:
    """Let a record point at `keep`, or join the one that does so between the same ends."""
    moved = _moved(draft, record, {name: keep})
    if twin := _twin(draft, record, moved, name):
        _join(draft, twin, record)
        return
    if moved.id != record.id:
        draft.remove_only(record)
    draft.put(moved)


def _moved(draft: Draft, record: Record, ends: dict[str, Id]) -> Record:
    """The record with another end; a link's identity follows, and one alone is accountable."""
    kind = type(record)
    if kind not in LINK_ENDS:
        return revise(record, **ends)
    values: dict[str, Any] = {f.name: getattr(record, f.name) for f in fields_of(kind)[1:]} | ends
    if isinstance(record, Responsibility) and record.role is Role.ACCOUNTABLE:
        subject = values["subject"]
        taken = draft.project.where(Responsibility, subject=subject, role=Role.ACCOUNTABLE)
        if any(link.party != values["party"] for link in taken if link.id != record.id):
            values["role"] = Role.SUPPORTS
    return make_link(kind, **values)


def _twin(draft: Draft, record: Record, moved: Record, name: str) -> Record | None:
    """Another record that is between the same ends as the moved one."""
    kind = type(record)
    if kind in LINK_ENDS:
        return draft.find(kind, moved.id) if moved.id != record.id else None
    if kind not in _ENDS:
        return None
    ends = {end: getattr(moved, end) for end in _ENDS[kind]}
    there = draft.project.where(kind, **{end: id for end, id in ends.items() if end != name})
    drafted = (draft.find(kind, other.id) for other in there if other.id != record.id)
    return next((o for o in drafted if o and all(getattr(o, e) == ends[e] for e in ends)), None)


def _not_at_itself(draft: Draft, kind: type[Record], id: Id) -> None:
    """A department that was merged with one of its people is not in itself."""
    record = draft.find(kind, id)
    if record is not None:
        names = [field.name for field in fields_of(kind) if field.reference]
        draft.revise(record, **{name: None for name in names if getattr(record, name) == id})


def _known(value: object) -> bool:
    """Whether a field says something; zero does."""
    return value not in ("", (), None, PartyKind.UNSPECIFIED) and value is not False
