"""What to ask instead: for each candidate the question and how it is typed, with the rest of it as it was. Pure.

`bot.binding` calls it when a name is unknown or several bear it; `briefs.wording.notices` puts it into words.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from adapters.contract import Command, Question
from bot.asked import Asked, known_written, question_of
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
        """The command in full: the text voted on first. In a shell a name of several words stands in quotes."""
        quote = '"' if self.platform == "cli" else ""
        about = self.names.measure_written(asked.about) if asked.about else ""
        names = (written(self.names, actor) for actor in asked.actors)
        said = (about, vote_of(asked.option) if asked.option else "", *names)
        parts = [f"{quote}{name}{quote}" if " " in name else name for name in said]
        parts += [notices.echo(" ".join(pending))]
        parts += [f"--issue {asked.issue}" if asked.issue else ""]
        parts += [f"--since {asked.since.isoformat()}" if asked.since else ""]
        parts += [f"--as-of {asked.as_of.isoformat()}" if asked.as_of else ""]
        parts += [f"--known {known_written(asked.known)}" if asked.known else ""]
        parts += [f"--length {asked.length.value}" if asked.length else ""]
        parts += [f"--language {asked.language}" if asked.language else ""]
        return " ".join([asked_as(self.platform) + asked.command.name, *filter(None, parts)])


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
