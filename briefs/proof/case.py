"""One sentence on trial: what it cites, what stood before it, and what it may therefore mean.

`Focus` is the reader's memory between sentences: who "He" is, what "it" is, which year a short date belongs to. It is
moved on only by sentences that were proved (`engine`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from briefs.archive import Archive
from briefs.codebook import ActorKind
from briefs.history import Revision
from briefs.proof.lexicon import Lexicon
from briefs.proof.queries import PREFIX, Query
from briefs.proof.submission import FooterNote, Submission
from briefs.records import EventRecord, Measure, RollCall, Source
from briefs.rollcalls.imported import FILE_ID

REGISTER = "register:"
REVISION = "revision:"


@dataclass(frozen=True, slots=True)
class Under:
    """A digest's run-in: `day` (that day), `eve` (the day before the digest's), `late` (that, and not told before) or
    `undated` (the source gives no day)."""

    kind: str
    day: date | None = None


class Focus(NamedTuple):
    """What the sentences so far have established. A tuple, since one is made for every sentence."""

    year: int | None = None
    person: str | None = None
    """The one person named last; None where several were named at once."""
    introduced: frozenset[str] = frozenset()
    """Persons already named with their role."""
    actor: str | None = None
    """The last grammatical subject (slot `a`)."""
    measure: str | None = None
    table_measure: str | None = None
    """The measure that the cells of a table speak of."""
    move: str | None = None
    """The co-sponsorship spoken of last."""
    spoke: str | None = None
    """The record whose words the last sentence told, with who spoke."""
    heard: frozenset[str] = frozenset()
    """The records whose words were told last: one statement, and what else its speakers say in the same source."""
    voices: frozenset[str] = frozenset()
    """Who spoke those words."""
    counted: str | None = None
    """The record whose actors the last sentence counted and did not name."""
    issue: str | None = None
    digest_day: date | None = None
    under: Under | None = None
    """The run-in that a digest's sentences stand under."""
    section: str | None = None
    """The issue under whose title a digest's sentences stand."""
    told: frozenset[str] = frozenset()
    """Roll calls that a digest has told, each in a sentence of its own."""


@dataclass(frozen=True)
class Brief:
    """A whole submission on trial: what is the same for all its sentences."""

    submission: Submission
    archive: Archive
    lexicon: Lexicon

    @cached_property
    def counted(self) -> dict[tuple[str, str], object]:
        """Counts over all roll calls made for this brief: several readings of one sentence ask for the same."""
        return {}

    @cached_property
    def subject_actors(self) -> tuple[str, ...]:
        return tuple(word for word in self.submission.subject if word in self.archive.register.actors)

    @cached_property
    def subject_measures(self) -> frozenset[str]:
        """The measures asked for, by themselves or through an event."""
        asked = set()
        for word in self.submission.subject:
            if self.archive.measure(word):
                asked.add(word)
            elif word in self.archive.events:
                measure = self.archive.measure_of(self.archive.events[word])
                if measure:
                    asked.add(measure)
        return frozenset(asked)

    @cached_property
    def filed(self) -> tuple[Measure, ...]:
        """Texts of the imported file that the brief asks for or cites; the dictionary holds the register's alone."""
        words = {*self.submission.subject, *(c for s in self.submission.sentences for c in s.cites)}
        if not any(word.startswith(FILE_ID) for word in words):
            return ()
        found = {word for word in words if word not in self.archive.register.measures and self.archive.measure(word)}
        found |= {call.measure for word in words if (call := self.archive.call(word))}
        measures = (self.archive.measure(id_) for id_ in sorted(found) if id_ not in self.archive.register.measures)
        return tuple(measure for measure in measures if measure)

    @cached_property
    def subject_issues(self) -> tuple[str, ...]:
        return tuple(word for word in self.submission.subject if word in self.archive.register.issues)

    @cached_property
    def standing(self) -> frozenset[str]:
        """Ids of events that may be told: published and not corrected since."""
        return self.archive.standing

    def is_person(self, actor: str) -> bool:
        held = self.archive.register.actors.get(actor)
        return held is not None and held.kind is ActorKind.PERSON


class PhraseReader(Protocol):
    """Reads the phrases of acts in the signed list."""

    def read(self, case: Case, form: str, start: int) -> Iterator[tuple[int, object]]:
        """Every phrase in that form of the verb that stands at `start`: (its end, the deed)."""


@dataclass
class Case:
    """One sentence with its evidence. `mentioned` is filled once its slots are read; the rest never changes."""

    brief: Brief
    focus: Focus
    text: str
    events: Mapping[str, EventRecord] = field(default_factory=dict)
    calls: Mapping[str, RollCall] = field(default_factory=dict)
    queries: Mapping[str, Query] = field(default_factory=dict)
    registers: tuple[str, ...] = ()
    revisions: Mapping[str, Revision] = field(default_factory=dict)
    """Cite → the revision of this archive's own history that it names."""
    files: frozenset[str] = frozenset()
    """The imported voting file, where the sentence counts over it."""
    notes: tuple[FooterNote, ...] = ()
    note: FooterNote | None = None
    mentioned: frozenset[str] = frozenset()
    under: Under | None = None
    """The run-in of this very sentence, else the one before."""
    memo: dict[tuple[str, int], tuple[tuple[int, object], ...]] = field(default_factory=dict)
    phrases: PhraseReader | None = None
    """How the phrases of acts are read (`matching`)."""

    @property
    def archive(self) -> Archive:
        return self.brief.archive

    @property
    def lexicon(self) -> Lexicon:
        return self.brief.lexicon

    @property
    def cites(self) -> frozenset[str]:
        """Everything cited, each to be used in the proof."""
        return frozenset((*self.events, *self.calls, *self.queries, *self.registers, *self.revisions, *self.files))

    def symbol_at(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        """Texts whose symbol stands there: (its end, the measure)."""
        yield from self.lexicon.symbols.at(text, start)
        for measure in self.brief.filed:
            if text.startswith(measure.symbol, start):
                yield start + len(measure.symbol), measure.id

    def title_at(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        """Texts whose title stands there."""
        yield from self.lexicon.titles.at(text, start)
        for measure in self.brief.filed:
            if text.startswith(measure.title, start):
                yield start + len(measure.title), measure.id

    def opens(self, start: int) -> bool:
        """Whether a sentence begins at that place, so that "The" is written with a capital."""
        return start == 0 or self.text.endswith((". ", "។ "), 0, start)

    def sources(self, records: Iterable[str]) -> tuple[Source, ...]:
        """The sources of those records that are held, each once, in order of first mention."""
        archive = self.archive
        held = (r for r in records if archive.holds(r))
        return tuple({source.id: source for source in map(archive.source_of, held)}.values())


def cite_kind(cite: str) -> str:
    """`query`, `register`, `revision` or `record`."""
    if cite.startswith(PREFIX):
        return "query"
    if cite.startswith(REVISION):
        return "revision"
    return "register" if cite.startswith(REGISTER) else "record"
