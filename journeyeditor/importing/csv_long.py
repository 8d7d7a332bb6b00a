"""Import of CSV files: one placement a row (see `rows`), or one lane a row (see `matrix`)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from journeyeditor.catalogue import catalogue_channel, channel_key, channels_by_key
from journeyeditor.errors import Refused
from journeyeditor.importing.identity import Moments, shared_of_row
from journeyeditor.importing.lanes import add_lane_texts
from journeyeditor.importing.matrix import is_matrix, read_matrix
from journeyeditor.importing.places import Place, places_of
from journeyeditor.importing.rows import COLUMNS, REQUIRED, Problem, Row, check_columns, read_rows
from journeyeditor.importing.table import Table, column_key, read_table
from journeyeditor.importing.touchpoints import add_cards, write_touchpoints
from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.edits.touchpoints import new_channel
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel
from journeyeditor.model.text import fold
from journeyeditor.translation import tr

LISTED = 10
"""So many problems are spelled out in one message."""


@dataclass(frozen=True)
class Imported:
    """What a file adds to a project, as one step; None if the project has it all already.

    `problems` are for the reader to look at, and stopped nothing. `counts` are the new records
    of each kind.
    """

    change: Change | None
    problems: tuple[Problem, ...]
    counts: Mapping[type[Record], int]


def read_csv(path: Path, project: Project) -> Imported:
    """A CSV file of either format as a Change of the project.

    What the project has already under the same name is used and completed, never overwritten.
    Refused, with every problem and its line, where any of the file is not as the format says.
    """
    rows = _checked_rows(read_table(path, COLUMNS), path)
    draft = Draft(project)
    problems = _add_rows(draft, rows, unnamed_map=path.stem)
    change = draft.change(Label("Import “{name}”", name=path.name))
    return Imported(change, tuple(problems), _new_records(change))


def _checked_rows(table: Table, path: Path) -> list[Row]:
    names = [column_key(name) for name in table.header.cells]
    if not set(REQUIRED[1:]).intersection(names[1:]) and is_matrix(table):
        rows, problems = read_matrix(table)
    else:
        _check_header(names, table, path)
        rows, problems = read_rows(names, table.lines)
    if problems:
        raise Refused(
            listed(problems),
            where=str(path),
            advice=tr("Nothing was imported. Correct the file and import it again."),
        )
    return rows


def _check_header(names: Sequence[str], table: Table, path: Path) -> None:
    if wrong := check_columns(names):
        raise Refused(
            " ".join(wrong),
            where=str(path),
            advice=tr(
                "The first line names the columns. These are known: {names}.",
                names=", ".join(COLUMNS),
            ),
        )
    if not table.lines:
        raise Refused(
            tr("This file has no row under its header."),
            where=str(path),
            advice=tr("Write one row for each touchpoint of a stage and segment."),
        )


def listed(problems: Sequence[Problem]) -> str:
    """The problems, one a line; of many, how many more there are."""
    lines = [
        tr("Line {line}: {problem}.", line=problem.line, problem=problem.message)
        for problem in problems[:LISTED]
    ]
    if more := len(problems) - len(lines):
        lines.append(tr.plural("And {count} more problem.", "And {count} more problems.", more))
    return "\n".join(lines)


def _add_rows(draft: Draft, rows: Sequence[Row], unnamed_map: str) -> list[Problem]:
    """Everything that the rows say, drafted in their order; what a reader should look at."""
    places = places_of(draft, rows, unnamed_map)
    problems = [Problem(row.line, note) for row in rows for note in _notes_on_scores(row)]
    channels = _channels(draft, rows)
    known = Moments(draft.project)
    moments = []
    cells: dict[Place, list[tuple[Row, Id]]] = {}
    for row, place in zip(rows, places, strict=True):
        if row.touchpoint:
            channel = channels.get(fold(row.channel))
            moment, why = known.settle(row.touchpoint, channel, shared_of_row(row), place.map)
            if why:
                problems.append(Problem(row.line, _on_namesake(row.touchpoint, why)))
            moments.append(moment)
            cells.setdefault(place, []).append((row, moment.id))
    write_touchpoints(draft, moments)
    for place, cards in cells.items():
        add_cards(draft, place, cards)
    noted = add_lane_texts(draft, zip(rows, places, strict=True))
    problems += [
        Problem(row.line, tr("no touchpoint; what the row says is kept as a note of its stage"))
        for row, place in zip(rows, places, strict=True)
        if not row.touchpoint and place in noted
    ]
    return sorted(problems, key=lambda problem: problem.line)


def _notes_on_scores(row: Row) -> list[str]:
    return [
        tr("{column}: 0 is taken as “not rated”", column=column)
        for column in ("importance", "satisfaction")
        if getattr(row, column) == 0
    ]


def _on_namesake(name: str, columns: Sequence[str]) -> str:
    return tr(
        "“{name}” becomes a touchpoint of its own: another of that name differs ({columns})",
        name=name,
        columns=", ".join(columns),
    )


def _channels(draft: Draft, rows: Sequence[Row]) -> dict[str, Id]:
    """The channels of the rows by folded name, made as they are met."""
    language = draft.project.info.language
    present = tuple(draft.project.all(Channel))
    taken = {channel.id for channel in present}
    known = channels_by_key(present, language)
    ids: dict[str, Id] = {}
    for name in dict.fromkeys(row.channel for row in rows if row.channel):
        key = channel_key(name)
        if key not in known:
            known[key] = draft.put(catalogue_channel(name, language, taken) or new_channel(name))
        ids[fold(name)] = known[key].id
    return ids


def _new_records(change: Change | None) -> Mapping[type[Record], int]:
    after = change.after.items() if change else ()
    before = change.before if change else {}
    new = (record for id, record in after if record is not None and before[id] is None)
    return MappingProxyType(Counter(type(record) for record in new))
