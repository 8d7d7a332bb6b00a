"""The lanes of a map, and what is put into their cells."""

from journeyeditor.model.change import Change
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits import lanes
from journeyeditor.model.edits.axes import remove_stages
from journeyeditor.model.edits.maps import duplicate_map
from journeyeditor.model.fields import make
from journeyeditor.model.lanes import FREE, VIEWS, lanes_of, lanes_on_offer
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, JourneyMap, Lane, LaneText, Segment, Stage

PICTURE = make(Asset, sha256="00", mime="image/png")


def one_map() -> Project:
    return Project(
        [
            make(JourneyMap, id="map", name="Mapa", order="V"),
            make(Stage, id="stage", map="map", name="Pago", order="V"),
            make(Segment, id="segment", map="map", name="Tienda", order="V"),
        ]
    )


def done(project: Project, change: Change | None) -> Project:
    assert change is not None
    assert project.apply(change).apply(change.inverse()) == project
    return project.apply(change)


def kinds(project: Project, map: str = "map") -> list[str]:
    """The lanes from top to bottom; hidden ones in brackets."""
    found = lanes_of(project, map)
    return [it.kind.value if it.visible else f"({it.kind.value})" for it in found]


def offered(project: Project, kind: LaneKind) -> Lane:
    return next(lane for lane in lanes_on_offer(project, "map") if lane.kind is kind)


def shown(project: Project, *wanted: LaneKind) -> Project:
    for kind in wanted:
        change = lanes.show_lane(project, offered(project, kind), "x", visible=True)
        project = done(project, change)
    return project


def test_a_map_has_its_emotion_curve_until_somebody_hides_it() -> None:
    project = one_map()
    [curve] = lanes_of(project, "map")
    assert curve.kind is LaneKind.EMOTION
    project = done(project, lanes.show_lane(project, curve, "Emotion", visible=False))
    assert kinds(project) == ["(emotion)"]
    [curve] = lanes_of(project, "map")
    assert kinds(done(project, lanes.show_lane(project, curve, "x", visible=True))) == ["emotion"]
    assert lanes.show_lane(project, curve, "x", visible=False) is None


def test_every_other_view_is_on_offer_and_joins_at_the_end() -> None:
    project = one_map()
    assert [lane.kind for lane in lanes_on_offer(project, "map")] == list(VIEWS)[1:]
    project = shown(project, LaneKind.NEEDS, LaneKind.OWNERS)
    assert kinds(project) == ["emotion", "needs", "owners"]
    assert LaneKind.NEEDS not in {lane.kind for lane in lanes_on_offer(project, "map")}
    assert not {lane.kind for lane in lanes_on_offer(project, "map")} & set(FREE)


def test_two_copies_that_show_the_same_view_agree() -> None:
    first, second = (shown(one_map(), LaneKind.NEEDS) for _ in range(2))
    assert first == second


def test_lanes_move_also_above_the_curve_that_is_only_implied() -> None:
    project = shown(one_map(), LaneKind.NEEDS, LaneKind.OWNERS)
    last = lanes_of(project, "map")[-1]
    assert lanes.move_lane(project, last, 2, "x") is None
    assert lanes.move_lane(project, last, 3, "x") is None
    project = done(project, lanes.move_lane(project, last, 0, "x"))
    assert kinds(project) == ["owners", "emotion", "needs"]
    curve = lanes_of(project, "map")[1]
    project = done(project, lanes.move_lane(project, curve, 3, "x"))
    assert kinds(project) == ["owners", "needs", "emotion"]


def test_a_view_gets_a_title_of_its_own_and_loses_it() -> None:
    project = one_map()
    [curve] = lanes_of(project, "map")
    project = done(project, lanes.rename_lane(project, curve, "Ánimo"))
    [curve] = lanes_of(project, "map")
    assert curve.title == "Ánimo"
    assert lanes_of(done(project, lanes.rename_lane(project, curve, "")), "map")[0].title == ""


def free_lane(kind: LaneKind = LaneKind.TEXT) -> tuple[Project, lanes.Cell]:
    project = done(one_map(), lanes.add_lane(one_map(), "map", kind, "Notas"))
    return project, (lanes_of(project, "map")[-1].id, "stage", "segment")


def test_a_cell_is_written_and_emptied() -> None:
    project, cell = free_lane()
    project = done(project, lanes.set_lane_text(project, cell, "Una\nnota"))
    [text] = project.all(LaneText)
    assert (text.text, text.picture) == ("Una\nnota", None)
    assert lanes.set_lane_text(project, cell, "Una\nnota") is None
    project = done(project, lanes.set_lane_text(project, cell, ""))
    assert list(project.all(LaneText)) == []
    assert lanes.set_lane_text(project, cell, "") is None


def test_a_picture_and_a_text_share_a_cell() -> None:
    project, cell = free_lane(LaneKind.PICTURES)
    project = done(project, lanes.set_lane_picture(project, cell, PICTURE))
    assert project.get(Asset, PICTURE.id) == PICTURE
    project = done(project, lanes.set_lane_text(project, cell, "Pie"))
    project = done(project, lanes.set_lane_picture(project, cell, None))
    [text] = project.all(LaneText)
    assert (text.text, text.picture) == ("Pie", None)
    project = done(project, lanes.set_lane_picture(project, cell, PICTURE))
    assert list(done(project, lanes.clear_lane(project, cell)).all(LaneText)) == []


def test_what_is_written_goes_with_its_lane_and_its_stage() -> None:
    project, cell = free_lane()
    project = done(project, lanes.set_lane_text(project, cell, "Nota"))
    assert list(done(project, lanes.remove_lane(project, cell[0], "x")).all(LaneText)) == []
    assert list(done(project, remove_stages(project, ["stage"])).all(LaneText)) == []


def test_a_duplicate_of_a_map_has_the_same_lanes() -> None:
    project, cell = free_lane()
    project = done(shown(project, LaneKind.NEEDS), lanes.set_lane_text(project, cell, "Nota"))
    project = done(project, duplicate_map(project, "map", "Copia"))
    copy = next(map.id for map in project.maps() if map.id != "map")
    assert kinds(project, copy) == kinds(project) == ["emotion", "text", "needs"]
    assert [text.text for text in project.all(LaneText)] == ["Nota", "Nota"]
