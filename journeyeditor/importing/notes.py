"""Rows that name no touchpoint: what else they say is kept in a lane of notes."""

from collections.abc import Iterable, Iterator

from journeyeditor.importing.places import Place
from journeyeditor.importing.rows import TITLES, Row
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.ids import Id, link_id
from journeyeditor.model.order import key_between
from journeyeditor.model.records import Lane, LaneText, make_link
from journeyeditor.model.text import fold
from journeyeditor.translation import N_, Translator, translator

NOTES_LANE = N_("Notes")


def add_notes(draft: Draft, place: Place, rows: Iterable[Row]) -> bool:
    """What rows say beyond their common place, as a note of its stage and segment.

    False where they say nothing, or nothing that is not there already.
    """
    tr = translator(draft.project.info.language)
    text = "\n".join(statement for row in rows for statement in _statements(row, tr))
    if not text:
        return False
    lane = _lane_of_notes(draft, place.map, tr(NOTES_LANE))
    note = make_link(LaneText, lane=lane, stage=place.stage, segment=place.segment, text=text)
    present = draft.project.find(LaneText, note.id)
    if present is None:
        draft.put(note)
    elif note.text in present.text:
        return False
    else:
        draft.revise(present, text=f"{present.text}\n{note.text}".strip())
    return True


def _statements(row: Row, tr: Translator) -> Iterator[str]:
    """One line for each filled column; the notes themselves, which come last, without a title."""
    for column, title in TITLES.items():
        value = getattr(row, column)
        if value in ("", (), None, False):
            continue
        if column == "notes":
            yield value
        else:
            yield f"{tr(title)}: {_written(value, tr)}"


def _written(value: str | tuple[str, ...] | float | bool, tr: Translator) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, bool):
        return tr("yes")
    return tr.number(value, 0 if value == int(value) else 2)


def _lane_of_notes(draft: Draft, map: Id, title: str) -> Id:
    lanes = draft.project.where(Lane, map=map)
    for lane in lanes:
        if lane.kind is LaneKind.TEXT and fold(lane.title) == fold(title):
            return lane.id
    id = link_id("Lane", map, "notes")
    if draft.find(Lane, id) is None:
        order = key_between(lanes[-1].order if lanes else "")
        draft.add(Lane, id=id, map=map, kind=LaneKind.TEXT, title=title, order=order)
    return id
