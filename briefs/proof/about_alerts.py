"""Predicates over shifts told in a digest: who voted otherwise than when it last voted on the same issue or title.

Looked up anew, state by state and day by day. Not voting, having no row and having no seat are no vote: they are no
side of a shift and hide no earlier vote. A day on which a state voted both ways is none to compare with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from briefs.codebook import ActorKind, VoteOption
from briefs.proof.about_rolls import place_of
from briefs.proof.about_shifts import before_on_title
from briefs.proof.case import Case
from briefs.proof.reading import Found, Junction, sequence
from briefs.proof.relation import Room, Using
from briefs.records import RollCall

ROOM = Room()
Reader: TypeAlias = Callable[[Case, str, int], Iterator[Found]]
MOST = 3
"""Days of votes before that are named."""
VOTES = frozenset({VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED})
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
Part: TypeAlias = tuple[int, int | None, str | None]
"""A day as written: its number, month and year, where they are said."""


@ROOM.test("call")
def on_issue(case: Case, call: RollCall) -> bool:
    """A record's roll call: those before it on its issue are the ones to compare with."""
    return call.id in case.archive.rollcalls


@ROOM.test("call")
def on_title(case: Case, call: RollCall) -> bool:
    """A roll call of the imported file: those before it on a text of its title are the ones to compare with."""
    return call.id not in case.archive.rollcalls


@ROOM.test("call", "any", "any", "any", "any", rule="C8")
def after_run(
    case: Case, call: RollCall, had: str, days: tuple[date, ...], now: str, actors: tuple[str, ...]
) -> Using | bool:
    """The actors are all of those followed (or of one bloc followed) that vote so now and of whom the days are the last
    on which they voted before, each vote of them the other one. All those votes are cited."""
    was, is_ = VoteOption(had), VoteOption(now)
    if was is is_ or not {was, is_} <= VOTES:
        return False
    used = _run(case, call, actors[0], was, days)
    for group in _followed(case, call):
        alike = [a for a in group if call.votes.get(a) is is_ and used and _run(case, call, a, was, days) == used]
        if set(alike) == set(actors) and used and used <= case.calls.keys():
            return Using(None, used)
    return False


def _followed(case: Case, call: RollCall) -> Iterator[tuple[str, ...]]:
    """The states followed, and the members of each bloc followed on that day."""
    actors = [case.archive.register.actors[actor] for actor in case.brief.subject_actors]
    blocs = [actor.members_on(call.date) for actor in actors if actor.kind is ActorKind.BLOC]
    yield from (tuple(actor.id for actor in actors if actor.kind is not ActorKind.BLOC), *blocs)


def _run(case: Case, call: RollCall, actor: str, was: VoteOption, days: tuple[date, ...]) -> frozenset[str]:
    """The records of its votes on those days, where these are the last before and every vote of them was that one; as
    many days as there are, up to three. Else none."""
    voted = _voted(case, call, actor)
    held: list[date] = []
    for day in sorted(voted, reverse=True):
        if len(held) == MOST or set(voted[day].values()) != {was}:
            break
        held.append(day)
    same = tuple(reversed(held)) == days
    return frozenset(record for day in held for record in voted[day]) if same else frozenset()


@ROOM.gives("call", "any", rule="C8")
def bloc_shifted(case: Case, call: RollCall, bloc: str) -> Iterable[Using]:
    """How many of the bloc's members of that day voted otherwise than on the last day they voted before."""
    held = case.archive.register.actors.get(bloc)
    n, used = 0, set[str]()
    for member in held.members_on(call.date) if held else ():
        voted, now = _voted(case, call, member), call.votes.get(member)
        last = voted[max(voted)] if voted else {}
        if now in VOTES and len(set(last.values())) == 1 and now not in last.values():
            n += 1
            used |= set(last)
    return (Using(n, frozenset(used)),) if n and used <= case.calls.keys() else ()


def any_shifted(case: Case, call: RollCall, actors: Iterable[str]) -> bool:
    """Whether any of the actors voted otherwise than on the last day it voted before."""
    before = tuple(_before(case, call))
    for actor in actors:
        voted, now = _cast(before, actor), call.votes.get(actor)
        last = set(voted[max(voted)].values()) if voted else set[VoteOption]()
        if now in VOTES and len(last) == 1 and now not in last:
            return True
    return False


def _voted(case: Case, call: RollCall, actor: str) -> dict[date, dict[str, VoteOption]]:
    """Day → record → the vote the actor cast, in the calls before that one."""
    return _cast(_before(case, call), actor)


def _cast(calls: Iterable[RollCall], actor: str) -> dict[date, dict[str, VoteOption]]:
    found: dict[date, dict[str, VoteOption]] = {}
    for before in calls:
        option = before.votes.get(actor)
        if option in VOTES and option is not None:
            found.setdefault(before.date, {})[before.id] = option
    return found


def _before(case: Case, call: RollCall) -> Iterable[RollCall]:
    archive = case.archive
    measures = archive.register.measures
    if call.id in archive.rollcalls:
        issue = measures[call.measure].issue
        return [c for c in archive.rollcalls.values() if measures[c.measure].issue == issue and c.date < call.date]
    return [archive.rolls.call(n) for n in before_on_title(case, place_of(case, call))]


def days_reader(
    months: Sequence[str], first: str = "1", last: str | Junction = " and ", dated: tuple[str, str] = (" ", " ")
) -> Reader:
    """Reads days in their order; a month or a year that all share is said once, at the end. `first` is how the first of
    a month is written, `dated` what stands before the month and before the year."""
    day = rf"({re.escape(first)}|[2-9]|[12]\d|3[01])(?!\d)"
    pattern = re.compile(rf"{day}(?:{dated[0]}({'|'.join(months)})(?!\w))?(?:{dated[1]}([12]\d{{3}}))?")

    def read(_case: Case, text: str, start: int) -> Iterator[Found]:
        def item(at: int) -> Iterator[tuple[int, Part]]:
            found = pattern.match(text, at)
            if found:
                number = 1 if found[1] == first else int(found[1])
                yield found.end(), (number, months.index(found[2]) + 1 if found[2] else None, found[3])

        for end, parts in sequence(item, text, start, last=last):
            days = list(_dated(parts))
            if len(days) == len(parts) and all(one < other for one, other in pairwise(days)):
                given = {(month is not None, year is not None) for _, month, year in parts[:-1]}
                if given <= {_needed(days)}:
                    yield end, tuple(days)

    return read


def _needed(days: list[date]) -> tuple[bool, bool]:
    """Whether each day but the last says its month, and its year."""
    years = len({day.year for day in days}) > 1
    return years or len({day.month for day in days}) > 1, years


def _dated(parts: Sequence[Part]) -> Iterator[date]:
    _, last_month, last_year = parts[-1]
    for day, month, year in parts:
        if not last_month or not last_year:
            return
        try:
            yield date(int(year or last_year), month or last_month, day)
        except ValueError:
            return


run_days = days_reader(MONTHS)
READS: Mapping[str, Reader] = {"run_days": run_days}
