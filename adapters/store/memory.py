"""What this installation remembers beside its ledger: when each record was first held here, when each change of one was
first seen, and small named notes.

The first sight of a record is the archive's third clock: scheduled digests tell what entered the archive in their
window, and what became of records since.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.store.database import Database
from adapters.store.entries import OPEN
from adapters.store.tables import deliveries, notes, seen_changes, seen_records, subscriptions

_COUNTED = "changes"
"""The note that says that changes are noted from now on."""


class SeenRecords:
    """Record id → the instant this archive first held it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def see(self, held: Mapping[str, str], now: datetime) -> Mapping[str, datetime]:
        """Note the records held now (id → hash of their content); gives the first sight of every record ever held.

        A known record keeps its first instant; a changed hash is noted with the instant of its change. A new one counts
        as first held no earlier than where any window that was told, or is being told, ends: a clock that was set back
        would else put it into a window that is over, and no digest would tell it.
        """
        async with self._database.write() as connection:
            query = select(seen_records.c.record, seen_records.c.first, seen_records.c.digest)
            known = {row.record: row for row in (await connection.execute(query)).all()}
            entered = await _not_yet_told(connection, now) if held.keys() - known.keys() else now
            new = [
                {"record": record, "first": known[record].first if record in known else entered, "digest": digest}
                for record, digest in sorted(held.items())
                if record not in known or known[record].digest != digest
            ]
            if new:
                stated = self._database.insert(seen_records)
                changed = {"digest": stated.excluded.digest, "changed": now}
                await connection.execute(stated.on_conflict_do_update(index_elements=["record"], set_=changed), new)
        first = {record: row.first for record, row in known.items()}
        return first | {row["record"]: row["first"] for row in new}

    async def latest(self) -> datetime | None:
        """When a record was last new or changed; None where none was ever held."""
        newest = select(func.max(seen_records.c.first), func.max(seen_records.c.changed))
        async with self._database.read() as connection:
            found = (await connection.execute(newest)).one()
        return max((at for at in found if at is not None), default=None)

    async def known(self) -> Mapping[str, datetime]:
        """The first sight of every record ever held; notes nothing."""
        async with self._database.read() as connection:
            rows = (await connection.execute(select(seen_records.c.record, seen_records.c.first))).all()
        return {row.record: row.first for row in rows}


class SeenChanges:
    """Name of a change of a record → the instant from which it is news."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def see(self, held: Mapping[str, datetime], now: datetime) -> Mapping[str, datetime]:
        """Note the changes known now (name → when a window may hold it at the earliest); gives the instant of every
        change that was ever noted, by whichever process noted it first.

        As a new record, a change counts no earlier than where any window that was told, or is being told, ends: so the
        first digest after it tells it, whatever our clock said when it was taken up. What was there when an
        installation was asked for the first time (one of before, which told by those) has the instant that it is given.
        """
        async with self._database.write() as connection:
            known = {row.change: row.first for row in (await connection.execute(select(seen_changes))).all()}
            begun = (await connection.execute(select(notes.c.name).where(notes.c.name == _COUNTED))).first()
            fresh = sorted(held.keys() - known.keys())
            entered = await _not_yet_told(connection, now) if begun and fresh else None
            new = {name: held[name] if entered is None else max(held[name], entered) for name in fresh}
            if new:
                rows = [{"change": name, "first": first} for name, first in new.items()]
                await connection.execute(insert(seen_changes), rows)
            if not begun:
                await connection.execute(insert(notes).values(name=_COUNTED, value=now.isoformat()))
        return known | new

    async def known(self) -> Mapping[str, datetime]:
        """The instant of every change that was ever noted; notes nothing."""
        return {row.change: row.first for row in await self._database.rows(select(seen_changes))}


async def _not_yet_told(connection: AsyncConnection, now: datetime) -> datetime:
    """Now, or where the latest window ends that stands or is under way."""
    told = select(func.max(subscriptions.c.covered)).where(subscriptions.c.removed.is_(None))
    telling = select(func.max(deliveries.c.due)).where(deliveries.c.state.in_(OPEN))
    ends: list[datetime | None] = [(await connection.execute(query)).scalar_one() for query in (told, telling)]
    return max([now, *(end for end in ends if end is not None)])


class Note:
    """One named note, such as the hash of the commands last told to Discord."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name

    async def load(self) -> str | None:
        """Its text; None if it was never saved."""
        async with self._database.read() as connection:
            return (
                await connection.execute(select(notes.c.value).where(notes.c.name == self._name))
            ).scalar_one_or_none()

    async def save(self, value: str) -> None:
        """Keep its text."""
        row = {"name": self._name, "value": value}
        async with self._database.write() as connection:
            stated = self._database.insert(notes).values(row)
            await connection.execute(stated.on_conflict_do_update(index_elements=["name"], set_=row))

    async def swap(self, was: str | None, value: str) -> bool:
        """Keep its text where it is still `was` (None: never saved); whether it was. One of several processes wins."""
        async with self._database.write(alone=False) as connection:
            if was is None:
                stated = self._database.insert(notes).values(name=self._name, value=value)
                made = stated.on_conflict_do_nothing(index_elements=["name"])
                return bool((await connection.execute(made)).rowcount)
            changed = update(notes).where(notes.c.name == self._name, notes.c.value == was).values(value=value)
            return bool((await connection.execute(changed)).rowcount)
