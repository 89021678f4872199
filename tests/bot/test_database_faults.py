"""The database fails in the middle of a delivery: at each of its transactions in turn, in each way a database can.

Full, locked, gone (PostgreSQL ended as by a crash, and started again), committed without our hearing of it, and the
power cut: afterwards each part stands exactly once, and the ledger says so.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.contract import Subscription
from adapters.store.at_once import Changed, Stated
from adapters.store.entries import PausedBy, Standing, State
from adapters.store.errors import Away
from adapters.store.replicas import SharedHold
from adapters.store.store import Store
from bot.schedule import Scheduler, ScheduleSettings
from briefs.briefing import Briefing, Ending
from tests.fakes import FakeClock, FakeOutlet
from tests.peers import postgres
from tests.stores import CREATED, document_of, fresh_file, opened, order

DUE = CREATED + timedelta(hours=1)
SETTINGS = ScheduleSettings(tick=1e6, grace=5)
ROOM = 1_073_741_823
"""Pages a file may have where nothing limits it."""
PARTS = 2


def compose(subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Briefing:
    texts = (f"{subscription.id} {since:%d %H:%M}–{until:%d %H:%M} part {number}" for number in range(PARTS))
    return Briefing(document_of(*texts), Ending.ANSWERED)


@dataclass
class Spoilt:
    """The door for writing of a store, that from its `at`th transaction on goes wrong until it is mended."""

    store: Store
    at: int
    how: str
    server: postgres.Server | None = None
    seen: int = 0
    struck: bool = False
    other: sqlite3.Connection | None = None
    _real: Callable[..., Any] = field(init=False)
    _changed: Callable[..., Any] = field(init=False)

    def __post_init__(self) -> None:
        self._real, self._changed = self.store.database.write, self.store.database.change
        self.store.database.write = self.write  # type: ignore[method-assign]
        self.store.database.change = self.change  # type: ignore[method-assign]

    @asynccontextmanager
    async def write(self, **how: bool) -> AsyncIterator[AsyncConnection]:
        self.seen += 1
        strikes = self.seen >= self.at and (not self.struck or self.how in ("full", "locked"))
        self.struck = self.struck or strikes
        if strikes and self.how == "locked" and self.other is None:
            assert self.store.database.path is not None
            self.other = sqlite3.connect(self.store.database.path, isolation_level=None)
            self.other.execute("BEGIN IMMEDIATE")
        async with self._real(**how) as connection:
            yield connection
            if strikes and self.how == "full":
                pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
                await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
                await connection.exec_driver_sql("INSERT INTO notes VALUES ('a day of logs', printf('%.99999c', 'x'))")
            if strikes and self.how == "gone":
                assert self.server is not None
                await asyncio.to_thread(self.server.stop)
        if strikes and self.how == "unheard":
            raise Away("the connection was lost after the commit")

    async def change(self, *steps: Stated, durable: bool = False) -> Sequence[Changed]:
        """The same statements; where it goes wrong, in a transaction that does."""
        if self.seen + 1 < self.at or (self.struck and self.how not in ("full", "locked")):
            self.seen += 1
            done: Sequence[Changed] = await self._changed(*steps, durable=durable)
            return done
        async with self.write(durable=durable, alone=False) as connection:
            ran = [await connection.execute(*step) for step in steps]
            return [Changed(one.all() if one.returns_rows else (), one.rowcount) for one in ran]

    async def mended(self) -> None:
        self.store.database.write = self._real  # type: ignore[method-assign]
        self.store.database.change = self._changed  # type: ignore[method-assign]
        if self.how == "locked" and self.other is not None:
            self.other.close()
        if self.how == "full":
            async with self._real() as connection:
                await connection.exec_driver_sql(f"PRAGMA max_page_count={ROOM}")
        if self.how == "gone" and self.struck:
            assert self.server is not None
            await asyncio.to_thread(self.server.start)


@dataclass
class Desk:
    """A store, a clock and a channel, and the scheduler over them."""

    store: Store
    clock: FakeClock
    outlet: FakeOutlet
    step: Callable[[str], None] = lambda _: None

    def __post_init__(self) -> None:
        self.begun = CREATED
        self.scheduler = self.anew()

    def anew(self) -> Scheduler:
        return Scheduler(
            self.store, {self.outlet.platform: self.outlet}, compose, self.clock, SETTINGS,
            pause=self.clock.pause, step=self.step,
        )  # fmt: skip

    async def subscribed(self, name: str) -> None:
        """For 10:00, which it is now."""
        while self.clock() > self.begun:
            self.begun += timedelta(days=1)
        self.clock.now = self.begun + timedelta(hours=1)
        one = order(name, self.outlet.platform, name)
        await self.store.subscriptions.put([Standing(one, self.begun, self.clock())])

    async def tick(self) -> None:
        """As the clock's job does it; what it could not write is in the log."""
        await self.scheduler._tick()
        while self.scheduler._lanes:
            await asyncio.wait(list(self.scheduler._lanes.values()))

    async def until_done(self) -> None:
        for _ in range(20):
            await self.tick()
            if not await self.store.ledger.pending():
                return
            self.clock.move(minutes=5)
        raise AssertionError("it waits for ever")

    async def stands_once(self, name: str) -> None:
        texts = Counter(c.text for post in self.outlet.posted for c in post.document.clauses() if name in c.text)
        assert list(texts.values()) == [1] * PARTS, texts
        rows = await self.store.ledger.history(name)
        assert [row.state for row in rows] == [State.SENT] * PARTS, [(row.state, row.reason) for row in rows]
        standing = await self.store.subscriptions.get(name)
        assert standing is not None
        assert standing.covered == rows[0].due


