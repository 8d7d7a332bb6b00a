"""A canvas with a small map, what it said, and the hands that act on it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.edits import cards
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import make
from journeyeditor.model.ids import Id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    JourneyMap,
    Placement,
    ProjectInfo,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.ui.canvas import DropMode, MapCanvas
from tests.ui.hands import type_letter

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key_ = Qt.Key

STAGES = ("Discover", "Compare", "Buy")
SEGMENTS = ("Online", "Shop")
CARDS = {
    ("Discover", "Online"): ("Advert", "Review", "Newsletter"),
    ("Compare", "Online"): ("Prices",),
    ("Buy", "Shop"): ("Checkout", "Receipt"),
}
"""What stands in the cells; the others are empty."""


def small_map(
    stages: tuple[str, ...] = STAGES, segments: tuple[str, ...] = SEGMENTS
) -> tuple[Project, Id]:
    """A project with one map, and the map's id."""
    map = make(JourneyMap, name="Map", order="V")
    channel = make(Channel, name="Email", family=ChannelFamily.DOCUMENTS, icon="mail")
    columns = [
        make(Stage, id=name, map=map.id, name=name, order=order)
        for name, order in zip(stages, keys_between("", "", len(stages)), strict=True)
    ]
    rows = [
        make(Segment, id=name, map=map.id, name=name, order=order)
        for name, order in zip(segments, keys_between("", "", len(segments)), strict=True)
    ]
    records = [make(ProjectInfo, uuid="u", name="P"), map, channel, *columns, *rows]
    for (stage, segment), names in CARDS.items():
        if stage in stages and segment in segments:
            for name, order in zip(names, keys_between("", "", len(names)), strict=True):
                touchpoint = make(Touchpoint, id=f"t-{name}", name=name, channel=channel.id)
                records.append(touchpoint)
                records.append(
                    make(
                        Placement,
                        id=name,
                        touchpoint=touchpoint.id,
                        stage=stage,
                        segment=segment,
                        order=order,
                        emotion=1.0,
                    )
                )
    return Project(records), map.id


class Desk:
    """Acts on one canvas. Ids of things are their names, so that tests read well."""

    def __init__(self, size: tuple[int, int] = (1000, 700)) -> None:
        self.said: list[tuple[Any, ...]] = []
        self.project, self.map = small_map()
        self.canvas = MapCanvas(lambda sha256: b"")
        self.canvas.resize(*size)
        self.canvas.set_look()
        self.canvas.show_map(self.project, self.map)
        for name in _SIGNALS:
            getattr(self.canvas, name).connect(self._listener(name))

    def _listener(self, name: str) -> Callable[..., None]:
        return lambda *values: self.said.append((name, *values))

    def heard(self, *names: str) -> list[tuple[Any, ...]]:
        """What the canvas said by these signals, by default all but hints."""
        wanted = names or [n for n in _SIGNALS if n not in ("hint_changed", "selection_changed")]
        return [said for said in self.said if said[0] in wanted]

    @property
    def hint(self) -> str:
        """The sentence that stands in the status bar."""
        hints = self.heard("hint_changed")
        return str(hints[-1][1]) if hints else ""

    # Changing the map as a window would

    def show(self, project: Project) -> None:
        self.project = project
        self.canvas.show_map(project, self.map)

    def perform(self, change: Change | None) -> None:
        if change:
            self.show(self.project.apply(change))

    def live(self) -> None:
        """From now on captures, names and drops change the map."""
        self.canvas.card_captured.connect(self._capture)
        self.canvas.renamed.connect(self._rename)
        self.canvas.cards_dropped.connect(self._drop)

    def _capture(self, stage: Id, segment: Id, index: int, name: str, known: Id) -> None:
        if known:
            self.perform(cards.place_touchpoints(self.project, [known], stage, segment, index))
        else:
            self.perform(cards.add_card(self.project, stage, segment, index, name))

    def _rename(self, key: Key, name: str) -> None:
        kind, id = {"stage": Stage, "segment": Segment, "card": Touchpoint}[key[0]], key[1]
        if kind is Touchpoint:
            id = self.project.get(Placement, id).touchpoint
        self.perform(set_fields(self.project, kind, [id], Label("Rename"), name=name))

    def _drop(self, ids: list[Id], stage: Id, segment: Id, index: int, mode: DropMode) -> None:
        edit = {
            DropMode.MOVE: cards.move_cards,
            DropMode.COPY: cards.copy_cards,
            DropMode.LINK: cards.link_cards,
        }[mode]
        self.perform(edit(self.project, ids, stage, segment, index))

    def names(self, stage: str, segment: str) -> list[str]:
        """What stands in a cell."""
        return [
            self.project.get(Touchpoint, card.touchpoint).name
            for card in self.project.cell(stage, segment)
        ]

    # Where things are

    def at(self, *key: str, x: float = 0.5, y: float = 0.5) -> QPoint:
        """A point of a node on the canvas; x and y are shares of its size."""
        place = self.canvas.view.place_of(key)
        assert place is not None, f"{key} is not on the map"
        shown = self.canvas.view.panes.to_canvas(place)
        return QPoint(round(shown.x() + shown.width() * x), round(shown.y() + shown.height() * y))

    def card(self, name: str, **where: float) -> QPoint:
        return self.at("card", name, **where)

    def picture(self) -> QImage:
        """What is seen, once all of it has been painted."""
        QTest.qWait(0)
        for _ in range(100):
            if self.canvas.view.finished:
                break
            QTest.qWait(10)
        return self.canvas.grab().toImage()

    # What hands do

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.canvas, LEFT, modifiers, point)

    def move(
        self,
        point: QPoint,
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """Move with a button held; QTest moves without buttons and modifiers."""
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(point),
            QPointF(self.canvas.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            button,
            modifiers,
        )
        QApplication.sendEvent(self.canvas, event)

    def release(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.canvas, LEFT, modifiers, point)

    def pull(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and move, and keep the button down."""
        self.press(start, modifiers)
        for step in range(1, 5):
            self.move(start + (end - start) * step / 4, modifiers)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press, move, let go."""
        self.pull(start, end, modifiers)
        self.release(end, modifiers)

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas, LEFT, modifiers, point)

    def double_click(self, point: QPoint) -> None:
        self.click(point)
        QTest.mouseDClick(self.canvas, LEFT, NONE, point)

    def wheel(
        self, notches: float, modifiers: Qt.KeyboardModifier = NONE, at: QPoint | None = None
    ) -> None:
        point = at or QPoint(500, 400)
        event = QWheelEvent(
            QPointF(point),
            QPointF(self.canvas.mapToGlobal(point)),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.canvas, event)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            type_letter(self.focus(), letter)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


_SIGNALS = (
    "cards_dropped",
    "cards_dropped_outside",
    "touchpoints_dropped",
    "card_captured",
    "renamed",
    "stage_dropped",
    "segment_dropped",
    "stage_resized",
    "selection_changed",
    "hint_changed",
    "menu_requested",
    "collapse_toggled",
    "activated",
    "lane_text_edited",
    "lane_picture_dropped",
)
