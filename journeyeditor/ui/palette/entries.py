"""What the palette offers, and how well it fits what was typed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.keys import key_caps
from journeyeditor.ui.chrome.rows import Row
from journeyeditor.ui.commands import COMMANDS, Command
from journeyeditor.ui.places import describe

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window
    from journeyeditor.ui.workspace import Workspace

OWN_ID = "palette"
"""The command that opens the palette."""
MOST_PLACES = 12


@dataclass(frozen=True)
class Entry:
    """Something to do. `names` are what it is called, in comparable form; `id` a command's."""

    row: Row
    names: tuple[str, ...]
    run: Callable[[], object]
    id: str = ""


def command_entries(window: "Window", recent: Sequence[str]) -> list[Entry]:
    """The commands that are possible now: those used last, then the others in menu order."""
    found = [c for c in COMMANDS if c.id != OWN_ID and window.actions_by_id[c.id].isEnabled()]
    found.sort(key=lambda c: recent.index(c.id) if c.id in recent else len(recent))
    return [_command(window, command) for command in found]


def _command(window: "Window", command: Command) -> Entry:
    """It answers to its name, to what it says of this moment, and to its English name."""
    action = window.actions_by_id[command.id]
    title = action.text().replace("&&", "&")
    keys = key_caps(command.keys[0]) if command.keys else ()
    icon = "check" if action.isChecked() else command.icon
    names = dict.fromkeys(fold(name) for name in (title, tr(command.text), command.text))
    return Entry(Row(title, icon=icon, keys=keys), tuple(names), action.trigger, command.id)


def place_entries(workspace: "Workspace") -> Iterator[Entry]:
    """Every map, stage, segment and card, to go there; those of the map that is shown first."""
    project, shown = workspace.project, workspace.map
    maps = sorted(project.maps(), key=lambda map: map.id != shown)
    for map in maps:
        row = Row(map.name or tr("Unnamed map"), tr("Map"), "map")
        yield Entry(row, (fold(map.name),), partial(workspace.show_map, map.id))
    for map in maps:
        aside = "" if map.id == shown else map.name
        stages, segments = project.stages(map.id), project.segments(map.id)
        keys: list[Key] = [("stage", stage.id) for stage in stages]
        keys += [("segment", segment.id) for segment in segments]
        keys += [("card", card.id) for card in project.placements(map.id)]
        yield from (_place(workspace, map.id, key, aside) for key in keys)


def _place(workspace: "Workspace", map: Id, key: Key, aside: str) -> Entry:
    place = describe(workspace.project, key)
    note = " · ".join(part for part in (aside, place.where) if part)
    names = [fold(place.title)]
    if key[0] == "card":
        names.append(fold(_code(workspace, key[1])))
    row = Row(place.title, note, place.icon, place.family)
    return Entry(row, tuple(filter(None, names)), partial(workspace.go_to, map, [key]))


def _code(workspace: "Workspace", card: Id) -> str:
    touchpoint = workspace.project.get(Placement, card).touchpoint
    return workspace.project.get(Touchpoint, touchpoint).code


def fitting(entries: Iterable[Entry], text: str) -> list[Entry]:
    """The entries that fit, the best first; among equals the order stays."""
    typed = fold(text)
    ranked = [(rank(entry.names, typed), entry) for entry in entries]
    return [entry for worth, entry in sorted(ranked, key=lambda pair: pair[0]) if worth < UNFIT]


UNFIT = 4


def rank(names: Iterable[str], typed: str) -> int:
    """How well one of the names fits, 0 best: it begins so; its words begin so, in this order, in
    any order; the words are somewhere in it; UNFIT."""
    return min((_rank(name, typed) for name in names), default=UNFIT)


def _rank(name: str, typed: str) -> int:
    if name.startswith(typed):
        return 0
    words, parts = name.split(), typed.split()
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 1 if _in_order(words, parts) else 2
    return 3 if all(part in name for part in parts) else UNFIT


def _in_order(words: Sequence[str], parts: Sequence[str]) -> bool:
    rest = iter(words)
    return all(any(word.startswith(part) for word in rest) for part in parts)
