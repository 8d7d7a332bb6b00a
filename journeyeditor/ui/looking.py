"""How a document is being looked at, beside what the settings remember of its file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

from journeyeditor.drawing.layout import LayoutOptions, Level
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.canvas import MapCanvas
from journeyeditor.ui.chrome.look import current_theme

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


@dataclass(frozen=True)
class Look:
    """How a map is drawn. `detail` holds one level, "" lets the zoom decide; `lens` names what
    colours the cards.

    `folded` are stages and segments. With a `focus` on one segment, `before_focus` are those that
    were folded before.
    """

    detail: str = ""
    lens: str = "channel"
    folded: frozenset[Id] = frozenset()
    focus: Id = ""
    before_focus: frozenset[Id] = frozenset()


class Looking(QObject):
    """Draws the map in the look that is wanted, the present theme and language."""

    changed = Signal()

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.look = Look()

    def change(self, **values: Any) -> None:
        """Draw with other values of some fields of the look."""
        look = replace(self.look, **values)
        if look != self.look:
            self.look = look
            self.dress()
            self.changed.emit()

    def dress(self) -> None:
        """Draw the map anew; the theme or the language may be another."""
        look = self.look
        options = LayoutOptions(
            theme=current_theme(),
            language=tr.language,
            lens=look.lens,
            collapsed=look.folded,
        )
        self._canvas.set_look(options, Level(look.detail) if look.detail else None)

    def set_detail(self, level: str) -> None:
        """Hold one level of detail; "" lets the zoom decide."""
        self.change(detail=level)

    def set_lens(self, lens: str) -> None:
        """Colour the cards by something else."""
        self.change(lens=lens)

    def toggle_fold(self, id: Id) -> None:
        """Fold a stage or a segment, or unfold it."""
        self.change(folded=self.look.folded ^ {id})

    def unfold(self, ids: Iterable[Id]) -> None:
        """Unfold stages and segments, where they are folded."""
        self.change(folded=self.look.folded.difference(ids))

    def unfold_all(self) -> None:
        """Unfold all, and focus on no segment."""
        self.change(folded=frozenset(), focus="")

    def toggle_focus(self, segment: Id, others: Iterable[Id]) -> None:
        """Fold the other segments of its map away; a second time, back to what was folded."""
        look = self.look
        before = look.before_focus if look.focus else look.folded
        if segment == look.focus:
            self.change(folded=before, focus="", before_focus=frozenset())
        else:
            folded = before.union(others) - {segment}
            self.change(folded=folded, focus=segment, before_focus=before)


@dataclass(frozen=True)
class Whereabouts:
    """Where somebody was, kept while the window is built anew; `middle` is a point of the map."""

    look: Look
    tray_wanted: bool | None
    selection: tuple[Key, ...]
    middle: QPointF
    page: int | None
    """Of the analysis, where that is shown."""

    @classmethod
    def at(cls, workspace: "Workspace") -> "Whereabouts":
        """As it is now."""
        panes = workspace.canvas.view.panes
        return cls(
            workspace.looking.look,
            workspace.tray_wanted,
            workspace.selection,
            panes.to_map(QRectF(panes.body).center()),
            workspace.desk.view.tabs.currentIndex() if workspace.desk.shown else None,
        )

    def restore(self, workspace: "Workspace") -> None:
        """Be there again in another workspace on the same document."""
        workspace.tray_wanted = self.tray_wanted
        workspace.looking.look = self.look
        workspace.looking.dress()
        workspace.show_panels()
        canvas = workspace.canvas
        canvas.select(self.selection, reveal=False)
        if self.page is not None:
            workspace.desk.turn(True)
            workspace.desk.view.tabs.setCurrentIndex(self.page)
        # What is new gets its size with the next events.
        QTimer.singleShot(0, canvas, lambda: canvas.view.panes.centre_on(self.middle))
