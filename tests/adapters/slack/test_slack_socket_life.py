"""The life of a socket: every kind of envelope, pings, renewals, deaths. Nothing is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.contract import CredentialsRefused
from adapters.slack.client import Pace, SlackRoom
from tests.adapters.slack.kinds import CATALOGUE, KINDS, Kind, complete
from tests.adapters.slack.rooms import Answers, served
from tests.adapters.slack.sockets import HASTY, SocketSlack, envelope, socket_room, sockets_of_slack

each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.fixture
async def sockets() -> AsyncIterator[SocketSlack]:
    async with sockets_of_slack() as server:
        yield server


def room_of(sockets: SocketSlack, answers: Answers | None = None, **settings: Any) -> SlackRoom:
    given = {"commands": CATALOGUE, "complete": complete, "pace": HASTY} | settings
    return socket_room(sockets, answers, **given)


def answers_at(sockets: SocketSlack, number: int = 1) -> str:
    return sockets.url.replace("/api/", f"/respond/{number}")


async def heard(sockets: SocketSlack, kind: Kind, count: int = 1) -> list[int]:
    """How often each call of that kind came, once all came."""
    paths = [path.strip("/") for path in kind.heard]
    for path in paths:
        await sockets.wait_for(path, count)
    return [len(sockets.heard[path]) for path in paths]


@each_kind
async def test_an_envelope_of_every_kind_is_acknowledged_as_slack_wants(sockets: SocketSlack, kind: Kind) -> None:
    async with served(room_of(sockets)):
        await sockets.connected(1)
        await sockets.send(kind.socket(answers_at(sockets), 1))
        said = await sockets.acknowledged()
        assert said.pop("envelope_id") == "E-1"
        assert kind.taken(said.get("payload", "")), said
        assert await heard(sockets, kind) == [1] * len(kind.heard)


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.again], ids=lambda kind: kind.heard[0])
async def test_a_doubled_envelope_is_acknowledged_twice_and_done_once(sockets: SocketSlack, kind: Kind) -> None:
    answers = Answers()
    async with served(room_of(sockets, answers)) as room:
        await sockets.connected(1)
        await sockets.send(kind.socket(answers_at(sockets), 1))
        await sockets.send(kind.socket(answers_at(sockets), 1, retry_attempt=1, retry_reason="timeout"))
        assert [(await sockets.acknowledged())["envelope_id"] for _ in range(2)] == ["E-1", "E-1"]
        await heard(sockets, kind)
        await room.close()
    assert [len(sockets.heard[path.strip("/")]) for path in kind.heard] == [1]
    assert len(answers.asked) == 1


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_when_slack_renews_a_connection_no_envelope_is_lost_or_doubled(sockets: SocketSlack, reason: str) -> None:
    """Ten envelopes before the word, ten after it, each sent again on the new socket if nobody acknowledged it."""
    answers = Answers()
    async with served(room_of(sockets, answers)) as room:
        await sockets.connected(1)
        for number in range(10):
            await sockets.deliver(envelope(f"before {number}", answers_at(sockets, number), number))
        await sockets.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "a"}})
        await sockets.connected(2)
        for number in range(10, 20):
            await sockets.deliver(envelope(f"after {number}", answers_at(sockets, number), number))
        for number in range(20):
            await sockets.wait_for(f"respond/{number}")
        await sockets.all_acknowledged()
        assert room.serving.is_set()
    assert sorted(request.line for request in answers.asked) == sorted(
        [f"before {number}" for number in range(10)] + [f"after {number}" for number in range(10, 20)]
    )
    assert all(len(sockets.heard[f"respond/{number}"]) == 1 for number in range(20))
    assert set(sockets.acknowledged_on) == {f"E-{number}" for number in range(20)}
    assert len(sockets.opened) == 2


async def test_a_server_that_dies_with_an_envelope_under_way_gets_its_acknowledgement_on_the_next_socket(
    sockets: SocketSlack,
) -> None:
    answers = Answers()
    async with served(room_of(sockets, answers)) as room:
        await sockets.connected(1)
        await sockets.deliver(envelope("cambodia", answers_at(sockets)))
        sockets.die()
        await sockets.connected(2)
        await sockets.wait_for("respond/1")
        await sockets.all_acknowledged()
        await room.close()
    assert [request.line for request in answers.asked] == ["cambodia"]
    assert len(sockets.heard["respond/1"]) == 1


async def test_an_answer_under_way_when_the_socket_dies_still_arrives(sockets: SocketSlack) -> None:
    answers = Answers()
    answers.go.clear()
    async with served(room_of(sockets, answers)):
        await sockets.connected(1)
        await sockets.deliver(envelope("cambodia", answers_at(sockets)))
        assert await sockets.acknowledged() == {"envelope_id": "E-1"}
        sockets.die()
        await sockets.connected(2)
        answers.go.set()
        assert len(await sockets.wait_for("respond/1")) == 1
    assert len(answers.asked) == 1


async def test_what_slack_sends_again_because_it_thinks_us_slow_is_done_once(sockets: SocketSlack) -> None:
    """The acknowledgement comes too late for Slack: the same command again, in another envelope."""
    answers = Answers()
    answers.go.clear()
    async with served(room_of(sockets, answers)) as room:
        await sockets.connected(1)
        for attempt in range(3):
            late = {"envelope_id": f"E-{attempt}", "retry_attempt": attempt, "retry_reason": "timeout"}
            await sockets.send(envelope("cambodia", answers_at(sockets)) | late)
            assert await sockets.acknowledged() == {"envelope_id": f"E-{attempt}"}
        answers.go.set()
        await sockets.wait_for("respond/1")
        await room.close()
    assert len(answers.asked) == 1
    assert len(sockets.heard["respond/1"]) == 1


async def test_many_envelopes_at_once_are_each_acknowledged_and_answered(sockets: SocketSlack) -> None:
    answers = Answers()
    async with served(room_of(sockets, answers)):
        await sockets.connected(1)
        for number in range(50):
            await sockets.send(envelope(f"q {number}", answers_at(sockets, number), number))
        acknowledged = {(await sockets.acknowledged())["envelope_id"] for _ in range(50)}
        for number in range(50):
            await sockets.wait_for(f"respond/{number}")
    assert acknowledged == {f"E-{number}" for number in range(50)}
    assert len(answers.asked) == 50


async def test_pings_go_both_ways(sockets: SocketSlack) -> None:
    async with served(room_of(sockets)):
        await sockets.connected(1)
        await sockets.until("pings", 3)
        await sockets.sockets[-1].ping(b"Ping from applink")
        await sockets.until("pongs", 1)
    assert len(sockets.opened) == 1


async def test_a_socket_that_answers_no_ping_is_left_for_another(sockets: SocketSlack) -> None:
    """Half open: it looks alive and is not."""
    answers = Answers()
    async with served(room_of(sockets, answers)) as room:
        await sockets.connected(1)
        sockets.deaf = True
        async with asyncio.timeout(10):
            await sockets.until("pings", 2)
            await sockets.connected(2)
        sockets.deaf = False
        await sockets.deliver(envelope("cambodia", answers_at(sockets)))
        await sockets.wait_for("respond/1")
        assert room.serving.is_set()
    assert len(answers.asked) == 1


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "hello", "num_connections": 2},
        {"type": "something_new", "envelope_id": "E-0", "payload": {"type": "new"}},
        {"type": "interactive", "envelope_id": "E-0", "payload": {"type": "block_actions", "actions": []}},
        {"type": "slash_commands", "payload": {}},
        {},
        {"type": "events_api", "envelope_id": "E-0", "payload": {"type": "event_callback", "event": {"type": "x"}}},
    ],
    ids=["hello again", "a new type", "nothing pressed", "no envelope", "an empty object", "another event"],
)
async def test_a_frame_that_nobody_takes_stops_nothing(sockets: SocketSlack, frame: dict[str, Any]) -> None:
    answers = Answers()
    async with served(room_of(sockets, answers)):
        await sockets.connected(1)
        await sockets.send(frame)
        await sockets.send(envelope("cambodia", answers_at(sockets)))
        await sockets.wait_for("respond/1")
    assert len(answers.asked) == 1


@pytest.mark.parametrize("text", ["", "{", "ping", "[]", "null", "{" * 20_000])
async def test_a_frame_that_cannot_be_read_stops_nothing(sockets: SocketSlack, text: str) -> None:
    async with served(room_of(sockets)):
        await sockets.connected(1)
        await sockets.sockets[-1].send_str(text)
        await sockets.send(envelope("cambodia", answers_at(sockets)))
        await sockets.wait_for("respond/1")


async def test_socket_mode_switched_off_ends_the_room_and_the_next_start_says_why(sockets: SocketSlack) -> None:
    """Slack's `link_disabled`: no reconnecting for ever against an app that no longer has it."""
    room = room_of(sockets, pace=Pace(request=5, connect=5, look=0.05, patience=0.5, drain=2, ping=0.1))
    serving = asyncio.create_task(room.serve())
    await sockets.connected(1)
    sockets.refusal = "not_allowed_token_type"
    await sockets.send({"type": "disconnect", "reason": "link_disabled"})
    await sockets.sockets[-1].close()
    async with asyncio.timeout(10):
        with pytest.raises(ConnectionError, match="stayed lost"):
            await serving
        with pytest.raises(CredentialsRefused, match="DATELINE_SLACK_APP_TOKEN"):
            await room.serve()
    await room.close()


async def test_a_socket_address_that_leads_nowhere_is_a_lost_connection(sockets: SocketSlack) -> None:
    sockets.unlinked = True
    room = room_of(sockets, pace=Pace(request=5, connect=0.3, drain=2, ping=0.1))
    async with asyncio.timeout(10):
        with pytest.raises(ConnectionError, match="did not open"):
            await room.serve()
    await room.close()
