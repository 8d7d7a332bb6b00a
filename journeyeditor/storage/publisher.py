"""The thread that publishes, and the truth about what is saved."""

import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.model.project import Project
from journeyeditor.storage.publishing import Publication, not_made
from journeyeditor.storage.status import State, Status, StatusListener

IDLE = 1.5
"""Seconds without an edit after which the document is published."""

LONGEST = 10.0
"""Seconds that an edit waits while others follow."""

RETRY = 10.0
"""Seconds from a failure to the next try."""

PATIENCE = 4
"""Idle times are at least this many times as long as the last publication took."""


class Publisher:
    """Publishes the newest snapshot, in the background or at once."""

    def __init__(self, publication: Publication, project: Project, revision: int) -> None:
        self.publication = publication
        self._latest = (project, revision)
        self._failure: Refused | None = None
        self._lost = self._changed = self._asked = False
        self._listeners: list[StatusListener] = []
        self._told = self.status
        self._publishing = threading.Lock()
        self._telling = threading.RLock()
        self._wake = threading.Condition()
        self._stopped = False
        self._since: float | None = None
        self._due: float | None = None
        self._earliest = 0.0
        self._idle = IDLE
        self._thread = threading.Thread(target=self._run, name="publisher", daemon=True)
        self._thread.start()

    @property
    def status(self) -> Status:
        """The whole truth about the document at its path, as it was when last looked at."""
        publication = self.publication
        if self._failure is not None:
            return Status(State.FAILED, self._failure, publication.conflict)
        if self._lost or publication.published != self._latest[1]:
            return Status(State.SAVING, None, publication.conflict)
        if self._changed:
            return Status(State.CHANGED, None, publication.conflict)
        return Status(State.SAVED, None, publication.conflict, publication.remade)

    def subscribe(self, listener: StatusListener) -> Callable[[], None]:
        """Call a listener, on any thread, when the status changes; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def offer(self, project: Project, revision: int) -> None:
        """A newer snapshot, to be published after a moment's idleness."""
        with self._wake:
            now = time.monotonic()
            self._latest = (project, revision)
            self._since = now if self._since is None else self._since
            self._due = min(now + self._idle, self._since + max(LONGEST, self._idle))
            self._wake.notify()
        self._tell()

    def soon(self, *, asked: bool = False) -> None:
        """Look at the file in the background, and publish there without waiting for idleness.

        A file that is gone is made again. `asked`: the listeners are told afterwards even if
        nothing is new.
        """
        with self._wake:
            self._due, self._earliest = time.monotonic(), 0.0
            self._asked |= asked
            self._wake.notify()

    def now(self) -> None:
        """Publish before this returns. Refused where that is impossible.

        Where another program changed the file, ours goes to a copy even if it holds no new edit.
        """
        self._attempt(insisting=True)
        if self._failure is not None:
            raise self._failure

    def copy(self, target: Path) -> None:
        """Put the newest snapshot at another path as well. Refused."""
        with self._publishing:
            self.publication.copy(self._latest[0], target)

    def move(self, target: Path) -> None:
        """Put the newest snapshot at another path, which is the document from then on. Refused."""
        with self._publishing:
            self.publication.move(*self._latest, target)
            self._failure, self._changed = None, False
        self._tell()

    def stop(self) -> None:
        """End the thread, after what it is just publishing, and give back the document's lock."""
        with self._wake:
            self._stopped = True
            self._wake.notify()
        self._thread.join()
        self.publication.close()

    def _run(self) -> None:
        while self._awaited():
            self._attempt()

    def _awaited(self) -> bool:
        """Waits until something is due; False when it is time to end."""
        with self._wake:
            while not self._stopped:
                if self._due is None:
                    self._wake.wait()
                elif (delay := max(self._due, self._earliest) - time.monotonic()) > 0:
                    self._wake.wait(delay)
                else:
                    return True
        return False

    def _attempt(self, *, insisting: bool = False) -> None:
        with self._publishing:
            with self._wake:
                project, revision = self._latest
                self._due = self._since = None
            started = time.monotonic()
            failure = None
            if self._is_needed(revision, insisting):
                failure = self._publish(project, revision)
            with self._wake:
                if str(failure) != str(self._failure):
                    self._failure = failure
                self._lost = False
                self._idle = max(IDLE, PATIENCE * (time.monotonic() - started))
                if failure is not None:
                    self._due = self._earliest = time.monotonic() + RETRY
                    self._wake.notify()
                asked, self._asked = self._asked, False
        self._tell(always=asked)

    def _is_needed(self, revision: int, insisting: bool) -> bool:
        """Whether the document lacks the revision; looks at the file."""
        self.publication.remade = False
        if revision != self.publication.published:
            self._changed = False
            return True
        try:
            intact = self.publication.intact()
        except (OSError, Refused):  # gone: made again, or it's said why not
            self._lost, self._changed = True, False
            self._tell()
            return True
        self._changed = not intact and not insisting
        return not intact and insisting

    def _publish(self, project: Project, revision: int) -> Refused | None:
        try:
            self.publication.publish(project, revision)
        except Refused as refused:
            return refused
        except Exception:  # whatever it is, the edits are safe and the window must know
            traceback.print_exc()
            return not_made(self.publication.path)
        return None

    def _tell(self, *, always: bool = False) -> None:
        with self._telling:
            status = self.status
            if always or status != self._told:
                self._told = status
                for listener in tuple(self._listeners):
                    try:
                        listener(status)
                    except Exception:  # a window's mistake must not end the saving
                        traceback.print_exc()
