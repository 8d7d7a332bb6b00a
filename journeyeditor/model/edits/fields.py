"""Setting fields of records, the edit of most forms."""

from collections.abc import Iterable
from typing import Any

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project


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
    merge_key = ",".join(sorted(targets)) + ":" + ",".join(sorted(values)) if merge else ""
    return draft.change(label, merge_key)


def remove_records(
    project: Project, kind: type[Record], ids: Iterable[Id], label: Label
) -> Change | None:
    """Records with all that belongs to them; references to them are cleared."""
    draft = Draft(project)
    draft.remove([project.get(kind, id) for id in dict.fromkeys(ids)])
    return draft.change(label)
