"""What Qt tells a screen reader: every accessibility event, as it is sent."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import PySide6
import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
"""QAccessible::installUpdateHandler, which Qt's Python has not."""


@contextmanager
def announcements() -> Iterator[list[str]]:
    """The sentences that are announced meanwhile; skips the test where Qt is not for Linux."""
    library = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"
    if not library.exists():
        pytest.skip("needs Qt's library for Linux")
    install = getattr(ctypes.CDLL(str(library)), INSTALL)
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    told: list[str] = []

    def hear(address: int) -> None:
        event = shiboken6.wrapInstance(address, QAccessibleEvent)
        if event.type() is QAccessible.Event.Announcement:
            told.append(shiboken6.wrapInstance(address, QAccessibleAnnouncementEvent).message())

    handler = HANDLER(hear)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    try:
        yield told
    finally:
        install(before)
