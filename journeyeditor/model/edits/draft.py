"""The states that an edit is about to give to some records."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Link, Owner, Record, Reference, fields_of, make, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import KINDS

R = TypeVar("R", bound=Record)


class Draft:
    """Collects new states on top of a project, and becomes one Change."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._before: dict[Id, Record | None] = {}
        self._after: dict[Id, Record | None] = {}

    def find(self, kind: type[R], id: Id | None) -> R | None:
        """The record as drafted so far."""
        if id in self._after:
            record = self._after[id]
            return record if isinstance(record, kind) else None
        return self.project.find(kind, id)

    def put(self, record: R) -> R:
        """Give a record this state, new or not."""
        self._before.setdefault(record.id, self.project.find(type(record), record.id))
        self._after[record.id] = record
        return record

    def add(self, kind: type[R], /, **values: Any) -> R:
        """A new record."""
        return self.put(make(kind, **values))

    def revise(self, record: R, /, **values: Any) -> R:
        """Give some fields of a record other values."""
        return self.put(revise(self.find(type(record), record.id) or record, **values))

    def remove(self, records: Iterable[Record]) -> None:
        """Remove records with all that belongs to them; references to them are cleared."""
        waiting = list(records)
        gone: set[Id] = set()
        while waiting:
            record = waiting.pop()
            if record.id in gone:
                continue
            gone.add(record.id)
            for kind, name, reference in referrers(type(record).__name__):
                for other in self.project.where(kind, **{name: record.id}):
                    if isinstance(reference, Owner):
                        waiting.append(other)
                    elif other.id not in gone:
                        self.revise(other, **{name: None})
            self.remove_only(record)

    def remove_only(self, record: Record) -> None:
        """Remove one record; what belongs to it must have gone elsewhere."""
        self._before.setdefault(record.id, self.project.find(type(record), record.id))
        self._after[record.id] = None

    def order_keys(self, siblings: Sequence[Record], index: int, count: int) -> list[str]:
        """`count` order keys for records that go in at `index` among their siblings.

        Siblings that share a key (two copies of a file were merged) are spread apart first.
        """
        keys: list[str] = [getattr(sibling, "order", "") for sibling in siblings]
        if any(low >= high for low, high in pairwise(keys)):
            keys = keys_between("", "", len(siblings))
            for sibling, key in zip(siblings, keys, strict=True):
                self.revise(sibling, order=key)
        index = max(0, min(index, len(keys)))
        before = keys[index - 1] if index else ""
        after = keys[index] if index < len(keys) else ""
        return keys_between(before, after, count)

    def change(self, label: Label, merge_key: str = "") -> Change | None:
        """All that differs, as one step; None if nothing does."""
        changed = [id for id, before in self._before.items() if before != self._after[id]]
        if not changed:
            return None
        return Change(
            label,
            {id: self._before[id] for id in changed},
            {id: self._after[id] for id in changed},
            merge_key,
        )


@cache
def referrers(kind_name: str) -> tuple[tuple[type[Record], str, Reference], ...]:
    """Which fields of which kinds may point at a kind."""
    return tuple(
        (kind, field.name, field.reference)
        for kind in KINDS
        for field in fields_of(kind)
        if isinstance(field.reference, Owner | Link) and kind_name in field.reference.kinds
    )
