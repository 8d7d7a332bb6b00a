"""What the gestures and commands on a map do to its document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from journeyeditor.document import Document
from journeyeditor.drawing.shapes import Key
from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits import axes, cards, clipboard, maps, touchpoints
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage, Touchpoint
from journeyeditor.templates import make_project
from journeyeditor.translation import tr
from journeyeditor.ui.clipboard import MOST_LINES, from_mime, to_mime

Edit = Callable[[Project], Change | None]
Cell = tuple[Id, Id, int]
"""Where cards go: stage, segment, and before which card of the cell."""

KEYS: dict[str, type[Record]] = {"card": Placement, "stage": Stage, "segment": Segment}
"""Which kind of record a key of the drawing names."""


class Editor(QObject):
    """Turns requests into edits of a document.

    `refused` tells why a request could not be carried out; nothing has changed then. `touched`
    carries the records that a step made, or that undo and redo changed, for the view to show and
    select; those that are gone as they were. `travelled` says what was undone or redone.
    """

    refused = Signal(object)
    touched = Signal(object)
    travelled = Signal(str)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.document.project

    # The ways to change something

    def do(self, edit: Edit) -> Change | None:
        """Perform an edit of the project as it is now; None where nothing changed."""
        try:
            change = edit(self.project)
            if change is not None:
                self.document.perform(change)
        except Refused as problem:
            self.refused.emit(problem)
            return None
        return change

    def make(self, edit: Edit) -> Change | None:
        """As `do`, as a step of its own after which what is new is selected."""
        self.document.seal()
        change = self.do(edit)
        if change is not None:
            new = [record for id, record in change.after.items() if change.before[id] is None]
            self.touched.emit(new)
        return change

    def undo(self) -> None:
        """Take back the last step and show where."""
        if change := self._travel(self.document.undo):
            self.travelled.emit(tr("Undone: {step}", step=tr.label(change.label)))

    def redo(self) -> None:
        """Do the step again that was taken back last, and show where."""
        if change := self._travel(self.document.redo):
            self.travelled.emit(tr("Redone: {step}", step=tr.label(change.label)))

    def _travel(self, move: Callable[[], Change | None]) -> Change | None:
        try:
            change = move()
        except Refused as problem:
            self.refused.emit(problem)
            return None
        if change is not None:
            self.touched.emit([now or change.before[id] for id, now in change.after.items()])
        return change

    # Cards

    def drop_cards(self, ids: Sequence[Id], stage: Id, segment: Id, index: int, mode: str) -> None:
        """Cards were dragged into a cell: mode "move", "copy" or "link"."""
        edit = {"move": cards.move_cards, "copy": cards.copy_cards, "link": cards.link_cards}[mode]
        self.make(lambda project: edit(project, ids, stage, segment, index))

    def place(self, ids: Sequence[Id], stage: Id, segment: Id, index: int) -> None:
        """Touchpoints came from the tray."""
        self.make(lambda project: cards.place_touchpoints(project, ids, stage, segment, index))

    def capture(self, stage: Id, segment: Id, index: int, name: str, known: Id | None) -> None:
        """A card was typed into a cell; `known` is the touchpoint that was chosen for it."""
        if known:
            self.place([known], stage, segment, index)
        else:
            self.make(lambda project: cards.add_card(project, stage, segment, index, name))

    def duplicate(self, ids: Sequence[Id]) -> None:
        """An independent copy of each card, below the last one."""
        if cell := self._below(ids):
            self.make(lambda project: cards.copy_cards(project, ids, *cell))

    def remove(self, ids: Sequence[Id]) -> None:
        """Cards off the map; a touchpoint without a card waits in the tray."""
        self.make(lambda project: cards.remove_cards(project, ids))

    def delete_touchpoints(self, ids: Sequence[Id]) -> None:
        """Touchpoints out of the project, from every map."""
        self.make(lambda project: cards.delete_touchpoints(project, ids))

    def detach(self, ids: Sequence[Id]) -> None:
        """Give each card a touchpoint of its own."""
        self.make(lambda project: touchpoints.detach(project, ids))

    def merge(self, ids: Sequence[Id]) -> None:
        """Let cards show one and the same touchpoint, that of the first."""
        keep, *others = self.touchpoints_of(ids)
        self.merge_touchpoints(keep, others)

    def merge_touchpoints(self, keep: Id, others: Sequence[Id]) -> None:
        """Let the cards of other touchpoints show one of them."""
        self.make(lambda project: touchpoints.merge_touchpoints(project, keep, others))

    def touchpoints_of(self, ids: Iterable[Id]) -> list[Id]:
        """The touchpoints that cards show, each once, in reading order."""
        order = cards.reading_order(self.project, ids)
        return list(dict.fromkeys(card.touchpoint for card in order))

    def _below(self, ids: Sequence[Id]) -> Cell | None:
        order = cards.reading_order(self.project, ids)
        if not order:
            return None
        last = order[-1]
        cell = self.project.cell(last.stage, last.segment)
        return last.stage, last.segment, cell.index(last) + 1

    # The clipboard

    def copy(self, ids: Sequence[Id], *, cut: bool = False) -> None:
        """Put cards on the clipboard; `cut` takes them off the map."""
        clip = clipboard.clip_cards(self.project, ids, cut=cut)
        QGuiApplication.clipboard().setMimeData(to_mime(self.project, clip))
        if cut:
            self.remove(ids)

    def paste(self, cell: Cell, *, shared: bool = False) -> None:
        """What the clipboard holds into a cell: cards, or one for each line of text."""
        found = from_mime(QGuiApplication.clipboard().mimeData())
        if found is None:
            self.refused.emit(
                Refused(
                    tr("There is nothing on the clipboard that can become a card."),
                    advice=tr("Copy cards or lines of text first."),
                )
            )
        elif isinstance(found, clipboard.Clip):
            there = any(self.project.find(Placement, id) for id in found.cards)
            clip = replace(found, cut=found.cut and not there)
            self.make(lambda p: clipboard.paste_cards(p, clip, *cell, shared=shared))
        elif len(found) > MOST_LINES:
            self.refused.emit(
                Refused(
                    tr("The clipboard holds {count} lines.", count=len(found)),
                    advice=tr("Paste at most {count} at a time.", count=MOST_LINES),
                )
            )
        else:
            self.make(lambda project: cards.add_cards(project, *cell, found))

    # Stages and segments

    def add_stage(self, map: Id, index: int) -> None:
        self.make(lambda project: axes.add_stage(project, map, index, tr("New stage")))

    def add_segment(self, map: Id, index: int) -> None:
        self.make(lambda project: axes.add_segment(project, map, index, tr("New segment")))

    def move_stage(self, stage: Id, index: int) -> None:
        self.make(lambda project: axes.move_stage(project, stage, index))

    def move_segment(self, segment: Id, index: int) -> None:
        self.make(lambda project: axes.move_segment(project, segment, index))

    def remove_stages(self, ids: Sequence[Id]) -> None:
        self.make(lambda project: axes.remove_stages(project, ids))

    def remove_segments(self, ids: Sequence[Id]) -> None:
        self.make(lambda project: axes.remove_segments(project, ids))

    def widen(self, stage: Id, width: float) -> None:
        """A stage's edge was dragged; width in points."""
        self.make(lambda project: axes.set_stage_width(project, stage, width))

    def rename(self, key: Key, name: str) -> None:
        """What a key of the drawing names got another name; a card's is its touchpoint's."""
        kind: type[Record] = KEYS[key[0]]
        id = key[1]
        if kind is Placement:
            kind, id = Touchpoint, self.project.get(Placement, id).touchpoint
        self._rename(kind, id, name)

    # Maps

    def rename_map(self, map: Id, name: str) -> None:
        self._rename(JourneyMap, map, name)

    def add_map(self, index: int) -> Id | None:
        """A new map beside the others; its id."""
        blank = make_project("blank", tr.language).project
        [like] = blank.maps()
        [segment] = blank.segments(like.id)
        stages = [stage.name for stage in blank.stages(like.id)]
        name = tr("New map")
        return self._made_map(lambda p: maps.add_map(p, index, name, segment.name, *stages))

    def duplicate_map(self, map: Id) -> Id | None:
        """The future state, begun as a copy of a map; its id."""
        name = tr("{name} (future)", name=self.project.get(JourneyMap, map).name)
        return self._made_map(lambda project: maps.duplicate_map(project, map, name))

    def copy_map(self, map: Id) -> Id | None:
        """Another map of the same state, equal to one; its id."""
        original = self.project.get(JourneyMap, map)
        name = tr("{name} (copy)", name=original.name)
        return self._made_map(lambda p: maps.duplicate_map(p, map, name, original.kind))

    def move_map(self, map: Id, index: int) -> None:
        self.make(lambda project: maps.move_map(project, map, index))

    def remove_map(self, map: Id) -> None:
        self.make(lambda project: maps.remove_map(project, map))

    def _made_map(self, edit: Edit) -> Id | None:
        self.document.seal()
        change = self.do(edit)
        made = change.after.values() if change else ()
        return next((record.id for record in made if isinstance(record, JourneyMap)), None)

    def _rename(self, kind: type[Record], id: Id, name: str) -> None:
        if name.strip():
            step = Label("Rename “{name}”", name=name.strip())
            self.document.seal()
            self.do(lambda project: set_fields(project, kind, [id], step, name=name.strip()))
