"""Predicates over roll calls: rows, tallies, counts over all texts of an issue, blocs of the day, what changed.

A count over roll calls is a claim about all of them, so it needs every one of them cited and is recomputed (C8, C10).
"Did not vote" is never "abstained", and who had no row was no member then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from briefs.codebook import ActorKind, VoteOption
from briefs.proof.about_events import tally_part
from briefs.proof.about_rolls import held_on as held_in_file
from briefs.proof.case import Case
from briefs.proof.relation import Room, Using
from briefs.proof.tallies import EVERY, NO_ROW, ORDER, Stood
from briefs.proof.then import Then, all_on
from briefs.records import RollCall
from briefs.rollcalls.imported import FILE_ID

ROOM = Room()
Calls: TypeAlias = tuple[RollCall, ...]
Group: TypeAlias = tuple[Stood, int, tuple[Then, ...] | None]


# -- One roll call


@ROOM.test("call")
def call(_case: Case, _call: RollCall) -> bool:
    """A cited roll call."""
    return True


@ROOM.gives("call", "any")
def vote(_case: Case, call_: RollCall, actor: str) -> Iterable[VoteOption]:
    """What the member did."""
    cast_ = call_.votes.get(actor)
    return (cast_,) if cast_ else ()


@ROOM.gives("call", rule="C8")
def tally_of(_case: Case, call_: RollCall) -> Iterable[tuple[int, ...]]:
    """In favour, against, abstained, did not vote; the last is left out where the record does not know it."""
    parts = tuple(tally_part(call_.tally, option) for option in ORDER)
    known = parts if parts[-1] is not None else parts[:-1]
    return () if None in known else (tuple(part for part in known if part is not None),)


@ROOM.test("call", "any")
def not_member(case: Case, call_: RollCall, actor: str) -> bool:
    """A state, of today or former, without a row, that the register has join later, or leave before."""
    held = case.archive.register.actors.get(actor)
    state = held is not None and held.kind in (ActorKind.STATE, ActorKind.FORMER)
    return state and actor not in call_.votes and not had_seat(case, call_, actor)


def had_seat(case: Case, call_: RollCall, member: str) -> bool:
    """Whether it was a member of the United Nations on the day of the vote, by the register."""
    held = case.archive.register.actors.get(member)
    if held is not None:
        return any(m.value == "un" and m.holds(call_.date) for m in held.member)
    former = case.archive.register.former.get(member)
    return former is not None and former.seat is None and former.holds(call_.date)


@ROOM.test("call", "any", "any")
def members_with(_case: Case, call_: RollCall, option: str, names: tuple[Then, ...]) -> bool:
    """The names, each as it was on that day, are those of all the members with that option."""
    members = frozenset(call_.members(VoteOption(option)))
    return bool(members) and all_on(names, call_.date) == members


@ROOM.test("call", "any")
def nobody(_case: Case, call_: RollCall, option: str) -> bool:
    """No member has that option."""
    return not call_.members(VoteOption(option))


# -- All roll calls on an issue


@ROOM.gives("any", "any", rule="C8")
def calls(case: Case, actor: str, issue: str) -> Iterable[Using]:
    """Every roll call held on the issue in which the state was a member, oldest first; all must be cited. None where
    the imported file holds calls on it too: the records are not all then."""
    held = () if held_in_file(case, issue).calls else tuple(c for c in _on(case, issue) if actor in c.votes)
    return (Using(held, frozenset(c.id for c in held)),) if held and _cited(case, held) else ()


@ROOM.gives("any", rule="C8")
def size(_case: Case, held: Calls) -> Iterable[int]:
    """How many."""
    return (len(held),)


@ROOM.test("any", "any", rule="C8", variadic=True)
def cast(_case: Case, actor: str, held: Calls, *counts: tuple[tuple[VoteOption, int], ...]) -> bool:
    """The counts together are all the options with any vote of the actor, in order; "in all", where they are of one."""
    counted = Counter(c.votes[actor] for c in held)
    told = tuple((o, counted[o]) for o in ORDER if counted[o])
    whole = tuple((o, EVERY) for o, n in told if n == len(held))
    return tuple(pair for part in counts for pair in part) in (told, whole)


@ROOM.test("any", "any", "any", "any", rule="C8")
def newest(
    _case: Case, actor: str, held: Calls, votes: tuple[tuple[VoteOption, tuple[str, ...]], ...], day: date
) -> bool:
    """The groups are all the actor's votes of the newest day."""
    latest = [c for c in held if c.date == max(c.date for c in held)]
    groups = {option: tuple(c.measure for c in latest if c.votes[actor] is option) for option, _ in votes}
    told = sum(len(measures) for _, measures in votes)
    return latest[0].date == day and dict(votes) == groups and told == len(latest)


