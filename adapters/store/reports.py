"""What readers say is wrong with an answer: kept with the answer as they read it, until the operators settle it.

It never holds who reported. Whom to tell, and when, is decided in `bot/reporting.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from adapters.contract import Question, Report
from adapters.store.database import Database
from adapters.store.tables import reports


@dataclass(frozen=True, slots=True)
class Kept:
    """A report under its number. `tries`: how often the operators' channel was tried; `told`: when it came there."""

    number: int
    report: Report
    at: datetime
    tries: int = 0
    told: datetime | None = None
    settled: datetime | None = None


class Reports:
    """The table of reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, report: Report, now: datetime) -> int:
        """Keep it; gives its number."""
        question = report.question
        row = {
            "platform": report.platform,
            "question": {"command": question.command, "given": dict(question.given), "line": question.line},
            "sentence": report.sentence,
            "words": report.words,
            "text": report.text,
            "at": now,
            "tries": 0,
        }
        async with self._database.write(durable=True) as connection:
            made = await connection.execute(insert(reports).values(row))
        number = made.inserted_primary_key
        assert number is not None
        return int(number[0])

    async def open(self) -> tuple[Kept, ...]:
        """All that nobody has settled, the oldest first."""
        return await self._where(reports.c.settled.is_(None))

    async def untold(self) -> tuple[Kept, ...]:
        """Those that the operators' channel does not have yet."""
        return await self._where(reports.c.settled.is_(None) & reports.c.told.is_(None))

    async def tried(self, number: int) -> None:
        """Note, before it is posted, that the channel may have it from now on."""
        async with self._database.write(durable=True) as connection:
            await connection.execute(update(reports).where(reports.c.id == number).values(tries=reports.c.tries + 1))

    async def tell(self, number: int, now: datetime) -> None:
        """Note that the channel has it."""
        await self._set(number, told=now)

    async def settle(self, number: int, now: datetime) -> bool:
        """Note that it is dealt with; False where there is no open report of that number."""
        if number not in {kept.number for kept in await self.open()}:
            return False
        await self._set(number, settled=now)
        return True

    async def _set(self, number: int, **values: datetime) -> None:
        async with self._database.write() as connection:
            await connection.execute(update(reports).where(reports.c.id == number).values(**values))

    async def _where(self, condition: Any) -> tuple[Kept, ...]:
        async with self._database.read() as connection:
            rows = (await connection.execute(select(reports).where(condition).order_by(reports.c.id))).all()
        return tuple(_kept(row) for row in rows)


def _kept(row: Row[Any]) -> Kept:
    question = Question(row.question["command"], row.question["given"], row.question["line"])
    report = Report(row.platform, question, row.words, row.text, row.sentence)
    return Kept(row.id, report, row.at, row.tries, row.told, row.settled)
