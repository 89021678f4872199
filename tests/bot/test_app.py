"""The process: platforms kept apart, stopped in order, and answering whatever becomes of the database."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.contract import (
    Address,
    CredentialsRefused,
    EmptyDay,
    Lack,
    Question,
    Receipt,
    Report,
    Request,
    Subscription,
)
from adapters.store import open_store
from adapters.store.entries import Standing
from bot.app import HOUSE, SEEN_AHEAD, App, news_times, record_digests
from bot.archives import Shelves
from bot.commands import Desk, Held
from bot.config import NamePolicy
from bot.serving import administration_of
from bot.silence import Limits, Watch
from bot.supervision import BackOff
from briefs.codebook import State
from briefs.document import Document
from tests.adapters.slack.rooms import room_at
from tests.faultserver import FaultServer, Json
from tests.peers import postgres

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
QUICK = BackOff(first=0.01, growth=2, longest=0.05, good=60)


@dataclass
class FakeRoom:
    """A room in memory. `endings` says how each `serve` ends; after them it serves until closed."""

    platform: str = "discord"
    endings: list[Exception] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    posted: list[Document] = field(default_factory=list)
    serving: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    may_post: asyncio.Event | None = None
    closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        self.history.append("serve")
        if self.endings:
            raise self.endings.pop(0)
        self.serving.set()
        await self.closed.wait()

    async def close(self) -> None:
        self.history.append("close")
        self.closed.set()

    def keeps(self, address: Address) -> bool:
        return False

    def threads(self, address: Address) -> bool:
        return False

    async def publish(self, address: Address, message: str) -> None:
        return None

    async def edit(self, address: Address, message: str, document: Document) -> None:
        self.history.append("edit")

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        return ()

    async def warn(self, server: str, document: Document) -> bool:
        return False

    def parts(self, document: Document) -> Sequence[Document]:
        return (document,)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        self.reached.set()
        if self.may_post is not None:
            await self.may_post.wait()
        self.history.append("post")
        self.posted.append(document)
        return Receipt(key, NOW)

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        return None


def app_of(
    held: Held, data: Path, *rooms: FakeRoom, subscriptions: Sequence[Subscription] = (), **changed: object
) -> App:
    parts: dict[str, object] = {
        "desk": Desk(held, lambda: NOW),
        "rooms": rooms,
        "outlets": (),
        "subscriptions": subscriptions,
        "open_store": lambda: open_store(data / "dateline.db"),
        "reload": lambda: None,
        "clock": lambda: NOW,
        "look_every": 0.02,
        "back_off": QUICK,
    }
    return App(**{**parts, **changed})  # type: ignore[arg-type]


async def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Poll with a deadline."""
    end = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < end, "it never came"
        await asyncio.sleep(0.01)


async def running(app: App, then: Callable[[], Awaitable[object]]) -> int:
    task = asyncio.create_task(app.run())
    try:
        await then()
    finally:
        app.stop.set()
    return await asyncio.wait_for(task, 10)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return folder


async def test_a_refused_token_ends_that_platform_alone(
    shipped: Held, data: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"platform.disabled platform=slack reason=DATELINE_SLACK_BOT_TOKEN was refused")
    discord, slack = (
        FakeRoom("discord"),
        FakeRoom("slack", [CredentialsRefused("DATELINE_SLACK_BOT_TOKEN was refused")]),
    )
    app = app_of(shipped, data, discord, slack)
    assert await running(app, discord.serving.wait) == 0
    assert slack.history.count("serve") == 1


async def test_none_left_is_said_and_ends_with_one(shipped: Held, data: Path, expected_warnings: list[str]) -> None:
    expected_warnings += [r"platform.disabled platform=discord", r"app.nothing_left refused=discord"]
    room = FakeRoom("discord", [CredentialsRefused("DATELINE_DISCORD_TOKEN was refused")])
    assert await asyncio.wait_for(app_of(shipped, data, room).run(), 10) == 1


