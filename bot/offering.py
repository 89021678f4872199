"""What to ask instead: for each candidate the exact command to type, with the rest of the question as it was. Pure.

`bot.binding` calls it when a name is unknown or several bear it; `briefs.wording.notices` puts it into words.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.catalogue import asked_as, catalogue, in_language
from briefs.codebook import Length
from briefs.document import Document
from briefs.history import whole_day
from briefs.naming import Found, Kind, Names
from briefs.tongues import ENGLISH, tables_of
from briefs.wording import notices
from briefs.wording.notices import Offer


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a question is bound already; `pending` are names still to be bound, as typed."""

    command: str
    actors: tuple[str, ...] = ()
    issue: str | None = None
    as_of: date | None = None
    known: datetime | None = None
    length: Length | None = None
    language: str | None = None
    pending: tuple[str, ...] = ()
    about: str = ""
    option: str = ""


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

    def offers(self, kind: str, ids: Sequence[str], rest: Rest) -> list[Offer]:
        """One command for each id, in the order given."""
        return [Offer(self.label(kind, id_), self._with(kind, id_, rest)) for id_ in ids]

    def comparison(self, actors: tuple[str, ...], rest: Rest) -> Offer:
        """The comparison of these actors on the same issue and day."""
        label = ", ".join(self.label(Kind.ACTOR, id_) for id_ in actors)
        return Offer(label, self._typed(replace(rest, command="compare", actors=actors)))

    def position(self, actor: str, rest: Rest) -> Offer:
        """The position of one actor on the same issue and day."""
        asked = replace(rest, command="position", actors=(actor,), about="", option="")
        return Offer(self.label(Kind.ACTOR, actor), self._typed(asked))

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

    def _with(self, kind: str, id_: str, rest: Rest) -> str:
        if kind == Kind.ACTOR:
            return self._typed(replace(rest, actors=(*rest.actors, id_)))
        if kind == Kind.ISSUE:
            return self._typed(replace(rest, issue=id_))
        return self._typed(replace(rest, about=self.names.measure_written(id_)))

    def options(self, options: Sequence[str], rest: Rest) -> list[Offer]:
        """One command for each way to vote."""
        return [Offer(option, self._typed(replace(rest, option=option))) for option in options]

    def _typed(self, rest: Rest) -> str:
        """The command in full: the text voted on first. In a shell a name of several words stands in quotes."""
        quote = '"' if self.platform == "cli" else ""
        names = (written(self.names, actor) for actor in rest.actors)
        said = (rest.about, rest.option, *names)
        parts = [f"{quote}{name}{quote}" if " " in name else name for name in said]
        parts += [notices.echo(" ".join(rest.pending))]
        parts += [f"--issue {rest.issue}" if rest.issue else ""]
        parts += [f"--as-of {rest.as_of.isoformat()}" if rest.as_of else ""]
        parts += [f"--known {_known(rest.known)}" if rest.known else ""]
        parts += [f"--length {rest.length.value}" if rest.length else ""]
        parts += [f"--language {rest.language}" if rest.language else ""]
        return " ".join([asked_as(self.platform) + rest.command, *filter(None, parts)])


def _known(instant: datetime) -> str:
    """A day for its end, else the instant."""
    day = whole_day(instant)
    return day.isoformat() if day else instant.isoformat()


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
