"""Entries of the catalogues: linked by name, merged, replaced, and found where they are used."""

import pytest

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Better, PartyKind, Role
from journeyeditor.model.edits import classifying, merging, touchpoints
from journeyeditor.model.edits.records import add_record, move_record, revise_list, set_fields
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    Classification,
    CustomField,
    CustomValue,
    DataItem,
    Improvement,
    Interaction,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    Reading,
    Responsibility,
    Stage,
    Touchpoint,
    TouchpointData,
    make_link,
)
from journeyeditor.model.uses import count_uses, uses
from tests.acting import small_project

DO = Label("Do")


def done(project: Project, change: Change | None) -> Project:
    assert change is not None
    return project.apply(change)


@pytest.fixture
def project() -> Project:
    """The small project with a second touchpoint without a card."""
    return Project([*small_project(), make(Touchpoint, id="other", name="Pago")])


@pytest.fixture
def visit(project: Project) -> str:
    return next(t.id for t in project.all(Touchpoint) if t.id != "other")


def parties(project: Project, subject: str, role: Role) -> set[str]:
    links = project.where(Responsibility, subject=subject, role=role)
    return {project.get(Party, link.party).name for link in links}


def test_data_are_found_by_name_and_what_is_known_of_those_that_stay_stays(project, visit):
    project = done(project, touchpoints.set_data(project, [visit, "other"], ["Correo", "Edad"]))
    [age] = [link for link in project.where(TouchpointData, touchpoint=visit)
             if project.get(DataItem, link.data).name == "Edad"]  # fmt: skip
    project = done(project, set_fields(project, TouchpointData, [age.id], DO, collected=True))
    project = done(project, touchpoints.set_data(project, [visit], ["EDÁD", "Renta"]))
    known = {
        project.get(DataItem, link.data).name: link.collected
        for link in project.where(TouchpointData, touchpoint=visit)
    }
    assert known == {"Edad": True, "Renta": False}
    assert len(project.where(TouchpointData, touchpoint="other")) == 2


def test_metrics_are_the_projects_or_standard_ones_or_new(project, visit):
    standard = [make(Metric, name="Espera", unit="min", better=Better.LOWER)]
    stage = project.stages(project.maps()[0].id)[0].id
    names = ["espera", "Visitas"]
    project = done(project, touchpoints.set_metrics(project, [visit, stage], names, standard))
    assert {m.name: m.unit for m in project.all(Metric)} == {"Espera": "min", "Visitas": ""}
    [kept] = project.where(Measure, subject=stage, metric=standard[0].id)
    project = done(project, add_record(project, Reading, DO, measure=kept.id, value=4.0))
    project = done(project, touchpoints.set_metrics(project, [stage], ["ESPERA"], standard))
    assert project.where(Measure, subject=stage) == (kept,)
    assert project.count(Reading) == 1
    project = done(project, touchpoints.set_metrics(project, [stage], []))
    assert project.count(Reading) == 0


def test_classifying_brings_the_axis_with_all_its_values_once(project, visit):
    axis = make(Axis, id="tone", name="Tono", order="V")
    values = [make(AxisValue, id=id, axis="tone", name=id, order=id) for id in ("cool", "warm")]
    project = done(
        project, classifying.classify(project, [visit, "other"], "tone", "warm", [axis, *values])
    )
    assert project.count(AxisValue) == 2
    project = done(project, classifying.classify(project, [visit], "tone", "cool"))
    assert [c.value for c in project.where(Classification, touchpoint=visit)] == ["cool"]
    project = done(project, classifying.classify(project, [visit], "tone", None))
    assert [c.touchpoint for c in project.all(Classification)] == ["other"]
    assert classifying.classify(project, [visit], "tone", None, [axis]) is None


