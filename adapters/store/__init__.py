"""The database room: subscriptions, the ledger of deliveries, what was seen when, who schedules.

    store = await open_store(folder / "dateline.db")       # makes or upgrades the file on first use
    store = await open_store("postgresql://…")             # or a server's database, for several replicas
    recorded = await store.seen.see({"undl-1/x": "hash"}, now)
    ...
    await store.close()

Importing this room loads no database library; `open_store` does. Only here is SQLAlchemy imported. It answers
questions and makes changes; what to change is decided in `bot`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from adapters.store.errors import Away, Corrupt, DiskFull, HeldElsewhere, Locked, Newer, StoreError, Unusable

if TYPE_CHECKING:
    from adapters.store.store import Store

__all__ = ["Away", "Corrupt", "DiskFull", "HeldElsewhere", "Locked", "Newer", "StoreError", "Unusable", "open_store"]


async def open_store(where: Path | str, busy: float = 5.0) -> Store:
    """Open the database, made on first use: a file, or a PostgreSQL database by its address. `busy`: seconds to wait
    for another program's lock, or for the server.

    Raises a `StoreError`: Corrupt, Locked, Away, DiskFull, Unusable or Newer, each with one line that says what to do.
    """
    from adapters.store.store import open_at

    return await open_at(where, busy)
