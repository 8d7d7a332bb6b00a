"""What can be done to the entries of a catalogue, as edits with readable names."""

from collections.abc import Sequence

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.merging import merge_records, replace_records
from journeyeditor.model.edits.records import (
    add_all,
    add_record,
    move_record,
    remove_records,
    siblings,
)
from journeyeditor.model.ids import Id, new_id
from journeyeditor.model.project import Project
from journeyeditor.ui.catalogues.kinds import Catalogue, Standard
from journeyeditor.ui.inspector.fields.field import Edit


def adding(catalogue: Catalogue, name: str) -> tuple[Id, Edit]:
    """A new entry of a name, and its id."""
    id, step = new_id(), Label("Add “{name}”", name=name)
    values = {"id": id, "name": name, **catalogue.made()}
    return id, lambda project: add_record(project, catalogue.kind, step, **values)


def adding_standard(catalogue: Catalogue, records: Standard) -> tuple[Id, Edit]:
    """An entry that came with the program, and its id."""
    entry = records[0]
    step = Label("Add “{name}”", name=catalogue.face(Project(records), entry).text)
    return entry.id, lambda project: add_all(project, records, step)


def merging(catalogue: Catalogue, project: Project, ids: Sequence[Id], keep: Id) -> Edit:
    """Entries become the one that is kept."""
    step = Label("Merge into “{name}”", name=catalogue.name(project, keep))
    return lambda project: merge_records(project, catalogue.kind, keep, ids, step)


def removing(catalogue: Catalogue, project: Project, ids: Sequence[Id], by: Id) -> Edit:
    """Entries go; where they are used stands another one, or none where `by` is empty."""
    name = catalogue.name(project, ids[0])
    step = Label(
        "Remove “{name}” from its catalogue",
        "Remove {count} entries from their catalogue",
        name,
        len(ids),
    )

    def edit(project: Project) -> Change | None:
        if by:
            return replace_records(project, catalogue.kind, ids, by, step)
        return remove_records(project, catalogue.kind, ids, step)

    return edit


def moving(catalogue: Catalogue, project: Project, id: Id, by: int) -> Edit | None:
    """An entry to one place further up or down; None where there is no such place."""
    record = project.get(catalogue.kind, id)
    kin = siblings(project, record)
    place = kin.index(record) + by
    if not 0 <= place < len(kin):
        return None
    step = Label("Move “{name}”", name=catalogue.name(project, id))
    return lambda project: move_record(project, catalogue.kind, id, place + (by > 0), step)
