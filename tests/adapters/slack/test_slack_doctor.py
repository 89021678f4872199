"""What Slack lets Dateline do: every finding of a look ahead, how seldom it looks, and what it leaves to the post."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.contract import Address
from adapters.slack.client import SlackRoom
from adapters.slack.doctor import KEPT_SECONDS, Health
from adapters.slack.places import personal
from tests.adapters.slack.rooms import room_at
from tests.faultserver import FaultServer, Json, Reset, Status, TooManyRequests

AUTH, INFO = "/auth.test", "/conversations.info"
PLACE = Address("slack", "C0DESK0001", server="T1")
ALL = "commands,chat:write,channels:history,groups:history,channels:read,groups:read,users:read"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def room(slack: FaultServer) -> AsyncIterator[SlackRoom]:
    room = room_at(slack.url)
    yield room
    await room.close()


@pytest.fixture
def clock(room: SlackRoom) -> Clock:
    clock = Clock()
    room.health = Health(room._workspaces, clock)
    return clock


def signed(scopes: str = ALL, **said: Any) -> Status:
    return Json({"ok": True, "user": "dateline-desk", **said}, headers={"X-OAuth-Scopes": scopes})


def channel(**said: Any) -> Status:
    return Json({"ok": True, "channel": {"id": "C0DESK0001", "is_member": True, **said}})


def error(code: str, **said: Any) -> Status:
    return Json({"ok": False, "error": code, **said})


NOT_THERE = "Dateline is not in that channel: say /invite @dateline-desk there"
NO_SUCH = "Slack shows Dateline no such channel: it is gone, or it is private, then say /invite @dateline-desk there"
ARCHIVED = "the channel is archived: un-archive it, or choose another one"
NO_HISTORY = "the app has not the scope {}, and without it a post whose answer was lost cannot be found again"
DEAD = "Slack no longer accepts Dateline's token ({}): whoever runs Dateline has to install the app anew"
NO_SCOPE = "the app lacks the scope {}: add it under OAuth & Permissions and reinstall the app"

FINDINGS = {
    "all is well": (signed(), channel(), []),
    "not a member": (signed(), channel(is_member=False), [(NOT_THERE, True)]),
    "public channels need no member": (signed(f"{ALL},chat:write.public"), channel(is_member=False), []),
    "private ones do": (
        signed(f"{ALL},chat:write.public"), channel(is_member=False, is_private=True), [(NOT_THERE, True)],
    ),
    "archived": (signed(), channel(is_archived=True), [(ARCHIVED, True)]),
    "archived, said by its code": (signed(), error("is_archived"), [(ARCHIVED, True)]),
    "no such channel": (signed(), error("channel_not_found"), [(NO_SUCH, True)]),
    "a channel that one scope alone may hide": (signed("commands,chat:write,channels:read,channels:history"),
                                                error("channel_not_found"), []),
    "no scope to see channels": (signed("commands,chat:write,channels:history"), error("missing_scope"), []),
    "no history": (signed("commands,chat:write"), error("missing_scope"),
                   [(NO_HISTORY.format("channels:history"), False)]),
    "no history of a private one": (
        signed("commands,chat:write,channels:history,groups:read"), channel(is_private=True),
        [(NO_HISTORY.format("groups:history"), False)],
    ),
    "a dead token": (error("token_revoked"), channel(), [(DEAD.format("token_revoked"), True)]),
    "a scope it cannot do without": (signed(ALL.replace("chat:write,", "")), channel(),
                                     [(NO_SCOPE.format("chat:write"), True)]),
    "scopes that Slack does not list": (Json({"ok": True, "user": "d"}), channel(), []),
    "a silent Slack": (Reset(), Reset(), []),
}  # fmt: skip


@pytest.mark.parametrize(("auth", "info", "found"), FINDINGS.values(), ids=FINDINGS)
async def test_what_is_lacking_is_told_with_where_to_mend_it(
    slack: FaultServer, room: SlackRoom, auth: Any, info: Any, found: list[tuple[str, bool]]
) -> None:
    slack.script("POST", AUTH, auth)
    slack.script("POST", INFO, info)
    lacks = await room.lacks(PLACE, "en")
    assert [(one.text, one.blocks) for one in lacks] == found


async def test_in_somebodys_own_messages_nothing_is_looked_for_but_the_token(
    slack: FaultServer, room: SlackRoom
) -> None:
    slack.script("POST", AUTH, signed("commands,chat:write"))
    own = Address("slack", "U0ALICE001", server=personal("T1", "U0ALICE001"))
    assert list(await room.lacks(own, "fr")) == []
    assert not slack.seen("POST", INFO)


async def test_it_looks_once_a_minute_at_most(slack: FaultServer, room: SlackRoom, clock: Clock) -> None:
    slack.script("POST", AUTH, signed())
    slack.script("POST", INFO, channel(is_member=False), channel())
    for _ in range(3):
        assert await room.lacks(PLACE, "en")
    assert len(slack.seen("POST", AUTH)) == len(slack.seen("POST", INFO)) == 1
    clock.now += KEPT_SECONDS + 1
    assert not await room.lacks(PLACE, "en")


async def test_while_slack_asks_to_wait_it_does_not_look(slack: FaultServer, room: SlackRoom, clock: Clock) -> None:
    slack.script("POST", AUTH, signed())
    slack.script("POST", INFO, TooManyRequests(300, {"ok": False, "error": "ratelimited"}), channel(is_member=False))
    assert not await room.lacks(PLACE, "en")
    clock.now += KEPT_SECONDS + 1
    assert not await room.lacks(PLACE, "en")
    assert len(slack.seen("POST", INFO)) == 1
    clock.now += 300
    assert await room.lacks(PLACE, "en")


CONDITIONS = {
    "all is well": (signed(), [
        "Commands come by HTTP, each with a signature that is Slack's.",
        "Slack accepts Dateline's token; its name in this workspace is @dateline-desk.",
        "The app has every scope it needs (commands, chat:write).",
    ]),
    "the least": (signed("commands,chat:write"), [
        "Commands come by HTTP, each with a signature that is Slack's.",
        "Slack accepts Dateline's token; its name in this workspace is @dateline-desk.",
        "The app has every scope it needs (commands, chat:write).",
        "Without the scope channels:history a post whose answer was lost cannot be looked up: it is told as “may have "
        "been posted” and never sent twice.",
        "Without the scope groups:history a post whose answer was lost cannot be looked up: it is told as “may have "
        "been posted” and never sent twice.",
        "Without the scope channels:read Dateline cannot see beforehand whether it is in a channel: where it is not, "
        "say /invite @dateline-desk there.",
        "Without the scope groups:read Dateline cannot see beforehand whether it is in a channel: where it is not, "
        "say /invite @dateline-desk there.",
        "Without the scope users:read Dateline cannot see who is an admin of the workspace.",
    ]),
    "too little": (signed(ALL.replace("commands,", "")), [
        "Commands come by HTTP, each with a signature that is Slack's.",
        "Slack accepts Dateline's token; its name in this workspace is @dateline-desk.",
        "the app lacks the scope commands: add it under OAuth & Permissions and reinstall the app",
    ]),
    "a dead token": (error("account_inactive"), [
        "Commands come by HTTP, each with a signature that is Slack's.",
        "Slack no longer accepts Dateline's token (account_inactive): whoever runs Dateline has to install the app "
        "anew.",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("auth", "told"), CONDITIONS.values(), ids=CONDITIONS)
async def test_the_workspaces_side_is_told_in_plain_words(
    slack: FaultServer, room: SlackRoom, auth: Any, told: list[str]
) -> None:
    slack.script("POST", AUTH, auth)
    assert await room.health.condition("T1", "http", "en", admins=True) == told


async def test_a_slack_that_cannot_be_asked_is_told_as_that(slack: FaultServer, room: SlackRoom) -> None:
    slack.script("POST", AUTH, Status(503))
    [first, second] = await room.health.condition("T1", "socket", "en", admins=True)
    assert first == "Commands come through Socket Mode, and its connection is open."
    assert second.startswith("Slack could not be asked just now: ")
