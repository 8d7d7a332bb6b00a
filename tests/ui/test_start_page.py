"""The start page: recent files, templates, keyboard, what is dropped."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.model.choices import ChannelFamily
from journeyeditor.templates import make_project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.dates import describe_time
from journeyeditor.ui.program import Program
from journeyeditor.ui.settings import RECENT_FILES
from journeyeditor.ui.start.page import StartPage
from journeyeditor.ui.start.sketches import keep_sketch, kept_sketch, sketch
from journeyeditor.ui.window import Window


def start(window: Window) -> StartPage:
    assert window.start is not None
    return window.start


def test_templates_are_offered_in_the_language_of_the_windows(window: Window) -> None:
    names = [tile.text() for tile in start(window).templates.tiles]
    assert names == ["Life cycle, 7 stages", "Life cycle, 6 stages", "Blank"]
    window.program.set_language("es")
    assert start(window).templates.tiles[0].text().startswith("Ciclo de vida")
    assert start(window).new.accessibleName() != "New map"


def test_arrows_walk_the_tiles(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    tiles = start(window).templates.tiles
    tiles[0].setFocus()
    qtbot.keyClick(tiles[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is tiles[1]
    qtbot.keyClick(tiles[1], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is tiles[0]
    qtbot.keyClick(tiles[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is tiles[0]


def test_enter_on_a_tile_asks_for_its_template(window: Window, qtbot: QtBot) -> None:
    page = StartPage([], [])
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.template_asked) as asked:
        qtbot.keyClick(page.templates.tiles[1], Qt.Key.Key_Return)
    assert asked.args == ["life-cycle-6"]


def test_recent_files_show_when_and_how_much(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "Lúmina Hogar.journey"
    file.write_bytes(b"x")
    project = make_project("sample", "en").project
    keep_sketch(file, sketch(project, project.maps()[0].id))
    program.settings.remember(file)
    window = program.open_window()
    recents = start(window).recents
    assert recents is not None
    [tile] = recents.tiles
    assert tile.text() == "Lúmina Hogar"
    assert tile.accessibleDescription().startswith("Today, ")
    assert tile.accessibleDescription().endswith("30 touchpoints")


def test_a_missing_file_is_shown_gently_and_can_be_taken_off(
    program: Program, tmp_path: Path
) -> None:
    program.settings.remember(tmp_path / "gone.journey")
    window = program.open_window()
    recents = start(window).recents
    assert recents is not None
    assert recents.tiles[0].faded
    assert "Not found" in recents.tiles[0].accessibleDescription()
    start(window).forget_asked.emit(tmp_path / "gone.journey")
    assert start(window).recents is None
    assert program.settings.recent == []


def test_only_so_many_files_are_remembered(program: Program, tmp_path: Path) -> None:
    for number in range(RECENT_FILES + 3):
        program.settings.remember(tmp_path / f"{number}.journey")
    program.settings.remember(tmp_path / "9.journey")
    recent = [path.stem for path in program.settings.recent]
    assert recent[:2] == ["9", str(RECENT_FILES + 2)]
    assert len(recent) == len(set(recent)) == RECENT_FILES


def test_a_sketch_is_a_few_numbers(tmp_path: Path) -> None:
    project = make_project("sample", "es").project
    made = sketch(project, project.maps()[0].id)
    keep_sketch(tmp_path / "a.journey", made)
    assert kept_sketch(tmp_path / "a.journey") == made
    assert kept_sketch(tmp_path / "b.journey") is None
    assert (len(made.rows), len(made.rows[0])) == (3, 7)
    assert made.rows[0][0][0][0] is ChannelFamily.SOCIAL


@pytest.mark.parametrize(("language", "day"), [("en", "March"), ("es", "de marzo")])
def test_times_are_said_as_people_do(language: str, day: str) -> None:
    spoken = tr.language
    tr.use(language)
    try:
        now = datetime.now().replace(hour=10, minute=42)
        assert describe_time(now).endswith(", 10:42")
        assert describe_time(now - timedelta(days=1)) != describe_time(now)
        assert day in describe_time(datetime(now.year, 3, 10))
        assert "2019" in describe_time(datetime(2019, 3, 10))
    finally:
        tr.use(spoken)


def test_themes_switch(window: Window) -> None:
    light = window.grab().toImage().pixelColor(10, 10).lightness()
    window.program.set_appearance("dark")
    dark = window.grab().toImage().pixelColor(10, 10).lightness()
    assert light > 200 > 60 > dark
    window.program.set_appearance("light")


def test_the_file_clock_is_the_files_own(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "old.journey"
    file.write_bytes(b"x")
    then = datetime(2020, 5, 4).timestamp()
    os.utime(file, (then, then))
    program.settings.remember(file)
    recents = start(program.open_window()).recents
    assert recents is not None
    assert recents.tiles[0].accessibleDescription() == "4 May 2020"
