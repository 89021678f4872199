"""One shard's connection to Discord's gateway, kept until the client leaves.

discord.py's own `AutoShardedClient` takes up lost sessions one shard after the other, each waiting for the one before,
and signs in one after the other whatever Discord allows (shard.py of 2.7.1). Here each shard keeps its own connection,
as discord.py's client of one shard does, so that a shard that must wait holds up nobody. A sign-in is booked
(`adapters.discord.signing_in`) at the moment it is made; taking up a session again needs none.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any, Final

import aiohttp
import discord
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from adapters.discord.signing_in import PATIENT, Pause, SignIns

log = logging.getLogger("dateline.discord")

CONNECT_SECONDS: Final = 60.0
"""How long one try to connect may take, the wait for a booked sign-in among it."""
LONGEST_PAUSE: Final = 120.0
"""Seconds between two tries at most."""
IN_VAIN: Final = 2
"""So many connections one after the other may bring nothing before the next one is paused for: discord.py's own client
would dial a gateway that closes each one without a pause."""
RESUMABLE: Final = 4000
"""A close code that leaves the session alive."""
LOST: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)


class NoSignInLeftError(Exception):
    """None is left for now: the connection is given up, and the next one waits before it is made."""


class Connection:
    """The connection of one shard. `pause` waits so many seconds, or until the client leaves; `left` is set then."""

    def __init__(
        self, client: discord.AutoShardedClient, shard: int, sign_ins: SignIns, pause: Pause, left: asyncio.Event
    ) -> None:
        self._client = client
        self._shard = shard
        self._sign_ins = sign_ins
        self._pause = pause
        self._left = left
        self._backoff: ExponentialBackoff[Any] = ExponentialBackoff()
        self._gateway: DiscordWebSocket | None = None
        self._line: aiohttp.ClientWebSocketResponse | None = None

    async def keep(self) -> None:
        """Until the client leaves. Raises what no further try would mend, such as a refused token."""
        _dialling.set(self)
        session: dict[str, Any] = {}
        begins, in_vain = True, 0
        while not self._left.is_set():
            await self._hang_up()
            before = self._heard()
            if not session and not await self._may_sign_in():
                return
            try:
                async with asyncio.timeout(CONNECT_SECONDS):
                    self._gateway = await DiscordWebSocket.from_client(
                        self._client, initial=begins, shard_id=self._shard, **session
                    )
                begins = False
                while True:
                    await self._gateway.poll_event()
            except ReconnectWebSocket as wanted:
                session = self._session() if wanted.resume else {}
                in_vain = in_vain + 1 if self._heard() == before else 0
                if in_vain > IN_VAIN:
                    await self._after(wanted)
            except NoSignInLeftError:
                session = {}
            except LOST as error:
                if self._left.is_set():
                    return
                if isinstance(error, discord.ConnectionClosed) and error.code != 1000:
                    raise
                session = self._session()
                await self._after(error)

    async def identifying(self) -> None:
        """The session could not be taken up again, or is the first: it costs a sign-in, once that is allowed."""
        seconds = await self._sign_ins.book(self._shard)
        if seconds > PATIENT:
            raise NoSignInLeftError(f"no sign-in to Discord's gateway is left for {seconds:.0f} s")
        if seconds > 0:
            await self._pause(seconds)

    def dialled(self, line: aiohttp.ClientWebSocketResponse) -> None:
        """This is its line from now on, which discord.py leaves open where a connection comes to nothing."""
        self._line = line

    async def close(self) -> None:
        """Say goodbye; the session ends."""
        if self._gateway is not None and self._gateway.open:
            await self._gateway.close(code=1000)
        await self._hang_up()

    async def _hang_up(self) -> None:
        if self._line is not None and not self._line.closed:
            await self._line.close(code=RESUMABLE)

    async def _may_sign_in(self) -> bool:
        """Once there is soon a sign-in, for which the gateway keeps a connection open; False where the client left."""
        seconds = await self._sign_ins.due(self._shard)
        if seconds > PATIENT:
            log.warning("discord.sign_in_waits shard=%d seconds=%d", self._shard, seconds)
            await self._pause(seconds)
        return not self._left.is_set()

    def _heard(self) -> tuple[str | None, int | None]:
        """How far its session has come."""
        return (self._gateway.session_id, self._gateway.sequence) if self._gateway is not None else (None, None)

    def _session(self) -> dict[str, Any]:
        """How the last session is taken up again; nothing where there is none."""
        held = self._gateway
        if held is None or held.session_id is None:
            return {}
        return {"resume": True, "session": held.session_id, "sequence": held.sequence, "gateway": held.gateway}

    async def _after(self, error: Exception) -> None:
        seconds = min(float(self._backoff.delay()), LONGEST_PAUSE)
        log.warning("discord.shard_lost shard=%d reason=%s again_in=%.1fs", self._shard, type(error).__name__, seconds)
        await self._pause(seconds)


_dialling: ContextVar[Connection] = ContextVar("dialling")


def overhear(
    dial: Callable[..., Awaitable[aiohttp.ClientWebSocketResponse]],
) -> Callable[..., Awaitable[aiohttp.ClientWebSocketResponse]]:
    """discord.py's way of opening a line, of which the connection that asked for it is told."""

    async def dialled(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        line = await dial(url, compress=compress)
        _dialling.get().dialled(line)
        return line

    return dialled
