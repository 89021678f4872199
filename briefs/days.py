"""Days as people type them → a date: "2022-03-04", "4 March 2022", "Mar 4, 2022", "today", "yesterday".

Nothing is guessed: "03/04/2022" is two days, "4 March" has no year, 30 February does not exist; each comes back as a
`NotADay` whose words say what is wrong and what to write. The core has no clock, so `today` is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from unicodedata import category, normalize

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_RELATIVE = {"today": 0, "now": 0, "yesterday": 1}
_EARLIEST, _LATEST = 1900, 2100
_LONGEST = 40
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–−", "-"))
_MOST_WORDS = 5
_HOW = "write it as 2022-03-04"

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)(?: (\d{4}))?", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_NEARLY = re.compile(r"\d{1,4}[-/.](?:\d{1,2}|\d{4})(?:[-/.]\d{1,4})?|\d{8}", re.ASCII)
"""Meant as a day, it seems. "68/262" is not: no part of a day has three digits, but numbers of resolutions do."""


@dataclass(frozen=True, slots=True)
class NotADay:
    """Words that name no day, and why, as one sentence for the asker. It repeats nothing but digits and months."""

    reason: str


def read_day(words: str, today: date) -> date | NotADay:
    """The day that `words` name. Any case, several spaces and commas allowed; years 1900 to 2100."""
    if len(words) > _LONGEST:
        return NotADay(f"That is too long for a day; {_HOW}.")
    text = _plain(words)
    if text in _RELATIVE:
        return today - timedelta(days=_RELATIVE[text])
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups() if part)
        return _existing(year, month, day)
    if match := _NUMBERS.fullmatch(text):
        return _two_ways(*(int(part) for part in match.groups()))
    named = _named(text)
    if named is None:
        return NotADay(f"That is not a day; {_HOW}, 4 March 2022, today or yesterday.")
    year_word, month, day = named
    if year_word is None:
        return NotADay(f"{day} {_MONTHS[month - 1].capitalize()} needs its year; {_HOW}.")
    return _existing(int(year_word), month, day)


def read_beginning(words: str, today: date) -> date | NotADay:
    """The day from which on: a day, or a year for its first day ("2015")."""
    text = _plain(words)
    return _existing(int(text), 1, 1) if _YEAR.fullmatch(text) else read_day(words, today)


def read_instant(words: str) -> datetime | None:
    """An instant with its zone, like "2022-03-05T10:30Z" or "2022-03-05T10:30:00+07:00"; None for other words."""
    if not _INSTANT.fullmatch(words.strip()):
        return None
    try:
        return datetime.fromisoformat(words.strip()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def leading_beginning(line: Sequence[str], today: date) -> tuple[date | NotADay, tuple[str, ...]] | None:
    """The same at the beginning of a line, and the rest of it; None where none begins it."""
    led = leading_day(line, today)
    if led is None and line and _YEAR.fullmatch(_plain(line[0])):
        return read_beginning(line[0], today), tuple(line[1:])
    return led


def leading_day(line: Sequence[str], today: date) -> tuple[date | NotADay, tuple[str, ...]] | None:
    """The day at the beginning of a line and the rest of it; None where no day begins it.

    A `NotADay` is returned only for words that are plainly meant as a day ("2022-02-30", "30 february 2022").
    """
    words = tuple(line)
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        text = " ".join(words[:length])
        answer = read_day(text, today)
        if isinstance(answer, date) or _meant_as_day(_plain(text)):
            return answer, words[length:]
    return None


def _plain(words: str) -> str:
    text = "".join(char for char in normalize("NFKC", words) if category(char) != "Cf")
    return " ".join(text.casefold().replace(",", " ").translate(_DASHES).split())


def _meant_as_day(text: str) -> bool:
    return bool(_NEARLY.fullmatch(text)) or _named(text) is not None


def _named(text: str) -> tuple[str | None, int, int] | None:
    """(year or None, month, day) of "4 march 2022" or "march 4 2022"."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    number = _month(month)
    return None if number is None else (year, number, int(day))


def _month(word: str) -> int | None:
    """1 … 12 for a month's name or its beginning of three letters or more ("mar", "sept")."""
    if len(word) < 3:
        return None
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), None)


def _existing(year: int, month: int, day: int) -> date | NotADay:
    if not _EARLIEST <= year <= _LATEST:
        return NotADay(f"The year {year:04} is outside {_EARLIEST} to {_LATEST}; {_HOW}.")
    if not 1 <= month <= 12:
        return NotADay(f"There is no month {month}; {_HOW}.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = _MONTHS[month - 1].capitalize()
        return NotADay(f"{day} {name} {year} does not exist: {name} {year} has {last} days.")
    return date(year, month, day)


def _two_ways(first: int, second: int, year: int) -> date | NotADay:
    """Day and month as bare numbers: told only where one reading exists."""
    readings = {_existing(year, second, first), _existing(year, first, second)}
    days = sorted(reading for reading in readings if isinstance(reading, date))
    if len(days) == 1:
        return days[0]
    if days:
        return NotADay(f"That may be {days[0]} or {days[1]}; write the one you mean.")
    return NotADay(f"No such day exists; {_HOW}.")
