"""The process that is killed: a real store, scheduler and courier, posting over HTTP, that dies at a step it is told.

Production code has one seam for this: the `step` callable, which does nothing there. Death is SIGKILL: no handler, no
`finally`, no flush.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from adapters.contract import Address, Alerts, Ambiguous, Lack, RateLimited, Receipt, Refused, Subscription, Unavailable
from adapters.store import open_store
from adapters.store.entries import Posted
from adapters.store.lanes import SharedLanes
from adapters.store.replicas import SharedHold
from adapters.store.store import Store
from bot.living import Living
from bot.schedule import Scheduler
from briefs.amending import Amended
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.changes import Change
from briefs.codebook import State
from briefs.document import Document
from briefs.history import History, Revision
from tests.archives import article
from tests.stores import CREATED, document_of, order
from tests.wire import Wire

PARTS = 2


@dataclass(frozen=True, slots=True)
class Life:
    """What one process is given: its database, its platform, its clock, and when it dies (0: it lives)."""

    database: str
    port: int
    platform: str
    now: float
    kill_at: int = 0
    kill_after: float = 0.0
    names: str = "a"
    """One subscription for each letter, due at the same minute."""
    keeps: bool = True
    """Whether the platform gives back the first post for a repeat (a forum of Discord does not)."""
    publish: bool = False
    """Whether each post is published."""
    places: int = 1
    """How many channels they are spread over."""
    amend: bool = False
    """Whether a record that every digest rests on was retracted meanwhile."""
    alerts: bool = False
    """Whether records come in, of which all is posted at once."""
    me: str = ""
    """What this replica is called where several share a server's database."""


class Clock:
    """Starts where it is told and runs with real time; pauses are skipped but counted."""

    def __init__(self, start: float) -> None:
        self._offset = start - time.time()

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self._offset, UTC)

    async def pause(self, seconds: float) -> None:
        self._offset += seconds
        await asyncio.sleep(0)


class HttpOutlet:
    """The outlet of the loopback platform."""

    def __init__(self, life: Life, clock: Clock, session: aiohttp.ClientSession) -> None:
        self.platform = life.platform
        self._base = f"http://127.0.0.1:{life.port}"
        self._clock = clock
        self._session = session
        self._keeps = life.keeps

    def keeps(self, address: Address) -> bool:
        return self._keeps

    def threads(self, address: Address) -> bool:
        return False

    async def publish(self, address: Address, message: str) -> None:
        async with self._session.post(f"{self._base}/publish", json={"message": message}) as answer:
            assert answer.status == 200

    async def edit(self, address: Address, message: str, document: Document) -> None:
        text = " ".join(clause.text for clause in document.clauses())
        body = {"message": message, "text": f"{address.place}: {text}"}
        try:
            async with self._session.post(f"{self._base}/edit", json=body) as answer:
                if answer.status != 200:
                    raise Refused("the message is no longer there")
        except (aiohttp.ClientError, OSError) as error:
            raise Unavailable(f"connection lost: {error}") from error

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        return ()

    async def warn(self, server: str, document: Document) -> bool:
        return False

    def parts(self, document: Document) -> Sequence[Document]:
        return tuple(document.with_blocks((block,)) for block in document.blocks)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        text = " ".join(clause.text for clause in document.clauses())
        body = {
            "key": key,
            "text": f"{address.place}: {text}",
            "now": self._clock().timestamp(),
            "first": address.first,
        }
        try:
            async with self._session.post(f"{self._base}/post", json=body) as answer:
                told = await answer.json()
        except (aiohttp.ClientError, OSError) as error:
            raise Ambiguous(f"connection lost: {error}") from error
        if answer.status == 429:
            raise RateLimited("too many requests", told["retry_after"])
        if answer.status == 503:
            raise Unavailable("service unavailable")
        return Receipt(told["message"], self._clock())

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        query = {"key": key, "since": str(since.timestamp() - 1)}
        async with self._session.get(f"{self._base}/find", params=query) as answer:
            if answer.status != 200:
                raise Ambiguous("the history may not be read")
            message = (await answer.json())["message"]
        return Receipt(message, self._clock()) if message is not None else None


