"""What the program remembers between two runs: preferences, recent files, views of files."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from journeyeditor.storage.places import is_draft
from journeyeditor.translation import LANGUAGES, system_language

RECENT_FILES = 12
RECENT_COMMANDS = 8


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class FileView:
    """How a file was last looked at: which map, at what zoom (1.0 is 100 %), with which lens."""

    map: str = ""
    zoom: float = 1.0
    lens: str = "channel"


class Settings:
    """The settings file of this user."""

    def __init__(self) -> None:
        path = user_config_path("journeyeditor", appauthor=False) / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of the windows; the system's where the user has chosen none."""
        chosen = str(self._store.value("language", ""))
        return chosen if chosen in LANGUAGES else system_language()

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def appearance(self) -> Appearance:
        chosen = str(self._store.value("appearance", ""))
        return Appearance(chosen) if chosen in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("appearance", appearance.value)

    @property
    def recent(self) -> list[Path]:
        """The files last opened or made, latest first; some may be gone.

        A draft that is gone was saved elsewhere or thrown away, and is nobody's file any more.
        """
        count = self._store.beginReadArray("recent")
        paths = []
        for index in range(min(count, RECENT_FILES)):
            self._store.setArrayIndex(index)
            paths.append(Path(str(self._store.value("path", ""))))
        self._store.endArray()
        return [p for p in paths if p.is_absolute() and (p.exists() or not is_draft(p))]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        rest = [other for other in self.recent if other != path]
        self._write_recent([path, *rest][:RECENT_FILES])

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._write_recent([other for other in self.recent if other != path])

    def _write_recent(self, paths: list[Path]) -> None:
        self._store.remove("recent")
        self._store.beginWriteArray("recent", len(paths))
        for index, path in enumerate(paths):
            self._store.setArrayIndex(index)
            self._store.setValue("path", str(path))
        self._store.endArray()

    @property
    def recent_commands(self) -> list[str]:
        """The ids of the commands last chosen from the palette, latest first."""
        return [id for id in str(self._store.value("palette/recent", "")).split() if id]

    def remember_command(self, id: str) -> None:
        """Put a command first among the recent ones."""
        rest = [other for other in self.recent_commands if other != id]
        self._store.setValue("palette/recent", " ".join([id, *rest][:RECENT_COMMANDS]))

    def view(self, file: str) -> FileView:
        """How the file with this identity was last looked at."""
        try:
            zoom = float(str(self._store.value(f"views/{file}/zoom", 1.0)))
        except ValueError:
            zoom = 1.0
        map = str(self._store.value(f"views/{file}/map", ""))
        return FileView(map, zoom, str(self._store.value(f"views/{file}/lens", "channel")))

    def remember_view(self, file: str, view: FileView) -> None:
        self._store.setValue(f"views/{file}/map", view.map)
        self._store.setValue(f"views/{file}/zoom", view.zoom)
        self._store.setValue(f"views/{file}/lens", view.lens)

    def state(self, name: str) -> QByteArray:
        """A window part's remembered geometry; empty where there is none."""
        value = self._store.value(f"windows/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_state(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"windows/{name}", state)

    def flag(self, name: str, default: bool) -> bool:
        """A remembered yes or no."""
        return str(self._store.value(f"windows/{name}", default)).lower() == "true"

    def remember_flag(self, name: str, value: bool) -> None:
        self._store.setValue(f"windows/{name}", value)
