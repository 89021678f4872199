"""An app that many workspaces install, for tests: rooms over one database file, a browser, a Slack with two teams."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp

from adapters.installations import Installation, Installations
from adapters.slack.client import SlackRoom
from adapters.slack.installed import Distribution
from adapters.slack.manifest import INSTALL
from adapters.store.sealing import KeyRing, new_key
from adapters.store.store import Store
from bot.office.presence import present
from tests.adapters.slack.rooms import Answers, room_at, send, served, signed
from tests.faultserver import FaultServer, Json, Made, Seen
from tests.stores import opened

CLIENT, CLIENT_SECRET, PUBLIC = "12345.67890", "client-secret-hush", "https://dateline.example"
RING = KeyRing([new_key()])


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Replica:
    """One process's room and its door to the database."""

    room: SlackRoom
    store: Store
    kept: Installations
    answers: Answers
    told: list[tuple[tuple[str, ...], tuple[str, ...] | None]] = field(default_factory=list)
    """What the application was told of where Dateline is: here, left; None where it is nowhere else."""
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once the room has looked, at its start, who is there."""

    async def event(self, event: dict[str, Any], headers: dict[str, str] | None = None, **body: Any) -> int:
        """An event of Slack's, signed; the status it is acknowledged with."""
        said = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", **body, "event": event})
        sent = signed(said) | {"Content-Type": "application/json"} | (headers or {})
        return (await send(self.room, said, sent))[0]


@asynccontextmanager
async def replicas(
    base_url: str,
    path: Path | str,
    count: int = 1,
    *,
    ring: KeyRing = RING,
    clock: Callable[[], datetime] = now,
    authorize: str = "https://slack.example/oauth/v2/authorize",
    secret: str = CLIENT_SECRET,
) -> AsyncIterator[Sequence[Replica]]:
    """Rooms that serve, each with its own connection to one file."""
    async with AsyncExitStack() as stack:
        made = []
        for _ in range(count):
            store = await stack.enter_async_context(opened(path))
            made.append(_replica(base_url, store, ring, clock, authorize, secret))
        for one in made:
            await stack.enter_async_context(served(one.room))
            async with asyncio.timeout(10):
                await one.settled.wait()
        yield made


def _replica(
    base_url: str, store: Store, ring: KeyRing, clock: Callable[[], datetime], authorize: str, secret: str
) -> Replica:
    kept = store.installations(ring)

    async def its() -> Installations:
        return replica.kept

    answers = Answers()
    app = Distribution(CLIENT, secret, PUBLIC, its, authorize)
    room = room_at(base_url, answers, bot_token="", distribution=app, clock=clock)
    replica = Replica(room, store, kept, answers)

    async def presence(platform: str, here: Collection[str], said_of: Callable[[str], bool]) -> None:
        left = tuple(team for team in ("E1", "T1", "T2", "T3") if said_of(team) and team not in here)
        replica.told.append((tuple(here), None if said_of("T-of-nobody") else left))
        await present(store, platform, here, said_of, clock())
        replica.settled.set()

    assert room._many is not None
    room._many._present = presence
    return replica


@dataclass(slots=True)
class Page:
    """What a browser got."""

    status: int
    text: str
    headers: dict[str, str]
    url: str = ""

    @property
    def heading(self) -> str:
        return unescape(re.findall(r"<h1>(.*?)</h1>", self.text, re.DOTALL)[0])

    @property
    def words(self) -> str:
        """The page as one reads it."""
        body = self.text.split("<body>", 1)[1]
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())

    @property
    def links(self) -> list[str]:
        return [unescape(link) for link in re.findall(r'href="([^"]*)"', self.text)]


class Browser:
    """A browser that knows our public address: it goes to whichever replica the balancer chose."""

    def __init__(self, language: str = "en") -> None:
        self.cookies: dict[str, str] = {}
        self.set_cookies: list[str] = []
        self._language = language

    async def get(self, replica: Replica, path: str) -> Page:
        """One page of ours, without following where it sends on to."""
        headers = {"Accept-Language": self._language}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
            session.get(
                f"http://127.0.0.1:{replica.room.port}{path}", headers=headers, allow_redirects=False
            ) as answer,
        ):
            for line in answer.headers.getall("Set-Cookie", []):
                self.set_cookies.append(line)
                name, _, value = line.split(";", 1)[0].partition("=")
                if value.strip('"') and "max-age=0" not in line.lower():
                    self.cookies[name] = value.strip('"')
                else:
                    self.cookies.pop(name, None)
            return Page(answer.status, await answer.text(), dict(answer.headers), answer.headers.get("Location", ""))

    async def begin(self, replica: Replica, query: str = "") -> dict[str, str]:
        """As far as Slack's page of consent: what Slack is asked."""
        page = await self.get(replica, f"{INSTALL}{query}")
        [begin] = [link for link in page.links if "/begin" in link]
        sent_on = await self.get(replica, begin)
        assert sent_on.status == 302, sent_on.text
        return {name: values[0] for name, values in parse_qs(urlsplit(sent_on.url).query).items()} | {"": sent_on.url}

    async def back(self, replica: Replica, **query: str) -> Page:
        """Slack sends the browser back."""
        said = "&".join(f"{name}={value}" for name, value in query.items())
        return await self.get(replica, f"/slack/oauth_redirect?{said}")


def granted(id_: str, token: str, **more: Any) -> dict[str, Any]:
    """What oauth.v2.access says to a code."""
    return {
        "ok": True,
        "access_token": token,
        "token_type": "bot",
        "scope": "commands,chat:write",
        "bot_user_id": f"U{id_}",
        "app_id": "A1",
        "team": {"id": id_, "name": f"Team {id_}"},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": "U9"},
    } | more


def script_teams(slack: FaultServer, tokens: dict[str, str]) -> None:
    """A Slack that knows these tokens (token → team): auth.test, a post, and codes `code-<team>` for them."""
    teams = {team: token for token, team in tokens.items()}

    def bearer(seen: Seen) -> str:
        return seen.headers.get("Authorization", "").removeprefix("Bearer ")

    def known(seen: Seen) -> Any:
        team = tokens.get(bearer(seen))
        if team is None:
            return Json({"ok": False, "error": "invalid_auth"})
        return Json({"ok": True, "team_id": team, "user_id": f"U{team}", "bot_id": f"B{team}", "ts": "1.2"})

    def exchanged(seen: Seen) -> Any:
        team = seen.form.get("code", "").removeprefix("code-")
        if team not in teams:
            return Json({"ok": False, "error": "invalid_code"})
        return Json(granted(team, teams[team]))

    slack.script("POST", "/auth.test", Made(known))
    slack.script("POST", "/chat.postMessage", Made(known))
    slack.script("POST", "/oauth.v2.access", Made(exchanged))


async def installs(browser: Browser, replica: Replica, team: str, back_at: Replica | None = None) -> Page:
    """The whole way with a scripted Slack."""
    asked = await browser.begin(replica)
    return await browser.back(back_at or replica, code=f"code-{team}", state=asked["state"])


def kept_for(team: str, token: str, **more: Any) -> Installation:
    return Installation(team, token, name=f"Team {team}", app="A1", user=f"U{team}", bot=f"B{team}", **more)
