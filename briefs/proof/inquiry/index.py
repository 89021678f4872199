"""All that an archive holds, by what a sentence can name: a line is held against few records and not against all.

Made lazily and once a view: an index of ten thousand events is some hundred thousand entries, one of the imported
file's texts some thousand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefs.archive import Archive
from briefs.proof.about_events import LABEL_HEAD
from briefs.proof.case import REGISTER
from briefs.records import EventRecord, RollCall
from briefs.rollcalls import Flag
from briefs.rollcalls.imported import FILE_ID

KEY = 4
"""Letters by which curated words are looked up in a text."""
MOST_NEAR = 40
"""Records opened for one string: enough to read the words; which record they rest on is looked up apart."""

Postings = Mapping[tuple[str, object], tuple[EventRecord, ...]]


@dataclass(frozen=True, eq=False)
class Index:
    """The indexes of one view of an archive."""

    archive: Archive

    @cached_property
    def events(self) -> Postings:
        """(condition, value) → the published events in which it holds."""
        found: dict[tuple[str, object], list[EventRecord]] = {}
        for event in self.archive.published:
            for key in {*self._keys(event)}:
                found.setdefault(key, []).append(event)
        return {key: tuple(events) for key, events in found.items()}

    def _keys(self, event: EventRecord) -> Iterator[tuple[str, object]]:
        yield from (("act", event.act.value), ("date", event.date.day), ("about", event.about), ("held", event.id))
        yield from (("label", event.label), ("target", event.target), ("measure", self.archive.measure_of(event)))
        yield from (("by", actor) for actor in event.by)
        yield from (("owner", actor) for actor in event.owner)
        yield from (("quote", quote.text) for quote in event.quotes)
        yield from (("what", what) for what in (event.what, *event.what_forms.values()))
        yield from (("says", words) for saying in event.says for words in (saying.text, saying.again))
        if event.label and event.label.startswith(LABEL_HEAD):
            yield "label_tail", event.label.removeprefix(LABEL_HEAD)

    @cached_property
    def _strings(self) -> Mapping[str, tuple[tuple[str, tuple[EventRecord, ...]], ...]]:
        """First letters → curated strings that begin so, with some of the events that hold them."""
        held: dict[str, list[EventRecord]] = {}
        for event in self.archive.published:
            for words in {*_curated(event)}:
                events = held.setdefault(words, [])
                if len(events) < MOST_NEAR:
                    events.append(event)
        found: dict[str, list[tuple[str, tuple[EventRecord, ...]]]] = {}
        for words, events in held.items():
            found.setdefault(words[:KEY], []).append((words, tuple(events)))
        return {key: tuple(entries) for key, entries in found.items()}

    def near(self, text: str) -> dict[str, EventRecord]:
        """Events some of whose curated words stand in the text."""
        opened: dict[str, EventRecord] = {}
        for start in range(len(text)):
            if start and text[start - 1].isalnum():
                continue
            for size in range(1, KEY + 1):
                for words, events in self._strings.get(text[start : start + size], ()):
                    if text.startswith(words, start):
                        opened.update((event.id, event) for event in events)
        return opened

    # --- roll calls ----------------------------------------------------------------------------------------------

    def calls_on(self, day: date) -> Iterator[RollCall]:
        """The roll calls of a day."""
        rolls = self.archive.rolls
        for number in range(bisect_left(self._days, day), bisect_right(self._days, day)):
            if rolls.seen >> number & 1:
                yield rolls.call(number)

    @cached_property
    def _days(self) -> list[date]:
        return [ballot.day for ballot in self.archive.rolls.matrix.ballots]

    @cached_property
    def symbols(self) -> Strings:
        """Symbols of the imported file's texts → their ids."""
        return Strings((text.symbol, text.id) for text in self._texts)

    @cached_property
    def titles(self) -> Strings:
        """Titles of the imported file's texts → their ids; one title may be many texts."""
        return Strings((text.title, text.id) for text in self._texts)

    def part_title(self, measure: str) -> str | None:
        """The title of a text of the imported file that is a part of another; None for a whole text."""
        return self._parts.get(measure)

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        rolls = self.archive.rolls
        parts = (rolls.measure(n) for n, ballot in enumerate(rolls.matrix.ballots) if ballot.flags & Flag.PART)
        return {text.id: text.title for text in parts}

    @property
    def _texts(self) -> Iterator[_Text]:
        rolls = self.archive.rolls
        if self.archive.imported is None:
            return
        for number, record in enumerate(rolls.records):
            if record is None and rolls.seen >> number & 1:
                text = rolls.measure(number)
                yield _Text(text.id, text.symbol, text.title)

    # --- everything a claim may rest on --------------------------------------------------------------------------

    @cached_property
    def cites(self) -> frozenset[str]:
        """The records and the file as a whole; single calls of the file are looked up when named."""
        return frozenset((*(event.id for event in self.archive.published), *self.archive.rollcalls, FILE_ID))

    @cached_property
    def registers(self) -> tuple[str, ...]:
        return tuple(f"{REGISTER}{actor}" for actor in self.archive.register.actors)

    @cached_property
    def quotes(self) -> Mapping[str, tuple[str, ...]]:
        """Quotation → the records that hold it."""
        found: dict[str, list[str]] = {}
        for event in self.archive.published:
            for quote in event.quotes:
                found.setdefault(quote.text, []).append(event.id)
        return {text: tuple(ids) for text, ids in found.items()}

    def quotes_with(self, told: Sequence[str]) -> Iterator[str]:
        """Quotations that share the most words with those, at most twenty."""
        shared = Counter(words for word in {*told} for words in self._by_word.get(word, ()))
        return (words for words, _ in shared.most_common(20))

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for words in self.quotes:
            for word in {*words.casefold().split()}:
                found.setdefault(word, []).append(words)
        return {word: tuple(quotes) for word, quotes in found.items()}


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    symbol: str
    title: str


class Strings:
    """Many exact strings, each with its ids, found at a place in a text, longest first."""

    def __init__(self, entries: Iterator[tuple[str, str]]) -> None:
        self._ids: dict[str, list[str]] = {}
        for words, id_ in entries:
            self._ids.setdefault(words, []).append(id_)
        self._sizes = sorted({len(words) for words in self._ids}, reverse=True)

    def at(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        for size in self._sizes:
            for id_ in self._ids.get(text[start : start + size], ()) if start + size <= len(text) else ():
                yield start + size, id_


def _curated(event: EventRecord) -> Iterator[str]:
    """A record's own wording, as slots read it."""
    whole = (event.label, event.form, event.what, event.condition, event.to, event.partner, event.id)
    claims = (words for claim in event.asserts for words in (claim.what, claim.partner))
    figures = (figure.counted for figure in event.figures.values())
    said = (words for saying in event.says for words in (saying.text, saying.again))
    counts = (count.approx for count in (event.cosponsors, *event.figures.values()) if count and count.approx)
    found = (
        *whole,
        *event.what_forms.values(),
        *claims,
        *figures,
        *said,
        *(via.form for via in event.via),
        *(quote.text for quote in event.quotes),
    )
    yield from (words for words in found if words)
    for approx in counts:
        yield from (approx, approx[:1].upper() + approx[1:]) if approx else ()
    if event.label and event.label.startswith(LABEL_HEAD):
        yield event.label.removeprefix(LABEL_HEAD)
