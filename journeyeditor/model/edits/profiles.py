"""Edits of the kept ways of printing."""

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.records import remove_records, save_named, set_fields
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import PrintProfile


def save_profile(
    project: Project, name: str, options: tuple[tuple[str, str], ...]
) -> Change | None:
    """Keep options under a name, in place of those that had it."""
    label = Label("Save print profile “{name}”", name=name)
    return save_named(project, PrintProfile, label, name, options=options)


def rename_profile(project: Project, id: Id, name: str) -> Change | None:
    """Another name."""
    label = Label("Rename print profile")
    return set_fields(project, PrintProfile, [id], label, name=name)


def remove_profile(project: Project, id: Id) -> Change | None:
    """Forget one."""
    label = Label("Remove print profile “{name}”", name=project.get(PrintProfile, id).name)
    return remove_records(project, PrintProfile, [id], label)
