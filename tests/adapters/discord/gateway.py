"""A loopback gateway: what Discord's WebSocket says and hears, and what it can do to a bot.

It greets, wants heartbeats, signs bots in (IDENTIFY), lets them take a session up again (RESUME) and replays what they
missed, all in one zlib stream if it is asked for one. A test chooses how it behaves: closing with a code, forgetting
sessions, saying nothing more. Pages: docs.discord.com/developers/events/gateway, topics/opcodes-and-status-codes.
"""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import discord
import pytest
import yarl
from aiohttp import web

from tests.adapters.discord.test_posting import ME

HEARTBEAT, IDENTIFY, RESUME, INVALID, HELLO, ACK, RECONNECT = 1, 2, 6, 9, 10, 11, 7


@dataclass
class Line:
    """One connection, and what was heard on it."""

    socket: web.WebSocketResponse
    query: dict[str, str]
    stream: Any = None
    heartbeats: list[int | None] = field(default_factory=list)
    closed_by_bot: int | None = None

    async def say(self, op: int, what: Any = None, number: int | None = None, name: str | None = None) -> None:
        text = json.dumps({"op": op, "d": what, "s": number, "t": name})
        if self.stream is None:
            await self.socket.send_str(text)
            return
        packed = self.stream.compress(text.encode()) + self.stream.flush(zlib.Z_SYNC_FLUSH)
        half = len(packed) // 2  # a message may come in pieces
        await self.socket.send_bytes(packed[:half])
        await self.socket.send_bytes(packed[half:])


@dataclass
class Gateway:
    """Accepts bots, one after another. `closes` is the code with which it shows the door to one that signs in."""

    closes: int | None = None
    interval: float = 45.0
    """Seconds between heartbeats, as told in HELLO."""
    mute: bool = False
    """Whether it answers heartbeats no more."""
    forgets: bool = False
    """Whether it no longer knows the session a bot wants to take up."""
    guilds: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    lines: list[Line] = field(default_factory=list)
    identified: list[dict[str, Any]] = field(default_factory=list)
    resumed: list[dict[str, Any]] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    said: list[tuple[int, str, Any]] = field(default_factory=list)
    """Events of the session: number, name, content."""
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def socket(self) -> web.WebSocketResponse:
        return self.lines[-1].socket

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        line = Line(socket, dict(request.query))
        if line.query.get("compress") == "zlib-stream":
            line.stream = zlib.compressobj()
        self.lines.append(line)
        await line.say(HELLO, {"heartbeat_interval": self.interval * 1000})
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                await self._hear(line, message.json())
                await self._tell_waiting()
        line.closed_by_bot = socket.close_code
        await self._tell_waiting()
        return socket

    async def _hear(self, line: Line, said: dict[str, Any]) -> None:
        match said["op"]:
            case 1:
                line.heartbeats.append(said["d"])
                if not self.mute:
                    await line.say(ACK)
            case 2:
                self.identified.append(said["d"])
                if self.closes is not None:
                    await line.socket.close(code=self.closes)
                    return
                self.said.clear()
                await self.say("READY", self._ready())
                self.ready.set()
            case 6:
                self.resumed.append(said["d"])
                if self.forgets:
                    self.forgets = False
                    await line.say(INVALID, False)
                    return
                for number, name, what in self.said[said["d"]["seq"] :]:
                    await line.say(0, what, number, name)
                await self.say("RESUMED", {})

    def _ready(self) -> dict[str, Any]:
        return {
            "v": 10,
            "user": ME,
            "guilds": self.guilds,
            "session_id": f"session-{len(self.identified)}",
            "resume_gateway_url": self.url,
            "application": {"id": "42", "flags": 0},
        }

    async def say(self, name: str, what: Any, *, lost: bool = False) -> None:
        """An event of the session; one that is `lost` reaches the bot only when it takes the session up again."""
        number = len(self.said) + 1
        self.said.append((number, name, what))
        if not lost:
            await self.lines[-1].say(0, what, number, name)

    async def until(self, met: Callable[[], bool]) -> None:
        """Until what was heard meets this."""
        async with self._changed:
            await self._changed.wait_for(met)

    async def _tell_waiting(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@asynccontextmanager
async def opened(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Gateway]:
    """A gateway on loopback that discord.py takes for Discord's."""
    gateway = Gateway()
    app = web.Application()
    app.router.add_get("/", gateway.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    gateway.url = f"ws://127.0.0.1:{runner.addresses[0][1]}/"
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(gateway.url))
    yield gateway
    await runner.cleanup()
