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

from fluent.runtime import FluentBundle, FluentResource

from briefs.wording.grammars import GRAMMARS

_ENTRY = re.compile(r"^([a-z][a-z0-9-]*) *=.*\n(?:[ \t}].*\n|[ \t]*\n(?=[ \t]))*", re.MULTILINE)
"""One message of a Fluent file: its line and those that belong to it (indented, or closing a choice)."""


_REFERENCE = re.compile(r"\{ ([a-z][a-z0-9-]*) \}")
"""Another message inside one."""


class MissingMessage(LookupError):
    """A sentence asked for is not in the catalogue, or a slot of it was not filled."""


LONGEST_SLOT = 2_000
"""Characters of a slot that are handed to the formatter, which refuses parts of more than 2,500; longer ones (the line
to paste of a brief that rests on a hundred records) are put in after it."""


class Words:
    """One language, ready to speak. Instances come from `words(lang)` and are shared. `instead_of`: the language that
    was asked for and cannot tell this yet."""

    def __init__(self, lang: str, catalogues: Sequence[str], instead_of: str = "") -> None:
        self.lang = lang
        self.instead_of = instead_of
        self.grammar = GRAMMARS[lang]
        self.parted = self.grammar.parted
        """Between groups in one line."""
        locale = self.grammar.locale.replace("_", "-")
        self._bundle = FluentBundle([locale], functions=dict(self.grammar.functions), use_isolating=False)
        self._unread = {entry[1]: entry[0] for text in catalogues for entry in _ENTRY.finditer(text)}
        """Messages not asked for yet: reading all of them would cost a fifth of a cold start."""
        self._day = lru_cache(maxsize=4096)(self.grammar.day)  # CLDR's patterns are read anew for each
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
        long = {name: value for name, value in slots if isinstance(value, str) and len(value) > LONGEST_SLOT}
        marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(long)}
        text, errors = self._bundle.format_pattern(pattern, {**dict(slots), **marks})
        if errors:
            raise MissingMessage(f"{self.lang}: {message}: {errors[0]}")
        said = str(text)
        for name, mark in marks.items():
            said = said.replace(mark, long[name])
        return said

    def _read(self, message: str) -> None:
        """Read a message and those it is made of, once."""
        unread = self._unread.pop(message, None)
        if unread is not None:
            self._bundle.add_resource(FluentResource(unread))
            for other in _REFERENCE.findall(unread):
                self._read(other)

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B and C"."""
        return self.grammar.listed(items)

    def day(self, day: date, *, year: bool = True) -> str:
        """ "2 March 2022", or "2 March" where the year has just been said."""
        dates = self.grammar.dates
        return self._day(day, dates.full if year else dates.of_year)

    def of_month(self, day: date) -> str:
        """ "2": a day where another names the month."""
        return self._day(day, "d")

    def month(self, day: date) -> str:
        """ "March 2022"."""
        return self._day(day.replace(day=2), self.grammar.dates.month)

    def day_short(self, day: date, *, year: bool = True) -> str:
        """ "2 Mar 2022", for tables and footers; "2 Mar" where the year stands beside it."""
        dates = self.grammar.dates
        return self._day(day, dates.short if year else dates.short_of_year)

    def weekday(self, day: date) -> str:
        """ "Thursday 3 March 2022", for titles."""
        text = self._day(day, self.grammar.dates.weekday)
        return text[:1].upper() + text[1:]

    def number(self, n: int) -> str:
        """Digits, whole millions in words ("1 million") where the language does so."""
        return self.grammar.number(n)


@cache
def words(lang: str, instead_of: str = "") -> Words:
    """The catalogue of a language, read once. Raises `KeyError` for a language that is not shipped."""
    room = files("briefs.wording")
    texts = [part.read_text("utf-8") for part in sorted(room.iterdir(), key=str) if part.name.endswith(f"{lang}.ftl")]
    return Words(lang, texts, instead_of)
