"""What a request asks, once its words are bound; and the reply that asks back where they cannot be.

`bot.binding` makes these, `bot.commands` answers them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from adapters.contract import Command, Reply
from briefs.codebook import Length, VoteOption
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


class NotBoundError(Exception):
    """The request asks for something else first; `reply` says so to the reader."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.outcome.value)
        self.reply = reply
