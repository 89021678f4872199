"""Where a digest stands on Slack: in a channel, in the thread of its first message, in somebody's direct messages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.contract import Address, Ambiguous, Refused
from adapters.slack.client import SlackRoom
from adapters.slack.places import Spot, link, person_in, personal, spot, team_in
from adapters.slack.render import render
from briefs.wording.notices import paused
from tests.adapters.slack.rooms import room_at
from tests.contract import documents
from tests.faultserver import FaultServer, Json

POST, HISTORY, REPLIES = "/chat.postMessage", "/conversations.history", "/conversations.replies"
FIRST, NEXT = "1700000000.000100", "1700000001.000200"
SINCE = datetime.fromtimestamp(1_699_999_990, UTC)
CHANNEL = Address("slack", "C0DESK0001", thread=True, server="T1")
FURTHER = replace(CHANNEL, first=FIRST)


@pytest.fixture
async def room(slack: FaultServer) -> AsyncIterator[SlackRoom]:
    room = room_at(slack.url)
    yield room
    await room.close()


def error(code: str) -> Any:
    return Json({"ok": False, "error": code})


def posted(ts: str = NEXT, channel: str = "C0DESK0001") -> Any:
    return Json({"ok": True, "ts": ts, "channel": channel})


def carrying(ts: str, key: str) -> dict[str, Any]:
    return {"ts": ts, "metadata": {"event_type": "brief_posted", "event_payload": {"key": key}}}


async def test_further_messages_of_a_digest_reply_to_its_first(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", POST, posted(FIRST), posted(NEXT))
    first = await room.post(CHANNEL, documents.usual(), "key-0")
    further = await room.post(replace(CHANNEL, first=first.message), documents.digest(), "key-1")
    lead, reply = (seen.json for seen in slack.seen("POST", POST))
    assert "thread_ts" not in lead
    assert (reply["thread_ts"], reply["reply_broadcast"]) == (FIRST, False)
    assert (first.message, further.message) == (FIRST, f"{FIRST}/{NEXT}")


async def test_without_the_option_all_messages_stand_in_the_channel(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", POST, posted())
    receipt = await room.post(replace(FURTHER, thread=False), documents.usual(), "key-1")
    [seen] = slack.seen("POST", POST)
    assert "thread_ts" not in seen.json
    assert receipt.message == NEXT


@pytest.mark.parametrize("code", ["thread_not_found", "restricted_action_thread_locked", "cannot_reply_to_message"])
async def test_a_thread_that_takes_no_reply_leaves_the_channel(slack: FaultServer, room: SlackRoom, code: str) -> None:
    slack.script("POST", POST, error(code), posted())
    receipt = await room.post(FURTHER, documents.usual(), "key-1")
    assert [seen.json.get("thread_ts") for seen in slack.seen("POST", POST)] == [FIRST, None]
    assert receipt.message == NEXT


async def test_another_refusal_in_a_thread_is_told_and_not_tried_elsewhere(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", POST, error("not_in_channel"))
    with pytest.raises(Refused):
        await room.post(FURTHER, documents.usual(), "key-1")
    assert len(slack.seen("POST", POST)) == 1


async def test_a_reply_in_doubt_is_looked_for_among_the_replies(slack: FaultServer, room: SlackRoom) -> None:
    old = f"{float(FIRST) - 500:.6f}"
    parent = carrying(FIRST, "key-0")
    pages = [
        {"ok": True, "messages": [parent, {"ts": NEXT}], "response_metadata": {"next_cursor": "p2"}},
        {"ok": True, "messages": [parent, carrying("1700000002.000300", "key-1")]},
    ]
    slack.script("POST", REPLIES, *map(Json, pages))
    found = await room.find(FURTHER, "key-1", SINCE)
    assert found is not None
    assert found.message == f"{FIRST}/1700000002.000300"
    first, second = slack.seen("POST", REPLIES)
    assert (first.form["ts"], first.form["limit"], second.form["cursor"]) == (FIRST, "15", "p2")
    slack.script("POST", REPLIES, Json({"ok": True, "messages": [{"ts": FIRST}, {"ts": old}]}))
    assert await room.find(FURTHER, "key-1", SINCE) is None
    assert not slack.seen("POST", HISTORY)


async def test_where_the_thread_is_gone_a_reply_can_only_stand_in_the_channel(
    slack: FaultServer, room: SlackRoom
) -> None:
    slack.script("POST", REPLIES, error("thread_not_found"))
    slack.script("POST", HISTORY, Json({"ok": True, "messages": [carrying(NEXT, "key-1")]}))
    found = await room.find(FURTHER, "key-1", SINCE)
    assert found is not None
    assert spot(found.message).ts == NEXT


async def test_without_the_scope_a_reply_in_doubt_stays_in_doubt(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", REPLIES, error("missing_scope"))
    with pytest.raises(Ambiguous, match="channels:history and groups:history"):
        await room.find(FURTHER, "key-1", SINCE)


async def test_ones_own_digest_goes_to_the_person_and_further_parts_to_that_conversation(
    slack: FaultServer, room: SlackRoom
) -> None:
    own = Address("slack", "U0ALICE001", thread=True, server=personal("T1", "U0ALICE001"))
    slack.script("POST", POST, posted(FIRST, "D0WITH0001"), posted(NEXT, "D0WITH0001"))
    first = await room.post(own, documents.usual(), "key-0")
    further = await room.post(replace(own, first=first.message), documents.digest(), "key-1")
    lead, reply = (seen.json for seen in slack.seen("POST", POST))
    assert lead["channel"] == "U0ALICE001"
    assert (reply["channel"], reply["thread_ts"]) == ("D0WITH0001", FIRST)
    assert (first.message, further.message) == (f"D0WITH0001/{FIRST}", f"D0WITH0001/{FIRST}/{NEXT}")
    with pytest.raises(Ambiguous, match="direct message"):
        await room.find(own, "key-0", SINCE)


async def test_a_group_is_called_by_its_digest_and_by_nothing_else(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", POST, posted())
    await room.post(CHANNEL, replace(documents.usual(), calls="S0WATCH001"), "key-0")
    await room.post(CHANNEL, replace(documents.usual(), calls="<!channel>"), "key-1")
    called, quiet = (seen.json for seen in slack.seen("POST", POST))
    mention = {"type": "rich_text_section", "elements": [{"type": "usergroup", "usergroup_id": "S0WATCH001"}]}
    assert called["blocks"][-1]["elements"][-1] == mention
    assert len(called["blocks"]) == len(render(documents.usual())["blocks"])
    assert quiet["blocks"][1:] == render(documents.usual())["blocks"][1:]


async def test_whose_own_digest_it_is_is_told_of_trouble(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", POST, posted(channel="D0WITH0001"))
    assert await room.warn(personal("T1", "U0ALICE001"), paused("digest-abcde", "not_in_channel"))
    [seen] = slack.seen("POST", POST)
    assert seen.json["channel"] == "U0ALICE001"
    assert "digest-abcde is paused: not_in_channel" in seen.json["text"]


async def test_those_whom_the_operator_lists_are_told_of_trouble_in_a_workspace(slack: FaultServer) -> None:
    slack.script("POST", POST, error("user_not_found"), posted(channel="D0WITH0001"))
    room = room_at(slack.url, managers=("admins", "U0LEFT0001", "U0BOSS0001"), prefix="dl-")
    assert await room.warn("T1", paused("digest-abcde", "archived"))
    assert "/dl-subscription resume with digest-abcde" in slack.seen("POST", POST)[-1].json["text"]
    assert [seen.json["channel"] for seen in slack.seen("POST", POST)] == ["U0LEFT0001", "U0BOSS0001"]
    await room.close()
    nobody = room_at(slack.url)
    assert not await nobody.warn("T1", paused("digest-abcde", "archived"))
    await nobody.close()


def test_names_of_places_and_messages_are_read_as_they_are_written() -> None:
    for one in (Spot("17.1"), Spot("17.2", "17.1"), Spot("17.1", channel="D9"), Spot("17.2", "17.1", "D9")):
        assert spot(str(one)) == one
    assert (team_in("T1"), person_in("T1")) == ("T1", "")
    assert (team_in("@T1/U2"), person_in("@T1/U2")) == ("T1", "U2")


def test_a_message_has_its_address_in_the_workspace() -> None:
    at = "https://desk.slack.com/archives"
    assert link("desk", "C1", FIRST) == f"{at}/C1/p1700000000000100"
    assert link("desk", "C1", f"{FIRST}/{NEXT}") == f"{at}/C1/p1700000001000200?thread_ts={FIRST}&cid=C1"
    assert link("desk", "U1", f"D9/{FIRST}") == f"{at}/D9/p1700000000000100"
    assert link("", "C1", FIRST) == link("desk", "C1", "nonsense") == ""
