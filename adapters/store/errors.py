"""What can go wrong with the database, each kind one class with one clear line: what, which one, what to do.

    StoreError
    ├── Locked          another program holds the write lock; trying again later is safe
    ├── Away            a server that cannot be reached now; trying again later is safe
    ├── DiskFull        nothing was written; free space, then go on
    ├── Corrupt         not a database, or malformed; the file is left as it is
    ├── Unusable        it cannot be opened or written (rights, missing folder, read-only)
    ├── Newer           made by a later Dateline than this one
    └── HeldElsewhere   another process does the scheduling (`holder` says which)

SQLite's result codes (sqlite.org/rescode.html) and PostgreSQL's states (postgresql.org/docs/current/errcodes-appendix)
are read here and nowhere else. This file imports no database library,
so that the application can catch these errors without loading one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.store.entries import Holder


class StoreError(Exception):
    """The database could not do it; the message says what, which file, what to do."""


class Locked(StoreError):
    """Another program holds the write lock; nothing was written."""


class Away(StoreError):
    """The server cannot be reached, or ended the connection; what was under way is undone or was never begun."""


class DiskFull(StoreError):
    """No room; nothing was written."""


class Corrupt(StoreError):
    """The file is not a sound database. It is never repaired, deleted or overwritten by us."""


class Unusable(StoreError):
    """The file or its folder cannot be opened or written."""


class Newer(StoreError):
    """The schema is of a later version than this program knows."""


class HeldElsewhere(StoreError):
    """Another process holds the scheduler lock."""

    def __init__(self, message: str, holder: Holder | None) -> None:
        super().__init__(message)
        self.holder = holder


_BUSY, _LOCKED, _PERM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 3, 8, 10, 11, 13, 14, 26

DAMAGED = "the database {path} is damaged; put back a copy, or move it away to start with an empty one"

_KINDS: dict[int, tuple[type[StoreError], str]] = {
    _BUSY: (Locked, "the database {path} is locked by another program; nothing was written, it is tried again later"),
    _LOCKED: (Locked, "the database {path} is locked by another program; nothing was written, it is tried again later"),
    _FULL: (DiskFull, "no room left to write the database {path}; free some space on its disk, nothing was lost"),
    _CORRUPT: (Corrupt, DAMAGED),
    _NOTADB: (Corrupt, "{path} is not a database; move it away, or set DATELINE_DATA to another folder"),
    _PERM: (Unusable, "no right to use the database {path}; give this user read and write access to it and its folder"),
    _READONLY: (Unusable, "the database {path} is read-only; give this user write access to it and its folder"),
    _CANTOPEN: (Unusable, "the database {path} cannot be opened; check that its folder exists and may be written"),
    _IOERR: (Unusable, "reading or writing the database {path} failed; check its disk, then start again"),
}


def of_sqlite(error: BaseException, path: Path | str) -> StoreError | None:
    """The StoreError that a driver's exception (or the one it wraps) stands for; None if it is none of these."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, TimeoutError):
            return Locked(
                f"the database {path} is busy with other work of ours; nothing was written, it is tried again"
            )
        code = getattr(seen, "sqlite_errorcode", None)
        if code is not None:
            kind = _KINDS.get(int(code) & 0xFF)
            return kind[0](kind[1].format(path=path)) if kind else None
        inner = getattr(seen, "orig", None)
        seen = inner if isinstance(inner, BaseException) else seen.__cause__
    return None


_AWAY = "the database {path} cannot be reached ({why}); it is tried again, check the server and the address"
_BUSY_NOW = "the database {path} is busy ({why}); nothing was written, it is tried again later"
_NO_ROOM = "no room left to write the database {path}; free some space on its disk, nothing was lost"
_REFUSED = "the database {path} refuses us ({why}); check user, password, name and rights in its address"

_STATES: dict[str, tuple[type[StoreError], str]] = {
    "08": (Away, _AWAY),
    "57": (Away, _AWAY),
    "53": (Away, _AWAY),
    "53100": (DiskFull, _NO_ROOM),
    "40": (Locked, _BUSY_NOW),
    "55": (Locked, _BUSY_NOW),
    "28": (Unusable, _REFUSED),
    "3D": (Unusable, _REFUSED),
    "42501": (Unusable, _REFUSED),
    "25006": (Unusable, "the database {path} is read-only; give the address of the one that takes writes"),
    "58": (Unusable, "the database {path} cannot use its disk ({why}); see the server's log"),
    "XX": (Corrupt, "the database {path} is damaged ({why}); see the server's log"),
}


def of_postgresql(error: BaseException, name: str) -> StoreError | None:
    """The same for an exception of PostgreSQL's driver, or of the way to the server."""
    seen: BaseException | None = error
    while seen is not None:
        state = getattr(seen, "sqlstate", None)
        kind = type(seen).__name__
        if isinstance(state, str) and state:
            found = _STATES.get(state) or _STATES.get(state[:2])
            return found[0](found[1].format(path=name, why=f"{kind} {state}")) if found else None
        if isinstance(seen, OSError | EOFError) or kind in ("InterfaceError", "TimeoutError", "CancelledByTimeout"):
            return Away(_AWAY.format(path=name, why=kind))
        inner = getattr(seen, "orig", None)
        seen = inner if isinstance(inner, BaseException) else seen.__cause__
    return None


@contextmanager
def in_words(name: Path | str) -> Iterator[None]:
    """Turn a driver's exception into a StoreError; every other exception passes. `name` as messages call it."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        server = isinstance(name, str) and name.startswith("postgresql:")
        known = of_postgresql(error, str(name)) if server else of_sqlite(error, name)
        if known is None:
            raise
        raise known from error
