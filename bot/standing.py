"""The `[[subscription]]` tables of dateline.toml → standing orders. Pure; `bot.app` mirrors them into the database.

Actors and issues are written by any usual name and stand here as written; `follow_names` turns them into ids once the
archive is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from adapters.contract import Address, Alerts, CatchUp, EmptyDay, Subscription
from adapters.hours import DatesOff, QuietHours
from bot.alerting import can_alert
from bot.mistakes import Mistakes, Table, nearest, shown, string, time_of_day
from bot.office.hours import MOST_OFF, MOST_TIMES
from bot.slots import leaves_a_day
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.tongues import LANGUAGES

PLATFORMS = ("console", "discord", "slack")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KEYS = (
    "id",
    "platform",
    "place",
    "at",
    "zone",
    "weekdays",
    "off",
    "quiet",
    "follows",
    "length",
    "empty_day",
    "catch_up",
    "language",
    "publish",
    "tag",
    "thread",
    "corrections",
    "alerts",
)
_AT = f'write a time of day like "08:30", or a list of up to {MOST_TIMES}, like ["08:00", "18:00"]'
_OFF = f'write a list of up to {MOST_OFF} dates like "2026-12-25", "12-25" (every year) or "12-24..01-02"'
_FOLLOWS = ("issues", "actors", "acts", "changes")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_PLACES = {
    "console": (re.compile(r".+"), 'write "here"'),
    "discord": (re.compile(r"\d{15,20}"), "write the channel's id (Discord: Copy Channel ID), digits only"),
    "slack": (
        re.compile(r"[CGDUW][A-Z0-9]{6,}"),
        "write the channel's id (at the foot of its details), like C0123456789",
    ),
}


def read_standing(file: str, tables: object, mistakes: Mistakes, now: datetime) -> tuple[Subscription, ...]:
    """Every `[[subscription]]` table. `now` (aware UTC) is when one that is new to the database begins."""
    if not isinstance(tables, list):
        mistakes.add(f"{file}: subscription", "is not a list of tables", "head each one with [[subscription]]")
        return ()
    found: list[Subscription] = []
    for number, content in enumerate(tables, 1):
        table = Table(file, f"subscription[{number}]", content, mistakes, KEYS)
        one = _subscription(table, mistakes, file, number, now)
        if any(one.id == other.id for other in found):
            table.wrong("id", "give each subscription an id of its own", f"{shown(one.id)} stands twice")
        found.append(one)
    return tuple(found)


def follow_names(
    subscriptions: Sequence[Subscription],
    file: str,
    actor: Callable[[str], str | None],
    issue: Callable[[str], str | None],
    mistakes: Mistakes,
) -> tuple[Subscription, ...]:
    """The same subscriptions with register ids for names; `actor` and `issue` give None for what is not one name."""
    bound = []
    for one in subscriptions:
        where = f"{file}: subscription {shown(one.id)}: follows"
        ids: dict[str, tuple[str, ...]] = {}
        for key, names, find in (("actors", one.follows.actors, actor), ("issues", one.follows.issues, issue)):
            pairs = [(name, find(name)) for name in names]
            for name, id in pairs:
                if id is None:
                    mend = f"ask for it with `dateline ask position {shown(name)}` to see what it could mean"
                    mistakes.add(f"{where}.{key}", f"{shown(name)} names no {key[:-1]}, or several", mend)
            ids[key] = tuple(id for _, id in pairs if id is not None)
        bound.append(replace(one, follows=replace(one.follows, actors=ids["actors"], issues=ids["issues"])))
    return tuple(bound)


def _subscription(table: Table, mistakes: Mistakes, file: str, number: int, now: datetime) -> Subscription:
    platform = table.needed("platform", _platform, "", f"write one of {', '.join(PLATFORMS)}")
    order = Subscription(
        id=table.needed("id", _id, f"subscription-{number}", "write a short name of a-z, 0-9 and -"),
        address=Address(platform, place(table, platform)),
        at=table.needed("at", _times, (time(8),), _AT),
        zone=_zone(table),
        created=now,
        weekdays=table.parsed("weekdays", _weekdays, frozenset(range(1, 8)), f"write a list of {', '.join(WEEKDAYS)}"),
        off=table.parsed("off", _off, (), _OFF),
        quiet=table.parsed("quiet", _quiet, None, 'write hours like "22:00-07:00"'),
        follows=_filter(table, mistakes, file, number),
        length=table.parsed("length", _length, Length.SHORT, "write line, short or long"),
        empty_day=table.parsed("empty_day", EmptyDay, EmptyDay.SKIP, "write skip or say"),
        catch_up=table.parsed("catch_up", CatchUp, CatchUp.LATEST, "write latest, all or skip"),
        language=table.parsed("language", _language, None, f"write one of {', '.join(LANGUAGES)}"),
        publish=table.parsed("publish", _yes, default=False, mend="write true or false"),
        tag=table.parsed("tag", string, "", 'write the name of one tag of the forum, like "News"'),
        thread=table.parsed("thread", _yes, default=False, mend="write true or false"),
        corrections=table.parsed("corrections", _yes, default=True, mend="write true or false"),
        alerts=table.parsed("alerts", Alerts, Alerts.OFF, f"write one of {', '.join(Alerts)}"),
    )
    if not can_alert(order):
        table.wrong(
            "alerts",
            'add "vote.held" to follows.acts, or write alerts = "all" or "off"',
            f"{shown(order.alerts.value)} posts votes at once, and follows.acts leaves none",
        )
    if order.off and not leaves_a_day(order, now):
        table.wrong("off", "leave out some of them", "no day to post on is left within two years")
    return order


def is_place(platform: str, named: str) -> bool:
    """Whether it is the id of a place on that platform."""
    return platform not in _PLACES or _PLACES[platform][0].fullmatch(named) is not None


def place(table: Table, platform: str, key: str = "place") -> str:
    """The id of a place on that platform; what is none is a mistake."""
    if platform not in _PLACES:
        return ""
    if platform == "console" and not table.has(key):
        return "here"
    pattern, mend = _PLACES[platform]
    named = table.needed(key, _place_word, "", mend)
    if named and not pattern.fullmatch(named):
        table.wrong(key, mend, f"{shown(named)} is not the id of a place on {platform}")
    return named


def _place_word(value: object) -> str:
    return str(value) if type(value) is int else string(value)


def _zone(table: Table) -> str:
    zone = table.needed("zone", string, "UTC", 'write a zone of the IANA list, like "Asia/Phnom_Penh" or "UTC"')
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, KeyError):  # KeyError: ZoneInfoNotFoundError; the others: "../", a folder, odd bytes
        known = {name for name in available_timezones() if "/" in name} | {"UTC"}
        close = nearest(zone, known)
        mend = close if close.startswith("did you mean") else 'write one like "Asia/Phnom_Penh" or "UTC"'
        table.wrong("zone", mend, f"{shown(zone)} is no zone of the IANA list")
        return "UTC"
    return zone


def _filter(table: Table, mistakes: Mistakes, file: str, number: int) -> Filter:
    if not table.has("follows"):
        return Filter()
    follows = Table(file, f"subscription[{number}].follows", table.get("follows"), mistakes, _FOLLOWS)
    acts = []
    for act in follows.words("acts"):
        try:
            acts.append(Act(act))
        except ValueError:
            follows.wrong("acts", nearest(act, [known.value for known in Act]), f"{shown(act)} is not an act")
    changes = follows.parsed("changes", _yes, default=False, mend="write true or false")
    return Filter(issues=follows.words("issues"), actors=follows.words("actors"), acts=tuple(acts), changes=changes)


def _times(value: object) -> tuple[time, ...]:
    """One time of day, or a list of them. Raises ValueError or TypeError."""
    found = sorted({time_of_day(one) for one in (value if isinstance(value, list) else [value])})
    if not 0 < len(found) <= MOST_TIMES:
        raise ValueError(value)
    return tuple(found)


def _off(value: object) -> tuple[DatesOff, ...]:
    """TOML dates, and strings like "12-24..01-02". Raises ValueError or TypeError."""
    if not isinstance(value, list) or len(value) > MOST_OFF:
        raise TypeError(value)
    return tuple(DatesOff.read(str(one) if type(one) is date else string(one)) for one in value)


def _quiet(value: object) -> QuietHours:
    return QuietHours.read(string(value))


def _platform(value: object) -> str:
    if value not in PLATFORMS:
        raise ValueError(value)
    return str(value)


def _id(value: object) -> str:
    id = string(value)
    if not _ID.fullmatch(id):
        raise ValueError(id)
    return id


def _language(value: object) -> str | None:
    if value not in LANGUAGES:
        raise ValueError(value)
    return str(value)


def _yes(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _length(value: Any) -> Length:
    return Length(value)


def _weekdays(value: object) -> frozenset[int]:
    """ISO numbers of ["mon", "Tuesday"]. Raises ValueError or TypeError."""
    if not isinstance(value, list) or not value:
        raise TypeError(value)
    return frozenset(WEEKDAYS.index(string(name).lower()[:3]) + 1 for name in value)
