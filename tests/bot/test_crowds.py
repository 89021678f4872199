"""Very many destinations at once: none waits for a crowd elsewhere, and each stays in its order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.contract import Address
from adapters.hours import QuietHours
from adapters.store.entries import Pending, SlotEntry, Standing, State
from adapters.store.store import Store
from bot.posting import spacing, width_of
from bot.room import Room
from bot.schedule import Scheduler, ScheduleSettings
from tests.stores import CREATED, DAY, fresh, opened, order, told

NOW = CREATED + DAY
HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path: Path, each_database: None) -> AsyncIterator[Store]:
    async with opened(fresh(tmp_path)) as store:
        yield store


async def entered(store: Store, *rows: tuple[str, str, str]) -> None:
    """(subscription, server, place) each with a slot that is due, in that order."""
    orders = [order(name, "slack", place, server=server) for name, server, place in rows]
    await store.subscriptions.put([Standing(one, CREATED, NOW + DAY) for one in orders])
    slots = [
        SlotEntry(one.id, f"2026-03-02T10:{at:02}", NOW + timedelta(minutes=at), State.DUE, "")
        for at, one in enumerate(orders)
    ]
    await store.ledger.enter(slots, {}, NOW)


def names(found: tuple[Pending, ...]) -> list[str]:
    return [one.delivery.subscription for one in found]


async def test_servers_take_turns_so_that_a_crowd_in_one_keeps_no_other_waiting(store: Store) -> None:
    await entered(store, ("a1", "A", "1"), ("a2", "A", "2"), ("a3", "A", "3"), ("b1", "B", "4"))
    assert names(await store.ledger.next(NOW, 2)) == ["a1", "b1"]
    assert names(await store.ledger.next(NOW, 9)) == ["a1", "b1", "a2", "a3"]


async def test_the_next_ones_of_a_place_are_in_its_order_whoever_ordered_them(store: Store) -> None:
    await entered(store, ("first", "", "1"), ("other", "A", "2"), ("second", "A", "1"))
    assert names(await store.ledger.next(NOW, 9)) == ["first", "other", "second"]


async def test_one_that_rests_and_those_behind_it_take_no_room_from_others(store: Store) -> None:
    await entered(store, ("before", "A", "1"), ("rests", "A", "1"), ("behind", "A", "1"), ("other", "A", "2"))
    resting = (await store.ledger.open("rests", "2026-03-02T10:01"))[0]
    assert await store.lanes.take(Address("slack", "1"))
    await store.ledger.put_back(resting, None, NOW + HOUR, "asked to wait")
    assert names(await store.ledger.next(NOW, 2)) == ["before", "other"]
    assert names(await store.ledger.next(NOW + HOUR, 9)) == ["before", "rests", "behind", "other"]


async def test_those_that_quiet_hours_may_hold_take_no_room_from_others(store: Store) -> None:
    await entered(store, ("quiet", "A", "1"), ("loud", "A", "2"))
    [standing] = [one for one in await store.subscriptions.all() if one.subscription.id == "quiet"]
    night = replace(standing.subscription, quiet=QuietHours.read("22:00-06:00"))
    await store.subscriptions.put([replace(standing, subscription=night)])
    assert sorted(names(await store.ledger.next(NOW, 1))) == ["loud", "quiet"]


async def test_a_crowd_is_planned_in_batches_and_nobody_is_left_out(store: Store) -> None:
    orders = [order(f"s{n}", "slack", f"C{n}") for n in range(7)]
    await store.subscriptions.put([Standing(one, CREATED, CREATED + HOUR) for one in orders])
    batches: list[str] = []
    scheduler = Scheduler(store, {}, told, lambda: NOW, ScheduleSettings(batch=3), step=batches.append)
    await scheduler.run_due_once(NOW)
    assert sorted(names(await store.ledger.pending())) == [f"s{n}" for n in range(7)]
    assert batches == ["entered"] * 3


async def test_a_workspace_that_hangs_leaves_the_others_their_room() -> None:
    room, served, hang = Room(64), asyncio.Event(), asyncio.Event()

    async def hanging() -> None:
        async with room.at("slack", "T1"):
            await hang.wait()

    async def other() -> None:
        async with room.at("slack", "T2"):
            served.set()

    lanes = [asyncio.create_task(hanging()) for _ in range(200)]
    await asyncio.sleep(0)
    await asyncio.wait_for(other(), 20)
    hang.set()
    await asyncio.gather(*lanes)
    assert served.is_set()


def test_somebody_s_own_digests_on_slack_count_for_the_pace_of_their_workspace() -> None:
    mine = spacing(Address("slack", "U2", server="@T1/U2"))
    theirs = spacing(Address("slack", "C1", server="T1"))
    assert set(mine) & set(theirs) == {"slack T1"}
    assert not set(mine) & set(spacing(Address("slack", "C1", server="T2")))


def test_a_token_has_room_for_its_pace_and_no_more_than_there_is() -> None:
    assert (width_of("discord", 64), width_of("slack", 64), width_of("slack", 2), width_of("console", 64)) == (
        40, 4, 2, 64,
    )  # fmt: skip
