"""Moments in words, the same in all windows, and days as people type them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from journeyeditor.translation import tr


def describe_time(moment: datetime) -> str:
    """A time as people say it: "Today, 10:42", "10 March"."""
    locale = QLocale(tr.language)
    day = QDate(moment.year, moment.month, moment.day)
    time = locale.toString(QTime(moment.hour, moment.minute), "HH:mm")
    days = day.daysTo(QDate.currentDate())
    if days == 0:
        return tr("Today, {time}", time=time)
    if days == 1:
        return tr("Yesterday, {time}", time=time)
    this_year = moment.year == QDate.currentDate().year()
    formats = {"es": ("d 'de' MMMM", "d 'de' MMMM 'de' yyyy")}
    short, long = formats.get(tr.language, ("d MMMM", "d MMMM yyyy"))
    return locale.toString(day, short if this_year else long)


def describe_date(day: date) -> str:
    """A day in the form in which it is typed: "12/3/2026", "12 Mar 2026"."""
    return QLocale(tr.language).toString(QDate(day.year, day.month, day.day), _forms()[0])


def read_date(text: str) -> date | None:
    """The day that somebody typed: in figures, with the month's name, or as 2026-03-12."""
    words = " ".join(text.casefold().replace(" de ", " ").split())
    locale = QLocale(tr.language)
    for form in (*_forms(), "yyyy-M-d"):
        found = locale.toDate(words, form, BASE_YEAR)
        if found.isValid():
            return date(found.year(), found.month(), found.day())
    return None


BASE_YEAR = 2000
"""Where the century of years of two figures begins."""


def _forms() -> tuple[str, ...]:
    """How days are written in the present language, first how they are shown."""
    figures = ("d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy")
    if tr.language == "es":
        return (*figures, "d MMM yyyy", "d MMMM yyyy")
    american = QLocale.system().name() == "en_US"
    names = ("d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy")
    return (*names, "M/d/yyyy", "M/d/yy") if american else (*names, *figures)
