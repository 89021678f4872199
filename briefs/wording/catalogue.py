"""One language's messages (Fluent) and its dates, numbers and lists (CLDR): the only place where words come from.

A message is a whole sentence; nothing is assembled from fragments across modules. Isolation marks are off: they would
break byte-exact quotes. A missing message or slot is a bug and raises at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal
from fluent.runtime import FluentBundle, FluentResource

from briefs.wording import french

_LOCALES = {"en": "en_GB", "fr": "fr"}
_FUNCTIONS: Mapping[str, Mapping[str, Callable[..., Any]]] = {"fr": french.FUNCTIONS}
_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *=.*\n(?:[ \t}].*\n|[ \t]*\n(?=[ \t]))*", re.MULTILINE)
"""One message of a Fluent file: its line and those that belong to it (indented, or closing a choice)."""


_REFERENCE = re.compile(r"\{ ([a-z][a-z0-9-]*) \}")
"""Another message inside one."""


class MissingMessage(LookupError):
    """A sentence asked for is not in the catalogue, or a slot of it was not filled."""


class Words:
    """One language, ready to speak. Instances come from `words(lang)` and are shared. `instead_of`: the language that
    was asked for and cannot tell this yet."""

    def __init__(self, lang: str, catalogues: Sequence[str], instead_of: str = "") -> None:
        self.lang = lang
        self.instead_of = instead_of
        self.locale = _LOCALES[lang]
        self.parted = " ; " if lang == "fr" else "; "
        """Between groups in one line."""
        self._bundle = FluentBundle(
            [self.locale.replace("_", "-")], functions=dict(_FUNCTIONS.get(lang, {})), use_isolating=False
        )
        self._unread = {entry[1]: entry[0] for text in catalogues for entry in _ENTRY.finditer(text)}
        """Messages not asked for yet: reading all of them would cost a fifth of a cold start."""
        self._said = lru_cache(maxsize=4096)(self._formatted)  # a vote's line is the same for most members

    def say(self, message: str, slots: Mapping[str, str | int]) -> str:
        """The message with its slots filled. Raises `MissingMessage`."""
        return self._said(message, tuple(slots.items()))

    def _formatted(self, message: str, slots: tuple[tuple[str, str | int], ...]) -> str:
        self._read(message)
        if not self._bundle.has_message(message):
            raise MissingMessage(f"{self.lang}: no message {message!r}")
        pattern = self._bundle.get_message(message).value
        assert pattern is not None, message
        text, errors = self._bundle.format_pattern(pattern, dict(slots))
        if errors:
            raise MissingMessage(f"{self.lang}: {message}: {errors[0]}")
        return str(text)

    def _read(self, message: str) -> None:
        """Read a message and those it is made of, once."""
        unread = self._unread.pop(message, None)
        if unread is not None:
            self._bundle.add_resource(FluentResource(unread))
            for other in _REFERENCE.findall(unread):
                self._read(other)

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B and C"."""
        return format_list(list(items), locale=self.locale)

    def day(self, day: date, *, year: bool = True) -> str:
        """ "2 March 2022", or "2 March" where the year has just been said."""
        return self._first(day, format_date(day, "d MMMM y" if year else "d MMMM", locale=self.locale))

    def of_month(self, day: date) -> str:
        """ "2": a day where another names the month."""
        return self._first(day, str(day.day))

    def month(self, day: date) -> str:
        """ "March 2022"."""
        return format_date(day, "MMMM y", locale=self.locale)

    def day_short(self, day: date, *, year: bool = True) -> str:
        """ "2 Mar 2022", for tables and footers; "2 Mar" where the year stands beside it."""
        return self._first(day, format_date(day, "d MMM y" if year else "d MMM", locale=self.locale))

    def weekday(self, day: date) -> str:
        """ "Thursday 3 March 2022", for titles."""
        if self.lang == "fr":
            return f"{format_date(day, 'EEEE', locale=self.locale).capitalize()} {self.day(day)}"
        return format_date(day, "EEEE d MMMM y", locale=self.locale)

    def _first(self, day: date, text: str) -> str:
        """In French the first of a month is "1er"."""
        return f"1er{text[1:]}" if self.lang == "fr" and day.day == 1 else text

    def number(self, n: int) -> str:
        """Digits, whole millions in words ("1 million")."""
        if self.lang == "fr":
            return french.digits(n)
        if n >= 1_000_000 and n % 1_000_000 == 0:
            return str(format_compact_decimal(n, format_type="long", locale=self.locale))
        return str(format_decimal(n, locale=self.locale))


@cache
def words(lang: str, instead_of: str = "") -> Words:
    """The catalogue of a language, read once. Raises `KeyError` for a language that is not shipped."""
    room = files("briefs.wording")
    texts = [part.read_text("utf-8") for part in sorted(room.iterdir(), key=str) if part.name.endswith(f"{lang}.ftl")]
    return Words(lang, texts, instead_of)
