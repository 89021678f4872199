"""The frozen values every room speaks in: sources, event records, roll calls, actors, issues, measures.

Nothing here reads, looks up or words anything: `reading` makes these values from text, `archive` puts them together,
`positions` and `digests` select from them, `wording` tells them and `proof` checks the telling.
Shapes and rules for curators: docs/records.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from briefs.codebook import Act, ActorKind, Precision, SourceClass, SponsorRole, State, Status, VoteOption


@dataclass(frozen=True, slots=True)
class Span:
    """When something happened, as exactly as the source says, both days inclusive. No `first`: "no later than"."""

    first: date | None
    last: date
    precision: Precision

    @property
    def day(self) -> date | None:
        """The one day meant, or None where the source gives no day."""
        return self.last if self.precision is Precision.DAY else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where we know something from. `licence` travels with every brief that rests on it."""

    id: str
    publisher: str
    kind: SourceClass
    lang: str
    title: str
    url: str
    published: date
    licence: str
    retrieved: date | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A whole curated unit of direct speech. It is printed whole or not at all; `n` is its occurrence in the source."""

    key: str
    text: str
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A reviewed paraphrase. `hedge` is the record's own hedge ("hope"); `again` is the curator's form for a sentence
    that has just named the act (so "the move" need not stand twice)."""

    key: str
    text: str
    hedge: str | None = None
    again: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts as the source prints them. What a source does not give is None, never zero."""

    favour: int
    against: int
    abstained: int
    voted: int | None = None
    members: int | None = None
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class NamedList:
    """Actors a source names under one option. `complete` False means "among"."""

    complete: bool
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its qualifier ("nearly", "more than") and, where it is somebody's figure, whose."""

    n: int
    approx: str | None = None
    per: str | None = None
    counted: str | None = None
    """What is counted, as words that follow the number ("people were killed"). The figure's `of`."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request reported by somebody: `of` were, according to `per`, the ones who asked."""

    of: tuple[str, ...]
    per: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """An act of `of` that only the record's own actor claims. Told with that attribution or not at all."""

    act: Act
    of: tuple[str, ...]
    about: str | None = None
    what: str | None = None
    partner: str | None = None
    """The claim's `with`."""
    target: str | None = None
    """The claim's `against_actor`."""


