"""Metrics, improvements, usage, evidence, completeness, mistakes, the method."""

from datetime import date

import pytest

from journeyeditor.analysis.completeness import QUESTIONS, Answers, card_completeness, completeness
from journeyeditor.analysis.evidence import knowledge
from journeyeditor.analysis.funnel import funnels
from journeyeditor.analysis.improvements import Worth, board, improvements
from journeyeditor.analysis.method import progress
from journeyeditor.analysis.metrics import Trend, effects, standings
from journeyeditor.analysis.mistakes import Verdict, mistakes
from journeyeditor.analysis.usage import Need, Quadrant, usage, values
from journeyeditor.catalogue import builtin_channel
from journeyeditor.model.choices import Better, Evidence, ImprovementState, TrainingState
from journeyeditor.model.fields import revise
from tests.analysis.building import MapInWords

JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)


def test_a_measure_stands_between_baseline_and_target() -> None:
    it = MapInWords({"See": 3})
    card = it.card("See")
    wait = it.metric("Wait", unit="min", better=Better.LOWER)
    late_first = ((FEBRUARY, 7.5), (JANUARY, 9))
    it.measure(wait, card.touchpoint, *late_first, baseline=10, target=5)
    [standing] = standings(it.facts())
    assert standing.current == 7.5
    assert standing.progress == 0.5
    assert (standing.since_baseline, standing.trend) == (Trend.BETTER, Trend.BETTER)


@pytest.mark.parametrize(("baseline", "target"), [(None, 5), (10, None), (4, 4)])
def test_there_is_no_progress_where_there_is_no_way(
    baseline: float | None, target: float | None
) -> None:
    it = MapInWords({"See": 3})
    it.measure(it.metric("Wait"), it.map.id, (JANUARY, 4), baseline=baseline, target=target)
    assert standings(it.facts())[0].progress is None


def test_metrics_that_are_worse_empty_or_missing() -> None:
    it = MapInWords({"See": 3})
    flyer = it.card("See", of=it.touchpoint("Flyer"))
    it.card("See", of=it.touchpoint("Window"))
    it.measure(it.metric("Redeemed", unit="%"), flyer.touchpoint, (JANUARY, 0.8), baseline=0.9)
    it.measure(it.metric("Visits"), it.stages["See"].id)
    assert it.says("worse_than_baseline") == [
        ("1 of 1 metrics is worse than its baseline", "Redeemed: 0.8% (baseline 0.9%)")
    ]
    assert it.findings("worse_than_baseline")[0].leads.placements == (flyer.id,)
    assert it.says("without_value") == [("1 metric has no value yet", "Visits")]
    assert it.findings("without_value")[0].leads.stages == (it.stages["See"].id,)
    assert it.says("without_metric") == [("1 of 2 touchpoints has no metric", "Window")]


def test_an_improvement_is_seen_in_its_measure() -> None:
    it = MapInWords({"See": 3})
    card = it.card("See")
    readings = ((JANUARY, 40.0), (FEBRUARY, 40.0))
    measure = it.measure(it.metric("Accepted"), card.touchpoint, *readings, baseline=30)
    done = {"state": ImprovementState.DONE, "measure": measure.id, "subject": card.id}
    it.improvement("Call back", done_on=date(2026, 2, 1), **done)
    it.improvement("Too early", done_on=date(2026, 1, 1), **done)
    it.improvement("That day", done_on=JANUARY, **done)
    it.improvement("Too fresh", done_on=date(2026, 3, 1), **done)
    found = {it.improvement.title: (it.before, it.after, it.trend) for it in effects(it.facts())}
    assert found == {
        "Call back": (40, 40, Trend.SAME),
        "Too early": (30, 40, Trend.BETTER),
        "That day": (40, 40, Trend.SAME),
        "Too fresh": (40, None, None),
    }
    assert it.says("without_effect")[0][1] == "Call back, That day"


def test_a_funnel_divides_by_the_stage_before() -> None:
    it = MapInWords({"See": 3, "Like": 3, "Buy": 3, "Stay": 3})
    visitors = it.metric("Visitors")
    for stage, value in (("See", 200), ("Like", 50), ("Buy", 0), ("Stay", 10)):
        it.measure(visitors, it.stages[stage].id, (JANUARY, value))
    it.measure(it.metric("Lonely"), it.stages["See"].id, (JANUARY, 1))
    [funnel] = funnels(it.facts())
    assert [step.conversion for step in funnel.steps] == [None, 0.25, 0, None]


def test_improvements_by_impact_and_effort() -> None:
    it = MapInWords({"See": 3})
    card = it.card("See")
    parked = it.touchpoint("Parked")
    it.improvement("Fill", impact=2, effort=1, subject=card.id)
    it.improvement("Project", impact=5, effort=4, subject=card.touchpoint, due=JANUARY)
    it.improvement("Quick", impact=5, effort=2, subject=card.id)
    it.improvement("Vague", subject=card.id, due=JANUARY, state=ImprovementState.DONE)
    it.improvement("Elsewhere", impact=5, effort=1, subject=parked.id)
    found = improvements(it.facts())
    assert [(p.improvement.title, p.worth, p.overdue) for p in found] == [
        ("Quick", Worth.QUICK_WIN, False),
        ("Project", Worth.PROJECT, True),
        ("Fill", Worth.FILL_IN, False),
        ("Vague", None, False),
    ]
    assert all(planned.cards == (card,) for planned in found)
    assert [p.improvement.title for p in board(it.facts())[ImprovementState.DONE]] == ["Vague"]
    assert it.says("overdue") == [("1 improvement is overdue", "Project")]
    assert it.says("quick_wins") == [("1 quick win is still an idea", "Quick")]


