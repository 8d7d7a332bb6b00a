"""The present against the future."""

from journeyeditor.analysis.comparison import Comparison, compare
from journeyeditor.analysis.facts import facts_of
from journeyeditor.model.edits.maps import duplicate_map
from journeyeditor.model.fields import make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage, Touchpoint
from tests.analysis.building import TODAY, MapInWords


def compared(project: Project) -> Comparison:
    before, after = project.maps()
    return compare(facts_of(project, before.id, TODAY), facts_of(project, after.id, TODAY))


def present() -> MapInWords:
    it = MapInWords({"See": 3, "Buy": 3}, ("Buyers", "Firms"))
    it.card("See", -1, of=it.touchpoint("Advert"))
    it.card("Buy", 1, of=it.touchpoint("Till"))
    it.card("Buy", 0, of=it.touchpoint("Call"), segment="Firms")
    return it


def twin(project: Project, name: str) -> Placement:
    """The later map's card of that touchpoint."""
    later = {stage.id for stage in project.stages(project.maps()[1].id)}
    return next(
        card
        for card in project.all(Placement)
        if card.stage in later and project.get(Touchpoint, card.touchpoint).name == name
    )


def test_a_fresh_copy_is_the_same() -> None:
    it = present()
    change = duplicate_map(it.project(), it.map.id, "Future")
    assert change is not None
    found = compared(it.project().apply(change))
    assert (found.new, found.gone, found.moved, found.better, found.worse) == ((), (), (), (), ())
    assert len(found.pairs) == 3
    assert [stage.cards_after for stage in found.stages] == [1, 2]


def test_what_is_new_gone_moved_better_and_worse() -> None:
    it = present()
    change = duplicate_map(it.project(), it.map.id, "Future")
    assert change is not None
    project = it.project().apply(change)
    advert, till, call = (twin(project, name) for name in ("Advert", "Till", "Call"))
    see, buy = project.stages(project.maps()[1].id)
    records = {record.id: record for record in project}
    records[advert.id] = revise(advert, emotion=1.5, stage=buy.id)
    records[call.id] = revise(call, emotion=-1, segment=advert.segment)
    del records[till.id]
    new = make(Placement, touchpoint=till.touchpoint, stage=see.id, segment=call.segment, order="V")
    records[new.id] = new
    records[see.id] = revise(see, name="Discover")
    found = compared(Project(records.values()))
    assert found.new == (new,)
    assert [project.get(Touchpoint, card.touchpoint).name for card in found.gone] == ["Till"]
    moved = {pair.after.id: pair.change for pair in found.moved}
    assert moved == {advert.id: 2.5, call.id: -1}
    assert [pair.after.id for pair in found.better] == [advert.id]
    assert [pair.after.id for pair in found.worse] == [call.id]
    first, second = found.stages
    assert first.after is not None
    assert (first.after.name, first.cards_before, first.cards_after) == ("Discover", 1, 1)
    assert (first.emotion_before, first.emotion_after, first.rated_after) == (-1, None, 0)
    assert (second.emotion_before, second.emotion_after, second.rated_after) == (0.5, 0.25, 2)
    old, future = found.curves[0]
    assert old is not None
    assert future is not None
    assert (len(old.points), len(future.points)) == (2, 2)


def test_maps_drawn_apart_are_compared_by_name() -> None:
    it = present()
    other = it.add(make(JourneyMap, name="Future", order="W"))
    buy = it.add(make(Stage, map=other.id, name="buy", order="V"))
    stay = it.add(make(Stage, map=other.id, name="Stay", order="W"))
    buyers = it.add(make(Segment, map=other.id, name="Buyers", order="V"))
    place = {"segment": buyers.id, "order": "V"}
    it.add(make(Placement, touchpoint=it.touchpoint("TILL").id, stage=buy.id, **place))
    it.add(make(Placement, touchpoint=it.touchpoint("Advert").id, stage=stay.id, **place))
    again = {**place, "order": "W"}
    second = it.add(make(Placement, touchpoint=it.touchpoint("till").id, stage=stay.id, **again))
    found = compared(it.project())
    assert found.new == (second,)
    assert len(found.pairs) == 2
    assert len(found.moved) == 1
    assert len(found.gone) == 1
    names = [((a := s.before) and a.name, (b := s.after) and b.name) for s in found.stages]
    assert names == [("Buy", "buy"), (None, "Stay"), ("See", None)]
