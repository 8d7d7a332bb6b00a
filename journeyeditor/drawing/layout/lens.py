"""What the colour of the cards shows: their channel, or something else that is known of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from journeyeditor.analysis.completeness import completeness
from journeyeditor.catalogue import (
    EMOTION_NAMES,
    FAMILY_ICONS,
    axis_name,
    axis_value_name,
    emotion_level,
    emotion_name,
    family_name,
)
from journeyeditor.catalogue.choices import choice_name, rating_name
from journeyeditor.drawing.layout.owners import Owner, owners_of
from journeyeditor.drawing.signs import DEGREE_SIGNS, KIND_SIGNS
from journeyeditor.drawing.theme import PLAIN, Scale, Tone, family_tone
from journeyeditor.model.choices import ChannelFamily, Evidence
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Classification,
    Placement,
    Touchpoint,
)
from journeyeditor.translation import N_, Translator, translator

CHANNEL, OWNER, EMOTION = "channel", "owner", "emotion"
EFFECTIVENESS, EVIDENCE, COMPLETENESS = "effectiveness", "evidence", "completeness"
AXIS = "axis:"
"""Begins the name of a lens on a classification axis; the axis's id follows."""
LENS_NAMES: Mapping[str, str] = {
    CHANNEL: N_("Channel"),
    OWNER: N_("Owner"),
    EMOTION: N_("Emotion"),
    EFFECTIVENESS: N_("Effectiveness"),
    EVIDENCE: N_("Evidence"),
    COMPLETENESS: N_("Completeness"),
}
"""What the lenses that every map has are called; English messages."""

_UNKNOWN_SIGN = "circle-dashed"
_OTHER_SIGN = "ellipsis"
_BANDS = (0.25, 0.5, 0.75, 1.0)
"""Completeness from which the next degree begins."""


class Category(NamedTuple):
    """What a lens tells apart: its name in the legend, its sign and its tone."""

    name: str
    sign: str
    tone: Tone


class Seen(NamedTuple):
    """A card as a lens sees it; `label` stands on its first line."""

    label: str
    category: Category


@dataclass(frozen=True)
class Lens:
    """`categories` are in the legend's order; `known` finds them by what the lens looks for.

    The lens "channel" has neither: it goes by the families of channels.
    """

    name: str
    title: str
    language: str
    categories: tuple[Category, ...] = ()
    known: Mapping[str, Category] = field(default_factory=dict)

    def see(self, project: Project, card: Placement, owners: Sequence[Owner]) -> Seen:
        """A card that shows a touchpoint of these owners."""
        kind = AXIS if self.name.startswith(AXIS) else self.name
        return _READERS[kind](self, project, card, owners)

    @property
    def unknown(self) -> Category:
        """Of cards that lack what the lens looks for."""
        return self.categories[-1]

    def shown(self, present: Iterable[Category]) -> list[Category]:
        """Those of its categories that there are."""
        there = set(present)
        if self.name == CHANNEL:
            return [c for f in ChannelFamily if (c := family_category(f, self.language)) in there]
        return [category for category in self.categories if category in there]


def lens_choices(project: Project, language: str) -> list[tuple[str, str]]:
    """The lenses of a project: what options call them, and what people do."""
    tr = translator(language)
    axes = project.ordered(Axis)
    return [
        *((name, tr(title)) for name, title in LENS_NAMES.items()),
        *((AXIS + axis.id, axis_name(axis, language)) for axis in axes),
    ]


def make_lens(project: Project, map: Id, name: str, language: str) -> Lens:
    """The lens of that name for a map; that of channels where there is none."""
    tr = translator(language)
    if name == OWNER:
        return _owner_lens(project, map, tr)
    if name.startswith(AXIS) and (axis := project.find(Axis, name.removeprefix(AXIS))):
        return _axis_lens(project, axis, tr)
    if name in _DEGREES:
        known = dict(_DEGREES[name](tr))
        unknown = () if name == COMPLETENESS else (Category(tr("Not known"), _UNKNOWN_SIGN, PLAIN),)
        return Lens(name, tr(LENS_NAMES[name]), language, (*known.values(), *unknown), known)
    return channel_lens(language)


@lru_cache
def channel_lens(language: str) -> Lens:
    """The lens that is used where nobody has chosen another."""
    return Lens(CHANNEL, translator(language)(LENS_NAMES[CHANNEL]), language)


@lru_cache
def family_category(family: ChannelFamily, language: str) -> Category:
    """What the cards of a family of channels have in common."""
    return Category(family_name(family, language), FAMILY_ICONS[family], family_tone(family))


NO_CHANNEL = Category("", "", PLAIN)


