"""What each command does. `run_` and the command's name is the function that does it."""

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.storage.leftovers import recoverable_sessions, unsaved_steps
from journeyeditor.templates import TEMPLATES, empty_project, make_project
from journeyeditor.translation import LANGUAGES, tr, translator

if TYPE_CHECKING:
    from journeyeditor.importing.csv_long import Imported

_PATIENCE = 0.5
"""Seconds after which an export shows how far it is."""


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
    if not os.path.lexists(path):
        empty = empty_project(arguments.language or tr.language, path.stem)
        imported = read_csv(source, empty)
        _create(path, empty.apply(imported.change) if imported.change else empty, {})
    else:
        for newer in _crashed(path):
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
            advice = tr("Nothing was imported. Make sure that there is room, and try again.")
            raise Refused(error.what, where=error.where, advice=advice) from error
        raise
    return imported


def run_export(arguments: argparse.Namespace) -> int:
    """Write maps to a PDF."""
    if arguments.out.suffix.lower() != ".pdf":
        arguments.error(tr("only PDF is written: the name of the output must end in .pdf"))
    from journeyeditor.exporting.options import PdfOptions
    from journeyeditor.exporting.pdf import export_pdf
    from journeyeditor.exporting.result import size_in_millimetres

    with _source(arguments) as (project, read_asset):
        options = PdfOptions(
            paper=arguments.paper,
            landscape=arguments.landscape,
            language=arguments.language or "",
        )
        maps = _maps_named(project, arguments.map, arguments.file) if arguments.map else []
        result = export_pdf(project, maps, arguments.out, options, read_asset, _progress())
    print(f"{arguments.out}: {tr.plural('{count} page', '{count} pages', len(result.pages))}")
    for page in result.pages:
        width, height = map(tr.number, size_in_millimetres(page))
        scale = tr.percent(page.scale)
        print(f"  {page.map or tr('Untitled')}: {width} × {height} mm, {scale}")
    for note in result.notes():
        _note(note)
    return 0


def run_analyse(arguments: argparse.Namespace) -> int:
    """Print the findings of maps as text or JSON."""
    from journeyeditor.cli.analysing import as_json, as_text

    path: Path = arguments.file
    document = Document.open(path, read_only=True)
    project = document.project
    document.close()
    _tell_newer(path)
    maps = [map.id for map in project.maps()]
    if arguments.map is not None:
        maps = list(_maps_named(project, arguments.map, str(path)))
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


@contextlib.contextmanager
def _source(arguments: argparse.Namespace) -> Iterator[tuple[Project, Callable[[str], bytes]]]:
    """What to export: a template by its slug, or a document; with the bytes of its pictures."""
    name: str = arguments.file
    if any(template.slug == name for template in TEMPLATES):
        made = make_project(name, arguments.language or tr.language)
        yield made.project, made.assets.__getitem__
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
        _tell_newer(path)
        yield document.project, document.assets.read
    finally:
        document.close()


def _maps_named(project: Project, name: str, file: str) -> Sequence[Id]:
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


def _tell_newer(path: Path) -> None:
    """Note that there are edits of a document which its file lacks."""
    notes = _crashed(path)
    if steps := unsaved_steps(Path(os.path.realpath(path))):
        unsaved = tr.plural(
            "It is open in the editor, and {count} edit made there is not yet saved in it.",
            "It is open in the editor, and {count} edits made there are not yet saved in it.",
            steps,
        )
        notes.append(unsaved)
    for note in notes:
        _note(f"{path}: {note}")


def _crashed(path: Path) -> list[str]:
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


def _progress() -> Callable[[int, int], None] | None:
    """Shows how far an export is to somebody who watches and waits."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def show(done: int, total: int) -> None:
        if time.monotonic() - began > _PATIENCE:
            end = "\r" if done < total else "\r\033[K"
            print(tr.percent(done / total), end=end, file=sys.stderr, flush=True)

    return show


def _note(text: str) -> None:
    print(f"journeyeditor: {text}", file=sys.stderr)
