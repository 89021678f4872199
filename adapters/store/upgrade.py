"""The schema: is it there, is it ours, is it of this version? An empty database gets the tables of `tables.py` at once;
an older one is brought up with Alembic in a short-lived process.

Migrations and Alembic are loaded only when there is something to bring up, and then in a child process (`python -m
adapters.store.upgrade`), so that the idle process never carries them. A test holds what is made at once against what
all migrations make. Nothing here touches what is not a sound database of ours. Replicas that start at once on a
server's database make it or bring it up one after the other. `adapters/store/migrations` holds the steps.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.store import errors, postgresql, sqlite
from adapters.store.errors import Corrupt, Newer, StoreError, Unusable, in_words
from adapters.store.tables import metadata

HEAD = "r0015"
"""The schema version this program works with (a test holds it against the migrations)."""

KNOWN = (
    "r0001", "r0002", "r0003", "r0004", "r0005", "r0006", "r0007", "r0008", "r0009", "r0010", "r0011", "r0012", "r0013",
    "r0014", "r0015",
)  # fmt: skip
"""Versions that can be brought up to HEAD."""

_CHECKED_BYTES = 16 * 2**20
"""Up to this size the file is checked as a whole at opening (some 50 ms); beyond it, damage is reported when met."""

_MIGRATIONS = Path(__file__).parent / "migrations"

_VERSION = sa.Table(
    "alembic_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, as it makes it."""


async def ensure_schema(where: Path | str, busy: float) -> None:
    """Leave the database at HEAD. Raises a `StoreError`."""
    version = await _version(where, busy)
    if version is None:
        await _make(where, busy)
        version = await _version(where, busy)  # another process may have made it, and be of another version
    if version != HEAD:
        await _bring_up(where, busy)


async def _version(where: Path | str, busy: float) -> str | None:
    return inspect(where, busy) if isinstance(where, Path) else await inspect_server(where, busy)


async def _make(where: Path | str, busy: float) -> None:
    if isinstance(where, Path):
        make(where, busy)
    else:
        await make_there(where, busy)


async def _bring_up(where: Path | str, busy: float) -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "adapters.store.upgrade",
        str(busy),
        stdin=asyncio.subprocess.PIPE,  # an address may hold a password: it stands in no list of processes
        stderr=asyncio.subprocess.PIPE,
    )
    kind = "file" if isinstance(where, Path) else "server"
    _, said = await child.communicate(f"{kind} {where}".encode())
    if child.returncode != 0:
        raise _told(said.decode(errors="replace"), str(where) if isinstance(where, Path) else postgresql.named(where))


async def inspect_server(where: str, busy: float) -> str | None:
    """The same of a server's database."""
    name = postgresql.named(where)
    engine = postgresql.engine(where, busy)
    try:
        with in_words(name):
            async with engine.connect() as connection:
                here = sa.text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                tables = set((await connection.execute(here)).scalars())
                if tables and "alembic_version" not in tables:
                    raise Unusable(f"{name} holds tables of another program; give Dateline a database of its own")
                if not tables:
                    return None
                version = (await connection.execute(sa.text("SELECT version_num FROM alembic_version"))).scalar()
    finally:
        await engine.dispose()
    return _known(None if version is None else str(version), name)


def inspect(path: Path, busy: float) -> str | None:
    """The file's schema version, None for a new or empty file. Raises `StoreError` for anything not ours or not
    sound."""
    with in_words(path):
        _make_folder(path.parent)
        # The context manager of a connection ends transactions; `closing` is what closes it.
        with closing(sqlite3.connect(path, timeout=busy)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                return None
            if path.stat().st_size <= _CHECKED_BYTES:
                (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                if verdict != "ok":
                    raise Corrupt(errors.DAMAGED.format(path=path))
            if "alembic_version" not in tables:
                raise Unusable(f"{path} is a database of another program; set DATELINE_DATA to another folder")
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return _known(None if row is None else str(row[0]), str(path))


def _known(version: str | None, name: str) -> str | None:
    if version is not None and version not in KNOWN:
        raise Newer(f"{name} was made by a later Dateline (schema {version}); install that version, or use another one")
    return version


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unusable(f"the folder {folder} cannot be made ({reason}); set DATELINE_DATA to another folder") from error


def _told(said: str, database: str) -> StoreError:
    """The error the child printed as its last line: `Class: message`."""
    line = said.strip().splitlines()[-1] if said.strip() else ""
    name, _, message = line.partition(": ")
    kind = getattr(errors, name, None)
    if isinstance(kind, type) and issubclass(kind, StoreError) and kind is not errors.HeldElsewhere:
        return kind(message)
    return Unusable(f"the database {database} could not be brought up to date ({line or 'no reason given'})")


def make(path: Path, busy: float) -> None:
    """All tables of HEAD in an empty file, in one transaction; nothing where there are some. Raises a `StoreError`."""
    with _alone(path, busy) as connection:
        _make_tables(connection)


async def make_there(where: str, busy: float) -> None:
    """The same for a server's database; a replica that is at it already is waited for."""
    async with _alone_there(where, busy) as connection:
        await connection.run_sync(_make_tables)


def _make_tables(connection: sa.Connection) -> None:
    if not sa.inspect(connection).get_table_names():
        metadata.create_all(connection, checkfirst=False)
        _VERSION.create(connection, checkfirst=False)
        connection.execute(_VERSION.insert().values(version_num=HEAD))


def run_migrations(path: Path, busy: float) -> None:
    """Bring the file up to HEAD in this process, in one transaction. Loads Alembic. Raises a `StoreError`."""
    with _alone(path, busy) as connection:
        _upgrade(connection)


async def run_migrations_there(where: str, busy: float) -> None:
    """The same for a server's database; a replica that is at it already is waited for."""
    async with _alone_there(where, busy) as connection:
        await connection.run_sync(_upgrade)


@contextmanager
def _alone(path: Path, busy: float) -> Iterator[sa.Connection]:
    """A transaction that no other process changes the file beside."""
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool, connect_args={"timeout": busy})
    sa.event.listen(engine, "connect", sqlite.on_connect)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with in_words(path), engine.begin() as connection:
        yield connection


@asynccontextmanager
async def _alone_there(where: str, busy: float) -> AsyncIterator[AsyncConnection]:
    """A transaction beside which nobody else makes tables or brings them up."""
    engine = postgresql.engine(where, busy)
    try:
        with in_words(postgresql.named(where)):
            async with engine.begin() as connection:
                await connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": postgresql.UPGRADE})
                yield connection
    finally:
        await engine.dispose()


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def main() -> int:
    """The child's entry: `BUSY_SECONDS`, and on standard input "file PATH" or "server ADDRESS". Prints one line
    `Class: message` on standard error when it fails."""
    kind, _, where = sys.stdin.read().partition(" ")
    busy = float(sys.argv[1])
    try:
        if kind == "file":
            run_migrations(Path(where), busy)
        else:
            asyncio.run(run_migrations_there(where, busy))
    except StoreError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
