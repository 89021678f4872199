"""Discord as readers and admins meet it: real questions and presses against simcord, its preview drawn by Chromium.

    python -m pip install 'simcord[screenshot]'     # once; playwright and a Markdown reader, for these pictures alone
    python -m docs.discord_scenes

Messages, buttons and lists are those that the product sent; the preview imitates Discord's client (dark, as it offers
no light one; `docs.pictures` draws light ones). Answers are of a fixed day from the shipped records. Chromium is the
one that `CHROMIUM` names, or the first on PATH.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord
import simcord

from docs.chromium import NoChromiumError, found
from tests.adapters.discord.test_errands import NOW, House
from tests.stores import fresh, opened

IMG = Path(__file__).with_name("img")
WIDTH, HEIGHT = 700, 1600


@dataclass(slots=True)
class Stage:
    """A server with a channel, somebody who manages it and a reader."""

    env: Any
    guild: Any
    channel: Any
    boss: Any
    alice: Any


async def position(stage: Stage) -> Any:
    return await stage.alice.slash(stage.channel, "position", actor="cambodia", issue="ukraine")


async def french(stage: Stage) -> Any:
    return await stage.alice.slash(stage.channel, "position", actor="cambodia", issue="ukraine", language="fr")


async def which_one(stage: Stage) -> Any:
    return await stage.alice.slash(stage.channel, "position", actor="korea", issue="ukraine")


async def sources(stage: Stage) -> Any:
    asked = await stage.alice.slash(stage.channel, "position", actor="cambodia", issue="ukraine", length="line")
    return await stage.alice.click(asked.response, label="Sources")


async def report(stage: Stage) -> Any:
    asked = await stage.alice.slash(stage.channel, "position", actor="cambodia", issue="ukraine")
    return await stage.alice.click(asked.response, label="Report an error")


async def scheduled(stage: Stage) -> Any:
    return await stage.boss.slash(
        stage.channel, "subscription schedule", time="8", zone="phnom penh", weekdays="mon-fri", issues="ukraine",
        actors="asean", changes="no",
    )  # fmt: skip


async def doctor(stage: Stage) -> Any:
    overwrites = {stage.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    floor = stage.guild.create_text_channel("floor", overwrites=overwrites)
    for channel in (stage.channel, floor):
        await stage.boss.slash(stage.channel, "subscription schedule", time="8", zone="geneva", channel=channel)
    return await stage.boss.slash(stage.channel, "doctor")


SCENES: Mapping[str, Callable[[Stage], Awaitable[Any]]] = {
    "discord-position": position,
    "discord-french": french,
    "discord-which-one": which_one,
    "discord-sources": sources,
    "discord-report": report,
    "discord-scheduled": scheduled,
    "discord-doctor": doctor,
}
"""What docs/img holds of them."""
OF_THE_BOSS = frozenset({"discord-scheduled", "discord-doctor"})


async def draw(name: str, browser: Any) -> None:
    """Play one scene and keep its picture."""
    house = House()
    with TemporaryDirectory() as folder:
        async with opened(fresh(Path(folder))) as store:
            house.store = store
            async with simcord.run(house.room().open()) as env:
                env.backend.bot_user.name = "Dateline"
                await env.advance_time((NOW - env.now()).total_seconds())
                stage = _stage(env)
                shown = await SCENES[name](stage)
                viewer = stage.boss if name in OF_THE_BOSS else stage.alice
                async with env.preview(stage.channel, viewers=[viewer], width=WIDTH, height=HEIGHT) as preview:
                    # simcord would start the browser that playwright downloads; ours is the machine's own.
                    preview._capture_manager._browser = browser
                    await preview.show(shown)
                    await preview.screenshot(IMG / f"{name}.png")
                    preview._capture_manager._browser = None


def _stage(env: Any) -> Stage:
    guild = env.create_guild("Foreign desk")
    managers = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    channel = guild.create_text_channel("desk")
    boss = guild.add_member(env.create_user("sokha"), roles=[managers])
    return Stage(env, guild, channel, boss, guild.add_member(env.create_user("alice")))


async def _all(program: str) -> None:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name in SCENES:
            await draw(name, browser)
        await browser.close()


def main() -> int:
    """0 if drawn, 1 where there is nothing to draw with."""
    try:
        asyncio.run(_all(found()))
    except NoChromiumError as none:
        print(none, file=sys.stderr)  # noqa: T201
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is missing: python -m pip install 'simcord[screenshot]'", file=sys.stderr)  # noqa: T201
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
