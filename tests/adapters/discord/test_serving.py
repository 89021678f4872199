"""Serving over a real WebSocket: a loopback gateway that says hello, asks who is there, and can show the door."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
import pytest_asyncio

from adapters.contract import CredentialsRefused, Reply, Request
from adapters.discord.client import DiscordRoom
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.gateway import Gateway, opened
from tests.adapters.discord.test_posting import APPLICATION, ME, stored
from tests.faultserver import FaultServer, Json

QUESTION = {
    "id": "900",
    "application_id": "42",
    "type": 2,
    "token": "reply-token",
    "version": 1,
    "channel_id": "7",
    "channel": {"id": "7", "type": 1},
    "user": {"id": "5", "username": "alice", "discriminator": "0", "avatar": None},
    "data": {"id": "1", "name": "help", "type": 1},
    "locale": "en-GB",
    "entitlements": [],
    "authorizing_integration_owners": {"1": "5"},
    "context": 1,
    "attachment_size_limit": 1000,
}


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
        server.script("PUT", "/applications/42/commands", Json([]))
        made_of = {"id": "900", "type": 2, "response_message_id": "901", "response_message_ephemeral": True}
        taken = {"interaction": made_of, "resource": {"type": 4, "message": stored(1)}}
        server.script("POST", "/interactions/900/reply-token/callback", Json(taken))
        yield server


async def at_once(seconds: float) -> None:
    """Waits for nothing."""


def made(server: FaultServer, answer: Any = None) -> DiscordRoom:
    oracle, told = Oracle(), SyncMemory()
    return DiscordRoom(
        "token", COMMANDS, answer or oracle.answer, oracle.complete, told, base_url=server.url, pause=at_once
    )


async def test_a_room_serves_without_privileged_intents_until_it_is_closed(
    server: FaultServer, gateway: Gateway
) -> None:
    room = made(server)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(room.serve())
        await gateway.ready.wait()
        assert gateway.identified[0]["intents"] == discord.Intents(guilds=True).value
        assert len(server.seen("PUT", "/applications/42/commands")) == 1
        await room.close()
        assert await serving is None


async def test_an_answer_under_way_is_finished_before_the_room_closes(server: FaultServer, gateway: Gateway) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def answer(request: Request) -> Reply:
        asked.set()
        await go_on.wait()
        return await Oracle().answer(request)

    room = made(server, answer)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(room.serve())
        await gateway.ready.wait()
        await gateway.say("INTERACTION_CREATE", QUESTION)
        await asked.wait()
        closing = tasks.create_task(room.close())
        await asyncio.sleep(0)
        assert not closing.done()
        go_on.set()
        await closing
        await serving
    [reply] = server.seen("POST", "/interactions/900/reply-token/callback")
    assert reply.json["type"] == 4
    assert reply.json["data"]["flags"] == 1 << 15 | 1 << 6
    assert reply.json["data"]["allowed_mentions"] == {"parse": []}


async def test_a_token_refused_by_the_gateway_names_its_variable(server: FaultServer, gateway: Gateway) -> None:
    gateway.closes = 4004
    async with asyncio.timeout(20):
        with pytest.raises(CredentialsRefused, match="DATELINE_DISCORD_TOKEN"):
            await made(server).serve()


async def test_a_gateway_that_ends_for_good_is_left_to_the_supervisor(server: FaultServer, gateway: Gateway) -> None:
    gateway.closes = 4012  # invalid API version: discord.py gives up
    async with asyncio.timeout(20):
        with pytest.raises(discord.ConnectionClosed):
            await made(server).serve()


async def test_a_room_can_serve_again_after_its_connection_was_lost(server: FaultServer, gateway: Gateway) -> None:
    room = made(server)
    gateway.closes = 4012
    async with asyncio.timeout(20):
        with pytest.raises(discord.ConnectionClosed):
            await room.serve()
    gateway.closes = None
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(room.serve())
        await gateway.ready.wait()
        await room.close()
        await serving


@pytest.mark.parametrize("name", ["position", "gone"], ids=["without its actor", "no such command"])
async def test_an_outdated_form_of_a_command_is_told_to_reload(
    server: FaultServer, gateway: Gateway, expected_warnings: list[str], name: str
) -> None:
    expected_warnings.append(r"dateline\.discord: discord\.command_refused reason=Command(SignatureMismatch|NotFound)")
    room = made(server)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(room.serve())
        await gateway.ready.wait()
        await gateway.say("INTERACTION_CREATE", {**QUESTION, "data": {"id": "1", "name": name, "type": 1}})
        [reply] = await server.wait_for("POST", "/interactions/900/reply-token/callback")
        await room.close()
        await serving
    assert "Reload Discord" in reply.json["data"]["content"]
    assert reply.json["data"]["flags"] == 1 << 6
