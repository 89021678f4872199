"""Installations of a chat room, as `adapters.installations` states them: tokens sealed, states as hashes.

Nothing here asks a platform anything. A token changes only where whoever changes it names the version they saw, so
that two replicas cannot write over each other.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.installations import Installation, NotKept
from adapters.store.database import Database
from adapters.store.errors import StoreError
from adapters.store.sealing import KeyRing, Locked
from adapters.store.tables import installation_states, installation_teams, installations, taken_events

PLAIN = ("org", "enterprise", "name", "app", "user", "bot", "installer", "expires", "installed")
STATES = 10_000
"""So many begun installations are kept; beyond, the oldest give way, so that nobody can fill the disk by asking."""
TAKEN = timedelta(hours=2)
"""How long an event is remembered. Slack's last repetition comes some five minutes after the first request."""


class Installations:
    """The tables of installations, opened with a ring of keys."""

    def __init__(self, database: Database, ring: KeyRing) -> None:
        self._database = database
        self._ring = ring

    async def all(self) -> Sequence[Installation]:
        async with self._read() as connection:
            rows = (await connection.execute(select(installations).order_by(installations.c.id))).all()
        return tuple(self._opened(row) for row in rows)

    async def find(self, team: str, enterprise: str = "") -> Installation | None:
        """The workspace's own installation before its organisation's."""
        async with self._read() as connection:
            known = select(installation_teams.c.enterprise).where(installation_teams.c.team == team)
            org = enterprise or (await connection.execute(known)).scalar_one_or_none() or ""
            rows = (await connection.execute(select(installations).where(installations.c.id.in_({team, org})))).all()
        own = sorted(rows, key=lambda row: row.id != team)
        return self._opened(own[0]) if own else None

    async def save(self, installation: Installation) -> None:
        row = {
            **{name: getattr(installation, name) for name in PLAIN},
            "scopes": list(installation.scopes),
            "secrets": self._sealed(installation),
            "leased_by": "",
            "leased_until": None,
        }
        mine = installations.c.id == installation.id
        async with self._write() as connection:
            there = await connection.execute(
                update(installations).where(mine).values(**row, version=installations.c.version + 1)
            )
            if not there.rowcount:
                await connection.execute(insert(installations).values(**row, id=installation.id, version=1))

    async def remove(self, id_: str) -> Sequence[str]:
        served = installation_teams.c.enterprise == id_
        async with self._write() as connection:
            gone = await connection.execute(delete(installations).where(installations.c.id == id_))
            rows = (await connection.execute(select(installation_teams.c.team).where(served))).all()
            await connection.execute(delete(installation_teams).where(served))
            left = {row.team for row in rows} | ({id_} if gone.rowcount else set())
            own = select(installations.c.id).where(installations.c.id.in_(left))
            return tuple(sorted(left - {row.id for row in (await connection.execute(own)).all()}))

    async def lease(self, id_: str, version: int, by: str, now: datetime, until: datetime) -> bool:
        free = or_(installations.c.leased_until.is_(None), installations.c.leased_until <= now)
        mine = (installations.c.id == id_) & (installations.c.version == version) & free
        async with self._write(alone=False) as connection:
            taken = await connection.execute(update(installations).where(mine).values(leased_by=by, leased_until=until))
            return bool(taken.rowcount)

    async def rotated(self, installation: Installation) -> bool:
        seen = (installations.c.id == installation.id) & (installations.c.version == installation.version)
        change = {
            "secrets": self._sealed(installation),
            "expires": installation.expires,
            "version": installation.version + 1,
            "leased_by": "",
            "leased_until": None,
        }
        async with self._write(alone=False) as connection:
            kept = await connection.execute(update(installations).where(seen).values(**change))
            return bool(kept.rowcount)

    async def grant(self, enterprise: str, teams: Collection[str]) -> None:
        async with self._write() as connection:
            await connection.execute(delete(installation_teams).where(installation_teams.c.team.in_(teams)))
            for team in sorted(teams):
                await connection.execute(insert(installation_teams).values(team=team, enterprise=enterprise))

    async def withdraw(self, teams: Collection[str]) -> None:
        async with self._write() as connection:
            await connection.execute(delete(installation_teams).where(installation_teams.c.team.in_(teams)))

    async def served(self) -> Sequence[str]:
        async with self._read() as connection:
            own = select(installations.c.id).where(installations.c.org.is_(False))
            rows = (await connection.execute(own.union(select(installation_teams.c.team)))).all()
        return tuple(sorted(row[0] for row in rows))

    async def issue(self, state: str, now: datetime, until: datetime) -> None:
        table = installation_states
        async with self._write() as connection:
            await connection.execute(delete(table).where(table.c.until <= now))
            held = (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            if held >= STATES:
                oldest = select(table.c.state).order_by(table.c.until).limit(held - STATES + 1)
                await connection.execute(delete(table).where(table.c.state.in_(oldest)))
            await connection.execute(insert(table).values(state=_hashed(state), until=until))

    async def consume(self, state: str, now: datetime) -> bool:
        """One statement finds and takes it away, so that two replicas cannot both find it."""
        table = installation_states
        async with self._write(alone=False) as connection:
            found = await connection.execute(delete(table).where(table.c.state == _hashed(state), table.c.until > now))
            return bool(found.rowcount)

    async def first(self, event: str, now: datetime) -> bool:
        try:
            async with self._write(durable=False, alone=False) as connection:
                await connection.execute(delete(taken_events).where(taken_events.c.at < now - TAKEN))
                await connection.execute(insert(taken_events).values(event=event[:64], at=now))
        except IntegrityError:
            return False
        return True

    async def reseal(self) -> tuple[int, int]:
        """Seal every installation with the first key; gives how many were, and how many no key opens."""
        done = shut = 0
        async with self._write() as connection:
            for row in (await connection.execute(select(installations))).all():
                try:
                    secrets = self._ring.open(row.id, row.secrets)
                except Locked:
                    shut += 1
                    continue
                change = update(installations).where(installations.c.id == row.id)
                await connection.execute(change.values(secrets=self._ring.seal(row.id, secrets)))
                done += 1
        return done, shut

    def _sealed(self, installation: Installation) -> str:
        return self._ring.seal(installation.id, {"token": installation.token, "refresh": installation.refresh})

    def _opened(self, row: Row[Any]) -> Installation:
        try:
            secrets, locked = self._ring.open(row.id, row.secrets), False
        except Locked:
            secrets, locked = {}, True
        plain = {name: getattr(row, name) for name in PLAIN}
        return Installation(
            row.id,
            secrets.get("token", ""),
            secrets.get("refresh", ""),
            **plain,
            scopes=tuple(row.scopes),
            version=row.version,
            locked=locked,
        )

    @asynccontextmanager
    async def _read(self) -> AsyncIterator[AsyncConnection]:
        try:
            async with self._database.read() as connection:
                yield connection
        except StoreError as error:
            raise NotKept(str(error)) from error

    @asynccontextmanager
    async def _write(self, *, durable: bool = True, alone: bool = True) -> AsyncIterator[AsyncConnection]:
        """On disk when it ends: a token that Slack gave once must not be lost with the power. What one statement
        decides need not be alone."""
        try:
            async with self._database.write(durable=durable, alone=alone) as connection:
                yield connection
        except StoreError as error:
            raise NotKept(str(error)) from error


def _hashed(state: str) -> str:
    return sha256(state.encode()).hexdigest()
