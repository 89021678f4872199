"""A room with answers a test chooses, and memory of what it was asked; and what holds for all that is sent.

Every request with a payload, to simcord or to a server on loopback, is held against `demands` and, where the samples
are at hand, against Discord's own description (`described`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from simcord.http import router

from adapters.contract import Choice, Command, Outcome, Param, ParamKind, Reply, Request
from adapters.discord.client import DiscordRoom
from briefs.document import Document
from tests.adapters.discord.demands import Sent, broken, broken_together
from tests.adapters.discord.described import undescribed
from tests.contract import documents
from tests.faultserver import FaultServer

COMMANDS = (
    Command(
        "position",
        "What an actor did on an issue.",
        (
            Param("actor", ParamKind.ACTOR, "A state, a bloc or a person.", required=True),
            Param("issue", ParamKind.ISSUE, "The question at stake."),
            Param("length", ParamKind.LENGTH, "How long the answer is.", choices=("line", "short", "long")),
        ),
        "/position cambodia",
    ),
    Command(
        "compare",
        "Two or more actors side by side.",
        (
            Param("actor", ParamKind.ACTOR, "The first actor.", required=True),
            Param("others", ParamKind.ACTOR, "More actors, parted by commas.", required=True, many=True),
        ),
        "/compare cambodia vietnam",
    ),
    Command("help", "What one can ask.", (), "/help"),
)


@dataclass
class Oracle:
    """Answers with `document`, or raises `error`; `before` runs first."""

    document: Document = field(default_factory=documents.usual)
    error: Exception | None = None
    asked: list[Request] = field(default_factory=list)
    completed: list[tuple[str, str, str, str]] = field(default_factory=list)
    offers: Sequence[Choice] = tuple(Choice(f"Actor {n}", f"actor-{n}", f"actor-{n}") for n in range(40))

    async def answer(self, request: Request) -> Reply:
        self.asked.append(request)
        if self.error is not None:
            raise self.error
        return Reply(self.document, Outcome.ANSWERED)

    def complete(self, command: str, param: str, typed: str, language: str) -> Sequence[Choice]:
        self.completed.append((command, param, typed, language))
        return self.offers


@dataclass
class SyncMemory:
    """What Discord was told last."""

    fingerprint: str | None = None
    saves: int = 0

    async def load(self) -> str | None:
        return self.fingerprint

    async def save(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self.saves += 1

    async def swap(self, was: str | None, text: str) -> bool:
        if self.fingerprint != was:
            return False
        await self.save(text)
        return True


@pytest.fixture
def oracle() -> Oracle:
    return Oracle()


@pytest.fixture
def sync_memory() -> SyncMemory:
    return SyncMemory()


@pytest.fixture
def room(oracle: Oracle, sync_memory: SyncMemory) -> DiscordRoom:
    return DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, sync_memory)


@pytest.fixture
def outgoing(monkeypatch: pytest.MonkeyPatch) -> list[Sent]:
    """Every request that carries a payload, in order."""
    kept: list[Sent] = []
    dispatch, record = router.dispatch, FaultServer._record

    def simulated(backend: Any, method: str, path: str, *, json: Any = None, **rest: Any) -> Any:
        if json is not None:
            kept.append(Sent(method, path, json))
        return dispatch(backend, method, path, json=json, **rest)

    def received(server: FaultServer, request: Any, body: bytes, *, scripted: bool) -> None:
        if body:
            kept.append(Sent(request.method, request.path, json.loads(body)))
        record(server, request, body, scripted=scripted)

    monkeypatch.setattr(router, "dispatch", simulated)
    monkeypatch.setattr(FaultServer, "_record", received)
    return kept


@cache
def judged(method: str, path: str, text: str) -> tuple[str, ...]:
    """What is wrong with one payload; most tests send the same commands first."""
    sent = Sent(method, path, json.loads(text))
    return tuple(f"{sent}: {why}" for why in (*broken(sent), *undescribed(sent)))


@pytest.fixture(autouse=True)
def all_that_is_sent_is_as_discord_demands(outgoing: list[Sent]) -> Iterator[None]:
    """Fails the test for a payload that Discord would refuse, whatever simcord or a fault server made of it."""
    yield
    wrong = [why for sent in outgoing for why in judged(sent.method, sent.path, json.dumps(sent.body))]
    wrong += broken_together(outgoing)
    assert not wrong, "Discord would refuse what was sent:\n" + "\n".join(dict.fromkeys(wrong))
