"""The prover's own dictionary: printed names → register ids. Made once a register, never shared with the writer.

Only usual names stand here ("Cambodia", "the United States"), as briefs print them: what people type is `naming`'s
matter. A party with a standing has no plain name at all, so that no sentence can name it without its standing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

from briefs.codebook import ActorKind
from briefs.proof.then import Then, names_then
from briefs.proof.tongues.grammar import PREPOSITIONS, Prepositions, running
from briefs.proof.tongues.speech import SPEECH, Speech
from briefs.records import Actor, Register, Role

T = TypeVar("T")
VOWELS = frozenset("aeiouy")
KEY = 2
"""Letters by which short entries are bucketed; the shortest names ("EU", "G7") have two."""
LONG_KEY = 7
"""Letters by which entries of as many or more are: with fewer, all that begin with "the" would stand together."""


class Lookup(Generic[T]):
    """Exact strings → values, found at a place in a text, longest first."""

    def __init__(self) -> None:
        self._long: dict[str, list[tuple[str, T]]] = {}
        self._short: dict[str, list[tuple[str, T]]] = {}

    def add(self, text: str, value: T) -> None:
        if text:
            long = len(text) >= LONG_KEY
            bucket = self._long.setdefault(text[:LONG_KEY], []) if long else self._short.setdefault(text[:KEY], [])
            if (text, value) not in bucket:
                bucket.append((text, value))

    def at(self, text: str, start: int) -> list[tuple[int, T]]:
        """Every entry that stands at `start`: (its end, its value)."""
        held = (*self._long.get(text[start : start + LONG_KEY], ()), *self._short.get(text[start : start + KEY], ()))
        found = [(start + len(key), value) for key, value in held if text.startswith(key, start)]
        return sorted(found, key=itemgetter(0), reverse=True) if len(found) > 1 else found


class Closing(Generic[T]):
    """Strings that may end in a comma, which falls away where the clause ends ("the exiled opposition")."""

    def __init__(self) -> None:
        self._full: Lookup[T] = Lookup()
        self._cut: Lookup[T] = Lookup()
        self._begins: set[str] = set()

    def add(self, text: str, value: T) -> None:
        self._full.add(text, value)
        self._begins.add(text[:KEY])
        if text.endswith(","):
            self._cut.add(text[:-1], value)

    def at(self, text: str, start: int, closing: tuple[str, ...] = ()) -> list[tuple[int, T]]:
        """Every entry that stands at `start`: whole, or before one of `closing` without its comma and not with it."""
        found: list[tuple[int, T]] = []
        if text[start : start + KEY] not in self._begins:  # nearly everywhere
            return found
        marks = tuple(mark for mark in closing if mark.strip())
        for end, value in self._full.at(text, start):
            if not (marks and text[end - 1] == "," and text.startswith(marks, end)):
                found.append((end, value))
        if closing:
            found += [(end, value) for end, value in self._cut.at(text, start) if text.startswith(closing, end)]
        return found


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as printed: with a role and whose it is, or bare."""

    person: str
    role: str | None = None
    of: str | None = None
    says_whose: bool = False
    """Whether the text itself says whose office it is."""


