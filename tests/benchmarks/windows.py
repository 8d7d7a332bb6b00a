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

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.document import Document
from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.model.change import Change
from journeyeditor.model.edits.cards import move_cards
from journeyeditor.model.project import Project
from journeyeditor.ui.canvas.canvas import MapCanvas
from tests.benchmarks.floors import bare_scene, read_rows, same_scene
from tests.benchmarks.maps import SHAPES, busy_project
from tests.benchmarks.timing import Row, in_turn, once

SIZE = (1440, 900)
FRAME = "<= 16 ms"
NONE = Qt.KeyboardModifier.NoModifier


def rows(folder: Path) -> Iterator[Row]:
    """The table's rows for every size of map; documents of these sizes lie in the folder."""
    QApplication.instance() or QApplication([])
    for count in SHAPES:
        yield from _opening(folder / f"{count}.journey", count)
        yield from _frames(busy_project(count), count)
        yield from _memory(folder / f"{count}.journey", count)
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
    while not canvas.view.finished:
        QApplication.processEvents()
    return canvas


def shown_bare(view: QGraphicsView) -> QGraphicsView:
    """The bare scene in a window of the same size, at the same scale."""
    view.resize(*SIZE)
    view.scale(96 / 72, 96 / 72)
    view.show()
    _settle()
    _paint(view)
    return view


def _opening(path: Path, count: int) -> Iterator[Row]:
    """Each in a new process, as one opens a file: nothing of it has been read or shaped."""
    functions = ("open_ours", "open_to_edit", "open_floor")
    times = [[_in_new_process(function, path) for function in functions] for _ in range(5)]
    ours, editing, floor = map(min, zip(*times, strict=True))
    yield Row("open and show: raw sqlite3 + bare scene", count, ours, floor, aim="<= 2 x")
    yield Row("the same to edit it, with a session", count, editing, floor)


def open_ours(path: Path, read_only: bool = True) -> float:
    """Milliseconds to open a document and to show its map until all of it is painted."""
    documents: list[Document] = []
    canvases: list[MapCanvas] = []

    def work() -> None:
        documents.append(Document.open(path, read_only=read_only))
        canvases.append(shown(documents[0].project))

    took = _once_begun(work)
    documents[0].close()
    return took


def open_to_edit(path: Path) -> float:
    """The same where what is done to the document will be kept safe in a session."""
    return open_ours(path, read_only=False)


def open_floor(path: Path) -> float:
    """The same for its bare rows, and for a bare scene of what the map's drawing holds."""
    kept: list[object] = []
    document = Document.open(path, read_only=True)
    project = document.project
    document.close()
    drawing = lay_out(project, project.maps()[0].id, LayoutOptions(language="es"))
    assert all(len(node.shapes) for node in drawing.nodes)

    def work() -> None:
        read_rows(path)
        kept[:] = [shown_bare(same_scene(drawing))]

    return _once_begun(work)


def _once_begun(work: Callable[[], None]) -> float:
    """As in the program that has shown its first window and loaded its parts meanwhile."""
    from journeyeditor.ui.app import load_soon  # not in the processes that tell of memory
    from journeyeditor.ui.collecting import Collector

    load_soon()
    Collector(QApplication.instance())
    window = QWidget()
    window.setMouseTracking(True)  # PySide makes Qt's classes when they are first used
    QVBoxLayout(window).addWidget(QScrollArea())
    window.findChildren(QScrollArea)[0].viewport().update()
    window.show()
    shown_bare(QGraphicsView())
    return once(work)


