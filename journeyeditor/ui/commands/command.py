"""What a command is, and what the tables of commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window
    from journeyeditor.ui.workspace import Workspace

Run = Callable[["Window"], object]
Test = Callable[["Workspace"], bool]


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something that the user can ask for.

    `text` is an English message, `say` makes a text that tells more about the present moment.
    `keys` work in the whole window, or with `on_map` only while the map has the focus. `able` and
    `checked` are asked about an open document; a command with `always` needs none.
    """

    id: str
    text: str
    run: Run
    icon: str = ""
    keys: tuple[str, ...] = ()
    on_map: bool = False
    always: bool = False
    able: Test | None = None
    checked: Test | None = None
    say: Callable[[Workspace], str] | None = None


def on(act: Callable[[Workspace], object]) -> Run:
    """Run something on the open document's workspace."""

    def run(window: Window) -> object:
        return act(window.workspace) if window.workspace else None

    return run


def editable(w: Workspace) -> bool:
    """Whether the document may be changed."""
    return not w.document.read_only


def with_cards(w: Workspace) -> bool:
    """Whether there are selected cards that may be changed."""
    return editable(w) and bool(w.cards)
