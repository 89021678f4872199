"""One script of errands on Discord, by typed options, and on Slack, in one line: the same document comes back, and the
same buttons and entries of lists stand under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.administration import Errand
from adapters.contract import Reply
from adapters.discord.errand_replies import messages as discord_messages
from adapters.slack.errand_replies import Naming
from adapters.slack.errand_replies import controls as slack_controls
from adapters.slack.errands import pointed
from adapters.slack.questions import asked
from adapters.tokens import read
from bot.commands import Desk, Held
from bot.office.errands import Office
from briefs import briefing
from briefs.plain import plain
from tests.archives import shipped
from tests.stores import fresh, opened

HELD = Held.of(shipped(), ())
NAMES = {
    "C0DESK0001": "#desk",
    "C0FLOOR002": "#floor",
    "S0WATCH001": "@watchers",
    "1": "#desk",
    "2": "#floor",
    "3": "@watchers",
}
MAKE = ("schedule", {"time": "8:15", "zone": "Phnom Penh"}, "schedule 8:15 phnom penh")
SCRIPT: list[tuple[str, dict[str, str], str]] = [
    ("list", {}, ""),
    ("list", {}, "list"),
    MAKE,
    ("schedule", {"time": "25", "zone": "paris"}, "schedule 25 paris"),
    ("schedule", {"time": "8", "zone": "pariss"}, "schedule 8 pariss"),
    (
        "schedule",
        {"time": "5:45 pm", "zone": "Europe/Paris", "channel": "2", "weekdays": "mon wed fri", "issues": "ukraine",
         "actors": "cambodia, viet nam", "acts": "vote.held, statement", "changes": "yes", "length": "long",
         "language": "french", "empty": "say", "mention": "3", "thread": "yes"},
        "schedule 5:45 pm Europe/Paris in <#C0FLOOR002|floor> weekdays mon wed fri issues ukraine "
        "actors cambodia, viet nam acts vote.held, statement changes length long language french empty say "
        "mention <!subteam^S0WATCH001|@watchers> thread yes",
    ),
    (
        "schedule",
        {"time": "8, 6 pm", "zone": "paris", "off": "12-25, 12-31..01-01", "quiet": "22:00-07:00"},
        "schedule 8, 6 pm paris off 12-25, 12-31..01-01 quiet 22:00-07:00",
    ),
    ("schedule", {"time": "8", "zone": "utc", "off": "easter", "quiet": "7"}, "schedule 8 utc off easter quiet 7"),
    ("schedule", {"time": "8", "zone": "utc", "issues": "atlantis"}, "schedule 8 utc issues atlantis"),
    ("edit", {"subscription": "ID", "time": "9", "issues": "all"}, "edit ID 9 issues all"),
    *(
        ("edit", {"subscription": "ID", "alerts": which}, f"edit ID alerts {which}")
        for which in ("off", "changes", "votes", "all", "some")
    ),
    ("edit", {"subscription": "ID", "alerts": "votes", "changes": "yes"}, "edit ID alerts votes changes"),
    ("edit", {"subscription": "ID", "alerts": "votes", "acts": "veto"}, "edit ID alerts votes acts veto"),
    ("preview", {"subscription": "ID"}, "preview ID"),
    ("rehearse", {"subscription": "ID"}, "rehearse ID"),
    ("pause", {"subscription": "ID"}, "pause ID"),
    ("resume", {"subscription": "ID"}, "resume ID"),
    ("send-now", {"subscription": "ID"}, "send now ID"),
    ("history", {"subscription": "ID"}, "history ID"),
    ("send-again", {"subscription": "ID"}, "send again ID"),
    ("mark-sent", {"subscription": "ID", "slot": "2026-03-01 9:30"}, "mark sent ID 2026-03-01 9:30"),
    ("try-again", {"subscription": "ID"}, "try again ID"),
    ("try-again", {"subscription": "ID", "slot": "2026-03-01 9:30"}, "try-again ID 2026-03-01 9:30"),
    ("mark-sent", {"subscription": "ID", "slot": "2026-03-01 9:30 (note)"}, "mark sent ID 2026-03-01 9:30 (note)"),
    ("remove", {"subscription": "ID"}, "remove ID"),
    ("pause", {"subscription": "digest-zzzzz"}, "pause digest-zzzzz"),
]  # fmt: skip


class House:
    """One office for both; each server its own orders, made in the same minute."""

    def __init__(self, store: Any) -> None:
        self.now = datetime(2026, 11, 23, 9, tzinfo=UTC)
        self.desk = Desk(HELD, lambda: self.now)
        self.store = store
        self.reply: Reply | None = None
        self.office = Office(lambda: store, self.compose, self.desk, lambda: self.now, lambda: None, self.lacks)

    def compose(self, order: Any, since: datetime, until: datetime, alerted: object = ()) -> briefing.Briefing:
        recorded = {id_: self.now - timedelta(hours=1) for id_ in HELD.archive.events}
        return briefing.digest_of_window(HELD.archive, recorded, since, until, order.follows, order.length)

    async def lacks(self, address: Any, language: str) -> list[Any]:
        return []

    async def orders(self, errand: Errand) -> str:
        """What is answered, ids of orders left out."""
        self.reply = await self.office.administer(replace(errand, called=lambda id_: NAMES.get(id_, id_)))
        told = plain(self.reply.document)
        for id_ in await self.store.subscriptions.ids():
            told = told.replace(id_, "ID")
        return told

    async def newest(self, server: str) -> str:
        held = [one.subscription for one in await self.store.subscriptions.all() if one.subscription.server == server]
        return held[-1].id if held else "digest-none"

    async def on_discord(self, name: str, given: dict[str, str]) -> str:
        id_ = await self.newest("S1")
        named = {param: id_ if words == "ID" else words for param, words in given.items()}
        return await self.orders(Errand(f"subscription {name}", named, "discord", "S1", "1", True, ""))

    async def on_slack(self, line: str) -> str:
        line = line.replace("ID", await self.newest("T1"))
        body = {"command": "/subscription", "text": line, "user_id": "U1", "team_id": "T1"}
        request = asked(body)
        return await self.orders(
            Errand(
                request.command,
                {},
                "slack",
                request.server,
                "C0DESK0001",
                True,
                line=pointed(request.line)[0],
                roomy=True,
            )
        )


@pytest.mark.parametrize(("name", "given", "line"), SCRIPT, ids=[line or "nothing" for _, _, line in SCRIPT])
async def test_both_are_answered_in_the_same_words(tmp_path: Path, name: str, given: dict[str, str], line: str) -> None:
    async with opened(fresh(tmp_path)) as store:
        house = House(store)
        if "ID" in line:
            await house.on_discord(MAKE[0], MAKE[1])
            await house.on_slack(MAKE[2])
        told = await house.on_discord(name, given)
        assert house.reply is not None
        drawn = buttons_of_discord(house.reply)
        assert told == await house.on_slack(line)
        assert told
        assert drawn == buttons_of_slack(house.reply)
        assert [label for _, label in drawn] == [one.label for one in house.reply.next if not one.lists]


def buttons_of_discord(reply: Reply) -> list[tuple[str, str]]:
    """What each button does, by its token, and is called."""
    last = discord_messages(reply)[-1]["components"]
    held = [one for row in last if row["type"] == 1 for one in row["components"]]
    return [(_command(one["custom_id"]), one["label"]) for one in held if one["type"] == 2]


def buttons_of_slack(reply: Reply) -> list[tuple[str, str]]:
    held = [one for block in slack_controls(reply, Naming(NAMES, "")) for one in block["elements"]]
    return [(_command(one["value"]), one["text"]["text"]) for one in held if one["type"] == "button"]


def _command(token: str) -> str:
    kept = read(token)
    assert kept is not None
    return kept.question.command
