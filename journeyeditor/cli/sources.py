"""What the commands read: templates, documents, maps by their names."""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.text import fold
from journeyeditor.storage.leftovers import recoverable_sessions, unsaved_steps
from journeyeditor.templates import TEMPLATES, make_project
from journeyeditor.translation import tr


class Source(NamedTuple):
    """A project, the bytes of its pictures, and the document that it is from, if it is from one."""

    project: Project
    read_asset: Callable[[str], bytes]
    document: Document | None = None


@contextlib.contextmanager
def source(arguments: argparse.Namespace) -> Iterator[Source]:
    """What to export: a template by its slug, or a document; with the bytes of its pictures."""
    name: str = arguments.file
    if any(template.slug == name for template in TEMPLATES):
        made = make_project(name, arguments.language or tr.language)
        yield Source(made.project, made.assets.__getitem__)
        return
    path = Path(name)
    document = Document.open(path, read_only=True)
    try:
        if arguments.out.exists() and arguments.out.samefile(path):
            raise Refused(
                tr("The output would replace the project itself."),
                where=str(arguments.out),
                advice=tr("Choose another name."),
            )
        tell_newer(path)
        yield Source(document.project, document.assets.read, document)
    finally:
        document.close()


def maps_named(project: Project, name: str, file: str) -> Sequence[Id]:
    """The maps of a name, written in capitals or not. Refused where there is none."""
    maps = project.maps()
    same = [map.id for map in maps if map.name == name]
    found = same or [map.id for map in maps if fold(map.name) == fold(name)]
    if not found:
        names = ", ".join(f"“{map.name}”" for map in maps)
        raise Refused(
            tr("There is no map “{name}”.", name=name),
            where=file,
            advice=tr("There are these: {names}.", names=names) if maps else "",
        )
    return found


def tell_newer(path: Path) -> None:
    """Note that there are edits of a document which its file lacks."""
    found = crashed(path)
    if steps := unsaved_steps(Path(os.path.realpath(path))):
        unsaved = tr.plural(
            "It is open in the editor, and {count} edit made there is not yet saved in it.",
            "It is open in the editor, and {count} edits made there are not yet saved in it.",
            steps,
        )
        found.append(unsaved)
    for told in found:
        note(f"{path}: {told}")


def crashed(path: Path) -> list[str]:
    """What crashed sessions know of a document and its file does not, a sentence for each."""
    real = Path(os.path.realpath(path))
    return [
        tr.plural(
            "{count} later edit was not saved in this file when the editor ended.",
            "{count} later edits were not saved in this file when the editor ended.",
            leftover.steps,
        )
        for leftover in recoverable_sessions()
        if leftover.path == real
    ]


def note(text: str) -> None:
    """Say something about the work on standard error."""
    print(f"journeyeditor: {text}", file=sys.stderr)
