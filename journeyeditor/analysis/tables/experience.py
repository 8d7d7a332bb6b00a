"""Tables of what customers live through: curves, critical moments, ratings, segments apart."""

from collections.abc import Iterator

from journeyeditor.analysis.critical import REASON_NAMES, critical_moments
from journeyeditor.analysis.curves import curves, divergences, felt
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import Leads, to_cards
from journeyeditor.analysis.table import NONE, Row, Table, name, number
from journeyeditor.analysis.tables.stages import segment_leads
from journeyeditor.analysis.usage import NEED_NAMES, QUADRANT_NAMES, usage, values
from journeyeditor.model.records import Placement, Segment, Stage
from journeyeditor.translation import Translator


def curves_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("card", placement)."""
    columns = (*card_columns(tr), tr("Emotion"))
    rows = (
        Row(("card", card.id), (*card_cells(facts, card, tr), _emotion(card, tr)), to_cards([card]))
        for curve in facts.once(curves)
        for card in curve.points
    )
    return Table(columns, tuple(rows))


def moments_table(facts: MapFacts, tr: Translator) -> Table:
    """Critical moments, marked and suggested. Keys: ("card", placement)."""
    found = critical_moments(facts)
    columns = (*card_columns(tr), tr("Emotion"), tr("Critical"))
    reasons = {card.id: tr("Marked") for card in found.marked}
    for card, why in found.suggested:
        said = ", ".join(tr(REASON_NAMES[reason]) for reason in why)
        reasons[card.id] = tr("Suggested: {reasons}", reasons=said.lower())
    cards = (*found.marked, *(card for card, _ in found.suggested))
    rows = (
        Row(("card", card.id), (*card_cells(facts, card, tr), _emotion(card, tr), reasons[card.id]),
            to_cards([card]))
        for card in cards
    )  # fmt: skip
    return Table(columns, tuple(rows))


def peaks_table(facts: MapFacts, tr: Translator) -> Table:
    """What each segment remembers: peak and end of its curve. Keys: ("segment", id)."""
    columns = (tr("Segment"), tr("Rated cards"), tr("Of"), tr("Mean emotion"), tr("Peak"),
               tr("End"), tr("Lowest"))  # fmt: skip
    rows = (
        Row(
            ("segment", it.segment.id),
            (
                name(tr, it.segment.name),
                number(tr, len(it.points)),
                number(tr, it.total),
                number(tr, it.mean, 1, signed=True),
                _moment(facts, it.peak, tr),
                _moment(facts, it.end, tr),
                ", ".join(_moment(facts, card, tr) for card in it.lowest[:2]) or NONE,
            ),
            segment_leads(facts, it.segment),
        )
        for it in facts.once(curves)
    )
    return Table(columns, tuple(rows))


def divergence_table(facts: MapFacts, tr: Translator) -> Table:
    """The stages where segments lie far apart. Keys: ("stage", id)."""
    columns = (tr("Stage"), tr("Higher"), tr("Mean emotion"), tr("Lower"), tr("Mean emotion"),
               tr("Rated cards"))  # fmt: skip
    rows = []
    for it in divergences(facts):
        cards = facts.cell(it.stage, it.high) + facts.cell(it.stage, it.low)
        cells = (
            name(tr, it.stage.name),
            name(tr, it.high.name),
            number(tr, it.high_mean, 1, signed=True),
            name(tr, it.low.name),
            number(tr, it.low_mean, 1, signed=True),
            number(tr, it.high_cases + it.low_cases),
        )
        leads = Leads(tuple(c.id for c in cards if c.emotion is not None), stages=(it.stage.id,))
        rows.append(Row(("stage", it.stage.id), cells, leads))
    return Table(columns, tuple(rows))


def usage_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("touchpoint", id); places: what shares a spot, as ("spot", usage, effectiveness)."""
    columns = (tr("Touchpoint"), tr("Effectiveness"), tr("Usage"), tr("Quadrant"))
    rows = tuple(
        Row(
            ("touchpoint", it.touchpoint.id),
            (name(tr, it.touchpoint.name), number(tr, it.effectiveness), number(tr, it.usage),
             tr(QUADRANT_NAMES[it.quadrant])),
            to_cards(facts.cards_of[it.touchpoint.id]),
        )
        for it in facts.once(usage).rated
    )  # fmt: skip
    spots = ((it.usage, it.effectiveness) for it in facts.once(usage).rated)
    return Table(columns, rows, shared_spots(zip(spots, rows, strict=True)))


def values_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("card", placement); places as of `usage_table`."""
    columns = (*card_columns(tr), tr("Importance"), tr("Satisfaction"), tr("Quadrant"))
    rows = tuple(
        Row(
            ("card", it.card.id),
            (*card_cells(facts, it.card, tr), number(tr, it.importance),
             number(tr, it.satisfaction), tr(NEED_NAMES[it.need])),
            to_cards([it.card]),
        )
        for it in facts.once(values)
    )  # fmt: skip
    spots = ((it.satisfaction, it.importance) for it in facts.once(values))
    return Table(columns, rows, shared_spots(zip(spots, rows, strict=True)))


def shared_spots(
    rows: Iterator[tuple[tuple[int, int], Row]],
) -> dict[tuple[str, ...], Leads]:
    """Where all that shares a spot of a chart leads, by ("spot", x, y)."""
    places: dict[tuple[str, ...], list[str]] = {}
    for (x, y), row in rows:
        places.setdefault(("spot", str(x), str(y)), []).extend(row.leads.placements)
    return {key: Leads(tuple(dict.fromkeys(cards))) for key, cards in places.items()}


def card_columns(tr: Translator) -> tuple[str, str, str]:
    """The titles of what tells a card from others."""
    return tr("Touchpoint"), tr("Stage"), tr("Segment")


def card_cells(facts: MapFacts, card: Placement, tr: Translator) -> tuple[str, str, str]:
    """What tells a card from others."""
    stage, segment = facts.project.get(Stage, card.stage), facts.project.get(Segment, card.segment)
    return (
        name(tr, facts.touchpoint(card).name),
        name(tr, stage.name),
        name(tr, segment.name),
    )


def _emotion(card: Placement, tr: Translator) -> str:
    return number(tr, card.emotion, 1, signed=True)


def _moment(facts: MapFacts, card: Placement | None, tr: Translator) -> str:
    if card is None:
        return NONE
    value = number(tr, felt(card), 1, signed=True)
    return f"{name(tr, facts.touchpoint(card).name)} ({value})"
