"""How the parts of a workspace are laid out and connected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.records import KIND_BY_NAME, Placement
from journeyeditor.ui.analysis.strip import HEIGHT as STRIP_HEIGHT
from journeyeditor.ui.inspector.panel import WIDTH
from journeyeditor.ui.lanes import steps
from journeyeditor.ui.outline.panel import WIDTH as OUTLINE_WIDTH

if TYPE_CHECKING:
    from journeyeditor.ui.settings import Settings
    from journeyeditor.ui.workspace import Workspace


def lay_out(workspace: "Workspace", settings: "Settings") -> None:
    """Outline, map and inspector side by side, the status bar below them."""
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    above = _map_above_strip(workspace, settings)
    for part in (workspace.banner, above, workspace.tray, workspace.tabs):
        column.addWidget(part, 1 if part is above else 0)
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    for pane in (workspace.outline, middle, workspace.inspector):
        split.addWidget(pane)
        split.setStretchFactor(split.indexOf(pane), int(pane is middle))
    split.setSizes([OUTLINE_WIDTH, 10_000, WIDTH])
    split.restoreState(settings.state("panes"))
    split.splitterMoved.connect(lambda: settings.remember_state("panes", split.saveState()))
    workspace.outline.setVisible(settings.flag("outline", False))
    workspace.inspector.setVisible(settings.flag("inspector", True))
    whole = QVBoxLayout(workspace)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    pages = QStackedWidget()
    pages.addWidget(split)
    pages.addWidget(workspace.desk.view)
    workspace.desk.turned.connect(lambda: pages.setCurrentIndex(1 - pages.currentIndex()))
    whole.addWidget(pages, 1)
    whole.addWidget(workspace.status)


def _map_above_strip(workspace: "Workspace", settings: "Settings") -> QSplitter:
    """The map with its legend, and under it the findings, as high as somebody wants them."""
    split = QSplitter(Qt.Orientation.Vertical)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    map = QWidget()
    column = QVBoxLayout(map)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(workspace.canvas, 1)
    column.addWidget(workspace.legend)
    split.addWidget(map)
    split.addWidget(workspace.desk.strip)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, 0)
    split.setSizes([10_000, STRIP_HEIGHT])
    split.restoreState(settings.state("strip"))
    split.splitterMoved.connect(lambda: settings.remember_state("strip", split.saveState()))
    workspace.desk.strip.setVisible(settings.flag("findings-strip", True))
    return split


def connect(workspace: "Workspace") -> None:
    """Let the parts hear of each other."""
    _connect_canvas(workspace)
    _connect_looking(workspace)
    _connect_search(workspace)
    _connect_outline(workspace)
    _connect_editor(workspace)
    _connect_inspector(workspace)
    _connect_tabs(workspace)
    _connect_tray(workspace)
    _connect_status(workspace)
    if workspace.document.read_only:
        _lock(workspace)


def _lock(workspace: "Workspace") -> None:
    """Let no words be typed that could not be kept, and nothing be offered that is refused."""
    parts = (workspace.canvas, workspace.inspector, workspace.outline, workspace.tabs)
    for part in (*parts, workspace.tray, workspace.desk):
        part.lock()


def _connect_canvas(workspace: "Workspace") -> None:
    canvas, editor = workspace.canvas, workspace.editor
    canvas.cards_dropped.connect(editor.drop_cards)
    canvas.cards_dropped_outside.connect(workspace.drop_outside)
    canvas.touchpoints_dropped.connect(editor.place)
    canvas.card_captured.connect(editor.capture)
    canvas.renamed.connect(editor.rename)
    canvas.stage_dropped.connect(editor.move_stage)
    canvas.segment_dropped.connect(editor.move_segment)
    canvas.stage_resized.connect(editor.widen)
    canvas.lane_text_edited.connect(lambda *cell_and_text: steps.write(workspace, *cell_and_text))
    canvas.lane_picture_dropped.connect(
        lambda *cell_and_data: steps.drop(workspace, *cell_and_data)
    )
    canvas.selection_changed.connect(workspace.follow_selection)
    canvas.menu_requested.connect(workspace.menu_asked)
    canvas.activated.connect(lambda _: workspace.open_inspector())


def _connect_looking(workspace: "Workspace") -> None:
    looking = workspace.looking
    looking.changed.connect(workspace.show_legend)
    looking.changed.connect(workspace.changed)
    workspace.canvas.collapse_toggled.connect(looking.toggle_fold)


def _connect_search(workspace: "Workspace") -> None:
    search = workspace.search
    search.go_asked.connect(lambda map, key: workspace.go_to(map, [key]))
    search.left.connect(workspace.canvas.setFocus)
    search.changed.connect(workspace.show_filter)
    workspace.status.unfilter_asked.connect(search.clear_filter)


def _connect_outline(workspace: "Workspace") -> None:
    outline = workspace.outline
    outline.selected.connect(lambda keys: workspace.go_to(workspace.map, keys))
    outline.renamed.connect(workspace.editor.rename)
    outline.edit_asked.connect(workspace.open_inspector)
    outline.remove_asked.connect(workspace.remove_selected)
    outline.menu_asked.connect(workspace.menu_asked)
    outline.close_asked.connect(workspace.toggle_outline)


def _connect_editor(workspace: "Workspace") -> None:
    editor = workspace.editor
    editor.refused.connect(workspace.say_problem)
    editor.touched.connect(workspace.show_touched)
    editor.travelled.connect(workspace.status.tell)


def _connect_inspector(workspace: "Workspace") -> None:
    inspector = workspace.inspector
    if not workspace.document.read_only:
        inspector.edited.connect(workspace.editor.do)
    inspector.left.connect(workspace.document.seal)
    inspector.refused.connect(workspace.say_problem)
    inspector.close_asked.connect(workspace.toggle_inspector)
    inspector.menu_asked.connect(workspace.ask_menu)
    inspector.map_asked.connect(workspace.canvas.setFocus)
    inspector.card.turned.connect(workspace.changed)
    inspector.visit_asked.connect(lambda key: _visit(workspace, key))


def _visit(workspace: "Workspace", key: Key) -> None:
    """Show what the inspector leads to: a card on its map, or an entry of a catalogue."""
    if key[0] == "catalogue":
        from journeyeditor.ui.catalogues.opening import show_catalogues  # only once it is wanted

        show_catalogues(workspace, KIND_BY_NAME[key[1]], key[2])
    else:
        workspace.show_touched([workspace.project.get(Placement, key[1])])


def _connect_tabs(workspace: "Workspace") -> None:
    tabs = workspace.tabs
    tabs.chosen.connect(workspace.show_map)
    tabs.renamed.connect(workspace.editor.rename_map)
    tabs.moved.connect(workspace.editor.move_map)
    tabs.new_asked.connect(workspace.add_map)
    tabs.menu_asked.connect(lambda map, place: workspace.menu_asked.emit(("map", map), place))


def _connect_tray(workspace: "Workspace") -> None:
    tray = workspace.tray
    if not workspace.document.read_only:
        tray.place_asked.connect(workspace.place)
        tray.delete_asked.connect(workspace.editor.delete_touchpoints)
    tray.close_asked.connect(workspace.toggle_tray)


def _connect_status(workspace: "Workspace") -> None:
    status, canvas, files = workspace.status, workspace.canvas, workspace.files
    canvas.zoom_changed.connect(status.show_zoom)
    canvas.hint_changed.connect(status.show_hint)
    status.zoom_asked.connect(canvas.set_zoom)
    files.status_changed.connect(workspace.show_status)
    status.retry_asked.connect(files.save_now)
    status.copy_asked.connect(files.ask_save_copy)
