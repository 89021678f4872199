"""Predicates over records side by side: what the same actor did before, other accounts of one act, figures and whose.

Where two accounts of an act differ, neither is told without its source, and the nearer source comes first (C6).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefs.codebook import Act, ActorKind, SourceClass, Status, VoteOption
from briefs.proof.about_events import in_office, tally_part
from briefs.proof.case import Case
from briefs.proof.relation import Room
from briefs.proof.subjects import Doer
from briefs.records import EventRecord, RollCall

ROOM = Room()

# -- How it differs from before, or from another account


OPPOSITES = (
    ("support", "oppose"),
    ("welcome", "condemn"),
    ("welcome", "deplore"),
    ("praise", "condemn"),
    ("recognise", "refuse"),
    ("sanction", "lift-sanction"),
    ("sign", "withdraw"),
    ("ratify", "withdraw"),
    ("accede", "withdraw"),
    ("offer", "withdraw"),
)


def _same_object(one: EventRecord, other: EventRecord) -> bool:
    fields = ("what", "target", "partner", "about")
    return one.owner == other.owner and all(getattr(one, f) == getattr(other, f) for f in fields)


@ROOM.test("event", "event", rule="C7")
def turned_from(_case: Case, later: EventRecord, earlier: EventRecord) -> bool:
    """The same actor did the opposite before, about the same object."""
    acts = (earlier.act.value, later.act.value)
    return (
        _same_object(later, earlier)
        and earlier.date.last < later.date.last
        and (acts in OPPOSITES or acts[::-1] in OPPOSITES)
    )


@ROOM.test("event", "event", rule="C7")
def carried_out(_case: Case, later: EventRecord, earlier: EventRecord) -> bool:
    """What the same actor had announced before, of the same object."""
    before = earlier.date.last < later.date.last and earlier.status is Status.ANNOUNCED
    return before and later.act is earlier.act and later.form == earlier.form and _same_object(later, earlier)


CAST = (VoteOption.FAVOUR, VoteOption.AGAINST, VoteOption.ABSTAINED)
NEAREST = tuple(SourceClass)


def _rank(case: Case, event: EventRecord) -> int:
    return NEAREST.index(case.archive.sources[event.source].kind)


ACCOUNT = ("act", "date", "status", "condition", "owner", "what", "target", "partner", "form")
"""What two accounts of one act can differ in."""


def _linked(case: Case, event: EventRecord) -> Iterable[EventRecord]:
    """Other accounts of the same act."""
    archive = case.archive
    ids = {event.same_as, *(other.id for other in archive.told_again.get(event.id, ()))} - {event.id}
    return [archive.events[id_] for id_ in sorted(filter(None, ids)) if id_ in archive.standing]


def _differ(one_: EventRecord, other: EventRecord) -> bool:
    return any(getattr(one_, name) != getattr(other, name) for name in ACCOUNT)


@ROOM.test("event", "any", rule="C6")
def per(case: Case, event: EventRecord, who: str) -> bool:
    """Who published this account of an act of which another account differs."""
    disputed = any(_differ(event, other) for other in _linked(case, event))
    return disputed and case.archive.sources[event.source].publisher == who


@ROOM.test("event", rule="C6")
def undisputed(case: Case, event: EventRecord) -> bool:
    """No other account of the act differs from this one."""
    return not any(_differ(event, other) for other in _linked(case, event))


@ROOM.test("event", "event", rule="C6")
def nearer(case: Case, first: EventRecord, second: EventRecord) -> bool:
    """Two accounts of one act, the one whose source stands nearer to it first."""
    return second in _linked(case, first) and _rank(case, first) <= _rank(case, second)


@ROOM.test("event", "event", rule="C6")
def but_for_date(_case: Case, first: EventRecord, second: EventRecord) -> bool:
    """Two accounts that differ in the date alone."""
    return all(getattr(first, name) == getattr(second, name) for name in ACCOUNT if name != "date")


# -- Figures


Told = tuple[int, str | None]


def _figures(case: Case, event: EventRecord, count: Told, what_: str, who: Doer | str) -> Iterable[str]:
    """The figures of the record that are told so: number, qualifier, what is counted and whose figure it is."""
    publisher = case.archive.sources[event.source].publisher
    for key, figure in event.figures.items():
        whose = (
            publisher == who if figure.per is None else isinstance(who, Doer) and _is_per(case, event, figure.per, who)
        )
        if (figure.n, figure.approx) == count and figure.counted == what_ and whose:
            yield key


def _is_per(case: Case, event: EventRecord, actor: str, who: Doer) -> bool:
    published = case.archive.sources[event.source].published
    if who.mention is not None:
        return who.mention.person == actor and in_office(case, who.mention, published)
    return who.party == actor or (who.actors == (actor,) and _stands_alone(case, actor))


def _rivals(case: Case, event: EventRecord, what_: str) -> Iterable[EventRecord]:
    """Other accounts with another figure of the same."""
    mine = {(f.n, f.approx) for f in event.figures.values() if f.counted == what_}
    for other in _linked(case, event):
        theirs = {(f.n, f.approx) for f in other.figures.values() if f.counted == what_}
        if theirs and theirs != mine:
            yield other


@ROOM.test("event", "any", "any", "any", tells_act=True, rule="C6")
def figured(case: Case, event: EventRecord, count: Told, what_: str, who: Doer | str) -> bool:
    """A figure as the record has it, with its qualifier and whose it is; no other account gives another."""
    return any(_figures(case, event, count, what_, who)) and not any(_rivals(case, event, what_))


@ROOM.test("event", "any", "any", "any", tells_act=True, rule="C6")
def figured_one(case: Case, event: EventRecord, count: Told, what_: str, who: Doer | str) -> bool:
    """One of two figures of the same, with whose it is."""
    return any(_figures(case, event, count, what_, who))


# -- A vote that two sources count differently


@ROOM.test("event", "call", rule="C6")
def miscounted(case: Case, event: EventRecord, call: RollCall) -> bool:
    """An account of the vote on the same text whose counts are not those of the roll call."""
    if event.tally is None or case.archive.measure_of(event) != call.measure:
        return False
    return any(tally_part(event.tally, o) != tally_part(call.tally, o) for o in CAST)


@ROOM.test("any", "any", rule="C6")
def unlike(_case: Case, one_: object, other: object) -> bool:
    """Two numbers, or a number and one with a qualifier, are not the same."""
    return one_ != other


@ROOM.test("any", "any", rule="C8")
def listed_count(_case: Case, names: tuple[str, ...], n: int) -> bool:
    """So many are listed."""
    return len(names) == n


@ROOM.test("event", rule="C7")
def undated(_case: Case, event: EventRecord) -> bool:
    """The source gives no day."""
    return event.date.day is None


OWN = (Act.CORRECT, Act.RETRACT)
"""An actor's own correction of its words: an act like any other."""


def corrected(case: Case) -> frozenset[date]:
    """The days on which cited records that correct another were published."""
    events = (event for event in case.events.values() if event.corrects and event.act not in OWN)
    return frozenset(case.archive.sources[event.source].published for event in events)


@ROOM.test("any", rule="C6")
def corrected_on(case: Case, day: date) -> bool:
    """Cited records correct another, and all of them were published that day."""
    return corrected(case) == {day}


def _stands_alone(case: Case, actor: str) -> bool:
    held = case.archive.register.actors.get(actor)
    return held is not None and held.kind is not ActorKind.PERSON and held.standing is None
