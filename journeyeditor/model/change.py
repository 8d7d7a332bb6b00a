"""A Change: what a command did, what the file writes, what undo takes back, what views hear."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id

State = Mapping[Id, Record | None]


@dataclass(frozen=True, slots=True)
class Label:
    """A step's name: an English message to be translated, and what fills its places.

    `text` may hold `{name}` and `{count}`; with a `plural`, `count` chooses between the two.
    """

    text: str
    plural: str = ""
    name: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """The states of some records before and after a step; None means "does not exist".

    Changes that carry the same non-empty `merge_key` (as "<id>.name" while typing) may be merged
    into one step when they follow each other.
    """

    label: Label
    before: State
    after: State
    merge_key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.before.keys() != self.after.keys():
            raise ValueError("before and after must name the same records")
        object.__setattr__(self, "before", MappingProxyType(dict(self.before)))
        object.__setattr__(self, "after", MappingProxyType(dict(self.after)))

    def inverse(self) -> "Change":
        """The step that takes this one back."""
        return Change(self.label, self.after, self.before, self.merge_key)

    def then(self, later: "Change") -> "Change":
        """This step and a `later` one as a single step under the later one's label."""
        before = {**later.before, **self.before}
        after = {**self.after, **later.after}
        changed = [id for id in before if before[id] != after[id]]
        return Change(
            later.label,
            {id: before[id] for id in changed},
            {id: after[id] for id in changed},
            later.merge_key,
        )
