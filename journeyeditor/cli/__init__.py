"""The command line: exit codes, and what a failure says.

Only what a command needs is imported, when it runs, so that help comes at once and no command
loads Qt. Exit codes: 0 done, 1 the input was refused, 2 wrong usage.
"""

import argparse
import gettext
import io
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from journeyeditor import __version__
from journeyeditor.cli.grammar import grammar, is_command
from journeyeditor.errors import Refused, refusal
from journeyeditor.resources import resource
from journeyeditor.translation import tr

REFUSED, MISUSED, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or the process's own; returns the exit code.

    No exception leaves it.
    """
    _serve_if_asked()
    _prepare()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except SystemExit as end:  # argparse has shown its help, or said what is wrong
        return end.code if isinstance(end.code, int) else MISUSED
    except Refused as refused:
        return _fail(str(_as_typed(refused, words)))
    except KeyboardInterrupt:
        return _fail(tr("Interrupted."), INTERRUPTED)
    except BrokenPipeError:
        _silence()  # whoever reads the output has had enough
        return REFUSED
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            _silence()
            return _fail(str(refusal(error, tr("The output"))))
        return _fail(_report(error))


def _serve_if_asked() -> None:
    """In a program packed into one folder: be the process that prints, if started as that."""
    if getattr(sys, "frozen", False):
        multiprocessing.freeze_support()  # doesn't return then


def _prepare() -> None:
    """Let argparse find its messages, and let no character stop the output."""
    gettext.bindtextdomain("journeyeditor", str(resource("locale")))
    gettext.textdomain("journeyeditor")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first.startswith("-") or is_command(first):
        chosen = grammar().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = chosen.run
        return run(chosen)
    if options := [word for word in arguments if word.startswith("-")]:
        grammar().error(tr("there is no option “{name}” for a file", name=options[0]))
    if len(arguments) > 1:
        grammar().error(tr("there is no command “{name}”", name=first))
    from journeyeditor.cli.opening import open_editor

    return open_editor(Path(first) if first else None)


def _as_typed(refused: Refused, words: Sequence[str]) -> Refused:
    """The refusal with its place as it was written on the command line, if it was."""
    places = [place for word in words for place in (os.path.dirname(word), word) if place]
    typed = {os.path.realpath(place): place for place in places}
    where = refused.where and typed.get(os.path.realpath(refused.where), refused.where)
    return Refused(refused.what, where=where, advice=refused.advice)


def _silence() -> None:
    """Let the interpreter not try again at its end to write what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, code: int = REFUSED) -> int:
    print(f"journeyeditor: {message}", file=sys.stderr)
    return code


def _report(error: Exception) -> str:
    """Keep what went wrong inside the program for whoever mends it, and say where."""
    from journeyeditor.storage import places

    what = f"{type(error).__name__}: {error}".partition("\n")[0][:200]
    try:
        log = places.sessions().parent / "errors.log"
        with open(log, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().isoformat()} Journey Editor {__version__}\n")
            traceback.print_exception(error, file=file)
    except (OSError, Refused):
        return tr("Something went wrong inside the program ({what}).", what=what)
    return tr(
        "Something went wrong inside the program ({what}). The details are in {log}.",
        what=what,
        log=log,
    )