def outlet_of(platform: str, clock: FakeClock) -> FakeOutlet:
    """Discord remembers keys for a while, Slack lets one look."""
    remembers = timedelta(minutes=3 if platform == "discord" else 0)
    return FakeOutlet(clock, platform, remembers, parts_of=2)


@pytest.mark.parametrize(
    ("how", "platform", "restarted"),
    [
        ("full", "slack", False),
        ("full", "discord", True),
        ("locked", "discord", False),
        ("locked", "slack", True),
        ("unheard", "slack", False),
        ("unheard", "slack", True),
        ("unheard", "discord", False),
        ("unheard", "discord", True),
    ],
)
async def test_a_file_that_fails_at_any_transaction_of_a_delivery_doubles_and_loses_nothing(
    tmp_path: Path, expected_warnings: list[str], how: str, restarted: bool, platform: str
) -> None:
    expected_warnings.append(r"dateline.schedule: (schedule|delivery).store reason=.*(no room left|locked by|lost)")
    for at in count(1):
        clock = FakeClock(CREATED)
        folder = tmp_path / str(at)
        folder.mkdir()
        async with opened(fresh_file(folder), busy=0.01) as store:
            desk = Desk(store, clock, outlet_of(platform, clock))
            await desk.subscribed("daily")
            spoilt = Spoilt(store, at, how)
            await desk.tick()
            await spoilt.mended()
            if restarted:
                desk.scheduler = desk.anew()
                await store.ledger.release()
            await desk.until_done()
            await desk.stands_once("daily")
        if not spoilt.struck:
            break
    assert at > 8, "a delivery of two parts has more transactions than that"


@pytest.fixture
def server() -> Iterator[postgres.Server]:
    with postgres.serving() as server:
        server.sql("CREATE DATABASE desk")
        yield server


async def test_a_server_that_crashes_in_any_transaction_of_a_delivery_doubles_and_loses_nothing(
    server: postgres.Server, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"dateline.schedule: (schedule|delivery).store reason=.* cannot be reached")
    clock = FakeClock(CREATED)
    async with opened(server.address("desk")) as store:
        assert isinstance(store.hold, SharedHold)
        desk = Desk(store, clock, outlet_of("slack", clock))
        for at in count(1):
            await desk.subscribed(f"s{at:02}")
            spoilt = Spoilt(store, at, "gone", server)
            await desk.tick()
            await spoilt.mended()
            await desk.until_done()
            await desk.stands_once(f"s{at:02}")
            await store.subscriptions.remove(f"s{at:02}", clock())
            if not spoilt.struck:
                break
        assert at > 10


# --- power cut -----------------------------------------------------------------------------------------------------


@dataclass
class Disk:
    """What a power cut leaves: the files as they were when the last transaction that waits for the disk had ended.

    Everything committed after that may be gone (sqlite.org/pragma.html#pragma_synchronous, NORMAL in WAL mode), and
    what was committed before it is there: one write-ahead log holds all in order. `left` is that copy.
    """

    path: Path
    left: Path
    said: str = ""

    def sync(self) -> None:
        self.left.mkdir(exist_ok=True)
        for old in self.left.iterdir():
            old.unlink()
        for end in ("", "-wal"):
            if (file := self.path.with_name(self.path.name + end)).exists():
                shutil.copyfile(file, self.left / file.name)


