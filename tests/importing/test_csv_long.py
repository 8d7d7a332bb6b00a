"""Importing the long format: what rows become, and what is said about files that are not it."""

import csv
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from journeyeditor.catalogue import channel_name
from journeyeditor.errors import Refused
from journeyeditor.importing.csv_long import Imported, read_csv
from journeyeditor.importing.rows import COLUMNS
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ChannelFamily, LaneKind, PartyKind, Role
from journeyeditor.model.fields import make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    DataItem,
    Improvement,
    Interaction,
    Lane,
    LaneText,
    Party,
    Placement,
    Process,
    ProcessUse,
    ProjectInfo,
    Quote,
    Responsibility,
    Segment,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.translation import tr

Row = dict[str, str]
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def english() -> None:
    tr.use("en")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes rows (by column name) as a CSV file with all columns, or those given."""

    def file(*rows: Row, columns: Sequence[str] = COLUMNS, name: str = "journey.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return file


def row(touchpoint: str, **cells: str) -> Row:
    return {"map": "M", "segment": "S", "stage": "A", "touchpoint": touchpoint, **cells}


def empty(language: str = "en") -> Project:
    return Project([make(ProjectInfo, uuid="u", language=language)])


def imported(path: Path, project: Project | None = None) -> Project:
    project = project or empty()
    change = read_csv(path, project).change
    assert change is not None
    return project.apply(change)


def added(result: Imported) -> Project:
    assert result.change is not None
    return empty().apply(result.change)


def touchpoint(project: Project, name: str) -> Touchpoint:
    [found] = [t for t in project.all(Touchpoint) if t.name == name]
    return found


def card(project: Project, name: str) -> Placement:
    [placement] = project.where(Placement, touchpoint=touchpoint(project, name).id)
    return placement


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_csv(path, empty())
    assert refused.value.where == str(path)
    return f"{refused.value.what} {refused.value.advice}"


# What rows become


def test_maps_stages_and_segments_are_made_in_the_order_they_are_met(write: Write) -> None:
    project = imported(
        write(
            row("t1", map="Zeta", stage="Last", segment="Young"),
            row("t2", map="Zeta", stage="First", segment="Old"),
            row("t3", map="Alfa", stage="First", segment="Old"),
            row("t4", map="Zeta", stage="Last", segment="Old"),
        )
    )
    zeta, alfa = project.maps()
    assert (zeta.name, alfa.name) == ("Zeta", "Alfa")
    assert [stage.name for stage in project.stages(zeta.id)] == ["Last", "First"]
    assert [segment.name for segment in project.segments(zeta.id)] == ["Young", "Old"]
    assert [stage.name for stage in project.stages(alfa.id)] == ["First"]


def test_cards_keep_their_order_and_touchpoints_are_numbered_on(write: Write) -> None:
    project = imported(write(*(row(f"step {n}") for n in range(30))))
    cards = project.placements(project.maps()[0].id)
    touchpoints = [project.get(Touchpoint, card.touchpoint) for card in cards]
    assert [t.name for t in touchpoints] == [f"step {n}" for n in range(30)]
    assert [t.code for t in touchpoints] == [f"TP-{n:03}" for n in range(1, 31)]


RICH = row(
    "Return",
    channel="Phone",
    description="By phone",
    responsible="Jo | Logistics",
    supports="Ann",
    meets_customer="Jo",
    processes="Refund | Label",
    optimal_experience="Painless",
    data_generated="Reason | Days",
    emotion="−1,5",
    feeling="Annoyed 😟",
    needs="Speed | Clarity",
    expectations="48 hours",
    obstacles="Queue | Hold music",
    opportunities="Call back",
    quote="“Nobody told me.” | Why?",
    importance="5",
    satisfaction="2",
    critical="Sí",
    notes="First line\nsecond line",
)


def test_a_row_says_everything_about_its_touchpoint(write: Write) -> None:
    project = imported(write(RICH))
    found = touchpoint(project, "Return")
    assert (found.description, found.optimal_experience) == ("By phone", "Painless")
    assert channel_name(project.get(Channel, found.channel or ""), "en") == "Phone"
    duties = {(project.get(Party, d.party).name, d.role) for d in project.all(Responsibility)}
    assert duties == {
        ("Jo", Role.RESPONSIBLE),
        ("Logistics", Role.RESPONSIBLE),
        ("Ann", Role.SUPPORTS),
        ("Jo", Role.MEETS_CUSTOMER),
    }
    assert {party.kind for party in project.all(Party)} == {PartyKind.UNSPECIFIED}
    uses, data = project.all(ProcessUse), project.all(TouchpointData)
    assert {project.get(Process, use.process).name for use in uses} == {"Refund", "Label"}
    assert {project.get(DataItem, link.data).name for link in data} == {"Reason", "Days"}


def test_a_row_says_everything_about_its_card(write: Write) -> None:
    project = imported(write(RICH))
    placement = card(project, "Return")
    assert (placement.emotion, placement.feeling) == (-1.5, "Annoyed 😟")
    assert placement.needs == ("Speed", "Clarity")
    assert placement.expectations == ("48 hours",)
    assert placement.obstacles == ("Queue", "Hold music")
    assert (placement.importance, placement.satisfaction) == (5, 2)
    assert placement.critical
    assert placement.notes == "First line\nsecond line"
    quotes = project.where(Quote, placement=placement.id)
    assert [quote.text for quote in quotes] == ["“Nobody told me.”", "Why?"]
    [idea] = project.where(Improvement, subject=placement.id)
    assert idea.title == "Call back"


def test_as_many_outcomes_as_interactions_pair_up(write: Write) -> None:
    project = imported(
        write(
            row("paired", interactions="ask | pay", desired_outcome="answer | receipt"),
            row("unpaired", interactions="ask | pay", desired_outcome="gone home happy"),
            row("outcomes only", desired_outcome="calm | informed"),
        )
    )

    def steps(name: str) -> list[tuple[str, str]]:
        found = project.where(Interaction, touchpoint=touchpoint(project, name).id)
        return [(step.text, step.desired_outcome) for step in found]

    assert steps("paired") == [("ask", "answer"), ("pay", "receipt")]
    assert touchpoint(project, "paired").desired_outcome == ""
    assert steps("unpaired") == [("ask", ""), ("pay", "")]
    assert touchpoint(project, "unpaired").desired_outcome == "gone home happy"
    assert touchpoint(project, "outcomes only").desired_outcome == "calm\ninformed"


def test_a_row_without_touchpoint_makes_its_place_and_loses_no_word(write: Write) -> None:
    path = write(
        row("t"),
        row("", stage="B", segment="Z", notes="Told friends", emotion="-1", needs="a | b"),
        row("", stage="B", segment="Z", notes="Told more friends"),
        row("", stage="C"),
    )
    project = imported(path, empty("es"))
    [map] = project.maps()
    assert [stage.name for stage in project.stages(map.id)] == ["A", "B", "C"]
    assert project.count(Placement) == 1
    [lane] = project.where(Lane, map=map.id)
    [note] = project.where(LaneText, lane=lane.id)
    assert (lane.kind, lane.title) == (LaneKind.TEXT, "Notas")
    assert note.stage == project.stages(map.id)[1].id
    assert "Emoción: −1" in note.text
    assert "a; b" in note.text
    assert note.text.endswith("Told friends\nTold more friends")
    assert [problem.line for problem in read_csv(path, empty()).problems] == [3, 4]


def test_a_row_without_segment_or_map_gets_a_readable_one(write: Write) -> None:
    path = write(row("t", map="", segment=""), name="Viaje de Ana.csv")
    project = imported(path, empty("es"))
    assert [map.name for map in project.maps()] == ["Viaje de Ana"]
    assert [segment.name for segment in project.all(Segment)] == ["Cliente"]


@pytest.mark.parametrize(
    ("cell", "emotion"),
    [("", None), ("0", 0.0), ("+2", 2.0), ("-2", -2.0), ("1,25", 1.25), ("–0.5", -0.5)],
)
def test_emotions_are_read_as_people_write_numbers(
    write: Write, cell: str, emotion: float | None
) -> None:
    assert card(imported(write(row("t", emotion=cell))), "t").emotion == emotion


@pytest.mark.parametrize(
    ("cell", "critical"),
    [("yes", True), ("SI", True), ("x", True), ("1", True), ("no", False), ("", False)],
)
def test_critical_is_yes_in_either_language(write: Write, cell: str, critical: bool) -> None:
    assert card(imported(write(row("t", critical=cell))), "t").critical is critical


def test_nought_stars_is_not_rated_and_said_so(write: Write) -> None:
    result = read_csv(write(row("t", satisfaction="0", importance="3")), empty())
    assert result.change is not None
    placement = card(added(result), "t")
    assert (placement.satisfaction, placement.importance) == (None, 3)
    [problem] = result.problems
    assert (problem.line, "satisfaction" in problem.message) == (2, True)


def test_channels_are_those_of_the_catalogue_and_keep_the_words_of_the_file(write: Write) -> None:
    project = imported(
        write(
            row("a", channel="e-mail"),
            row("b", channel="EMAIL"),
            row("c", channel="Store"),
            row("d", channel="Teléfono"),
            row("e", channel="Carrier pigeon"),
        )
    )
    channels = {channel_name(c, "en"): c for c in project.all(Channel)}
    assert channels.keys() == {"Email", "Store", "Teléfono", "Carrier pigeon"}
    assert channels["Email"].name == ""  # so it follows the reader's language
    assert channels["Store"].family is ChannelFamily.STORE
    assert channels["Teléfono"].builtin == "phone"
    assert channels["Carrier pigeon"].builtin == ""


def test_texts_are_composed_and_spaces_trimmed(write: Write) -> None:
    project = imported(write(row(" Atencio\u0301n ", notes="a\r\nb")))
    assert touchpoint(project, "Atención").code == "TP-001"
    assert card(project, "Atención").notes == "a\nb"


# One touchpoint or two


def test_rows_of_one_name_and_channel_share_a_touchpoint_and_complete_it(write: Write) -> None:
    result = read_csv(
        write(
            row("Call us", channel="Phone", description="Ring"),
            row("call  US", channel="phone", segment="T", responsible="Jo", emotion="1"),
        ),
        empty(),
    )
    project = added(result)
    [shared] = project.all(Touchpoint)
    assert shared.description == "Ring"
    assert len(project.where(Responsibility, subject=shared.id)) == 1
    assert len(project.where(Placement, touchpoint=shared.id)) == 2
    assert result.problems == ()


def test_a_contradiction_makes_two_touchpoints_and_is_reported(write: Write) -> None:
    result = read_csv(
        write(
            row("Call", responsible="Jo | Ann"),
            row("Call", segment="T", responsible="ann | JO"),
            row("Call", segment="U", responsible="Zoe"),
        ),
        empty(),
    )
    assert added(result).count(Touchpoint) == 2
    [problem] = result.problems
    assert problem.line == 4
    assert "responsible" in problem.message


def test_another_channel_is_another_touchpoint_and_is_reported(write: Write) -> None:
    result = read_csv(
        write(row("Ask", channel="Phone"), row("Ask", channel="Email"), row("Ask")), empty()
    )
    assert added(result).count(Touchpoint) == 3
    assert [(p.line, "channel" in p.message) for p in result.problems] == [(3, True), (4, True)]


def test_the_future_keeps_its_own_touchpoint(write: Write) -> None:
    """Where both maps have a touchpoint of that name, a row speaks of its own map's."""
    before = imported(
        write(row("Ask", map="Now", description="x"), row("Ask", map="Then", description="y"))
    )
    project = imported(write(row("Ask", map="Then", stage="B")), before)
    [then] = [t for t in project.all(Touchpoint) if t.description == "y"]
    assert len(project.where(Placement, touchpoint=then.id)) == 2


