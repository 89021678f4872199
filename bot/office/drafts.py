"""Words of an errand → a standing order, or every mistake in them. Pure: names and the order as it stands go in.

What is left out keeps what it was; "all" or "none" empties a list. Nothing is guessed: a name that several bear is told
with those it may mean.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeVar

from babel.dates import get_day_names

from adapters.contract import Address, Alerts, EmptyDay, Subscription
from bot.alerting import can_alert
from bot.binding.timing import language_named
from bot.office.hours import MOST_OFF, dates_off, quiet_hours, times
from bot.office.zones import find_zone, near_zones
from briefs.codebook import Act, Length
from briefs.naming import Ambiguous, Finding, Found, Names
from briefs.naming.folding import fold, unaccented
from briefs.tongues import LANGUAGES
from briefs.wording.notices import echo, office

EMPTIES = frozenset({"all", "none", "any", "everything", "–", "-"})
YES_OR_NO = {"yes": True, "no": False}
LONGEST_TAG = 64
"""Characters of a tag that are kept; Discord's have at most 20."""
NEAR = 3
"""How many alternatives a mistake names."""
_DAYS = {
    "every day": range(1, 8), "daily": range(1, 8), "all": range(1, 8), "weekdays": range(1, 6),
    "workdays": range(1, 6), "weekend": range(6, 8), "weekends": range(6, 8),
}  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draft:
    """The order as it would stand, and what is wrong with it: then it is not used."""

    order: Subscription
    mistakes: tuple[str, ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    """The same by parameter."""


def drafted(order: Subscription, given: Mapping[str, str], names: Names, language: str) -> Draft:
    """The order with what is given changed in it."""
    reader, wrong = _Reader(names, language), {}
    for param, words in given.items():
        before = len(reader.mistakes)
        if words.strip() and param in _READ:
            order = _READ[param](reader, order, words.strip())
        if reader.mistakes[before:]:
            wrong[param] = " ".join(reader.mistakes[before:])
    if not wrong and not can_alert(order):
        wrong["alerts"] = office("bad-alerts", language)
        reader.mistakes.append(wrong["alerts"])
    return Draft(order, tuple(reader.mistakes), wrong)


def issues_named(typed: str, names: Names, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the issues in a list, and what is wrong with it."""
    reader = _Reader(names, language)
    return reader.ids_of_issues(typed), tuple(reader.mistakes)


class _Reader:
    """Reads one errand; each method gives the order changed, or unchanged after noting a mistake."""

    def __init__(self, names: Names, language: str) -> None:
        self._names = names
        self._language = language
        self.mistakes: list[str] = []

    def wrong(self, message: str, typed: str, **slots: str) -> None:
        self.mistakes.append(office(message, self._language, typed=echo(typed), **slots))

    def at(self, order: Subscription, typed: str) -> Subscription:
        at = times(typed)
        if not at:
            self.wrong("bad-time", typed)
            return order
        return replace(order, at=at)

    def off(self, order: Subscription, typed: str) -> Subscription:
        words = listed(typed)
        read = {word: dates_off(word) for word in words}
        for word, dates in read.items():
            if dates is None:
                self.wrong("bad-off", word)
        if len(words) > MOST_OFF:
            self.wrong("too-many-off", typed, most=str(MOST_OFF))
        return replace(order, off=tuple(dict.fromkeys(dates for dates in read.values() if dates is not None)))

    def quiet(self, order: Subscription, typed: str) -> Subscription:
        hours = None if typed.lower() in EMPTIES else quiet_hours(typed)
        if hours is None and typed.lower() not in EMPTIES:
            self.wrong("bad-quiet", typed)
            return order
        return replace(order, quiet=hours)

    def zone(self, order: Subscription, typed: str) -> Subscription:
        zone = find_zone(typed)
        if zone is None:
            near = near_zones(typed, NEAR) if typed.strip() else ()
            self._near("bad-zone", typed, near)
            return order
        return replace(order, zone=zone)

    def place(self, order: Subscription, typed: str) -> Subscription:
        return replace(order, address=Address(order.address.platform, typed))

    def weekdays(self, order: Subscription, typed: str) -> Subscription:
        days = weekdays(typed)
        if not days:
            self.wrong("bad-weekdays", typed)
            return order
        return replace(order, weekdays=days)

    def issues(self, order: Subscription, typed: str) -> Subscription:
        return replace(order, follows=replace(order.follows, issues=self.ids_of_issues(typed)))

    def ids_of_issues(self, typed: str) -> tuple[str, ...]:
        return self._ids(typed, self._names.find_issue, lambda id_: self._names.register.issues[id_].title)

    def actors(self, order: Subscription, typed: str) -> Subscription:
        ids = self._ids(typed, self._names.find_actor, lambda id_: self._names.register.actors[id_].name)
        return replace(order, follows=replace(order.follows, actors=ids))

    def acts(self, order: Subscription, typed: str) -> Subscription:
        known = {act.value: act for act in Act}
        found = []
        for word in listed(typed):
            if word.lower() in known:
                found.append(known[word.lower()])
            else:
                self._near("bad-act", word, difflib.get_close_matches(word.lower(), known, n=NEAR, cutoff=0.6))
        return replace(order, follows=replace(order.follows, acts=tuple(dict.fromkeys(found))))

    def changes(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("changes", typed, YES_OR_NO)
        return order if chosen is None else replace(order, follows=replace(order.follows, changes=chosen))

    def length(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("length", typed, {length.value: length for length in Length})
        return order if chosen is None else replace(order, length=chosen)

    def empty(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("empty", typed, {policy.value: policy for policy in EmptyDay})
        return order if chosen is None else replace(order, empty_day=chosen)

    def language(self, order: Subscription, typed: str) -> Subscription:
        named = language_named(typed)
        if named is None:
            self.wrong("bad-choice", typed, param="language", choices=", ".join(LANGUAGES))
            return order
        return replace(order, language=named)

    def mention(self, order: Subscription, typed: str) -> Subscription:
        return replace(order, mention=None if typed.lower() in EMPTIES else typed)

    def publish(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("publish", typed, YES_OR_NO)
        return order if chosen is None else replace(order, publish=chosen)

    def tag(self, order: Subscription, typed: str) -> Subscription:
        return replace(order, tag="" if typed.lower() in EMPTIES else typed[:LONGEST_TAG])

    def thread(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("thread", typed, YES_OR_NO)
        return order if chosen is None else replace(order, thread=chosen)

    def corrections(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("corrections", typed, YES_OR_NO)
        return order if chosen is None else replace(order, corrections=chosen)

    def alerts(self, order: Subscription, typed: str) -> Subscription:
        chosen = self._chosen("alerts", typed, {which.value: which for which in Alerts})
        return order if chosen is None else replace(order, alerts=chosen)

    def _chosen(self, param: str, typed: str, choices: Mapping[str, T]) -> T | None:
        if typed.lower() not in choices:
            self.wrong("bad-choice", typed, param=param, choices=", ".join(choices))
            return None
        return choices[typed.lower()]

    def _ids(self, typed: str, find: Callable[[str], Finding], name: Callable[[str], str]) -> tuple[str, ...]:
        ids: list[str] = []
        for word in listed(typed):
            match find(word):
                case Found(id_):
                    ids.append(id_)
                case Ambiguous(alternatives):
                    self._near("bad-name-many", word, [name(id_) for id_ in alternatives], named="bad-name-many")
                case unknown:
                    self._near("bad-name", word, [name(id_) for id_ in unknown.suggestions])
        return tuple(dict.fromkeys(ids))

    def _near(self, message: str, typed: str, near: Sequence[str], named: str = "") -> None:
        if near:
            self.wrong(named or f"{message}-near", typed, near=", ".join(near[:NEAR]))
        else:
            self.wrong(message, typed)


_READ: Mapping[str, Callable[[_Reader, Subscription, str], Subscription]] = {
    "time": _Reader.at,
    "zone": _Reader.zone,
    "channel": _Reader.place,
    "weekdays": _Reader.weekdays,
    "off": _Reader.off,
    "quiet": _Reader.quiet,
    "issues": _Reader.issues,
    "actors": _Reader.actors,
    "acts": _Reader.acts,
    "changes": _Reader.changes,
    "length": _Reader.length,
    "language": _Reader.language,
    "empty": _Reader.empty,
    "mention": _Reader.mention,
    "publish": _Reader.publish,
    "tag": _Reader.tag,
    "thread": _Reader.thread,
    "corrections": _Reader.corrections,
    "alerts": _Reader.alerts,
}


def weekdays(typed: str) -> frozenset[int]:
    """ISO numbers of "mon wed fri", "mon-fri", "lundi, jeudi", "every day"; empty for what names none."""
    wanted = unaccented(fold(typed))
    if wanted in _DAYS:
        return frozenset(_DAYS[wanted])
    days: set[int] = set()
    for part in re.split(r"[\s,;]+", re.sub(r"\s*[-–]\s*", "-", typed.strip())):
        first, dash, last = part.partition("-")
        start, end = _weekday(first), _weekday(last) if dash else None
        if start is None or (dash and end is None):
            return frozenset()
        days.update({start} if end is None else {(start + step - 1) % 7 + 1 for step in range((end - start) % 7 + 1)})
    return frozenset(days)


def _weekday(word: str) -> int | None:
    typed = unaccented(fold(word))
    found = {number for name, number in _day_names() if len(typed) >= 2 and name.startswith(typed)}
    return found.pop() if len(found) == 1 else None


@cache
def _day_names() -> tuple[tuple[str, int], ...]:
    """Names of days in the languages spoken here, folded."""
    return tuple(
        (unaccented(fold(name)), number + 1)
        for language in LANGUAGES
        for number, name in get_day_names("wide", locale=language).items()
    )


def listed(typed: str) -> list[str]:
    """What is parted by commas; nothing for a word that empties the list."""
    if typed.strip().lower() in EMPTIES:
        return []
    return [word.strip() for word in re.split(r"[,;]", typed) if word.strip()]
