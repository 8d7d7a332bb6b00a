"""The few things that a user can set: language and appearance."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from journeyeditor.translation import LANGUAGES, tr
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.settings import Appearance

if TYPE_CHECKING:
    from journeyeditor.ui.program import Program


def appearances() -> list[tuple[str, str]]:
    """Names and values."""
    return [
        (tr("As the system"), Appearance.SYSTEM),
        (tr("Light"), Appearance.LIGHT),
        (tr("Dark"), Appearance.DARK),
    ]


def preference_menus(program: "Program", parent: QWidget) -> list[QMenu]:
    """The menus for language and appearance."""
    languages = [(name, code) for code, name in LANGUAGES.items()]
    return [
        _menu(tr("Language"), languages, tr.language, program.set_language, parent),
        _menu(
            tr("Appearance"),
            appearances(),
            program.settings.appearance,
            program.set_appearance,
            parent,
        ),
    ]


def preference_choices(program: "Program") -> list[Choice]:
    """The same as small fields, for the start page."""
    language, appearance = Choice(tr("Language")), Choice(tr("Appearance"))
    language.fill([(name, code) for code, name in LANGUAGES.items()], tr.language)
    appearance.fill(appearances(), program.settings.appearance)
    language.activated.connect(lambda: program.set_language(language.currentData()))
    appearance.activated.connect(lambda: program.set_appearance(appearance.currentData()))
    return [language, appearance]


def _menu(
    title: str,
    entries: list[tuple[str, str]],
    value: str,
    choose: Callable[[str], None],
    parent: QWidget,
) -> QMenu:
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for text, data in entries:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(data == value)
        action.triggered.connect(lambda _=False, data=data: choose(data))
        group.addAction(action)
    return menu
