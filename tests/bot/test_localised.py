"""Commands, help, notices and terms in the reader's language; French and Spanish words in a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import discord
import pytest
from discord import app_commands
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from adapters.contract import Command, Localised, Outcome, Param, Reply, Request
from adapters.discord.commands import LOCALES, Localiser, fingerprint, grow_tree, projected
from bot.asked import Asked, NotBoundError
from bot.binding import bind
from bot.binding.foreign import FOREIGN, readings
from bot.binding.line import Line
from bot.catalogue import SPOKEN, catalogue, command_named, in_language
from bot.commands import Desk, Held
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from briefs.wording import glossary, notices
from briefs.wording.catalogue import words
from briefs.wording.notices import called, word
from tests.archives import shipped
from tests.golden.test_goldens import ARTICLE, FRENCH, IMPORTED, LIVED, ODD, SHIPPED, WAVERING

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HELD = Held.of(shipped(), ())
NAME = re.compile(r"[-_'\w]{1,32}")
"""Discord's rule for names; no letter of ours is outside \\w."""
CALLED = "called-"
each_language = pytest.mark.parametrize("language", SPOKEN)


def asked(line: str, default: str = "en", locale: str = "", **given: str) -> Any:
    command, _, rest = line.partition(" ")
    return Desk(HELD, lambda: NOW, default).answer_now(Request(command, rest, given, locale=locale))


def bound(line: str) -> Asked:
    command, _, rest = line.partition(" ")
    return bind(Request(command, rest), HELD.shelf, NOW.date())


# --- nothing is missing ------------------------------------------------------------------------------------------