def test_usage_against_effectiveness() -> None:
    it = MapInWords({"See": 3})
    ratings = {"Advice": (5, 2), "Page": (4, 3), "News": (3, 2), "Queue": (1, 5), "Even": (3, 3)}
    for name, (effectiveness, used) in ratings.items():
        it.card("See", of=it.touchpoint(name, effectiveness=effectiveness, usage=used))
    it.card("See", of=it.touchpoint("Half", effectiveness=5))
    judged = usage(it.facts())
    assert [used.quadrant for used in judged.rated] == [
        *(Quadrant.STRENGTHEN, Quadrant.KEEP, Quadrant.RETHINK, Quadrant.FIX, Quadrant.FIX)
    ]
    assert [used.touchpoint.name for used in judged.best] == ["Advice"]
    assert it.says("over_used") == [
        ("1 over-used touchpoint", "Queue (5 of 6 touchpoints are rated)")
    ]
    assert it.says("under_used")[0][0] == "1 under-used touchpoint"


def test_importance_against_satisfaction() -> None:
    it = MapInWords({"See": 3})
    for importance, satisfaction in ((4, 2), (5, 3), (3, 2), (1, 5)):
        it.card("See", importance=importance, satisfaction=satisfaction)
    it.card("See", importance=5)
    needs = [valued.need for valued in values(it.facts())]
    assert needs == [Need.ACT, Need.MAINTAIN, Need.WATCH, Need.EXCESS]


def test_evidence_and_freshness() -> None:
    it = MapInWords({"See": 3}, enough_cards=2)
    assert not it.findings("mostly_assumed")
    for evidence in (Evidence.HYPOTHESIS, Evidence.RESEARCHED, None):
        of = it.touchpoint(str(evidence), evidence=evidence, review_date=JANUARY)
        it.card("See", of=of, critical=True)
    it.card("See", of=it.touchpoint("Due today", review_date=date(2026, 3, 1)))
    known = knowledge(it.facts())
    assert (len(known.assumed), known.noted, known.total, len(known.stale)) == (1, 2, 4, 3)
    assert it.says("assumed_moments")[0] == ("1 critical moment is only assumed", "hypothesis")
    assert it.says("mostly_assumed")[0][0] == "1 of 2 touchpoints is only assumed"
    assert it.says("past_review")[0][0] == "3 touchpoints are past their review date"


def test_completeness_is_the_share_of_answered_questions() -> None:
    it = MapInWords({"See": 3})
    bare = it.card("See")
    web = it.add(builtin_channel("website"))
    texts = {"desired_outcome": "Buys", "optimal_experience": "At once"}
    full = it.touchpoint("Page", channel=web.id, evidence=Evidence.PARTIAL, **texts)
    card = it.card("See", 0, of=full, expectations=("Quick",), obstacles=("None",))
    it.owns(it.party("Ana"), full.id)
    it.process("Editing", full.id)
    it.data("Clicks", full.id, collected=False)
    it.measure(it.metric("Visits"), full.id)
    assert completeness(it.project(), card).open == ()
    assert completeness(it.project(), card).share == 1
    assert completeness(it.project(), bare).open == QUESTIONS
    assert card_completeness(it.facts()) == {
        each.id: completeness(it.project(), each) for each in (bare, card)
    }
    assert tuple(question.id for question in QUESTIONS) == Answers._fields
    less = revise(card, obstacles=())
    [question] = completeness(it.project(), less).open
    assert (question.id, question.panel) == ("obstacle", "emotions")


def test_silence_is_not_a_mistake() -> None:
    it = MapInWords({"See": 3})
    it.cards(See=10)
    verdicts = {mistake.id: mistake.verdict for mistake in mistakes(it.facts())}
    unknown = ("identification", "messages", "training", "personalisation")
    assert verdicts == {**dict.fromkeys(unknown, Verdict.UNKNOWN), "measurement": Verdict.MADE}


def test_mistakes_are_counted_among_what_is_noted() -> None:
    it = MapInWords({"See": 3})
    for number in range(10):
        state = TrainingState.DONE if number == 0 else TrainingState.PENDING if number < 3 else None
        personal = "By name" if number == 0 else ""
        of = it.touchpoint(f"T{number}", training_state=state, personalisation=personal)
        it.card("See", of=of)
    found = {it.id: (it.good, it.cases, it.verdict) for it in mistakes(it.facts())}
    assert found["training"] == (1, 3, Verdict.MADE)
    assert found["personalisation"] == (1, 10, Verdict.MADE)
    assert it.says("untrained") == [("1 of 3 touchpoints has trained staff", "T1, T2")]


def test_the_method_counts_what_is_there() -> None:
    it = MapInWords({"See": 3, "Buy": 3})
    for stage in it.stages.values():
        it.add(revise(stage, goal="On"))
    it.card("See", 1, needs=("Light",))
    it.card("See", 1)
    steps = {step.id: step for step in progress(it.facts()).steps}
    assert len(steps) == 10
    assert (steps["stages"].done, steps["stages"].total, steps["stages"].complete) == (2, 2, True)
    assert (steps["touchpoints"].done, steps["touchpoints"].total) == (1, 2)
    assert (steps["experience"].done, steps["experience"].total) == (1, 2)
    assert (steps["automation"].share, steps["automation"].complete) == (0, False)
    assert progress(it.facts()).complete == 1
    assert progress(it.facts()).next == steps["segments"]
