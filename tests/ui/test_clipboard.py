"""Cards on the clipboard: what others read of them, and what is made of strangers' bytes."""

import msgspec
import pytest
from PySide6.QtCore import QMimeData

from journeyeditor.model.edits.clipboard import clip_cards
from journeyeditor.model.records import Placement
from journeyeditor.templates import make_project
from journeyeditor.ui.clipboard import MIME, TABLE, decode, encode, from_mime, lines_of, to_mime


def sample():  # type: ignore[no-untyped-def]
    project = make_project("sample", "en").project
    map = project.maps()[0]
    return project, [card.id for card in project.placements(map.id)]


def test_a_clip_comes_back_whole() -> None:
    project, cards = sample()
    clip = clip_cards(project, cards, cut=True)
    assert decode(encode(clip)) == type(clip)(
        tuple(sorted(clip.records, key=lambda r: encode_order(clip, r))), clip.cards, True
    )


def encode_order(clip, record):  # type: ignore[no-untyped-def]
    """Kinds in the order in which they first appear, records of a kind as they are."""
    kinds = list(dict.fromkeys(type(r) for r in clip.records))
    return kinds.index(type(record)), clip.records.index(record)


def test_other_programs_get_names_and_a_table() -> None:
    project, cards = sample()
    data = to_mime(project, clip_cards(project, cards[:2]))
    lines = bytes(data.data(TABLE).data()).decode().split("\n")
    assert [line.split("\t")[0] for line in lines[1:]] == data.text().split("\n")
    assert len(lines) == 3
    assert all(len(line.split("\t")) == 5 for line in lines)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("One\nTwo\r\n\n  Three ", ["One", "Two", "Three"]),
        ("• One\n- Two\n* One", ["One", "Two"]),
        ('Name\tChannel\n"Two\nlines"\tEmail', ["Name", "Two lines"]),
        ('"Hello" she said', ['"Hello" she said']),
        (" \n\t\n", []),
    ],
)
def test_lines_become_names(text: str, names: list[str]) -> None:
    assert lines_of(text) == names


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"version":1,"cut":false,"cards":[],"records":{}}',
        b'{"version":2,"cut":false,"cards":["a"],"records":{}}',
        b'{"version":1,"cut":false,"cards":["a"],"records":{"Placement":[{"id":"a"}]}}',
        b'{"version":1,"cut":false,"cards":["a"],"records":{"os":[]}}',
        b"[" * 100_000,
    ],
)
def test_strangers_bytes_are_no_clip(content: bytes) -> None:
    data = QMimeData()
    data.setData(MIME, content)
    assert from_mime(data) is None


def test_a_clip_whose_card_has_no_touchpoint_is_none() -> None:
    project, cards = sample()
    clip = clip_cards(project, cards[:1])
    only_card = tuple(record for record in clip.records if isinstance(record, Placement))
    assert decode(encode(type(clip)(only_card, clip.cards))) is None


def test_types_are_checked() -> None:
    project, cards = sample()
    content = msgspec.json.decode(encode(clip_cards(project, cards[:1])))
    content["records"]["Placement"][0]["emotion"] = "high"
    assert decode(msgspec.json.encode(content)) is None
