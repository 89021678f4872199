"""The catalogue: one table of commands, and what of it help and usage notices need.

Discord's command tree, Slack's manifest, the console's help and docs/commands.md are projections of `catalogue()` and
`menus()`; a test holds them together. Its words come from the message catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from adapters.contract import Command, Localised, Menu, Param, ParamKind
from briefs.codebook import Length, VoteOption
from briefs.naming.folding import fold, unaccented
from briefs.tongues import ENGLISH, LANGUAGES
from briefs.wording.notices import Form, called, speaking, word

MOST_COMPARED = 10
LENGTHS = tuple(length.value for length in Length)
SPOT = "spot"
"""What a text names: asked of a message, never typed."""
VOTES = ("in favour", "against", "abstained", "did not vote")
SPOKEN = tuple(language for language in LANGUAGES if language != ENGLISH and speaking(language) == language)
"""The languages beside English in which help, notices and the commands themselves are told."""
_PREFIXES = {"cli": "dateline ask "}


def _param(name: str, kind: ParamKind, summary: str, *, required: bool = False, many: bool = False) -> Param:
    choices = {ParamKind.LENGTH: LENGTHS, ParamKind.OPTION: VOTES, ParamKind.LANGUAGE: LANGUAGES}.get(kind, ())
    also = tuple(
        Localised(
            language,
            called(f"param-{name.replace('_', '-')}", language),
            word(f"param-{summary}", language),
            tuple(_choice(choice, language) for choice in choices),
        )
        for language in SPOKEN
    )
    return Param(name, kind, word(f"param-{summary}"), required=required, choices=choices, many=many, also=also)


def _choice(choice: str, language: str) -> str:
    return called(f"choice-{choice.replace(' ', '-')}", language)


@cache
def catalogue() -> tuple[Command, ...]:
    """Every command, in the order help tells them."""
    issue = _param("issue", ParamKind.ISSUE, "issue")
    as_of = _param("as_of", ParamKind.DAY, "as-of")
    length = _param("length", ParamKind.LENGTH, "length")
    known = _param("known", ParamKind.DAY, "known")
    language = _param("language", ParamKind.LANGUAGE, "language")
    text = _param("text", ParamKind.MEASURE, "text", required=True)
    bloc = _param("bloc", ParamKind.BLOC, "voting-bloc")
    tables: dict[str, tuple[Param, ...]] = {
        "position": (_param("actor", ParamKind.ACTOR, "actor", required=True), issue, as_of, known, length, language),
        "event": (_param("event", ParamKind.MEASURE, "event", required=True), as_of, known, length, language),
        "vote": (text, bloc, as_of, known, length, language),
        "voters": (
            text,
            _param("option", ParamKind.OPTION, "option", required=True),
            bloc,
            as_of,
            known,
            length,
            language,
        ),
        "digest": (_param("day", ParamKind.DAY, "day"), known, length, language),
        "compare": (
            _param("actor", ParamKind.ACTOR, "first", required=True),
            _param("others", ParamKind.ACTOR, "others", required=True, many=True),
            issue,
            as_of,
            known,
            length,
            language,
        ),
        "bloc": (_param("bloc", ParamKind.BLOC, "bloc", required=True), issue, as_of, known, length, language),
        "shifts": (_param("since", ParamKind.DAY, "since"), issue, as_of, known, length, language),
        "issues": (as_of, known, length, language),
        "timeline": (_param("actor", ParamKind.ACTOR, "actor", required=True), issue, as_of, known, length, language),
        "find": (_param("words", ParamKind.WORDS, "words", required=True), as_of, known, length, language),
        "source": (_param("record", ParamKind.RECORD, "record", required=True), as_of, known, length, language),
        "changed": (_param("since", ParamKind.DAY, "changed-since"), known, length, language),
        "glossary": (_param("term", ParamKind.TERM, "term"), language),
        "help": (_param("command", ParamKind.COMMAND, "command"), language),
    }
    return tuple(
        Command(name, word(f"command-{name}"), params, word(f"example-{name}"), also=_localised(name))
        for name, params in tables.items()
    )


@cache
def menus() -> tuple[Menu, ...]:
    """What can be asked of somebody's message, where a platform has a menu on it."""
    also = {language: word("menu-spot", language) for language in SPOKEN}
    return (Menu(SPOT, word("menu-spot"), word("menu-spot-summary"), also),)


def _localised(name: str) -> tuple[Localised, ...]:
    return tuple(
        Localised(language, called(f"command-{name}", language), word(f"command-{name}", language))
        for language in SPOKEN
    )


def in_language(one: Command | Param, language: str) -> Localised:
    """What it is called there; in English where that language has no words for it."""
    own = Localised(ENGLISH, one.name, one.summary, one.choices if isinstance(one, Param) else ())
    return next((said for said in one.also if said.language == language), own)


def command_named(name: str) -> Command | None:
    """The command of that name, with or without its slash: its own, else one in another language, typed with accents
    or without."""
    typed = name.strip().lower().removeprefix("/")
    own = next((command for command in catalogue() if command.name == typed), None)
    return own or next((command for command in catalogue() if unaccented(fold(typed)) in _names(command)), None)


@cache
def _names(command: Command) -> frozenset[str]:
    return frozenset(unaccented(fold(said.name)) for said in command.also)


def vote_of(option: VoteOption) -> str:
    """How a way to vote is asked for."""
    return VOTES[list(VoteOption).index(option)]


def asked_as(platform: str) -> str:
    """What stands before a command's name where it is typed: a slash in chats, the program's name in a shell. A chat
    may be named with a prefix of the operator's: "slack/dl-"."""
    chat, _, prefix = platform.partition("/")
    return _PREFIXES.get(chat, "/") + prefix


def usage(command: Command, platform: str = "console", language: str = ENGLISH) -> str:
    """`/compare <actor> <others …> [issue] [as_of] [length]`. The command keeps its own name, which works everywhere;
    its parameters are called what the reader calls them."""
    return " ".join([asked_as(platform) + command.name, *(_slot(param, language) for param in command.params)])


def form(command: Command, platform: str = "console", language: str = ENGLISH) -> Form:
    """The command as help tells it."""
    told = ((in_language(param, language), param.required) for param in command.params)
    params = tuple((said.name, said.summary, required) for said, required in told)
    example = asked_as(platform) + word(f"example-{command.name}", language).removeprefix("/")
    summary = in_language(command, language).summary
    return Form(command.name, usage(command, platform, language), summary, example, params)


def forms(platform: str, language: str = ENGLISH) -> Iterator[Form]:
    return (form(command, platform, language) for command in catalogue())


def _slot(param: Param, language: str) -> str:
    name = in_language(param, language).name
    words = f"{name} …" if param.many else name
    return f"<{words}>" if param.required else f"[{words}]"
