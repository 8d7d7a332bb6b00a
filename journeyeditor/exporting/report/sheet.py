"""The sheet of a touchpoint: everything known about it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from journeyeditor.catalogue import axis_name, axis_value_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.flow.pages import Chapter, Section, Strand
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, height_of, marked
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.experience import experience, felt, lived, owners
from journeyeditor.exporting.report.look import (
    LEAD,
    SECTION_GAP,
    STRONG,
    TIGHT,
    TITLE,
    column,
    divider,
    facts,
    titled,
    words,
)
from journeyeditor.exporting.report.position import GRID, position
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
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Classification,
    Touchpoint,
)

_SIDE = 0.345
"""The share of the width that the experience takes."""
_GAP = 24.0


def sheet(book: Book, it: Touchpoint, level: int) -> Chapter:
    """A touchpoint's sheet, to which a bookmark of that level leads."""
    mark = Mark(("sheet", it.id), book.one_line(it.name), level)
    main, side = _widths(book)
    head = Section(
        (
            Strand(marked(_head(book, it, main), mark)),
            Strand(position(book, book.cards[it.id], side), main + _GAP),
        )
    )
    lead = paragraph(it.description, LEAD, book.width, book.theme.text2)
    sections = [head, column(gap(10), *lead)] if lead else [head]
    if book.format.narrow:
        parts = (_known(book, it, book.width), experience(book, it, book.width))
        sections.append(column(*chain(*parts, _classified(book, it, book.width))))
    else:
        sections.append(_columns(book, it, main, side))
    return Chapter(sections, divider(book.theme, book.width), TIGHT)


def _columns(book: Book, it: Touchpoint, main: float, side: float) -> Section:
    """What all segments share beside what each lives; the classification in the shorter one.

    Where nothing is shared and there is one segment, its words stand beside its emotion.
    """
    known, cards = list(_known(book, it, main)), book.cards[it.id]
    if known or len(cards) > 1:
        right = list(experience(book, it, side))
    else:
        known = list(lived(book, cards[0], main))
        right = [*felt(book, cards[0], side, SECTION_GAP), *owners(book, it, side)]
    if height_of(known) < height_of(right):
        known += _classified(book, it, main)
    else:
        right += _classified(book, it, side)
    return Section((Strand(known), Strand(right, main + _GAP)))


def _widths(book: Book) -> tuple[float, float]:
    side = max(GRID, book.width * _SIDE - _GAP / 2)
    return book.width - side - _GAP, side


def _head(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """Code, name, channel and what else is told at a glance."""
    slices = paragraph(it.code, STRONG, width, book.theme.text2)
    slices += heading(it.name, TITLE, width, book.theme.text, 4)
    slices += [gap(6), *tags(book, it, width)]
    return slices


def _known(book: Book, it: Touchpoint, width: float) -> Iterator[Slice]:
    """What is shared by all segments."""
    yield from words(book.theme, book.tr("Desired outcome"), it.desired_outcome, width)
    yield from words(book.theme, book.tr("Optimal experience"), it.optimal_experience, width)
    yield from interactions(book, it, width)
    yield from processes(book, it, width)
    yield from metrics(book, it.id, width)
    yield from improvements(book, it, width)
    yield from data(book, it, width)
    yield from feedback(book, it, width)
    yield from ratings(book, it, width)
    details = facts(book.theme, _details(book, it), width)
    yield from titled(book.theme, book.tr("Details"), details, width)


def _classified(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    classes = facts(book.theme, _classes(book, it), width)
    return titled(book.theme, book.tr("Classification"), classes, width)


def _classes(book: Book, it: Touchpoint) -> list[tuple[str, str]]:
    """The values on the axes, in the axes' order."""
    found = []
    for link in book.project.where(Classification, touchpoint=it.id):
        axis = book.project.get(Axis, link.axis)
        value = book.project.get(AxisValue, link.value)
        language = book.tr.language
        named = (axis_name(axis, language), axis_value_name(value, language))
        found.append((axis.order, axis.id, named))
    return [named for _, _, named in sorted(found)]


def _details(book: Book, it: Touchpoint) -> Sequence[tuple[str, str]]:
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
    return (
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
        *book.own_fields(it.id),
        (tr("Notes"), it.notes),
    )
