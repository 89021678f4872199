"""`dateline run` as a process of its own on a shared database, its one chat a loopback platform: PORT.

The program reads settings and records, opens the database, schedules and stops as it does everywhere. In the place of
Discord's room stands one that posts over HTTP, what a digest says is its window, and the clock is looked at often.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import aiohttp

from adapters.contract import Address, Receipt, Subscription
from bot import app, serving
from bot.cli import main
from briefs.briefing import Briefing, Ending
from briefs.document import Document
from tests.crash.child import Clock, HttpOutlet, Life
from tests.stores import document_of

PARTS = 2
PLATFORM = "other"


class Room(HttpOutlet):
    """Serves nobody until it is closed; says so once it serves."""

    def __init__(self, port: int) -> None:
        self._life = Life("", port, PLATFORM, datetime.now(UTC).timestamp())
        self._over = asyncio.Event()
        self.platform = PLATFORM

    async def serve(self) -> None:
        await self._over.wait()

    async def close(self) -> None:
        self._over.set()

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        async with aiohttp.ClientSession() as session:
            return await self._by(session).post(address, document, key)

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        async with aiohttp.ClientSession() as session:
            return await self._by(session).find(address, key, since)

    def _by(self, session: aiohttp.ClientSession) -> HttpOutlet:
        return HttpOutlet(self._life, Clock(datetime.now(UTC).timestamp()), session)


def windows(
    _: app.App, subscription: Subscription, since: datetime, until: datetime, alerted: Collection[str]
) -> Briefing:
    texts = (f"{subscription.id} {since.isoformat()} {until.isoformat()} {number}" for number in range(PARTS))
    return Briefing(document_of(*texts), Ending.ANSWERED)


def serve(port: int) -> None:
    def rooms(_settings: object, _desk: object, running: app.App) -> Sequence[Room]:
        asyncio.get_running_loop().create_task(_often(running)).add_done_callback(lambda _: None)
        return [Room(port)]

    serving._rooms = rooms  # type: ignore[assignment]
    app.App.compose = windows  # type: ignore[method-assign]
    sys.argv[1:] = ["run"]
    main()


async def _often(running: app.App) -> None:
    while not running.stop.is_set():
        running.nudge()
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
