"""What a request asks, once its words are bound; and the reply that asks back where they cannot be.

`bot.binding` makes these, `bot.commands` answers them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from adapters.contract import Command, Param, ParamKind, Question, Reply
from bot.catalogue import vote_of
from briefs.codebook import Length, VoteOption
from briefs.history import whole_day
from briefs.naming import Names
from briefs.tongues import ENGLISH


@dataclass(frozen=True, slots=True)
class Asked:
    """One bound question; ids and dates, no words."""

    command: Command
    actors: tuple[str, ...] = ()
    issue: str | None = None
    about: str | None = None
    option: VoteOption | None = None
    as_of: date | None = None
    day: date | None = None
    since: date | None = None
    known: datetime | None = None
    """The instant (aware) by which it had to be recorded."""
    length: Length | None = None
    language: str | None = None
    """The language that was asked for by its name."""
    spoken: str = ENGLISH
    """The one to answer in: that, else the asker's, else the operator's."""
    explained: Command | None = None
    term: str | None = None
    """A word of the glossary."""
    typed: str = ""
    """Words to look for, as they were typed."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What names can mean: the register's names, and the ids of the event records held."""

    names: Names
    records: Collection[str] = field(default=())


def question_of(asked: Asked, pending: Sequence[str] = ()) -> Question:
    """The question in ids and closed words, for asking it again. `pending` are names still to be bound, as typed."""
    names = [*asked.actors, *pending]
    given = {}
    for param in asked.command.params:
        value = next_named(param, names) if param.kind in (ParamKind.ACTOR, ParamKind.BLOC) else _value(param, asked)
        if value:
            given[param.name] = value
    return Question(asked.command.name, given, " ".join(names))


def next_named(param: Param, names: list[str]) -> str:
    """The next of the names for the parameter, or all that are left; they are taken away."""
    taken, names[:] = (names[:], []) if param.many else (names[:1], names[1:])
    return ", ".join(taken)


def _value(param: Param, asked: Asked) -> str | None:
    day = {"as_of": asked.as_of, "day": asked.day, "since": asked.since}.get(param.name)
    match param.kind:
        case ParamKind.DAY:
            return day.isoformat() if day else known_written(asked.known) if param.name == "known" else None
        case ParamKind.ISSUE:
            return asked.issue
        case ParamKind.MEASURE | ParamKind.RECORD:
            return asked.about
        case ParamKind.OPTION:
            return vote_of(asked.option) if asked.option else None
        case ParamKind.LENGTH:
            return asked.length.value if asked.length else None
        case ParamKind.LANGUAGE:
            return asked.language
        case ParamKind.COMMAND:
            return asked.explained.name if asked.explained else None
        case ParamKind.TERM:
            return asked.term
        case ParamKind.WORDS:
            return asked.typed
        case _:
            return None


def known_written(instant: datetime | None) -> str | None:
    """A day for its end, else the instant."""
    day = whole_day(instant) if instant else None
    return day.isoformat() if day else instant.isoformat() if instant else None


class NotBoundError(Exception):
    """The request asks for something else first; `reply` says so to the reader."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.outcome.value)
        self.reply = reply
