"""What needs no window: reading a document, editing, layout."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from journeyeditor.document import Document
from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, lay_out
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from tests.benchmarks.floors import read_rows
from tests.benchmarks.maps import SHAPES, busy_project
from tests.benchmarks.timing import Row, in_turn, milliseconds


def rows(folder: Path) -> Iterator[Row]:
    """The table's rows for every size of map."""
    for count in SHAPES:
        project = busy_project(count)
        path = folder / f"{count}.journey"
        make_document(project, path)
        yield Row("read a document: raw sqlite3", count, *in_turn(*_reading(path)))
        yield _editing(project, path, count)
        yield from _layout(project, count)


def make_document(project: Project, path: Path) -> None:
    """Leave a project as a document at a path."""
    document = Document.new(project, {}, "bench")
    document.save_as(path)
    document.close()


def _reading(path: Path):  # type: ignore[no-untyped-def]
    def ours() -> None:
        Document.open(path, read_only=True).close()

    return ours, lambda: read_rows(path)


def _editing(project: Project, path: Path, count: int) -> Row:
    document = Document.open(path)
    card = next(iter(project.all(Placement))).id
    feelings = itertools.cycle("ab")

    def edit() -> None:
        change = set_fields(
            document.project, Placement, [card], Label("Set feeling"), feeling=next(feelings)
        )
        assert change is not None
        document.perform(change)

    row = Row("perform an edit, committed", count, milliseconds(edit, 15), None)
    document.close()
    return row


def _layout(project: Project, count: int) -> Iterator[Row]:
    [map] = project.maps()
    options = LayoutOptions(language="es")
    first = milliseconds(lambda: lay_out(project, map.id, options), 5)
    yield Row("lay out the whole map", count, first, None)
    cache = LayoutCache()
    lay_out(project, map.id, options, cache)
    touchpoint = next(iter(project.all(Touchpoint))).id
    states = []
    for name in ("Uno", "Otro nombre"):
        change = set_fields(project, Touchpoint, [touchpoint], Label("Rename"), name=name)
        assert change is not None
        states.append(project.apply(change))
    turns = itertools.cycle(states)
    again = milliseconds(lambda: lay_out(next(turns), map.id, options, cache), 15)
    yield Row("lay out after an edit", count, again, None)
