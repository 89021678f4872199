"""Loopback Discord and Slack for a crowd: they answer late, enforce limits, spoil some posts, count what stands.

    python -m bench.crowd_servers GUILDS FACTOR     prints its address; POST /reset, GET /tally

Limits are the platforms', times FACTOR: Discord 50 requests a second for a token and 5 posts in 5 s for a channel;
Slack a post a second for a channel (bursts of 3), 300 a minute for a workspace, 50 look-ups a minute. Who exceeds one
gets 429 with Retry-After. Of each hundred posts one each is answered with 429 and 503, dropped unmade, and made with
its reply dropped. Discord gives back the first post for a repeated nonce; Slack shows the metadata of what stands.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bench import chat

LATENCY = 0.08
"""Seconds before an answer."""
FAULTS = ("limited", "down", "dropped", "lost")
EACH = 0.01
"""How many of all posts meet with each of the faults."""


@dataclass
class Budgets:
    """Token buckets by name."""

    factor: float
    left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, name: str, rate: float, burst: float) -> float:
        """Take one; 0, or the seconds until there is one."""
        now = time.monotonic()
        rate, burst = rate * self.factor, burst * max(1.0, self.factor)
        held, at = self.left.get(name, (burst, now))
        held = min(burst, held + (now - at) * rate)
        if held < 1:
            self.left[name] = held, now
            return (1 - held) / rate
        self.left[name] = held - 1, now
        return 0.0


@dataclass
class Crowd(chat.Discord):
    """Both platforms; the gateway is that of `bench.chat`."""

    factor: float = 1.0
    budgets: Budgets = field(default_factory=lambda: Budgets(1.0))
    standing: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    counted: Counter[str] = field(default_factory=Counter)
    chance: random.Random = field(default_factory=lambda: random.Random(7))

    def __post_init__(self) -> None:
        self.budgets = Budgets(self.factor)

    async def reset(self, _: web.Request) -> web.Response:
        self.standing.clear()
        self.counted.clear()
        self.chance.seed(7)
        return web.json_response({})

    async def tally(self, _: web.Request) -> web.Response:
        told = {
            platform: [len(made) for place, made in self.standing.items() if place.startswith(platform)]
            for platform in ("discord", "slack")
        }
        return web.json_response(
            {"counted": dict(self.counted)}
            | {
                platform: {"channels": len(each), "doubled": sum(n - 1 for n in each)}
                for platform, each in told.items()
            }
        )

    def _fault(self, platform: str) -> str:
        lot = self.chance.random()
        fault = FAULTS[int(lot / EACH)] if lot < EACH * len(FAULTS) else ""
        if fault:
            self.counted[f"{platform} {fault}"] += 1
        return fault

    def _over(self, platform: str, *budgets: tuple[str, float, float]) -> float:
        wait = max(self.budgets.wait(*one) for one in budgets)
        if wait:
            self.counted[f"{platform} over the limit"] += 1
        return wait

    # Discord

    async def rest(self, request: web.Request) -> web.Response:
        path = request.path
        if not path.endswith("/messages"):
            return await super().rest(request)
        await asyncio.sleep(LATENCY)
        place = path.split("/")[-2]
        over = self._over("discord", ("discord", 50, 50), (f"discord {request.method} {place}", 1, 5))
        if over:
            return _discord_limit(over)
        if request.method == "GET":
            return chat._json(list(reversed(self.standing[f"discord {place}"])))
        body = await request.json()
        fault = self._fault("discord")
        if fault == "limited":
            return _discord_limit(1.0)
        if fault == "down":
            return web.Response(status=503)
        made = None if fault == "dropped" else self._made(f"discord {place}", body, place)
        if fault:
            assert request.transport is not None
            request.transport.abort()
        return chat._json(made)

    def _made(self, name: str, body: dict[str, Any], place: str) -> dict[str, Any]:
        stands = self.standing[name]
        for message in stands:
            if body.get("enforce_nonce") and message["nonce"] == body["nonce"]:
                return message
        self.counted["discord messages"] += 1
        number = 10_000_000 + self.counted["discord messages"]
        message = chat.MESSAGE | {"id": str(number), "channel_id": place, "nonce": body.get("nonce")}
        stands.append(message)
        return message

    # Slack

    async def slack(self, request: web.Request) -> web.Response:
        await asyncio.sleep(LATENCY)
        method = request.match_info["method"]
        team = request.headers["Authorization"].rpartition("-")[2]
        if method == "auth.test":
            return web.json_response({"ok": True, "user": "dateline", "user_id": "U1", "bot_id": "B1", "team_id": team})
        if method == "chat.postMessage":
            return await self._said(request, team)
        over = self._over("slack", (f"slack {team} {method}", 50 / 60, 50))
        if over:
            return _slack_limit(over)
        asked = await request.post()
        if method == "conversations.info":
            return web.json_response({"ok": True, "channel": {"id": asked["channel"], "is_member": True}})
        return web.json_response({"ok": True, "messages": list(reversed(self.standing[f"slack {asked['channel']}"]))})

    async def _said(self, request: web.Request, team: str) -> web.Response:
        body = await request.json()
        place = body["channel"]
        over = self._over("slack", (f"slack {team}", 5, 10), (f"slack {team} {place}", 1, 3))
        if over:
            return _slack_limit(over)
        fault = self._fault("slack")
        if fault == "limited":
            return _slack_limit(1.0)
        if fault == "down":
            return web.Response(status=503)
        ts = f"{time.time():.6f}"
        if fault != "dropped":
            self.standing[f"slack {place}"].append({"ts": ts, "metadata": body["metadata"], "blocks": []})
        if fault:
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ok": True, "channel": place, "ts": ts})


def _discord_limit(seconds: float) -> web.Response:
    body = json.dumps({"message": "You are being rate limited.", "retry_after": round(seconds, 3), "global": False})
    headers = {"Content-Type": "application/json", "Retry-After": f"{seconds:.3f}", "Via": "1.1 loopback"}
    return web.Response(status=429, body=body.encode(), headers=headers)


def _slack_limit(seconds: float) -> web.Response:
    wait = str(int(seconds) + 1)
    return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": wait})


async def serve(guilds: int, factor: float) -> None:
    """Serve until killed."""
    crowd = Crowd(guilds, factor=factor)
    app = web.Application()
    app.add_routes([web.post("/reset", crowd.reset), web.get("/tally", crowd.tally)])
    app.add_routes([web.get("/gateway", crowd.gateway), web.post("/api/{method}", crowd.slack)])
    app.router.add_route("*", "/discord/{rest:.*}", crowd.rest)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=4096).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2])))
