"""A small Slack of sockets on loopback: it opens them, sends envelopes, remembers what comes back, and can die."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

from adapters.slack.client import Pace, SlackRoom
from tests.adapters.slack.rooms import TOKEN, Answers, room_at

APP_TOKEN = "xapp-1-A1-1-local"
HASTY = Pace(request=5, connect=5, look=0.05, patience=3, drain=2, ping=0.2)


class SocketSlack:
    """The Web API calls and the sockets of one Slack on 127.0.0.1.

    What is sent with `deliver` is sent again on the next socket, if it was not acknowledged, as Slack does.
    """

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.called: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self.unacknowledged: dict[str, dict[str, Any]] = {}
        self.acknowledged_on: dict[str, list[int]] = {}
        self.pings = 0
        self.pongs = 0
        self.deaf = False
        """Whether pings stay unanswered."""
        self.unlinked = False
        """Whether the addresses it gives lead nowhere."""
        self.joined = asyncio.Event()
        self.refusal = ""
        self.heard: dict[str, list[Any]] = {}
        self._news = asyncio.Event()
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        assert self._runner is not None
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/api/"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/api/auth.test", self._sign_in)
        app.router.add_post("/api/apps.connections.open", self._open)
        app.router.add_post("/api/{method}", self._called)
        app.router.add_post("/respond/{number}", self._responded)
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

    async def deliver(self, envelope: dict[str, Any]) -> None:
        """Send it, and again on each new socket until it is acknowledged."""
        self.unacknowledged[envelope["envelope_id"]] = envelope
        await self.send(envelope)

    def die(self) -> None:
        """The newest connection is cut without a word."""
        transport = self.sockets[-1]._req.transport  # type: ignore[union-attr]
        assert transport is not None
        transport.abort()

    async def acknowledged(self) -> dict[str, Any]:
        async with asyncio.timeout(5):
            return await self.said.get()

    async def connected(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.sockets) < count:
                self.joined.clear()
                await self.joined.wait()

    async def wait_for(self, path: str, count: int = 1) -> list[Any]:
        """Until that many came to a path: a method's name, or "respond/1"."""
        async with asyncio.timeout(5):
            while len(self.heard.get(path, ())) < count:
                await self._new()
        return self.heard[path]

    async def until(self, name: str, count: int) -> None:
        """Until so many pings or pongs came."""
        async with asyncio.timeout(5):
            while getattr(self, name) < count:
                await self._new()

    async def all_acknowledged(self) -> None:
        """Until nothing delivered waits for its acknowledgement."""
        async with asyncio.timeout(5):
            while self.unacknowledged:
                await self._new()

    async def _new(self) -> None:
        self._news.clear()
        await self._news.wait()

    async def _sign_in(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"
        return web.json_response({"ok": True, "user_id": "U1", "bot_id": "B1", "team_id": "T1"})

    async def _open(self, request: web.Request) -> web.Response:
        self.opened.append(request.headers["Authorization"])
        if self.refusal:
            return web.json_response({"ok": False, "error": self.refusal, "needed": "connections:write"})
        path = "nowhere" if self.unlinked else f"link/{len(self.opened)}"
        link = self.url.replace("http://", "ws://").replace("/api/", f"/{path}")
        return web.json_response({"ok": True, "url": link})

    async def _called(self, request: web.Request) -> web.Response:
        body = await request.json() if request.content_type == "application/json" else {}
        self.heard.setdefault(request.match_info["method"], []).append(body)
        self.called.put_nowait((request.match_info["method"], body))
        self._news.set()
        told = {"ok": True, "ts": "1646208000.000100", "channel": "C1", "view": {"id": "V9", "hash": "h"}}
        return web.json_response(told)

    async def _responded(self, request: web.Request) -> web.Response:
        self.heard.setdefault(f"respond/{request.match_info['number']}", []).append(await request.json())
        self._news.set()
        return web.Response(text="ok")

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        ws = web.WebSocketResponse(autoping=False)
        await ws.prepare(request)
        await ws.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self.sockets.append(ws)
        self.joined.set()
        place = len(self.sockets)
        for waiting in list(self.unacknowledged.values()):
            await ws.send_json({**waiting, "retry_attempt": 1, "retry_reason": "timeout"})
        async for message in ws:
            await self._take(ws, place, message)
        return ws

    async def _take(self, ws: web.WebSocketResponse, place: int, message: Any) -> None:
        match message.type:
            case WSMsgType.TEXT:
                said = json.loads(message.data)
                self.unacknowledged.pop(said.get("envelope_id"), None)
                self.acknowledged_on.setdefault(said.get("envelope_id"), []).append(place)
                self.said.put_nowait(said)
            case WSMsgType.PING:
                self.pings += 1
                if not self.deaf:
                    await ws.pong(message.data)
            case WSMsgType.PONG:
                self.pongs += 1
        self._news.set()


@asynccontextmanager
async def sockets_of_slack() -> AsyncIterator[SocketSlack]:
    """One that is stopped in the end."""
    server = SocketSlack()
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


def socket_room(sockets: SocketSlack, answers: Answers | None = None, **settings: Any) -> SlackRoom:
    """A room by Socket Mode."""
    return room_at(sockets.url, answers, app_token=APP_TOKEN, **settings)


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
