"""A loopback HTTP server that fails on demand: the wire as retries really meet it.

Chat clients are pointed at `server.url`; a test scripts the answers of each route in the order they are given and reads
back what arrived in `server.requests`. It knows nothing of Discord or Slack. It binds 127.0.0.1 on a free port.

    async with FaultServer() as server:
        server.script("POST", "/channels/7/messages", Status(503), Reset(), Json({"id": "1"}))
        ...
        assert [r.json["nonce"] for r in server.seen("POST", "/channels/7/messages")] == ["k"] * 3

A route that was never scripted answers 404 and is listed in `server.unscripted`; the last step of a script repeats.
Paths match exactly, query string aside; `*` as one path segment matches any one segment.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Status:
    """An answer with this status; `body` is sent as it stands."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def Json(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Status:  # noqa: N802 - reads as a step
    """An answer with a JSON body."""
    return Status(status, json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})})


def TooManyRequests(retry_after: float, body: object = None, headers: Mapping[str, str] | None = None) -> Status:  # noqa: N802
    """429 with `Retry-After` in seconds."""
    return Json(body if body is not None else {}, 429, {"Retry-After": f"{retry_after:g}", **(headers or {})})


@dataclass(frozen=True, slots=True)
class Reset:
    """Cut the connection with a TCP reset; `before_body` comes before the request is read (so it is not recorded)."""

    before_body: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """Read the request and close the connection politely, with no answer."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Read the request and answer nothing until the client leaves or the server closes."""


@dataclass(frozen=True, slots=True)
class Made:
    """Answer as `make` says, given the request: for a server that remembers."""

    make: Callable[[Seen], Status | Reset | Drop]


Step: TypeAlias = Status | Reset | Drop | Hang | Made


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        """A urlencoded body, the first value of each key."""
        return {key: values[0] for key, values in parse_qs(self.body.decode(), keep_blank_values=True).items()}


class FaultServer:
    """Scripted answers by route, and the memory of what was asked."""

    def __init__(self) -> None:
        self.requests: list[Seen] = []
        self.unscripted: list[Seen] = []
        self._scripts: dict[tuple[str, str], list[Step]] = {}
        self._arrived = asyncio.Event()
        self._closing = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def url(self) -> str:
        """`http://127.0.0.1:<port>`, no slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    def script(self, method: str, path: str, *steps: Step) -> None:
        """Answer this route with these steps in order, the last one for ever. Replaces an earlier script."""
        if not steps:
            raise ValueError("a script needs at least one step")
        self._scripts[method.upper(), path] = list(steps)

    def seen(self, method: str, path: str) -> list[Seen]:
        """The requests that reached this route, oldest first."""
        return [r for r in self.requests if r.method == method.upper() and _matches(path, r.path)]

    async def wait_for(self, method: str, path: str, count: int = 1, timeout: float = 10) -> list[Seen]:  # noqa: ASYNC109
        """Wait until this route was asked `count` times."""
        async with asyncio.timeout(timeout):
            while len(found := self.seen(method, path)) < count:
                self._arrived.clear()
                await self._arrived.wait()
        return found

    async def __aenter__(self) -> FaultServer:
        app = web.Application(client_max_size=32 * 2**20)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        step = self._next(request.method, request.path)
        if isinstance(step, Reset) and step.before_body:
            return _cut(request, reset=True)
        self._record(request, await request.read(), scripted=step is not None)
        if isinstance(step, Made):
            step = step.make(self.requests[-1])
        match step:
            case None:
                return web.json_response({"error": f"no script for {request.method} {request.path}"}, status=404)
            case Status(status, body, headers):
                return web.Response(status=status, body=body, headers=dict(headers))
            case Reset():
                return _cut(request, reset=True)
            case Drop():
                return _cut(request, reset=False)
            case Hang():
                await self._closing.wait()
                return _cut(request, reset=False)

    def _next(self, method: str, path: str) -> Step | None:
        for (verb, pattern), steps in self._scripts.items():
            if verb == method and _matches(pattern, path):
                return steps.pop(0) if len(steps) > 1 else steps[0]
        return None

    def _record(self, request: web.Request, body: bytes, *, scripted: bool) -> None:
        seen = Seen(request.method, request.path, dict(request.query), dict(request.headers), body)
        self.requests.append(seen)
        if not scripted:
            self.unscripted.append(seen)
        self._arrived.set()


def _matches(pattern: str, path: str) -> bool:
    wanted, given = pattern.split("/"), path.split("/")
    return len(wanted) == len(given) and all(w in ("*", g) for w, g in zip(wanted, given, strict=True))


def _cut(request: web.Request, *, reset: bool) -> web.StreamResponse:
    """End the connection under the client's feet; the returned response is never written."""
    transport = request.transport
    if transport is not None:
        if reset:
            sock = transport.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()
