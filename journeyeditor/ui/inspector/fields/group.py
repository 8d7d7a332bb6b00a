"""Fields that belong together: under one title, or folded away under it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from journeyeditor.model.project import Project
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import line
from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.locking import is_locked, lock
from journeyeditor.ui.inspector.sharing import sharing


class Group(Field):
    """Fields under a common title."""

    def __init__(self, title: str, fields: Sequence[Field], spacing: int = 8) -> None:
        super().__init__(title)
        self.title.setVisible(bool(title))
        self.fields: tuple[Field, ...] = ()
        self._place = QWidget(self)  # never seen: where the fields are on the way of the Tab key
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place.hide()
        self._rows = QVBoxLayout()
        self.column.addLayout(line([], self._rows, spacing))
        self.take(fields)

    def take(self, fields: Sequence[Field]) -> None:
        """Hold these fields, in place of those before."""
        for old in self.fields:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = tuple(fields)
        for field in fields:
            self._rows.addWidget(field)
            field.show()
            connect_field(field, self)
        _chain(self._place, self.fields)

    def parts(self) -> Iterator[Field]:
        yield self
        for field in self.fields:
            yield from field.parts()

    def refresh(self, project: Project, subject: Subject) -> None:
        for field in self.fields:
            field.refresh(project, subject)

    def flush(self) -> None:
        for field in self.fields:
            field.flush()

    def enter(self) -> None:
        self.fields[0].enter()


class Section(Field):
    """Fields that are folded away until somebody wants them, and not built before."""

    def __init__(self, title: str, make: Callable[[], Sequence[Field]]) -> None:
        super().__init__(title)
        self._make = make
        self._inside: Group | None = None
        self._shown: tuple[Project, Subject] = Project(), {}
        self.title.hide()
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setProperty("look", "section")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.toggled.connect(self._fold)
        self.head.insertWidget(0, self.button)
        self.head.insertStretch(1, 1)
        self._fold(False)

    @property
    def inside(self) -> Group:
        """What is folded away, built where it isn't yet."""
        if self._inside is None:
            self._inside = Group("", self._make(), 14)
            self.column.addWidget(self._inside)
            connect_field(self._inside, self)
            _chain(self.button, self._inside.fields)
        return self._inside

    def parts(self) -> Iterator[Field]:
        yield self
        if self._inside and not self._inside.isHidden():
            yield from self._inside.parts()

    def refresh(self, project: Project, subject: Subject) -> None:
        self._shown = project, subject
        if self.button.isChecked():
            self.inside.refresh(project, subject)

    def flush(self) -> None:
        if self._inside:
            self._inside.flush()

    def enter(self) -> None:
        self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold(self, unfolded: bool) -> None:
        dress(self.button, "chevron-down" if unfolded else "chevron-right", "text3", 14, gap=4)
        said = tr("Unfolded") if unfolded else tr("Folded")
        self.button.setAccessibleDescription(said)
        if unfolded:
            self.inside.show()
            self.inside.refresh(*self._shown)
            mark_shared(self.parts(), *self._shown)
            if is_locked(self):
                lock(self.inside)
        elif self._inside:
            self._inside.flush()
            self._inside.hide()


def connect_field(field: QWidget, holder: QWidget) -> None:
    """Pass on what a field or form asks for, as if its holder asked."""
    for name in ("edited", "left", "refused", "visit_asked"):
        getattr(field, name).connect(getattr(holder, name))


def _chain(before: QWidget, fields: Sequence[Field]) -> None:
    """Let Tab come to these fields after a widget, though they were built later than others."""
    inner = [widget for field in fields for widget in field.findChildren(QWidget)]
    stops = [widget for widget in inner if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for first, second in pairwise([before, *stops]):
        QWidget.setTabOrder(first, second)


def mark_shared(fields: Iterator[Field], project: Project, subject: Subject) -> None:
    """Mark the fields of touchpoints that several cards show."""
    words = sharing(project, subject)
    for field in fields:
        field.shared.show_sharing(words if field.about is Touchpoint else "")
