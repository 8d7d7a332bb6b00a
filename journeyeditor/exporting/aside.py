"""Printing in a process of its own, so that the window's has all its time for its frames.

Between the two go the records of the project, the pictures that are asked for, how far the work
is, and what comes of it.
"""

import contextlib
import multiprocessing
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

from journeyeditor.errors import Refused
from journeyeditor.exporting.output import Cancelled
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.translation import tr

_AT_A_TIME = 256
"""Records that are sent together: packing them takes a millisecond, in which no frame is shown."""
_LOOK = 0.05
"""Seconds between two looks at whether the work is still wanted."""
_PATIENCE = 2.0
"""Seconds that the process has to end by itself."""
IDLE = 300.0
"""Seconds without work after which it ends, and gives its memory back."""

Progress = Callable[[int, int], None]


class Aside:
    """A process that does one piece of work after the other.

    It is started with the first, which takes a moment, and stays for `idle` seconds after each.
    """

    def __init__(self, idle: float = IDLE) -> None:
        self._idle = idle
        self._lock = threading.Lock()
        self._process: Any = None
        self._project: Project | None = None
        self._number = 0

    def run(
        self,
        task: Callable[..., Any],
        project: Project,
        assets: Callable[[str], bytes],
        progress: Progress,
        cancelled: Callable[[], bool],
        **arguments: Any,
    ) -> Any:
        """What a function of a module returns for a project; waits for it, and raises what it does.

        It is called as `task(project, assets=…, progress=…, cancelled=…, **arguments)`, after
        what others have asked for. Cancelled, Refused.
        """
        with self._alone(cancelled):
            try:
                self._begin(project)
                self._number += 1
                self._pipe.send(("run", self._number, tr.language, task, arguments))
                outcome = self._follow(assets, progress, cancelled)
            except BaseException as error:
                self.close()  # or what is still on its way would be taken for the next answer
                if isinstance(error, EOFError | ConnectionError):
                    raise _stopped() from error
                raise
        return _result(*outcome)

    def close(self) -> None:
        """End the process."""
        if self._process:
            with contextlib.suppress(ConnectionError):
                self._stop.send(self._number)
            self._stop.close()
            self._pipe.close()
            self._process.join(_PATIENCE)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join()
            self._process = self._project = None

    @contextlib.contextmanager
    def _alone(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Wait until nobody else has work done, unless it's not wanted any more."""
        while not self._lock.acquire(timeout=_LOOK):
            if cancelled():
                raise Cancelled
        try:
            yield
        finally:
            self._lock.release()

    def _begin(self, project: Project) -> None:
        """Start the process where there is none, and tell it of the project."""
        if self._process and not self._process.is_alive():
            self.close()
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, there = context.Pipe()
            stopped, self._stop = context.Pipe(duplex=False)
            self._process = context.Process(
                target=_serve, args=(there, stopped, self._idle), daemon=True
            )
            self._process.start()
            there.close()
            stopped.close()
        if project is not self._project:
            for records in _batches(project):
                self._pipe.send(("records", records))
            self._pipe.send(("project",))
            self._project = project

    def _follow(
        self, assets: Callable[[str], bytes], progress: Progress, cancelled: Callable[[], bool]
    ) -> tuple[Any, ...]:
        """Answer until the work has ended; how it did."""
        stopped = False
        while True:
            if not stopped and cancelled():
                self._stop.send(self._number)
                stopped = True
            if not self._pipe.poll(_LOOK):
                continue
            match self._pipe.recv():
                case ("asset", sha256):
                    self._pipe.send(_read(assets, sha256))
                case ("progress", done, total):
                    progress(done, total)
                case outcome:
                    return outcome  # type: ignore[no-any-return]


def _result(how: str, *what: Any) -> Any:
    """What the work has returned, or else raised."""
    match how:
        case "done":
            return what[0]
        case "cancelled":
            raise Cancelled
        case "refused":
            raise Refused(what[0], where=what[1], advice=what[2])
        case _:
            raise RuntimeError(what[0])


def _stopped() -> Refused:
    return Refused(
        tr("The export has stopped before it was finished."),
        advice=tr(
            "There is probably too little memory for it. Close other programs, or export one map"
            " at a time, and try again. No file was changed."
        ),
    )


def _batches(project: Project) -> Iterator[list[Record]]:
    records = list(project)
    for start in range(0, len(records), _AT_A_TIME):
        yield records[start : start + _AT_A_TIME]


def _read(assets: Callable[[str], bytes], sha256: str) -> bytes | None:
    try:
        return assets(sha256)
    except KeyError:
        return None


def _serve(pipe: Connection, stop: Connection, idle: float) -> None:
    """In the other process: do what is asked for until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the window's process
    with contextlib.suppress(EOFError, ConnectionError):
        _work(pipe, stop, idle)


def _work(pipe: Connection, stop: Connection, idle: float) -> None:
    records: list[Record] = []
    project = Project()
    while pipe.poll(idle):
        match pipe.recv():
            case ("records", more):
                records += more
            case ("project",):
                project, records = Project(records), []
            case ("run", number, language, task, arguments):
                tr.use(language)
                tools = _Tools(pipe, stop, number)
                pipe.send(_outcome(task, project, tools, arguments))


class _Tools:
    """What a piece of work is given; `number` says which piece it is."""

    def __init__(self, pipe: Connection, stop: Connection, number: int) -> None:
        self._pipe, self._stop, self._number = pipe, stop, number
        self._stopped = False
        self._told = (0, 0)

    def read(self, sha256: str) -> bytes:
        """A picture; KeyError where there is none."""
        self._pipe.send(("asset", sha256))
        content: bytes | None = self._pipe.recv()
        if content is None:
            raise KeyError(sha256)
        return content

    def progress(self, done: int, total: int) -> None:
        if self._told != (done, total):
            self._told = (done, total)
            self._pipe.send(("progress", done, total))

    def cancelled(self) -> bool:
        """Whether this piece of work isn't wanted any more."""
        while not self._stopped and self._stop.poll():
            self._stopped = self._stop.recv() == self._number
        return self._stopped


def _outcome(
    task: Callable[..., Any], project: Project, tools: _Tools, arguments: dict[str, Any]
) -> tuple[Any, ...]:
    given = {"assets": tools.read, "progress": tools.progress, "cancelled": tools.cancelled}
    try:
        return "done", task(project, **given, **arguments)
    except Cancelled:
        return ("cancelled",)
    except MemoryError:
        return _refused(_stopped())
    except Refused as refused:
        return _refused(refused)
    except Exception:  # told where it can be reported
        return "failed", traceback.format_exc()


def _refused(it: Refused) -> tuple[Any, ...]:
    return "refused", it.what, it.where, it.advice
