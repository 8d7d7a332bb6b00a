"""Projects that tests export."""

from collections.abc import Iterator

from journeyeditor.model.fields import Record, make
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    JourneyMap,
    Placement,
    ProjectInfo,
    Segment,
    Stage,
    Touchpoint,
)


def project_of(
    *maps: str,
    stages: int = 3,
    cards: int = 2,
    width: float = 144,
    name: str = "Tienda",
    logo: str = "",
) -> Project:
    """A Spanish project with maps of one segment; `logo` is the SHA-256 of its picture."""
    asset = [make(Asset, sha256=logo, mime="image/png")] if logo else []
    info = make(
        ProjectInfo,
        uuid="u",
        name=name,
        client="Lúmina Hogar",
        author="Nora Sanz",
        language="es",
        logo=asset[0].id if asset else None,
    )
    records: list[Record] = [info, *asset]
    for title, order in zip(maps, keys_between("", "", len(maps)), strict=True):
        records += _map(title, order, stages, cards, width)
    return Project(records)


def _map(title: str, order: str, stages: int, cards: int, width: float) -> Iterator[Record]:
    map = make(JourneyMap, name=title, order=order)
    segment = make(Segment, map=map.id, name="Compradora", order="V")
    yield from (map, segment)
    for number, key in enumerate(keys_between("", "", stages), 1):
        stage = make(Stage, map=map.id, name=f"Etapa {number}", width=width, order=key)
        yield stage
        for place in keys_between("", "", cards):
            moment = make(Touchpoint, name=f"Momento {number}{place} de {title}")
            yield moment
            yield make(
                Placement,
                touchpoint=moment.id,
                stage=stage.id,
                segment=segment.id,
                emotion=1.0,
                order=place,
            )
