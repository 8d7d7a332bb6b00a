"""The tables of a touchpoint's sheet."""

from collections.abc import Iterator, Sequence

from journeyeditor.analysis.metrics import Standing, standing
from journeyeditor.analysis.wording import Figure
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.elements import Element, Kind, entry
from journeyeditor.drawing.flow.slices import Slice, inked
from journeyeditor.drawing.flow.tables import Cell, Column
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.paths import circle
from journeyeditor.drawing.shapes import Path, Shape
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import BODY, STRONG, tabled, titled
from journeyeditor.model.choices import Better, Role
from journeyeditor.model.ids import Id
from journeyeditor.model.records import (
    DataItem,
    Feedback,
    Improvement,
    Interaction,
    Measure,
    Metric,
    Process,
    ProcessUse,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.translation import Translator

_TRACK, _DOT = 3.0, 2.6
_TRACK_SHARE = 0.18
"""Of the table's width."""


def interactions(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """What happens, step by step, and what each is to lead to."""
    tr, rows = book.tr, []
    for step in book.project.where(Interaction, touchpoint=it.id):
        meets = book.party(step.meets)
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
    tr, theme = book.tr, book.theme
    rows = []
    for process in _processes(book, it.id):
        execution = choice_name(process.execution, tr.language) if process.execution else ""
        how = (execution, process.human_check)
        rows.append(
            [
                Cell(process.name, note=" · ".join(part for part in how if part)),
                Cell(book.names(process.id, Role.RESPONSIBLE), colour=theme.text2),
                Cell(book.names(process.id, Role.SUPPORTS), colour=theme.text2),
                Cell(process.state, tag=theme.badge if process.state else ""),
            ]
        )
    columns = (
        Column(tr("Process"), 1.8),
        Column(tr("Responsible"), 0.9),
        Column(tr("Supports"), 0.9),
        Column(tr("State"), 1.3),
    )
    return tabled(theme, tr("Processes behind it"), columns, rows, width)


def _processes(book: Book, touchpoint: Id) -> list[Process]:
    uses = book.project.where(ProcessUse, touchpoint=touchpoint)
    found = [book.project.get(Process, use.process) for use in uses]
    return sorted(found, key=lambda process: (process.name, process.id))


def metrics(book: Book, subject: Id, width: float) -> list[Slice]:
    """What is measured: baseline, present value and target."""
    tr = book.tr
    columns = (
        Column(tr("Metric"), 1.7),
        Column(tr("Progress"), 0.9),
        Column(tr("Baseline"), 0.5, "right"),
        Column(tr("Now"), 0.5, "right"),
        Column(tr("Target"), 0.5, "right"),
    )
    return tabled(
        book.theme, tr("Metrics"), columns, list(_metric_rows(book, subject, width)), width
    )


def _metric_rows(book: Book, subject: Id, width: float) -> Iterator[list[Cell]]:
    facts = next(iter(book.facts.values()))
    track = width * _TRACK_SHARE
    for measure in book.project.where(Measure, subject=subject):
        it = standing(facts, measure)
        values = (measure.baseline, it.current, measure.target)
        unit = it.metric.unit
        texts = ["" if v is None else Figure(v, unit).said(book.tr) for v in values]
        yield [
            Cell(it.metric.name, note=_last_reading(book, it)),
            Cell(shapes=tuple(_track(book, it, track))),
            Cell(texts[0]),
            Cell(texts[1], STRONG),
            Cell(texts[2]),
        ]


def _last_reading(book: Book, it: Standing) -> str:
    """When and where the present value was read, and whether less of it is better."""
    tr = book.tr
    notes = [tr("Lower is better")] if it.metric.better is Better.LOWER else []
    if it.readings:
        last = it.readings[-1]
        taken = tr.date(last.taken_on) if last.taken_on else ""
        notes += [note for note in (last.period, taken, last.source) if note]
    return " · ".join(notes)


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
    subjects = (it.id, *(card.id for card in book.cards[it.id]))
    found = [i for subject in subjects for i in book.project.where(Improvement, subject=subject)]
    rows = [improvement_row(book, idea) for idea in found]
    return tabled(book.theme, book.tr("Opportunities"), improvement_columns(book.tr), rows, width)


def improvement_columns(tr: Translator) -> list[Column]:
    """What `improvement_row` tells."""
    return [
        Column(tr("Improvement"), 2.2),
        Column(tr("Impact"), 0.6),
        Column(tr("Effort"), 0.6),
        Column(tr("State"), 0.8),
    ]


def improvement_row(book: Book, idea: Improvement) -> list[Cell]:
    """An opportunity: what, who and when, what it is to change, and how far it is."""
    tr, theme = book.tr, book.theme
    measure = book.project.find(Measure, idea.measure)
    notes = [
        book.party(idea.owner),
        tr.date(idea.due) if idea.due else "",
        book.project.get(Metric, measure.metric).name if measure else "",
        idea.expected_change,
    ]
    done = tr.date(idea.done_on) if idea.done_on else ""
    return [
        Cell(idea.title, note=" · ".join(note for note in notes if note)),
        Cell(book.rating(idea.impact)),
        Cell(book.rating(idea.effort), colour=theme.text2),
        Cell(choice_name(idea.state, tr.language), note=done, colour=theme.text2),
    ]


def data(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """The data that it generates, and what becomes of them."""
    tr = book.tr
    columns = (Column(tr("Data"), 1.2), Column(tr("Collected"), 0.6), Column(tr("Shared with")))
    return tabled(book.theme, tr("Data it generates"), columns, list(_data_rows(book, it)), width)


def _data_rows(book: Book, it: Touchpoint) -> Iterator[list[Cell]]:
    links = book.project.where(TouchpointData, touchpoint=it.id)
    named = sorted((book.project.get(DataItem, link.data).name, link.id, link) for link in links)
    for name, _, link in named:
        yield [Cell(name), *fate(book, link)]


def fate(book: Book, link: TouchpointData) -> list[Cell]:
    """Whether data are collected, and with whom they are shared: what nobody said stays open."""
    collected = book.tr("Yes") if link.collected else ""
    return [Cell(collected), Cell(link.shared_with)]


def feedback(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """The opinions received, and how many were answered."""
    tr = book.tr
    found = book.project.where(Feedback, touchpoint=it.id)
    kinds = {True: tr("Positive"), False: tr("Negative"), None: ""}
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
    tr, ink, x, whole = book.tr, Ink(), 0.0, Element(Kind.LIST)
    for name, rating in ((tr("Effectiveness"), it.effectiveness), (tr("Usage"), it.usage)):
        if rating is None:
            continue
        title, told = BODY.line(name), BODY.line(book.rating(rating))
        ink.tell(entry(whole, f"{name}: {book.rating(rating)}"))
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
