"""A Slack that keeps what is posted, and keeps its limits: 429 a method, workspace and channel; history by the minute.

Since 2025 an app outside the Marketplace reads one page of fifteen messages a minute. The server's minute is a number
that the test moves on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.contract import Address, Ambiguous, RateLimited
from adapters.slack.client import Pace, SlackRoom
from tests.adapters.slack.apps import kept_for, replicas, script_teams
from tests.adapters.slack.rooms import room_at
from tests.contract import documents
from tests.faultserver import Drop, FaultServer, Json, Made, Seen, TooManyRequests
from tests.stores import fresh

SINCE = datetime(2022, 3, 3, 8, tzinfo=UTC)
PLACE = Address("slack", "C1")


@dataclass
class Kept:
    """One channel's messages, newest first, and how often its history was read in this minute."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    lose: int = 0
    """How many answers are lost after the post was made."""
    read: int = 0
    refused: int = 0

    def post(self, seen: Seen) -> Any:
        ts = f"{SINCE.timestamp() + len(self.messages):.6f}"
        self.messages.insert(0, {"ts": ts, **seen.json})
        self.lose -= 1
        return Drop() if self.lose >= 0 else Json({"ok": True, "ts": ts, "channel": "C1"})

    def chatter(self, count: int) -> None:
        for _ in range(count):
            self.messages.insert(0, {"ts": f"{SINCE.timestamp() + len(self.messages):.6f}", "text": "chatter"})

    def history(self, seen: Seen) -> Any:
        self.read += 1
        if self.read > 1:
            self.refused += 1
            return TooManyRequests(60, {"ok": False, "error": "ratelimited"})
        asked = seen.form
        assert int(asked["limit"]) <= 15
        start, oldest = int(asked.get("cursor") or 0), float(asked.get("oldest") or 0)
        fitting = [one for one in self.messages if float(one["ts"]) >= oldest]
        shown = fitting[start : start + 15]
        more = str(start + 15) if len(fitting) > start + 15 else ""
        return Json({"ok": True, "messages": shown, "response_metadata": {"next_cursor": more}})


@pytest.fixture
def kept(slack: FaultServer) -> Iterator[Kept]:
    held = Kept()
    slack.script("POST", "/chat.postMessage", Made(held.post))
    slack.script("POST", "/conversations.history", Made(held.history))
    yield held
    assert len({json.dumps(one.get("metadata")) for one in held.messages if "metadata" in one}) == sum(
        "metadata" in one for one in held.messages
    ), "a post was made twice"


def room_of(slack: FaultServer) -> SlackRoom:
    return room_at(slack.url, pace=Pace(request=2))


async def test_a_post_whose_answer_was_lost_is_found_after_a_restart(slack: FaultServer, kept: Kept) -> None:
    kept.lose = 1
    before = room_of(slack)
    with pytest.raises(Ambiguous):
        await before.post(PLACE, documents.usual(), "key-1")
    await before.close()
    kept.chatter(14)
    after = room_of(slack)
    found = await after.find(PLACE, "key-1", SINCE)
    assert found is not None
    assert found.message == kept.messages[-1]["ts"]
    await after.close()


@pytest.mark.parametrize("chatter", [15, 40, 100])
async def test_in_a_busy_channel_it_is_found_page_by_page_a_minute_each(
    slack: FaultServer, kept: Kept, chatter: int
) -> None:
    """Each look-up goes on where Slack asked the last one to wait."""
    kept.lose = 1
    room = room_of(slack)
    with pytest.raises(Ambiguous):
        await room.post(PLACE, documents.usual(), "key-1")
    kept.chatter(chatter)
    minutes, found = 0, None
    while found is None:
        try:
            found = await room.find(PLACE, "key-1", SINCE)
        except RateLimited:
            kept.read, minutes = 0, minutes + 1
    assert found.message == kept.messages[-1]["ts"]
    assert minutes == chatter // 15
    await room.close()


async def test_what_was_never_posted_is_surely_not_there_however_busy_the_channel(
    slack: FaultServer, kept: Kept
) -> None:
    kept.chatter(31)
    room = room_of(slack)
    for _ in range(2):
        with pytest.raises(RateLimited):
            await room.find(PLACE, "key-1", SINCE)
        kept.read = 0
    assert await room.find(PLACE, "key-1", SINCE) is None
    kept.read = 0
    with pytest.raises(RateLimited):  # and the next look-up of that key begins anew
        await room.find(PLACE, "key-1", SINCE)
    assert [seen.form.get("cursor", "") for seen in slack.seen("POST", "/conversations.history")] == [
        "", "15", "15", "30", "30", "", "15",
    ]  # fmt: skip
    await room.close()


async def test_one_look_up_does_not_go_on_with_anothers_pages(slack: FaultServer, kept: Kept) -> None:
    room = room_of(slack)
    kept.chatter(20)
    with pytest.raises(RateLimited):
        await room.find(PLACE, "key-1", SINCE)
    kept.read = 0
    with pytest.raises(RateLimited):
        await room.find(PLACE, "key-2", SINCE)
    first, _, second, _ = (seen.form.get("cursor", "") for seen in slack.seen("POST", "/conversations.history"))
    assert (first, second) == ("", "")
    await room.close()


async def test_a_channel_that_must_wait_holds_up_no_other_channel_and_no_other_method(slack: FaultServer) -> None:
    def limited(seen: Seen) -> Any:
        if seen.json["channel"] == "C1":
            return TooManyRequests(30, {"ok": False, "error": "ratelimited"})
        return Json({"ok": True, "ts": "1646208000.000100"})

    slack.script("POST", "/chat.postMessage", Made(limited))
    slack.script("POST", "/conversations.history", Json({"ok": True, "messages": []}))
    room = room_of(slack)
    with pytest.raises(RateLimited) as caught:
        await room.post(PLACE, documents.usual(), "key-1")
    assert caught.value.retry_after == 30
    assert (await room.post(Address("slack", "C2"), documents.usual(), "key-2")).message
    assert await room.find(PLACE, "key-1", SINCE) is None
    assert len(slack.seen("POST", "/chat.postMessage")) == 2
    await room.close()


async def test_a_workspace_that_must_wait_holds_up_no_other_workspace(slack: FaultServer, tmp_path: Path) -> None:
    script_teams(slack, {"xoxb-one": "T1", "xoxb-two": "T2"})

    def limited(seen: Seen) -> Any:
        if seen.headers["Authorization"] == "Bearer xoxb-one":
            return TooManyRequests(30, {"ok": False, "error": "ratelimited"})
        return Json({"ok": True, "ts": "1646208000.000100"})

    slack.script("POST", "/chat.postMessage", Made(limited))
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        for team, token in (("T1", "xoxb-one"), ("T2", "xoxb-two")):
            await one.kept.save(kept_for(team, token))
        with pytest.raises(RateLimited):
            await one.room.post(Address("slack", "C1", server="T1"), documents.usual(), "key-1")
        assert (await one.room.post(Address("slack", "C1", server="T2"), documents.usual(), "key-2")).message