def _owner_lens(project: Project, map: Id, tr: Translator) -> Lens:
    """The owners with the most cards have colours, in the order of their names."""
    counts: Counter[Id] = Counter()
    names: dict[Id, str] = {}
    for touchpoint, cards in Counter(c.touchpoint for c in project.placements(map)).items():
        for owner in owners_of(project, touchpoint)[:1]:
            counts[owner.id] += cards
            names[owner.id] = owner.name
    most = sorted(counts, key=lambda id: (-counts[id], names[id], id))
    chosen = sorted(most[: len(KIND_SIGNS)], key=lambda id: (names[id], id))
    known = _kinds((id, names[id]) for id in chosen)
    other = Category(tr("Other owners"), _OTHER_SIGN, PLAIN)
    known |= dict.fromkeys(most[len(KIND_SIGNS) :], other)
    categories = (*dict.fromkeys(known.values()), Category(tr("No owner"), _UNKNOWN_SIGN, PLAIN))
    return Lens(OWNER, tr(LENS_NAMES[OWNER]), tr.language, categories, known)


def _axis_lens(project: Project, axis: Axis, tr: Translator) -> Lens:
    values = project.where(AxisValue, axis=axis.id)
    named = [(value.id, axis_value_name(value, tr.language)) for value in values]
    known = _kinds(named[: len(KIND_SIGNS)])
    known |= {id: Category(name, _OTHER_SIGN, PLAIN) for id, name in named[len(KIND_SIGNS) :]}
    categories = (*known.values(), Category(tr("Not classified"), _UNKNOWN_SIGN, PLAIN))
    return Lens(AXIS + axis.id, axis_name(axis, tr.language), tr.language, categories, known)


def _kinds(named: Iterable[tuple[Id, str]]) -> dict[str, Category]:
    return {
        id: Category(name, KIND_SIGNS[i], Tone(Scale.KIND, i)) for i, (id, name) in enumerate(named)
    }


def _degree(name: str, step: int) -> Category:
    return Category(name, DEGREE_SIGNS[step], Tone(Scale.DEGREE, step))


def _emotions(tr: Translator) -> Iterable[tuple[str, Category]]:
    for step, level in enumerate(sorted(EMOTION_NAMES)):
        yield str(level), _degree(emotion_name(level, tr.language), step)


def _ratings(tr: Translator) -> Iterable[tuple[str, Category]]:
    for rating in range(1, 6):
        yield str(rating), _degree(rating_name(rating, tr.language), rating - 1)


def _evidence(tr: Translator) -> Iterable[tuple[str, Category]]:
    steps = {Evidence.HYPOTHESIS: 0, Evidence.PARTIAL: 2, Evidence.RESEARCHED: 4}
    for evidence, step in steps.items():
        yield evidence, _degree(choice_name(evidence, tr.language), step)


def _bands(tr: Translator) -> Iterable[tuple[str, Category]]:
    yield "0", _degree(tr("Under {share}", share=tr.percent(_BANDS[0])), 0)
    for step, low in enumerate(_BANDS[:-1], 1):
        yield str(step), _degree(tr("From {share}", share=tr.percent(low)), step)
    yield str(len(_BANDS)), _degree(tr("Complete"), len(_BANDS))


_DEGREES: Mapping[str, Callable[[Translator], Iterable[tuple[str, Category]]]] = {
    EMOTION: _emotions,
    EFFECTIVENESS: _ratings,
    EVIDENCE: _evidence,
    COMPLETENESS: _bands,
}


def _see_owner(lens: Lens, _project: Project, _card: Placement, owners: Sequence[Owner]) -> Seen:
    if not owners:
        return _known(lens, "")
    return Seen(owners[0].name, lens.known.get(owners[0].id, lens.unknown))


def _see_emotion(lens: Lens, _project: Project, card: Placement, _owners: object) -> Seen:
    return _known(lens, "" if card.emotion is None else str(emotion_level(card.emotion)))


def _see_effectiveness(lens: Lens, project: Project, card: Placement, _owners: object) -> Seen:
    touchpoint = project.find(Touchpoint, card.touchpoint)
    return _known(lens, str(touchpoint.effectiveness if touchpoint else ""))


def _see_evidence(lens: Lens, project: Project, card: Placement, _owners: object) -> Seen:
    touchpoint = project.find(Touchpoint, card.touchpoint)
    return _known(lens, (touchpoint and touchpoint.evidence) or "")


def _see_completeness(lens: Lens, project: Project, card: Placement, _owners: object) -> Seen:
    if project.find(Touchpoint, card.touchpoint) is None:
        return _known(lens, "0")
    tr = translator(lens.language)
    share = completeness(project, card).share
    label = tr("{share} complete", share=tr.percent(share))
    return Seen(label, lens.known[str(sum(share >= low for low in _BANDS))])


def _see_axis(lens: Lens, project: Project, card: Placement, _owners: object) -> Seen:
    axis = lens.name.removeprefix(AXIS)
    found = project.where(Classification, touchpoint=card.touchpoint, axis=axis)
    return _known(lens, found[0].value if found else "")


def _known(lens: Lens, key: str) -> Seen:
    category = lens.known.get(key, lens.unknown)
    return Seen(category.name, category)


_READERS: Mapping[str, Callable[[Lens, Project, Placement, Sequence[Owner]], Seen]] = {
    OWNER: _see_owner,
    EMOTION: _see_emotion,
    EFFECTIVENESS: _see_effectiveness,
    EVIDENCE: _see_evidence,
    COMPLETENESS: _see_completeness,
    AXIS: _see_axis,
}
