"""What to ask instead: for each candidate the question and how it is typed, with the rest of it as it was. Pure.

`bot.binding` calls it when a name is unknown or several bear it; `briefs.wording.notices` puts it into words.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from adapters.contract import Command, ParamKind, Question
from bot.asked import Asked, known_written, next_named, question_of
from bot.catalogue import asked_as, catalogue, command_named, in_language, vote_of
from briefs.codebook import VoteOption
from briefs.document import Document
from briefs.naming import Found, Kind, Names
from briefs.tongues import ENGLISH, tables_of
from briefs.wording import notices
from briefs.wording.notices import Offer


@dataclass(frozen=True, slots=True)
class Instead:
    """One question to ask instead: what it means, how it is typed, and the question itself."""

    label: str
    command: str
    question: Question

    @property
    def offer(self) -> Offer:
        return Offer(self.label, self.command)


@dataclass(frozen=True, slots=True)
class Offering:
    """Writes commands as they are typed on one platform."""

    names: Names
    platform: str
    language: str = ENGLISH
    """In which names are told; they are typed as the register has them."""

    @property
    def help(self) -> str:
        return asked_as(self.platform) + "help"

    def offers(self, kind: str, ids: Sequence[str], asked: Asked, pending: Sequence[str] = ()) -> list[Instead]:
        """One question for each id, in the order given. `pending` are names still to be bound, as typed."""
        return [self._instead(self.label(kind, id_), _with(kind, id_, asked), pending) for id_ in ids]

    def comparison(self, actors: tuple[str, ...], asked: Asked, pending: Sequence[str] = ()) -> Instead:
        """The comparison of these actors on the same issue and day."""
        label = ", ".join(self.label(Kind.ACTOR, id_) for id_ in actors)
        return self._instead(label, replace(asked, command=_command("compare"), actors=actors), pending)

    def position(self, actor: str, asked: Asked, pending: Sequence[str] = ()) -> Instead:
        """The position of one actor on the same issue and day."""
        instead = replace(asked, command=_command("position"), actors=(actor,), about=None, option=None)
        return self._instead(self.label(Kind.ACTOR, actor), instead, pending)

    def label(self, kind: str, id_: str) -> str:
        """What an id means, in the register's words or their translation."""
        register = self.names.register
        if self.language != ENGLISH and kind != Kind.MEASURE:
            return self._translated(kind, id_)
        if kind == Kind.ISSUE:
            return register.issues[id_].title
        if kind == Kind.ACTOR:
            return register.actors[id_].name
        return self.names.measure_label(id_)

    def _translated(self, kind: str, id_: str) -> str:
        """The name in the language; where it has none, the register's."""
        tables, register = tables_of(self.language), self.names.register
        if kind == Kind.ISSUE:
            title = register.issues[id_].title
            return tables.words.get(("issue", title), title)
        if kind == Kind.ACTOR:
            known = tables.names.get((id_, ""))
            return known.name if known else register.actors[id_].name
        return self.names.measure_label(id_)

    def options(self, options: Sequence[VoteOption], asked: Asked, pending: Sequence[str] = ()) -> list[Instead]:
        """One question for each way to vote."""
        return [self._instead(vote_of(one), replace(asked, option=one), pending) for one in options]

    def _instead(self, label: str, asked: Asked, pending: Sequence[str]) -> Instead:
        return Instead(label, self._typed(asked, pending), question_of(asked, pending))

    def _typed(self, asked: Asked, pending: Sequence[str]) -> str:
        """The command in full: the text voted on first, then ways to vote and names, then all else."""
        rest = [
            ("issue", asked.issue),
            ("since", asked.since and asked.since.isoformat()),
            ("as_of", asked.as_of and asked.as_of.isoformat()),
            ("known", known_written(asked.known)),
            ("length", asked.length),
            ("language", asked.language),
        ]
        given = [*self._first(asked, pending), *((name, words) for name, words in rest if words)]
        return typed_as(self.platform, asked.command.name, given, self.language)

    def _first(self, asked: Asked, pending: Sequence[str]) -> list[tuple[str, str]]:
        """What the question is about, by parameter where each is named; `pending` names go where they would go."""
        about = self.names.measure_written(asked.about) if asked.about else ""
        option = vote_of(asked.option) if asked.option else ""
        names = [written(self.names, actor) for actor in asked.actors]
        names += [notices.echo(" ".join(pending))] if pending else []
        if not names_each(self.platform):
            return [("", words) for words in (about, option, *names)]
        found: list[tuple[str, str]] = []
        for param in asked.command.params:
            if param.kind in (ParamKind.ACTOR, ParamKind.BLOC):
                found.append((param.name, next_named(param, names)))
            elif param.kind in (ParamKind.MEASURE, ParamKind.RECORD):
                found.append((param.name, about))
            elif param.kind is ParamKind.OPTION:
                found.append((param.name, option))
        return found


