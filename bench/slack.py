"""Slack under load, for `make bench`: Dateline beside a bare Bolt app that answers with a constant.

Both run in a process of their own on loopback, asked by one Slack here with signed slash commands, 200 a second.
Measured are the wall time from a request's leaving to its acknowledgement, and to the answer at its response_url; and
resident megabytes after a thousand commands, of one workspace and of a thousand that installed the app (each command
from another one).
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import statistics
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import psutil
from aiohttp import ClientSession, TCPConnector, web

RATE, SECONDS = 200, 5
TEAMS = (0, 1000)
COMMANDS = 1000
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
BARE, OURS = "a bare Bolt app", "Dateline"
PATH = "/slack/events"
ENOUGH = 60
"""Seconds that all answers may take together."""


@dataclass
class Slack:
    """The loopback Slack: when each command left, was acknowledged, was answered."""

    left: dict[int, float] = field(default_factory=dict)
    acknowledged: list[float] = field(default_factory=list)
    answered: dict[int, float] = field(default_factory=dict)
    all: asyncio.Event = field(default_factory=asyncio.Event)
    wanted: int = 0

    async def api(self, request: web.Request) -> web.Response:  # noqa: ARG002
        told = {
            "ok": True,
            "user_id": "U1",
            "user": "dateline",
            "bot_id": "B1",
            "team_id": "T1",
            "team": "t",
            "url": "u",
        }
        return web.json_response(told)

    async def respond(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        self.answered.setdefault(number, time.perf_counter() - self.left[number])
        if len(self.answered) == self.wanted:
            self.all.set()
        return web.Response(text="ok")


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Slack, str]]:
    slack = Slack()
    app = web.Application(client_max_size=2**24)
    app.router.add_post("/api/{method}", slack.api)
    app.router.add_post("/respond/{number}", slack.respond)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield slack, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


def command(number: int, text: str, respond: str, team: str) -> tuple[bytes, dict[str, str]]:
    """One slash command, signed as Slack signs it."""
    body = urlencode({
        "command": "/position", "text": text, "team_id": team, "user_id": "U2", "channel_id": "C1", "api_app_id": "A1",
        "trigger_id": f"{number}.{time.time()}", "response_url": respond, "team_domain": "bench", "user_name": "reader",
    }).encode()  # fmt: skip
    stamp = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}
    return body, {**signed, "Content-Type": "application/x-www-form-urlencoded"}


async def measured(
    which: str, asks: Sequence[str], *, count: int = RATE * SECONDS, teams: int | None = None
) -> tuple[float, Slack]:
    """Resident megabytes once all is answered, and when what came."""
    async with served() as (slack, url):
        slack.wanted = count
        line = [sys.executable, "-m", "bench.slack", which, url, *([] if teams is None else [str(teams)])]
        child = await asyncio.create_subprocess_exec(*line, stdout=asyncio.subprocess.PIPE)
        try:
            assert child.stdout is not None
            port = int(await asyncio.wait_for(child.stdout.readline(), ENOUGH))
            async with ClientSession(connector=TCPConnector(limit=0)) as session:
                to = f"http://127.0.0.1:{port}{PATH}"
                await asyncio.gather(*[
                    _ask(session, slack, to, number, asks, url, number % teams if teams else 0)
                    for number in range(count)
                ])  # fmt: skip
            with suppress(TimeoutError):
                await asyncio.wait_for(slack.all.wait(), ENOUGH)
            size = psutil.Process(child.pid).memory_info().rss / 1e6
        finally:
            with suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    return size, slack


async def _ask(
    session: ClientSession, slack: Slack, to: str, number: int, asks: Sequence[str], url: str, team: int
) -> None:
    await asyncio.sleep(number / RATE)
    actor, turn = asks[number % len(asks)], number // len(asks) if len(asks) > 1 else 0
    text = f"{actor} ukraine {('', 'line', 'long')[turn % 3]}".strip()
    body, headers = command(number, text, f"{url}/respond/{number}", f"T{team}")
    slack.left[number] = time.perf_counter()
    async with session.post(to, data=body, headers=headers) as answer:
        await answer.read()
        if answer.status == 200:
            slack.acknowledged.append(time.perf_counter() - slack.left[number])


def figures() -> Iterator[str]:
    """One line a figure, Dateline's beside the bare app's, and how many times as much it is."""
    for what, asks in (("one question", ("cambodia",)), ("questions, none asked before", tuple(_members()))):
        bare, ours = (asyncio.run(measured(which, asks))[1] for which in (BARE, OURS))
        for until, mine, other in (
            ("acknowledgement", ours.acknowledged, bare.acknowledged),
            ("answer", list(ours.answered.values()), list(bare.answered.values())),
        ):
            for name, share in (("median", 50), ("99th percentile", 99)):
                a, b = (statistics.quantiles(times, n=100)[share - 1] * 1000 for times in (mine, other))
                line = f"Slack: {RATE} a second of {what}, to {until}, {name}"
                told = f"{a:7.1f} ms   bare Bolt {b:5.1f} ms   × {a / b:5.2f}   {len(mine)} of {RATE * SECONDS}"
                yield f"{line:84} {told}"
    for teams in TEAMS:
        a, b = (asyncio.run(measured(which, ("cambodia",), count=COMMANDS, teams=teams))[0] for which in (OURS, BARE))
        line = f"Slack: resident with {teams} installations, after {COMMANDS} commands"
        yield f"{line:84} {a:7.1f} MB   bare Bolt {b:5.1f} MB   × {a / b:5.2f}"


def _members() -> Iterator[str]:
    from tests.archives import shipped

    return (actor.id for actor in shipped().register.actors.values() if actor.kind.value == "state")


async def run(which: str, url: str, teams: int | None) -> None:
    """The child: take commands until killed."""
    with TemporaryDirectory() as folder:
        await (_ours if which == OURS else _bare)(url, Path(folder), teams)


async def _ours(url: str, folder: Path, teams: int | None) -> None:
    from datetime import UTC, datetime

    from adapters.slack.client import SlackRoom
    from adapters.slack.installed import Distribution
    from bot.catalogue import catalogue
    from bot.commands import Desk, Held
    from bot.serving import settle_down
    from tests.adapters.slack.apps import CLIENT, CLIENT_SECRET, PUBLIC, RING, kept_for
    from tests.archives import shipped
    from tests.stores import fresh, opened

    desk = Desk(Held.of(shipped(), ()), lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    desk.held.warm(desk.today())
    settle_down()
    async with opened(fresh(folder)) as store:
        kept = store.installations(RING)
        for number in range(teams or 0):
            await kept.save(kept_for(f"T{number}", f"xoxb-{number}"))

        async def its() -> object:
            return kept

        many = None if teams is None else Distribution(CLIENT, CLIENT_SECRET, PUBLIC, its)  # type: ignore[arg-type]
        room = SlackRoom(
            "xoxb-bench" if many is None else "", signing_secret=SECRET, port=0, commands=catalogue(),
            answer=desk.answer, complete=desk.complete, base_url=f"{url}/api/", distribution=many,
        )  # fmt: skip
        serving = asyncio.create_task(room.serve())
        await room.serving.wait()
        print(room.port, flush=True)
        await serving


async def _bare(url: str, folder: Path, teams: int | None) -> None:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk.oauth.installation_store.models.installation import Installation
    from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
    from slack_sdk.web.async_client import AsyncWebClient

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token="xoxb-bench")

    client = AsyncWebClient(base_url=f"{url}/api/")
    if teams is None:
        app = AsyncApp(signing_secret=SECRET, client=client, authorize=authorize)
    else:
        store = SQLite3InstallationStore(database=str(folder / "bolt.db"), client_id="1.2")
        for number in range(max(teams, 1)):
            token = {"bot_token": f"xoxb-{number}", "bot_id": "B1", "bot_user_id": "U1"}
            store.save(Installation(team_id=f"T{number}", user_id="U1", app_id="A1", **token))
        app = AsyncApp(signing_secret=SECRET, client=client, installation_store=store)

    @app.command("/position")
    async def position(ack: object, respond: object) -> None:
        await ack()  # type: ignore[operator]
        await respond("a constant")  # type: ignore[operator]

    runner = web.AppRunner(app.web_app(PATH), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None))
    else:
        for line in figures():
            print(line, flush=True)
