"""Maps that nobody would make, and that must be drawn all the same."""

import random
from collections.abc import Callable, Iterator, Sequence

from journeyeditor.model.choices import ChannelFamily, PartyKind, Role
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import link_id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Channel,
    JourneyMap,
    Party,
    Placement,
    ProjectInfo,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
)
from tests.drawing.sample import MAP

Name = Callable[[], str]


def random_project(rng: random.Random, names: Sequence[str]) -> Project:
    """A map of up to 4 by 3 cells; `names` go to whatever has a text."""

    def name() -> str:
        return rng.choice(names)

    stages, segments = list(_stages(rng, name)), list(_segments(rng, name))
    touchpoints = [
        make(Touchpoint, name=name(), channel=rng.choice(("c0", "c1", "c2", "c3", None)))
        for _ in range(5)
    ]
    return Project(
        [
            make(ProjectInfo, uuid="1", name=name(), client=name(), author=name()),
            make(JourneyMap, id=MAP, name=name(), version=name(), order="V"),
            make(Asset, id="picture", sha256="00", mime="image/png"),
            *_catalogues(rng, name),
            *_duties(rng, touchpoints),
            *(stages + segments + touchpoints),
            *_cards(rng, stages, segments, touchpoints),
        ]
    )


def _catalogues(rng: random.Random, name: Name) -> Iterator[Record]:
    for i in range(4):
        yield make(Party, id=f"p{i}", name=name(), kind=rng.choice(list(PartyKind)))
        family = rng.choice(list(ChannelFamily))
        yield make(Channel, id=f"c{i}", name=name(), family=family, icon=name())


def _stages(rng: random.Random, name: Name) -> Iterator[Record]:
    for i in range(rng.randint(0, 4)):
        yield make(
            Stage,
            map=MAP,
            name=name(),
            goal=name(),
            importance=rng.randint(0, 5),
            width=rng.choice((120, 144, 213.7, 600)),
            order=str(i),
        )


def _segments(rng: random.Random, name: Name) -> Iterator[Record]:
    for i in range(rng.randint(0, 3)):
        picture = rng.choice(("picture", None))
        yield make(Segment, map=MAP, name=name(), description=name(), picture=picture, order=str(i))


def _duties(rng: random.Random, touchpoints: Sequence[Record]) -> Iterator[Record]:
    for touchpoint in touchpoints:
        for i in rng.sample(range(4), rng.randint(0, 4)):
            role = rng.choice(list(Role))
            id = link_id("Responsibility", touchpoint.id, f"p{i}", role)
            yield make(Responsibility, id=id, subject=touchpoint.id, party=f"p{i}", role=role)


def _cards(
    rng: random.Random,
    stages: Sequence[Record],
    segments: Sequence[Record],
    touchpoints: Sequence[Record],
) -> Iterator[Record]:
    for stage in stages:
        for segment in segments:
            for i in range(rng.choice((0, 1, 2, 7))):
                yield make(
                    Placement,
                    touchpoint=rng.choice(touchpoints).id,
                    stage=stage.id,
                    segment=segment.id,
                    emotion=rng.choice((None, -2, -1.5, -0.4, 0, 0.5, 1, 2)),
                    critical=rng.random() < 0.3,
                    order=str(i),
                )
