"""A loopback gateway: what Discord's WebSocket says and hears, and what it can do to a bot.

It greets, wants heartbeats, signs bots in (IDENTIFY), lets them take a session up again (RESUME) and replays what they
missed, all in one zlib stream if it is asked for one. A test chooses how it behaves: closing with a code, forgetting
sessions, saying nothing more. It divides its servers by shard, sends each of them to its shard alone, and takes no two
sign-ins of a bucket sooner than `apart`. Pages: docs.discord.com/developers/events/gateway,
topics/opcodes-and-status-codes.
"""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import discord
import pytest
import yarl
from aiohttp import web

from adapters.discord.shards import shard_of
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
        with suppress(ConnectionResetError):  # the bot has left, which it may
            if self.stream is None:
                await self.socket.send_str(text)
                return
            packed = self.stream.compress(text.encode()) + self.stream.flush(zlib.Z_SYNC_FLUSH)
            half = len(packed) // 2  # a message may come in pieces
            await self.socket.send_bytes(packed[:half])
            await self.socket.send_bytes(packed[half:])


@dataclass
class Session:
    """What one shard of a bot was signed in to: its events by number, and the line on which it hears them."""

    line: Line
    shard: int = 0
    count: int = 1
    said: list[tuple[int, str, Any]] = field(default_factory=list)

    @property
    def alive(self) -> bool:
        return not self.line.socket.closed


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
    apart: float = 0.0
    """Seconds that must lie between two sign-ins of a bucket."""
    max_concurrency: int = 1
    """Buckets."""
    url: str = ""
    lines: list[Line] = field(default_factory=list)
    identified: list[dict[str, Any]] = field(default_factory=list)
    resumed: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    """Sign-ins that came too soon."""
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    sessions: dict[str, Session] = field(default_factory=dict)
    _last: dict[int, float] = field(default_factory=dict)
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
        await self.arrived()
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
                await self._identified(line, said["d"])
            case 6:
                await self._resumed(line, said["d"])

    async def arrived(self) -> None:
        """Before HELLO."""

    async def _identified(self, line: Line, told: dict[str, Any]) -> None:
        shard, count = told.get("shard", (0, 1))
        now, bucket = asyncio.get_running_loop().time(), shard % self.max_concurrency
        last = self._last.get(bucket)
        if last is not None and now - last < self.apart:
            self.refused.append(told)
            await line.say(INVALID, False)
            return
        self._last[bucket] = now
        self.identified.append(told)
        if self.closes is not None:
            await line.socket.close(code=self.closes)
            return
        for name, old in [*self.sessions.items()]:
            if old.shard == shard and not old.alive:
                del self.sessions[name]
        name = f"session-{len(self.identified)}"
        session = self.sessions[name] = Session(line, shard, count)
        ours = [guild for guild in self.guilds if shard_of(int(guild["id"]), count) == shard]
        await self._tell(session, "READY", self._ready(name, session, ours))
        for guild in ours:
            await self._tell(session, "GUILD_CREATE", guild)
        self.ready.set()

    async def _resumed(self, line: Line, told: dict[str, Any]) -> None:
        self.resumed.append(told)
        session = self.sessions.get(told["session_id"])
        if self.forgets or session is None:
            self.forgets = False
            await line.say(INVALID, False)
            return
        session.line = line
        for number, name, what in session.said[told["seq"] :]:
            await line.say(0, what, number, name)
        await self._tell(session, "RESUMED", {})

    def _ready(self, name: str, session: Session, guilds: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "v": 10,
            "user": ME,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
            "shard": [session.shard, session.count],
            "session_id": name,
            "resume_gateway_url": self.url,
            "application": {"id": "42", "flags": 0},
        }

    async def say(self, name: str, what: Any, *, lost: bool = False) -> None:
        """An event of a server, or of somebody's direct messages, for each session that hears of it; one that is `lost`
        reaches the bot only when it takes the session up again."""
        server = what.get("guild_id") or (what["id"] if name.startswith("GUILD_") else 0)
        for session in [*self.sessions.values()]:
            if session.shard == (shard_of(int(server), session.count) if str(server).isdecimal() else 0):
                await self._tell(session, name, what, lost=lost)

    async def _tell(self, session: Session, name: str, what: Any, *, lost: bool = False) -> None:
        number = len(session.said) + 1
        session.said.append((number, name, what))
        if not lost and session.alive:
            await session.line.say(0, what, number, name)

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