@dataclass(frozen=True, slots=True)
class Partisan:
    """A person printed with a party and its standing."""

    person: str
    party: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All printed forms of one register. `opening` holds the forms that begin a sentence ("The United States")."""

    running: Lookup[str]
    opening: Lookup[str]
    bare: Lookup[str]
    short: Lookup[str]
    parties: Closing[str]
    parties_opening: Closing[str]
    peoples: Lookup[str]
    symbols: Lookup[str]
    titles: Lookup[str]
    issues: Lookup[str]
    named: Lookup[str]
    persons: Mapping[str, Closing[Mention]]
    persons_opening: Mapping[str, Closing[Mention]]
    partisans: Closing[Partisan]
    then: Lookup[Then]
    then_running: Lookup[Then]
    lang: str
    of: Lookup[str]
    """In languages where "of" runs together with the article: "du Cambodge"."""
    at: Lookup[str]
    """The same for "at": "à l'Assemblée générale"."""
    to: Lookup[str]
    """And for "to": "al Reino Unido"."""
    of_named: Lookup[str]
    """Persons and parties after "of"."""
    issues_opening: Lookup[str] = field(default_factory=Lookup)


class _Same:
    """A register as a cache key: by identity, since its mappings have no hash."""

    __slots__ = ("register",)

    def __init__(self, register: Register) -> None:
        self.register = register

    def __hash__(self) -> int:
        return id(self.register)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.register is self.register


def lexicon_of(register: Register) -> Lexicon:
    """The dictionary of a register, from the cache where it was made before."""
    return _lexicon(_Same(register))


@lru_cache(maxsize=8)
def _lexicon(same: _Same) -> Lexicon:
    register = same.register
    speech = SPEECH[register.language]
    made = Lexicon(Lookup(), Lookup(), Lookup(), Lookup(), Closing(), Closing(), Lookup(), Lookup(), Lookup(), Lookup(),
                   Lookup(), {form: Closing() for form in PERSON_FORMS}, {form: Closing() for form in PERSON_FORMS},
                   Closing(), Lookup(), Lookup(), register.language, Lookup(), Lookup(), Lookup(),
                   Lookup())  # fmt: skip
    for actor in register.actors.values():
        made.named.add(f"{actor.name}, {actor.standing}" if actor.standing else actor.name, actor.id)
        if actor.kind is ActorKind.PERSON:
            _enter_person(made, register, actor, speech)
        elif actor.standing is not None:
            _enter_party(made, actor, speech)
        else:
            _enter_actor(made, actor)
        if made.lang in PREPOSITIONS:
            _enter_prepositions(made, actor, PREPOSITIONS[made.lang])
    for measure in register.measures.values():
        made.symbols.add(measure.symbol, measure.id)
        made.titles.add(measure.title, measure.id)
    for issue in register.issues.values():
        made.issues.add(issue.title, issue.id)
        made.issues_opening.add(capital(issue.title), issue.id)
    for lookup, names in zip((made.then, made.then_running), names_then(register), strict=True):
        for name, bearers in names.items():
            lookup.add(name, bearers)
    return made


def with_article(actor: Actor) -> str:
    """The name as it runs in a sentence."""
    return running(actor.article, actor.name)


def capital(text: str) -> str:
    """The same words at the start of a sentence."""
    return text[:1].upper() + text[1:]


def _enter_actor(made: Lexicon, actor: Actor) -> None:
    text = with_article(actor)
    made.running.add(text, actor.id)
    made.opening.add(capital(text), actor.id)
    made.bare.add(actor.name, actor.id)
    if actor.short:
        made.short.add(actor.short, actor.id)
    if actor.people:
        made.peoples.add(actor.people, actor.id)


def _enter_prepositions(made: Lexicon, actor: Actor, words: Prepositions) -> None:
    """After "of" and "at". A party is never named without its standing."""
    of = words.of(actor.article, actor.name)
    made.of_named.add(f"{of}, {actor.standing}" if actor.standing else of, actor.id)
    if actor.kind is not ActorKind.PERSON and actor.standing is None:
        made.of.add(of, actor.id)
        made.at.add(words.at(actor.article, actor.name), actor.id)
        made.to.add(words.to(actor.article, actor.name), actor.id)


def _enter_party(made: Lexicon, actor: Actor, speech: Speech) -> None:
    text = speech.party.format(party=with_article(actor), standing=actor.standing)
    made.parties.add(text, actor.id)
    made.parties_opening.add(capital(text), actor.id)


PERSON_FORMS = ("person", "person_of", "person_poss", "person_after", "person_title")


def _enter_person(made: Lexicon, register: Register, person: Actor, speech: Speech) -> None:
    _enter_mention(made, "person", person.name, Mention(person.id))
    for role in person.roles:
        whose = register.actors[role.of]
        words = _words_of(made.lang, speech, person, role, whose)
        if whose.standing is not None:
            made.partisans.add(speech.partisan.format(**words), Partisan(person.id, role.of))
            continue
        plain = Mention(person.id, role.title, role.of)
        said = Mention(person.id, role.title, role.of, says_whose=True)
        _enter_mention(made, "person", speech.role.format(**words), plain)
        _enter_mention(made, "person_after", speech.after.format(**words), plain)
        _enter_mention(made, "person_title", speech.titled.format(**words), said)
        _enter_mention(made, "person_of", speech.of.format(**words), said)
        for pattern in speech.poss:
            _enter_mention(made, "person_poss", capital(pattern.format(**words)), said)


def _enter_mention(made: Lexicon, form: str, text: str, mention: Mention) -> None:
    made.persons[form].add(text, mention)
    made.persons_opening[form].add(capital(text), mention)


def _words_of(lang: str, speech: Speech, person: Actor, role: Role, whose: Actor) -> dict[str, str]:
    """What stands in the patterns for a person in an office."""
    of = PREPOSITIONS[lang].of if lang in PREPOSITIONS else None
    name = with_article(whose)
    return {
        "role": role.title,
        "name": person.name,
        "the": _office(speech, person, role.title),
        "whose": name,
        "of": of(whose.article, whose.name) if of else "",
        "party": name,
        "standing": whose.standing or "",
    }


def _office(speech: Speech, person: Actor, title: str) -> str:
    man, woman, elided = speech.offices
    if elided and unicodedata.normalize("NFD", title)[:1].lower() in VOWELS:
        return elided
    return woman if person.pronoun == "she" else man
