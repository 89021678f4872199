"""Who takes up what: an event of a platform is claimed by the first process that asks, among all on this database.

Claims are for what several processes may be told of, at the same moment or again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete

from adapters.store.database import Database
from adapters.store.tables import taken_events

KEPT: Final = timedelta(hours=2)
"""Longer than any platform repeats an event."""


class Claims:
    """The table of events that were taken up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, event: str, now: datetime) -> bool:
        """Whether nobody has taken it up before; then it is claimed."""
        async with self._database.write(alone=False) as connection:
            await connection.execute(delete(taken_events).where(taken_events.c.at < now - KEPT))
            stated = self._database.insert(taken_events).values(event=event[:64], at=now)
            made = stated.on_conflict_do_nothing(index_elements=["event"])
            return bool((await connection.execute(made)).rowcount)
