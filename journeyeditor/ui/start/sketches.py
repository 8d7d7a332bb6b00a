"""Sketches of maps: the little that a picture on the start page needs, kept between runs."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Touchpoint

SEGMENTS, STAGES, CARDS = 4, 10, 3

Dot = tuple[ChannelFamily | None, float | None]
"""A card: its channel's family and its emotion."""


@dataclass(frozen=True)
class Sketch:
    """A map in small: by segment and stage, the first few cards. `touchpoints` counts all cards."""

    touchpoints: int
    rows: tuple[tuple[tuple[Dot, ...], ...], ...]


def sketch(project: Project, map: Id) -> Sketch:
    """The sketch of one map of a project."""
    stages = project.stages(map)[:STAGES]
    rows = tuple(
        tuple(
            tuple(
                (_family(project, card.touchpoint), card.emotion)
                for card in project.cell(stage.id, segment.id)[:CARDS]
            )
            for stage in stages
        )
        for segment in project.segments(map)[:SEGMENTS]
    )
    return Sketch(len(project.placements(map)), rows)


def keep_sketch(path: Path, made: Sketch) -> None:
    """Remember the sketch of a file; a cache that cannot be written to is no matter."""
    try:
        target = _place(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(msgspec.json.encode(made))
    except OSError:
        return


def kept_sketch(path: Path) -> Sketch | None:
    """The remembered sketch of a file, if there is one."""
    try:
        return msgspec.json.decode(_place(path).read_bytes(), type=Sketch)
    except (OSError, msgspec.DecodeError):
        return None


def _family(project: Project, touchpoint: Id) -> ChannelFamily | None:
    channel = project.find(Channel, project.get(Touchpoint, touchpoint).channel)
    return channel.family if channel else None


def _place(path: Path) -> Path:
    name = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return user_cache_path("journeyeditor", appauthor=False) / "sketches" / f"{name}.json"
