"""Socket Mode against a small loopback Slack: it opens sockets, sends envelopes and remembers what comes back."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import WSMsgType, web

from adapters.contract import Choice, CredentialsRefused
from adapters.slack.client import SlackRoom
from adapters.slack.manifest import ASK
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import TOKEN, Answers, room_at, served
from tests.faultserver import FaultServer

APP_TOKEN = "xapp-1-A1-1-local"


class SocketSlack:
    """The two Web API calls and the sockets of one Slack on 127.0.0.1."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.called: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self.joined = asyncio.Event()
        self.refusal = ""
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        assert self._runner is not None
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/api/"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/api/auth.test", self._sign_in)
        app.router.add_post("/api/apps.connections.open", self._open)
        app.router.add_post("/api/{method}", self._call)
        app.router.add_get("/link/{ticket}", self._link)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()

    async def stop(self) -> None:
        for ws in self.sockets:
            await ws.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def send(self, envelope: dict[str, Any]) -> None:
        await self.sockets[-1].send_json(envelope)

    async def acknowledged(self) -> dict[str, Any]:
        async with asyncio.timeout(5):
            return await self.said.get()

    async def connected(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.sockets) < count:
                self.joined.clear()
                await self.joined.wait()

    async def _sign_in(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"
        return web.json_response({"ok": True, "user_id": "U1"})

    async def _call(self, request: web.Request) -> web.Response:
        """Any other method: taken, and remembered."""
        self.called.put_nowait((request.match_info["method"], await request.json()))
        return web.json_response({"ok": True, "ts": "1.5", "view": {"id": "V9"}})

    async def _open(self, request: web.Request) -> web.Response:
        self.opened.append(request.headers["Authorization"])
        if self.refusal:
            return web.json_response({"ok": False, "error": self.refusal, "needed": "connections:write"})
        link = self.url.replace("http://", "ws://").replace("/api/", f"/link/{len(self.opened)}")
        return web.json_response({"ok": True, "url": link})

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        await ws.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self.sockets.append(ws)
        self.joined.set()
        async for message in ws:
            if message.type == WSMsgType.TEXT:
                self.said.put_nowait(json.loads(message.data))
        return ws


@pytest.fixture
async def sockets() -> AsyncIterator[SocketSlack]:
    server = SocketSlack()
    await server.start()
    yield server
    await server.stop()


def socket_room(sockets: SocketSlack, answers: Answers | None = None) -> SlackRoom:
    return room_at(sockets.url, answers, app_token=APP_TOKEN)


def envelope(text: str, respond: str, number: int = 1) -> dict[str, Any]:
    payload = {
        "command": "/position",
        "text": text,
        "user_id": "U2",
        "team_id": "T1",
        "channel_id": "C1",
        "trigger_id": f"T-{number}",
        "response_url": respond,
        "api_app_id": "A1",
    }
    return {
        "envelope_id": f"E-{number}",
        "type": "slash_commands",
        "accepts_response_payload": True,
        "payload": payload,
    }


async def test_a_command_over_the_socket_is_acknowledged_and_answered(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        await sockets.send(envelope("cambodia", f"{slack.url}/respond/1"))
        assert await sockets.acknowledged() == {"envelope_id": "E-1"}
        [answer] = await slack.wait_for("POST", "/respond/1")
    assert sockets.opened == [f"Bearer {APP_TOKEN}"]
    assert [(request.command, request.line) for request in answers.asked] == [("position", "cambodia")]
    assert reader.seen(answer.json) == "position: cambodia\n\ntold"


async def test_a_slow_answer_does_not_delay_the_acknowledgement(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    answers.go.clear()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        await sockets.send(envelope("cambodia", f"{slack.url}/respond/1"))
        assert await sockets.acknowledged() == {"envelope_id": "E-1"}
        assert slack.seen("POST", "/respond/1") == []
        answers.go.set()
        await slack.wait_for("POST", "/respond/1")


async def test_the_same_command_in_a_second_envelope_is_answered_once(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        for name in ("E-1", "E-1-again"):
            await sockets.send(envelope("cambodia", f"{slack.url}/respond/1") | {"envelope_id": name})
            assert await sockets.acknowledged() == {"envelope_id": name}
        await slack.wait_for("POST", "/respond/1")
    assert len(answers.asked) == 1


ABOUT = {"team": {"id": "T1"}, "user": {"id": "U2"}, "api_app_id": "A1"}
FIELD = {"type": "block_suggestion", "action_id": "dateline-field-position-actor", "block_id": "b", "value": "lao"}
ASKS = {"type": "shortcut", "callback_id": "dateline-ask", "trigger_id": "T-9"}
MENTION = {"type": "app_mention", "user": "U2", "channel": "C1", "ts": "1.1", "text": "<@U1> position cambodia"}
HOME = {"type": "app_home_opened", "user": "U2", "channel": "D2", "tab": "home"}


async def test_names_forms_home_and_mentions_come_over_the_socket_too(sockets: SocketSlack) -> None:
    async def takes(kind: str, payload: dict[str, Any], number: str) -> dict[str, Any]:
        await sockets.send({"envelope_id": number, "type": kind, "payload": payload, "accepts_response_payload": True})
        return await sockets.acknowledged()

    def event(about: dict[str, Any]) -> dict[str, Any]:
        return {"type": "event_callback", "team_id": "T1", "event_id": f"Ev-{about['type']}", "event": about}

    async def called() -> tuple[str, dict[str, Any]]:
        async with asyncio.timeout(5):
            return await sockets.called.get()

    room = room_at(
        sockets.url, app_token=APP_TOKEN, complete=lambda *asked: [Choice(" ".join(asked), "LAO", "laos")],
    )  # fmt: skip
    async with served(room):
        await sockets.connected(1)
        told = await takes("interactive", {**ABOUT, **FIELD}, "E-1")
        assert [one["text"]["text"] for one in told["payload"]["options"]] == ["position actor lao en"]
        assert await takes("interactive", {**ABOUT, **ASKS}, "E-2") == {"envelope_id": "E-2"}
        method, asked = await called()
        assert (method, asked["trigger_id"], asked["view"]["callback_id"]) == ("views.open", "T-9", "dateline-ask")
        sent = {"type": "modal", "id": "V9", "callback_id": ASK, "state": {"values": {}}, "private_metadata": "{}"}
        told = await takes("interactive", {**ABOUT, "type": "view_submission", "view": sent}, "E-3")
        assert list(told["payload"]["errors"]) == ["dateline-field-actor"]
        assert await takes("events_api", event(HOME), "E-4") == {"envelope_id": "E-4"}
        assert (await called())[0] == "views.publish"
        for number in ("E-5", "E-6"):
            assert await takes("events_api", event(MENTION), number) == {"envelope_id": number}
        method, asked = await called()
        assert (method, asked["channel"], asked["thread_ts"]) == ("chat.postMessage", "C1", "1.1")
    assert sockets.called.empty()


async def test_when_slack_renews_the_connection_commands_go_on(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        await sockets.send({"type": "disconnect", "reason": "refresh_requested"})
        await sockets.connected(2)
        await sockets.send(envelope("vietnam", f"{slack.url}/respond/1", 2))
        assert await sockets.acknowledged() == {"envelope_id": "E-2"}
        await slack.wait_for("POST", "/respond/1")
    assert len(sockets.opened) == 2


async def test_a_socket_that_stays_lost_is_given_up(sockets: SocketSlack) -> None:
    room = socket_room(sockets)
    serving = asyncio.create_task(room.serve())
    await sockets.connected(1)
    await sockets.stop()
    async with asyncio.timeout(10):
        with pytest.raises(ConnectionError, match="stayed lost"):
            await serving
    assert not room.serving.is_set()
    await room.close()


@pytest.mark.parametrize("code", ["invalid_auth", "not_allowed_token_type", "missing_scope"])
async def test_a_refused_app_token_is_named_and_never_told(sockets: SocketSlack, code: str) -> None:
    sockets.refusal = code
    room = socket_room(sockets)
    with pytest.raises(CredentialsRefused, match=f"DATELINE_SLACK_APP_TOKEN.*{code}") as caught:
        await room.serve()
    assert APP_TOKEN not in str(caught.value)
    await room.close()


async def test_slack_that_opens_no_socket_is_a_lost_connection(sockets: SocketSlack) -> None:
    sockets.refusal = "internal_error"
    room = socket_room(sockets)
    with pytest.raises(ConnectionError, match=r"apps\.connections\.open"):
        await room.serve()
    await room.close()


async def test_socket_mode_listens_nowhere(sockets: SocketSlack) -> None:
    async with served(socket_room(sockets)) as room:
        assert room.port == 0


def test_slacks_libraries_are_not_imported_until_a_room_is_used() -> None:
    code = (
        "import sys, adapters.slack.client, adapters.slack.manifest\n"
        "from adapters.slack.client import SlackRoom\n"
        "SlackRoom('xoxb-x', commands=(), answer=None, complete=None)\n"
        "print([name for name in ('slack_sdk', 'slack_bolt', 'aiohttp') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
