"""Questions and answers against simcord: discord.py's real machinery, a simulated Discord behind it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest
import simcord

from adapters.contract import Choice, Command, Param, ParamKind, Reply, Request
from adapters.discord.client import DiscordRoom
from adapters.discord.commands import suggestions
from adapters.discord.render import pages
from briefs.document import Document, Paragraph, say
from briefs.plain import plain
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.reader import recognised, seen
from tests.contract import documents
from tests.contract.test_renderers import letters, words_of


@dataclass
class Server:
    """A Discord server with Dateline on it and one person."""

    env: Any
    channel: Any
    alice: Any

    def last_text(self, result: Any) -> str:
        return seen({"components": result.response.components})


@pytest.fixture
def simcord_bot(room: DiscordRoom) -> Any:
    return room.open()


@pytest.fixture
def server(simcord_env: Any) -> Server:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("general")
    return Server(simcord_env, channel, guild.add_member(simcord_env.create_user("alice")))


async def test_a_command_is_answered_with_every_word_and_only_to_who_asked(server: Server, oracle: Oracle) -> None:
    result = await server.alice.slash(server.channel, "position", actor="cambodia", length="long")
    assert result.ephemeral
    assert not result.deferred
    assert words_of(server.last_text(result)) == words_of(plain(oracle.document))
    assert result.response.content == ""
    assert result.response.flags.components_v2
    assert server.channel.last_message is None or server.channel.last_message.id != result.response.id


async def test_a_question_reaches_the_application_in_its_own_words(server: Server, oracle: Oracle) -> None:
    await server.alice.slash(server.channel, "position", actor="Côte d'Ivoire", issue="ukraine")
    [request] = oracle.asked
    assert request.command == "position"
    assert dict(request.given) == {"actor": "Côte d'Ivoire", "issue": "ukraine"}
    assert (request.line, request.platform) == ("", "discord")
    assert request.asker == str(server.alice.id)


async def test_a_command_without_options_is_asked_with_none(server: Server, oracle: Oracle) -> None:
    await server.alice.slash(server.channel, "help")
    assert [(request.command, dict(request.given)) for request in oracle.asked] == [("help", {})]


async def test_completion_offers_at_most_twenty_five(server: Server, oracle: Oracle) -> None:
    offered = await server.alice.autocomplete(server.channel, "position", "actor", "act")
    assert [choice["value"] for choice in offered] == [f"actor-{number}" for number in range(25)]
    assert oracle.completed == [("position", "actor", "act", "en-US")]


async def test_the_askers_language_reaches_the_application(server: Server, oracle: Oracle) -> None:
    offered = suggestions(COMMANDS[0], COMMANDS[0].params[0], "camb", "pt-BR", oracle.complete)
    assert len(offered) == 25
    assert oracle.completed == [(COMMANDS[0].name, COMMANDS[0].params[0].name, "camb", "pt-BR")]


async def test_completion_of_several_values_completes_the_last(server: Server, oracle: Oracle) -> None:
    oracle.offers = (Choice("Vietnam", "VNM", "Vietnam"),)
    offered = await server.alice.autocomplete(server.channel, "compare", "others", "laos, viet", actor="KHM")
    assert oracle.completed == [("compare", "others", "viet", "en-US")]
    assert [(choice["name"], choice["value"]) for choice in offered] == [("laos, Vietnam", "laos, VNM")]


async def test_over_long_suggestions_are_clipped_or_left_out(server: Server, oracle: Oracle) -> None:
    oracle.offers = tuple(
        Choice(*pair, "words") for pair in (("n" * 300, "short"), ("label", "v" * 101), ("label", "v" * 100))
    )
    offered = await server.alice.autocomplete(server.channel, "position", "actor", "n")
    assert [(len(choice["name"]), len(choice["value"])) for choice in offered] == [(100, 5), (5, 100)]


async def test_a_failing_completion_offers_nothing_and_is_logged(
    server: Server, oracle: Oracle, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"dateline\.discord: discord\.complete_failed command=position param=actor")
    oracle.offers = None  # type: ignore[assignment]
    assert await server.alice.autocomplete(server.channel, "position", "actor", "x") == []


async def test_a_slow_answer_is_acknowledged_in_time_and_filled_in_later() -> None:
    waited: list[float] = []

    async def slow(request: Request) -> Reply:
        begun = env.now()
        for _ in range(100):  # simcord's clock: no real time passes
            if any(call.path.endswith("/callback") for call in env.http_requests):
                break
            await asyncio.sleep(0.1)
        waited.append((env.now() - begun).total_seconds())
        return await Oracle().answer(request)

    room = DiscordRoom("token", COMMANDS, slow, Oracle().complete, SyncMemory())
    async with simcord.run(room.open()) as env:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "position", actor="cambodia")
        [first] = [call.json for call in env.http_requests if call.path.endswith("/callback")]
        assert first == {"type": 5, "data": {"flags": 64}}  # acknowledged, for the asker alone
        assert result.ephemeral
        assert words_of(seen({"components": result.response.components})) == words_of(plain(documents.usual()))
    assert 0.5 < waited[0] < 3


async def test_a_long_answer_is_one_message_that_begins_with_its_first_page(server: Server, oracle: Oracle) -> None:
    oracle.document = documents.long_list(60)
    result = await server.alice.slash(server.channel, "position", actor="cambodia")
    assert result.followups == []
    first, *further = pages(oracle.document)
    assert further
    assert letters(server.last_text(result)) == letters(plain(first))


async def test_a_bug_in_the_answer_gives_one_calm_sentence_and_a_number_to_look_up(
    server: Server, oracle: Oracle, caplog: pytest.LogCaptureFixture, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"dateline\.discord: discord\.answer_failed id=[0-9a-f]{8} command=position")
    oracle.error = RuntimeError("secret words")
    result = await server.alice.slash(server.channel, "position", actor="whatever")
    text = server.last_text(result)
    [record] = [record for record in caplog.records if "answer_failed" in record.message]
    assert record.args[0] in text  # type: ignore[index]
    assert "secret" not in text
    assert "whatever" not in record.getMessage()
    assert result.ephemeral


async def test_an_answer_discord_does_not_take_is_logged_and_kills_nothing(
    server: Server, oracle: Oracle, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"discord\.answer_lost command=help reason=NotFound status=404 code=10062")
    server.env.inject_error("POST", "/interactions/*", status=404, code=10062, message="Unknown interaction")
    await server.alice.slash(server.channel, "help")
    assert server.last_text(await server.alice.slash(server.channel, "help"))
    assert len(oracle.asked) == 2


@pytest.mark.parametrize("words", [words for words in documents.HOSTILE if len(words) <= 200], ids=ascii)
async def test_hostile_arguments_are_echoed_harmlessly(server: Server, oracle: Oracle, words: str) -> None:
    oracle.document = Document("Not found", (Paragraph((say(f"No actor is called {words} here."),)),))
    result = await server.alice.slash(server.channel, "position", actor=words)
    assert oracle.asked[0].given["actor"] == words
    assert recognised({"components": result.response.components}) == ["heading ##"]
    assert not result.response.message.mentions
    assert not result.response.message.mention_everyone
    sent = [request for request in server.env.http_requests if "components" in str(request)]
    assert sent


async def test_an_argument_longer_than_two_hundred_characters_cannot_be_sent(server: Server) -> None:
    [position] = [command for command in server.env.bot.tree.get_commands() if command.name == "position"]
    options = {option["name"]: option for option in position.to_dict(server.env.bot.tree)["options"]}
    assert options["actor"]["max_length"] == 200
    assert [choice["value"] for choice in options["length"]["choices"]] == ["line", "short", "long"]
    assert options["actor"]["autocomplete"] is True
    assert options["actor"]["required"] is True
    assert options["issue"]["required"] is False


async def test_commands_can_be_used_in_servers_and_by_people_everywhere(server: Server) -> None:
    for command in server.env.bot.tree.get_commands():
        payload = command.to_dict(server.env.bot.tree)
        assert sorted(payload["integration_types"]) == [0, 1]
        assert sorted(payload["contexts"]) == [0, 1, 2]


async def test_commands_are_synced_once_and_again_only_when_they_change(
    oracle: Oracle, sync_memory: SyncMemory
) -> None:
    def room(commands: tuple[Command, ...]) -> DiscordRoom:
        return DiscordRoom("token", commands, oracle.answer, oracle.complete, sync_memory)

    def syncs(env: Any) -> int:
        return sum(request.method == "PUT" and request.path.endswith("/commands") for request in env.http_requests)

    more = Command("event", "One measure or event.", (Param("about", ParamKind.MEASURE, "Which.", required=True),), "")
    async with simcord.run(room(COMMANDS).open()) as env:
        assert syncs(env) == 1
        await env.restart_bot(room(COMMANDS).open())
        assert syncs(env) == 1
        await env.restart_bot(room((*COMMANDS, more)).open())
        assert syncs(env) == 2
    assert sync_memory.saves == 2


async def test_a_question_during_shutdown_is_told_to_wait(room: DiscordRoom, oracle: Oracle) -> None:
    async with simcord.run(room.open()) as env:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        room._closing = True
        result = await alice.slash(channel, "help")
        assert "being restarted" in seen({"components": result.response.components})
    assert oracle.asked == []


@pytest.mark.parametrize(
    "command",
    [
        Command("x" * 33, "Summary.", (), ""),
        Command("position", "s" * 101, (), ""),
        Command("position", "", (), ""),
        Command("position", "Summary.", (Param("actor", ParamKind.ACTOR, "s" * 101),), ""),
    ],
    ids=["name", "summary", "no summary", "parameter"],
)
async def test_a_catalogue_that_breaks_a_limit_is_refused_before_anything_is_sent(
    oracle: Oracle, command: Command
) -> None:
    room = DiscordRoom("token", (command,), oracle.answer, oracle.complete, SyncMemory())
    with pytest.raises(ValueError, match=r"characters; Discord takes 1 to \d+ \(https://docs"):
        room.open()
