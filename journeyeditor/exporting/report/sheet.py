"""The sheet of a touchpoint: everything known about it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from journeyeditor.catalogue import axis_name, axis_value_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.flow.pages import Chapter, Section, Strand, page_count
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, height_of, marked
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.experience import experience, felt, lived, of_segment, owners
from journeyeditor.exporting.report.look import (
    LEAD,
    SECTION,
    SECTION_GAP,
    STRONG,
    TIGHT,
    TITLE,
    column,
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
_ACROSS = 3
"""Columns of a full sheet for segments and for facts."""


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
    begin = [head, column(gap(10), *lead)] if lead else [head]
    if book.format.narrow:
        width = book.width
        parts = (_known(book, it, width), _detailed(book, it, width), experience(book, it, width))
        return Chapter([*begin, column(*chain(*parts, _classified(book, it, width)))], TIGHT)
    usual = Chapter([*begin, _beside(book, it, main, side)], TIGHT)
    if page_count(usual, book.format.frame) == 1:
        return usual
    closer = Chapter([*begin, *_below(book, it, main, side)], TIGHT)
    return min((usual, closer), key=lambda it: page_count(it, book.format.frame))


def _beside(book: Book, it: Touchpoint, main: float, side: float) -> Section:
    """What all segments share beside what each lives; the classification in the shorter one.

    Where nothing is shared and there is one segment, its words stand beside its emotion.
    """
    known, cards = [*_known(book, it, main), *_detailed(book, it, main)], book.cards[it.id]
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


def _below(book: Book, it: Touchpoint, main: float, side: float) -> Iterator[Section]:
    """The same for a full sheet: segments side by side, facts in three columns at the foot."""
    cards = book.cards[it.id]
    known = Strand(list(_known(book, it, main)))
    right = list(owners(book, it, side)) if len(cards) > 1 else list(experience(book, it, side))
    yield Section((known, Strand(right, main + _GAP)))
    if len(cards) > 1:
        across = min(_ACROSS, len(cards))
        width = (book.width - (across - 1) * _GAP) / across
        for start in range(0, len(cards), across):
            row = cards[start : start + across]
            yield Section(
                tuple(
                    Strand(list(of_segment(book, card, width)), number * (width + _GAP))
                    for number, card in enumerate(row)
                )
            )
    yield _facts(book, it)


def _facts(book: Book, it: Touchpoint) -> Section:
    """Details and classification in columns side by side."""
    width = (book.width - (_ACROSS - 1) * _GAP) / _ACROSS
    classified = _classified(book, it, width)
    details = facts(book.theme, _details(book, it), width)
    parts = _parted(details, _ACROSS - 1 if classified else _ACROSS)
    blank = [gap(SECTION_GAP), Slice(SECTION.leading, keep=True), gap(3)]
    shown = [[*blank, *part] for part in parts]
    if parts:
        shown[0] = titled(book.theme, book.tr("Details"), parts[0], width)
    if classified:
        shown.append(classified)
    return Section(
        tuple(Strand(part, number * (width + _GAP)) for number, part in enumerate(shown or [[]]))
    )


def _parted(slices: Sequence[Slice], count: int) -> list[list[Slice]]:
    """Slices in so many columns at most, of about the same height."""
    whole, used = height_of(slices), 0.0
    parts: list[list[Slice]] = [[]]
    for part in slices:
        if parts[-1] and not parts[-1][-1].keep and used >= whole * len(parts) / count - 1:
            parts.append([])
        parts[-1].append(part)
        used += part.above + part.height
    return [part for part in parts if part]


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


def _detailed(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """Everything else that is shared, in facts."""
    details = facts(book.theme, _details(book, it), width)
    return titled(book.theme, book.tr("Details"), details, width)


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
