"""The menu on somebody's message, pressed against simcord and answered by the real desk from the shipped records."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from adapters.contract import Menu, Request
from adapters.discord.client import DiscordRoom
from adapters.discord.commands import Localiser, fingerprint, grow_menus, projected, text_of
from bot.catalogue import catalogue, menus
from bot.commands import Desk, Held
from briefs.plain import plain
from tests.adapters.discord.conftest import SyncMemory
from tests.adapters.discord.reader import seen
from tests.archives import shipped
from tests.contract.test_renderers import words_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DESK = Desk(Held.of(shipped(), ()), lambda: NOW)
[MENU] = menus()


@pytest.fixture
def simcord_bot() -> Any:
    return DiscordRoom("token", catalogue(), DESK.answer, DESK.complete, SyncMemory(), menus=menus()).open()


@pytest.fixture
def desk(simcord_env: Any) -> Any:
    guild = simcord_env.create_guild()
    return guild.create_text_channel("desk"), guild.add_member(simcord_env.create_user("alice"))


def text(message: Any) -> str:
    return seen({"components": message.components})


async def test_a_message_is_asked_for_the_names_in_it_and_one_choice_becomes_the_answer(desk: Any) -> None:
    channel, alice = desk
    message = await alice.send(channel, "Did Cambodia vote for A/RES/ES-11/1?")
    asked = await alice.context_menu(channel, MENU.label, message)
    assert asked.ephemeral
    shown = text(asked.response)
    assert "Cambodia" in shown
    assert "/vote un-es-11-1" in shown
    [menu] = [part for row in asked.response.components if row["type"] == 1 for part in row["components"]]
    value = menu["options"][0]["value"]
    chosen = await alice.select(asked.response, [value])
    assert chosen.response.id == asked.response.id
    told = DESK.answer_now(Request("position", given={"actor": "KHM"}, platform="discord")).document
    assert words_of(text(chosen.response))[:20] == words_of(plain(told))[:20]


async def test_a_message_without_names_is_told_so_for_who_asks_alone(desk: Any) -> None:
    channel, alice = desk
    asked = await alice.context_menu(channel, MENU.label, await alice.send(channel, "lunch?"))
    assert asked.ephemeral
    assert "Nothing in this text is the exact name" in text(asked.response)


async def test_our_own_card_is_read_too(desk: Any) -> None:
    channel, alice = desk
    card = await alice.slash(channel, "vote", text="A/RES/ES-11/1")
    shared = await alice.click(card.response, label="Share to channel")
    [public] = shared.followups
    asked = await alice.context_menu(channel, MENU.label, public)
    assert "Aggression against Ukraine (text, 2 March 2022)" in text(asked.response)


async def test_embeds_and_what_is_forwarded_are_read(desk: Any) -> None:
    channel, alice = desk
    sent = await alice.send(channel, "Laos")
    forwarded = await alice.forward(sent, channel)
    assert text_of(forwarded) == "Laos"
    embed = discord.Embed(title="Peru", description="Chile").add_field(name="Cuba", value="Haiti")
    sent.embeds = [embed.set_author(name="Malta").set_footer(text="Oman")]
    assert text_of(sent).split() == ["Laos", "Malta", "Peru", "Chile", "Cuba", "Haiti", "Oman"]


async def test_discord_is_told_of_the_menu_in_all_languages(simcord_bot: Any) -> None:
    await simcord_bot.tree.set_translator(Localiser())
    [told] = [one for one in await projected(simcord_bot.tree) if one["type"] == 3]
    assert told["name"] == MENU.label
    assert told["name_localizations"] == {
        "fr": MENU.also["fr"], "es-ES": MENU.also["es"], "es-419": MENU.also["es"]
    }  # fmt: skip
    assert (told["contexts"], told["integration_types"]) == ([0, 1, 2], [0, 1])
    assert told.get("description", "") == ""


async def test_a_new_menu_is_a_reason_to_tell_discord_anew(simcord_bot: Any) -> None:
    before = await fingerprint(simcord_bot.tree, 1)
    grow_menus(simcord_bot.tree, [Menu("other", "Another one", "")], lambda *_: None)  # type: ignore[arg-type,return-value]
    assert await fingerprint(simcord_bot.tree, 1) != before


def test_a_label_too_long_for_discord_is_refused(simcord_bot: Any) -> None:
    with pytest.raises(ValueError, match="Discord takes 1 to 32"):
        grow_menus(simcord_bot.tree, [Menu("other", "x" * 33, "")], lambda *_: None)  # type: ignore[arg-type,return-value]
