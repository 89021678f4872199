"""Hours and dates as people type them: "08:30", "8h30 and 5:45 pm", "22:00-07:00", "12-24..01-02". Pure."""

from __future__ import annotations

import re
from datetime import time

from adapters.hours import DatesOff, QuietHours

MOST_TIMES = 24
"""Times of day that one order has at most."""
MOST_OFF = 40
"""Dates off, or spans of them, that one order has at most."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?", re.IGNORECASE)
_ONE = rf"(?:{_CLOCK.pattern})"
_AND = r"(?:\s*[,;&+]\s*|\s+(?:and|et|y)\s+|\s+)"
_SEVERAL = re.compile(rf"{_ONE}(?:{_AND}{_ONE})*", re.IGNORECASE)
_TO = r"\s*(?:\.\.+|…|–|—|\bto\b|\ba[ul]?\b|\bà\b|-)\s*"
_DATES = re.compile(rf"((?:\d{{4}}-)?\d\d?-\d\d?)(?:{_TO}((?:\d{{4}}-)?\d\d?-\d\d?))?", re.IGNORECASE)


def clock(typed: str) -> time | None:
    """A time of day: "08:30", "8.30", "8h30", "8h", "5:45 pm", "17"; None for anything else."""
    found = _CLOCK.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def times(typed: str) -> tuple[time, ...]:
    """One or several times of day in order, each once; empty for anything else, or too many."""
    if not _SEVERAL.fullmatch(typed.strip()):
        return ()
    read = [clock(one[0]) for one in _CLOCK.finditer(typed)]
    found = sorted({at for at in read if at is not None})
    return tuple(found) if None not in read and len(found) <= MOST_TIMES else ()


def dates_off(typed: str) -> DatesOff | None:
    """A date or a span of dates, of one year or of every year: "2026-12-25", "12-25", "12-24 to 01-02"."""
    found = _DATES.fullmatch(typed.strip())
    if found is None:
        return None
    try:
        return DatesOff.read("..".join(_padded(one) for one in found.groups() if one))
    except ValueError:
        return None


def quiet_hours(typed: str) -> QuietHours | None:
    """ "22:00-07:00", "10 pm to 7 am"; None for anything else."""
    ends = [clock(one) for one in re.split(_TO, typed.strip(), flags=re.IGNORECASE)]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return None
    return QuietHours(ends[0], ends[1])


def _padded(day: str) -> str:
    *year, month, of_month = day.split("-")
    return "-".join((*year, f"{int(month):02}", f"{int(of_month):02}"))
