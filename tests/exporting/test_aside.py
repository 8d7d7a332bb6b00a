"""Work in a process of its own: what comes back, what is told meanwhile, and how it ends."""

import contextlib
import os
import runpy
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journeyeditor.errors import Refused
from journeyeditor.exporting.aside import Aside
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.output import Cancelled, check_target
from journeyeditor.exporting.proof import make_proof
from journeyeditor.model.project import Project
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE


def never() -> bool:
    return False


def quietly(done: int, total: int) -> None:
    pass


@pytest.fixture(scope="module")
def aside() -> Iterator[Aside]:
    made = Aside()
    yield made
    made.close()


# What is done there


def names(project: Project, **_tools: Any) -> tuple[int, list[str]]:
    return os.getpid(), sorted(it.name for it in project.all(Touchpoint))


def picture(project: Project, assets: Callable[[str], bytes], **_tools: Any) -> list[bytes]:
    found = [assets("here")]
    try:
        assets("nowhere")
    except KeyError:
        found.append(b"missing")
    return found


def steps(project: Project, progress: Callable[[int, int], None], **_tools: Any) -> None:
    for done in (1, 1, 2, 3):
        progress(done, 3)


def until_cancelled(project: Project, cancelled: Callable[[], bool], **_tools: Any) -> None:
    while not cancelled():
        time.sleep(0.01)
    raise Cancelled


def refused(project: Project, **_tools: Any) -> None:
    raise Refused(tr("The margins leave no room on the paper."), where="A5", advice="No.")


def wrong(project: Project, **_tools: Any) -> None:
    raise ZeroDivisionError("on purpose")


def is_killed(project: Project, target: Path, **_tools: Any) -> None:
    check_target(target)
    os.kill(os.getpid(), signal.SIGKILL)


def takes_all_memory(project: Project, **_tools: Any) -> None:
    raise MemoryError


def test_another_process_sees_the_project(aside: Aside) -> None:
    for project in (project_of("Uno"), project_of("Dos", stages=200)):
        there, found = aside.run(names, project, {}.__getitem__, quietly, never)
        assert there != os.getpid()
        assert found == sorted(it.name for it in project.all(Touchpoint))


def test_pictures_and_progress_go_between(aside: Aside) -> None:
    told: list[tuple[int, int]] = []
    project, assets = project_of("Uno"), {"here": b"PNG"}.__getitem__
    found = aside.run(picture, project, assets, quietly, never)
    assert found == [b"PNG", b"missing"]
    aside.run(steps, project, assets, lambda done, total: told.append((done, total)), never)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_proof_is_the_same_as_here(aside: Aside) -> None:
    project, options = project_of("Uno", "Dos"), PdfOptions(created=MADE)
    assets = {}.__getitem__
    there = aside.run(make_proof, project, assets, quietly, never, maps=[], options=options)
    assert there == make_proof(project, [], options, assets, quietly, never)


def test_work_that_is_not_wanted_any_more_ends(aside: Aside) -> None:
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    project = project_of("Uno")
    with pytest.raises(Cancelled):
        aside.run(until_cancelled, project, {}.__getitem__, quietly, stop.is_set)
    assert aside.run(names, project, {}.__getitem__, quietly, never)[1]


def test_what_is_refused_there_is_refused_here_in_the_same_language(aside: Aside) -> None:
    with pytest.raises(Refused) as caught:
        aside.run(refused, project_of("Uno"), {}.__getitem__, quietly, never)
    it = caught.value
    assert it.what == tr("The margins leave no room on the paper.")
    assert (it.where, it.advice) == ("A5", "No.")


def test_a_mistake_of_ours_is_told_with_its_place(aside: Aside) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)in wrong.*ZeroDivisionError: on purpose"):
        aside.run(wrong, project_of("Uno"), {}.__getitem__, quietly, never)


def test_a_process_that_is_killed_is_told_and_followed_by_another(
    aside: Aside, tmp_path: Path
) -> None:
    project, target = project_of("Uno"), tmp_path / "map.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Refused, match="stopped before it was finished") as caught:
        aside.run(is_killed, project, {}.__getitem__, quietly, never, target=target)
    assert "too little memory" in caught.value.advice
    assert [(it.name, it.read_bytes()) for it in tmp_path.iterdir()] == [("map.pdf", b"old")]
    with pytest.raises(Refused, match="stopped before it was finished"):
        aside.run(takes_all_memory, project, {}.__getitem__, quietly, never)
    there, found = aside.run(names, project, {}.__getitem__, quietly, never)
    assert found
    os.kill(there, signal.SIGKILL)  # between two pieces of work nobody needs to know
    os.waitid(os.P_PID, there, os.WEXITED | os.WNOWAIT)
    assert aside.run(names, project, {}.__getitem__, quietly, never)[1] == found


def test_a_mistake_while_answering_leaves_no_answer_behind(aside: Aside) -> None:
    def broken(sha256: str) -> bytes:
        raise OSError(sha256)

    project = project_of("Uno")
    with pytest.raises(OSError, match="here"):
        aside.run(picture, project, broken, quietly, never)
    _, found = aside.run(names, project, {}.__getitem__, quietly, never)
    assert found == sorted(it.name for it in project.all(Touchpoint))


def test_who_waits_for_another_s_work_can_stop_waiting(aside: Aside) -> None:
    project, stop, begun = project_of("Uno"), threading.Event(), threading.Event()

    def long_work() -> None:
        with contextlib.suppress(Cancelled):
            begun.set()
            aside.run(until_cancelled, project, {}.__getitem__, quietly, stop.is_set)

    other = threading.Thread(target=long_work)
    other.start()
    begun.wait()
    while not aside._lock.locked():
        time.sleep(0.001)
    with pytest.raises(Cancelled):
        aside.run(names, project, {}.__getitem__, quietly, lambda: True)
    assert other.is_alive()
    stop.set()
    other.join()


def test_the_program_is_not_started_again_in_the_process() -> None:
    """The process reads the file that the program was started with, under another name."""
    program = Path(sys.executable).with_name("journeyeditor")
    found = runpy.run_path(str(program), run_name="__mp_main__")
    assert callable(found["main"])


def test_the_process_ends_without_work_and_when_it_is_closed() -> None:
    aside, project = Aside(idle=0.05), project_of("Uno")
    there, _ = aside.run(names, project, {}.__getitem__, quietly, never)
    os.waitid(os.P_PID, there, os.WEXITED | os.WNOWAIT)
    another, _ = aside.run(names, project, {}.__getitem__, quietly, never)
    assert another != there
    aside.close()
    with pytest.raises(ProcessLookupError):
        os.kill(another, 0)
    aside.close()
