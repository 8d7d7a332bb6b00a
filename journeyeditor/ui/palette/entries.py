"""What the palette offers, and how well it fits what was typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.keys import key_caps
from journeyeditor.ui.chrome.rows import Row
from journeyeditor.ui.commands import COMMANDS, Command
from journeyeditor.ui.menus import MENUS
from journeyeditor.ui.places import describe

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window
    from journeyeditor.ui.workspace import Workspace

OWN_ID = "palette"
"""The command that opens the palette."""
MOST_PLACES = 12


class Named(Protocol):
    """Something that is found by its names, which are in comparable form."""

    @property
    def names(self) -> tuple[str, ...]: ...


N = TypeVar("N", bound=Named)


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
    """It answers to its name, to what it says of this moment, to its menu and its English name."""
    action = window.actions_by_id[command.id]
    title = action.text().replace("&&", "&")
    keys = key_caps(command.keys[0]) if command.keys else ()
    icon = "check" if action.isChecked() else command.icon
    menu = _menu_of(command.id)
    texts = (title, tr(command.text), command.text, f"{menu} {title}")
    names = dict.fromkeys(fold(text) for text in texts)
    row = Row(title, aside=menu, icon=icon, keys=keys)
    return Entry(row, tuple(names), action.trigger, command.id)


def _menu_of(command: str) -> str:
    """The name of the menu that has a command."""
    return next((tr(title).replace("&", "") for title, ids in MENUS if command in ids), "")


class Spot(NamedTuple):
    """A place on the maps before anybody wants to see it; `key` is () for the map itself."""

    map: Id
    key: Key
    names: tuple[str, ...]


def spots(workspace: "Workspace") -> list[Spot]:
    """Every map, stage, segment and card; those of the map that is shown first."""
    project = workspace.project
    maps = sorted(project.maps(), key=lambda map: map.id != workspace.map)
    found = [Spot(map.id, (), (fold(map.name),)) for map in maps]
    points = {t.id: _names(t.name, t.code) for t in project.all(Touchpoint)}
    for map in maps:
        found += [Spot(map.id, ("stage", s.id), _names(s.name)) for s in project.stages(map.id)]
        rows = project.segments(map.id)
        found += [Spot(map.id, ("segment", row.id), _names(row.name)) for row in rows]
        cards = project.placements(map.id)
        found += [Spot(map.id, ("card", card.id), points[card.touchpoint]) for card in cards]
    return found


def _names(*texts: str) -> tuple[str, ...]:
    return tuple(fold(text) for text in texts if text)


def spot_entry(workspace: "Workspace", spot: Spot) -> Entry:
    """The way to a place."""
    project, map = workspace.project, workspace.project.get(JourneyMap, spot.map)
    name = map.name or tr("Unnamed map")
    if not spot.key:
        row = Row(name, tr("Map"), "map")
        return Entry(row, spot.names, partial(workspace.show_map, map.id))
    place = describe(project, spot.key)
    note = place.where if map.id == workspace.map else f"{name} · {place.where}"
    row = Row(place.title, note, place.icon, place.family)
    return Entry(row, spot.names, partial(workspace.go_to, map.id, [spot.key]))


def fitting(entries: Iterable[N], text: str) -> list[N]:
    """The entries that fit, the best first; among equals the order stays."""
    typed = fold(text)
    ranked = [(worth, entry) for entry in entries if (worth := rank(entry.names, typed)) < UNFIT]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


UNFIT = 4


def rank(names: Iterable[str], typed: str) -> int:
    """How well one of the names fits, 0 best: it begins so; its words begin so, in this order, in
    any order; the words are somewhere in it; UNFIT."""
    return min((_rank(name, typed) for name in names), default=UNFIT)


def _rank(name: str, typed: str) -> int:
    parts = typed.split()
    if not all(part in name for part in parts):
        return UNFIT
    if name.startswith(typed):
        return 0
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 1 if _in_order(words, parts) else 2
    return 3


def _in_order(words: Sequence[str], parts: Sequence[str]) -> bool:
    rest = iter(words)
    return all(any(word.startswith(part) for word in rest) for part in parts)
