"""Menus, tool bar and keys, made from the table of commands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from journeyeditor.drawing.shapes import Key
from journeyeditor.translation import N_, tr
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.commands import COMMANDS, Command

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window

RULE = ""
"""A line between two groups of a menu."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("&File"),
        ("new", "open", "import", RULE, "save", "save-as", "save-copy", "revert", RULE,
         "export-pdf", RULE, "close", "quit"),
    ),
    (
        N_("&Edit"),
        ("undo", "redo", RULE, "cut", "copy", "paste", "paste-shared", "duplicate", RULE,
         "rename", "remove", "delete", RULE, "select-all"),
    ),
    (
        N_("&View"),
        ("zoom-in", "zoom-out", "zoom-100", "zoom-fit", "zoom-selection", RULE,
         "detail-automatic", "detail-full", "detail-summary", "detail-outline", "detail-heat",
         RULE, "curve", "inspector", "tray", RULE, "full-screen"),
    ),
    (N_("&Insert"), ("add-card", "add-stage", "add-segment", RULE, "add-map")),
    (
        N_("&Map"),
        ("detach", "merge", RULE, "move-before", "move-after", RULE, "map-rename",
         "map-duplicate", "map-remove", RULE, "map-next", "map-previous"),
    ),
    (N_("&Help"), ("sample", "keys", "about")),
)  # fmt: skip

CONTEXT: Mapping[str, Sequence[str]] = {
    "card": ("rename", "cut", "copy", "duplicate", RULE, "detach", "merge", RULE, "remove",
             "delete"),
    "stage": ("rename", "add-stage", "move-before", "move-after", RULE, "remove"),
    "segment": ("rename", "add-segment", "move-before", "move-after", RULE, "remove"),
    "": ("add-card", "paste", "paste-shared", RULE, "add-stage", "add-segment"),
}  # fmt: skip
"""What the menu of a card, a stage, a segment, or any other place of the map offers."""


def make_actions(window: "Window") -> dict[str, QAction]:
    """An action for each command, by its id."""
    return {command.id: _action(command, window) for command in COMMANDS}


def _action(command: Command, window: "Window") -> QAction:
    action = QAction(tr(command.text), window)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    if command.on_map:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setCheckable(command.checked is not None)
    action.setIconVisibleInMenu(command.checked is None)  # where a tick says whether it is on
    if command.icon:
        dress(action, command.icon)
    action.triggered.connect(lambda: window.run(command))
    return action


def update_actions(actions: Mapping[str, QAction], window: "Window") -> None:
    """Enable what is possible now, check what is on, and name what it will do."""
    workspace = window.workspace
    for command in COMMANDS:
        action = actions[command.id]
        able = command.always or workspace is not None
        if workspace is not None:
            able = able and (command.able is None or command.able(workspace))
            if command.checked:
                action.setChecked(command.checked(workspace))
            if command.say:
                action.setText(command.say(workspace).replace("&", "&&"))
        action.setEnabled(able)


def fill_menu_bar(window: "Window", actions: Mapping[str, QAction]) -> None:
    """The menu bar, with what only it has: recent files, templates, language, appearance."""
    bar = window.menuBar()
    bar.clear()
    for old in bar.findChildren(QShortcut):
        old.setParent(None)
    for title, ids in MENUS:
        text, letter = tr(title).replace("&", ""), tr(title).partition("&")[2][:1]
        menu = bar.addMenu(text)
        _open_by_key(bar, menu, letter)
        _fill(menu, ids, actions)
        if title == "&File":
            before = actions["import"]
            menu.insertMenu(before, window.templates_menu())
            menu.insertMenu(before, window.recent_menu())
        elif title == "&View":
            menu.addSeparator()
            for extra in window.settings_menus():
                menu.addMenu(extra)


def _open_by_key(bar: QMenuBar, menu: QMenu, letter: str) -> None:
    """Let Alt and a letter open a menu, without an underline that nobody needs all the time."""
    action = menu.menuAction()
    keys = QShortcut(QKeySequence(f"Alt+{letter}"), bar)  # of the window: a menu is one itself
    keys.setContext(Qt.ShortcutContext.WindowShortcut)
    keys.activated.connect(lambda: bar.setActiveAction(action))


def context_menu(window: "Window", key: Key | None, actions: Mapping[str, QAction]) -> QMenu:
    """The menu of what was clicked on the map."""
    menu = QMenu(window)
    _fill(menu, CONTEXT.get(key[0] if key else "", CONTEXT[""]), actions)
    return menu


def _fill(menu: QMenu, ids: Iterable[str], actions: Mapping[str, QAction]) -> None:
    for id in ids:
        if id == RULE:
            menu.addSeparator()
        else:
            menu.addAction(actions[id])


def fill_tool_bar(bar: QToolBar, window: "Window", actions: Mapping[str, QAction]) -> Choice:
    """The tool bar; returns its choice of the level of detail."""
    bar.clear()
    for id in ("undo", "redo"):
        bar.addWidget(_tool(actions[id], "", icon_only=True))
    bar.addSeparator()
    bar.addWidget(_tool(actions["add-card"], "soft", tone="accent_text"))
    bar.addWidget(_tool(actions["add-stage"], "plain"))
    bar.addWidget(_tool(actions["add-segment"], "plain"))
    bar.addSeparator()
    detail = _detail_choice(window)
    bar.addWidget(detail)
    bar.addWidget(_tool(actions["curve"], "plain"))
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addWidget(_zoom(window, actions))
    bar.addWidget(_tool(actions["zoom-fit"], "", icon_only=True))
    bar.addSeparator()
    export = _tool(actions["export-pdf"], "primary", tone="on_accent")
    export.setText(tr("Export PDF"))
    bar.addWidget(export)
    return detail


def _tool(
    action: QAction, look: str = "", *, icon_only: bool = False, tone: str = "text2"
) -> QToolButton:
    """A button for an action, which does not take the focus from the map when clicked."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setProperty("look", look)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(
        style.ToolButtonIconOnly if icon_only else style.ToolButtonTextBesideIcon
    )
    made.setIconSize(QSize(16, 16))
    if not icon_only:  # the action's own icon, with room before the text
        name = action.property("icon_name")
        dress(made, name, tone, gap=3)
        action.changed.connect(lambda: dress(made, name, tone, gap=3))
    return made


def _detail_choice(window: "Window") -> Choice:
    choice = Choice(tr("Detail"), prefix=tr("Detail"))
    entries = [
        (tr("Automatic"), ""),
        (tr("Full"), "full"),
        (tr("Summary"), "summary"),
        (tr("Outline"), "outline"),
        (tr("Heat map"), "heat"),
    ]
    choice.fill(entries, "")
    choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    choice.activated.connect(lambda: window.set_detail(choice.currentData()))
    return choice


def _zoom(window: "Window", actions: Mapping[str, QAction]) -> QFrame:
    frame = QFrame()
    frame.setObjectName("zoom")
    row = QHBoxLayout(frame)
    row.setContentsMargins(1, 1, 1, 1)
    row.setSpacing(0)
    value = QToolButton()
    value.setProperty("role", "value")
    value.setAccessibleName(tr("Zoom"))
    value.setToolTip(tr("Actual size (Ctrl+0)"))
    value.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    value.clicked.connect(actions["zoom-100"].trigger)
    window.zoom_value = value
    row.addWidget(_tool(actions["zoom-out"], icon_only=True))
    row.addWidget(value)
    row.addWidget(_tool(actions["zoom-in"], icon_only=True))
    return frame


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Show a menu that is needed once."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
