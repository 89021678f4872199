"""Editing a post in its place: against the real peer, and against a Slack that refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from adapters.contract import Address, Gone, RateLimited, Refused, Unavailable
from adapters.slack.client import SlackRoom
from adapters.slack.render import render, render_text
from tests.adapters.slack.rooms import room_at
from tests.adapters.slack.test_slack_outlet import messages, place
from tests.contract import documents
from tests.faultserver import FaultServer, Json, Reset, Status, TooManyRequests

__all__ = ["place"]
UPDATE = "/chat.update"
PLACE = Address("slack", "C0DESK0001")
DONE = Json({"ok": True, "ts": "17.1", "channel": PLACE.place})


@pytest.mark.needs_npm
async def test_an_edited_post_says_what_is_told_now_and_keeps_its_key(peer: str, place: Address) -> None:
    room = room_at(peer)
    receipt = await room.post(place, documents.digest(), "key-1")
    [before] = await messages(peer, place)
    for _ in range(2):  # doing it twice is doing it once
        await room.edit(place, receipt.message, documents.usual())
    [message] = await messages(peer, place)
    await room.close()
    wanted = render(documents.usual())
    assert (message["ts"], message["text"]) == (before["ts"], wanted["text"])
    assert [{k: v for k, v in b.items() if k != "block_id"} for b in message["blocks"]] == wanted["blocks"]
    ids = [{block.get("block_id") for block in of["blocks"]} - {None} for of in (before, message)]
    assert not ids[0] & ids[1]


@pytest.fixture
async def room(slack: FaultServer) -> AsyncIterator[SlackRoom]:
    room = room_at(slack.url)
    yield room
    await room.close()


async def test_an_edit_names_the_message_in_its_thread_and_conversation(room: SlackRoom, slack: FaultServer) -> None:
    slack.script("POST", UPDATE, DONE, DONE)
    await room.edit(PLACE, "17.1/18.2", replace(documents.usual(), calls="S0WATCH001"))
    await room.edit(replace(PLACE, place="U0BOSS0001"), "D9/17.1/18.2", documents.usual())
    asked = [one.json for one in slack.seen("POST", UPDATE)]
    assert [(one["channel"], one["ts"]) for one in asked] == [(PLACE.place, "18.2"), ("D9", "18.2")]
    assert all("thread_ts" not in one and "metadata" not in one for one in asked)
    assert "usergroup" not in str(asked)


async def test_where_slack_refuses_the_blocks_the_words_take_their_place(
    room: SlackRoom, slack: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"slack\.payload_refused"]
    slack.script("POST", UPDATE, Json({"ok": False, "error": "invalid_blocks"}), DONE)
    await room.edit(PLACE, "17.1", documents.usual())
    asked = slack.seen("POST", UPDATE)[-1].json
    assert (asked["blocks"], asked["text"]) == ([], render_text(documents.usual())["text"])


@pytest.mark.parametrize(
    ("answer", "family", "why"),
    [
        (Json({"ok": False, "error": "message_not_found"}), Refused, "no longer there"),
        (Json({"ok": False, "error": "cant_update_message"}), Refused, "takes no edit"),
        (Json({"ok": False, "error": "edit_window_closed"}), Refused, "that old"),
        (Json({"ok": False, "error": "not_in_channel"}), Refused, "say /invite"),
        (Json({"ok": False, "error": "account_inactive"}), Gone, "no longer accepts"),
        (TooManyRequests(7), RateLimited, "asks to wait"),
        (Status(500, b"no"), Unavailable, "unknown"),
        (Reset(), Unavailable, "broke"),
    ],
    ids=["deleted", "anothers", "old", "outside", "token", "too many", "500", "reset"],
)
async def test_what_cannot_be_edited_says_why(
    room: SlackRoom, slack: FaultServer, answer: Any, family: type[Exception], why: str
) -> None:
    slack.script("POST", UPDATE, answer)
    with pytest.raises(family, match=why):
        await room.edit(PLACE, "17.1", documents.usual())
    assert len(slack.seen("POST", UPDATE)) == 1
