"""How often Dateline signs in to Discord's gateway: never so often that Discord takes the token away.

Discord allows one token 1000 sign-ins (IDENTIFY) in 24 hours and resets the token of a bot that has used them up
(https://docs.discord.com/developers/events/gateway#session-start-limit-object); taking up a session again (RESUME) is
free. A connection that holds for just a minute each time, or a process that dies at each start, would need more. So
there is a purse of `PURSE` sign-ins, into which one comes each `EVERY` seconds: any 24 hours see at most
`PURSE + 86400 / EVERY` = 820. The rest is for whatever else uses the token. What the purse holds outlives the process.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from adapters.discord.wire import SyncState

log = logging.getLogger("dateline.discord")

Clock: TypeAlias = Callable[[], datetime]
Pause: TypeAlias = Callable[[float], Awaitable[None]]

PURSE: Final = 100
EVERY: Final = 120.0
"""Seconds in which one more is allowed."""
APART: Final = 5.0
"""Seconds between two: Discord takes one in five seconds from a bot of ordinary size."""
PATIENT: Final = 30.0
"""Seconds an open connection may be kept waiting for its sign-in; discord.py gives one sixty."""


class NoSignInLeftError(Exception):
    """None is left for now: the connection is given up, and the next one waits before it is made."""


@dataclass(frozen=True, slots=True)
class Purse:
    """What was left after the last sign-in, and when that was, in Unix seconds."""

    left: float = PURSE
    at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next one is allowed."""
        missing = max(0.0, 1.0 - self._left(now)) * EVERY
        return max(missing, APART - self._since(now) if self.at else 0.0)

    def taken(self, now: float) -> Purse:
        """After one more."""
        return Purse(max(0.0, self._left(now) - 1.0), now)

    def _left(self, now: float) -> float:
        return min(PURSE, self.left + self._since(now) / EVERY)

    def _since(self, now: float) -> float:
        return max(0.0, now - self.at)  # a clock that was put back brings nothing

    def __str__(self) -> str:
        return f"{self.left:.3f} {self.at:.3f}"

    @classmethod
    def read(cls, text: str | None) -> Purse:
        """As it was written; a full one where nothing or nonsense was."""
        try:
            left, at = map(float, (text or "").split())
        except ValueError:
            return cls()
        return cls(min(max(left, 0.0), PURSE), at)


class SignIns:
    """The purse of one token. `note` keeps it across restarts."""

    def __init__(self, note: SyncState | None = None, clock: Clock = lambda: datetime.now(UTC)) -> None:
        self._note = note
        self._clock = clock
        self._purse: Purse | None = None

    async def due(self) -> float:
        """Seconds until the next is allowed."""
        return (await self._held()).wait(self._now())

    async def take(self) -> None:
        """One is made now."""
        self._purse = (await self._held()).taken(self._now())
        if self._note is not None:
            await self._note.save(str(self._purse))

    async def _held(self) -> Purse:
        if self._purse is None:
            self._purse = Purse.read(await self._note.load() if self._note else None)
        return self._purse

    def _now(self) -> float:
        return self._clock().timestamp()
