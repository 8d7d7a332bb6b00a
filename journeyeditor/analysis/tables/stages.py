"""Tables of stages and segments: distribution, heat map, presence, and the method's steps."""

from collections.abc import Sequence

from journeyeditor.analysis.distribution import distribution
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import Leads, to_cards
from journeyeditor.analysis.heat import heat_map, presences
from journeyeditor.analysis.method import progress
from journeyeditor.analysis.table import Key, Row, Table, name, number, percent
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Segment, Stage
from journeyeditor.translation import Translator


def distribution_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("bar", stage)."""
    spread = facts.once(distribution)
    columns = (tr("Stage"), tr("Importance"), tr("Cards"), tr("Real share"), tr("Expected share"),
               tr("Difference in points"))  # fmt: skip
    rows = (
        Row(
            ("bar", it.stage.id),
            (
                name(tr, it.stage.name),
                number(tr, it.stage.importance),
                number(tr, it.count),
                percent(tr, it.real),
                percent(tr, it.expected),
                number(tr, it.points, signed=True),
            ),
            stage_leads(facts, it.stage),
        )
        for it in spread.stages
    )
    return Table(columns, tuple(rows))


def heat_table(facts: MapFacts, tr: Translator) -> Table:
    """A row for each cell. Keys: ("cell", stage, segment); places: whole stages and segments."""
    grid = facts.once(heat_map)
    columns = (tr("Segment"), tr("Stage"), tr("Cards"), tr("Mean emotion"), tr("Rated cards"),
               tr("Completeness"), tr("Importance − satisfaction"),
               tr("Cards with both"))  # fmt: skip
    rows = []
    for segment in facts.segments:
        for stage in facts.stages:
            heat = grid.cells[stage.id, segment.id]
            cells = (
                name(tr, segment.name),
                name(tr, stage.name),
                number(tr, heat.count),
                number(tr, heat.emotion, 1, signed=True),
                number(tr, heat.rated),
                percent(tr, heat.completeness),
                number(tr, heat.gap, 1, signed=True),
                number(tr, heat.gaps),
            )
            rows.append(Row(("cell", stage.id, segment.id), cells, _cell(facts, stage, segment)))
    places: dict[Key, Leads] = {}
    for stage in facts.stages:
        places["stage", stage.id] = stage_leads(facts, stage)
    for segment in facts.segments:
        places["segment", segment.id] = segment_leads(facts, segment)
    return Table(columns, tuple(rows), places)


def presence_table(facts: MapFacts, tr: Translator) -> Table:
    """What most segments have comes first. Keys: ("touchpoint", id)."""
    columns = (tr("Touchpoint"), tr("Has it"), tr("Lacks it"))
    names = {segment.id: name(tr, segment.name) for segment in facts.segments}

    def listed(segments: Sequence[Segment]) -> str:
        return ", ".join([names[segment.id] for segment in segments])

    rows = (
        Row(
            ("touchpoint", it.touchpoint.id),
            (name(tr, it.touchpoint.name), listed(it.has), listed(it.lacks)),
            to_cards(facts.cards_of[it.touchpoint.id]),
        )
        for it in sorted(presences(facts), key=lambda it: len(it.lacks))
    )
    return Table(columns, tuple(rows))


def steps_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("step", id)."""
    columns = (tr("Step"), tr("Counted"), tr("Done"), tr("Of"), tr("State"))
    rows = (
        Row(
            ("step", it.id),
            (tr(it.title), tr(it.definition), number(tr, it.done), number(tr, it.total),
             tr("done") if it.complete else tr("open")),
        )
        for it in facts.once(progress).steps
    )  # fmt: skip
    return Table(columns, tuple(rows))


def stage_leads(facts: MapFacts, stage: Stage) -> Leads:
    """To all cards of a stage, or to the stage itself."""
    return Leads(tuple(card.id for card in facts.column(stage)), stages=(stage.id,))


def segment_leads(facts: MapFacts, segment: Segment) -> Leads:
    """To all cards of a segment, or to the segment itself."""
    return Leads(tuple(card.id for card in facts.row(segment)), segments=(segment.id,))


def _cell(facts: MapFacts, stage: Stage, segment: Segment) -> Leads:
    place: tuple[tuple[Id, Id], ...] = ((stage.id, segment.id),)
    return Leads(tuple(card.id for card in facts.cell(stage, segment)), cells=place)
