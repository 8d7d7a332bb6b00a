"""Views: a lens, a filter and lanes under a name, in a menu."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from journeyeditor.analysis.filtering import Filter
from journeyeditor.model.lanes import lanes_of
from journeyeditor.model.records import View
from journeyeditor.ui.views import views_menu
from journeyeditor.ui.window import Window
from tests.ui.hands import Hands
from tests.ui.samples import save_template


@pytest.fixture
def hands(window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    window.open_path(save_template(tmp_path / "Shop.journey"))
    return Hands(window, qtbot)


def opened(menu: QMenu) -> dict[str, QAction]:
    """What a menu offers once it opens, its menus' entries too."""
    menu.aboutToShow.emit()
    found = {action.text(): action for action in menu.actions()}
    for inner in [action.menu() for action in menu.actions()]:
        if isinstance(inner, QMenu):
            found |= {f"{inner.title()}: {it.text()}": it for it in inner.actions()}
    return found


def answer(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Type a name when the system's dialog asks for one."""
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (name, True))


def visible(hands: Hands) -> list[str]:
    lanes = lanes_of(hands.project, hands.workspace.map)
    return [lane.kind for lane in lanes if lane.visible]


def test_a_view_is_saved_shown_renamed_and_removed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, menu = hands.workspace, views_menu(hands.window)
    assert not opened(menu)["No view is kept yet"].isEnabled()
    critical, lanes = Filter(critical=True), visible(hands)
    hands.command("lens-owner")
    workspace.search.set_filter(critical)
    answer(monkeypatch, "Critical & owners")
    hands.command("view-save")
    hands.command("lens-channel")
    hands.command("filter-clear")
    hands.command("curve")
    assert visible(hands) != lanes
    opened(menu)["Critical && owners"].trigger()
    assert workspace.looking.look.lens == "owner"
    assert workspace.search.quest.filter == critical
    assert visible(hands) == lanes
    assert workspace.document.undo_label is not None
    assert workspace.document.undo_label.name == "Critical & owners"
    answer(monkeypatch, "Owners")
    opened(menu)["Rename view: Critical && owners…"].trigger()
    assert [view.name for view in hands.project.all(View)] == ["Owners"]
    opened(menu)["Remove view: Owners"].trigger()
    assert not hands.project.count(View)


def test_the_menu_of_the_view_fits_on_a_small_screen(hands: Hands) -> None:
    [menu] = [it.menu() for it in hands.window.menuBar().actions() if it.text() == "View"]
    assert isinstance(menu, QMenu)
    assert menu.sizeHint().height() < 720
    for id in ("detail-heat", "panel-owners"):
        action = hands.window.actions_by_id[id]
        assert any(action in inner.actions() for inner in menu.findChildren(QMenu))
