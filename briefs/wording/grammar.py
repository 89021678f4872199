"""What the writer has to know of a language beside its catalogue: signs, dates, digits, lists, agreement, functions.

One value a language, in a module of its own (`french`); `grammars` names them all. Code asks the value, never which
language it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal

FORMS = ("ms", "fs", "mp", "fp")
"""Genders and numbers a name can have; a language without them says "ms" of all."""


def feminine_where_all(forms: Sequence[str]) -> str:
    """Gender and number of several together: feminine where all are."""
    if len(forms) == 1:
        return forms[0]
    return "fp" if all(form.startswith("f") for form in forms) else "mp"


def with_article(article: str, name: str) -> str:
    """ "the United States", "le Cambodge", "l'Albanie"."""
    return article + name if article.endswith("'") else f"{article} {name}".lstrip()


@dataclass(frozen=True, slots=True)
class Dates:
    """Patterns of CLDR for the forms in which briefs write days."""

    full: str = "d MMMM y"
    of_year: str = "d MMMM"
    """Where the year has just been said."""
    month: str = "MMMM y"
    short: str = "d MMM y"
    """For tables and footers."""
    short_of_year: str = "d MMM"
    weekday: str = "EEEE d MMMM y"
    """For titles; its first letter is a capital."""
    first: str = "1"
    """How the first of a month is written."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language."""

    locale: str
    parted: str = "; "
    """Between groups in one line."""
    dates: Dates = Dates()
    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    """What the messages of its catalogue call."""
    digits: Callable[[int], str] | None = None
    """How numbers are written; None: as CLDR writes them, whole millions in words ("1 million")."""
    joined: Callable[[Sequence[str]], str] | None = None
    """How several are listed; None: as CLDR lists them."""
    form_of: Callable[[Sequence[str]], str] = feminine_where_all
    """Gender and number of several together, from those of each."""

    def number(self, n: int) -> str:
        """ "4,297"."""
        if self.digits is not None:
            return self.digits(n)
        if n >= 1_000_000 and n % 1_000_000 == 0:
            return str(format_compact_decimal(n, format_type="long", locale=self.locale))
        return str(format_decimal(n, locale=self.locale))

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B and C"."""
        return self.joined(items) if self.joined else format_list(list(items), locale=self.locale)

    def day(self, day: date, pattern: str) -> str:
        """The day in that pattern of CLDR."""
        text = format_date(day, pattern, locale=self.locale)
        if day.day == 1 and self.dates.first != "1":
            text = text.replace("1", self.dates.first, 1)
        return text
