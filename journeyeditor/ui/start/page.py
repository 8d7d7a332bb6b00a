"""The start page: how to begin, what was open lately, and templates."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeyeditor import __version__
from journeyeditor.resources import resource
from journeyeditor.templates import TEMPLATES, Template
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Choice, button, label, line
from journeyeditor.ui.chrome.dates import describe_time
from journeyeditor.ui.chrome.icons import dress, paint_icon
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.start.previews import (
    Preview,
    blank_preview,
    map_preview,
    missing_preview,
    stages_preview,
    unknown_preview,
)
from journeyeditor.ui.start.sketches import kept_sketch
from journeyeditor.ui.start.tiles import Tile, TileGrid

SIDE = 320
_COLUMNS = {"life-cycle-7": (3, 2, 4, 3, 2, 2, 1), "life-cycle-6": (3, 2, 4, 3, 2, 2)}
"""How many places for cards each stage of a template's picture has."""


class StartPage(QFrame):
    """Emits what the user wants to begin with."""

    new_asked = Signal()
    open_asked = Signal()
    import_asked = Signal()
    template_asked = Signal(str)
    recent_asked = Signal(object)
    forget_asked = Signal(object)
    folder_asked = Signal(object)

    def __init__(self, recent: Sequence[Path], settings_menus: Sequence[Choice]) -> None:
        super().__init__()
        self.setObjectName("start")
        self.new = self._action(tr("New map"), "plus", self.new_asked, "Ctrl+N")
        self.open = self._action(tr("Open"), "folder-open", self.open_asked, "Ctrl+O")
        self.imports = self._action(tr("Import from CSV"), "file-spreadsheet", self.import_asked)
        self.sample = self._action(tr("See the sample map"), "eye", None)
        self.sample.clicked.connect(lambda: self.template_asked.emit("sample"))
        self.new.setProperty("look", "primary")
        dress(self.new, "plus", "on_accent", 17)
        self.recents: TileGrid | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side(settings_menus))
        row.addWidget(self._main(recent), 1)
        self.new.setFocus()

    def _side(self, settings_menus: Sequence[Choice]) -> QFrame:
        side = QFrame()
        side.setObjectName("start-side")
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(32, 40, 32, 28)
        column.setSpacing(8)
        logo = QSvgWidget(str(resource("icons", "journeyeditor.svg")))
        logo.setFixedSize(40, 40)
        name = label("Journey Editor")
        name.setObjectName("brand")
        column.addLayout(line([logo, name, 1], QHBoxLayout(), 12))
        claim = label(
            tr("Customer-journey maps on your own computer, ready for the wall and the workshop."),
            wrap=True,
        )
        claim.setObjectName("claim")
        column.addSpacing(6)
        column.addWidget(claim)
        column.addSpacing(24)
        for action in (self.new, self.open, self.imports, self.sample):
            column.addWidget(action)
        column.addStretch(1)
        column.addLayout(line([*settings_menus, 1], QHBoxLayout(), 8))
        column.addSpacing(12)
        promise = label(tr("Offline and without an account"), "secondary")
        column.addLayout(line([_Icon("hard-drive"), promise, 1], QHBoxLayout(), 8))
        version = label(tr("Version {version}", version=__version__))
        version.setObjectName("version")
        column.addWidget(version)
        return side

    def _main(self, recent: Sequence[Path]) -> QScrollArea:
        content = QFrame()
        content.setObjectName("start")
        column = QVBoxLayout(content)
        column.setContentsMargins(48, 40, 48, 40)
        column.setSpacing(16)
        if recent:
            self.recents = TileGrid([self._recent(path) for path in recent], rows=1)
            self.more = button(tr("Show all"), look="link")
            self.more.setVisible(len(recent) > 4)
            self.more.clicked.connect(self._show_all)
            column.addLayout(line([label(tr("Recent"), "heading"), 1, self.more], QHBoxLayout()))
            column.addWidget(self.recents)
            column.addSpacing(20)
        column.addWidget(label(tr("Templates"), "heading"))
        offered = [template for template in TEMPLATES if template.slug != "sample"]
        self.templates = TileGrid([self._template(template) for template in offered])
        column.addWidget(self.templates)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _action(self, text: str, icon: str, signal: object, keys: str = "") -> QPushButton:
        made = _ActionButton(text, keys)
        made.setProperty("look", "line")
        dress(made, icon, "text2", 17)
        if signal is not None:
            made.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]
        return made

    def _recent(self, path: Path) -> Tile:
        sketch = kept_sketch(path)
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)
        except OSError:
            tile = Tile(path.stem, tr("Not found: {folder}", folder=path.parent), missing_preview)
            tile.faded = True
        else:
            parts = [describe_time(changed)]
            if sketch:
                count = sketch.touchpoints
                parts.append(tr.plural("{count} touchpoint", "{count} touchpoints", count))
            preview = map_preview(sketch) if sketch else unknown_preview
            tile = Tile(path.stem, " · ".join(parts), preview)
        tile.setToolTip(str(path))
        tile.clicked.connect(lambda: self.recent_asked.emit(path))
        tile.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tile.customContextMenuRequested.connect(lambda at: self._recent_menu(tile, path, at))
        return tile

    def _recent_menu(self, tile: Tile, path: Path, at: QPoint) -> None:
        menu = QMenu(self)
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("Open"), lambda: self.recent_asked.emit(path)),
            (tr("Open its folder"), lambda: self.folder_asked.emit(path)),
            (tr("Remove from this list"), lambda: self.forget_asked.emit(path)),
        )
        for text, act in entries:
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
        menu.exec(tile.mapToGlobal(at))
        menu.deleteLater()

    def _template(self, template: Template) -> Tile:
        tile = Tile(tr(template.name), tr(template.summary), _picture(template), template.icon)
        tile.clicked.connect(lambda: self.template_asked.emit(template.slug))
        return tile

    def _show_all(self) -> None:
        if self.recents:
            self.recents.show_all()
        self.more.hide()


class _ActionButton(QPushButton):
    """A button with the keys that do the same at its right end."""

    def __init__(self, text: str, keys: str) -> None:
        super().__init__("  " + text)
        self.setAccessibleName(text)
        if keys:
            hint = QLabel(keys.replace("+", " "), self)
            hint.setObjectName("keys")
            layout = QHBoxLayout(self)
            layout.setContentsMargins(0, 0, 14, 0)
            layout.addStretch(1)
            layout.addWidget(hint)


def _picture(template: Template) -> Preview:
    columns = _COLUMNS.get(template.slug)
    return stages_preview(columns) if columns else blank_preview


class _Icon(QWidget):
    """An icon beside a line of text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(15, 15)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, current_theme().text3)
