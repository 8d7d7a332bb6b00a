"""The immutable snapshot of a project, and its ordered queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeVar, cast

from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap, Placement, ProjectInfo, Segment, Stage

R = TypeVar("R", bound=Record)
Tables = Mapping[type[Record], Mapping[Id, Record]]
_IndexKey = tuple[type[Record], tuple[str, ...]]
_Index = dict[Any, tuple[Record, ...]]


class StaleChange(ValueError):
    """A Change does not start from this project's state."""


class Project:
    """All records of a project at one moment.

    Never changes, so another thread may read it without locks. `apply` makes the next snapshot,
    which shares all that stayed the same.
    """

    __slots__ = ("_indexes", "_tables")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        tables: dict[type[Record], dict[Id, Record]] = {}
        for record in records:
            tables.setdefault(type(record), {})[record.id] = record
        self._tables: dict[type[Record], dict[Id, Record]] = tables
        self._indexes: dict[_IndexKey, _Index] = {}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Project):
            return NotImplemented
        kinds = self._tables.keys() | other._tables.keys()
        return all(self._tables.get(kind, {}) == other._tables.get(kind, {}) for kind in kinds)

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Record]:
        return (record for table in self._tables.values() for record in table.values())

    def __len__(self) -> int:
        return sum(len(table) for table in self._tables.values())

    @property
    def info(self) -> ProjectInfo:
        """The project's own sheet."""
        return next(iter(self.all(ProjectInfo)))

    def all(self, kind: type[R]) -> Iterable[R]:
        """Every record of a kind, in no order."""
        return cast("Iterable[R]", self._tables.get(kind, {}).values())

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind there are."""
        return len(self._tables.get(kind, ()))

    def find(self, kind: type[R], id: Id | None) -> R | None:
        """The record, or None where there is none."""
        return cast("R | None", self._tables.get(kind, {}).get(id or ""))

    def get(self, kind: type[R], id: Id) -> R:
        """The record; KeyError where there is none."""
        return cast(R, self._tables[kind][id])

    def ordered(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by order key."""
        return self.where(kind)

    def where(self, kind: type[R], /, **values: Any) -> tuple[R, ...]:
        """The records of a kind whose fields have these values, by order key and then id.

        Indexed on first use; the index moves on with each `apply`.
        """
        names = tuple(sorted(values)) if len(values) > 1 else tuple(values)
        index = self._indexes.get((kind, names))
        if index is None:
            index = _build_index(self._tables.get(kind, {}).values(), names)
            self._indexes[kind, names] = index
        key = values[names[0]] if len(names) == 1 else tuple([values[name] for name in names])
        return cast("tuple[R, ...]", index.get(key, ()))

    def maps(self) -> tuple[JourneyMap, ...]:
        return self.where(JourneyMap)

    def stages(self, map: Id) -> tuple[Stage, ...]:
        return self.where(Stage, map=map)

    def segments(self, map: Id) -> tuple[Segment, ...]:
        return self.where(Segment, map=map)

    def cell(self, stage: Id, segment: Id) -> tuple[Placement, ...]:
        """The cards of one cell from first to last."""
        return self.where(Placement, stage=stage, segment=segment)

    def placements(self, map: Id) -> tuple[Placement, ...]:
        """The cards of a map in reading order: segment by segment, stage by stage."""
        stages = self.stages(map)
        return tuple(
            placement
            for segment in self.segments(map)
            for stage in stages
            for placement in self.cell(stage.id, segment.id)
        )

    def differences(self, earlier: Project, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
        """The records of a kind that differ from an earlier snapshot, as (earlier, now).

        Quick where one snapshot came from the other by a few changes: they share the rest.
        """
        old, new = earlier._tables.get(kind, {}), self._tables.get(kind, {})
        if old is new:
            return
        for id, record in new.items():
            if (before := old.get(id)) is not record:
                yield cast(R | None, before), cast(R, record)
        for id in old.keys() - new.keys():
            yield cast(R, old[id]), None

    def apply(self, change: Change) -> Project:
        """The project after a Change. StaleChange where it does not start from this state."""
        tables = dict(self._tables)
        touched: dict[type[Record], list[tuple[Record | None, Record | None]]] = {}
        for id, after in change.after.items():
            before = change.before[id]
            kind = type(cast(Record, after if after is not None else before))
            if kind not in touched:
                touched[kind] = []
                tables[kind] = dict(tables.get(kind, {}))
            table = tables[kind]
            if table.get(id) != before:
                raise StaleChange(f"{kind.__name__} {id} is not in the state the change expects")
            if after is None:
                del table[id]
            else:
                table[id] = after
            touched[kind].append((before, after))
        project = Project()
        project._tables = tables
        project._indexes = {
            key: _updated_index(index, key[1], touched[key[0]]) if key[0] in touched else index
            for key, index in self._indexes.items()
        }
        return project


def _order(record: Record) -> tuple[str, Id]:
    return getattr(record, "order", ""), record.id


def _key_of(names: tuple[str, ...]) -> Callable[[Record], Any]:
    """What an index goes by: the value of one field, or the values of several."""
    return attrgetter(*names) if names else lambda _: ()


def _build_index(records: Iterable[Record], names: tuple[str, ...]) -> _Index:
    groups: dict[Any, list[Record]] = {}
    key_of = _key_of(names)
    for record in records:
        groups.setdefault(key_of(record), []).append(record)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=_order)
    return dict(zip(groups, map(tuple, groups.values()), strict=True))


def _updated_index(
    index: _Index, names: tuple[str, ...], changes: list[tuple[Record | None, Record | None]]
) -> _Index:
    """The index after some records changed; only their groups are built anew."""
    removed: dict[Any, set[Id]] = {}
    added: dict[Any, list[Record]] = {}
    key_of = _key_of(names)
    for before, after in changes:
        if before is not None:
            removed.setdefault(key_of(before), set()).add(before.id)
        if after is not None:
            added.setdefault(key_of(after), []).append(after)
    updated = dict(index)
    for value in removed.keys() | added.keys():
        gone = removed.get(value, set())
        group = [record for record in updated.get(value, ()) if record.id not in gone]
        group += added.get(value, [])
        if group:
            updated[value] = tuple(sorted(group, key=_order))
        else:
            updated.pop(value, None)
    return updated
