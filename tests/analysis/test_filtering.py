"""Choosing cards by what is known about them."""

import pytest

from journeyeditor.analysis.filtering import NONE, Filter, filter_of, filter_text, passing
from journeyeditor.model.choices import ChannelFamily, Role
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    JourneyMap,
    Party,
    Placement,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    make_link,
)


def _project() -> Project:
    place = {"stage": "stage", "segment": "segment"}
    return Project(
        [
            make(JourneyMap, id="map", name="Map", order="V"),
            make(Stage, id="stage", map="map", name="S", order="V"),
            make(Segment, id="segment", map="map", name="S", order="V"),
            make(Channel, id="mail", name="Mail", family=ChannelFamily.DOCUMENTS),
            make(Party, id="ana", name="Ana"),
            make(Touchpoint, id="p1", name="One", channel="mail"),
            make(Touchpoint, id="p2", name="Two"),
            make_link(Responsibility, subject="p1", party="ana", role=Role.ACCOUNTABLE),
            make_link(Responsibility, subject="p2", party="ana", role=Role.SUPPORTS),
            make(Placement, id="a", touchpoint="p1", emotion=-1.6, critical=True, order="A",
                 **place),
            make(Placement, id="b", touchpoint="p1", emotion=0.2, order="B", **place),
            make(Placement, id="c", touchpoint="p2", order="C", **place),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "cards"),
    [
        (Filter(), "abc"),
        (Filter(critical=True), "a"),
        (Filter(emotions=frozenset({-2})), "a"),
        (Filter(emotions=frozenset({0, None})), "bc"),
        (Filter(channels=frozenset({"mail"})), "ab"),
        (Filter(channels=frozenset({NONE})), "c"),
        (Filter(owners=frozenset({"ana"})), "ab"),
        (Filter(owners=frozenset({NONE})), "c"),
        (Filter(owners=frozenset({NONE, "ana"})), "abc"),
        (Filter(incomplete=True), "abc"),
        (Filter(channels=frozenset({"mail"}), emotions=frozenset({0})), "b"),
    ],
)
def test_the_cards_that_pass(chosen: Filter, cards: str) -> None:
    assert passing(_project(), "map", chosen) == set(cards)


def test_how_many_conditions_there_are() -> None:
    assert Filter().count == 0
    assert Filter(owners=frozenset({"a", "b"}), critical=True).count == 3


def test_a_filter_is_kept_as_text_without_what_is_gone() -> None:
    project = Project([make(Party, id="ana", name="Ana")])
    filter = Filter(frozenset({"ana", NONE}), frozenset({NONE}), frozenset({-2, None}), True, True)
    assert filter_of(filter_text(filter), project) == filter
    assert filter_of(filter_text(filter), Project()).owners == {NONE}
    for broken in ("", "[]", "{", '{"owners": 5}', '{"emotions": ["x"]}'):
        assert filter_of(broken, project) == Filter()
