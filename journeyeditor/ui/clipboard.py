"""Cards on the system's clipboard: as themselves for us, as text and table for other programs."""

import csv
import io

import msgspec
from PySide6.QtCore import QMimeData

from journeyeditor.catalogue import channel_name
from journeyeditor.model.edits.clipboard import Clip
from journeyeditor.model.fields import Record, fields_of, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KIND_BY_NAME,
    Channel,
    Placement,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.translation import tr

MIME = "application/x-journeyeditor-cards"
TABLE = "text/tab-separated-values"
TOUCHPOINTS = "application/x-journeyeditor-touchpoints"
"""Ids of touchpoints dragged within a window, as a JSON list."""
LARGEST = 50_000_000
MOST_LINES = 500
_BULLETS = "-–—•*·◦▪ \t"


class _Wire(msgspec.Struct):
    """The form in which cards travel; records by the names of their kinds."""

    version: int
    cut: bool
    cards: tuple[Id, ...]
    records: dict[str, msgspec.Raw]


def to_mime(project: Project, clip: Clip) -> QMimeData:
    """What the clipboard gets."""
    made = QMimeData()
    made.setData(MIME, encode(clip))
    table = _table(project, clip)
    made.setText("\n".join(row[0] for row in table[1:]))
    made.setData(TABLE, "\n".join("\t".join(row) for row in table).encode())
    return made


def from_mime(data: QMimeData) -> Clip | list[str] | None:
    """Cards, or lines of text that become cards; None where there is nothing of the kind."""
    if data.hasFormat(MIME):
        return decode(bytes(data.data(MIME).data()))
    lines = lines_of(data.text()) if data.hasText() else []
    return lines or None


def encode(clip: Clip) -> bytes:
    """A clip in the form in which it travels."""
    by_kind: dict[str, list[Record]] = {}
    for record in clip.records:
        by_kind.setdefault(type(record).__name__, []).append(record)
    records = {name: msgspec.Raw(msgspec.json.encode(group)) for name, group in by_kind.items()}
    return msgspec.json.encode(_Wire(1, clip.cut, clip.cards, records))


def decode(content: bytes) -> Clip | None:
    """The clip that another window wrote; None where the bytes are not one.

    The types of all fields are checked here, their values when the pasted cards are performed.
    """
    if len(content) > LARGEST:
        return None
    try:
        wire = msgspec.json.decode(content, type=_Wire)
        records = tuple(
            _cleaned(record)
            for name, raw in wire.records.items()
            for record in _decode_kind(KIND_BY_NAME[name], raw)
        )
    except (msgspec.MsgspecError, KeyError, RecursionError, ValueError):
        return None
    clip = Clip(records, wire.cards, wire.cut)
    return clip if wire.version == 1 and _whole(clip) else None


def _decode_kind(kind: type[Record], content: msgspec.Raw) -> list[Record]:
    return msgspec.json.decode(content, type=list[kind])  # type: ignore[valid-type]


def lines_of(text: str) -> list[str]:
    """One entry a line, of a table the first column; without bullets, blanks and repetition."""
    rows = csv.reader(io.StringIO(text), delimiter="\t") if "\t" in text else None
    cells = [row[0] if row else "" for row in rows] if rows else text.splitlines()
    names = (" ".join(cell.split()).lstrip(_BULLETS) for cell in cells)
    return list(dict.fromkeys(name for name in names if name))


def _whole(clip: Clip) -> bool:
    """Whether every card is there, with its touchpoint."""
    cards = {r.id: r for r in clip.records if isinstance(r, Placement)}
    touchpoints = {r.id for r in clip.records if isinstance(r, Touchpoint)}
    return (
        bool(clip.cards)
        and cards.keys() == set(clip.cards)
        and all(card.touchpoint in touchpoints for card in cards.values())
    )


def _cleaned(record: Record) -> Record:
    return revise(record, **{f.name: getattr(record, f.name) for f in fields_of(type(record))})


def _table(project: Project, clip: Clip) -> list[list[str]]:
    head = [tr("Touchpoint"), tr("Channel"), tr("Stage"), tr("Segment"), tr("Emotion")]
    return [head, *(_line(project, id) for id in clip.cards)]


def _line(project: Project, id: Id) -> list[str]:
    card = project.get(Placement, id)
    touchpoint = project.get(Touchpoint, card.touchpoint)
    channel = project.find(Channel, touchpoint.channel)
    cells = (
        touchpoint.name,
        channel_name(channel, tr.language) if channel else "",
        project.get(Stage, card.stage).name,
        project.get(Segment, card.segment).name,
        "" if card.emotion is None else tr.number(card.emotion, signed=True),
    )
    return [" ".join(cell.split()) for cell in cells]
