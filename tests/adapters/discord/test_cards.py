"""A digest on several issues as Discord shows it: a card for each under one title, a lead over a thread."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
import pytest
import simcord

from adapters.contract import Address
from adapters.discord.client import DiscordRoom
from adapters.discord.limits import COMPONENTS, TEXT
from adapters.discord.render import component_count, marker, parts, render, text_units
from briefs.document import Bullets, Heading, Paragraph, say
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.reader import displays, recognised
from tests.adapters.discord.test_posting import KEY
from tests.contract import documents

CONTAINER, TEXT_DISPLAY = 17, 10


def cards(payload: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in payload["components"] if one["type"] == CONTAINER]


def test_each_issue_is_a_card_under_the_title_and_the_sources_stand_below_all() -> None:
    payload = render(documents.issues(3), KEY)
    kinds = [one["type"] for one in payload["components"]]
    assert kinds == [TEXT_DISPLAY, CONTAINER, CONTAINER, CONTAINER, TEXT_DISPLAY, TEXT_DISPLAY]
    title, *texts, note, tail = (list(displays({"components": [one]})) for one in payload["components"])
    assert title == ["## Thursday 3 March 2022"]
    assert [text[0].split("\n")[0] for text in texts] == [f"### Issue {n} (\\*all\\* of # it)" for n in range(3)]
    assert [text[0].count("\n- ") for text in texts] == [2, 2, 2]
    assert (note, tail[0].split("\n")[0]) == (["Titles keep their language."], "-# Compiled")
    assert tail[0].count("Record") == 6


def test_the_first_card_carries_the_mark_by_which_the_message_is_found() -> None:
    payload = render(documents.issues(2), KEY)
    assert [card.get("id") for card in cards(payload)] == [marker(KEY), None]


def test_a_brief_without_issues_stays_one_card() -> None:
    for make in (documents.usual, documents.digest, documents.comparison):
        assert [one["type"] for one in render(make())["components"]] == [CONTAINER]


def test_what_comes_before_the_first_issue_is_a_card_by_itself() -> None:
    document = documents.issues(2)
    payload = render(replace(document, blocks=(Paragraph((documents.claim("First of all."),)), *document.blocks)))
    assert [next(displays(card)).split("\n")[0][:9] for card in cards(payload)] == [
        "First of ",
        "### Issue",
        "### Issue",
    ]


def test_a_title_of_an_issue_acts_as_nothing_else() -> None:
    for words in documents.HOSTILE:
        document = replace(
            documents.issues(1), blocks=(Heading(say(words), topic=True), *documents.issues(1).blocks[1:])
        )
        assert not set(recognised(render(document))) & {"mention", "timestamp", "emoji", "block", "url"}


@pytest.mark.parametrize(("number", "lines"), [(1, 1), (18, 1), (40, 1), (3, 60)])
def test_cards_keep_the_limits_of_a_message(number: int, lines: int) -> None:
    for part in parts(documents.issues(number, lines)):
        payload = render(part, KEY)
        assert component_count(payload) <= COMPONENTS.value
        assert text_units(payload) <= TEXT.value
        assert all(card["components"] for card in cards(payload))


async def test_the_lead_stands_in_the_channel_and_the_cards_in_its_thread() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("desk")
        place = Address("discord", str(channel.id), thread=True)
        assert room.threads(place)
        whole = documents.issues(3)
        lead = whole.with_blocks(tuple(
            replace(block, lines=block.lines[:1]) if isinstance(block, Bullets) else block for block in whole.blocks
        ))  # fmt: skip
        first = await room.post(place, lead, KEY)
        further = await room.post(
            replace(place, first=first.message), replace(whole, title=f"{whole.title} (1/2)"), "k2"
        )
        assert further.message.startswith(f"{first.message}/")
        since = discord.utils.snowflake_time(int(first.message))
        beneath = await room.find(replace(place, first=first.message), "k2", since)
        above = await room.find(place, KEY, since)
        assert (beneath and beneath.message, above and above.message) == (further.message, first.message)
        [thread] = channel.threads
        assert thread.name == whole.title, "without the number of a message"


@pytest.mark.parametrize("kind", ["no thread wanted", "not allowed", "a voice channel", "unknown"])
async def test_without_a_thread_to_come_there_is_no_lead(kind: str) -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    assert not room.threads(Address("discord", "1", thread=True)), "not connected"
    async with simcord.run(room.open()) as env:
        guild = env.create_guild()
        closed = {guild.default_role: discord.PermissionOverwrite(create_public_threads=False)}
        channel = guild.create_text_channel("desk", overwrites=closed if kind == "not allowed" else {})
        place = "123" if kind == "unknown" else str(channel.id)
        if kind == "a voice channel":
            place = str(guild.create_voice_channel("talk").id)
        assert not room.threads(Address("discord", place, thread=kind != "no thread wanted"))


async def test_in_a_forum_the_lead_opens_the_post() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        forum = env.create_guild().create_forum_channel("briefings")
        assert room.threads(Address("discord", str(forum.id), thread=True))
