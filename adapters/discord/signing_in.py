"""How often Dateline signs in to Discord's gateway: never so often that Discord takes the token away, nor two at once.

Discord allows one token 1000 sign-ins (IDENTIFY) in 24 hours and resets the token of a bot that has used them up
(https://docs.discord.com/developers/events/gateway#session-start-limit-object); taking up a session again (RESUME) is
free. A connection that holds for just a minute each time, or a process that dies at each start, would need more. So
there is a purse of a tenth of them, into which 72 in a hundred come over a day: any 24 hours see at most 820 of 1000.
The rest is for whatever else uses the token.

And of shards whose number leaves the same rest (their bucket), one may sign in each five seconds
(https://docs.discord.com/developers/events/gateway#sharding-max-concurrency). So a sign-in is booked: it is given the
next moment that is free in its bucket. The book is one note, changed only from what it was when it was read, so that
all processes of a bot that share a database share it. Without one a process keeps its own.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Protocol, TypeAlias

Clock: TypeAlias = Callable[[], datetime]
Pause: TypeAlias = Callable[[float], Awaitable[None]]

A_DAY: Final = 1000
"""Sign-ins a day of a bot of ordinary size."""
APART: Final = 5.25
"""Seconds between two of a bucket: Discord's five, and what the way there may differ by."""
PATIENT: Final = 30.0
"""Seconds ahead for which one is booked; for a later one it is asked again, so that a process that ends meanwhile
keeps nobody waiting."""


class SharedNote(Protocol):
    """A short text that all processes with the same token can read and change."""

    async def load(self) -> str | None:
        """The text; None where there is none, or none can be had."""
        ...

    async def swap(self, was: str | None, text: str) -> bool:
        """Keep this text where it is still as it was; False where another process has changed it meanwhile. Where
        nothing can be kept, True: then this process is as if alone."""
        ...


@dataclass(frozen=True, slots=True)
class Allowance:
    """What Discord allows: so many a day, in so many buckets side by side, two of a bucket so far apart."""

    a_day: int = A_DAY
    buckets: int = 1
    apart: float = APART

    @property
    def purse(self) -> float:
        return self.a_day / 10

    @property
    def every(self) -> float:
        """Seconds in which one more is allowed."""
        return 86400 / (0.72 * self.a_day)

    def bucket(self, shard: int) -> int:
        return shard % self.buckets


@dataclass(frozen=True, slots=True)
class Purse:
    """What was left after the last sign-in (all that is allowed, where there was none) and when that was; for each
    bucket, when its last was. In Unix seconds."""

    left: float = math.inf
    at: float = 0.0
    last: Mapping[int, float] = field(default_factory=dict)

    def wait(self, now: float, bucket: int = 0, allowed: Allowance | None = None) -> float:
        """Seconds until the next one of that bucket is allowed."""
        rule = allowed or Allowance()
        missing = max(0.0, 1.0 - self._left(now, rule)) * rule.every
        free = self.last.get(bucket, 0.0) + rule.apart - now
        if free > PATIENT + rule.apart:  # nobody books so far ahead: the clock was put back
            free = 0.0
        return max(missing, free, 0.0)

    def taken(self, at: float, bucket: int = 0, allowed: Allowance | None = None) -> Purse:
        """After one more, at that moment."""
        rule = allowed or Allowance()
        recent = {one: when for one, when in self.last.items() if abs(at - when) < PATIENT + rule.apart}
        return Purse(max(0.0, self._left(at, rule) - 1.0), at, {**recent, bucket: at})

    def _left(self, now: float, rule: Allowance) -> float:
        return min(rule.purse, self.left + max(0.0, now - self.at) / rule.every)  # a clock put back brings nothing

    def __str__(self) -> str:
        booked = (f"{bucket}:{at:.3f}" for bucket, at in sorted(self.last.items()))
        return " ".join([f"{self.left:.3f}", f"{self.at:.3f}", *booked])

    @classmethod
    def read(cls, text: str | None) -> Purse:
        """As it was written; an unused one where nothing or nonsense was."""
        try:
            left, at, *rest = (text or "").split()
            last = {int(bucket): float(when) for bucket, _, when in (one.partition(":") for one in rest)}
            return cls(max(float(left), 0.0), float(at), last)
        except ValueError:
            return cls()


class SignIns:
    """The book of one token's sign-ins. `note` shares it with other processes and keeps it across restarts."""

    def __init__(
        self,
        note: SharedNote | None = None,
        clock: Clock = lambda: datetime.now(UTC),
        allowed: Allowance | None = None,
    ) -> None:
        self._note = note
        self._clock = clock
        self._purse = Purse()
        self._turn = asyncio.Lock()
        self.allowed = allowed or Allowance()

    def heed(self, a_day: int, buckets: int) -> None:
        """What Discord says it allows this token."""
        self.allowed = Allowance(max(a_day, 1), max(buckets, 1), self.allowed.apart)

    async def due(self, shard: int) -> float:
        """Seconds until this shard may sign in, as things stand."""
        _, purse = await self._held()
        return purse.wait(self._now(), self.allowed.bucket(shard), self.allowed)

    async def book(self, shard: int) -> float:
        """Seconds until this shard may sign in, which is then booked; longer than `PATIENT`, and nothing is booked."""
        bucket = self.allowed.bucket(shard)
        async with self._turn:
            while True:
                text, purse = await self._held()
                now = self._now()
                wait = purse.wait(now, bucket, self.allowed)
                if wait > PATIENT:
                    return wait
                taken = purse.taken(now + wait, bucket, self.allowed)
                if self._note is None or await self._note.swap(text, str(taken)):
                    self._purse = taken
                    return wait

    async def _held(self) -> tuple[str | None, Purse]:
        """The note and what it says; without one, what this process remembers."""
        text = await self._note.load() if self._note is not None else None
        return text, self._purse if text is None else Purse.read(text)

    def _now(self) -> float:
        return self._clock().timestamp()
