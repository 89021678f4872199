"""The store as one value: the tables' doors side by side, opened together and closed together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.store.alerting import Alerting
from adapters.store.amendments import Amendments
from adapters.store.claims import Claims
from adapters.store.database import Database
from adapters.store.hold import Hold
from adapters.store.lanes import Lanes, OwnLanes, SharedLanes
from adapters.store.ledger import Ledger
from adapters.store.memory import Note, SeenChanges, SeenRecords
from adapters.store.outbox import Outbox
from adapters.store.replicas import News, NoNews, SharedHold
from adapters.store.reports import Reports
from adapters.store.servers import Servers
from adapters.store.subscriptions import Subscriptions
from adapters.store.turns import SharedTurns
from adapters.store.upgrade import ensure_schema

if TYPE_CHECKING:
    from adapters.store.installations import Installations
    from adapters.store.sealing import KeyRing


@dataclass(frozen=True, slots=True)
class Store:
    """Everything Dateline keeps. `hold` is the right to schedule; commands are answered without it. `alerting` is how
    far alerts have looked; `outbox` the ledger for those who look after it. `lanes` say who delivers where; `turns`
    when a post may leave, where several processes share a platform's limits; `news` what another process changed."""

    database: Database
    subscriptions: Subscriptions
    ledger: Ledger
    alerting: Alerting
    amendments: Amendments
    outbox: Outbox
    seen: SeenRecords
    changes: SeenChanges
    reports: Reports
    servers: Servers
    claims: Claims
    hold: Hold | SharedHold
    lanes: Lanes
    turns: SharedTurns | None
    news: News | NoNews

    def note(self, name: str) -> Note:
        """A named note with `load()`, `save(text)` and `swap(was, text)`."""
        return Note(self.database, name)

    def installations(self, ring: KeyRing) -> Installations:
        """The installations of a chat room, opened with these keys."""
        from adapters.store.installations import Installations  # not loaded where no stranger installs anything

        return Installations(self.database, ring)

    async def close(self) -> None:
        """Let go of the schedule and close the database."""
        await self.news.close()
        await self.hold.release()
        await self.database.close()


async def open_at(where: Path | str, busy: float) -> Store:
    """Open (and on first use make) the database. Raises a `StoreError`."""
    await ensure_schema(where, busy)
    database = Database(where, busy)
    shared = database.shared
    lanes: Lanes = SharedLanes(database) if shared else OwnLanes()
    ledger = Ledger(database, lanes)
    return Store(
        database,
        Subscriptions(database),
        ledger,
        Alerting(database),
        Amendments(database, lanes, ledger),
        Outbox(database),
        SeenRecords(database),
        SeenChanges(database),
        Reports(database),
        Servers(database),
        Claims(database),
        SharedHold(database) if shared else Hold(database),
        lanes,
        SharedTurns(database) if shared else None,
        News(database) if shared else NoNews(),
    )
