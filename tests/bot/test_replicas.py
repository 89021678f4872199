"""Several replicas on one PostgreSQL database: each slot once, in order, whoever dies, and all hear of changes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import update

from adapters.contract import Subscription
from adapters.store.entries import Amendment, Standing, State, Step
from adapters.store.errors import HeldElsewhere
from adapters.store.lanes import SECONDS, server_now
from adapters.store.store import Store
from adapters.store.tables import lanes
from bot.app import App
from bot.commands import Desk, Held
from bot.office.preferences import by_server
from bot.schedule import Scheduler, ScheduleSettings
from tests.archives import shipped
from tests.fakes import FakeClock, FakeOutlet
from tests.peers import postgres
from tests.stores import CREATED, document_of, opened, order, told

SETTINGS = ScheduleSettings(tick=3600, grace=2)
PLACES = 6
EACH = 3
"""Subscriptions of one place: all due at once, to be posted in the order of their ids."""


@dataclass
class Replica:
    """One process's part: a store of its own on the shared database, a scheduler; the channel is the same for all."""

    store: Store
    clock: FakeClock
    outlet: FakeOutlet

    def scheduler(self) -> Scheduler:
        return Scheduler(self.store, {"console": self.outlet}, told, self.clock, SETTINGS, pause=self.clock.pause)


@pytest.fixture
async def replicas() -> AsyncIterator[list[Replica]]:
    where, clock = postgres.database(), FakeClock(CREATED)
    outlet = FakeOutlet(clock)
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(opened(where)) for _ in range(3)]
        yield [Replica(store, clock, outlet) for store in stores]


def orders() -> list[Subscription]:
    return [order(f"p{place}-{number}", place=str(place)) for place in range(PLACES) for number in range(EACH)]


async def subscribed(store: Store) -> None:
    await store.subscriptions.put([Standing(one, CREATED, CREATED + timedelta(hours=1)) for one in orders()])


async def silent_too_long(store: Store) -> None:
    """As if every holder of a lane had said nothing for longer than a lane is kept."""
    async with store.database.write() as connection:
        gone = server_now() - timedelta(seconds=1)
        await connection.execute(update(lanes).values(until=gone))


async def test_three_that_tick_at_once_post_every_slot_once_and_in_order(replicas: list[Replica]) -> None:
    await subscribed(replicas[0].store)
    outlet, clock = replicas[0].outlet, replicas[0].clock
    for _ in range(3):
        now = clock.move(days=1)
        schedulers = [replica.scheduler() for replica in replicas]
        await asyncio.gather(*(scheduler.run_due_once(now) for scheduler in schedulers))
        while await replicas[0].store.ledger.pending():  # what a replica left to another that had ended its round
            await schedulers[0].run_due_once(now)
    posted = Counter((post.address.place, post.key) for post in outlet.posted)
    assert set(posted.values()) == {1}
    assert len(posted) == PLACES * EACH * 3
    rows = [row for one in orders() for row in await replicas[0].store.ledger.history(one.id)]
    assert {row.state for row in rows} == {State.SENT}
    for one in orders():
        keys = [row.key for row in await replicas[0].store.ledger.history(one.id)]
        at_place = [post.key for post in outlet.posted if post.address.place == one.address.place]
        assert [key for key in at_place if key in keys] == keys, "a destination is served in order"


async def test_what_a_replica_was_posting_when_it_vanished_another_finishes_once(replicas: list[Replica]) -> None:
    first, second, _ = replicas
    await subscribed(first.store)
    now = first.clock.move(hours=2)
    first.outlet.remembers = timedelta(minutes=5)
    first.outlet.hold = asyncio.Event()
    dying = asyncio.create_task(first.scheduler().run_due_once(now))
    await first.outlet.reached.wait()
    first.outlet.hold = None
    await second.scheduler().run_due_once(now)
    waiting = {pending.address.place for pending in await second.store.ledger.pending()}
    assert waiting, "nobody touches the lane of one that is at work"
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)
    for task in [task for task in asyncio.all_tasks() if task.get_name().startswith("lane ")]:
        task.cancel()  # as SIGKILL would: nothing is given back
    await silent_too_long(second.store)
    await second.scheduler().run_due_once(now)
    assert await second.store.ledger.pending() == ()
    assert Counter(post.key for post in first.outlet.posted).most_common(1)[0][1] == 1
    assert len(first.outlet.posted) == PLACES * EACH


async def test_a_lane_is_kept_longer_than_a_request_may_take() -> None:
    assert SECONDS >= 3 * 30, "one that waits for a platform's answer does not lose its lane to another"


