"""Maps in which every chart has something to show, told by chance."""

import random
from collections.abc import Sequence

from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.catalogue import builtin_axis
from journeyeditor.model.choices import Evidence, Execution, PartyKind, Role
from journeyeditor.model.fields import make
from journeyeditor.model.records import Classification, Segment, make_link
from tests.analysis.building import TODAY, MapInWords


def random_facts(rng: random.Random, names: Sequence[str]) -> MapFacts:
    """A map of up to 8 stages by 4 segments whose things have these names."""
    stages = {f"{number}": rng.randint(0, 5) for number in range(rng.randint(0, 8))}
    map = MapInWords(stages, tuple(f"{number}" for number in range(rng.randint(0, 4))))
    _rename(map, rng, names)
    parties = [map.party(rng.choice(names), rng.choice([*PartyKind])) for _ in range(4)]
    axis, values = builtin_axis("medium")
    for record in (axis, *values):
        map.add(record)
    metric = map.metric(rng.choice(names), unit=rng.choice(("%", "", "min")))
    for stage in list(map.stages.values())[: rng.randint(0, 3)]:
        map.measure(metric, stage.id, (TODAY, float(rng.randint(0, 90))), baseline=20, target=50)
    if map.stages and map.segments:
        for _ in range(rng.randint(0, 30)):
            _card(map, rng, names, parties)
    for touchpoint in list(map.records.values()):
        if type(touchpoint).__name__ == "Touchpoint" and rng.random() < 0.6:
            ends = {"touchpoint": touchpoint.id, "axis": axis.id, "value": rng.choice(values).id}
            map.add(make_link(Classification, **ends))
    return facts_of(map.project(), map.map.id, TODAY)


def _rename(map: MapInWords, rng: random.Random, names: Sequence[str]) -> None:
    for found in (map.stages, map.segments):
        for key, record in found.items():
            values = {name: getattr(record, name) for name in type(record).__dataclass_fields__}
            found[key] = map.add(make(type(record), **{**values, "name": rng.choice(names)}))
    if map.segments and rng.random() < 0.3:
        rival = next(iter(map.segments.values()))
        assert isinstance(rival, Segment)


def _card(map: MapInWords, rng: random.Random, names: Sequence[str], parties: list) -> None:
    def rating() -> int | None:
        return rng.choice((None, 1, 2, 3, 4, 5, 5))

    touchpoint = map.touchpoint(
        rng.choice(names), code=f"TP-{rng.randint(1, 999):03}", effectiveness=rating(),
        usage=rating(), evidence=rng.choice((None, *Evidence)),
    )  # fmt: skip
    card = map.card(
        rng.choice([*map.stages]), rng.choice((None, -2.0, -1.0, 0.0, 0.5, 2.0)),
        segment=rng.choice([*map.segments]), of=touchpoint, importance=rating(),
        satisfaction=rating(), critical=rng.random() < 0.2,
    )  # fmt: skip
    for party in rng.sample(parties, rng.randint(0, 2)):
        map.owns(party, touchpoint.id, rng.choice([*Role]))
    if rng.random() < 0.3:
        map.process(rng.choice(names), touchpoint.id, execution=rng.choice((None, *Execution)))
        map.data(rng.choice(names), touchpoint.id, collected=rng.random() < 0.5)
        map.improvement(rng.choice(names), subject=card.id, impact=rating(), effort=rating())
