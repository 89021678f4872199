"""Posting and looking up against the real peer: npm's emulator of Slack's Web API."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from adapters.contract import Address, Ambiguous, Refused
from adapters.slack.client import SlackRoom
from adapters.slack.render import render
from tests.adapters.slack.rooms import TOKEN, room_at
from tests.contract import documents

pytestmark = pytest.mark.needs_npm


async def ask(peer: str, method: str, **given: Any) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(peer + method, json=given) as answer,
    ):
        said: dict[str, Any] = await answer.json()
        assert said["ok"], said
        return said


@pytest.fixture
async def place(peer: str) -> Address:
    made = await ask(peer, "conversations.create", name=f"c-{secrets.token_hex(6)}")
    return Address("slack", made["channel"]["id"])


@pytest.fixture
async def room(peer: str) -> AsyncIterator[SlackRoom]:
    room = room_at(peer)
    yield room
    await room.close()


async def messages(peer: str, place: Address) -> list[dict[str, Any]]:
    return list((await ask(peer, "conversations.history", channel=place.place))["messages"])


def now() -> datetime:
    return datetime.now(UTC)


async def test_a_post_stands_in_the_channel_with_its_words_blocks_and_key(
    peer: str, place: Address, room: SlackRoom
) -> None:
    receipt = await room.post(place, documents.usual(), "key-1")
    [message] = await messages(peer, place)
    wanted = render(documents.usual())
    assert message["ts"] == receipt.message
    assert message["text"] == wanted["text"]
    assert [{k: v for k, v in b.items() if k != "block_id"} for b in message["blocks"]] == wanted["blocks"]
    assert message["metadata"] == {"event_type": "brief_posted", "event_payload": {"key": "key-1"}}
    assert receipt.at.tzinfo is not None


async def test_a_post_is_found_by_its_key_and_no_other_is(place: Address, room: SlackRoom) -> None:
    since = now()
    assert await room.find(place, "key-1", since) is None
    receipt = await room.post(place, documents.usual(), "key-1")
    await room.post(place, documents.digest(), "key-2")
    found = await room.find(place, "key-1", since)
    assert found is not None
    assert found.message == receipt.message
    assert await room.find(place, "key-3", since) is None
    assert await room.find(place, "key-1", now() + timedelta(hours=1)) is not None, "our clock may be wrong"


async def test_a_post_is_found_behind_a_page_of_others(peer: str, place: Address, room: SlackRoom) -> None:
    since = now()
    receipt = await room.post(place, documents.usual(), "key-1")
    for n in range(20):
        await ask(peer, "chat.postMessage", channel=place.place, text=f"chatter {n}")
    found = await room.find(place, "key-1", since)
    assert found is not None
    assert found.message == receipt.message


async def test_a_channel_too_busy_to_be_sure_is_ambiguous(peer: str, place: Address, room: SlackRoom) -> None:
    since = now()
    for n in range(61):
        await ask(peer, "chat.postMessage", channel=place.place, text=f"chatter {n}")
    with pytest.raises(Ambiguous, match="too many messages"):
        await room.find(place, "key-1", since)


async def test_all_parts_of_a_long_document_are_posted_in_order(peer: str, place: Address, room: SlackRoom) -> None:
    parts = room.parts(documents.long_list(60))
    assert len(parts) > 1
    for n, part in enumerate(parts):
        await room.post(place, part, f"key-{n}")
    assert [m["text"] for m in reversed(await messages(peer, place))] == [render(part)["text"] for part in parts]


async def test_further_parts_stand_in_the_thread_of_the_first_and_are_found_there(
    peer: str, place: Address, room: SlackRoom
) -> None:
    since, threaded = now(), replace(place, thread=True)
    first, second, *_ = room.parts(documents.long_list(60))
    lead = await room.post(threaded, first, "key-0")
    further = replace(threaded, first=lead.message)
    reply = await room.post(further, second, "key-1")
    assert [message["ts"] for message in await messages(peer, place)] == [lead.message]
    told = await ask(peer, "conversations.replies", channel=place.place, ts=lead.message)
    assert [message["text"] for message in told["messages"]] == [render(part)["text"] for part in (first, second)]
    found = await room.find(further, "key-1", since)
    assert found is not None
    assert found.message == reply.message == f"{lead.message}/{told['messages'][1]['ts']}"
    assert await room.find(further, "key-2", since) is None


async def test_an_unknown_and_an_archived_channel_refuse(peer: str, place: Address, room: SlackRoom) -> None:
    with pytest.raises(Refused, match=r"channel_not_found.*/invite @dateline"):
        await room.post(Address("slack", "C0NOWHERE"), documents.usual(), "key-1")
    await ask(peer, "conversations.archive", channel=place.place)
    with pytest.raises(Refused, match="is_archived"):
        await room.post(place, documents.usual(), "key-1")


async def test_an_answer_lost_after_the_post_was_made_leaves_exactly_one_post(peer: str, place: Address) -> None:
    """A proxy hands the request to the peer, then cuts the line before its answer arrives."""
    lost: list[str] = []

    async def hand_over(request: web.Request) -> web.StreamResponse:
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                peer + request.match_info["method"], data=await request.read(), headers=dict(request.headers)
            ) as answer,
        ):
            body = await answer.read()
        if request.match_info["method"] == "chat.postMessage":
            lost.append("answer")
            assert request.transport is not None
            request.transport.abort()
        return web.Response(body=body, content_type="application/json")

    app = web.Application()
    app.router.add_post("/{method}", hand_over)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    room = room_at(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    since = now()
    try:
        with pytest.raises(Ambiguous):
            await room.post(place, documents.usual(), "key-1")
        found = await room.find(place, "key-1", since)
    finally:
        await room.close()
        await runner.cleanup()
    [message] = await messages(peer, place)
    assert lost == ["answer"]
    assert found is not None
    assert found.message == message["ts"]
