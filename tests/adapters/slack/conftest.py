"""Fixtures of the Slack suites: a scripted Slack, the real peer from npm, and what holds for all that is sent.

Whatever a test makes a room send is held against Slack's demands (`demands`), whether the test looks at it or not.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from tests.adapters.slack.demands import Sent
from tests.adapters.slack.recorder import recorded, refused
from tests.adapters.slack.rooms import TOKEN, emulated, script_slack
from tests.faultserver import FaultServer

SEED: dict[str, Any] = {
    "team": {"name": "Example", "domain": "example"},
    "users": [{"name": "dateline", "real_name": "Dateline", "email": "dateline@example.org"}],
    "channels": [{"name": "general"}],
    "tokens": [{"token": TOKEN, "user": "dateline", "scopes": ["chat:write", "channels:history", "channels:manage"]}],
}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_npm: runs against a peer that an npm registry installs once")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slack's library sends everything through a proxy named in the environment, loopback too."""
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def outgoing(monkeypatch: pytest.MonkeyPatch) -> list[Sent]:
    """Everything that left a room, in order."""
    return recorded(monkeypatch)


@pytest.fixture(autouse=True)
def all_that_is_sent_is_as_slack_demands(outgoing: list[Sent]) -> Iterator[None]:
    """Fails the test for a payload that Slack would refuse, whatever a fault server or the peer made of it."""
    yield
    wrong = refused(outgoing)
    assert not wrong, "Slack would refuse what was sent:\n" + "\n".join(wrong)


@pytest.fixture
async def slack() -> AsyncIterator[FaultServer]:
    """A Slack that says what a test scripts; it lets one sign in and takes answers."""
    async with FaultServer() as server:
        script_slack(server)
        yield server


@pytest.fixture(scope="session")
def peer() -> Iterator[str]:
    """The Web API of a real emulator: its base address."""
    with emulated(SEED) as base_url:
        yield base_url
