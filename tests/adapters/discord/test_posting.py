"""Posting and looking on the wire: discord.py against a loopback server that fails on demand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio
import simcord

from adapters.contract import Address, Ambiguous, CredentialsRefused, Gone, RateLimited, Refused, TooLong, Unavailable
from adapters.discord.client import DiscordRoom
from adapters.discord.posting import Patience
from adapters.discord.render import marker, parts
from briefs.plain import plain
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.reader import seen
from tests.contract import documents
from tests.contract.test_renderers import words_of
from tests.faultserver import Drop, FaultServer, Hang, Json, Reset, Status, TooManyRequests

ROOT = Path(__file__).parents[3]
PLACE = Address("discord", "700000000000000001")
MESSAGES = f"/channels/{PLACE.place}/messages"
KEY = "abcdefghijklmnopqrstuvwxy"
ME = {"id": "42", "username": "dateline", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION = {
    "id": "42",
    "name": "Dateline",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": ME,
}
SINCE = datetime(2026, 1, 2, tzinfo=UTC)


def stored(number: int, key: str = "", author: dict[str, Any] = ME, at: datetime = SINCE) -> dict[str, Any]:
    """A message as Discord gives it back."""
    container = {"type": 17, "id": marker(key) if key else 1, "components": [{"type": 10, "id": 2, "content": "words"}]}
    return {
        "id": str(discord.utils.time_snowflake(at) + number),
        "channel_id": PLACE.place,
        "author": author,
        "content": "",
        "timestamp": at.isoformat(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 1 << 15,
        "components": [container],
    }


class Pauses:
    """Waits nothing and remembers how long it should have."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest_asyncio.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FaultServer]:
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)  # put back after `base_url`
    async with FaultServer() as server:
        server.script("GET", "/users/@me", Json(ME))
        server.script("GET", "/oauth2/applications/@me", Json(APPLICATION))
        server.script("PUT", "/applications/42/commands", Json([]))
        yield server


def made(server: FaultServer, pauses: Pauses, try_seconds: float = 5) -> DiscordRoom:
    oracle = Oracle()
    patience = Patience(try_seconds=try_seconds, pause=pauses)
    return DiscordRoom(
        "token", COMMANDS, oracle.answer, oracle.complete, SyncMemory(), base_url=server.url, patience=patience
    )


@pytest_asyncio.fixture
async def room(server: FaultServer, pauses: Pauses) -> AsyncIterator[DiscordRoom]:
    """A room that has signed in, without a gateway."""
    room = made(server, pauses)
    async with room.open() as client:
        await client.login("token")
        yield room


def nonces(server: FaultServer) -> list[Any]:
    return [(request.json["nonce"], request.json["enforce_nonce"]) for request in server.seen("POST", MESSAGES)]


