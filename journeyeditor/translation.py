"""Messages in the languages of the program: English in the source, others from `.mo` files.

Code that draws for a reader gets a `Translator` for that reader's language. The windows and the
command line, which have one reader, use `tr`, the translator of the process.
"""

import datetime
import functools
import gettext
import locale
import os
from collections.abc import Mapping

from journeyeditor.model.change import Label
from journeyeditor.resources import resource

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def N_(message: str) -> str:
    """Mark a message that is translated later, where its reader is known."""
    return message


_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


class Translator:
    """Messages and numbers in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = _catalogue(language)

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, its `{places}` filled with `values`."""
        text = self._messages.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The form for `count`, which fills the place `{count}`."""
        text = self._messages.ngettext(one, many, count)
        return text.format(count=self.number(count), **values)

    def label(self, label: Label) -> str:
        """The name of a step of the history."""
        if label.plural:
            return self.plural(label.text, label.plural, label.count, name=label.name)
        return self(label.text, name=label.name, count=label.count)

    def number(self, value: float, decimals: int = 0, *, signed: bool = False) -> str:
        """A number with this language's decimal sign and a true minus."""
        text = f"{abs(value):.{decimals}f}"
        nothing = not float(text)
        sign = "" if nothing else MINUS if value < 0 else "+" if signed else ""
        return sign + (text.replace(".", ",") if self.language == "es" else text)

    def percent(self, share: float) -> str:
        """A share of 1 as a whole percentage."""
        space = NO_BREAK_SPACE if self.language == "es" else ""
        return f"{self.number(100 * share)}{space}%"

    def date(self, date: datetime.date) -> str:
        """A date in words: "12 March 2026"."""
        month = self(_MONTHS[date.month - 1])
        return self(N_("{day} {month} {year}"), day=date.day, month=month, year=date.year)

    def moment(self, moment: datetime.datetime) -> str:
        """A time in words, its date only where it's not today: "12 March 2026, 10:42"."""
        time = f"{moment:%H:%M}"
        today = moment.date() == datetime.datetime.now(moment.tzinfo).date()
        return time if today else f"{self.date(moment)}, {time}"


class _ProcessTranslator(Translator):
    """The translator of this process's windows and messages; its language can be changed."""

    def use(self, language: str) -> None:
        """Speak another language from now on."""
        Translator.__init__(self, language)


@functools.cache
def translator(language: str) -> Translator:
    """The translator for a language; English where the language is not known."""
    return Translator(language if language in LANGUAGES else "en")


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        "journeyeditor", resource("locale"), languages=[language], fallback=True
    )


def system_language() -> str:
    """The best of our languages for this machine's settings."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            chosen = value
            break
    else:
        chosen = locale.getlocale()[0] or ""
    return chosen[:2] if chosen[:2] in LANGUAGES else "en"


tr = _ProcessTranslator(system_language())
