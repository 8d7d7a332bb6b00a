"""Findings as a whole: their order, their keys, what is set aside, what holds for any map."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.analysis.distribution import distribution
from journeyeditor.analysis.facts import facts_of
from journeyeditor.analysis.finding import Finding
from journeyeditor.analysis.findings import RULES, all_findings, dismissed_findings, findings
from journeyeditor.analysis.heat import heat_map
from journeyeditor.analysis.summary import summary
from journeyeditor.analysis.thresholds import THRESHOLD_TITLES, Thresholds, thresholds
from journeyeditor.model.choices import Evidence, PartyKind, Role
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Dismissal,
    Party,
    Placement,
    ProjectInfo,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    make_link,
)
from journeyeditor.templates import make_project
from tests.analysis.building import ENGLISH, SPANISH, TODAY, MapInWords

SAMPLE_DAY = date(2026, 3, 12)
OWNERSHIP = {
    *("without_owner", "process_without_owner", "critical_without_owner", "idle_department")
}


def random_map(seed: int) -> MapInWords:
    """A map of a few stages and segments with whatever may be on it."""
    chance = random.Random(seed)
    stages = {f"Stage {n}": chance.randint(0, 5) for n in range(chance.randint(0, 4))}
    it = MapInWords(stages, ("Buyers", "Firms", "Fans")[: chance.randint(1, 3)])
    parties = [it.party(f"P{n}", chance.choice(list(PartyKind))) for n in range(3)]
    ratings, evidence = (None, 1, 3, 5), (None, *Evidence)
    shared = [
        it.touchpoint(
            f"T{number}",
            effectiveness=chance.choice(ratings),
            usage=chance.choice(ratings),
            evidence=chance.choice(evidence),
        )
        for number in range(6)
    ]
    for _ in range(chance.randint(0, 24) if stages else 0):
        card = it.card(
            chance.choice(list(stages)),
            chance.choice((None, -2, -0.5, 0, 1, 2)),
            segment=chance.choice(list(it.segments)),
            of=chance.choice((None, *shared)),
            importance=chance.choice((None, 2, 5)),
            satisfaction=chance.choice((None, 1, 4)),
            critical=chance.random() < 0.3,
        )
        if chance.random() < 0.4:
            it.owns(chance.choice(parties), card.touchpoint, chance.choice(list(Role)))
        if chance.random() < 0.3:
            it.process(f"Process {len(it.records)}", card.touchpoint)
        it.data(f"Data {len(it.records)}", card.touchpoint, collected=chance.random() < 0.5)
    return it


seeds = st.integers(0, 10_000)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_any_map_is_analysed_with_shares_that_add_up(seed: int) -> None:
    facts = random_map(seed).facts()
    spread = distribution(facts)
    for shares in ([s.real for s in spread.stages], [s.expected for s in spread.stages]):
        known = [share for share in shares if share is not None]
        assert known == [] or sum(known) == pytest.approx(1)
    grid = heat_map(facts)
    assert sum(heat.count for heat in grid.cells.values()) == grid.all.count == spread.total
    assert summary(facts).cards == spread.total
    for finding in all_findings(facts):
        for tr in (ENGLISH, SPANISH):
            texts = (finding.title(tr), finding.detail(tr), finding.rule_text(tr))
            assert all(texts)
            assert not any("{" in text or "None" in text.split()[1:] for text in texts)


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_the_order_of_records_changes_nothing(seed: int) -> None:
    it = random_map(seed)
    records = list(it.project())
    random.Random(seed).shuffle(records)
    first, second = (
        facts_of(it.project(), it.map.id, TODAY),
        facts_of(Project(records), it.map.id, TODAY),
    )
    assert all_findings(first) == all_findings(second)
    assert heat_map(first) == heat_map(second)


@settings(max_examples=30, deadline=None)
@given(seeds, st.data())
def test_an_owner_more_is_never_an_ownership_finding_more(seed: int, data: st.DataObject) -> None:
    it = random_map(seed)
    touchpoints = list(it.project().all(Touchpoint))
    before = _ownership(it)
    party = data.draw(st.sampled_from(sorted(it.project().all(Party), key=lambda p: p.name)))
    it.owns(party, data.draw(st.sampled_from(sorted(touchpoints, key=lambda t: t.id))).id)
    after = _ownership(it)
    assert after.keys() <= before.keys()
    assert all(after[key] <= before[key] for key in after)


def _ownership(it: MapInWords) -> dict[str, int]:
    found = all_findings(it.facts())
    return {finding.key: finding.count for finding in found if finding.rule.id in OWNERSHIP}


def test_the_gravest_come_first_and_every_key_is_one_finding() -> None:
    for seed in range(60):
        found = all_findings(random_map(seed).facts())
        severities = [finding.severity for finding in found]
        assert severities == sorted(severities)
        keys = [finding.key for finding in found]
        assert len(keys) == len(set(keys))


def test_what_is_set_aside_does_not_come_back_with_other_numbers() -> None:
    it = MapInWords({"See": 3})
    it.card("See")
    [finding] = it.findings("without_owner")
    it.add(make(Dismissal, key=finding.key, reason="Not yet"))
    it.card("See")
    assert not it.findings("without_owner")
    [(aside, dismissal)] = dismissed_findings(it.facts())
    assert (aside.count, dismissal.reason) == (2, "Not yet")


def test_findings_about_one_record_are_set_aside_one_by_one() -> None:
    it = MapInWords({"See": 5, "Buy": 5, "Stay": 1}, share_cards=0)
    it.cards(Stay=10)
    see, buy = it.findings("neglected_stage")
    it.add(make(Dismissal, key=see.key))
    assert it.findings("neglected_stage") == [buy]


def test_each_limit_has_a_title_and_can_be_changed() -> None:
    assert set(THRESHOLD_TITLES) == set(Thresholds.__dataclass_fields__)
    overrides = (("steep_fall", 3.0), ("nonsense", 1.0), ("effective_from", float("nan")))
    info = make(ProjectInfo, uuid="u", thresholds=overrides)
    assert thresholds(info) == Thresholds(steep_fall=3)
    assert thresholds(None) == Thresholds()


def test_every_rule_reads_well_in_both_languages() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        english, spanish = (rule.text(Thresholds(), tr) for tr in (ENGLISH, SPANISH))
        assert english.endswith(".")
        assert spanish.endswith(".")
        assert english != spanish
        assert "{" not in english + spanish


def test_a_map_of_three_cards_hears_only_of_what_is_missing_on_them() -> None:
    it = MapInWords({"See": 1, "Buy": 5, "Stay": 3}, ("Buyers", "Firms"))
    for emotion in (1, 0, 1):
        it.card("See", emotion)
    found = findings(it.project(), it.map.id, TODAY)
    assert [(finding.rule.id, finding.title(ENGLISH)) for finding in found] == [
        ("without_owner", "None of the 3 touchpoints has an owner yet"),
        ("without_metric", "None of the 3 touchpoints has a metric yet"),
    ]


def test_long_names_and_long_lists_stay_sentences() -> None:
    it = MapInWords({"See": 3})
    it.card("See", of=it.touchpoint("A very long\nname of a moment " * 20))
    it.card("See", of=it.touchpoint(""))
    for _ in range(3):
        it.card("See", of=it.touchpoint("Short"))
    [finding] = it.findings("without_owner")
    first, untitled, rest = finding.detail(ENGLISH).split(", ")
    assert first.startswith("A very long name of a moment A very")
    assert first.endswith("…")
    assert (len(first) <= 60, untitled, rest) == (True, "Untitled", "Short and 2 more")


@pytest.fixture(scope="module")
def sample() -> Project:
    return make_project("sample", "es", SAMPLE_DAY).project


@pytest.fixture(scope="module")
def told(sample: Project) -> dict[str, Finding]:
    [map] = sample.maps()
    return {finding.rule.id: finding for finding in findings(sample, map.id, SAMPLE_DAY)}


def test_the_sample_says_what_its_authors_meant(told: dict[str, Finding]) -> None:
    said = {rule: finding.title(SPANISH) for rule, finding in told.items()}
    assert said["neglected_stage"] == "Lealtad: desatendida"
    space = "\N{NO-BREAK SPACE}"
    share = f"7{space}% frente a 20{space}% esperado (2 de 30 tarjetas)"
    assert told["neglected_stage"].detail(SPANISH) == share
    assert said["crowded_stage"] == "Conciencia: saturada"
    assert said["without_owner"] == "3 de 27 puntos de contacto sin responsable"
    assert said["very_negative_moments"] == "2 de 5 momentos críticos son muy negativos"
    assert said["empty_cells"] == "2 de 21 celdas están vacías"
    assert said["lost_data"] == "4 datos se generan y no se recogen"
    assert said["without_metric"] == "6 de 27 puntos de contacto sin métrica"
    assert "overdue" not in told


def test_every_finding_leads_to_records_of_its_project(
    sample: Project, told: dict[str, Finding]
) -> None:
    for finding in told.values():
        leads = finding.leads
        assert leads.placements or leads.cells
        for kind, ids in ((Placement, leads.placements), (Touchpoint, leads.touchpoints)):
            assert all(sample.find(kind, id) for id in ids)
        for stage, segment in leads.cells:
            assert sample.find(Stage, stage)
            assert sample.find(Segment, segment)


def test_an_owner_for_the_last_touchpoint_ends_the_finding(sample: Project) -> None:
    [map] = sample.maps()
    party = min(sample.all(Party), key=lambda party: party.name)
    duties = [
        make_link(Responsibility, subject=it.id, party=party.id, role=Role.ACCOUNTABLE)
        for it in sample.all(Touchpoint)
    ]
    owned = Project([*sample, *duties])
    assert "without_owner" not in {it.rule.id for it in findings(owned, map.id, SAMPLE_DAY)}
