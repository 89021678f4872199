"""`dateline run`, `check`, `manifest`, `--version`: the program from outside."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.installations import Installation
from adapters.store.sealing import KeyRing, is_key, new_key
from tests.bot.shell import ROOT, dateline, program
from tests.stores import fresh_file, opened


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


def test_the_manifest_of_an_app_for_many_workspaces_takes_its_address_from_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[http]\npublic = "https://dateline.example/"\n', encoding="utf-8")
    done = dateline("manifest", "slack", "--distributed", "--org", "--rotation", DATELINE_CONFIG=str(file))
    made = json.loads(done.stdout)
    assert made["oauth_config"]["redirect_urls"] == ["https://dateline.example/slack/oauth_redirect"]
    assert made["settings"]["interactivity"]["request_url"] == "https://dateline.example/slack/events"
    assert made["settings"]["org_deploy_enabled"]
    assert made["settings"]["token_rotation_enabled"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--distributed"], "--distributed: add --url ending in /slack/events, or public ="),
        (["--distributed", "--url", "https://dateline.example"], "--distributed: add --url ending in /slack/events"),
        (["--org"], "--org: only an app that many workspaces install has it; add --distributed"),
        (["--rotation"], "--rotation: only an app that many"),
    ],
)
def test_a_manifest_for_many_workspaces_that_lacks_something_is_refused(options: list[str], said: str) -> None:
    done = dateline("manifest", "slack", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_new_key_is_one_and_never_the_same() -> None:
    keys = {dateline("keys", "new").stdout.strip() for _ in range(3)}
    assert len(keys) == 3
    assert all(is_key(key) for key in keys)


def test_keys_are_rotated_and_what_none_opens_is_told(tmp_path: Path) -> None:
    old, new = new_key(), new_key()

    async def kept(ring: KeyRing) -> bool:
        async with opened(path) as store:
            found = await store.installations(ring).find("T1")
            return found is not None and not found.locked

    async def installed() -> None:
        async with opened(path) as store:
            await store.installations(KeyRing([old])).save(Installation("T1", "xoxb-1"))

    path = fresh_file(tmp_path)
    asyncio.run(installed())
    at = {"DATELINE_DATA": str(tmp_path)}
    for env, said in (
        ({}, "DATELINE_SECRETS_KEY is not set: `dateline keys new` prints a key"),
        ({"DATELINE_SECRETS_KEY": "no key"}, "DATELINE_SECRETS_KEY holds something that is no key"),
    ):
        done = dateline("keys", "rotate", **at, **env)
        assert done.returncode == 2
        assert said in done.stderr
        assert "no key," not in done.stderr
    wrong = dateline("keys", "rotate", **at, DATELINE_SECRETS_KEY=new)
    assert wrong.returncode == 1
    assert "none of the keys opens 1: add the key that sealed them, or let these workspaces install" in wrong.stderr
    done = dateline("keys", "rotate", **at, DATELINE_SECRETS_KEY=f"{new}, {old}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 sealed with the first key.\n", "")
    assert asyncio.run(kept(KeyRing([new])))
    assert not asyncio.run(kept(KeyRing([old])))
    assert dateline("keys", "rotate", DATELINE_DATA=str(tmp_path / "none"), DATELINE_SECRETS_KEY=new).returncode == 0


def test_the_version_and_the_help_are_told() -> None:
    assert dateline("--version").stdout.startswith("dateline 0.")
    told = dateline("--help").stdout
    assert all(name in told for name in ("run", "ask", "digest", "check", "manifest"))


def test_a_misspelt_command_is_told() -> None:
    done = dateline("aks", "position")
    assert done.returncode == 2
    assert "No such command 'aks'" in done.stderr
