"""Records side by side: other accounts of the same act, and what the same actor had done before about the same object.

Only comparison of fields, no words. An account from a nearer source (primary, official, press, social) leads; where two
differ, both are told (docs/records.md). `briefs/wording/deeds` tells it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias, cast

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
OPPOSITES: Mapping[Act, tuple[Act, ...]] = {
    act: tuple(sorted(other for turn in TURNS if act in turn for other in turn - {act}))
    for act in frozenset().union(*TURNS)
}
_EARLIER = "accounts.earlier"


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
    held = _earlier(archive).get((event.owner, *objects(event)))
    if held is None or event.status is not Status.DONE or event.date.day is None:
        return None  # nearly every act stands alone
    announced = _last(archive, event, held.get((event.act, Status.ANNOUNCED), ()), form=event.form)
    undone = (_last(archive, event, held.get((act, Status.DONE), ())) for act in OPPOSITES.get(event.act, ()))
    found = [Before(earlier, earlier is announced) for earlier in (announced, *undone) if earlier]
    if not found or rival(archive, event):
        return None
    return max(found, key=lambda earlier: (earlier.event.date.last, earlier.event.id))


_ANY = object()


def _last(
    archive: Archive, event: EventRecord, acts: Sequence[EventRecord], *, form: object = _ANY
) -> EventRecord | None:
    """Of acts, oldest first, the last that has a day before the event's, and no other account that differs."""
    assert event.date.day is not None
    older = bisect_left(acts, event.date.day, key=lambda other: other.date.last)
    dated = (e for e in islice(reversed(acts), len(acts) - older, None) if e.date.day and form in (_ANY, e.form))
    return next((earlier for earlier in dated if not rival(archive, earlier)), None)


Acts: TypeAlias = Mapping[tuple[Act, Status], Sequence[EventRecord]]


def _earlier(archive: Archive) -> Mapping[tuple[object, ...], Acts]:
    """Whose act it is and on what, where there are several → the published acts by act and status, oldest first. Made
    once a view."""
    made = archive.drawn.get(_EARLIER)
    if made is None:
        same: dict[tuple[object, ...], list[EventRecord]] = {}
        for event in archive.published:
            same.setdefault((event.owner, *objects(event)), []).append(event)
        made = archive.drawn[_EARLIER] = {key: _sorted(events) for key, events in same.items() if len(events) > 1}
    return cast(Mapping[tuple[object, ...], Acts], made)


def _sorted(events: Iterable[EventRecord]) -> Acts:
    found: dict[tuple[Act, Status], list[EventRecord]] = {}
    for event in events:
        found.setdefault((event.act, event.status), []).append(event)
    return found


def undid(archive: Archive, event: EventRecord) -> bool:
    """Whether it undoes an earlier act of the same actor."""
    earlier = before(archive, event) if event.act in OPPOSITES else None
    return earlier is not None and not earlier.announced
