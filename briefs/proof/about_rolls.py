"""Predicates over all roll calls held at once: the imported file's beside the records'.

Counted here anew from the rows, byte by byte; the writer counts bits. A claim over a set of calls cites each record
among them and the file as a whole (C10), and "no row in the file", "did not vote" and "was no member" stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from briefs.codebook import VoteOption
from briefs.proof.case import Case
from briefs.proof.relation import Room, Using
from briefs.proof.tallies import EVERY, ORDER
from briefs.records import RollCall
from briefs.rollcalls.held import Rolls
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.matrix import Flag, Matrix

ROOM = Room()
ALL = "all"
"""The word of a condition that stands for every issue."""
FILE = "?file"
"""Under this key, which is no issue: the oldest and the newest call seen of the file."""
CELLS: Mapping[int, VoteOption | None] = {
    0: None, 1: VoteOption.FAVOUR, 2: VoteOption.AGAINST, 3: VoteOption.ABSTAINED, 4: VoteOption.ABSENT,
}  # fmt: skip


_ORDINAL = re.compile(r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)")
_DAYS: WeakKeyDictionary[Matrix, list[date]] = WeakKeyDictionary()
_TEXTS: WeakKeyDictionary[Matrix, Mapping[str, tuple[int, ...]]] = WeakKeyDictionary()
_HELD: WeakKeyDictionary[Rolls, dict[str, Held]] = WeakKeyDictionary()
_COLUMNS: WeakKeyDictionary[Matrix, dict[str, bytes]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Held:
    """Calls, oldest first, and what a claim over all of them cites."""

    calls: tuple[int, ...] = ()
    cites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RollCount:
    """What one member did in a set of calls while it was a member: option (None: no row) → how often."""

    calls: int
    counts: Mapping[VoteOption | None, int]
    newest: int | None
    """The newest call held while it was a member."""

    @property
    def member(self) -> int:
        return sum(self.counts.values())

    def count(self, *options: VoteOption | None) -> int:
        return sum(self.counts[option] for option in options)


def numbers(mask: int) -> list[int]:
    """The calls of a set, oldest first."""
    return [place for place, digit in enumerate(bin(mask)[:1:-1]) if digit == "1"]


def held_on(case: Case, issue: str) -> Held:
    """The calls seen on whole texts of an issue ("all": of any), where some of them come from the file, or belong to
    the issue by its rule alone. A claim over them cites each record among them, and the file."""
    rolls = case.archive.rolls
    if case.archive.imported is None:
        return Held()
    known = _HELD.setdefault(rolls, {})
    if issue not in known:
        matrix = rolls.matrix
        among = numbers(rolls.seen if issue == ALL else rolls.seen & matrix.issues.get(issue, 0))
        whole = tuple(n for n in among if not matrix.ballots[n].flags & Flag.PART)
        records = [rolls.records[n] for n in whole]
        cites = frozenset(record.id if record else FILE_ID for record in records)
        texts = case.archive.register.measures
        listed = all(r and issue in (ALL, texts[r.measure].issue) for r in records)
        known[issue] = Held() if listed else Held(whole, cites)
    return known[issue]


def place_of(case: Case, call: RollCall) -> int:
    """Its place in the matrix. A call that can be cited is seen, so it has one."""
    place = case.archive.rolls.number_of(call.id)
    assert place is not None
    return place


def column_of(case: Case, actor: str) -> bytes:
    """What a member did in each call, a byte a call; none for who never had a seat."""
    matrix = case.archive.rolls.matrix
    known = _COLUMNS.setdefault(matrix, {})
    if actor not in known:
        place = list(matrix.members).index(actor) if actor in matrix.members else None
        known[actor] = b"" if place is None else bytes(row[place] for row in matrix.rows)
    return known[actor]


def terms(case: Case, actor: str) -> list[range]:
    """The calls held while it was a member, as ranges."""
    matrix = case.archive.rolls.matrix
    days = _DAYS.setdefault(matrix, [ballot.day for ballot in matrix.ballots])
    held = case.archive.register.actors.get(actor)
    spans = [entry for entry in held.member if entry.value == "un"] if held else []
    return [
        range(
            bisect_left(days, span.start) if span.start else 0,
            bisect_left(days, span.end) if span.end else len(days),
        )
        for span in spans
    ]


def of_title(case: Case, title: str) -> tuple[int, ...]:
    """The calls on texts of that title, oldest first: years, sessions and numbers are no part of it."""
    matrix = case.archive.rolls.matrix
    if matrix not in _TEXTS:
        found: dict[str, list[int]] = {}
        for number, ballot in enumerate(matrix.ballots):
            found.setdefault(_words(ballot.title), []).append(number)
        found.pop("", None)
        _TEXTS[matrix] = {words: tuple(calls) for words, calls in found.items()}
    return _TEXTS[matrix].get(_words(title), ())


def _words(title: str) -> str:
    low = unicodedata.normalize("NFKD", title).casefold()
    for end in (r"\s*:\s*resolution\b", r"\s*/\s*adopted by the general assembly"):
        low = re.split(end, low, maxsplit=1)[0]
    low = re.sub(r"^a/\d+/\S+\s+\S+\s+-\s+", "", low)
    bare = "".join(c for c in low if not unicodedata.combining(c))
    return " ".join(w for w in re.findall(r"[a-z0-9]+", bare) if not w[0].isdigit() and not _ORDINAL.fullmatch(w))


# -- What one member did in all of them


@ROOM.gives("any", "any", rule="C8")
def rolls_of(case: Case, actor: str, issue: str) -> Iterable[Using]:
    """All roll calls held on the issue ("all": on any), and what the member did in each; cited as they must be."""
    held, column = held_on(case, issue), column_of(case, actor)
    if not held.calls or not column or not held.cites <= case.cites:
        return ()
    found = case.brief.counted.get((actor, issue))
    if found is None:
        found = case.brief.counted[actor, issue] = _counted(held.calls, column, terms(case, actor))
    return (Using(found, held.cites),)


def _counted(calls: tuple[int, ...], column: bytes, spans: list[range]) -> RollCount:
    inside = [n for span in spans for n in calls[bisect_left(calls, span.start) : bisect_left(calls, span.stop)]]
    cells = bytes(map(column.__getitem__, inside))
    counts = {option: cells.count(cell) for cell, option in CELLS.items()}
    return RollCount(len(calls), counts, inside[-1] if inside else None)


@ROOM.gives("any", rule="C8")
def rolls_texts(_case: Case, found: RollCount) -> Iterable[int]:
    """How many roll calls those are."""
    return (found.calls,)


@ROOM.gives("any", rule="C8")
def rolls_member(_case: Case, found: RollCount) -> Iterable[int]:
    """How many of them were held while it was a member."""
    return (found.member,)


@ROOM.test("any", rule="C8")
def rolls_always(_case: Case, found: RollCount) -> bool:
    """All of them were."""
    return found.calls == found.member


@ROOM.test("any", rule="C8")
def rolls_sometimes(_case: Case, found: RollCount) -> bool:
    """Some of them were, some not."""
    return 0 < found.member < found.calls


@ROOM.test("any", "any", rule="C8")
def rolls_cast(_case: Case, found: RollCount, counts: tuple[tuple[VoteOption, int], ...]) -> bool:
    """The counts are all its options with any row, in order; "in all", where all while it was a member are of one."""
    told = tuple((option, n) for option in ORDER if (n := found.count(option)))
    return counts in (told, tuple((option, EVERY) for option, n in told if n == found.member))


@ROOM.gives("any", rule="C8")
def rolls_rowless(_case: Case, found: RollCount) -> Iterable[int]:
    """In how many, while it was a member, the file has no row of it."""
    return (found.count(None),)


@ROOM.test("any", rule="C8")
def rolls_silent(_case: Case, found: RollCount) -> bool:
    """It was a member, and the file has no row of it in any."""
    return 0 < found.member == found.count(None)


@ROOM.gives("any", rule="C8")
def rolls_votes(_case: Case, found: RollCount) -> Iterable[int]:
    """In how many it cast a vote: in favour, against or abstained."""
    return (found.count(*ORDER[:3]),)


@ROOM.test("any", "any", rule="C9")
def rolls_parts(case: Case, actor: str, issue: str) -> Using | bool:
    """The member has rows in calls of the file on the issue, and all of these are votes on parts of texts; no record
    tells of a vote by it there."""
    rolls = case.archive.rolls
    column = column_of(case, actor)
    among = numbers(rolls.seen & rolls.matrix.issues.get(issue, 0))
    voted = [n for n in among if column and column[n]]
    parts = all(rolls.matrix.ballots[n].flags & Flag.PART for n in voted)
    lists = iter(case.archive.on_issue.get(issue, ()))
    named = any(actor in names.of for event in lists for names in event.named.values())
    return Using(None, frozenset({FILE_ID})) if voted and parts and not named and FILE_ID in case.files else False


@ROOM.gives("any", rule="C7")
def rolls_newest(case: Case, found: RollCount) -> Iterable[date]:
    """The day of the newest held while it was a member."""
    return () if found.newest is None else (case.archive.rolls.matrix.ballots[found.newest].day,)


# -- One call of the file


@ROOM.test("call", "any")
def no_row(case: Case, call: RollCall, actor: str) -> bool:
    """A call of the file in which that member of the day has no row: neither a vote nor an absence is known."""
    held = case.archive.register.actors.get(actor)
    member = held is not None and any(m.value == "un" and m.holds(call.date) for m in held.member)
    return member and actor not in call.votes and call.id.startswith(FILE_ID)


@ROOM.test("any", "call", "call", rule="C7")
def last_on_title(case: Case, actor: str, before: RollCall, after: RollCall) -> bool:
    """The earlier call is the last before the day of the later one in which it cast a vote on a text of that title."""
    rolls = case.archive.rolls
    matrix, column = rolls.matrix, column_of(case, actor)
    if not column:
        return False
    cast = [
        n for n in of_title(case, matrix.ballots[place_of(case, after)].title)
        if matrix.ballots[n].day < after.date and column[n] in (1, 2, 3) and _whole(rolls, n)
    ]  # fmt: skip
    return bool(cast) and place_of(case, before) == cast[-1]


@ROOM.test("any", "any", "any", rule="C7")
def listed_until(case: Case, actor: str, name: str, day: date) -> bool:
    """The register lists the member under that name until before that day."""
    register, bare = case.archive.register, name.removeprefix("the ")
    held = register.actors.get(actor)
    ended = [(entry.value, entry.end) for entry in held.un_names] if held else []
    ended += [(former.name, former.end) for former in register.former.values() if former.seat == actor]
    return (name, day) in ended or (bare, day) in ended


@ROOM.test("any", "any", rule="C7")
def file_runs(case: Case, first: date, last: date) -> Using | bool:
    """The days of the oldest and the newest call seen of the imported file."""
    known = _HELD.setdefault(case.archive.rolls, {})
    if FILE not in known:
        rolls = case.archive.rolls
        filed = [n for n in numbers(rolls.seen) if rolls.records[n] is None]
        known[FILE] = Held((filed[0], filed[-1])) if filed else Held()
    days = tuple(case.archive.rolls.matrix.ballots[n].day for n in known[FILE].calls)
    return Using(None, frozenset({FILE_ID})) if FILE_ID in case.files and days == (first, last) else False


def _whole(rolls: Rolls, number: int) -> bool:
    """A call that is seen, and on a whole text."""
    return bool(rolls.seen >> number & 1) and not rolls.matrix.ballots[number].flags & Flag.PART
