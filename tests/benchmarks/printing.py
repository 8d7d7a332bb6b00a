"""PDFs: time, size and memory, and the frames of a window meanwhile."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journeyeditor.exporting.aside import Aside
from journeyeditor.exporting.composing import compose
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pages import PrintPage
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.proof import make_proof
from journeyeditor.model.project import Project
from journeyeditor.translation import translator
from journeyeditor.ui.collecting import Collector
from journeyeditor.ui.work import Work
from tests.benchmarks.floors import raw_pdf
from tests.benchmarks.maps import SHAPES, busy_project
from tests.benchmarks.timing import Row, in_turn, once

POSTER = PdfOptions(language="es")
REPORT = PdfOptions(language="es", content=Content.REPORT)
LARGE = 5040
FRAME = "<= 16 ms"


def rows(folder: Path) -> Iterator[Row]:
    """The table's rows for every size of map."""
    for count in SHAPES:
        project = busy_project(count)
        yield from _print("poster", POSTER, project, folder, count, 3 if count == LARGE else 7)
        yield from _print("report", REPORT, project, folder, count, 1 if count == LARGE else 3)
        for name in ("poster", "report"):
            yield Row(f"peak memory of the {name}", count, _peak(name, count), None, "MB")
    yield from _frames()


def nothing(_sha256: str) -> bytes:
    """There are no pictures."""
    raise KeyError


def export(project: Project, target: Path, options: PdfOptions) -> None:
    export_pdf(project, [], target, options, nothing)


def _pages(project: Project, options: PdfOptions) -> list[PrintPage]:
    tr = translator("es")
    made = compose(project, project.maps(), options, date.today(), tr, lambda done: None)
    return [it.page for it in made]


def _print(
    name: str, options: PdfOptions, project: Project, folder: Path, count: int, runs: int
) -> Iterator[Row]:
    """Ours lays out, composes and writes; the floor writes what is composed already."""
    target, floor = folder / f"{name}-{count}.pdf", folder / f"{name}-{count}.floor.pdf"
    raw = raw_pdf(_pages(project, options), floor)

    def ours() -> None:
        export(project, target, options)

    times = in_turn(ours, raw, runs) if runs > 1 else (once(ours), once(raw))
    aim = "<= 1.3 x" if options is POSTER else ""
    yield Row(f"{name} as PDF: raw ReportLab", count, *times, aim=aim)
    sizes = (path.stat().st_size / 1024 for path in (target, floor))
    yield Row("its size: raw ReportLab's", count, *sizes, "KB")


def _peak(name: str, count: int) -> float:
    """Peak memory in MB of a process that prints and does nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        [peak] = _in_new_process("peak", name, str(count), f"{folder}/it.pdf")
    return peak


def peak(name: str, count: str, target: str) -> list[float]:
    """What `_peak` tells, of this process."""
    export(busy_project(int(count)), Path(target), POSTER if name == "poster" else REPORT)
    status = Path("/proc/self/status").read_text()
    return [int(status.split("VmHWM:")[1].split()[0]) / 1024]


def _in_new_process(function: str, *arguments: str) -> list[float]:
    """What a function of this module tells in a process that does only this."""
    program = (
        "import sys; from tests.benchmarks import printing;"
        f"print(*printing.{function}(*sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def _frames() -> Iterator[Row]:
    for name, aim in (("beside", FRAME), ("in a thread", "")):
        often, longest = _in_new_process("frames", name)
        yield Row(f"event loop, export {name}: 95 of 100", LARGE, often, None, aim=aim)
        yield Row(f"event loop, export {name}: longest", LARGE, longest, None, aim=aim)


def frames(name: str) -> list[float]:
    """How long the event loop is away while the large poster is printed, as the window has it."""
    app = QApplication.instance() or QApplication([])
    collector = Collector(app)
    project, aside = busy_project(LARGE), Aside()

    def beside(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
        return aside.run(make_proof, project, nothing, progress, cancelled, maps=[], options=POSTER)

    def within(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
        return make_proof(project, [], POSTER, nothing, progress, cancelled)

    gaps = sorted(_gaps(beside if name == "beside" else within, app))
    aside.close()
    collector.stop()
    return [gaps[int(0.95 * len(gaps))], gaps[-1]]


def _gaps(task: Callable[..., object], app: QApplication) -> list[float]:
    """Milliseconds between two turns of the event loop, one of which is asked for each."""
    gaps: list[float] = []
    last = [time.perf_counter()]

    def turn() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer(interval=1)
    timer.timeout.connect(turn)
    work = Work(task, app)
    for end in (work.done, work.failed):
        end.connect(lambda _: app.quit())
    timer.start()
    work.start()
    app.exec()
    timer.stop()
    assert statistics.median(gaps) < 5
    return gaps