def compose(subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Briefing:
    """Parts that name their window: the same whenever they are composed."""
    window = f"{since:%d %H:%M}–{until:%d %H:%M}"
    texts = (f"{subscription.id} {window} part {number}" for number in range(PARTS))
    return Briefing(document_of(*texts), Ending.ANSWERED)


WIRE = Wire(
    {
        "urgent 0": CREATED + timedelta(minutes=30),
        "urgent 1": CREATED + timedelta(minutes=30),
        "late": CREATED + timedelta(minutes=35),
    }
)
"""What comes in where something does."""
RETRACTED = CREATED + timedelta(hours=1, minutes=2)
"""When the record was."""


def changed() -> Archive:
    """What the process holds once the record is retracted, as far as it is looked at."""
    event = replace(article().events["voa/kh-msg"], id="src-1/r0")
    gone = replace(event, state=State.RETRACTED, reason="Somebody else said it.")
    told = [Revision("voa", CREATED, article().sources["voa"]), Revision(event.id, CREATED, event)]
    history = History(CREATED - timedelta(days=1), lambda: (*told, Revision(gone.id, RETRACTED, gone)))
    return replace(article(), history=history)


def tell_anew(
    subscription: Subscription,
    posted: Posted,
    messages: Sequence[Document],
    changes: Sequence[Change],
    new: Sequence[Change],
) -> Amended:
    """The same number of messages, and a note."""
    texts = (f"{subscription.id} {posted.slot} amended part {number}" for number in range(PARTS))
    note = document_of(f"{subscription.id} {posted.slot} note on {len(new)} of {len(changes)} in {len(messages)}")
    return Amended(document_of(*texts), None, tuple(messages), (note,), differs=True)


def orders(life: Life) -> list[Subscription]:
    """The subscriptions of a life."""
    alerts = Alerts.ALL if life.alerts else Alerts.OFF
    return [
        order(name, life.platform, place_of(number, life.places), publish=life.publish, alerts=alerts)
        for number, name in enumerate(life.names)
    ]


def place_of(number: int, places: int) -> str:
    """The channel of a subscription."""
    return f"C{1 + number % places}"


async def opened(life: Life) -> Store:
    """The store of a life. On a server's database it goes by the clock of the life, and under its name."""
    file = not life.database.startswith("postgresql:")
    store = await open_store(Path(life.database) if file else life.database)
    if isinstance(store.hold, SharedHold) and isinstance(store.lanes, SharedLanes):
        store.hold.servers_clock = False
        store.lanes.me = life.me
    return store


async def live(life: Life, tell: Callable[[str], None]) -> None:
    """One life: start, deliver all there is, stop. `tell` hears of each step before a death there."""
    steps = 0

    def step(name: str) -> None:
        nonlocal steps
        steps += 1
        tell(name)
        if steps == life.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    clock = Clock(life.now)
    store = await opened(life)
    async with aiohttp.ClientSession() as session:
        outlet = HttpOutlet(life, clock, session)
        tells, news = (WIRE.digest, lambda: WIRE) if life.alerts else (compose, None)
        outlets = {life.platform: outlet}
        scheduler = Scheduler(store, outlets, tells, clock, news=news, pause=clock.pause, step=step)
        await scheduler.start(orders(life))
        living = Living(store.amendments, store.subscriptions, {life.platform: outlet}, tell_anew, step)
        held = changed() if life.amend else None
        for _ in range(6 if life.me else 30):  # a replica among others does not wait for what they hold
            if held is not None:
                await living.look(held, clock())
            await scheduler.run_due_once(clock())
            if not await store.ledger.pending() and not await store.amendments.waiting(clock() + timedelta(days=1)):
                break
            await clock.pause(timedelta(minutes=5).total_seconds())
        await scheduler.drain()
    await store.close()


def be(life: Life, pipe: int) -> None:
    """Run a life in this process and leave it without Python's farewell."""
    logging.disable(logging.CRITICAL)
    code = 1
    try:
        asyncio.run(live(life, lambda name: os.write(pipe, f"{name}\n".encode())))
        code = 0
    except BaseException as error:
        os.write(pipe, f"error {type(error).__name__}: {error}\n".encode())
    os._exit(code)


if __name__ == "__main__":
    be(Life(**json.loads(sys.argv[1])), sys.stdout.fileno())
