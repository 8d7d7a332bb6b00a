"""The widget: a map, its selection, and the gestures made on it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing.layout import LayoutOptions, Level
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.canvas import accessibility
from journeyeditor.ui.canvas.arrivals import Arrivals
from journeyeditor.ui.canvas.capture import Capture
from journeyeditor.ui.canvas.choosing import Choosing
from journeyeditor.ui.canvas.hints import plain
from journeyeditor.ui.canvas.keyboard import Keyboard
from journeyeditor.ui.canvas.levels import STEP
from journeyeditor.ui.canvas.naming import Naming
from journeyeditor.ui.canvas.painting import AssetBytes
from journeyeditor.ui.canvas.pointer import TOUCHES, Pointer
from journeyeditor.ui.canvas.selection import Selection
from journeyeditor.ui.canvas.view import MapView
from journeyeditor.ui.canvas.walking import Place

_AS_STORED = LayoutOptions()


class MapCanvas(QWidget):
    """Shows a map of a project and reports what somebody does to it. It changes nothing itself.

    Places in a cell are counted before the gesture: `index` is that of the card, as it stands
    now, before which the new ones go.
    """

    cards_dropped = Signal(object, str, str, int, object)
    """Placements, stage, segment, index, DropMode."""
    cards_dropped_outside = Signal(object, object)
    """Placements, and the QPoint on the screen where they were let go."""
    touchpoints_dropped = Signal(object, str, str, int)
    """Touchpoints from the tray, stage, segment, index."""
    card_captured = Signal(str, str, int, str, str)
    """Stage, segment, index, the name, and the touchpoint that was chosen for it or ""."""
    renamed = Signal(object, str)
    """The key of a card, stage or segment, and its new name."""
    stage_dropped = Signal(str, int)
    segment_dropped = Signal(str, int)
    stage_resized = Signal(str, float)
    """Stage, and its new width in points."""
    selection_changed = Signal()
    zoom_changed = Signal(float)
    hint_changed = Signal(object)
    """A Hint about what goes on; an empty one when it is over."""
    menu_requested = Signal(object, object)
    """The key under the pointer or None, and the QPoint on the screen."""
    collapse_toggled = Signal(str)
    """Stage or segment."""
    lane_text_edited = Signal(str, str, str, str)
    """Lane, stage, segment, and what its cell says now."""
    lane_picture_dropped = Signal(str, str, str, object)
    """Lane, stage, segment, and the QMimeData with a picture."""
    activated = Signal(object)
    """The key of what was double-clicked elsewhere than on its name."""

    def __init__(self, asset_bytes: AssetBytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._project = Project()
        self.selection = Selection()
        self.view = MapView(self, asset_bytes, self._follow, self._zoomed)
        self.choosing = Choosing(self, self.selection)
        self.pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        self._naming = Naming(self)
        self._capture = Capture(self)
        self._arrivals = Arrivals(self)
        self.locked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(tr("Journey map"))
        self.setMinimumSize(240, 160)

    # What is shown

    def show_map(self, project: Project, map: Id) -> None:
        """Show a map, or its new state; selection, scroll and zoom stay as they are.

        What is being typed on one map is reported when another is shown.
        """
        other = map != self.view.map
        self._project = project
        self.view.show(self._capture.preview(project), map)
        if other:
            self.view.panes.scroll_to(0, 0)
            self.select([], reveal=False)
            self.finish_editing()
        else:
            self._after_show()

    def refresh(self) -> None:
        """Show the map anew, with the card that is being typed."""
        self.show_map(self._project, self.view.map)

    def set_look(self, options: LayoutOptions = _AS_STORED, detail: Level | None = None) -> None:
        """How to draw. `detail` holds one level whatever the zoom."""
        self.view.dress(options, detail)
        self._after_show()

    def set_dimmed(self, cards: frozenset[Id]) -> None:
        """Let these cards be faint, as those that a filter leaves out; they can still be used."""
        self.view.sieve.dim(cards)

    def set_marked(self, ids: frozenset[Id]) -> None:
        """Frame these cards, stages and segments, as what a search has found."""
        self.view.sieve.mark(ids)

    @property
    def zoom(self) -> float:
        """1.0 is 100 %: a point is 96/72 pixels."""
        return self.view.zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom at the middle of the view, within 5 and 400 %."""
        self.view.set_zoom(zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / STEP)

    def zoom_to_fit(self) -> None:
        """Show the whole map."""
        self.view.fit_all()

    def zoom_to_selection(self) -> None:
        """Show what is selected as large as it fits."""
        places = [place for key in self.selection.keys if (place := self.view.place_of(key))]
        whole = QRectF()
        for place in places:
            whole = whole.united(place)
        if places:
            self.view.fit(whole)

    def lock(self) -> None:
        """Let the map only be read: nothing is typed or dragged."""
        self.locked = True
        self.setAcceptDrops(False)

    # What is selected

    def selected_keys(self) -> tuple[Key, ...]:
        """Keys of cards, or of one stage, segment or cell."""
        return tuple(self.selection.keys)

    def selected_cards(self) -> tuple[Id, ...]:
        """The placements of the selected cards, in the order of their choice."""
        return self.selection.cards

    def select(self, keys: Iterable[Key], reveal: bool = True) -> None:
        """Select nodes, the last one as the keyboard's place, and bring that into view."""
        self.choosing.select(keys)
        if reveal and (current := self.selection.current):
            self.reveal(current)

    def select_all(self) -> None:
        """Select every card that is shown."""
        nodes = self.view.ground.drawing.nodes
        self.select([node.key for node in nodes if node.key[0] == "card"], reveal=False)

    def reveal(self, key: Key) -> None:
        """Scroll until a node is in view."""
        if place := self.view.place_of(key):
            self.view.panes.reveal(place)

    def current_cell(self) -> Place | None:
        """Where a new card goes: after the current one, else at the end of its cell.

        None where the map has no cell.
        """
        return self.choosing.place_for_new()

    # What is typed

    def capture(self, stage: Id = "", segment: Id = "", index: int = 0) -> None:
        """Type a new card into a cell, by default where the keyboard is."""
        if self.locked:
            return
        place = (stage, segment, index) if stage else self.current_cell()
        if place is None:
            words = tr("A card needs a stage and a segment: add those first.")
            self.hint_changed.emit(plain(words))
        else:
            self._naming.close()
            self._capture.open(*place)

    def edit_name(self, key: Key | None = None) -> bool:
        """Edit a name in place, by default the current one's; False where there is none."""
        key = key or self.selection.current
        if key is None or self.locked:
            return False
        self._capture.close()
        return self._naming.open(key)

    @property
    def capturing(self) -> bool:
        """Whether a card is being typed."""
        return self._capture.active

    def finish_editing(self) -> None:
        """Report what is being typed, as when the focus leaves."""
        self._capture.finish()
        self._naming.finish()

    def _after_show(self) -> None:
        self.choosing.map_changed()
        self._follow()

    def _follow(self) -> None:
        """Keep what is being typed in its place."""
        self._capture.follow()
        self._naming.follow()

    def _zoomed(self) -> None:
        self.choosing.mark()
        self.zoom_changed.emit(self.zoom)

    # Events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, TOUCHES) and self.pointer.touch(event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride and self.pointer.busy:
            event.accept()  # keys are the gesture's: Alt, let go, must not open the menu bar
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ratio = self.devicePixelRatioF()
        self.view.make_room(round(self.width() * self.height() * ratio * ratio))
        self.view.panes.arrange()
        self.view.look()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        self.pointer.cancel()
        self.finish_editing()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choosing.by_keyboard = False
        self.choosing.mark()
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointer.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.pointer.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.selection.current
        place = self.view.place_of(current) if current else None
        position = event.pos()
        if place and event.reason() is QContextMenuEvent.Reason.Keyboard:
            position = self.view.panes.to_canvas(place).center().toPoint()
        self.pointer.menu(position, self.mapToGlobal(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.release(event):
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        here = self.hasFocus() and self._keyboard.tab(forward)
        return here or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_tab = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}
        if (forward := by_tab.get(event.reason())) is not None:
            self.choosing.by_keyboard = True
            if self.selection.current is None:
                self._keyboard.tab(forward)
        self.choosing.mark()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.pointer.cancel()  # the release will not be told
        self.choosing.mark()
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._arrivals.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._arrivals.welcome(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._arrivals.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._arrivals.drop(event)
