"""`dateline doctor discord`: with a token what Discord says of it and the link of invitation, without one the steps."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import discord
import pytest
import pytest_asyncio

from adapters.discord.rights import permissions
from tests.adapters.discord.test_posting import APPLICATION, ME
from tests.bot.shell import Done, dateline
from tests.faultserver import FaultServer, Json, Reset, Status

WHOLE = {
    **APPLICATION,
    "approximate_guild_count": 3,
    "approximate_user_install_count": 7,
    "interactions_endpoint_url": None,
    "integration_types_config": {"0": {}, "1": {}},
}
GATEWAY = {"url": "wss://gateway.example", "shards": 1, "session_start_limit": {
    "total": 1000, "remaining": 998, "reset_after": 0, "max_concurrency": 1}}  # fmt: skip


@pytest_asyncio.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FaultServer]:
    async with FaultServer() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        server.script("GET", "/users/@me", Json(ME))
        server.script("GET", "/oauth2/applications/@me", Json(APPLICATION))
        server.script("GET", "/applications/@me", Json(WHOLE))
        server.script("GET", "/gateway/bot", Json(GATEWAY))
        yield server


async def doctor(token: str = "token") -> Done:
    return await asyncio.to_thread(dateline, "doctor", "discord", DATELINE_DISCORD_TOKEN=token)


def links(told: str) -> list[Any]:
    return [urlsplit(word) for word in told.split() if "oauth2/authorize" in word]


async def test_with_a_token_the_invitation_is_printed_and_asks_for_what_is_needed_and_no_more(
    server: FaultServer,
) -> None:
    done = await doctor()
    assert (done.returncode, done.stderr) == (0, "")
    [link] = links(done.stdout)
    asked = parse_qs(link.query)
    assert (link.netloc, asked["client_id"], asked["scope"]) == ("discord.com", ["42"], ["bot applications.commands"])
    held = discord.Permissions(int(asked["permissions"][0]))
    assert held == permissions()
    assert {name for name, on in held if on} == {
        "read_messages", "send_messages", "send_messages_in_threads", "create_public_threads", "read_message_history",
    }  # fmt: skip
    for told in ("Dateline, application 42", "3 servers, with 7 people", "998 of 1000", str(held.value),
                 "View Channels", "Send Messages in Threads", "Guilds is enough"):  # fmt: skip
        assert told in done.stdout
    assert "to mend" not in done.stdout
    assert "note:" not in done.stdout


async def test_it_only_looks(server: FaultServer) -> None:
    await doctor()
    assert {request.method for request in server.requests} == {"GET"}
    assert {request.headers["Authorization"] for request in server.requests} == {"Bot token"}


@pytest.mark.parametrize("known", [True, False], ids=["with a token", "without"])
async def test_the_steps_stand_on_one_screen_and_hold_no_secret(server: FaultServer, *, known: bool) -> None:
    done = await doctor("s3cr3t" if known else "")
    lines = done.stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 140
    assert "s3cr3t" not in done.stdout + done.stderr
    for step in ("discord.com/developers/applications", "Reset Token", "Privileged Gateway Intents off", "User Install",
                 "Interactions Endpoint URL empty", "DATELINE_DISCORD_TOKEN=", "make run"):  # fmt: skip
        assert step in done.stdout


async def test_without_a_token_it_says_what_to_put_where_asks_nobody_and_ends_with_two(server: FaultServer) -> None:
    done = await doctor("")
    assert done.returncode == 2
    assert done.stdout.startswith("Discord: DATELINE_DISCORD_TOKEN is not set.")
    assert links(done.stdout) == []
    assert server.requests == []


async def test_a_token_that_discord_does_not_take_is_named_with_where_to_get_another(server: FaultServer) -> None:
    server.script("GET", "/users/@me", Json({"code": 0, "message": "401: Unauthorized"}, 401))
    done = await doctor()
    assert (done.returncode, done.stdout) == (2, "")
    assert "DATELINE_DISCORD_TOKEN" in done.stderr
    assert "Reset Token" in done.stderr


@pytest.mark.parametrize("answer", [Reset(), Status(503, b"no")], ids=["reset", "503"])
async def test_a_discord_that_cannot_be_asked_is_not_blamed_on_the_token(server: FaultServer, answer: Any) -> None:
    server.script("GET", "/applications/@me", answer)
    done = await doctor()
    assert done.returncode == 1
    assert "check the network" in done.stderr


async def test_an_endpoint_that_takes_commands_away_is_to_mend(server: FaultServer) -> None:
    server.script("GET", "/applications/@me", Json({**WHOLE, "interactions_endpoint_url": "https://a.example"}))
    done = await doctor()
    assert done.returncode == 1
    assert "to mend: Interactions Endpoint URL is set" in done.stdout


@pytest.mark.parametrize(
    ("told", "note"),
    [
        ({"flags": 1 << 19}, "Message Content Intent: on and not needed"),
        ({"flags": 1 << 14 | 1 << 12}, "Presence Intent, Server Members Intent: on"),
        ({"integration_types_config": {"0": {}}}, "User Install is off"),
    ],
)
async def test_what_could_be_better_is_a_note(server: FaultServer, told: dict[str, Any], note: str) -> None:
    server.script("GET", "/applications/@me", Json({**WHOLE, **told}))
    done = await doctor()
    assert done.returncode == 0
    assert f"note: {note}" in done.stdout


@pytest.mark.parametrize(
    ("shards", "servers", "advised", "told", "code"),
    [
        (None, 3, 1, "Discord advises 1 connection; this process makes what is advised", 0),
        ("auto", 3000, 2, "Discord advises 2 connections, 16 at a time; this process makes what is advised", 0),
        ("0-3/16", 9000, 9, '9 connections, 16 at a time; set here: shards = "0-3/16"; other processes', 0),
        ("0-15/16", 9000, 9, 'set here: shards = "0-15/16"\n', 0),
        ("1/2", 4000, 4, 'note: shards = "1/2" are fewer than Discord advises: divide 4.', 0),
        ("0-1/2", 6000, 6, 'to mend: shards = "0-1/2" serves up to 5000 servers, and Dateline is in 6000', 1),
    ],
)
async def test_what_discord_advises_and_what_is_set_stand_side_by_side(
    server: FaultServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shards: str | None,
    servers: int,
    advised: int,
    told: str,
    code: int,
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(f'[discord]\nshards = "{shards}"\n' if shards else "", encoding="utf-8")
    monkeypatch.setenv("DATELINE_CONFIG", str(file))
    server.script("GET", "/applications/@me", Json({**WHOLE, "approximate_guild_count": servers}))
    limit = {"total": 1000, "remaining": 998, "reset_after": 0, "max_concurrency": 16}
    server.script("GET", "/gateway/bot", Json({**GATEWAY, "shards": advised, "session_start_limit": limit}))
    done = await doctor()
    assert told in done.stdout
    assert done.stdout.count("to mend") == done.returncode == code
    assert ("note:" in done.stdout) == ("note:" in told)


async def test_shards_that_cannot_be_read_are_told_in_one_line(
    server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.toml").write_text('[discord]\nshards = "4/4"\n', encoding="utf-8")
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "own.toml"))
    done = await doctor()
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert 'discord.shards: "4/4" is not usable here' in done.stderr
    assert server.requests == []
