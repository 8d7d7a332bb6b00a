"""Owners, processes and data, kinds and messages."""

from journeyeditor.analysis.balance import axis_balances, channel_uses, wordings
from journeyeditor.analysis.processes import generated, processes
from journeyeditor.analysis.responsibility import department_loads, idle_departments, ownership
from journeyeditor.catalogue import builtin_axis, builtin_channel
from journeyeditor.model.choices import Execution, PartyKind, Role
from journeyeditor.model.fields import make, revise
from journeyeditor.model.records import Classification, Interaction, make_link
from tests.analysis.building import MapInWords


def test_loads_count_each_touchpoint_once_per_party() -> None:
    it = MapInWords({"See": 3})
    ana, sales = it.party("Ana"), it.party("Sales", PartyKind.DEPARTMENT)
    shop, call, chat = (it.card("See", critical=name == "Call") for name in ("Shop", "Call", "x"))
    it.owns(ana, shop.touchpoint)
    it.owns(ana, shop.touchpoint, Role.SUPPORTS)
    it.owns(ana, call.touchpoint, Role.ACCOUNTABLE)
    it.owns(sales, call.touchpoint, Role.MEETS_CUSTOMER)
    it.owns(sales, chat.touchpoint, Role.SUPPORTS)
    judged = ownership(it.facts())
    first, second = judged.loads
    assert (first.party, first.owned, first.supported, first.critical) == (ana, 2, 0, 1)
    assert first.sole == (shop.touchpoint,)
    assert (second.party, second.owned, second.supported, second.met) == (sales, 0, 1, 1)
    assert [touchpoint.id for touchpoint in judged.without_owner] == [chat.touchpoint]
    assert judged.share == 2 / 3
    assert it.says("without_owner")[0][0] == "1 of 3 touchpoints has no owner"


def test_what_hangs_on_one_person() -> None:
    it = MapInWords({"See": 3})
    ana = it.party("Ana")
    cards = [it.card("See") for _ in range(3)]
    for card in cards:
        it.owns(ana, card.touchpoint)
    [(title, _)] = it.says("hangs_on_one")
    assert title == "3 touchpoints hang on Ana alone"
    parked = it.add(revise(it.info, thresholds=(("sole_percent", 101.0),)))
    assert not it.findings("hangs_on_one")
    it.add(revise(parked, thresholds=()))
    it.owns(it.party("Luis"), cards[0].touchpoint, Role.SUPPORTS)
    assert not it.findings("hangs_on_one")


def test_one_of_several_owners_carries_most() -> None:
    it = MapInWords({"See": 3})
    ana, luis = it.party("Ana"), it.party("Luis")
    cards = [it.card("See") for _ in range(10)]
    for number, card in enumerate(cards):
        it.owns(luis if number < 3 else ana, card.touchpoint)
    assert it.says("heavy_load") == [
        ("Ana carries a large share", "7 of 10 touchpoints with an owner (70%)")
    ]


def test_departments_take_part_through_their_people() -> None:
    it = MapInWords({"See": 3})
    sales, stores = (it.party(name, PartyKind.DEPARTMENT) for name in ("Sales", "Stores"))
    it.owns(it.party("Ana", department=sales.id), it.card("See").touchpoint, Role.SUPPORTS)
    assert idle_departments(it.facts()) == (stores,)


def test_departments_carry_what_their_people_do() -> None:
    it = MapInWords({"See": 3})
    sales = it.party("Sales", PartyKind.DEPARTMENT)
    ana, luis = (it.party(name, department=sales.id) for name in ("Ana", "Luis"))
    cards = [it.card("See") for _ in range(3)]
    it.owns(ana, cards[0].touchpoint)
    it.owns(luis, cards[0].touchpoint, Role.SUPPORTS)
    it.owns(luis, cards[1].touchpoint)
    it.owns(it.party("Freelance"), cards[2].touchpoint)
    [load] = department_loads(it.facts())
    assert (load.party, load.owned, load.supported, len(load.sole)) == (sales, 2, 0, 2)


