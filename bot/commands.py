"""Answering: a request → bound (`bot.binding`) → briefed (`briefs.briefing`) → a reply that may be shown.

One `Desk` serves every platform. It holds the archive and its names as one value that a reload swaps whole: a question
under way keeps the one it began with. It owns no words (`briefs.wording.notices`) and no payloads; asking never changes
anything.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice

from adapters.contract import Choice, Outcome, ParamKind, Reply, Request, View
from adapters.files.archived import ArchivedTexts
from bot import finding
from bot.actions import answered
from bot.asked import Asked, NotBoundError, Shelf, question_of
from bot.binding import bind
from bot.briefs_made import Made
from bot.catalogue import SPOT, asked_as, catalogue, command_named, form, forms
from bot.exporting import rows_of
from bot.finding import Finder
from bot.offering import written
from bot.office.preferences import NONE, Preferences
from bot.quoting import in_context
from bot.spoken import spoken_in, wished
from bot.spotting import Spotter
from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import ActorKind, Length
from briefs.days import read_day
from briefs.digests import Filter
from briefs.findable import Shelf as Place
from briefs.naming import Kind, Names
from briefs.rollcalls.finding import VotedTexts
from briefs.rows import Row
from briefs.tongues import ENGLISH
from briefs.tongues.issues import IssueNames
from briefs.wording import glossary, notices
from briefs.wording.basis import basis
from briefs.wording.catalogue import words

log = logging.getLogger("dateline.commands")

LENGTH = Length.SHORT
"""How long an answer is unless asked otherwise."""
MOST_CHOICES = 25
_FOR_ALL = frozenset({Outcome.ANSWERED, Outcome.QUIET, Outcome.NOTHING})
"""Answers that a channel may see, where its server wants that; what asks back is for the asker alone."""
_NEWEST_DAYS = 10
_WORD = 3
"""Letters of a record's words needed before it is looked for by them."""
_KINDS = {ParamKind.ACTOR: Kind.ACTOR, ParamKind.ISSUE: Kind.ISSUE, ParamKind.MEASURE: Kind.MEASURE}


@dataclass(frozen=True, slots=True)
class Held:
    """One archive with what its names mean; replaced whole, never changed."""

    archive: Archive
    shelf: Shelf
    finder: Finder
    texts: ArchivedTexts | None = None
    """The archived texts of sources, where the operator keeps any."""
    under: Mapping[str, Callable[[], Held]] = field(default_factory=dict)
    """The same with names by another policy, made when a server that prefers it first asks."""

    @classmethod
    def of(
        cls,
        archive: Archive,
        aliases: Iterable[tuple[str, str]],
        labels: Iterable[tuple[str, str, str]] = (),
        before: Held | None = None,
    ) -> Held:
        """`aliases`: rows (folded name, id) of the names in all languages; `labels`: rows (language, id, name) of what
        completion shows. Both are read when first needed. `before` was held until now: what it searches by goes on."""
        records = frozenset((*archive.events, *archive.rollcalls))
        texts = VotedTexts(archive.rolls) if archive.imported else None
        called = IssueNames(archive.register, archive.wordings)
        names = Names.of(archive.register, aliases, labels, texts=texts, issue_names=called)
        shelf = Shelf(names, records)
        return cls(archive, shelf, Finder(archive, before.finder if before else None))

    def warm(self, today: date) -> None:
        """Make the indexes that the first question would wait for, by answering one that nobody asked."""
        held = self.archive.as_of(today).concerning
        states = (actor.id for actor in self.archive.register.actors.values() if actor.kind is ActorKind.STATE)
        if most := max(states, key=lambda state: len(held.get(state, ())), default=None):
            briefing.position(self.archive, most, None, today, LENGTH)  # an answer that needs every index
        self.shelf.names.completions(Kind.MEASURE, "question of")
        self.finder.ready()


