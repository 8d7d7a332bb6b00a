"""What can be written on the command line."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

from journeyeditor import __version__
from journeyeditor.cli.values import dpi, millimetres, paper, sheet, sheets, topics
from journeyeditor.translation import LANGUAGES, N_, tr

# argparse looks these up by itself; they stand here to be translated.
WORDS_OF_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)


PASSWORD = "JOURNEYEDITOR_PASSWORD"
"""The variable of the environment that may hold the password of a PDF."""


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """End the process with exit code 2 for wrong usage."""
        more = tr("“{command} --help” tells what can be written.", command=self.prog)
        self.exit(2, f"{self.prog}: {message.rstrip('.')}. {more}\n")


class Command(NamedTuple):
    """One command: what it does, and what it can be given."""

    help: str
    arguments: Callable[[Parser], None]
    module: str = "commands"


def grammar() -> Parser:
    """All that can be said. A parsed command has `run`, which does it, and `error`.

    None is required, so that an unknown option is what an error is about.
    """
    file, command = tr("FILE"), tr("COMMAND")
    parser = Parser(
        prog="journeyeditor",
        usage=f"journeyeditor [{file}]\n       journeyeditor {command} …",
        description=tr("Opens the editor of customer-journey maps, or does one of the commands."),
        epilog=tr("“journeyeditor COMMAND --help” tells more of each."),
    )
    version = f"Journey Editor {__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help=tr("show the program’s version")
    )
    group = parser.add_subparsers(title=tr("commands"), prog=parser.prog, metavar=command)
    for name, (help, arguments, room) in _COMMANDS.items():
        one = group.add_parser(name, help=tr(help), description=tr(help))
        one.set_defaults(run=_runner(name, room), error=one.error)
        arguments(one)
    return parser


def is_command(word: str) -> bool:
    """Whether a word is the name of a command."""
    return word in _COMMANDS


def _runner(name: str, room: str) -> Callable[[argparse.Namespace], int]:
    """The function that does a command, imported when it is called."""

    def run(arguments: argparse.Namespace) -> int:
        module = import_module(f"journeyeditor.cli.{room}")
        code: int = getattr(module, f"run_{name}")(arguments)
        return code

    return run


def _new(parser: Parser) -> None:
    _file(parser, tr("the file to make"))
    parser.add_argument(
        "--template",
        required=True,
        metavar=tr("SLUG"),
        help=tr("what to begin with; “journeyeditor templates” lists them"),
    )
    _language(parser)


def _import(parser: Parser) -> None:
    parser.add_argument(
        "source",
        type=Path,
        metavar=tr("IN"),
        help=tr("a CSV file, or a PDF that carries its project"),
    )
    _file(parser, tr("the file to make, or to add to"))
    _language(parser)


def _export(parser: Parser) -> None:
    parser.add_argument("file", metavar=tr("FILE"), help=tr("a file, or the slug of a template"))
    parser.add_argument(
        "out", type=Path, metavar="OUT.pdf", help=tr("the .pdf, .svg or .png to write")
    )
    parser.add_argument(
        "--map", metavar=tr("NAME"), help=tr("only this map, instead of a page for each")
    )
    _pages(parser)
    _posters(parser)
    _looks(parser)
    _content(parser)
    _readers(parser)
    parser.add_argument(
        "--profile",
        metavar=tr("NAME"),
        help=tr("print in this kept way; what else is written here comes before it"),
    )
    parser.add_argument("--dpi", type=dpi, metavar="N", help=tr("dots per inch of a PNG (150)"))
    _language(parser)


def _pages(parser: Parser) -> None:
    parser.add_argument(
        "--paper",
        type=paper,
        metavar=tr("PAPER"),
        help=tr(
            "A0 to A5, letter, legal, tabloid, arch-a to arch-e, ansi-a to ansi-e, a size (width"
            " × height) such as 300x500mm, 30x50cm or 11x20in; or fit, which is as large as the"
            " map. In a report a large paper is for the maps, which fold out, and a small one for"
            " all"
        ),
    )
    turn = parser.add_mutually_exclusive_group()
    turn.add_argument(
        "--landscape",
        action="store_true",
        default=None,
        help=tr(
            "lay the paper on its side, with --tile the sheets; otherwise named papers are turned"
            " as suits each map"
        ),
    )
    turn.add_argument(
        "--portrait",
        dest="landscape",
        action="store_false",
        default=None,
        help=tr("stand the paper upright, with --tile the sheets"),
    )
    parser.add_argument(
        "--margin",
        type=millimetres,
        metavar="MM",
        help=tr("millimetres that stay white around the map, or on each of its sheets (10)"),
    )


def _readers(parser: Parser) -> None:
    parser.add_argument(
        "--client-safe",
        action="store_true",
        help=tr("leave out owners, processes, data, obstacles, improvements and notes"),
    )
    parser.add_argument(
        "--without",
        type=topics,
        metavar=tr("TOPIC,…"),
        help=tr("leave out what is named, such as owners,notes"),
    )
    parser.add_argument(
        "--no-project", action="store_true", help=tr("do not put the project itself into the PDF")
    )
    parser.add_argument(
        "--password",
        action="store_true",
        help=tr("ask for a password that opens the PDF, or take it from {name}", name=PASSWORD),
    )
    parser.add_argument(
        "--no-printing", action="store_true", help=tr("whoever reads the PDF may not print it")
    )


def _content(parser: Parser) -> None:
    content = parser.add_mutually_exclusive_group()
    content.add_argument(
        "--report",
        dest="content",
        action="store_const",
        const="report",
        help=tr("a report: cover, maps, segments, stages, a sheet for each touchpoint, indexes"),
    )
    content.add_argument(
        "--workshop",
        dest="content",
        action="store_const",
        const="workshop",
        help=tr("what a workshop needs: an empty map, cards and dots to cut out, open questions"),
    )


def _looks(parser: Parser) -> None:
    parser.add_argument(
        "--detail",
        choices=("titles", "summary", "full"),
        help=tr("how much cards tell (full)"),
    )
    parser.add_argument(
        "--colours",
        choices=("colour", "mono", "ink-saver"),
        help=tr("all colours, black and white with patterns, or little ink (colour)"),
    )
    parser.add_argument(
        "--lens",
        choices=("channel", "owner", "emotion", "effectiveness", "evidence", "completeness"),
        help=tr("what the colour of the cards shows (channel)"),
    )
    parser.add_argument("--watermark", metavar=tr("TEXT"), help=tr("a word across each page"))


def _posters(parser: Parser) -> None:
    parser.add_argument(
        "--tile",
        type=sheet,
        metavar=tr("PAPER"),
        help=tr("cut the map, as large as --paper, into sheets of this paper"),
    )
    parser.add_argument(
        "--sheets",
        type=sheets,
        metavar="N×M",
        help=tr(
            "so many sheets across and down, of A4 or --tile; 0 is as many as needed: 1x0 makes the"
            " map as wide as one sheet"
        ),
    )
    parser.add_argument(
        "--overlap",
        type=millimetres,
        metavar="MM",
        help=tr("millimetres that neighbouring sheets share (10; with --whole 0)"),
    )
    parser.add_argument(
        "--whole",
        action="store_true",
        help=tr("cut between stages and segments only; the poster may be a little smaller for it"),
    )
    parser.add_argument(
        "--repeat", action="store_true", help=tr("show stages and segments on each sheet")
    )


def _analyse(parser: Parser) -> None:
    _file(parser, tr("the file to analyse"))
    parser.add_argument("--map", metavar=tr("NAME"), help=tr("only this map, instead of all"))
    parser.add_argument(
        "--json", action="store_true", help=tr("print everything as JSON, for other programs")
    )
    parser.add_argument("--language", choices=sorted(LANGUAGES), help=tr("the reader’s language"))


def _check(parser: Parser) -> None:
    _file(parser, tr("the file to check"))


def _templates(_: Parser) -> None:
    pass


def _file(parser: Parser, help: str) -> None:
    parser.add_argument("file", type=Path, metavar=tr("FILE"), help=help)


def _language(parser: Parser) -> None:
    parser.add_argument("--language", choices=sorted(LANGUAGES), help=tr("the maps’ language"))


_COMMANDS = {
    "new": Command(N_("Make a file from a template."), _new),
    "import": Command(N_("Make a file from a CSV file, or add it to one."), _import),
    "export": Command(N_("Write the maps of a file to a PDF or a picture."), _export, "exporting"),
    "analyse": Command(N_("Say what the maps of a file tell, with the rules."), _analyse),
    "check": Command(N_("Look whether a file is undamaged."), _check),
    "templates": Command(N_("List what a new file can begin with."), _templates),
}
