"""The command palette: commands by name, places on the maps, all by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.ui.chrome.keys import key_caps
from journeyeditor.ui.chrome.rows import Head, Row
from journeyeditor.ui.palette.entries import UNFIT, rank
from journeyeditor.ui.palette.palette import Palette
from journeyeditor.ui.program import Program
from journeyeditor.ui.window import Window
from tests.ui.hands import CTRL, Hands
from tests.ui.samples import save_template

Key = Qt.Key


@pytest.fixture
def hands(program: Program, window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    """In Spanish."""
    program.set_language("es")
    window.open_path(save_template(tmp_path / "Tienda.journey", language="es"))
    return Hands(window, qtbot)


def ask(hands: Hands, text: str = "") -> None:
    """Open the palette from the map, and type."""
    hands.canvas.setFocus()
    hands.key(Key.Key_K, CTRL)
    hands.type(text)


def palette(hands: Hands) -> Palette:
    found = [p for p in hands.window.findChildren(Palette) if p.isVisible()]
    assert len(found) == 1
    return found[0]


def titles(hands: Hands) -> list[str]:
    return [face.title for face in palette(hands).list.faces]


def chosen(hands: Hands) -> str:
    shown = palette(hands).list
    return shown.faces[shown.chosen].title


@pytest.mark.parametrize(
    ("names", "typed", "expected"),
    [
        (("guardar como…",), "guar", 0),
        (("guardar como…",), "gu co", 1),
        (("guardar como…",), "co gu", 2),
        (("guardar como…",), "omo", 3),
        (("guardar como…",), "zz", UNFIT),
        (("guardar como…", "save as…"), "save", 0),
        ((), "a", UNFIT),
    ],
)
def test_how_well_a_name_fits(names: tuple[str, ...], typed: str, expected: int) -> None:
    assert rank(names, typed) == expected


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("Ctrl+F", ("Ctrl", "F")),
        ("Ctrl++", ("Ctrl", "+")),
        ("Ctrl+Shift+PgUp", ("Ctrl", "Shift", "PgUp")),
        ("N", ("N",)),
    ],
)
def test_key_caps(keys: str, caps: tuple[str, ...]) -> None:
    assert key_caps(keys) == caps


def test_a_command_is_run_by_its_name_without_accents(hands: Hands) -> None:
    detail = hands.workspace.looking.look.detail
    ask(hands, "mapa de calór")
    assert chosen(hands) == "Mapa de calor"
    hands.key(Key.Key_Return)
    assert (detail, hands.workspace.looking.look.detail) == ("", "heat")
    assert hands.canvas.hasFocus()


def test_english_names_work_too(hands: Hands) -> None:
    ask(hands, "heat map")
    assert chosen(hands) == "Mapa de calor"


def test_a_command_is_found_by_its_menu_too(hands: Hands) -> None:
    ask(hands, "insertar seg")
    assert chosen(hands) == "Segmento"
    row = palette(hands).list.faces[palette(hands).list.chosen]
    assert row.spoken == "Segmento, Insertar, Ctrl, Mayús, G"


def test_keys_are_shown_and_what_is_impossible_is_left_out(hands: Hands) -> None:
    ask(hands)
    rows = {face.title: face for face in palette(hands).list.faces if isinstance(face, Row)}
    assert rows["Guardar"].keys == ("Ctrl", "S")
    assert "Cortar" not in rows
    hands.key(Key.Key_Escape)
    card = hands.project.placements(hands.workspace.map)[0]
    hands.click(("card", card.id))
    ask(hands)
    assert "Cortar" in titles(hands)


def test_places_are_gone_to(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[-1]
    name = hands.touchpoint(card).name
    ask(hands)
    assert not any(isinstance(face, Head) for face in palette(hands).list.faces)
    hands.workspace.looking.change(folded=frozenset({card.segment}))
    hands.type(name)
    while chosen(hands) != name:
        hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    assert hands.touchpoint(hands.project.get(type(card), hands.workspace.cards[0])).name == name


def test_a_card_is_found_by_its_code(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[3]
    ask(hands, hands.touchpoint(card).code)
    hands.key(Key.Key_Return)
    assert hands.touchpoint(hands.project.get(type(card), hands.workspace.cards[0])) == (
        hands.touchpoint(card)
    )


def test_a_stage_and_a_map_are_gone_to(hands: Hands) -> None:
    stage = hands.project.stages(hands.workspace.map)[4]
    ask(hands, stage.name)
    hands.key(Key.Key_Return)
    assert hands.workspace.selection == (("stage", stage.id),)
    first = hands.workspace.map
    hands.command("map-duplicate")
    ask(hands, "mapa del viaje de cliente")
    hands.key(Key.Key_Up)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    assert hands.workspace.map == first


def test_what_was_used_last_comes_first(hands: Hands, program: Program) -> None:
    ask(hands, "seleccionar")
    used = chosen(hands)
    hands.key(Key.Key_Return)
    assert program.settings.recent_commands
    ask(hands)
    assert titles(hands)[0] == used


def test_arrows_go_round_and_esc_leaves_all_as_it_was(hands: Hands) -> None:
    ask(hands)
    first = chosen(hands)
    hands.key(Key.Key_Up)
    assert chosen(hands) == titles(hands)[-1]
    hands.key(Key.Key_Down)
    assert chosen(hands) == first
    hands.type("zzzz")
    assert titles(hands) == []
    hands.key(Key.Key_Return)
    assert palette(hands).isVisible()
    hands.key(Key.Key_Escape)
    assert not [p for p in hands.window.findChildren(Palette) if p.isVisible()]
    assert hands.canvas.hasFocus()


def test_it_goes_when_the_focus_does(hands: Hands) -> None:
    ask(hands)
    shown = palette(hands)
    field = QApplication.focusWidget()
    assert field is shown.field
    hands.canvas.setFocus()
    assert not shown.isVisible()