async def test_a_post_carries_the_whole_brief_its_nonce_and_no_ping(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", MESSAGES, Json(stored(5, KEY)))
    receipt = await room.post(PLACE, documents.usual(), KEY)
    [request] = server.seen("POST", MESSAGES)
    assert receipt.message == stored(5)["id"]
    assert receipt.at.tzinfo is not None
    assert words_of(seen(request.json)) == words_of(plain(documents.usual()))
    assert request.json["flags"] & 1 << 15
    assert request.json["allowed_mentions"] == {"parse": []}
    assert "content" not in request.json or not request.json["content"]
    assert nonces(server) == [(KEY, True)]
    assert request.headers["Authorization"] == "Bot token"


async def test_a_digest_that_calls_a_role_pings_that_role_alone(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", MESSAGES, Json(stored(5, KEY)))
    await room.post(PLACE, replace(documents.usual(), calls="99"), KEY)
    [request] = server.seen("POST", MESSAGES)
    assert request.json["components"][0]["content"] == "<@&99>"
    assert request.json["allowed_mentions"]["roles"] == ["99"] or request.json["allowed_mentions"]["roles"] == [99]
    assert not set(request.json["allowed_mentions"].get("parse", ())) & {"everyone", "users", "roles"}


@pytest.mark.parametrize("calls", ["@everyone", "<@1>", "99><@1", "@here"])
async def test_what_is_no_role_calls_nobody(room: DiscordRoom, server: FaultServer, calls: str) -> None:
    server.script("POST", MESSAGES, Json(stored(5, KEY)))
    await room.post(PLACE, replace(documents.usual(), calls=calls), KEY)
    [request] = server.seen("POST", MESSAGES)
    assert request.json["allowed_mentions"] == {"parse": []}
    assert calls not in str(request.json["components"])


@pytest.mark.parametrize(
    "fault",
    [Status(503, b"no"), Status(520, b"no"), Reset(), Drop()],
    ids=["503", "520", "reset", "disconnected"],
)
async def test_a_post_in_doubt_is_repeated_under_the_same_nonce(
    room: DiscordRoom, server: FaultServer, pauses: Pauses, fault: Any
) -> None:
    server.script("POST", MESSAGES, fault, fault, Json(stored(5)))
    assert (await room.post(PLACE, documents.usual(), KEY)).message == stored(5)["id"]
    assert nonces(server) == [(KEY, True)] * 3
    assert pauses.asked == [1.0, 3.0]


@pytest.mark.parametrize("fault", [Status(503, b"no"), Reset(), Reset(before_body=True)], ids=["503", "reset", "early"])
async def test_what_stays_in_doubt_is_ambiguous_after_three_tries(
    room: DiscordRoom, server: FaultServer, pauses: Pauses, fault: Any
) -> None:
    server.script("POST", MESSAGES, fault)
    with pytest.raises(Ambiguous):
        await room.post(PLACE, documents.usual(), KEY)
    assert len(pauses.asked) == 2
    assert set(nonces(server)) <= {(KEY, True)}


async def test_a_silent_server_is_ambiguous_and_every_try_had_the_same_nonce(
    server: FaultServer, pauses: Pauses
) -> None:
    room = made(server, pauses, try_seconds=0.2)
    async with room.open() as client:
        await client.login("token")
        server.script("POST", MESSAGES, Hang())
        with pytest.raises(Ambiguous, match="did not answer in time"):
            await room.post(PLACE, documents.usual(), KEY)
        assert nonces(server) == [(KEY, True)] * 3


async def test_no_try_begins_after_the_nonce_may_have_been_forgotten(server: FaultServer) -> None:
    pauses = Pauses()
    room = made(server, pauses)
    room._patience = Patience(within_seconds=0.5, pause=pauses)
    async with room.open() as client:
        await client.login("token")
        server.script("POST", MESSAGES, Reset())
        with pytest.raises(Ambiguous):
            await room.post(PLACE, documents.usual(), KEY)
    assert len(server.seen("POST", MESSAGES)) == 1


async def test_a_rate_limit_is_slept_through_with_the_same_nonce(
    room: DiscordRoom, server: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.http: We are being rate limited")
    slow_down = TooManyRequests(0.05, {"message": "slow", "retry_after": 0.05, "global": False}, {"Via": "1.1 google"})
    server.script("POST", MESSAGES, slow_down, Json(stored(5)))
    await room.post(PLACE, documents.usual(), KEY)
    assert nonces(server) == [(KEY, True)] * 2


async def test_a_long_rate_limit_is_told_and_not_slept(
    room: DiscordRoom, server: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.http: We are being rate limited")
    body = {"message": "slow", "retry_after": 300, "global": False}
    server.script("POST", MESSAGES, TooManyRequests(300, body, {"Via": "1.1 google"}))
    with pytest.raises(RateLimited) as caught:
        await room.post(PLACE, documents.usual(), KEY)
    assert caught.value.retry_after == 300
    assert len(server.seen("POST", MESSAGES)) == 1


async def test_a_rate_limit_of_discords_edge_is_told_with_its_seconds(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", MESSAGES, TooManyRequests(77))
    with pytest.raises(RateLimited) as caught:
        await room.post(PLACE, documents.usual(), KEY)
    assert caught.value.retry_after == 77


async def test_a_rate_limit_after_a_lost_answer_leaves_the_doubt(room: DiscordRoom, server: FaultServer) -> None:
    server.script("POST", MESSAGES, Reset(), TooManyRequests(77))
    with pytest.raises(Ambiguous):
        await room.post(PLACE, documents.usual(), KEY)


@pytest.mark.parametrize(
    ("status", "code", "family", "words"),
    [
        (403, 50001, Refused, "View Channel"),
        (403, 50013, Refused, "Send Messages"),
        (403, 160005, Refused, "locked"),
        (404, 10003, Gone, "no longer exists"),
        (404, 10004, Gone, "no longer exists"),
        (400, 50035, TooLong, "limit"),
        (413, 40005, TooLong, "limit"),
        (400, 200000, Refused, "AutoMod"),
        (401, 0, Unavailable, "DATELINE_DISCORD_TOKEN"),
        (403, 40004, Unavailable, "at the moment"),
        (400, 99999, Refused, "refused"),
    ],
)
async def test_a_plain_no_is_told_in_words_and_not_repeated(
    room: DiscordRoom, server: FaultServer, status: int, code: int, family: type[Exception], words: str
) -> None:
    server.script("POST", MESSAGES, Json({"code": code, "message": "No"}, status))
    with pytest.raises(family, match=words) as caught:
        await room.post(PLACE, documents.usual(), KEY)
    assert PLACE.place in str(caught.value)
    assert len(server.seen("POST", MESSAGES)) == 1


async def test_a_place_that_is_no_channel_id_is_refused_before_anything_is_sent(
    room: DiscordRoom, server: FaultServer
) -> None:
    for place in ("general", "", "#1", "１２"):
        with pytest.raises(Refused, match="Copy Channel ID"):
            await room.post(Address("discord", place), documents.usual(), KEY)
    assert not [request for request in server.requests if "/channels/" in request.path]


async def test_an_unreachable_discord_is_unavailable(room: DiscordRoom, server: FaultServer) -> None:
    async with FaultServer() as gone:
        nowhere = gone.url
    discord.http.Route.BASE = nowhere
    with pytest.raises(Unavailable, match="network"):
        await room.post(PLACE, documents.usual(), KEY)


async def test_a_room_that_never_connected_is_unavailable(server: FaultServer, pauses: Pauses) -> None:
    with pytest.raises(Unavailable, match="not connected"):
        await made(server, pauses).post(PLACE, documents.usual(), KEY)


async def test_a_wrong_token_is_refused_by_the_name_of_its_variable(server: FaultServer, pauses: Pauses) -> None:
    server.script("GET", "/users/@me", Json({"message": "401: Unauthorized", "code": 0}, 401))
    with pytest.raises(CredentialsRefused, match="DATELINE_DISCORD_TOKEN") as caught:
        await made(server, pauses).serve()
    assert "token'" not in str(caught.value)


async def test_an_unreachable_discord_leaves_serving_with_its_error(server: FaultServer, pauses: Pauses) -> None:
    server.script("GET", "/users/@me", Reset())
    with pytest.raises(OSError, match="reset"):
        await made(server, pauses).serve()


async def test_a_closed_room_does_not_serve_again(room: DiscordRoom, server: FaultServer) -> None:
    await room.close()
    await room.serve()
    with pytest.raises(Unavailable):
        await room.post(PLACE, documents.usual(), KEY)


async def test_a_post_is_found_by_its_key(room: DiscordRoom, server: FaultServer) -> None:
    other = {**ME, "id": "43"}
    newest = [stored(9, "another"), stored(8, KEY, author=other), stored(7, KEY), stored(6)]
    server.script("GET", MESSAGES, Json(newest))
    found = await room.find(PLACE, KEY, SINCE)
    assert found is not None
    assert found.message == stored(7)["id"]


async def test_a_post_that_is_surely_not_there_is_none(room: DiscordRoom, server: FaultServer) -> None:
    server.script("GET", MESSAGES, Json([stored(9, "another"), stored(8)]))
    assert await room.find(PLACE, KEY, SINCE) is None


async def test_an_empty_history_may_be_a_missing_permission_and_is_ambiguous(
    room: DiscordRoom, server: FaultServer
) -> None:
    server.script("GET", MESSAGES, Json([]))
    with pytest.raises(Ambiguous, match="Read Message History"):
        await room.find(PLACE, KEY, SINCE)


async def test_a_history_too_busy_to_reach_back_is_ambiguous(room: DiscordRoom, server: FaultServer) -> None:
    late = SINCE + timedelta(hours=1)
    server.script("GET", MESSAGES, Json([stored(100 - number, at=late) for number in range(100)]))
    with pytest.raises(Ambiguous, match="over 100"):
        await room.find(PLACE, KEY, SINCE)
    early = SINCE - timedelta(hours=1)
    server.script("GET", MESSAGES, Json([stored(100 - number, at=early) for number in range(100)]))
    assert await room.find(PLACE, KEY, SINCE) is None


@pytest.mark.parametrize(
    ("answer", "family"),
    [
        (Json({"code": 50001, "message": "Missing Access"}, 403), Ambiguous),
        (Json({"code": 10003, "message": "Unknown Channel"}, 404), Gone),
        (Status(503, b"no"), Ambiguous),
        (Reset(), Ambiguous),
    ],
    ids=["no access", "no channel", "503", "reset"],
)
async def test_looking_in_vain_says_that_it_does_not_know(
    room: DiscordRoom, server: FaultServer, answer: Any, family: type[Exception]
) -> None:
    server.script("GET", MESSAGES, answer)
    with pytest.raises(family):
        await room.find(PLACE, KEY, SINCE)


async def test_without_permission_to_write_the_owner_is_told_what_to_click() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        guild = env.create_guild()
        closed = {guild.default_role: discord.PermissionOverwrite(send_messages=False)}
        channel = guild.create_text_channel("general", overwrites=closed)
        with pytest.raises(Refused, match="give it Send Messages"):
            await room.post(Address("discord", str(channel.id)), documents.usual(), KEY)


async def test_what_was_posted_is_found_again_in_a_simulated_channel() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        channel = env.create_guild().create_text_channel("general")
        place = Address("discord", str(channel.id))
        since = env.now()
        assert await room.find(place, KEY, since) is None  # empty, and we may read it
        receipt = await room.post(place, documents.usual(), KEY)
        assert await room.find(place, KEY, since) is not None
        assert (await room.find(place, KEY, since)).message == receipt.message  # type: ignore[union-attr]
        assert await room.find(place, "another", since) is None


def _own_shape(payload: dict[str, Any]) -> None:
    """A card alone, under a nonce; all else that Discord demands of it `conftest` holds against every request."""
    assert payload["flags"] & 1 << 15
    assert not payload.get("content")
    assert not payload.get("embeds")
    assert 1 <= len(payload["nonce"]) <= 25
    ids = [component["id"] for component in payload["components"] if "id" in component]
    assert len(ids) == len(set(ids))
    assert all(0 < number < 2**31 for number in ids)
    containers = [one for one in payload["components"] if one["type"] == 17]
    assert containers
    assert all(one["type"] in (10, 14, 17) for one in payload["components"])
    for container in containers:
        assert container["components"]
        for child in container["components"]:
            assert child["type"] in (10, 14)
            assert child["type"] == 14 or 1 <= len(child["content"]) <= 4000


@pytest.mark.parametrize(
    "make", [*documents.ORDINARY.values(), *documents.LONG.values()], ids=[*documents.ORDINARY, *documents.LONG]
)
async def test_what_goes_out_is_a_message_discord_describes(room: DiscordRoom, server: FaultServer, make: Any) -> None:
    server.script("POST", MESSAGES, Json(stored(5)))
    for part in parts(make())[:3]:
        await room.post(PLACE, part, KEY)
    for request in server.seen("POST", MESSAGES):
        _own_shape(request.json)


def test_a_dateline_without_discord_never_loads_its_library() -> None:
    """Idle memory and cold start: the room and its renderer are imported, discord.py is not."""
    script = (
        "import sys; import adapters.discord.client, adapters.discord.render; "
        "sys.exit('discord' in sys.modules or 'aiohttp' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
