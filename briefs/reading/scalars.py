"""The types of single values: how the string a curator typed becomes a day, a number, a word of the codebook.

YAML gives strings only (`nodes`), so the schema types them here, in the sense of YAML 1.2, nothing looser: `true` and
`false` are the booleans, digits are a number, and a date that is not in the calendar is refused with the reason.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefs.codebook import Precision
from briefs.reading.problems import nearest, shown
from briefs.records import Span

E = TypeVar("E", bound=StrEnum)

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_WEEK = re.compile(r"(\d{4})-W(\d{2})\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DAY_PATTERN = r"\d{4}-\d{2}-\d{2}"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def wrong(code: str, message: str, hint: str) -> PydanticCustomError:
    """An error whose words are ours: `explain` takes them as they are."""
    return PydanticCustomError(code, "{message}; {hint}", {"message": message, "hint": hint})


def text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("not-text", f"{shown(value)} stands where a text belongs", "write one text")
    if not value.strip():
        raise wrong("no-value", "the text is empty", "write it, or leave the key out")
    if value != value.strip():
        raise wrong("stray-space", f"{shown(value)} begins or ends with a space", "delete the space")
    return value


def _pattern(check: re.Pattern[str], code: str, what: str, hint: str) -> Callable[[object], str]:
    def validate(value: object) -> str:
        if not check.match(text(value)):
            raise wrong(code, f"{shown(value)} is not {what}", hint)
        return str(value)

    return validate


def whole(value: object) -> int:
    typed = text(value)
    if re.match(r"(0|[1-9][0-9]{0,14})\Z", typed):
        return int(typed)
    grouped = re.match(r"([1-9][0-9]{0,2})([,._ '][0-9]{3}){1,4}\Z", typed)
    hint = f"write {re.sub('[^0-9]', '', typed)}" if grouped else "write digits only"
    what = "a whole number of at most 15 digits" if re.match(r"[0-9]+\Z", typed) else "a whole number"
    if typed.startswith("0"):
        hint = "write it in decimal digits that do not begin with 0"
    raise wrong("not-a-number", f"{shown(value)} is not {what}", hint)


def yes_or_no(value: object) -> bool:
    typed = text(value)
    if typed in ("true", "false"):
        return typed == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(typed.casefold(), "true or false")
    raise wrong("not-true-or-false", f"{shown(value)} is neither true nor false", f"write {meant}")


def one_of(words: type[E], what: str) -> Callable[[object], E]:
    """A word of a closed vocabulary of the codebook."""

    def validate(value: object) -> E:
        typed = text(value)
        try:
            return words(typed)
        except ValueError:
            known = [word.value for word in words]
            near = nearest(typed, known)
            hint = f"did you mean {near}?" if near else f"write one of: {', '.join(known)}"
            raise wrong("unknown-word", f"{shown(value)} is not {what}", hint) from None

    return validate


def calendar_day(value: object) -> date:
    typed = text(value)
    found = _DAY.match(typed)
    if not found:
        raise wrong("bad-date", f"{shown(value)} is not a day", "write it as 2022-03-02")
    return _existing(typed, *map(int, found.groups()))


def _existing(typed: str, year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise wrong("bad-date", f"{typed} is not in the years {_FIRST_YEAR} to {_LAST_YEAR}", "check the year")
    if not 1 <= month <= 12:
        raise wrong("bad-date", f"{typed} does not exist: there is no month {month:02d}", "write year-month-day")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = f"{calendar.month_name[month]} {year}"
        raise wrong("bad-date", f"{typed} does not exist: {name} has {days} days", "check the day")
    return date(year, month, day)


def span(value: object) -> Span:
    """`2022-03-02`, `2022-W08` (Monday to Sunday), `2022-03`, `2022` or `../2022-03-03` (no later than)."""
    typed = text(value)
    if typed.startswith("../"):
        return Span(None, calendar_day(typed[3:]), Precision.NO_LATER_THAN)
    if _DAY.match(typed):
        day = calendar_day(typed)
        return Span(day, day, Precision.DAY)
    if found := _WEEK.match(typed):
        return _week(typed, int(found[1]), int(found[2]))
    if found := _MONTH.match(typed):
        first = _existing(f"{typed}-01", int(found[1]), int(found[2]), 1)
        return Span(
            first, date(first.year, first.month, calendar.monthrange(first.year, first.month)[1]), Precision.MONTH
        )
    if found := _YEAR.match(typed):
        first = _existing(f"{typed}-01-01", int(found[1]), 1, 1)
        return Span(first, date(first.year, 12, 31), Precision.YEAR)
    raise wrong(
        "bad-date", f"{shown(value)} is not a date", "write 2022-03-02, 2022-W08, 2022-03, 2022 or ../2022-03-03"
    )


def _week(typed: str, year: int, week: int) -> Span:
    _existing(f"{year}-01-01", year, 1, 1)
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        weeks = date(year, 12, 28).isocalendar().week
        raise wrong("bad-date", f"{typed} does not exist: {year} has {weeks} weeks", "check the week") from None
    return Span(monday, monday + timedelta(days=6), Precision.WEEK)


def instant(value: object) -> datetime:
    typed = text(value)
    hint = "write it as 2022-03-04T09:00Z or with an offset (+07:00)"
    try:
        if "T" not in typed:
            raise ValueError
        moment = datetime.fromisoformat(typed)
    except ValueError:
        raise wrong("bad-instant", f"{shown(value)} is not an instant", hint) from None
    if moment.tzinfo is None:
        raise wrong("bad-instant", f"{shown(value)} has no time zone", hint)
    return moment


def web_address(value: object) -> str:
    typed = text(value)
    try:
        parts = urlsplit(typed)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", typed)
    except ValueError:
        good = False
    if not good:
        raise wrong("bad-url", f"{shown(value)} is not a web address", "write the whole address, https://…")
    return typed


def article(value: object) -> str:
    if value in ("", "the"):
        return str(value)
    raise wrong("bad-article", f"{shown(value)} is not an English article", "write `the`, or leave the key out")


def listed(value: object) -> object:
    """One word where a list may stand is a list of one."""
    return [value] if isinstance(value, str) else value


def _schema(**keys: Any) -> WithJsonSchema:
    return WithJsonSchema(keys)


Text = Annotated[str, BeforeValidator(text), _schema(type="string", minLength=1)]
Slug = Annotated[
    str,
    BeforeValidator(_pattern(_SLUG, "bad-id", "an id", "write lower-case letters, digits and single hyphens: kh-msg")),
    _schema(type="string", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
]
StateId = Annotated[
    str,
    BeforeValidator(
        _pattern(re.compile(r"[A-Z]{3}\Z"), "bad-id", "a state id", "write the three capitals of ISO 3166: KHM")
    ),
    _schema(type="string", pattern="^[A-Z]{3}$"),
]
Reference = Annotated[str, BeforeValidator(text), _schema(type="string", minLength=1)]
Iso2 = Annotated[
    str,
    BeforeValidator(_pattern(re.compile(r"[A-Z]{2}\Z"), "bad-code", "an ISO 3166 alpha-2 code", "write two capitals")),
    _schema(type="string", pattern="^[A-Z]{2}$"),
]
M49 = Annotated[
    str,
    BeforeValidator(_pattern(re.compile(r"[0-9]{3}\Z"), "bad-code", "a UN M49 code", 'write three digits: "116"')),
    _schema(type=["string", "integer"], pattern="^[0-9]{3}$"),
]
Language = Annotated[
    str,
    BeforeValidator(
        _pattern(re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"), "bad-code", "a language tag", "write en, km")
    ),
    _schema(type="string", pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
]
Sha256 = Annotated[
    str,
    BeforeValidator(
        _pattern(re.compile(r"[0-9a-f]{64}\Z"), "bad-hash", "a SHA-256", "write 64 lower-case hexadecimal digits")
    ),
    _schema(type="string", pattern="^[0-9a-f]{64}$"),
]
Url = Annotated[str, BeforeValidator(web_address), _schema(type="string", format="uri", pattern="^https?://")]
Article = Annotated[str, BeforeValidator(article), _schema(enum=["", "the"])]
Whole = Annotated[int, BeforeValidator(whole), _schema(type="integer", minimum=0)]
Flag = Annotated[bool, BeforeValidator(yes_or_no), _schema(type="boolean")]
Day = Annotated[date, BeforeValidator(calendar_day), _schema(type="string", pattern=f"^{_DAY_PATTERN}$")]
When = Annotated[
    Span,
    BeforeValidator(span),
    _schema(
        type=["string", "integer"],
        pattern=rf"^(\.\./)?{_DAY_PATTERN}$|^\d{{4}}(-W\d{{2}}|-\d{{2}})?$",
        description="A day (2022-03-02), week (2022-W08), month, year, or no later than a day (../2022-03-03).",
    ),
]
Moment = Annotated[datetime, BeforeValidator(instant), _schema(type="string", description="2022-03-04T09:00Z")]