class Desk:
    """Answers every platform. `clock` gives aware UTC; `language`: of answers, unless another is asked for."""

    def __init__(self, held: Held, clock: Callable[[], datetime], language: str = ENGLISH) -> None:
        self._held = held
        self._clock = clock
        self.language = language
        self._made = Made()
        self.prefers: Mapping[tuple[str, str], Preferences] = {}
        """What servers prefer, by (platform, server); replaced whole."""

        self.prefixes: Mapping[str, str] = {}
        """What the operator put before the names of commands, by platform."""

    @property
    def held(self) -> Held:
        return self._held

    def spoken(self, platform: str, server: str) -> str:
        """The language of service words to a whole server."""
        return notices.speaking(self.prefers.get((platform, server), NONE).language or self.language, self.language)

    def typed_on(self, platform: str) -> str:
        """The platform with what commands begin with there, as `bot.catalogue.asked_as` reads it."""
        prefix = self.prefixes.get(platform)
        return f"{platform}/{prefix}" if prefix else platform

    def held_for(self, platform: str, server: str) -> Held:
        """What a server is answered from: names by the policy that it prefers, else by the operator's."""
        policy = self.prefers.get((platform, server), NONE).names
        under = self._held.under.get(policy) if policy else None
        return under() if under else self._held

    def swap(self, held: Held) -> None:
        """Answer from another archive from the next question on."""
        self._made.clear()
        self._held = held

    async def answer(self, request: Request) -> Reply:
        """The contract's `Answer`. Never raises for anything a reader can type; an exception is a bug."""
        return self.answer_now(request)

    def answer_now(self, request: Request) -> Reply:
        """The same without a loop; it takes a few milliseconds and waits for nothing."""
        held = self.held_for(request.platform, request.server)
        if request.command == SPOT:
            return self._spotted(request, held)
        try:
            asked = self._bound(request, held)
        except NotBoundError as other:
            return other.reply
        platform = self.typed_on(request.platform)
        reply = self._replied(held, self._seen(held.archive, asked), asked, platform)
        asked = replace(asked, language=asked.spoken)  # asked again, by whomever, it is told in the same language
        if request.view is View.SOURCES:
            document = basis(reply.document, asked_as(platform) + "source")
            return replace(reply, document=document, question=question_of(asked))
        reply = answered(asked, reply, asked.length or LENGTH, reply.document.language)
        return replace(reply, public=reply.outcome in _FOR_ALL and not self._preferred(request).private)

    def _spotted(self, request: Request, held: Held) -> Reply:
        """What somebody's message names. Its words are no question: none of them is an option."""
        language = wished(replace(request, line="")) or self._preferred(request).language or self.language
        platform = self.typed_on(request.platform)
        spotter = Spotter(held.shelf.names, held.archive, platform, notices.speaking(language))
        return spotter.reply(request.line)

    def _preferred(self, request: Request) -> Preferences:
        return self.prefers.get((request.platform, request.server), NONE)

    def _bound(self, request: Request, held: Held) -> Asked:
        """What is asked, in the language that was asked for, else that of the asker's platform, else the operator's."""
        language = wished(request) or self._preferred(request).language or self.language
        typed = replace(request, platform=self.typed_on(request.platform))
        asked = bind(typed, held.shelf, self.today(), language)
        return replace(asked, spoken=asked.language or language)

    def rows_now(self, request: Request) -> tuple[Reply, tuple[Row, ...]]:
        """The answer, and every record behind it as a row; none where something else is asked first, or where the
        answer is withheld."""
        held = self.held_for(request.platform, request.server)
        try:
            asked = self._bound(request, held)
        except NotBoundError as other:
            return other.reply, ()
        archive = self._seen(held.archive, asked)
        reply = self._replied(held, archive, asked, request.platform)
        if reply.outcome is Outcome.WITHHELD or asked.command.name in ("help", "glossary"):
            return reply, ()
        return reply, tuple(rows_of(archive, asked, reply.document, self.today()))

    def _replied(self, held: Held, archive: Archive, asked: Asked, platform: str) -> Reply:
        match asked.command.name:
            case "help":
                return _help(asked, platform, notices.speaking(asked.spoken))
            case "glossary":
                usage = asked_as(platform) + "glossary"
                spoken = notices.speaking(asked.spoken)
                document = glossary.tell(asked.term, spoken) if asked.term else glossary.tell_all(usage, spoken)
                return Reply(replace(document, language=spoken), Outcome.ANSWERED)
            case "source":
                made = self._brief(held, archive, asked)
                if made.ending is Ending.ANSWERED and held.texts:
                    length = asked.length or LENGTH
                    document = in_context(made.document, archive, asked.about or "", held.texts, length)
                    made = replace(made, document=document)
                return _reply(asked, made)
            case "find":
                asked = replace(asked, as_of=asked.as_of or self.today())
                length = asked.length or LENGTH
                finder = Finder(archive) if archive.known else held.finder  # what was found then is found again
                return finding.answer(finder, held.shelf.names, archive, asked, platform, length)
            case _:
                return _reply(asked, self._brief(held, archive, asked))

    def today(self) -> date:
        """The clock's day, in UTC."""
        return self._clock().date()

    def _seen(self, archive: Archive, asked: Asked) -> Archive:
        """All that readers may be told now; or had been by the instant asked for."""
        now = self._clock()
        return archive.known_by(asked.known) if asked.known and asked.known < now else archive.released(now)

    def _brief(self, held: Held, archive: Archive, asked: Asked) -> Briefing:
        """In the language asked for; where it cannot be told in that yet, in English, which says so.

        The same question about the same records on the same day has the same answer: it is told and proved once."""
        today, stands = self.today(), archive is held.archive  # else it was made for this one question
        made = self._made.get(archive, asked, today) if stands else None
        if made is None:
            made = briefing.told(archive, asked.spoken, lambda told: self._brief_of(told, asked))
            if stands:
                self._made.keep(archive, asked, today, made)
        return made

    def _brief_of(self, archive: Archive, asked: Asked) -> Briefing:
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
            case "source":
                return briefing.source(archive, asked.about or "", as_of, length)
            case "changed":
                until = archive.known or self._clock()
                return briefing.changes(archive, asked.since, until, length)
            case "timeline":
                return briefing.timeline(archive, asked.actors[0], asked.issue, as_of, length)
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
            case ParamKind.LENGTH | ParamKind.OPTION | ParamKind.LANGUAGE:
                return _beginning(typed, asked.choices)
            case ParamKind.RECORD:
                return self._records(typed)
            case ParamKind.TERM:
                spoken = notices.speaking(spoken_in(language) or ENGLISH)
                names = (glossary.name(term, spoken) for term in glossary.completions(typed, spoken))
                return tuple(Choice(name, name, name) for name in islice(names, MOST_CHOICES))
            case ParamKind.WORDS:
                return ()
            case ParamKind.COMMAND:
                return _beginning(typed, [one.name for one in catalogue()])
            case other:
                raise AssertionError(f"no command for readers has a parameter of kind {other}")

    def _names(self, kind: Kind, typed: str, language: str) -> Sequence[Choice]:
        names = self._held.shelf.names
        found = names.completions(kind, typed, MOST_CHOICES, language)
        return tuple(Choice(label, id_, _written(names, kind, id_)) for label, id_ in found)

    def _records(self, typed: str) -> Sequence[Choice]:
        """Records whose id holds what is typed, then those that fit its words, texts voted on among them."""
        key, held = typed.strip().lower(), self._held
        archive = held.archive.released(self._clock())
        held_ids = (*(event.id for event in archive.published), *(call.id for call in archive.votes))
        ids = (id_ for id_ in held_ids if key in id_.lower())
        first = tuple(Choice(id_, id_, id_) for id_ in islice(ids, MOST_CHOICES))
        if len(key) < _WORD or len(first) == MOST_CHOICES:
            return first
        found = held.finder.find(typed, MOST_CHOICES, (Place.RECORD, Place.TEXT))
        names, shown = held.shelf.names, {event.id for event in archive.published}
        more = (
            Choice(one.id, one.id, one.id)
            if one.shelf is Place.RECORD
            else Choice(names.measure_label(one.id), one.id, names.measure_written(one.id))
            for one in found
            if one.shelf is not Place.RECORD or one.id in shown
        )
        return tuple({choice.value: choice for choice in (*first, *more)}.values())[:MOST_CHOICES]

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


def _help(asked: Asked, platform: str, spoken: str) -> Reply:
    if asked.explained:
        document = notices.help_one(form(asked.explained, platform, spoken), spoken)
    else:
        document = notices.help_all(tuple(forms(platform, spoken)), spoken)
    return Reply(replace(document, language=spoken), Outcome.ANSWERED)


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
