"""What simcord does not exercise: lost connections, sessions taken up again, sign-ins, rate limits, doubled events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import discord
import pytest
import pytest_asyncio

from adapters.administration import Administration, Present
from adapters.contract import Address, Question, Report
from adapters.discord import wire
from adapters.discord.client import Claim, DiscordRoom
from adapters.discord.posting import Patience
from adapters.discord.shards import Shards
from adapters.discord.signing_in import APART, PATIENT, Allowance, Purse, SignIns
from adapters.tokens import Press, Token, written
from bot.supervision import BackOff, supervise
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.gateway import INVALID, RECONNECT, Gateway, opened
from tests.adapters.discord.test_posting import APPLICATION, KEY, ME, MESSAGES, PLACE, stored
from tests.adapters.discord.test_serving import QUESTION
from tests.contract import documents
from tests.faultserver import FaultServer, Json, Made, Reset, Seen, Status, TooManyRequests

COMMANDS_ROUTE = "/applications/42/commands"
CALLBACK = "/interactions/*/reply-token/callback"
ENOUGH = {"shards": 1, "url": "ws://127.0.0.1", "session_start_limit": {
    "total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}}  # fmt: skip

MADE_OF = {"id": "900", "type": 2, "response_message_id": "901", "response_message_ephemeral": True}
TAKEN = Json({"interaction": MADE_OF, "resource": {"type": 4, "message": stored(1)}})


@pytest_asyncio.fixture
async def gateway(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Gateway]:
    async with opened(monkeypatch) as gateway:
        yield gateway


@pytest_asyncio.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FaultServer]:
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    async with FaultServer() as server:
        server.script("GET", "/users/@me", Json(ME))
        server.script("GET", "/oauth2/applications/@me", Json(APPLICATION))
        server.script("GET", "/gateway/bot", Json(ENOUGH))
        server.script("PUT", COMMANDS_ROUTE, Json([]))
        server.script("POST", CALLBACK, TAKEN)
        yield server


class Bot:
    """A room that serves against the two servers; its pauses are counted, not made."""

    def __init__(
        self,
        server: FaultServer,
        note: SyncMemory | None = None,
        shards: Shards | None = None,
        allowed: Allowance | None = None,
        claim: Claim | None = None,
        administration: Administration | None = None,
    ) -> None:
        self.reports = list[Report]()
        self.oracle, self.told, self.pauses = Oracle(), SyncMemory(), list[float]()
        self.note, self.clock = note or SyncMemory(), lambda: datetime.now(UTC)
        self.waiting: Callable[[], Awaitable[object]] | None = None
        self.present: Present | None = None
        self.guild_ready_timeout = 2.0
        self.room = DiscordRoom(
            "token",
            COMMANDS,
            self.oracle.answer,
            self.oracle.complete,
            self.told,
            base_url=server.url,
            patience=Patience(pause=self.pause),
            sign_ins=SignIns(self.note, lambda: self.clock(), allowed),
            pause=self.pause,
            shards=shards,
            claim=claim,
            take_report=self.reported,
            administration=administration,
        )
        self.opens, self.room.open = self.room.open, self.opened  # type: ignore[method-assign]

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if self.waiting is not None:
            await self.waiting()

    async def reported(self, report: Report) -> str | None:
        self.reports.append(report)
        return str(len(self.reports))

    def opened(self) -> wire.Client:
        client = self.opens()
        client.present = self.present
        client._connection.guild_ready_timeout = self.guild_ready_timeout
        return client

    @asynccontextmanager
    async def serving(self, gateway: Gateway) -> AsyncIterator[None]:
        async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
            serving = tasks.create_task(self.room.serve())
            await gateway.ready.wait()
            yield
            await self.room.close()
            await serving


def question(number: int, **more: Any) -> dict[str, Any]:
    return {**QUESTION, "id": str(number), **more}


async def test_a_session_begins_with_one_stream_that_is_packed_and_comes_in_pieces(
    server: FaultServer, gateway: Gateway
) -> None:
    async with Bot(server).serving(gateway):
        await gateway.say("INTERACTION_CREATE", question(900))
        await server.wait_for("POST", CALLBACK)
    assert gateway.lines[0].query == {"v": "10", "encoding": "json", "compress": "zlib-stream"}
    assert gateway.lines[0].stream is not None
    assert gateway.identified[0]["token"] == "token"


@pytest.mark.parametrize("code", [1001, 4000, 1006], ids=["going away", "unknown error", "cut"])
async def test_a_closed_connection_takes_its_session_up_again_and_misses_nothing(
    server: FaultServer, gateway: Gateway, code: int
) -> None:
    bot = Bot(server)
    async with bot.serving(gateway):
        await gateway.say("INTERACTION_CREATE", question(901), lost=True)
        if code == 1006:
            assert gateway.lines[0].socket._req is not None
            gateway.lines[0].socket._req.transport.abort()  # type: ignore[union-attr]
        else:
            await gateway.lines[0].socket.close(code=code)
        await gateway.until(lambda: len(gateway.resumed) == 1)
        await server.wait_for("POST", CALLBACK)
    assert gateway.resumed[0] == {"token": "token", "session_id": "session-1", "seq": 1}
    assert len(gateway.identified) == 1
    assert len(server.seen("PUT", COMMANDS_ROUTE)) == bot.told.saves == 1
    assert [request.command for request in bot.oracle.asked] == ["help"]


@pytest.mark.parametrize("op", [RECONNECT, INVALID], ids=["reconnect", "invalid, but may be taken up"])
async def test_a_bot_that_is_asked_to_connect_anew_keeps_its_session(
    server: FaultServer, gateway: Gateway, op: int
) -> None:
    async with Bot(server).serving(gateway):
        await gateway.lines[0].say(op, True)
        await gateway.until(lambda: len(gateway.resumed) == 1)
    assert len(gateway.identified) == 1


async def test_a_forgotten_session_is_begun_anew_after_a_pause_and_commands_are_not_told_again(
    server: FaultServer, gateway: Gateway
) -> None:
    bot = Bot(server)
    async with bot.serving(gateway):
        gateway.forgets = True
        await gateway.lines[0].socket.close(code=4009)
        await gateway.until(lambda: len(gateway.identified) == 2)
        await gateway.say("INTERACTION_CREATE", question(902))
        await server.wait_for("POST", CALLBACK)
    assert gateway.resumed[0]["session_id"] == "session-1"
    assert len(server.seen("PUT", COMMANDS_ROUTE)) == 1
    [pause] = bot.pauses
    assert 4 < pause <= APART  # Discord takes one sign-in in five seconds


async def test_a_gateway_that_answers_no_heartbeat_is_left_and_the_session_taken_up_again(
    server: FaultServer, gateway: Gateway
) -> None:
    gateway.interval, gateway.mute = 0.2, True
    bot = Bot(server)
    opens = bot.room.open

    def hasty() -> wire.Client:
        client = opens()
        client._connection.heartbeat_timeout = 1.3  # between two beats: else either may see it first
        return client

    bot.room.open = hasty  # type: ignore[method-assign]
    async with bot.serving(gateway):
        await gateway.until(lambda: len(gateway.resumed) >= 1)
        gateway.mute = False
        await gateway.until(lambda: len(gateway.lines[-1].heartbeats) > 3)
    assert gateway.lines[0].closed_by_bot == 4000
    assert len(gateway.lines[0].heartbeats) >= 2
    assert len(gateway.identified) == 1


async def test_a_gateway_that_closes_each_connection_is_not_dialled_without_a_pause(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.shard_lost shard=0 reason=ReconnectWebSocket again_in=\d")
    bot = Bot(server)

    async def shut() -> None:
        if 1 < len(gateway.lines) < 8:
            await gateway.lines[-1].socket.close(code=4000)

    gateway.arrived = shut  # type: ignore[method-assign]
    async with bot.serving(gateway):
        await gateway.lines[0].socket.close(code=4000)
        await gateway.until(lambda: len(gateway.resumed) == 1)
    assert len(gateway.lines) == 8
    assert len(gateway.identified) == 1
    assert len(bot.pauses) == 4


async def test_heartbeats_carry_the_number_of_the_last_event(server: FaultServer, gateway: Gateway) -> None:
    gateway.interval = 0.02
    async with Bot(server).serving(gateway):
        await gateway.until(lambda: 1 in gateway.lines[0].heartbeats)
    assert gateway.lines[0].heartbeats[0] is None


@pytest.mark.parametrize(
    ("name", "what"),
    [("GUILD_CREATE", {"id": "7", "channels": [{"type": 0}]}), ("CHANNEL_CREATE", {"guild_id": "no number"})],
)
async def test_an_event_that_cannot_be_read_ends_nothing_but_itself(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str], name: str, what: Any
) -> None:
    expected_warnings.append(rf"dateline\.discord: discord\.event_unread name={name} reason=\w+ at=\w+\.py:\d+$")
    async with Bot(server).serving(gateway):
        await gateway.say(name, what)
        await gateway.say("INTERACTION_CREATE", question(903))
        await server.wait_for("POST", CALLBACK)
    assert len(gateway.identified) == len(gateway.lines) == 1


async def test_the_same_question_twice_is_answered_once(server: FaultServer, gateway: Gateway) -> None:
    bot = Bot(server)
    async with bot.serving(gateway):
        for number in (904, 904, 905):
            await gateway.say("INTERACTION_CREATE", question(number))
        await server.wait_for("POST", "/interactions/905/reply-token/callback")
    assert len(server.seen("POST", "/interactions/904/reply-token/callback")) == 1
    assert len(bot.oracle.asked) == 2


async def test_the_same_press_twice_is_answered_once(server: FaultServer, gateway: Gateway) -> None:
    press = {
        "type": 3,
        "data": {"component_type": 2, "custom_id": written(Token(Press.SHOW, Question("help")))},
        "message": stored(1),
    }
    async with Bot(server).serving(gateway):
        for number in (906, 906, 907):
            await gateway.say("INTERACTION_CREATE", question(number, **press))
        await server.wait_for("POST", "/interactions/907/reply-token/callback")
    assert len(server.seen("POST", "/interactions/906/reply-token/callback")) == 1


async def test_a_lost_answer_is_logged_and_the_next_one_given(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.answer_lost command=help reason=(ClientOSError|ServerDisconnectedError)")
    server.script("POST", CALLBACK, Reset(), TAKEN)
    bot = Bot(server)
    async with bot.serving(gateway):
        await gateway.say("INTERACTION_CREATE", question(908))
        await server.wait_for("POST", "/interactions/908/reply-token/callback")
        await gateway.say("INTERACTION_CREATE", question(909))
        await server.wait_for("POST", "/interactions/909/reply-token/callback")
    assert len(bot.oracle.asked) == 2


# --- sign-ins ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("holds", [0, 0.9, 4, 29, 61, 86, 119], ids=lambda seconds: f"{seconds} s")
@pytest.mark.parametrize("restarts", [False, True], ids=["one process", "a new process each time"])
async def test_no_day_sees_a_thousand_sign_ins_however_long_each_connection_holds(
    holds: float, *, restarts: bool
) -> None:
    now = datetime(2026, 11, 29, tzinfo=UTC)
    note, made = SyncMemory(), list[datetime]()

    def clock() -> datetime:
        return now

    sign_ins = SignIns(note, clock)
    while now < datetime(2026, 12, 1, tzinfo=UTC):
        sign_ins = SignIns(note, clock) if restarts else sign_ins
        while (wait := await sign_ins.book(0)) > PATIENT:
            now += timedelta(seconds=wait)
        now += timedelta(seconds=wait)
        made.append(now)
        now += timedelta(seconds=holds + 1)  # the supervisor's shortest pause
    day = timedelta(days=1)
    assert max(sum(at <= other < at + day for other in made) for at in made[::7]) < 1000 - 100
    assert min(later - at for at, later in pairwise(made)) >= timedelta(seconds=5)
    assert len(made) > 1000  # two days of it were tried


@pytest.mark.parametrize("text", [None, "", "nonsense", "1 2 3", "-4 0", "1e9 0"])
def test_a_purse_that_cannot_be_read_is_neither_overfull_nor_empty_for_ever(text: str | None) -> None:
    purse = Purse.read(text)
    assert purse.wait(1e9) == 0
    assert 0 <= purse.taken(1e9).left <= 99
    assert Purse.read(str(purse.taken(1e9))) == purse.taken(1e9)


def test_a_clock_that_was_put_back_waits_no_longer_than_one_sign_in_takes() -> None:
    spent = Purse(0.0, 2e9)
    assert spent.wait(1e9) == 120


async def test_with_no_sign_in_left_a_shard_waits_before_it_connects(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.sign_in_waits shard=0 seconds=1[12]\d")
    now = datetime.now(UTC)
    bot = Bot(server)
    bot.clock = lambda: now + timedelta(seconds=sum(bot.pauses))
    bot.note.fingerprint = str(Purse(1.0, now.timestamp() - 6))
    async with bot.serving(gateway):
        assert bot.pauses == []
        gateway.forgets = True
        await gateway.lines[0].socket.close(code=4009)
        await gateway.until(lambda: len(gateway.identified) == 2)
    assert len(gateway.lines) == 3  # the first, the session that was forgotten, the new one once it was allowed
    assert 100 < bot.pauses[0] <= 120
    assert sum(bot.pauses[1:]) < 1


async def test_a_sign_in_that_another_process_took_meanwhile_gives_the_connection_up_and_waits(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.sign_in_waits shard=0 seconds=1[12]\d")
    now = datetime.now(UTC)
    bot = Bot(server)
    bot.clock = lambda: now + timedelta(seconds=sum(bot.pauses))

    async def meanwhile() -> None:
        if len(gateway.lines) == 1:
            bot.note.fingerprint = str(Purse(0.0, now.timestamp()))

    gateway.arrived = meanwhile  # type: ignore[method-assign]
    async with bot.serving(gateway):
        assert len(gateway.lines) == 2
    assert gateway.lines[0].closed_by_bot is not None
    assert len(gateway.identified) == 1
    assert 100 < bot.pauses[0] <= 120
    assert sum(bot.pauses[1:]) < 1


async def test_discords_own_count_of_sign_ins_is_heeded(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.sign_ins_used_up left=3 then=waits seconds=600")
    limit = {"total": 1000, "remaining": 3, "reset_after": 600_000, "max_concurrency": 1}
    server.script("GET", "/gateway/bot", Json({**ENOUGH, "session_start_limit": limit}))
    bot = Bot(server)
    async with bot.serving(gateway):
        assert bot.pauses == [600.0]


@pytest.mark.parametrize("answer", [Status(503, b"no"), Reset(), Json({})], ids=["503", "reset", "nothing in it"])
async def test_a_count_that_discord_does_not_tell_keeps_nobody_from_signing_in(
    server: FaultServer, gateway: Gateway, answer: Any
) -> None:
    server.script("GET", "/gateway/bot", answer)
    bot = Bot(server)
    async with bot.serving(gateway):
        assert bot.pauses == []


async def test_a_room_that_waits_for_a_sign_in_closes_at_once(
    server: FaultServer, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings.append(r"discord\.sign_in_waits shard=0 seconds=1[12]\d")
    bot = Bot(server, SyncMemory(str(Purse(0.0, datetime.now(UTC).timestamp()))))
    bot.room._pause = None
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(bot.room.serve())
        while "discord.sign_in_waits" not in caplog.text:  # noqa: ASYNC110  logging sets no event
            await asyncio.sleep(0)
        await bot.room.close()
        await serving


# --- REST ----------------------------------------------------------------------------------------------------------


class Remembering:
    """Keeps messages as Discord does: one for each nonce. `lose` answers are lost after the message was kept."""

    def __init__(self, lose: int = 0) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.lose = lose

    def take(self, seen: Seen) -> Status | Reset:
        nonce = seen.json["nonce"]
        message = self.kept.setdefault(nonce, stored(len(self.kept) + 1, nonce))
        if self.lose:
            self.lose -= 1
            return Reset()
        return Json(message)


async def test_two_tries_of_one_post_are_one_message_where_the_first_answer_was_lost(
    server: FaultServer, gateway: Gateway
) -> None:
    discords = Remembering(lose=2)
    server.script("POST", MESSAGES, Made(discords.take))
    bot = Bot(server)
    async with bot.serving(gateway):
        first = await bot.room.post(PLACE, documents.usual(), KEY)
        second = await bot.room.post(PLACE, documents.usual(), KEY)
        other = await bot.room.post(PLACE, documents.usual(), KEY[::-1])
    assert len(server.seen("POST", MESSAGES)) == 5
    assert first.message == second.message != other.message
    assert len(discords.kept) == 2


async def test_a_global_rate_limit_holds_all_posts_back_and_loses_and_doubles_none(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"discord\.http: We are being rate limited", r"discord\.http: Global rate limit has been hit"]
    discords, elsewhere = Remembering(), Address("discord", "700000000000000002")
    slow = TooManyRequests(0.1, {"message": "slow", "retry_after": 0.1, "global": True}, {"Via": "1.1 google"})
    server.script("POST", MESSAGES, slow, Made(discords.take))
    server.script("POST", f"/channels/{elsewhere.place}/messages", Made(discords.take))
    bot = Bot(server)
    async with bot.serving(gateway), asyncio.TaskGroup() as tasks:
        tasks.create_task(bot.room.post(PLACE, documents.usual(), KEY))
        await server.wait_for("POST", MESSAGES)
        tasks.create_task(bot.room.post(elsewhere, documents.usual(), KEY[::-1]))
    assert set(discords.kept) == {KEY, KEY[::-1]}
    assert len(server.seen("POST", MESSAGES)) == 2
    assert len(server.seen("POST", f"/channels/{elsewhere.place}/messages")) == 1


async def test_a_bucket_without_anything_left_is_waited_for_before_it_is_asked_again(
    server: FaultServer, gateway: Gateway
) -> None:
    discords = Remembering()
    bucket = {"X-RateLimit-Bucket": "b", "X-RateLimit-Limit": "1", "X-RateLimit-Remaining": "0"}
    empty = {**bucket, "X-RateLimit-Reset-After": "0.1", "X-RateLimit-Reset": "1", "Via": "1.1 google"}

    def counted(seen: Seen) -> Status | Reset:
        answer = discords.take(seen)
        return Status(answer.status, answer.body, {**answer.headers, **empty}) if isinstance(answer, Status) else answer

    server.script("POST", MESSAGES, Made(counted))
    bot = Bot(server)
    async with bot.serving(gateway), asyncio.TaskGroup() as tasks:
        for number in range(3):
            tasks.create_task(bot.room.post(PLACE, documents.usual(), f"key{number}"))
    assert sorted(discords.kept) == ["key0", "key1", "key2"]
    assert len(server.seen("POST", MESSAGES)) == 3  # nothing was asked in vain


async def test_a_discord_that_is_down_at_the_start_is_tried_again_until_it_is_up(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"platform\.lost platform=discord .*")
    server.script("GET", "/users/@me", Status(503, b"no"), Reset(), Json(ME))
    bot, stop = Bot(server), asyncio.Event()
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(supervise(bot.room, stop, pytest.fail, BackOff(first=0.01, longest=0.01)))
        await gateway.ready.wait()
        stop.set()
        await bot.room.close()
        await serving
    assert len(server.seen("GET", "/users/@me")) == 3
    assert len(gateway.identified) == 1
