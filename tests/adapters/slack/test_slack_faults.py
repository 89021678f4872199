"""What Slack and the wire do at their worst, on a loopback server: the right outlet error each time, sent once."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.contract import (
    Address,
    Ambiguous,
    Gone,
    OutletError,
    RateLimited,
    Refused,
    TooLong,
    Unavailable,
)
from adapters.slack.client import Pace, SlackRoom
from tests.adapters.slack.rooms import TOKEN, room_at
from tests.contract import documents
from tests.faultserver import Drop, FaultServer, Hang, Json, Reset, Status, Step, TooManyRequests

PLACE = Address("slack", "C1")
POST, HISTORY = "/chat.postMessage", "/conversations.history"
SINCE = datetime(2022, 3, 3, 8, tzinfo=UTC)
NOW = f"{SINCE.timestamp():.6f}"


@pytest.fixture
async def room(slack: FaultServer) -> AsyncIterator[SlackRoom]:
    room = room_at(slack.url, pace=Pace(request=1))
    yield room
    await room.close()


async def post(room: SlackRoom) -> None:
    await room.post(PLACE, documents.usual(), "key-1")


def error(code: str, **more: Any) -> Status:
    return Json({"ok": False, "error": code, **more})


def page(*messages: dict[str, Any], cursor: str = "") -> Status:
    return Json({"ok": True, "messages": list(messages), "response_metadata": {"next_cursor": cursor}})


def told(key: str, ts: str = NOW) -> dict[str, Any]:
    return {"ts": ts, "metadata": {"event_type": "brief_posted", "event_payload": {"key": key}}}


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (TooManyRequests(7, {"ok": False, "error": "ratelimited"}), 7.0),
        (Status(429, b"", {"Retry-After": "12"}), 12.0),
        (Status(429, b"slow down", {"Retry-After": "soon"}), 30.0),
        (error("ratelimited"), 30.0),
        (error("message_limit_exceeded"), 30.0),
    ],
)
async def test_slack_asking_to_wait_is_rate_limited(
    slack: FaultServer, room: SlackRoom, answer: Step, seconds: float
) -> None:
    slack.script("POST", POST, answer)
    with pytest.raises(RateLimited) as caught:
        await post(room)
    assert caught.value.retry_after == seconds
    assert len(slack.seen("POST", POST)) == 1


@pytest.mark.parametrize(
    "step",
    [
        Status(500, b"<html>", {"Content-Type": "text/html"}),
        Status(502, b""),
        Status(503, b"{", {"Content-Type": "application/json"}),
        Status(200, b"<html>hello</html>", {"Content-Type": "text/html"}),
        Status(200, b"not json", {"Content-Type": "application/json"}),
        Json({"ok": True}),
        Json({"ok": False, "error": "not_in_channel"}, 503),
        error("internal_error"),
        error("fatal_error"),
        error("service_unavailable"),
        error("request_timeout"),
        Reset(),
        Reset(before_body=True),
        Drop(),
        Hang(),
    ],
    ids=str,
)
async def test_an_ending_that_leaves_the_post_unknown_is_ambiguous_and_never_repeated(
    slack: FaultServer, room: SlackRoom, step: Step
) -> None:
    slack.script("POST", POST, step, Json({"ok": True, "ts": NOW}))
    with pytest.raises(Ambiguous):
        await post(room)
    assert len(slack.seen("POST", POST)) == (0 if step == Reset(before_body=True) else 1)


async def test_no_connection_at_all_means_nothing_was_sent() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        room = room_at(f"http://127.0.0.1:{nobody.getsockname()[1]}/")
        with pytest.raises(Unavailable, match="nothing was sent"):
            await post(room)
        await room.close()


@pytest.mark.parametrize(
    ("code", "kind", "hint"),
    [
        ("not_in_channel", Refused, "/invite @Dateline"),
        ("channel_not_found", Refused, "/invite @Dateline"),
        ("is_archived", Refused, "un-archive"),
        ("restricted_action", Refused, "posting permissions"),
        ("restricted_action_read_only_channel", Refused, "read-only"),
        ("missing_scope", Refused, "needs chat:write"),
        ("something_slack_invents_tomorrow", Refused, "something_slack_invents_tomorrow"),
        ("invalid_auth", Gone, "DATELINE_SLACK_BOT_TOKEN"),
        ("token_revoked", Gone, "DATELINE_SLACK_BOT_TOKEN"),
        ("account_inactive", Gone, "reinstall"),
        ("token_expired", Gone, "DATELINE_SLACK_BOT_TOKEN"),
    ],
)
async def test_slacks_errors_say_what_to_do(
    slack: FaultServer, room: SlackRoom, code: str, kind: type[OutletError], hint: str
) -> None:
    slack.script("POST", POST, error(code, needed="chat:write"))
    with pytest.raises(kind) as caught:
        await post(room)
    assert hint in str(caught.value)
    assert TOKEN not in str(caught.value)
    assert len(slack.seen("POST", POST)) == 1


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_blocks_too_long", "msg_too_long"])
async def test_refused_blocks_go_out_once_more_as_plain_text(
    slack: FaultServer, room: SlackRoom, code: str, expected_warnings: list[str]
) -> None:
    expected_warnings.append(f"slack.payload_refused .*{code}")
    slack.script("POST", POST, error(code), Json({"ok": True, "ts": NOW}))
    receipt = await room.post(PLACE, documents.usual(), "key-1")
    first, second = (seen.json for seen in slack.seen("POST", POST))
    assert receipt.message == NOW
    assert "blocks" in first
    assert "blocks" not in second
    assert second["text"] == first["text"]
    assert second["metadata"] == first["metadata"]


async def test_text_refused_too_is_too_long(slack: FaultServer, room: SlackRoom, expected_warnings: list[str]) -> None:
    expected_warnings.append("slack.payload_refused")
    slack.script("POST", POST, error("msg_too_long"))
    with pytest.raises(TooLong):
        await post(room)
    assert len(slack.seen("POST", POST)) == 2


@pytest.mark.parametrize("how", ["metadata", "block"])
async def test_an_answer_lost_after_the_post_was_made_leaves_exactly_one_post(
    slack: FaultServer, room: SlackRoom, how: str
) -> None:
    """Found by its metadata or, where Slack shows none, by the id of its first block."""
    slack.script("POST", POST, Drop())
    with pytest.raises(Ambiguous):
        await post(room)
    [made] = slack.seen("POST", POST)
    kept = {"ts": NOW, "blocks": made.json["blocks"]} | (
        {"metadata": made.json["metadata"]} if how == "metadata" else {}
    )
    slack.script("POST", HISTORY, page({"ts": NOW, "text": "chatter"}, kept))
    found = await room.find(PLACE, "key-1", SINCE)
    assert found is not None
    assert found.message == NOW
    assert len(slack.seen("POST", POST)) == 1
    [asked] = slack.seen("POST", HISTORY)
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
    assert (asked.form["include_all_metadata"], asked.form["limit"]) == ("true", "15")
    assert "oldest" not in asked.form, "the newest messages, whatever our clock says"


async def test_a_post_is_found_by_a_clock_that_was_days_ahead_when_it_left(slack: FaultServer, room: SlackRoom) -> None:
    """Found by the model-based test: looked for from a time that Slack had not reached, it was posted twice."""
    slack.script("POST", HISTORY, page({"ts": NOW, "text": "chatter"}, told("key-1"), cursor="more"))
    assert await room.find(PLACE, "key-1", SINCE + timedelta(days=2)) is not None


async def test_a_post_that_is_not_there_is_surely_not_there(slack: FaultServer, room: SlackRoom) -> None:
    old = f"{SINCE.timestamp() - 61:.6f}"
    slack.script("POST", HISTORY, page(told("key-2"), {"ts": NOW, "text": "x"}, told("key-0", old), cursor="more"))
    assert await room.find(PLACE, "key-1", SINCE) is None
    slack.script("POST", HISTORY, page())
    assert await room.find(PLACE, "key-1", SINCE) is None


async def test_the_next_pages_are_read_until_the_post_is_found(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", HISTORY, page(told("a"), cursor="p2"), page(told("b"), cursor="p3"), page(told("key-1")))
    assert await room.find(PLACE, "key-1", SINCE) is not None
    assert [seen.form.get("cursor") for seen in slack.seen("POST", HISTORY)] == [None, "p2", "p3"]


@pytest.mark.parametrize(
    "step",
    [
        error("missing_scope", needed="channels:history", provided="chat:write"),
        error("not_in_channel"),
        Status(500, b""),
        Reset(),
        page({"ts": NOW}, cursor="more"),
    ],
    ids=["missing scope", "not in channel", "500", "reset", "endless"],
)
async def test_a_look_up_that_cannot_know_is_ambiguous(slack: FaultServer, room: SlackRoom, step: Step) -> None:
    slack.script("POST", HISTORY, step)
    with pytest.raises(Ambiguous):
        await room.find(PLACE, "key-1", SINCE)


async def test_a_look_up_slack_wants_to_wait_for_says_how_long(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", HISTORY, TooManyRequests(60, {"ok": False, "error": "ratelimited"}))
    with pytest.raises(RateLimited) as caught:
        await room.find(PLACE, "key-1", SINCE)
    assert caught.value.retry_after == 60


async def test_a_room_can_post_while_it_serves_nobody_and_after_its_session_was_closed(slack: FaultServer) -> None:
    slack.script("POST", POST, Json({"ok": True, "ts": NOW}))
    room = room_at(slack.url)
    await post(room)
    [seen] = slack.seen("POST", POST)
    assert seen.headers["Authorization"] == f"Bearer {TOKEN}"
    assert seen.json["channel"] == "C1"
    await room.close()
    await room.close()