# Adding to a project


def test_a_file_joins_what_the_project_has(write: Write) -> None:
    before = imported(write(row("t1", responsible="Jo"), row("t2", stage="B")))
    project = imported(
        write(row("t3", map="m", stage="b", segment="s", responsible="JO"), row("t4", stage="C")),
        before,
    )
    [map] = project.maps()
    assert [stage.name for stage in project.stages(map.id)] == ["A", "B", "C"]
    assert project.count(Segment) == project.count(Party) == 1
    [_, b, _], [s] = project.stages(map.id), project.segments(map.id)
    names = [project.get(Touchpoint, card.touchpoint).name for card in project.cell(b.id, s.id)]
    assert names == ["t2", "t3"]
    assert touchpoint(project, "t4").code == "TP-004"


def test_importing_twice_changes_nothing(write: Write) -> None:
    path = write(
        row("t", channel="Phone", quote="a | b", opportunities="c", interactions="d | e"),
        row("t", channel="Phone"),
        row("", notes="n"),
    )
    assert read_csv(path, imported(path)).change is None


def test_what_the_project_knows_is_completed_and_never_overwritten(write: Write) -> None:
    before = imported(write(row("t", description="Mine", emotion="1")))
    project = imported(
        write(row("t", description="Mine", optimal_experience="Best", emotion="-1")), before
    )
    found = touchpoint(project, "t")
    assert (found.description, found.optimal_experience) == ("Mine", "Best")
    cards = project.where(Placement, touchpoint=found.id)
    assert [placement.emotion for placement in cards] == [1, -1]


