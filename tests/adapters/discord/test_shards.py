"""Shards: which servers a connection hears of, several connections of one process, and what processes share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.contract import Question
from adapters.discord.shards import Shards, shard_of
from adapters.discord.signing_in import APART, PATIENT, Allowance, Purse, SignIns
from adapters.store.store import Store
from adapters.tokens import Press, Token, written
from bot.app import App
from bot.serving import claim_of
from tests.adapters.discord.conftest import SyncMemory
from tests.adapters.discord.gateway import Gateway
from tests.adapters.discord.test_gateway import (  # the fixtures too
    CALLBACK,
    COMMANDS_ROUTE,
    ENOUGH,
    Bot,
    gateway,  # noqa: F401
    question,
    server,  # noqa: F401
)
from tests.adapters.discord.test_serving import QUESTION
from tests.faultserver import FaultServer, Json
from tests.stores import fresh, opened

SERVERS = [(shard << 22) + 7 for shard in range(8)]
"""The first has shard 0 of four or more, and so on."""


MEMBER = {
    "user": QUESTION["user"], "roles": [], "joined_at": "2026-01-02T00:00:00+00:00", "deaf": False, "mute": False,
    "flags": 0, "permissions": str(1 << 5 | 1 << 11),
}  # fmt: skip


def asked_in(server_id: int, number: int, **more: Any) -> dict[str, Any]:
    """/help, or what `more` makes of it, from somebody in a server."""
    told = question(number, guild_id=str(server_id), member=MEMBER, context=0, **more)
    guild = {"id": str(server_id), "locale": "en-GB", "features": []}
    channel = {"id": "8", "type": 0, "guild_id": str(server_id), "name": "desk", "position": 0}
    return {name: what for name, what in told.items() if name != "user"} | {"guild": guild, "channel": channel}


def a_server(id_: int) -> dict[str, Any]:
    return {"id": str(id_), "name": "server", "channels": [], "roles": [], "members": [], "unavailable": False}


# --- which -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shards"),
    [("0-3/16", Shards(0, 3, 16)), ("5/16", Shards(5, 5, 16)), (" 4 - 7 / 8 ", Shards(4, 7, 8)), ("0/1", Shards())],
)
def test_shards_are_read_as_they_are_written(text: str, shards: Shards) -> None:
    assert Shards.read(text) == shards == Shards.read(str(shards))


@pytest.mark.parametrize(
    "text", ["", "auto", "4", "0-3", "4/4", "0-4/4", "3-1/4", "-1/4", "0/0", "0-1/99999", "0-1-2/4", "٣/4"]
)
def test_what_names_no_shards_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Shards.read(text)


@given(st.integers(0, 2**63), st.integers(1, 64), st.data())
def test_every_server_is_held_by_exactly_one_of_the_processes_that_divide_the_shards(
    id_: int, count: int, data: st.DataObject
) -> None:
    cuts = sorted({0, count, *data.draw(st.lists(st.integers(0, count), max_size=5))})
    processes = [Shards(first, after - 1, count) for first, after in pairwise(cuts)]
    assert [process.hold(str(id_)) for process in processes].count(True) == 1
    assert [process.leads for process in processes].count(True) == 1
    assert Shards.of(count).hold(str(id_))
    assert shard_of(id_, count) == (id_ >> 22) % count


@pytest.mark.parametrize("server_id", ["", "@5", "T0123", "-4", "٣"])
def test_what_is_no_server_of_discord_is_held_by_nobody(server_id: str) -> None:
    assert not Shards().hold(server_id)


# --- sign-ins that are shared --------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 15), st.floats(0, 20)), min_size=2, max_size=40),
    st.sampled_from([1, 2, 16]),
)
async def test_processes_with_one_book_never_sign_in_two_of_a_bucket_at_once(
    asked: list[tuple[int, int, float]], buckets: int
) -> None:
    now, note, made = 1e9, SyncMemory(), list[tuple[int, float]]()
    processes = [SignIns(note, lambda: datetime.fromtimestamp(now, UTC), Allowance(buckets=buckets)) for _ in range(3)]
    for process, shard, later in asked:
        now += later
        if (wait := await processes[process].book(shard)) <= PATIENT:
            made.append((shard % buckets, now + wait))
    for (one, at), (other, then) in combinations(made, 2):
        assert one != other or abs(at - then) > APART - 0.01


async def test_two_that_book_at_the_same_moment_get_two_moments() -> None:
    """Each looks at the book before the other writes; only the first is kept, and the second looks anew."""
    both = asyncio.Barrier(2)

    class Slow(SyncMemory):
        async def load(self) -> str | None:
            held = self.fingerprint
            if both.n_waiting or self.saves == 0:
                await both.wait()
            return held

    note, now = Slow(), datetime(2026, 3, 1, 9, tzinfo=UTC)
    waits = await asyncio.gather(*(SignIns(note, lambda: now).book(shard) for shard in (0, 1)))
    assert sorted(waits) == [0, APART]


async def test_without_a_note_a_process_keeps_its_own_book() -> None:
    class Lost(SyncMemory):
        async def load(self) -> str | None:
            return None

        async def swap(self, was: str | None, text: str) -> bool:
            return was is None

    for sign_ins in (SignIns(), SignIns(Lost())):
        assert await sign_ins.book(0) == 0
        assert 0 < await sign_ins.book(0) <= APART
        assert await sign_ins.due(0) > APART


async def test_a_bot_that_discord_allows_more_may_sign_in_more_often() -> None:
    sign_ins = SignIns()
    sign_ins.heed(2000, 16)
    assert [await sign_ins.book(shard) for shard in range(16)] == [0] * 16
    assert await sign_ins.book(16) > 0
    assert sign_ins.allowed.purse == 200
    assert Allowance().every == 120


@pytest.mark.usefixtures("each_database")
async def test_a_note_is_changed_only_from_what_it_was_and_a_claim_is_one_processs(tmp_path: Path) -> None:
    path, now = fresh(tmp_path), datetime(2026, 3, 1, 9, tzinfo=UTC)
    async with opened(path) as here, opened(path) as there:
        assert [await one.note("book").swap(None, "a") for one in (here, there)] == [True, False]
        assert [await one.note("book").swap("a", "b") for one in (there, here)] == [True, False]
        assert await here.note("book").load() == "b"
        assert [await one.claims.take("discord:9", now) for one in (here, there)] == [True, False]
        later = datetime(2026, 3, 1, 12, tzinfo=UTC)
        assert await there.claims.take("discord:10", later)
        assert await here.claims.take("discord:9", later)  # long forgotten


# --- several connections -------------------------------------------------------------------------------------------


async def test_each_shard_has_a_connection_that_hears_of_its_servers_and_the_first_of_direct_messages(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
) -> None:
    gateway.max_concurrency = 4
    gateway.guilds = [a_server(id_) for id_ in SERVERS[:4]]
    bot = Bot(server, shards=Shards(0, 3, 4))
    async with bot.serving(gateway):
        await gateway.until(lambda: len(gateway.identified) == 4)
        for number, id_ in enumerate(SERVERS[:4]):
            await gateway.say("INTERACTION_CREATE", asked_in(id_, 910 + number))
        await gateway.say("INTERACTION_CREATE", question(914))
        await server.wait_for("POST", CALLBACK, 5)
    assert sorted(told["shard"] for told in gateway.identified) == [[shard, 4] for shard in range(4)]
    assert len(server.seen("PUT", COMMANDS_ROUTE)) == 1
    assert len(bot.oracle.asked) == 5
    assert len({request.path for request in server.seen("POST", CALLBACK)}) == 5


async def test_unless_it_is_told_which_a_process_connects_as_many_shards_as_discord_advises(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
) -> None:
    server.script("GET", "/gateway/bot", Json({**ENOUGH, "shards": 3}))
    async with Bot(server).serving(gateway):
        await gateway.until(lambda: len(gateway.identified) == 3)
    assert sorted(told["shard"] for told in gateway.identified) == [[0, 3], [1, 3], [2, 3]]


async def test_fewer_shards_than_discord_advises_are_served_and_named_in_the_log(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    expected_warnings: list[str],
) -> None:
    expected_warnings.append(r"discord\.few_shards set=1/2 advised=5 do=divide more")
    server.script("GET", "/gateway/bot", Json({**ENOUGH, "shards": 5}))
    bot = Bot(server, shards=Shards(1, 1, 2))
    async with bot.serving(gateway):
        pass
    assert [told["shard"] for told in gateway.identified] == [[1, 2]]
    assert server.seen("PUT", COMMANDS_ROUTE) == [], "commands are told by the process with shard 0"


async def test_sign_ins_of_a_bucket_are_apart_and_buckets_side_by_side(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
) -> None:
    gateway.apart, gateway.max_concurrency = 0.05, 2
    limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 2}
    server.script("GET", "/gateway/bot", Json({**ENOUGH, "session_start_limit": limit}))
    bot = Bot(server, shards=Shards(0, 5, 6), allowed=Allowance(apart=0.4))
    bot.room._pause = None
    async with bot.serving(gateway):
        await gateway.until(lambda: len(gateway.identified) == 6)
    assert gateway.refused == []
    assert len(gateway.lines) == 6


async def test_a_sign_in_that_discord_finds_too_soon_is_made_again(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
) -> None:
    gateway.apart = 0.15
    bot = Bot(server, shards=Shards(0, 1, 2), allowed=Allowance(apart=0.1))
    bot.room._pause = None
    async with bot.serving(gateway):
        await gateway.until(lambda: len(gateway.identified) == 2)
    assert gateway.refused


async def test_a_shard_that_waits_for_its_sign_in_holds_up_no_other(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    expected_warnings: list[str],
) -> None:
    expected_warnings.append(r"discord\.sign_in_waits shard=0 seconds=1[12]\d")
    gateway.max_concurrency = 2
    bot = Bot(server, shards=Shards(0, 1, 2))
    waits = asyncio.Event()
    async with bot.serving(gateway):
        await gateway.until(lambda: len(gateway.identified) == 2)
        first, second = (
            next(one for one in gateway.sessions.values() if one.shard == shard).line.socket for shard in (0, 1)
        )
        bot.note.fingerprint = str(Purse(0.0, datetime.now(UTC).timestamp()))
        bot.waiting = waits.wait
        gateway.forgets = True
        await first.close(code=4009)
        await gateway.until(lambda: len(gateway.resumed) == 1)
        await second.close(code=1001)
        await gateway.until(lambda: len(gateway.resumed) == 2)
        await gateway.say("INTERACTION_CREATE", asked_in(SERVERS[1], 920))
        await server.wait_for("POST", "/interactions/920/reply-token/callback")
        waits.set()
    assert len(gateway.identified) == 2


class Told:
    """What the office is told of where Dateline is, for the servers there are."""

    def __init__(self) -> None:
        self.of: list[tuple[set[int], set[int]]] = []
        self.changed = asyncio.Event()

    async def __call__(self, platform: str, here: Collection[str], said_of: Callable[[str], bool]) -> None:
        left = {id_ for id_ in SERVERS if said_of(str(id_)) and str(id_) not in here}
        self.of.append((set(map(int, here)), left))
        self.changed.set()

    async def times(self, count: int) -> None:
        while len(self.of) < count:
            self.changed.clear()
            await self.changed.wait()


async def test_a_shard_tells_of_its_own_servers_and_finds_those_that_left_during_a_lost_session(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
) -> None:
    gateway.max_concurrency = 4
    gateway.guilds = [a_server(id_) for id_ in SERVERS if id_ != SERVERS[6]]
    bot, told = Bot(server, shards=Shards(2, 3, 4)), Told()
    bot.present, bot.guild_ready_timeout = told, 0.05
    async with bot.serving(gateway):
        await told.times(2)
        assert sorted(told.of, key=str) == sorted(
            [({SERVERS[2]}, {SERVERS[6]}), ({SERVERS[3], SERVERS[7]}, set())], key=str
        )
        gateway.guilds = [one for one in gateway.guilds if one["id"] != str(SERVERS[7])]
        gateway.forgets = True
        await next(one for one in gateway.sessions.values() if one.shard == 3).line.socket.close(code=4009)
        await told.times(3)
        assert told.of[2] == ({SERVERS[3]}, {SERVERS[7]})
        await gateway.say("GUILD_DELETE", {"id": str(SERVERS[3])})
        await told.times(4)
        assert told.of[3] == (set(), {SERVERS[3]})
        await gateway.say("GUILD_DELETE", {"id": str(SERVERS[2]), "unavailable": True})
        joined = {name: what for name, what in a_server(SERVERS[3]).items() if name != "unavailable"}
        await gateway.say("GUILD_CREATE", joined)
        await told.times(5)
        assert told.of[4] == ({SERVERS[3]}, set())


# --- two processes with the same shard -----------------------------------------------------------------------------


class Sharing:
    """What claims need of an application."""

    def __init__(self, store: Store) -> None:
        self.store, self.store_tried = store, asyncio.Event()
        self.store_tried.set()

    def shared_now(self) -> datetime:
        return datetime.now(UTC)


REPORTED = {
    "type": 5,
    "data": {"custom_id": written(Token(Press.REPORT, Question("help"))), "components": [
        {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "words", "value": "It was a Thursday."}},
    ]},
}  # fmt: skip


@pytest.mark.usefixtures("each_database")
async def test_what_two_processes_hear_is_done_once(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    tmp_path: Path,
) -> None:
    """An old process and a new one, both on the shard: what is reported is kept once. Replicas on a server database
    divide questions too; on a file Discord takes the first answer."""
    where = fresh(tmp_path)
    async with opened(where) as here, opened(where) as there:
        bots = [Bot(server, claim=claim_of(cast(App, Sharing(store)), "discord")) for store in (here, there)]
        async with bots[0].serving(gateway), bots[1].serving(gateway):
            await gateway.until(lambda: len(gateway.identified) == 2)
            await gateway.say("INTERACTION_CREATE", question(930, **REPORTED))
            await gateway.say("INTERACTION_CREATE", question(931))
            asked = 1 if here.database.shared else 2
            await server.wait_for("POST", "/interactions/930/reply-token/callback")
            await server.wait_for("POST", "/interactions/931/reply-token/callback", asked)
    assert sum(len(bot.reports) for bot in bots) == 1
    assert len(server.seen("POST", "/interactions/930/reply-token/callback")) == 1
    assert len(server.seen("POST", "/interactions/931/reply-token/callback")) == asked
