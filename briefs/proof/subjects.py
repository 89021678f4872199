"""Who did it and what it was done to, as printed: the slots of sentences about acts.

    doer            "France and Japan" · "France, on behalf of the EU," · a party with its standing
                    · a person with the office · "a group of 13 countries"                      → Doer
    sayer           the same for words, and "He" of the person named last                       → Doer
    pronoun         "it" · "they" · "he" · "she", or the name again                             → the word
    thing           an actor, a person, a party, a text by symbol and title, the record's words → Thing
    when            "on 3 March 2022" · "in the week of …" · "in March 2022" · "no later than …" → When
    medium          "a report" · "an audio message"                                             → the form
    authority       whose figure: "Filippo Grandi, the …" · an actor · a publisher              → Doer, publisher
    deed deed_inf deed_had deed_ing   a phrase of the list: "signed …", "sign …", "signing …"   → Deed
    bare_list       "A, B, C": nobody twice                                                     → ids
    counted         what a figure counts, in the record's words

`slots` has the other types; `about_deeds` holds what these mean against the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from briefs.codebook import Precision
from briefs.proof.case import Case
from briefs.proof.lexicon import Mention, Partisan
from briefs.proof.reading import Found, joined, one_of, sequence
from briefs.records import EventRecord

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
CLOSING = (".", ",", ";")
"""What may stand after a party's standing instead of a comma of its own: the end of a clause, or the clause's comma."""
PRONOUNS = ("He", "She", "They")


@dataclass(frozen=True, slots=True)
class Doer:
    """A grammatical subject as printed. Just one of the first five is given; `owner` is whom it is "on behalf of"."""

    actors: tuple[str, ...] = ()
    mention: Mention | None = None
    partisan: Partisan | None = None
    party: str | None = None
    countries: int | None = None
    pronoun: str | None = None
    owner: str | None = None

    @property
    def people(self) -> tuple[Mention | Partisan, ...]:
        return tuple(person for person in (self.mention, self.partisan) if person is not None)


@dataclass(frozen=True, slots=True)
class Thing:
    """An object as printed. `kind`: actor, person, words, label, text (symbol and title) or draft (title alone)."""

    kind: str
    value: object


class Deed(Protocol):
    """What was done, as read by `matching`: a phrase of the list, held against one record."""

    def holds(self, case: Case, event: EventRecord) -> bool:
        """Whether the record says so."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as exactly as it is printed; `day` is the Monday of a week and the last day of a month or year."""

    precision: Precision
    day: date


def doer(case: Case, text: str, start: int) -> Iterator[Found]:
    """Subjects of acts."""
    for end, agent in _alone(case, text, start):
        yield end, agent
        behalf = ", on behalf of "
        if text.startswith(behalf, end) and agent.countries is None and agent.party is None:
            for stop, owner in _owners(case, text, end + len(behalf)):
                yield stop, Doer(agent.actors, agent.mention, owner=owner)
    found = re.compile(rf"{'A' if case.opens(start) else 'a'} group of ([1-9]\d{{0,2}}) countries").match(text, start)
    if found:
        yield found.end(), Doer(countries=int(found[1]))


def _owners(case: Case, text: str, start: int) -> Iterator[tuple[int, str]]:
    for end, owner in case.lexicon.running.at(text, start):
        if text.startswith(",", end):
            yield end + 1, owner
    yield from case.lexicon.parties.at(text, start)


def _alone(case: Case, text: str, start: int) -> Iterator[tuple[int, Doer]]:
    """Actors by name, a party, or one person with the office."""
    opens = case.opens(start)
    first = case.lexicon.opening if opens else case.lexicon.running
    for end, ids in sequence(lambda at: (first if at == start else case.lexicon.running).at(text, at), text, start):
        if len(set(ids)) == len(ids):
            yield end, Doer(ids)
    for end, party in (case.lexicon.parties_opening if opens else case.lexicon.parties).at(text, start):
        yield end, Doer(party=party)
    for end, party in case.lexicon.parties_closing.at(text, start):
        if text[end : end + 1] in CLOSING:
            yield end, Doer(party=party)
    for end, partisan in case.lexicon.partisans.at(text, start):
        yield end, Doer(partisan=partisan)
    for end, partisan in case.lexicon.partisans_closing.at(text, start):
        if text[end : end + 1] in CLOSING:
            yield end, Doer(partisan=partisan)
    for end, mention in persons(case, text, start):
        yield end, Doer(mention=mention)


def persons(case: Case, text: str, start: int) -> Iterator[tuple[int, Mention]]:
    """ "Prime Minister Hun Sen of Cambodia", "Filippo Grandi, the …," with its comma unless the clause ends there."""
    for form in ("person_of", "person"):
        yield from case.lexicon.persons[form].at(text, start)
    for end, mention in case.lexicon.persons["person_title"].at(text, start):
        if text[end : end + 1] == ",":
            yield end + 1, mention
        if text[end : end + 1] in CLOSING:
            yield end, mention


