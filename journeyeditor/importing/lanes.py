"""Lanes of text: what a matrix says under its steps, and what rows without a touchpoint say."""

from collections.abc import Iterable, Iterator

from journeyeditor.importing.places import Place
from journeyeditor.importing.rows import TITLES, Row
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Lane, LaneText, make_link
from journeyeditor.model.text import fold
from journeyeditor.translation import N_, Translator, translator

NOTES_LANE = N_("Notes")


def add_lane_texts(draft: Draft, rows: Iterable[tuple[Row, Place]]) -> set[Place]:
    """Texts of lanes, and as notes what rows without a touchpoint say beyond their place.

    Returns where there is a note that was not there before.
    """
    tr = translator(draft.project.info.language)
    texts: dict[tuple[Place, str], list[str]] = {}
    for row, place in rows:
        for title, text in row.lanes:
            texts.setdefault((place, title), []).append(text)
        if not row.touchpoint and (statements := tuple(_statements(row, tr))):
            texts.setdefault((place, tr(NOTES_LANE)), []).extend(statements)
    titles: dict[Id, list[str]] = {}
    for place, title in texts:
        titles.setdefault(place.map, []).append(title)
    lanes = {map: _lanes(draft, map, names) for map, names in titles.items()}
    return {
        place
        for (place, title), lines in texts.items()
        if _add_text(draft, lanes[place.map][fold(title)], place, "\n".join(lines))
        and title == tr(NOTES_LANE)
    }


def _add_text(draft: Draft, lane: Id, place: Place, text: str) -> bool:
    """A text after what the lane says there; False where it is there already."""
    note = make_link(LaneText, lane=lane, stage=place.stage, segment=place.segment, text=text)
    present = draft.find(LaneText, note.id)
    if present is None:
        draft.put(note)
    elif note.text in present.text:
        return False
    else:
        draft.revise(present, text=f"{present.text}\n{note.text}".strip())
    return True


def _lanes(draft: Draft, map: Id, titles: Iterable[str]) -> dict[str, Id]:
    """A map's text lanes by folded title, with new ones after those it has."""
    present = draft.project.where(Lane, map=map)
    ids = {fold(lane.title): lane.id for lane in present if lane.kind is LaneKind.TEXT}
    new = {fold(title): title for title in titles if fold(title) not in ids}
    orders = draft.order_keys(present, len(present), len(new))
    for (key, title), order in zip(new.items(), orders, strict=True):
        ids[key] = draft.add(Lane, map=map, kind=LaneKind.TEXT, title=title, order=order).id
    return ids


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
