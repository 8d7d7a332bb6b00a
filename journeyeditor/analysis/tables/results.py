"""Tables of what came out: metrics, funnels, effects, reviews, rivals, improvements, two maps."""

from collections.abc import Sequence

from journeyeditor.analysis.comparison import Comparison
from journeyeditor.analysis.evidence import knowledge
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import Leads, to_cards
from journeyeditor.analysis.funnel import funnels
from journeyeditor.analysis.improvements import WORTH_NAMES, improvements
from journeyeditor.analysis.metrics import TREND_NAMES, effects, standings, subject_name
from journeyeditor.analysis.rivals import rivalries
from journeyeditor.analysis.table import NONE, Row, Table, name, number, percent
from journeyeditor.analysis.tables.experience import card_cells, card_columns, shared_spots
from journeyeditor.analysis.wording import Figure
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Party, Placement
from journeyeditor.translation import Translator


def metrics_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("measure", id)."""
    columns = (tr("Metric"), tr("Of"), tr("Current"), tr("Baseline"), tr("Target"), tr("Readings"),
               tr("Way to the target"), tr("Since baseline"))  # fmt: skip
    rows = []
    for it in facts.once(standings):
        values = (it.current, it.measure.baseline, it.measure.target)
        cells = (
            name(tr, it.metric.name),
            name(tr, subject_name(facts, it.measure)),
            *(_figure(value, it.metric.unit, tr) for value in values),
            number(tr, len(it.readings)),
            percent(tr, it.progress),
            tr(TREND_NAMES[it.since_baseline]) if it.since_baseline else NONE,
        )
        key = ("measure", it.measure.id)
        rows.append(Row(key, cells, subject_leads(facts, it.measure.subject)))
    return Table(columns, tuple(rows))


def _figure(value: float | None, unit: str, tr: Translator) -> str:
    return NONE if value is None else Figure(value, unit).said(tr)


def subject_leads(facts: MapFacts, subject: Id) -> Leads:
    """To a touchpoint's cards, a stage, a segment, or all cards of the map."""
    if subject in facts.cards_of:
        return to_cards(facts.cards_of[subject])
    if any(stage.id == subject for stage in facts.stages):
        return Leads(stages=(subject,))
    if any(segment.id == subject for segment in facts.segments):
        return Leads(segments=(subject,))
    return to_cards(facts.cards)