def names_each(platform: str) -> bool:
    """Whether a command is typed there with the name of each parameter before its words."""
    return platform.partition("/")[0] == "discord"


def typed_as(platform: str, command: str, given: Sequence[tuple[str, str]], language: str = ENGLISH) -> str:
    """A command as it is typed on one platform, with these words for its parameters (or for none in particular):
    Discord names each as its reader calls it, where there are several; Slack reads a line of words; a shell has
    options, and there a name of several words stands in quotes."""
    chat = platform.partition("/")[0]
    called = {param.name: in_language(param, language).name for param in _command(command).params}
    quote = '"' if chat == "cli" else ""
    held = [(name, words) for name, words in given if words]
    each = names_each(platform) and (len(held) > 1 or any(name in _LINE for name, _ in held))
    parts = []
    for name, words in held:
        if each and name:
            parts.append(f"{called[name]}:{words}")
        elif name in _LINE:
            parts.append(_LINE[name].format(words) if chat == "slack" else f"--{name.replace('_', '-')} {words}")
        else:
            parts.append(f"{quote}{words}{quote}" if " " in words else words)
    return " ".join([asked_as(platform) + command, *parts])


_LINE = {
    "issue": "on {}", "since": "since {}", "as_of": "as of {}", "known": "known on {}", "length": "{}",
    "language": "in {}",
}  # fmt: skip
"""How a line says parameters that do not stand for themselves; in a shell these are options."""


def _with(kind: str, id_: str, asked: Asked) -> Asked:
    """The question with one name more."""
    if kind == Kind.ACTOR:
        return replace(asked, actors=(*asked.actors, id_))
    if kind == Kind.ISSUE:
        return replace(asked, issue=id_)
    return replace(asked, about=id_)


def _command(name: str) -> Command:
    command = command_named(name)
    assert command is not None, f"the catalogue has /{name}"
    return command


def written(names: Names, actor: str) -> str:
    """A usual name that means this actor alone, else its id."""
    held = names.register.actors[actor]
    known = (held.name, *(dated.value for dated in held.un_names), *held.names)
    return next((name for name in known if names.find_actor(name) == Found(actor)), actor)


def unknown_command(typed: str, platform: str, language: str = ENGLISH) -> Document:
    """No command has that name; those that look like it."""
    spoken = notices.speaking(language)
    names = {in_language(command, spoken).name: command for command in catalogue()}
    names |= {command.name: command for command in catalogue()}
    close = difflib.get_close_matches(typed.lower().removeprefix("/")[:40], names, n=2, cutoff=0.5)
    near = [command for command in catalogue() if command in [names[name] for name in close]]
    offers = [Offer(in_language(one, spoken).summary, asked_as(platform) + one.name) for one in near]
    document = notices.unknown("command", typed, offers, asked_as(platform) + "help", spoken)
    return replace(document, language=spoken)
