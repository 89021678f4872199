"""Questions written to Dateline: mentions answered in their thread, direct messages where they stand, each once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.contract import Request
from adapters.slack.asking import words_of as read
from bot.commands import Desk
from bot.office.preferences import Preferences
from briefs.plain import plain
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import interaction, send
from tests.adapters.slack.windows import HELD, NOW, Workspace, controls, labels, workspace
from tests.contract.test_renderers import words_of
from tests.faultserver import FaultServer, Json, Status, TooManyRequests

MENTION: dict[str, Any] = {"type": "app_mention", "user": "U2", "channel": "C1", "ts": "1.1"}
DIRECT: dict[str, Any] = {"type": "message", "channel_type": "im", "user": "U2", "channel": "D2", "ts": "1.1"}


@pytest.fixture
async def desk(slack: FaultServer) -> AsyncIterator[Workspace]:
    async with workspace(slack) as one:
        yield one


async def posted(desk: Workspace, count: int = 1) -> dict[str, Any]:
    return dict((await desk.slack.wait_for("POST", "/chat.postMessage", count))[-1].json)


@pytest.mark.parametrize(
    ("text", "command", "line"),
    [
        ("<@U1> position cambodia ukraine", "position", "cambodia ukraine"),
        ("  <@U1>   /vote ES-11/1 asean", "vote", "ES-11/1 asean"),
        ("position cambodia <@U1>", "position", "cambodia"),
        ("<@U1> dateline compare cambodia, <https://vn.example|vietnam>", "compare", "cambodia, vietnam"),
        ("<@U1> `digest 3 march 2022`", "digest", "3 march 2022"),
        ("<@U1> Chronologie Cambodge", "timeline", "Cambodge"),
        ("<@U1>", "help", ""),
        ("<@U1> position", "position", ""),
    ],
)
async def test_a_mention_is_answered_in_its_thread_as_on_the_console(
    desk: Workspace, text: str, command: str, line: str
) -> None:
    assert await desk.event(**MENTION, text=text) == 200
    sent = await posted(desk)
    assert (sent["channel"], sent["thread_ts"]) == ("C1", "1.1")
    reply = desk.desk.answer_now(Request(command, line, platform="slack"))
    assert words_of(plain(reply.document)) == words_of(reader.fallback(sent))
    assert sent["unfurl_links"] is False


async def test_a_mention_in_a_thread_is_answered_in_that_thread(desk: Workspace) -> None:
    await desk.event(**MENTION, text="<@U1> help", thread_ts="0.5")
    assert (await posted(desk))["thread_ts"] == "0.5"


async def test_a_direct_message_is_answered_where_it_stands_with_buttons_that_work_in_place(desk: Workspace) -> None:
    await desk.event(**DIRECT, text="position cambodia ukraine")
    sent = await posted(desk)
    assert sent["channel"] == "D2"
    assert "thread_ts" not in sent
    assert labels(sent) == ["Sources", "Timeline", "Compare with…", "Shorter", "Longer", "Language", "Report an error"]
    longer = next(one for one in controls(sent) if one["text"]["text"] == "Longer")
    container = {"type": "message", "channel_id": "D2", "message_ts": "1.5"}
    assert (await pressed(desk, longer, container, "1"))["replace_original"] is True


async def test_words_that_are_no_command_get_kind_help_with_an_example(desk: Workspace) -> None:
    await desk.event(**DIRECT, text="hello there")
    told = reader.fallback(await posted(desk))
    assert "position cambodia ukraine" in told
    assert "/" not in told.split("“")[0]


async def test_names_in_a_free_question_are_offered_to_choose_from(desk: Workspace) -> None:
    await desk.event(**DIRECT, text="What did Cambodia say about A/RES/ES-11/1?")
    sent = await posted(desk)
    assert "position cambodia ukraine" in reader.fallback(sent)
    [menu] = [one for one in controls(sent) if one["type"] == "static_select"]
    assert menu["options"][0]["text"]["text"] == "Cambodia"


async def test_a_name_that_several_bear_is_a_list_in_the_thread(desk: Workspace) -> None:
    await desk.event(**MENTION, text="<@U1> position korea")
    [menu] = [one for one in controls(await posted(desk)) if one["type"] == "static_select"]
    assert len(menu["options"]) == 2


async def test_what_is_chosen_in_a_thread_is_told_and_shared_in_that_thread(desk: Workspace) -> None:
    await desk.event(**MENTION, text="<@U1> position korea")
    [menu] = [one for one in controls(await posted(desk)) if one["type"] == "static_select"]
    thread = {"type": "message", "channel_id": "C1", "message_ts": "1.5", "thread_ts": "1.1"}
    chosen = {"type": "static_select", "action_id": menu["action_id"], "selected_option": menu["options"][0]}
    answer = await pressed(desk, chosen, thread, "1")
    assert (answer["response_type"], answer["thread_ts"]) == ("ephemeral", "1.1")
    share = next(one for one in controls(answer) if one["text"]["text"] == "Share to channel")
    await pressed(desk, share, {**thread, "message_ts": "1.6", "is_ephemeral": True}, "2")
    spent, shared = [one.json for one in await desk.slack.wait_for("POST", "/respond/2", 2)]
    assert spent["replace_original"] is True
    assert (shared["response_type"], shared["thread_ts"]) == ("in_channel", "1.1")


async def pressed(desk: Workspace, control: dict[str, Any], container: dict[str, Any], respond: str) -> dict[str, Any]:
    body = {
        "type": "block_actions", "actions": [control], "response_url": f"{desk.slack.url}/respond/{respond}",
        "container": container, "trigger_id": f"T-{respond}-x", "team": {"id": "T1"},
        "user": {"id": "U2", "username": "reader"},
    }  # fmt: skip
    assert (await send(desk.room, interaction(body)))[0] == 200
    return dict((await desk.slack.wait_for("POST", f"/respond/{respond}"))[0].json)


@pytest.mark.parametrize(
    "event",
    [
        {**DIRECT, "bot_id": "B7"},
        {**DIRECT, "user": "U1"},
        {**DIRECT, "subtype": "message_changed", "message": {"text": "position cambodia"}},
        {**DIRECT, "subtype": "message_deleted"},
        {**DIRECT, "edited": {"user": "U2", "ts": "2.0"}},
        {**MENTION, "edited": {"user": "U2", "ts": "2.0"}},
        {**DIRECT, "channel_type": "channel", "channel": "C1"},
        {**DIRECT, "channel_type": "mpim", "channel": "G1"},
        {**DIRECT, "user": None},
    ],
    ids=["bot", "own", "edit", "deletion", "edited", "edited mention", "channel", "group", "nobody"],
)
async def test_what_is_no_new_message_of_a_person_to_dateline_is_passed_over(
    desk: Workspace, event: dict[str, Any]
) -> None:
    assert await desk.event(**{"text": "position cambodia", **event}) == 200
    await desk.event(**{**DIRECT, "ts": "9.9"}, text="help")
    await posted(desk)
    assert len(desk.slack.seen("POST", "/chat.postMessage")) == 1


async def test_an_event_sent_again_is_answered_once(desk: Workspace) -> None:
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    assert await desk.event(event_id="Ev-x", **MENTION, text="<@U1> help") == 200
    assert await desk.event(again, event_id="Ev-x", **MENTION, text="<@U1> help") == 200
    assert await desk.event(event_id="Ev-y", **{**MENTION, "type": "message", "channel_type": "im"}, text="help") == 200
    await desk.event(**{**MENTION, "ts": "2.2"}, text="<@U1> help")
    await posted(desk, 2)
    assert len(desk.slack.seen("POST", "/chat.postMessage")) == 2


async def test_mentions_follow_the_language_of_the_workspace_and_the_prefix(slack: FaultServer) -> None:
    asked = Desk(HELD, lambda: NOW)
    asked.prefers = {("slack", "T1"): Preferences(language="fr")}
    async with workspace(slack, desk=asked, prefix="dl-") as desk:
        await desk.event(**MENTION, text="<@U1> bonjour")
        assert "position cambodge ukraine" in reader.fallback(await posted(desk))
        await desk.event(**{**MENTION, "ts": "2.2"}, text="<@U1> dl-position cambodge")
        assert "Cambodge" in reader.fallback(await posted(desk, 2))


async def test_a_post_that_surely_was_not_made_is_tried_once_more(
    desk: Workspace, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.answer_undelivered reason=.*posted or not is unknown")
    desk.slack.script(
        "POST", "/chat.postMessage", Json({"ok": False, "error": "invalid_blocks"}), Json({"ok": True, "ts": "1"})
    )
    await desk.event(**MENTION, text="<@U1> help")
    assert "blocks" not in await posted(desk, 2)
    desk.slack.script("POST", "/chat.postMessage", Status(500, b""))
    await desk.event(**{**MENTION, "ts": "2.2"}, text="<@U1> help")
    await posted(desk, 3)


async def test_an_answer_waits_as_long_as_slack_asks(desk: Workspace) -> None:
    taken = Json({"ok": True, "ts": "1"})
    desk.slack.script("POST", "/chat.postMessage", TooManyRequests(0, {"ok": False, "error": "ratelimited"}), taken)
    await desk.event(**MENTION, text="<@U1> help")
    first, second = await desk.slack.wait_for("POST", "/chat.postMessage", 2)
    assert first.json == second.json


async def test_a_channel_that_refuses_is_one_warning(desk: Workspace, expected_warnings: list[str]) -> None:
    expected_warnings.append("slack.answer_undelivered reason=.*not_in_channel")
    desk.slack.script("POST", "/chat.postMessage", Json({"ok": False, "error": "not_in_channel"}))
    await desk.event(**MENTION, text="<@U1> help")
    await posted(desk)


async def test_hostile_words_come_back_inert(desk: Workspace) -> None:
    await desk.event(**DIRECT, text="position &lt;!channel&gt; *bold* :smile: <!here> <@U9>")
    sent = await posted(desk)
    kinds = {
        kind.split()[0]
        for kind in reader.recognised(
            {**sent, "blocks": [b for b in sent["blocks"] if b["type"] in ("header", "rich_text")]}
        )
    }
    assert kinds <= {"heading", "strong", "list"}


def test_a_message_is_read_as_a_person_reads_it() -> None:
    assert read("<@U1|me> a <#C1|general> <https://x.example/?a=1&amp;b=2> <mailto:a@b.c|a@b.c> &lt;b&gt;") == (
        "a general https://x.example/?a=1&b=2 a@b.c <b>"
    )