def funnel_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("step", metric, stage)."""
    columns = (tr("Metric"), tr("Stage"), tr("Value"), tr("Of the stage before"))
    rows = (
        Row(
            ("step", funnel.metric.id, step.stage.id),
            (name(tr, funnel.metric.name), name(tr, step.stage.name),
             _figure(step.value, funnel.metric.unit, tr), percent(tr, step.conversion)),
            Leads(stages=(step.stage.id,)),
        )
        for funnel in facts.once(funnels)
        for step in funnel.steps
    )  # fmt: skip
    return Table(columns, tuple(rows))


def effect_table(facts: MapFacts, tr: Translator) -> Table:
    """What finished improvements did to their metrics. Keys: ("improvement", id)."""
    columns = (tr("Improvement"), tr("Metric"), tr("Before"), tr("After"), tr("Effect"))
    rows = []
    for it in effects(facts):
        unit = it.standing.metric.unit
        cells = (
            name(tr, it.improvement.title),
            name(tr, it.standing.metric.name),
            _figure(it.before, unit, tr),
            _figure(it.after, unit, tr),
            tr(TREND_NAMES[it.trend]) if it.trend else tr("Not known yet"),
        )
        leads = subject_leads(facts, it.standing.measure.subject)
        rows.append(Row(("improvement", it.improvement.id), cells, leads))
    return Table(columns, tuple(rows))


def review_table(facts: MapFacts, tr: Translator) -> Table:
    """The touchpoints past their review date, longest first. Keys: ("touchpoint", id)."""
    columns = (tr("Touchpoint"), tr("Review date"), tr("Days ago"))
    rows = []
    for it in sorted(facts.once(knowledge).stale, key=lambda it: (str(it.review_date), it.id)):
        assert it.review_date
        cells = (name(tr, it.name), it.review_date.isoformat(),
                 number(tr, (facts.today - it.review_date).days))  # fmt: skip
        rows.append(Row(("touchpoint", it.id), cells, to_cards(facts.cards_of[it.id])))
    return Table(columns, tuple(rows))


def rival_table(facts: MapFacts, tr: Translator) -> Table:
    """Competitors at each stage against us. Keys: ("rival", stage, segment)."""
    columns = (tr("Stage"), tr("Competitor"), tr("Their emotion"), tr("Rated cards"),
               tr("Our emotion"), tr("Rated cards"), tr("Their lead"), tr("Their cards"),
               tr("Our cards"))  # fmt: skip
    rows = []
    for it in rivalries(facts):
        cells = (
            name(tr, it.stage.name),
            name(tr, it.rival.name),
            number(tr, it.theirs, 1, signed=True),
            number(tr, it.their_cases),
            number(tr, it.ours, 1, signed=True),
            number(tr, it.our_cases),
            number(tr, it.lead, 1, signed=True),
            number(tr, it.their_cards),
            number(tr, it.our_cards),
        )
        cards = facts.cell(it.stage, it.rival) + facts.column(it.stage)
        leads = Leads(tuple(card.id for card in cards), stages=(it.stage.id,))
        rows.append(Row(("rival", it.stage.id, it.rival.id), cells, leads))
    return Table(columns, tuple(rows))


def improvement_table(facts: MapFacts, tr: Translator) -> Table:
    """By rank. Keys: ("improvement", id); places: what shares a spot of effort and impact."""
    columns = (tr("#"), tr("Improvement"), tr("State"), tr("Impact"), tr("Effort"), tr("Worth"),
               tr("Owner"), tr("Due"), tr("Cards"))  # fmt: skip
    rows = []
    spots = []
    for place, it in enumerate(facts.once(improvements), 1):
        what = it.improvement
        owner = facts.project.find(Party, what.owner)
        due = what.due.isoformat() if what.due else NONE
        cells = (
            number(tr, place),
            name(tr, what.title),
            choice_name(what.state, tr.language),
            number(tr, what.impact),
            number(tr, what.effort),
            tr(WORTH_NAMES[it.worth]) if it.worth else NONE,
            name(tr, owner.name) if owner else NONE,
            tr("{date}, overdue", date=due) if it.overdue else due,
            number(tr, len(it.cards)),
        )
        rows.append(Row(("improvement", what.id), cells, to_cards(it.cards)))
        if what.impact is not None and what.effort is not None:
            spots.append(((what.effort, what.impact), rows[-1]))
    return Table(columns, tuple(rows), shared_spots(iter(spots)))


def compared_curves_table(found: Comparison, tr: Translator) -> Table:
    """The rated cards of both maps, segment by segment. Keys: ("card", placement)."""
    columns = (*card_columns(tr), tr("Map"), tr("Emotion"))
    rows = (
        Row(
            ("card", card.id),
            (*card_cells(facts, card, tr), name(tr, facts.map.name),
             number(tr, card.emotion, 1, signed=True)),
            to_cards([card]),
        )
        for pair in found.curves
        for facts, curve in zip((found.before, found.after), pair, strict=True)
        for card in (curve.points if curve else ())
    )  # fmt: skip
    return Table(columns, tuple(rows))


def stage_change_table(found: Comparison, tr: Translator) -> Table:
    """The stages of two maps side by side. Keys: ("stage", id)."""
    columns = (tr("Stage"), tr("Cards before"), tr("Cards after"), tr("Emotion before"),
               tr("Rated cards"), tr("Emotion after"), tr("Rated cards"))  # fmt: skip
    rows = []
    for it in found.stages:
        stage = it.after or it.before
        assert stage
        title = name(tr, stage.name)
        if it.before is None:
            title = tr("{stage} (new)", stage=title)
        elif it.after is None:
            title = tr("{stage} (gone)", stage=title)
        cells = (
            title,
            number(tr, it.cards_before),
            number(tr, it.cards_after),
            number(tr, it.emotion_before, 1, signed=True),
            number(tr, it.rated_before),
            number(tr, it.emotion_after, 1, signed=True),
            number(tr, it.rated_after),
        )
        rows.append(Row(("stage", stage.id), cells, Leads(stages=(stage.id,))))
    return Table(columns, tuple(rows))


def change_table(found: Comparison, tr: Translator) -> Table:
    """What is new, gone, moved, better, worse. Keys: ("card", placement)."""
    columns = (*card_columns(tr), tr("Change"), tr("Emotion before"), tr("Emotion after"))
    rows = [_changed(found.after, card, tr("New"), None, card, tr) for card in found.new]
    rows += [_changed(found.before, card, tr("Gone"), card, None, tr) for card in found.gone]
    for pair in found.pairs:
        change = pair.change or 0
        words = [tr("Moved")] if pair.moved else []
        words += [tr("Better")] if change > 0 else [tr("Worse")] if change < 0 else []
        if words:
            said = ", ".join(words)
            rows.append(_changed(found.after, pair.after, said, pair.before, pair.after, tr))
    return Table(columns, tuple(rows))


def _changed(
    facts: MapFacts,
    card: Placement,
    what: str,
    old: Placement | None,
    new: Placement | None,
    tr: Translator,
) -> Row:
    emotions: Sequence[str] = [
        number(tr, it.emotion if it else None, 1, signed=True) for it in (old, new)
    ]
    return Row(("card", card.id), (*card_cells(facts, card, tr), what, *emotions), to_cards([card]))
