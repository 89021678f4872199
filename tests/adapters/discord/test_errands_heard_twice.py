"""A press on a button of an errand that two processes hear, both on its shard: it is ordered once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from adapters.administration import Administration, Errand, Outlook
from adapters.contract import Choice, Outcome, Question, Reply
from adapters.tokens import Press, Token, written
from bot.app import App
from bot.serving import claim_of
from tests.adapters.discord.gateway import Gateway
from tests.adapters.discord.test_gateway import (  # the fixtures too
    Bot,
    gateway,  # noqa: F401
    question,
    server,  # noqa: F401
)
from tests.adapters.discord.test_posting import stored
from tests.adapters.discord.test_shards import Sharing
from tests.contract import documents
from tests.faultserver import FaultServer
from tests.stores import fresh, opened

PAUSING = {
    "type": 3,
    "data": {"custom_id": written(Token(Press.FORM, Question("subscription pause", {"subscription": "digest-abcde"}))),
             "component_type": 2, "id": 3},
    "message": {**stored(1), "flags": 64 | 1 << 15},
}  # fmt: skip


@dataclass
class Orders:
    """An office that counts what it carries out."""

    carried_out: list[Errand] = field(default_factory=list)

    async def administer(self, errand: Errand) -> Reply:
        self.carried_out.append(errand)
        return Reply(documents.usual(), Outcome.ANSWERED)

    async def ask(self, errand: Errand) -> None:
        """No errand has a form."""

    async def propose(self, errand: Errand, param: str, typed: str) -> list[Choice]:
        return []

    async def present(self, platform: str, here: Collection[str], said_of: Callable[[str], bool]) -> None:
        """Nobody is told."""

    async def outlook(self, platform: str, servers: Sequence[str], open_to: Callable[[str], bool]) -> Outlook:
        return Outlook()

    def administration(self) -> Administration:
        return Administration(
            (), lambda group, language: "", self.ask, self.administer, self.propose, self.present, self.outlook,
            lambda *_: "en",
        )  # fmt: skip


@pytest.mark.usefixtures("each_database")
async def test_a_button_whose_press_two_processes_hear_orders_once(
    server: FaultServer,  # noqa: F811
    gateway: Gateway,  # noqa: F811
    tmp_path: Path,
) -> None:
    where, office = fresh(tmp_path), Orders()
    async with opened(where) as here, opened(where) as there:
        bots = [
            Bot(server, claim=claim_of(cast(App, Sharing(store)), "discord"), administration=office.administration())
            for store in (here, there)
        ]
        async with bots[0].serving(gateway), bots[1].serving(gateway):
            await gateway.until(lambda: len(gateway.identified) == 2)
            await gateway.say("INTERACTION_CREATE", question(932, **PAUSING))
            await server.wait_for("POST", "/interactions/932/reply-token/callback")
    [errand] = office.carried_out
    assert (errand.command, errand.sure) == ("subscription pause", False)
    assert len(server.seen("POST", "/interactions/932/reply-token/callback")) == 1
