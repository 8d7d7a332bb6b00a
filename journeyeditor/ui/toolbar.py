"""The tool bar, made from the table of commands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.chrome.icons import dress

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


class ToolBar(QToolBar):
    """One line of buttons and choices; each part is made by a function below."""

    def __init__(self) -> None:
        super().__init__(tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._detail = Choice("")
        self._zoom = QToolButton()

    def fill(self, workspace: "Workspace", actions: Mapping[str, QAction]) -> None:
        """Show the tools for a document."""
        self.clear()
        self.setWindowTitle(tr("Tools"))
        self._detail, self._zoom = _detail_choice(workspace), _zoom_value(actions)
        for id in ("undo", "redo"):
            self.addWidget(tool(actions[id], icon_only=True))
        self.addSeparator()
        self.addWidget(tool(actions["add-card"], "soft", tone="accent_text"))
        self.addWidget(tool(actions["add-stage"], "plain"))
        self.addWidget(tool(actions["add-segment"], "plain"))
        self.addSeparator()
        self.addWidget(self._detail)
        self.addWidget(tool(actions["curve"], "plain"))
        self.addWidget(_space())
        self.addWidget(_zoom_box(self._zoom, actions))
        self.addWidget(tool(actions["zoom-fit"], icon_only=True))
        self.addSeparator()
        export = tool(actions["export-pdf"], "primary", tone="on_accent")
        export.setText(tr("Export PDF"))
        self.addWidget(export)

    def update_from(self, workspace: "Workspace") -> None:
        """Show what is chosen now."""
        self._detail.choose(workspace.looking.look.detail)

    def show_zoom(self, zoom: float) -> None:
        """1.0 is 100 %."""
        self._zoom.setText(tr.percent(zoom))


def tool(
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


def _space() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space


def _detail_choice(workspace: "Workspace") -> Choice:
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
    choice.activated.connect(lambda: workspace.looking.set_detail(choice.currentData()))
    return choice


def _zoom_value(actions: Mapping[str, QAction]) -> QToolButton:
    value = QToolButton()
    value.setProperty("role", "value")
    value.setAccessibleName(tr("Zoom"))
    value.setToolTip(tr("Actual size (Ctrl+0)"))
    value.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    value.clicked.connect(actions["zoom-100"].trigger)
    return value


def _zoom_box(value: QToolButton, actions: Mapping[str, QAction]) -> QFrame:
    frame = QFrame()
    frame.setObjectName("zoom")
    row = QHBoxLayout(frame)
    row.setContentsMargins(1, 1, 1, 1)
    row.setSpacing(0)
    row.addWidget(tool(actions["zoom-out"], icon_only=True))
    row.addWidget(value)
    row.addWidget(tool(actions["zoom-in"], icon_only=True))
    return frame
