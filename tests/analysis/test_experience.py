"""Emotion curves, critical moments, and competitors."""

from journeyeditor.analysis.critical import Reason, critical_moments
from journeyeditor.analysis.curves import curves, divergences
from journeyeditor.analysis.rivals import rivalries
from journeyeditor.model.choices import Role, SegmentKind
from journeyeditor.model.fields import revise
from tests.analysis.building import MapInWords

STAGES = {"See": 3, "Buy": 3, "Stay": 3}


def test_a_stage_of_low_emotion_is_told_from_a_few_cards_on() -> None:
    map = MapInWords({"Wait": 3, "Use": 3})
    cards = [map.card("Wait", emotion) for emotion in (-1.0, -2.0)]
    assert map.says("low_stage") == []
    cards.append(map.card("Wait", -0.5))
    map.card("Wait")
    map.card("Use", -2.0)
    assert map.says("low_stage") == [
        ("Wait: the customer suffers", "mean emotion −1.2 (3 rated cards)")
    ]
    [found] = map.findings("low_stage")
    assert found.leads.placements == tuple(card.id for card in cards)


def test_a_curve_has_a_peak_an_end_and_falls() -> None:
    it = MapInWords(STAGES)
    see = it.card("See", 2)
    it.card("See")
    buy = it.card("Buy", -2)
    stay = it.card("Stay", 1)
    [curve] = curves(it.facts())
    assert curve.points == (see, buy, stay)
    assert curve.total == 4
    assert curve.mean == 1 / 3
    assert curve.peak == see  # the first of those furthest from neutral
    assert curve.end == stay
    assert curve.lowest == (buy,)
    assert curve.falls(2) == ((see, buy),)
    assert curve.falls(4.5) == ()


def test_a_curve_of_nothing() -> None:
    [curve] = curves(MapInWords(STAGES).facts())
    assert (curve.mean, curve.peak, curve.end, curve.lowest) == (None, None, None, ())


def test_moments_are_suggested_with_their_reasons() -> None:
    it = MapInWords(STAGES)
    marked = it.card("See", 1, critical=True)
    it.card("See", 1)
    deep = it.card("Buy", -1, importance=4, satisfaction=2)
    it.card("Buy", 0, importance=5, satisfaction=3)
    calm = it.card("Stay", 1, importance=4, satisfaction=1)
    moments = critical_moments(it.facts())
    assert moments.marked == (marked,)
    assert moments.suggested == (
        (deep, (Reason.FALL, Reason.LOWEST, Reason.UNSATISFIED)),
        (calm, (Reason.UNSATISFIED,)),
    )
    [finding] = it.findings("suggested_moments")
    assert finding.leads.placements == (deep.id, calm.id)


def test_moments_that_are_not_suggested() -> None:
    short = MapInWords(STAGES)
    for emotion in (0, -1, 0):
        short.card("See", emotion)
    twice = MapInWords(STAGES)
    for emotion in (0, -1, 0, -1):
        twice.card("See", emotion)
    mild = MapInWords(STAGES)
    for emotion in (1, 0, 1, 1):
        mild.card("See", emotion)
    cooling = MapInWords(STAGES)
    for emotion in (2, 0, 2, 0):
        cooling.card("See", emotion)
    for it in (short, twice, mild, cooling):
        assert critical_moments(it.facts()).suggested == ()


def test_critical_moments_that_hurt_or_that_nobody_cares_for() -> None:
    it = MapInWords(STAGES)
    till, call = it.touchpoint("Till"), it.touchpoint("Call")
    bad = it.card("Buy", -2, of=till, critical=True)
    it.card("Stay", 2, of=call, critical=True)
    assert it.says("very_negative_moments") == [
        ("1 of 2 critical moments is very negative", "Till")
    ]
    assert it.says("critical_without_owner") == [
        ("2 critical moments without an owner", "Till, Call")
    ]
    assert it.says("critical_without_improvement") == [
        ("1 negative critical moment without an improvement", "Till")
    ]
    it.improvement("More tills", subject=bad.id)
    it.owns(it.party("Ana"), till.id, Role.ACCOUNTABLE)
    assert not it.findings("critical_without_improvement")
    assert it.says("critical_without_owner")[0][1] == "Call"


def test_a_journey_that_ends_badly() -> None:
    it = MapInWords(STAGES)
    for emotion in (1, 1, 0):
        it.card("See", emotion)
    goodbye = it.card("Stay", -1, of=it.touchpoint("Goodbye"))
    assert it.says("bad_end") == [("Buyers: ends badly", "Goodbye: −1.0 (last of 4 rated cards)")]
    assert it.findings("bad_end")[0].leads.placements == (goodbye.id,)
    it.card("Stay", 0)
    assert not it.findings("bad_end")


def test_segments_that_live_a_stage_differently() -> None:
    it = MapInWords(STAGES, ("Buyers", "Firms", "Fans"))
    for emotion, segment in ((1, "Buyers"), (2, "Buyers"), (-1, "Firms"), (0, "Fans")):
        it.card("Buy", emotion, segment=segment)
    it.card("See", 2)
    [found] = divergences(it.facts())
    assert (found.stage.name, found.high.name, found.low.name) == ("Buy", "Buyers", "Firms")
    assert (found.high_mean, found.high_cases, found.low_mean, found.low_cases) == (1.5, 2, -1, 1)
    assert it.says("divergence") == [
        ("Buy: segments diverge", "Buyers +1.5, Firms −1.0 (3 rated cards)")
    ]


def test_a_competitor_is_compared_and_no_more() -> None:
    it = MapInWords(STAGES, ("Buyers", "Rival"))
    it.add(revise(it.segments["Rival"], kind=SegmentKind.COMPETITOR))
    for emotion, segment in ((0, "Buyers"), (1, "Buyers"), (2, "Rival")):
        it.card("Buy", emotion, segment=segment)
    assert not it.findings("rival_ahead")  # one case
    it.card("Buy", 2, segment="Rival", critical=True)
    at_buy = rivalries(it.facts())[1]
    assert (at_buy.ours, at_buy.our_cases, at_buy.theirs, at_buy.their_cases) == (0.5, 2, 2, 2)
    assert at_buy.lead == 1.5
    assert rivalries(it.facts())[0].lead is None
    assert it.says("rival_ahead") == [
        ("Buy: Rival is ahead", "+2.0 (2 rated cards) against +0.5 (2)")
    ]
    assert not it.findings("critical_without_owner")
