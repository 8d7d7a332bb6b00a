"""Menus and keys, made from the table of commands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.edits.touchpoints import namesakes
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import N_, tr
from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.commands import COMMANDS, Command
from journeyeditor.ui.lenses import lens_menu
from journeyeditor.ui.views import views_menu

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window

RULE = ""
"""A line between two groups of a menu."""
LENS = "lens-"
"""Commands whose ids begin so have a menu of their own within theirs, with the axes added."""
GROUPS = {"detail-": N_("Detail"), "panel-": N_("Panel of the card")}
"""Commands whose ids begin so have a menu of their own within theirs."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("&File"),
        ("new", "open", "import", RULE, "save", "save-as", "save-copy", "revert", RULE,
         "export-pdf", RULE, "close", "quit"),
    ),
    (
        N_("&Edit"),
        ("undo", "redo", RULE, "cut", "copy", "paste", "paste-shared", "duplicate", RULE,
         "rename", "remove", "delete", RULE, "select-all", RULE,
         "find", "find-next", "find-previous", "filter", "filter-clear"),
    ),
    (
        N_("&View"),
        ("zoom-in", "zoom-out", "zoom-100", "zoom-fit", "zoom-selection", RULE,
         "detail-automatic", "detail-full", "detail-summary", "detail-outline", "detail-heat",
         "lens-channel", "lens-owner", "lens-emotion", "lens-effectiveness", "lens-evidence",
         "lens-completeness", "view-save",
         RULE, "focus-segment", "fold-segment", "fold-stage", "unfold-all", RULE, "curve",
         "outline", "inspector", "tray", RULE, "panel-details", "panel-owners", "panel-processes",
         "panel-emotions", "panel-outcomes", RULE, "full-screen"),
    ),
    (N_("&Insert"), ("add-card", "add-stage", "add-segment", RULE, "add-map")),
    (
        N_("&Map"),
        ("next-question", "previous-question", RULE, "lanes", "lane-picture",
         "lane-no-picture", RULE, "detach", "merge", RULE, "move-before",
         "move-after", RULE, "map-rename", "map-duplicate", "map-copy", "map-left", "map-right",
         "map-remove", RULE, "map-next", "map-previous"),
    ),
    (
        N_("&Analysis"),
        ("analysis", "show-map", RULE, "findings-strip", RULE, "improvements", "add-improvement",
         RULE, "limits"),
    ),
    (N_("&Tools"), ("palette", "catalogues")),
    (N_("&Help"), ("sample", "keys", "about")),
)  # fmt: skip

CONTEXT: Mapping[str, Sequence[str]] = {
    "card": ("rename", "cut", "copy", "duplicate", RULE, "detach", "merge", RULE, "remove",
             "delete"),
    "stage": ("rename", "add-stage", "move-before", "move-after", RULE, "fold-stage",
              "unfold-all", RULE, "remove"),
    "segment": ("rename", "add-segment", "move-before", "move-after", RULE, "focus-segment",
                "fold-segment", "unfold-all", RULE, "remove"),
    "lane": ("rename", "paste", "lane-picture", "lane-no-picture", RULE, "remove", RULE, "lanes"),
    "lane_rail": ("lanes", "curve"),
    "curve_rail": ("lanes", "curve"),
    "map": ("map-rename", RULE, "map-duplicate", "map-copy", RULE, "map-left", "map-right", RULE,
            "map-remove"),
    "": ("add-card", "paste", "paste-shared", RULE, "add-stage", "add-segment"),
}  # fmt: skip
"""What the menu of a card, a stage, a segment, a lane, the tab of a map, or any other place of the
map offers."""


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
        _fill(menu, [id for id in ids if not id.startswith(LENS)], actions)
        if title == "&File":
            before = actions["import"]
            menu.insertMenu(before, window.templates_menu())
            menu.insertMenu(before, window.recent_menu())
        elif title == "&View":
            menu.addSeparator()
            for extra in window.settings_menus():
                menu.addMenu(extra)
            menu.insertMenu(actions["view-save"], lens_menu(window, actions))
            menu.insertMenu(actions["view-save"], views_menu(window))


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
    if key and key[0] == "card":
        _offer_namesakes(window, menu, actions["merge"])
    return menu


def _offer_namesakes(window: "Window", menu: QMenu, before: QAction) -> None:
    """What was typed twice can be merged without looking for it on the map."""
    workspace = window.workspace
    if workspace is None or workspace.document.read_only:
        return
    workspace.flush()
    project, editor = workspace.project, workspace.editor
    points = editor.touchpoints_of(workspace.cards)
    if len(points) != 1 or not (others := namesakes(project, points[0])):
        return
    text = tr.plural(
        "Merge with the other “{name}”",
        "Merge with {count} others called “{name}”",
        len(others),
        name=project.get(Touchpoint, points[0]).name,
    )
    action = QAction(text.replace("&", "&&"), menu)
    dress(action, "git-merge")
    action.triggered.connect(lambda: editor.merge_touchpoints(points[0], others))
    menu.insertAction(before, action)


def _fill(menu: QMenu, ids: Iterable[str], actions: Mapping[str, QAction]) -> None:
    groups: dict[str, QMenu] = {}
    for id in ids:
        if id == RULE:
            menu.addSeparator()
        elif group := next((start for start in GROUPS if id.startswith(start)), ""):
            if group not in groups:
                groups[group] = menu.addMenu(tr(GROUPS[group]))
            groups[group].addAction(actions[id])
        else:
            menu.addAction(actions[id])


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Show a menu that is needed once."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