def test_processes_that_support_nothing_and_touchpoints_without_one() -> None:
    it = MapInWords({"See": 3})
    card, bare = it.card("See"), it.card("See")
    it.process("Billing", card.touchpoint, execution=Execution.AUTOMATIC)
    it.process("Parked", it.touchpoint("Unplaced").id)
    found = processes(it.facts())
    assert [process.name for process in found.idle] == ["Parked"]
    assert [touchpoint.id for touchpoint in found.bare] == [bare.touchpoint]
    assert (found.automatic, found.manual, found.unknown, found.total) == (1, 0, 0, 2)
    assert it.says("process_without_owner") == [("1 process without an owner", "Billing")]
    assert it.says("without_process")[0][0] == "1 of 2 touchpoints has no process behind it"


def test_nobody_is_told_of_processes_before_the_first_one() -> None:
    it = MapInWords({"See": 3})
    it.card("See")
    assert not it.findings("without_process")


def test_data_that_is_lost_or_kept_to_oneself() -> None:
    it = MapInWords({"See": 3})
    touchpoint = it.card("See").touchpoint
    it.data("Reason", touchpoint, collected=False, shared_with="Sales")
    it.data("Time", touchpoint, collected=True)
    it.data("Clicks", touchpoint, collected=True, shared_with="Sales")
    fates = {d.item.name: (len(d.lost), len(d.kept), len(d.shared)) for d in generated(it.facts())}
    assert fates == {"Reason": (1, 0, 0), "Time": (0, 1, 0), "Clicks": (0, 0, 1)}
    assert it.says("lost_data") == [("1 data item is generated and not collected", "Reason")]
    assert it.says("unshared_data")[0][1] == "Time"


def test_channels_are_counted_by_stage_and_segment() -> None:
    it = MapInWords({"See": 3, "Buy": 3}, ("Buyers", "Firms"))
    shop = it.add(builtin_channel("shop"))
    visit = it.touchpoint("Visit", channel=shop.id)
    it.card("See", of=visit)
    it.card("Buy", of=visit, segment="Firms")
    it.card("Buy")
    known, unknown = channel_uses(it.facts())
    assert (known.channel, known.total) == (shop, 2)
    assert known.stages == {it.stages["See"].id: 1, it.stages["Buy"].id: 1}
    assert known.segments[it.segments["Firms"].id] == 1
    assert (unknown.channel, unknown.total) == (None, 1)


def test_a_map_with_one_kind_only_is_lopsided() -> None:
    it = MapInWords({"See": 3})
    axis, values = builtin_axis("initiative")
    for record in (axis, *values):
        it.add(record)
    for number in range(8):
        assert not it.findings("lopsided")
        touchpoint = it.card("See").touchpoint
        value = values[0 if number < 7 else 1].id
        it.add(make_link(Classification, touchpoint=touchpoint, axis=axis.id, value=value))
    it.card("See")
    [balance] = axis_balances(it.facts())
    assert [count for _, count in balance.counts] == [7, 1]
    assert (balance.classified, balance.total) == (8, 9)
    [(title, detail)] = it.says("lopsided")
    assert title == "Initiative: nearly everything is “Proactive”"
    assert detail == "7 of 8 classified touchpoints (88%)"


def test_messages_are_compared_across_channels() -> None:
    it = MapInWords({"See": 3})
    mail, web, phone = (it.add(builtin_channel(key)) for key in ("email", "website", "phone"))
    it.card("See", of=it.touchpoint("Offer", channel=mail.id, message="Two for one"))
    it.card("See", of=it.touchpoint("offer ", channel=web.id, message="two  for ONE"))
    assert [wording.consistent for wording in wordings(it.facts())] == [True]
    note = it.touchpoint("Note", channel=mail.id, message="Friday")
    it.card("See", of=note)
    for channel, message in ((phone.id, "Friday"), (mail.id, "Any day")):
        step = {"touchpoint": note.id, "channel": channel, "message": message}
        it.add(make(Interaction, text="Tell", order="V", **step))
    assert not it.findings("differing_messages")
    call = it.touchpoint("Reminder", channel=mail.id, message="Friday")
    it.card("See", of=call)
    step = {"touchpoint": call.id, "channel": phone.id, "message": "Monday"}
    it.add(make(Interaction, text="Call", order="V", **step))
    assert it.says("differing_messages") == [("1 message differs between channels", "Reminder")]
