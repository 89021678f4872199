"""A request's words → what is asked, by the parameters of its command. Pure: names, today and the request go in.

Order-tolerant: "cambodia ukraine as of 4 march 2022 short", "--issue ukraine cambodia" and typed options bind alike.
A name nobody bears is answered with suggestions, one that several bear is asked back (`bot.offering`), and a day or
length that is none is told; nothing is ever guessed. `bot.commands` answers what is bound here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from adapters.contract import Command, Outcome, Param, ParamKind, Reply, Request
from bot.catalogue import LENGTHS, MOST_COMPARED, command_named, form
from bot.lines import days_lead, is_option, tokens
from bot.offering import Offering, Rest, unknown_command
from briefs.codebook import Length
from briefs.days import NotADay, leading_day, read_day
from briefs.document import Document
from briefs.naming import Ambiguous, Finding, Found, Kind, Names, Segment, Unknown
from briefs.symbols import key_of
from briefs.wording import notices

LONGEST = 400
"""Characters of a line looked at; a longer one names nothing. The longest useful one has about 200."""
_FILLERS = frozenset({"on", "about", "regarding"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One bound question; ids and dates, no words."""

    command: Command
    actors: tuple[str, ...] = ()
    issue: str | None = None
    about: str | None = None
    as_of: date | None = None
    day: date | None = None
    length: Length | None = None
    explained: Command | None = None


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


def bind(request: Request, shelf: Shelf, today: date) -> Asked:
    """What the request asks. Raises `NotBoundError` with the reply that asks back."""
    command = command_named(request.command)
    if command is None:
        raise NotBoundError(Reply(unknown_command(request.command, request.platform), Outcome.USAGE))
    return _Binder(request, command, shelf, today).bound()


