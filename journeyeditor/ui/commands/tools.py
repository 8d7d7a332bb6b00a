"""What works on the whole project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, on

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def _show_catalogues(workspace: Workspace) -> None:
    from journeyeditor.ui.catalogues.opening import show_catalogues  # only once it is wanted

    show_catalogues(workspace)


TOOLS = (
    Command(
        id="palette", text=N_("Find a command or a place…"), icon="command", keys=("Ctrl+K",),
        run=lambda window: window.open_palette(),
    ),
    Command(
        id="catalogues", text=N_("Catalogues"), icon="book", keys=("Ctrl+Shift+K",),
        run=on(_show_catalogues),
    ),
)  # fmt: skip
