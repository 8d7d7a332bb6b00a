"""The running program: its windows, and what concerns all of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journeyeditor.document import Document
from journeyeditor.drawing.theme import DARK, LIGHT, Theme
from journeyeditor.errors import Refused
from journeyeditor.model.records import Asset, JourneyMap, Placement
from journeyeditor.storage.leftovers import Leftover, discard, recoverable_sessions
from journeyeditor.storage.locks import Locked
from journeyeditor.templates import empty_project, make_project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.focus import install_focus_ring
from journeyeditor.ui.chrome.icons import app_icon, retint
from journeyeditor.ui.chrome.look import font, load_fonts, palette, style_sheet, system_theme
from journeyeditor.ui.dialogs.messages import Message, say_refused
from journeyeditor.ui.dialogs.recovery import RecoveryDialog
from journeyeditor.ui.settings import Appearance, Settings
from journeyeditor.ui.window import Window


class Program:
    """Opens documents in windows, and dresses the windows in a language and a theme."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.settings = Settings()
        self.windows: list[Window] = []
        self._qt_words = QTranslator(app)
        app.setApplicationName("Journey Editor")
        app.setApplicationDisplayName("Journey Editor")
        app.setDesktopFileName("journeyeditor")
        app.setWindowIcon(app_icon())
        app.setStyle("Fusion")
        load_fonts()
        app.setFont(font())
        self._speak(self.settings.language)
        self.dress()
        self._ring = install_focus_ring(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)

    # Windows

    def open_window(self) -> Window:
        """A window with the start page."""
        window = Window(self)
        self.windows.append(window)
        window.show_start()
        window.show()
        return window

    def forget_window(self, window: Window) -> None:
        """A window has been closed."""
        self.windows.remove(window)

    def quit(self) -> None:
        """Close all windows, and end where none wants to stay."""
        self.app.closeAllWindows()

    def end(self) -> None:
        """Stop following the system's colours and the focus."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self.dress)
        self.app.focusChanged.disconnect(self._ring.follow)
        self._ring.deleteLater()

    # Documents

    def new_document(self, slug: str, window: Window) -> None:
        """Begin with a template, in the window if it has no document, else in another one."""

        def make() -> Document:
            new = make_project(slug, tr.language)
            name = new.project.info.name or new.project.maps()[0].name
            return Document.new(new.project, new.assets, name)

        self._show(make, window)

    def open_path(self, path: Path, window: Window) -> None:
        """Open a document, or import a table."""
        if path.suffix.lower() == ".csv":
            self.import_csv(path, window)
            return
        for other in self.windows:
            if other.workspace and other.workspace.document.path == path.resolve():
                other.activateWindow()
                other.raise_()
                return
        try:
            self._show(lambda: Document.open(path), window)
        except Locked as problem:
            self._open_locked(path, problem, window)

    def import_csv(self, path: Path, window: Window) -> None:
        """A table into the window's document as one step, or into a new document."""
        if window.workspace is None:
            self._show(lambda: self._imported(path), window)
            return
        try:
            from journeyeditor.importing.csv_long import read_csv

            found = read_csv(path, window.workspace.project)
            if found.change:
                window.workspace.document.perform(found.change)
        except Refused as problem:
            say_refused(window, problem)
            return
        cards = tr.plural("{count} card", "{count} cards", found.counts.get(Placement, 0))
        window.workspace.banner.say(
            tr(
                "{cards} imported from {file}. One undo takes it all back.",
                cards=cards,
                file=path.name,
            )
        )

    def offer_recovery(self, window: Window) -> None:
        """Ask what to do with what a crash left behind."""
        try:
            leftovers = recoverable_sessions()
        except Refused as problem:
            say_refused(window, problem)
            return
        if leftovers:
            dialog = RecoveryDialog(window, leftovers)
            dialog.recover.connect(lambda leftover: self._recover(leftover, window))
            dialog.discard.connect(discard)
            dialog.open()

    def _show(self, open: Callable[[], Document], window: Window) -> None:
        """Open a document in the window if it has none, else in another one. Locked."""
        try:
            document = open()
        except Locked:
            raise
        except Refused as problem:
            say_refused(window, problem)
            return
        if window.workspace:
            window = self.open_window()
        window.show_document(document)
        window.keep_sketch()

    def _imported(self, path: Path) -> Document:
        from journeyeditor.importing.csv_long import read_csv

        project = empty_project(tr.language, path.stem)
        found = read_csv(path, project)
        if found.change:
            project = project.apply(found.change)
        if not project.count(JourneyMap):
            raise Refused(tr("There is nothing to import in the file."), where=str(path))
        return Document.new(project, {}, path.stem)

    def _open_locked(self, path: Path, problem: Locked, window: Window) -> None:
        answers = (tr("Open read-only"), tr("Open a copy"), tr("Cancel"))
        answer = Message(window, problem.what, [str(path), problem.advice], answers).ask()
        if answer == 0:
            self._show(lambda: Document.open(path, read_only=True), window)
        elif answer == 1:
            self._show(lambda: _copy_of(path), window)

    def _recover(self, leftover: Leftover, window: Window) -> None:
        try:
            self._show(lambda: Document.recover(leftover), window)
        except Locked as problem:
            say_refused(window, problem)

    # Language and look

    def set_language(self, language: str) -> None:
        """Speak another language from now on, in all windows."""
        self.settings.language = language
        self._speak(language)
        for window in self.windows:
            window.rebuild()

    def set_appearance(self, appearance: str) -> None:
        """Light, dark, or as the system."""
        self.settings.appearance = Appearance(appearance)
        self.dress()

    def dress(self) -> None:
        """Give all windows the colours of the present theme."""
        theme = self.theme()
        sheet = style_sheet(theme)
        if sheet == self.app.styleSheet():
            return
        self.app.setPalette(palette(theme))
        self.app.setStyleSheet(sheet)
        retint()
        for window in self.windows:
            if window.workspace:
                window.workspace.dress()

    def theme(self) -> Theme:
        """The theme that the user has chosen."""
        chosen = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}
        return chosen.get(self.settings.appearance) or system_theme()

    def _speak(self, language: str) -> None:
        tr.use(language)
        QLocale.setDefault(QLocale(language))
        self.app.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{language}", folder):
            self.app.installTranslator(self._qt_words)


def _copy_of(path: Path) -> Document:
    """A new document with what a file holds that somebody else has open."""
    original = Document.open(path, read_only=True)
    assets = {a.sha256: original.assets.read(a.sha256) for a in original.project.all(Asset)}
    copy = Document.new(original.project, assets, tr("{name} (copy)", name=path.stem))
    original.close()
    return copy