class _Binder:
    """Binds one request. Each `_bind_…` takes words away from `self.words` and adds to `self.asked`."""

    def __init__(self, request: Request, command: Command, shelf: Shelf, today: date) -> None:
        self.request, self.command, self.shelf, self.today = request, command, shelf, today
        self.asked = Asked(command)
        self.params: Mapping[str, Param] = {param.name: param for param in command.params}
        self.words: tuple[str, ...] = ()
        self.seen: set[str] = set()
        self._offering = Offering(shelf.names, request.platform)
        self.pending: tuple[str, ...] = ()
        """Names of the request not yet bound: a command offered instead repeats them."""
        self._before: tuple[str, ...] = ()  # words of the line before the option being bound

    def bound(self) -> Asked:
        if len(self.request.line) > LONGEST:
            raise self._refusal(self._unknown(self._main_kind(), self.request.line, ()))
        given = {name: value for name, value in self.request.given.items() if value.strip()}
        self.words = tokens(self.request.line)
        for at, (name, value) in enumerate(given.items()):
            later = (words for other, words in [*given.items()][at + 1 :] if other in ("actor", "others"))
            self.pending = (*" ".join(later).split(), *self.words)
            self._option(name, (value,), whole=True)
        self._bind_options()
        self._bind_length()
        if self.command.name == "digest":
            self._bind_digest_day()
        else:
            self._bind_days()
            self._bind_length()
        self._bind_rest()
        return self.asked

    # --- options -------------------------------------------------------------------------------------------------

    def _bind_options(self) -> None:
        """`--issue x`, `--as-of=2022-03-04` anywhere in the line."""
        while (at := next((i for i, word in enumerate(self.words) if is_option(word)), None)) is not None:
            before, option, after = self.words[:at], self.words[at], self.words[at + 1 :]
            name, equals, value = option.lstrip("-—").partition("=")
            self._before = before
            taken = self._option(name, (value, *after) if equals else after)
            self.words = before + after[taken - 1 if equals else taken :]

    def _option(self, name: str, words: Sequence[str], *, whole: bool = False) -> int:
        """Bind one option by its kind; gives how many words its value took. `whole`: the first word is all of it."""
        param = self.params.get(name.lower().replace("-", "_"))
        if param is None:
            options = ", ".join(f"--{known.replace('_', '-')}" for known in self.params)
            raise self._usage("unknown-option", typed=name, options=options)
        if param.name in self.seen:
            raise self._usage("option-twice", typed=param.name)
        if not words or not words[0].strip():
            raise self._usage("option-empty", typed=param.name)
        self.seen.add(param.name)
        return self._bound_by_kind(param, tuple(words), whole=whole)

    def _bound_by_kind(self, param: Param, words: tuple[str, ...], *, whole: bool) -> int:
        match param.kind:
            case ParamKind.DAY:
                return self._bind_day(param.name, words, whole=whole)
            case ParamKind.LENGTH:
                self.asked = replace(self.asked, length=self._length(words[0]))
                return 1
            case ParamKind.COMMAND:
                self._bind_command(words[0])
                return 1
            case ParamKind.MEASURE:
                self._bind_event(words[0])
                return 1
            case ParamKind.ISSUE:
                return self._bind_named(Kind.ISSUE, words, whole=whole)
            case ParamKind.ACTOR:
                if param.many:
                    return self._bind_many(words[0])
                return self._bind_named(Kind.ACTOR, words, whole=whole)

    def _bind_named(self, kind: Kind, words: tuple[str, ...], *, whole: bool) -> int:
        """An option's name: all of its value, or the longest beginning of the line that is a name."""
        if whole:
            self._take(kind, words[0], self._find(kind, words[0]))
            return 1
        segment = self.shelf.names.segment(words, [kind])
        assert segment is not None
        self.pending = (*self._before, *segment.rest)
        self._take(kind, segment.words, segment.answer)
        return len(words) - len(segment.rest)

    def _bind_many(self, value: str) -> int:
        """Several actors in one value: parted by commas, else name by name."""
        if len(value) > LONGEST:
            raise self._refusal(self._unknown(Kind.ACTOR, value, ()))
        for part in [part for part in re.split(r"[,;]", value) if part.strip()]:
            rest = tuple(part.split())
            while rest:
                segment = self.shelf.names.segment(rest, [Kind.ACTOR])
                assert segment is not None
                self.pending = segment.rest
                self._take(Kind.ACTOR, segment.words, segment.answer)
                rest = segment.rest
        return 1

    # --- lengths and days ----------------------------------------------------------------------------------------

    def _bind_length(self) -> None:
        """A bare "short" at either end of the line."""
        if "length" not in self.params or self.asked.length is not None:
            return
        for at in (-1, 0):
            if self.words and self.words[at].lower() in LENGTHS:
                self.asked = replace(self.asked, length=self._length(self.words[at]))
                self.words = self.words[:-1] if at else self.words[1:]
                return

    def _length(self, word: str) -> Length:
        try:
            return Length(word.strip().lower())
        except ValueError:
            raise self._usage("bad-length", typed=word) from None

    def _bind_days(self) -> None:
        """ "as of 4 march 2022", or a bare day, wherever it stands."""
        if "as_of" not in self.params:
            return
        for at in range(len(self.words)):
            lead = days_lead(self.words[at:])
            led = leading_day(self.words[at + lead :], self.today)
            if led is None and lead:
                raise self._usage("bad-day", typed=" ".join(self.words[at + lead :]))
            if led is None or (isinstance(led[0], NotADay) and not lead and self._is_symbol(self.words[at])):
                continue
            if self.asked.as_of is not None:
                raise self._usage("option-twice", typed="as_of")
            reading, rest = led
            self._set_day("as_of", reading, " ".join(self.words[at + lead : len(self.words) - len(rest)]))
            before = self.words[:at]
            self.words = (before[:-1] if before and before[-1].lower() == "on" else before) + rest
            self._bind_days()  # a second day is told, not ignored
            return

    def _is_symbol(self, word: str) -> bool:
        """ "33/75" is a text to a command that takes one, where it is no day that anybody could mean."""
        takes = any(param.kind is ParamKind.MEASURE for param in self.params.values())
        return takes and key_of(word) is not None

    def _bind_digest_day(self) -> None:
        """A digest's line is its day and nothing else."""
        words = self.words[1:] if self.words[:1] and self.words[0].lower() in ("on", "of", "for") else self.words
        if words:
            if self.asked.day is not None:
                raise self._usage("option-twice", typed="day")
            self._bind_day("day", (" ".join(words),), whole=True)
        self.words = ()

    def _bind_day(self, name: str, words: tuple[str, ...], *, whole: bool) -> int:
        led = None if whole else leading_day(words, self.today)
        reading, rest = led or (read_day(words[0], self.today), words[1:])
        self._set_day(name, reading, " ".join(words[: len(words) - len(rest)]))
        return len(words) - len(rest)

    def _set_day(self, name: str, reading: date | NotADay, typed: str) -> None:
        if isinstance(reading, NotADay):
            raise self._usage("not-a-day", typed=typed, reason=reading.reason)
        if reading > self.today:
            raise self._usage("future-day", typed=typed)
        self.asked = replace(self.asked, as_of=reading) if name == "as_of" else replace(self.asked, day=reading)

    # --- names ---------------------------------------------------------------------------------------------------

    def _bind_rest(self) -> None:
        match self.command.name:
            case "position":
                self._bind_position()
            case "compare":
                self._bind_compare()
            case "event":
                if self.words:
                    self._bind_event(" ".join(self.words))
                if self.asked.about is None:
                    raise self._usage("needs", param="event")
            case "help":
                if self.words:
                    self._bind_command(" ".join(self.words))
            case _:
                if self.words:
                    raise self._refusal(self._unknown("words", " ".join(self.words), ()))

    def _bind_position(self) -> None:
        """One actor and one issue, in either order: "ukraine cambodia" is Cambodia on the issue called ukraine."""
        first = ""
        while self.words:
            self._drop_fillers()
            kinds = ([] if self.asked.actors else [Kind.ACTOR]) + ([] if self.asked.issue else [Kind.ISSUE])
            segment = self.shelf.names.segment(self.words, kinds or [Kind.ACTOR])
            if segment is None:
                break
            self.pending = segment.rest
            second = self._find(Kind.ACTOR, segment.words) if self.asked.actors else Unknown()
            if not isinstance(second, Unknown) and self._swapped(first, segment):
                self._swap_in(second, first, segment.words)
            elif not kinds:
                raise self._extra(segment.words, second)
            else:
                first = first or segment.words
                self._take(segment.kind, segment.words, segment.answer)
            self.words = segment.rest
        if not self.asked.actors:
            self._part(first)

    def _part(self, words: str) -> None:
        """A name of an issue that begins with an actor's: "iran human rights" is Iran on human rights."""
        segment = self.shelf.names.segment(words.split(), [Kind.ACTOR])
        issue = self._find(Kind.ISSUE, " ".join(segment.rest)) if segment else Unknown()
        if not (segment and isinstance(segment.answer, Found) and isinstance(issue, Found)):
            raise self._usage("needs", param="actor")
        self.asked = replace(self.asked, actors=(segment.answer.id,), issue=issue.id)

    def _swapped(self, first: str, segment: Segment) -> bool:
        """Whether the name after `first` is the actor: it asks for no issue, or only as a state that one is about where
        `first` is the name of one: "ukraine iran" is Iran on Ukraine, "syria iran" Syria on Iran."""
        names = self.shelf.names
        if isinstance(segment.answer, Unknown):
            return True
        named = isinstance(names.names_issue(first), Found), isinstance(names.names_issue(segment.words), Found)
        return self.asked.issue is None and named == (True, False)

    def _swap_in(self, actor: Found | Ambiguous, first: str, words: str) -> None:
        """The second name is an actor's: then the first one was the issue, if it names one."""
        issue = self._find(Kind.ISSUE, first) if first and self.asked.issue is None else Unknown()
        if isinstance(issue, Unknown):
            raise self._extra(words, actor)
        self.asked = replace(self.asked, actors=())
        if isinstance(issue, Found):
            self._take(Kind.ISSUE, first, issue)
        self._take(Kind.ACTOR, words, actor)
        if isinstance(issue, Ambiguous):
            self._take(Kind.ISSUE, first, issue)

    def _extra(self, words: str, second: Finding) -> NotBoundError:
        if isinstance(second, Found) and self.asked.actors and second.id != self.asked.actors[0]:
            instead = self._offering.comparison((*self.asked.actors, second.id), self._rest)
            return self._refusal(notices.one_actor(words, instead), Outcome.USAGE)
        return self._refusal(self._unknown("words", words, ()))

    def _bind_compare(self) -> None:
        """Actors, and perhaps an issue last. With two actors before it, a name of an issue ("ukraine", "palestine") is
        the issue; a state that issues are about ("myanmar") is one more actor, unless "on" stands before it."""
        names = self.shelf.names
        while self.words:
            led = self._drop_fillers()
            enough = len(self.asked.actors) > 1 and self.asked.issue is None
            segment = names.segment(self.words, [Kind.ISSUE] if led and enough else [Kind.ACTOR, Kind.ISSUE])
            if segment is None:
                break
            self.pending = segment.rest
            issue = names.names_issue(segment.words) if enough and not segment.rest else Unknown()
            if isinstance(issue, Found):
                self._take(Kind.ISSUE, segment.words, issue)
            else:
                self._take(segment.kind, segment.words, segment.answer)
            self.words = segment.rest
        if len(self.asked.actors) < 2:
            raise self._usage("too-few")

    def _drop_fillers(self) -> bool:
        """Whether an "on" stood there."""
        before = self.words
        while len(self.words) > 1 and self.words[0].lower() in _FILLERS:
            self.words = self.words[1:]
        return self.words is not before

    def _bind_event(self, words: str) -> None:
        """A measure, else a record; the rest of the line is one name."""
        if self.asked.about is not None:
            raise self._usage("option-twice", typed="event")
        names = self.shelf.names
        found = names.find_measure(words, self.asked.as_of)
        if isinstance(found, Unknown):
            record = names.find_record(words, self.shelf.records)
            if isinstance(record, Unknown):
                ids = tuple(dict.fromkeys((*found.suggestions, *record.suggestions)))
                raise self._refusal(self._unknown("event", words, ids))
            found = record
        if isinstance(found, Ambiguous):
            raise self._refusal(self._asked_back("event", words, found), Outcome.AMBIGUOUS)
        assert isinstance(found, Found)
        self.asked = replace(self.asked, about=found.id)

    def _bind_command(self, words: str) -> None:
        explained = command_named(words)
        if explained is None:
            raise NotBoundError(Reply(unknown_command(words, self.request.platform), Outcome.USAGE))
        self.asked = replace(self.asked, explained=explained)

    def _find(self, kind: Kind, words: str) -> Finding:
        names = self.shelf.names
        return names.find_actor(words) if kind is Kind.ACTOR else names.find_issue(words)

    def _take(self, kind: Kind, words: str, answer: Finding) -> None:
        """Keep what was found, or ask back."""
        if isinstance(answer, Ambiguous):
            raise self._refusal(self._asked_back(kind, words, answer), Outcome.AMBIGUOUS)
        if isinstance(answer, Unknown):
            raise self._refusal(self._unknown(kind, words, answer.suggestions))
        if kind is Kind.ISSUE:
            if self.asked.issue is not None:
                raise self._usage("option-twice", typed="issue")
            self.asked = replace(self.asked, issue=answer.id)
        elif answer.id in self.asked.actors:
            raise self._usage("same-twice", typed=words)
        elif len(self.asked.actors) >= MOST_COMPARED:
            raise self._usage("too-many", limit=MOST_COMPARED)
        else:
            self.asked = replace(self.asked, actors=(*self.asked.actors, answer.id))

    @property
    def _rest(self) -> Rest:
        asked = self.asked
        return Rest(self.command.name, asked.actors, asked.issue, asked.as_of, asked.length, self.pending)

    # --- asking back ---------------------------------------------------------------------------------------------

    def _main_kind(self) -> str:
        kinds = {"event": "event", "digest": "words", "help": "command"}
        return kinds.get(self.command.name, "actor")

    def _usage(self, message: str, **slots: str | int) -> NotBoundError:
        document = notices.usage(message, form(self.command, self.request.platform), **slots)
        return self._refusal(document, Outcome.USAGE)

    def _refusal(self, document: Document, outcome: Outcome = Outcome.UNKNOWN) -> NotBoundError:
        return NotBoundError(Reply(document, outcome))

    def _unknown(self, kind: str, words: str, ids: Sequence[str]) -> Document:
        return notices.unknown(kind, words, self._offering.offers(kind, ids, self._rest), self._offering.help)

    def _asked_back(self, kind: str, words: str, answer: Ambiguous) -> Document:
        return notices.ambiguous(
            words,
            self._offering.offers(kind, answer.ids, self._rest),
            answer.beside or ("texts" if kind == "event" else ""),
            answer.more,
        )
