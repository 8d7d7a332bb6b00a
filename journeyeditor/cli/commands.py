"""What each command does. `run_` and the command's name is the function that does it."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from journeyeditor.cli.grammar import PASSWORD
from journeyeditor.cli.sources import crashed, maps_named, tell_newer
from journeyeditor.document import Document
from journeyeditor.errors import Refused, refusal
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage, Touchpoint
from journeyeditor.templates import TEMPLATES, empty_project, make_project
from journeyeditor.translation import LANGUAGES, tr, translator

if TYPE_CHECKING:
    from journeyeditor.importing.csv_long import Imported


def run_new(arguments: argparse.Namespace) -> int:
    path: Path = arguments.file
    made = make_project(arguments.template, arguments.language or tr.language)
    _create(path, made.project, made.assets)
    print(tr("{file} is made.", file=path))
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Add a CSV file to a document as one step, or make a document of it."""
    from journeyeditor.importing.csv_long import read_csv

    source, path = arguments.source, arguments.file
    if source.suffix.lower() == ".pdf":
        return _unpack(source, path)
    if not os.path.lexists(path):
        empty = empty_project(arguments.language or tr.language, path.stem)
        imported = read_csv(source, empty)
        _create(path, empty.apply(imported.change) if imported.change else empty, {})
    else:
        for newer in crashed(path):
            raise Refused(
                newer,
                where=str(path),
                advice=tr("Open the file in the editor first, which recovers them."),
            )
        imported = _add_to(path, lambda project: read_csv(source, project))
    print(f"{path}: {_counted(imported.counts) or tr('nothing new')}")
    for problem in imported.problems:
        print(tr("Line {line}: {problem}.", line=problem.line, problem=problem.message))
    return 0


def _unpack(source: Path, path: Path) -> int:
    """Make a document of the project that a PDF carries."""
    from journeyeditor.storage.carried import unpack

    unpack(_carried(source), source, path)
    print(tr("{file} is made.", file=path))
    return 0


def _carried(source: Path) -> bytes:
    """What a PDF carries; who is at a terminal is asked for its password. Refused."""
    from journeyeditor.importing.carried import Locked, carried_project

    try:
        return carried_project(source)
    except Locked as locked:
        word = os.environ.get(PASSWORD, "")
        if not word and sys.stdin.isatty():
            word = getpass(tr("Password of the PDF: "))
        if not word:
            advice = tr("Set {name} to its password.", name=PASSWORD)
            raise Refused(locked.what, where=locked.where, advice=advice) from locked
    return carried_project(source, word)


def _add_to(path: Path, read: Callable[[Project], "Imported"]) -> "Imported":
    """Add to a document what was read for it, or leave it as it was. Refused."""
    document = Document.open(path)
    try:
        imported = read(document.project)
        if imported.change:
            document.perform(imported.change)
        document.close()
    except BaseException as error:
        unsaved = document.revision > 0
        document.forget()
        if unsaved and isinstance(error, Refused):
            cause = error.__cause__
            usual = refusal(cause, path).advice if isinstance(cause, OSError) else ""
            advice = f"{tr('Nothing was imported.')} {usual}".rstrip()
            raise Refused(error.what, where=error.where, advice=advice) from error
        raise
    return imported


def run_analyse(arguments: argparse.Namespace) -> int:
    """Print the findings of maps as text or JSON."""
    from journeyeditor.cli.analysing import as_json, as_text

    path: Path = arguments.file
    document = Document.open(path, read_only=True)
    project = document.project
    document.close()
    tell_newer(path)
    maps = [map.id for map in project.maps()]
    if arguments.map is not None:
        maps = list(maps_named(project, arguments.map, str(path)))
    report = as_json if arguments.json else as_text
    print(report(project, maps, translator(arguments.language or tr.language)))
    return 0


def run_check(arguments: argparse.Namespace) -> int:
    """Look at every value of a document. Refused where one is damaged or was changed by others."""
    from journeyeditor.storage.fetching import check_document

    project = check_document(arguments.file)
    kinds = (JourneyMap, Stage, Segment, Touchpoint, Placement)
    counts = _counted({kind: project.count(kind) for kind in kinds})
    undamaged = tr("The file is undamaged.")
    print(f"{arguments.file}: {undamaged} {counts}".rstrip())
    return 0


def run_templates(_: argparse.Namespace) -> int:
    """List the templates, one a line, each slug first."""
    width = max(len(template.slug) for template in TEMPLATES)
    for template in TEMPLATES:
        about = f"{tr(template.name)}: {tr(template.summary)}"
        print(f"{template.slug:{width}}  {about} ({', '.join(sorted(LANGUAGES))})")
    return 0


def _create(path: Path, project: Project, assets: Mapping[str, bytes]) -> None:
    """A new document at a path where there is none. Refused."""
    if os.path.lexists(path):
        raise Refused(
            tr("There is a file of that name already."),
            where=str(path),
            advice=tr("Choose another name."),
        )
    document = Document.new(project, assets, path.stem)
    draft = document.path
    try:
        document.save_as(path)
    except BaseException:
        document.close()
        draft.unlink(missing_ok=True)
        raise
    document.close()


def _counted(counts: Mapping[type[Record], int]) -> str:
    """How many records of the main kinds there are: "1 map, 7 stages"."""
    words = {
        JourneyMap: ("{count} map", "{count} maps"),
        Stage: ("{count} stage", "{count} stages"),
        Segment: ("{count} segment", "{count} segments"),
        Touchpoint: ("{count} touchpoint", "{count} touchpoints"),
        Placement: ("{count} card", "{count} cards"),
    }
    return ", ".join(
        tr.plural(*forms, counts[kind]) for kind, forms in words.items() if counts.get(kind)
    )
