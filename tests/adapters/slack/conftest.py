"""Fixtures of the Slack suites: a scripted Slack, and the real peer from npm."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from tests.adapters.slack.rooms import TOKEN, script_slack
from tests.faultserver import FaultServer
from tests.peers import emulate

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
async def slack() -> AsyncIterator[FaultServer]:
    """A Slack that says what a test scripts; it lets one sign in and takes answers."""
    async with FaultServer() as server:
        script_slack(server)
        yield server


@pytest.fixture(scope="session")
def peer() -> Iterator[str]:
    """The Web API of a real emulator: its base address."""
    try:
        emulate.install()
    except emulate.PeerMissingError as missing:
        pytest.skip(f"Slack Web API peer (emulate) did not run: {missing}")
    with emulate.slack(SEED) as base_url:
        yield base_url
