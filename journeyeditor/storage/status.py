"""What is true of the document at its path."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from journeyeditor.errors import Refused


class State(StrEnum):
    """Of the document at its path: holds all edits, will soon, can't for now, or held them.

    CHANGED: another program has changed it since, and there is no edit that it never held.
    """

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Status:
    """What the status bar tells.

    `why` is set when the state is FAILED. `conflict` is set from the moment at which ours went to
    a copy, since another program had changed the document; that copy is the document now.
    `remade` is set when the document was gone and has just been made again.
    """

    state: State
    why: Refused | None = None
    conflict: Path | None = None
    remade: bool = False


StatusListener = Callable[[Status], None]
