"""Alerts in the database: how far they have looked, slots of two kinds, what each slot told, the way up and back."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from adapters.contract import Alerts, CatchUp
from adapters.store import postgresql, upgrade
from adapters.store.entries import NEVER, Delivery, Kind, Part, PausedBy, Settlement, SlotEntry, Standing, State
from adapters.store.store import Store
from tests.stores import CREATED, DAY, document_of, fresh, opened, order

pytestmark = pytest.mark.usefixtures("each_database")

HOUR = timedelta(hours=1)
NAME = "2026-03-01T09:30:07Z"
ALERT = SlotEntry("daily", NAME, CREATED + HOUR / 2, kind=Kind.ALERT, since=CREATED + HOUR / 4)
DIGEST = SlotEntry("daily", "2026-03-01T10:00", CREATED + HOUR)
NEWS = ("un/1", "un/2")


async def standing(store: Store) -> Standing:
    held = await store.subscriptions.get("daily")
    assert held is not None
    return held


async def subscribed(store: Store) -> None:
    """The daily subscription, its destination ours to deliver to."""
    await store.subscriptions.put([Standing(order(), CREATED, CREATED + DAY)])
    await store.lanes.take(order().address)


async def prepared(store: Store, entry: SlotEntry, *texts: str) -> tuple[Delivery, ...]:
    """That slot entered and claimed, with a part of each text, telling `NEWS`."""
    await store.ledger.enter([entry], {}, CREATED)
    [row] = await store.ledger.open(entry.subscription, entry.local)
    assert await store.ledger.claim(row.id, CREATED) is not None
    parts = [Part(f"key-{number}", document_of(text)) for number, text in enumerate(texts)]
    return await store.ledger.prepare(row, parts, CREATED, NEWS)


async def test_how_far_alerts_have_looked_is_kept_and_never_moves_back(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    changes = Standing(order(alerts=Alerts.CHANGES), CREATED, CREATED + DAY, alerted=CREATED + HOUR)
    off = Standing(order("other"), CREATED, CREATED + DAY)
    async with opened(path) as store:
        await store.subscriptions.put([changes, off])
    async with opened(path) as store:
        assert await store.subscriptions.all() == (changes, off)
        earlier = Standing(order(alerts=Alerts.ALL), CREATED, CREATED + DAY, alerted=CREATED)
        await store.subscriptions.put([earlier])
        held = await standing(store)
        assert (held.subscription.alerts, held.alerted) == (Alerts.ALL, CREATED + HOUR)
        other = await store.subscriptions.get("other")
        assert other is not None
        assert (other.subscription.alerts, other.alerted) == (Alerts.OFF, NEVER)


async def test_what_came_during_a_pause_is_no_alert(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(), CREATED, CREATED + DAY, alerted=CREATED)])
        await store.subscriptions.pause("daily", "wanted", PausedBy.PERSON)
        await store.subscriptions.resume("daily", CREATED + 2 * DAY, CREATED + DAY)
        assert (await standing(store)).alerted == CREATED + DAY
        await store.subscriptions.resume("daily", CREATED + 2 * DAY, CREATED + HOUR)
        held = await standing(store)
        assert (held.alerted, held.covered) == (CREATED + DAY, CREATED)


async def test_an_alert_keeps_its_own_window_and_a_digest_begins_where_the_last_ended(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await subscribed(store)
        await store.ledger.enter([ALERT, DIGEST], {}, CREATED)
        alert, digest = await store.ledger.history("daily")
        assert (alert.slot, alert.kind, alert.since) == (NAME, Kind.ALERT, CREATED + HOUR / 4)
        assert (digest.kind, digest.since) == (Kind.DIGEST, None)
        begins = [await store.ledger.claim(one.id, CREATED) for one in (alert, digest)]
        assert [one.since for one in begins if one] == [CREATED + HOUR / 4, CREATED]
        assert [one.delivery.kind for one in await store.ledger.pending()] == [Kind.ALERT, Kind.DIGEST]


async def test_a_newer_digest_supersedes_no_alert_and_an_alert_no_digest(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(catch_up=CatchUp.LATEST), CREATED, CREATED + DAY)])
        later = SlotEntry("daily", "2026-03-01T10:30:00Z", CREATED + 2 * HOUR, kind=Kind.ALERT, since=CREATED)
        for entry in (ALERT, DIGEST, later):
            await store.ledger.enter([entry], {}, CREATED)
        assert [row.state for row in await store.ledger.history("daily")] == [State.DUE] * 3
        newer = SlotEntry("daily", "2026-03-02T10:00", CREATED + DAY)
        await store.ledger.enter([newer], {}, CREATED)
        states = {row.slot: row.state for row in await store.ledger.history("daily")}
        assert [slot for slot, state in states.items() if state is State.SKIPPED] == [DIGEST.local]


async def test_the_first_part_keeps_what_its_slot_tells_through_every_new_attempt(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await subscribed(store)
        first, second = await prepared(store, ALERT, "one", "two")
        assert ((first.news, first.kind), (second.news, second.kind)) == ((NEWS, Kind.ALERT), ((), Kind.ALERT))
        await store.ledger.replace(first, [Part("key-2", document_of("plain"))] * 2, "too long", CREATED)
        first, second = await store.ledger.open("daily", NAME)
        assert ((first.news, first.kind), (second.news, second.kind)) == ((NEWS, Kind.ALERT), ((), Kind.ALERT))
        await store.ledger.settle(Settlement(first, State.UNKNOWN, CREATED))
        assert await store.outbox.again([first.id], CREATED) == (first.id,)
        again = next(row for row in await store.ledger.open("daily", NAME) if row.group == 2)
        assert (again.news, again.kind, again.since) == (NEWS, Kind.ALERT, ALERT.since)
        assert {one.kind for one in await store.outbox.letters((State.UNKNOWN,), CREATED)} == {Kind.ALERT}


async def test_an_alert_that_stands_says_that_it_is_one(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await subscribed(store)
        for entry in (ALERT, DIGEST):
            [row] = await prepared(store, entry, "one")
            await store.ledger.settle(Settlement(row, State.SENT, CREATED, receipt="m"))
            posted = await store.amendments.posted("daily", entry.local)
            assert posted is not None
            assert posted.kind is entry.kind


def _stepped(where: Path | str, version: str) -> None:
    """Bring the database to that version, up or down."""

    def step(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.downgrade(config, version)

    async def there(address: str) -> None:
        engine = postgresql.engine(address, 5.0)
        async with engine.begin() as connection:
            await connection.run_sync(step)
        await engine.dispose()

    if isinstance(where, str):
        asyncio.run(there(where))
        return
    engine = create_engine(f"sqlite:///{where}", poolclass=NullPool)
    with engine.begin() as connection:
        step(connection)


async def test_a_database_from_before_alerts_keeps_every_digest_and_takes_alerts(tmp_path: Path) -> None:
    where = fresh(tmp_path)
    async with opened(where) as store:
        await subscribed(store)
        for entry in (ALERT, DIGEST):
            for row in await prepared(store, entry, "one", "two"):
                await store.ledger.settle(Settlement(row, State.SENT, CREATED))
        before = await store.ledger.history("daily")
    await asyncio.to_thread(_stepped, where, "r0011")
    async with opened(where) as store:
        digests = tuple(row for row in before if row.kind is Kind.DIGEST)
        kept = await store.ledger.history("daily")
        assert [(row.id, row.slot, row.state, row.text) for row in kept] == [
            (row.id, row.slot, row.state, row.text) for row in digests
        ]
        assert {(row.kind, row.news) for row in kept} == {(Kind.DIGEST, ())}
        assert (await standing(store)).alerted == NEVER
        await store.ledger.enter([ALERT], {}, CREATED)
        assert [row.kind for row in await store.ledger.open("daily", NAME)] == [Kind.ALERT]
