"""The work on one document: its map, and all that lies around it in the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.document import Document
from journeyeditor.drawing.shapes import Key
from journeyeditor.errors import Refused
from journeyeditor.exporting.aside import Aside
from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement
from journeyeditor.storage.status import Status
from journeyeditor.ui.analysis.desk import Desk
from journeyeditor.ui.canvas.canvas import MapCanvas
from journeyeditor.ui.dialogs.messages import say_refused
from journeyeditor.ui.editor import Cell, Editor
from journeyeditor.ui.files import Files
from journeyeditor.ui.inspector.panel import Inspector
from journeyeditor.ui.lanes import steps
from journeyeditor.ui.looking import Looking
from journeyeditor.ui.outline.panel import Outline
from journeyeditor.ui.panels.banner import Banner
from journeyeditor.ui.panels.legend import Legend
from journeyeditor.ui.panels.status import StatusBar, describe_selection
from journeyeditor.ui.panels.tabs import MapTabs
from journeyeditor.ui.panels.tray import Tray
from journeyeditor.ui.places import axes_of, axis_ids
from journeyeditor.ui.search.search import Search
from journeyeditor.ui.settings import FileView, Settings
from journeyeditor.ui.telling import tell_file
from journeyeditor.ui.touched import touched
from journeyeditor.ui.wiring import connect, lay_out


class Workspace(QWidget):
    """Shows a document, and wires gestures and commands to its editor.

    `changed` tells that commands may be possible or impossible now; `menu_asked` asks for the
    menu of what was clicked, `reopen_asked` to show the file that another program changed;
    `flushed` asks what else takes words for those that are not yet asked for.
    """

    changed = Signal()
    menu_asked = Signal(object, object)
    reopen_asked = Signal()
    flushed = Signal()

    def __init__(self, document: Document, settings: Settings, aside: Aside) -> None:
        super().__init__()
        self.document = document
        self._settings = settings
        self.tray_wanted: bool | None = None
        self.told_conflict: Path | None = None
        self._waiting = 0
        self._searched = False, False
        self.canvas = MapCanvas(document.assets.read)
        self.looking, self.search = Looking(self.canvas), Search(self.canvas)
        self.editor = Editor(document)
        self.files = Files(document, self, aside)
        self.inspector = Inspector(document.assets)
        self.outline = Outline()
        self.tabs, self.tray, self.legend = MapTabs(), Tray(), Legend()
        self.banner, self.status = Banner(), StatusBar()
        self.desk = Desk(self, settings)
        view = settings.view(document.project.info.uuid)
        maps = [map.id for map in document.project.maps()]
        self.map = view.map if view.map in maps else next(iter(maps), "")
        lay_out(self, settings)
        connect(self)
        self._stop = document.subscribe(self._follow)
        self.looking.set_lens(view.lens)
        self.looking.dress()
        self._show_map()
        self.canvas.set_zoom(view.zoom)
        self.show_status(document.status)

    # What commands ask

    @property
    def selection(self) -> tuple[Key, ...]:
        """The keys of what is selected on the map, but a card that is just being typed."""
        keys = self.canvas.selected_keys()
        return tuple(key for key in keys if key[0] != "card" or self._exists(key[1]))

    @property
    def cards(self) -> tuple[Id, ...]:
        """The selected cards."""
        return tuple(id for id in self.canvas.selected_cards() if self._exists(id))

    def _exists(self, card: Id) -> bool:
        return self.project.find(Placement, card) is not None

    @property
    def project(self) -> Project:
        return self.document.project

    @property
    def has_cells(self) -> bool:
        """Whether there is a place for cards."""
        return bool(self.project.stages(self.map) and self.project.segments(self.map))

    @property
    def shares(self) -> bool:
        """Whether a selected card shows a touchpoint that others show too."""
        touchpoints = self.editor.touchpoints_of(self.cards)
        return any(len(self.project.where(Placement, touchpoint=id)) > 1 for id in touchpoints)

    @property
    def selected_axis(self) -> tuple[str, Id] | None:
        """The one selected stage or segment, as ("stage", id)."""
        names = [key for key in self.selection if key[0] in ("stage", "segment")]
        return (names[0][0], names[0][1]) if len(names) == 1 else None

    @property
    def current_axes(self) -> dict[str, Id]:
        """The stage and the segment that the last selected thing is, or stands in, by kind."""
        return axis_ids(self.project, self.selection[-1]) if self.selection else {}

    @property
    def shows_inspector(self) -> bool:
        return not self.inspector.isHidden()

    @property
    def shows_tray(self) -> bool:
        return not self.tray.isHidden()

    # What commands do

    def flush(self) -> None:
        """Let everything that is being typed reach the document."""
        self.inspector.flush()
        self.flushed.emit()

    def cell(self) -> Cell | None:
        """Where the next card goes: after the selected one, or the end of the current cell."""
        return self.canvas.current_cell()

    def capture(self) -> None:
        """Begin to type a card into the current cell."""
        self.canvas.capture()

    def paste(self, *, shared: bool = False) -> None:
        if lane := steps.selected_cell(self):
            steps.paste(self, lane)
        elif cell := self.cell():
            self.editor.paste(cell, shared=shared)

    def place(self, touchpoints: list[Id]) -> None:
        """Touchpoints from the tray into the current cell."""
        if cell := self.cell():
            self.editor.place(touchpoints, *cell)

    def remove_selected(self) -> None:
        """Take what is selected off the map."""
        axis = self.selected_axis
        if lane := steps.selected_cell(self):
            steps.clear(self, lane)
        elif self.cards:
            self.editor.remove(self.cards)
        elif axis and axis[0] == "stage":
            self.editor.remove_stages([axis[1]])
        elif axis:
            self.editor.remove_segments([axis[1]])

    def add_stage(self) -> None:
        """A new column after the selected one, else at the end; its name is typed at once."""
        self._add("stage")

    def add_segment(self) -> None:
        """A new row below the selected one, else at the end; its name is typed at once."""
        self._add("segment")

    def _add(self, what: str) -> None:
        self.desk.turn(False)
        ids = self._axis_ids(what)
        axis = self.selected_axis
        index = ids.index(axis[1]) + 1 if axis and axis[0] == what else len(ids)
        add = self.editor.add_stage if what == "stage" else self.editor.add_segment
        add(self.map, index)
        self.canvas.setFocus()
        self.canvas.edit_name()

    def move_axis(self, by: int) -> None:
        """Move the selected stage or segment by one place."""
        if not (axis := self.selected_axis):
            return
        ids = self._axis_ids(axis[0])
        target = ids.index(axis[1]) + by
        if 0 <= target < len(ids):
            move = self.editor.move_stage if axis[0] == "stage" else self.editor.move_segment
            move(axis[1], target + (by > 0))

    def _axis_ids(self, what: str) -> list[Id]:
        found = self.project.stages if what == "stage" else self.project.segments
        return [record.id for record in found(self.map)]

    def toggle_inspector(self) -> None:
        self.inspector.setVisible(not self.shows_inspector)
        self._settings.remember_flag("inspector", self.shows_inspector)
        self.changed.emit()

    def toggle_outline(self) -> None:
        """Show the outline and give it the keyboard, or hide it."""
        if self.outline.isHidden():
            self.outline.appear(self.selection)
        else:
            self.outline.hide()
            self.canvas.setFocus()
        self._settings.remember_flag("outline", not self.outline.isHidden())
        self.changed.emit()

    def toggle_tray(self) -> None:
        self.tray_wanted = not self.shows_tray
        self.tray.setVisible(self.tray_wanted)
        self.changed.emit()

    def toggle_fold(self, kind: str) -> None:
        """Fold the "stage" or the "segment" where the selection is, or unfold it."""
        if id := self.current_axes.get(kind):
            self.looking.toggle_fold(id)

    def toggle_focus(self) -> None:
        """Fold all but the segment where the selection is; again, back to how it was."""
        if id := self.looking.look.focus or self.current_axes.get("segment"):
            self.looking.toggle_focus(id, self._axis_ids("segment"))

    # Maps of the file

    def show_map(self, map: Id) -> None:
        """Show another map of the file."""
        if map != self.map and self.project.find(JourneyMap, map):
            self.flush()
            self.map = map
            self._show_map()

    def go_to(self, map: Id, keys: Sequence[Key]) -> None:
        """Show and select things on a map, unfolded; ("touchpoint", id) is in the tray."""
        self.desk.turn(False)
        waiting = [key[1] for key in keys if key[0] == "touchpoint"]
        if map:
            self.show_map(map)
        if waiting:
            self._show_waiting(waiting)
        elif keys:
            self.looking.unfold(axes_of(self.project, keys))
            self.canvas.select(keys)

    def step_map(self, by: int) -> None:
        maps = [map.id for map in self.project.maps()]
        self.show_map(maps[(maps.index(self.map) + by) % len(maps)])

    def add_map(self) -> None:
        """A new map after the others; its name is typed at once."""
        if made := self.editor.add_map(len(self.project.maps())):
            self.show_map(made)
            self.rename_map()

    def duplicate_map(self) -> None:
        if made := self.editor.duplicate_map(self.map):
            self.show_map(made)

    def copy_map(self) -> None:
        if made := self.editor.copy_map(self.map):
            self.show_map(made)

    def move_map(self, by: int) -> None:
        """Move the map by one place among the tabs."""
        maps = [map.id for map in self.project.maps()]
        self.editor.move_map(self.map, maps.index(self.map) + by + (by > 0))

    def remove_map(self) -> None:
        self.editor.remove_map(self.map)

    def rename_map(self) -> None:
        """Let the map's name be edited in its tab."""
        self.tabs.show()
        self.tabs.rename(self.tabs.bar.currentIndex())

    # Keeping up

    def close_document(self) -> None:
        """Let go of the document, which somebody else closes."""
        self.remember_view()
        self._stop()
        self.desk.close()
        self.files.close()

    def remember_view(self) -> None:
        """Keep map and zoom for the next time that this file is opened."""
        view = FileView(self.map, self.canvas.zoom, self.looking.look.lens)
        self._settings.remember_view(self.project.info.uuid, view)

    def _follow(self, change: Change, _before: Project, after: Project) -> None:
        """The document has changed."""
        if not after.find(JourneyMap, self.map):
            maps = after.maps()
            self.map = maps[0].id if maps else ""
        self.canvas.show_map(after, self.map)
        self.search.follow(after, self.map)
        self.outline.show_map(after, self.map)
        self.outline.show_selection(self.selection)
        self.inspector.refresh(after)
        self.show_panels()
        self.changed.emit()

    def _show_waiting(self, touchpoints: list[Id]) -> None:
        if not self.shows_tray:
            self.toggle_tray()
        self.tray.select(touchpoints)

    def _show_map(self) -> None:
        self.canvas.show_map(self.project, self.map)
        self.search.follow(self.project, self.map)
        self.outline.show_map(self.project, self.map)
        self.inspector.show_selection(self.project, self.selection, self.map)
        self.show_panels()
        self.changed.emit()

    def show_panels(self) -> None:
        """Bring what lies around the map up to date."""
        self.tabs.show_maps(self.project, self.map)
        self.status.count(self.project, self.map)
        self.desk.refresh()
        self.show_legend()
        self.status.selection.setText(describe_selection(self.project, list(self.cards)))
        waiting = self.tray.refresh(self.project)
        if waiting > self._waiting or not waiting:
            self.tray_wanted = None  # what is new there is shown
        self._waiting = waiting
        wanted = self.tray_wanted
        self.tray.setVisible(bool(waiting) if wanted is None else wanted)

    def show_legend(self) -> None:
        """Say what the colours of the cards mean."""
        self.legend.refresh(self.project, self.map, self.looking.look.lens)

    def show_filter(self) -> None:
        """Say whether a filter is on; the commands of the search may be possible now."""
        search = self.search
        on = search.quest.filter.count > 0
        self.status.show_filter(on, len(search.hits), len(search.cards))
        if (on, search.found) != self._searched:
            self._searched = on, search.found
            self.changed.emit()

    def follow_selection(self) -> None:
        """Something else is selected on the map."""
        self.inspector.show_selection(self.project, self.selection, self.map)
        self.status.selection.setText(describe_selection(self.project, list(self.cards)))
        self.outline.show_selection(self.selection)
        self.changed.emit()

    def show_touched(self, records: list[Record]) -> None:
        """Show and select what a step made or changed, on whichever map it is."""
        self.go_to(*touched(self.project, records, self.map))

    def show_status(self, status: Status) -> None:
        """How safe the work is."""
        document = self.document
        self.status.show_status(status, document.path.name, read_only=document.read_only)
        tell_file(self, status)

    # Gestures that reach beyond the map

    def drop_outside(self, cards: list[Id], place: QPoint) -> None:
        """Cards let go over the tray leave the map; anywhere else nothing happens."""
        under = QApplication.widgetAt(place)
        if under and (under is self.tray or self.tray.isAncestorOf(under)):
            self.editor.remove(cards)

    def open_inspector(self) -> None:
        """Show the form of what is selected, to edit its name."""
        if not self.shows_inspector:
            self.toggle_inspector()
        self.inspector.enter()

    def ask_menu(self, place: QPoint) -> None:
        """Ask for the menu of what is selected, for another place than the map."""
        if self.selection:
            self.menu_asked.emit(self.selection[0], place)

    def say_problem(self, problem: Refused) -> None:
        """Tell why something could not be done."""
        say_refused(self, problem)
