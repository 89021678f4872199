"""What must be true of the world: at any moment, and once everything has healed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from adapters.store.entries import Amendment, Delivery, State
from adapters.store.entries import Kind as Slot
from adapters.store.entries import Step as Kind
from briefs.document import Document
from tests.fakes import Post
from tests.model.platforms import HOW_A_REFUSAL_READS, Chat
from tests.model.world import World

TOLD = (State.SENT, State.UNKNOWN, State.QUIET)
UNTOLD = (State.SKIPPED, State.FAILED, State.UNKNOWN)
LEFT = ("2000 characters", "not posted within")
"""Why a part of a digest that has begun may stay away for good: it is too long even as plain text, or it was tried for
a day."""
NOTE = "Correction: "


def tells(document: Document) -> set[str]:
    """The records that a message tells."""
    return {c for one in document.clauses() if not one.template.startswith("changes-") for c in one.cites if "/" in c}


def lines(document: Document) -> list[str]:
    """The records in whose place, or of which, the lines on corrections tell."""
    cites = [c for one in document.clauses() if one.template.startswith("changes-") for c in one.cites]
    return [cite.removeprefix("revision:").partition("@")[0] for cite in cites]


def posts(world: World) -> Iterator[tuple[Chat, Post]]:
    return ((outlet, post) for outlet in world.outlets.values() for post in outlet.posted)


def standing(world: World) -> Counter[tuple[str, str]]:
    """How often each record was told to each subscription, as it was posted first."""
    digests = (post for _, post in posts(world) if not post.document.title.startswith(NOTE))
    return Counter((post.address.tag, record) for post in digests for record in tells(post.document))


def noted(world: World) -> Counter[tuple[str, str, str]]:
    """How often each change was noted beneath each message: (subscription, first message, record). Where the first is
    not known, several digests may have their notes side by side: they count as one."""
    notes = [post for _, post in posts(world) if post.document.title.startswith(NOTE)]
    found = Counter((post.address.tag, post.address.first, record) for post in notes for record in lines(post.document))
    return Counter({one: times if one[1] else 1 for one, times in found.items()})


def so_far(world: World) -> None:
    """Nothing stands twice, no note is posted twice, nothing is heard in quiet hours."""
    twice = {one: times for one, times in (standing(world) + noted(world)).items() if times > 1}
    assert not twice, f"stands twice: {twice}"
    assert not world.noise, f"posted in quiet hours: {world.noise}"


async def all_is_told(world: World) -> None:
    """Each record in exactly one digest of each subscription that should tell it, or the ledger says why not; and what
    was told of it since."""
    stands = standing(world)
    for name, records in world.oracle.owed.items():
        rows = await world.store.ledger.history(name)
        for record in records:
            times = stands[name, record]
            excused = record in world.oracle.instead or _said(rows, record)
            assert times == 1 or (times == 0 and excused), f"{name} never told {record}: {_shown(rows)}"
        _states_are_honest(world, name, rows)
        _windows_tile(rows)
        _in_order(world, name, rows)
        _dates_off_are_kept(world, name, rows)
        await _is_kept_up(world, name, rows)
    owed = {(name, one) for held in (world.oracle.owed, world.oracle.gone) for name in held for one in held[name]}
    assert not stands.keys() - owed, f"told to somebody who had not subscribed by then: {stands.keys() - owed}"


def _shown(rows: Sequence[Delivery]) -> list[tuple[object, ...]]:
    return [(row.slot, row.part, row.group, row.state.value, row.cites, row.reason) for row in rows]


def _said(rows: Sequence[Delivery], record: str) -> bool:
    holding = [row for row in rows if record in row.cites]
    if not holding:
        return False
    last = max(holding, key=lambda row: (row.due, row.group))
    return last.state is State.UNKNOWN or (last.state is State.FAILED and last.reason.startswith(LEFT))


def _states_are_honest(world: World, name: str, rows: Sequence[Delivery]) -> None:
    platform = {post.key: outlet.platform for outlet, post in posts(world)}
    for row in rows:
        where = f"{name} {row.slot} part {row.part} group {row.group}: {row.state}, {row.reason!r}"
        assert row.state not in UNTOLD or row.reason, f"no reason given: {where}"
        assert row.state is not State.SENT or row.key in platform, f"sent and not there: {where}"
        assert row.state in (State.SENT, State.UNKNOWN) or row.key not in platform, f"there and not sent: {where}"
        if row.state is State.UNKNOWN and platform.get(row.key, "console") != "console":
            assert row.reason in HOW_A_REFUSAL_READS, f"one could have known: {where}"


def _windows_tile(rows: Sequence[Delivery]) -> None:
    digests = [row for row in rows if row.kind is Slot.DIGEST and row.state in TOLD]
    spans = {row.slot: (row.since, row.due) for row in digests if row.since is not None and row.since < row.due}
    for (_, until), (since, due) in pairwise(sorted(spans.values())):
        assert until == since, f"windows do not tile: one ends {until}, the next is {since} to {due}"


def _in_order(world: World, name: str, rows: Sequence[Delivery]) -> None:
    """First attempts stand in the order of their windows and parts. (What stands again later, comes later.)"""
    again = {row.slot for row in rows if row.group > row.plain}
    place = {row.key: (row.due, row.part) for row in rows if row.key and row.cites and row.slot not in again}
    said = sorted((post.at, place[post.key]) for _, post in posts(world) if post.key in place)
    told = [where for _, where in sorted(said, key=lambda one: one[0])]
    assert told == sorted(told), f"{name} was told out of order: {told}"


def _dates_off_are_kept(world: World, name: str, rows: Sequence[Delivery]) -> None:
    kept = world.oracle.off[name]
    broken = [
        row.slot
        for row in rows
        if row.state is not State.SKIPPED and _days(row) <= kept and (name, row.slot) not in world.by_hand
    ]
    assert not broken, f"{name} keeps {sorted(kept)} free: {broken}"


def _days(row: Delivery) -> set[str]:
    """The date of its slot; of an alert, which is named by an instant, that date in each zone an order may have."""
    zones = (ZoneInfo("UTC"), ZoneInfo("Asia/Phnom_Penh")) if row.kind is Slot.ALERT else ()
    return {row.due.astimezone(zone).date().isoformat() for zone in zones} or {row.slot[:10]}


# --- what was told of corrections ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Message:
    """One message of a digest that is known to stand: as it was posted, and what it says now."""

    row: Delivery
    first: str
    was: Document
    now: Document


async def _is_kept_up(world: World, name: str, rows: Sequence[Delivery]) -> None:
    """What took the place of a record that was told: the message says so, one note does, and a line in a digest."""
    owed = await world.store.amendments.of(name)
    noticed = noted(world)
    messages = list(_messages(world, rows))
    if not world.orders[name].corrections:
        assert not owed, f"{name} wants no corrections: {owed}"
        return
    for message in messages:
        for record in tells(message.was) & world.oracle.instead.keys():
            new = world.oracle.instead[record] or record
            where = f"{name} {message.row.slot} {record} → {new}: {[_step(one) for one in owed]}"
            times = noticed[name, message.first, new]
            assert times == 1 or (times == 0 and _given_up(owed, message.row, Kind.NOTE)), f"{times} notes: {where}"
            old = tells(message.now) & world.oracle.instead.keys()
            assert not old or _given_up(owed, message.row, Kind.EDIT), f"it still tells {old}: {where}"
    _the_next_digest_says_so(world, name, rows, messages)


def _messages(world: World, rows: Sequence[Delivery]) -> Iterator[Message]:
    there = {post.key: (outlet, post) for outlet, post in posts(world)}
    firsts = {row.slot: row.receipt for row in rows if row.part == 0 and row.state is State.SENT}
    for row in rows:
        if row.state is State.SENT:
            outlet, post = there[row.key]
            yield Message(row, firsts.get(row.slot, ""), post.document, outlet.stands(post.message))


def _given_up(owed: Sequence[Amendment], row: Delivery, step: Kind) -> bool:
    """Whether the ledger says why that was not done: refused, or tried for a day."""
    of = [one for one in owed if one.slot == row.slot and one.step is step and one.part in (row.part, 0)]
    return any(one.state in (State.FAILED, State.UNKNOWN) and one.reason for one in of)


def _the_next_digest_says_so(world: World, name: str, rows: Sequence[Delivery], messages: Sequence[Message]) -> None:
    """Once, and never twice, whatever a clock says that was set back."""
    said = Counter(record for message in messages for record in lines(message.was))
    told = {record for message in messages for record in tells(message.was)}
    for record, by in world.oracle.instead.items():
        times = said[by or record]
        assert times <= 1, f"{name} was told {times} times what became of {record}"
        excused = any(row.state in (State.UNKNOWN, State.FAILED) for row in rows)
        assert times or record not in told or excused, f"{name} was never told what became of {record}: {_shown(rows)}"


def _step(one: Amendment) -> tuple[object, ...]:
    return (one.slot, one.step.value, one.part, one.state.value, one.reason, one.changes)
