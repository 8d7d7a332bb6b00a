"""What a user may do to a project, at random: for properties that must hold after any history."""

import random
from collections.abc import Callable

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Role
from journeyeditor.model.edits import (
    axes,
    cards,
    classifying,
    clipboard,
    lanes,
    maps,
    merging,
    touchpoints,
)
from journeyeditor.model.edits.records import add_record, remove_records, set_fields
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import FREE, lanes_of, lanes_on_offer
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    CustomField,
    DataItem,
    JourneyMap,
    Lane,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProjectInfo,
    Reading,
    Segment,
    Stage,
    Touchpoint,
)

Act = Callable[[Project, random.Random], Change | None]
NAMES = ("Visita", "Pago", "Llamada", "Reseña «5★»", "Devolución", "a\u0301", "配送", "")


def small_project() -> Project:
    """One map of two stages and two segments with a card."""
    map = make(JourneyMap, name="Mapa", order="V")
    stages = [make(Stage, map=map.id, name=name, order=name) for name in ("A", "B")]
    segments = [make(Segment, map=map.id, name=name, order=name) for name in ("A", "B")]
    touchpoint = make(Touchpoint, name="Visita", code="TP-001")
    card = make(
        Placement,
        touchpoint=touchpoint.id,
        stage=stages[0].id,
        segment=segments[0].id,
        order="V",
    )
    info = make(ProjectInfo, uuid="5f0c", name="Proyecto", language="es")
    return Project([info, map, *stages, *segments, touchpoint, card])


def act(project: Project, chance: random.Random) -> Change | None:
    """One random thing that a user does; None if it would change nothing or cannot be done."""
    return chance.choice(ACTS)(project, chance)


def _cell(project: Project, chance: random.Random) -> tuple[Id, Id, int] | None:
    stages = sorted(project.all(Stage), key=lambda stage: stage.id)
    stage = chance.choice(stages) if stages else None
    segments = project.segments(stage.map) if stage else ()
    if stage is None or not segments:
        return None
    segment = chance.choice(segments)
    return stage.id, segment.id, chance.randrange(len(project.cell(stage.id, segment.id)) + 1)


def _some(project: Project, kind: type, chance: random.Random) -> list[Id]:
    ids = sorted(record.id for record in project.all(kind))
    return chance.sample(ids, min(len(ids), chance.randint(1, 3)))


def _into_cell(edit: Callable[..., Change | None]) -> Act:
    def act(project: Project, chance: random.Random) -> Change | None:
        cell = _cell(project, chance)
        ids = _some(project, Placement, chance)
        return edit(project, ids, *cell) if cell and ids else None

    return act


def _add(project: Project, chance: random.Random) -> Change | None:
    cell = _cell(project, chance)
    return cards.add_card(project, *cell, chance.choice(NAMES)) if cell else None


def _paste(project: Project, chance: random.Random) -> Change | None:
    cell, ids = _cell(project, chance), _some(project, Placement, chance)
    if not cell or not ids:
        return None
    clip = clipboard.clip_cards(project, ids, cut=chance.random() < 0.3)
    return clipboard.paste_cards(project, clip, *cell, shared=chance.random() < 0.5)


def _type(project: Project, chance: random.Random) -> Change | None:
    ids = _some(project, Touchpoint, chance)[:1]
    text = "".join(chance.choices("abc é\n", k=chance.randint(0, 5)))
    return set_fields(project, Touchpoint, ids, Label("Rename"), merge=True, name=text)


def _feel(project: Project, chance: random.Random) -> Change | None:
    emotion = chance.choice([None, -2.0, -0.5, 0.0, 1.0, 2.0])
    needs = tuple(chance.sample(NAMES, 2))
    ids = _some(project, Placement, chance)
    return set_fields(project, Placement, ids, Label("Emotion"), emotion=emotion, needs=needs)


def _own(project: Project, chance: random.Random) -> Change | None:
    names = chance.sample(["Ana", "Luis", "ANA", "Almacén"], 2)
    ids = _some(project, Touchpoint, chance)
    return touchpoints.set_parties(project, ids, chance.choice(list(Role)), names)


def _axis(project: Project, chance: random.Random) -> Change | None:
    maps_ = project.maps()
    if not maps_:
        return None
    map = chance.choice(maps_).id
    add = chance.choice([axes.add_stage, axes.add_segment])
    return add(project, map, chance.randint(0, 3), chance.choice(NAMES))


def _reorder(project: Project, chance: random.Random) -> Change | None:
    kind, move = chance.choice(
        [
            (Stage, axes.move_stage),
            (Segment, axes.move_segment),
            (JourneyMap, maps.move_map),
        ]
    )
    ids = _some(project, kind, chance)
    return move(project, ids[0], chance.randint(0, 3)) if ids else None


def _remove(project: Project, chance: random.Random) -> Change | None:
    kind, remove = chance.choice(
        [
            (Placement, cards.remove_cards),
            (Touchpoint, cards.delete_touchpoints),
            (Stage, axes.remove_stages),
            (Segment, axes.remove_segments),
            (Placement, touchpoints.detach),
        ]
    )
    ids = _some(project, kind, chance)[:1]
    return remove(project, ids) if ids else None