def sayer(case: Case, text: str, start: int) -> Iterator[Found]:
    """Subjects of words: whoever spoke."""
    yield from _alone(case, text, start)
    for word in PRONOUNS if case.opens(start) else ():
        if text.startswith(f"{word} ", start):
            yield start + len(word), Doer(pronoun=word.lower())


def pronoun(case: Case, text: str, start: int) -> Iterator[Found]:
    """The subject again."""
    yield from one_of({word: word for word in ("it", "they", "he", "she")}, text, start)
    for end, mention in case.lexicon.persons["person"].at(text, start):
        if mention.role is None:
            yield end, mention.person


def thing(case: Case, text: str, start: int) -> Iterator[Found]:
    """Objects of acts."""
    for end, actor in case.lexicon.running.at(text, start):
        yield end, Thing("actor", actor)
    for end, party in case.lexicon.parties.at(text, start):
        yield end, Thing("actor", party)
    for end, party in case.lexicon.parties_closing.at(text, start):
        if text[end : end + 1] in CLOSING:
            yield end, Thing("actor", party)
    for end, mention in persons(case, text, start):
        yield end, Thing("person", mention)
    for kind, strings in _curated(case):
        for string in strings:
            if text.startswith(string, start):
                yield start + len(string), Thing(kind, string)
    yield from _texts(case, text, start)


def _curated(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    events = tuple(case.events.values())
    given = [(e.what, e.to, e.partner, *e.what_forms.values()) for e in events]
    given += [(c.what, c.partner) for e in events for c in e.asserts]
    yield "words", tuple(sorted({words for group in given for words in group if words}, key=len, reverse=True))
    yield "label", tuple({e.label for e in events if e.label})


def _texts(case: Case, text: str, start: int) -> Iterator[tuple[int, Thing]]:
    """ "A/RES/ES-11/1 (Aggression against Ukraine)" and "the draft resolution (Pilots)"."""
    for end, measure in case.symbol_at(text, start):
        if text.startswith(" (", end):
            for stop, titled in case.title_at(text, end + 2):
                if titled == measure and text.startswith(")", stop):
                    yield stop + 1, Thing("text", measure)
    head = "the draft resolution ("
    if text.startswith(head, start):
        for stop, titled in case.title_at(text, start + len(head)):
            if text.startswith(")", stop):
                yield stop + 1, Thing("draft", titled)


WHEN = re.compile(
    rf"(on|in the week of|no later than) ([1-9]|[12]\d|3[01]) ({'|'.join(MONTHS)})(?: ([12]\d{{3}}))?"
    rf"|in (?:({'|'.join(MONTHS)}) )?([12]\d{{3}})(?!\d)"
)
PRECISIONS = {"on": Precision.DAY, "in the week of": Precision.WEEK, "no later than": Precision.NO_LATER_THAN}


def when(case: Case, text: str, start: int) -> Iterator[Found]:
    """Dates with their precision."""
    found = WHEN.match(text, start)
    if found is None:
        return
    if found[6]:
        month = MONTHS.index(found[5]) + 1 if found[5] else 12
        last = date(int(found[6]) + month // 12, month % 12 + 1, 1)
        yield found.end(), When(Precision.MONTH if found[5] else Precision.YEAR, date.fromordinal(last.toordinal() - 1))
        return
    month, number = MONTHS.index(found[3]) + 1, int(found[2])
    for year, end in ((found[4], found.end()), (case.focus.year, found.end(3))):
        if year is not None:
            try:
                yield end, When(PRECISIONS[found[1]], date(int(year), month, number))
            except ValueError:
                continue


def medium(case: Case, text: str, start: int) -> Iterator[Found]:
    """A form with its article."""
    for event in case.events.values():
        words = f"{'an' if (event.form or '')[:1].lower() in 'aeiou' else 'a'} {event.form}"
        if event.form and text.startswith(words, start):
            yield start + len(words), event.form


def authority(case: Case, text: str, start: int) -> Iterator[Found]:
    """Whose figure it is."""
    for end, mention in case.lexicon.persons["person_title"].at(text, start):
        yield end, Doer(mention=mention)
    yield from _alone(case, text, start)
    for publisher in {case.archive.sources[e.source].publisher for e in case.events.values()}:
        if text.startswith(publisher, start):
            yield start + len(publisher), publisher


def counted(case: Case, text: str, start: int) -> Iterator[Found]:
    """What is counted."""
    for string in {c.counted for e in case.events.values() for c in e.figures.values() if c.counted}:
        if text.startswith(string, start):
            yield start + len(string), string


def bare_list(case: Case, text: str, start: int) -> Iterator[Found]:
    """Names without articles, without "and"."""
    for end, ids in joined(lambda at: case.lexicon.bare.at(text, at), text, start, (", ",)):
        if len(set(ids)) == len(ids):
            yield end, ids
