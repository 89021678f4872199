"""Predicates over a bloc in many roll calls: how often its members of the day voted alike, who broke ranks.

Counted anew from the rows, call by call, with the register's dated membership; the mean of the agreement index is a
fraction until it is read. A claim over a set of calls cites each record among them and the file as a whole (C10).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from weakref import WeakKeyDictionary

from briefs.codebook import ActorKind
from briefs.proof.about_rolls import ALL, column_of, numbers, place_of
from briefs.proof.case import REGISTER, Case
from briefs.proof.relation import Room, Using
from briefs.records import Actor, RollCall
from briefs.rollcalls.held import Rolls
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.matrix import Flag, Matrix

ROOM = Room()
VOTES = (1, 2, 3)
"""The cells of votes that were cast: in favour, against, abstained."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls on whole texts, oldest first, and what a claim over all of them cites."""

    numbers: tuple[int, ...]
    cites: frozenset[str]

    def has(self, number: int) -> bool:
        place = bisect_left(self.numbers, number)
        return place < len(self.numbers) and self.numbers[place] == number


@dataclass(frozen=True, slots=True)
class Table:
    """A bloc in every call: how many of its members of the day cast each vote, and who broke ranks."""

    votes: list[tuple[int, int, int]]
    broke: Mapping[str, frozenset[int]]
    """Member → the calls in which it voted, and otherwise than the largest group; where two tie, nobody does."""
    inside: Mapping[str, tuple[range, ...]]


@dataclass(frozen=True, slots=True)
class Counted:
    """A bloc over the calls held on an issue in which two or more of its members cast a vote."""

    bloc: str
    held: int
    calls: tuple[int, ...]
    divided: tuple[int, ...]
    index: Fraction
    """The sum of the calls' agreement indexes."""


_CALLS: WeakKeyDictionary[Rolls, dict[str, Calls]] = WeakKeyDictionary()
_COUNTED: WeakKeyDictionary[Rolls, dict[tuple[str, str], Counted]] = WeakKeyDictionary()
_TABLES: WeakKeyDictionary[Matrix, dict[str, Table]] = WeakKeyDictionary()


def calls_on(case: Case, issue: str) -> Calls:
    """The calls seen on whole texts of an issue ("all": of any)."""
    rolls = case.archive.rolls
    known = _CALLS.setdefault(rolls, {})
    if issue not in known:
        ballots = rolls.matrix.ballots
        among = numbers(rolls.seen if issue == ALL else rolls.seen & rolls.matrix.issues.get(issue, 0))
        known[issue] = cited_together(rolls, [n for n in among if not ballots[n].flags & Flag.PART])
    return known[issue]


def cited_together(rolls: Rolls, calls: Iterable[int]) -> Calls:
    """These calls with their cites: each record, and the file once."""
    held = tuple(sorted(set(calls)))
    records = [rolls.records[n] for n in held]
    return Calls(held, frozenset(record.id if record else FILE_ID for record in records))


def scope(case: Case) -> str:
    """The one issue asked for, else all."""
    asked = case.brief.subject_issues
    return asked[0] if len(asked) == 1 else ALL


def bloc_named(case: Case, bloc: str) -> Actor | None:
    held = case.archive.register.actors.get(bloc)
    return held if held is not None and held.kind is ActorKind.BLOC else None


def _table(case: Case, bloc: Actor) -> Table:
    matrix = case.archive.rolls.matrix
    known = _TABLES.setdefault(matrix, {})
    if bloc.id not in known:
        known[bloc.id] = _counted_table(matrix, bloc)
    return known[bloc.id]


def _counted_table(matrix: Matrix, bloc: Actor) -> Table:
    days = [ballot.day for ballot in matrix.ballots]
    places = {member: place for place, member in enumerate(matrix.members)}
    stays = [
        (entry.value, range(bisect_left(days, entry.start or date.min), bisect_left(days, entry.end or date.max)))
        for entry in bloc.members
        if entry.value in places
    ]
    votes = [(0, 0, 0)] * len(days)
    broke: dict[str, set[int]] = {}
    edges = sorted({0, len(days), *(edge for _, stay in stays for edge in (stay.start, stay.stop))})
    for low, high in pairwise(edges):
        inside = {places[member]: member for member, stay in stays if low in stay}
        for number in range(low, high):
            row = matrix.rows[number]
            cells = [row[place] for place in inside]
            votes[number] = counts = (cells.count(1), cells.count(2), cells.count(3))
            most = max(counts)
            if most == sum(counts) or counts.count(most) > 1:
                continue
            largest = VOTES[counts.index(most)]
            for member, cell in zip(inside.values(), cells, strict=True):
                if cell in VOTES and cell != largest:
                    broke.setdefault(member, set()).add(number)
    spans: dict[str, tuple[range, ...]] = {}
    for member, stay in stays:
        spans[member] = (*spans.get(member, ()), stay)
    return Table(votes, {member: frozenset(calls) for member, calls in broke.items()}, spans)


def _counted(case: Case, bloc: Actor, issue: str) -> Counted:
    known = _COUNTED.setdefault(case.archive.rolls, {})
    if (bloc.id, issue) not in known:
        votes, held = _table(case, bloc).votes, calls_on(case, issue).numbers
        calls = tuple(n for n in held if sum(votes[n]) > 1)
        divided = tuple(n for n in calls if max(votes[n]) < sum(votes[n]))
        shapes: dict[tuple[int, int], int] = {}
        for number in divided:
            shape = max(votes[number]), sum(votes[number])
            shapes[shape] = shapes.get(shape, 0) + 1
        parts = (times * Fraction(3 * most - cast, 2 * cast) for (most, cast), times in shapes.items())
        index = sum(parts, Fraction(len(calls) - len(divided)))
        known[bloc.id, issue] = Counted(bloc.id, len(held), calls, divided, index)
    return known[bloc.id, issue]


