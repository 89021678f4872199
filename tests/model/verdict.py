"""What must be true of the world: at any moment, and once everything has healed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from adapters.store.entries import Delivery, State
from tests.model.world import HOW_A_REFUSAL_READS, World, told

TOLD = (State.SENT, State.UNKNOWN, State.QUIET)
UNTOLD = (State.SKIPPED, State.FAILED, State.UNKNOWN)
LEFT = ("2000 characters", "not posted within")
"""Why a part of a digest that has begun may stay away for good: it is too long even as plain text, or it was tried for
a day."""


def standing(world: World) -> Counter[str]:
    """How often each thing told stands in any channel."""
    posts = [post for outlet in world.outlets.values() for post in outlet.posted]
    return Counter(clause.text for post in posts for clause in post.document.clauses())


def nothing_stands_twice(world: World) -> None:
    twice = {text: times for text, times in standing(world).items() if times > 1 and "nothing new" not in text}
    assert not twice, f"stands twice: {twice}"


async def all_is_told(world: World) -> None:
    """Each record in exactly one digest of each subscription that should tell it, or the ledger says why not."""
    stands = standing(world)
    for name, records in world.oracle.owed.items():
        rows = await world.store.ledger.history(name)
        for record in records:
            assert stands[told(name, record)] == 1 or _said(rows, told(name, record)), (
                f"{name} never told {record}: {[(row.slot, row.part, row.group, row.state, row.text) for row in rows]}"
            )
        _states_are_honest(world, name, rows)
        _windows_tile(rows)
        _in_order(world, name, rows)
    owed = {told(name, one) for held in (world.oracle.owed, world.oracle.gone) for name in held for one in held[name]}
    strange = {text for text in stands if "nothing new" not in text} - owed
    assert not strange, f"told to somebody who had not subscribed by then: {strange}"


def _said(rows: Sequence[Delivery], text: str) -> bool:
    holding = [row for row in rows if text in row.text]
    if not holding:
        return False
    last = max(holding, key=lambda row: (row.due, row.group))
    return last.state is State.UNKNOWN or (last.state is State.FAILED and last.reason.startswith(LEFT))


def _states_are_honest(world: World, name: str, rows: Sequence[Delivery]) -> None:
    posted = {post.key for outlet in world.outlets.values() for post in outlet.posted}
    platform = {post.key: outlet.platform for outlet in world.outlets.values() for post in outlet.posted}
    for row in rows:
        where = f"{name} {row.slot} part {row.part} group {row.group}: {row.state}, {row.reason!r}"
        assert row.state not in UNTOLD or row.reason, f"no reason given: {where}"
        assert row.state is not State.SENT or row.key in posted, f"sent and not there: {where}"
        assert row.state in (State.SENT, State.UNKNOWN) or row.key not in posted, f"there and not sent: {where}"
        if row.state is State.UNKNOWN and platform.get(row.key, "console") != "console":
            assert row.reason in HOW_A_REFUSAL_READS, f"one could have known: {where}"


def _windows_tile(rows: Sequence[Delivery]) -> None:
    spans = {row.slot: (row.since, row.due) for row in rows if row.state in TOLD and row.since is not None}
    spans = {slot: (since, due) for slot, (since, due) in spans.items() if since < due}
    for (_, until), (since, due) in pairwise(sorted(spans.values())):
        assert until == since, f"windows do not tile: one ends {until}, the next is {since} to {due}"


def _in_order(world: World, name: str, rows: Sequence[Delivery]) -> None:
    """First attempts stand in the order of their windows and parts. (What stands again later, comes later.)"""
    place_of = {row.key: (row.due, row.part) for row in rows if row.key and (row.group == 0 or row.plain)}
    again = {row.slot for row in rows if row.group and not row.plain}
    slots = {row.key: row.slot for row in rows}
    said = [
        (post.at, place_of[post.key])
        for outlet in world.outlets.values()
        for post in outlet.posted
        if post.key in place_of and slots[post.key] not in again and "nothing new" not in post.document.title
    ]
    told_ = [place for _, place in sorted(said, key=lambda one: one[0])]
    told_ = [place for place in told_ if place in _with_news(rows)]
    assert told_ == sorted(told_), f"{name} was told out of order: {told_}"


def _with_news(rows: Sequence[Delivery]) -> set[tuple[object, int]]:
    return {(row.due, row.part) for row in rows if "nothing new" not in row.text}
