"""The inspector: it shows what is selected, and what is typed becomes an edit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journeyeditor.analysis.completeness import Panel
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.records import (
    Asset,
    Channel,
    Party,
    Placement,
    Process,
    ProcessUse,
    Responsibility,
    Segment,
    Stage,
)
from journeyeditor.ui.inspector.fields.channel import ChannelField
from journeyeditor.ui.inspector.fields.choices import NumberField
from journeyeditor.ui.inspector.fields.critical import CriticalField
from journeyeditor.ui.inspector.fields.emotion import EmotionField
from journeyeditor.ui.inspector.fields.links import LinksField
from journeyeditor.ui.inspector.fields.parties import PartiesField
from journeyeditor.ui.inspector.fields.picture import PictureField
from journeyeditor.ui.inspector.fields.processes import ProcessesField
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.picker import Offer, matching
from journeyeditor.ui.pictures import read_picture
from tests.ui.bench import Bench, card, touchpoint


def test_typing_is_safe_after_a_pause_and_one_step(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    box = bench.field(TextField, "Desired outcome").box
    qtbot.keyClicks(box, "They pay ")
    qtbot.waitUntil(lambda: touchpoint(bench).desired_outcome == "They pay ", timeout=2000)
    qtbot.keyClicks(box, "at once")
    qtbot.waitUntil(lambda: touchpoint(bench).desired_outcome == "They pay at once", timeout=2000)
    assert box.textCursor().atEnd()
    assert len(bench.document.history) == 1
    bench.document.undo()
    assert touchpoint(bench).desired_outcome == ""
    assert box.toPlainText() == ""


def test_leaving_a_field_ends_the_step(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    box = bench.field(TextField, "Desired outcome").box
    box.setFocus()
    qtbot.keyClicks(box, "One")
    box.finished.emit()
    qtbot.keyClicks(box, " two")
    box.finished.emit()
    assert touchpoint(bench).desired_outcome == "One two"
    assert len(bench.document.history) == 2


def test_what_is_typed_goes_to_what_was_selected_then(bench: Bench, qtbot: QtBot) -> None:
    stages = bench.project.all(Stage)
    first, second = sorted(stages, key=lambda stage: stage.order)
    bench.select(("stage", first.id))
    qtbot.keyClicks(bench.field(TextField, "Goal").box, "Typed")
    bench.select(("stage", second.id))
    assert bench.project.get(Stage, first.id).goal == "Typed"
    assert bench.project.get(Stage, second.id).goal == ""
    assert bench.field(TextField, "Goal").box.toPlainText() == ""
    assert not bench.field(TextField, "Goal").box.document().isUndoAvailable()


def test_a_name_cannot_be_emptied(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    box = bench.field(TextField, "Title").box
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert touchpoint(bench).name == "Visita"
    assert box.toPlainText() == "Visita"


def test_undo_in_a_field_takes_back_typing_first(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    box = bench.field(TextField, "Desired outcome").box
    box.setFocus()
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == ""
    box.finished.emit()
    assert touchpoint(bench).desired_outcome == ""


def test_a_box_grows_with_its_text(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    box = bench.field(TextField, "Desired outcome").box
    before = box.height()
    qtbot.keyClicks(box, "A sentence that is much too long for one line of the inspector. " * 2)
    assert box.height() >= before + 2 * box.fontMetrics().lineSpacing()


def test_channel_is_found_by_its_first_letters_or_made(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    bench.pick(bench.field(ChannelField), "whats")
    channel = bench.project.get(Channel, touchpoint(bench).channel or "")
    assert channel.builtin == "whatsapp"
    bench.pick(bench.field(ChannelField), "Town crier")
    made = bench.project.get(Channel, touchpoint(bench).channel or "")
    assert (made.name, made.builtin) == ("Town crier", "")


def test_owners_are_made_turned_into_departments_and_removed(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    responsible = bench.field(PartiesField, "Responsible")
    bench.pick(responsible, "Ana Prieto")
    [party] = bench.project.all(Party)
    assert [(r.party, r.role) for r in bench.project.all(Responsibility)] == [
        (party.id, Role.RESPONSIBLE)
    ]
    responsible._set_kind(party, PartyKind.DEPARTMENT)
    assert bench.project.get(Party, party.id).kind is PartyKind.DEPARTMENT
    bench.pick(bench.field(PartiesField, "Support it"), "ana")
    assert bench.project.count(Party) == 1
    qtbot.keyClick(responsible.list.heads[0], Qt.Key.Key_Delete)
    assert [r.role for r in bench.project.all(Responsibility)] == [Role.SUPPORTS]


def test_one_party_alone_is_accountable(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(PartiesField, "Accountable")
    bench.pick(field, "Ana")
    assert not field.list.adder.isVisibleTo(field)


def test_processes_are_listed_and_found_again(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    bench.pick(bench.field(ProcessesField), "Refund")
    assert [process.name for process in bench.project.all(Process)] == ["Refund"]
    assert bench.project.count(ProcessUse) == 1
    assert bench.field(ProcessesField).list.heads[0].text() == "Refund"


def test_emotion_by_mouse_and_keys(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    slider = bench.field(EmotionField).slider
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.stop(-2))
    assert card(bench).emotion == -2
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert card(bench).emotion == -1
    assert slider.accessibleDescription() == "Negative"
    qtbot.keyClick(slider, Qt.Key.Key_Delete)
    assert card(bench).emotion is None


def test_a_critical_moment_asks_for_its_reason(bench: Bench, qtbot: QtBot) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(CriticalField)
    assert not field.reason.isVisibleTo(field)
    field.switch.click()
    assert card(bench).critical
    assert field.reason.isVisibleTo(field)


def test_stage_and_segment_forms(bench: Bench, qtbot: QtBot) -> None:
    stage = min(bench.project.all(Stage), key=lambda s: s.order)
    bench.select(("stage", stage.id))
    qtbot.keyClick(bench.field(RatingField).bars, Qt.Key.Key_5)
    width = bench.field(NumberField).box
    letters = width.fontMetrics().horizontalAdvance(width.text())
    assert width.lineEdit().width() > letters, "the number must be seen"
    width.setValue(240)
    assert (
        bench.project.get(Stage, stage.id).importance,
        bench.project.get(Stage, stage.id).width,
    ) == (5, 240)
    segment = min(bench.project.all(Segment), key=lambda s: s.order)
    bench.select(("segment", segment.id))
    qtbot.keyClicks(bench.field(TextField, "Description").box, "Buys at night")
    bench.panel.flush()
    assert bench.project.get(Segment, segment.id).description == "Buys at night"


def test_a_picture_is_made_small_and_kept(bench: Bench, tmp_path) -> None:  # type: ignore[no-untyped-def]
    big = QImage(3000, 2000, QImage.Format.Format_RGB32)
    big.fill(Qt.GlobalColor.darkCyan)
    big.save(str(tmp_path / "portrait.png"))
    segment = min(bench.project.all(Segment), key=lambda s: s.order)
    bench.select(("segment", segment.id))
    bench.field(PictureField).use_file(tmp_path / "portrait.png")
    asset = bench.project.get(Asset, bench.project.get(Segment, segment.id).picture or "")
    kept = read_picture(bench.document.assets.read(asset.sha256))
    assert max(kept.width(), kept.height()) == 1024


def test_a_file_that_is_no_picture_is_refused(bench: Bench, tmp_path, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "not.png").write_text("words")
    segment = min(bench.project.all(Segment), key=lambda s: s.order)
    bench.select(("segment", segment.id))
    with qtbot.waitSignal(bench.panel.refused):
        bench.field(PictureField).use_file(tmp_path / "not.png")
    assert bench.project.count(Asset) == 0


def test_several_cards_are_set_in_one_step(bench: Bench) -> None:
    from journeyeditor.model.edits.cards import add_card

    first = card(bench)
    change = add_card(bench.project, first.stage, first.segment, 1, "Pago")
    assert change
    bench.document.perform(change)
    bench.document.seal()
    ids = [placement.id for placement in bench.project.all(Placement)]
    bench.select(*(("card", id) for id in ids))
    assert bench.panel.header.name.text() == "2 cards"
    steps = len(bench.document.history)
    bench.field(EmotionField).slider.chosen.emit(1)
    bench.pick(bench.field(PartiesField, "Responsible"), "Ana")
    assert {placement.emotion for placement in bench.project.all(Placement)} == {1.0}
    assert bench.project.count(Responsibility) == 2
    assert len(bench.document.history) == steps + 2


def test_what_is_gone_is_shown_no_longer(bench: Bench) -> None:
    from journeyeditor.model.edits.cards import remove_cards

    bench.select(("card", card(bench).id))
    change = remove_cards(bench.project, [card(bench).id])
    assert change
    bench.document.perform(change)
    assert bench.panel.form is bench.panel.whole
    assert bench.panel.header.name.text() == "Mapa"


def test_matching_begins_with_words() -> None:
    offers = [Offer(1, "Online shop"), Offer(2, "Shop"), Offer(3, "Workshop"), Offer(4, "Página")]
    assert [offer.value for offer in matching(offers, "shop")] == [2, 1]
    assert [offer.value for offer in matching(offers, "pagina")] == [4]


def test_fields_say_their_names(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    for panel in Panel:
        for field in bench.panel.card.form(panel).fields:
            if isinstance(field, TextField):
                assert field.box.accessibleName() == field.title.text()
            if isinstance(field, LinksField):
                assert field.list.accessibleName() == field.title.text()
