"""Installations in the database: sealed, found by workspace or organisation, changed by one replica at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.installations import Installation, NotKept
from adapters.store.installations import STATES, TAKEN, Installations
from adapters.store.sealing import KeyRing, Locked, is_key, new_key
from tests.stores import fresh, fresh_file, opened

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
OLD, NEW = new_key(), new_key()
ONE = Installation("T1", "xoxb-the-token", "xoxe-the-refresh", NOW, name="Desk", user="U1", installer="U2")
ORG = Installation("E1", "xoxb-of-the-org", org=True, enterprise="E1", name="Ministry")


def contents(folder: Path) -> list[bytes]:
    """Every file of the database: the log too."""
    return [file.read_bytes() for file in folder.iterdir()]


@pytest.fixture
async def two(tmp_path: Path, each_database: str) -> AsyncIterator[tuple[Installations, Installations]]:
    """Two replicas on one file."""
    path = fresh(tmp_path)
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(opened(path)) for _ in range(2)]
        yield tuple(store.installations(KeyRing([OLD])) for store in stores)  # type: ignore[misc]


async def test_what_one_replica_keeps_the_other_finds(two: tuple[Installations, Installations]) -> None:
    here, there = two
    assert await there.find("T1") is None
    await here.save(ONE)
    assert await there.find("T1") == replace(ONE, version=1)
    await there.save(replace(ONE, token="xoxb-second"))
    assert await here.all() == (replace(ONE, token="xoxb-second", version=2),)
    assert await here.served() == ("T1",)


async def test_no_file_of_the_database_holds_a_token_and_no_print_does(tmp_path: Path) -> None:
    path = fresh_file(tmp_path)
    async with opened(path) as store:
        await store.installations(KeyRing([OLD])).save(ONE)
        await store.installations(KeyRing([OLD])).issue("the-secret-state", NOW, NOW + MINUTE)
        files = contents(tmp_path)
    files += contents(tmp_path)
    assert any(b"Desk" in content for content in files)
    for secret in (b"xoxb-the-token", b"xoxe-the-refresh", b"the-secret-state", OLD.encode()):
        assert not any(secret in content for content in files)
    assert "xox" not in repr(ONE)


async def test_without_its_key_an_installation_is_locked_and_a_new_one_takes_its_place(
    tmp_path: Path, each_database: str
) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.installations(KeyRing([OLD])).save(ONE)
        later = store.installations(KeyRing([NEW]))
        found = await later.find("T1")
        assert found is not None
        assert (found.locked, found.token, found.refresh, found.name) == (True, "", "", "Desk")
        await later.save(ONE)
        assert await later.find("T1") == replace(ONE, version=2)


async def test_keys_rotate_while_old_ones_open(tmp_path: Path, each_database: str) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.installations(KeyRing([OLD])).save(ONE)
        await store.installations(KeyRing([new_key()])).save(ORG)
        assert await store.installations(KeyRing([NEW, OLD])).reseal() == (1, 1)
        found = await store.installations(KeyRing([NEW])).find("T1")
        assert found == replace(ONE, version=1)
        shut = await store.installations(KeyRing([OLD])).find("T1")
        assert shut is not None
        assert shut.locked


@given(st.text(), st.text(), st.text())
def test_what_is_sealed_opens_for_its_owner_alone(owner: str, other: str, secret: str) -> None:
    ring = KeyRing([OLD])
    sealed = ring.seal(owner, {"token": secret})
    assert ring.open(owner, sealed) == {"token": secret}
    if other != owner:
        with pytest.raises(Locked):
            ring.open(other, sealed)
    with pytest.raises(Locked):
        KeyRing([NEW]).open(owner, sealed)


@pytest.mark.parametrize(
    "text", ["", "short", "é" * 44, OLD + OLD, OLD[:-1]], ids=["empty", "short", "not ascii", "two in one", "cut"]
)
def test_what_is_no_key_is_told_before_it_is_used(text: str) -> None:
    assert not is_key(text)
    with pytest.raises(ValueError, match="44 characters"):
        KeyRing([text])
    assert is_key(OLD)


async def test_a_workspace_of_an_organisation_is_found_by_it_and_its_own_comes_first(
    two: tuple[Installations, Installations],
) -> None:
    here, there = two
    await here.save(ORG)
    assert await there.find("T1") is None
    assert await there.find("T1", "E1") == replace(ORG, version=1)
    await there.grant("E1", ["T1", "T2"])
    assert await here.find("T2") == replace(ORG, version=1)
    await here.save(ONE)
    assert await here.find("T1", "E1") == replace(ONE, version=1)
    assert await here.served() == ("T1", "T2")
    await here.withdraw(["T2"])
    assert await there.find("T2") is None


async def test_removing_tells_which_workspaces_are_served_no_longer(two: tuple[Installations, Installations]) -> None:
    here, there = two
    await here.save(ORG)
    await here.save(ONE)
    await here.grant("E1", ["T1", "T2"])
    assert await there.remove("E1") == ("E1", "T2")
    assert await there.remove("T1") == ("T1",)
    assert await there.remove("T1") == ()
    assert await here.served() == ()


async def test_one_of_many_gets_the_lease_and_it_ends(two: tuple[Installations, Installations]) -> None:
    here, there = two
    await here.save(ONE)
    asked = [(here if n % 2 else there).lease("T1", 1, f"replica {n}", NOW, NOW + MINUTE) for n in range(8)]
    assert sum(await asyncio.gather(*asked)) == 1
    assert not await here.lease("T1", 1, "late", NOW + MINUTE / 2, NOW + 2 * MINUTE)
    assert not await here.lease("T1", 2, "of another version", NOW + MINUTE, NOW + 2 * MINUTE)
    assert await here.lease("T1", 1, "next", NOW + MINUTE, NOW + 2 * MINUTE)


async def test_a_new_token_is_kept_over_the_version_it_was_asked_for(two: tuple[Installations, Installations]) -> None:
    here, there = two
    await here.save(ONE)
    assert await here.lease("T1", 1, "here", NOW, NOW + MINUTE)
    later = replace(ONE, token="xoxb-next", refresh="xoxe-next", version=1)
    assert await here.rotated(later)
    assert await there.find("T1") == replace(later, version=2)
    assert not await there.rotated(later)
    assert await there.lease("T1", 2, "there", NOW, NOW + MINUTE)
    await here.save(ONE)  # installed again meanwhile
    assert not await there.rotated(replace(later, version=2))


async def test_a_state_is_good_once_and_for_its_time_on_any_replica(two: tuple[Installations, Installations]) -> None:
    here, there = two
    await here.issue("a", NOW, NOW + MINUTE)
    assert sorted(await asyncio.gather(*(one.consume("a", NOW) for one in (here, there)))) == [False, True]
    await here.issue("b", NOW, NOW + MINUTE)
    assert not await there.consume("b", NOW + MINUTE)
    assert not await there.consume("never issued", NOW)


async def test_states_never_fill_the_disk(tmp_path: Path, each_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.store.installations.STATES", 5)
    assert STATES >= 1000
    async with opened(fresh(tmp_path)) as store:
        kept = store.installations(KeyRing([OLD]))
        for number in range(8):
            await kept.issue(str(number), NOW, NOW + MINUTE + timedelta(seconds=number))
        assert [n for n in range(8) if await kept.consume(str(n), NOW)] == [3, 4, 5, 6, 7]


async def test_an_event_is_first_once_on_any_replica_and_forgotten_later(
    two: tuple[Installations, Installations],
) -> None:
    here, there = two
    assert sorted(await asyncio.gather(*(one.first("Ev1", NOW) for one in (here, there)))) == [False, True]
    assert await there.first("Ev2", NOW + TAKEN + MINUTE)
    assert await here.first("Ev1", NOW + TAKEN + MINUTE)


async def test_a_database_that_cannot_be_used_is_told_as_such(tmp_path: Path) -> None:
    path = fresh_file(tmp_path)
    async with opened(path, 0.05) as store, opened(path) as other:
        kept = store.installations(KeyRing([OLD]))
        async with other.database.write() as connection:
            await connection.exec_driver_sql("SELECT 1")  # it begins with its first statement
            with pytest.raises(NotKept, match="locked by another program"):
                await kept.save(ONE)
