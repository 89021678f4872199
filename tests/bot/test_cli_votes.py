"""`dateline import un-votes` and `dateline issues` from outside."""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

import pexpect
import pytest

from adapters.votefile import FILE
from tests.adapters.votes.files import call, table, written
from tests.bot.shell import ROOT, dateline, program

CALLS = [
    call("1", {"FRA": "Y", "DEU": "N"}, title="The situation in Myanmar"),
    call("2", {"FRA": "Y", "DEU": "N", "SSD": "Y"}, "2005-12-01", title="Nuclear disarmament", total_yes="1"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path, table(*CALLS))


def test_without_a_file_it_says_where_to_get_one_and_under_which_terms() -> None:
    done = dateline("import", "un-votes")
    assert (done.returncode, done.stdout) == (2, "")
    assert "https://digitallibrary.un.org/record/4060887" in done.stderr
    assert "non-commercial use, with attribution" in done.stderr
    assert "never downloads" in done.stderr


def test_an_import_reports_counts_rejects_hash_source_and_licence(path: Path, own_state: Path) -> None:
    done = program("import", "un-votes", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "5 rows, 2 roll calls from 2005-12-01 to 2022-03-02, 2 members, 4 votes" in done.stdout
    assert re.search(r"1: not a member on that day \(line 6\)", done.stdout)
    assert re.search(r"SHA-256: [0-9a-f]{64}", done.stdout)
    assert "record 4060887" in done.stdout
    assert (own_state / "rejects.csv").is_file()
    assert (own_state / FILE).is_file()
    again = dateline("import", "un-votes", str(path))
    assert (again.returncode, "nothing to do" in again.stdout) == (0, True)


def test_a_refused_file_ends_with_two_and_one_line(tmp_path: Path, path: Path, own_state: Path) -> None:
    dateline("import", "un-votes", str(path))
    before = (own_state / FILE).read_bytes()
    for bad in (written(tmp_path, "<html>Error</html>", "page.csv"), tmp_path / "nowhere.csv"):
        done = dateline("import", "un-votes", str(bad))
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert done.stderr.startswith(str(bad))
        assert "Nothing was imported" in done.stderr
    assert (own_state / FILE).read_bytes() == before


def test_a_file_one_may_not_write_beside_is_a_fault_in_one_line(path: Path, own_state: Path) -> None:
    own_state.parent.mkdir(exist_ok=True)
    own_state.write_text("a file where the folder should be")
    done = dateline("import", "un-votes", str(path))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_terminal_gets_a_progress_bar(path: Path, own_state: Path) -> None:
    child = pexpect.spawn(
        sys.executable, ["-m", "bot", "import", "un-votes", str(path)], cwd=str(ROOT), encoding="utf-8", timeout=30
    )
    child.expect("Reading votes.csv")
    child.expect("100%")
    child.expect("Imported votes.csv")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_issues_are_printed_with_their_rules_and_counts(path: Path) -> None:
    bare = dateline("issues")
    assert bare.returncode == 0
    assert "myanmar-situation · The situation in Myanmar\n" in bare.stdout
    assert "No votes are imported" in bare.stdout
    dateline("import", "un-votes", str(path))
    done = dateline("issues")
    assert (
        "myanmar-situation · The situation in Myanmar: 1 roll call on 1 text, 2022-03-02 to 2022-03-02" in done.stdout
    )
    assert (
        "cyber · Information and communications technologies and security: no roll call in this file (texts"
        in done.stdout
    )
    assert "    series: ES-11" in done.stdout
    assert "2 of 2 roll calls belong to an issue." in done.stdout
    assert "Dag Hammarskjöld Library" in done.stdout


def test_a_damaged_archive_is_told_in_one_line(path: Path, own_state: Path) -> None:
    dateline("import", "un-votes", str(path))
    with sqlite3.connect(own_state / FILE) as connection:
        connection.execute("update calls set title = 'another'")
    connection.close()
    done = dateline("issues")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "import the voting file again" in done.stderr


def test_asking_loads_nothing_of_the_import() -> None:
    code = (
        "import sys, bot.cli; sys.exit(any(m.startswith(('adapters.undl', 'adapters.votefile')) for m in sys.modules))"
    )
    assert pexpect.run(f'{sys.executable} -c "{code}"', cwd=str(ROOT), withexitstatus=True)[1] == 0
