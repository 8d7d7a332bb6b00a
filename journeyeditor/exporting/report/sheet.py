"""The sheet of a touchpoint: everything known about it."""

from collections.abc import Iterator

from journeyeditor.catalogue import axis_name, axis_value_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.flow.pages import Section, Strand
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, marked
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.experience import experience
from journeyeditor.exporting.report.look import LEAD, STRONG, TITLE, column, words
from journeyeditor.exporting.report.position import position
from journeyeditor.exporting.report.tables import (
    data,
    feedback,
    improvements,
    interactions,
    metrics,
    processes,
    ratings,
)
from journeyeditor.exporting.report.tags import tags
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Classification,
    CustomField,
    CustomValue,
    Touchpoint,
)

_SIDE = 0.345
"""The share of the width that the experience takes."""
_GAP = 24.0


def sheet(book: Book, it: Touchpoint, level: int) -> Iterator[Section]:
    """The sections of a touchpoint's sheet; a bookmark of that level leads to it."""
    side = book.width * _SIDE - _GAP / 2
    main = book.width - side - _GAP
    yield Section(
        (
            Strand(marked(_head(book, it), Mark(("sheet", it.id), book.one_line(it.name), level))),
            Strand(position(book, book.cards[it.id], side), main + _GAP),
        ),
        fresh=True,
    )
    lead = paragraph(it.description, LEAD, book.width, book.theme.text2)
    if lead:
        yield column(gap(10), *lead)
    yield Section(
        (
            Strand(list(_known(book, it, main))),
            Strand(list(_lived(book, it, side)), main + _GAP),
        )
    )


def _head(book: Book, it: Touchpoint) -> list[Slice]:
    """Code, name, channel and what else is told at a glance."""
    width = book.width * (1 - _SIDE) - _GAP / 2
    slices = paragraph(it.code, STRONG, width, book.theme.text2)
    slices += heading(it.name, TITLE, width, book.theme.text, 4)
    slices += [gap(6), *tags(book, it, width)]
    return slices


def _known(book: Book, it: Touchpoint, width: float) -> Iterator[Slice]:
    """What is shared by all segments."""
    yield from words(book.theme, book.tr("Desired outcome"), it.desired_outcome, width)
    yield from words(book.theme, book.tr("Optimal experience"), it.optimal_experience, width)
    yield from interactions(book, it, width)
    if book.tells(Topic.PROCESSES):
        yield from processes(book, it, width)
    if book.tells(Topic.METRICS):
        yield from metrics(book, it.id, width)
    if book.tells(Topic.IMPROVEMENTS):
        yield from improvements(book, it, width)
    if book.tells(Topic.DATA):
        yield from data(book, it, width)
    yield from feedback(book, it, width)
    yield from ratings(book, it, width)
    yield from _texts(book, it, width)


def _lived(book: Book, it: Touchpoint, width: float) -> Iterator[Slice]:
    """What each segment lives, then who is behind it and how it is classified."""
    yield from experience(book, it, width)
    yield from words(book.theme, book.tr("Classification"), "\n".join(_classes(book, it)), width)


def _classes(book: Book, it: Touchpoint) -> list[str]:
    """The values on the axes, in the axes' order."""
    found = []
    for link in book.project.where(Classification, touchpoint=it.id):
        axis = book.project.get(Axis, link.axis)
        value = book.project.get(AxisValue, link.value)
        language = book.tr.language
        name = f"{axis_name(axis, language)}: {axis_value_name(value, language)}"
        found.append((axis.order, axis.id, name))
    return [name for _, _, name in sorted(found)]


def _texts(book: Book, it: Touchpoint, width: float) -> Iterator[Slice]:
    """Everything else that is said in words."""
    tr = book.tr
    training = ". ".join(
        part
        for part in (
            choice_name(it.training_state, tr.language) if it.training_state else "",
            it.training,
        )
        if part
    )
    evidence = choice_name(it.evidence, tr.language) if it.evidence else ""
    if it.review_date:
        review = tr("To be reviewed on {date}", date=tr.date(it.review_date))
        evidence = f"{evidence}\n{review}".strip()
    texts = (
        (tr("Message"), it.message),
        (tr("How we communicate"), it.protocol),
        (tr("Where the customer finds help"), it.help_path),
        (tr("Personalisation"), it.personalisation),
        (tr("Staff training"), training),
        (tr("Resources"), it.resources),
        (tr("Assets and platform"), it.assets_and_platform),
        (tr("Influence of the brand"), it.brand_influence),
        (tr("Sight"), it.sight),
        (tr("Sound"), it.sound),
        (tr("Smell"), it.smell),
        (tr("Touch"), it.touch),
        (tr("Taste"), it.taste),
        (tr("Evidence"), evidence),
        *_own_fields(book, it),
        (tr("Notes"), it.notes if book.tells(Topic.NOTES) else ""),
    )
    for title, text in texts:
        yield from words(book.theme, title, text, width)


def _own_fields(book: Book, it: Touchpoint) -> Iterator[tuple[str, str]]:
    """The users' own fields that say something."""
    for field in book.project.ordered(CustomField):
        for value in book.project.where(CustomValue, field=field.id, subject=it.id):
            yield field.name, value.value
