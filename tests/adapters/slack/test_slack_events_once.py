"""Events over HTTP: each taken once, however often Slack sends it, and none that Dateline itself caused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from adapters.installations import NotKept
from adapters.slack.client import SlackRoom
from tests.adapters.slack.apps import kept_for, replicas, script_teams
from tests.adapters.slack.rooms import room_at, send, served, signed, slash
from tests.faultserver import FaultServer
from tests.stores import fresh

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


async def test_an_event_that_slack_sends_again_to_another_replica_is_answered_once(
    slack: FaultServer, tmp_path: Path, each_database: str
) -> None:
    script_teams(slack, {"xoxb-one": "T1"})
    mention = {"type": "app_mention", "user": "U2", "text": "<@UT1> position cambodia", "channel": "C1", "ts": "1.1"}
    async with replicas(slack.url, fresh(tmp_path), 3) as three:
        await three[0].kept.save(kept_for("T1", "xoxb-one"))
        for replica, headers in zip(three, ({}, RETRIED, RETRIED), strict=True):
            assert await replica.event(mention, headers) == 200
        await slack.wait_for("POST", "/chat.postMessage")
        for replica in three:
            await replica.room._listening.drain(5)
        assert [len(replica.answers.asked) for replica in three] == [1, 0, 0]
    assert len(slack.seen("POST", "/chat.postMessage")) == 1


async def test_without_its_database_a_replica_still_takes_events_and_says_why(
    slack: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.installations_unusable reason=gone then=events are told apart in this process")
    expected_warnings.append("slack.installations_unusable reason=gone then=the question is answered all the same")

    class Closed:
        def __getattr__(self, name: str) -> Any:
            async def closed(*_: Any) -> None:
                raise NotKept("gone")

            return closed

    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        one.kept = Closed()  # type: ignore[assignment]
        workspaces = one.room._workspaces
        assert [await workspaces.first(event) for event in ("Ev1", "Ev1", "Ev2")] == [True, False, True]
        body = slash("/position", "cambodia", f"{slack.url}/respond/1")
        assert (await send(one.room, body))[0] == 200
        await slack.wait_for("POST", "/respond/1")


async def test_what_dateline_says_in_any_of_many_workspaces_is_no_event(slack: FaultServer, tmp_path: Path) -> None:
    script_teams(slack, {"xoxb-one": "T1", "xoxb-two": "T2"})
    async with replicas(slack.url, fresh(tmp_path)) as (one,):
        for team, token in (("T1", "xoxb-one"), ("T2", "xoxb-two")):
            await one.kept.save(kept_for(team, token))
        for number, (team, who) in enumerate((("T1", "UT1"), ("T2", "UT2"), ("T2", "UT1"))):
            mention = {"type": "app_mention", "user": who, "text": "position cambodia", "channel": "C1", "ts": "1.1"}
            assert await one.event(mention, team_id=team, event_id=f"Ev{number}") == 200
        await slack.wait_for("POST", "/chat.postMessage")
        await one.room._listening.drain(5)
        assert [asked.server for asked in one.answers.asked] == ["T2"]  # UT1 is somebody else there
