"""Fakes with memory: a clock that moves when told, an outlet that keeps what was posted. No mock library.

`FakeOutlet` behaves as the platforms do: within `remembers` it gives back the first post for a repeated key (Discord's
nonce), and `searchable` says whether it lets one look for a key (Slack's metadata, Discord's history).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.contract import Address, Ambiguous, Lack, Receipt
from briefs.document import Bullets, Document


class FakeClock:
    """Aware UTC; pausing moves it on without waiting."""

    def __init__(self, now: datetime = datetime(2026, 3, 1, 9, tzinfo=UTC)) -> None:
        self.now = now
        self.pauses: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> datetime:
        """Move on by a timedelta's arguments."""
        self.now += timedelta(**by)
        return self.now

    async def pause(self, seconds: float) -> None:
        """Stands in for asyncio.sleep."""
        self.pauses.append(seconds)
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Post:
    """One message that stands in a channel."""

    address: Address
    document: Document
    key: str
    message: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """What the next post does: raise `error`; `made` says whether the message stands there all the same."""

    error: Exception
    made: bool = False


@dataclass
class FakeOutlet:
    """An outlet in memory. Each entry of `fail_next` spoils one `post`: an error, a `Fault`, or None for none."""

    clock: FakeClock
    platform: str = "console"
    remembers: timedelta = timedelta(0)
    searchable: bool = True
    parts_of: int = 1
    cuts: Callable[[Document], Sequence[Document]] | None = None
    """How it cuts a document instead."""
    posted: list[Post] = field(default_factory=list)
    fail_next: deque[Exception | Fault | None] = field(default_factory=deque)
    calls: list[str] = field(default_factory=list)
    broken: dict[str, Exception] = field(default_factory=dict)
    """Places where every post fails."""
    lacking: Sequence[Lack] = ()
    warned: list[tuple[str, Document]] = field(default_factory=list)
    keeping: bool = True
    """Whether it gives back the first post for a repeated key at all."""
    threading: bool = True
    """Whether it has threads."""
    published: list[str] = field(default_factory=list)
    publishing: Exception | None = None
    """How every publishing fails."""
    edited: list[tuple[str, Document]] = field(default_factory=list)
    edited_in: list[str] = field(default_factory=list)
    """Where each of them stands."""
    spoil_edits: deque[Exception | Fault | None] = field(default_factory=deque)
    """The same as `fail_next`, of `edit`."""
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by every call of `post`."""
    hold: asyncio.Event | None = None
    """Set it to an event to keep posts waiting until the event is set."""

    def keeps(self, address: Address) -> bool:
        return self.keeping

    def threads(self, address: Address) -> bool:
        return self.threading and address.thread

    async def publish(self, address: Address, message: str) -> None:
        self.published.append(message)
        if self.publishing is not None:
            raise self.publishing

    async def edit(self, address: Address, message: str, document: Document) -> None:
        self.calls.append(f"edit {message}")
        assert message in {post.message for post in self.posted}, f"no message {message!r}"
        fault = self.spoil_edits.popleft() if self.spoil_edits else None
        if isinstance(fault, Exception):
            raise fault
        if fault is None or fault.made:
            self.edited.append((message, document))
            self.edited_in.append(address.place)
        if fault is not None:
            raise fault.error

    def stands(self, message: str) -> Document:
        """What the message says now."""
        said = [document for other, document in self.edited if other == message]
        return said[-1] if said else self.posted[int(message) - 1].document

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        return self.lacking

    async def warn(self, server: str, document: Document) -> bool:
        self.warned.append((server, document))
        return True

    def parts(self, document: Document) -> Sequence[Document]:
        """One document for each block when `parts_of` is more than one."""
        if self.cuts is not None:
            return self.cuts(document)
        if self.parts_of == 1:
            return (document,)
        return tuple(document.with_blocks((block,)) for block in document.blocks)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        assert len(key) == 25
        self.calls.append(f"post {key}")
        self.reached.set()
        if self.hold is not None:
            await self.hold.wait()
        if address.place in self.broken:
            raise self.broken[address.place]
        fault = self.fail_next.popleft() if self.fail_next else None
        if isinstance(fault, Exception):
            raise fault
        if fault is not None and not fault.made:
            raise fault.error
        now = self.clock()
        for post in self.posted:
            if post.key == key and post.address == address and now - post.at < self.remembers:
                receipt = Receipt(post.message, now)
                break
        else:
            message = str(len(self.posted) + 1)
            self.posted.append(Post(address, document, key, message, now))
            receipt = Receipt(message, now)
        if fault is not None:
            raise fault.error
        return receipt

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        self.calls.append(f"find {key}")
        if not self.searchable:
            raise Ambiguous("the channel's history may not be read")
        for post in self.posted:
            if post.key == key and post.address == address and post.at >= since - timedelta(seconds=1):
                return Receipt(post.message, self.clock())
        return None


def first_apart(document: Document) -> Sequence[Document]:
    """What comes first in a message of its own, the rest in another."""
    first, *rest = document.blocks
    if isinstance(first, Bullets) and len(first.lines) > 1:
        first, rest = Bullets(first.lines[:1]), [Bullets(first.lines[1:]), *rest]
    elif rest and not isinstance(first, Bullets):  # a title stands with what it is the title of
        return [document.with_blocks(blocks) for blocks in ((first, rest[0]), tuple(rest[1:])) if blocks]
    return [document.with_blocks(blocks) for blocks in ((first,), tuple(rest)) if blocks]
