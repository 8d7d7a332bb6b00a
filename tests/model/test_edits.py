"""Edits do what they say, and leave a sound project whatever came before."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import MapKind, Role
from journeyeditor.model.edits import axes, cards, clipboard, maps, touchpoints
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import fields_of, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KIND_BY_NAME,
    LINK_ENDS,
    Improvement,
    Interaction,
    JourneyMap,
    Measure,
    Party,
    Placement,
    ProcessUse,
    ProjectInfo,
    Quote,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    make_link,
)
from tests.acting import act, small_project


def done(project: Project, change: Change | None) -> Project:
    assert change is not None
    return project.apply(change)


def names_in(project: Project, stage: str, segment: str) -> list[str]:
    return [project.get(Touchpoint, card.touchpoint).name for card in project.cell(stage, segment)]


@pytest.fixture
def grid() -> Project:
    return small_project()


@pytest.fixture
def cell(grid: Project) -> tuple[str, str]:
    [card] = grid.all(Placement)
    return card.stage, card.segment


def filled(project: Project, cell: tuple[str, str], *names: str) -> Project:
    return done(project, cards.add_cards(project, *cell, 1, names))


def assert_sound(project: Project) -> None:
    """Every reference leads somewhere, link identities follow from their ends, order keys hold."""
    for record in project:
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if field.reference is not None and value is not None:
                kinds = [KIND_BY_NAME[name] for name in field.reference.kinds]
                assert any(project.find(kind, value) for kind in kinds), (record, field.name)
        if type(record) in LINK_ENDS:
            values = {f.name: getattr(record, f.name) for f in fields_of(type(record))[1:]}
            assert make_link(type(record), **values) == record
        assert getattr(record, "department", None) != record.id
    measured = [(measure.metric, measure.subject) for measure in project.all(Measure)]
    assert len(measured) == len(set(measured))
    accountable = [r.subject for r in project.all(Responsibility) if r.role is Role.ACCOUNTABLE]
    assert len(accountable) == len(set(accountable))
    for map in project.maps():
        for siblings in (project.stages(map.id), project.segments(map.id)):
            assert all(a.order < b.order for a, b in pairwise(siblings))
        for stage in project.stages(map.id):
            for segment in project.segments(map.id):
                assert all(
                    a.order < b.order for a, b in pairwise(project.cell(stage.id, segment.id))
                )


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_any_history_leaves_a_sound_project_and_is_undone_step_by_step(
    seed: int, length: int
) -> None:
    chance = random.Random(seed)
    project = small_project()
    history = [(project, None)]
    for _ in range(length):
        change = act(project, chance)
        if change is not None:
            project = project.apply(change)
            history.append((project, change))
    assert_sound(project)
    assert Project(project) == project
    while history[-1][1] is not None:
        _, change = history.pop()
        project = project.apply(change.inverse())
        assert project == history[-1][0]


def test_queries_after_edits_equal_those_of_a_fresh_project() -> None:
    chance = random.Random(7)
    project = small_project()
    for _ in range(150):
        project.placements(project.maps()[0].id)
        change = act(project, chance)
        if change is not None:
            project = project.apply(change)
        fresh = Project(project)
        for map in fresh.maps():
            assert project.placements(map.id) == fresh.placements(map.id)
            assert project.stages(map.id) == fresh.stages(map.id)
        for touchpoint in fresh.all(Touchpoint):
            assert project.where(Responsibility, subject=touchpoint.id) == fresh.where(
                Responsibility, subject=touchpoint.id
            )


def test_a_new_card_stands_where_it_was_put_and_gets_the_next_code(grid, cell):
    project = done(grid, cards.add_card(grid, *cell, 0, "Antes"))
    assert names_in(project, *cell) == ["Antes", "Visita"]
    assert sorted(t.code for t in project.all(Touchpoint)) == ["TP-001", "TP-002"]


@pytest.mark.parametrize(
    ("moved", "index", "expected"),
    [
        ([0], 2, ["B", "A", "C", "D"]),
        ([0], 4, ["B", "C", "D", "A"]),
        ([3], 0, ["D", "A", "B", "C"]),
        ([0, 2], 4, ["B", "D", "A", "C"]),
        ([2, 0], 3, ["B", "A", "C", "D"]),
        ([1, 2], 0, ["B", "C", "A", "D"]),
    ],
)
def test_moving_within_a_cell(grid, cell, moved, index, expected):
    project = done(grid, cards.remove_cards(grid, [p.id for p in grid.all(Placement)]))
    project = done(project, cards.add_cards(project, *cell, 0, "ABCD"))
    ids = [project.cell(*cell)[i].id for i in moved]
    assert names_in(done(project, cards.move_cards(project, ids, *cell, index)), *cell) == expected


@pytest.mark.parametrize("index", [1, 2])
def test_moving_a_card_to_where_it_is_changes_nothing(grid, cell, index):
    project = filled(grid, cell, "B", "C")
    assert cards.move_cards(project, [project.cell(*cell)[1].id], *cell, index) is None


def test_a_move_writes_the_moved_card_alone(grid, cell):
    project = filled(grid, cell, "B", "C")
    change = cards.move_cards(project, [project.cell(*cell)[2].id], *cell, 0)
    assert change is not None
    assert len(change.after) == 1


def test_cards_that_share_an_order_key_can_still_be_told_apart(grid, cell):
    stage, segment = cell
    twins = [make(Touchpoint, name=name) for name in "BC"]
    placed = [
        make(Placement, touchpoint=t.id, stage=stage, segment=segment, order="V") for t in twins
    ]
    project = Project([*grid, *twins, *placed])
    project = done(project, cards.add_card(project, *cell, 1, "new"))
    assert names_in(project, *cell)[1] == "new"
    assert_sound(project)


def with_details(project: Project) -> Project:
    [touchpoint] = project.all(Touchpoint)
    [card] = project.all(Placement)
    party = make(Party, name="Ana")
    return Project(
        [
            *project,
            party,
            make(Interaction, touchpoint=touchpoint.id, text="Entra", order="V"),
            make(Quote, placement=card.id, text="Bien", order="V"),
            make_link(Responsibility, subject=touchpoint.id, party=party.id, role=Role.RESPONSIBLE),
        ]
    )


def test_a_copy_is_independent_and_whole(grid, cell):
    project = with_details(grid)
    [card] = project.all(Placement)
    project = done(project, cards.copy_cards(project, [card.id], *cell, 1))
    original, copy = project.cell(*cell)
    assert original.touchpoint != copy.touchpoint
    for kind, end in ((Interaction, "touchpoint"), (Responsibility, "subject")):
        assert len(project.where(kind, **{end: copy.touchpoint})) == 1
    assert len(project.where(Quote, placement=copy.id)) == 1
    assert project.get(Touchpoint, copy.touchpoint).code == "TP-002"
    assert_sound(project)


def test_a_link_shows_the_same_touchpoint_again(grid, cell):
    project = with_details(grid)
    [card] = project.all(Placement)
    project = done(project, cards.link_cards(project, [card.id], *cell, 1))
    assert len({card.touchpoint for card in project.cell(*cell)}) == 1
    assert project.count(Interaction) == 1


def test_removing_the_last_card_leaves_the_touchpoint_unplaced(grid, cell):
    [card] = grid.all(Placement)
    project = done(grid, cards.remove_cards(grid, [card.id]))
    [touchpoint] = cards.unplaced(project)
    project = done(project, cards.place_touchpoints(project, [touchpoint.id], *cell, 0))
    assert names_in(project, *cell) == ["Visita"]
    assert not cards.unplaced(project)


def test_deleting_a_touchpoint_takes_all_of_it_and_frees_what_pointed_at_it(grid):
    project = with_details(grid)
    [touchpoint] = project.all(Touchpoint)
    idea = make(Improvement, title="Idea", subject=touchpoint.id, order="V")
    project = Project([*project, idea])
    project = done(project, cards.delete_touchpoints(project, [touchpoint.id]))
    kept = {JourneyMap, Stage, Segment, ProjectInfo, Party, Improvement}
    assert {type(record) for record in project} == kept
    assert project.get(Improvement, idea.id).subject is None


def test_removing_a_stage_keeps_its_touchpoints(grid, cell):
    project = done(grid, axes.remove_stages(grid, [cell[0]]))
    assert project.count(Placement) == 0
    assert len(cards.unplaced(project)) == 1


@pytest.mark.parametrize(
    ("start", "index", "expected"), [(0, 3, "BCA"), (2, 0, "CAB"), (0, 2, "BAC")]
)
def test_reordering_stages(grid, start, index, expected):
    map = grid.maps()[0].id
    project = done(grid, axes.add_stage(grid, map, 2, "C"))
    project = done(project, axes.move_stage(project, project.stages(map)[start].id, index))
    assert "".join(stage.name for stage in project.stages(map)) == expected
    assert axes.move_stage(project, project.stages(map)[1].id, 2) is None


def test_a_stage_is_never_narrower_than_a_card_needs(grid, cell):
    assert done(grid, axes.set_stage_width(grid, cell[0], 3)).get(Stage, cell[0]).width == 120


def test_typing_steps_of_one_field_may_merge_into_one(grid):
    [touchpoint] = grid.all(Touchpoint)
    first = set_fields(grid, Touchpoint, [touchpoint.id], Label("Rename"), merge=True, name="V")
    project = done(grid, first)
    second = set_fields(
        project, Touchpoint, [touchpoint.id], Label("Rename"), merge=True, name="Vi"
    )
    assert first.merge_key == second.merge_key != ""
    merged = first.then(second)
    assert grid.apply(merged) == project.apply(second)
    assert project.apply(second).apply(merged.inverse()) == grid


def test_a_duplicated_map_has_touchpoints_of_its_own_that_know_their_origin(grid, cell):
    project = with_details(grid)
    [map] = project.maps()
    project = done(project, maps.duplicate_map(project, map.id, "Futuro"))
    original, future = project.maps()
    assert (future.kind, future.origin, original) == (MapKind.TO_BE, map.id, map)
    [old], [new] = project.placements(map.id), project.placements(future.id)
    assert new.origin == old.id
    assert new.touchpoint != old.touchpoint
    assert project.get(Touchpoint, new.touchpoint).origin == old.touchpoint
    assert project.count(Interaction) == 2
    assert project.count(Party) == 1
    assert_sound(project)
    assert done(project, maps.remove_map(project, future.id)) == with_same_ids(grid, project)


def with_same_ids(grid: Project, project: Project) -> Project:
    """The state before the duplicate, built from records of the present."""
    [map] = grid.maps()
    cards_ = project.placements(map.id)
    touchpoint = cards_[0].touchpoint
    kept = [r for r in project if type(r) in (ProjectInfo, Party)]
    kept += [map, *project.stages(map.id), *project.segments(map.id), *cards_]
    kept += [project.get(Touchpoint, touchpoint)]
    kept += project.where(Interaction, touchpoint=touchpoint)
    kept += project.where(Responsibility, subject=touchpoint)
    return Project([*kept, *project.where(Quote, placement=cards_[0].id)])


def test_owners_are_found_by_name_whatever_the_accents_and_case(grid):
    [touchpoint] = grid.all(Touchpoint)
    project = done(
        grid, touchpoints.set_parties(grid, [touchpoint.id], Role.SUPPORTS, ["Inés", "Luis"])
    )
    change = touchpoints.set_parties(project, [touchpoint.id], Role.SUPPORTS, ["INES", " "])
    project = done(project, change)
    [link] = project.where(Responsibility, subject=touchpoint.id)
    assert project.get(Party, link.party).name == "Inés"
    assert project.count(Party) == 2


def test_one_party_alone_is_accountable(grid):
    [touchpoint] = grid.all(Touchpoint)
    project = done(
        grid, touchpoints.set_parties(grid, [touchpoint.id], Role.ACCOUNTABLE, ["Ana", "Luis"])
    )
    [link] = project.where(Responsibility, subject=touchpoint.id)
    assert project.get(Party, link.party).name == "Luis"


def test_detaching_gives_a_card_its_own_touchpoint_and_merging_takes_it_back(grid, cell):
    project = with_details(grid)
    [card] = project.all(Placement)
    project = done(project, cards.link_cards(project, [card.id], *cell, 1))
    linked = project.cell(*cell)[1]
    project = done(project, touchpoints.detach(project, [linked.id]))
    assert project.count(Touchpoint) == 2
    assert project.count(Interaction) == 2
    other = project.get(Placement, linked.id).touchpoint
    assert touchpoints.detach(project, [linked.id]) is None
    project = done(project, touchpoints.merge_touchpoints(project, card.touchpoint, [other]))
    assert {c.touchpoint for c in project.cell(*cell)} == {card.touchpoint}
    assert project.count(Responsibility) == 1
    assert project.count(Touchpoint) == 1
    assert_sound(project)


def test_merging_keeps_what_only_the_other_knew(grid, cell):
    project = filled(grid, cell, "Otro")
    keep, other = (card.touchpoint for card in project.cell(*cell))
    label = Label("Set")
    project = done(project, set_fields(project, Touchpoint, [other], label, message="Hola"))
    project = done(project, touchpoints.set_processes(project, [other], ["Pago"]))
    project = done(project, touchpoints.merge_touchpoints(project, keep, [other]))
    assert project.get(Touchpoint, keep).message == "Hola"
    assert project.get(Touchpoint, keep).name == "Visita"
    assert [use.touchpoint for use in project.all(ProcessUse)] == [keep]


def test_cut_and_paste_keeps_identity_and_a_second_paste_is_a_copy(grid, cell):
    [card] = grid.all(Placement)
    clip = clipboard.clip_cards(grid, [card.id], cut=True)
    project = done(grid, cards.remove_cards(grid, [card.id]))
    project = done(project, clipboard.paste_cards(project, clip, *cell, 0))
    assert [c.id for c in project.cell(*cell)] == [card.id]
    project = done(project, clipboard.paste_cards(project, clip, *cell, 1))
    assert len({c.id for c in project.cell(*cell)}) == 2
    assert len({c.touchpoint for c in project.cell(*cell)}) == 1


def test_pasting_into_another_project_brings_the_catalogue_or_finds_its_twin(grid, cell):
    source = with_details(grid)
    [card] = source.all(Placement)
    clip = clipboard.clip_cards(source, [card.id])
    target = small_project()
    [place] = target.all(Placement)
    bare = done(target, clipboard.paste_cards(target, clip, place.stage, place.segment, 9))
    assert [party.name for party in bare.all(Party)] == ["Ana"]
    known = Project([*target, make(Party, name="ana")])
    known = done(known, clipboard.paste_cards(known, clip, place.stage, place.segment, 9))
    assert [party.name for party in known.all(Party)] == ["ana"]
    assert sorted(t.code for t in known.all(Touchpoint)) == ["TP-001", "TP-002"]
    for project in (bare, known):
        assert_sound(project)


def test_namesakes_are_what_may_have_been_typed_twice(grid: Project, cell: tuple[str, str]) -> None:
    grid = filled(grid, cell, "Reseña", "resena", "Reseñas", "Reseña")
    first, second, _, last = (card.touchpoint for card in grid.cell(*cell)[1:])
    grid = done(grid, set_fields(grid, Touchpoint, [last], Label("x"), message="Hola"))
    assert set(touchpoints.namesakes(grid, first)) == {second, last}
    [map] = grid.maps()
    future = done(grid, maps.duplicate_map(grid, map.id, "Futuro"))
    assert set(touchpoints.namesakes(future, first)) == {second, last}
    email = touchpoints.new_channel("Email")
    apart = done(grid, touchpoints.set_channel(grid, [last], email))
    assert touchpoints.namesakes(apart, first) == [second]
    loose = done(grid, cards.remove_cards(grid, [grid.cell(*cell)[2].id]))
    assert set(touchpoints.namesakes(loose, first)) == {second, last}
