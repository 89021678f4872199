"""`dateline run`, `check`, `manifest`, `--version`: the program from outside."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.shell import ROOT, dateline, program


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def test_without_a_terminal_run_shows_digest_and_position_and_ends(own_state: Path) -> None:
    done = dateline("run")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Thursday 3 March 2022")
    assert "Cambodia · Russia's war against Ukraine" in done.stdout
    assert "\x1b" not in done.stdout
    assert program("run") == done


def test_a_reader_who_leaves_early_is_no_error_in_the_log(own_state: Path) -> None:
    run = [sys.executable, "-m", "bot", "run"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(run, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, env=surroundings) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read().decode()
    assert "ERROR" not in said
    assert "Traceback" not in said


def test_the_first_digest_leaves_no_row_in_the_ledger(own_state: Path) -> None:
    dateline("run")
    database = own_state / "dateline.db"
    if database.exists():
        with sqlite3.connect(database) as connection:
            assert connection.execute("select count(*) from deliveries").fetchone() == (0,)
    assert not list(own_state.glob("*.lock")) or database.exists()


def test_run_with_half_a_slack_and_nothing_else_says_so_and_ends_with_one() -> None:
    done = program("run", DATELINE_SLACK_BOT_TOKEN="xoxb-hush-hush")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert "platform.disabled platform=slack reason=DATELINE_SLACK_BOT_TOKEN alone is not enough" in lines[0]
    assert "app.nothing_left" in lines[1]
    assert "hush" not in done.stderr + done.stdout


ORDER = '[[subscription]]\nid = "a"\nplatform = "console"\nat = "08:00"\nzone = "UTC"\n'
UNKNOWN = 'follows = { actors = ["Atlantis"] }\n'


@pytest.mark.parametrize(
    ("toml", "lines"),
    [
        (
            "[http]\nport = 0\nhots = 1\n" + ORDER,
            ["dateline.toml: http.hots: no such key", "dateline.toml: http.port: 0"],
        ),
        (ORDER + UNKNOWN, ['dateline.toml: subscription "a": follows.actors: "Atlantis" names no actor']),
    ],
)
def test_settings_that_cannot_be_used_are_told_line_by_line_and_nothing_starts(
    tmp_path: Path, toml: str, lines: list[str]
) -> None:
    (tmp_path / "here" / "dateline.toml").write_text(toml, encoding="utf-8")
    done = dateline("run")
    assert (done.returncode, done.stdout) == (2, "")
    for told, expected in zip(done.stderr.splitlines(), lines, strict=True):
        assert told.startswith(expected)


def test_a_data_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = dateline("run", DATELINE_DATA=str(tmp_path / "file" / "data"), DATELINE_DISCORD_TOKEN="x")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "the data folder cannot be made" in done.stderr


def test_answers_need_no_data_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = dateline("ask", "position", "laos", DATELINE_DATA=str(tmp_path / "file" / "data"))
    assert (done.returncode, done.stderr) == (0, "")


def test_check_finds_no_problem_in_the_shipped_records() -> None:
    done = dateline("check")
    assert done.returncode == 0
    assert "no problem" in done.stdout
    assert "not checked here" in done.stdout


def test_check_tells_every_problem_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("source: {id: x}\nrecords: 3\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("", encoding="utf-8")
    done = dateline("check", str(tmp_path))
    assert done.returncode == 1
    assert "a.yaml:" in done.stdout
    assert "b.yaml:1:1:" in done.stdout


@pytest.mark.parametrize("url", [None, "https://dateline.example/slack/events"])
def test_the_slack_manifest_is_json_to_paste(url: str | None) -> None:
    done = dateline("manifest", "slack", *(["--url", url] if url else []))
    made = json.loads(done.stdout)
    assert made["settings"]["socket_mode_enabled"] is (url is None)
    assert done.stderr == ""


def test_a_manifest_for_plain_http_is_refused() -> None:
    done = dateline("manifest", "slack", "--url", "http://dateline.example/slack/events")
    assert done.returncode == 2
    assert "is not an https address" in done.stderr


def test_the_version_and_the_help_are_told() -> None:
    assert dateline("--version").stdout.startswith("dateline 0.")
    told = dateline("--help").stdout
    assert all(name in told for name in ("run", "ask", "digest", "check", "manifest"))


def test_a_misspelt_command_is_told() -> None:
    done = dateline("aks", "position")
    assert done.returncode == 2
    assert "No such command 'aks'" in done.stderr
