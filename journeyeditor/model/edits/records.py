"""Edits of records of any kind: add, set fields, reorder, remove. Most forms need no others."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import Owner, Record, fields_of
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import LINK_ENDS, make_link

R = TypeVar("R", bound=Record)


def add_record(
    project: Project, kind: type[Record], label: Label, /, index: int | None = None, **values: Any
) -> Change | None:
    """A new record; one with an order goes in as the `index`-th of its siblings, else last.

    A link that is there already gets these values.
    """
    draft = Draft(project)
    if kind in LINK_ENDS:
        draft.put(make_link(kind, **values))
    else:
        if _is_ordered(kind):
            kin = _siblings(project, kind, values)
            place = len(kin) if index is None else index
            [values["order"]] = draft.order_keys(kin, place, 1)
        draft.add(kind, **values)
    return draft.change(label)


def save_named(
    project: Project, kind: type[Record], label: Label, name: str, **values: Any
) -> Change | None:
    """A record under a name, in place of what had it; upper and lower case are the same."""
    folded = name.casefold()
    same = [it.id for it in project.ordered(kind) if getattr(it, "name").casefold() == folded]  # noqa: B009
    if same:
        return set_fields(project, kind, same[:1], label, name=name, **values)
    return add_record(project, kind, label, name=name, **values)


def add_all(project: Project, records: Iterable[Record], label: Label) -> Change | None:
    """Records as they are, of a catalogue that came with the program; those there already stay."""
    draft = Draft(project)
    for record in records:
        if project.find(type(record), record.id) is None:
            draft.put(record)
    return draft.change(label)


def set_fields(
    project: Project,
    kind: type[Record],
    ids: Iterable[Id],
    label: Label,
    /,
    *,
    merge: bool = False,
    **values: Any,
) -> Change | None:
    """Some fields of records of one kind to the same values, as one step.

    With `merge` (while somebody types), steps that set the same fields of the same records one
    after the other become one.
    """
    draft = Draft(project)
    targets = list(ids)
    for id in targets:
        draft.revise(project.get(kind, id), **values)
    return draft.change(label, merge_key(targets, values) if merge else "")


def merge_key(ids: Iterable[Id], names: Iterable[str]) -> str:
    """What steps have in common that set the same fields of the same records."""
    return ",".join(sorted(ids)) + ":" + ",".join(sorted(names))


def set_reference(
    project: Project,
    kind: type[Record],
    ids: Iterable[Id],
    name: str,
    target: Record | None,
    label: Label,
) -> Change | None:
    """What a field of records points at; a target that the project does not have yet joins it."""
    draft = Draft(project)
    if target is not None and project.find(type(target), target.id) is None:
        draft.put(target)
    for id in ids:
        draft.revise(project.get(kind, id), **{name: target.id if target else None})
    return draft.change(label)


def revise_list(
    project: Project,
    kind: type[Record],
    ids: Iterable[Id],
    name: str,
    revise: Callable[[tuple[str, ...]], Iterable[str]],
    label: Label,
) -> Change | None:
    """The texts in a list field of records become what `revise` makes of each one's own.

    Blank ones are dropped. So an item can be added to, or taken from, the lists of several records
    that otherwise differ.
    """
    draft = Draft(project)
    for id in ids:
        record = project.get(kind, id)
        texts = revise(getattr(record, name))
        draft.revise(record, **{name: tuple(text for text in texts if text.strip())})
    return draft.change(label)


def move_record(
    project: Project, kind: type[Record], id: Id, index: int, label: Label
) -> Change | None:
    """A record to before the one that is now the `index`-th of its siblings."""
    record = project.get(kind, id)
    kin = siblings(project, record)
    position = kin.index(record)
    if index in (position, position + 1):
        return None
    draft = Draft(project)
    rest = [sibling for sibling in kin if sibling.id != id]
    [key] = draft.order_keys(rest, index - (index > position), 1)
    draft.revise(record, order=key)
    return draft.change(label)


def remove_records(
    project: Project, kind: type[Record], ids: Iterable[Id], label: Label
) -> Change | None:
    """Records with all that belongs to them; references to them are cleared."""
    draft = Draft(project)
    draft.remove([project.get(kind, id) for id in dict.fromkeys(ids)])
    return draft.change(label)


def siblings(project: Project, record: R) -> Sequence[R]:
    """The records of the same kind that belong to the same owners or subject, in their order."""
    owners = {name: getattr(record, name) for name in _owner_fields(type(record))}
    return _siblings(project, type(record), owners)


def _siblings(project: Project, kind: type[R], values: dict[str, Any]) -> Sequence[R]:
    owners = {name: values.get(name) for name in _owner_fields(kind)}
    return project.where(kind, **owners) if owners else project.ordered(kind)


def _owner_fields(kind: type[Record]) -> list[str]:
    return [
        field.name
        for field in fields_of(kind)
        if isinstance(field.reference, Owner) or field.name == "subject"
    ]


def _is_ordered(kind: type[Record]) -> bool:
    return any(field.name == "order" for field in fields_of(kind))
