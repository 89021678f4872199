"""Memberships of the United Nations by day: whose row a code and a name of an old record mean, and what it was called.

A seat is one membership, named by the state that holds it today ("RUS" since 1945) or, where it ended, by the former
state's own id ("CSK"). Everything comes from the dated entries of the register; nothing is guessed: a code and a name
that mean two members mean none. Used by the importer and by `briefs.rollcalls`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from briefs.codebook import ActorKind
from briefs.naming.folding import fold, unaccented
from briefs.records import Actor, Dated, FormerState, Register

_UN = "un"
_KEPT = 8192
"""Names that are remembered in their plain form: every view of a register has the same."""
_THE = {"Republic", "Union", "Empire", "Federation", "Islands", "Jamahiriya"}
"""A name of the day with one of these words takes "the" in English (the United Arab Republic, the Maldive Islands)."""
_SLIPS = str.maketrans({"Ý": "İ", "Þ": "Ş", "Ð": "Ğ", "ý": "ı", "þ": "ş", "ð": "ğ"})
"""Turkish letters read as Latin-1, as the Library's own file has them (TÜRKÝYE, February 2025)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a member was called on a day: the usual English name, its article, and whose id that is."""

    id: str
    name: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Formerly:
    """A name a member was listed under until before `until`."""

    name: str
    article: str
    until: date