@dataclass(frozen=True, slots=True)
class Via:
    """One link of the chain words came through, e.g. a transcript by an organ."""

    form: str
    by: str
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact short string of the source; `n` is its occurrence where it stands there more than once."""

    text: str
    n: int | None = None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """The curated, sourced account of one act. `id` is full (`source/short`), so are references to records."""

    id: str
    source: str
    act: Act
    date: Span
    by: tuple[str, ...] = ()
    on_behalf: str | None = None
    """The record's `for`: whose act it is when somebody speaks for somebody."""
    issue: str | None = None
    about: str | None = None
    body: str | None = None
    """The record's `in`."""
    to: str | None = None
    partner: str | None = None
    """The record's `with`."""
    target: str | None = None
    """The record's `against_actor`."""
    label: str | None = None
    tally: Tally | None = None
    named: Mapping[VoteOption, NamedList] = field(default_factory=dict)
    cosponsors: Count | None = None
    complete: bool | None = None
    """For a list in `by`: whether it is the whole list. False: others did it too, and it is told as "among"."""
    role: SponsorRole | None = None
    figures: Mapping[str, Count] = field(default_factory=dict)
    status: Status = Status.DONE
    condition: str | None = None
    """Of a conditional act: on what condition, in reviewed words that follow "if"."""
    asked_by: Request | None = None
    asserts: tuple[Assertion, ...] = ()
    says: tuple[Saying, ...] = ()
    quotes: tuple[Quote, ...] = ()
    via: tuple[Via, ...] = ()
    form: str | None = None
    what: str | None = None
    what_forms: Mapping[str, str] = field(default_factory=dict)
    """Reviewed further forms of `what`: `with` beside a counterpart already named, `brief` for a headline."""
    evidence: tuple[Evidence, ...] = ()
    same_as: str | None = None
    """A record of another source about the same act: where the two differ, both are told."""
    corrects: str | None = None
    reason: str | None = None
    state: State = State.PUBLISHED
    recorded: datetime | None = None
    """When this archive first held the record (set by the tool). None: as old as the archive itself."""
    embargo: datetime | None = None
    """Aware instant before which nobody may be shown the record; `Archive.released` lifts it."""

    @property
    def readable(self) -> bool:
        """Whether readers may see it: published, and under no embargo that has not been lifted."""
        return self.state is State.PUBLISHED and self.embargo is None

    @property
    def refers_to_nothing(self) -> bool:
        """Whether no field of it may hold the short id of a record."""
        return not (self.about or self.to or self.partner or self.same_as or self.corrects or self.asserts)

    @property
    def owner(self) -> tuple[str, ...]:
        """Whose act it is: `for` where somebody speaks for somebody, else `by`."""
        return (self.on_behalf,) if self.on_behalf else self.by

    def claimed(self, claim: Assertion) -> EventRecord:
        """What a claim of this record would say as a record of its own: never told without whose claim it is."""
        return EventRecord(
            id=self.id, source=self.source, act=claim.act, date=self.date, by=claim.of, about=claim.about,
            what=claim.what, partner=claim.partner, target=claim.target,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RollCall:
    """One recorded vote, every member's row. `votes` maps a state id to its option; who is not in it was no member."""

    id: str
    source: str
    measure: str
    body: str
    date: date
    tally: Tally
    votes: Mapping[str, VoteOption]
    meeting: str | None = None
    recorded: datetime | None = None

    def members(self, option: VoteOption) -> tuple[str, ...]:
        """State ids with that option, in the order of the record."""
        return tuple(state for state, cast in self.votes.items() if cast is option)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value that held from `start` (None: always) until before `end` (None: still)."""

    value: T
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """An office, as a dated interval, or only *attested* on a day by somebody (`at`, `per`): then it prints on that day
    alone. A role neither dated nor attested for a day is not printed."""

    title: str
    of: str
    start: date | None = None
    end: date | None = None
    at: date | None = None
    per: str | None = None

    def holds(self, day: date) -> bool:
        if self.at is not None:
            return self.at == day
        if self.start is None:
            return False
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """Anybody who can act. States have ISO 3166 alpha-3 ids, everybody else a lower-case slug.

    `name` is the usual English name without article ("United States"), `article` "the" where English needs one,
    `short` a second-mention or table form ("U.S. Embassy"). `names` holds further English names and demonyms,
    `un_names` the dated names the United Nations lists the state under.
    """

    id: str
    kind: ActorKind
    name: str
    article: str = ""
    short: str | None = None
    un_names: tuple[Dated[str], ...] = ()
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    iso2: str | None = None
    m49: str | None = None
    member: tuple[Dated[str], ...] = ()
    """Blocs and the United Nations this actor belongs to are kept on the bloc; this is UN membership: value "un"."""
    members: tuple[Dated[str], ...] = ()
    """For a bloc: its members, dated."""
    unlisted: int = 0
    """For a bloc: how many further members it has that are neither members nor observers of the United Nations."""
    chair: tuple[Dated[str], ...] = ()
    part_of: str | None = None
    """For a body: the organisation it belongs to (YAML `of`), whose short name stands in "the U.N. resolution"."""
    people: str | None = None
    """What its people are called in the plural ("Ukrainians")."""
    pronoun: str | None = None
    """For a person: "he", "she" or "they", as its own sources have it; None: the name is repeated."""
    standing: str | None = None
    """For a party: its standing ("exiled opposition"); printed at every mention."""
    country: str | None = None
    roles: tuple[Role, ...] = ()
    notes: tuple[Dated[str], ...] = ()
    """Reviewed notes shown beside every vote in their time (Myanmar from 2021)."""
    source: str = ""

    def members_on(self, day: date) -> tuple[str, ...]:
        """Ids of a bloc's members on that day, in the order of the register."""
        return tuple(entry.value for entry in self.members if entry.holds(day))


@dataclass(frozen=True, slots=True)
class Issue:
    """The question at stake. `aliases` are further words people ask it by; `about` are the states it is about, whose
    names ask for it too where they cannot mean the state itself."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A text voted on. `title` is the official one; `symbol` is printed only where a roll call of it is loaded."""

    id: str
    symbol: str
    title: str
    body: str
    issue: str


@dataclass(frozen=True, slots=True)
class FormerState:
    """A name a membership was held under until it ended or went on under another name. `seat` is the state whose
    membership it is (the Soviet Union's is Russia's); None: a membership of its own that ended (Czechoslovakia)."""

    id: str
    name: str
    start: date
    end: date
    article: str = ""
    seat: str | None = None
    names: tuple[str, ...] = ()

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class OldCode:
    """A country code found in old records and the membership it meant from `start` (None: always) until `end`."""

    code: str
    seat: str
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class IssueRule:
    """Which imported texts belong to the issue of that id. Any one of the lists is enough, `unless` takes out again.

    `symbols` are exact, `series` are session numbers ("ES-11"); `titles`, `agenda` and `subjects` are words that stand
    together in that field, several such groups joined by " + ". Read by `briefs.issue_rules`.
    """

    id: str
    symbols: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as another language prints it: `article` stands before it ("l'", "les"), `form` is its gender and number
    ("ms", "fs", "mp", "fp")."""

    name: str
    article: str
    form: str


@dataclass(frozen=True, slots=True)
class Register:
    """Everything written once and used for ever, by id, in the order of the files."""

    actors: Mapping[str, Actor]
    issues: Mapping[str, Issue]
    measures: Mapping[str, Measure]
    former: Mapping[str, FormerState] = field(default_factory=dict)
    codes: tuple[OldCode, ...] = ()
    rules: Mapping[str, IssueRule] = field(default_factory=dict)
    language: str = "en"
    """The language its names and words are in; `tongues` makes the others."""
    asked_in: str = ""
    """The language an answer was asked for in, where it is told in English instead."""
    printed: Mapping[tuple[str, str], Printed] = field(default_factory=dict)
    """In another language: (id, name printed in English) → the name there; (id, "") is the usual one of today."""
