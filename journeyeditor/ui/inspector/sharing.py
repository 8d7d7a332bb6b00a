"""Tells that a touchpoint is shown by several cards, and makes one of them independent."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from journeyeditor.model.edits.touchpoints import detach
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label
from journeyeditor.ui.inspector.fields.field import Subject
from journeyeditor.ui.inspector.marks import SharedMark


def sharing(project: Project, subject: Subject) -> str:
    """How many cards, in how many segments, show the same touchpoint; "" where it is one card."""
    touchpoints = subject.get(Touchpoint, ())
    cards = [card for id in touchpoints for card in project.where(Placement, touchpoint=id)]
    if len(cards) == len(subject.get(Placement, ())) and len(touchpoints) != 1:
        return ""
    if len(cards) < 2:
        return ""
    if len(touchpoints) > 1:
        return tr("Some are shared with other cards")
    segments = len({card.segment for card in cards})
    if segments == 1:
        return tr.plural("Shared by {count} card", "Shared by {count} cards", len(cards))
    return tr.plural(
        "Shared by {cards} cards in {count} segment",
        "Shared by {cards} cards in {count} segments",
        segments,
        cards=len(cards),
    )


class SharedLine(QFrame):
    """A quiet line above the fields of a touchpoint that others show too."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shared-line")
        self._cards: Sequence[Id] = ()
        self._mark = SharedMark()
        self._mark.show()
        self.words = label("", "note", wrap=True)
        self.detach = button(tr("Detach"), look="link")
        self.detach.setToolTip(tr("Give this card a touchpoint of its own, equal to this one"))
        self.detach.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.detach)
        self.hide()

    def show_sharing(self, words: str, cards: Sequence[Id]) -> None:
        """Tell that the touchpoint of these cards is shared; nothing where there are no words."""
        self._cards = tuple(cards)
        self.words.setText(words)
        self.setVisible(bool(words))

    def _ask(self) -> None:
        cards = self._cards
        self.edited.emit(lambda project: detach(project, cards))
