"""App Home: published when opened, in the workspace's language, with what stands for it; asked, it opens a window."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest

from adapters.administration import Outlook, Upcoming
from adapters.contract import Address, Pick, Question, Request, Subscription
from adapters.slack.home import home_view
from adapters.store.entries import Standing
from bot.catalogue import catalogue
from bot.commands import Desk
from bot.office.outlook import MOST, Window
from bot.office.preferences import Preferences
from briefs.digests import Filter
from tests.adapters.slack.rooms import interaction, send, signed
from tests.adapters.slack.test_slack_errands import BOSS, housed
from tests.adapters.slack.windows import HELD, NOW, Workspace, controls, find, labels, named, words, workspace
from tests.faultserver import FaultServer, Json
from tests.stores import opened

OPENED: dict[str, Any] = {"type": "app_home_opened", "user": "U2", "channel": "D2", "tab": "home"}


@pytest.fixture
async def desk(slack: FaultServer) -> AsyncIterator[Workspace]:
    async with workspace(slack) as one:
        yield one


async def opened_home(desk: Workspace, **event: Any) -> dict[str, Any]:
    before = len(desk.slack.seen("POST", "/views.publish"))
    assert await desk.event(**{**OPENED, **event}) == 200
    return dict((await desk.slack.wait_for("POST", "/views.publish", before + 1))[-1].json)


async def test_home_is_published_for_whoever_opens_it(desk: Workspace) -> None:
    sent = await opened_home(desk)
    assert sent["user_id"] == "U2"
    assert "hash" not in sent
    assert labels(sent["view"]) == ["Ask", "Ask by a form", "Help", "Settings"]
    assert "No digest is scheduled here yet" in words(sent["view"])


async def test_the_one_that_stands_there_is_replaced_by_its_hash_and_a_newer_one_left_alone(desk: Workspace) -> None:
    assert (await opened_home(desk, view={"id": "V1", "hash": "156.9"}))["hash"] == "156.9"
    desk.slack.script("POST", "/views.publish", Json({"ok": False, "error": "hash_conflict"}))
    await opened_home(desk, view={"id": "V1", "hash": "156.9"})


async def test_a_home_that_slack_does_not_take_is_one_warning(desk: Workspace, expected_warnings: list[str]) -> None:
    expected_warnings.append("slack.home_lost reason=.*not_enabled")
    desk.slack.script("POST", "/views.publish", Json({"ok": False, "error": "not_enabled"}))
    await opened_home(desk)


async def test_the_messages_tab_and_a_repeated_event_publish_nothing(desk: Workspace) -> None:
    assert await desk.event(**{**OPENED, "tab": "messages"}) == 200
    await opened_home(desk, event_id="Ev-same")
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    assert await desk.event(again, event_id="Ev-same", **OPENED) == 200
    await opened_home(desk)
    assert len(desk.slack.seen("POST", "/views.publish")) == 2


async def test_a_line_is_answered_in_a_window_as_on_the_console(desk: Workspace) -> None:
    home = (await opened_home(desk))["view"]
    line = {"type": "plain_text_input", "action_id": "dateline-home-line", "value": "/position cambodia ukraine"}
    await desk.sends({"type": "block_actions", "actions": [line], "view": {**home, "id": "V1"}})
    reply = desk.desk.answer_now(Request("position", "cambodia ukraine"))
    assert reply.document.title in words(await desk.shown("open"))


async def test_the_button_asks_what_was_typed_and_nothing_typed_is_help(desk: Workspace) -> None:
    home = (await opened_home(desk))["view"]
    typed = {"dateline-home-line": {"dateline-home-line": {"value": "votes ES-11/1"}}}
    for number, (state, title) in enumerate([(typed, "I did not understand that"), ({}, "What you can ask")], start=1):
        view = {**home, "id": "V1", "state": {"values": state}}
        await desk.sends({"type": "block_actions", "actions": [find(home, "Ask")], "view": view})
        assert title in words(await desk.shown("open", number))


@pytest.mark.parametrize(
    ("action", "value", "command", "param"),
    [
        ("dateline-field-position-actor", "KHM", "position", "actor"),
        ("dateline-field-vote-text", "un-es-11-1", "vote", "text"),
        ("dateline-field-shifts-issue", "ukraine-war", "shifts", "issue"),
    ],
)
async def test_one_choice_asks(desk: Workspace, action: str, value: str, command: str, param: str) -> None:
    home = (await opened_home(desk))["view"]
    assert action in [one["action_id"] for one in controls(home)]
    offered = await desk.sends(
        {"type": "block_suggestion", "value": value[:4].lower(), "action_id": action, "block_id": "b", "view": home}
    )
    assert value in [one["value"] for one in offered["options"]]
    chosen = {"type": "external_select", "action_id": action, "selected_option": {"value": value}}
    await desk.sends({"type": "block_actions", "actions": [chosen], "view": {**home, "id": "V1"}})
    reply = desk.desk.answer_now(Request(command, given={param: value}))
    assert reply.document.title in words(await desk.shown("open"))


async def test_help_settings_and_the_form_open_windows(desk: Workspace) -> None:
    home = (await opened_home(desk))["view"]
    windows = [("Help", "What you can ask"), ("Settings", "/dateline settings"), ("Ask by a form", "What do you want")]
    for number, (label, said) in enumerate(windows, start=1):
        await desk.sends({"type": "block_actions", "actions": [find(home, label)], "view": {**home, "id": "V1"}})
        assert said in words(await desk.shown("open", number))


def outlook_of(count: int) -> Outlook:
    picks = tuple(Pick("name " * 40, Question("position", {"actor": f"x{n}"})) for n in range(count))
    upcoming = tuple(Upcoming(f"C{n}", "when " * 30, "follows " * 60) for n in range(count))
    return Outlook(upcoming, picks, picks)


def test_the_fullest_home_keeps_within_slacks_hundred_blocks() -> None:
    for spoken in ("en", "fr", "es"):
        view = home_view(catalogue(), outlook_of(MOST), spoken, {"settings", "subscription"})
        assert len(view["blocks"]) <= 40


# --- what stands for a workspace ---------------------------------------------------------------------------------


def order(number: int, place: str, due: int, **more: Any) -> Standing:
    held = Subscription(
        f"d{number}", Address("slack", place, server="T1"), (time(8),), "Europe/Paris", NOW, origin="chat", server="T1",
        **more,
    )  # fmt: skip
    return Standing(held, NOW, datetime(2026, 11, 24 + due, 7, tzinfo=UTC))


async def test_what_comes_next_is_told_soonest_first_and_what_is_followed_can_be_asked(
    slack: FaultServer, tmp_path: Any
) -> None:
    orders = [
        order(1, "C3", 2, follows=Filter(issues=("ukraine-war",), actors=("KHM",))),
        order(2, "C1", 0, follows=Filter(actors=("asean", "KHM"))),
        order(3, "C2", 1, paused="a reason of the owner's", follows=Filter(issues=("palestine",))),
        order(4, "D9", 0, follows=Filter(issues=("syria",))),
        of_server(order(5, "U2", 3), "@T1/U2"),
        of_server(order(6, "U3", 3), "@T1/U3"),
        of_server(order(7, "C8", 0), "T9"),
    ]
    asked = Desk(HELD, lambda: NOW)
    async with opened(tmp_path / "d.db") as store:
        await store.subscriptions.put(orders)
        outlook = Window(lambda: store, asked).outlook
        async with workspace(slack, desk=asked, outlook=outlook) as desk:
            home = (await opened_home(desk))["view"]
            lines = [block for block in home["blocks"] if block["type"] == "rich_text"]
            places = [line["elements"][0]["elements"][0] for line in lines]
            assert [place.get("channel_id") or place["text"] for place in places] == ["C1", "C3", "To you alone", "C2"]
            told = json.dumps(home, ensure_ascii=False)
            assert "Next: Tuesday 24 November" in told
            assert "Paused." in told
            assert "reason of the owner" not in told
            assert "Syria" not in told
            assert labels(home)[2:-2] == ["Russia's war against Ukraine", "ASEAN", "Cambodia"]
            for number, (label, command, given) in enumerate(
                [("Cambodia", "position", {"actor": "KHM"}), ("ASEAN", "bloc", {"bloc": "asean"})], start=1
            ):
                await desk.sends({"type": "block_actions", "actions": [find(home, label)], "view": {**home, "id": "V"}})
                reply = asked.answer_now(Request(command, given=given))
                assert reply.document.title in words(await desk.shown("open", number))


def of_server(held: Standing, server: str) -> Standing:
    address = replace(held.subscription.address, server=server)
    return replace(held, subscription=replace(held.subscription, server=server, address=address))


async def test_home_speaks_the_language_of_the_workspace(slack: FaultServer) -> None:
    asked = Desk(HELD, lambda: NOW)
    asked.prefers = {("slack", "T1"): Preferences(language="es")}
    async with workspace(slack, desk=asked) as desk:
        home = (await opened_home(desk))["view"]
        assert labels(home) == ["Preguntar", "Preguntar con un formulario", "Ayuda", "Ajustes"]
        assert named(home, "dateline-home-line")["hint"]["text"].startswith("Empiece por")


async def test_without_a_database_home_has_no_digests() -> None:
    window = Window(lambda: None, Desk(HELD, lambda: NOW))
    assert await window.outlook("slack", ["T1"], lambda _: True) == Outlook()


async def test_settings_and_a_digest_are_ordered_from_home_by_the_offices_forms(
    slack: FaultServer, tmp_path: Any
) -> None:
    slack.script("POST", "/views.publish", Json({"ok": True}))
    async with housed(slack, tmp_path) as house:
        body = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": OPENED})
        assert (await send(house.room, body, signed(body) | {"Content-Type": "application/json"}))[0] == 200
        home = (await slack.wait_for("POST", "/views.publish"))[0].json["view"]
        for number, (label, title) in enumerate([("Settings", "Settings"), ("Schedule a digest", "Digest")], start=1):
            pressed = {
                "type": "block_actions", "trigger_id": f"99.{number}", "team": {"id": "T1"}, "user": {"id": BOSS},
                "actions": [find(home, label)], "view": {**home, "id": "V1"},
            }  # fmt: skip
            assert await send(house.room, interaction(pressed)) == (200, "")
            form = (await slack.wait_for("POST", "/views.open", number))[-1].json["view"]
            assert title.lower() in form["title"]["text"].lower()
