"""What a person waits for in a window: opening, frames, a drop, the start, memory."""

import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from journeyeditor.document import Document
from journeyeditor.model.edits.cards import move_cards
from journeyeditor.model.project import Project
from journeyeditor.ui.canvas.canvas import MapCanvas
from tests.benchmarks.floors import bare_scene, read_rows
from tests.benchmarks.maps import SHAPES, busy_project
from tests.benchmarks.timing import Row, in_turn

SIZE = (1440, 900)
FRAME = "<= 16 ms"
NONE = Qt.KeyboardModifier.NoModifier


def rows(folder: Path) -> Iterator[Row]:
    """The table's rows for every size of map; documents of these sizes lie in the folder."""
    QApplication.instance() or QApplication([])
    for count in SHAPES:
        yield _opening(folder / f"{count}.journey", count)
        yield from _frames(busy_project(count), count)
        yield _memory(folder / f"{count}.journey", count)
    start = statistics.median(_start() for _ in range(5))
    yield Row("start of the program to its window", 0, start, None, aim="<= 800 ms")


def shown(project: Project) -> MapCanvas:
    """A canvas on the project's map, as large as on a laptop, and painted."""
    canvas = MapCanvas(lambda sha256: b"")
    canvas.resize(*SIZE)
    canvas.show_map(project, project.maps()[0].id)
    canvas.show()
    _settle()
    _paint(canvas)
    return canvas


def shown_bare(view: QGraphicsView) -> QGraphicsView:
    """The bare scene in a window of the same size, at the same scale."""
    view.resize(*SIZE)
    view.scale(96 / 72, 96 / 72)
    view.show()
    _settle()
    _paint(view)
    return view


def _opening(path: Path, count: int) -> Row:
    def ours() -> None:
        document = Document.open(path, read_only=True)
        canvas = shown(document.project)
        document.close()
        canvas.deleteLater()

    def floor() -> None:
        read_rows(path)
        shown_bare(bare_scene(count)).deleteLater()

    return Row(
        "open and show: raw sqlite3 + bare scene", count, *in_turn(ours, floor, 5), aim="<= 2 x"
    )


def _frames(project: Project, count: int) -> Iterator[Row]:
    canvas = shown(project)
    plain = shown_bare(bare_scene(count))
    pans = itertools.cycle((-120, -120, 120, 120))

    def pan(widget: QWidget) -> None:
        _wheel(widget, next(pans), NONE)

    yield _frame("pan", canvas, plain, pan, count)
    yield Row("drag a card", count, _dragging(canvas, project), None, aim=FRAME)
    yield Row("drop a card, to pixels", count, _dropping(canvas, project), None, aim=FRAME)
    steps = itertools.cycle((-120,) * 8 + (120,) * 8)
    yield Row(
        "zoom, median step", count, _median(lambda: _zoom(canvas, next(steps)), 32), None, aim=FRAME
    )
    canvas.zoom_to_fit()
    plain.fitInView(plain.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    _settle()
    ours = _median(lambda: _repainted(canvas), 15)
    floor = _median(lambda: _repainted(plain), 15)
    yield Row("the whole map: plain items", count, ours, floor, aim=FRAME)
    canvas.deleteLater()
    plain.deleteLater()


def _frame(
    name: str,
    canvas: MapCanvas,
    plain: QGraphicsView,
    act: Callable[[QWidget], None],
    count: int,
) -> Row:
    ours, floor = in_turn(lambda: act(canvas), lambda: act(plain.viewport()), 20)
    return Row(f"{name}: plain items", count, ours, floor, aim=FRAME)


def _wheel(widget: QWidget, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    _paint(widget)


def _zoom(canvas: MapCanvas, turn: int) -> None:
    _wheel(canvas, turn, Qt.KeyboardModifier.ControlModifier)


def _dragging(canvas: MapCanvas, project: Project) -> float:
    start = _first_card(canvas, project)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, start)
    places = itertools.cycle([QPoint(300 + 40 * i, 200 + 9 * i) for i in range(12)])

    def move() -> None:
        QTest.mouseMove(canvas, next(places))
        _paint(canvas)

    frame = _median(move, 30)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, start)
    return frame


def _dropping(canvas: MapCanvas, project: Project) -> float:
    """From the release to pixels: the edit, the layout, the scene, the painting; not the disk."""
    [map] = project.maps()
    card = project.placements(map.id)[0]
    stage = project.stages(map.id)[1]
    moved = move_cards(project, [card.id], stage.id, card.segment, 0)
    assert moved is not None
    states = itertools.cycle((project.apply(moved), project))

    def drop() -> None:
        canvas.show_map(next(states), map.id)
        _paint(canvas)

    return _median(drop, 15)


def _first_card(canvas: MapCanvas, project: Project) -> QPoint:
    [first, *_] = project.placements(project.maps()[0].id)
    place = canvas.view.place_of(("card", first.id))
    assert place is not None
    return canvas.view.panes.to_canvas(place).center().toPoint()


def _repainted(widget: QWidget) -> None:
    for child in (widget, *widget.findChildren(QWidget)):
        child.update()
    _paint(widget)


def _median(work: Callable[[], None], runs: int) -> float:
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _paint(widget: QWidget) -> None:
    """Bring what waits to be painted to pixels now; offscreen, Qt would let it wait for 5 ms."""
    QApplication.processEvents()
    QApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _memory(path: Path, count: int) -> Row:
    ours, floor = (_peak(kind, path) for kind in ("ours", "floor"))
    return Row("peak memory: bare scene", count, ours, floor, unit="MB", aim="<= 2 x")


def _peak(kind: str, path: Path) -> float:
    """Peak memory in MB of a process that only holds this."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "app = QApplication([]); from tests.benchmarks import windows as w;"
        f"kept = w.hold_{kind}(Path(sys.argv[1]));"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout) / 1024


def hold_ours(path: Path) -> object:
    """The document, open and shown."""
    document = Document.open(path, read_only=True)
    return document, shown(document.project)


def hold_floor(path: Path) -> object:
    """Its rows read and a plain item for each card shown."""
    read_rows(path)
    return shown_bare(bare_scene(int(path.stem)))


def _start() -> float:
    """Milliseconds from a new process to its window painted and answering."""
    program = (
        "import sys, time; from pathlib import Path; from PySide6.QtCore import QTimer;"
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from journeyeditor.ui import app as program;"
        "QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda:"
        " (print(time.time()), app.exit(0))));"
        "program.run(None)"
    )
    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        begun = time.time()
        done = subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, **places},
        )
    return (float(done.stdout.split()[0]) - begun) * 1000
