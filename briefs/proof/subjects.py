"""Who did it and what it was done to, as printed: the slots of sentences about acts.

    doer            "France and Japan" · "France, on behalf of the EU," · a party with its standing
                    · a person with the office · "a group of 13 countries"                      → Doer
    sayer           the same for words, and "He" of the person named last                       → Doer
    Pronoun         "It" · "They" · "He" · "She"                                                → the word
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
    together: tuple[Doer, ...] = ()
    """Several of whom one at least is a person or a party: each as printed."""

    @property
    def people(self) -> tuple[Mention | Partisan, ...]:
        own = tuple(person for person in (self.mention, self.partisan) if person is not None)
        return own + tuple(person for one in self.together for person in one.people)

    @property
    def ids(self) -> tuple[str, ...]:
        """Who is named, whatever stands with the name."""
        persons = tuple(person.person for person in (self.mention, self.partisan) if person is not None)
        party = (self.party,) if self.party is not None else ()
        return (*self.actors, *persons, *party, *(id_ for one in self.together for id_ in one.ids))


@dataclass(frozen=True, slots=True)
class Thing:
    """An object as printed. `kind`: actor, person, words, label, text (symbol and title), draft (title alone), or what
    somebody did before (statement, step, announcement: whose, and its day)."""

    kind: str
    value: object


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain words came through, as printed: its form and who released it."""

    form: str
    by: Thing


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
                yield stop, Doer(agent.actors, agent.mention, owner=owner, together=agent.together)
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
    yield from _one_by_one(case, text, start)
    yield from _one(case, text, start)


def _one_by_one(case: Case, text: str, start: int) -> Iterator[tuple[int, Doer]]:
    """Several with a person or a party among them: "A and B", "A, B and C", "A and B, the exiled opposition, and C"."""

    def item(at: int) -> Iterator[tuple[int, Doer]]:
        lexicon = case.lexicon.opening if case.opens(at) else case.lexicon.running
        for end, actor in lexicon.at(text, at):
            yield end, Doer((actor,))
        yield from _one(case, text, at)

    seen = set()
    for read in (sequence(item, text, start), joined(item, text, start, (" and ",))):
        for end, parts in read:
            ids = tuple(id_ for part in parts for id_ in part.ids)
            plain = all(part.actors for part in parts)
            if len(parts) > 1 and not plain and len(set(ids)) == len(ids) and (end, parts) not in seen:
                seen.add((end, parts))
                yield end, Doer(together=parts)


def _one(case: Case, text: str, start: int) -> Iterator[tuple[int, Doer]]:
    """One party, or one person."""
    opens = case.opens(start)
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


def pronoun_first(_case: Case, text: str, start: int) -> Iterator[Found]:
    """The subject again, at the beginning of a sentence."""
    yield from one_of({word.capitalize(): word for word in ("it", "they", "he", "she")}, text, start)


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
    yield from _earlier(case, text, start)


EARLIER = {f"the {kind} by ": kind for kind in ("statement", "step", "announcement")}
OF_DAY = re.compile(rf" of ([1-9]|[12]\d|3[01]) ({'|'.join(MONTHS)}) ([12]\d{{3}})")


def _earlier(case: Case, text: str, start: int) -> Iterator[tuple[int, Thing]]:
    """ "the statement by Laos of 1 May 2024"."""
    for end, kind in one_of(EARLIER, text, start):
        for stop, whose in (*case.lexicon.running.at(text, end), *case.lexicon.parties.at(text, end)):
            found = OF_DAY.match(text, stop)
            if found:
                try:
                    day = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
                except ValueError:
                    continue
                yield found.end(), Thing(kind, (whose, day))


def links(case: Case, text: str, start: int) -> Iterator[Found]:
    """ "a transcript released by X, citing a recording released by Y": every link, to the last."""
    for form in sorted({via.form for event in case.events.values() for via in event.via}, key=len, reverse=True):
        words = f"{'an' if form[:1].lower() in 'aeiou' else 'a'} {form} released by "
        for end, by in thing(case, text, start + len(words)) if text.startswith(words, start) else ():
            assert isinstance(by, Thing)
            yield end, (Link(form, by),)
            citing = " citing " if text[end - 1] == "," else ", citing "
            for stop, before in links(case, text, end + len(citing)) if text.startswith(citing, end) else ():
                assert isinstance(before, tuple)
                yield stop, (Link(form, by), *before)


def condition(case: Case, text: str, start: int) -> Iterator[Found]:
    """On what condition, in the record's words."""
    for string in {event.condition for event in case.events.values() if event.condition}:
        if text.startswith(string, start):
            yield start + len(string), string


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
