"""Lanes: which process delivers to a destination at this moment, so that each is served in order and by one alone.

On a file the holder of the schedule has every lane (`OwnLanes`). On a server's database any number of replicas
schedule, and a lane is a lease (`SharedLanes`): taken by one statement, renewed at every tick, free again when its
holder gave it back or stayed silent for `SECONDS`. Time is the server's, so that no two clocks are compared. What a
replica writes about a delivery holds only while the lane is its own (`mine`): one that was asleep writes nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Protocol
from uuid import uuid4

from sqlalchemy import ColumnElement, DateTime, Table, bindparam, delete, exists, func, select, true, update

from adapters.contract import Address
from adapters.store.database import Database
from adapters.store.tables import deliveries, lanes, subscriptions

SECONDS: Final = 90
"""How long a silent replica keeps its lanes: four ticks, and three times as long as a request may take."""


class Lanes(Protocol):
    """What the schedule needs of lanes."""

    async def take(self, address: Address) -> bool: ...

    async def keep(self) -> None: ...

    async def give(self, address: Address) -> None: ...

    def mine(self, of: Table = deliveries) -> ColumnElement[bool]: ...


class OwnLanes:
    """Lanes of the one process that schedules on a file."""

    async def take(self, address: Address) -> bool:  # noqa: ARG002
        """Always: nobody else delivers."""
        return True

    async def keep(self) -> None:
        """Nothing runs out."""

    async def give(self, address: Address) -> None:
        """Nobody waits for it."""

    def mine(self, of: Table = deliveries) -> ColumnElement[bool]:  # noqa: ARG002
        """Of every delivery."""
        return true()


class SharedLanes:
    """Lanes of one replica among several."""

    def __init__(self, database: Database, me: str | None = None) -> None:
        self._database = database
        self.me = me or uuid4().hex
        free = (lanes.c.until < server_now()) | (lanes.c.holder == self.me)
        stated = database.insert(lanes).values(holder=self.me, until=_later())
        self._take = stated.on_conflict_do_update(
            index_elements=["platform", "place"], set_={"holder": self.me, "until": _later()}, where=free
        ).returning(lanes.c.holder)
        still = (lanes.c.holder == self.me) & (lanes.c.until >= server_now())
        self._keep = update(lanes).where(still).values(until=_later())
        here = (lanes.c.platform == bindparam("on")) & (lanes.c.place == bindparam("at"))
        self._give = delete(lanes).where(here, lanes.c.holder == self.me)

    async def take(self, address: Address) -> bool:
        """Whether the lane is ours now. What another replica left claimed there is let go of by `Ledger.taken_up`."""
        row = {"platform": address.platform, "place": address.place}
        [took] = await self._database.change((self._take, row))
        return bool(took.rows)

    async def keep(self) -> None:
        """Renew those that are still ours."""
        await self._database.change((self._keep, {}))

    async def give(self, address: Address) -> None:
        """Let others have it."""
        await self._database.change((self._give, {"on": address.platform, "at": address.place}))

    def mine(self, of: Table = deliveries) -> ColumnElement[bool]:
        """Of deliveries (or amendments) whose lane is ours at the moment the statement runs."""
        return exists(
            select(lanes.c.holder)
            .join(
                subscriptions, (subscriptions.c.platform == lanes.c.platform) & (subscriptions.c.place == lanes.c.place)
            )
            .where(
                subscriptions.c.id == of.c.subscription,
                lanes.c.holder == self.me,
                lanes.c.until >= server_now(),
            )
            .correlate(of)
        )


def server_now() -> ColumnElement[datetime]:
    """The server's clock, as `Instant` keeps it."""
    return func.timezone("UTC", func.clock_timestamp(), type_=DateTime())


def _later() -> ColumnElement[datetime]:
    return server_now() + timedelta(seconds=SECONDS)
