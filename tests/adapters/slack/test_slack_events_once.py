"""Events over HTTP: each taken once, however often Slack sends it, and none that Dateline itself caused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from adapters.slack.client import SlackRoom
from tests.adapters.slack.rooms import room_at, send, served, signed
from tests.faultserver import FaultServer

RETRIED = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}


def hearing(room: SlackRoom, kind: str, taken: list[str]) -> SlackRoom:
    """The room with one more listener, which notes the text of events of this kind."""
    plain: Callable[[], Any] = room._listening.bolt

    def bolt() -> Any:
        app = plain()

        async def heard(event: dict[str, Any]) -> None:
            taken.append(event["text"])

        app.event(kind)(heard)
        return app

    room._listening.bolt = bolt  # type: ignore[method-assign]
    return room


async def tell(room: SlackRoom, number: int, headers: dict[str, str] | None = None, **event: str) -> int:
    body = json.dumps(
        {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{number}", "event": {"text": f"{number}", **event}}
    )
    sent = signed(body) | {"Content-Type": "application/json"} | (headers or {})
    return (await send(room, body, sent))[0]


async def test_an_event_that_slack_sends_again_is_taken_once_and_acknowledged_each_time(slack: FaultServer) -> None:
    taken: list[str] = []
    pinned = {"type": "pin_added", "user": "U2"}
    async with served(hearing(room_at(slack.url), "pin_added", taken)) as room:
        assert await tell(room, 1, **pinned) == 200
        assert await tell(room, 1, RETRIED, **pinned) == 200
        assert await tell(room, 2, **pinned) == 200
    assert taken == ["1", "2"]


async def test_what_dateline_itself_says_is_no_event(slack: FaultServer) -> None:
    taken: list[str] = []
    async with served(hearing(room_at(slack.url), "pin_added", taken)) as room:
        assert await tell(room, 1, type="pin_added", channel="D1", user="U1") == 200
        assert await tell(room, 2, type="pin_added", channel="D1", bot_id="B1") == 200
        assert await tell(room, 3, type="pin_added", channel="D1", user="U2") == 200
    assert taken == ["3"]
