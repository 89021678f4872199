"""The compiled archive: the same votes as were written, and refused when it is not the file that was written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from adapters.votefile import FILE, VotesRefused, intact, open_votes, origin_of, stored_votes
from bench.votefiles import write_file
from briefs.codebook import VoteOption
from briefs.records import IssueRule
from briefs.rollcalls.matrix import CELL
from tests.adapters.votes.files import call, held, imported, register, seats, table, written

RULES = tuple(register().rules.values())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("archive")
    write_file(folder / "invented.csv", 8_000, register(), seed=3)
    imported(folder / "invented.csv", folder)
    return (folder / FILE).read_bytes()


@pytest.fixture
def path(archive: bytes, tmp_path: Path) -> Path:
    place = tmp_path / FILE
    place.write_bytes(archive)
    return place


def test_the_bitsets_say_what_the_bytes_say(path: Path) -> None:
    matrix = held(path.parent).matrix
    stored = list(stored_votes(path))
    assert len(stored) == len(matrix)
    for number, (undl_id, symbol, day, cells) in enumerate(stored):
        ballot = matrix.ballots[number]
        assert (ballot.undl_id, ballot.symbol, ballot.day.isoformat()) == (undl_id, symbol, day)
        for option in VoteOption:
            found = {seat for seat, bits in matrix.bits[option].items() if bits >> number & 1}
            assert found == {seat for seat, cell in cells.items() if cell == CELL[option]}


def test_no_archive_is_none_and_no_fault(tmp_path: Path) -> None:
    assert open_votes(tmp_path / FILE, seats(), RULES) is None
    assert origin_of(tmp_path / FILE) is None


@pytest.mark.parametrize(
    "change",
    [
        "update calls set votes = zeroblob(length(votes)) where n = 3",
        "update calls set title = 'another' where n = 3",
        "update calls set flags = flags + 1 where n = 0",
        "update calls set day = '2022-02-30' where n = 0",
        "update calls set totals = '1,2' where n = 0",
        "delete from calls where n = 5",
        "update issues set calls = x'ff' where id = 'palestine'",
        "delete from meta where key = 'sum'",
        "update meta set value = 'AFG ' || value where key = 'members'",
        "update meta set value = '{}' where key = 'origin'",
        "pragma user_version = 99",
        "pragma application_id = 1",
        "drop table issues",
    ],
)
def test_an_altered_archive_is_refused_with_what_to_do(change: str, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    with pytest.raises(VotesRefused, match="import the voting file again") as refused:
        open_votes(path, seats(), RULES)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("where", range(0, 100, 3))
def test_flipped_bytes_are_refused_or_lie_where_nothing_is(where: int, path: Path, archive: bytes) -> None:
    before = open_votes(path, seats(), RULES)
    raw = bytearray(archive)
    place = len(raw) * where // 100
    for offset in range(40):
        raw[(place + offset) % len(raw)] ^= 0x55
    path.write_bytes(raw)
    try:
        after = open_votes(path, seats(), RULES)
    except VotesRefused:
        return
    assert before is not None
    assert after is not None
    assert (after.matrix.rows, after.matrix.ballots, after.matrix.issues) == (
        before.matrix.rows,
        before.matrix.ballots,
        before.matrix.issues,
    )


@pytest.mark.parametrize("size", [1, 100, 5_000, -1])
def test_half_an_archive_is_refused(size: int, path: Path, archive: bytes) -> None:
    path.write_bytes(archive[:size])
    with pytest.raises(VotesRefused):
        open_votes(path, seats(), RULES)


def test_a_damaged_archive_is_made_anew_by_the_same_file(tmp_path: Path) -> None:
    source = written(tmp_path, table(call("1", {"FRA": "Y"})))
    imported(source, tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("update calls set title = 'another'")
    connection.close()
    assert not intact(tmp_path / FILE)
    assert not imported(source, tmp_path).unchanged
    assert held(tmp_path).matrix.ballots[0].title == "A text"


def test_changed_rules_are_counted_anew_and_kept(path: Path) -> None:
    sea = (IssueRule("sea", titles=("law of the sea",)),)
    first = open_votes(path, seats(), sea)
    assert first is not None
    assert list(first.matrix.issues) == ["sea"]
    assert first.matrix.issues["sea"] == open_votes(path, seats(), RULES).matrix.issues["law-of-the-sea"]  # type: ignore[union-attr]
    with sqlite3.connect(path) as connection:
        assert connection.execute("select count(*) from issues").fetchone() == (len(RULES),)
    connection.close()


def test_an_archive_one_may_only_read_is_served_with_changed_rules_too(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        opened = open_votes(path, seats(), (IssueRule("sea", titles=("law of the sea",)),))
    finally:
        path.parent.chmod(0o700)
    assert opened is not None
    assert opened.matrix.issues["sea"]
