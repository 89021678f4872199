"""The signed list, read: one skeleton a line, its text cut into literals and typed slots, its conditions into atoms.

Reading is strict, so that a slip in the list is found when the list is loaded and not when a brief is read: every slot
has a known type and is proved by some condition, every predicate is known with the right number of terms, every value
is bound before it is used, and every cited event says which act it must be. `engine` matches; `relations` proves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from operator import itemgetter
from typing import TypeAlias

from briefs.proof.lexicon import Lookup
from briefs.proof.relations import RELATIONS, Relation
from briefs.proof.slots import FORMS
from briefs.proof.tongues.registry import TABLES, slots_of, table_of

PLACES = ("title", "footer", "note", "paste", "phrase", "runin", "lead", "manner")
"""Where text may stand without a cite (`runin`: the day before a digest's claim; `lead`: what a correction
begins with; `manner`: how an act was done, before its phrase). Every other skeleton is a claim."""
DIGEST = "digest."
"""Claims that may stand in a digest, under the day its run-in names; no other claim may."""
LANGUAGES = ("en", *TABLES)
KEPT = 4096
"""Texts whose candidates are remembered, of each list."""


class SkeletonError(ValueError):
    """A line of the signed list that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed gap in a skeleton's text."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Var:
    """A term that is bound by a slot, by a cited record (`$`) or by another condition (`?`)."""

    name: str

    @property
    def is_record(self) -> bool:
        return self.name.startswith("$")


@dataclass(frozen=True, slots=True)
class Const:
    """A term that stands for itself."""

    value: str


Term: TypeAlias = Var | Const


@dataclass(frozen=True, slots=True)
class Atom:
    """One condition: a relation over terms."""

    name: str
    relation: Relation
    terms: tuple[Term, ...]
    inputs: tuple[Term, ...]
    ranges: tuple[tuple[str, str], ...]
    """Record variables among the inputs, with the kind of record each must be."""

    def __str__(self) -> str:
        words = (term.name if isinstance(term, Var) else term.value for term in self.terms)
        return f"{self.name}({', '.join(words)})"


@dataclass(frozen=True, eq=False)
class Skeleton:
    """One signed sentence. `parts` alternate freely between literals and slots; `anchor` is its longest literal.

    Each is one line of one list and like no other, so that what is seen of it can be kept by it."""

    id: str
    text: str
    parts: tuple[str | Slot, ...]
    atoms: tuple[Atom, ...]
    anchor: str
    place: str
    """`claim`, or the place the id begins with."""
    slots: tuple[Slot, ...]

    @property
    def opens_with(self) -> str:
        """What a text it reads begins with: a digit, a quotation mark, or anything else; "" where it may be either."""
        first = self.parts[0]
        if isinstance(first, str):
            return _opening(first)
        return "0" if first.type in NUMERIC else '"' if first.type == "quote" else "" if _is_open(first.type) else "a"

    @cached_property
    def head(self) -> str:
        """What it begins with before its first slot, perhaps nothing."""
        first = self.parts[0]
        return first if isinstance(first, str) else ""

    @cached_property
    def gaps(self) -> tuple[tuple[Slot, str], ...]:
        """Its slots, each with the literal behind it ("" where none stands there)."""
        behind = (*self.parts[1:], "")
        pairs = zip(self.parts, behind, strict=True)
        return tuple((part, after if isinstance(after, str) else "") for part, after in pairs if isinstance(part, Slot))

    @cached_property
    def conditions(self) -> frozenset[str]:
        """The names of its conditions."""
        return frozenset(atom.name for atom in self.atoms)


NUMERIC = frozenset({"date", "day", "tdate", "tday", "asof", "int", "number", "year", "tally"})
OPEN = frozenset({"count", "held_by", "symbol", "title", "issue", "label", "note", "record", "turned"})
"""Slot types whose words may begin with anything; counted nouns (`n_…`) too."""
QUOTES = frozenset('"«')


def _is_open(kind: str) -> bool:
    return kind in OPEN or kind.startswith("n_")


def _opening(text: str) -> str:
    return "0" if text[:1].isdigit() else '"' if text[:1] in QUOTES else "a"


