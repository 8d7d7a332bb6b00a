"""The question what happens where an entry that goes is used."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journeyeditor.model.ids import Id
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.inspector.picker import Offer, Picker
from journeyeditor.ui.inspector.segments import Segments

CLEAR, REPLACE = "clear", "replace"


class Removal(QDialog):
    """Clear the entry there, or let another of the `offers` stand in its place.

    `replacement` is the id of that one; empty where the uses are to be cleared.
    """

    def __init__(
        self, parent: QWidget, question: str, clears: str, offers: Sequence[Offer]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Remove"))
        self.setMinimumWidth(scaled(460))
        self.setAccessibleName(question)
        self.replacement: Id = ""
        self._clears, self._offers = clears, offers
        self.way = Segments(clearable=False)
        self.way.show_entries([(tr("Clear it there"), CLEAR), (tr("Replace it"), REPLACE)])
        self.way.setAccessibleName(question)
        self.way.setVisible(bool(offers))
        self.by = PickButton()
        self.by.setAccessibleName(tr("Replace it by"))
        self.note = label("", "secondary", wrap=True)
        self.remove = button(tr("Remove"))
        self.remove.setDefault(True)
        cancel = button(tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(question, "heading", wrap=True))
        for part in (self.way, self.by, self.note):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(line([1, cancel, self.remove], QHBoxLayout()))
        self.way.chosen.connect(self._show)
        self.by.asked.connect(self.pick)
        self.remove.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self._show(CLEAR)
        self.way.enter()

    def pick(self, text: str = "") -> None:
        """Open the list of what could stand in its place."""
        picker = Picker(self, self._offers, tr("Search"), makes=False)
        picker.chosen.connect(self._take)
        picker.open_at(self.by, text)

    def _take(self, id: Id) -> None:
        self.replacement = id
        self._show(REPLACE)
        self.remove.setFocus()

    def _show(self, way: str) -> None:
        replaces = way == REPLACE
        if not replaces:
            self.replacement = ""
        chosen = next((offer for offer in self._offers if offer.value == self.replacement), None)
        self.way.show_value(way)
        self.by.show_offer(chosen, tr("Choose what stands in its place"))
        self.by.setVisible(replaces)
        stays = tr("All that points at it will point at the one you choose.")
        self.note.setText(stays if replaces else self._clears)
        self.remove.setEnabled(not replaces or chosen is not None)
