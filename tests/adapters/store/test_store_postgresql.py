"""PostgreSQL: addresses, errors in words, upgrades by several at once, lanes, turns, news; a server that goes away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_connection

from adapters.contract import Address
from adapters.store import Away, Newer, StoreError, Unusable, open_store, postgresql
from adapters.store.database import Database
from adapters.store.entries import SlotEntry, Standing
from adapters.store.errors import HeldElsewhere, of_postgresql
from adapters.store.lanes import SharedLanes, server_now
from adapters.store.postgresql import address_of, named
from adapters.store.store import Store
from adapters.store.tables import lanes
from tests.peers import postgres
from tests.stores import CREATED, DAY, opened, order

HERE = Address("discord", "7")
SLOT = "2026-03-01T10:00"


@pytest.fixture
def server() -> Iterator[postgres.Server]:
    with postgres.serving() as server:
        server.sql("CREATE DATABASE desk")
        yield server


# --- addresses -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg"])
def test_every_usual_way_to_write_an_address_is_taken(scheme: str) -> None:
    url = address_of(f" {scheme}://desk:s3cret@db.example:6432/dateline?sslmode=require\n")
    assert (url.drivername, url.host, url.port, url.query["ssl"]) == (
        "postgresql+asyncpg",
        "db.example",
        6432,
        "require",
    )


def test_a_message_names_host_and_database_and_no_password() -> None:
    assert named("postgres://desk:s3cret@db.example:6432/dateline") == "postgresql://db.example:6432/dateline"
    assert named("postgresql://desk@/dateline?host=/run/postgresql") == "postgresql:///run/postgresql/dateline"


@pytest.mark.parametrize(
    "address", ["", "dateline.db", "mysql://desk:s3cret@db.example/x", "postgresql://desk:s3cret@db:no/x"]
)
def test_what_is_no_address_is_told_without_it(address: str) -> None:
    with pytest.raises(Unusable) as told:
        address_of(address)
    assert "s3cret" not in str(told.value)
    assert "postgresql://" in str(told.value)


# --- opening -------------------------------------------------------------------------------------------------------


async def test_replicas_that_start_at_once_make_the_tables_once(server: postgres.Server) -> None:
    stores = await asyncio.gather(*(open_store(server.address("desk")) for _ in range(3)))
    await stores[0].note("n").save("kept")
    assert [await store.note("n").load() for store in stores] == ["kept"] * 3
    for store in stores:
        await store.close()


async def test_a_database_of_another_program_is_left_alone(server: postgres.Server) -> None:
    server.sql("CREATE DATABASE theirs TEMPLATE desk")
    async with AsyncExitStack() as opened_:
        store = await opened_.enter_async_context(opened(server.address("desk")))
        async with store.database.write() as connection:
            await connection.exec_driver_sql("DROP TABLE alembic_version")
    with pytest.raises(Unusable, match="another program"):
        await open_store(server.address("desk"))


async def test_a_database_of_a_later_dateline_is_left_alone(server: postgres.Server) -> None:
    async with opened(server.address("desk")) as store, store.database.write() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'r9999'")
    with pytest.raises(Newer, match="later Dateline"):
        await open_store(server.address("desk"))


async def test_a_server_that_is_not_there_and_a_name_it_does_not_know_are_told(server: postgres.Server) -> None:
    with pytest.raises(Unusable, match="refuses us"):
        await open_store(server.address("nobody_made_it"))
    with pytest.raises(Away, match="cannot be reached"):
        await open_store("postgresql://desk:s3cret@127.0.0.1:9/desk", busy=0.5)


def test_no_error_tells_a_password() -> None:
    told = of_postgresql(ConnectionRefusedError(111, "refused"), named("postgresql://desk:s3cret@db/desk"))
    assert isinstance(told, Away)
    assert "s3cret" not in str(told)


async def test_a_server_that_crashes_and_comes_back_costs_an_error_and_no_row(server: postgres.Server) -> None:
    async with opened(server.address("desk")) as store:
        await store.note("n").save("before")
        server.stop()
        with pytest.raises(StoreError):
            await store.note("n").save("meanwhile")
        server.start()
        assert await store.note("n").load() == "before"
        await store.note("n").save("after")
        assert await store.note("n").load() == "after"


async def test_a_connection_that_the_server_ended_costs_nothing(server: postgres.Server) -> None:
    async with opened(server.address("desk")) as store:
        await store.note("n").save("before")
        end = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = 'dateline'"
        assert int(await asyncio.to_thread(server.sql, end)) >= 1
        await store.note("n").save("after")
        assert await store.note("n").load() == "after"


async def test_a_connection_long_unused_is_asked_whether_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    async with opened(postgres.database()) as store:
        await store.note("n").save("before")
        monkeypatch.setattr(postgresql, "IDLE", -1.0)
        ping = AsyncAdapt_asyncpg_connection.ping
        monkeypatch.setattr(AsyncAdapt_asyncpg_connection, "ping", lambda one: asked.append(one) or ping(one))
        assert await store.note("n").load() == "before"
        assert len(asked) == 1
        monkeypatch.undo()
        assert await store.note("n").load() == "before"
        assert len(asked) == 1, "one that was used just now is not asked"


# --- lanes ---------------------------------------------------------------------------------------------------------


async def entered(store: Store) -> int:
    """A slot that is due at HERE; gives its row."""
    await store.subscriptions.put([Standing(order(platform="discord", place="7"), CREATED, CREATED)])
    await store.ledger.enter([SlotEntry("daily", SLOT, CREATED)], {"daily": CREATED + DAY}, CREATED)
    [pending] = await store.ledger.pending()
    return pending.delivery.id


async def run_out(store: Store) -> None:
    """As if every holder had been silent for longer than a lane is kept."""
    async with store.database.write() as connection:
        await connection.execute(update(lanes).values(until=server_now() - timedelta(seconds=1)))


async def test_of_many_replicas_one_has_a_lane_until_it_gives_it_back() -> None:
    where = postgres.database()
    async with opened(where) as one, opened(where) as two:
        took = await asyncio.gather(*(store.lanes.take(HERE) for store in (one, two) for _ in range(5)))
        assert sorted(took) == [False] * 5 + [True] * 5, "its holder may take it again"
        holder, other = (one, two) if took[0] else (two, one)
        assert await other.lanes.take(Address("discord", "8")), "another destination is free"
        await other.lanes.give(HERE)
        assert not await other.lanes.take(HERE), "nobody gives back what another holds"
        await holder.lanes.give(HERE)
        assert await other.lanes.take(HERE)


async def test_a_lane_is_kept_while_its_holder_says_so_and_free_after_its_silence() -> None:
    where = postgres.database()
    async with opened(where) as one, opened(where) as two:
        assert await one.lanes.take(HERE)
        await one.lanes.keep()
        assert not await two.lanes.take(HERE)
        await run_out(one)
        assert await two.lanes.take(HERE)
        await one.lanes.keep()
        assert not await one.lanes.take(HERE), "what ran out is not renewed under its new holder"


async def test_a_replica_that_lost_its_lane_marks_nothing_and_posts_nothing() -> None:
    where = postgres.database()
    async with opened(where) as one, opened(where) as two:
        row = await entered(one)
        assert await one.lanes.take(HERE)
        assert await one.ledger.claim(row, CREATED) is not None
        await run_out(one)
        assert await two.lanes.take(HERE)
        assert await two.ledger.release(HERE) == 1, "what the other had claimed is due again"
        assert await one.ledger.claim(row, CREATED) is None
        with pytest.raises(HeldElsewhere, match="goes on from what stands in the ledger"):
            await one.ledger.sending(row, "key", CREATED, HERE)
        assert await two.ledger.claim(row, CREATED) is not None
        await two.ledger.sending(row, "key", CREATED, HERE)


async def test_one_slot_is_entered_once_by_replicas_that_see_it_at_once() -> None:
    where = postgres.database()
    async with opened(where) as one, opened(where) as two:
        await one.subscriptions.put([Standing(order(), CREATED, CREATED)])
        entry = [SlotEntry("daily", SLOT, CREATED)]
        await asyncio.gather(
            *(s.ledger.enter(entry, {"daily": CREATED + DAY}, CREATED) for s in (one, two) for _ in range(4))
        )
        assert len(await one.ledger.history("daily")) == 1


async def test_a_plan_made_from_an_old_schedule_does_not_move_a_changed_one() -> None:
    async with opened(postgres.database()) as store:
        await store.subscriptions.put([Standing(order(), CREATED, CREATED)])
        moved = Standing(order(), CREATED, CREATED + 3 * DAY)
        await store.subscriptions.put([moved])  # somebody changed it after a replica had read it
        await store.ledger.enter([SlotEntry("daily", SLOT, CREATED)], {"daily": CREATED + DAY}, CREATED)
        held = await store.subscriptions.get("daily")
        assert held is not None
        assert held.next_due == moved.next_due


# --- turns, clock, news --------------------------------------------------------------------------------------------


async def test_replicas_share_what_a_platform_allows() -> None:
    where = postgres.database()
    async with opened(where) as one, opened(where) as two:
        spacing = {"discord": 100.0}
        assert one.turns is not None
        assert two.turns is not None
        waits = await asyncio.gather(*(store.turns.take(spacing) for store in (one, two) for _ in range(5)))  # type: ignore[union-attr]
        assert [round(wait / 100) for wait in sorted(waits)] == list(range(10))
        assert await one.turns.take({"slack T1": 5.0, "slack T1 in C1": 50.0}) == 0
        assert round(await two.turns.take({"slack T1": 5.0, "slack T1 in C2": 50.0})) == 5
        assert round(await one.turns.take({"slack T1": 5.0, "slack T1 in C1": 50.0})) == 50


async def test_the_schedule_goes_by_the_servers_clock_however_wrong_ours_is() -> None:
    async with opened(postgres.database()) as store:
        store.hold.servers_clock = True  # type: ignore[union-attr]
        ours = CREATED - timedelta(days=400)
        await store.hold.take(ours)
        assert ours + store.hold.skew > CREATED


async def test_what_one_replica_tells_all_hear() -> None:
    where = postgres.database()
    async with opened(where) as one, opened(where) as two:
        heard = asyncio.Event()
        two.news.listen(heard.set)
        async with asyncio.timeout(10):
            while not heard.is_set():  # until the other listens, what is told is not heard
                await one.news.tell()
                await asyncio.sleep(0)


def test_a_lane_holder_is_a_name_of_its_own() -> None:
    database = Database("postgresql://desk@/never_opened")
    assert SharedLanes(database).me != SharedLanes(database).me