def test_an_own_field_keeps_a_value_only_where_there_is_one(project, visit):
    project = done(project, add_record(project, CustomField, DO, name="Turno"))
    [field] = project.all(CustomField)
    ids = [visit, "other"]
    first = classifying.set_own_field(project, field.id, ids, "n", merge=True)
    project = done(project, first)
    second = classifying.set_own_field(project, field.id, ids, "noche", merge=True)
    project = done(project, second)
    assert first.merge_key == second.merge_key != ""
    project = done(project, classifying.set_own_field(project, field.id, [visit], ""))
    assert [(v.subject, v.value) for v in project.all(CustomValue)] == [("other", "noche")]


def test_a_list_of_several_cards_gains_an_item_in_each(project, visit):
    [card] = project.all(Placement)
    twin = make(Placement, touchpoint=visit, stage=card.stage, segment=card.segment, order="Z",
                needs=("Precio",))  # fmt: skip
    project = Project([*project, twin])
    ids = [card.id, twin.id]
    change = revise_list(project, Placement, ids, "needs", lambda n: [*n, " ", "Calma"], DO)
    project = done(project, change)
    assert [project.get(Placement, id).needs for id in ids] == [("Calma",), ("Precio", "Calma")]


def test_improvements_are_ordered_among_those_of_their_card(project, visit):
    for subject, title in ((visit, "A"), ("other", "X"), (visit, "B"), (visit, "C")):
        project = done(project, add_record(project, Improvement, DO, title=title, subject=subject))
    a = next(i.id for i in project.all(Improvement) if i.title == "A")
    project = done(project, move_record(project, Improvement, a, 2, DO))
    assert [i.title for i in project.where(Improvement, subject=visit)] == ["B", "A", "C"]


def test_a_reference_brings_what_it_points_at(project, visit):
    change = add_record(project, Interaction, DO, touchpoint=visit, text="Saluda")
    project = done(project, change)
    [greeting] = project.all(Interaction)
    chat = touchpoints.new_channel("Chat")
    project = done(
        project, touchpoints.set_reference(project, Interaction, [greeting.id], "channel", chat, DO)
    )
    assert project.get(Channel, project.get(Interaction, greeting.id).channel or "") == chat


def test_merging_people_moves_all_they_do_to_the_one_kept(project, visit):
    ana = make(Party, id="Ana", name="Ana")
    anna = make(Party, id="Anna", name="Anna", kind=PartyKind.PERSON, contact="a@b.c")
    eva = make(Party, id="Eva", name="Eva", department="Anna")
    project = Project([*project, ana, anna, eva])
    both = touchpoints.set_parties(project, [visit], Role.SUPPORTS, ["Ana", "Anna"])
    project = done(project, both)
    project = done(project, touchpoints.set_parties(project, ["other"], Role.ACCOUNTABLE, ["Anna"]))
    project = done(project, merging.merge_records(project, Party, "Ana", ["Anna"], DO))
    assert parties(project, visit, Role.SUPPORTS) == {"Ana"}
    assert parties(project, "other", Role.ACCOUNTABLE) == {"Ana"}
    assert project.get(Party, "Eva").department == "Ana"
    kept = project.get(Party, "Ana")
    assert (kept.name, kept.kind, kept.contact) == ("Ana", PartyKind.PERSON, "a@b.c")
    project = done(project, merging.merge_records(project, Party, "Eva", ["Ana"], DO))
    assert project.get(Party, "Eva").department is None


def test_merging_metrics_joins_measures_of_one_thing_with_their_readings(project, visit):
    metrics = [make(Metric, id=id, name=id) for id in ("NPS", "nps 2", "Recomendación")]
    measures = [
        make(Measure, id="m0", metric="NPS", subject=visit, baseline=0.0),
        make(Measure, id="m1", metric="nps 2", subject=visit, baseline=5.0, target=9.0),
        make(Measure, id="m2", metric="Recomendación", subject=visit),
        make(Measure, id="m3", metric="Recomendación", subject="other"),
    ]
    readings = [make(Reading, measure=f"m{i}", value=float(i)) for i in range(4)]
    project = Project([*project, *metrics, *measures, *readings])
    change = merging.merge_records(project, Metric, "NPS", ["nps 2", "Recomendación"], DO)
    merged = done(project, change)
    [kept] = merged.where(Measure, subject=visit)
    assert (kept.id, kept.baseline, kept.target) == ("m0", 0.0, 9.0)
    assert sorted(r.value for r in merged.where(Reading, measure="m0")) == [0, 1, 2]
    assert [m.metric for m in merged.where(Measure, subject="other")] == ["NPS"]
    assert merged.apply(change.inverse()) == project


