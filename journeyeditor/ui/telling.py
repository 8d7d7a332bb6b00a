"""What the banner says of the file when other programs had their hands on it."""

from typing import TYPE_CHECKING

from journeyeditor.storage.status import State, Status
from journeyeditor.translation import tr

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def tell_file(workspace: "Workspace", status: Status) -> None:
    """Tell that the file was changed or gone, and what can be done."""
    if status.remade:
        workspace.banner.say(
            tr("The file was gone. It has been saved again: {path}", path=workspace.document.path)
        )
    elif status.state is State.CHANGED:
        _ask(workspace)
    elif status.conflict and status.conflict != workspace.told_conflict:
        workspace.told_conflict = status.conflict
        _tell_conflict(workspace, status.conflict.name)


def _ask(workspace: "Workspace") -> None:
    message = tr(
        "Another program changed the file, which had all your edits. What you see here is yours."
    )
    ways = (
        (tr("Show the changed file"), workspace.reopen_asked.emit),
        (tr("Keep mine as a copy beside it"), workspace.files.save_now),
    )
    workspace.banner.say(message, ways)


def _tell_conflict(workspace: "Workspace", name: str) -> None:
    message = tr(
        "Another program changed the file. Your work goes on in a copy beside it: {name}", name=name
    )
    workspace.banner.say(message)
    workspace.files.moved.emit()
