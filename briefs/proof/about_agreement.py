"""Predicates over how alike states vote: counted anew from the rows, byte by byte, and every share worked out again.

Counted are votes cast on whole texts; of them, those in which both (or all) cast one. A share is rounded to a tenth of
a per cent, halves up, in exact fractions (C8).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import floor
from weakref import WeakKeyDictionary

from briefs.codebook import VoteOption
from briefs.proof.about_rolls import ALL, column_of, held_on, place_of
from briefs.proof.case import Case
from briefs.proof.relation import Room, Using
from briefs.proof.tallies import ORDER
from briefs.proof.then import Then, borne_on
from briefs.records import RollCall
from briefs.rollcalls.held import Rolls

ROOM = Room()
CAST = (1, 2, 3)
"""The bytes of a row that are votes cast."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Over `calls`: in how many all cast a vote, in how many of these the same, in how many one in favour and another
    against; and the numbers of those in which not all voted alike, oldest first."""

    calls: int
    both: int
    alike: int
    opposed: int
    apart: tuple[int, ...]
    cites: frozenset[str]


_COUNTED: WeakKeyDictionary[Rolls, dict[tuple[str, tuple[str, ...]], Agreed]] = WeakKeyDictionary()


def counted(case: Case, actors: tuple[str, ...], issue: str) -> Agreed | None:
    """What those states did in the calls held on an issue ("all": on any); None where there is nothing to count."""
    known = _COUNTED.setdefault(case.archive.rolls, {})
    if (issue, actors) not in known:
        held, columns = held_on(case, issue), [column_of(case, actor) for actor in actors]
        if not held.calls or not all(columns) or len(set(actors)) != len(actors):
            return None
        both = alike = opposed = 0
        apart = []
        for call in held.calls:
            cells = {column[call] for column in columns}
            if not cells <= set(CAST):
                continue
            both += 1
            if len(cells) == 1:
                alike += 1
            else:
                apart.append(call)
                opposed += cells >= {1, 2}
        known[issue, actors] = Agreed(len(held.calls), both, alike, opposed, tuple(apart), held.cites)
    return known[issue, actors]


def asked_scope(case: Case) -> str:
    """The one issue asked for; "all" where none is."""
    issues = case.brief.subject_issues
    return issues[0] if len(issues) == 1 else ALL


def _using(case: Case, actors: tuple[str, ...], issue: str) -> Iterable[Using]:
    found = counted(case, actors, issue)
    return (Using(found, found.cites),) if found and found.cites <= case.cites else ()


@ROOM.gives()
def scope_asked(case: Case) -> Iterable[str]:
    """ "issue" where one is asked for, "all" where none is."""
    return (ALL if asked_scope(case) == ALL else "issue",)


@ROOM.gives("any", "any", "any", rule="C8")
def agreed(case: Case, one: str, other: str, scope: str) -> Iterable[Using]:
    """What two states did in all roll calls held, or in those on the issue asked for; cited as they must be."""
    issue = ALL if scope == ALL else asked_scope(case)
    return () if scope != ALL and issue == ALL else _using(case, (one, other), issue)


@ROOM.gives("any", "any", rule="C8")
def agreed_all(case: Case, count: int, scope: str) -> Iterable[Using]:
    """The same of all the brief's actors, three or more."""
    actors, issue = case.brief.subject_actors, ALL if scope == ALL else asked_scope(case)
    if count != len(actors) or count < 3 or (scope != ALL and issue == ALL):
        return ()
    return _using(case, actors, issue)


@ROOM.gives("any", rule="C8")
def agreed_calls(_case: Case, found: Agreed) -> Iterable[int]:
    """How many roll calls those are."""
    return (found.calls,)


@ROOM.gives("any", rule="C8")
def agreed_in(_case: Case, found: Agreed) -> Iterable[tuple[int, int]]:
    """In how many of how many all cast a vote."""
    return ((found.both, found.calls),)


@ROOM.gives("any", rule="C8")
def agreed_both(_case: Case, found: Agreed) -> Iterable[int]:
    """In how many all cast a vote."""
    return (found.both,)


@ROOM.test("any", rule="C8")
def agreed_often(_case: Case, found: Agreed) -> bool:
    """In more than one all cast a vote."""
    return found.both > 1


@ROOM.test("any", rule="C8")
def agreed_once(_case: Case, found: Agreed) -> bool:
    """In just one all cast a vote."""
    return found.both == 1


@ROOM.test("any", rule="C8")
def agreed_never(_case: Case, found: Agreed) -> bool:
    """In none all cast a vote."""
    return found.both == 0


@ROOM.gives("any", rule="C8")
def agreed_alike(_case: Case, found: Agreed) -> Iterable[int]:
    """In how many of those they cast the same vote."""
    return (found.alike,)


@ROOM.gives("any", rule="C8")
def agreed_opposed(_case: Case, found: Agreed) -> Iterable[int]:
    """In how many of those one voted in favour and another against."""
    return (found.opposed,)


@ROOM.gives("any", rule="C8")
def agreed_share(_case: Case, found: Agreed) -> Iterable[int]:
    """The share of the votes alike, in tenths of a per cent, halves up."""
    return (floor(Fraction(1000 * found.alike, found.both) + Fraction(1, 2)),) if found.both else ()


@ROOM.test("call", "any", rule="C8")
def differed(case: Case, call: RollCall, groups: tuple[tuple[tuple[Then, ...], VoteOption], ...]) -> bool:
    """The groups are all the brief's actors, under their names of that day, by the votes they cast, not all alike."""
    told: dict[str | None, VoteOption] = {}
    for names, option in groups:
        told |= {borne_on(name, call.date): option for name in names}
    options = [ORDER.index(option) for _, option in groups]
    named = sum(len(names) for names, _ in groups) == len(told) == len(case.brief.subject_actors) > 1
    in_order = len(options) > 1 and all(a < b for a, b in pairwise(options))
    return named and in_order and told == {actor: call.votes.get(actor) for actor in case.brief.subject_actors}


@ROOM.test("any", "any", rule="C3")
def asked_before(case: Case, one: str, other: str) -> bool:
    """The one was asked for before the other, so that each pair has one way to be told."""
    asked = case.brief.subject_actors
    return one in asked and other in asked and asked.index(one) < asked.index(other)


@ROOM.test(rule="C3")
def told_once(case: Case) -> bool:
    """No other sentence of the brief says the same."""
    return sum(sentence.text == case.text for sentence in case.brief.submission.sentences) == 1


@ROOM.test("call", rule="C7")
def no_newer_difference(case: Case, call: RollCall) -> bool:
    """The call counts, and none that is newer and in which they differed is left out of the brief."""
    found = counted(case, case.brief.subject_actors, asked_scope(case))
    number = place_of(case, call)
    if found is None or number not in found.apart:
        return False
    cited = {cite for sentence in case.brief.submission.sentences for cite in sentence.cites}
    return all(case.archive.rolls.id_of(newer) in cited for newer in found.apart if newer > number)
