"""The tool bar, made from the table of commands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from journeyeditor.translation import tr
from journeyeditor.ui.analysis.tools import AnalysisTools
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.lenses import lens_choice, update_choice
from journeyeditor.ui.search.field import FilterButton, SearchField

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace

SPACING, MARGIN = 4, 14
"""Pixels between two parts and at both ends, as the style sheet says."""
NARROW = 76
"""Pixels at 96 dots an inch of a choice that must do without its name."""


class ToolBar(QToolBar):
    """One line of buttons and choices; each part is made by a function below."""

    def __init__(self) -> None:
        super().__init__(tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._detail, self._lens = Choice(""), Choice("")
        self._zoom = QToolButton()
        self._wordy: list[Tool] = []
        self._analysis = AnalysisTools()
        self._of_map: list[QAction] = []
        self._spare: list[QAction] = []

    def fill(self, workspace: "Workspace", actions: Mapping[str, QAction]) -> None:
        """Show the tools for a document."""
        self.clear()
        self.setWindowTitle(tr("Tools"))
        self._detail, self._zoom = _detail_choice(workspace), _zoom_value(actions)
        self._analysis = AnalysisTools()
        switch = [Tool(actions[id], "switch") for id in ("show-map", "analysis")]
        self.addWidget(_switch_box(switch))
        self.addSeparator()
        for id in ("undo", "redo"):
            self.addWidget(Tool(actions[id]))
        self.addSeparator()
        self._analysis.add_to(self, workspace.desk)
        before = len(self.actions())
        card = Tool(actions["add-card"], "soft", tone="accent_text")
        stage, segment = Tool(actions["add-stage"], "plain"), Tool(actions["add-segment"], "plain")
        export = Tool(actions["export-pdf"], "primary", tone="on_accent", text=tr("Export PDF"))
        self._wordy = [segment, stage, card, export, *switch]
        for button in (card, stage, segment):
            self.addWidget(button)
        self.addSeparator()
        self._lens = lens_choice(workspace)
        self.addWidget(self._lens)
        self.addWidget(self._detail)
        self._of_map = self.actions()[before:]
        self.addWidget(_space())
        self.addWidget(SearchField(workspace.search))
        zooming = (FilterButton(workspace.search), _zoom_box(self._zoom, actions),
                   Tool(actions["zoom-fit"]))  # fmt: skip
        self._of_map += [self.addWidget(part) for part in zooming]
        self._spare = [self._of_map[-1], self._of_map[-2]]
        self.addSeparator()
        self.addWidget(export)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let some buttons do without words where not all have room.

        Where that isn't enough, choices get narrower, and what the status bar offers too goes.
        """
        for wordy in self._wordy:
            wordy.show_words(True)
        for action in self._spare:
            action.setVisible(self._of_map[0].isVisible())
        self._narrow_choices(False)
        for wordy in self._wordy:
            if self._needed_width() <= self.width():
                break
            wordy.show_words(False)
        self._narrow_choices(self._needed_width() > self.width())
        for action in self._spare:
            if self._needed_width() > self.width():
                action.setVisible(False)

    def _narrow_choices(self, narrow: bool) -> None:
        for part in self._parts():
            if isinstance(part, Choice):
                part.setMinimumWidth(scaled(NARROW) if narrow else part.sizeHint().width())

    def _needed_width(self) -> int:
        parts = self._parts()
        widths = [max(0, _least(part)) for part in parts]
        return sum(widths) + SPACING * (len(widths) - 1) + 2 * MARGIN

    def _parts(self) -> list[QWidget]:
        return [self.widgetForAction(it) for it in self.actions() if it.isVisible()]

    def update_from(self, workspace: "Workspace") -> None:
        """Show what is chosen now."""
        for action in self._of_map:
            action.setVisible(not workspace.desk.shown)
        self._analysis.update_from(workspace.desk)
        self._detail.choose(workspace.looking.look.detail)
        update_choice(self._lens, workspace)
        self._fit()

    def show_zoom(self, zoom: float) -> None:
        """1.0 is 100 %."""
        self._zoom.setText(tr.percent(zoom))


def _least(part: QWidget) -> int:
    """The width that a part needs at least, in pixels."""
    if isinstance(part, Choice):
        return part.minimumWidth()
    yields = isinstance(part, SearchField)
    return part.minimumSizeHint().width() if yields else part.sizeHint().width()


class Tool(QToolButton):
    """A button for an action, which does not take the focus from the map when clicked.

    Without a `look` it shows the icon alone. `text` is shorter than the action's.
    """

    def __init__(
        self, action: QAction, look: str = "", *, tone: str = "text2", text: str = ""
    ) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setProperty("look", look)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        self._tone, self._words, self._wide = tone, text, bool(look)
        if look:
            action.changed.connect(self._dress)
            self._dress()

    def show_words(self, wide: bool) -> None:
        """Show the icon with its words, or alone."""
        if wide != self._wide:
            self._wide = wide
            self.setProperty("narrow", not wide)
            self.style().unpolish(self)
            self.style().polish(self)
            self._dress()

    def _dress(self) -> None:
        """The action's own icon, with room before the words."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if self._wide else style.ToolButtonIconOnly
        )
        dress(self, self.defaultAction().property("icon_name"), self._tone, gap=3 * self._wide)
        if self._words:
            self.setText(self._words)


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
    choice.setMinimumWidth(choice.sizeHint().width())
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


def _switch_box(tools: list[Tool]) -> QFrame:
    """Map or analysis: two buttons in one frame."""
    frame = QFrame()
    frame.setObjectName("switch")
    row = QHBoxLayout(frame)
    row.setContentsMargins(2, 2, 2, 2)
    row.setSpacing(0)
    for tool in tools:
        row.addWidget(tool)
    return frame


def _zoom_box(value: QToolButton, actions: Mapping[str, QAction]) -> QFrame:
    frame = QFrame()
    frame.setObjectName("zoom")
    row = QHBoxLayout(frame)
    row.setContentsMargins(1, 1, 1, 1)
    row.setSpacing(0)
    row.addWidget(Tool(actions["zoom-out"]))
    row.addWidget(value)
    row.addWidget(Tool(actions["zoom-in"]))
    return frame
