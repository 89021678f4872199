"""What should happen by itself and does not: told once for each cause, once more when it is over, by one replica."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.contract import Address, Unavailable
from adapters.heartbeat import Heartbeat
from adapters.hours import QuietHours
from adapters.store import Locked, open_store
from adapters.store.entries import Delivery, Pending, SlotEntry, Standing, State
from adapters.store.store import Store
from bot.app import App
from bot.commands import Held
from bot.silence import Cause, Limits, Pulse, Silent, Told, Watch, could_be_posted, read, silences, written
from briefs.plain import plain
from tests.archives import shipped
from tests.bot.test_app import FakeRoom, app_of, until
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.faultserver import FaultServer, Status
from tests.peers import postgres
from tests.stores import CREATED, fresh, fresh_file, opened, order

each_database = pytest.mark.usefixtures("each_database")

ADMIN = Address("discord", "9")
BEGUN = r"dateline\.silence: silence\.begun cause="
MINUTE = timedelta(minutes=1)
HELD = Held.of(shipped(), ())


@dataclass
class Post:
    """One process that watches, its clock at hand."""

    store: Store
    clock: FakeClock = field(default_factory=FakeClock)
    beats: int = 0
    failing: Exception | None = None

    def __post_init__(self) -> None:
        self.outlet = FakeOutlet(self.clock, "discord")
        self.watch = self.fresh()
        self.ticked = self.clock()

    def fresh(self) -> Watch:
        """A watch that remembers nothing: after a restart, or another replica's."""
        return Watch(Limits(), self.beat)

    async def beat(self) -> None:
        self.beats += 1
        if self.failing:
            raise self.failing

    async def look(self, *, ticks: bool = True, times: int = 1, apart: float = 20) -> None:
        for _ in range(times):
            self.clock.move(seconds=apart)
            self.ticked = self.clock() if ticks else self.ticked
            await self.watch.look(self.store, self.ticked, {"discord": self.outlet}, [ADMIN], self.clock())

    @property
    def told(self) -> list[str]:
        return [plain(post.document).replace("\n\n", ": ") for post in self.outlet.posted]


@asynccontextmanager
async def posted(folder: Path) -> AsyncIterator[Post]:
    async with opened(fresh(folder)) as store:
        yield Post(store)


def said(caplog: pytest.LogCaptureFixture, event: str) -> int:
    return sum(event in record.getMessage() for record in caplog.records)


# --- what is silent ----------------------------------------------------------------------------------------------


def test_each_cause_has_its_own_limit_and_none_means_never() -> None:
    now = CREATED
    pulse = Pulse(now - 6 * MINUTE, [now - 61 * MINUTE, now - 59 * MINUTE], now - timedelta(days=8))
    assert silences(pulse, Limits(), now) == {
        Cause.TICK: Silent(now - 6 * MINUTE),
        Cause.DIGEST: Silent(now - 61 * MINUTE, 1),
        Cause.RECORDS: Silent(now - timedelta(days=8)),
    }
    never = Limits(timedelta(0), timedelta(0), timedelta(0))
    assert silences(pulse, never, now) == {}
    edge = Pulse(now - 5 * MINUTE, [now - 60 * MINUTE], now - timedelta(days=7))
    assert silences(edge, Limits(), now) == {}
    assert silences(Pulse(), Limits(), now) == {}


def test_what_quiet_hours_hold_is_not_late_and_counts_from_their_end() -> None:
    quiet = QuietHours(time(22), time(7))
    at = datetime(2026, 3, 1, 23, tzinfo=UTC)
    one = Pending(Delivery(1, "d", "2026-03-01T23:00", at, at, 0, 0, State.DUE), ADMIN, "UTC", quiet)
    free = Pending(one.delivery, ADMIN)
    night, morning = datetime(2026, 3, 2, 3, tzinfo=UTC), datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert could_be_posted([one, free], night) == [at]
    assert could_be_posted([one], morning) == [datetime(2026, 3, 2, 7, tzinfo=UTC)]


