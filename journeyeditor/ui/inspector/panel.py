"""The inspector: a heading that says what is selected, and the form for it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout

from journeyeditor.analysis.completeness import QUESTIONS, Panel
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    JourneyMap,
    Placement,
    ProjectInfo,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.focus import show_focus
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.group import connect_field
from journeyeditor.ui.inspector.forms import TabbedForm
from journeyeditor.ui.inspector.header import Header
from journeyeditor.ui.inspector.locking import lock
from journeyeditor.ui.inspector.panels import card_form, segment_form, stage_form, whole_form

NARROWEST, WIDTH, WIDEST = 352, 372, 560
"""Pixels at 96 dots an inch. At `WIDTH`, seven stages fit beside it on a screen of 1920 pixels."""

IDLE = 120
"""Milliseconds between the panels that are built ahead."""


class Inspector(QFrame):
    """Follows the selection. `edited` carries edits, `left` ends the merging of typed ones.

    `menu_asked` asks at a point of the screen for the menu of what is selected; `visit_asked`
    carries the key of what is to be selected on the map; `map_asked` asks to go back there.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    menu_asked = Signal(QPoint)
    map_asked = Signal()
    close_asked = Signal()

    def __init__(self, assets: Assets) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setMinimumWidth(scaled(NARROWEST))
        self.setMaximumWidth(scaled(WIDEST))
        self.header = Header()
        self.header.close_asked.connect(self.close_asked)
        self.header.menu_asked.connect(self.menu_asked)
        self.card, self.stage = card_form(), stage_form()
        self.segment, self.whole = segment_form(assets), whole_form(assets)
        self._stack = QStackedWidget()
        for form in (self.card, self.stage, self.segment, self.whole):
            connect_field(form, self)
            self._stack.addWidget(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._subject: Subject = {}
        self.form = self.whole
        """The form that is shown."""
        self._map: Id = ""
        self._asked: tuple[Id, str] = "", ""
        self._idle = QTimer(self, interval=IDLE)
        self._idle.timeout.connect(self._build_ahead)

    def show_selection(self, project: Project, keys: Sequence[Key], map: Id = "") -> None:
        """Show the form for these things of a map, or where there are none for the map itself.

        What is typed for others is asked for before.
        """
        self.flush()
        self._map = map
        self._subject, self.form = self._about(project, keys)
        self._stack.setCurrentWidget(self.form)
        self.refresh(project)

    def refresh(self, project: Project) -> None:
        """Show what the project now says about the same things."""
        subject = {
            kind: tuple(id for id in ids if project.find(kind, id))
            for kind, ids in self._subject.items()
        }
        if not all(subject.values()):
            self._subject, self.form = self._about(project, ())
            self._stack.setCurrentWidget(self.form)
        elif Placement in subject:
            self._subject = _subject(project, Placement, subject[Placement])
        else:
            self._subject = subject
        self.header.refresh(project, self._subject)
        self.form.refresh(project, self._subject)

    def lock(self) -> None:
        """Let everything be read and nothing be changed."""
        for form in (self.card, self.stage, self.segment, self.whole):
            lock(form)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        self.form.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()

    def _build_ahead(self) -> None:
        """Build a panel while nothing else is to be done, so that it's there when it's wanted."""
        forms = (self.card, self.whole, self.stage, self.segment)
        if not any(form.build_one() for form in forms):
            self._idle.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.map_asked.emit()
        else:
            super().keyPressEvent(event)

    @property
    def panel(self) -> Panel:
        """The panel of a card's form that is in front."""
        return Panel(self.card.panel)

    def show_panel(self, panel: Panel) -> None:
        """Bring a panel of a card's form to the front."""
        self.card.show_panel(panel)

    @property
    def question(self) -> str:
        """The question whose field has the focus, else the one that was last opened; "" if none."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, Field) and widget.question:
                return widget.question
            widget = widget.parentWidget()
        card, question = self._asked
        return question if card in self._subject.get(Placement, ()) else ""

    def open_question(self, question: str) -> None:
        """Show the panel where a question is answered, with the focus in its field."""
        [panel] = [known.panel for known in QUESTIONS if known.id == question]
        self._asked = next(iter(self._subject.get(Placement, ())), ""), question
        self.card.show_panel(panel)
        self.card.front.open_question(question)
        show_focus()

    def enter(self) -> None:
        """Put the focus into the first field; a name is there to be typed over."""
        form = self.form.front
        form.enter()
        show_focus()
        if form.name and form.name.box.hasFocus():
            form.name.box.selectAll()

    def _about(self, project: Project, keys: Sequence[Key]) -> tuple[Subject, TabbedForm]:
        choices: tuple[tuple[str, type[Record], TabbedForm], ...] = (
            ("card", Placement, self.card),
            ("stage", Stage, self.stage),
            ("segment", Segment, self.segment),
        )
        for name, kind, form in choices:
            ids = [key[1] for key in keys if key[0] == name and project.find(kind, key[1])]
            if ids:
                return _subject(project, kind, ids), form
        infos = [info.id for info in project.all(ProjectInfo)]
        maps = [self._map] if project.find(JourneyMap, self._map) else []
        return {JourneyMap: maps, ProjectInfo: infos}, self.whole


def _subject(project: Project, kind: type[Record], ids: Sequence[Id]) -> Subject:
    """The selected records, of cards with their touchpoints."""
    if kind is not Placement:
        return {kind: tuple(ids)}
    touchpoints = dict.fromkeys(project.get(Placement, id).touchpoint for id in ids)
    return {Placement: tuple(ids), Touchpoint: tuple(touchpoints)}
