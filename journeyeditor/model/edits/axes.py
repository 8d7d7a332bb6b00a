"""Edits of the two axes of a map: its stages (columns) and its segments (rows)."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.edits.records import add_record, move_record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Segment, Stage

T = TypeVar("T", Stage, Segment)


def add_stage(project: Project, map: Id, index: int, name: str, **values: Any) -> Change | None:
    """A new column, as the `index`-th."""
    label = Label("Add stage “{name}”", name=name)
    return add_record(project, Stage, label, index, map=map, name=name, **values)


def add_segment(project: Project, map: Id, index: int, name: str, **values: Any) -> Change | None:
    """A new row, as the `index`-th."""
    label = Label("Add segment “{name}”", name=name)
    return add_record(project, Segment, label, index, map=map, name=name, **values)


def move_stage(project: Project, stage: Id, index: int) -> Change | None:
    """A column to before the one that is now the `index`-th."""
    label = Label("Move stage “{name}”", name=project.get(Stage, stage).name)
    return move_record(project, Stage, stage, index, label)


def move_segment(project: Project, segment: Id, index: int) -> Change | None:
    """A row to before the one that is now the `index`-th."""
    label = Label("Move segment “{name}”", name=project.get(Segment, segment).name)
    return move_record(project, Segment, segment, index, label)


def remove_stages(project: Project, stages: Iterable[Id]) -> Change | None:
    """Columns with their cards; the touchpoints stay, unplaced where no other card shows them."""
    records = [project.get(Stage, id) for id in dict.fromkeys(stages)]
    label = _label("Remove stage “{name}”", "Remove {count} stages", records)
    return _remove(project, records, label)


def remove_segments(project: Project, segments: Iterable[Id]) -> Change | None:
    """Rows with their cards; the touchpoints stay, unplaced where no other card shows them."""
    records = [project.get(Segment, id) for id in dict.fromkeys(segments)]
    label = _label("Remove segment “{name}”", "Remove {count} segments", records)
    return _remove(project, records, label)


def set_stage_width(project: Project, stage: Id, width: float) -> Change | None:
    """A column's width in points, at least 120."""
    draft = Draft(project)
    record = project.get(Stage, stage)
    draft.revise(record, width=float(min(2000.0, max(120.0, width))))
    return draft.change(Label("Width of stage “{name}”", name=record.name))


def _remove(project: Project, records: Sequence[T], label: Label) -> Change | None:
    draft = Draft(project)
    draft.remove(records)
    return draft.change(label)


def _label(one: str, many: str, records: Sequence[T]) -> Label:
    return Label(one, many, name=records[0].name if records else "", count=len(records))
