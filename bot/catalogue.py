"""The catalogue: one table of commands, and what of it help and usage notices need.

Discord's command tree, Slack's manifest, the console's help and docs/commands.md are projections of `catalogue()`; a
test holds them together. Its words come from the message catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from adapters.contract import Command, Param, ParamKind
from briefs.codebook import Length
from briefs.tongues import LANGUAGES
from briefs.wording.notices import Form, word

MOST_COMPARED = 10
LENGTHS = tuple(length.value for length in Length)
VOTES = ("in favour", "against", "abstained", "did not vote")
_PREFIXES = {"cli": "dateline ask "}


def _param(name: str, kind: ParamKind, summary: str, *, required: bool = False, many: bool = False) -> Param:
    choices = {ParamKind.LENGTH: LENGTHS, ParamKind.OPTION: VOTES, ParamKind.LANGUAGE: LANGUAGES}.get(kind, ())
    return Param(name, kind, word(f"param-{summary}"), required=required, choices=choices, many=many)


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
        "find": (_param("words", ParamKind.WORDS, "words", required=True), as_of, known, length),
        "source": (_param("record", ParamKind.RECORD, "record", required=True), as_of, known, length),
        "changed": (_param("since", ParamKind.DAY, "changed-since"), known, length),
        "glossary": (_param("term", ParamKind.TERM, "term"),),
        "help": (_param("command", ParamKind.COMMAND, "command"),),
    }
    return tuple(
        Command(name, word(f"command-{name}"), params, word(f"example-{name}")) for name, params in tables.items()
    )


def command_named(name: str) -> Command | None:
    """The command of that name, with or without its slash."""
    return next((command for command in catalogue() if command.name == name.strip().lower().removeprefix("/")), None)


def asked_as(platform: str) -> str:
    """What stands before a command's name where it is typed: a slash in chats, the program's name in a shell."""
    return _PREFIXES.get(platform, "/")


def usage(command: Command, platform: str = "console") -> str:
    """`/compare <actor> <others …> [issue] [as_of] [length]`."""
    return " ".join([asked_as(platform) + command.name, *(_slot(param) for param in command.params)])


def form(command: Command, platform: str = "console") -> Form:
    """The command as help tells it."""
    params = tuple((param.name, param.summary, param.required) for param in command.params)
    example = asked_as(platform) + command.example.removeprefix("/")
    return Form(command.name, usage(command, platform), command.summary, example, params)


def forms(platform: str) -> Iterator[Form]:
    return (form(command, platform) for command in catalogue())


def _slot(param: Param) -> str:
    words = f"{param.name} …" if param.many else param.name
    return f"<{words}>" if param.required else f"[{words}]"
