"""Records side by side: other accounts of the same act, and what the same actor had done before about the same object.

Only comparison of fields, no words. An account from a nearer source (primary, official, press, social) leads; where two
differ, both are told (docs/records.md). `briefs/wording/deeds` tells it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from briefs.archive import Archive
from briefs.codebook import Act, SourceClass, Status
from briefs.records import EventRecord

NEARNESS = tuple(SourceClass)
TURNS = frozenset({
    frozenset({Act.SUPPORT, Act.OPPOSE}), frozenset({Act.WELCOME, Act.CONDEMN}), frozenset({Act.WELCOME, Act.DEPLORE}),
    frozenset({Act.PRAISE, Act.CONDEMN}), frozenset({Act.RECOGNISE, Act.REFUSE}),
    frozenset({Act.SANCTION, Act.LIFT_SANCTION}), frozenset({Act.SIGN, Act.WITHDRAW}),
    frozenset({Act.RATIFY, Act.WITHDRAW}), frozenset({Act.ACCEDE, Act.WITHDRAW}), frozenset({Act.OFFER, Act.WITHDRAW}),
})  # fmt: skip
"""Acts of which one undoes the other: told as a change, both dated, and never as "reversed"."""
UNDOING = frozenset().union(*TURNS)


def accounts(archive: Archive, event: EventRecord) -> tuple[EventRecord, ...]:
    """All accounts of the event's act, its own among them, the nearest source first."""
    if event.same_as is None and event.id not in archive.told_again:  # nearly every act: nothing to compare or sort
        return (archive.events[event.id],) if event.id in archive.standing else ()
    ids = dict.fromkeys((event.id, event.same_as, *(other.id for other in archive.told_again.get(event.id, ()))))
    linked = [archive.events[id_] for id_ in ids if id_ in archive.standing]
    return tuple(sorted(linked, key=lambda e: (NEARNESS.index(archive.source_of(e.id).kind), e.id)))


def leads(archive: Archive, event: EventRecord) -> bool:
    """Whether no nearer account of the same act is held."""
    if event.same_as is None and event.id not in archive.told_again:
        return True
    return accounts(archive, event)[0].id == event.id


def rival(archive: Archive, event: EventRecord) -> EventRecord | None:
    """The nearest other account of the act that differs from this one."""
    others = (e for e in accounts(archive, event) if e.id != event.id)
    return next((e for e in others if told_of(e) != told_of(event)), None)


def told_of(event: EventRecord) -> tuple[object, ...]:
    """What an account says of the act; figures are compared apart."""
    return (event.act, event.date, event.status, event.condition, event.owner, *objects(event), event.form)


def objects(event: EventRecord) -> tuple[object, ...]:
    return (event.what, event.target, event.partner, event.about)


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier act of the same actor on the same object; `announced`: the one told of now, or else its opposite."""

    event: EventRecord
    announced: bool


def before(archive: Archive, event: EventRecord) -> Before | None:
    """The newest earlier act that this one undoes, or that announced it. Both have a day."""
    same = archive.on_object.get((event.owner, *objects(event)), ())
    if len(same) < 2 or event.status is not Status.DONE or event.date.day is None or rival(archive, event):
        return None  # nearly every act stands alone
    older = bisect_left(same, event.date.day, key=lambda other: other.date.last)
    for earlier in islice(reversed(same), len(same) - older, None):
        if (earlier.act is event.act and earlier.status is not Status.ANNOUNCED) or earlier.date.day is None:
            continue  # of the same act only an announcement counts: an act is never its own opposite
        undone = earlier.status is Status.DONE and frozenset({earlier.act, event.act}) in TURNS
        kept = earlier.status is Status.ANNOUNCED and earlier.act is event.act and earlier.form == event.form
        if (undone or kept) and not rival(archive, earlier):
            return Before(earlier, announced=kept)
    return None


def undid(archive: Archive, event: EventRecord) -> bool:
    """Whether it undoes an earlier act of the same actor."""
    earlier = before(archive, event) if event.act in UNDOING else None
    return earlier is not None and not earlier.announced