def _map(project: Project, chance: random.Random) -> Change | None:
    ids = _some(project, JourneyMap, chance)
    if not ids or project.count(JourneyMap) < 2:
        return maps.add_map(project, 0, "Otro", "Cliente", "Uno", "Dos")
    if chance.random() < 0.5 and project.count(Placement) < 60:
        return maps.duplicate_map(project, ids[0], "Futuro")
    return maps.remove_map(project, ids[0])


def _merge(project: Project, chance: random.Random) -> Change | None:
    ids = _some(project, Touchpoint, chance)
    return touchpoints.merge_touchpoints(project, ids[0], ids[1:]) if len(ids) > 1 else None


def _process(project: Project, chance: random.Random) -> Change | None:
    ids = _some(project, Touchpoint, chance)
    return touchpoints.set_processes(project, ids, chance.sample(["Pago", "Envío", "pago"], 2))


def _know(project: Project, chance: random.Random) -> Change | None:
    """Say something about touchpoints with the entries of a catalogue, new ones among them."""
    ids = _some(project, Touchpoint, chance)
    names = chance.sample(["Ventas", "Pedido", "PEDIDO", "Queja"], 2)
    axis = make(Axis, id="axis", name="Tono", order="V")
    values = [make(AxisValue, id=id, axis="axis", name=id, order=id) for id in ("warm", "cool")]
    there = [value.id for value in project.where(AxisValue, axis="axis")] or ["warm", "cool"]
    value = chance.choice([*there, None])
    channel = make(Channel, name=chance.choice(names))
    return chance.choice(
        [
            lambda: touchpoints.set_channel(project, ids, channel),
            lambda: touchpoints.set_data(project, ids, names),
            lambda: touchpoints.set_metrics(project, ids, names),
            lambda: classifying.classify(project, ids, "axis", value, [axis, *values]),
        ]
    )()


def _add_to_entries(project: Project, chance: random.Random) -> Change | None:
    """A reading of a measure, an owner of a process, a department or an own field's value."""
    label = Label("Add")
    subject = [*_some(project, Touchpoint, chance), ""][0]
    for measure in _some(project, Measure, chance):
        return add_record(project, Reading, label, measure=measure, value=chance.random())
    for process in _some(project, Process, chance):
        return touchpoints.set_parties(project, [process], Role.ACCOUNTABLE, ["Ana", "Compras"])
    if field := _some(project, CustomField, chance)[:1]:
        return classifying.set_own_field(project, field[0], [subject] if subject else [], "sí")
    return add_record(project, CustomField, label, name="Turno")


ENTRIES: tuple[type[Record], ...] = (Channel, Party, Process, DataItem, Metric)


def _merge_entries(project: Project, chance: random.Random) -> Change | None:
    kind = chance.choice([*ENTRIES, AxisValue])
    keep, *others = [*_some(project, kind, chance), ""][:3]
    if not others or not others[0]:
        return None
    if kind is AxisValue or chance.random() < 0.3:
        return merging.replace_records(project, kind, others[:1], keep, Label("Replace"))
    return merging.merge_records(project, kind, keep, filter(None, others), Label("Merge"))


def _belong(project: Project, chance: random.Random) -> Change | None:
    person, *departments = [*_some(project, Party, chance), ""][:2]
    if not departments or not departments[0]:
        return None
    label = Label("Department")
    return set_fields(project, Party, [person], label, department=departments[0])


def _forget_entry(project: Project, chance: random.Random) -> Change | None:
    kind = chance.choice(ENTRIES)
    return remove_records(project, kind, _some(project, kind, chance)[:1], Label("Remove"))


def _lane(project: Project, chance: random.Random) -> Change | None:
    """Choose, move or fill a lane."""
    cell = _cell(project, chance)
    if cell is None:
        return None
    map = project.get(Stage, cell[0]).map
    own, on_offer = lanes_of(project, map), lanes_on_offer(project, map)
    lane = chance.choice((*own, *on_offer))
    todo = chance.randrange(4)
    if todo == 0:
        return lanes.show_lane(project, lane, "Carril", visible=chance.random() < 0.7)
    if todo == 1 and lane in own:
        return lanes.move_lane(project, lane, chance.randint(0, len(own)), "Carril")
    if todo == 2 and lane in own and lane.kind in FREE:
        return lanes.set_lane_text(project, (lane.id, *cell[:2]), chance.choice(NAMES))
    if project.count(Lane) > 8 and project.find(Lane, lane.id):
        return lanes.remove_lane(project, lane.id, "Carril")
    return lanes.add_lane(project, map, chance.choice(FREE), chance.choice(NAMES))


ACTS: tuple[Act, ...] = (
    _add,
    _add,
    _type,
    _type,
    _feel,
    _own,
    _process,
    _paste,
    _into_cell(cards.move_cards),
    _into_cell(cards.move_cards),
    _into_cell(cards.copy_cards),
    _into_cell(cards.link_cards),
    _axis,
    _reorder,
    _remove,
    _map,
    _lane,
    _merge,
    _know,
    _know,
    _add_to_entries,
    _belong,
    _merge_entries,
    _merge_entries,
    _forget_entry,
)
