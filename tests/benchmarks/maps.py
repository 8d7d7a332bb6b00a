"""Maps of a given size, as a busy team would leave them."""

import random

from journeyeditor.catalogue import builtin_channel
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.fields import Record, make
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    JourneyMap,
    Party,
    Placement,
    ProjectInfo,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    make_link,
)

SHAPES = {84: (7, 3, 4), 490: (7, 10, 7), 5040: (14, 36, 10)}
"""Stages, segments and cards in a cell, by number of cards."""

TEXT = (
    "pago tarjeta entrega domicilio pedido factura consulta plazo tienda escaparate reseña blog "
    "devolución artículo atención teléfono cita visita sala exposición presupuesto correo oferta"
)
WORDS = TEXT.split()
CHANNELS = ("online_shop", "email", "phone", "shop", "social", "delivery", "reviews")


def busy_project(count: int) -> Project:
    """A project with one map of `count` cards (a key of SHAPES), the same at each call."""
    chance = random.Random(count)
    stages, segments, depth = SHAPES[count]
    map = make(JourneyMap, name="Mapa", order="V")
    columns = [
        make(Stage, map=map.id, name=f"Etapa {i}", goal=_words(chance, 4), order=key)
        for i, key in enumerate(keys_between("", "", stages))
    ]
    rows = [
        make(Segment, map=map.id, name=f"Segmento {i}", description=_words(chance, 6), order=key)
        for i, key in enumerate(keys_between("", "", segments))
    ]
    channels = [builtin_channel(key) for key in CHANNELS]
    people = [make(Party, name=f"{w.title()} Ruiz", kind=PartyKind.PERSON) for w in WORDS]
    records: list[Record] = [map, *columns, *rows, *channels, *people]
    for number, (row, column, order) in enumerate(
        (row, column, order)
        for row in rows
        for column in columns
        for order in keys_between("", "", depth)
    ):
        records += _card(chance, number, row, column, order, channels, people)
    return Project([make(ProjectInfo, uuid="bench", name="Proyecto", language="es"), *records])


def _card(
    chance: random.Random,
    number: int,
    row: Segment,
    column: Stage,
    order: str,
    channels: list[Channel],
    people: list[Party],
) -> list[Record]:
    touchpoint = make(
        Touchpoint,
        code=f"TP-{number:03}",
        name=_words(chance, chance.randint(2, 6)).capitalize(),
        channel=chance.choice(channels).id,
        description=_words(chance, 20),
    )
    card = make(
        Placement,
        touchpoint=touchpoint.id,
        stage=column.id,
        segment=row.id,
        emotion=float(chance.randint(-2, 2)),
        critical=chance.random() < 0.1,
        needs=(_words(chance, 5),),
        order=order,
    )
    owners = [
        make_link(Responsibility, subject=touchpoint.id, party=person.id, role=Role.RESPONSIBLE)
        for person in chance.sample(people, chance.randint(0, 2))
    ]
    return [touchpoint, card, *owners]


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))
