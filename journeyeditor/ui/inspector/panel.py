"""The inspector: a heading that says what is selected, and the form for it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.analysis.completeness import QUESTIONS, Panel
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.inspector.fields.field import Subject
from journeyeditor.ui.inspector.forms import Form, TabbedForm
from journeyeditor.ui.inspector.header import Header
from journeyeditor.ui.inspector.panels import (
    details,
    emotions,
    outcomes,
    owners,
    processes,
    segment,
    stage,
)

NARROWEST, WIDTH, WIDEST = 352, 372, 560
"""Pixels at 96 dots an inch. At `WIDTH`, seven stages fit beside it on a screen of 1920 pixels."""


class Inspector(QFrame):
    """Follows the selection. `edited` carries edits, `left` ends the merging of typed ones.

    `menu_asked` asks at a point of the screen for the menu of what is selected; `visit_asked`
    carries the key of what is to be selected on the map.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    menu_asked = Signal(QPoint)
    close_asked = Signal()

    def __init__(self, assets: Assets) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        scale = max(1.0, QGuiApplication.primaryScreen().logicalDotsPerInch() / 96)
        self.setMinimumWidth(round(NARROWEST * scale))
        self.setMaximumWidth(round(WIDEST * scale))
        self.header = Header()
        self.header.close_asked.connect(self.close_asked)
        self.header.menu_asked.connect(self.menu_asked)
        self.card = TabbedForm(
            {
                Panel.DETAILS: (tr("Details"), details.fields),
                Panel.OWNERS: (tr("Owners"), owners.fields),
                Panel.PROCESSES: (tr("Processes"), processes.fields),
                Panel.EMOTIONS: (tr("Emotions"), emotions.fields),
                Panel.OUTCOMES: (tr("Outcomes"), outcomes.fields),
            }
        )
        self.stage = Form(stage.fields())
        self.segment = Form(segment.fields(assets))
        self._stack = QStackedWidget()
        self._nothing = _Nothing()
        self._stack.addWidget(self._nothing)
        for form in (self.card, self.stage, self.segment):
            form.edited.connect(self.edited)
            form.left.connect(self.left)
            form.refused.connect(self.refused)
            form.visit_asked.connect(self.visit_asked)
            self._stack.addWidget(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._subject: Subject = {}
        self._form: Form | TabbedForm | None = None

    def show_selection(self, project: Project, keys: Sequence[Key]) -> None:
        """Show the form for these things of the map, after what is typed for others is asked."""
        self.flush()
        self._subject, self._form = self._about(project, keys)
        self._stack.setCurrentWidget(self._form or self._nothing)
        self.refresh(project)

    def refresh(self, project: Project) -> None:
        """Show what the project now says about the same things."""
        self._subject = {
            kind: tuple(id for id in ids if project.find(kind, id))
            for kind, ids in self._subject.items()
        }
        if Placement in self._subject:
            self._subject = _subject(project, Placement, self._subject[Placement])
        if not all(self._subject.values()):
            self._form = None
            self._stack.setCurrentWidget(self._nothing)
        self.header.refresh(project, self._subject if self._form else {})
        if self._form:
            self._form.refresh(project, self._subject)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        if self._form:
            self._form.flush()

    @property
    def panel(self) -> Panel:
        """The panel of a card's form that is in front."""
        return Panel(self.card.panel)

    def show_panel(self, panel: Panel) -> None:
        """Bring a panel of a card's form to the front."""
        self.card.show_panel(panel)

    def open_question(self, question: str) -> None:
        """Show the panel where a question is answered, with the focus in its field."""
        [panel] = [known.panel for known in QUESTIONS if known.id == question]
        self.card.show_panel(panel)
        self.card.front.open_question(question)

    def enter(self) -> None:
        """Put the focus into the first field; a name is there to be typed over."""
        form = self._form.front if isinstance(self._form, TabbedForm) else self._form
        if form:
            form.enter()
            if form.name and form.name.box.hasFocus():
                form.name.box.selectAll()

    def _about(
        self, project: Project, keys: Sequence[Key]
    ) -> tuple[Subject, Form | TabbedForm | None]:
        choices: tuple[tuple[str, type[Record], Form | TabbedForm], ...] = (
            ("card", Placement, self.card),
            ("stage", Stage, self.stage),
            ("segment", Segment, self.segment),
        )
        for name, kind, form in choices:
            ids = [key[1] for key in keys if key[0] == name and project.find(kind, key[1])]
            if ids:
                return _subject(project, kind, ids), form
        return {}, None


def _subject(project: Project, kind: type[Record], ids: Sequence[Id]) -> Subject:
    """The selected records, of cards with their touchpoints."""
    if kind is not Placement:
        return {kind: tuple(ids)}
    touchpoints = dict.fromkeys(project.get(Placement, id).touchpoint for id in ids)
    return {Placement: tuple(ids), Touchpoint: tuple(touchpoints)}


class _Nothing(QWidget):
    """What is shown while nothing is selected."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 0)
        words = label(tr("Select a card, a stage or a segment to see what is known about it."),
                      "secondary", wrap=True)  # fmt: skip
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(words)
        column.addStretch(3)
