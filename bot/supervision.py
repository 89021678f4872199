"""Keeps each chat platform served: a lost connection is tried again with growing pauses, a refused token ends it.

One platform's trouble never touches another's. `bot.app` starts one supervisor per room and waits for all of them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from adapters.contract import CredentialsRefused, Room

log = logging.getLogger("dateline.rooms")


@dataclass(frozen=True, slots=True)
class BackOff:
    """Seconds: the first pause, its growth, the longest one, and how long a connection must hold to count as good.

    Connections that hold just so long would be too many for Discord; its room counts (`adapters.discord.signing_in`).
    """

    first: float = 1.0
    growth: float = 2.0
    longest: float = 120.0
    good: float = 60.0


async def supervise(
    room: Room,
    stop: asyncio.Event,
    on_refused: Callable[[str], None],
    back_off: BackOff | None = None,
) -> None:
    """Serve the room until it says goodbye (a normal return) or its credentials are refused: `on_refused(platform)`."""
    paces = back_off or BackOff()
    loop = asyncio.get_running_loop()
    pause = paces.first
    while not stop.is_set():
        begun = loop.time()
        try:
            await room.serve()
            return
        except CredentialsRefused as refusal:
            log.error("platform.disabled platform=%s reason=%s", room.platform, refusal)
            on_refused(room.platform)
            return
        except Exception as error:
            if stop.is_set():
                return
            pause = paces.first if loop.time() - begun > paces.good else pause
            log.warning("platform.lost platform=%s again_in=%gs", room.platform, pause, exc_info=error)
        await _wait(stop, pause)
        pause = min(pause * paces.growth, paces.longest)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    """Until stopped, at most so long."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
