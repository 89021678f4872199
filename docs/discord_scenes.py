"""Discord as readers and admins meet it: real questions and presses against simcord, its preview drawn by Chromium.

    python -m pip install 'simcord[screenshot]'     # once; playwright and a Markdown reader, for these pictures alone
    python -m docs.discord_scenes

Messages, buttons and lists are those that the product sent; the preview imitates Discord's client, which is dark; the
light pictures are the same page under Discord's light colours. Answers are of a fixed day from the shipped records; a
digest on several issues is of invented ones, since those shipped are all on one. Chromium is the one that `CHROMIUM`
names, or the first on PATH.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord
import simcord

from adapters.contract import Address
from briefs import briefing
from briefs.briefing import Briefing
from briefs.codebook import Length
from briefs.digests import Filter
from docs.chromium import NoChromiumError, found
from tests.adapters.discord.test_errand_buttons import left_in_doubt
from tests.adapters.discord.test_errands import NOW, House
from tests.archives import specimens
from tests.stores import fresh, opened

IMG = Path(__file__).with_name("img")
WIDTH, HEIGHT = 700, 1600


@dataclass(slots=True)
class Stage:
    """A server with a channel, somebody who manages it and a reader; Dateline's house in it."""

    house: House
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
        actors="asean", alerts="changes",
    )  # fmt: skip


async def edited(stage: Stage) -> Any:
    await scheduled(stage)
    assert stage.house.store is not None
    [held] = await stage.house.store.subscriptions.all()
    return await stage.boss.slash(stage.channel, "subscription edit", subscription=held.subscription.id)


async def corrected(stage: Stage) -> Any:
    form = await edited(stage)
    return await stage.boss.submit_modal(form, {"time": "8 o'clock", "zone": "Phnom Pen", "weekdays": "weekdays",
                                                "issues": "ukrain", "actors": "ASEAN, Cambodia"})  # fmt: skip


async def doubtful(stage: Stage) -> Any:
    await scheduled(stage)
    assert stage.house.store is not None
    id_ = await left_in_doubt(stage.house.store)
    return await stage.boss.slash(stage.channel, "subscription history", subscription=id_)


async def ended(stage: Stage) -> Any:
    made = await scheduled(stage)
    return await stage.boss.click(made.response, label="Remove")


def on_two_issues() -> Briefing:
    """What a subscription gets where invented records on two issues came in since yesterday."""
    held, told = specimens(), NOW.date()
    sources = {id_: replace(source, published=told) for id_, source in held.sources.items()}
    recorded = dict.fromkeys(TOLD, NOW - timedelta(hours=2))
    since, until = NOW - timedelta(days=1), NOW
    fresh_ = replace(held, sources=sources)
    return briefing.digest_of_window(fresh_, recorded, since, until, Filter(), Length.SHORT, lead=True)


async def digest(stage: Stage) -> Any:
    await stage.house.rooms[-1].post(Address("discord", str(stage.channel.id)), on_two_issues().document, "whole")


async def lead(stage: Stage) -> Any:
    room, made = stage.house.rooms[-1], on_two_issues()
    place = Address("discord", str(stage.channel.id), thread=True)
    assert made.lead is not None
    first = await room.post(place, made.lead, "lead")
    await room.post(replace(place, first=first.message), made.document, "whole")
    return stage.channel.history()[0]


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
    "discord-edit": edited,
    "discord-correct": corrected,
    "discord-doctor": doctor,
    "discord-doubt": doubtful,
    "discord-remove": ended,
    "discord-digest-issues": digest,
    "discord-digest-lead": lead,
}
"""What docs/img holds of them."""
OF_THE_BOSS = frozenset(f"discord-{scene}" for scene in ("scheduled", "edit", "correct", "doctor", "doubt", "remove"))
TOLD = ("gazette/statement", "gazette/call", "gazette/welcome", "gazette/condemn", "office/ratify", "wire/sg-elsewhere")
"""Invented records of two issues."""
THEMES = ("", "-light")
"""Dark and light, as the names of pictures end."""
LIGHT = """
:root {
  color-scheme: light;
  --discord-bg: #fff; --discord-surface: #f2f3f5; --discord-elevated: #fff; --discord-control: #e3e5e8;
  --discord-hover: #ebedef; --discord-text: #1f2023; --discord-muted: #5c5e66; --discord-subtle: #4e5058;
  --discord-border: #dcdee1; --component-surface: #fff; --component-border: #dcdee1; --modal-surface: #fff;
  --modal-separator: #e3e5e8; --control-border: #c8cad0; --chip-surface: #f2f3f5; --list-surface: #fff;
  --option-hover: #ebedef; --subtle-surface: #e3e5e8; --subtle-surface-text: #2e3035; --entity-text: #4e5058;
  --entity-dim: #5c5e66; --input-surface: #f9f9fa; --input-placeholder: #80828a; --modal-trigger-border: #c8cad0;
  --choice-border: #80828a; --button-alt: #e3e5e8; --button-alt-hover: #d9dbdf; --button-alt-active: #cfd1d6;
  --button-secondary-surface: #e3e5e8; --code-surface: #f2f3f5; --code-border: #e3e5e8; --code-text: #2e3035;
  --embed-field-name: #1f2023; --link-text: #006ce0; --link-accent: #006ce0; --scrollbar-thumb: #c4c9ce;
  --disclaimer-bg: #fff4d6; --disclaimer-text: #2e3035;
  background: #fff; color: #2e3035;
}
.button-style-2, .button-secondary, .modal-actions .button-secondary { color: #2e3035; }
.message-content { color: #2e3035; }
.message-avatar-image { border-color: #fff; }
"""
"""Discord's light colours under the names that the preview gives to its dark ones."""


class Light:
    """A browser whose pages stand under the light colours: given as a sheet of their own, which the page's policy on
    styles lets through."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser

    def __getattr__(self, name: str) -> Any:
        return getattr(self._browser, name)

    async def new_context(self, **given: Any) -> Any:
        context = await self._browser.new_context(**given)
        sheet = f"const sheet = new CSSStyleSheet(); sheet.replaceSync({json.dumps(LIGHT)});"
        put = "document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];"
        await context.add_init_script(f"{sheet} {put}")
        return context


async def draw(name: str, browser: Any) -> None:
    """Play one scene and keep its pictures."""
    house = House()
    with TemporaryDirectory() as folder:
        async with opened(fresh(Path(folder))) as store:
            house.store = store
            async with simcord.run(house.room().open()) as env:
                env.backend.bot_user.name = "Dateline"
                await env.advance_time((NOW - env.now()).total_seconds())
                stage = _stage(house, env)
                shown = await SCENES[name](stage)
                viewer = stage.boss if name in OF_THE_BOSS else stage.alice
                async with env.preview(stage.channel, viewers=[viewer], width=WIDTH, height=HEIGHT) as preview:
                    if shown is not None:
                        await preview.show(shown)
                    for theme, drawn in zip(THEMES, (browser, Light(browser)), strict=True):
                        # simcord would start the browser that playwright downloads; ours is the machine's own.
                        preview._capture_manager._browser = drawn
                        await preview.screenshot(IMG / f"{name}{theme}.png")
                        preview._capture_manager._browser = None


def _stage(house: House, env: Any) -> Stage:
    guild = env.create_guild("Foreign desk")
    managers = guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    channel = guild.create_text_channel("desk")
    boss = guild.add_member(env.create_user("sokha"), roles=[managers])
    return Stage(house, env, guild, channel, boss, guild.add_member(env.create_user("alice")))


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