@dataclass(frozen=True)
class SkeletonList:
    """All skeletons of one language, by place."""

    lang: str
    by_place: Mapping[str, tuple[Skeleton, ...]]

    def __iter__(self) -> Iterator[Skeleton]:
        return (skeleton for group in self.by_place.values() for skeleton in group)

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], Mapping[str, tuple[Entry, ...]]]:
        """Place and opening → the rarest word that a text must hold ("" where there is none) → entries, so that few
        are looked at for one text."""
        index: dict[tuple[str, str], list[Entry]] = {}
        for number, skeleton in enumerate(self):
            first, last = skeleton.parts[0], skeleton.parts[-1]
            begin, end = first if isinstance(first, str) else "", last if isinstance(last, str) else ""
            between = tuple(part for part in skeleton.parts[1:-1] if isinstance(part, str))
            for opening in (skeleton.opens_with,) if skeleton.opens_with else ("0", '"', "a"):
                index.setdefault((skeleton.place, opening), []).append((number, begin, end, between, skeleton))
        return {key: _by_word(entries) for key, entries in index.items()}

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[Lookup[tuple[int, Skeleton]], tuple[Skeleton, ...]]]:
        """Form of the verb → numbered phrases by what they begin with, and those that may begin with anything."""
        index: dict[str, tuple[Lookup[tuple[int, Skeleton]], tuple[Skeleton, ...]]] = {}
        for form in forms_of(self.lang):
            begun: Lookup[tuple[int, Skeleton]] = Lookup()
            phrases = self.by_place.get(form, ())
            for number, phrase in enumerate(phrases):
                begun.add(phrase.head, (number, phrase))
            index[form] = (begun, tuple(phrase for phrase in phrases if not phrase.head))
        return index

    def phrases(self, form: str, text: str, start: int) -> Iterator[Skeleton]:
        """Phrases in that form whose beginning stands at `start`, in the order of the list."""
        begun, others = self._phrases[form]
        yield from (phrase for _, (_, phrase) in sorted(begun.at(text, start), key=lambda found: found[1][0]))
        yield from others

    def candidates(self, place: str, text: str) -> tuple[Skeleton, ...]:
        """Skeletons of that place whose literals stand in the text in their order. Remembered: lines about votes,
        notes and titles come back in every brief."""
        return self._remembered(place, text)

    @cached_property
    def _remembered(self) -> Callable[[str, str], tuple[Skeleton, ...]]:
        return lru_cache(maxsize=KEPT)(lambda place, text: tuple(self._candidates(place, text)))

    def _candidates(self, place: str, text: str) -> Iterator[Skeleton]:
        by_word = self._index.get((place, _opening(text)), {})
        held = (entry for word in {"", *WORD.findall(text)} for entry in by_word.get(word, ()))
        for _, begin, end, between, skeleton in sorted(held, key=itemgetter(0)):
            framed = skeleton.anchor in text and text.startswith(begin) and text.endswith(end)
            if framed and in_order(between, text, len(begin), len(text) - len(end)):
                yield skeleton


Entry: TypeAlias = tuple[int, str, str, tuple[str, ...], Skeleton]
"""A skeleton's number in the list, how it begins and ends, and its literals between."""
WORD = re.compile(r"\w+")


def words_needed(skeleton: Skeleton) -> Iterator[str]:
    """Words that stand in every text it reads, whole: no slot touches them."""
    last = len(skeleton.parts) - 1
    for number, part in enumerate(skeleton.parts):
        if isinstance(part, str):
            for found in WORD.finditer(part):
                if (found.start() > 0 or number == 0) and (found.end() < len(part) or number == last):
                    yield found[0]


