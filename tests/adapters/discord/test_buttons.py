"""What can be done with an answer: pressed against simcord, answered by the real desk from the shipped records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from adapters.contract import Outcome, Question, Reply, Report, Request
from adapters.discord import buttons, limits
from adapters.discord.client import DiscordRoom
from adapters.discord.render import component_count, pages, text_units
from adapters.tokens import Press, Token, read, written
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from briefs.plain import plain
from tests.adapters.discord.conftest import SyncMemory
from tests.adapters.discord.reader import seen
from tests.archives import shipped
from tests.contract import documents
from tests.contract.test_renderers import letters, words_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HELD = Held.of(shipped(), ())


@dataclass
class Chat:
    """A server with Dateline answering from the shipped records, two people, and what was reported."""

    desk: Desk
    reports: list[Report] = field(default_factory=list)
    keeps: bool = True
    env: Any = None
    channel: Any = None
    alice: Any = None
    bob: Any = None

    async def take_report(self, report: Report) -> str | None:
        self.reports.append(report)
        return str(len(self.reports)) if self.keeps else None

    def room(self) -> DiscordRoom:
        return DiscordRoom(
            "token", catalogue(), self.desk.answer, self.desk.complete, SyncMemory(), take_report=self.take_report
        )

    async def asks(self, command: str, **given: str) -> Any:
        return await self.alice.slash(self.channel, command, **given)

    def told(self, command: str, **given: str) -> Reply:
        return self.desk.answer_now(Request(command, given=given, platform="discord"))


@pytest.fixture
def answering() -> Chat:
    return Chat(Desk(HELD, lambda: NOW))


@pytest.fixture
def simcord_bot(answering: Chat) -> Any:
    return answering.room().open()


@pytest.fixture
def chat(answering: Chat, simcord_env: Any) -> Chat:
    guild = simcord_env.create_guild()
    answering.env, answering.channel = simcord_env, guild.create_text_channel("desk")
    answering.alice = guild.add_member(simcord_env.create_user("alice"))
    answering.bob = guild.add_member(simcord_env.create_user("bob"))
    return answering


def text(message: Any) -> str:
    return seen({"components": message.components})


def controls(message: Any) -> list[dict[str, Any]]:
    """Buttons and lists under a message, in order."""
    rows = [component for component in message.components if component["type"] == 1]
    return [control for row in rows for control in row["components"]]


def labels(message: Any) -> list[str]:
    return [one["label"] for one in controls(message) if one["type"] == 2]


def options(message: Any) -> dict[str, str]:
    """Label → value of the entries of the list under it."""
    [menu] = [one for one in controls(message) if one["type"] == 3]
    return {one["label"]: one["value"] for one in menu["options"]}


# --- what is offered ---------------------------------------------------------------------------------------------


async def test_an_answer_can_be_shared_traced_compared_and_told_otherwise(chat: Chat) -> None:
    shown = (await chat.asks("position", actor="cambodia", issue="ukraine")).response
    assert labels(shown) == [
        "Share to channel", "Sources", "Timeline", "Compare with…", "Report an error", "Shorter", "Longer", "Language",
    ]  # fmt: skip


async def test_help_claims_nothing_and_offers_another_language_alone(chat: Chat) -> None:
    assert labels((await chat.asks("help")).response) == ["Language"]


async def test_buttons_speak_the_language_of_the_answer(chat: Chat) -> None:
    shown = (await chat.asks("vote", text="A/RES/ES-11/1", language="fr")).response
    assert "Partager dans le salon" in labels(shown)
    assert "Share to channel" not in labels(shown)


# --- told otherwise ----------------------------------------------------------------------------------------------


async def test_longer_and_shorter_change_the_message_itself(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    longer = await chat.alice.click(asked.response, label="Longer")
    assert longer.response.id == asked.response.id
    long = pages(chat.told("position", actor="KHM", issue="ukraine-war", length="long").document)
    assert words_of(text(longer.response)) == words_of(plain(long[0]))
    assert "Longer" not in labels(longer.response)
    shorter = await chat.alice.click(longer.response, label="Shorter")
    line = await chat.alice.click(shorter.response, label="Shorter")
    one = chat.told("position", actor="KHM", issue="ukraine-war", length="line").document
    assert words_of(text(line.response)) == words_of(plain(one))
    assert "Shorter" not in labels(line.response)


async def test_a_language_is_chosen_from_a_list_and_the_answer_turns_into_it(chat: Chat) -> None:
    asked = await chat.asks("vote", text="A/RES/ES-11/1")
    listed = await chat.alice.click(asked.response, label="Language")
    assert list(options(listed.response)) == ["Français", "Español", "ភាសាខ្មែរ"]
    french = await chat.alice.select(listed.response, [options(listed.response)["Français"]])
    assert french.response.id == asked.response.id
    told = chat.told("vote", text="A/RES/ES-11/1", language="fr").document
    assert words_of(text(french.response)) == words_of(plain(told))


async def test_pages_hold_every_word_and_are_leafed_through_in_place(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine", length="long")
    parts = pages(chat.told("position", actor="KHM", issue="ukraine-war", length="long").document)
    assert len(parts) > 1
    message, read_so_far = asked.response, [text(asked.response)]
    for number in range(2, len(parts) + 1):
        message = (await chat.alice.click(message, label="Next page")).response
        assert message.id == asked.response.id
        assert f"Page {number} of {len(parts)}" in labels(message)
        read_so_far.append(text(message))
    assert [letters(one) for one in read_so_far] == [letters(plain(part)) for part in parts]
    [further] = [one for one in controls(message) if one.get("label") == "Next page"]
    assert further["disabled"]
    back = await chat.alice.click(message, label="Previous page")
    assert letters(text(back.response)) == letters(plain(parts[-2]))


async def test_pages_of_sources_stay_sources(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine", length="long")
    sources = await chat.alice.click(asked.response, label="Sources")
    further = await chat.alice.click(sources.response, label="Next page")
    assert further.response.id == sources.response.id
    assert "Sources of: Cambodia" in text(further.response)
    assert "Rests on" in text(further.response)


# --- asked further -----------------------------------------------------------------------------------------------


async def test_sources_name_the_records_beside_each_sentence(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    sources = await chat.alice.click(asked.response, label="Sources")
    assert sources.ephemeral
    assert sources.response.id != asked.response.id
    shown = text(sources.response)
    for clause in chat.told("position", actor="KHM", issue="ukraine-war").document.clauses():
        assert letters(clause.said) in letters(shown)
    assert "voa/kh-cospons" in shown


async def test_the_timeline_is_a_further_answer_for_the_asker_alone(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    timeline = await chat.alice.click(asked.response, label="Timeline")
    assert timeline.ephemeral
    told = pages(chat.told("timeline", actor="KHM", issue="ukraine-war").document)[0]
    assert words_of(text(timeline.response)) == words_of(plain(told))


async def test_compare_asks_with_whom_and_answers(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    form = await chat.alice.click(asked.response, label="Compare with…")
    assert form.modal is not None
    compared = await chat.alice.submit_modal(form, {"words": "Vietnam, Laos"})
    told = pages(chat.told("compare", actor="KHM", others="VNM, LAO", issue="ukraine-war").document)[0]
    assert words_of(text(compared.response)) == words_of(plain(told))
    assert compared.ephemeral


async def test_a_name_that_several_bear_is_a_list_and_the_choice_answers_in_its_place(chat: Chat) -> None:
    asked = await chat.asks("position", actor="korea", issue="ukraine")
    assert list(options(asked.response)) == ["South Korea", "North Korea"]
    picked = await chat.alice.select(asked.response, [options(asked.response)["North Korea"]])
    assert picked.response.id == asked.response.id
    told = chat.told("position", actor="PRK", issue="ukraine-war").document
    assert words_of(text(picked.response)) == words_of(plain(told))


# --- sharing -----------------------------------------------------------------------------------------------------


async def test_sharing_posts_the_answer_once_and_spends_the_button(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    shared = await chat.alice.click(asked.response, label="Share to channel")
    [posted] = shared.followups
    assert not posted.ephemeral
    told = chat.told("position", actor="KHM", issue="ukraine-war").document
    by = f"Asked and shared by <@{chat.alice.id}>"
    assert words_of(text(posted)) == words_of(plain(told)) + words_of(by)
    [sent] = [
        call.json for call in chat.env.http_requests if call.method == "POST" and call.path.startswith("/webhooks/")
    ]
    assert sent["allowed_mentions"] == {"parse": []}
    assert labels(posted) == ["Sources", "Report an error"]
    spent = next(one for one in controls(shared.response) if one["label"] == "Share to channel")
    assert spent["disabled"]


async def test_who_may_not_write_here_may_not_share_here(chat: Chat) -> None:
    guild = chat.alice.guild
    everyone = guild.default_role
    quiet = guild.create_text_channel("quiet", overwrites={everyone: discord.PermissionOverwrite(send_messages=False)})
    asked = await chat.alice.slash(quiet, "position", actor="cambodia", issue="ukraine")
    refused = await chat.alice.click(asked.response, label="Share to channel")
    assert text(refused.response) == "You may not write in this channel, so nothing was shared."
    assert refused.followups == []


async def test_a_share_that_discord_refuses_says_so_and_can_be_tried_again(
    chat: Chat, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.share_lost command=position sent=0 reason=Forbidden status=403 code=50013")
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    chat.env.inject_error("POST", "/webhooks/*", status=403, code=50013, message="Missing Permissions")
    refused = await chat.alice.click(asked.response, label="Share to channel")
    [told] = refused.followups
    assert "Discord refused it (code 50013)" in text(told)
    shared = await chat.alice.click(refused.response, label="Share to channel")
    assert len(shared.followups) == 1


async def test_everybody_sees_the_sources_of_a_shared_answer_for_themselves(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    shared = await chat.alice.click(asked.response, label="Share to channel")
    sources = await chat.bob.click(shared.followups[0], label="Sources")
    assert sources.ephemeral
    assert "voa/kh-cospons" in text(sources.response)


# --- reporting ---------------------------------------------------------------------------------------------------


async def test_a_report_keeps_the_question_the_sentence_and_the_words_but_not_who(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    form = await chat.alice.click(asked.response, label="Report an error")
    told = chat.told("position", actor="KHM", issue="ukraine-war").document
    sentence = list(told.clauses())[1].said
    [choice] = [one["value"] for one in menu_of(form.modal) if one["label"] == sentence]
    thanked = await chat.alice.submit_modal(form, {"sentence": [choice], "words": "It joined before."})
    [report] = chat.reports
    assert report.question == Question("position", {"actor": "KHM", "issue": "ukraine-war", "language": "en"})
    assert (report.sentence, report.words, report.platform) == (sentence, "It joined before.", "discord")
    assert report.text == plain(told)
    assert str(chat.alice.id) not in repr(report)
    assert "number 1" in text(thanked.response)
    assert thanked.ephemeral


async def test_a_report_that_cannot_be_kept_says_so(chat: Chat) -> None:
    chat.keeps = False
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    form = await chat.alice.click(asked.response, label="Report an error")
    told = await chat.alice.submit_modal(form, {"words": "Wrong."})
    assert "could not be kept" in text(told.response)


def menu_of(modal: dict[str, Any] | None) -> list[dict[str, Any]]:
    assert modal is not None
    fields = [one.get("component", one) for one in modal["components"]]
    [menu] = [one for one in fields if one["type"] == 3]
    return list(menu["options"])


# --- nothing is remembered ---------------------------------------------------------------------------------------


async def test_buttons_work_after_a_restart(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    await chat.env.restart_bot(chat.room().open())
    longer = await chat.alice.click(asked.response, label="Longer")
    assert longer.response.id == asked.response.id
    form = await chat.alice.click(longer.response, label="Compare with…")
    await chat.env.restart_bot(chat.room().open())
    compared = await chat.alice.submit_modal(form, {"words": "Vietnam"})
    assert "Vietnam" in text(compared.response)


async def test_no_view_is_kept_in_memory(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia", issue="ukraine")
    await chat.alice.click(asked.response, label="Longer")
    await chat.alice.click(asked.response, label="Compare with…")
    store = chat.env.bot._connection._view_store
    assert not store._views
    assert not store._modals
    assert not store._synced_message_views


async def test_a_button_of_an_older_dateline_says_so_kindly(chat: Chat) -> None:
    asked = await chat.asks("position", actor="cambodia")
    stored = chat.env.backend.get_message(chat.channel.id, asked.response.id)
    for row in stored.components:
        for control in row.get("components", ()):
            if control.get("label") == "Longer":
                control["custom_id"] = "d0|whatever"
    told = await chat.alice.click(asked.response, custom_id="d0|whatever")
    assert text(told.response) == "This button comes from an older Dateline. Ask the question again."


# --- what a button remembers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("press", Press)
def test_a_token_comes_back_as_it_was_written(press: Press) -> None:
    for given in ({}, {"actor": "KHM"}, {"actor": "a b", "others": "VNM, LAO", "as_of": "2022-03-04", "x": "&=+?|%é"}):
        for line in ("", "south korea + ? & |"):
            token = Token(press, Question("position", given, line), 3)
            id_ = written(token)
            assert id_ is None or (len(id_) <= 100 and read(id_) == token)


@pytest.mark.parametrize(
    "text", ["", "d1", "d1|e|1", "d2|e|1|position?", "d1|?|1|position?", "d1|e|one|position?", "d1|e|1|p?a"]
)
def test_what_is_no_token_is_none(text: str) -> None:
    assert read(text) is None


def test_a_question_too_long_for_a_button_leaves_that_button_out() -> None:
    question = Question("compare", {"actor": "KHM", "others": ", ".join(f"A{n:03}" for n in range(40))})
    assert written(Token(Press.SHARE, question)) is None
    assert len(question.given["others"]) > 100


def test_every_answer_with_its_buttons_keeps_discords_limits() -> None:
    desk = Desk(HELD, lambda: NOW)
    asked = [Request("position", "cambodia ukraine long"), Request("vote", "A/RES/ES-11/1 long"), Request("help"),
             Request("compare", "cambodia vietnam laos ukraine long"), Request("position", "korea"),
             Request("digest", "3 march 2022 long"), Request("glossary"), Request("position", "atlantis")]  # fmt: skip
    replies = [desk.answer_now(one) for one in asked]
    replies.append(Reply(documents.long_list(60), Outcome.ANSWERED, replies[0].question, replies[0].actions))
    for reply in replies:
        numbers = range(1, len(pages(reply.document)) + 1)
        private = (buttons.private(reply, page, tongues=True) for page in numbers)
        for payload in (*private, *buttons.public(reply, "<@1>")):
            assert component_count(payload) <= limits.COMPONENTS.value
            assert text_units(payload) <= limits.TEXT.value
            ids = [one["custom_id"] for row in payload["components"] if row["type"] == 1 for one in row["components"]]
            assert len(set(ids)) == len(ids)
            assert all(len(row["components"]) <= 5 for row in payload["components"] if row["type"] == 1)
