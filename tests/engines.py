"""SQLAlchemy's engines, kept from one store to the next: what they have compiled, they keep.

A process of Dateline has its engines for its life, a thousand tests had their own each, and most of what a short one
did was to compile anew the statements that the one before had compiled. An engine that is closed here (its connections
are) is given to the next store, with another address. Processes that tests start have engines of their own, as in life.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store import postgresql, sqlite, together


class Kept(AsyncEngine):
    """An engine for one store. Once closed it is no engine any more: nobody reaches what another store has by then."""

    __slots__ = ("_give_back",)

    def __init__(self, engine: Engine, give_back: Callable[[Engine], None]) -> None:
        super().__init__(engine)
        self._give_back = give_back

    async def dispose(self, close: bool = True) -> None:
        if hasattr(self, "sync_engine"):
            await super().dispose(close)
            self._give_back(self.sync_engine)
            del self.sync_engine


class KeptByThread:
    """The same for the thread that serves those who wait together."""

    def __init__(self, engine: Engine, give_back: Callable[[Engine], None]) -> None:
        self._engine: Engine | None = engine
        self._give_back = give_back

    def connect(self) -> Connection:
        assert self._engine is not None, "it is closed"
        return self._engine.connect()

    def dispose(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.dispose()
            self._give_back(engine)


def keep() -> None:
    """From now on, in this process."""
    sqlite.engine = _keeping(sqlite.engine, _of_file, Kept)
    together.own_engine = _keeping(together.own_engine, _of_file, KeptByThread)
    postgresql.engine = _keeping(postgresql.engine, _of_server, Kept)


def _keeping(make: Any, address: Callable[[Any, Engine], dict[str, Any]], kept: Any) -> Any:
    """Makes engines as `make` does, or gives one that was given back."""
    free: list[Engine] = []
    reached: dict[Engine, dict[str, Any]] = {}

    def engine(where: Path | str, busy: float) -> Any:
        one = free.pop() if free else made(where, busy)
        reached[one] = address(where, one) | {"timeout": busy}
        return kept(one, free.append)

    def made(where: Path | str, busy: float) -> Engine:
        new = make(where, busy)
        one: Engine = new.sync_engine if isinstance(new, AsyncEngine) else new

        @event.listens_for(one, "do_connect")
        def _elsewhere(_dialect: Any, _record: Any, given: list[Any], named: dict[str, Any]) -> None:
            given.clear()
            named.update(reached[one])

        return one

    return engine


def _of_file(where: Path, _engine: Engine) -> dict[str, Any]:
    return {"database": str(where)}


def _of_server(where: str, engine: Engine) -> dict[str, Any]:
    given, named = engine.dialect.create_connect_args(postgresql.address_of(where))
    assert not given
    return dict(named)
