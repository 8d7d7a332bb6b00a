"""The inspector: a heading that says what is selected, and the form for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.inspector.fields.field import Subject
from journeyeditor.ui.inspector.forms import CardForm, Form, SegmentForm, StageForm
from journeyeditor.ui.inspector.header import Header

NARROWEST, WIDTH, WIDEST = 352, 372, 560
"""Pixels. At `WIDTH`, seven stages fit beside it on a screen of 1920 pixels."""


class Inspector(QFrame):
    """Follows the selection. `edited` carries edits, `left` ends the merging of typed ones."""

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    close_asked = Signal()

    def __init__(self, assets: Assets) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.header = Header()
        self.header.close_asked.connect(self.close_asked)
        self.card, self.stage, self.segment = CardForm(), StageForm(), SegmentForm(assets)
        self.segment.picture.refused.connect(self.refused)
        self._stack = QStackedWidget()
        self._empty = _Nothing()
        self._stack.addWidget(self._empty)
        for form in (self.card, self.stage, self.segment):
            form.edited.connect(self.edited)
            form.left.connect(self.left)
            self._stack.addWidget(_scrolled(form))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._subject: Subject = {}
        self._form: Form | None = None

    def show_selection(self, project: Project, keys: Sequence[Key]) -> None:
        """Show the form for these things of the map, after what is typed for others is asked."""
        self.flush()
        self._subject, self._form = self._about(project, keys)
        index = 0
        for place, form in enumerate((self.card, self.stage, self.segment), 1):
            index = place if form is self._form else index
        self._stack.setCurrentIndex(index)
        self.refresh(project)

    def refresh(self, project: Project) -> None:
        """Show what the project now says about the same things."""
        self._subject = {
            kind: tuple(id for id in ids if project.find(kind, id))
            for kind, ids in self._subject.items()
        }
        if not all(self._subject.values()):
            self._form = None
            self._stack.setCurrentIndex(0)
        self.header.refresh(project, self._subject if self._form else {})
        if self._form:
            self._form.refresh(project, self._subject)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        if self._form:
            self._form.flush()

    def edit_name(self) -> None:
        """Put the cursor into the name of what is selected."""
        if self._form in (self.card, self.stage, self.segment):
            box = self._form.name.box
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.selectAll()

    def _about(self, project: Project, keys: Sequence[Key]) -> tuple[Subject, Form | None]:
        for name, kind, form in (
            ("card", Placement, self.card),
            ("stage", Stage, self.stage),
            ("segment", Segment, self.segment),
        ):
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


def _scrolled(form: Form) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(form)
    return area


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
