"""The platforms of the model-based test, and the two clocks: theirs is always right, ours may be stepped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.contract import (
    Address,
    Ambiguous,
    OutletError,
    RateLimited,
    Receipt,
    Refused,
    TooLong,
    Unavailable,
)
from briefs.document import Document
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import CREATED

SPOILT: dict[str, Callable[[], OutletError | Fault]] = {
    "limited": lambda: RateLimited("slow down", 3),
    "limited for an hour": lambda: RateLimited("banned for an hour", 3600),
    "down": lambda: Unavailable("no route"),
    "reply lost": lambda: Fault(Ambiguous("connection reset"), made=True),
    "request lost": lambda: Fault(Ambiguous("connection reset"), made=False),
    "refused": lambda: Refused("kicked out"),
    "too long": lambda: TooLong("2000 characters"),
}
HOW_A_REFUSAL_READS = ("kicked out", "2000 characters")


@dataclass
class Chat(FakeOutlet):
    """A platform; `meanwhile` is what happens while a request is under way, `asked` hears of each post before."""

    meanwhile: Callable[[], Awaitable[None]] | None = None
    asked: Callable[[Address, str], None] | None = None

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        assert self.meanwhile is not None
        assert self.asked is not None
        self.asked(address, key)
        await self.meanwhile()
        return await super().post(address, document, key)

    async def edit(self, address: Address, message: str, document: Document) -> None:
        assert self.meanwhile is not None
        await self.meanwhile()
        await super().edit(address, message, document)

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """Among the newest messages there, as both platforms are asked: by the key, whatever our clock says."""
        return await super().find(address, key, CREATED)


class OurClock:
    """Ours: the sky's, and `off` from it."""

    def __init__(self, sky: FakeClock) -> None:
        self.sky = sky
        self.off = timedelta(0)
        self.set_back = False

    def step(self, by: timedelta) -> None:
        self.off += by
        self.set_back |= by < timedelta(0)

    def __call__(self) -> datetime:
        return self.sky() + self.off
