"""A process that edits one document, for tests that run it under `strace`.

It says what it has done, a line each, at once.
"""

import json
import os
import sys
import time
from pathlib import Path

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.storage import publisher
from journeyeditor.storage.leftovers import recoverable_sessions
from tests.document.storm import say
from tests.document.test_document import adding
from tests.storage.samples import PICTURE


def edit(path: Path) -> None:
    """Add cards named by their numbers and a picture, and save in between; then end as killed."""
    document = Document.open(path)
    for number in range(6):
        if number == 2:
            picture = document.assets.add_picture(PICTURE)
            document.perform(Change(Label("Add"), {picture.id: None}, {picture.id: picture}))
        document.perform(adding(document, str(number)))
        say(f"kept {number}")
        if number == 3:
            document.save()
            say(f"saved {number}")
    os._exit(0)


def save(path: Path) -> None:
    """Add a card, and try to save until that succeeds; say how each try was refused."""
    document = Document.open(path)
    document.perform(adding(document, "0"))
    for _ in range(20):
        before = path.read_bytes()
        try:
            document.save()
        except Refused as refused:
            names = sorted(one.name for one in path.parent.iterdir())
            same = path.read_bytes() == before
            say(json.dumps([str(refused), document.status.state, same, names]))
        else:
            break
    document.close()


def perform(_path: Path) -> None:
    """Go on with the session that there is; say which cards are kept, and why others are not."""
    document = Document.recover(*recoverable_sessions())
    for number in range(40):
        before, history, change = document.project, document.history, adding(document, str(number))
        try:
            document.perform(change)
        except Refused as refused:
            assert document.project is before
            assert document.history == history
            say(json.dumps([number, str(refused)]))
        else:
            assert document.project == before.apply(change)
            say(json.dumps([number, ""]))
    os._exit(0)


def hold(path: Path) -> None:
    """Go on editing while the first edit is just being published; say what happened when."""
    document = Document.open(path)
    heard: list[object] = []
    document.subscribe_status(lambda status: heard.append(status.state))
    document.perform(adding(document, "0"))
    document.publish_soon()
    while not list(path.parent.glob(".~*.tmp")):
        time.sleep(0.001)
    for number in range(1, 4):
        document.perform(adding(document, str(number)))
        heard.append(number)
    held = bool(list(path.parent.glob(".~*.tmp")))
    say(json.dumps([held, heard]))
    document.close()


if __name__ == "__main__":
    publisher.IDLE = publisher.RETRY = 1000
    actions = {"edit": edit, "save": save, "perform": perform, "hold": hold}
    actions[sys.argv[1]](Path(sys.argv[2]))
