"""Predicates over one roll call of the imported file: what is odd about it, its parts, the last text of its title, and
who in it voted so.

What the importer flagged is looked for anew in the rows, the printed totals and the register's memberships; only that a
member stands twice in the file, which is in no row, is taken from the flag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from briefs.codebook import VoteOption
from briefs.proof.about_rolls import numbers, of_title
from briefs.proof.about_votes import had_seat, stood
from briefs.proof.case import Case
from briefs.proof.relation import Room, Using
from briefs.proof.tallies import ORDER, Stood
from briefs.proof.then import Then, all_on
from briefs.records import RollCall
from briefs.rollcalls.imported import FILE_ID
from briefs.rollcalls.matrix import Flag

ROOM = Room()
CAST = ORDER[:3]


def number_in(case: Case, call: RollCall) -> int | None:
    """Its place in the matrix, for a call of the file."""
    return case.archive.rolls.number_of(call.id) if call.id.startswith(FILE_ID) else None


def flagged(case: Case, call: RollCall, flag: Flag) -> bool:
    place = number_in(case, call)
    return place is not None and bool(case.archive.rolls.matrix.ballots[place].flags & flag)


def seats_on(case: Case, call: RollCall) -> tuple[str, ...]:
    """The members of the United Nations on the day of the vote."""
    register = case.archive.register
    return tuple(id_ for id_ in {**register.actors, **register.former} if had_seat(case, call, id_))


# -- What is odd about it


@ROOM.test("call", "any", "any", rule="C8")
def voteless(case: Case, call: RollCall, missing: int, of: int) -> bool:
    """A call of the file that has no row of so many of the members of its day."""
    seats = seats_on(case, call)
    without = sum(seat not in call.votes for seat in seats)
    return number_in(case, call) is not None and 0 < without == missing and len(seats) == of


@ROOM.test("call")
def absences_unknown(case: Case, call: RollCall) -> bool:
    """A call of the file with no row of anybody that did not vote, and with members that have no row."""
    known = call.tally.absent is not None or call.tally.members is not None
    silent = any(seat not in call.votes for seat in seats_on(case, call))
    return number_in(case, call) is not None and not known and silent and not call.members(VoteOption.ABSENT)


@ROOM.test("call")
def absences_untold(_case: Case, call: RollCall) -> bool:
    """Neither how many did not vote nor how many members there were is known of it."""
    return call.tally.absent is None and call.tally.members is None


@ROOM.test("call", "any")
def knows(_case: Case, call: RollCall, option: VoteOption) -> bool:
    """That nobody did so can be told: it is a vote, or the record knows who did not vote."""
    return option in CAST or call.tally.absent is not None or call.tally.members is not None


@ROOM.gives("call", rule="C8")
def rows_odd(case: Case, call: RollCall) -> Iterable[tuple[int, ...]]:
    """The rows of each option, where they are not what the file prints as its totals."""
    place = number_in(case, call)
    if place is None:
        return ()
    matrix = case.archive.rolls.matrix
    counted = tuple(matrix.rows[place].count(cell) for cell in (1, 2, 3, 4))
    printed = matrix.ballots[place].totals[: 4 if counted[3] else 3]
    if all(total in (None, count) for total, count in zip(printed, counted, strict=False)):
        return ()
    return (counted[:3] if call.tally.absent is None else counted,)


@ROOM.test("call")
def contested(case: Case, call: RollCall) -> bool:
    """The file has two different votes of one member in it."""
    return flagged(case, call, Flag.CONTRADICTS)


@ROOM.test("call")
def on_part(case: Case, call: RollCall) -> bool:
    """A vote on a part of a text."""
    return flagged(case, call, Flag.PART)


@ROOM.test("call")
def of_asked_text(case: Case, call: RollCall) -> bool:
    """It bears the symbol of a text asked for, and is not the call on that text itself."""
    asked = case.brief.subject_measures
    symbols = {_letters(held.symbol) for id_ in asked if (held := case.archive.measure(id_))}
    place = number_in(case, call)
    if place is None or call.measure in asked:
        return False
    cell = case.archive.rolls.matrix.ballots[place].symbol
    return not symbols.isdisjoint(map(_letters, cell.split("|")))


@ROOM.gives(rule="C8")
def asked_parts(case: Case) -> Iterable[Using]:
    """How many calls seen are votes on parts of the text asked for; all must be cited."""
    rolls, asked = case.archive.rolls, case.brief.subject_measures
    symbols = {_letters(held.symbol) for id_ in asked if (held := case.archive.measure(id_))}
    parts = [
        rolls.id_of(n)
        for n in numbers(rolls.seen & rolls.filed)
        if rolls.matrix.ballots[n].flags & Flag.PART
        and not symbols.isdisjoint(map(_letters, rolls.matrix.ballots[n].symbol.split("|")))
        and rolls.measure(n).id not in asked
    ]
    return (Using(len(parts), frozenset(parts)),) if parts and all(part in case.calls for part in parts) else ()


def _letters(symbol: str) -> tuple[str, ...]:
    """A symbol's words and numbers, whatever stands between them; none for no symbol."""
    return tuple(re.findall(r"[A-Z]+|[1-9]\d*", symbol.upper()))


