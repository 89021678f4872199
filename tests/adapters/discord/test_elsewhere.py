"""Posts of one process to places of servers that another process's shards hear of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.contract import Address, Ambiguous
from adapters.discord import elsewhere
from adapters.discord.shards import Shards, shard_of
from tests.adapters.discord.gateway import Gateway
from tests.adapters.discord.test_gateway import Bot, gateway, server  # noqa: F401
from tests.adapters.discord.test_posting import KEY, ME, PLACE, stored
from tests.contract import documents
from tests.faultserver import FaultServer, Json, Status

THERE = 7
"""A server of shard 0, which the other process has."""
CHANNEL = f"/channels/{PLACE.place}"
MESSAGES = f"{CHANNEL}/messages"
READ, SEND, THREADS = 1 << 16, 1 << 11, 1 << 35 | 1 << 38
MEMBER = {
    "user": ME, "roles": ["70"], "joined_at": "2026-01-02T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0,
}  # fmt: skip


def channel(kind: int, **more: Any) -> dict[str, Any]:
    told = {"id": PLACE.place, "type": kind, "guild_id": str(THERE), "name": "desk", "position": 0}
    return {**told, "permission_overwrites": [], "parent_id": None, "flags": 0, **more}


def a_role(id_: int, permissions: int) -> dict[str, Any]:
    colours = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    told = {"id": str(id_), "name": "role", "color": 0, "colors": colours, "hoist": False, "position": 0, "flags": 0}
    return {**told, "managed": False, "mentionable": False, "permissions": str(permissions)}


def allow(server: FaultServer, permissions: int) -> None:  # noqa: F811
    roles = [a_role(THERE, 0), a_role(70, permissions | 1 << 10)]
    told = {"id": str(THERE), "name": "there", "owner_id": "5", "roles": roles, "emojis": [], "features": []}
    server.script("GET", f"/guilds/{THERE}", Json(told))
    server.script("GET", f"/guilds/{THERE}/members/42", Json(MEMBER))


@pytest.fixture
def bot(server: FaultServer) -> Bot:  # noqa: F811
    assert shard_of(THERE, 2) == 0
    return Bot(server, shards=Shards(1, 1, 2))


async def test_a_digest_for_a_forum_of_another_shard_is_a_post_there_with_its_tag(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
) -> None:
    tag = {"id": "8", "name": "News", "moderated": False, "emoji_id": None, "emoji_name": None}
    server.script("GET", CHANNEL, Json(channel(15, available_tags=[tag], default_reaction_emoji=None)))
    server.script("POST", f"{CHANNEL}/threads", Json({"id": "900"}))
    async with bot.serving(gateway):
        for _ in range(2):
            receipt = await bot.room.post(replace(PLACE, tag="news"), documents.usual(), KEY)
            assert receipt.message == "900/900"
    assert [request.json["applied_tags"] for request in server.seen("POST", f"{CHANNEL}/threads")] == [["8"], ["8"]]
    assert len(server.seen("GET", CHANNEL)) == 1, "it is remembered"


async def test_a_text_channel_of_another_shard_takes_a_post_twice_without_harm(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
) -> None:
    server.script("GET", CHANNEL, Json(channel(0)))
    server.script("POST", MESSAGES, Json(stored(1, KEY)))
    async with bot.serving(gateway):
        assert await bot.room.lacks(PLACE, "en") == []
        assert bot.room.keeps(PLACE)
        assert (await bot.room.post(PLACE, documents.usual(), KEY)).message == stored(1)["id"]
        lacks = await bot.room.lacks(replace(PLACE, publish=True), "en")
        assert [lack.blocks for lack in lacks] == [False]  # it is no announcement channel
    assert len(server.seen("GET", CHANNEL)) == 1
    assert server.unscripted == []


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_place_that_cannot_be_asked_for_is_posted_to_all_the_same(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
    status: int,
) -> None:
    server.script("GET", CHANNEL, Status(501 if status == 500 else status, b"no"))
    server.script("POST", MESSAGES, Json(stored(1, KEY)))
    async with bot.serving(gateway):
        assert await bot.room.lacks(PLACE, "en") == []
        assert not bot.room.keeps(PLACE)  # one looks before it is repeated
        assert (await bot.room.post(PLACE, documents.usual(), KEY)).message == stored(1)["id"]


async def test_an_empty_channel_of_another_shard_is_empty_only_if_dateline_may_read_it(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
) -> None:
    server.script("GET", CHANNEL, Json(channel(0)))
    server.script("GET", MESSAGES, Json([]))
    since = datetime(2026, 1, 2, tzinfo=UTC)
    async with bot.serving(gateway):
        with pytest.raises(Ambiguous):  # the server cannot be asked for
            await bot.room.find(PLACE, KEY, since)
        allow(server, SEND)
        with pytest.raises(Ambiguous):
            await bot.room.find(PLACE, KEY, since)
        server.script("GET", f"/channels/{PLACE.place[:-1]}2", Json(channel(0, id=f"{PLACE.place[:-1]}2")))
        server.script("GET", f"/channels/{PLACE.place[:-1]}2/messages", Json([]))
        allow(server, SEND | READ)
        assert await bot.room.find(Address("discord", f"{PLACE.place[:-1]}2"), KEY, since) is None


async def test_whether_a_thread_can_be_made_on_another_shard_is_asked_beforehand(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
) -> None:
    server.script("GET", CHANNEL, Json(channel(0)))
    threaded = replace(PLACE, thread=True)
    allow(server, SEND | READ | THREADS)
    async with bot.serving(gateway):
        assert not bot.room.threads(threaded)
        assert await bot.room.lacks(threaded, "en") == []
        assert bot.room.threads(threaded)


async def test_a_thread_of_another_shard_is_known_with_its_channel(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
) -> None:
    about = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "2026-01-02T00:00:00+00:00"}
    thread = channel(11, parent_id="9", owner_id="5", message_count=0, member_count=1, thread_metadata=about)
    server.script("GET", CHANNEL, Json(thread))
    server.script("GET", "/channels/9", Json(channel(0, id="9")))
    server.script("GET", MESSAGES, Json([]))
    allow(server, READ)
    async with bot.serving(gateway):
        assert await bot.room.find(PLACE, KEY, datetime(2026, 1, 2, tzinfo=UTC)) is None


async def test_the_owner_of_a_server_on_another_shard_is_told(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
) -> None:
    allow(server, SEND)
    server.script("POST", "/users/@me/channels", Json({"id": "66", "type": 1, "recipients": [{**ME, "id": "5"}]}))
    server.script("POST", "/channels/66/messages", Json({**stored(1), "channel_id": "66"}))
    async with bot.serving(gateway):
        assert await bot.room.warn(str(THERE), documents.usual())
        assert not await bot.room.warn("4999", documents.usual())
    assert [request.json["recipient_id"] for request in server.seen("POST", "/users/@me/channels")] == [5]


async def test_a_process_with_all_shards_asks_for_no_place(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
) -> None:
    server.script("POST", MESSAGES, Json(stored(1, KEY)))
    bot = Bot(server)
    async with bot.serving(gateway):
        await bot.room.post(PLACE, documents.usual(), KEY)
        assert await bot.room.lacks(PLACE, "en") == []
    assert server.seen("GET", CHANNEL) == []


MANY = [str(int(PLACE.place) + number) for number in range(5)]


def many(server: FaultServer, kind: int = 0) -> None:  # noqa: F811
    for place in MANY:
        told = {"id": place, **({"available_tags": [], "default_reaction_emoji": None} if kind == 15 else {})}
        server.script("GET", f"/channels/{place}", Json(channel(kind, **told)))
        server.script("POST", f"/channels/{place}/messages", Json({**stored(1, KEY), "channel_id": place}))
        server.script("POST", f"/channels/{place}/threads", Json({"id": "900"}))


async def asked(server: FaultServer, bot: Bot, **how: Any) -> list[int]:  # noqa: F811
    """How often Discord was asked for each of many places, where a digest goes to each of them twice."""
    for _ in range(2):
        for place in MANY:
            await bot.room.post(replace(PLACE, place=place, **how), documents.usual(), KEY)
    return [len(server.seen("GET", f"/channels/{place}")) for place in MANY]


@pytest.mark.parametrize(
    ("changed", "how", "kind", "expected"),
    [
        ({}, {}, 0, [1] * 5),
        ({}, {"publish": True}, 5, [2] * 5),
        ({}, {}, 15, [2] * 5),
        ({"DAYS": 0.0}, {}, 0, [2] * 5),
        ({"PLACES": 3}, {}, 0, [2] * 5),
    ],
    ids=["takes messages", "published", "a forum", "too long ago", "more places than are remembered"],
)
async def test_more_places_than_are_held_whole_are_asked_for_once_while_it_is_remembered_that_they_take_messages(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, float],
    how: dict[str, Any],
    kind: int,
    expected: list[int],
) -> None:
    for name, value in {"KEPT": 2, **changed}.items():
        monkeypatch.setattr(elsewhere, name, value)
    many(server, kind)
    async with bot.serving(gateway):
        assert await asked(server, bot, **how) == expected
        if expected == [1] * 5:
            bare = replace(PLACE, place=MANY[0])
            assert bot.room.keeps(bare)
            assert not bot.room.threads(replace(bare, thread=True)), "what Dateline may do there is not known"
            assert await bot.room.lacks(bare, "en") == []


async def test_what_may_be_done_in_a_place_is_asked_for_though_its_kind_is_remembered(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(elsewhere, "HOUR", 0.0)
    server.script("GET", CHANNEL, Json(channel(0)))
    server.script("GET", MESSAGES, Json([]))
    allow(server, SEND | READ)
    since = datetime(2026, 1, 2, tzinfo=UTC)
    async with bot.serving(gateway):
        await bot.room.lacks(PLACE, "en")
        monkeypatch.setattr(elsewhere, "HOUR", 3600.0)
        assert await bot.room.find(PLACE, KEY, since) is None
