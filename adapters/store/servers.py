"""Servers and workspaces: what each prefers, and since when Dateline is no longer in it.

What the preferences mean is `bot/office/preferences.py`'s matter; here they are words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from adapters.store.database import Database
from adapters.store.postgresql import notify
from adapters.store.tables import servers


@dataclass(frozen=True, slots=True)
class Server:
    """One server. `left` is when Dateline was removed from it; None while it is there."""

    platform: str
    server: str
    preferences: Mapping[str, Any]
    left: datetime | None = None


class Servers:
    """The table of servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> tuple[Server, ...]:
        """Every server that prefers something or was left."""
        async with self._database.read() as connection:
            rows = (await connection.execute(select(servers).order_by(servers.c.platform, servers.c.server))).all()
        return tuple(Server(row.platform, row.server, row.preferences, row.left) for row in rows)

    async def prefer(self, platform: str, server: str, preferences: Mapping[str, Any]) -> None:
        """Keep what it prefers, in place of what it preferred before."""
        row = {"platform": platform, "server": server, "preferences": dict(preferences)}
        await self._put(row, {"preferences": dict(preferences)})

    async def leave(self, platform: str, server: str, left: datetime | None) -> None:
        """Note that Dateline is no longer in it, or that it is again."""
        row: dict[str, Any] = {"platform": platform, "server": server, "preferences": {}, "left": left}
        await self._put(row, {"left": left})

    async def forget(self, platform: str, server: str) -> None:
        """Keep nothing of it any more."""
        async with self._database.write() as connection:
            await connection.execute(delete(servers).where(servers.c.platform == platform, servers.c.server == server))

    async def _put(self, row: Mapping[str, Any], change: Mapping[str, Any]) -> None:
        async with self._database.write() as connection:
            stated = self._database.insert(servers).values(dict(row))
            await connection.execute(
                stated.on_conflict_do_update(index_elements=["platform", "server"], set_=dict(change))
            )
            if self._database.shared:  # replicas keep it in memory
                await notify(connection)
