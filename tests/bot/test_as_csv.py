"""`--csv`: what any reader of RFC 4180 gets back is what was written, and no spreadsheet runs a cell."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.contract import Outcome, Request
from bot.as_csv import as_csv, safe
from bot.commands import Desk, Held
from briefs import rows
from briefs.rows import HEADER, Row
from tests.archives import imported, shipped
from tests.bot.shell import ROOT, dateline

TODAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
BLANK = Row(*[""] * len(HEADER))


def read(page: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(page, newline=""), strict=True))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1, max_size=4))
def test_any_words_come_back_as_they_were_and_never_begin_like_a_formula(words: list[str]) -> None:
    page = as_csv(replace(BLANK, title=word, words=word[::-1]) for word in words)
    header, *body = read(page)
    assert tuple(header) == HEADER
    assert [dict(zip(HEADER, cells, strict=True))["title"] for cells in body] == [safe(word) for word in words]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cells in body for cell in cells)
    assert page.endswith("\r\n")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x")'])
def test_a_formula_becomes_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe("A/RES/75/1") == "A/RES/75/1"


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("position cambodia on palestine", 4),
        ("compare cambodia vietnam on palestine", 8),
        ("event A/RES/66/17", 193),
        ("event ES-11/1", 193),
        ("vote ES-11/1", 193),
        ("vote ES-11/1 asean", 10),
        ("voters ES-11/1 against", 5),
        ("voters A/RES/66/17 abstained asean", 2),
        ("digest 1990-12-06", 2),
        ("bloc asean on iran", 20),
        ("position palestine on palestine", 0),
    ],
)
def test_rows_hold_everything_behind_an_answer_whatever_its_length(line: str, many: int) -> None:
    desk = Desk(Held.of(imported(), ()), lambda: TODAY)
    command, _, words = line.partition(" ")
    pages = set()
    for length in (" line", " short", " long"):
        _, held = desk.rows_now(Request(command, line=words + length))
        assert sum(row.act == rows.VOTE for row in held) == many
        pages.add(as_csv(row for row in held if row.act == rows.VOTE))
    assert len(pages) == 1


@pytest.mark.parametrize("line", ["position korea", "position atlantis", "help", "position", "frobnicate"])
def test_what_is_no_answer_has_no_rows(line: str) -> None:
    command, _, words = line.partition(" ")
    reply, held = Desk(Held.of(shipped(), ()), lambda: TODAY).rows_now(Request(command, line=words))
    assert held == ()
    assert reply.outcome is not Outcome.WITHHELD


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("own_state", "state")
def test_the_shell_gets_rows_on_one_stream_and_words_on_the_other() -> None:
    program = [sys.executable, "-m", "bot", "ask", "--csv", "position", "cambodia", "--issue", "ukraine"]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stderr == b""
    header, *body = read(done.stdout.decode("utf-8"))
    assert tuple(header) == HEADER
    assert done.stdout.count(b"\r\n") == len(body) + 1 == done.stdout.count(b"\n")
    assert len(body) == 12
    for arguments, code, said in (
        (["position", "korea"], 4, "Several bear the name"),
        (["position", "cambodia", "--json"], 2, "--csv prints rows alone"),
        (["position"], 2, "position"),
    ):
        asked = dateline("ask", "--csv", *arguments)
        assert (asked.returncode, asked.stdout) == (code, "")
        assert said in asked.stderr
    nothing = dateline("ask", "--csv", "position", "palestine")
    assert nothing.returncode == 3
    assert nothing.stdout.strip() == ",".join(HEADER)
