"""A window stands where all of it is seen."""

import pytest
from PySide6.QtCore import QRect, QSize

from journeyeditor.ui.placing import fitting, within
from journeyeditor.ui.program import Program

SMALL = QRect(0, 0, 1280, 720)
SECOND = QRect(1280, 40, 1920, 1040)


def test_a_new_window_is_no_larger_than_the_screen() -> None:
    assert fitting(QSize(1440, 900), QRect(0, 0, 1920, 1080)) == QSize(1440, 900)
    assert fitting(QSize(1440, 900), SMALL) == QSize(1272, 684)


@pytest.mark.parametrize(
    ("screen", "place", "seen"),
    [
        (SMALL, QRect(100, 60, 900, 600), QRect(100, 60, 900, 600)),
        (SMALL, QRect(100, 60, 1440, 900), QRect(0, 32, 1280, 688)),
        (SMALL, QRect(3000, 2000, 900, 600), QRect(380, 120, 900, 600)),
        (SMALL, QRect(-3000, -2000, 900, 600), QRect(0, 32, 900, 600)),
        (SECOND, QRect(1200, 500, 900, 600), QRect(1280, 480, 900, 600)),
    ],
)
def test_a_place_of_last_time_is_brought_onto_the_screen(
    screen: QRect, place: QRect, seen: QRect
) -> None:
    assert within(place, screen) == seen


def test_windows_are_opened_so(program: Program) -> None:
    window = program.open_window()
    screen = window.screen().availableGeometry()
    assert screen.contains(window.geometry())
    window.setGeometry(screen.width() - 100, screen.height() - 100, 780, 600)
    window.close()
    again = program.open_window()
    assert screen.contains(again.geometry())
    assert again.size() == QSize(780, 600)