def _frames(project: Project, count: int) -> Iterator[Row]:
    canvas = shown(project)
    plain = shown_bare(bare_scene(count))
    pans = itertools.cycle((-120, -120, 120, 120))

    def pan(widget: QWidget) -> None:
        _wheel(widget, next(pans), NONE)

    yield _frame("pan", canvas, plain, pan, count)
    yield Row("drag a card", count, _dragging(canvas, project), None, aim=FRAME)
    yield Row("drop a card, to pixels", count, _dropping(canvas, project, _moved), None, aim=FRAME)
    taller = _dropping(canvas, project, _lengthened)
    yield Row("the same where all rows below move", count, taller, None, aim=FRAME)
    yield Row("the inspector follows the selection", count, _inspecting(project), None, aim=FRAME)
    steps = itertools.cycle((-120,) * 8 + (120,) * 8)
    times = _times(lambda: _zoom(canvas, next(steps)), 32)
    yield Row("zoom, median step", count, statistics.median(times), None, aim=FRAME)
    yield Row("zoom, slowest step", count, max(times), None, aim=FRAME)
    canvas.zoom_to_fit()
    plain.fitInView(plain.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    _settle()
    ours = _median(lambda: _repainted(canvas), 15)
    floor = _median(lambda: _repainted(plain), 15)
    yield Row("the whole map: plain items", count, ours, floor, aim=FRAME)
    shiboken6.delete(canvas)
    shiboken6.delete(plain)


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


def _dropping(
    canvas: MapCanvas, project: Project, edit: Callable[[Project], Change | None]
) -> float:
    """From the release to pixels: the edit, the layout, the scene, the painting; not the disk."""
    [map] = project.maps()
    change = edit(project)
    assert change is not None
    states = itertools.cycle((project.apply(change), project))

    def drop() -> None:
        canvas.show_map(next(states), map.id)
        _paint(canvas)

    return _median(drop, 15)


def _moved(project: Project) -> Change | None:
    """The first card moves to the next stage."""
    [map] = project.maps()
    card, stage = project.placements(map.id)[0], project.stages(map.id)[1]
    return move_cards(project, [card.id], stage.id, card.segment, 0)


def _lengthened(project: Project) -> Change | None:
    """The first cell's cards all go to the next stage, and its row becomes twice as high."""
    [map] = project.maps()
    first, second = project.stages(map.id)[:2]
    cards = project.cell(first.id, project.segments(map.id)[0].id)
    ids = [card.id for card in cards]
    return move_cards(project, ids, second.id, cards[0].segment, 0)


def _inspecting(project: Project) -> float:
    """A frame of the inspector when another card is selected."""
    from journeyeditor.storage.assets import Assets  # not in the processes of the floors
    from journeyeditor.ui.inspector.panel import Inspector

    nowhere = Path(os.devnull)
    window = QWidget()
    window.resize(*SIZE)
    inspector = Inspector(Assets(nowhere, nowhere))
    QHBoxLayout(window).addWidget(inspector)
    window.show()
    cards = itertools.cycle(project.placements(project.maps()[0].id)[:12])

    def follow() -> None:
        inspector.show_selection(project, [("card", next(cards).id)])
        _paint(inspector)

    frame = _median(follow, 24)
    shiboken6.delete(window)
    return frame


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
    return statistics.median(_times(work, runs))


def _times(work: Callable[[], None], runs: int) -> list[float]:
    """After a first run that is not counted."""
    work()
    return [once(work) for _ in range(runs)]


def _paint(widget: QWidget) -> None:
    """Bring what waits to be painted to pixels now; offscreen, Qt would let it wait for 5 ms."""
    QApplication.processEvents()
    QApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _memory(path: Path, count: int) -> Iterator[Row]:
    floor = _in_new_process("hold_floor", path)
    for name, function in (("", "hold_ours"), (", all zooms seen", "hold_ours_zoomed")):
        peak = _in_new_process(function, path)
        yield Row(f"peak memory{name}: bare scene", count, peak, floor, unit="MB", aim="<= 2 x")


def _in_new_process(function: str, path: Path) -> float:
    """What a function of this module returns for a path, in a process that does only this."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "app = QApplication([]); from tests.benchmarks import windows;"
        f"print(windows.{function}(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", program, str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def hold_ours(path: Path) -> float:
    """Peak memory in MB with the document open and shown."""
    document = Document.open(path, read_only=True)
    canvas = shown(document.project)
    peak = _peak()
    canvas.close()
    return peak


def hold_ours_zoomed(path: Path) -> float:
    """The same when the whole map was then seen at every zoom."""
    document = Document.open(path, read_only=True)
    canvas = shown(document.project)
    for turn in (-120,) * 12 + (120,) * 12:
        _zoom(canvas, turn)
        _settle()
    peak = _peak()
    canvas.close()
    return peak


def hold_floor(path: Path) -> float:
    """The same for its bare rows, and for a plain item with a title for each card."""
    read_rows(path)
    view = shown_bare(bare_scene(int(path.stem)))
    peak = _peak()
    view.close()
    return peak


def _peak() -> float:
    return float(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


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