# -- The bloc in all of them


@ROOM.gives("any", "any", rule="C8")
def bloc_rolls(case: Case, bloc: str, issue: str) -> Iterable[Using]:
    """The bloc in all roll calls held on the issue ("all": on any); cited as they must be."""
    held, named = calls_on(case, issue), bloc_named(case, bloc)
    if named is None or not held.numbers or not held.cites <= case.cites:
        return ()
    return (Using(_counted(case, named, issue), held.cites),)


@ROOM.gives(rule="C8")
def bloc_asked(case: Case) -> Iterable[Using]:
    """The same of the one bloc asked for, on the one issue asked for, else on all."""
    asked = case.brief.subject_actors
    return bloc_rolls(case, asked[0], scope(case)) if len(asked) == 1 else ()


@ROOM.gives("any", rule="C8")
def bloc_held(_case: Case, found: Counted) -> Iterable[int]:
    """How many roll calls those are."""
    return (found.held,)


@ROOM.gives("any", rule="C8")
def bloc_counted(_case: Case, found: Counted) -> Iterable[int]:
    """In how many of them two or more of its members of the day cast a vote."""
    return (len(found.calls),)


@ROOM.gives("any", rule="C8")
def bloc_united(_case: Case, found: Counted) -> Iterable[tuple[int, int]]:
    """In how many of those all that cast a vote cast the same, and how many those are."""
    return ((len(found.calls) - len(found.divided), len(found.calls)),)


@ROOM.test("any", rule="C8")
def bloc_never_united(_case: Case, found: Counted) -> bool:
    """In none of them."""
    return len(found.divided) == len(found.calls) > 0


@ROOM.gives("any", rule="C8")
def bloc_index(_case: Case, found: Counted) -> Iterable[int]:
    """The mean of their agreement indexes (Hix, Noury and Roland), in thousandths, half up."""
    if not found.calls:
        return ()
    doubled = 2000 * found.index / len(found.calls) + 1
    return (doubled.numerator // (2 * doubled.denominator),)


@ROOM.gives("any", rule="C7")
def bloc_first(case: Case, found: Counted) -> Iterable[date]:
    """The day of the first of them."""
    return [case.archive.rolls.matrix.ballots[n].day for n in found.calls[:1]]


@ROOM.gives("any", rule="C7")
def bloc_last(case: Case, found: Counted) -> Iterable[date]:
    """The day of the newest of them."""
    return [case.archive.rolls.matrix.ballots[n].day for n in found.calls[-1:]]


@ROOM.gives("any", rule="C7")
def bloc_split_last(case: Case, found: Counted) -> Iterable[date]:
    """The newest day on which its members did not all cast the same vote."""
    return [case.archive.rolls.matrix.ballots[n].day for n in found.divided[-1:]]


@ROOM.test("any", "any", rule="C8")
def bloc_ranks(case: Case, found: Counted, told: tuple[tuple[str, int, int], ...]) -> bool:
    """Each of these members voted so often, and so often otherwise than the largest group; they stand in order, and
    everybody else did so less often than the last of them."""
    bloc = bloc_named(case, found.bloc)
    assert bloc is not None
    calls, table = set(found.calls), _table(case, bloc)
    broke = {member: len(numbers_ & calls) for member, numbers_ in table.broke.items()}
    listed = [member for member, _, _ in told]
    least = min(part for _, part, _ in told)
    if len(set(listed)) < len(listed) or any(n >= least for m, n in broke.items() if m not in listed):
        return False
    parts = [part for _, part, _ in told]
    right = all(broke.get(m) == part and _voted(case, table, m, found) == whole for m, part, whole in told)
    return right and parts == sorted(parts, reverse=True)


def _voted(case: Case, table: Table, member: str, found: Counted) -> int:
    """In how many of these calls it cast a vote as a member of the bloc."""
    column, calls, total = column_of(case, member), found.calls, 0
    for span in table.inside.get(member, ()):
        inside = calls[bisect_left(calls, span.start) : bisect_left(calls, span.stop)]
        cells = bytes(map(column.__getitem__, inside))
        total += sum(map(cells.count, VOTES))
    return total


@ROOM.test("any", "any", rule="C7")
def bloc_stood(case: Case, bloc: str, day: date) -> Using | bool:
    """On that day, the last up to the day asked for, somebody joined the bloc or had left it; its entry is cited."""
    named, cite, until = bloc_named(case, bloc), f"{REGISTER}{bloc}", case.brief.submission.as_of
    if named is None or cite not in case.registers:
        return False
    days = [end for entry in named.members for end in (entry.start, entry.end) if end is not None and end <= until]
    return Using(None, frozenset({cite})) if days and max(days) == day else False


@ROOM.test("call", "any", rule="C8")
def bloc_divided(case: Case, call: RollCall, bloc: str) -> bool:
    """One of the calls held on what was asked for, in which the bloc's members did not all cast the same vote."""
    named = bloc_named(case, bloc)
    return named is not None and place_of(case, call) in _counted(case, named, scope(case)).divided


@ROOM.test("any", rule="C9")
def nothing_held(case: Case, issue: str) -> Using | bool:
    """No roll call is held on the issue ("all": on any), and the query that says so is cited."""
    keys = {"body": "unga"} | ({} if issue == ALL else {"issue": issue})
    for cite, query in case.queries.items():
        if query.kind == "rollcalls" and query.keys == keys and not calls_on(case, issue).numbers:
            return Using(None, frozenset({cite}))
    return False
