"""Local dates and hours that a standing order keeps free: dates off, quiet hours. Frozen values, one spelling each.

What they mean for slots is in `bot/slots.py`; people's own ways to type them are read in `bot/office/hours.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

_TO = ".."
_DATE = re.compile(r"(\d{4}-)?\d\d-\d\d")
_OF_ONE_YEAR = len("2026-12-25")
_LEAP = "2000-"
"""A year in which every day of a year exists."""
_HOUR = r"((?:[01]\d|2[0-3]):[0-5]\d)"
_QUIET = re.compile(f"{_HOUR}-{_HOUR}")


@dataclass(frozen=True, slots=True)
class DatesOff:
    """Local dates without a slot, first and last among them: "2026-12-25" once, "12-25" every year.

    >>> str(DatesOff.read("12-24..01-02")), DatesOff.read("12-24..01-02").holds(date(2027, 1, 1))
    ('12-24..01-02', True)
    """

    first: str
    last: str

    @classmethod
    def read(cls, text: str) -> DatesOff:
        """ "2026-12-25", "12-25", "2026-12-24..2027-01-02", "12-24..01-02". Raises ValueError."""
        first, dots, last = (part.strip() for part in text.partition(_TO))
        last = last if dots else first
        once = len(first) == _OF_ONE_YEAR
        if not (_is_date(first) and _is_date(last)) or len(first) != len(last) or (once and last < first):
            raise ValueError(f"no date, and no span of dates: {text!r}")
        return cls(first, last)

    def holds(self, day: date) -> bool:
        """Whether that local date is one of them."""
        if len(self.first) == _OF_ONE_YEAR:
            return self.first <= day.isoformat() <= self.last
        of_year = f"{day:%m-%d}"
        if self.first <= self.last:
            return self.first <= of_year <= self.last
        return of_year >= self.first or of_year <= self.last

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}{_TO}{self.last}"


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    try:
        return found is not None and bool(date.fromisoformat(text if found[1] else _LEAP + text))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local hours of every day in which nothing is posted, across midnight where they end before they start."""

    start: time
    end: time

    @classmethod
    def read(cls, text: str) -> QuietHours:
        """ "22:00-07:00". Raises ValueError."""
        found = _QUIET.fullmatch(text.replace(" ", ""))
        if found is None or found[1] == found[2]:
            raise ValueError(f"no span of hours: {text!r}")
        return cls(time.fromisoformat(found[1]), time.fromisoformat(found[2]))

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"