def test_what_was_told_comes_back_as_it_was_written() -> None:
    told = {Cause.TICK: Told(CREATED, ["discord 9", "slack C1"]), Cause.RECORDS: Told(CREATED, [])}
    assert read(written(told)) == told
    assert read(written({})) == {}


# --- telling -----------------------------------------------------------------------------------------------------


@each_database
async def test_a_clock_that_nobody_looks_at_is_told_once_and_told_when_it_is_over(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(BEGUN + "tick since=2026-03-01T09:00:00")
    async with posted(tmp_path) as post:
        await post.look(ticks=False, times=30)
        assert post.told == [
            "Dateline is silent where it should not be: No look at the clock has succeeded since 2026-03-01 09:00 UTC, "
            "so no digest is posted. The log says why."
        ]
        await post.look(times=3)
        assert post.told[1:] == ["It is over: The clock is looked at again."]
        await post.look(times=3)
        assert len(post.told) == 2


@each_database
async def test_a_digest_that_is_due_and_not_posted_is_told_and_what_it_concerns_is_counted(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(BEGUN + "digest")
    async with posted(tmp_path) as post:
        await post.store.subscriptions.put([Standing(order(), CREATED, CREATED)])
        slots = [SlotEntry("daily", f"2026-03-01T0{hour}:00", CREATED) for hour in (8, 9)]
        await post.store.ledger.enter(slots, {}, CREATED)
        await post.look(times=3, apart=1200)
        assert post.told == []
        await post.look(times=2)
        assert post.told == [
            "Dateline is silent where it should not be: Due and neither posted nor ended: 2, the oldest since "
            "2026-03-01 09:00 UTC. “dateline deliveries” lists them."
        ]
        await post.store.subscriptions.remove("daily", post.clock())
        await post.look()
        assert post.told[1:] == ["It is over: What was due is posted, or it is known how it ended."]


@each_database
async def test_records_that_stay_away_are_told_and_a_changed_one_ends_it(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(BEGUN + "records since=2026-03-01T09:00:00")
    async with posted(tmp_path) as post:
        await post.look(times=3, apart=100_000)
        assert post.told == []  # nothing was ever held: nothing stays away
        await post.store.seen.see({"a/1": "x"}, CREATED)
        await post.look(times=5, apart=100_000)
        assert [one.splitlines()[0] for one in post.told] == [
            "Dateline is silent where it should not be: No record is new or changed since 2026-03-01 09:00 UTC."
        ]
        await post.store.seen.see({"a/1": "y"}, post.clock())
        await post.look()
        assert post.told[1:] == ["It is over: Records come in again."]


@each_database
async def test_a_machine_that_wakes_up_raises_no_alarm(tmp_path: Path) -> None:
    async with posted(tmp_path) as post:
        await post.look(times=2)
        await post.look(ticks=False, apart=259_200)  # three days asleep, and this look came before the clock's
        await post.look(times=3)
        assert (post.told, post.beats > 0) == ([], True)


@each_database
async def test_a_restart_or_another_replica_tells_nothing_twice_and_still_says_when_it_is_over(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(BEGUN + "tick")
    async with posted(tmp_path) as post:
        await post.look(ticks=False, times=30)
        post.watch = post.fresh()
        await post.look(ticks=False, times=3)
        assert len(post.told) == 1
        post.watch = post.fresh()
        await post.look()
        assert post.told[1:] == ["It is over: The clock is looked at again."]


@each_database
async def test_a_channel_that_cannot_be_reached_is_told_later_and_once(
    tmp_path: Path, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings += [BEGUN + "tick", r"silence\.not_told channel=discord 9 reason=down then=tried again"]
    async with posted(tmp_path) as post:
        post.outlet.fail_next.extend([Unavailable("down"), Fault(Unavailable("down"), made=True)])
        await post.look(ticks=False, times=30)
        assert (said(caplog, "silence.begun"), said(caplog, "silence.not_told")) == (1, 1)
        assert len(post.told) == 1  # the second try came through though its answer was lost: it is found


async def test_while_its_file_cannot_be_read_the_operators_are_told_all_the_same(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(BEGUN + "tick")

    async def locked(*_: object) -> None:
        raise Locked("the file is locked", None)

    async with opened(fresh_file(tmp_path)) as store:
        post = Post(store)
        store.ledger.pending = locked  # type: ignore[method-assign, assignment]
        await post.look(ticks=False, times=30)
        assert len(post.told) == 1


# --- the address that is called ------------------------------------------------------------------------------------


@each_database
async def test_while_all_is_well_the_address_is_called_once_a_minute_and_not_in_silence(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(BEGUN + "tick")
    async with posted(tmp_path) as post:
        await post.look(times=30)  # ten minutes
        assert post.beats == 10
        await post.look(ticks=False, times=15)
        before = post.beats
        await post.look(ticks=False, times=30)
        assert post.beats <= before + 1
        await post.look(times=6)
        assert post.beats >= before + 2


@each_database
async def test_calls_that_fail_are_logged_once_until_one_arrives(
    tmp_path: Path, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings.append(r"heartbeat\.failed reason=answered with status 503 then=tried again")
    async with posted(tmp_path) as post, FaultServer() as server:
        server.script("GET", "/ping/secret", *[Status(503)] * 3, Status(200), Status(503))
        post.watch.beat = Heartbeat(f"{server.url}/ping/secret").beat
        await post.look(times=3, apart=60)
        assert said(caplog, "heartbeat.failed") == 1
        await post.look(times=2, apart=60)
        assert said(caplog, "heartbeat.failed") == 2  # one had arrived between
        calls = server.seen("GET", "/ping/secret")
        assert len(calls) == 5
        assert {call.body for call in calls} == {b""}
        assert "cookie" not in {name.lower() for call in calls for name in call.headers}


async def test_the_process_that_has_the_schedule_watches_and_calls(tmp_path: Path) -> None:
    """Through the application: its schedule ticks, so it calls and tells nobody."""
    room = FakeRoom("discord")
    beaten = asyncio.Event()

    async def beat() -> None:
        beaten.set()

    app = app_of(HELD, tmp_path, room, watch=Watch(Limits(), beat), admin=[ADMIN])
    running = asyncio.create_task(app.run())
    await until(beaten.is_set)
    app.stop.set()
    assert await running == 0
    assert room.posted == []


async def test_of_replicas_one_watches_and_calls(tmp_path: Path) -> None:
    where = postgres.database()
    beats: list[int] = []
    looks = [0, 0]

    def replica(number: int) -> App:
        async def beat() -> None:
            beats.append(number)

        def reload() -> None:
            looks[number] += 1

        return app_of(
            HELD, tmp_path, FakeRoom("discord"), watch=Watch(Limits(), beat), reload=reload,
            open_store=lambda: open_store(where), clock=lambda: datetime.now(UTC),
        )  # fmt: skip

    apps = [replica(0), replica(1)]
    running = [asyncio.create_task(app.run()) for app in apps]
    await until(lambda: min(looks) > 4, 30)
    for app in apps:
        app.stop.set()
    await asyncio.gather(*running)
    assert len(beats) == 1


async def test_a_process_without_the_schedule_neither_tells_nor_calls(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("schedule.refused")
    looks = 0

    async def beat() -> None:
        raise AssertionError("it has not the schedule")

    def reload() -> None:
        nonlocal looks
        looks += 1

    async with opened(fresh_file(tmp_path)) as store:
        await store.hold.take(datetime.now(UTC))
        app = app_of(HELD, tmp_path, FakeRoom("discord"), watch=Watch(Limits(), beat), reload=reload)
        running = asyncio.create_task(app.run())
        await until(lambda: looks > 3)
        app.stop.set()
        assert await running == 0
