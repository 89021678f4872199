"""Who did it and what it was done to, as printed: the slots of sentences about acts.

By the words of each language (`tongues/speech`):

    doer            "France and Japan" · "France, on behalf of the EU," · a party with its standing
                    · a person with the office · "a group of 13 countries"                      → Doer
    sayer           the same for words, and "He" of the person named last                       → Doer
    Pronoun         "It" · "They" · "He" · "She"                                                → the word
    Personal        "He" · "She" · "They", or the name again        → the pronoun of English, or the person's id
    pronoun         "it" · "they" · "he" · "she", or the name again    → the word; elsewhere gender and number
    thing           an actor, a person, a party, a text by symbol and title, the record's words → Thing
    thing_of thing_to    the same after "of" and "to" where these run together with articles ("du", "aux")
    thing_obj       the same where actors and persons take "to" as an object, and words do not (Spanish)
    thing_set sayer_set  parted by a blank from the word before them where they begin with another script (Khmer)
    that_saying that_actors that_what    after "that", where it is elided ("qu'")
    target          an actor, "Hun Sen" or "X, the exiled opposition", above a column           → its id
    when            "on 3 March 2022" · "in the week of …" · "in March 2022" · "no later than …" → When
    medium          "a report" · "an audio message"; medium_by: and that it was released by      → the form
    authority       whose figure: "Filippo Grandi, the …" · an actor · a publisher              → Doer, publisher
    deed deed_inf deed_had deed_ing   a phrase of the list: "signed …", "sign …", "signing …"   → Deed
    bare_list       "A, B, C": nobody twice                                                     → ids
    counted         what a figure counts, in the record's words

`slots` has the other types; `about_deeds` holds what these mean against the records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol, TypeAlias

from briefs.codebook import Precision
from briefs.proof.case import Case
from briefs.proof.lexicon import Mention, Partisan, capital
from briefs.proof.reading import Found, joined, one_of, past, sequence
from briefs.proof.tongues.grammar import PREPOSITIONS, Preposition
from briefs.proof.tongues.speech import SPEECH, Speech
from briefs.records import EventRecord

Reader: TypeAlias = Callable[[Case, str, int], Iterable[Found]]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


def _speech(case: Case) -> Speech:
    return SPEECH[case.lexicon.lang]


def after(which: str, read: Reader) -> Reader:
    """A reader of what stands behind a preposition of the language, which runs together with articles."""

    def prefixed(case: Case, text: str, start: int) -> Iterator[Found]:
        word: Preposition = getattr(PREPOSITIONS[case.lexicon.lang], which)
        for rest, shorter in word.without(text, start):
            for end, value in read(case, rest, start):
                yield end + shorter, value

    return prefixed


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
    speech = _speech(case)
    owners = after("of", _owners) if speech.of_behalf else _owners
    for end, agent in _alone(case, text, start):
        yield end, agent
        if text.startswith(speech.behalf, end) and agent.countries is None and agent.party is None:
            for stop, owner in owners(case, text, end + len(speech.behalf)):
                yield stop, Doer(agent.actors, agent.mention, owner=str(owner), together=agent.together)
    words = capital(speech.group) if case.opens(start) else speech.group
    found = _group(words).match(text, start) if words else None
    if found:
        yield found.end(), Doer(countries=int(found[1]))


@cache
def _group(words: str) -> re.Pattern[str]:
    """ "a group of {} countries" with its number."""
    return re.compile(re.escape(words).replace(re.escape("{}"), r"([1-9]\d{0,2})"))


def _owners(case: Case, text: str, start: int) -> Iterator[tuple[int, str]]:
    for end, owner in case.lexicon.running.at(text, start):
        if text.startswith(",", end):
            yield end + 1, owner
    yield from case.lexicon.parties.at(text, start)


def _alone(case: Case, text: str, start: int) -> Iterator[tuple[int, Doer]]:
    """Actors by name, a party, or one person with the office."""
    first, running = _each(case, text, start), case.lexicon.running
    if not first:
        return  # nobody, as nearly everywhere
    actors = [(end, actor) for end, one in first for actor in one.actors]
    names = sequence(lambda at: actors if at == start else running.at(text, at), text, start, last=_speech(case).and_)
    for end, ids in names:
        if len(set(ids)) == len(ids):
            yield end, Doer(ids)
    yield from _one_by_one(case, text, start, first)
    yield from ((end, alone) for end, alone in first if not alone.actors)


def _each(case: Case, text: str, at: int) -> list[tuple[int, Doer]]:
    """One actor, party or person."""
    actors = case.lexicon.opening if case.opens(at) else case.lexicon.running
    return [*((end, Doer((actor,))) for end, actor in actors.at(text, at)), *_one(case, text, at)]


def _one_by_one(case: Case, text: str, start: int, first: list[tuple[int, Doer]]) -> Iterator[tuple[int, Doer]]:
    """Several with a person or a party among them: "A and B", "A, B and C", "A and B, the exiled opposition, and C"."""

    def item(at: int) -> Iterable[tuple[int, Doer]]:
        return first if at == start else _each(case, text, at)

    and_ = _speech(case).and_
    if not any(text.startswith(", ", end) or past(and_, text, end) for end, _ in first):
        return  # one alone, as nearly always
    seen = set()
    for read in (sequence(item, text, start, last=and_), joined(item, text, start, (and_,))):
        for end, parts in read:
            ids = tuple(id_ for part in parts for id_ in part.ids)
            plain = all(part.actors for part in parts)
            if len(parts) > 1 and not plain and len(set(ids)) == len(ids) and (end, parts) not in seen:
                seen.add((end, parts))
                yield end, Doer(together=parts)


def _one(case: Case, text: str, start: int) -> Iterator[tuple[int, Doer]]:
    """One party, or one person."""
    closing = _speech(case).closing
    parties = case.lexicon.parties_opening if case.opens(start) else case.lexicon.parties
    for end, party in parties.at(text, start, closing):
        yield end, Doer(party=party)
    for end, partisan in case.lexicon.partisans.at(text, start, closing):
        yield end, Doer(partisan=partisan)
    for end, mention in persons(case, text, start):
        yield end, Doer(mention=mention)


def persons(case: Case, text: str, start: int) -> Iterator[tuple[int, Mention]]:
    """ "Prime Minister Hun Sen of Cambodia", "Filippo Grandi, the …," with its comma unless the clause ends there."""
    forms = case.lexicon.persons_opening if case.opens(start) else case.lexicon.persons
    for form in ("person_of", "person", "person_title"):
        yield from forms[form].at(text, start, _speech(case).closing)


def sayer(case: Case, text: str, start: int) -> Iterator[Found]:
    """Subjects of words: whoever spoke."""
    yield from _alone(case, text, start)
    for word, said in _speech(case).personal.items() if case.opens(start) else ():
        if text.startswith(f"{word} ", start):
            yield start + len(word), Doer(pronoun=said)


def pronoun(case: Case, text: str, start: int) -> Iterator[Found]:
    """The subject again."""
    yield from one_of(_speech(case).pronouns, text, start)
    yield from _named(case, text, start)


def personal(case: Case, text: str, start: int) -> Iterator[Found]:
    """The person named last again, at the beginning of a sentence."""
    yield from one_of(_speech(case).personal, text, start)
    yield from _named(case, text, start)


def _named(case: Case, text: str, start: int) -> Iterator[Found]:
    """A person by name alone."""
    for end, mention in case.lexicon.persons["person"].at(text, start):
        if mention.role is None:
            yield end, mention.person


def pronoun_first(case: Case, text: str, start: int) -> Iterator[Found]:
    """The subject again, at the beginning of a sentence."""
    yield from one_of({capital(word): said for word, said in _speech(case).pronouns.items()}, text, start)


def thing(case: Case, text: str, start: int) -> Iterator[Found]:
    """Objects of acts."""
    for end, actor in case.lexicon.running.at(text, start):
        yield end, Thing("actor", actor)
    for end, party in case.lexicon.parties.at(text, start, _speech(case).closing):
        yield end, Thing("actor", party)
    for end, mention in persons(case, text, start):
        yield end, Thing("person", mention)
    for kind, strings in _curated(case):
        for string in strings:
            if text.startswith(string, start):
                yield start + len(string), Thing(kind, string)
    yield from _texts(case, text, start)
    yield from _earlier(case, text, start)


def set_off(read: Reader) -> Reader:
    """A reader of what stands together with the word before it, or apart where it begins with another script."""

    def joined_or_apart(case: Case, text: str, start: int) -> Iterator[Found]:
        apart = text.startswith(" ", start)
        if text[start + apart : start + apart + 1].isascii() is apart:
            yield from read(case, text, start + apart)

    return joined_or_apart


def target(case: Case, text: str, start: int) -> Iterator[Found]:
    """Against whom measures were taken, above a column: a party with its standing, a person by name."""
    yield from case.lexicon.running.at(text, start)
    for end, party in case.lexicon.parties.at(text, start, ("",)):
        if text[end - 1] != ",":
            yield end, party
    yield from _named(case, text, start)


def thing_obj(case: Case, text: str, start: int) -> Iterator[Found]:
    """Objects of acts, in a language that says "a Rusia" and "un acuerdo"."""
    for end, told in after("to", thing)(case, text, start):
        if isinstance(told, Thing) and told.kind in ("actor", "person"):
            yield end, told
    for end, told in thing(case, text, start):
        if isinstance(told, Thing) and told.kind not in ("actor", "person"):
            yield end, told


def _earlier(case: Case, text: str, start: int) -> Iterator[tuple[int, Thing]]:
    """ "the statement by Laos of 1 May 2024"."""
    speech = _speech(case)
    whose = after("of", _whose) if speech.of_earlier else _whose
    for end, kind in one_of(speech.earlier, text, start):
        for stop, actor in whose(case, text, end):
            if text.startswith(speech.dated, stop):
                for last, day in speech.day(text, stop + len(speech.dated)):
                    yield last, Thing(kind, (actor, day))


def _whose(case: Case, text: str, start: int) -> Iterator[Found]:
    yield from case.lexicon.running.at(text, start)
    yield from case.lexicon.parties.at(text, start)


def links(case: Case, text: str, start: int) -> Iterator[Found]:
    """ "a transcript released by X, citing a recording released by Y": every link, to the last. What the second of
    them cites has a sentence of its own, and in some languages what the first cites too."""
    yield from _links(case, text, start, first=True)


def _links(case: Case, text: str, start: int, *, first: bool) -> Iterator[Found]:
    speech = _speech(case)
    for form in sorted({via.form for event in case.events.values() for via in event.via}, key=len, reverse=True):
        whole = f"{speech.article(form)}{form}"
        said = next((words for head, words in speech.released.items() if whole.startswith(head)), None)
        words = f"{whole}{said}"
        if said is None or not text.startswith(words, start):
            continue
        for end, by in (set_off(thing) if speech.parted else thing)(case, text, start + len(words)):
            assert isinstance(by, Thing)
            yield end, (Link(form, by),)
            citing = f" {speech.citing}" if text[end - 1] == "," else f", {speech.citing}"
            if not (first and speech.citing):
                citing = f"{speech.closing[0]} {speech.cited(form)}"
            found = _links(case, text, end + len(citing), first=False) if text.startswith(citing, end) else ()
            for stop, before in found:
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
    """ "A/RES/ES-11/1 (Aggression against Ukraine)", "the draft resolution (Pilots)", and "the text" for the one text
    that the half of the sentence before a semicolon has named."""
    yield from _titled(case, text, start)
    again = _speech(case).again
    half = text.rfind("; ", 0, start)
    if again and half > -1 and text.startswith(again, start):
        begin = text.rfind("; ", 0, half) + 1
        named = {told for at in range(begin, half) for _, told in _titled(case, text, at)}
        if len(named) == 1:
            yield start + len(again), named.pop()


def _titled(case: Case, text: str, start: int) -> Iterator[tuple[int, Thing]]:
    speech = _speech(case)
    (between, close), (head, end_) = speech.text, speech.draft
    for end, measure in case.symbol_at(text, start):
        if between and text.startswith(between, end):
            for stop, titled in case.title_at(text, end + len(between)):
                if titled == measure and text.startswith(close, stop):
                    yield stop + len(close), Thing("text", measure)
    if head and text.startswith(head, start):
        for stop, titled in case.title_at(text, start + len(head)):
            if text.startswith(end_, stop):
                yield stop + len(end_), Thing("draft", titled)


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
        words = f"{_speech(case).article(event.form or '')}{event.form}"
        if event.form and text.startswith(words, start):
            yield start + len(words), event.form


def medium_by(case: Case, text: str, start: int) -> Iterator[Found]:
    """The same with what says that somebody released it ("una carta difundida por")."""
    for end, form in medium(case, text, start):
        for head, released in _speech(case).released.items():
            if text.startswith(head, start) and text.startswith(released, end):
                yield end + len(released.rstrip()), form


def authority(case: Case, text: str, start: int) -> Iterator[Found]:
    """Whose figure it is."""
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
