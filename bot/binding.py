"""A request's words → what is asked, by the parameters of its command. Pure: names, today and the request go in.

Order-tolerant: "cambodia ukraine as of 4 march 2022 short", "--issue ukraine cambodia" and typed options bind alike.
A name nobody bears is answered with suggestions, one that several bear is asked back (`bot.offering`), and a day or
length that is none is told; nothing is ever guessed. `bot.commands` answers what is bound here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from adapters.contract import Command, Outcome, Param, ParamKind, Reply, Request
from bot.asked import Asked, NotBoundError, Shelf
from bot.catalogue import MOST_COMPARED, VOTES, command_named, form
from bot.lines import is_option, tokens
from bot.offering import Offering, Rest, unknown_command
from bot.timing import Timed
from bot.voting import Voting
from briefs.codebook import ActorKind, VoteOption
from briefs.document import Document
from briefs.naming import Ambiguous, Finding, Found, Kind, Segment, Unknown
from briefs.wording import notices

LONGEST = 400
"""Characters of a line looked at; a longer one names nothing. The longest useful one has about 200."""
_FILLERS = frozenset({"on", "about", "regarding"})


def bind(request: Request, shelf: Shelf, today: date) -> Asked:
    """What the request asks. Raises `NotBoundError` with the reply that asks back."""
    command = command_named(request.command)
    if command is None:
        raise NotBoundError(Reply(unknown_command(request.command, request.platform), Outcome.USAGE))
    return _Binder(request, command, shelf, today).bound()


class _Binder(Timed, Voting):
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
            self._bind_since()
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
            case ParamKind.OPTION:
                return self._given_option(words, whole=whole)
            case ParamKind.ISSUE:
                return self._bind_named(Kind.ISSUE, words, whole=whole)
            case ParamKind.ACTOR | ParamKind.BLOC:
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

    # --- names ---------------------------------------------------------------------------------------------------

    def _bind_rest(self) -> None:
        match self.command.name:
            case "position":
                self._bind_position()
            case "bloc":
                self._bind_position()
                self._need_bloc()
            case "shifts":
                self._bind_issue()
            case "compare":
                self._bind_compare()
            case "event":
                if self.words:
                    self._bind_event(" ".join(self.words))
                if self.asked.about is None:
                    raise self._usage("needs", param="event")
            case "vote" | "voters":
                self._bind_vote()
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
            self._part_issue(first)

    def _part_issue(self, words: str) -> None:
        """A name of an issue that begins with an actor's: "iran human rights" is Iran on human rights."""
        segment = self.shelf.names.segment(words.split(), [Kind.ACTOR])
        issue = self._find(Kind.ISSUE, " ".join(segment.rest)) if segment else Unknown()
        if not (segment and isinstance(segment.answer, Found) and isinstance(issue, Found)):
            raise self._usage("needs", param=self.command.params[0].name)
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

    def _need_bloc(self) -> None:
        """Members are counted for blocs alone: for anybody else the position is offered."""
        actor = self.shelf.names.register.actors[self.asked.actors[0]]
        if actor.kind is not ActorKind.BLOC:
            instead = self._offering.position(actor.id, self._rest)
            raise self._refusal(notices.no_bloc(actor.name, instead), Outcome.USAGE)

    def _bind_issue(self) -> None:
        """The rest of the line is one issue."""
        self._drop_fillers()
        if self.words:
            self.pending = ()
            self._bind_named(Kind.ISSUE, (" ".join(self.words),), whole=True)

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
            raise self._usage("option-twice", typed=self.command.params[0].name)
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
            raise self._refusal(self._unknown(kind, words, self._fitting(kind, answer.suggestions)))
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

    def _fitting(self, kind: Kind, ids: Sequence[str]) -> Sequence[str]:
        """Of the actors suggested those the command can be asked about."""
        if kind is not Kind.ACTOR or "bloc" not in self.params:
            return ids
        actors = self.shelf.names.register.actors
        return [id_ for id_ in ids if actors[id_].kind is ActorKind.BLOC]

    @property
    def _rest(self) -> Rest:
        asked = self.asked
        about = self.shelf.names.measure_written(asked.about) if asked.about else ""
        option = VOTES[list(VoteOption).index(asked.option)] if asked.option else ""
        rest = Rest(self.command.name, asked.actors, asked.issue, asked.as_of, asked.length, self.pending)
        return replace(rest, about=about, option=option)

    # --- asking back ---------------------------------------------------------------------------------------------

    def _main_kind(self) -> str:
        if any(param.kind is ParamKind.MEASURE for param in self.command.params):
            return "event"
        kinds = {"digest": "words", "help": "command", "shifts": "issue", "issues": "words"}
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
