"""The limits of the analysis, named once; a project may override each of them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from journeyeditor.model.records import ProjectInfo
from journeyeditor.translation import N_, Translator


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every limit with its usual value. Percentages are of 100, ratings 1 to 5, emotions ±2."""

    enough_cards: float = 10
    share_points: float = 8
    share_cards: float = 2
    empty_percent: float = 40
    effective_from: float = 4
    used_from: float = 3
    important_from: float = 4
    satisfied_below: float = 2
    very_negative: float = -1.5
    negative: float = -1
    low_cards: float = 3
    steep_fall: float = 2
    curve_cards: float = 4
    divergence: float = 2
    sole_touchpoints: float = 3
    sole_percent: float = 10
    load_percent: float = 40
    balance_touchpoints: float = 8
    balance_percent: float = 80
    practice_percent: float = 50
    personal_percent: float = 20
    step_percent: float = 80
    assumed_percent: float = 50
    rival_lead: float = 1
    rival_cards: float = 2
    impact_from: float = 4
    effort_up_to: float = 2

    def spoken(self, tr: Translator) -> dict[str, str]:
        """Each limit as a rule's text says it."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: tr.number(value, 0 if value == int(value) else 1)
            for name, value in values.items()
        }


THRESHOLD_TITLES: Mapping[str, str] = {
    "enough_cards": N_("Cards or touchpoints from which gaps and shares are judged"),
    "share_points": N_("Difference between real and expected share, in points"),
    "share_cards": N_("Difference between real and expected share, in cards"),
    "empty_percent": N_("Most cells that may be empty for gaps to be listed, in percent"),
    "effective_from": N_("Effective from"),
    "used_from": N_("Used from"),
    "important_from": N_("Important from"),
    "satisfied_below": N_("Low satisfaction up to"),
    "very_negative": N_("Very negative emotion up to"),
    "negative": N_("Negative emotion up to"),
    "low_cards": N_("Rated cards from which the emotion of a stage is judged"),
    "steep_fall": N_("Steep fall of the emotion from"),
    "curve_cards": N_("Rated cards from which a curve is judged"),
    "divergence": N_("Distance between segments that counts as divergence"),
    "sole_touchpoints": N_("Touchpoints that hang on one person, from"),
    "sole_percent": N_("Share of the map that hangs on one person, in percent, from"),
    "load_percent": N_("Share of touchpoints that is too much for one owner, in percent"),
    "balance_touchpoints": N_("Classified touchpoints from which balance is judged"),
    "balance_percent": N_("Share of one kind that is lopsided, in percent"),
    "practice_percent": N_("Share from which a good practice is established, in percent"),
    "personal_percent": N_("Share of personalised touchpoints that is enough, in percent"),
    "step_percent": N_("Share from which a step of the method is done, in percent"),
    "assumed_percent": N_("Share of assumptions that is too much, in percent"),
    "rival_lead": N_("Lead of a competitor’s emotion that counts"),
    "rival_cards": N_("Rated cards on each side from which a competitor is compared"),
    "impact_from": N_("High impact from"),
    "effort_up_to": N_("Low effort up to"),
}
"""What each limit is called where people change it: English messages."""

_PERCENT, _RATING, _COUNT, _EMOTION = (0, 100, 1), (1, 5, 1), (1, 100, 1), (0, 4, 0.5)
THRESHOLD_RANGES: Mapping[str, tuple[float, float, float]] = {
    "enough_cards": _COUNT,
    "share_points": _PERCENT,
    "share_cards": _COUNT,
    "empty_percent": _PERCENT,
    "effective_from": _RATING,
    "used_from": _RATING,
    "important_from": _RATING,
    "satisfied_below": _RATING,
    "very_negative": (-2, 0, 0.5),
    "negative": (-2, 0, 0.5),
    "low_cards": _COUNT,
    "steep_fall": _EMOTION,
    "curve_cards": _COUNT,
    "divergence": _EMOTION,
    "sole_touchpoints": _COUNT,
    "sole_percent": _PERCENT,
    "load_percent": _PERCENT,
    "balance_touchpoints": _COUNT,
    "balance_percent": _PERCENT,
    "practice_percent": _PERCENT,
    "personal_percent": _PERCENT,
    "step_percent": _PERCENT,
    "assumed_percent": _PERCENT,
    "rival_lead": _EMOTION,
    "rival_cards": _COUNT,
    "impact_from": _RATING,
    "effort_up_to": _RATING,
}
"""Between which values people may set each limit, and in what steps."""


def thresholds(info: ProjectInfo | None) -> Thresholds:
    """The limits of a project: the usual ones, but for those that it overrides.

    Names that no analysis knows, and values that are no number, are passed over.
    """
    overrides = dict(info.thresholds) if info else {}
    known = {field.name for field in fields(Thresholds)}
    return Thresholds(
        **{
            name: value
            for name, value in overrides.items()
            if name in known and math.isfinite(value)
        }
    )
