"""Windows on the real peer: npm's emulator knows triggers, the stack of windows and their hashes."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from adapters.slack.client import SlackRoom
from bot.catalogue import catalogue, menus
from bot.commands import Desk
from tests.adapters.slack.demands import Sent
from tests.adapters.slack.rooms import TOKEN, interaction, room_at, send, served, signed
from tests.adapters.slack.windows import HELD, NOW, filled, office

pytestmark = pytest.mark.needs_npm
AUTH = {"Authorization": f"Bearer {TOKEN}"}


async def ask(peer: str, method: str, **given: Any) -> dict[str, Any]:
    async with (
        aiohttp.ClientSession(headers=AUTH) as session,
        session.post(peer + method, json=given) as answer,
    ):
        return dict(await answer.json())


async def windows(peer: str) -> list[str]:
    """The ids of the windows the peer holds."""
    async with aiohttp.ClientSession() as session, session.get(peer.replace("/api/", "/?tab=views")) as page:
        return re.findall(r"\bV[0-9A-Z]{8,}\b", await page.text())


@pytest.fixture
async def room(peer: str) -> AsyncIterator[SlackRoom]:
    desk = Desk(HELD, lambda: NOW)
    room = room_at(
        peer, desk.answer, commands=catalogue(), menus=menus(), complete=desk.complete, administration=office(desk)
    )
    async with served(room):
        yield room


async def trigger(peer: str, **given: str) -> str:
    return str((await ask(peer, "views.generateTriggerId", user_id="dateline", **given))["trigger_id"])


async def does(room: SlackRoom, payload: dict[str, Any]) -> None:
    body = {"team": {"id": "T1"}, "user": {"id": "U2", "username": "reader"}, **payload}
    assert (await send(room, interaction(body)))[0] == 200
    await room._listening.drain(5)


async def test_the_form_opens_changes_and_an_answer_stands_on_it(
    peer: str, room: SlackRoom, outgoing: list[Sent]
) -> None:
    before = set(await windows(peer))
    await does(room, {"type": "shortcut", "callback_id": "dateline-ask", "trigger_id": await trigger(peer)})
    [opened] = set(await windows(peer)) - before
    form = next(sent.body["view"] for sent in outgoing if sent.method == "views.open")
    options = form["blocks"][0]["element"]["options"]
    chosen = {"action_id": "dateline-command", "selected_option": next(o for o in options if o["value"] == "bloc")}
    await does(
        room, {"type": "block_actions", "actions": [chosen], "view": {**filled(form, {}), "id": opened, "hash": ""}}
    )
    answer = {"id": opened, "type": "modal", "private_metadata": '{"depth": 1}'}
    help_ = {"type": "button", "action_id": "dateline-x", "value": "d1|a|1|help?"}
    for depth in (1, 2):
        top = {**answer, "private_metadata": f'{{"depth": {depth}}}'}
        on = await trigger(peer, view_id=opened)
        await does(room, {"type": "block_actions", "actions": [help_], "view": top, "trigger_id": on})
    assert len(set(await windows(peer)) - before) == 3
    assert [sent.method for sent in outgoing if sent.method.startswith("views.")] == [
        "views.open", "views.update", "views.push", "views.push",
    ]  # fmt: skip


async def test_a_trigger_that_ran_out_opens_nothing_and_is_one_warning(
    peer: str, room: SlackRoom, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.window_lost method=views.open reason=.*invalid_trigger_id")
    menu = {"type": "message_action", "callback_id": "dateline-menu-spot", "message": {"text": "Laos"}}
    await does(room, {**menu, "trigger_id": "1.2.gone"})


async def test_home_is_published_over_the_one_that_was_seen_and_not_over_a_newer_one(
    peer: str, room: SlackRoom
) -> None:
    blank = {"type": "home", "blocks": [{"type": "divider"}]}
    person = (await ask(peer, "users.list"))["members"][0]["id"]
    seen = (await ask(peer, "views.publish", user_id=person, view=blank))["view"]["hash"]
    event = {"type": "app_home_opened", "user": person, "channel": "D2", "tab": "home", "view": {"hash": seen}}
    await home_opened(room, event, "Ev1")
    newer = await ask(peer, "views.publish", user_id=person, view=blank, hash=seen)
    assert newer["error"] == "hash_conflict"
    await home_opened(room, event, "Ev2")  # told in the log alone: what stands there is newer


async def home_opened(room: SlackRoom, event: dict[str, Any], id_: str) -> None:
    body = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": id_, "event": event})
    assert (await send(room, body, signed(body) | {"Content-Type": "application/json"}))[0] == 200
    await room._listening.drain(5)


async def test_a_mention_is_answered_in_its_thread_on_the_peer(peer: str, room: SlackRoom) -> None:
    channel = (await ask(peer, "conversations.create", name="talk"))["channel"]["id"]
    first = (await ask(peer, "chat.postMessage", channel=channel, text="<@U1> help"))["ts"]
    event = {"type": "app_mention", "user": "U2", "channel": channel, "ts": first, "text": "<@U1> position cambodia"}
    await home_opened(room, event, "Ev3")
    replies = (await ask(peer, "conversations.replies", channel=channel, ts=first))["messages"]
    assert [one["thread_ts"] for one in replies[1:]] == [first]
    assert "Cambodia" in replies[1]["text"]
