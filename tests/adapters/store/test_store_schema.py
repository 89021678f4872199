"""The schema: made at once on first use, equal to what all migrations make, which nobody loads who is idle."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, create_engine, inspect, text

from adapters.store import Newer, Unusable, open_store, postgresql, upgrade
from adapters.store.entries import Standing
from adapters.store.tables import deliveries, metadata
from tests.peers import postgres
from tests.stores import CREATED, DAY, fresh, opened, order


def script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))
    return ScriptDirectory.from_config(config)


def test_the_program_works_with_the_newest_migration() -> None:
    assert script().get_heads() == [upgrade.HEAD]
    assert set(upgrade.KNOWN) == {step.revision for step in script().walk_revisions()}


def made_of(connection: Connection) -> dict[str, object]:
    """All that tables are made of, but the order of their columns. (A step that copies a table of SQLite's states its
    check once more.)"""
    seen = inspect(connection)
    return {
        table: (
            {one["name"]: (str(one["type"]), one["nullable"], one["default"]) for one in seen.get_columns(table)},
            seen.get_pk_constraint(table),
            {str(sorted(one.items())) for one in seen.get_foreign_keys(table)},
            {str(sorted(one.items())) for one in seen.get_unique_constraints(table)},
            {str(sorted(one.items())) for one in seen.get_check_constraints(table)},
            {str(sorted(one.items())) for one in seen.get_indexes(table)},
        )
        for table in seen.get_table_names()
    } | {"version": connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()}


def in_file(path: Path) -> dict[str, object]:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.connect() as connection:
        return made_of(connection)


async def on_server(name: str, server: postgres.Server) -> dict[str, object]:
    engine = postgresql.engine(server.address(name), 5.0)
    async with engine.connect() as connection:
        made = await connection.run_sync(made_of)
    await engine.dispose()
    return made


def test_what_a_new_file_is_given_at_once_is_what_all_migrations_make(tmp_path: Path) -> None:
    upgrade.make(tmp_path / "at-once.db", 5.0)
    upgrade.run_migrations(tmp_path / "step-by-step.db", 5.0)
    assert in_file(tmp_path / "at-once.db") == in_file(tmp_path / "step-by-step.db")
    upgrade.make(tmp_path / "step-by-step.db", 5.0)  # where tables are, nothing is made


async def test_what_an_empty_database_is_given_at_once_is_what_all_migrations_make() -> None:
    server = postgres.shared()
    server.sql("CREATE DATABASE step_by_step")
    await asyncio.to_thread(lambda: asyncio.run(upgrade.run_migrations_there(server.address("step_by_step"), 5.0)))
    assert await on_server("step_by_step", server) == await on_server(postgres.named_database()[1], server)
    await upgrade.make_there(server.address("step_by_step"), 5.0)  # where tables are, nothing is made


def test_migrations_make_the_tables_the_code_uses(tmp_path: Path) -> None:
    upgrade.run_migrations(tmp_path / "dateline.db", 5.0)
    engine = create_engine(f"sqlite:///{tmp_path / 'dateline.db'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        checks = {check["name"] for check in inspect(connection).get_check_constraints("deliveries")}
    engine.dispose()
    assert checks == {"ck_deliveries_state"} == {c.name for c in deliveries.constraints if c.name and "ck_" in c.name}


def test_migrations_can_be_taken_back(tmp_path: Path) -> None:
    from alembic import command

    path = tmp_path / "dateline.db"
    upgrade.run_migrations(path, 5.0)
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {"alembic_version"}


async def test_a_file_from_before_languages_is_brought_up_with_its_subscriptions(tmp_path: Path) -> None:
    from alembic import command

    path = fresh(tmp_path)
    standing = Standing(order(), CREATED, CREATED + DAY)
    async with opened(path) as store:
        await store.subscriptions.put([standing])
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "r0001")
    engine.dispose()
    assert upgrade.inspect(path, 1.0) == "r0001"
    async with opened(path) as store:
        assert await store.subscriptions.all() == (standing,)
    assert upgrade.inspect(path, 1.0) == upgrade.HEAD


async def test_the_first_use_makes_folder_and_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "dateline.db"
    async with opened(path) as store:
        assert await store.subscriptions.all() == ()
    assert upgrade.inspect(path, 1.0) == upgrade.HEAD


async def test_two_processes_may_make_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    stores = await asyncio.gather(open_store(path), open_store(path))
    for store in stores:
        await store.note("x").save("1")
        await store.close()
    assert upgrade.inspect(path, 1.0) == upgrade.HEAD


def test_importing_the_room_loads_no_database_library_and_opening_no_alembic(tmp_path: Path) -> None:
    code = (
        "import asyncio, pathlib, sys\n"
        "import adapters.store, bot.delivery, bot.mirror\n"
        "assert 'sqlalchemy' not in sys.modules\n"
        "async def main():\n"
        "    store = await adapters.store.open_store(pathlib.Path(sys.argv[1]))\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
        "assert 'sqlalchemy' in sys.modules and 'alembic' not in sys.modules\n"
        "assert not [name for name in sys.modules if 'migrations' in name]\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "dateline.db")], check=True, timeout=60)


async def test_a_file_of_a_later_version_is_refused_and_kept(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'r9999'")
    before = path.read_bytes()
    with pytest.raises(Newer, match=r"dateline\.db was made by a later Dateline \(schema r9999\)"):
        await open_store(path)
    assert path.read_bytes() == before


async def test_another_programs_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE places (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(Unusable, match="a database of another program"):
        await open_store(path)
    assert path.read_bytes() == before
