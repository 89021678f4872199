"""One language's messages (Fluent) and its dates, numbers and lists (CLDR): the only place where words come from.

A message is a whole sentence; nothing is assembled from fragments across modules. Isolation marks are off: they would
break byte-exact quotes. A missing message or slot is a bug and raises at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal
from fluent.runtime import FluentBundle, FluentResource

_LOCALES = {"en": "en_GB"}
_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *=.*\n(?:[ \t}].*\n|[ \t]*\n(?=[ \t]))*", re.MULTILINE)
"""One message of a Fluent file: its line and those that belong to it (indented, or closing a choice)."""


class MissingMessage(LookupError):
    """A sentence asked for is not in the catalogue, or a slot of it was not filled."""


class Words:
    """One language, ready to speak. Instances come from `words(lang)` and are shared."""

    def __init__(self, lang: str, catalogues: Sequence[str]) -> None:
        self.lang = lang
        self.locale = _LOCALES[lang]
        self._bundle = FluentBundle([self.locale.replace("_", "-")], use_isolating=False)
        self._unread = {entry[1]: entry[0] for text in catalogues for entry in _ENTRY.finditer(text)}
        """Messages not asked for yet: reading all of them would cost a fifth of a cold start."""
        self._said = lru_cache(maxsize=4096)(self._formatted)  # a vote's line is the same for most members

    def say(self, message: str, slots: Mapping[str, str | int]) -> str:
        """The message with its slots filled. Raises `MissingMessage`."""
        return self._said(message, tuple(slots.items()))

    def _formatted(self, message: str, slots: tuple[tuple[str, str | int], ...]) -> str:
        unread = self._unread.pop(message, None)
        if unread is not None:
            self._bundle.add_resource(FluentResource(unread))
        if not self._bundle.has_message(message):
            raise MissingMessage(f"{self.lang}: no message {message!r}")
        pattern = self._bundle.get_message(message).value
        assert pattern is not None, message
        text, errors = self._bundle.format_pattern(pattern, dict(slots))
        if errors:
            raise MissingMessage(f"{self.lang}: {message}: {errors[0]}")
        return str(text)

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B and C"."""
        return format_list(list(items), locale=self.locale)

    def day(self, day: date, *, year: bool = True) -> str:
        """ "2 March 2022", or "2 March" where the year has just been said."""
        return format_date(day, "d MMMM y" if year else "d MMMM", locale=self.locale)

    def month(self, day: date) -> str:
        """ "March 2022"."""
        return format_date(day, "MMMM y", locale=self.locale)

    def day_short(self, day: date, *, year: bool = True) -> str:
        """ "2 Mar 2022", for tables and footers; "2 Mar" where the year stands beside it."""
        return format_date(day, "d MMM y" if year else "d MMM", locale=self.locale)

    def weekday(self, day: date) -> str:
        """ "Thursday 3 March 2022", for titles."""
        return format_date(day, "EEEE d MMMM y", locale=self.locale)

    def number(self, n: int) -> str:
        """Digits, whole millions in words ("1 million")."""
        if n >= 1_000_000 and n % 1_000_000 == 0:
            return str(format_compact_decimal(n, format_type="long", locale=self.locale))
        return str(format_decimal(n, locale=self.locale))


@cache
def words(lang: str) -> Words:
    """The catalogue of a language, read once. Raises `KeyError` for a language that is not shipped."""
    room = files("briefs.wording")
    texts = [part.read_text("utf-8") for part in sorted(room.iterdir(), key=str) if part.name.endswith(f"{lang}.ftl")]
    return Words(lang, texts)
