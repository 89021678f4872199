"""Socket Mode against a small loopback Slack: it opens sockets, sends envelopes and remembers what comes back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.contract import Choice, CredentialsRefused
from adapters.slack.manifest import ASK
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import Answers, served
from tests.adapters.slack.sockets import APP_TOKEN, SocketSlack, envelope, socket_room, sockets_of_slack
from tests.faultserver import FaultServer


@pytest.fixture
async def sockets() -> AsyncIterator[SocketSlack]:
    async with sockets_of_slack() as server:
        yield server


async def test_a_command_over_the_socket_is_acknowledged_and_answered(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        await sockets.send(envelope("cambodia", f"{slack.url}/respond/1"))
        assert await sockets.acknowledged() == {"envelope_id": "E-1"}
        [answer] = await slack.wait_for("POST", "/respond/1")
    assert sockets.opened == [f"Bearer {APP_TOKEN}"]
    assert [(request.command, request.line) for request in answers.asked] == [("position", "cambodia")]
    assert reader.seen(answer.json) == "position: cambodia\n\ntold"


async def test_a_slow_answer_does_not_delay_the_acknowledgement(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    answers.go.clear()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        await sockets.send(envelope("cambodia", f"{slack.url}/respond/1"))
        assert await sockets.acknowledged() == {"envelope_id": "E-1"}
        assert slack.seen("POST", "/respond/1") == []
        answers.go.set()
        await slack.wait_for("POST", "/respond/1")


async def test_the_same_command_in_a_second_envelope_is_answered_once(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        for name in ("E-1", "E-1-again"):
            await sockets.send(envelope("cambodia", f"{slack.url}/respond/1") | {"envelope_id": name})
            assert await sockets.acknowledged() == {"envelope_id": name}
        await slack.wait_for("POST", "/respond/1")
    assert len(answers.asked) == 1


ABOUT = {"team": {"id": "T1"}, "user": {"id": "U2"}, "api_app_id": "A1"}
FIELD = {"type": "block_suggestion", "action_id": "dateline-field-position-actor", "block_id": "b", "value": "lao"}
ASKS = {"type": "shortcut", "callback_id": "dateline-ask", "trigger_id": "T-9"}
MENTION = {"type": "app_mention", "user": "U2", "channel": "C1", "ts": "1.1", "text": "<@U1> position cambodia"}
HOME = {"type": "app_home_opened", "user": "U2", "channel": "D2", "tab": "home"}


async def test_names_forms_home_and_mentions_come_over_the_socket_too(sockets: SocketSlack) -> None:
    async def takes(kind: str, payload: dict[str, Any], number: str) -> dict[str, Any]:
        await sockets.send({"envelope_id": number, "type": kind, "payload": payload, "accepts_response_payload": True})
        return await sockets.acknowledged()

    def event(about: dict[str, Any]) -> dict[str, Any]:
        return {"type": "event_callback", "team_id": "T1", "event_id": f"Ev-{about['type']}", "event": about}

    async def called() -> tuple[str, dict[str, Any]]:
        async with asyncio.timeout(5):
            return await sockets.called.get()

    room = socket_room(sockets, complete=lambda *asked: [Choice(" ".join(asked), "LAO", "laos")])
    async with served(room):
        await sockets.connected(1)
        told = await takes("interactive", {**ABOUT, **FIELD}, "E-1")
        assert [one["text"]["text"] for one in told["payload"]["options"]] == ["position actor lao en"]
        assert await takes("interactive", {**ABOUT, **ASKS}, "E-2") == {"envelope_id": "E-2"}
        method, asked = await called()
        assert (method, asked["trigger_id"], asked["view"]["callback_id"]) == ("views.open", "T-9", "dateline-ask")
        sent = {"type": "modal", "id": "V9", "callback_id": ASK, "state": {"values": {}}, "private_metadata": "{}"}
        told = await takes("interactive", {**ABOUT, "type": "view_submission", "view": sent}, "E-3")
        assert list(told["payload"]["errors"]) == ["dateline-field-actor"]
        assert await takes("events_api", event(HOME), "E-4") == {"envelope_id": "E-4"}
        assert (await called())[0] == "views.publish"
        for number in ("E-5", "E-6"):
            assert await takes("events_api", event(MENTION), number) == {"envelope_id": number}
        method, asked = await called()
        assert (method, asked["channel"], asked["thread_ts"]) == ("chat.postMessage", "C1", "1.1")
    assert sockets.called.empty()


async def test_when_slack_renews_the_connection_commands_go_on(sockets: SocketSlack, slack: FaultServer) -> None:
    answers = Answers()
    async with served(socket_room(sockets, answers)):
        await sockets.connected(1)
        await sockets.send({"type": "disconnect", "reason": "refresh_requested"})
        await sockets.connected(2)
        await sockets.send(envelope("vietnam", f"{slack.url}/respond/1", 2))
        assert await sockets.acknowledged() == {"envelope_id": "E-2"}
        await slack.wait_for("POST", "/respond/1")
    assert len(sockets.opened) == 2


async def test_a_socket_that_stays_lost_is_given_up(sockets: SocketSlack) -> None:
    room = socket_room(sockets)
    serving = asyncio.create_task(room.serve())
    await sockets.connected(1)
    await sockets.stop()
    async with asyncio.timeout(10):
        with pytest.raises(ConnectionError, match="stayed lost"):
            await serving
    assert not room.serving.is_set()
    await room.close()


@pytest.mark.parametrize("code", ["invalid_auth", "not_allowed_token_type", "missing_scope"])
async def test_a_refused_app_token_is_named_and_never_told(sockets: SocketSlack, code: str) -> None:
    sockets.refusal = code
    room = socket_room(sockets)
    with pytest.raises(CredentialsRefused, match=f"DATELINE_SLACK_APP_TOKEN.*{code}") as caught:
        await room.serve()
    assert APP_TOKEN not in str(caught.value)
    await room.close()


async def test_slack_that_opens_no_socket_is_a_lost_connection(sockets: SocketSlack) -> None:
    sockets.refusal = "internal_error"
    room = socket_room(sockets)
    with pytest.raises(ConnectionError, match=r"apps\.connections\.open"):
        await room.serve()
    await room.close()


async def test_socket_mode_listens_nowhere(sockets: SocketSlack) -> None:
    async with served(socket_room(sockets)) as room:
        assert room.port == 0


def test_slacks_libraries_are_not_imported_until_a_room_is_used() -> None:
    code = (
        "import sys, adapters.slack.client, adapters.slack.manifest\n"
        "from adapters.slack.client import SlackRoom\n"
        "SlackRoom('xoxb-x', commands=(), answer=None, complete=None)\n"
        "print([name for name in ('slack_sdk', 'slack_bolt', 'aiohttp') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
