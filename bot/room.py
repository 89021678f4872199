"""Room for lanes: how many destinations are served side by side, so that none that hangs keeps all others waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.posting import token_of, width_of


class Room:
    """How many destinations are served side by side: `most` of one platform, and with one token what its pace needs."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._free: dict[str, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def at(self, platform: str, server: str) -> AsyncIterator[None]:
        """Room there, waited for; that of the token first, so that who waits for it takes none from others."""
        async with (
            self._of(f"token {token_of(platform, server)}", width_of(platform, self._most)),
            self._of(f"platform {platform}", self._most),
        ):
            yield

    def _of(self, name: str, width: int) -> asyncio.Semaphore:
        return self._free.setdefault(name, asyncio.Semaphore(width))
