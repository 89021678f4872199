"""(archive, window, filter) → Digest: what is new and worth telling. It may be empty; it never words anything.

Two windows. *Of a day* (the command): what sources published by the end of the next day say happened that day; then the
day before, where no earlier source told it; then undated acts whose latest day lies there; older acts are background.
*Of a window* (the schedule): what entered this archive in a half-open span of time, whatever day it tells of, so that
every record is in exactly one digest of a subscription. Roll calls of an imported file stand in the digest of their
day; in that of a window only those that were young when they were imported (`Archive.entered`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from briefs.alerts import alerts
from briefs.archive import Archive
from briefs.codebook import Act, ActorKind, Precision
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.matrix import numbers_of
from briefs.silences import called, filed_on

BACKFILL = timedelta(days=7)
"""Published longer than this before it was recorded: answered by commands, never news (docs/records.md)."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a channel follows. Empty tuples follow everything; several kinds are joined with "and"."""

    issues: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Ids of states, persons …; a bloc among them follows its members of the day."""
    acts: tuple[Act, ...] = ()
    changes: bool = False
    """Only roll calls in which somebody followed voted otherwise than last time on the same matter."""


class When(StrEnum):
    """Why an item stands in a digest; told before the item."""

    TODAY = "today"
    BEFORE = "before"
    UNDATED = "undated"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Item:
    """One record in a digest."""

    when: When
    day: date
    event: EventRecord | None = None
    call: RollCall | None = None
    filed: bool = False
    """A roll call of the imported file."""
    part: bool = False
    """A vote on a part of a text."""

    @property
    def record(self) -> str:
        held = self.event or self.call
        assert held is not None
        return held.id


@dataclass(frozen=True, slots=True)
class Digest:
    """A selection in telling order. `day` is the day told of, or the day a window ends on; `since` marks a window."""

    day: date
    items: tuple[Item, ...]
    follows: Filter
    since: datetime | None = None
    until: datetime | None = None
    alert: bool = False
    """Whether it is of breaking news (`breaking`), not of a day or of all that a window holds."""
    alerted: tuple[str, ...] = ()
    """Records of the window that alerts told: they are left out."""

    def at(self, when: When) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.when is when)


def of_day(archive: Archive, day: date, follows: Filter) -> Digest:
    """The digest of one day. `archive` holds what sources published by the end of the next day."""
    before = day - timedelta(days=1)
    items: list[Item] = []
    for call in archive.votes:
        if call.date == day:
            items.append(Item(When.TODAY, day, call=call))
        elif call.date == before and not _told(archive, call.measure, call.source, day):
            items.append(Item(When.BEFORE, before, call=call))
    items += [of_file(archive, archive.rolls.call(number)) for number in numbers_of(filed_on(archive, day))]
    for event in archive.published:
        items += _placed(archive, event, day, before)
    return Digest(day, tuple(item for item in in_order(items) if wanted(archive, item, follows)), follows)


def of_window(
    archive: Archive,
    since: datetime,
    until: datetime,
    follows: Filter,
    day: date,
    alerted: Collection[str] = (),
) -> Digest:
    """The digest of what was recorded in `[since, until)` and not told by alerts; `day` is the subscriber's local day
    at its end."""
    items = [item for item in entered(archive, since, until).items if wanted(archive, item, follows)]
    left_out = same_news(archive, alerted)
    told = tuple(item.record for item in items if item.record in left_out)
    items = [item for item in items if item.record not in left_out]
    return Digest(day, tuple(in_order(items)), follows, since, until, alerted=told)


def same_news(archive: Archive, records: Collection[str]) -> frozenset[str]:
    """These records, and what is the same news: a roll call that stands in a record and in the imported file."""
    twins = archive.rolls.twins if records and archive.imported else {}
    return frozenset((*records, *(record for record, filed in twins.items() if filed in records)))


@dataclass(frozen=True, slots=True)
class Entered:
    """What entered an archive in a window: what may be told, and how many records may not: `old` were published long
    before (backfill), `told` are accounts of a vote whose roll call tells it."""

    items: tuple[Item, ...]
    old: int = 0
    told: int = 0


def entered(archive: Archive, since: datetime, until: datetime) -> Entered:
    """Everything that entered in `[since, until)`, whoever follows it."""

    def came(record: EventRecord | RollCall) -> bool:
        return record.recorded is not None and since <= record.recorded < until

    def young(record: EventRecord | RollCall) -> bool:
        at = record.recorded
        return at is not None and at.date() - archive.sources[record.source].published <= BACKFILL

    calls = [call for call in archive.votes if came(call)]
    items = [Item(When.TODAY, call.date, call=call) for call in calls if young(call)]
    filed = sorted(key for key, at in archive.entered.items() if since <= at < until)
    items += [of_file(archive, call) for key in filed if (call := archive.call(key))]
    events = [event for event in archive.published if came(event)]
    told = [event for event in events if young(event) and _same_vote(archive, event)]
    for event in events:
        if young(event) and not _same_vote(archive, event):
            when = When.UNDATED if event.date.day is None else When.TODAY
            when = When.FIGURE if event.act is Act.BACKGROUND else when
            if when is not When.FIGURE or event.figures:
                items.append(Item(when, event.date.last, event=event))
    old = sum(not young(call) for call in calls) + sum(not young(event) for event in events)
    return Entered(tuple(items), old, len(told))


def of_file(archive: Archive, call: RollCall) -> Item:
    """A call of the file, with the instant it was first held here where it was news then."""
    number = archive.rolls.number_of(call.id)
    assert number is not None
    held = replace(call, recorded=archive.entered.get(call.id))
    part = archive.rolls.matrix.ballots[number].is_part
    return Item(When.TODAY, call.date, call=held, filed=True, part=part)


class Unmet(StrEnum):
    """What of a filter an item does not meet: the first of these."""

    ISSUE = "issue"
    ACT = "act"
    ACTOR = "actor"
    CHANGE = "change"


def unmet(archive: Archive, item: Item, follows: Filter) -> Unmet | None:
    """Why a channel that follows this does not get the item; None where it does."""
    if follows.issues and not _issues(archive, item) & set(follows.issues):
        return Unmet.ISSUE
    if follows.acts and _act(item) not in follows.acts:
        return Unmet.ACT
    if follows.actors and not _actors(item) & _followed(archive, follows, item.day):
        return Unmet.ACTOR
    return Unmet.CHANGE if follows.changes and not _changes(archive, item, follows) else None


def wanted(archive: Archive, item: Item, follows: Filter) -> bool:
    """Whether a channel that follows this gets the item."""
    return unmet(archive, item, follows) is None


@dataclass(frozen=True, slots=True)
class Met:
    """What of a filter an item meets: followed issues and actors (a bloc for its members), and its kind of act."""

    issues: tuple[str, ...]
    actors: tuple[str, ...]
    act: Act


def met(archive: Archive, item: Item, follows: Filter) -> Met:
    """Why a channel that follows this gets the item."""
    issues, actors = _issues(archive, item), _actors(item)
    mine = [one for one in follows.actors if actors & _followed(archive, replace(follows, actors=(one,)), item.day)]
    return Met(tuple(one for one in follows.issues if one in issues), tuple(mine), _act(item))


def _changes(archive: Archive, item: Item, follows: Filter) -> bool:
    """Whether somebody followed, or anybody where nobody is, shifted in this roll call."""
    if item.call is None:
        return False
    states = _followed(archive, follows, item.day) & set(item.call.votes) if follows.actors else set(item.call.votes)
    return bool(alerts(archive, item.call, sorted(states)))


def _followed(archive: Archive, follows: Filter, day: date) -> set[str]:
    """The actors followed, a bloc's members of that day among them."""
    found = set(follows.actors)
    for actor in follows.actors:
        held = archive.register.actors[actor]
        if held.kind is ActorKind.BLOC:
            found.update(held.members_on(day))
    return found