@dataclass(frozen=True, slots=True)
class NoSeat:
    """Why no member is meant: `code` is fixed ("unknown-member", "not-a-member", "two-members"), `words` say more."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class _Bearer:
    seat: str
    start: date
    end: date

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end


class Seats:
    """The seats of one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._members = {actor.id: _of_un(actor) for actor in register.actors.values() if _of_un(actor)}
        for former in register.former.values():
            if former.seat is None:
                self._members[former.id] = (Dated(_UN, former.start, former.end),)
        self._codes = self._coded()
        self._names = self._named()

    @property
    def ids(self) -> tuple[str, ...]:
        """All seats there ever were: states in the order of the register, then those that ended."""
        return tuple(self._members)

    def terms(self, seat: str) -> tuple[tuple[date, date], ...]:
        """The half-open intervals of days that seat was a member of the United Nations."""
        return tuple((entry.start or date.min, entry.end or date.max) for entry in self._members[seat])

    def member(self, seat: str, day: date) -> bool:
        return any(start <= day < end for start, end in self.terms(seat))

    def find(self, code: str, name: str, day: date) -> str | NoSeat:
        """The seat a row means. The code decides; a name that plainly says another member refuses the row; a row
        without a known code is found by its name."""
        by_code = self._holding(self._codes.get(code.strip().upper(), ()), day)
        known = self._names.get(_plain(name)) or self._names.get(_plain(name.translate(_SLIPS)), ())
        by_name = self._holding(known, day)
        if len(by_code) > 1 or (not by_code and len(by_name) > 1):
            return NoSeat("two-members", f"{code or name} may be {' or '.join(sorted(by_code or by_name))} on {day}")
        found = next(iter(by_code or by_name), None)
        if found is None:
            shown = f"{code} {name}".strip() or "no name"
            heard_of = known or code.strip().upper() in self._codes
            return NoSeat("not-a-member" if heard_of else "unknown-member", f"{shown} on {day}")
        if by_code and len(by_name) == 1 and by_name != by_code and self._decisive(_plain(name)):
            return NoSeat("two-members", f"the code {code} is {found} and the name {name} is {next(iter(by_name))}")
        return found if self.member(found, day) else NoSeat("not-a-member", f"{code} {name} on {day}".strip())

    def find_span(self, code: str, name: str, day: date) -> tuple[str | NoSeat, date, date]:
        """`find`, and the half-open span of days around `day` in which its seat or its refusal stays the same, so that
        a million rows need a few hundred answers."""
        bearers = self._codes.get(code.strip().upper(), ()) + self._names.get(_plain(name), ())
        bearers += self._names.get(_plain(name.translate(_SLIPS)), ())
        edges = {edge for bearer in bearers for edge in (bearer.start, bearer.end)}
        edges |= {edge for bearer in bearers for term in self.terms(bearer.seat) for edge in term}
        before = max((edge for edge in edges if edge <= day), default=date.min)
        after = min((edge for edge in edges if edge > day), default=date.max)
        return self.find(code, name, day), before, after

    def count_on(self, day: date) -> int:
        """How many members the United Nations had on that day."""
        return bisect_right(self._starts, day) - bisect_right(self._ends, day)

    @cached_property
    def _starts(self) -> list[date]:
        return sorted(start for seat in self._members for start, _ in self.terms(seat))

    @cached_property
    def _ends(self) -> list[date]:
        return sorted(end for seat in self._members for _, end in self.terms(seat))

    def told(self, seat: str, day: date) -> Told:
        """Its name on that day. Today's usual name where the United Nations' name of that day is still in use."""
        former = next((f for f in self._bore.get(seat, ()) if f.holds(day)), None)
        if former:
            return Told(former.id, former.name, former.article)
        actor = self._register.actors.get(seat)
        if actor is None:
            gone = self._register.former[seat]
            return Told(gone.id, gone.name, gone.article)
        then = next((entry for entry in actor.un_names if entry.holds(day)), None)
        if then is None or then.end is None:
            return Told(actor.id, actor.name, actor.article)
        return Told(actor.id, then.value, _article(then.value))

    @cached_property
    def _bore(self) -> dict[str, tuple[FormerState, ...]]:
        """Seat → the former states it was held under."""
        found: dict[str, tuple[FormerState, ...]] = {}
        for former in self._register.former.values():
            seat = former.seat or former.id
            found[seat] = (*found.get(seat, ()), former)
        return found

    def formerly(self, seat: str, concerned: Callable[[date, date], object]) -> tuple[Formerly, ...]:
        """Names of the seat that are not its usual one today, the latest first, of those half-open spans of days that
        `concerned` is true of."""
        register = self._register
        actor = register.actors[seat]
        spans = [(f.start, f.end, f.name, f.article) for f in register.former.values() if f.seat == seat]
        taken = {end for _, end, _, _ in spans}
        spans += [
            (entry.start or date.min, entry.end, entry.value, self.told(seat, entry.start or date.min).article)
            for entry in actor.un_names
            if entry.end and entry.end not in taken and entry.value != actor.name
        ]
        found = [Formerly(name, article, end) for start, end, name, article in spans if concerned(start, end)]
        return tuple(sorted(found, key=lambda name: name.until, reverse=True))

    def bloc(self, bloc: str) -> tuple[tuple[str, date, date], ...]:
        """A bloc's members: (seat, first day, first day no longer), half-open. Raises KeyError for what is no bloc."""
        actor = self._register.actors[bloc]
        if actor.kind is not ActorKind.BLOC:
            raise KeyError(bloc)
        return tuple((entry.value, entry.start or date.min, entry.end or date.max) for entry in actor.members)

    def _coded(self) -> dict[str, tuple[_Bearer, ...]]:
        found: dict[str, list[_Bearer]] = {}
        for seat in self._members:
            for start, end in self._in_use(seat):
                found.setdefault(seat, []).append(_Bearer(seat, start, end))
        for code in self._register.codes:
            bearer = _Bearer(code.seat, code.start or date.min, code.end or date.max)
            found.setdefault(code.code, []).append(bearer)
        return {code: tuple(bearers) for code, bearers in found.items()}

    def _in_use(self, seat: str) -> Iterator[tuple[date, date]]:
        """When a code means its own seat: a state's always (so that a row before its membership is told as such),
        save in years when an old list used it for another; a former state's while it was."""
        if seat in self._register.former:
            yield from self.terms(seat)
            return
        lent = [code for code in self._register.codes if code.code == seat and code.seat != seat]
        yield max((code.end or date.max for code in lent), default=date.min), date.max

    def _named(self) -> dict[str, tuple[_Bearer, ...]]:
        found: dict[str, set[_Bearer]] = {}

        def add(words: str, seat: str, start: date | None, end: date | None) -> None:
            bearer = _Bearer(seat, start or date.min, end or date.max)
            found.setdefault(_plain(words), set()).add(bearer)

        for seat in self._members:
            actor = self._register.actors.get(seat)
            if actor:
                for entry in actor.un_names:
                    add(entry.value, seat, entry.start, entry.end)
                for words in (actor.name, *actor.names):
                    for start, end in self.terms(seat):
                        add(words, seat, start, end)
        for former in self._register.former.values():
            for words in (former.name, *former.names):
                add(words, former.seat or former.id, former.start, former.end)
        return {words: tuple(bearers) for words, bearers in found.items()}

    def _holding(self, bearers: tuple[_Bearer, ...], day: date) -> set[str]:
        return {bearer.seat for bearer in bearers if bearer.holds(day)}

    def _decisive(self, words: str) -> bool:
        """Whether a name says one member for sure: "congo" also begins the name of another, so it may be the short
        form of that one, and the code decides."""
        return words not in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        begun: dict[str, set[str]] = {}
        for words, bearers in self._names.items():
            parts = words.split()
            for count in range(1, len(parts)):
                begun.setdefault(" ".join(parts[:count]), set()).update(bearer.seat for bearer in bearers)
        return frozenset(
            words
            for words, seats in begun.items()
            if seats - {bearer.seat for bearer in self._names.get(words, ())} and words in self._names
        )


def _of_un(actor: Actor) -> tuple[Dated[str], ...]:
    return tuple(entry for entry in actor.member if entry.value == _UN)


def _article(name: str) -> str:
    """ "the" for those names of the day that take it and do not begin with it."""
    words = name.split()
    return "the" if _THE & set(words) and words[0] != "The" else ""


@lru_cache(maxsize=_KEPT)
def _plain(name: str) -> str:
    """Folded, without accents or a remark in brackets' punctuation, so that TÜRKİYE and Turkiye are one."""
    return re.sub(r"\s+", " ", unaccented(fold(name))).strip()
