"""The running program: its windows, and what concerns all of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journeyeditor.drawing.theme import DARK, LIGHT, Theme
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.focus import install_focus_ring
from journeyeditor.ui.chrome.icons import app_icon, retint
from journeyeditor.ui.chrome.keys import CAPS
from journeyeditor.ui.chrome.look import font, load_fonts, palette, style_sheet, system_theme
from journeyeditor.ui.collecting import Collector
from journeyeditor.ui.settings import Appearance, Settings
from journeyeditor.ui.window import Window

if TYPE_CHECKING:
    from journeyeditor.exporting.aside import Aside


class _OurWords(QTranslator):
    """Words of Qt's that its own catalogues lack or that we say otherwise: files, and keys."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, *_more: object) -> str | None:
        words = {"&Look in:": tr("&Look in:"), "Files of &type:": tr("Files of &type:")}
        if context == "QShortcut" and text in CAPS:
            return tr(CAPS[text])
        return words.get(text) if context == "QFileDialog" else None  # None: ask the others


def prepare(app: QApplication) -> None:
    """Give the process its name, its icon, its style and its fonts, once."""
    app.setApplicationName("Journey Editor")
    app.setApplicationDisplayName("Journey Editor")
    app.setDesktopFileName("journeyeditor")
    app.setWindowIcon(app_icon())
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(font())


class Program:
    """Keeps the windows, and dresses them in a language and a theme."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.settings = Settings()
        self.windows: list[Window] = []
        self._sheet = ""
        self._qt_words = QTranslator(app)
        self._our_words = _OurWords(app)
        self._speak(self.settings.language)
        self.dress()
        self._ring = install_focus_ring(app)
        self._collector = Collector(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)

    @cached_property
    def aside(self) -> "Aside":
        """Where all windows print; it ends with this process."""
        from journeyeditor.exporting.aside import Aside  # loaded with the first document

        return Aside()

    # Windows

    def open_window(self) -> Window:
        """A window with the start page."""
        window = Window(self)
        self.windows.append(window)
        window.show_start()
        window.setStyleSheet(self._sheet)
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
        for words in (self._our_words, self._qt_words):
            self.app.removeTranslator(words)
        self.app.focusChanged.disconnect(self._ring.follow)
        self._ring.deleteLater()
        self._collector.stop()

    # Language and look

    def set_language(self, language: str) -> None:
        """Speak another language from now on, in all windows."""
        self.settings.language = language
        if language != tr.language:
            self._speak(language)
            for window in self.windows:
                window.rebuild()

    def set_appearance(self, appearance: str) -> None:
        """Light, dark, or as the system."""
        self.settings.appearance = Appearance(appearance)
        self.dress()

    def dress(self) -> None:
        """Give all windows the colours of the present theme.

        Each window has the style sheet, not the application: Qt would apply that to every part
        again whenever one is put into another, which was half the time to show a document.
        """
        theme = self.theme()
        sheet = style_sheet(theme)
        if sheet == self._sheet:
            return
        self._sheet = sheet
        self.app.setPalette(palette(theme))
        retint()
        for window in self.windows:
            window.setStyleSheet(sheet)
            if window.workspace:
                window.workspace.looking.dress()

    def theme(self) -> Theme:
        """The theme that the user has chosen."""
        chosen = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}
        return chosen.get(self.settings.appearance) or system_theme()

    def _speak(self, language: str) -> None:
        tr.use(language)
        QLocale.setDefault(QLocale(language))
        for words in (self._our_words, self._qt_words):
            self.app.removeTranslator(words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{language}", folder):
            self.app.installTranslator(self._qt_words)
        self.app.installTranslator(self._our_words)  # the last one is asked first