def test_a_renamed_channel_of_the_catalogue_keeps_its_name(write: Write) -> None:
    before = imported(write(row("t", channel="Email")))
    [email] = before.all(Channel)
    renamed = revise(email, name="Club post")
    before = before.apply(Change(Label("Rename"), {email.id: email}, {email.id: renamed}))
    project = imported(write(row("u", channel="Email")), before)
    names = {channel_name(channel, "en") for channel in project.all(Channel)}
    assert names == {"Club post", "Email"}


def test_it_is_one_step_with_the_file_in_its_name(write: Write) -> None:
    before = empty()
    result = read_csv(write(row("t"), name="taller.csv"), before)
    assert result.change is not None
    assert tr.label(result.change.label) == "Import “taller.csv”"
    assert before.apply(result.change).apply(result.change.inverse()) == before
    assert result.counts[Touchpoint] == result.counts[Placement] == 1


# Files as people have them


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_spreadsheets_write_csv_in_several_ways(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    header = delimiter.join(("Map", "Segment", "Stage", "Touchpoint", "Desired outcome", "", ""))
    path = tmp_path / "x.csv"
    line = delimiter.join(("M", "Niño", "A", '"say ""hi""\nand go"', "peace", "", ""))
    blank = delimiter * 6
    path.write_text(f"{header}\r\n{line}\r\n{blank}\r\n\r\n", encoding)
    project = imported(path)
    assert touchpoint(project, 'say "hi"\nand go').desired_outcome == "peace"
    assert [segment.name for segment in project.all(Segment)] == ["Niño"]


def test_columns_beyond_the_first_four_may_be_missing(write: Write) -> None:
    path = write(row("t"), columns=("stage", "touchpoint", "segment", "map"))
    assert imported(path).count(Placement) == 1


# Files that are refused


def test_every_wrong_cell_is_reported_with_its_physical_line(write: Write) -> None:
    message = refusal(
        write(
            row("t", notes="two\nlines"),
            row("t", emotion="happy", importance="3.5"),
            row("t", stage="", critical="perhaps", satisfaction="6"),
            row("t", emotion="2.01"),
            row("t", emotion="nan"),
        )
    )
    assert re.findall(r"Line (\d+): (\w+)", message) == [
        ("4", "emotion"),
        ("4", "importance"),
        ("5", "satisfaction"),
        ("5", "critical"),
        ("5", "stage"),
        ("6", "emotion"),
        ("7", "emotion"),
    ]


def test_of_many_problems_the_first_ten_are_listed(write: Write) -> None:
    message = refusal(write(*(row("t", emotion="9") for _ in range(25))))
    assert message.count("Line ") == 10
    assert "15 more problems" in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"map,segment,stage,touchpoint\n", "no row"),
        (b"map,segment,stage\nM,S,A\n", "missing: touchpoint"),
        (b"map,segment,stage,touchpoint,mood\nM,S,A,t,9\n", "unknown: .mood."),
        (b"map,segment,stage,touchpoint,stage\nM,S,A,t,B\n", "twice: stage"),
        (b"map,segment,stage,touchpoint\nM,S,A,t\nM,S,A\n", "Line 3: 3 cells .* 4"),
        (b"map,segment,stage,touchpoint\nM,S,A,t,u\n", "Line 2: 5 cells .* 4"),
        (b"map,segment,stage,touchpoint\nM,S,A,t\nM,S,A,Atenci\xf3n\n", "Line 3 .*UTF-8"),
        ("map,segment\nM,S\n".encode("utf-16"), "UTF-16"),
        (b"map,segment,stage,touchpoint\nM,S,A,t\x00\n", "Line 2 .*null"),
        (b'map,segment,stage,touchpoint\nM,S,A,t\n"M,S,A,t\nM,S,A,t\n', "line 3 .*quotation"),
        (b'map,segment,stage,touchpoint\nM,S,A,"t"u"\n', "line 2 .*quotation"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Line 3 .*null"),
        (b"map,segment,stage,touchpoint\nM,S,A," + b"t" * 100_001 + b"\n", "Line 2 .*100000"),
        (b"map,segment,stage,touchpoint\nM,S,A," + b"t" * 200_000 + b"\n", "line 2 .*too long"),
        (b"a," * 200 + b"map,segment,stage,touchpoint\n", "more than 200 columns"),
        (b"map,segment,stage,touchpoint\n" + b"M,S,A,t\n" * 20_001, "more than 20000 rows"),
        (b"map,segment,stage,touchpoint,needs\nM,S,A,t," + b"n | " * 1_001, "Line 2: needs"),
    ],
)
def test_other_files_are_refused_in_one_message(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    assert re.search(said, refusal(path), re.DOTALL)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)
    assert "no such file" in refusal(tmp_path / "nowhere.csv")
    with pytest.raises(Refused, match="nowhere: There is no such folder"):
        read_csv(tmp_path / "nowhere" / "x.csv", empty())
    assert "not a file" in refusal(Path("/dev/null"))


def test_long_texts_are_welcome(write: Write) -> None:
    text = "ñ" * 100_000
    assert card(imported(write(row("t", notes=text))), "t").notes == text
