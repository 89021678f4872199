"""Real stores for tests: an empty one is made once for a process and copied for each test.

A test that asks for the fixture `each_database` runs twice, on an SQLite file and on a PostgreSQL server.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from adapters.contract import Address, Subscription
from adapters.store import open_store
from adapters.store.replicas import SharedHold
from adapters.store.store import Store
from adapters.store.upgrade import make
from briefs.briefing import Briefing, Ending
from briefs.document import Clause, Document, Paragraph, SourceNote, Text
from tests import engines
from tests.peers import postgres

engines.keep()

CREATED = datetime(2026, 3, 1, 9, tzinfo=UTC)


@cache
def template() -> Path:
    """A database file with all tables, empty."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-store-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make(folder / "template.db", 5.0)
    return folder / "template.db"


kind = "sqlite"
"""The database that `fresh` makes: set by `each_database`."""


def fresh(folder: Path) -> Path | str:
    """An empty database of the kind this test runs on, with all tables."""
    return fresh_file(folder) if kind == "sqlite" else postgres.database()


def fresh_file(folder: Path) -> Path:
    """A copy of the template in that folder."""
    path = folder / "dateline.db"
    shutil.copyfile(template(), path)
    return path


@asynccontextmanager
async def opened(where: Path | str, busy: float = 5.0) -> AsyncIterator[Store]:
    """The store there, closed at the end."""
    store = await open_store(where, busy)
    if isinstance(store.hold, SharedHold):
        store.hold.servers_clock = False
    try:
        yield store
    finally:
        await store.close()


def order(name: str = "daily", platform: str = "console", place: str = "here", **changes: object) -> Subscription:
    """A subscription for 10:00 UTC every day; `at` may be one time, or several."""
    given: dict[str, object] = {"at": time(10), "zone": "UTC", "created": CREATED} | changes
    given["at"] = (given["at"],) if isinstance(given["at"], time) else given["at"]
    return Subscription(name, Address(platform, place), **given)  # type: ignore[arg-type]


def told(subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Briefing:
    """A digest that names its window, so that tests can see what was told."""
    return Briefing(document_of(f"{since:%d %H:%M}–{until:%d %H:%M}"), Ending.ANSWERED)


def document_of(*texts: str) -> Document:
    """A document with one cited claim for each text."""
    clauses = [Clause((Text(text),), "digest-item", (f"src-1/r{number}",), {}) for number, text in enumerate(texts)]
    notes = tuple(SourceNote(n + 1, f"Source {n}", "https://example.org/", (f"src-1/r{n}",)) for n in range(len(texts)))
    blocks = tuple(Paragraph((clause,)) for clause in clauses)
    return Document("Digest", blocks, date(2026, 3, 2), "Sources", notes, "paste")


DAY = timedelta(days=1)