async def test_what_a_server_prefers_is_known_to_all_at_once() -> None:
    held = Held.of(shipped(), ())
    where = postgres.database()
    async with opened(where) as store:
        desk = Desk(held, lambda: CREATED)
        app = App(
            desk=desk, rooms=(), outlets=(), subscriptions=(), open_store=lambda: _opened(where),
            reload=lambda: None, clock=lambda: datetime.now(UTC), look_every=3600,
        )  # fmt: skip
        running = asyncio.create_task(app._keep({}))
        async with asyncio.timeout(20):
            await app.scheduled.wait()
            while not desk.prefers:  # until the other listens, what is told is not heard
                await store.servers.prefer("discord", "1", {"language": "fr"})
                await asyncio.sleep(0)
        assert by_server(await store.servers.all()) == desk.prefers
        app.stop.set()
        await running
        assert app.store is not None
        await app.store.close()


async def _opened(where: str) -> Store:
    from adapters.store import open_store

    return await open_store(where)


async def test_one_of_them_looks_after_the_whole(replicas: list[Replica]) -> None:
    held = Held.of(shipped(), ())
    apps = [
        App(
            desk=Desk(held, lambda: CREATED), rooms=(), outlets=(), subscriptions=(), open_store=lambda: _opened(""),
            reload=lambda: None, clock=lambda: CREATED, store=replica.store, scheduler=replica.scheduler(),
        )
        for replica in replicas
    ]  # fmt: skip
    assert sorted([await app._one_of_us() for app in apps]) == [False, False, True]


async def test_three_that_tick_at_once_amend_every_digest_once_and_the_note_follows_the_edit(
    replicas: list[Replica],
) -> None:
    await subscribed(replicas[0].store)
    outlet, clock, store = replicas[0].outlet, replicas[0].clock, replicas[0].store
    await replicas[0].scheduler().run_due_once(clock.move(days=1))
    rows = {one.id: (await store.ledger.history(one.id))[0] for one in orders()}
    owed = {
        id_: [
            Amendment(id_, row.slot, "m", step, 0, ("c",), row.receipt, document_of(step), key, clock())
            for step, key in ((Step.EDIT, "e" * 25), (Step.NOTE, row.key[::-1]))
        ]
        for id_, row in rows.items()
    }
    stood = len(outlet.posted)
    for replica in replicas:  # whoever enters it too enters nothing new
        for both in owed.values():
            await replica.store.amendments.enter(both)
    await asyncio.gather(*(replica.scheduler().run_due_once(clock()) for replica in replicas))
    while await store.amendments.waiting(clock()):
        await replicas[0].scheduler().run_due_once(clock())
    edits = Counter(message for message, _ in outlet.edited)
    assert (len(edits), set(edits.values())) == (len(owed), {1})
    notes = Counter(post.key for post in outlet.posted[stood:])
    assert (len(notes), set(notes.values())) == (len(owed), {1})
    for one in orders():
        edited = outlet.calls.index(f"edit {rows[one.id].receipt}")
        assert edited < outlet.calls.index(f"post {owed[one.id][1].key}")


async def test_a_replica_that_lost_its_lane_marks_no_amendment(replicas: list[Replica]) -> None:
    first, second, _ = replicas
    await subscribed(first.store)
    await first.scheduler().run_due_once(first.clock.move(days=1))
    [one, *_] = orders()
    [row, *_] = await first.store.ledger.history(one.id)
    edit = Amendment(
        one.id, row.slot, "m", Step.EDIT, 0, ("c",), row.receipt, document_of("x"), "k" * 25, first.clock()
    )
    await first.store.amendments.enter([edit])
    [entered] = await first.store.amendments.of(one.id)
    assert await second.store.lanes.take(one.address)
    with pytest.raises(HeldElsewhere, match="another replica amends there"):
        await first.store.amendments.sending(entered.id, entered.key, first.clock(), one.address)
    await second.store.amendments.sending(entered.id, entered.key, first.clock(), one.address)


async def test_what_is_seen_first_is_noted_by_the_servers_clock() -> None:
    wrong = CREATED - timedelta(days=400)
    app = App(
        desk=Desk(Held.of(shipped(), ()), lambda: wrong), rooms=(), outlets=(), subscriptions=(),
        open_store=partial(_opened, postgres.database()), reload=lambda: None, clock=lambda: wrong, look_every=3600,
    )  # fmt: skip
    running = asyncio.create_task(app._keep({}))
    async with asyncio.timeout(20):
        await app.scheduled.wait()
    app.stop.set()
    await running
    assert app.store is not None
    await app.store.close()
    assert min(app.recorded.values()) > CREATED