async def test_slack_itself_refusing_the_token_is_one_line_without_the_token(
    shipped: Held, data: Path, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings += [r"platform.disabled platform=slack reason=.*DATELINE_SLACK_BOT_TOKEN", r"app.nothing_left"]
    async with FaultServer() as server:
        server.script("POST", "/auth.test", Json({"ok": False, "error": "invalid_auth"}))
        room = room_at(server.url, bot_token="xoxb-wrong-token")
        app = app_of(shipped, data)
        app.rooms = [room]
        assert await asyncio.wait_for(app.run(), 10) == 1
    assert "xoxb-wrong" not in caplog.text


async def test_a_lost_connection_is_tried_again_and_touches_no_other_platform(
    shipped: Held, data: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"platform.lost platform=discord again_in=")
    discord, slack = FakeRoom("discord", [ConnectionError("gone")] * 3), FakeRoom("slack")
    app = app_of(shipped, data, discord, slack)
    assert await running(app, discord.serving.wait) == 0
    assert discord.history == ["serve"] * 4 + ["close"]
    assert slack.history == ["serve", "close"]


async def test_a_platform_that_says_goodbye_ends_the_process_calmly(shipped: Held, data: Path) -> None:
    room = FakeRoom("console")
    room.closed.set()
    assert await asyncio.wait_for(app_of(shipped, data, room).run(), 10) == 0


def order(room: FakeRoom) -> Subscription:
    return Subscription("a", Address(room.platform, "1"), (time(9),), "UTC", NOW, empty_day=EmptyDay.SAY)


async def test_a_digest_is_told_in_the_language_of_its_subscription_else_the_operators(
    shipped: Held, data: Path
) -> None:
    room = FakeRoom("discord")
    app = app_of(shipped, data, room)
    told = {
        language: app.compose(replace(order(room), language=language), NOW, NOW + timedelta(days=1)).document
        for language in ("fr", "en", None)
    }
    assert [told[language].language for language in ("fr", "en", None)] == ["fr", "en", "en"]
    assert told["fr"].title == "Lundi 2 mars 2026"
    app.desk.language = "fr"
    assert app.compose(order(room), NOW, NOW + timedelta(days=1)).document == told["fr"]


async def test_sigterm_lets_a_post_under_way_finish_before_the_room_is_closed(shipped: Held, data: Path) -> None:
    room = FakeRoom("discord", may_post=asyncio.Event())
    moved = [NOW]
    leaping = Watch(Limits(tick=timedelta(0), digest=timedelta(0)))  # a clock that leaps a day is no silence
    app = app_of(shipped, data, room, subscriptions=[order(room)], clock=lambda: moved[0], watch=leaping)

    async def then() -> None:
        await until(lambda: app.scheduler is not None)
        moved[0] = NOW + timedelta(days=1)
        ticking = asyncio.create_task(app.scheduler.run_due_once(moved[0]))  # type: ignore[union-attr]
        await asyncio.wait_for(room.reached.wait(), 5)
        os.kill(os.getpid(), signal.SIGTERM)
        await until(app.stop.is_set)
        assert "close" not in room.history
        assert room.may_post is not None
        room.may_post.set()
        await ticking

    assert await running(app, then) == 0
    assert room.history == ["serve", "post", "close"]


async def test_a_second_process_on_one_file_refuses_to_schedule_and_says_who_holds_it(
    shipped: Held, data: Path, expected_warnings: list[str]
) -> None:
    first, second = FakeRoom("discord"), FakeRoom("discord")
    one, two = app_of(shipped, data, first), app_of(shipped, data, second)

    async def then() -> None:
        await until(lambda: one.scheduler is not None)
        expected_warnings.append(rf"schedule.refused reason=.*{os.getpid()}.*already schedules on .*dateline.db")

        async def other() -> None:
            await until(lambda: bool(two.told))
            assert two.scheduler is None
            reply = await two.desk.answer(Request("help"))
            assert reply.document.title

        assert await running(two, other) == 0

    assert await running(one, then) == 0


async def test_the_second_process_takes_over_when_the_first_ends(
    shipped: Held, data: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"schedule.refused")
    one, two = app_of(shipped, data, FakeRoom("discord")), app_of(shipped, data, FakeRoom("discord"))
    first = asyncio.create_task(one.run())
    await until(lambda: one.scheduler is not None)
    second = asyncio.create_task(two.run())
    await until(lambda: bool(two.told))
    one.stop.set()
    assert await asyncio.wait_for(first, 10) == 0
    await until(lambda: two.scheduler is not None)
    two.stop.set()
    assert await asyncio.wait_for(second, 10) == 0


async def test_a_database_that_is_none_costs_the_schedule_and_not_the_answers(
    shipped: Held, data: Path, expected_warnings: list[str]
) -> None:
    (data / "dateline.db").write_bytes(b"this is no database at all, not even a small one " * 40)
    before = (data / "dateline.db").read_bytes()
    expected_warnings.append(r"store.unusable reason=.*dateline.db is not a database; .*questions are answered")
    room = FakeRoom("discord")
    app = app_of(shipped, data, room)

    async def then() -> None:
        await room.serving.wait()
        await until(lambda: bool(app.told))
        assert (await app.desk.answer(Request("position", line="cambodia"))).document.clauses()

    assert await running(app, then) == 0
    assert (data / "dateline.db").read_bytes() == before


async def test_a_reload_is_answered_from_at_once_and_seen_by_the_store(
    shipped: Held, article: Held, data: Path
) -> None:
    news = [article]
    app = app_of(shipped, data, FakeRoom("discord"), reload=lambda: news.pop() if news else None)

    async def then() -> None:
        await until(lambda: app.scheduler is not None and app.desk.held is article)

    assert await running(app, then) == 0
    assert set(app.recorded) >= set(record_digests(article.archive))


async def test_records_taken_up_while_running_fall_into_no_window_that_may_be_under_composition(
    shipped: Held, article: Held, data: Path
) -> None:
    news = [shipped]
    app = app_of(article, data, FakeRoom("discord"), reload=lambda: news.pop() if news else None)

    async def then() -> None:
        await until(lambda: "undl-3959039/un-es-11-1" in app.recorded)

    assert await running(app, then) == 0
    assert app.recorded["voa/vote"] == NOW
    assert app.recorded["undl-3959039/un-es-11-1"] == NOW + SEEN_AHEAD


def test_a_bad_file_at_reload_keeps_the_old_records_with_one_line(
    root: Path, tmp_path: Path, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    [shipped_file] = sorted((root / "records" / "events").rglob("*.yaml"))
    copy = folder / "article.yaml"
    copy.write_bytes(shipped_file.read_bytes())
    shelves = Shelves((folder,), tmp_path / "data", NamePolicy())
    held = shelves.open()
    assert shelves.changed() is None
    copy.write_text("source: [", encoding="utf-8")
    expected_warnings.append(r"records.reload-refused .*article.yaml:")
    with caplog.at_level(logging.WARNING):
        assert shelves.changed() is None
        assert shelves.changed() is None, "and it is said once"
    assert len(caplog.records) == 1
    copy.write_bytes(shipped_file.read_bytes() + b"\n# mended\n")
    assert shelves.changed() is None, "the same records as before"
    assert held.archive.events


def test_record_digests_tell_new_and_changed_records(article: Held) -> None:
    digests = record_digests(article.archive)
    assert set(digests) == set(article.archive.events)
    assert record_digests(article.archive) == digests


def test_a_draft_is_news_when_it_is_published_and_an_embargoed_record_when_it_is_released(article: Held) -> None:
    archive = article.archive
    draft = replace(archive.events["voa/vote"], state=State.DRAFT)
    later = replace(archive.events["voa/cnrp"], embargo=NOW + timedelta(days=2))
    held = replace(archive, events={**archive.events, draft.id: draft, later.id: later})
    assert set(record_digests(held)) == set(archive.events) - {draft.id}
    times = news_times(held, dict.fromkeys(record_digests(held), NOW))
    assert times[later.id] == NOW + timedelta(days=2)
    assert times["voa/kh-msg"] == NOW


async def test_a_report_is_kept_and_told_in_the_operators_channel(shipped: Held, data: Path) -> None:
    room, where = FakeRoom("discord"), Address("discord", "1")
    app = app_of(shipped, data, room, admin=(where,))

    async def report() -> None:
        await app.scheduled.wait()
        number = await app.take_report(Report("discord", Question("help"), "Wrong.", "Help"))
        assert number == "1"
        await until(lambda: len(room.posted) == 1)

    assert await running(app, report) == 0
    assert room.posted[0].title == "Report 1"


async def test_without_a_database_a_report_is_not_said_to_be_kept(shipped: Held, data: Path) -> None:
    app = app_of(shipped, data)
    assert await app.take_report(Report("discord", Question("help"), "Wrong.", "Help")) is None


async def test_where_a_platform_is_waits_for_the_database(shipped: Held, data: Path) -> None:
    """Signing in may be quicker: a server that removed Dateline while it was down is seen all the same."""
    app = app_of(shipped, data)
    left = asyncio.create_task(administration_of(app.desk, app).present("discord", {"2"}, lambda _: True))
    await asyncio.sleep(0)
    assert not left.done()
    app.store = await open_store(data / "dateline.db")
    order = Subscription("one", Address("discord", "7"), (time(8),), "UTC", NOW, origin="chat", server="1")
    await app.store.subscriptions.put([Standing(order, NOW, NOW + timedelta(days=1))])
    app.store_tried.set()
    await left
    [standing] = await app.store.subscriptions.all()
    await app.store.close()
    assert standing.subscription.paused == "Dateline was removed from this server"


async def test_a_replica_that_stops_leaves_the_house_to_another_at_once(shipped: Held, data: Path) -> None:
    where = await asyncio.to_thread(postgres.database)
    first, second = (app_of(shipped, data, FakeRoom(), open_store=lambda: open_store(where)) for _ in range(2))

    async def looks_after_the_whole() -> None:
        await first.scheduled.wait()
        await first.store.lanes.take(HOUSE)  # type: ignore[union-attr]
        assert await second.store.lanes.take(HOUSE) is False  # type: ignore[union-attr]

    second.store = await open_store(where)
    assert await running(first, looks_after_the_whole) == 0
    assert await second.store.lanes.take(HOUSE) is True
    await second.store.close()
