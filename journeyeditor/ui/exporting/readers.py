"""Who reads a print: what is kept from them, and what they may do."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from journeyeditor.exporting.protection import Protection
from journeyeditor.exporting.topics import CLIENT_SAFE, TOPIC_NAMES, Topic
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.check import Check
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.exporting.rows import Rows


class Readers(QWidget):
    """Topics that are left out, a watermark, the project within the PDF, password, printing."""

    changed = Signal()
    """Pages look otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.client_safe = Check(tr("For clients: without owners, obstacles and notes"))
        self.leave_out = dress(button(tr("Leave out…")), "chevron-down", size=14)
        self.leave_out.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its sign at the end
        self.left_out = label("", "secondary", wrap=True)
        self.topics = self._topics()
        self.watermark, self.password = QLineEdit(), QLineEdit()
        self.watermark.setPlaceholderText(tr("No watermark"))
        self.watermark.setAccessibleName(tr("Watermark"))
        self.password.setPlaceholderText(tr("No password"))
        self.password.setAccessibleName(tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.carry = Check(tr("Put the project into the PDF, to go on working on it"))
        self.not_carried = label(
            tr("The project would tell what is left out, so it stays outside."), "note", wrap=True
        )
        self.printing = Check(tr("Readers may print it"))
        self._pdf = True
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
        self._explain()

    def show_for_pdf(self, pdf: bool) -> None:
        """Offer what only a PDF can have, or don't."""
        self._pdf = pdf
        self.rows.show_row(self.password, pdf)
        for box in (self.printing, self.carry):
            box.setVisible(pdf)
        self._explain()

    def _explain(self) -> None:
        self.not_carried.setVisible(self._pdf and not self.carry.isEnabled())

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
        self.rows = Rows()
        self.rows.add(tr("Watermark"), self.watermark)
        self.rows.add(tr("Password"), self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.client_safe)
        column.addLayout(line([self.leave_out, 1], QHBoxLayout()))
        column.addWidget(self.left_out)
        column.addLayout(self.rows)
        for part in (self.printing, self.carry, self.not_carried):
            column.addWidget(part)
