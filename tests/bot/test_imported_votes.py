"""Answers draw on imported votes: at the start, after another import while running, not where they are damaged."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.undl import import_file
from adapters.votefile import FILE, kept_files
from bot.archives import Shelves
from bot.commands import Held
from bot.config import NamePolicy
from tests.adapters.votes.files import NOW, call, imported, register, table, written

MYANMAR = "Situation of human rights in Myanmar"
FIRST = table(call("1", {"FRA": "Y", "KHM": "A"}, "2019-12-27", title=MYANMAR, resolution="A/RES/74/246"))
SECOND = table(
    call("1", {"FRA": "Y", "KHM": "A"}, "2019-12-27", title=MYANMAR, resolution="A/RES/74/246"),
    call("2", {"FRA": "Y", "KHM": "Y"}, "2020-12-31", title=MYANMAR, resolution="A/RES/75/238"),
)


def shelves(data: Path) -> Shelves:
    return Shelves((), data, NamePolicy())


def symbols(held: Held | None) -> set[str]:
    assert held is not None
    rolls = held.archive.rolls
    return {b.symbol for n, b in enumerate(rolls.matrix.ballots) if rolls.filed >> n & 1}


def test_an_import_is_laid_beside_the_records(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert symbols(shelves(data).open()) == set()
    imported(written(tmp_path, FIRST), data)
    held = shelves(data).open()
    assert symbols(held) == {"A/RES/74/246"}
    assert len(held.archive.rolls.matrix) == len(held.archive.votes) + 1


def test_a_second_import_is_taken_up_while_it_runs(tmp_path: Path) -> None:
    data = tmp_path / "data"
    running = shelves(data)
    running.open()
    imported(written(tmp_path, FIRST), data)
    assert symbols(running.changed()) == {"A/RES/74/246"}
    assert running.changed() is None
    imported(written(tmp_path, SECOND), data)
    assert symbols(running.changed()) == {"A/RES/74/246", "A/RES/75/238"}


def test_a_damaged_archive_is_refused_in_one_line_and_the_records_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, expected_warnings: list[str]
) -> None:
    data = tmp_path / "data"
    imported(written(tmp_path, FIRST), data)
    raw = bytearray((data / FILE).read_bytes())
    place = raw.index(b"A/RES/74/246")
    raw[place : place + 5] = b"A/XXX"
    (data / FILE).write_bytes(raw)
    expected_warnings.append(r"votes.refused .*then=answers rest on the records alone")
    with caplog.at_level(logging.WARNING):
        held = shelves(data).open()
    assert symbols(held) == set()
    assert held.archive.votes
    assert len(caplog.records) == 1


def test_an_archive_damaged_while_it_runs_leaves_the_votes_read_before(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    data = tmp_path / "data"
    imported(written(tmp_path, FIRST), data)
    running = shelves(data)
    running.open()
    (data / FILE).write_bytes(b"no archive")
    expected_warnings.append(r"votes.refused .*then=the votes read before stay")
    assert symbols(running.changed()) == {"A/RES/74/246"}
    assert running.changed() is None, "and it is said once"


def test_a_deleted_archive_is_gone_from_the_answers(tmp_path: Path) -> None:
    data = tmp_path / "data"
    imported(written(tmp_path, FIRST), data)
    running = shelves(data)
    running.open()
    (data / FILE).unlink()
    assert symbols(running.changed()) == set()


def test_an_earlier_import_can_still_be_asked_as_it_was_known_then(tmp_path: Path) -> None:
    data, later = tmp_path / "data", NOW + timedelta(days=30)
    began = Shelves((), data, NamePolicy(), lambda: NOW - timedelta(days=1)).open()
    import_file(written(tmp_path, FIRST), data, register(), NOW)
    import_file(written(tmp_path, SECOND), data, register(), later)
    import_file(written(tmp_path, FIRST), data, register(), later + timedelta(days=1))
    archive = Shelves((), data, NamePolicy(), lambda: later + timedelta(days=2)).open().archive
    assert archive.history is not None
    assert archive.history.born == NOW - timedelta(days=1)
    seen = [len(archive.known_by(at).rolls.days_filed) for at in (NOW - timedelta(hours=1), NOW, later)]
    assert seen == [0, 1, 2]
    assert len(archive.known_by(later + timedelta(days=1)).rolls.days_filed) == 1
    assert began.archive.known_by(NOW).imported is None


def test_an_earlier_import_that_is_damaged_is_told_in_one_line(tmp_path: Path, expected_warnings: list[str]) -> None:
    data = tmp_path / "data"
    Shelves((), data, NamePolicy(), lambda: NOW - timedelta(days=1)).open()
    import_file(written(tmp_path, FIRST), data, register(), NOW)
    import_file(written(tmp_path, SECOND), data, register(), NOW + timedelta(days=1))
    [(at, kept)] = kept_files(data / FILE)
    kept.write_bytes(b"no archive")
    (data / "un-votes-by-hand.db").write_bytes(b"somebody's copy")
    archive = shelves(data).open().archive
    expected_warnings.append(r"votes.refused .*then=answers as known then rest on the records alone")
    assert at == NOW
    assert archive.known_by(NOW).imported is None
