"""`dateline doctor slack`: with tokens what Slack says of the app, without them the steps on api.slack.com."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.manifest import NEEDED_SCOPES, OPTIONAL
from bot.secret import SLACK_CLIENT_ID
from tests.bot.shell import Done, dateline
from tests.faultserver import FaultServer, Json, Reset, Status

BOT, APP, SIGNING = "DATELINE_SLACK_BOT_TOKEN", "DATELINE_SLACK_APP_TOKEN", "DATELINE_SLACK_SIGNING_SECRET"
GOOD = {BOT: "xoxb-1-s3cr3t", APP: "xapp-1-A0DATELINE-2-s3cr3t"}
STEPS = (
    "https://api.slack.com/apps", "Create New App", "From a manifest", "dateline manifest slack", "Install App",
    "Bot User OAuth Token", "App-Level Tokens", "connections:write", "make run", "/invite @Dateline", "/dateline help",
)  # fmt: skip
WHOLE = (*NEEDED_SCOPES, *OPTIONAL)


def signed_in(*scopes: str) -> Status:
    told = {"ok": True, "team": "Foreign desk", "user": "dateline", "team_id": "T1", "bot_id": "B1"}
    return Json(told, headers={"X-OAuth-Scopes": ",".join(scopes)})


@pytest.fixture
def portal(slack: FaultServer, monkeypatch: pytest.MonkeyPatch) -> FaultServer:
    monkeypatch.setattr(AsyncWebClient, "BASE_URL", f"{slack.url}/api/")
    slack.script("POST", "/api/auth.test", signed_in(*WHOLE))
    slack.script("POST", "/api/apps.connections.open", Json({"ok": True, "url": "wss://wss-primary.example/link"}))
    return slack


async def doctor(**env: str) -> Done:
    unset = dict.fromkeys((BOT, APP, SIGNING), "")
    return await asyncio.to_thread(dateline, "doctor", "slack", **{**unset, **env})


async def test_with_good_tokens_the_workspace_and_the_scopes_are_told(portal: FaultServer) -> None:
    done = await doctor(**GOOD)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "Slack: the bot token is good. dateline in Foreign desk, app A0DATELINE, by Socket Mode\n"
    )
    assert f"scopes {', '.join(sorted(WHOLE))} 1." in " ".join(done.stdout.split())
    assert "https://api.slack.com/apps/A0DATELINE" in done.stdout
    assert "to mend" not in done.stdout
    assert "note:" not in done.stdout


async def test_it_only_looks(portal: FaultServer) -> None:
    await doctor(**GOOD)
    assert {request.path for request in portal.requests} == {"/api/auth.test", "/api/apps.connections.open"}


@pytest.mark.parametrize("env", [GOOD, {}], ids=["with tokens", "without"])
async def test_the_steps_stand_on_one_screen_and_hold_no_secret(portal: FaultServer, env: dict[str, str]) -> None:
    done = await doctor(**env)
    lines = done.stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 140
    assert "s3cr3t" not in done.stdout + done.stderr
    for step in (*(STEPS if not env else STEPS[3:]), f"{BOT}=xoxb-…", f"{APP}=xapp-…", SIGNING):
        assert step in done.stdout


def test_the_guide_is_on_one_screen_and_has_the_same_steps() -> None:
    page = (Path(__file__).parents[3] / "docs" / "slack.md").read_text("utf-8")
    guide = page.split("## ")[1]
    assert guide.startswith("One workspace in five minutes")
    assert len(guide.splitlines()) <= 24
    for step in (*STEPS, f"{BOT}=xoxb-…", f"{APP}=xapp-…", "dateline doctor slack"):
        assert step in guide


async def test_without_tokens_it_says_what_to_put_where_asks_nobody_and_ends_with_two(portal: FaultServer) -> None:
    done = await doctor()
    assert done.returncode == 2
    assert done.stdout.startswith("Slack: DATELINE_SLACK_BOT_TOKEN is not set.")
    assert portal.requests == []


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({BOT: GOOD[APP], APP: GOOD[BOT]}, f"{BOT} holds an app-level token, and wants a bot token (xoxb-…)"),
        ({BOT: "xoxp-s3cr3t", APP: GOOD[APP]}, f"{BOT} holds a user token"),
        (
            {BOT: GOOD[BOT], APP: "8f742231s3cr3t"},
            f"{APP} holds no token of Slack's, and wants an app-level token (xapp-…)",
        ),
    ],
    ids=["swapped", "a user's", "a signing secret"],
)
async def test_a_token_in_the_wrong_place_is_named_without_asking(
    portal: FaultServer, env: dict[str, str], said: str
) -> None:
    done = await doctor(**env)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "s3cr3t" not in done.stderr
    assert portal.requests == []


@pytest.mark.parametrize(
    ("route", "code", "variable", "where"),
    [
        ("/api/auth.test", "invalid_auth", BOT, "Install App, copy the Bot User OAuth Token anew"),
        ("/api/auth.test", "account_inactive", BOT, "api.slack.com/apps/A0DATELINE"),
        ("/api/apps.connections.open", "invalid_auth", APP, "Basic Information, App-Level Tokens"),
        ("/api/apps.connections.open", "missing_scope", APP, "connections:write"),
    ],
)
async def test_a_token_that_slack_does_not_take_is_named_with_where_to_get_another(
    portal: FaultServer, route: str, code: str, variable: str, where: str
) -> None:
    portal.script("POST", route, Json({"ok": False, "error": code}))
    done = await doctor(**GOOD)
    assert (done.returncode, done.stdout) == (2, "")
    for told in (variable, code, where):
        assert told in done.stderr
    assert "s3cr3t" not in done.stderr


@pytest.mark.parametrize(
    "answer", [Reset(), Status(503, b"no"), Json({"ok": False, "error": "internal_error"})], ids=str
)
async def test_a_slack_that_cannot_be_asked_is_not_blamed_on_the_token(portal: FaultServer, answer: Any) -> None:
    portal.script("POST", "/api/auth.test", answer)
    done = await doctor(**GOOD)
    assert done.returncode == 1
    assert "check the network" in done.stderr


@pytest.mark.parametrize("missing", NEEDED_SCOPES)
async def test_a_scope_that_is_needed_and_missing_is_to_mend(portal: FaultServer, missing: str) -> None:
    portal.script("POST", "/api/auth.test", signed_in(*(one for one in WHOLE if one != missing)))
    done = await doctor(**GOOD)
    assert done.returncode == 1
    assert f"to mend: scope {missing} is not granted: OAuth & Permissions" in done.stdout


async def test_an_optional_scope_that_is_missing_is_noted_with_its_use(portal: FaultServer) -> None:
    portal.script("POST", "/api/auth.test", signed_in(*NEEDED_SCOPES))
    done = await doctor(**GOOD)
    assert done.returncode == 0
    for scope in OPTIONAL:
        assert f"note: {scope} is not granted; with it " in done.stdout
    assert "with it a post in a private channel whose answer was lost" in done.stdout


async def test_scopes_beyond_what_is_used_are_noted(portal: FaultServer) -> None:
    portal.script("POST", "/api/auth.test", signed_in(*WHOLE, "users:read", "admin", "files:read"))
    done = await doctor(**GOOD)
    assert done.returncode == 0
    assert "note: granted and not used: admin, files:read." in done.stdout


async def test_without_a_way_in_no_question_would_come(portal: FaultServer) -> None:
    done = await doctor(**{BOT: GOOD[BOT]})
    assert done.returncode == 1
    assert f"to mend: neither {APP} (Socket Mode) nor {SIGNING} (HTTP) is set" in done.stdout


async def test_by_http_no_socket_is_asked_for_and_with_both_socket_mode_is_said(portal: FaultServer) -> None:
    done = await doctor(**{BOT: GOOD[BOT], SIGNING: "8f74s3cr3t"})
    assert done.returncode == 0
    assert "by HTTP" in done.stdout
    assert portal.seen("POST", "/api/apps.connections.open") == []
    assert "Socket Mode is used" in (await doctor(**GOOD, **{SIGNING: "8f74s3cr3t"})).stdout


async def test_an_app_for_many_workspaces_is_told_what_it_lacks(portal: FaultServer) -> None:
    done = await doctor(**{SLACK_CLIENT_ID: "1.2"})
    assert done.returncode == 2
    assert "also needs DATELINE_SLACK_CLIENT_SECRET and DATELINE_SLACK_SIGNING_SECRET" in done.stderr
    assert portal.requests == []
