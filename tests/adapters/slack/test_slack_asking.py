"""Asking by forms: names offered while one types, the shortcut's form, its answer in a window, names in a message."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from adapters.contract import Action, ActionKind, Choice, Outcome, Question, Reply, Request
from adapters.slack.client import Pace
from adapters.slack.render import pages, render
from adapters.slack.selects import suggested
from adapters.slack.views import answer_view, kept
from bot.catalogue import catalogue
from bot.commands import Desk
from bot.office.preferences import Preferences
from briefs.plain import plain
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import QUICK, Answers
from tests.adapters.slack.windows import (
    HELD,
    NOW,
    Workspace,
    chosen,
    fields,
    filled,
    labels,
    named,
    words,
    workspace,
)  # fmt: skip
from tests.contract import documents
from tests.contract.test_renderers import words_of
from tests.faultserver import FaultServer, Json, Status

TONGUES = ["English", "Français", "Español", "ខ្មែរ"]
CAMBODIA = {"text": {"type": "plain_text", "text": "Cambodia", "emoji": False}, "value": "KHM"}


@pytest.fixture
async def desk(slack: FaultServer) -> AsyncIterator[Workspace]:
    async with workspace(slack) as one:
        yield one


def french() -> Desk:
    desk = Desk(HELD, lambda: NOW)
    desk.prefers = {("slack", "T1"): Preferences(language="fr")}
    return desk


# --- names while one types -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "param", "typed", "first"),
    [
        ("position", "actor", "camb", "KHM"),
        ("position", "issue", "ukr", "ukraine-war"),
        ("bloc", "bloc", "ase", "asean"),
        ("vote", "text", "es-11/1", "un-es-11-1"),
        ("source", "record", "voa", "voa/invasion"),
        ("glossary", "term", "abst", "abstained"),
        ("help", "command", "pos", "position"),
        ("compare", "others", "viet", "VNM"),
    ],
)
async def test_names_are_offered_from_the_local_index(
    desk: Workspace, command: str, param: str, typed: str, first: str
) -> None:
    told = await desk.sends(
        {"type": "block_suggestion", "value": typed, "action_id": f"dateline-field-{command}-{param}", "block_id": "b"}
    )
    values = [option["value"] for option in told["options"]]
    assert first in values[:3]
    assert values == [choice.value for choice in desk.desk.complete(command, param, typed, "en")]


async def test_an_empty_field_offers_names_too_and_a_foreign_one_nothing(desk: Workspace) -> None:
    view = await desk.asks()
    assert len(await desk.offered(view, "actor", "")) > 5
    told = await desk.sends(
        {"type": "block_suggestion", "value": "x", "action_id": "dateline-field-no", "block_id": "b"}
    )
    assert told == {"options": []}


def test_what_slack_would_refuse_is_never_offered() -> None:
    held = [Choice("n" * 200, f"v{n % 110}", "w") for n in range(150)]
    held += [Choice("", "empty", "w"), Choice("too long", "v" * 151, "w")]
    options = suggested({"action_id": "dateline-field-a-b", "value": "x"}, lambda *_: held[::-1], "en")
    assert len(options) == 100
    assert all(1 <= len(option["text"]["text"]) <= 75 and len(option["value"]) <= 150 for option in options)
    assert len({option["value"] for option in options}) == 100


def test_names_are_offered_in_the_language_of_the_workspace() -> None:
    body = {"action_id": "dateline-field-position-actor", "value": " cam\u202ebo "}
    [option] = suggested(body, lambda *asked: [Choice(" ".join(asked), "KHM", "w")], "fr")
    assert option["text"]["text"] == "position actor cambo fr"


# --- the form ------------------------------------------------------------------------------------------------------


async def test_a_newcomer_is_answered_in_two_steps(desk: Workspace) -> None:
    """Open the shortcut, name a country and send: the command that most want stands there already."""
    view = await desk.asks()
    assert fields(view) == ["actor", "issue"]
    option = (await desk.offered(view, "actor", "cambod"))[0]
    told = await desk.submits(view, {"actor": chosen(option)})
    assert told["response_action"] == "push"
    answer = desk.desk.answer_now(Request("position", given={"actor": "KHM"}, platform="slack"))
    assert answer.document.title in words(told["view"])
    assert labels(told["view"])[:3] == ["Sources", "Timeline", "Compare with…"]


@pytest.mark.parametrize("command", catalogue(), ids=lambda one: one.name)
async def test_every_command_is_asked_by_its_own_fields_and_answered_as_on_the_console(
    desk: Workspace, command: Any
) -> None:
    view = await desk.asks()
    option = next(one for one in named(view, "dateline-command")["element"]["options"] if one["value"] == command.name)
    state = filled(view, {})
    picked = {"type": "static_select", "action_id": "dateline-command", "selected_option": option}
    await desk.sends({"type": "block_actions", "actions": [picked], "view": state})
    form = await desk.shown("update")
    asked = fields(form)
    assert [param.name for param in command.params if param.required] == [
        one for one in asked if command_param(command, one).required
    ]
    typed = {
        "actor": "KHM", "issue": "ukraine-war", "text": "un-es-11-1", "event": "un-es-11-3", "bloc": "asean",
        "option": "abstained", "record": "voa/kh-msg", "term": "abstained", "command": "vote",
    }  # fmt: skip
    values: dict[str, Any] = {
        name: chosen({"text": CAMBODIA["text"], "value": typed[name]}) for name in asked if name in typed
    }
    values |= {"others": {"selected_options": [{**CAMBODIA, "value": one} for one in ("VNM", "SGP")]}}
    values |= {"day": {"selected_date": "2022-03-03"}, "since": {"selected_date": "2015-01-01"}}
    values |= {"as_of": {"selected_date": "2023-06-30"}, "words": {"value": "cease fire"}}
    told = await desk.submits(form, values)
    assert told["response_action"] == "push", told
    given = {name: typed[name] for name in asked if name in typed}
    given |= {"others": "VNM, SGP"} if "others" in asked else {}
    given |= {"day": "2022-03-03"} if "day" in asked else {}
    given |= {"since": "2015-01-01"} if "since" in asked else {}
    given |= {"as_of": "2023-06-30"} if "as_of" in asked else {}
    given |= {"words": "cease fire"} if "words" in asked else {}
    reply = desk.desk.answer_now(Request(command.name, given=given, platform="slack"))
    assert reply.outcome in (Outcome.ANSWERED, Outcome.QUIET, Outcome.NOTHING)
    assert all(word in words(told["view"]) for word in words_of(reply.document.title))
    assert told["view"]["blocks"][0] == answer_view(reply, 2)["blocks"][0]
    assert json.dumps(answer_view(reply, 2)["blocks"][0]) in json.dumps(told["view"])


def command_param(command: Any, name: str) -> Any:
    return next(param for param in command.params if param.name == name)


async def test_another_command_keeps_what_stands_in_the_form_and_more_options_show_days(desk: Workspace) -> None:
    view = await desk.asks()
    state = filled(view, {"actor": chosen(CAMBODIA)})
    options = named(view, "dateline-command")["element"]["options"]
    picked = {"action_id": "dateline-command", "selected_option": next(o for o in options if o["value"] == "timeline")}
    await desk.sends({"type": "block_actions", "actions": [picked], "view": state})
    timeline = await desk.shown("update")
    assert named(timeline, "dateline-field-actor")["element"]["initial_option"] == CAMBODIA
    assert fields(timeline) == ["actor", "issue"]
    await desk.presses(filled(timeline, {"actor": chosen(CAMBODIA)}), "More options")
    whole = await desk.shown("update", 2)
    assert fields(whole) == ["actor", "issue", "as_of", "known", "length", "language"]
    assert named(whole, "dateline-field-actor")["element"]["initial_option"] == CAMBODIA
    assert "More options" not in labels(whole)
    assert [one["text"]["text"] for one in named(whole, "dateline-field-language")["element"]["options"]] == TONGUES


async def test_a_field_left_empty_is_told_beside_it(desk: Workspace) -> None:
    view = await desk.asks()
    told = await desk.submits(view, {})
    assert told == {
        "response_action": "errors",
        "errors": {"dateline-field-actor": "Please choose one, or say it in words."},
    }


async def test_a_mistake_that_the_desk_finds_is_told_beside_its_field(desk: Workspace) -> None:
    form = await form_of(desk, "compare")
    told = await desk.submits(form, {"actor": chosen(CAMBODIA), "others": {"selected_options": [CAMBODIA]}})
    assert told["response_action"] == "errors"
    assert list(told["errors"]) == ["dateline-field-others"]
    assert "KHM" in told["errors"]["dateline-field-others"]


async def form_of(desk: Workspace, command: str) -> dict[str, Any]:
    view = await desk.asks()
    options = named(view, "dateline-command")["element"]["options"]
    picked = {"action_id": "dateline-command", "selected_option": next(o for o in options if o["value"] == command)}
    await desk.sends({"type": "block_actions", "actions": [picked], "view": filled(view, {})})
    return await desk.shown("update")


async def test_a_name_that_several_bear_is_a_list_in_the_window(desk: Workspace) -> None:
    form = await form_of(desk, "position")
    told = await desk.submits(form, {"actor": chosen({**CAMBODIA, "value": "korea"})})
    assert told["response_action"] == "push"
    await desk.presses(told["view"], "South Korea")
    assert "South Korea" in words(await desk.shown("update", 2))


async def test_the_form_speaks_the_language_of_the_workspace(slack: FaultServer) -> None:
    async with workspace(slack, desk=french()) as desk:
        view = await desk.asks()
        assert view["title"]["text"] == "Interroger Dateline"
        assert named(view, "dateline-field-actor")["label"]["text"] == "Acteur"
        options = named(view, "dateline-command")["element"]["options"]
        assert "Chronologie" in [option["text"]["text"] for option in options]
        told = await desk.submits(view, {"actor": chosen(CAMBODIA)})
        assert "Cambodge" in words(told["view"])


async def test_a_form_of_an_organisations_app_belongs_to_the_workspace_of_who_sends_it(slack: FaultServer) -> None:
    async with workspace(slack, desk=french()) as desk:
        view = await desk.asks()
        person = {"id": "U2", "username": "reader", "team_id": "T1"}
        told = await desk.submits(view, {"actor": chosen(CAMBODIA)}, team=None, user=person)
        assert "Cambodge" in words(told["view"])


# --- the answer in its window --------------------------------------------------------------------------------------


async def answered(desk: Workspace) -> dict[str, Any]:
    told = await desk.submits(await desk.asks(), {"actor": chosen(CAMBODIA)})
    return dict(told["view"])


async def test_sources_stand_on_top_and_longer_in_place(desk: Workspace) -> None:
    view = await answered(desk)
    await desk.presses(view, "Sources")
    sources = await desk.shown("push")
    assert "What this rests on" in words(sources) or "Sources" in words(sources)
    await desk.presses(view, "Longer")
    longer = await desk.shown("update")
    told = desk.desk.answer_now(Request("position", given={"actor": "KHM", "length": "long"}, platform="slack"))
    assert longer["blocks"][0] == answer_view(told, 2)["blocks"][0]
    assert "Shorter" in labels(longer)


async def test_no_more_windows_are_stacked_than_slack_lets_stand(desk: Workspace) -> None:
    view = await answered(desk)
    await desk.presses(view, "Timeline")
    timeline = await desk.shown("push")
    assert kept(timeline)["depth"] == 3
    await desk.presses(timeline, "Sources")
    assert kept(await desk.shown("update"))["depth"] == 3
    assert len(desk.slack.seen("POST", "/views.push")) == 1


async def test_another_language_is_chosen_in_the_window(desk: Workspace) -> None:
    view = await answered(desk)
    await desk.presses(view, "Language")
    tongues = await desk.shown("update")
    await desk.presses(tongues, "Français")
    assert "Cambodge" in words(await desk.shown("update", 2))


async def test_comparing_asks_with_whom_and_the_answer_takes_the_forms_place(desk: Workspace) -> None:
    view = await answered(desk)
    await desk.presses(view, "Compare with…")
    form = await desk.shown("push")
    told = await desk.submits(form, {"dateline-words": {"value": "vietnam"}})
    assert told["response_action"] == "update"
    reply = desk.desk.answer_now(Request("compare", given={"actor": "KHM", "others": "vietnam"}, platform="slack"))
    assert told["view"]["blocks"][0] == answer_view(reply, 3)["blocks"][0]


async def test_a_name_nobody_bears_is_told_beside_the_field_of_names(desk: Workspace) -> None:
    view = await answered(desk)
    await desk.presses(view, "Compare with…")
    told = await desk.submits(await desk.shown("push"), {"dateline-words": {"value": "xyzzyq"}})
    assert told["response_action"] == "errors"
    assert "xyzzyq" in told["errors"]["dateline-words"]


async def test_an_error_is_reported_from_the_window(desk: Workspace) -> None:
    view = await answered(desk)
    await desk.presses(view, "Report an error")
    form = await desk.shown("push")
    told = await desk.submits(form, {"dateline-words": {"value": "a wrong day"}})
    assert told["response_action"] == "update"
    assert [report.words for report in desk.reports] == ["a wrong day"]
    assert "1" in words(told["view"])


async def test_pages_of_a_long_answer_are_leafed_through_and_hold_every_word(slack: FaultServer) -> None:
    long = documents.long_list(70)

    async def answer(request: Request) -> Reply:
        return Reply(long, Outcome.ANSWERED, Question("position", {"actor": "KHM"}))

    parts = pages(long)
    assert len(parts) > 1
    async with workspace(slack, answer=answer) as desk:
        view, came = await answered(desk), []
        for number in range(2, len(parts) + 1):
            came.append(view)
            await desk.presses(view, "Next page")
            view = await desk.shown("update", number - 1)
            assert f"Page {number} of {len(parts)}" in words(view)
        came.append(view)
        assert "Next page" not in labels(view)
    for view, part in zip(came, parts, strict=True):
        assert words(view).startswith(words({"blocks": render(part)["blocks"]}))


async def test_an_answer_that_takes_long_is_announced_and_filled_in(slack: FaultServer) -> None:
    answers = Answers()
    answers.go.clear()
    async with workspace(slack, answer=answers, pace=replace(QUICK, prompt=0)) as desk:
        told = await desk.submits(await desk.asks(), {"actor": chosen(CAMBODIA)})
        assert told["response_action"] == "push"
        assert "on its way" in words(told["view"])
        answers.go.set()
        [update] = await slack.wait_for("POST", "/views.update")
        assert update.json["external_id"] == told["view"]["external_id"]
        assert "position" in words(update.json["view"])
    assert Pace().prompt < 3


# --- sharing -------------------------------------------------------------------------------------------------------


async def shares(desk: Workspace, view: dict[str, Any], respond: str = "1", channel: str = "C7") -> Any:
    where = {"response_url": f"{desk.slack.url}/respond/{respond}", "channel_id": channel, "block_id": "b"}
    return await desk.submits(view, {}, response_urls=[where])


async def test_an_answer_is_shared_to_the_conversation_chosen_and_says_who_asked(desk: Workspace) -> None:
    view = await answered(desk)
    select = named(view, "dateline-share-0")["element"]
    assert (select["response_url_enabled"], select["default_to_current_conversation"]) == (True, True)
    told = await shares(desk, view)
    [shared] = [dict(one.json) for one in desk.slack.seen("POST", "/respond/1")]
    reply = desk.desk.answer_now(Request("position", given={"actor": "KHM"}, platform="slack"))
    assert shared["response_type"] == "in_channel"
    assert words_of(plain(reply.document)) == words_of(reader.fallback(shared))
    assert "Asked and shared by @reader" in words(shared)
    assert told["response_action"] == "update"
    assert "Shared." in words(told["view"])
    assert named(told["view"], "dateline-share-1")


async def test_two_quick_submissions_share_once(desk: Workspace) -> None:
    view = await answered(desk)
    told = await asyncio.gather(shares(desk, view), shares(desk, view))
    assert sorted(one["response_action"] for one in told) == ["errors", "update"]
    assert len(desk.slack.seen("POST", "/respond/1")) == 1


async def test_a_share_that_slack_refuses_is_told_beside_the_choice_and_may_be_tried_again(
    desk: Workspace, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.share_lost sent=0 reason=HTTP 404")
    desk.slack.script("POST", "/respond/*", Status(404, b"expired"), Status(200, b"ok"))
    view = await answered(desk)
    told = await shares(desk, view)
    assert told["errors"] == {
        "dateline-share-0": "Slack did not take it there. Choose another conversation, or try again."
    }
    assert (await shares(desk, view))["response_action"] == "update"


async def test_a_share_nobody_knows_of_is_not_repeated(desk: Workspace, expected_warnings: list[str]) -> None:
    expected_warnings.append("slack.share_lost sent=0 reason=HTTP 500")
    desk.slack.script("POST", "/respond/*", Status(500, b""))
    view = await answered(desk)
    assert "may stand there already" in (await shares(desk, view))["errors"]["dateline-share-0"]
    assert "shared already" in (await shares(desk, view))["errors"]["dateline-share-0"]


async def test_sharing_that_takes_long_says_so_and_is_done_once(slack: FaultServer) -> None:
    answers = Answers()
    share = (Action(ActionKind.SHARE, "Share", Question("position")),)

    async def answer(request: Request) -> Reply:
        return replace(await answers(request), question=Question("position"), actions=share)

    async with workspace(slack, answer=answer, pace=replace(QUICK, prompt=0.05)) as desk:
        view = await answered(desk)
        answers.go.clear()
        assert "being shared" in (await shares(desk, view))["errors"]["dateline-share-0"]
        assert "shared already" in (await shares(desk, view))["errors"]["dateline-share-0"]
        answers.go.set()
        await slack.wait_for("POST", "/respond/1")
    assert len(slack.seen("POST", "/respond/1")) == 1


async def test_nowhere_chosen_is_told_beside_the_choice(desk: Workspace) -> None:
    told = await desk.submits(await answered(desk), {})
    assert list(told["errors"]) == ["dateline-share-0"]


# --- a message -----------------------------------------------------------------------------------------------------


async def test_a_message_is_read_for_the_names_in_it_and_one_choice_becomes_the_answer(desk: Workspace) -> None:
    text = "Talks &amp; votes: <@U9> says Cambodia and <https://un.org|Viet Nam> on A/RES/ES-11/1 <!here> `Laos`"
    assert await desk.sends(
        {
            "type": "message_action", "callback_id": "dateline-menu-spot", "message": {"text": text, "ts": "1.1"},
            "channel": {"id": "C1"}, "response_url": f"{desk.slack.url}/respond/9", "message_ts": "1.1",
        }
    ) is None  # fmt: skip
    view = await desk.shown("open")
    reply = desk.desk.answer_now(
        Request("spot", line="Talks & votes: says Cambodia and Viet Nam on A/RES/ES-11/1 Laos", platform="slack")
    )
    assert reply.outcome is Outcome.ANSWERED
    assert words_of(plain(reply.document)) == words_of(words({**view, "blocks": bare(view)}))
    assert desk.slack.seen("POST", "/respond/9") == []
    assert "Talks" not in json.dumps(view), "nothing of the message is kept"
    await desk.presses(view, "Vietnam")
    assert "Vietnam" in words(await desk.shown("update"))


def bare(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in view["blocks"] if block["type"] != "actions"]


async def test_a_message_that_names_very_many_is_told_as_a_whole(desk: Workspace) -> None:
    names = [actor.name for actor in HELD.archive.register.actors.values()][:60]
    await desk.sends(
        {"type": "message_action", "callback_id": "dateline-menu-spot", "message": {"text": ", ".join(names)}}
    )
    view = await desk.shown("open")
    reply = desk.desk.answer_now(Request("spot", line=", ".join(names), platform="slack"))
    assert words_of(plain(reply.document)) == words_of(words({**view, "blocks": bare(view)}))


async def test_a_window_that_slack_does_not_open_is_one_warning(desk: Workspace, expected_warnings: list[str]) -> None:
    expected_warnings.append(r"slack.window_lost method=views.open reason=.*expired_trigger_id")
    desk.slack.script("POST", "/views.open", Json({"ok": False, "error": "expired_trigger_id"}))
    await desk.sends({"type": "shortcut", "callback_id": "dateline-ask"})
    await desk.slack.wait_for("POST", "/views.open")


async def test_where_a_message_was_asked_about_it_is_said_that_no_window_opened(
    desk: Workspace, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.window_lost method=views.open")
    desk.slack.script("POST", "/views.open", Json({"ok": False, "error": "expired_trigger_id"}))
    await desk.sends(
        {
            "type": "message_action", "callback_id": "dateline-menu-spot", "message": {"text": "Laos"},
            "response_url": f"{desk.slack.url}/respond/5",
        }
    )  # fmt: skip
    [said] = await desk.slack.wait_for("POST", "/respond/5")
    assert said.json["response_type"] == "ephemeral"
    assert "could not be opened in time" in reader.fallback(said.json)


async def test_a_window_changed_twice_at_once_keeps_the_newer(desk: Workspace) -> None:
    view = await answered(desk)
    desk.slack.script("POST", "/views.update", Json({"ok": False, "error": "hash_conflict"}))
    await desk.presses(view, "Longer")
    [update] = await desk.slack.wait_for("POST", "/views.update")
    assert (update.json["view_id"], update.json["hash"]) == ("V1", "h1")
