"""Forms of the inspector: fields one below the other, on panels behind tabs."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.ui.chrome.controls import rule
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.group import connect_field, mark_shared
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.locking import is_locked, lock
from journeyeditor.ui.inspector.sharing import SharedLine, sharing
from journeyeditor.ui.inspector.tabs import PanelTabs

EDGE = 16
"""Pixels left and right of all fields."""

MakeFields = Callable[[], Sequence[Field]]


class Form(QScrollArea):
    """Fields one below the other, as many as there are."""

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields = tuple(fields)
        sheet = QWidget()
        sheet.setObjectName("form")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = column = QVBoxLayout(sheet)
        column.setContentsMargins(EDGE, 16, EDGE, 24)
        column.setSpacing(14)
        for field in fields:
            column.addWidget(field)
            connect_field(field, self)
        column.addStretch(1)
        self.setWidget(sheet)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    @property
    def name(self) -> TextField | None:
        """The field for the name of what the form is about."""
        texts = (field for field in self.fields if isinstance(field, TextField))
        return next((field for field in texts if field.required), None)

    def parts(self) -> Iterator[Field]:
        """All fields, those within others too."""
        for field in self.fields:
            yield from field.parts()

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        for field in self.fields:
            field.refresh(project, subject)
        mark_shared(self.parts(), project, subject)

    def _make_room(self, _first: int, last: int) -> None:
        """Let the scroll bar stand in the margin, so that nothing moves when it comes and goes."""
        bar = self.verticalScrollBar().sizeHint().width() if last else 0
        self._column.setContentsMargins(EDGE, 16, max(0, EDGE - bar), 24)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        for field in self.fields:
            field.flush()

    def enter(self) -> None:
        """Put the focus into the first field."""
        first = next(field for field in self.fields if not field.isHidden())
        first.enter()
        self.ensureWidgetVisible(first)

    def open_question(self, question: str) -> bool:
        """Put the focus into the field that answers a question; False where there is none."""
        field = next((field for field in self.parts() if field.question == question), None)
        if field is None:
            return False
        field.enter()
        self.ensureWidgetVisible(field)
        return True


class TabbedForm(QWidget):
    """Several forms about the same subject behind tabs; only the one in front is kept up to date.

    A panel is built when it's first shown. `turned` tells that another one is in front.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    turned = Signal()

    def __init__(self, panels: Mapping[str, tuple[str, MakeFields]]) -> None:
        super().__init__()
        self._make = {panel: make for panel, (_, make) in panels.items()}
        self.panels = list(panels)
        self._forms: dict[str, Form] = {}
        self._project, self._subject = Project(), dict[type, Sequence[str]]()
        self.tabs = PanelTabs([title for title, _ in panels.values()])
        self.line = SharedLine()
        self.line.edited.connect(self.edited)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs if len(panels) > 1 else rule())
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        self._shown: Form | None = None
        self.tabs.currentChanged.connect(self._turn)

    @property
    def panel(self) -> str:
        """The panel in front."""
        return self.panels[self.tabs.currentIndex()]

    @property
    def front(self) -> Form:
        """The form of the panel in front."""
        return self.form(self.panel)

    def build_one(self) -> bool:
        """Build a panel that isn't yet; False where all are."""
        missing = [panel for panel in self.panels if panel not in self._forms]
        for panel in missing[:1]:
            self.form(panel)
        return bool(missing)

    def form(self, panel: str) -> Form:
        """A panel's form, built where it isn't yet."""
        if panel not in self._forms:
            form = Form(self._make[panel]())
            connect_field(form, self)
            self._forms[panel] = form
            self._stack.addWidget(form)
        return self._forms[panel]

    def show_panel(self, panel: str) -> None:
        """Bring a panel to the front."""
        self.tabs.setCurrentIndex(self.panels.index(panel))

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        self._project, self._subject = project, dict(subject)
        self._shown = self.front
        self._stack.setCurrentWidget(self.front)
        shared = any(field.about is Touchpoint for field in self.front.parts())
        words = sharing(project, subject) if shared else ""
        self.line.show_sharing(words, subject.get(Placement, ()))
        self.front.refresh(project, subject)
        if is_locked(self):
            lock(self)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        if self._shown:
            self._shown.flush()

    def _turn(self, _index: int) -> None:
        self.flush()
        self.refresh(self._project, self._subject)
        self.turned.emit()
