"""Turns: when the next post may leave, where several replicas share what a platform allows.

A turn has names ("discord", "slack C0123456789"), each with the seconds that lie between two posts under it. One
process keeps its own in memory (`bot/posting.py`); here they are rows, and time is the server's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import Interval, bindparam, func, select, update

from adapters.store.database import Database
from adapters.store.lanes import server_now
from adapters.store.tables import turns

_SECONDS = bindparam("seconds", type_=Interval)
_LOCKED = (
    select(turns.c.free, server_now().label("now"))
    .where(turns.c.name.in_(bindparam("names", expanding=True)))
    .order_by(turns.c.name)
    .with_for_update()
)
_MOVED = update(turns).where(turns.c.name == bindparam("which")).values(free=bindparam("until"))


class SharedTurns:
    """The table of turns."""

    def __init__(self, database: Database) -> None:
        self._database = database
        first = database.insert(turns).values(free=server_now() + _SECONDS)
        after = func.greatest(turns.c.free, server_now()) + _SECONDS
        taken = first.on_conflict_do_update(index_elements=["name"], set_={"free": after})
        self._take = taken.returning(turns.c.free, server_now().label("now"))
        self._known = database.insert(turns).on_conflict_do_nothing()

    async def take(self, spacing: Mapping[str, float]) -> float:
        """Take the next turn under all these names (name → seconds); gives the seconds to wait for it."""
        if not spacing:
            return 0.0
        if len(spacing) == 1:
            [(name, seconds)] = spacing.items()
            return await self._one(name, timedelta(seconds=seconds))
        names = sorted(spacing)  # all lock in one order, so that none waits for each other
        async with self._database.write(alone=False) as connection:
            found = (await connection.execute(_LOCKED, {"names": names})).all()
            if len(found) < len(names):
                rows = [{"name": name, "free": datetime(2000, 1, 1, tzinfo=UTC)} for name in names]
                await connection.execute(self._known, rows)
                found = (await connection.execute(_LOCKED, {"names": names})).all()
            # Before it waited for the lock; then what it waited for is later.
            now: datetime = found[0].now.replace(tzinfo=UTC)
            at = max(now, *(row.free for row in found))
            later = [{"which": name, "until": at + timedelta(seconds=spacing[name])} for name in names]
            await connection.execute(_MOVED, later)
        waiting: timedelta = at - now
        return waiting.total_seconds()

    async def _one(self, name: str, seconds: timedelta) -> float:
        """A single name, which all posts of a platform may share, is held for one statement only."""
        [took] = await self._database.change((self._take, {"name": name, "seconds": seconds}))
        [row] = took.rows
        waiting: timedelta = row.free - seconds - row.now.replace(tzinfo=UTC)
        return max(0.0, waiting.total_seconds())
