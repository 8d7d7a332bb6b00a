"""The field for the word that a customer has for how it feels."""

from collections import Counter

from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement
from journeyeditor.model.text import fold
from journeyeditor.translation import N_, tr
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.inspector.picker import New, Offer, Picker

FEELINGS = (
    (-2, N_("Anger")),
    (-2, N_("Frustration")),
    (-2, N_("Fear")),
    (-2, N_("Helplessness")),
    (-2, N_("Feeling deceived")),
    (-1, N_("Annoyance")),
    (-1, N_("Confusion")),
    (-1, N_("Disappointment")),
    (-1, N_("Doubt")),
    (-1, N_("Impatience")),
    (-1, N_("Insecurity")),
    (-1, N_("Overwhelm")),
    (-1, N_("Stress")),
    (-1, N_("Worry")),
    (0, N_("Boredom")),
    (0, N_("Expectation")),
    (0, N_("Indifference")),
    (0, N_("Surprise")),
    (1, N_("Calm")),
    (1, N_("Confidence")),
    (1, N_("Curiosity")),
    (1, N_("Hope")),
    (1, N_("Interest")),
    (1, N_("Relief")),
    (1, N_("Satisfaction")),
    (2, N_("Delight")),
    (2, N_("Enthusiasm")),
    (2, N_("Gratitude")),
    (2, N_("Joy")),
    (2, N_("Pride")),
)
"""Words to begin with, and the emotion that each goes with."""


class FeelingField(Field):
    """Offers the words that the project uses already and some to begin with; takes any other."""

    about = Placement
    covers = frozenset({(Placement, "feeling")})

    def __init__(self) -> None:
        super().__init__(tr("They describe it as"))
        self._project = Project()
        self._ids: tuple[str, ...] = ()
        self.button = PickButton()
        self.hold(self.button)
        self.button.asked.connect(self.open)
        self.button.cleared.connect(lambda: self._choose(""))

    def refresh(self, project: Project, subject: Subject) -> None:
        self._project, self._ids = project, tuple(subject.get(Placement, ()))
        cards = [project.get(Placement, id) for id in self._ids]
        word = common([card.feeling for card in cards])
        emotion = common([card.emotion for card in cards])
        if word and word is not SEVERAL:
            known = emotion is not SEVERAL and emotion is not None
            offer = Offer(word, word, _figure(emotion) if known else "")
            self.button.show_offer(offer, "")
        else:
            empty = tr("Frustration, relief, curiosity…")
            self.button.show_offer(None, tr("Several") if word is SEVERAL else empty)

    def open(self, text: str = "") -> None:
        """Open the list, with some text typed already."""
        picker = Picker(self, self._offers(), tr("Search or write a feeling"), makes=True)
        picker.chosen.connect(self._choose)
        picker.open_at(self.button, text)

    def _offers(self) -> list[Offer]:
        """The words in use, the most frequent first; then those to begin with."""
        used = Counter(card.feeling for card in self._project.all(Placement) if card.feeling)
        offers = [
            Offer(word, word, tr.plural("{count} card", "{count} cards", count))
            for word, count in sorted(used.items(), key=lambda item: (-item[1], fold(item[0])))
        ]
        known = {fold(word) for word in used}
        starters = [(level, tr(word)) for level, word in FEELINGS]
        offers += [Offer(w, w, _figure(n)) for n, w in starters if fold(w) not in known]
        if any(self._project.get(Placement, id).feeling for id in self._ids):
            offers.append(Offer("", tr("No word")))
        return offers

    def _choose(self, value: object) -> None:
        word = value.name if isinstance(value, New) else str(value)
        ids, step = self._ids, Label("Edit feeling")
        self.left.emit()
        self.edited.emit(lambda project: set_fields(project, Placement, ids, step, feeling=word))
        self.button.setFocus()


def _figure(emotion: float) -> str:
    return tr.number(emotion, 0 if emotion == int(emotion) else 1, signed=True)
