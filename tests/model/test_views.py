"""Kept ways of looking at a map."""

import pytest

from journeyeditor.model.change import Change
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.lanes import add_lane, show_lane
from journeyeditor.model.edits.views import remove_view, rename_view, save_view, show_view_lanes
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import lanes_of, lanes_on_offer
from journeyeditor.model.project import Project
from journeyeditor.model.records import View
from tests.acting import small_project


def done(project: Project, change: Change | None) -> Project:
    assert change is not None
    return project.apply(change)


def shown(project: Project, map: Id) -> list[str]:
    return [lane.title or lane.kind for lane in lanes_of(project, map) if lane.visible]


@pytest.fixture
def project() -> Project:
    """A map that shows its curve, the obstacles, and a free lane."""
    project = small_project()
    [map] = project.maps()
    offered = lanes_on_offer(project, map.id)
    obstacles = next(lane for lane in offered if lane.kind is LaneKind.OBSTACLES)
    project = done(project, show_lane(project, obstacles, "Obstacles", visible=True))
    return done(project, add_lane(project, map.id, LaneKind.TEXT, "Ideas"))


def test_a_view_brings_its_lanes_back(project: Project) -> None:
    [map] = project.maps()
    before = shown(project, map.id)
    project = done(project, save_view(project, "Workshop", "owner", "{}", map.id))
    [view] = project.all(View)
    assert show_view_lanes(project, map.id, view) is None
    bare = project
    for lane in lanes_of(project, map.id):
        bare = done(bare, show_lane(bare, lane, "x", visible=False))
    change = show_view_lanes(bare, map.id, view)
    assert shown(done(bare, change), map.id) == before
    assert done(bare, change).apply(change.inverse()) == bare  # type: ignore[union-attr]


def test_lanes_that_a_view_does_not_know_are_hidden_and_missing_ones_join(
    project: Project,
) -> None:
    [map] = project.maps()
    project = done(project, save_view(project, "Workshop", "owner", "{}", map.id))
    [view] = project.all(View)
    needs = next(it for it in lanes_on_offer(project, map.id) if it.kind is LaneKind.NEEDS)
    other = done(project, show_lane(project, needs, "Needs", visible=True))
    assert shown(done(other, show_view_lanes(other, map.id, view)), map.id) == shown(
        project, map.id
    )
    fresh = small_project()
    [bare] = fresh.maps()
    assert shown(done(fresh, show_view_lanes(fresh, bare.id, view)), bare.id) == [
        LaneKind.EMOTION,
        LaneKind.OBSTACLES,
    ]


def test_views_are_saved_over_renamed_and_removed(project: Project) -> None:
    [map] = project.maps()
    project = done(project, save_view(project, "Workshop", "owner", "{}", map.id))
    project = done(project, save_view(project, "WORKSHOP", "emotion", "{}", map.id))
    [view] = project.all(View)
    assert (view.name, view.lens) == ("WORKSHOP", "emotion")
    project = done(project, rename_view(project, view.id, "Print"))
    assert project.get(View, view.id).name == "Print"
    assert not done(project, remove_view(project, view.id)).count(View)
