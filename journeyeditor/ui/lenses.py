"""The choice of what colours the cards: in the tool bar, and in a menu."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from journeyeditor.drawing.layout.lens import CHANNEL, LENS_NAMES, lens_choices
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Choice

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window
    from journeyeditor.ui.workspace import Workspace


def lens_choice(workspace: "Workspace") -> Choice:
    """The lenses of the project, in the tool bar."""
    choice = Choice(tr("Colour by"), prefix=tr("Colour by"))
    choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    choice.activated.connect(lambda: workspace.looking.set_lens(choice.currentData()))
    update_choice(choice, workspace)
    return choice


def update_choice(choice: Choice, workspace: "Workspace") -> None:
    """Offer what the project has now, and show what is chosen."""
    offered = [(title, name) for name, title in lens_choices(workspace.project, tr.language)]
    present = [(choice.itemText(i), choice.itemData(i)) for i in range(choice.count())]
    lens = workspace.looking.look.lens
    if offered != present:
        choice.fill(offered, lens)
    known = any(name == lens for _, name in offered)
    choice.choose(lens if known else CHANNEL)


def lens_menu(window: "Window", actions: Mapping[str, QAction]) -> QMenu:
    """The same as a menu; the axes of the project are looked up when it opens."""
    menu = QMenu(tr("Colour by"), window)
    for name in LENS_NAMES:
        menu.addAction(actions[f"lens-{name}"])
    menu.addSeparator()
    axes: list[QAction] = []

    def fill() -> None:
        for action in axes:
            menu.removeAction(action)
        axes.clear()
        workspace = window.workspace
        choices = lens_choices(workspace.project, tr.language) if workspace else []
        for name, title in choices[len(LENS_NAMES) :]:
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            if workspace:
                action.setChecked(workspace.looking.look.lens == name)
                action.triggered.connect(lambda _=False, name=name: _set(window, name))
            axes.append(action)

    menu.aboutToShow.connect(fill)
    return menu


def _set(window: "Window", lens: str) -> None:
    if window.workspace:
        window.workspace.looking.set_lens(lens)
