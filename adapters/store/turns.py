"""Turns: when the next post may leave, where several replicas share what a platform allows.

A turn has names ("discord", "slack C0123456789"), each with the seconds that lie between two posts under it. One
process keeps its own in memory (`bot/posting.py`); here they are rows, and time is the server's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, func, select, update

from adapters.store.database import Database
from adapters.store.lanes import server_now
from adapters.store.tables import turns


class SharedTurns:
    """The table of turns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, spacing: Mapping[str, float]) -> float:
        """Take the next turn under all these names (name → seconds); gives the seconds to wait for it."""
        if not spacing:
            return 0.0
        if len(spacing) == 1:
            [(name, seconds)] = spacing.items()
            return await self._one(name, timedelta(seconds=seconds))
        names = sorted(spacing)  # all lock in one order, so that none waits for each other
        locked = select(turns.c.free).where(turns.c.name.in_(names)).order_by(turns.c.name).with_for_update()
        async with self._database.write(alone=False) as connection:
            free = (await connection.execute(locked)).scalars().all()
            if len(free) < len(names):
                rows = [{"name": name, "free": datetime(2000, 1, 1, tzinfo=UTC)} for name in names]
                await connection.execute(self._database.insert(turns).on_conflict_do_nothing(), rows)
                free = (await connection.execute(locked)).scalars().all()
            now: datetime = (await connection.execute(select(server_now()))).scalar_one().replace(tzinfo=UTC)
            at = max(now, *free)
            moved = update(turns).where(turns.c.name == bindparam("which")).values(free=bindparam("until"))
            later = [{"which": name, "until": at + timedelta(seconds=spacing[name])} for name in names]
            await connection.execute(moved, later)
        waiting: timedelta = at - now
        return waiting.total_seconds()

    async def _one(self, name: str, seconds: timedelta) -> float:
        """A single name, which all posts of a platform may share, is held for one statement only."""
        first = self._database.insert(turns).values(name=name, free=server_now() + seconds)
        after = func.greatest(turns.c.free, server_now()) + seconds
        taken = first.on_conflict_do_update(index_elements=["name"], set_={"free": after})
        async with self._database.write(alone=False) as connection:
            row = (await connection.execute(taken.returning(turns.c.free, server_now().label("now")))).one()
        waiting: timedelta = row.free - seconds - row.now.replace(tzinfo=UTC)
        return max(0.0, waiting.total_seconds())
