"""Predicates over shifts: who voted otherwise than in its last vote before on a text of the same title; and over what
is held on each issue.

Looked up anew from the rows, call by call and member by member. Not voting, having no row and being no member are no
vote, so they are no shift and hide none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from briefs.codebook import VoteOption
from briefs.proof.about_blocs import VOTES, Calls, calls_on, cited_together, scope
from briefs.proof.about_rolls import CELLS, numbers, of_title, place_of
from briefs.proof.case import Case
from briefs.proof.counted import Move
from briefs.proof.relation import Room, Using
from briefs.proof.then import all_on
from briefs.records import RollCall
from briefs.rollcalls.held import Rolls
from briefs.rollcalls.matrix import Flag, Matrix

ROOM = Room()
_BEFORE: WeakKeyDictionary[Matrix, dict[int, tuple[int, ...]]] = WeakKeyDictionary()
_MOVERS: WeakKeyDictionary[Matrix, dict[int | tuple[int, ...], int]] = WeakKeyDictionary()
_HIDDEN: WeakKeyDictionary[Rolls, frozenset[int]] = WeakKeyDictionary()
"""Calls not seen though a later one is: a record published after the day asked for."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """The calls held since a day: how many, in how many of them anybody moved, and how many votes that were."""

    calls: int
    texts: int
    moves: int


def before_on_title(case: Case, number: int) -> tuple[int, ...]:
    """The calls seen before its day on whole texts of its title, oldest first."""
    rolls = case.archive.rolls
    earlier = _titled_before(case, number)
    hidden = _HIDDEN.get(rolls)
    if hidden is None:
        last = rolls.seen.bit_length()
        hidden = _HIDDEN[rolls] = frozenset(numbers(~rolls.seen & ((1 << last) - 1)))
    return tuple(n for n in earlier if n not in hidden) if hidden else earlier


def _titled_before(case: Case, number: int) -> tuple[int, ...]:
    """The same, whether seen or not."""
    matrix = case.archive.rolls.matrix
    known = _BEFORE.setdefault(matrix, {})
    if number not in known:
        ballots, day = matrix.ballots, matrix.ballots[number].day
        titled = of_title(case, ballots[number].title)
        known[number] = tuple(n for n in titled if ballots[n].day < day and not ballots[n].flags & Flag.PART)
    return known[number]


def movers(case: Case, number: int, earlier: tuple[int, ...]) -> dict[int, tuple[int, int]]:
    """Column of each member that moved → (its vote before, the call of that vote)."""
    rows = case.archive.rolls.matrix.rows
    now = {place: cell for place, cell in enumerate(rows[number]) if cell in VOTES}
    found: dict[int, tuple[int, int]] = {}
    for before in reversed(earlier):
        row = rows[before]
        for place in [place for place in now if row[place] in VOTES]:
            if now.pop(place) != row[place]:
                found[place] = (row[place], before)
        if not now:
            break
    return found


def _moving(case: Case, number: int, earlier: tuple[int, ...]) -> int:
    """How many members moved in a call."""
    known = _MOVERS.setdefault(case.archive.rolls.matrix, {})
    key = number if earlier is _titled_before(case, number) else (number, *earlier)
    if key not in known:
        known[key] = len(movers(case, number, earlier)) if earlier else 0
    return known[key]


def _longest(runs: Iterable[tuple[int, ...]]) -> Iterable[tuple[int, ...]]:
    """Of runs that begin with the same call, the longest: it holds the others, since they are of one title."""
    longest: dict[int, tuple[int, ...]] = {}
    for run in runs:
        if run and len(run) > len(longest.get(run[0], ())):
            longest[run[0]] = run
    return longest.values()


def _since(case: Case, issue: str, day: date) -> list[int]:
    ballots = case.archive.rolls.matrix.ballots
    return [n for n in calls_on(case, issue).numbers if ballots[n].day >= day]


# -- Since a day


@ROOM.test("any")
def asked_since(case: Case, day: date) -> bool:
    """The day from which the reader asked, or from which the answer is told."""
    return f"since:{day.isoformat()}" in case.brief.submission.subject


@ROOM.gives("any", "any", rule="C8")
def shifts_since(case: Case, issue: str, day: date) -> Iterable[Using]:
    """The calls held on the issue ("all": on any) from that day on, and who moved in them; cited with all they are
    compared with."""
    calls = _since(case, issue, day)
    earlier = {n: before_on_title(case, n) for n in calls}
    cites = cited_together(case.archive.rolls, set(calls).union(*_longest(earlier.values()))).cites
    if not calls or not cites <= case.cites:
        return ()
    moving = [_moving(case, n, before) for n, before in earlier.items()]
    return (Using(Shifted(len(calls), sum(n > 0 for n in moving), sum(moving)), cites),)


@ROOM.gives("any", rule="C8")
def shifts_calls(_case: Case, found: Shifted) -> Iterable[int]:
    """How many roll calls those are."""
    return (found.calls,)


@ROOM.gives("any", rule="C8")
def shifts_texts(_case: Case, found: Shifted) -> Iterable[int]:
    """On how many of their texts somebody voted otherwise than in its last vote before on a text of that title."""
    return (found.texts,)


@ROOM.gives("any", rule="C8")
def shifts_votes(_case: Case, found: Shifted) -> Iterable[int]:
    """How many votes differ so."""
    return (found.moves,)


@ROOM.test("any", "any", rule="C7")
def none_since(case: Case, issue: str, day: date) -> Using | bool:
    """Roll calls are held on the issue, and none of them is of that day or later; all are cited."""
    held: Calls = calls_on(case, issue)
    quiet = bool(held.numbers) and not _since(case, issue, day)
    return Using(None, held.cites) if quiet and held.cites <= case.cites else False


@ROOM.test("call", "call", "any", rule="C8")
def shifted_between(case: Case, before: RollCall, after: RollCall, groups: tuple[Move, ...]) -> bool:
    """The groups are all members whose last vote before on a text of that title is the one in the earlier call and
    differs from theirs in the later one, by what they did; each named in full, as called on the later day, or not."""
    rolls = case.archive.rolls
    number, last = place_of(case, after), place_of(case, before)
    members, row = rolls.matrix.members, rolls.matrix.rows[number]
    ways: dict[tuple[VoteOption | None, VoteOption | None], set[str]] = {}
    for place, (had, call) in movers(case, number, before_on_title(case, number)).items():
        if call == last:
            ways.setdefault((CELLS[had], CELLS[row[place]]), set()).add(members[place])
    told = {(had, now): (count, names) for had, now, count, names in groups}
    return (
        len(told) == len(groups)
        and told.keys() == ways.keys()
        and all(
            count == len(ways[way]) and (names is None or all_on(names, after.date) == frozenset(ways[way]))
            for way, (count, names) in told.items()
        )
    )


@ROOM.test("call")
def within_asked(case: Case, call: RollCall) -> bool:
    """A call on the issue asked for, from the day on that was asked for."""
    return calls_on(case, scope(case)).has(place_of(case, call)) and any(
        word.startswith("since:") and date.fromisoformat(word.removeprefix("since:")) <= call.date
        for word in case.brief.submission.subject
    )


# -- What is held on an issue


def _events_on(case: Case, issue: str) -> list[str]:
    return [event.id for event in case.archive.published if case.archive.issue_of(event) == issue]


def _all_on(case: Case, issue: str) -> frozenset[str]:
    return calls_on(case, issue).cites | frozenset(_events_on(case, issue))


@ROOM.test("any", "any", "any", "any", rule="C8")
def held_on_issue(case: Case, issue: str, counts: tuple[int, int], first: date, last: date) -> Using | bool:
    """So many roll calls and other records are held on the issue, from the one day to the other; all are cited."""
    calls, events = calls_on(case, issue), _events_on(case, issue)
    days = [case.archive.rolls.matrix.ballots[n].day for n in calls.numbers]
    days += [case.archive.events[event].date.last for event in events]
    cites = _all_on(case, issue)
    right = (len(calls.numbers), len(events)) == counts and (min(days), max(days)) == (first, last)
    return Using(None, cites) if right and cites <= case.cites else False


@ROOM.test("any", rule="C9")
def nothing_on_issues(case: Case, of: int) -> Using | bool:
    """Nothing is held on any of the register's `of` issues, and the query that says so is cited."""
    issues = case.archive.register.issues
    for cite, query in case.queries.items():
        if query.kind == "issues" and len(issues) == of and not any(_all_on(case, issue) for issue in issues):
            return Using(None, frozenset({cite}))
    return False


@ROOM.gives("any", rule="C8")
def issues_held(case: Case, of: int) -> Iterable[Using]:
    """On how many of the register's `of` issues anything is held; all of it is cited."""
    issues = case.archive.register.issues
    held = [cites for issue in issues if (cites := _all_on(case, issue))]
    together = frozenset().union(*held)
    return (Using(len(held), together),) if len(issues) == of and held and together <= case.cites else ()
