"""An idle Dateline, for `bench`: prints its resident megabytes and which of models and migrations it has loaded.

Slack serves HTTP on loopback with a scripted Slack behind it, Discord's client is made and its command tree grown; only
the sockets to the platforms are missing. The scripted server's own megabyte or so is counted in.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from pathlib import Path

from adapters.discord.client import DiscordRoom
from adapters.slack.client import SlackRoom
from bot.app import App
from bot.archives import Shelves
from bot.catalogue import catalogue
from bot.commands import Desk
from bot.config import NamePolicy
from bot.serving import DISCORD_COMMANDS, Noted, now, open_database
from tests.faultserver import FaultServer, Json

HEAVY = ("pydantic", "alembic", "yaml", "prompt_toolkit", "hypothesis")


def resident() -> float:
    """Megabytes of this process that are in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measured(data: Path) -> float:
    """Start everything, wait until it is idle, look, stop."""
    shelves = Shelves((), data, NamePolicy())
    desk = Desk(shelves.open(), now)
    app = App(
        desk=desk, rooms=(), outlets=(), subscriptions=(), open_store=lambda: open_database(data),
        reload=shelves.changed, clock=now,
    )  # fmt: skip
    async with FaultServer() as server:
        server.script("POST", "/auth.test", Json({"ok": True, "user_id": "U1", "bot_id": "B1", "team_id": "T1"}))
        slack = SlackRoom(
            "xoxb-bench", signing_secret="bench", port=0, commands=catalogue(), answer=desk.answer,
            complete=desk.complete, base_url=server.url,
        )  # fmt: skip
        DiscordRoom("bench", catalogue(), desk.answer, desk.complete, Noted(app, DISCORD_COMMANDS, "")).open()
        app.rooms = [slack]
        running = asyncio.create_task(app.run())
        await asyncio.wait_for(slack.serving.wait(), 20)
        await asyncio.wait_for(app.scheduled.wait(), 20)
        gc.collect()
        size = resident()
        app.stop.set()
        await running
    return size


if __name__ == "__main__":
    folder = Path(os.environ["DATELINE_DATA"])
    folder.mkdir(parents=True, exist_ok=True)
    megabytes = asyncio.run(measured(folder))
    loaded = ", ".join(name for name in HEAVY if name in sys.modules) or "neither models nor migrations"
    print(f"{megabytes:.1f} loaded: {loaded}")