# -- The last text of its title


@ROOM.test("call", "call", rule="C7")
def title_before(case: Case, before: RollCall, after: RollCall) -> bool:
    """The earlier call is the one call seen on a text of that title on the last day before with any, and the later one
    is the one of its own day."""
    rolls, place = case.archive.rolls, number_in(case, after)
    if place is None:
        return False
    ballots = rolls.matrix.ballots
    alike = [n for n in of_title(case, ballots[place].title) if _whole(case, n) and ballots[n].day <= after.date]
    earlier = [n for n in alike if ballots[n].day < after.date]
    last = [n for n in earlier if ballots[n].day == ballots[earlier[-1]].day]
    return len(alike) - len(earlier) == 1 and len(last) == 1 and rolls.number_of(before.id) == last[0]


def _whole(case: Case, number: int) -> bool:
    rolls = case.archive.rolls
    return bool(rolls.seen >> number & 1) and not rolls.matrix.ballots[number].flags & Flag.PART


@ROOM.test("call", "call", rule="C8")
def unmoved(_case: Case, before: RollCall, after: RollCall) -> bool:
    """Some cast a vote in both, and each of those the same."""
    both = [s for s, cast in after.votes.items() if cast in CAST and before.votes.get(s) in CAST]
    return bool(both) and all(before.votes.get(s) is after.votes.get(s) for s in both)


# -- Who voted so


def _in_bloc(case: Case, call: RollCall, bloc: str) -> tuple[str, ...]:
    held = case.archive.register.actors.get(bloc)
    return held.members_on(call.date) if held else ()


@ROOM.test("any")
def asked_option(case: Case, option: VoteOption) -> bool:
    """The option asked for."""
    return option.value in case.brief.submission.subject


@ROOM.gives("call", "any", rule="C8")
def voters(_case: Case, call: RollCall, option: VoteOption) -> Iterable[int]:
    """How many members have that option in the rows."""
    return (sum(cast is option for cast in call.votes.values()),)


@ROOM.gives("call", "any", "any", rule="C8")
def bloc_voters(case: Case, call: RollCall, bloc: str, option: VoteOption) -> Iterable[int]:
    """How many of the bloc's members of the day have it."""
    return (sum(call.votes.get(member) is option for member in _in_bloc(case, call, bloc)),)


@ROOM.test("call", "any", "any", "any")
def bloc_with(case: Case, call: RollCall, bloc: str, did: Stood, names: tuple[Then, ...]) -> bool:
    """The names, each as it was on that day, are those of all the bloc's members of the day that did so."""
    members = frozenset(member for member in _in_bloc(case, call, bloc) if stood(case, call, member) == did)
    return bool(members) and all_on(names, call.date) == members


@ROOM.test("any", "any", rule="C9")
def no_bloc_then(case: Case, bloc: str, day: date) -> bool:
    """The register names no member of the bloc for that day."""
    held = case.archive.register.actors.get(bloc)
    return held is not None and held.kind.value == "bloc" and not held.members_on(day)
