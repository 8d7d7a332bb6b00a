"""Who reads a print: what is kept from them, and what they may do."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.exporting.protection import Protection
from journeyeditor.exporting.topics import CLIENT_SAFE, TOPIC_NAMES, Topic
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line


class Readers(QWidget):
    """Topics that are left out, a watermark, the project within the PDF, password, printing."""

    changed = Signal()
    """Pages look otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.client_safe = QCheckBox(tr("For clients: without owners, obstacles and notes"))
        self.leave_out = button(tr("Leave out…"))
        self.left_out = label("", "secondary", wrap=True)
        self.topics = self._topics()
        self.watermark, self.password = QLineEdit(), QLineEdit()
        self.watermark.setPlaceholderText(tr("No watermark"))
        self.watermark.setAccessibleName(tr("Watermark"))
        self.password.setPlaceholderText(tr("No password"))
        self.password.setAccessibleName(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.carry = QCheckBox(tr("Put the project into the PDF, to go on working on it"))
        self.printing = QCheckBox(tr("Readers may print it"))
        for box in (self.carry, self.printing):
            box.setChecked(True)
        self.client_safe.toggled.connect(self._choose_for_clients)
        self.watermark.textEdited.connect(lambda _: self.changed.emit())
        self._lay_out()
        self.leave_out_only(())

    @property
    def without(self) -> frozenset[Topic]:
        """What is left out."""
        return frozenset(topic for topic, action in self.topics.items() if action.isChecked())

    @property
    def carries(self) -> bool:
        """Whether the project travels within the PDF."""
        return self.carry.isEnabled() and self.carry.isChecked()

    @property
    def protection(self) -> Protection:
        """What the PDF is protected with."""
        return Protection(self.password.text(), self.printing.isChecked())

    def leave_out_only(self, without: Iterable[Topic]) -> None:
        """Leave out these topics and tell the others."""
        chosen = frozenset(without)
        for topic, action in self.topics.items():
            with QSignalBlocker(action):
                action.setChecked(topic in chosen)
        with QSignalBlocker(self.client_safe):
            self.client_safe.setChecked(chosen >= CLIENT_SAFE)
        names = [tr(TOPIC_NAMES[topic]) for topic in Topic if topic in chosen]
        self.left_out.setText(tr("Left out: {topics}", topics=", ".join(names)))
        self.left_out.setVisible(bool(names))
        self.carry.setEnabled(not chosen)

    def _topics(self) -> dict[Topic, QAction]:
        menu = QMenu(self)
        found = {}
        for topic in Topic:
            action = menu.addAction(tr(TOPIC_NAMES[topic]))
            action.setCheckable(True)
            action.toggled.connect(self._choose_topics)
            found[topic] = action
        self.leave_out.setMenu(menu)
        return found

    def _choose_topics(self, _checked: bool) -> None:
        self.leave_out_only(self.without)
        self.changed.emit()

    def _choose_for_clients(self, checked: bool) -> None:
        self.leave_out_only(CLIENT_SAFE if checked else ())
        self.changed.emit()

    def _lay_out(self) -> None:
        self.form = form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        rows = ((tr("Watermark"), self.watermark), (tr("Password"), self.password))
        for row, (name, field) in enumerate(rows):
            form.addWidget(label(name, "label"), row, 0)
            form.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.client_safe)
        column.addLayout(line([self.leave_out, 1], QHBoxLayout()))
        column.addWidget(self.left_out)
        column.addLayout(form)
        for box in (self.printing, self.carry):
            column.addWidget(box)
