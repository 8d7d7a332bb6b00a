"""What was written for an export and can't be had together, or would say nothing."""

import argparse
from collections.abc import Iterator

from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.paper import FIT
from journeyeditor.exporting.picture import PICTURES
from journeyeditor.translation import tr


def check_together(arguments: argparse.Namespace, options: PdfOptions) -> None:
    """End with wrong usage where an option would be passed over; `options` is what they mean."""
    suffix = arguments.out.suffix.lower()
    if suffix in PICTURES:
        messages = _of_picture(arguments, options)
    else:
        messages = _of_pdf(arguments, options)
    for message in (*messages, *_of_looks(arguments, options, suffix)):
        arguments.error(message)


def _of_picture(arguments: argparse.Namespace, options: PdfOptions) -> Iterator[str]:
    if arguments.password or arguments.no_printing:
        yield tr("a picture takes no password: --password and --no-printing are for PDF")
    if arguments.no_project:
        yield tr("a picture never holds the project: leave --no-project out")
    if options.content is not Content.MAPS or options.tiling or _sheet_options(arguments):
        yield tr(
            "a picture shows one map on one page: --report, --workshop, --tile and profiles with"
            " them are for PDF"
        )


def _of_pdf(arguments: argparse.Namespace, options: PdfOptions) -> Iterator[str]:
    sheets = _sheet_options(arguments)
    if options.content is not Content.MAPS:
        if sheets:
            option = f"--{options.content}"
            yield tr(
                "{option} cuts maps into sheets, which {other} does not print: leave one out",
                option=sheets[0],
                other=option,
            )
    elif sheets and not options.tiling:
        yield tr("{option} says how to cut a map: add --tile A4, or leave it out", option=sheets[0])
    if options.content is Content.REPORT and arguments.margin is not None:
        yield tr("--report has margins of its own: leave --margin out")
    if arguments.overlap is not None and options.tiling and options.tiling.whole:
        yield tr("with --whole sheets lie edge to edge: leave --overlap out")
    if arguments.sheets and arguments.paper:
        yield tr("--sheets says how large the poster is, and so does --paper: leave one out")


def _of_looks(arguments: argparse.Namespace, options: PdfOptions, suffix: str) -> Iterator[str]:
    if arguments.dpi is not None and suffix != ".png":
        yield tr("--dpi is for pictures of dots: leave it out, or write a .png")
    if options.content is Content.WORKSHOP:
        for option in ("lens", "detail"):
            if getattr(arguments, option):
                yield tr(
                    "--workshop prints no cards of the map: leave --{option} out", option=option
                )
    elif arguments.lens and options.shown_lens != arguments.lens:
        yield tr(
            "--lens {lens} would show what is left out: choose another lens, or leave nothing out",
            lens=arguments.lens,
        )
    if arguments.landscape is not None and _on_fit(options):
        yield tr(
            "{option} turns a paper, and the page is as large as the map: add --paper A3",
            option="--landscape" if arguments.landscape else "--portrait",
        )


def _on_fit(options: PdfOptions) -> bool:
    """Whether each map has a page of its own size."""
    return options.content is Content.MAPS and options.paper == FIT and not options.tiling


def _sheet_options(arguments: argparse.Namespace) -> list[str]:
    """The options about sheets that were written."""
    written = {
        "--tile": arguments.tile,
        "--sheets": arguments.sheets,
        "--whole": arguments.whole,
        "--repeat": arguments.repeat,
        "--overlap": arguments.overlap is not None,
    }
    return [name for name, value in written.items() if value]
