"""Forms of the inspector: fields one below the other, on panels behind tabs."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.sharing import SharedLine, sharing
from journeyeditor.ui.inspector.tabs import PanelTabs

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
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(14)
        for field in fields:
            column.addWidget(field)
            field.edited.connect(self.edited)
            field.left.connect(self.left)
            field.refused.connect(self.refused)
            field.visit_asked.connect(self.visit_asked)
        column.addStretch(1)
        self.setWidget(sheet)

    @property
    def name(self) -> TextField | None:
        """The field for the name of what the form is about."""
        texts = (field for field in self.fields if isinstance(field, TextField))
        return next((field for field in texts if field.required), None)

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        words = sharing(project, subject)
        for field in self.fields:
            field.refresh(project, subject)
            field.shared.show_sharing(words if field.about is Touchpoint else "")

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
        field = next((field for field in self.fields if field.question == question), None)
        if field is None:
            return False
        field.enter()
        self.ensureWidgetVisible(field)
        return True


class TabbedForm(QWidget):
    """Several forms about the same subject behind tabs; only the one in front is kept up to date.

    A panel is built when it's first shown. `turned` tells which one is in front now.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    turned = Signal(str)

    def __init__(self, panels: Mapping[str, tuple[str, MakeFields]]) -> None:
        super().__init__()
        self._make = {panel: make for panel, (_, make) in panels.items()}
        self._names = list(panels)
        self._forms: dict[str, Form] = {}
        self._project, self._subject = Project(), dict[type, Sequence[str]]()
        self.tabs = PanelTabs([title for title, _ in panels.values()])
        self.line = SharedLine()
        self.line.edited.connect(self.edited)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        self.front = self.form(self._names[0])
        self.tabs.currentChanged.connect(lambda index: self._turn(self._names[index]))

    @property
    def panel(self) -> str:
        """The panel in front."""
        return self._names[self.tabs.currentIndex()]

    def form(self, panel: str) -> Form:
        """A panel's form, built where it isn't yet."""
        if panel not in self._forms:
            form = Form(self._make[panel]())
            form.edited.connect(self.edited)
            form.left.connect(self.left)
            form.refused.connect(self.refused)
            form.visit_asked.connect(self.visit_asked)
            self._forms[panel] = form
            self._stack.addWidget(form)
        return self._forms[panel]

    def show_panel(self, panel: str) -> None:
        """Bring a panel to the front."""
        self.tabs.setCurrentIndex(self._names.index(panel))

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        self._project, self._subject = project, dict(subject)
        shared = any(field.about is Touchpoint for field in self.front.fields)
        words = sharing(project, subject) if shared else ""
        self.line.show_sharing(words, subject.get(Placement, ()))
        self.front.refresh(project, subject)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        self.front.flush()

    def _turn(self, panel: str) -> None:
        self.front.flush()
        self.front = self.form(panel)
        self.refresh(self._project, self._subject)
        self._stack.setCurrentWidget(self.front)
        self.turned.emit(panel)
