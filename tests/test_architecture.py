"""The rules of the house: who may import whom, how large a thing may grow, what lies where."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "journeyeditor"
SOURCES = sorted(PACKAGE.rglob("*.py"))
FOUNDATION = {"errors", "translation", "resources", "pdfium", "__version__"}

# What each room may import of ours, beside itself. `ui` and the command line may import all.
MAY_IMPORT = {
    "model": set(),
    "resources": set(),
    "errors": {"translation"},
    "translation": {"model", "resources"},
    "catalogue": {"model", *FOUNDATION},
    "storage": {"model", *FOUNDATION},
    "document": {"model", "storage", *FOUNDATION},
    "analysis": {"model", "catalogue", *FOUNDATION},
    "drawing": {"model", "analysis", "catalogue", *FOUNDATION},
    "exporting": {"model", "drawing", "analysis", "catalogue", *FOUNDATION},
    "importing": {"model", "catalogue", *FOUNDATION},
    "templates": {"model", "catalogue", *FOUNDATION},
}
ONLY_IN = {"PySide6": "ui", "sqlalchemy": "storage", "sqlite3": "storage", "reportlab": "exporting"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def read(path: Path) -> tuple[list[str], list[tuple[str, int]]]:
    """The full dotted names that a file imports; its functions' names and lines, without their
    docstrings."""
    imported, functions = list[str](), list[tuple[str, int]]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            imported += (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node, clean=False)
            documented = text.count("\n") + 1 if text is not None else 0
            lines = (node.end_lineno or 0) - node.lineno + 1 - documented
            functions.append((f"{path.name}:{node.name}", lines))
    return imported, functions


def imports(path: Path) -> list[str]:
    return read(path)[0]


def functions(path: Path) -> list[tuple[str, int]]:
    return read(path)[1]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_rooms(path: Path) -> None:
    home = room(path)
    for name in imports(path):
        first, *rest = name.split(".")
        assert first not in NETWORK, f"network code: {name}"
        if first in ONLY_IN:
            assert home == ONLY_IN[first], f"{name} belongs in {ONLY_IN[first]}/"
        if first == "journeyeditor" and rest and home in MAY_IMPORT:
            assert rest[0] in MAY_IMPORT[home] | {home}, f"{home} must not import {name}"


def test_the_canvas_reports_gestures_and_does_not_edit() -> None:
    for path in (PACKAGE / "ui" / "canvas").rglob("*.py"):
        for name in imports(path):
            assert not name.startswith(("journeyeditor.document", "journeyeditor.model.edits"))


def test_functions_are_small() -> None:
    sizes = sorted((lines, name) for path in SOURCES for name, lines in functions(path))
    assert sizes[-1][0] <= 50, sizes[-5:]
    assert sizes[int(len(sizes) * 0.9)][0] <= 20


def test_tests_are_small() -> None:
    sizes = sorted(
        (lines, name) for path in ROOT.glob("tests/**/*.py") for name, lines in functions(path)
    )
    assert sizes[-1][0] <= 50, sizes[-5:]


def test_files_fit_in_one_head() -> None:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCES
    }
    assert {name: lines for name, lines in sizes.items() if lines > 400} == {}
    assert sum(lines > 300 for lines in sizes.values()) <= len(sizes) / 10


def test_names_say_what_things_are() -> None:
    banned = {"utils", "util", "helpers", "common", "misc", "manager"}
    assert {path.stem for path in SOURCES} & banned == set()
    assert {part for path in SOURCES for part in path.parent.parts} & banned == set()


def test_the_top_level_stays_as_agreed() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode:
        pytest.skip("not a git checkout")
    tops = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    assert tops <= {
        *("journeyeditor", "resources", "tests", "pyproject.toml", "README.md", "LICENSE"),
        *("CHANGELOG.md", "CONTRIBUTING.md", "Makefile", ".ci", ".gitignore"),
        "requirements.lock",
    }


def test_everything_but_the_windows_runs_without_qt() -> None:
    program = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(f"journeyeditor.{name}")
    assert "PySide6" not in sys.modules, name
"""
    names = (
        "document",
        "drawing.layout",
        "exporting.pdf",
        "importing.csv_long",
        "templates",
        "cli",
    )
    subprocess.run([sys.executable, "-c", program, *names], check=True)


def test_the_first_window_comes_before_what_takes_long_to_load() -> None:
    program = "import sys, journeyeditor.ui.app, journeyeditor.ui.opening; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "journeyeditor.ui.window" in loaded
    assert not {"sqlalchemy", "reportlab", "journeyeditor.ui.canvas.canvas"} & set(loaded)


def test_qt_calls_do_not_eat_none() -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None with each void call."""
    from PySide6.QtCore import QObject

    thing = QObject()
    thing.setObjectName("x")
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) <= 50
