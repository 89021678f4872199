"""The prover's own dictionary: printed English → register ids. Made once a register, never shared with the writer.

Only usual names stand here ("Cambodia", "the United States"), as briefs print them: what people type is `naming`'s
matter. A party with a standing has no plain name at all, so that no sentence can name it without its standing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from briefs.codebook import ActorKind
from briefs.proof.then import Then, names_then
from briefs.proof.tongues.grammar import PREPOSITIONS, Prepositions, running
from briefs.records import Actor, Register

T = TypeVar("T")
KEY = 2
"""Letters by which entries are bucketed; the shortest names ("EU", "G7") have two."""


class Lookup(Generic[T]):
    """Exact strings → values, found at a place in a text, longest first."""

    def __init__(self) -> None:
        self._buckets: dict[str, list[tuple[str, T]]] = {}

    def add(self, text: str, value: T) -> None:
        if text:
            bucket = self._buckets.setdefault(text[:KEY], [])
            if (text, value) not in bucket:
                bucket.append((text, value))
                bucket.sort(key=lambda entry: -len(entry[0]))

    def at(self, text: str, start: int) -> Iterator[tuple[int, T]]:
        """Every entry that stands at `start`: (its end, its value)."""
        for key, value in self._buckets.get(text[start : start + KEY], ()):
            if text.startswith(key, start):
                yield start + len(key), value


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
    parties: Lookup[str]
    parties_opening: Lookup[str]
    parties_closing: Lookup[str]
    """Without the comma after the standing, where a clause ends."""
    peoples: Lookup[str]
    symbols: Lookup[str]
    titles: Lookup[str]
    issues: Lookup[str]
    named: Lookup[str]
    persons: Mapping[str, Lookup[Mention]]
    partisans: Lookup[Partisan]
    partisans_closing: Lookup[Partisan]
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
    made = Lexicon(Lookup(), Lookup(), Lookup(), Lookup(), Lookup(), Lookup(), Lookup(), Lookup(), Lookup(), Lookup(),
                   Lookup(), Lookup(), {form: Lookup() for form in PERSON_FORMS}, Lookup(), Lookup(), Lookup(),
                   Lookup(), register.language, Lookup(), Lookup(), Lookup(), Lookup())  # fmt: skip
    for actor in register.actors.values():
        made.named.add(f"{actor.name}, {actor.standing}" if actor.standing else actor.name, actor.id)
        if actor.kind is ActorKind.PERSON:
            _enter_person(made, register, actor)
        elif actor.standing is not None:
            _enter_party(made, actor)
        else:
            _enter_actor(made, actor)
        if made.lang in PREPOSITIONS:
            _enter_prepositions(made, actor, PREPOSITIONS[made.lang])
    for measure in register.measures.values():
        made.symbols.add(measure.symbol, measure.id)
        made.titles.add(measure.title, measure.id)
    for issue in register.issues.values():
        made.issues.add(issue.title, issue.id)
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


def _enter_party(made: Lexicon, actor: Actor) -> None:
    article = "the " if made.lang == "en" else ""
    text = f"{with_article(actor)}, {article}{actor.standing},"
    made.parties.add(text, actor.id)
    made.parties_closing.add(text.removesuffix(","), actor.id)
    made.parties_opening.add(capital(text), actor.id)


PERSON_FORMS = ("person", "person_of", "person_poss", "person_after", "person_title")


def _enter_person(made: Lexicon, register: Register, person: Actor) -> None:
    name = person.name
    made.persons["person"].add(name, Mention(person.id))
    for role in person.roles:
        whose = register.actors.get(role.of)
        if whose is not None and whose.standing is not None:
            words = f"{name} of {with_article(whose)}, the {whose.standing}"
            made.partisans.add(f"{words},", Partisan(person.id, role.of))
            made.partisans_closing.add(words, Partisan(person.id, role.of))
            continue
        plain = Mention(person.id, role.title, role.of)
        said = Mention(person.id, role.title, role.of, says_whose=True)
        made.persons["person"].add(f"{role.title} {name}", plain)
        made.persons["person_after"].add(f"{role.title}, {name},", plain)
        made.persons["person_title"].add(f"{name}, the {role.title}", said)
        if whose is not None:
            made.persons["person_of"].add(f"{role.title} {name} of {with_article(whose)}", said)
            made.persons["person_poss"].add(f"{capital(with_article(whose))}'s {role.title}, {name},", said)
            made.persons["person_poss"].add(f"{capital(with_article(whose))}' {role.title}, {name},", said)
