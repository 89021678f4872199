"""`dateline names`: one row for each line, whatever the line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tracemalloc
from itertools import count
from pathlib import Path

import pytest

from bot import batch
from bot.batch import LONGEST_LINE, answers, lines_of
from briefs.naming import Names
from briefs.records import Register
from tests.bot.shell import ROOT, dateline

NOBODY = Names.of(Register({}, {}, {}), [])


def rows(tmp_path: Path, given: bytes) -> list[list[str]]:
    file = tmp_path / "names.txt"
    file.write_bytes(given)
    done = dateline("names", "--batch", str(file))
    assert done.returncode == 0
    assert done.stdout.endswith("\n") or not given
    return [line.split("\t") for line in done.stdout.split("\n")[:-1]]


def test_one_name_a_line_gives_query_outcome_id_and_suggestions(tmp_path: Path) -> None:
    given = "Cambodia\nCongo\nKremlin\nHun Sen\nCambodja n\nមិនមែន".encode()
    found = rows(tmp_path, given)
    assert found[:4] == [
        ["Cambodia", "actor", "KHM"],
        ["Congo", "ambiguous", "", "COD", "COG"],
        ["Kremlin", "actor", "RUS"],
        ["Hun Sen", "actor", "hun-sen"],
    ]
    assert found[4][:4] == ["Cambodja n", "unknown", "", "KHM"]
    assert len(found) == 6
    assert all(len(row) <= 8 for row in found)


def test_a_name_that_only_one_actor_bears_among_others_is_ambiguous_with_its_id(tmp_path: Path) -> None:
    found = rows(tmp_path, "Georgia\nSamoa\nGéorgie\n".encode())
    assert found == [
        ["Georgia", "ambiguous", "", "GEO"],
        ["Samoa", "ambiguous", "", "WSM"],
        ["Géorgie", "actor", "GEO"],
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"", ""),
        (b"   ", "   "),
        (b"a\tb", "a b"),
        (b"a\rb", "a b"),
        (b"\x00\x1b[31m", "  [31m"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        ("a\u2028b\u0085c".encode(), "a b c"),
        (b"@everyone <!channel>", "@everyone <!channel>"),
        (b"'; DROP TABLE actors", "'; DROP TABLE actors"),
    ],
)
def test_a_hostile_line_is_one_row_of_an_unknown_name(tmp_path: Path, line: bytes, words: str) -> None:
    found = rows(tmp_path, b"Cambodia\n" + line + b"\r\nVietnam\n")
    assert [row[1] for row in found] == ["actor", "unknown", "actor"]
    assert found[1][0] == words


def test_as_many_rows_as_lines(tmp_path: Path) -> None:
    assert rows(tmp_path, b"") == []
    assert rows(tmp_path, b"\n") == [["", "unknown", ""]]
    assert len(rows(tmp_path, b"\n\n\n")) == 3
    assert rows(tmp_path, "\ufeffCambodia".encode()) == [["Cambodia", "actor", "KHM"]]


@pytest.mark.parametrize("length", [LONGEST_LINE - 1, LONGEST_LINE, LONGEST_LINE + 1, 10 * LONGEST_LINE])
def test_a_line_without_end_is_cut_and_stays_one_line(length: int) -> None:
    given = b"x" * length + b"\nCambodia\n" + b"y" * length
    read = list(lines_of(io.BytesIO(given)))
    assert len(read) == 3
    assert read[1] == "Cambodia"
    assert max(map(len, read)) <= LONGEST_LINE


def test_a_file_without_end_streams_in_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows remembered are few beside the rows given: here a thousand of twelve thousand, which would take 3 MB."""
    assert batch.REMEMBERED <= 100_000
    monkeypatch.setattr(batch, "REMEMBERED", 1_000)
    tracemalloc.start()
    try:
        endless = (f"@{number}@" for number in count())
        told = sum(1 for _ in zip(range(12_000), answers(NOBODY, endless), strict=False))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told == 12_000
    assert peak < 1_000_000


def test_each_row_comes_before_the_next_line_is_given(tmp_path: Path) -> None:
    """A program may ask and wait: rows are not held back until the input ends."""
    env = {**os.environ, "DATELINE_DATA": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "bot", "names"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=env) as asked:
        assert asked.stdin
        assert asked.stdout
        for line, row in ((b"kh\n", b"unknown"), ("ភ្នំពេញ\n".encode(), b"KHM\n")):
            asked.stdin.write(line)
            asked.stdin.flush()
            assert row in asked.stdout.readline()
        asked.stdin.close()
        assert asked.stdout.read() == b""
        assert asked.wait(30) == 0


def test_a_missing_file_is_told_in_one_line() -> None:
    done = dateline("names", "--batch", "no-such-file.txt")
    assert done.returncode == 2
    assert "no-such-file.txt" in done.stderr
