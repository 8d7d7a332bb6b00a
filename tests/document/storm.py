"""A process that edits one document as fast as it can, for `test_kill` to kill.

Started once; each line on its standard input makes it fork an editor, whose process id it prints.
The editor prints the number of each edit after `perform` has returned.
"""

import itertools
import os
import signal
import sys
from pathlib import Path

from journeyeditor.document import Document
from journeyeditor.storage import publisher
from journeyeditor.storage.leftovers import recoverable_sessions
from tests.document.test_document import adding


def edit(path: Path, first: int) -> None:
    """Add cards named by their numbers, with the background thread publishing all the time."""
    publisher.IDLE = publisher.LONGEST = publisher.PATIENCE = 0
    leftovers = recoverable_sessions()
    document = Document.recover(leftovers[0]) if leftovers else Document.open(path)
    for number in itertools.count(first):
        document.perform(adding(document, str(number)))
        say(str(number))


def say(words: str) -> None:
    """A line at once, whole even if this process is killed the moment after."""
    os.write(1, f"{words}\n".encode())


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the killed need no funeral
    import journeyeditor.storage.opening  # noqa: F401  (once, before the forks)

    for line in sys.stdin:
        if (child := os.fork()) == 0:
            edit(Path(sys.argv[1]), int(line))
        say(f"editor {child}")


if __name__ == "__main__":
    main()
