"""The table of commands: keys, texts, menus."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from journeyeditor.translation import LANGUAGES, translator
from journeyeditor.ui.commands import COMMANDS
from journeyeditor.ui.menus import CONTEXT, MENUS, RULE

SAME = {"Inspector"}
"""Words that are the same in every language."""
IDS = {command.id for command in COMMANDS}


def test_no_key_does_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert all(keys), "a key that Qt does not know"
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(IDS) == len(COMMANDS)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_command_is_named_in_each_language(language: str) -> None:
    tr = translator(language)
    for command in COMMANDS:
        assert tr(command.text)
        if language != "en" and command.text not in SAME:
            assert tr(command.text) != command.text, f"“{command.text}” is not translated"


def test_every_command_is_in_a_menu_once() -> None:
    shown = Counter(id for _, ids in MENUS for id in ids if id != RULE)
    assert set(shown) == IDS
    assert set(shown.values()) == {1}
    assert {id for ids in CONTEXT.values() for id in ids} - {RULE} <= IDS
