import io
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pypdf
import pytest

from journeyeditor.cli import main
from journeyeditor.document import Document
from journeyeditor.storage import publisher
from journeyeditor.storage.locks import Holder, lock_path
from tests.acting import small_project
from tests.cli.running import run
from tests.document.test_document import adding

EVERY_COMMAND = """
import sys
from journeyeditor.cli import main
codes = [main(arguments.split()) for arguments in sys.argv[1:]]
print(codes, [name for name in ("PySide6", "shiboken6") if name in sys.modules])
"""


def test_no_command_loads_qt(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("map,segment,stage,touchpoint\na,b,c,d\n")
    commands = [
        "new a.journey --template sample",
        "import rows.csv a.journey",
        "check a.journey",
        "export a.journey a.pdf",
        "templates",
    ]
    done = run(*commands, cwd=tmp_path, program=("-c", EVERY_COMMAND))
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "[0, 0, 0, 0, 0] []"


def test_help_loads_nothing_that_is_slow(tmp_path: Path) -> None:
    program = (
        "import sys; from journeyeditor.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    )
    done = run("--help", cwd=tmp_path, program=("-c", program))
    loaded = done.stdout.splitlines()[-1].split()
    heavy = {"sqlalchemy", "reportlab", "uharfbuzz", "PIL", "journeyeditor.model.records"}
    assert heavy.isdisjoint(loaded)
    for name in ("new", "import", "export", "analyse", "check", "templates"):
        assert name in done.stdout
    for unbuilt in ("merge", "recover", "svg", "png"):
        assert unbuilt not in done.stdout.split("argparse")[0]


def test_version(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout.startswith("Journey Editor ")


def test_without_a_display_the_sample_is_printed_and_the_command_shown(tmp_path: Path) -> None:
    (tmp_path / "sample.pdf").write_text("mine")
    done = run(cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "no display" in done.stdout
    assert (tmp_path / "sample.pdf").read_text() == "mine"
    made = tmp_path / "sample 2.pdf"
    assert made.name in done.stdout
    first = pypdf.PdfReader(made).pages[0].extract_text()
    made.unlink()
    command = done.stdout.splitlines()[-1].strip()
    subprocess.run(command, shell=True, cwd=tmp_path, check=True, capture_output=True)
    assert pypdf.PdfReader(made).pages[0].extract_text() == first


def test_a_display_that_does_not_answer_counts_as_none(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "map.journey"), "--template", "blank"]) == 0
    done = run("map.journey", cwd=tmp_path, DISPLAY=":987")
    assert done.returncode == 1
    assert done.stderr.startswith("journeyeditor: map.journey: There is no display")
    assert "export map.journey map.pdf" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_word_that_is_no_command_and_no_file_opens_no_window(tmp_path: Path) -> None:
    done = run("frob", cwd=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stderr.startswith("journeyeditor: frob: There is neither such a command nor")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nowhere.journey"], 1, "nowhere.journey: There is no such file. Check"),
        (["./nowhere.csv"], 1, "./nowhere.csv: There is no such file. Check"),
        (["folder"], 1, "folder: It is a folder, not a file. Choose"),
        (["check", "pipe.journey"], 1, "pipe.journey: It is a device or a pipe, not a file. Ch"),
        (["check", "../{here}/text.journey"], 1, "../{here}/text.journey: What the file holds is"),
        (["new", "no/x.journey", "--template", "blank"], 1, "no: There is no such folder. Check"),
        (["--foo"], 2, "unrecognized arguments: --foo. “journeyeditor --help” tells"),
        (["text.journey", "--foo"], 2, "there is no option “--foo” for a file. “journey"),
        (["--"], 2, "unrecognized arguments: --. “journey"),
        (["-"], 2, "argument COMMAND: invalid choice: '-' (choose from"),
        (["check", "text.journey", "--foo"], 2, "unrecognized arguments: --foo. “journey"),
        (["nothing", "text.journey"], 2, "there is no command “nothing”. “journey"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    Path("folder").mkdir()
    os.mkfifo("pipe.journey")
    Path("text.journey").write_text("Dear all")
    assert main([word.format(here=tmp_path.name) for word in arguments]) == code
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert error.startswith(f"journeyeditor: {message.format(here=tmp_path.name)}")


def test_an_output_that_takes_nothing_is_one_line(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is full")
    with full.open("w") as output:
        done = subprocess.run(
            [sys.executable, "-m", "journeyeditor", "templates"],
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "journeyeditor: The output: There is no space left there."
        " Make room, or choose another place.\n"
    )


def test_who_has_a_file_open_since_when_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "map.journey"
    assert main(["new", str(path), "--template", "blank"]) == 0
    lock = msgspec.structs.replace(
        Holder.present(), user="ana", host="Tablet", since="2026-03-09T07:05"
    )
    lock_path(path).write_bytes(msgspec.json.encode(lock))
    rows = tmp_path / "rows.csv"
    rows.write_text("map,segment,stage,touchpoint\na,b,c,d\n")
    assert main(["import", str(rows), str(path)]) == 1
    assert "ana (Tablet), since 9 March 2026, 07:05. Close it" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["analyse"], ["export", "map.pdf"]])
def test_edits_that_an_open_editor_has_not_saved_are_noted(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(publisher, "IDLE", 1000)
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "map.journey")

    def note() -> str:
        assert main([command[0], "map.journey", *command[1:]]) == 0
        return capsys.readouterr().err

    assert note() == ""
    document.perform(adding(document, "Pago"))
    document.perform(adding(document, "Visita"))
    assert "map.journey: It is open in the editor, and 2 edits" in note()
    document.save()
    assert note() == ""
    document.abandon()


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-m", "journeyeditor", "templates"],
        stdout=write,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=buffered,
        check=False,
    )
    os.close(write)
    assert done.stderr == b""


def test_names_that_the_terminal_cannot_show_are_no_error(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("map,segment,stage,touchpoint\nMapa 😟,b,c,d\n", "utf-8")
    done = run(
        "import rows.csv a.journey",
        "export a.journey a.pdf",
        cwd=tmp_path,
        program=("-c", EVERY_COMMAND),
        PYTHONIOENCODING="ascii",
    )
    assert done.stderr == ""
    assert "Mapa" in done.stdout
    assert "[0, 0]" in done.stdout


class _Output(io.StringIO):
    """An output on which everything goes wrong in one way."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def write(self, text: str) -> int:
        raise self._error


def test_a_failure_of_the_program_itself_is_one_line_with_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_folders: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", _Output(ZeroDivisionError("somewhere\ndeep")))
    assert main(["templates"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "ZeroDivisionError: somewhere" in error
    log = next(own_folders.rglob("errors.log"))
    assert str(log) in error
    assert "deep" in log.read_text("utf-8")


def test_an_interrupted_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", _Output(KeyboardInterrupt()))
    assert main(["templates"]) == 130
    assert capsys.readouterr().err == "journeyeditor: Interrupted.\n"