def _actors(item: Item) -> set[str]:
    if item.call:
        return set(item.call.votes)
    event = item.event
    assert event is not None
    named = {actor for names in event.named.values() for actor in names.of}
    others = {event.target, event.partner, event.on_behalf, event.about if event.act is Act.BACKGROUND else None}
    return {*event.by, *named, *(actor for actor in others if actor)}


def issue_of(archive: Archive, item: Item, follows: Filter) -> str | None:
    """The one issue under which a digest tells the item: one that is followed, where it belongs to several."""
    found = _issues(archive, item) - {None}
    order = (*follows.issues, *archive.register.issues)
    return next((issue for issue in order if issue in found), None)


def _issues(archive: Archive, item: Item) -> set[str | None]:
    """A call of the file belongs to every issue whose rule holds it."""
    if item.call and item.filed:
        number = archive.rolls.number_of(item.call.id) or 0
        return {issue for issue, calls in archive.rolls.matrix.issues.items() if calls >> number & 1}
    if item.call:
        return {archive.register.measures[item.call.measure].issue}
    return {archive.issue_of(item.event)} if item.event else set()


def _act(item: Item) -> Act:
    return item.event.act if item.event else Act.VOTE_HELD


def _placed(archive: Archive, event: EventRecord, day: date, before: date) -> Iterable[Item]:
    """Where an event stands in the digest of a day; nowhere if it is older, later or told already."""
    published = archive.sources[event.source].published
    fresh = published in (day, day + timedelta(days=1))
    if event.act is Act.BACKGROUND:
        if fresh and event.figures:
            yield Item(When.FIGURE, published, event=event)
        return
    if _same_vote(archive, event):
        return
    if event.date.precision is Precision.DAY:
        if event.date.last == day:
            yield Item(When.TODAY, day, event=event)
        elif event.date.last == before and published >= day:
            yield Item(When.BEFORE, before, event=event)
    elif event.date.precision is Precision.NO_LATER_THAN and fresh and before <= event.date.last:
        yield Item(When.UNDATED, event.date.last, event=event)


def _same_vote(archive: Archive, event: EventRecord) -> bool:
    """A press account of a vote whose roll call is held: the roll call tells it."""
    measure = archive.measure_of(event) if event.act is Act.VOTE_HELD else None
    return measure is not None and (measure in archive.rollcall_of or called(archive, measure) is not None)


def _told(archive: Archive, measure: str, source: str, day: date) -> bool:
    """Some source published before `day` told this vote: the roll call itself or a press account."""
    if archive.sources[source].published < day:
        return True
    accounts = (e for e in archive.published if e.act is Act.VOTE_HELD and archive.measure_of(e) == measure)
    return any(archive.sources[event.source].published < day for event in accounts)


def in_order(items: Iterable[Item]) -> list[Item]:
    """By place, then newest day, votes before other acts (the records' before the file's, there whole texts before
    parts), then in the order of the records' own file."""
    place = {when: i for i, when in enumerate(When)}
    return sorted(
        items,
        key=lambda item: (place[item.when], -item.day.toordinal(), item.call is None, item.filed, item.part),
    )
