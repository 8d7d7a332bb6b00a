"""Everything that people write about a map and its things is somewhere in the report.

A field that is added later needs a place in it, or a reason here why it has none.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from journeyeditor.drawing.shapes import Text
from journeyeditor.exporting.composing import compose
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.model.choices import LaneKind, Role
from journeyeditor.model.fields import Field, Record, fields_of, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KINDS,
    Asset,
    Dismissal,
    JourneyMap,
    Lane,
    Placement,
    PrintProfile,
    ProjectInfo,
    Responsibility,
    Segment,
    Snapshot,
    Stage,
    Touchpoint,
    View,
)
from journeyeditor.translation import translator
from tests.exporting.reading import MADE, squeezed

EVERYWHERE = {"id", "origin", "order", "builtin", "colour", "icon"}
"""What nobody reads: identities, places among siblings, keys, how something looks."""
ELSEWHERE: dict[type[Record], str] = {
    Asset: "the bytes of a picture, seen and not read",
    Dismissal: "of the findings in the window",
    PrintProfile: "ways of printing",
    View: "ways of looking",
    Snapshot: "earlier states",
}
ONE_BY_ONE = {
    (ProjectInfo, "uuid"): "the file's own",
    (ProjectInfo, "language"): "what the report is written in",
    (ProjectInfo, "brand_colours"): "seen and not read",
    (ProjectInfo, "thresholds"): "the limits of the analysis",
}
TR = translator("en")


def test_every_word_is_in_the_report() -> None:
    words: dict[str, str] = {}
    text = printed(Project(list(told(words))))
    assert {name for name, word in words.items() if squeezed(word) not in text} == set()
    assert len(words) > 70


def test_what_nobody_said_is_not_told() -> None:
    """No empty column, no title without words, and no "No" for what is unknown."""
    kinds = (ProjectInfo, JourneyMap, Stage, Segment, Touchpoint, Placement)
    text = printed(Project([blank(kind) for kind in kinds]))
    for word in ("Owners", "Noowner", "Responsible", "Collected", "Channel", "Emotion", "Details"):
        assert word not in text


def printed(project: Project) -> str:
    """What the report says, without white space."""
    options = PdfOptions(created=MADE, language="en", content=Content.REPORT)
    pages = compose(project, project.maps(), options, MADE.date(), TR, lambda done: None)
    texts = [
        shape.text
        for it in pages
        for part in it.page.parts
        if ("corner",) not in part.drawing  # the map itself
        for node in part.nodes()
        for shape in node.shapes
        if isinstance(shape, Text)
    ]
    return squeezed("".join(texts))


def blank(kind: type[Record]) -> Record:
    """One of a kind that says nothing but its name."""
    names = {field.name for field in fields_of(kind)}
    values = {name: kind.__name__ for name in ("name", "uuid", "order") if name in names}
    return make(kind, id=kind.__name__, **values, **dict(_owners(kind, "")))


def told(words: dict[str, str]) -> Iterator[Record]:
    """One thing of each kind for all that it may belong to, and what is written in its fields."""
    for kind in KINDS:
        subjects = next((kinds for _, kinds in _references(kind) if len(kinds) > 1), ("",))
        for subject in subjects if kind not in ELSEWHERE else ():
            values: dict[str, Any] = dict(_owners(kind, subject))
            for field in fields_of(kind):
                if field.name not in EVERYWHERE and (kind, field.name) not in ONE_BY_ONE:
                    values |= _written(field, f"{kind.__name__} {subject} {field.name}", words)
            values |= {"kind": LaneKind.TEXT} if kind is Lane else {}
            values |= {"critical": True} if kind is Placement else {}
            values |= {"role": Role.SUPPORTS} if kind is Responsibility else {}
            values |= {"uuid": "u"} if kind is ProjectInfo else {}
            if any(field.name == "order" for field in fields_of(kind)):
                values["order"] = "V"
            yield make(kind, id=kind.__name__ + subject, **values)


def _written(field: Field, name: str, words: dict[str, str]) -> dict[str, Any]:
    """A word or day of its own for a field in which something is written."""
    if field.reference:
        return {}
    if field.type is date:
        day = date(2031 + len(words), 5, 15)
        words[name] = TR.date(day)
        return {field.name: day}
    if field.type is str or field.type == tuple[str, ...]:
        words[name] = word = f"w{len(words)}w"
        return {field.name: word if field.type is str else (word,)}
    return {field.name: 2.0} if field.type is float and field.default is None else {}


def _references(kind: type[Record]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in fields_of(kind):
        if field.reference and "Asset" not in field.reference.kinds:
            yield field.name, field.reference.kinds


def _owners(kind: type[Record], subject: str) -> Iterator[tuple[str, str]]:
    """What each reference of a kind names: the one of several kinds, or else the only one."""
    for name, kinds in _references(kind):
        wanted = subject if len(kinds) > 1 else kinds[0]
        if wanted != kind.__name__:
            yield name, "MeasureTouchpoint" if wanted == "Measure" else wanted
