"""A workspace whose windows (modals, Home) open: what a person does in it, signed as Slack signs it, and what is shown.

The Web API is a fault server's that gives each window an id, so that a test may also refuse one.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from adapters.administration import Administration, Outlook
from adapters.contract import Answer, Report
from adapters.slack.client import SlackRoom
from bot.catalogue import catalogue, menus
from bot.commands import Desk, Held
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import interaction, room_at, send, served, signed
from tests.archives import shipped
from tests.faultserver import FaultServer, Json

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HELD = Held.of(shipped(), ())
View = dict[str, Any]


async def _nothing(*_: object) -> Any:
    raise AssertionError("nothing is ordered here")


def office(desk: Desk, outlook: Callable[..., Awaitable[Outlook]] | None = None) -> Administration:
    """Nobody orders anything; what stands for the workspace is what the test says."""

    async def empty(*_: object) -> Outlook:
        return Outlook()

    return Administration(
        errands=(), summary=lambda *_: "", ask=_nothing, administer=_nothing, propose=_nothing, present=_nothing,
        outlook=outlook or empty, spoken=desk.spoken,
    )  # fmt: skip


@dataclass
class Workspace:
    """One person in one workspace."""

    slack: FaultServer
    room: SlackRoom
    desk: Desk
    reports: list[Report] = field(default_factory=list)
    count: int = 0

    async def sends(self, payload: dict[str, Any]) -> Any:
        """An interaction; gives what it was acknowledged with."""
        self.count += 1
        body = {
            "trigger_id": f"T-{self.count}", "team": {"id": "T1"}, "user": {"id": "U2", "username": "reader"},
            "api_app_id": "A1", "token": "gone", **payload,
        }  # fmt: skip
        status, said = await send(self.room, interaction(body))
        assert status == 200, said
        return json.loads(said) if said else None

    async def event(self, headers: dict[str, str] | None = None, **event: Any) -> int:
        """An event; each has an id of its own unless one is given."""
        self.count += 1
        id_ = event.pop("event_id", f"Ev{self.count}")
        body = json.dumps(
            {
                "type": "event_callback", "team_id": "T1", "event_id": id_, "event": event,
                "authorizations": [{"team_id": "T1", "user_id": "U1", "is_bot": True}],
            }
        )  # fmt: skip
        sent = signed(body) | {"Content-Type": "application/json"} | (headers or {})
        return (await send(self.room, body, sent))[0]

    async def shown(self, method: str, count: int = 1) -> View:
        """The newest window that was opened, pushed or updated."""
        return dict((await self.slack.wait_for("POST", f"/views.{method}", count))[-1].json["view"])

    async def asks(self) -> View:
        """The form of the shortcut."""
        opened = len(self.slack.seen("POST", "/views.open"))
        assert await self.sends({"type": "shortcut", "callback_id": "dateline-ask"}) is None
        return await self.shown("open", opened + 1)

    async def offered(self, view: View, param: str, typed: str) -> list[dict[str, Any]]:
        """What Slack offers for what is typed into a field."""
        block = named(view, f"dateline-field-{param}")
        told = await self.sends(
            {
                "type": "block_suggestion", "value": typed, "block_id": block["block_id"], "view": view,
                "action_id": block["element"]["action_id"],
            }
        )  # fmt: skip
        return list(told["options"])

    async def submits(self, view: View, values: dict[str, Any], **more: Any) -> Any:
        """Send a window with these states, by action."""
        return await self.sends({"type": "view_submission", "view": filled(view, values), **more})

    async def presses(self, view: View, label: str) -> None:
        """Press the control of that label in a window."""
        control = find(view, label)
        await self.sends({"type": "block_actions", "actions": [control], "view": {"id": "V1", "hash": "h1", **view}})


@asynccontextmanager
async def workspace(
    slack: FaultServer, *, answer: Answer | None = None, desk: Desk | None = None,
    outlook: Callable[..., Awaitable[Outlook]] | None = None, **settings: Any,
) -> AsyncIterator[Workspace]:  # fmt: skip
    """A workspace of this Slack; its windows open, and messages are taken."""
    for method in ("open", "push", "update", "publish"):
        slack.script("POST", f"/views.{method}", Json({"ok": True, "view": {"id": "V9", "hash": "h9"}}))
    slack.script("POST", "/chat.postMessage", Json({"ok": True, "ts": "1.5", "channel": "C1"}))
    asked = desk or Desk(HELD, lambda: NOW)
    reports: list[Report] = []

    async def take_report(report: Report) -> str | None:
        reports.append(report)
        return str(len(reports))

    room = room_at(
        slack.url, answer or asked.answer, commands=catalogue(), menus=menus(), complete=asked.complete,
        take_report=take_report, administration=office(asked, outlook), **settings,
    )  # fmt: skip
    async with served(room):
        yield Workspace(slack, room, asked, reports)


def named(view: View, block_id: str) -> dict[str, Any]:
    """The block of that id."""
    return next(block for block in view["blocks"] if block.get("block_id") == block_id)


def fields(view: View) -> list[str]:
    """The parameters asked for, in order."""
    ids = (block["block_id"] for block in view["blocks"] if block["type"] == "input")
    return [id_.removeprefix("dateline-field-") for id_ in ids if id_.startswith("dateline-field-")]


def filled(view: View, values: dict[str, Any]) -> View:
    """The window as Slack sends it back, with the states of its fields; what stands in it from the start too."""
    states: dict[str, dict[str, Any]] = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        state: dict[str, Any] = {"type": element["type"]}
        if element.get("initial_option"):
            state["selected_option"] = element["initial_option"]
        name = block["block_id"].removeprefix("dateline-field-")
        state |= values.get(name, {})
        states[block["block_id"]] = {element["action_id"]: state}
    return {"id": "V1", "hash": "h1", **view, "state": {"values": states}}


def chosen(option: dict[str, Any]) -> dict[str, Any]:
    """The state of a list in which this entry was chosen."""
    return {"selected_option": option}


def controls(view: View) -> list[dict[str, Any]]:
    return [one for block in view["blocks"] if block["type"] == "actions" for one in block["elements"]]


def labels(view: View) -> list[str]:
    return [one["text"]["text"] for one in controls(view) if one["type"] == "button"]


def find(view: View, label: str) -> dict[str, Any]:
    """The control as Slack sends it back."""
    for one in controls(view):
        if one["type"] == "button" and one["text"]["text"] == label:
            return {key: one[key] for key in ("type", "action_id", "value") if key in one}
        for option in one.get("options", ()):
            if option["text"]["text"] == label:
                return {"type": one["type"], "action_id": one["action_id"], "selected_option": option}
    raise AssertionError(f"no {label} among {labels(view)}")


def words(view: View) -> str:
    """What a person reads in a window, top to bottom."""
    return "\n".join(reader.texts(view))
