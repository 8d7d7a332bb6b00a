"""Maps that nobody would make, and that must be drawn all the same."""

import random
from collections.abc import Callable, Iterator, Sequence

from journeyeditor.model.choices import ChannelFamily, Evidence, LaneKind, PartyKind, Role
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import link_id
from journeyeditor.model.lanes import FREE
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Axis,
    AxisValue,
    Channel,
    Classification,
    Improvement,
    JourneyMap,
    Lane,
    LaneText,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    ProjectInfo,
    Quote,
    Reading,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    make_link,
)
from tests.drawing.sample import MAP

Name = Callable[[], str]


def random_project(rng: random.Random, names: Sequence[str]) -> Project:
    """A map of up to 4 by 3 cells; `names` go to whatever has a text."""

    def name() -> str:
        return rng.choice(names)

    stages, segments = list(_stages(rng, name)), list(_segments(rng, name))
    touchpoints = [
        make(
            Touchpoint,
            name=name(),
            channel=rng.choice(("c0", "c1", "c2", "c3", None)),
            effectiveness=rng.choice((None, 1, 5)),
            evidence=rng.choice((None, *Evidence)),
        )
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
            *(cards := list(_cards(rng, name, stages, segments, touchpoints))),
            *_backstage(rng, name, touchpoints, cards),
            *_lanes(rng, name, stages, segments),
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


def _backstage(
    rng: random.Random, name: Name, touchpoints: Sequence[Record], cards: Sequence[Record]
) -> Iterator[Record]:
    """What is known of the touchpoints and cards."""
    yield make(Process, id="process", name=name())
    yield make(Metric, id="metric", name=name(), unit=name())
    yield make(Axis, id="axis", name=name(), order="V")
    for i in range(10):
        yield make(AxisValue, id=f"v{i}", axis="axis", name=name(), order=f"V{i}")
    for touchpoint in touchpoints:
        id = touchpoint.id
        if rng.random() < 0.5:
            value = f"v{rng.randrange(10)}"
            yield make_link(Classification, touchpoint=id, axis="axis", value=value)
            yield make_link(ProcessUse, touchpoint=id, process="process")
            measure = make(Measure, metric="metric", subject=id, target=1234.5)
            yield measure
            yield make(Reading, measure=measure.id, value=0.25)
    for subject in (*touchpoints, *cards):
        if rng.random() < 0.2:
            yield make(Improvement, title=name(), subject=subject.id, order="V")
    for card in cards:
        if rng.random() < 0.2:
            yield make(Quote, placement=card.id, text=name(), source=name(), order="V")


def _lanes(
    rng: random.Random, name: Name, stages: Sequence[Record], segments: Sequence[Record]
) -> Iterator[Record]:
    """Some lanes of any kinds, with something in the cells of the free ones."""
    for i, kind in enumerate(rng.sample(list(LaneKind), rng.choice((0, 1, 3, 6)))):
        title = rng.choice(("", name()))
        lane = make(
            Lane, map=MAP, kind=kind, title=title, visible=rng.random() < 0.8, order=f"V{i:02}"
        )
        yield lane
        for stage in stages:
            for segment in segments:
                if kind in FREE and rng.random() < 0.4:
                    ends = {"lane": lane.id, "stage": stage.id, "segment": segment.id}
                    picture = rng.choice(("picture", None))
                    yield make_link(LaneText, **ends, text=name(), picture=picture)


def _cards(
    rng: random.Random,
    name: Name,
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
                    needs=tuple(name() for _ in range(rng.randrange(3))),
                    obstacles=tuple(name() for _ in range(rng.randrange(3))),
                    order=str(i),
                )
