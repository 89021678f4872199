"""Forums, announcements and threads on the wire: discord.py against a loopback server, and against simcord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import discord
import pytest
import pytest_asyncio
import simcord

from adapters.contract import Address, Ambiguous, Gone, RateLimited, Refused
from adapters.discord import threads
from adapters.discord.client import DiscordRoom
from adapters.discord.errands import _address, tags
from adapters.discord.posting import Patience
from adapters.discord.render import marker
from briefs.plain import plain
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.reader import seen
from tests.adapters.discord.test_posting import APPLICATION, KEY, ME, SINCE, Pauses, stored
from tests.contract import documents
from tests.contract.test_renderers import words_of
from tests.faultserver import Drop, FaultServer, Json, Reset, Status, TooManyRequests

GUILD, FORUM, NEWS, TEXT = "600000000000000001", "700000000000000002", "700000000000000003", "700000000000000004"
PLACE = Address("discord", FORUM)
POSTS = f"/channels/{FORUM}/threads"
ACTIVE = f"/guilds/{GUILD}/threads/active"
ARCHIVED = f"/channels/{FORUM}/threads/archived/public"
TAGS = [{"id": "81", "name": "News", "moderated": False, "emoji_id": None, "emoji_name": None}]
SERVER = {
    "id": GUILD,
    "name": "desk",
    "owner_id": "1",
    "roles": [
        {
            "id": GUILD,
            "name": "@everyone",
            "permissions": "66560",
            "position": 0,
            "color": 0,
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }
    ],
    "emojis": [],
    "features": [],
    "members": [],
    "channels": [
        {"id": FORUM, "type": 15, "name": "forum", "position": 0, "permission_overwrites": [], "available_tags": TAGS},
        {"id": NEWS, "type": 5, "name": "news", "position": 1, "permission_overwrites": []},
        {"id": TEXT, "type": 0, "name": "text", "position": 2, "permission_overwrites": []},
    ],
}


def thread(number: int, owner: str = ME["id"], parent: str = FORUM, at: datetime = SINCE) -> dict[str, Any]:
    """A thread as a listing gives it."""
    id_ = str(discord.utils.time_snowflake(at) + number)
    return {
        "id": id_, "guild_id": GUILD, "parent_id": parent, "owner_id": owner, "type": 11, "name": "a digest",
        "thread_metadata": {"archive_timestamp": at.isoformat(), "archived": False, "auto_archive_duration": 1440},
    }  # fmt: skip


def starter(of: dict[str, Any], key: str = "") -> dict[str, Any]:
    return {**stored(0, key), "id": of["id"], "channel_id": of["id"]}


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest_asyncio.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FaultServer]:
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    async with FaultServer() as server:
        server.script("GET", "/users/@me", Json(ME))
        server.script("GET", "/oauth2/applications/@me", Json(APPLICATION))
        server.script("PUT", "/applications/42/commands", Json([]))
        server.script("GET", ACTIVE, Json({"threads": [], "members": []}))
        server.script("GET", ARCHIVED, Json({"threads": [], "members": [], "has_more": False}))
        yield server


@pytest_asyncio.fixture
async def room(server: FaultServer, pauses: Pauses) -> AsyncIterator[DiscordRoom]:
    """A room that has signed in and knows its server, without a gateway."""
    oracle = Oracle()
    patience = Patience(try_seconds=5, pause=pauses)
    room = DiscordRoom(
        "token", COMMANDS, oracle.answer, oracle.complete, SyncMemory(), base_url=server.url, patience=patience
    )
    async with room.open() as client:
        await client.login("token")
        client._connection._add_guild_from_data(SERVER)  # type: ignore[arg-type]
        yield room


# --- forums --------------------------------------------------------------------------------------------------------


async def test_a_forum_gets_a_post_under_the_digests_title_with_its_tag(room: DiscordRoom, server: FaultServer) -> None:
    made = thread(5)
    server.script("POST", POSTS, Json({**made, "message": starter(made, KEY)}))
    receipt = await room.post(replace(PLACE, tag="news"), replace(documents.usual(), calls="99"), KEY)
    [request] = server.seen("POST", POSTS)
    assert receipt.message == f"{made['id']}/{made['id']}"
    assert request.json["name"] == documents.usual().title
    assert request.json["applied_tags"] == ["81"]
    message = request.json["message"]
    assert words_of(seen({"components": message["components"][1:]})) == words_of(plain(documents.usual()))
    assert message["flags"] == 1 << 15
    assert message["allowed_mentions"]["roles"] in (["99"], [99])
    assert [one["id"] for one in message["components"] if "id" in one][-1] == marker(KEY)


async def test_a_title_longer_than_a_threads_name_is_cut(room: DiscordRoom, server: FaultServer) -> None:
    made = thread(5)
    server.script("POST", POSTS, Json({**made, "message": starter(made, KEY)}))
    await room.post(PLACE, replace(documents.usual(), title="word " * 60), KEY)
    [request] = server.seen("POST", POSTS)
    assert len(request.json["name"]) <= 100
    assert request.json["name"].endswith("…")
    assert "applied_tags" not in request.json


@pytest.mark.parametrize(
    "fault",
    [Status(500, b"no"), Status(502, b"no"), Status(503, b"no"), Status(504, b"no"), Reset(), Drop()],
    ids=["500", "502", "503", "504", "reset", "dropped"],
)
async def test_a_forums_post_in_doubt_is_never_repeated_unlooked(
    room: DiscordRoom, server: FaultServer, pauses: Pauses, fault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(seconds: float) -> None: ...

    monkeypatch.setattr(discord.http.asyncio, "sleep", at_once)
    server.script("POST", POSTS, fault)
    with pytest.raises(Ambiguous):
        await room.post(PLACE, documents.usual(), KEY)
    assert len(server.seen("POST", POSTS)) == 1
    assert not room.keeps(PLACE)


async def test_a_rate_limit_of_a_forum_is_told(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", POSTS, TooManyRequests(77))
    with pytest.raises(RateLimited):
        await room.post(PLACE, documents.usual(), KEY)


async def test_a_forum_that_wants_a_tag_says_so(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", POSTS, Json({"code": 40067, "message": "No"}, 400))
    with pytest.raises(Refused, match="option tag"):
        await room.post(PLACE, documents.usual(), KEY)


async def test_a_forums_post_is_found_by_its_key_among_our_newest(room: DiscordRoom, server: FaultServer) -> None:
    ours, other, theirs, elsewhere = thread(9), thread(8), thread(7, owner="43"), thread(6, parent=TEXT)
    old = thread(1, at=SINCE - timedelta(days=2))
    server.script("GET", ACTIVE, Json({"threads": [theirs, elsewhere, ours, old], "members": []}))
    server.script("GET", ARCHIVED, Json({"threads": [other], "members": [], "has_more": False}))
    server.script("GET", f"/channels/{ours['id']}/messages/{ours['id']}", Json(starter(ours, "another")))
    server.script("GET", f"/channels/{other['id']}/messages/{other['id']}", Json(starter(other, KEY)))
    found = await room.find(PLACE, KEY, SINCE)
    assert found is not None
    assert found.message == f"{other['id']}/{other['id']}"
    assert not [one for one in server.requests if theirs["id"] in one.path or old["id"] in one.path]


async def test_a_forums_post_that_is_surely_not_there_is_none(room: DiscordRoom) -> None:
    assert await room.find(PLACE, KEY, SINCE) is None


async def test_a_forum_too_busy_to_look_through_is_ambiguous(room: DiscordRoom, server: FaultServer) -> None:
    busy = [thread(n, owner="43", at=SINCE + timedelta(hours=1)) for n in range(threads.ARCHIVED)]
    server.script("GET", ARCHIVED, Json({"threads": busy, "members": [], "has_more": True}))
    with pytest.raises(Ambiguous, match="archived since"):
        await room.find(PLACE, KEY, SINCE)
    many = [thread(n) for n in range(threads.LOOKED_INTO + 1)]
    server.script("GET", ARCHIVED, Json({"threads": [], "members": [], "has_more": False}))
    server.script("GET", ACTIVE, Json({"threads": many, "members": []}))
    with pytest.raises(Ambiguous, match="over 20 posts"):
        await room.find(PLACE, KEY, SINCE)


@pytest.mark.parametrize(
    ("path", "answer", "family"),
    [
        (ARCHIVED, Json({"code": 50013, "message": "No"}, 403), Ambiguous),
        (ACTIVE, Status(503, b"no"), Ambiguous),
        (ACTIVE, Reset(), Ambiguous),
        (ARCHIVED, Json({"code": 10003, "message": "No"}, 404), Gone),
    ],
    ids=["no history", "503", "reset", "no forum"],
)
async def test_a_forum_that_cannot_be_read_leaves_the_doubt(
    room: DiscordRoom, server: FaultServer, path: str, answer: Any, family: type[Exception]
) -> None:
    server.script("GET", path, answer)
    with pytest.raises(family):
        await room.find(PLACE, KEY, SINCE)


async def test_a_first_message_that_was_deleted_leaves_the_doubt(room: DiscordRoom, server: FaultServer) -> None:
    ours = thread(9)
    server.script("GET", ACTIVE, Json({"threads": [ours], "members": []}))
    server.script(
        "GET", f"/channels/{ours['id']}/messages/{ours['id']}", Json({"code": 10008, "message": "Unknown Message"}, 404)
    )
    with pytest.raises(Ambiguous):
        await room.find(PLACE, KEY, SINCE)


async def test_further_messages_of_a_digest_stand_in_its_forum_post(room: DiscordRoom, server: FaultServer) -> None:
    further = replace(PLACE, first="900/900")
    server.script("POST", "/channels/900/messages", Json(stored(5, KEY)))
    receipt = await room.post(further, documents.usual(), KEY)
    assert receipt.message == f"900/{stored(5)['id']}"
    assert server.seen("POST", POSTS) == []
    server.script("GET", "/channels/900/messages", Json([stored(5, KEY)]))
    assert (await room.find(further, KEY, SINCE)).message == receipt.message  # type: ignore[union-attr]


# --- threads -------------------------------------------------------------------------------------------------------

FURTHER = Address("discord", TEXT, thread=True, first="900")
MADE = f"/channels/{TEXT}/messages/900/threads"


async def test_further_messages_stand_in_a_thread_on_the_first(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", MADE, Json({"id": "900"}), Json({"code": 160004, "message": "there already"}, 400))
    server.script("POST", "/channels/900/messages", Json(stored(5, KEY)))
    for _ in range(2):
        receipt = await room.post(FURTHER, documents.usual(), KEY)
        assert receipt.message == f"900/{stored(5)['id']}"
    assert [one.json["name"] for one in server.seen("POST", MADE)] == [documents.usual().title] * 2
    assert server.seen("POST", f"/channels/{TEXT}/messages") == []
    assert not room.keeps(FURTHER)


async def test_the_first_message_stands_in_the_channel_and_is_kept_there(
    room: DiscordRoom, server: FaultServer
) -> None:
    server.script("POST", f"/channels/{TEXT}/messages", Json(stored(5, KEY)))
    first = replace(FURTHER, first="")
    assert (await room.post(first, documents.usual(), KEY)).message == stored(5)["id"]
    assert room.keeps(first)


@pytest.mark.parametrize("code", [10008, 50013, 50024])
async def test_where_no_thread_can_be_made_nothing_is_lost(room: DiscordRoom, server: FaultServer, code: int) -> None:
    server.script("POST", MADE, Json({"code": code, "message": "No"}, 403))
    server.script("POST", f"/channels/{TEXT}/messages", Json(stored(5, KEY)))
    assert (await room.post(FURTHER, documents.usual(), KEY)).message == stored(5)["id"]
    server.script("GET", "/channels/900/messages", Json({"code": 10003, "message": "Unknown Channel"}, 404))
    server.script("GET", f"/channels/{TEXT}/messages", Json([stored(5, KEY)]))
    assert (await room.find(FURTHER, KEY, SINCE)).message == stored(5)["id"]  # type: ignore[union-attr]


async def test_a_lost_answer_to_making_a_thread_is_no_doubt_about_the_post(
    room: DiscordRoom, server: FaultServer
) -> None:
    server.script("POST", MADE, Reset())
    with pytest.raises(Exception, match="connection broke") as caught:
        await room.post(FURTHER, documents.usual(), KEY)
    assert type(caught.value).__name__ == "Unavailable"


async def test_a_post_in_a_thread_is_found_there(room: DiscordRoom, server: FaultServer) -> None:
    server.script("GET", "/channels/900/messages", Json([stored(7, KEY)]))
    found = await room.find(FURTHER, KEY, SINCE)
    assert found is not None
    assert found.message == f"900/{stored(7)['id']}"


# --- announcements ---------------------------------------------------------------------------------------------------

ANNOUNCED = Address("discord", NEWS, publish=True)
PUBLISHED = f"/channels/{NEWS}/messages/900/crosspost"


async def test_a_post_of_an_announcement_channel_is_published(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", PUBLISHED, Json(stored(5, KEY)))
    await room.publish(ANNOUNCED, "900")
    assert len(server.seen("POST", PUBLISHED)) == 1


async def test_one_published_already_is_as_good(room: DiscordRoom, server: FaultServer, pauses: Pauses) -> None:
    server.script("POST", PUBLISHED, Reset(), Json({"code": 40033, "message": "already crossposted"}, 400))
    await room.publish(ANNOUNCED, "900")
    assert pauses.asked == [1.0]


@pytest.mark.parametrize(
    ("answer", "family"),
    [
        (TooManyRequests(3000), RateLimited),
        (Json({"code": 50013, "message": "No"}, 403), Refused),
        (Status(503, b"no"), Ambiguous),
    ],
    ids=["too many", "forbidden", "503"],
)
async def test_what_cannot_be_published_says_why(
    room: DiscordRoom, server: FaultServer, answer: Any, family: type[Exception]
) -> None:
    server.script("POST", PUBLISHED, answer)
    with pytest.raises(family):
        await room.publish(ANNOUNCED, "900")


async def test_only_messages_of_announcement_channels_are_published(room: DiscordRoom, server: FaultServer) -> None:
    await room.publish(Address("discord", TEXT, publish=True), "900")
    await room.publish(ANNOUNCED, "900/901")
    assert not [one for one in server.requests if one.path.endswith("crosspost")]


# --- against simcord -------------------------------------------------------------------------------------------------


async def test_in_a_simulated_forum_a_digest_is_a_post_and_is_found_again() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        forum = env.create_guild().create_forum_channel("digests")
        place = Address("discord", str(forum.id))
        assert await room.lacks(place, "en") == []
        receipt = await room.post(place, documents.usual(), KEY)
        further = replace(place, first=receipt.message)
        second = await room.post(further, documents.usual(), "another")
        assert second.message.partition("/")[0] == receipt.message.partition("/")[0]
        [post] = forum.threads
        assert post.name == documents.usual().title
        assert len(post.history()) == 2


async def test_in_a_simulated_announcement_channel_a_post_is_published() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        guild = env.create_guild()
        news = guild.create_news_channel("news")
        place = Address("discord", str(news.id), publish=True)
        assert await room.lacks(place, "en") == []
        receipt = await room.post(place, documents.usual(), KEY)
        await room.publish(place, receipt.message)
        assert news.last_message.flags.value & 0b11
        text = Address("discord", str(guild.create_text_channel("text").id), publish=True)
        [lack] = await room.lacks(text, "en")
        assert (lack.blocks, "only announcement channels publish" in lack.text) == (False, True)


async def test_tags_are_completed_from_the_forums_of_the_server(room: DiscordRoom) -> None:
    assert room._client is not None
    guild = room._client.get_guild(int(GUILD))
    here: Any = SimpleNamespace(guild=guild, namespace=SimpleNamespace(channel=None))
    there: Any = SimpleNamespace(guild=guild, namespace=SimpleNamespace(channel=SimpleNamespace(id=int(FORUM))))
    elsewhere: Any = SimpleNamespace(guild=None, namespace=SimpleNamespace())
    assert tags(here, "ne") == tags(there, "") == ["News"]
    assert tags(here, "old") == tags(elsewhere, "") == []


async def test_a_message_in_a_thread_is_linked_to_there() -> None:
    asked: Any = SimpleNamespace(guild_id=int(GUILD))
    assert _address(asked, FORUM, "900/901") == f"https://discord.com/channels/{GUILD}/900/901"
    assert _address(asked, TEXT, "901") == f"https://discord.com/channels/{GUILD}/{TEXT}/901"
    assert _address(asked, TEXT, "") == ""


async def test_what_a_forum_or_a_thread_needs_is_said_beforehand(room: DiscordRoom) -> None:
    client = room._client
    assert client is not None
    forum = client.get_channel(int(FORUM))
    assert isinstance(forum, discord.ForumChannel)
    me: Any = discord.Member(
        data={"user": ME, "roles": [], "joined_at": None, "flags": 0},  # type: ignore[arg-type]
        guild=forum.guild, state=client._connection,
    )  # fmt: skip
    forum.guild._add_member(me)
    told = [lack.text for lack in await room.lacks(replace(PLACE, tag="Old"), "en")]
    assert [line for line in told if "Create Posts is off" in line]
    assert [line for line in told if "no tag “Old”" in line and "News" in line]
    forum._flags = discord.ChannelFlags(require_tag=True).value
    assert [one for one in await room.lacks(PLACE, "en") if one.blocks and "need a tag" in one.text]
    assert not [one for one in await room.lacks(replace(PLACE, tag="news"), "en") if "tag" in one.text]
    told = [one.text for one in await room.lacks(FURTHER, "en") if not one.blocks]
    assert [line for line in told if "Create Public Threads is off" in line]