@ROOM.gives("any", rule="C7")
def newest_day(_case: Case, held: Calls) -> Iterable[date]:
    """The day of the newest."""
    return (max(c.date for c in held),)


@ROOM.test("any", rule="C7")
def latest_vote(case: Case, day: date) -> bool:
    """The newest roll call in the archive is of that day, and no voting file is imported."""
    held = case.archive.votes
    return bool(held) and held[-1].date == day and case.archive.rolls.newest_filed is None


@ROOM.test("any", "any")
def voted_on(case: Case, measure: str, day: date) -> bool:
    """The measure was voted on that day, by a roll call or a reported vote."""
    held = case.archive.call_on(measure)
    if held is not None and held.date == day:
        return True
    return any(e.tally and e.date.day == day and case.archive.measure_of(e) == measure for e in case.archive.published)


@ROOM.test("any")
def held_on(case: Case, day: date) -> bool:
    """Some measure was voted on that day."""
    days = (c.date for c in case.archive.votes)
    return day in days or any(e.tally and e.date.day == day for e in case.archive.published)


def _on(case: Case, issue: str) -> Calls:
    measures = case.archive.register.measures
    return tuple(c for c in case.archive.votes if measures[c.measure].issue == issue)


def _cited(case: Case, held: Calls) -> bool:
    return all(c.id in case.calls for c in held)


# -- Changes


def _earlier(case: Case, later: RollCall) -> Calls:
    on = _on(case, case.archive.register.measures[later.measure].issue)
    return on[: on.index(later)]


@ROOM.test("any", "call", "call", rule="C7")
def consecutive(case: Case, actor: str, before: RollCall, after: RollCall) -> bool:
    """Two roll calls on one issue, next to each other among the actor's; of one day, none is before another."""
    earlier = [c for c in _earlier(case, after) if actor in c.votes and c.date < after.date]
    return bool(earlier) and before.date == earlier[-1].date and before in earlier


@ROOM.test("any", "any")
def differ(_case: Case, one: VoteOption, other: VoteOption) -> bool:
    """Two options are not the same."""
    return one is not other


@ROOM.test("call", "call", rule="C7")
def previous(case: Case, before: RollCall, after: RollCall) -> bool:
    """The last roll call on that issue of an earlier day; of one day, none is before another."""
    earlier = [c for c in _earlier(case, after) if c.date < after.date]
    return bool(earlier) and earlier[-1] is before


def _moved(before: RollCall, after: RollCall, had: str, now: str) -> tuple[str, ...]:
    was, is_ = VoteOption(had), VoteOption(now)
    return tuple(
        s for s, cast_ in after.votes.items() if cast_ is is_ and before.votes.get(s) is was and was is not is_
    )


@ROOM.gives("call", "call", "any", "any", rule="C8")
def shifted(_case: Case, before: RollCall, after: RollCall, had: str, now: str) -> Iterable[int]:
    """How many members went from the one option to the other."""
    return (len(_moved(before, after, had, now)),)


@ROOM.test("call", "call", "any", "any", "any", rule="C6")
def shifted_some(_case: Case, before: RollCall, after: RollCall, had: str, now: str, names: tuple[Then, ...]) -> bool:
    """The names, each as it was on the later day, are those of some of them, not all."""
    named_ = all_on(names, after.date)
    return bool(named_) and named_ < frozenset(_moved(before, after, had, now))


@ROOM.test("call", "call", "any", "any", "any", rule="C6")
def shifted_all(_case: Case, before: RollCall, after: RollCall, had: str, now: str, names: tuple[Then, ...]) -> bool:
    """The names, each as it was on the later day, are those of all of them."""
    movers = frozenset(_moved(before, after, had, now))
    return bool(movers) and all_on(names, after.date) == movers