@asynccontextmanager
async def watched(store: Store, disk: Disk) -> AsyncIterator[None]:
    """Copy the files at the end of every durable transaction."""
    real, changed = store.database.write, store.database.change

    @asynccontextmanager
    async def write(*, durable: bool = False, alone: bool = True) -> AsyncIterator[AsyncConnection]:
        async with real(durable=durable, alone=alone) as connection:
            yield connection
        if durable:
            disk.sync()

    async def change(*steps: Stated, durable: bool = False) -> Sequence[Changed]:
        done = await changed(*steps, durable=durable)
        if durable:
            disk.sync()
        return done

    store.database.write = write  # type: ignore[method-assign]
    store.database.change = change  # type: ignore[method-assign]
    yield


class CutError(BaseException):
    """The power is gone."""


@pytest.mark.parametrize(
    ("platform", "off_for"),
    [
        ("discord", timedelta(seconds=30)),
        ("discord", timedelta(hours=20)),
        ("slack", timedelta(seconds=30)),
        ("slack", timedelta(hours=3)),
    ],
    ids=str,
)
async def test_a_power_cut_after_any_step_doubles_and_loses_nothing(
    tmp_path: Path, platform: str, off_for: timedelta
) -> None:
    cuts = 0
    for at in count(1):
        folder = tmp_path / str(at)
        (folder / "on").mkdir(parents=True)
        clock = FakeClock(CREATED)
        path = fresh_file(folder / "on")
        disk = Disk(path, folder / "left")
        outlet = outlet_of(platform, clock)
        steps = iter(range(1, at + 1))

        def step(_: str, steps: Iterator[int] = steps, at: int = at) -> None:
            if next(steps, at) == at:
                raise CutError

        async with opened(path) as store, watched(store, disk):
            desk = Desk(store, clock, outlet, step)
            await desk.subscribed("daily")
            disk.sync()  # a person was told that it is made
            await _until_cut(desk)
        cut = next(steps, None) is None
        clock.now += off_for
        async with opened(disk.left / path.name) as store:
            desk = Desk(store, clock, outlet)
            await store.ledger.release()
            await desk.until_done()
            await _told_once(desk)
        if not cut:
            break
        cuts += 1
    assert cuts >= 10


async def _until_cut(desk: Desk) -> None:
    try:
        await desk.scheduler._tick()
    except CutError:
        return
    while desk.scheduler._lanes:
        await asyncio.gather(*desk.scheduler._lanes.values(), return_exceptions=True)


async def _told_once(desk: Desk) -> None:
    """Each part stands once; a digest of which nothing had left may be told by a later one instead."""
    texts = Counter(clause.text for post in desk.outlet.posted for clause in post.document.clauses())
    assert set(texts.values()) == {1}, texts
    standing = await desk.store.subscriptions.get("daily")
    assert standing is not None
    spans = sorted({text.removeprefix("daily ").partition(" part")[0] for text in texts})
    assert len(texts) == PARTS * len(spans), texts
    assert spans[0].startswith("01 09:00"), "the first window begins where the subscription began"
    ends = [tuple(span.split("–")) for span in spans]
    assert all(until == since for (_, until), (since, _) in pairwise(ends)), spans
    assert ends[-1][1] == f"{standing.covered:%d %H:%M}"


async def test_what_a_person_did_outlives_a_power_cut(tmp_path: Path) -> None:
    """They were told that it is done, so that it is on disk by then."""
    (tmp_path / "on").mkdir()
    path = fresh_file(tmp_path / "on")
    disk = Disk(path, tmp_path / "left")
    async with opened(path) as store, watched(store, disk):
        orders = store.subscriptions
        deeds: dict[str, Callable[[], Awaitable[object]]] = {
            "made": lambda: orders.put([Standing(order(), CREATED, DUE)]),
            "paused": lambda: orders.pause("daily", "a person", PausedBy.PERSON),
            "resumed": lambda: orders.resume("daily", DUE, CREATED),
            "removed": lambda: orders.remove("daily", CREATED),
        }
        for name, done in deeds.items():
            await done()
            assert _left(disk) == name
        await store.note("x").save("nobody waits for this one")
        assert _left(disk) == "removed"


def _left(disk: Disk) -> str:
    """What became of the order, by what the power cut left."""
    with closing(sqlite3.connect(disk.left / disk.path.name)) as connection:
        [(paused, removed)] = connection.execute("SELECT paused, removed FROM subscriptions").fetchall()
        known = connection.execute("SELECT count(*) FROM notes WHERE name = 'x'").fetchall()
    assert known == [(0,)]
    if removed:
        return "removed"
    was = disk.said
    disk.said = "paused" if paused else ("made" if was in ("", "made") else "resumed")
    return disk.said
