"""The look of the windows: palette, style sheet and fonts, from the tokens of a theme."""

from dataclasses import asdict
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from journeyeditor.drawing.theme import DARK, LIGHT, Theme
from journeyeditor.resources import resource

FAMILY = "Inter"

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "chrome",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "chrome",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Accent: "accent",
}


def current_theme() -> Theme:
    """The theme that the windows wear now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def system_theme() -> Theme:
    """The theme that the system's colour scheme asks for."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """The theme as a Qt palette, for what no style sheet reaches."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(getattr(theme, token)))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet of all windows, its `$tokens` filled with the theme's colours."""
    sheet = Template(resource("style", "windows.qss").read_text("utf-8"))
    return sheet.substitute({name: value for name, value in asdict(theme).items()
                             if isinstance(value, str)})  # fmt: skip


def load_fonts() -> None:
    """Make the fonts that come with the program known to Qt."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(pixels: float = 12.5, weight: int = 400) -> QFont:
    """The windows' typeface at a size in pixels of a screen of 96 dots an inch."""
    made = QFont(FAMILY)
    made.setPointSizeF(pixels * 0.75)
    made.setWeight(QFont.Weight(weight))
    return made


def scaled(pixels: float) -> int:
    """Pixels for what holds text, at the size at which the system shows text."""
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
    return round(pixels * max(1.0, dots / 96))