# -- Blocs of the day


def _members(case: Case, bloc: str, day: date) -> tuple[str, ...]:
    held = case.archive.register.actors.get(bloc)
    return held.members_on(day) if held else ()


def _unlisted(case: Case, bloc: str) -> int:
    """Members that are no members or observers of the United Nations, and so in no list of the register."""
    held = case.archive.register.actors.get(bloc)
    return held.unlisted if held else 0


@ROOM.gives("call", "any", rule="C8")
def bloc_size(case: Case, call_: RollCall, bloc: str) -> Iterable[int]:
    """How many members the bloc had that day."""
    count = len(_members(case, bloc, call_.date))
    return (count + _unlisted(case, bloc),) if count else ()


@ROOM.test("call", "any", "any", rule="C8")
def bloc_split(case: Case, call_: RollCall, bloc: str, groups: tuple[Group, ...]) -> bool:
    """The groups are the bloc's members of that day by what they did, every group, and every group named in full, each
    as it was called that day."""
    by_option: dict[Stood, set[str]] = {}
    for member in _members(case, bloc, call_.date):
        by_option.setdefault(stood(case, call_, member), set()).add(member)
    unlisted = _unlisted(case, bloc)
    if unlisted:
        by_option.setdefault(None, set())
    if {option for option, _, _ in groups} != set(by_option):
        return False
    if unlisted:
        without = len(by_option.pop(None)) + unlisted
        if [(n, names) for option, n, names in groups if option is None] != [(without, None)]:
            return False
        groups = tuple(group for group in groups if group[0] is not None)
    return all(
        len(by_option[option]) == count and (names is None or all_on(names, call_.date) == frozenset(by_option[option]))
        for option, count, names in groups
    )


def stood(case: Case, call_: RollCall, member: str) -> Stood:
    """What a member of a bloc did; apart, one that had a seat and has no row in the file, and one that had none."""
    cast_ = call_.votes.get(member)
    return cast_ or (NO_ROW if call_.id.startswith(FILE_ID) and had_seat(case, call_, member) else None)


# -- Several actors side by side


@ROOM.gives("any", "any", rule="C8")
def joint_calls(case: Case, issue: str, count: int) -> Iterable[Using]:
    """Every roll call held on the issue, where the brief has that many actors; all must be cited."""
    held = _on(case, issue)
    if not held or count != len(case.brief.subject_actors) or not _cited(case, held):
        return ()
    return (Using(held, frozenset(c.id for c in held)),)


def _cast_by_all(case: Case, held: Calls) -> Calls:
    voting = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)
    return tuple(c for c in held if all(c.votes.get(a) in voting for a in case.brief.subject_actors))


def _same(case: Case, held: Calls) -> Calls:
    return tuple(c for c in _cast_by_all(case, held) if len({c.votes[a] for a in case.brief.subject_actors}) == 1)


@ROOM.gives("any", rule="C8")
def joint_part(case: Case, held: Calls) -> Iterable[int]:
    """In how many all the brief's actors cast a vote."""
    return (len(_cast_by_all(case, held)),)


@ROOM.gives("any", rule="C8")
def joint_same(case: Case, held: Calls) -> Iterable[int]:
    """In how many they cast the same vote."""
    return (len(_same(case, held)),)


@ROOM.test("any", "any", rule="C8")
def joint_votes(case: Case, held: Calls, told: tuple[str, tuple[tuple[VoteOption, tuple[str, ...]], ...]]) -> bool:
    """The texts on which they did, by option, all of them; "both" for two actors, "all" for more."""
    prefix, groups = told
    actors = case.brief.subject_actors
    same: dict[VoteOption, set[str]] = {}
    for held_call in _same(case, held):
        same.setdefault(held_call.votes[actors[0]], set()).add(held_call.measure)
    listed = [measure for _, measures in groups for measure in measures]
    once = len(listed) == len(set(listed)) and len(groups) == len({option for option, _ in groups})
    grouped = {option: set(measures) for option, measures in groups}
    return once and grouped == same and (prefix == "both") is (len(actors) == 2)
