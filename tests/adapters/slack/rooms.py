"""Slack rooms for tests: an `answer` that remembers, requests signed as Slack signs them, a room opened and closed."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from adapters.contract import Command, Outcome, Param, ParamKind, Reply, Request
from adapters.slack.client import Pace, SlackRoom
from briefs.document import Document, Paragraph, say
from tests.faultserver import FaultServer, Json, Status
from tests.peers import emulate

TOKEN = "xoxb-local-test"
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
PATH = "/slack/events"
QUICK = Pace(request=5, connect=5, look=0.05, patience=0.5, drain=2)
ACTOR = Param("actor", ParamKind.ACTOR, "who", required=True)
CATALOGUE = (
    Command("position", "what a government did", (ACTOR,), "position cambodia"),
    Command("help", "help", (), ""),
)


class Answers:
    """An application with a memory: echoes what it was asked, when `go` is set."""

    def __init__(self, outcome: Outcome = Outcome.ANSWERED) -> None:
        self.asked: list[Request] = []
        self.outcome = outcome
        self.go = asyncio.Event()
        self.go.set()
        self.failure: Exception | None = None
        self.document: Document | None = None

    async def __call__(self, request: Request) -> Reply:
        self.asked.append(request)
        await self.go.wait()
        if self.failure is not None:
            raise self.failure
        echo = Document(f"{request.command}: {request.line}", (Paragraph((say("told"),)),))
        return Reply(self.document or echo, self.outcome)


def room_at(base_url: str, answers: Answers | None = None, **settings: Any) -> SlackRoom:
    """A room whose Slack is at this address. HTTP on a free port unless told otherwise."""
    given = {"signing_secret": SECRET, "port": 0, "pace": QUICK} | settings
    token = given.pop("bot_token", TOKEN)
    return SlackRoom(
        token,
        commands=given.pop("commands", CATALOGUE),
        answer=answers or Answers(),
        complete=given.pop("complete", lambda command, parameter, typed, locale: ()),
        base_url=base_url,
        **given,
    )


@contextmanager
def emulated(seed: dict[str, Any]) -> Iterator[str]:
    """A real emulator that knows this much: the address of its Web API. Where npm's registry cannot be reached the test
    says that it did not run, which `.ci/run` takes for a failure."""
    try:
        emulate.install()
    except emulate.PeerMissingError as missing:
        pytest.skip(f"Slack Web API peer (emulate) did not run: {missing}")
    with emulate.slack(seed) as base_url:
        yield base_url


def script_slack(server: FaultServer) -> None:
    """The two calls every served room makes: signing in, and answering."""
    server.script("POST", "/auth.test", Json({"ok": True, "user_id": "U1", "bot_id": "B1", "team_id": "T1"}))
    server.script("POST", "/respond/*", Status(200, b"ok"))


@asynccontextmanager
async def served(room: SlackRoom) -> AsyncIterator[SlackRoom]:
    """The room while it serves."""
    serving = asyncio.create_task(room.serve())
    ready = asyncio.create_task(room.serving.wait())
    try:
        async with asyncio.timeout(10):
            await asyncio.wait({serving, ready}, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            serving.result()
        yield room
    finally:
        ready.cancel()
        await room.close()
        await serving


def slash(command: str, text: str, respond: str, trigger: str = "13345224609.738474920.8088930838d88f008e0") -> str:
    """The body of a slash command, form-encoded as Slack sends it."""
    return urlencode(
        {
            "token": "gone",
            "team_id": "T1",
            "team_domain": "example",
            "channel_id": "C1",
            "channel_name": "general",
            "user_id": "U2",
            "user_name": "reader",
            "command": command,
            "text": text,
            "api_app_id": "A1",
            "response_url": respond,
            "trigger_id": trigger,
        }
    )


def interaction(payload: dict[str, Any]) -> str:
    """The body of a press or of a form, form-encoded as Slack sends it."""
    return urlencode({"payload": json.dumps(payload)})


def signed(body: str, *, age: float = 0, secret: str = SECRET) -> dict[str, str]:
    """The headers Slack puts on a request: https://docs.slack.dev/authentication/verifying-requests-from-slack."""
    stamp = str(int(time.time() - age))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest}",
    }


async def send(room: SlackRoom, body: str, headers: dict[str, str] | None = None, path: str = PATH) -> tuple[int, str]:
    """One request from Slack; status and body of the acknowledgement."""
    url = f"http://127.0.0.1:{room.port}{path}"
    async with aiohttp.ClientSession() as session:
        sent = signed(body) if headers is None else headers
        async with session.post(url, data=io.BytesIO(body.encode()), headers=sent) as answer:
            return answer.status, await answer.text()
