"""Answering: a request → bound (`bot.binding`) → briefed (`briefs.briefing`) → a reply that may be shown.

One `Desk` serves every platform. It holds the archive and its names as one value that a reload swaps whole: a question
under way keeps the one it began with. It owns no words (`briefs.wording.notices`) and no payloads; asking never changes
anything.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice

from adapters.contract import Choice, Outcome, ParamKind, Reply, Request
from bot.asked import Asked, NotBoundError, Shelf
from bot.binding import bind
from bot.catalogue import catalogue, command_named, form, forms
from bot.exporting import rows_of
from bot.offering import written
from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.codebook import ActorKind, Length
from briefs.days import read_day
from briefs.digests import Filter
from briefs.naming import Kind, Names
from briefs.rollcalls.finding import VotedTexts
from briefs.rows import Row
from briefs.wording import notices
from briefs.wording.catalogue import words

log = logging.getLogger("dateline.commands")

LENGTH = Length.SHORT
"""How long an answer is unless asked otherwise."""
MOST_CHOICES = 25
_NEWEST_DAYS = 10
_KINDS = {ParamKind.ACTOR: Kind.ACTOR, ParamKind.ISSUE: Kind.ISSUE, ParamKind.MEASURE: Kind.MEASURE}


@dataclass(frozen=True, slots=True)
class Held:
    """One archive with what its names mean; replaced whole, never changed."""

    archive: Archive
    shelf: Shelf

    @classmethod
    def of(
        cls, archive: Archive, aliases: Iterable[tuple[str, str]], labels: Iterable[tuple[str, str, str]] = ()
    ) -> Held:
        """`aliases`: rows (folded name, id) of the names in all languages; `labels`: rows (language, id, name) of what
        completion shows. Both are read when first needed."""
        records = frozenset((*archive.events, *archive.rollcalls))
        texts = VotedTexts(archive.rolls) if archive.imported else None
        return cls(archive, Shelf(Names.of(archive.register, aliases, labels, texts=texts), records))

    def warm(self, today: date) -> None:
        """Make the indexes that the first question would wait for, by answering one that nobody asked."""
        states = (actor.id for actor in self.archive.register.actors.values() if actor.kind is ActorKind.STATE)
        for state in islice(states, 1):
            briefing.position(self.archive, state, None, today, LENGTH)
        self.shelf.names.completions(Kind.MEASURE, "question of")


class Desk:
    """Answers every platform. `clock` gives aware UTC."""

    def __init__(self, held: Held, clock: Callable[[], datetime]) -> None:
        self._held = held
        self._clock = clock

    @property
    def held(self) -> Held:
        return self._held

    def swap(self, held: Held) -> None:
        """Answer from another archive from the next question on."""
        self._held = held

    async def answer(self, request: Request) -> Reply:
        """The contract's `Answer`. Never raises for anything a reader can type; an exception is a bug."""
        return self.answer_now(request)

    def answer_now(self, request: Request) -> Reply:
        """The same without a loop; it takes a few milliseconds and waits for nothing."""
        held = self._held
        try:
            asked = bind(request, held.shelf, self.today())
        except NotBoundError as other:
            return other.reply
        if asked.command.name == "help":
            return _help(asked, request.platform)
        return _reply(asked, self._brief(held.archive.released(self._clock()), asked))

    def rows_now(self, request: Request) -> tuple[Reply, tuple[Row, ...]]:
        """The answer, and every record behind it as a row; none where something else is asked first, or where the
        answer is withheld."""
        held = self._held
        try:
            asked = bind(request, held.shelf, self.today())
        except NotBoundError as other:
            return other.reply, ()
        if asked.command.name == "help":
            return _help(asked, request.platform), ()
        archive = held.archive.released(self._clock())
        reply = _reply(asked, self._brief(archive, asked))
        if reply.outcome is Outcome.WITHHELD:
            return reply, ()
        return reply, tuple(rows_of(archive, asked, reply.document, self.today()))

    def today(self) -> date:
        """The clock's day, in UTC."""
        return self._clock().date()

    def _brief(self, archive: Archive, asked: Asked) -> Briefing:
        as_of, length = asked.as_of or self.today(), asked.length or LENGTH
        match asked.command.name:
            case "position":
                return briefing.position(archive, asked.actors[0], asked.issue, as_of, length)
            case "bloc":
                return briefing.bloc(archive, asked.actors[0], asked.issue, as_of, length)
            case "shifts":
                return briefing.shifts(archive, asked.issue, asked.since, as_of, length)
            case "issues":
                return briefing.issues(archive, as_of, length)
            case "compare":
                return briefing.compare(archive, asked.actors, asked.issue, as_of, length)
            case "event":
                return briefing.event(archive, _measure(archive, asked), as_of, length)
            case "vote":
                return briefing.vote(archive, _measure(archive, asked), _bloc(asked), as_of, length)
            case "voters":
                assert asked.option is not None
                return briefing.voters(archive, _measure(archive, asked), asked.option, _bloc(asked), as_of, length)
            case "digest":
                day = asked.day or self.today() - timedelta(days=1)  # the last whole one
                return briefing.digest_of_day(archive, day, Filter(), length)
            case other:
                raise AssertionError(f"the catalogue names /{other}, and nothing answers it")

    def complete(self, command: str, param: str, typed: str, language: str) -> Sequence[Choice]:
        """The contract's `Complete`: at most 25 choices, best first; never raises for anything typed."""
        known = command_named(command)
        asked = next((p for p in known.params if p.name == param), None) if known else None
        if asked is None:
            return ()
        if asked.many:
            return self._complete_last(typed, language)
        match asked.kind:
            case ParamKind.ACTOR | ParamKind.ISSUE | ParamKind.MEASURE:
                return self._names(_KINDS[asked.kind], typed, language)
            case ParamKind.BLOC:
                return self._blocs(typed, language)
            case ParamKind.DAY:
                return self._days(typed)
            case ParamKind.LENGTH | ParamKind.OPTION:
                return _beginning(typed, asked.choices)
            case ParamKind.COMMAND:
                return _beginning(typed, [one.name for one in catalogue()])

    def _names(self, kind: Kind, typed: str, language: str) -> Sequence[Choice]:
        names = self._held.shelf.names
        found = names.completions(kind, typed, MOST_CHOICES, language)
        return tuple(Choice(label, id_, _written(names, kind, id_)) for label, id_ in found)

    def _blocs(self, typed: str, language: str) -> Sequence[Choice]:
        """Blocs alone, in the order in which all actors would be offered."""
        names = self._held.shelf.names
        actors = names.register.actors
        found = names.completions(Kind.ACTOR, typed, len(actors), language)
        blocs = (c for c in found if actors[c[1]].kind is ActorKind.BLOC)
        return tuple(Choice(label, id_, written(names, id_)) for label, id_ in islice(blocs, MOST_CHOICES))

    def _complete_last(self, typed: str, language: str) -> Sequence[Choice]:
        """The last of several names parted by commas; those before it stay."""
        before, comma, last = typed.rpartition(",")
        kept = f"{before.strip()}, " if comma else ""
        found = self._names(Kind.ACTOR, last, language)
        return tuple(Choice(kept + one.label, kept + one.value, kept + one.words) for one in found)

    def _days(self, typed: str) -> Sequence[Choice]:
        """The day typed, else the newest days that records tell of."""
        text, today = typed.strip(), self.today()
        reading = read_day(text, today) if text else None
        if isinstance(reading, date):
            return (_day_choice(reading),)
        archive = self._held.archive
        days = {call.date for call in archive.votes} | {day for event in archive.published if (day := event.date.day)}
        days |= set(archive.rolls.days_filed)
        return tuple(islice((c for c in map(_day_choice, sorted(days, reverse=True)) if _fits(c, text)), _NEWEST_DAYS))


