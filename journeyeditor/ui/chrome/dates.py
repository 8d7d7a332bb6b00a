"""Moments in words, the same in all windows."""

from datetime import datetime

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
