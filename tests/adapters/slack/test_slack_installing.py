"""Installing the app in workspaces: the way a browser goes, by any replica, and every way it can end."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
import pytest

from adapters.contract import Address, Gone
from adapters.installations import NotKept
from adapters.slack import pages
from adapters.slack.installing import STATE_SECONDS
from adapters.slack.manifest import BEGIN, NEEDED_SCOPES, OPTIONAL_SCOPES
from tests.adapters.slack.apps import (
    CLIENT,
    CLIENT_SECRET,
    PUBLIC,
    Browser,
    Page,
    Replica,
    granted,
    installs,
    now,
    replicas,
    script_teams,
)
from tests.adapters.slack.rooms import emulated, send, slash
from tests.faultserver import Drop, FaultServer, Json, Step
from tests.stores import document_of, fresh, fresh_file

SEED = {
    "team": {"name": "Foreign <Desk>", "domain": "desk"},
    "users": [{"name": "editor", "real_name": "An Editor", "email": "editor@example.org", "is_admin": True}],
    "strict_scopes": True,
    "oauth_apps": [
        {
            "client_id": CLIENT,
            "client_secret": CLIENT_SECRET,
            "name": "Dateline",
            "redirect_uris": [f"{PUBLIC}/slack/oauth_redirect"],
            "scopes": [*NEEDED_SCOPES, *OPTIONAL_SCOPES],
        }
    ],
}
BRIEF = document_of("Cambodia abstained.")


@pytest.fixture(scope="module")
def consenting() -> Iterator[str]:
    """A real emulator that knows our app, strict about scopes: the address of its Web API."""
    with emulated(SEED) as base_url:
        yield base_url


@pytest.fixture
async def teams(slack: FaultServer) -> FaultServer:
    script_teams(slack, {"xoxb-one": "T1", "xoxb-two": "T2"})
    return slack


def contents(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.iterdir()]


async def consent(authorize: str) -> dict[str, str]:
    """Say yes on the emulator's page, as its first user; where it sends the browser back to."""
    async with aiohttp.ClientSession() as session:
        async with session.get(authorize) as answer:
            page = await answer.text()
            assert answer.status == 200, page
        form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.split("<form", 2)[1]))
        form = {name: value.replace("&amp;", "&") for name, value in form.items()}
        where = authorize.split("/oauth/", 1)[0] + "/oauth/v2/authorize/callback"
        async with session.post(where, data=form, allow_redirects=False) as answer:
            assert answer.status == 302
            back = urlsplit(answer.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == f"{PUBLIC}/slack/oauth_redirect"
    return dict(part.split("=", 1) for part in back.query.split("&"))


@pytest.mark.needs_npm
async def test_a_workspace_installs_the_app_through_two_replicas_and_a_third_posts_there(
    consenting: str, tmp_path: Path
) -> None:
    browser = Browser()
    authorize = consenting.removesuffix("/api/") + "/oauth/v2/authorize"
    async with replicas(consenting, fresh_file(tmp_path), 3, authorize=authorize) as (one, two, three):
        asked = await browser.begin(one)
        assert asked["scope"] == ",".join([*NEEDED_SCOPES, *OPTIONAL_SCOPES])
        page = await browser.back(two, **await consent(asked[""]))
        assert (page.status, page.heading) == (200, "Dateline is in Foreign <Desk>")
        [installed] = await three.kept.all()
        assert installed.token.startswith("xoxb-")
        assert installed.user
        assert two.told[-1] == ((installed.id,), ())
        assert f"https://app.slack.com/client/{installed.id}" in page.links
        assert not browser.cookies
        receipt = await three.room.post(Address("slack", "C000000001", server=installed.id), BRIEF, "key")
        assert receipt.message
        again = await browser.back(one, code="anything", state=asked["state"])
        assert again.heading == "This page has run out"
    for content in contents(tmp_path):
        assert installed.token.encode() not in content
        assert asked["state"].encode() not in content


async def test_two_workspaces_are_served_by_every_replica_each_with_its_own_token(
    teams: FaultServer, tmp_path: Path, each_database: str
) -> None:
    async with replicas(teams.url, fresh(tmp_path), 2) as (one, two):
        assert (await installs(Browser(), one, "T1", back_at=two)).heading == "Dateline is in Team T1"
        assert (await installs(Browser(), two, "T2")).heading == "Dateline is in Team T2"
        for replica, team in ((one, "T2"), (two, "T1"), (one, "T1")):
            await replica.room.post(Address("slack", "C1", server=team), BRIEF, "key")
        body = slash("/position", "cambodia", f"{teams.url}/respond/1")
        assert await send(two.room, body) == (200, "")
        await teams.wait_for("POST", "/respond/1")
        with pytest.raises(Gone, match=f"not installed in this workspace: install it at {PUBLIC}/slack/install"):
            await one.room.post(Address("slack", "C1", server="T3"), BRIEF, "key")
    used = [post.headers["Authorization"] for post in teams.seen("POST", "/chat.postMessage")]
    assert used == ["Bearer xoxb-two", "Bearer xoxb-one", "Bearer xoxb-one"]
    assert [one.asked[0].server for one in (two.answers,)] == ["T1"]
    assert not any("token" in post.json for post in teams.seen("POST", "/chat.postMessage"))


async def test_the_page_says_what_is_asked_for_and_kept_and_loads_nothing(teams: FaultServer, tmp_path: Path) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        page = await Browser().get(one, "/slack/install")
        french = await Browser("fr-CA,en;q=0.5").get(one, "/slack/install")
        odd = await Browser("xx,;q=,").get(one, "/slack/install")
        alive = await Browser().get(one, "/healthz")
    assert page.status == 200
    assert page.heading == "Add Dateline to Slack"
    assert all(f"<code>{scope}</code>" in page.text for scope in (*NEEDED_SCOPES, *OPTIONAL_SCOPES))
    assert "settings and digests are deleted after 30 days, the rest at once" in page.words
    assert "im:history to answer questions in direct messages to it" in page.words
    assert '<html lang="fr">' in french.text
    assert french.heading == "Ajouter Dateline à Slack"
    assert odd.text == page.text
    assert alive.text == "ok"
    assert_sound(page)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_is_whole_in_every_language_and_escapes_what_comes_from_outside(language: str) -> None:
    evil = '<script>alert("x")</script>`\u202e'
    made = [
        pages.install_page(language, "T1"),
        pages.success_page(language, evil, 'https://x.example/"><script>', org=False),
        pages.success_page(language, evil, "javascript:alert(1)", org=True),
        *(pages.failure_page(failure, language, evil) for failure in pages.FAILURES),
    ]
    headings = [Page(200, text, {}).heading for text in made]
    assert len(set(headings)) == len(headings) - 1
    for text in made:
        assert "<script" not in text
        assert "javascript:" not in text
        assert language != "en" or "\u202e" not in text.split("<body>")[1].split("<code>")[0]
        assert f'<html lang="{language}">' in text
        assert text.count("<h1>") == 1
        assert "prefers-color-scheme: dark" in text
        assert "src=" not in text
        assert "notice-" not in text
        assert language != "fr" or " :<" not in text


def test_the_language_is_the_readers_before_the_operators() -> None:
    for accepted, operator, spoken in (
        ("es-MX,es;q=0.9,en;q=0.8", "en", "es"),
        ("de,fr;q=0.8", "en", "fr"),
        ("en-GB,fr", "fr", "en"),
        ("de", "fr", "fr"),
        ("", "es", "es"),
    ):
        assert pages.language_of(accepted, operator) == spoken


async def test_the_state_is_random_bound_to_the_browser_and_good_for_ten_minutes(
    teams: FaultServer, tmp_path: Path
) -> None:
    browser = Browser()
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        states = {(await browser.begin(one))["state"] for _ in range(3)}
    assert len(states) == 3
    assert all(len(state) >= 43 for state in states)
    for line in browser.set_cookies:
        assert {"secure", "httponly", "samesite=lax", "path=/", f"max-age={STATE_SECONDS}"} <= {
            part.strip().lower() for part in line.split(";")[1:]
        }


async def test_what_a_stranger_writes_into_the_address_never_reaches_slacks(teams: FaultServer, tmp_path: Path) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        asked = await Browser().begin(one, "?team=T0123456789")
        assert asked["team"] == "T0123456789"
        evil = urlencode({"team": "T1&redirect_uri=https://evil.example\r\nX: y"})
        sent_on = await Browser().get(one, f"{BEGIN}?{evil}")
        assert sent_on.status == 302
        assert "evil" not in sent_on.url
        assert "evil" not in (await Browser().get(one, f"/slack/install?{evil}")).text


async def a_refusal(replica: Replica, **query: str) -> Page:
    """Begun rightly, come back so."""
    browser = Browser()
    asked = await browser.begin(replica)
    return await browser.back(replica, state=asked["state"], **query)


@pytest.mark.parametrize(
    ("answer", "status", "heading", "logged"),
    [
        (Json({"ok": False, "error": "invalid_code"}), 400, "This page has run out", ""),
        (Json({"ok": False, "error": "bad_client_secret"}), 500, "Dateline is not set up right",
         "check DATELINE_SLACK_CLIENT_ID"),
        (Json({"ok": False, "error": "bad_redirect_uri"}), 500, "Dateline is not set up right", "the redirect URL"),
        (Json({"ok": False, "error": "ratelimited"}, 429), 503, "Slack did not answer", "ratelimited"),
        (Json({"error": "<b>"}, 500), 503, "Slack did not answer", "no answer of Slack's"),
        (Drop(), 503, "Slack did not answer", "ServerDisconnectedError"),
        (Json({"ok": False, "error": "team_not_allowed"}), 400, "Slack turned the installation down", ""),
        (Json({"ok": True, "team": {"id": "T1"}}), 503, "Slack did not answer", "without a bot's token"),
    ],
)  # fmt: skip
async def test_what_slack_says_to_the_code_becomes_a_page_that_says_what_to_do(
    teams: FaultServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, expected_warnings: list[str],
    answer: Step, status: int, heading: str, logged: str,
) -> None:  # fmt: skip
    teams.script("POST", "/oauth.v2.access", answer)
    if logged:
        expected_warnings.append(f"slack.install_failed .*{logged}")
    caplog.set_level(logging.INFO)
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        page = await a_refusal(one, code="the-secret-code")
        assert (page.status, page.heading) == (status, heading)
        assert await one.kept.all() == ()
    assert_sound(page)
    assert "<b>" not in page.text
    assert not any(secret in caplog.text for secret in ("the-secret-code", CLIENT_SECRET, "xoxb"))


@pytest.mark.parametrize(
    ("query", "status", "heading"),
    [
        ({"error": "access_denied"}, 200, "Nothing was installed"),
        ({"error": "invalid_team_for_non_distributed_app"}, 400, "Slack turned the installation down"),
        ({"error": urlencode({"": "<script>"})[1:]}, 400, "Slack turned the installation down"),
        ({}, 400, "This page has run out"),
    ],
)
async def test_coming_back_without_a_code_is_told(
    teams: FaultServer, tmp_path: Path, query: dict[str, str], status: int, heading: str
) -> None:
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        page = await a_refusal(one, **query)
    assert (page.status, page.heading) == (status, heading)
    assert "<script" not in page.text
    assert not teams.seen("POST", "/oauth.v2.access")
    assert_sound(page)


async def test_a_state_of_another_browser_or_of_nobody_is_refused(teams: FaultServer, tmp_path: Path) -> None:
    victim, thief = Browser(), Browser()
    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        asked = await thief.begin(one)
        await victim.begin(one)
        for browser, state in ((victim, asked["state"]), (Browser(), asked["state"]), (victim, "guessed")):
            page = await browser.back(one, code="code-T1", state=state)
            assert (page.status, page.heading) == (400, "This page has run out")
    assert not teams.seen("POST", "/oauth.v2.access")


async def test_a_state_runs_out_after_ten_minutes(teams: FaultServer, tmp_path: Path) -> None:
    at = [now()]

    def clock() -> datetime:
        return at[0]

    async with replicas(teams.url, fresh(tmp_path), clock=clock) as (one,):
        browser = Browser()
        asked = await browser.begin(one)
        at[0] += timedelta(seconds=STATE_SECONDS)
        page = await browser.back(one, code="code-T1", state=asked["state"])
        assert page.heading == "This page has run out"
        assert "good for ten minutes" in page.words
        assert (await installs(browser, one, "T1")).heading == "Dateline is in Team T1"


async def test_a_database_that_cannot_be_written_is_told_to_who_installs_and_to_the_log(
    teams: FaultServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.install_failed reason=no room left to write the database")

    class Full:
        def __init__(self, kept: Any) -> None:
            self._kept = kept

        def __getattr__(self, name: str) -> Any:
            async def full(*_: Any) -> None:
                raise NotKept("no room left to write the database")

            return full if name in failing else getattr(self._kept, name)

    async with replicas(teams.url, fresh(tmp_path)) as (one,):
        whole = one.kept
        for failing in ({"save"}, {"issue"}):
            one.kept = Full(whole)  # type: ignore[assignment]
            if failing == {"save"}:
                page = await a_refusal(one, code="code-T1")
            else:
                page = await Browser().get(one, BEGIN)
            assert (page.status, page.heading) == (503, "Dateline could not finish")
            assert_sound(page)
        one.kept = whole
    assert caplog.text.count("slack.install_failed") == 2
    assert "xoxb" not in caplog.text


async def test_an_organisation_installs_for_its_workspaces(teams: FaultServer, tmp_path: Path) -> None:
    org = {"team": None, "enterprise": {"id": "E1", "name": "Ministry"}, "is_enterprise_install": True}
    teams.script("POST", "/oauth.v2.access", Json(granted("E1", "xoxb-org", **org)))
    url = "https://ministry.enterprise.slack.com/"
    teams.script("POST", "/auth.test", Json({"ok": True, "bot_id": "B9", "url": url}))
    teams.script("POST", "/chat.postMessage", Json({"ok": True, "ts": "1.2"}))
    teams.script("POST", "/conversations.list", Json({"ok": True}))
    async with replicas(teams.url, fresh(tmp_path), 2) as (one, two):
        page = await installs(Browser(), one, "E1")
        assert page.heading == "Dateline is in Ministry"
        assert f"{url}manage/organization/apps/profile/A1/workspaces/add" in page.links
        with pytest.raises(Gone):
            await two.room.post(Address("slack", "C1", server="T1"), BRIEF, "key")
        given = {"type": "team_access_granted", "team_ids": ["T1", "T2"]}
        assert await one.event(given, team_id=None, enterprise_id="E1") == 200
        assert one.told[-1] == (("T1", "T2"), ())
        await two.room.post(Address("slack", "C1", server="T1"), BRIEF, "key")
        api = await two.room._workspaces.api("T2")
        await api.call("list", "conversations.list", {"limit": 1})
        assert teams.seen("POST", "/conversations.list")[0].form["team_id"] == "T2"
        assert "team_id" not in teams.seen("POST", "/chat.postMessage")[0].json
        body = slash("/position", "x", f"{teams.url}/respond/1").replace("team_id=T1", "team_id=T3&enterprise_id=E1")
        assert (await send(two.room, body + "&is_enterprise_install=true"))[0] == 200
        assert await one.kept.served() == ("T1", "T2", "T3")
        revoked = {"type": "team_access_revoked", "team_ids": ["T1"]}
        assert await two.event(revoked, team_id=None, enterprise_id="E1") == 200
        assert two.told[-1] == ((), ("T1",))
        with pytest.raises(Gone):
            await one.room.post(Address("slack", "C1", server="T1"), BRIEF, "key")
        await one.room.post(Address("slack", "C1", server="T2"), BRIEF, "key")


def assert_sound(page: Page) -> None:
    """No script, nothing from elsewhere, kept by no cache, told to nobody by a link."""
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.text.startswith('<!doctype html>\n<html lang="')