def _reply(asked: Asked, made: Briefing) -> Reply:
    if made.reasons:
        log.error("brief.withheld command=%s reasons=%s", asked.command.name, "; ".join(made.reasons))
    return Reply(made.document, Outcome(made.ending.value))


def _measure(archive: Archive, asked: Asked) -> str:
    """The text asked for: that of a roll call named by its record; else the record itself."""
    assert asked.about is not None
    call = archive.call(asked.about)
    return call.measure if call else asked.about


def _bloc(asked: Asked) -> str | None:
    return asked.actors[0] if asked.actors else None


def _help(asked: Asked, platform: str) -> Reply:
    if asked.explained:
        return Reply(notices.help_one(form(asked.explained, platform)), Outcome.ANSWERED)
    return Reply(notices.help_all(tuple(forms(platform))), Outcome.ANSWERED)


def _written(names: Names, kind: Kind, id_: str) -> str:
    """What to type for it on the console."""
    match kind:
        case Kind.ACTOR:
            return written(names, id_)
        case Kind.MEASURE:
            return names.measure_written(id_)
        case Kind.ISSUE:
            return id_


def _beginning(typed: str, choices: Iterable[str]) -> Sequence[Choice]:
    return tuple(Choice(choice, choice, choice) for choice in choices if choice.startswith(typed.strip().lower()))


@lru_cache(maxsize=4096)
def _day_choice(day: date) -> Choice:
    return Choice(words(notices.LANG).day(day), day.isoformat(), day.isoformat())


def _fits(choice: Choice, typed: str) -> bool:
    return choice.value.startswith(typed) or choice.label.lower().startswith(typed.lower())
