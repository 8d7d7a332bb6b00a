"""Edits of the users' own ways to tell records apart: axes with their values, and own fields."""

from collections.abc import Iterable

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Axis, Classification, CustomValue, make_link


def classify(
    project: Project,
    touchpoints: Iterable[Id],
    axis: Id,
    value: Id | None,
    records: Iterable[Record] = (),
) -> Change | None:
    """The value of touchpoints on an axis; None takes them off it.

    `records` are those of an axis of the catalogue, which joins a project that lacks it.
    """
    draft = Draft(project)
    if value is not None and project.find(Axis, axis) is None:
        for record in records:
            draft.put(record)
    for touchpoint in touchpoints:
        if value is None:
            draft.remove(project.where(Classification, touchpoint=touchpoint, axis=axis))
        else:
            draft.put(make_link(Classification, touchpoint=touchpoint, axis=axis, value=value))
    return draft.change(Label("Classify") if value else Label("Clear classification"))


def set_own_field(
    project: Project, field: Id, subjects: Iterable[Id], value: str, *, merge: bool = False
) -> Change | None:
    """What an own field says of subjects; nothing where the value is empty.

    With `merge` (while somebody types), steps of the same field and subjects become one.
    """
    draft = Draft(project)
    targets = list(subjects)
    for subject in targets:
        link = make_link(CustomValue, field=field, subject=subject, value=value)
        if value:
            draft.put(link)
        elif present := project.find(CustomValue, link.id):
            draft.remove_only(present)
    merge_key = ",".join(sorted(targets)) + ":" + field if merge else ""
    return draft.change(Label("Edit own field"), merge_key)