class Slots(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  the library's name
        self.found.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Message → the variables in it, of notices and terms."""
    found: dict[str, set[str]] = {}
    for name in ("notices", "glossary", "office"):
        text = files("briefs.wording").joinpath(f"{name}.{language}.ftl").read_text("utf-8")
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, Message):
                slots = Slots()
                slots.visit(entry)
                found[entry.id.name] = slots.found
    return found


def test_french_is_among_the_languages_spoken_around_briefs() -> None:
    assert "fr" in SPOKEN


@each_language
def test_every_notice_and_term_has_its_message_and_no_other_variables(language: str) -> None:
    english, told = messages("en"), messages(language)
    assert set(english) == {name for name in told if not name.startswith(CALLED)}
    for name, slots in english.items():
        reason = {"reason"} if name == "notice-usage-not-a-day" else set()  # told in English alone
        assert slots - reason <= told[name] <= slots, name


@each_language
def test_every_message_differs_from_the_english_one_or_is_the_same_word(language: str) -> None:
    same = [
        term
        for term in glossary.TERMS
        if words(language).say(f"gloss-{term}", {}) == words("en").say(f"gloss-{term}", {})
    ]
    assert not same
    assert not [c.name for c in catalogue() if in_language(c, language).summary == c.summary]


# --- Discord -----------------------------------------------------------------------------------------------------


def everything(commands: tuple[Command, ...]) -> Iterator[Command | Param]:
    for command in commands:
        yield command
        yield from command.params


@each_language
def test_every_name_and_summary_keeps_discords_rules(language: str) -> None:
    for one in everything(catalogue()):
        said = in_language(one, language)
        assert said.language == language
        assert NAME.fullmatch(said.name), said
        assert said.name == said.name.lower()
        assert 1 <= len(said.summary) <= 100, said
        assert all(1 <= len(choice) <= 100 for choice in said.choices)
        assert isinstance(one, Command) or len(said.choices) == len(one.choices)


@each_language
def test_no_name_stands_for_two_things(language: str) -> None:
    names = [in_language(command, language).name for command in catalogue()]
    assert len(set(names)) == len(names)
    for command in catalogue():
        own = [in_language(param, language).name for param in command.params]
        assert len(set(own)) == len(own), command.name
        assert command_named(in_language(command, language).name) is command
        assert command_named(command.name) is command


async def tree() -> app_commands.CommandTree[Any]:
    async def answered(*_: object) -> None: ...

    grown: app_commands.CommandTree[Any] = app_commands.CommandTree(
        discord.Client(intents=discord.Intents(guilds=True))
    )
    grow_tree(grown, catalogue(), answered, lambda *_: ())
    return grown


async def test_discord_is_told_every_name_summary_and_choice_in_each_locale() -> None:
    grown = await tree()
    await grown.set_translator(Localiser())
    sent = {command["name"]: command for command in await projected(grown)}
    for locale, language in LOCALES.items():
        if language not in SPOKEN:
            continue
        for command in catalogue():
            payload = sent[command.name]
            _held_against(payload, locale, in_language(command, language))
            for param, option in zip(command.params, payload["options"], strict=True):
                said = in_language(param, language)
                assert option["name"] == param.name
                _held_against(option, locale, said)
                told = [choice["name_localizations"][locale] for choice in option.get("choices", [])]
                assert told == list(said.choices)
                assert [choice["value"] for choice in option.get("choices", [])] == list(param.choices)
            assert _characters(payload) <= 8000


def _held_against(payload: dict[str, Any], locale: str, said: Localised) -> None:
    assert payload["name_localizations"][locale] == said.name
    assert payload["description_localizations"][locale] == said.summary


def _characters(payload: dict[str, Any]) -> int:
    """Names, descriptions and values of a command, each as long as its longest translation."""
    own = sum(
        max(len(payload.get(key, "")), *map(len, (payload.get(f"{key}_localizations") or {"": ""}).values()))
        for key in ("name", "description")
    )
    inner = (*payload.get("options", ()), *payload.get("choices", ()))
    return own + len(payload.get("value", "")) + sum(map(_characters, inner))


@each_language
def test_languages_are_called_by_names_that_ask_for_them(language: str) -> None:
    for command in catalogue():
        [param] = [param for param in command.params if param.name == "language"]
        for code, name in zip(LANGUAGES, in_language(param, language).choices, strict=True):
            assert name != code
            assert bind(Request("help", "", {"language": name}), HELD.shelf, NOW.date()).language == code


@pytest.mark.parametrize("command", ["find", "source", "changed"])
async def test_discord_is_told_of_the_language_of_the_desks_commands(command: str) -> None:
    grown = await tree()
    await grown.set_translator(Localiser())
    [sent] = [one for one in await projected(grown) if one["name"] == command]
    option = next(option for option in sent["options"] if option["name"] == "language")
    assert {locale: option["name_localizations"][locale] for locale in LOCALES} == {
        "fr": "langue", "es-ES": "idioma", "es-419": "idioma",
    }  # fmt: skip
    assert not option["required"]
    assert [choice["value"] for choice in option["choices"]] == list(LANGUAGES)


async def test_new_words_in_a_language_are_synced() -> None:
    grown = await tree()
    before = await fingerprint(grown, 1)
    await grown.set_translator(Localiser())
    assert await fingerprint(grown, 1) != before


# --- which language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["position cambodai en français", "position cambodai --language=fr", "position cambodai --language fr"]
)
def test_what_asks_back_speaks_the_language_asked_for(line: str) -> None:
    reply = asked(line)
    assert reply.outcome is Outcome.UNKNOWN
    assert reply.document.language == "fr"
    assert plain(reply.document).startswith("Introuvable\n\nAucun acteur du registre ne s'appelle « cambodai ».")


def test_the_operators_language_is_that_of_notices_too() -> None:
    assert asked("position cambodai", default="fr").document.title == "Introuvable"
    assert asked("position cambodai in english", default="fr").document.title == "Not found"
    assert asked("nonsense", default="fr").document.language == "fr"
    assert asked("help", default="fr").document.title == "Ce qu'on peut demander"


def test_the_askers_locale_chooses_where_nobody_asked_and_english_is_no_choice() -> None:
    assert asked("help", locale="fr").document.language == "fr"
    assert asked("help in english", locale="fr").document.language == "en"
    assert asked("help", locale="en-US", default="fr").document.language == "fr"
    assert asked("help", locale="pt-BR").document.language == "en"
    assert asked("position france ukraine line", locale="fr").document.language == "fr"


def test_an_english_line_is_answered_in_english_by_default() -> None:
    assert asked("position cambodai").document.language == "en"


@pytest.mark.parametrize(
    ("locale", "language"), [("fr", "fr"), ("fr_CA.UTF-8", "fr"), ("en-US", "en"), ("pt-BR", "en"), ("", "en")]
)
def test_what_is_said_when_we_fail_is_in_the_language_of_the_askers_locale(locale: str, language: str) -> None:
    spoken = notices.speaking(locale)
    assert spoken == language
    told = {plain(notices.failed("f00d", spoken)), plain(notices.restarting(spoken))}
    assert any("Dateline redémarre" in text for text in told) == (language == "fr")
    assert any("f00d" in text for text in told)


def test_who_left_a_chat_in_english_is_told_of_failure_in_the_operators_language() -> None:
    assert notices.speaking("en-US", "fr") == notices.speaking("", "fr") == notices.speaking("pt-BR", "fr") == "fr"
    assert notices.speaking("es-419", "fr") == "es"
    assert notices.speaking("en-US", "km") == "en"


# --- terms -------------------------------------------------------------------------------------------------------


@each_language
@pytest.mark.parametrize("term", glossary.TERMS)
def test_a_term_is_found_by_its_name_in_the_language_and_in_english(term: str, language: str) -> None:
    assert glossary.find(glossary.name(term, language), language) == term
    assert glossary.find(glossary.name(term), language) in (term, glossary.find(glossary.name(term), "en"))


@pytest.mark.parametrize(
    ("typed", "term"),
    [("abstention", "abstained"), ("n'a pas participé au vote", "absent"), ("coparrainer", "co-sponsor"),
     ("did not vote", "absent"), ("vote nominal", "roll-call")],
)  # fmt: skip
def test_what_a_french_reader_types_is_found(typed: str, term: str) -> None:
    assert glossary.find(typed, "fr") == term
    assert glossary.find(typed) == term


def test_a_slip_in_french_is_forgiven() -> None:
    assert "abstention : /glossary abstention" in plain(asked("glossary abstenton en français").document)


# --- words in a line ---------------------------------------------------------------------------------------------

LINES = [
    line for lines in (ARTICLE, SHIPPED, IMPORTED, WAVERING, ODD, LIVED, FRENCH) for line in lines.values()
] + [
    "bloc au", "bloc au 4 march 2022", "bloc au on ukraine", "find pour la paix", "find contre", "find depuis 2015",
    "find court", "glossary hier", "position france ukraine en français", "digest 3 march 2022",
]  # fmt: skip


@pytest.mark.parametrize("line", sorted(set(LINES)))
def test_every_line_that_bound_before_binds_as_it_did(line: str) -> None:
    command, _, rest = line.partition(" ")
    request = Request(command, rest)
    assert _bound_or_refused(lambda: bind(request, HELD.shelf, NOW.date())) == _bound_or_refused(lambda: _once(request))


def _once(request: Request) -> Asked:
    """The request as it was read before any other language was."""
    known = command_named(request.command)
    return Line(request, known, HELD.shelf, NOW.date()).bound() if known else bind(request, HELD.shelf, NOW.date())


def _bound_or_refused(read: Callable[[], Asked]) -> Asked | Reply:
    try:
        return read()
    except NotBoundError as refusal:
        return refusal.reply


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("position cambodia sur ukraine au 4 mars 2022 court", "position cambodia on ukraine as of 4 march 2022 short"),
        ("position cambodia ukraine à la date du 1er mars 2022", "position cambodia ukraine as of 1 march 2022"),
        ("shifts depuis 2015 sur ukraine", "shifts since 2015 on ukraine"),
        ("shifts depuis le 3 août 2015", "shifts since 3 august 2015"),
        ("shifts --depuis=2015 --question ukraine", "shifts --since=2015 --issue ukraine"),
        ("votants ES-11/1 n'a pas participé au vote", "voters ES-11/1 did not vote"),
        ("voters ES-11/1 contre asean", "voters ES-11/1 against asean"),
        ("comparer cambodia vietnam sur ukraine ligne", "compare cambodia vietnam on ukraine line"),
        ("bulletin hier", "digest yesterday"),
        ("position cambodia sobre ukraine al 4 de marzo de 2022 corto",
         "position cambodia on ukraine as of 4 march 2022 short"),
        ("shifts desde el 4 de marzo de 2015", "shifts since 4 march 2015"),
        ("voters ES-11/1 en contra asean", "voters ES-11/1 against asean"),
        ("voters ES-11/1 no participaron en la votación", "voters ES-11/1 did not vote"),
        ("digest ayer", "digest yesterday"),
    ],
)  # fmt: skip
def test_words_of_the_language_mean_what_the_english_ones_do(line: str, english: str) -> None:
    assert bound(line) == bound(english)


def test_a_typed_option_may_be_in_the_language_too() -> None:
    given = {"actor": "cambodia", "as_of": "4 mars 2022", "length": "court"}
    read = bind(Request("position", given=given), HELD.shelf, NOW.date())
    assert (read.as_of, read.length and read.length.value) == (date(2022, 3, 4), "short")


def test_every_month_is_read() -> None:
    for said in FOREIGN.values():
        for number, month in enumerate(said.months, 1):
            of = "de " if "de" in said.of else ""
            line = f"digest 9 {of}{month} {of}2021"
            assert bound(line).day == date(2021, number, 9), line


def test_a_line_without_such_words_is_read_once() -> None:
    command = command_named("position")
    assert command is not None
    assert list(readings(Request("position", "cambodai ukraine"), command)) == []


@each_language
def test_the_words_the_catalogue_shows_are_understood(language: str) -> None:
    for command in catalogue():
        example = word(f"example-{command.name}", language).removeprefix("/")
        assert bound(example).command is command, example
    for choice in ("line", "short", "long"):
        typed = called(f"choice-{choice}", language)
        assert bound(f"position cambodia {typed}") == bound(f"position cambodia {choice}")
    for option in ("in favour", "against", "abstained", "did not vote"):
        typed = called(f"choice-{option.replace(' ', '-')}", language)
        assert bound(f"voters ES-11/1 {typed}") == bound(f"voters ES-11/1 {option}")