def _by_word(entries: list[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    needed = [sorted(set(words_needed(entry[-1]))) for entry in entries]
    often = Counter(word for words in needed for word in words)
    found: dict[str, list[Entry]] = {}
    for entry, words in zip(entries, needed, strict=True):
        found.setdefault(min(words, key=often.__getitem__, default=""), []).append(entry)
    return {word: tuple(held) for word, held in found.items()}


def in_order(literals: tuple[str, ...], text: str, start: int, end: int) -> bool:
    """Whether they stand between the two places one after the other."""
    for literal in literals:
        found = text.find(literal, start, end)
        if found < 0:
            return False
        start = found + len(literal)
    return True


@cache
def load_skeletons(lang: str) -> SkeletonList:
    """The signed list of a language; ValueError where there is none, SkeletonError where it is faulty."""
    if lang not in LANGUAGES:
        raise ValueError(f"no signed list for language {lang!r}; there are lists for {', '.join(LANGUAGES)}")
    text = resources.files("briefs.proof").joinpath(f"skeletons.{lang}.txt").read_text(encoding="utf-8")
    return read_skeletons(lang, text)


def read_skeletons(lang: str, text: str) -> SkeletonList:
    """The list in the text of its file."""
    by_place: dict[str, list[Skeleton]] = {}
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        try:
            read = [_read_line(form, lang) for form in _forms(line, lang)]
            if read[0].id in seen:
                raise SkeletonError(f"the id {read[0].id} stands twice; ids are unique")
        except SkeletonError as error:
            raise SkeletonError(f"skeletons.{lang}.txt:{number}: {error}") from None
        seen.add(read[0].id)
        for place, skeleton in zip(forms_of(lang) if len(read) > 1 else (read[0].place,), read, strict=True):
            by_place.setdefault(place, []).append(skeleton)
    return SkeletonList(lang, {place: tuple(group) for place, group in by_place.items()})


PHRASE = "deed."
"""Phrases of acts, read inside sentences: the forms of the verb in brackets, in the order of `forms_of`."""


def forms_of(lang: str) -> tuple[str, ...]:
    """The forms of a verb that the phrases of a language have, each a slot type."""
    table = table_of(lang)
    return table.deeds if table else FORMS


def _forms(line: str, lang: str) -> tuple[str, ...]:
    """A phrase once for each form of its verb; any other line as it stands."""
    if not line.startswith(PHRASE):
        return (line,)
    found = re.fullmatch(r"([^\t]+\t[^\t\[]*)\[([^\]]*)\](.*)", line)
    forms = found[2].split("|") if found else []
    if found is None or len(forms) != len(forms_of(lang)):
        raise SkeletonError(f"a phrase has its verb in brackets, as {', '.join(forms_of(lang))}: [signed|sign|…]")
    return tuple(f"{found[1]}{form}{found[3]}" for form in forms)


SLOT = re.compile(r"\{([a-z][a-z0-9]*):([A-Za-z_]+)\}")


def _read_line(line: str, lang: str) -> Skeleton:
    fields = line.split("\t")
    if len(fields) not in (2, 3):
        raise SkeletonError(f"{len(fields)} fields; write id, text and conditions with tabs between them")
    name, text, conditions = (*fields, "")[:3]
    if not re.fullmatch(r"[a-z0-9]+(\.[a-z0-9-]+)*", name):
        raise SkeletonError(f"{name!r} is no id; use lower-case words with dots")
    parts = tuple(_parts(text))
    literals = [part for part in parts if isinstance(part, str)]
    place = name.split(".", 1)[0] if name.split(".", 1)[0] in (*PLACES, "deed") else "claim"
    atoms = tuple(_with_defaults(tuple(_atoms(conditions)), phrase=place in ("deed", "manner")))
    slots = tuple(part for part in parts if isinstance(part, Slot))
    skeleton = Skeleton(name, text, parts, atoms, max(literals, key=len, default=""), place, slots)
    _check(skeleton, lang)
    return skeleton


def _parts(text: str) -> Iterator[str | Slot]:
    end = 0
    for found in SLOT.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield Slot(found[1], found[2])
        end = found.end()
    if end < len(text) or not text:
        yield text[end:]


ATOM = re.compile(r"\s*([a-z_]+)\(([^()]*)\)\s*(?:;|$)")


def _atoms(conditions: str) -> Iterator[Atom]:
    start = 0
    while conditions[start:].strip():
        found = ATOM.match(conditions, start)
        if found is None:
            raise SkeletonError(f"cannot read the condition at {conditions[start : start + 30]!r}")
        terms = tuple(_term(word.strip()) for word in found[2].split(",")) if found[2].strip() else ()
        yield _atom(found[1], terms)
        start = found.end()


def _atom(name: str, terms: tuple[Term, ...]) -> Atom:
    relation = RELATIONS.get(name)
    if relation is None:
        raise SkeletonError(f"there is no predicate {name}")
    if not relation.takes(len(terms)):
        raise SkeletonError(f"{name} takes {relation.arity}, not {len(terms)} terms")
    inputs = terms[: len(terms) - relation.gives]
    kinds = zip(inputs, relation.ins, strict=False)
    ranges = tuple((term.name, kind) for term, kind in kinds if isinstance(term, Var) and term.is_record)
    return Atom(name, relation, terms, inputs, ranges)


def _term(word: str) -> Term:
    if len(word) > 1 and word[0] == word[-1] == "'":
        return Const(word[1:-1])
    if re.fullmatch(r"[$?][a-z][a-z0-9]*|[a-z][0-9]?", word):
        return Var(word)
    if re.fullmatch(r"[a-z0-9][a-z0-9.-]*", word):
        return Const(word)
    raise SkeletonError(f"{word!r} is no term: use a slot (one letter), $record, ?value or a word of the codebook")


QUALIFIERS = (("act", "status", "done"), ("act", "form", ""), ("deed", "status", "done"), ("deed", "per", ""),
              ("deed", "condition", ""), ("quote", "chain_of", ""))  # fmt: skip
"""Where the first stands without the second, the record must not carry the second's qualifier (C5, C6)."""
UNQUALIFIED = {"form": "plain_form", "chain_of": "no_chain", "per": "undisputed", "condition": "unconditional"}


def _with_defaults(atoms: tuple[Atom, ...], *, phrase: bool) -> Iterator[Atom]:
    """The conditions, with "and no unspoken qualifier" made explicit for every event. How far an act has come its
    sentence says, never a phrase."""
    yield from atoms
    spoken = {(atom.name, term) for atom in atoms for term in atom.terms[:1]}
    for needs, qualifier, value in (q for q in QUALIFIERS if not (phrase and q[1] == "status")):
        for term in dict.fromkeys(atom.terms[0] for atom in atoms if atom.name == needs):
            if (qualifier, term) not in spoken:
                yield _atom(qualifier, (term, Const(value))) if value else _atom(UNQUALIFIED[qualifier], (term,))


TOGETHER = {"asked": ("asked_per", "asked_of_last"), "figure": ("figure_per",), "asserted": ("by", "named_last")}
"""A reported fact and who reports it: the first without one of the others fails to load (C4)."""


def _check(skeleton: Skeleton, lang: str) -> None:
    known, table = slots_of(lang), table_of(lang)
    for slot in skeleton.slots:
        if slot.type not in known:
            raise SkeletonError(f"{slot.name} has the unknown type {slot.type}")
    names = [slot.name for slot in skeleton.slots]
    if len(set(names)) < len(names):
        raise SkeletonError("a slot name stands twice; give each slot its own")
    _check_bound(skeleton, set(names))
    if skeleton.place == "deed" and any(atom.name == "status" for atom in skeleton.atoms):
        raise SkeletonError("how far an act has come stands in the sentence, not in the phrase")
    used = {term.name for atom in skeleton.atoms for term in atom.terms if isinstance(term, Var)}
    agreeing = [slot.name for slot in skeleton.slots if table and slot.type in (*table.words, "and")]
    unproved = [] if skeleton.place == "phrase" else [name for name in names if name not in (*used, *agreeing)]
    if unproved:
        raise SkeletonError(f"no condition proves {', '.join(unproved)}")
    for needs, others in TOGETHER.items():
        if any(a.name == needs for a in skeleton.atoms) and not any(a.name in others for a in skeleton.atoms):
            raise SkeletonError(f"{needs} needs one of {', '.join(others)}: who says so must stand in the sentence")


def _check_bound(skeleton: Skeleton, bound: set[str]) -> None:
    for atom in skeleton.atoms:
        for term in atom.inputs:
            if isinstance(term, Var) and term.name not in bound and not term.is_record:
                raise SkeletonError(f"{term.name} is used in {atom} before anything binds it")
        for term in atom.terms:
            if isinstance(term, Var):
                bound.add(term.name)
    typed = {t for a in skeleton.atoms for t, kind in zip(a.terms, a.relation.ins, strict=False) if kind != "record"}
    loose = {t.name for a in skeleton.atoms for t in a.terms if isinstance(t, Var) and t.is_record and t not in typed}
    if loose:
        raise SkeletonError(f"{', '.join(sorted(loose))} may be an event or a roll call; say act(…) or call(…)")
    acts = {atom.terms[0] for atom in skeleton.atoms if atom.relation.tells_act}
    for atom in skeleton.atoms:
        for term, kind in zip(atom.terms, atom.relation.ins, strict=False):
            if kind == "event" and isinstance(term, Var) and term not in acts:
                raise SkeletonError(f"{term.name} has no act; say act({term.name}, …)")