def test_two_who_were_accountable_do_not_both_stay_so(project, visit):
    for id, name in ((visit, "Ana"), ("other", "Luis")):
        project = done(project, touchpoints.set_parties(project, [id], Role.ACCOUNTABLE, [name]))
    project = done(project, touchpoints.merge_touchpoints(project, visit, ["other"]))
    assert parties(project, visit, Role.ACCOUNTABLE) == {"Ana"}
    assert parties(project, visit, Role.SUPPORTS) == {"Luis"}


def test_replacing_leaves_the_other_as_it_was(project, visit):
    old, new = make(Channel, id="old", name="Fax"), make(Channel, id="new", name="")
    project = Project([*project, old, new])
    project = done(project, set_fields(project, Touchpoint, [visit], DO, channel="old"))
    project = done(project, merging.replace_records(project, Channel, ["old"], "new", DO))
    assert project.get(Touchpoint, visit).channel == "new"
    assert list(project.all(Channel)) == [new]


def test_a_bundled_channel_that_is_kept_keeps_its_own_name(project):
    builtin = make(Channel, id="phone", builtin="phone")
    project = Project([*project, builtin, make(Channel, id="tel", name="Tel.", icon="phone")])
    project = done(project, merging.merge_records(project, Channel, "phone", ["tel"], DO))
    assert project.get(Channel, "phone") == builtin


def test_uses_name_who_uses_an_entry_and_on_which_maps(project, visit):
    [map] = project.maps()
    chat = make(Channel, id="chat", name="Chat")
    steps = [make(Interaction, touchpoint=visit, text=t, channel="chat", order=t) for t in "ab"]
    project = Project([*project, chat, *steps])
    project = done(project, touchpoints.set_channel(project, ["other"], chat))
    found = {use.user.id: use for use in uses(project, Channel, "chat")}
    assert set(found) == {visit, "other"}
    assert found[visit].maps == (map,)
    assert set(found[visit].through) == set(steps)
    assert found["other"].maps == ()
    assert count_uses(project, Channel, "chat") == 2


def test_uses_of_a_party_go_through_processes_to_the_maps_that_show_them(project, visit):
    [map] = project.maps()
    project = done(project, touchpoints.set_processes(project, [visit], ["Cobro"]))
    [process] = project.all(Process)
    project = done(project, touchpoints.set_parties(project, [process.id], Role.SUPPORTS, ["Ana"]))
    [ana] = project.all(Party)
    stage = project.stages(map.id)[0]
    idea = make(Improvement, title="Idea", owner=ana.id, order="V")
    project = Project([*project, idea])
    by_kind = {type(use.user): use for use in uses(project, Party, ana.id)}
    assert by_kind[Process].maps == (map,)
    assert by_kind[Improvement].user == idea
    metric = make(Metric, name="Visitas")
    measure = make(Measure, metric=metric.id, subject=stage.id)
    [use] = uses(Project([*project, metric, measure]), Metric, metric.id)
    assert (use.user, use.maps) == (project.get(Stage, stage.id), (map,))


def test_values_are_part_of_an_axis_and_no_use_of_it(project, visit):
    axis = make(Axis, id="tone", name="Tono", order="V")
    value = make(AxisValue, id="warm", axis="tone", order="V")
    link = make_link(Classification, touchpoint=visit, axis="tone", value="warm")
    assert count_uses(Project([*project, axis, value]), Axis, "tone") == 0
    assert count_uses(Project([*project, axis, value, link]), Axis, "tone") == 1
