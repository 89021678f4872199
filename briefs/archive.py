"""The archive: all records of one load, indexed, ordered and immutable, with views of the past by two clocks: what had
happened and been published by a day (`as_of`), and what this archive had recorded by an instant (`known_by`).

`assemble` (in `briefs/assembly`) makes it and does the cross-record checks; here is only looking up.
Order is part of the promise "same input, same bytes": every tuple is sorted by day, then by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from briefs.codebook import Act, ActorKind
from briefs.history import History
from briefs.records import Actor, Dated, EventRecord, Measure, Register, RollCall, Source
from briefs.rollcalls.held import Rolls
from briefs.rollcalls.imported import FILE_ID, Imported
from briefs.views import corrections, ordered, repointed, tellable

VIEWS = 8
"""Views of the past that are kept, of each clock: whoever asks as of a past day asks again. Where a draft is held, or a
record under embargo, every brief of today is one of them."""


@dataclass(frozen=True)
class Archive:
    """All that one set of files says. Events and roll calls are keyed by their full id (`source/short`).

    `imported` are the calls of the Library's voting file, thousands of them: they stand in `rolls` beside the records'
    own, and `call`, `measure`, `source_of` find them; `rollcalls` and `votes` are the records' alone.
    """

    register: Register
    sources: Mapping[str, Source]
    events: Mapping[str, EventRecord]
    rollcalls: Mapping[str, RollCall]
    imported: Imported | None = None
    view: Rolls | None = None
    """What this archive sees of the roll calls of the archive it is a view of."""
    entered: Mapping[str, datetime] = field(default_factory=dict)
    """Calls of the imported file that were news when it came: record id → when this archive first held it."""
    history: History | None = None
    """What was held when; None where nobody keeps it, and nothing can be told as it was known then."""
    wordings: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict)
    """Language → an operator's own translations of the wording of these records: (kind, English) → words."""
    known: datetime | None = None
    """For a view of what was known: the instant (aware) by which all of it had been recorded."""

    def as_of(self, day: date) -> Archive:
        """What had happened *and* been published by the end of `day`, whenever it was recorded here. Every brief looks
        through this view, so drafts, retracted records and records under embargo are not in it, and what is about a
        corrected record is about the record that corrects it."""

        filed = self.imported.ballots[-1].day if self.imported else day
        if self._told_by is not None and max(self._told_by, filed) <= day:
            return self  # all of it, with the indexes it has made already
        if day not in self._past_views:
            if len(self._past_views) >= VIEWS:
                self._past_views.clear()
            self._past_views[day] = self._as_of(day)
        return self._past_views[day] or self

    def _as_of(self, day: date) -> Archive | None:
        """The view; None where that is this archive itself, which must not hold itself: nobody would ever free it."""

        def known(source: str, happened: date) -> bool:
            return happened <= day and self.sources[source].published <= day

        events = {
            key: event
            for key, event in self.events.items()
            if known(event.source, event.date.first or event.date.last) and event.readable
        }
        calls = {key: call for key, call in self.rollcalls.items() if known(call.source, call.date)}
        newer = corrections(events.values(), self.sources)
        if newer:
            events = {key: repointed(event, newer) for key, event in events.items()}
        whole = events == self.events and len(calls) == len(self.rollcalls)
        if whole and (self.imported is None or day >= self.imported.ballots[-1].day):
            return None
        view = self.rolls.as_of(day, frozenset(calls))
        return replace(self, events=events, rollcalls=calls, view=view)

    def known_by(self, instant: datetime) -> Archive:
        """What this archive had recorded by `instant` (aware), each record as it stood then: what was corrected or
        retracted later comes back, and the voting file is the one imported last by then. Before the archive began it
        held nothing. Embargoes hold as of that instant."""
        if instant not in self._known_views:
            if len(self._known_views) >= VIEWS:
                self._known_views.clear()
            self._known_views[instant] = self._known_by(instant)
        return self._known_views[instant]

    def _known_by(self, instant: datetime) -> Archive:
        history = self.history or History(instant, tuple)
        held = history.at(instant)
        sources = {id_: content for id_, content in held.items() if isinstance(content, Source)}
        events = {id_: e for id_, e in held.items() if isinstance(e, EventRecord) and tellable(e, self.register)}
        calls = {id_: c for id_, c in held.items() if isinstance(c, RollCall) and c.measure in self.register.measures}
        voting = history.import_at(instant)
        imported = voting.open() if voting else None
        entered = {id_: at for id_, at in self.entered.items() if at <= instant}
        same = imported is self.imported and calls == self.rollcalls and sources == self.sources
        return replace(
            self, sources=sources, events=ordered(events), rollcalls=ordered(calls), imported=imported,
            view=self.rolls if same else None, entered=entered, known=instant,
        ).released(instant)  # fmt: skip

    @cached_property
    def _past_views(self) -> dict[date, Archive | None]:
        return {}

    @cached_property
    def _known_views(self) -> dict[datetime, Archive]:
        return {}

    @cached_property
    def _told_by(self) -> date | None:
        """The day by which everything held had happened and been published; None where not all of it is for readers, or
        a view leads on from what was corrected."""
        if not all(event.readable for event in self.events.values()) or corrections(self.events.values(), self.sources):
            return None
        days = [max(e.date.last, self.sources[e.source].published) for e in self.events.values()]
        days += [max(call.date, self.sources[call.source].published) for call in self.rollcalls.values()]
        return max(days, default=date.min)

    @cached_property
    def _embargoed(self) -> Mapping[str, EventRecord]:
        return {key: event for key, event in self.events.items() if event.embargo is not None}

    def released(self, now: datetime) -> Archive:
        """This archive with the embargoes lifted that end at or before `now` (aware). Until somebody calls it, an
        embargoed record stays unpublished; an embargo is about today's readers, so `as_of` knows nothing of it."""
        due = frozenset(key for key, e in self._embargoed.items() if e.embargo is not None and e.embargo <= now)
        if not due:
            return self
        if due not in self._released:
            lifted = {key: replace(e, embargo=None) if key in due else e for key, e in self.events.items()}
            self._released.clear()  # time goes on, and what was lifted stays so
            self._released[due] = replace(self, events=lifted, view=self.rolls)
        return self._released[due]

    @cached_property
    def _released(self) -> dict[frozenset[str], Archive]:
        return {}

    def recorded_at(self, instants: Mapping[str, datetime]) -> Archive:
        """The same archive with the third clock filled in: record id → when this archive first held it. Of the imported
        file those calls have an instant that were young then; the others are backfill and never news."""
        return replace(
            self,
            events={key: replace(event, recorded=instants.get(key)) for key, event in self.events.items()},
            rollcalls={key: replace(call, recorded=instants.get(key)) for key, call in self.rollcalls.items()},
            view=self.rolls,
            entered={key: at for key, at in instants.items() if key.startswith(f"{FILE_ID}/")},
        )

    @cached_property
    def kept(self) -> dict[str, object]:
        """What the prover makes of this view once for all briefs, by names of its own."""
        return {}

    @cached_property
    def drawn(self) -> dict[str, object]:
        """What the writer's side makes of this view once for all briefs, by names of its own."""
        return {}

    @cached_property
    def published(self) -> tuple[EventRecord, ...]:
        """Published events that no published record corrects and no embargo holds back, oldest first."""
        shown = [e for e in self.events.values() if e.readable]
        corrected = {event.corrects for event in shown if event.corrects}
        keep = (e for e in shown if e.id not in corrected)
        return tuple(sorted(keep, key=lambda event: (event.date.last, event.id)))

    @cached_property
    def standing(self) -> frozenset[str]:
        """Ids of the published events."""
        return frozenset(event.id for event in self.published)

    @cached_property
    def on_issue(self) -> Mapping[str | None, tuple[EventRecord, ...]]:
        """Issue (None: of none) → the published events on it, oldest first."""
        found: dict[str | None, list[EventRecord]] = {}
        for event in self.published:
            found.setdefault(self.issue_of(event), []).append(event)
        return {issue: tuple(events) for issue, events in found.items()}

    @cached_property
    def concerning(self) -> Mapping[str, tuple[EventRecord, ...]]:
        """Actor → the published events it did, is named in, asked for or is said to have done, oldest first."""
        found: dict[str, list[EventRecord]] = {}
        for event in self.published:
            named = (one for names in event.named.values() for one in names.of)
            said = (one for claim in event.asserts for one in claim.of)
            asked = event.asked_by.of if event.asked_by else ()
            for actor in {*event.by, *event.owner, *named, *said, *asked}:
                found.setdefault(actor, []).append(event)
        return {actor: tuple(events) for actor, events in found.items()}

    def concerning_on(self, actor: str) -> Mapping[str | None, tuple[EventRecord, ...]]:
        """Issue (None: of none) → the same for one actor; sorted when first asked for."""
        sorted_ = self._concerning_on.get(actor)
        if sorted_ is None:
            found: dict[str | None, list[EventRecord]] = {}
            for event in self.concerning.get(actor, ()):
                found.setdefault(self.issue_of(event), []).append(event)
            sorted_ = {issue: tuple(events) for issue, events in found.items()}
            self._concerning_on[actor] = sorted_
        return sorted_

    @cached_property
    def _concerning_on(self) -> dict[str, Mapping[str | None, tuple[EventRecord, ...]]]:
        return {}

    @cached_property
    def aimed_at(self) -> Mapping[tuple[str, str | None], tuple[EventRecord, ...]]:
        """Actor and issue → the published events aimed at that actor, oldest first."""
        found: dict[tuple[str, str | None], list[EventRecord]] = {}
        for event in self.published:
            if event.target:
                found.setdefault((event.target, self.issue_of(event)), []).append(event)
        return {key: tuple(events) for key, events in found.items()}

    @cached_property
    def answering(self) -> Mapping[str, tuple[EventRecord, ...]]:
        """Event → the published events about it, oldest first."""
        found: dict[str, list[EventRecord]] = {}
        for event in self.published:
            if event.about and event.about in self.events:
                found.setdefault(event.about, []).append(event)
        return {id_: tuple(events) for id_, events in found.items()}

    @cached_property
    def drafts(self) -> Mapping[str, EventRecord]:
        """Measure → the complete list of sponsors on its draft, the oldest of several."""
        lists = (e for e in reversed(self.published) if e.act is Act.COSPONSOR and e.complete and e.about)
        return {event.about: event for event in lists if event.about}

    @cached_property
    def parties(self) -> Mapping[str, frozenset[str]]:
        """State → its parties."""
        found: dict[str, set[str]] = {}
        for actor in self.register.actors.values():
            if actor.kind is ActorKind.PARTY and actor.country:
                found.setdefault(actor.country, set()).add(actor.id)
        return {state: frozenset(parties) for state, parties in found.items()}

    @cached_property
    def blocs(self) -> tuple[Actor, ...]:
        """The blocs, in the order of the register."""
        return tuple(actor for actor in self.register.actors.values() if actor.kind is ActorKind.BLOC)

    @cached_property
    def belongs(self) -> Mapping[str, tuple[tuple[str, Dated[str]], ...]]:
        """Actor → the blocs it was ever a member of, each with that membership, in the order of the register."""
        found: dict[str, list[tuple[str, Dated[str]]]] = {}
        for bloc in self.blocs:
            for membership in bloc.members:
                found.setdefault(membership.value, []).append((bloc.id, membership))
        return {actor: tuple(memberships) for actor, memberships in found.items()}

    @cached_property
    def told_again(self) -> Mapping[str, tuple[EventRecord, ...]]:
        """Event → the other published accounts of the same act that name it."""
        found: dict[str, list[EventRecord]] = {}
        for event in self.published:
            if event.same_as:
                found.setdefault(event.same_as, []).append(event)
        return {id_: tuple(events) for id_, events in found.items()}

    @cached_property
    def votes(self) -> tuple[RollCall, ...]:
        """Roll calls, oldest first; two of one day by the number in their symbol (ES-11/7 before ES-11/8)."""
        return tuple(sorted(self.rollcalls.values(), key=lambda call: (call.date, _natural(call.measure))))

    @cached_property
    def votes_on(self) -> Mapping[str | None, tuple[RollCall, ...]]:
        """Issue → the same of its measures, oldest first."""
        found: dict[str | None, list[RollCall]] = {}
        for call in self.votes:
            found.setdefault(self.register.measures[call.measure].issue, []).append(call)
        return {issue: tuple(calls) for issue, calls in found.items()}

    @cached_property
    def rollcall_of(self) -> Mapping[str, RollCall]:
        """Measure id → its roll call."""
        return {call.measure: call for call in self.votes}

    @cached_property
    def rolls(self) -> Rolls:
        """Every roll call held, of the records and of the imported file, as one matrix."""
        return self.view or Rolls(self.register, self.sources, self.votes, self.imported)

    def call(self, record: str) -> RollCall | None:
        """The roll call with that id, of the records or of the imported file; None where none is held."""
        held = self.rollcalls.get(record)
        if held or not record.startswith(FILE_ID):
            return held
        number = self.rolls.number_of(record)
        return None if number is None else self.rolls.call(number)

    def call_on(self, measure: str) -> RollCall | None:
        """The roll call on a measure."""
        return self.rollcall_of.get(measure) or self.call(measure)

    def call_id(self, id_: str) -> str:
        """The record id of a roll call for that of a text of the imported file; any other id as it is."""
        number = self.rolls.number_of(id_) if id_.startswith(FILE_ID) else None
        return id_ if number is None else self.rolls.id_of(number)

    def measure(self, id_: str) -> Measure | None:
        """A text voted on, of the register or of the imported file."""
        held = self.register.measures.get(id_)
        if held or not id_.startswith(FILE_ID):
            return held
        number = self.rolls.number_of(id_)
        return None if number is None else self.rolls.measure(number)

    def text(self, call: RollCall) -> Measure:
        """The text of a roll call that is held."""
        held = self.measure(call.measure)
        assert held is not None
        return held

    def holds(self, record: str) -> bool:
        """Whether a claim can rest on that id: an event, a roll call, or the imported file as a whole."""
        return record in self.events or record in self.rollcalls or self.rolls.source(record) is not None

    def is_vote(self, record: str) -> bool:
        """Whether that id is a voting record, or the file of them."""
        return record in self.rollcalls or record.startswith(FILE_ID)

    @cached_property
    def latest(self) -> date | None:
        """The latest publication day among the sources that the held records rest on."""
        used = {event.source for event in self.published} | {call.source for call in self.votes}
        filed = self.rolls.newest_filed if self.imported else None
        days = [self.sources[source].published for source in used] + ([filed] if filed else [])
        return max(days, default=None)

    def measure_of(self, event: EventRecord) -> str | None:
        """The measure an event is about, through other records if need be (an explanation of a co-sponsorship …)."""
        return self.measure_about(event.about)

    def measure_about(self, about: str | None) -> str | None:
        """The measure behind a reference: itself, or the one the record it names is about. None for anything else."""
        seen: set[str] = set()
        while about is not None and about not in seen:
            if self.measure(about):
                return about
            seen.add(about)
            nearer = self.events.get(about)
            about = nearer.about if nearer else None
        return None

    def issue_of(self, event: EventRecord) -> str | None:
        """The event's own issue, else that of the measure or record it is about."""
        if event.issue:
            return event.issue
        measure = self.measure_of(event)
        if measure:
            return self.register.measures[measure].issue
        about = self.events.get(event.about) if event.about else None
        return (about.issue if about else None) or self._issue_of_source.get(event.source)

    @cached_property
    def _issue_of_source(self) -> Mapping[str, str]:
        """Source → the one issue its records name. A record about something else says so with `issue`."""
        named: dict[str, set[str]] = {}
        for event in self.events.values():
            measure = self.measure_of(event)
            issue = event.issue or (self.register.measures[measure].issue if measure else None)
            if issue:
                named.setdefault(event.source, set()).add(issue)
        return {source: issues.pop() for source, issues in named.items() if len(issues) == 1}

    def source_of(self, record: str) -> Source:
        """The source behind a full record id. Raises KeyError for what is not held."""
        held = self.events.get(record) or self.rollcalls.get(record)
        found = self.sources[held.source] if held else self.rolls.source(record)
        if found is None:
            raise KeyError(record)
        return found


def _natural(slug: str) -> tuple[tuple[int, str], ...]:
    """Sort key that reads digits as numbers."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in slug.split("-"))
