"""A loopback chat platform that counts what stands in its channels.

It remembers keys as Discord does (`remembers` seconds of the poster's clock), lets one search for a key as Slack does
(`searchable`), and spoils posts on demand: `lost` makes the post and drops the reply, `dropped` makes nothing and drops
the connection, `limited` answers 429, `down` answers 503.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Chat:
    """The platform's memory: (key, text, posted at) of every message."""

    remembers: float = 0.0
    searchable: bool = True
    faults: deque[str] = field(default_factory=deque)
    standing: list[tuple[str, str, float]] = field(default_factory=list)
    firsts: list[str] = field(default_factory=list)
    """Beneath which message each stands, as its post said; empty for the first of a digest."""
    published: Counter[str] = field(default_factory=Counter)
    """How often each message was published."""
    edits: list[tuple[str, str]] = field(default_factory=list)
    """(message, what it says from then on) of every edit."""
    requests: int = 0
    port: int = 0

    def texts(self) -> Counter[str]:
        """How often each text stands there."""
        return Counter(text for _, text, _ in self.standing)

    async def post(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.requests += 1
        fault = self.faults.popleft() if self.faults else ""
        if fault == "limited":
            return web.json_response({"retry_after": 3}, status=429)
        if fault == "down":
            return web.json_response({}, status=503)
        if fault != "dropped":
            number = self._make(body["key"], body["text"], body["now"], body["first"])
        if fault in ("dropped", "lost"):
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"message": str(number) if fault != "dropped" else ""})

    async def find(self, request: web.Request) -> web.Response:
        if not self.searchable:
            return web.json_response({}, status=403)
        key, since = request.query["key"], float(request.query["since"])
        found = [n for n, (other, _, at) in enumerate(self.standing) if other == key and at >= since]
        return web.json_response({"message": str(found[0]) if found else None})

    async def publish(self, request: web.Request) -> web.Response:
        self.published[(await request.json())["message"]] += 1
        return web.json_response({})

    async def edit(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.edits.append((body["message"], body["text"]))
        return web.json_response({})

    def _make(self, key: str, text: str, now: float, first: str) -> int:
        for number, (other, _, at) in enumerate(self.standing):
            if other == key and now - at < self.remembers:
                return number
        self.standing.append((key, text, now))
        self.firsts.append(first)
        return len(self.standing) - 1


@asynccontextmanager
async def serving(chat: Chat) -> AsyncIterator[Chat]:
    """Serve the chat on a free port of 127.0.0.1 (`chat.port`)."""
    app = web.Application()
    app.add_routes([web.post("/post", chat.post), web.get("/find", chat.find), web.post("/publish", chat.publish)])
    app.add_routes([web.post("/edit", chat.edit)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    chat.port = runner.addresses[0][1]
    try:
        yield chat
    finally:
        await runner.cleanup()
