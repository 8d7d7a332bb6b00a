"""A map as a consultant would leave it: seven stages, three segments, thirty cards."""

from collections.abc import Iterator

from journeyeditor.model.choices import ChannelFamily, PartyKind, Role
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import link_id
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
)

MAP = "map"
STAGES = (
    ("Conciencia", "Que nos descubran y nos recuerden", 3),
    ("Conocimiento", "Que entiendan qué ofrecemos", 3),
    ("Consideración", "Que nos comparen y ganemos", 4),
    ("Selección", "Que compren sin fricción", 5),
    ("Satisfacción", "Que reciban lo que esperaban", 3),
    ("Lealtad", "Que vuelvan a comprar", 5),
    ("Promoción", "Que nos recomienden", 2),
)
PARTIES = {
    "MR": "Marta Ruiz",
    "LV": "Luis Vega",
    "AP": "Ana Prieto",
    "JC": "Jorge Cano",
    "SN": "Sara Núñez",
    "PT": "Pablo Torres",
    "IG": "Inés Gil",
    "AC": "Atención al cliente",
    "MA": "Marketing",
    "AL": "Almacén",
    "TI": "Tiendas",
}
DEPARTMENTS = ("AC", "MA", "AL", "TI")
F = ChannelFamily
CHANNELS = {
    "ads": ("Publicidad", F.ADVERTISING, "megaphone"),
    "post": ("Correo postal", F.ADVERTISING, "mailbox"),
    "social": ("Redes sociales", F.SOCIAL, "hash"),
    "review": ("Reseñas", F.SOCIAL, "star"),
    "mouth": ("Boca a boca", F.SOCIAL, "message-square-quote"),
    "shop": ("Tienda online", F.WEB, "shopping-cart"),
    "site": ("Sitio web", F.WEB, "globe"),
    "chat": ("WhatsApp", F.MESSAGING, "message-circle"),
    "mail": ("Email", F.DOCUMENTS, "mail"),
    "phone": ("Teléfono", F.PHONE, "phone"),
    "video": ("Videollamada", F.PHONE, "video"),
    "store": ("Tienda", F.STORE, "store"),
    "fair": ("Evento", F.STORE, "ticket"),
    "pack": ("Embalaje", F.PRODUCT, "package"),
    "van": ("Entrega", F.PRODUCT, "truck"),
}
# Segment by segment, stage by stage: "title | channel | owners | emotion", "!" where critical.
SEGMENTS: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "Compradora digital",
        "Compra desde el móvil y compara precios",
        (
            (
                "Anuncio de la colección de otoño|social|MR|1",
                "Reseña en un blog de decoración|review||1",
            ),
            ("Ficha de producto en el móvil|shop|LV|1", "Guía de medidas y montaje|site|LV AP|0"),
            (
                "Comparación de precios y envío|shop|LV|-1",
                "Consulta del plazo de entrega|chat|AP AC|1",
            ),
            (
                "Pago con tarjeta o Bizum|shop|LV PT|-1!",
                "Confirmación y factura del pedido|mail|PT|1",
            ),
            (
                "Entrega en casa con embalaje reciclado|pack|JC|2",
                "Devolución de un artículo que no encaja|van|JC AP|-2!",
            ),
            ("Boletín mensual con ofertas según sus compras|mail||0",),
            ("Invitación a escribir una reseña|review|MR|1",),
        ),
    ),
    (
        "Cliente de tienda",
        "Quiere ver, tocar y que le asesoren",
        (
            ("Escaparate de temporada|store|SN|1", "Folleto de ofertas en el buzón|post|MR|0"),
            ("Visita a la sala de exposición con ambientes montados|store|SN TI|2",),
            (
                "Asesoramiento del personal de tienda|store|SN|2!",
                "Consulta de existencias por teléfono|phone|AP|-1",
            ),
            (
                "Cola y pago en la caja|store|SN TI|-2!",
                "Confirmación y factura del pedido|mail|PT|1",
            ),
            ("Entrega y montaje a domicilio|van|JC AL|1",),
            (),
            ("Recomendación a familiares y vecinos|mouth||1",),
        ),
    ),
    (
        "Empresa pequeña",
        "Equipa su oficina y necesita factura",
        (
            ("Anuncio en buscadores|ads|MR MA|0", "Feria del comercio local|fair|IG|1"),
            ("Catálogo profesional para oficinas|site|IG|1",),
            ("Solicitud de presupuesto|mail|IG|-1", "Consulta del plazo de entrega|chat|AP AC|1"),
            (
                "Llamada de la gestora comercial|phone|IG|2!",
                "Confirmación y factura del pedido|mail|PT|-1",
            ),
            ("Entrega en la oficina con cita previa|van|JC|1",),
            ("Revisión anual de la cuenta|video|IG|1",),
            (),
        ),
    ),
)


def sample() -> Project:
    """The map, with ids that say what a record is: "stage-3", "segment-0", "card-4-0-1"."""
    return Project(_records())


def _records() -> Iterator[Record]:
    yield make(ProjectInfo, uuid="1", name="Catálogo", client="Lúmina Hogar", author="Nora Sanz")
    yield make(JourneyMap, id=MAP, name="Mapa del viaje de cliente", version="3", order="V")
    orders = keys_between("", "", len(STAGES))
    for i, (name, goal, importance) in enumerate(STAGES):
        yield make(
            Stage,
            id=f"stage-{i}",
            map=MAP,
            name=name,
            goal=goal,
            importance=importance,
            order=orders[i],
        )
    for key, name in PARTIES.items():
        kind = PartyKind.DEPARTMENT if key in DEPARTMENTS else PartyKind.PERSON
        yield make(Party, id=f"party-{key}", name=name, kind=kind)
    for key, (name, family, icon) in CHANNELS.items():
        yield make(Channel, id=f"channel-{key}", name=name, family=family, icon=icon)
    seen: set[str] = set()
    for j, (name, description, cells) in enumerate(SEGMENTS):
        segment = f"segment-{j}"
        yield make(
            Segment, id=segment, map=MAP, name=name, description=description, order=orders[j]
        )
        for i, cards in enumerate(cells):
            for k, (text, order) in enumerate(
                zip(cards, keys_between("", "", len(cards)), strict=True)
            ):
                yield from _card(text, f"{i}-{j}-{k}", f"stage-{i}", segment, order, seen)


def _card(
    text: str, number: str, stage: str, segment: str, order: str, seen: set[str]
) -> Iterator[Record]:
    title, channel, owners, emotion = text.split("|")
    touchpoint = link_id("Touchpoint", title)
    if title not in seen:
        seen.add(title)
        yield make(Touchpoint, id=touchpoint, name=title, channel=f"channel-{channel}")
        roles = (Role.RESPONSIBLE, Role.ACCOUNTABLE)
        for owner, role in zip(owners.split(), roles, strict=False):
            party = f"party-{owner}"
            id = link_id("Responsibility", touchpoint, party, role)
            yield make(Responsibility, id=id, subject=touchpoint, party=party, role=role)
    yield make(
        Placement,
        id=f"card-{number}",
        touchpoint=touchpoint,
        stage=stage,
        segment=segment,
        order=order,
        emotion=float(emotion.rstrip("!")),
        critical=emotion.endswith("!"),
    )
