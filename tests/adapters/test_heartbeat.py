"""The call that says all is well: one plain GET, and why it did not arrive, never with its address."""

from __future__ import annotations

import pytest

from adapters import heartbeat
from adapters.heartbeat import Heartbeat, HeartbeatError
from tests.faultserver import FaultServer, Hang, Reset, Status, Step


async def test_a_call_is_one_get_without_a_body() -> None:
    async with FaultServer() as server:
        server.script("GET", "/ping/secret", Status(200))
        await Heartbeat(f"{server.url}/ping/secret").beat()
        [call] = server.seen("GET", "/ping/secret")
        assert call.body == b""


@pytest.mark.parametrize(
    ("step", "reason"),
    [(Status(404), "answered with status 404"), (Reset(), "Client|ServerDisconnected"), (Hang(), "no answer within")],
    ids=["refused", "reset", "hangs"],
)
async def test_why_it_did_not_arrive_is_said_without_the_address(
    monkeypatch: pytest.MonkeyPatch, step: Step, reason: str
) -> None:
    monkeypatch.setattr(heartbeat, "SECONDS", 0.5)
    async with FaultServer() as server:
        server.script("GET", "/ping/secret", step)
        with pytest.raises(HeartbeatError, match=reason) as failed:
            await Heartbeat(f"{server.url}/ping/secret").beat()
        assert "secret" not in str(failed.value)
        assert "127.0.0.1" not in str(failed.value)


async def test_nobody_there_is_said_without_the_address() -> None:
    async with FaultServer() as server:
        gone = server.url
    with pytest.raises(HeartbeatError, match="Connect") as failed:
        await Heartbeat(f"{gone}/ping/secret").beat()
    assert "127.0.0.1" not in str(failed.value)
