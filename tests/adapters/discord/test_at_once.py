# ruff: noqa: F811  (fixtures of another file, by their names)
"""Several interactions at the same moment, over a real WebSocket: all acknowledged in time, shared once."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import Any

import pytest

from adapters.contract import Outcome, Question, Reply, Request
from adapters.discord import answering
from adapters.discord.client import DiscordRoom
from adapters.tokens import Press, Token, written
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.test_posting import stored
from tests.adapters.discord.test_serving import QUESTION, Gateway, gateway, server  # noqa: F401  fixtures
from tests.contract import documents
from tests.faultserver import FaultServer, Json, Status


def asked(number: int) -> dict[str, Any]:
    """The same question as its own interaction."""
    return {**QUESTION, "id": str(900 + number), "token": f"token-{number}"}


def pressed(number: int, token: Token) -> dict[str, Any]:
    """A press on a button of one and the same private message."""
    message = {**stored(1), "flags": 64 | 1 << 15}
    data = {"custom_id": written(token), "component_type": 2, "id": 3}
    return {**asked(number), "type": 3, "data": data, "message": message}


def taking(server: FaultServer, number: int) -> str:
    """Let the server take what is answered to an interaction; gives where."""
    made_of = {"id": str(900 + number), "type": 2, "response_message_id": "901", "response_message_ephemeral": True}
    taken = {"interaction": made_of, "resource": {"type": 4, "message": stored(1)}}
    path = f"/interactions/{900 + number}/token-{number}/callback"
    server.script("POST", path, Json(taken), Status(204))
    server.script("PATCH", f"/webhooks/42/token-{number}/messages/@original", Json(stored(1)), Json(stored(1)))
    server.script("POST", f"/webhooks/42/token-{number}", Json(stored(2)), Json(stored(3)))
    return path


@asynccontextmanager
async def serving(room: DiscordRoom, gateway: Gateway) -> Any:
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        tasks.create_task(room.serve())
        await gateway.ready.wait()
        yield
        await room.close()


async def until(condition: Any) -> None:
    """Poll; the time-out is the caller's."""
    while not condition():  # noqa: ASYNC110  what it waits for sets no event
        await asyncio.sleep(0.01)


async def test_who_waits_behind_others_is_acknowledged_in_time_too(
    server: FaultServer,
    gateway: Gateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answering, "DEFER_AFTER", 0.05)
    paths = [taking(server, number) for number in range(3)]

    async def slow(request: Request) -> Reply:
        await until(lambda: all(server.seen("POST", path) for path in paths))
        return await Oracle().answer(request)

    room = DiscordRoom("token", COMMANDS, slow, Oracle().complete, SyncMemory(), base_url=server.url)
    async with serving(room, gateway):
        for number in range(3):
            await gateway.say("INTERACTION_CREATE", asked(number))
        answers = [f"/webhooks/42/token-{number}/messages/@original" for number in range(3)]
        await until(lambda: all(server.seen("PATCH", path) for path in answers))
    for path in paths:
        [acknowledged] = server.seen("POST", path)
        assert acknowledged.json == {"type": 5, "data": {"flags": 64}}


async def test_two_quick_presses_share_once(server: FaultServer, gateway: Gateway) -> None:
    question = Question("position", {"actor": "KHM"})

    async def answer(_: Request) -> Reply:
        return Reply(documents.usual(), Outcome.ANSWERED, question)

    paths = [taking(server, number) for number in range(2)]
    room = DiscordRoom("token", COMMANDS, answer, Oracle().complete, SyncMemory(), base_url=server.url)
    async with serving(room, gateway):
        for number in range(2):
            press = pressed(number, Token(Press.SHARE, question))
            await gateway.say("INTERACTION_CREATE", press)
        await until(lambda: all(server.seen("POST", path) for path in paths))
        await until(lambda: any(server.seen("POST", f"/webhooks/42/token-{number}") for number in range(2)))
    posted = [request for number in range(2) for request in server.seen("POST", f"/webhooks/42/token-{number}")]
    assert len(posted) == 1
    said = [request.json for path in paths for request in server.seen("POST", path)]
    assert "This answer was shared already." in str(said)


async def test_an_interaction_that_comes_twice_is_answered_once(server: FaultServer, gateway: Gateway) -> None:
    path = taking(server, 0)
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory(), base_url=server.url)
    async with serving(room, gateway):
        for _ in range(2):
            await gateway.say("INTERACTION_CREATE", asked(0))
        await until(lambda: server.seen("POST", path))
    assert len(server.seen("POST", path)) == 1
    assert len(oracle.asked) == 1
