"""Opening the editor, and what there is instead on a machine without a display."""

import ctypes
import os
import shlex
import shutil
import sys
from pathlib import Path

from journeyeditor.errors import Refused, refusing
from journeyeditor.storage.places import SUFFIX
from journeyeditor.translation import tr

SAMPLE = "sample"


def open_editor(path: Path | None) -> int:
    """Show the start page, or a document, until the last window closes; returns the exit code.

    Without a display the sample is exported instead; Refused where a file was named.
    """
    if path is not None:
        _check_name(path)
    if has_display():
        from journeyeditor.ui.app import run

        return run(path and path.absolute())
    if path is None:
        return _export_sample()
    raise Refused(tr("There is no display to show it on."), where=str(path), advice=_instead(path))


def _check_name(path: Path) -> None:
    """Refused where there is no such file, and it may have been meant as a command."""
    if not path.suffix and path.name == str(path) and not os.path.lexists(path):
        raise Refused(
            tr("There is neither such a command nor such a file."),
            where=str(path),
            advice=tr("To see the commands: {command}", command=_command("--help")),
        )


def _instead(path: Path) -> str:
    """What can be done without a display with a file that is sound. Refused where it's not."""
    if path.suffix.lower() in (".csv", ".pdf"):
        with refusing(path):
            path.stat()
        command = _command("import", str(path), f"{path.stem}{SUFFIX}")
        return tr("To make a project of it: {command}", command=command)
    from journeyeditor.document import Document

    Document.open(path, read_only=True).close()
    return tr("To print it: {command}", command=_command("export", str(path), f"{path.stem}.pdf"))


def has_display() -> bool:
    """Whether windows can be shown; Qt would end the process where it finds that they can't."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _has_wayland() or _has_x11()


def _has_wayland() -> bool:
    folder, name = map(os.environ.get, ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY"))
    return bool(name) and os.path.exists(os.path.join(folder or "", name or ""))


def _has_x11() -> bool:
    """Whether the display that is named lets us in."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt then says what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _export_sample() -> int:
    from journeyeditor.cli import main
    from journeyeditor.storage.places import unused

    target = str(unused(Path(f"{SAMPLE}.pdf")))
    arguments = ("export", SAMPLE, target, "--language", tr.language)
    print(tr("There is no display to open a window on, so the sample map goes to a PDF instead."))
    if code := main(arguments):
        return code
    print(tr("The command that wrote it:"))
    print(f"  {_command(*arguments)}")
    return 0


def _command(*arguments: str) -> str:
    """How to run this program with these arguments from the same folder."""
    return f"{_program()} {shlex.join(arguments)}"


def _program() -> str:
    name = Path(sys.argv[0]).name
    if name != "journeyeditor":
        return f"{shlex.quote(sys.executable)} -m journeyeditor"
    known = shutil.which(name)
    if known and Path(known).resolve() == Path(sys.argv[0]).resolve():
        return name
    return shlex.quote(os.path.relpath(sys.argv[0]))
