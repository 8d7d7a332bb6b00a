"""The command that writes maps and reports to files of other kinds."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path

from journeyeditor.cli.grammar import PASSWORD
from journeyeditor.cli.sources import Source, maps_named, note, source
from journeyeditor.cli.together import check_together
from journeyeditor.errors import Refused
from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.exporting.picture import PICTURES, Look
from journeyeditor.exporting.preflight import Gathering, remarks
from journeyeditor.exporting.profiles import find_profile, profiles
from journeyeditor.exporting.protection import Protection
from journeyeditor.exporting.result import ExportResult, size_in_millimetres
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import CLIENT_SAFE, Topic
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr

_OVERLAP = 10.0
"""Millimetres that sheets share where nothing is said."""
_DPI = 150.0
_PATIENCE = 0.5
"""Seconds after which an export shows how far it is."""


def run_export(arguments: argparse.Namespace) -> int:
    """Write maps to a PDF, or one map to a picture."""
    suffix = arguments.out.suffix.lower()
    if suffix not in (".pdf", *PICTURES):
        arguments.error(tr("the name of the output must end in .pdf, .svg or .png"))
    with source(arguments) as found:
        maps = maps_named(found.project, arguments.map, arguments.file) if arguments.map else []
        options = _options(arguments, found.project)
        check_together(arguments, options)
        gathering = Gathering(found.read_asset)
        write = _pdf if suffix == ".pdf" else _picture
        result = write(arguments, found, maps, options, gathering.look)
    _tell(arguments.out, result)
    for text in remarks(gathering.found()):
        note(text)
    return 0


def _pdf(
    arguments: argparse.Namespace,
    found: Source,
    maps: Sequence[Id],
    options: PdfOptions,
    look: Look,
) -> ExportResult:
    from journeyeditor.exporting.pdf import export_pdf

    protection = Protection(_password(arguments), not arguments.no_printing)
    carried = None
    if found.document and not arguments.no_project and not options.without:
        carried = found.document.as_file()
    return export_pdf(
        found.project,
        maps,
        arguments.out,
        options,
        found.read_asset,
        _progress(),
        carried=carried,
        protection=protection,
        look=look,
    )


def _password(arguments: argparse.Namespace) -> str:
    """The password that is wanted: never written on the command line, where others could see it."""
    if not arguments.password:
        return ""
    if word := os.environ.get(PASSWORD):
        return word
    if not sys.stdin.isatty():
        arguments.error(tr("--password asks at a terminal, or takes {name}", name=PASSWORD))
    word = getpass(tr("Password of the PDF: "))
    if not word or word != getpass(tr("The same again: ")):
        arguments.error(tr("the two passwords must be the same, and not empty"))
    return word


def _picture(
    arguments: argparse.Namespace,
    found: Source,
    maps: Sequence[Id],
    options: PdfOptions,
    look: Look,
) -> ExportResult:
    from journeyeditor.exporting.picture import export_picture

    if not maps and len(found.project.maps()) == 1:
        maps = [found.project.maps()[0].id]
    if len(maps) != 1:
        arguments.error(tr("a picture shows one map: name it with --map"))
    return export_picture(
        found.project,
        maps[0],
        arguments.out,
        options,
        found.read_asset,
        arguments.dpi or _DPI,
        _progress(),
        look=look,
    )


def _options(arguments: argparse.Namespace, project: Project) -> PdfOptions:
    """What was written; for the rest, what the profile says, or else the default."""
    base = _profile(arguments, project) if arguments.profile else PdfOptions()
    written = ("paper", "landscape", "language", "lens", "watermark")
    given = {name: getattr(arguments, name) for name in written}
    if arguments.margin is not None:
        given["margin"] = arguments.margin * MILLIMETRE
    kinds = {"content": Content, "detail": Detail, "colours": Colours}
    for name, kind in kinds.items():
        value = getattr(arguments, name)
        given[name] = None if value is None else kind(value)
    left_out = frozenset(map(Topic, arguments.without or ()))
    if arguments.client_safe:
        left_out |= CLIENT_SAFE
    given["without"] = base.without | left_out
    if arguments.tile or arguments.sheets or base.tiling:
        given["tiling"] = _tiling(arguments, base.tiling)
    return replace(base, **{name: value for name, value in given.items() if value is not None})


def _profile(arguments: argparse.Namespace, project: Project) -> PdfOptions:
    found = find_profile(project, arguments.profile, tr)
    if found is None:
        names = ", ".join(f"“{profile.name}”" for profile in profiles(project, tr))
        raise Refused(
            tr("There is no print profile “{name}”.", name=arguments.profile),
            where=arguments.file,
            advice=tr("There are {names}.", names=names),
        )
    return found.options


def _tiling(arguments: argparse.Namespace, kept: Tiling | None) -> Tiling:
    """What was written about sheets; for the rest, what the profile says, or else the default."""
    base = kept or Tiling(overlap=_OVERLAP * MILLIMETRE)
    across, down = arguments.sheets or (None, None)
    given = {
        "paper": arguments.tile,
        "overlap": None if arguments.overlap is None else arguments.overlap * MILLIMETRE,
        "whole": arguments.whole or None,
        "repeat": arguments.repeat or None,
        "across": across,
        "down": down,
    }
    return replace(base, **{name: value for name, value in given.items() if value is not None})


def _tell(out: Path, result: ExportResult) -> None:
    print(f"{out}: {tr.plural('{count} page', '{count} pages', len(result.pages))}")
    told = set()
    for page in result.pages:
        width, height = map(tr.number, size_in_millimetres(page))
        line = f"  {page.map}: {width} × {height} mm, {tr.percent(page.scale)}"
        if page.map and line not in told:
            told.add(line)
            print(line)
    for text in result.notes():
        note(text)


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
