"""The tables of a touchpoint's sheet."""

from collections.abc import Iterator, Sequence

from journeyeditor.analysis.metrics import Standing, standing
from journeyeditor.analysis.wording import Figure
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.flow.slices import Slice, inked
from journeyeditor.drawing.flow.tables import Cell, Column
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.paths import circle
from journeyeditor.drawing.shapes import Path, Shape
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import BODY, STRONG, tabled, titled
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.choices import Role
from journeyeditor.model.ids import Id
from journeyeditor.model.records import (
    DataItem,
    Feedback,
    Improvement,
    Interaction,
    Measure,
    Process,
    ProcessUse,
    Touchpoint,
    TouchpointData,
)

_TRACK, _DOT = 3.0, 2.6


def interactions(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """What happens, step by step, and what each is to lead to."""
    tr, rows = book.tr, []
    for step in book.project.where(Interaction, touchpoint=it.id):
        meets = book.party(step.meets) if book.tells(Topic.OWNERS) else ""
        actor = choice_name(step.actor, tr.language) if step.actor else ""
        notes = (actor, book.channel(step.channel), step.message, meets)
        told = " · ".join(note for note in notes if note)
        rows.append(
            [Cell(step.text, note=told), Cell(step.desired_outcome, colour=book.theme.text2)]
        )
    columns = (Column(tr("What happens"), 1.15), Column(tr("Desired outcome")))
    return tabled(book.theme, tr("Interactions"), columns, rows, width)


def processes(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """The processes behind it, with those who carry them."""
    tr, owners = book.tr, book.tells(Topic.OWNERS)
    rows = []
    for process in _processes(book, it.id):
        execution = choice_name(process.execution, tr.language) if process.execution else ""
        row = [Cell(process.name)]
        if owners:
            row.append(Cell(book.names(process.id, Role.RESPONSIBLE), colour=book.theme.text2))
            row.append(Cell(book.names(process.id, Role.SUPPORTS), colour=book.theme.text2))
        how = Cell(execution, note=process.human_check, colour=book.theme.text2)
        row += [how, Cell(process.state, tag=book.theme.badge)]
        rows.append(row)
    people = (Column(tr("Responsible"), 0.9), Column(tr("Supports"))) if owners else ()
    columns = (
        Column(tr("Process"), 1.4),
        *people,
        Column(tr("Execution")),
        Column(tr("State"), 0.9),
    )
    return tabled(book.theme, tr("Processes behind it"), columns, rows, width)


def _processes(book: Book, touchpoint: Id) -> list[Process]:
    uses = book.project.where(ProcessUse, touchpoint=touchpoint)
    found = [book.project.get(Process, use.process) for use in uses]
    return sorted(found, key=lambda process: (process.name, process.id))


def metrics(book: Book, subject: Id, width: float) -> list[Slice]:
    """What is measured: baseline, present value and target."""
    tr = book.tr
    columns = (
        Column(tr("Metric"), 1.3),
        Column(tr("Baseline, now and target"), 1.1),
        Column(tr("Baseline"), 0.5, "right"),
        Column(tr("Now"), 0.5, "right"),
        Column(tr("Target"), 0.5, "right"),
    )
    return tabled(
        book.theme, tr("Metrics"), columns, list(_metric_rows(book, subject, width)), width
    )


def _metric_rows(book: Book, subject: Id, width: float) -> Iterator[list[Cell]]:
    facts = next(iter(book.facts.values()))
    track = width * 0.22
    for measure in book.project.where(Measure, subject=subject):
        it = standing(facts, measure)
        values = (measure.baseline, it.current, measure.target)
        unit = it.metric.unit
        texts = ["" if v is None else Figure(v, unit).said(book.tr) for v in values]
        yield [
            Cell(it.metric.name),
            Cell(shapes=tuple(_track(book, it, track))),
            Cell(texts[0]),
            Cell(texts[1], STRONG),
            Cell(texts[2]),
        ]


def _track(book: Book, it: Standing, width: float) -> list[Shape]:
    """Baseline (a ring), present value (a disc) and target (a bar) on a line of their scale."""
    values = (it.measure.baseline, it.current, it.measure.target)
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return []
    low, high = min(known), max(known)
    middle, inner = BODY.leading / 2, width - 4 * _DOT

    def place(value: float) -> float:
        return 2 * _DOT + inner * (0.5 if high == low else (value - low) / (high - low))

    base, now, target = values
    theme = book.theme
    shapes: list[Shape] = [
        *filled(0, middle - _TRACK / 2, width, _TRACK, theme.bar_ghost, _TRACK / 2)
    ]
    if base is not None and now is not None and base != now:
        left, right = sorted((place(base), place(now)))
        shapes += filled(left, middle - _TRACK / 2, right - left, _TRACK, theme.bar)
    if target is not None:
        shapes += filled(place(target) - 0.9, middle - 4.5, 1.8, 9, theme.text)
    if base is not None:
        ring = circle(place(base), middle, _DOT)
        shapes.append(Path(ring, fill=theme.card, stroke=theme.text2, line_width=1.2))
    if now is not None:
        shapes.append(Path(circle(place(now), middle, _DOT), fill=theme.bar))
    return shapes


def improvements(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """What could become better, at the touchpoint and at its cards."""
    tr = book.tr
    subjects = (it.id, *(card.id for card in book.cards[it.id]))
    found = [i for subject in subjects for i in book.project.where(Improvement, subject=subject)]
    rows = []
    for idea in found:
        notes = [
            book.party(idea.owner) if book.tells(Topic.OWNERS) else "",
            tr.date(idea.due) if idea.due else "",
            idea.expected_change,
        ]
        told = " · ".join(note for note in notes if note)
        rows.append(
            [
                Cell(idea.title, note=told),
                Cell(book.rating(idea.impact)),
                Cell(book.rating(idea.effort), colour=book.theme.text2),
                Cell(choice_name(idea.state, tr.language), colour=book.theme.text2),
            ]
        )
    columns = (
        Column(tr("Improvement"), 2.2),
        Column(tr("Impact"), 0.6),
        Column(tr("Effort"), 0.6),
        Column(tr("State"), 0.8),
    )
    return tabled(book.theme, tr("Opportunities"), columns, rows, width)


def data(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """The data that it generates, and what becomes of them."""
    tr = book.tr
    columns = (Column(tr("Data"), 1.2), Column(tr("Collected"), 0.6), Column(tr("Shared with")))
    return tabled(book.theme, tr("Data it generates"), columns, list(_data_rows(book, it)), width)


def _data_rows(book: Book, it: Touchpoint) -> Iterator[list[Cell]]:
    links = book.project.where(TouchpointData, touchpoint=it.id)
    named = sorted((book.project.get(DataItem, link.data).name, link.id, link) for link in links)
    for name, _, link in named:
        collected = Cell(book.tr("Yes")) if link.collected else _missing(book, book.tr("No"))
        shared = Cell(link.shared_with) if link.shared_with else _missing(book, book.tr("No"))
        yield [Cell(name), collected, shared]


def _missing(book: Book, text: str) -> Cell:
    return Cell(text, colour=book.theme.warn, tag=book.theme.warn_soft)


def feedback(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """The opinions received, and how many were answered."""
    tr = book.tr
    found = book.project.where(Feedback, touchpoint=it.id)
    kinds = {True: tr("Positive"), False: tr("Negative"), None: tr("Not known")}
    rows: list[Sequence[Cell]] = [
        [
            Cell(one.source),
            Cell(kinds[one.positive], colour=book.theme.text2),
            Cell(one.response or (tr("Answered") if one.answered else tr("Not answered"))),
        ]
        for one in found
    ]
    answered = sum(one.answered for one in found)
    title = tr("Feedback: {answered} of {count} answered", answered=answered, count=len(found))
    columns = (Column(tr("Source")), Column(tr("Kind"), 0.6), Column(tr("Answer"), 1.4))
    return tabled(book.theme, title, columns, rows, width)


def ratings(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """Effectiveness and usage as bars of five."""
    tr, ink, x = book.tr, Ink(), 0.0
    for name, rating in ((tr("Effectiveness"), it.effectiveness), (tr("Usage"), it.usage)):
        if rating is None:
            continue
        title, told = BODY.line(name), BODY.line(book.rating(rating))
        ink.write(title, x, 2, BODY, book.theme.text2)
        x += title.width + 6
        for number in range(5):
            colour = book.theme.bar if number < rating else book.theme.bar_ghost
            ink.add(filled(x, 5, 11, 5.5, colour, 1.5))
            x += 13
        ink.write(told, x + 4, 2, BODY, book.theme.text)
        x += told.width + 28
    if not ink.shapes:
        return []
    return titled(book.theme, tr("Effectiveness and usage"), [inked(ink, 15)], width)
