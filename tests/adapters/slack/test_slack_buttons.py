"""What can be done with an answer on Slack: signed presses and forms over loopback, answered by the real desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.contract import Action, ActionKind, Outcome, Pick, Question, Reply, Report, Request
from adapters.slack import buttons
from adapters.slack.client import SlackRoom
from adapters.slack.render import pages
from adapters.tokens import Press, Token, written
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from briefs.document import Document
from briefs.plain import plain
from tests.adapters.slack import reader
from tests.adapters.slack.demands import response
from tests.adapters.slack.rooms import interaction, room_at, send, served, slash
from tests.archives import shipped
from tests.contract import documents
from tests.contract.test_renderers import words_of
from tests.faultserver import FaultServer, Json

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HELD = Held.of(shipped(), ())


class Chat:
    """One workspace: asks and presses, and sees what came to each `response_url`."""

    def __init__(self, slack: FaultServer, room: SlackRoom, desk: Desk, reports: list[Report]) -> None:
        self.slack, self.room, self.desk, self.reports = slack, room, desk, reports
        self.count = 0

    async def asks(self, command: str, line: str) -> dict[str, Any]:
        url = self._url()
        assert await send(self.room, slash(f"/{command}", line, url, f"T-{self.count}")) == (200, "")
        [answer] = await self.came(1)
        return answer

    async def presses(
        self, message: dict[str, Any], label: str, count: int = 1, **changed: Any
    ) -> list[dict[str, Any]]:
        """Press the control of that label (or choose that entry); gives what came of it."""
        control = find(message, label)
        await self.sends({"type": "block_actions", "actions": [control], **changed})
        return await self.came(count)

    async def sends(self, payload: dict[str, Any]) -> None:
        url = self._url()
        body = {
            "response_url": url, "trigger_id": f"T-{self.count}", "user": {"id": "U2", "username": "reader"},
            "team": {"id": "T1"}, "container": {"type": "message", "message_ts": "1.2", "is_ephemeral": True},
            "channel": {"id": "C1"}, "api_app_id": "A1", "token": "gone", **payload,
        }  # fmt: skip
        assert await send(self.room, interaction(body)) == (200, "")

    async def came(self, count: int) -> list[dict[str, Any]]:
        return [dict(one.json) for one in await self.slack.wait_for("POST", f"/respond/{self.count}", count)]

    def told(self, command: str, **given: str) -> Reply:
        return self.desk.answer_now(Request(command, given=given, platform="slack"))

    def _url(self) -> str:
        self.count += 1
        return f"{self.slack.url}/respond/{self.count}"


@pytest.fixture
async def chat(slack: FaultServer) -> AsyncIterator[Chat]:
    desk, reports = Desk(HELD, lambda: NOW), []

    async def take_report(report: Report) -> str | None:
        reports.append(report)
        return str(len(reports))

    slack.script("POST", "/views.open", *[Json({"ok": True})] * 3)
    room = room_at(slack.url, desk.answer, commands=catalogue(), take_report=take_report)
    async with served(room):
        yield Chat(slack, room, desk, reports)


def controls(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for block in message["blocks"] if block["type"] == "actions" for one in block["elements"]]


def labels(message: dict[str, Any]) -> list[str]:
    return [one["text"]["text"] for one in controls(message) if one["type"] == "button"]


def find(message: dict[str, Any], label: str) -> dict[str, Any]:
    """The control as Slack sends it back."""
    for one in controls(message):
        if one["type"] == "button" and one["text"]["text"] == label:
            return {key: one[key] for key in ("type", "action_id", "value")}
        for option in one.get("options", ()):
            if option["text"]["text"] == label:
                return {"type": one["type"], "action_id": one["action_id"], "selected_option": option}
    raise AssertionError(f"no {label} among {labels(message)}")


def brief(message: dict[str, Any]) -> list[str]:
    """The words of the message without its buttons."""
    return words_of(reader.fallback(message))


async def test_an_answer_offers_the_same_as_on_discord(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    assert labels(shown) == [
        "Share to channel", "Sources", "Timeline", "Compare with…", "Shorter", "Longer", "Language", "Report an error",
    ]  # fmt: skip


async def test_longer_replaces_the_answer_in_place(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    [longer] = await chat.presses(shown, "Longer")
    assert longer["replace_original"] is True
    told = pages(chat.told("position", actor="KHM", issue="ukraine-war", length="long").document)[0]
    assert brief(longer) == words_of(plain(told))


async def test_a_language_is_chosen_from_a_list(chat: Chat) -> None:
    shown = await chat.asks("vote", "A/RES/ES-11/1")
    [listed] = await chat.presses(shown, "Language")
    [french] = await chat.presses(listed, "Français")
    assert brief(french) == words_of(plain(chat.told("vote", text="A/RES/ES-11/1", language="fr").document))
    assert "Partager dans le salon" in labels(french)


async def test_pages_hold_every_word_and_are_leafed_through_in_place(slack: FaultServer) -> None:
    long = documents.long_list(70)

    async def answer(_: Request) -> Reply:
        return Reply(long, Outcome.ANSWERED, Question("position", {"actor": "KHM"}))

    parts = pages(long)
    assert len(parts) > 1
    async with served(room_at(slack.url, answer, commands=catalogue())) as room:
        chat = Chat(slack, room, Desk(HELD, lambda: NOW), [])
        shown = await chat.asks("position", "cambodia")
        came = [shown]
        for number in range(2, len(parts) + 1):
            [shown] = await chat.presses(shown, "Next page")
            assert shown["replace_original"] is True
            assert f"Page {number} of {len(parts)}" in reader_text(shown)
            came.append(shown)
        assert [brief(one) for one in came] == [words_of(plain(part)) for part in parts]
        assert "Next page" not in labels(shown)
        [back] = await chat.presses(shown, "Previous page")
    assert brief(back) == words_of(plain(parts[-2]))


def reader_text(message: dict[str, Any]) -> str:
    contexts = [block for block in message["blocks"] if block["type"] == "context"]
    return " ".join(one["text"] for block in contexts for one in block["elements"])


async def test_sources_and_timeline_come_beside_for_the_asker_alone(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    [sources] = await chat.presses(shown, "Sources")
    [timeline] = await chat.presses(shown, "Timeline")
    for answer in (sources, timeline):
        assert (answer["response_type"], answer["replace_original"]) == ("ephemeral", False)
    assert "voa/kh-cospons" in reader.fallback(sources)
    assert brief(timeline) == words_of(
        plain(pages(chat.told("timeline", actor="KHM", issue="ukraine-war").document)[0])
    )


async def test_sharing_spends_the_button_then_posts_for_all_and_only_once(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    spent, posted = await chat.presses(shown, "Share to channel", 2)
    assert spent["replace_original"] is True
    assert "Share to channel" not in labels(spent)
    assert (posted["response_type"], posted["replace_original"]) == ("in_channel", False)
    assert brief(posted) == words_of(plain(chat.told("position", actor="KHM", issue="ukraine-war").document))
    assert "Asked and shared by @reader" in reader_text(posted)
    assert labels(posted) == ["Sources", "Report an error"]
    [again] = await chat.presses(shown, "Share to channel")
    assert "shared already" in reader.fallback(again)
    assert again["response_type"] == "ephemeral"


async def test_a_name_that_several_bear_is_a_list(chat: Chat) -> None:
    shown = await chat.asks("position", "korea ukraine")
    [picked] = await chat.presses(shown, "North Korea")
    assert brief(picked) == words_of(plain(chat.told("position", actor="PRK", issue="ukraine-war").document))
    assert picked["replace_original"] is True


async def test_compare_asks_in_a_form_and_answers_beside(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    await chat.sends({"type": "block_actions", "actions": [find(shown, "Compare with…")]})
    [opened] = await chat.slack.wait_for("POST", "/views.open", 1)
    view = opened.json["view"]
    values = {view["blocks"][0]["block_id"]: {"words": {"type": "plain_text_input", "value": "Vietnam, Laos"}}}
    asked_at = chat.count
    submitted = {**view, "id": "V1", "state": {"values": values}}
    await chat.sends({"type": "view_submission", "view": submitted})
    [compared] = await chat.slack.wait_for("POST", f"/respond/{asked_at}", 1)
    told = chat.told("compare", actor="KHM", others="VNM, LAO", issue="ukraine-war").document
    assert brief(compared.json) == words_of(plain(pages(told)[0]))


async def test_a_report_keeps_the_sentence_and_the_words_but_not_who(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    await chat.sends({"type": "block_actions", "actions": [find(shown, "Report an error")]})
    [opened] = await chat.slack.wait_for("POST", "/views.open", 1)
    view, asked_at = opened.json["view"], chat.count
    which, words = view["blocks"]
    sentence = list(chat.told("position", actor="KHM", issue="ukraine-war").document.clauses())[1].said
    option = next(one for one in which["element"]["options"] if sentence.startswith(one["text"]["text"].rstrip("…")))
    values = {
        which["block_id"]: {"sentence": {"type": "static_select", "selected_option": option}},
        words["block_id"]: {"words": {"type": "plain_text_input", "value": "It joined before."}},
    }
    await chat.sends({"type": "view_submission", "view": {**view, "id": "V1", "state": {"values": values}}})
    [thanked] = await chat.slack.wait_for("POST", f"/respond/{asked_at}", 1)
    [report] = chat.reports
    assert (report.platform, report.sentence, report.words) == ("slack", sentence, "It joined before.")
    assert "U2" not in repr(report)
    assert "number 1" in reader.fallback(thanked.json)


async def test_buttons_work_after_a_restart(slack: FaultServer) -> None:
    desk = Desk(HELD, lambda: NOW)
    async with served(room_at(slack.url, desk.answer, commands=catalogue())) as room:
        chat = Chat(slack, room, desk, [])
        shown = await chat.asks("position", "cambodia ukraine")
    async with served(room_at(slack.url, desk.answer, commands=catalogue())) as room:
        chat.room = room
        [longer] = await chat.presses(shown, "Longer")
    assert longer["replace_original"] is True


async def test_a_button_of_an_older_dateline_says_so_kindly(chat: Chat) -> None:
    await chat.sends({"type": "block_actions", "actions": [{"action_id": "dateline-longer", "value": "d0|x"}]})
    [told] = await chat.came(1)
    assert "comes from an older Dateline" in reader.fallback(told)


async def test_a_form_that_slack_does_not_open_in_time_is_told(
    slack: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.form_lost")
    desk = Desk(HELD, lambda: NOW)
    slack.script("POST", "/views.open", Json({"ok": False, "error": "expired_trigger_id"}))
    async with served(room_at(slack.url, desk.answer, commands=catalogue())) as room:
        chat = Chat(slack, room, desk, [])
        shown = await chat.asks("position", "cambodia ukraine")
        [told] = await chat.presses(shown, "Compare with…")
    assert "could not be opened in time" in reader.fallback(told)


async def test_presses_at_once_share_once(chat: Chat) -> None:
    shown = await chat.asks("position", "cambodia ukraine")
    press = {"type": "block_actions", "actions": [find(shown, "Share to channel")]}
    await asyncio.gather(*(chat.sends(press) for _ in range(3)))
    await chat.slack.wait_for("POST", "/respond/4", 1)
    await asyncio.gather(*(chat.slack.wait_for("POST", f"/respond/{number}", 1) for number in (2, 3, 4)))
    await chat.room.close()
    sent = [one.json for number in (2, 3, 4) for one in chat.slack.seen("POST", f"/respond/{number}")]
    assert [one.get("response_type") for one in sent].count("in_channel") == 1


def test_every_answer_with_its_buttons_keeps_slacks_limits() -> None:
    desk = Desk(HELD, lambda: NOW)
    asked = [Request("position", "cambodia ukraine long"), Request("vote", "A/RES/ES-11/1 long"), Request("help"),
             Request("compare", "cambodia vietnam laos ukraine long"), Request("position", "korea"),
             Request("digest", "3 march 2022 long"), Request("position", "atlantis")]  # fmt: skip
    replies = [desk.answer_now(one) for one in asked]
    replies.append(Reply(documents.long_list(60), Outcome.ANSWERED, replies[0].question, replies[0].actions))
    for reply in replies:
        for page in range(1, len(pages(reply.document)) + 1):
            for message in (buttons.private(reply, page, tongues=True), *buttons.public(reply, "@reader")):
                assert list(response(message)) == []


DOCUMENTS: dict[str, Callable[[], Document]] = documents.ORDINARY | {
    "a list of 60": lambda: documents.long_list(60),
    "a table of 60 rows": lambda: documents.long_table(60),
    "90 blocks": lambda: documents.many_blocks(90),
}


@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_fullest_page_with_the_longest_buttons_keeps_slacks_limits(make: Callable[[], Document]) -> None:
    """Every action at once, each as long as its label and its value may be, and a list of twenty-five to pick from."""
    question = Question("position", {"actor": "K" * 70})
    picks = tuple(Pick(f"{n:02} {'w' * 90}", Question("position", {"actor": f"{n:02}{'K' * 68}"})) for n in range(25))
    actions = tuple(Action(kind, "l" * 90, question, picks) for kind in ActionKind)
    reply = Reply(make(), Outcome.ANSWERED, question, actions)
    shown = [buttons.private(reply, page, tongues=True) for page in {1, 2, len(pages(reply.document))}]
    for message in (*shown, *buttons.public(reply, "@" + "r" * 80)):
        assert list(response(message)) == []


def test_a_question_too_long_for_a_button_leaves_that_button_out() -> None:
    question = Question("compare", {"actor": "KHM", "others": ", ".join(f"A{n:03}" for n in range(40))})
    assert written(Token(Press.SHARE, question)) is None
