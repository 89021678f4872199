"""Editing a post in its place: one request that says which, harmless to repeat; what cannot be edited says why."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
import simcord

from adapters.contract import Address, Gone, RateLimited, Refused, TooLong, Unavailable
from adapters.discord.client import DiscordRoom
from briefs.plain import plain
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.reader import seen
from tests.adapters.discord.test_posting import KEY, PLACE, Pauses, made, pauses, server, stored
from tests.contract import documents
from tests.contract.test_renderers import words_of
from tests.faultserver import Drop, FaultServer, Json, Reset, Status, TooManyRequests

__all__ = ["pauses", "server"]

MESSAGE = f"/channels/{PLACE.place}/messages/900"


@pytest_asyncio.fixture
async def room(server: FaultServer, pauses: Pauses) -> AsyncIterator[DiscordRoom]:
    room = made(server, pauses)
    async with room.open() as client:
        await client.login("token")
        yield room


async def test_an_edit_puts_the_whole_document_in_the_place_of_the_message_and_pings_nobody(
    room: DiscordRoom,
    server: FaultServer,
) -> None:
    server.script("PATCH", MESSAGE, Json(stored(5)))
    await room.edit(PLACE, "900", replace(documents.usual(), calls="99"))
    [request] = server.seen("PATCH", MESSAGE)
    assert words_of(seen(request.json)) == ["<@&99>", *words_of(plain(documents.usual()))], "the role stays named"
    assert request.json["allowed_mentions"] == {"parse": []}
    assert not request.json.get("content")
    assert request.json.get("flags", 1 << 15) & 1 << 15


async def test_what_stands_in_a_thread_is_edited_there(room: DiscordRoom, server: FaultServer) -> None:
    server.script("PATCH", "/channels/901/messages/902", Json(stored(5)))
    await room.edit(PLACE, "901/902", documents.usual())
    assert len(server.seen("PATCH", "/channels/901/messages/902")) == 1


async def test_a_lost_answer_is_tried_again(room: DiscordRoom, server: FaultServer, pauses: Pauses) -> None:
    server.script("PATCH", MESSAGE, Reset(), Json(stored(5)))
    await room.edit(PLACE, "900", documents.usual())
    assert (len(server.seen("PATCH", MESSAGE)), pauses.asked) == (2, [1.0])


@pytest.mark.parametrize(
    ("answer", "family", "why"),
    [
        (Json({"code": 10008, "message": "Unknown Message"}, 404), Refused, "no longer there"),
        (Json({"code": 30046, "message": "Max edits"}, 429), Refused, "no more edits of a message that old"),
        (Json({"code": 50005, "message": "Another's"}, 403), Refused, "not Dateline's"),
        (Json({"code": 50083, "message": "Archived"}, 400), Refused, "is archived"),
        (Json({"code": 50001, "message": "Missing Access"}, 403), Refused, "cannot see the channel"),
        (Json({"code": 10003, "message": "Unknown Channel"}, 404), Gone, "no longer exists"),
        (Json({"code": 50035, "message": "Invalid"}, 400), TooLong, "breaks a limit"),
        (TooManyRequests(3000), RateLimited, "asks to wait"),
        (Status(503, b"no"), Unavailable, "503"),
        (Drop(), Unavailable, "broke"),
    ],
    ids=["deleted", "old", "anothers", "archived", "unseen", "gone", "long", "too many", "503", "dropped"],
)
async def test_what_cannot_be_edited_says_why(
    room: DiscordRoom,
    server: FaultServer,
    answer: Any,
    family: type[Exception],
    why: str,
) -> None:
    server.script("PATCH", MESSAGE, answer)
    with pytest.raises(family, match=why):
        await room.edit(PLACE, "900", documents.usual())


async def test_a_receipt_that_names_no_message_is_refused(room: DiscordRoom) -> None:
    with pytest.raises(Refused, match="names no message"):
        await room.edit(PLACE, "console:1", documents.usual())


async def test_in_a_simulated_channel_the_message_says_what_is_told_now() -> None:
    oracle = Oracle()
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        channel = env.create_guild().create_text_channel("general")
        place = Address("discord", str(channel.id))
        receipt = await room.post(place, documents.digest(), KEY)
        await room.edit(place, receipt.message, documents.usual())
        [message] = channel.history()
        payload = {"components": [component.to_dict() for component in message.components]}
        assert words_of(plain(documents.usual())) == words_of(seen(payload))
        assert message.flags.value & 1 << 15
