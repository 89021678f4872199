"""The search: true sentences of every line, made false until each rule of the line has a text that it alone stops."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, zip_longest

from briefs.proof.case import Brief, Focus
from briefs.proof.engine import prove, verify
from briefs.proof.lexicon import lexicon_of
from briefs.proof.memory import Proof, moved_on
from briefs.proof.skeletons import SkeletonList
from briefs.proof.submission import Objection, Sentence
from tests.knockouts.corpus import Truth, truths
from tests.knockouts.falsehoods import falsehoods, forms
from tests.knockouts.hand import by_hand
from tests.knockouts.made import Falsehood, Instance, Stock, spelt
from tests.knockouts.more import more
from tests.knockouts.nearly import Line, Search
from tests.knockouts.seam import Pool, Rule, rules_of, without

KEPT, EACH = 30, 6
"""True sentences of one line that are put into other forms, and that are made false in every way."""
MOST = 1000
"""Falsehoods tried for one line."""


@dataclass(frozen=True)
class Witness:
    """A text that one rule alone stops: what was done to a true one, and what it says."""

    how: str
    text: str


@dataclass
class Found:
    """All that a run finds."""

    skeletons: SkeletonList
    pool: Pool = field(default_factory=Pool)
    stock: Stock = field(default_factory=Stock)
    instances: dict[str, list[Instance]] = field(default_factory=dict)
    witnesses: dict[Rule, Witness] = field(default_factory=dict)
    unconfirmed: dict[Rule, Witness] = field(default_factory=dict)


def lines_of(truth: Truth) -> Iterator[Line]:
    """Every text of a brief; what was established before it is for `learn` to fill in."""
    brief = Brief(truth.brief, truth.archive, lexicon_of(truth.archive.register))
    focus = Focus(measure=next(iter(brief.subject_measures)) if len(brief.subject_measures) == 1 else None)
    yield Line(brief, focus, "title", Sentence(truth.brief.title, ()))
    for sentence in truth.brief.sentences:
        yield Line(brief, focus, "claim", sentence)
    for place, text in (("footer", truth.brief.footer), ("paste", truth.brief.paste)):
        if text:
            yield Line(brief, focus, place, Sentence(text, ()))
    for note in truth.brief.notes:
        yield Line(brief, focus, "note", Sentence(note.text, ()), note)


def learn(found: Found, truth: Truth) -> None:
    """What a true brief is made of."""
    search = Search(found.skeletons, found.pool, truth.name, strict=True)
    stock, focus = found.stock, None
    stock.subjects.setdefault(truth.name, {})[truth.brief.subject] = None
    for bare in lines_of(truth):
        line = bare if focus is None else replace(bare, focus=focus)
        verdict = search.verdict(line)
        for skeleton, host in verdict.lines.values():
            kept = found.instances.setdefault(skeleton.id, [])
            if _adds(kept, truth.name, line.sentence.text):
                kept.append(Instance(truth.name, line, skeleton, host))
            for name, said in (spelt(skeleton, line.sentence.text, host) or {}).items():
                kind = next((slot.type for slot in skeleton.slots if slot.name == name), None)
                if kind is not None and len(stock.words.setdefault(kind, {})) < 400:
                    stock.words[kind][said] = None
        stock.queries.update(dict.fromkeys(c for c in line.sentence.cites if c.startswith("query:")))
        stock.foci.setdefault(truth.name, {})[line.focus] = None
        if line.place in ("title", "claim"):
            proof = prove(line.brief, line.focus, line.place, line.sentence, found.skeletons)
            focus = moved_on(line.brief, line.focus, proof) if isinstance(proof, Proof) else line.focus


def _adds(kept: list[Instance], archive: str, text: str) -> bool:
    if len(kept) >= KEPT or any(one.text == text and one.archive == archive for one in kept):
        return False
    return sum(one.archive == archive for one in kept) < KEPT // 3


def spread(kept: list[Instance]) -> list[Instance]:
    """Of as many archives as there are, the first of each."""
    by_archive: dict[str, list[Instance]] = {}
    for one in kept:
        by_archive.setdefault(one.archive, []).append(one)
    rounds = zip_longest(*by_archive.values())
    return [one for each in rounds for one in each if one is not None][:EACH]


def refused(line: Line, skeletons: SkeletonList) -> bool:
    if line.note is not None:
        submission = replace(line.brief.submission, notes=(line.note,))
        return any(o.sentence == line.sentence.text for o in verify(submission, line.brief.archive, skeletons))
    return isinstance(prove(line.brief, line.focus, line.place, line.sentence, skeletons), Objection)


def confirmed(found: Found, archive: str, false: Falsehood, rule: Rule) -> bool:
    """By the real prover: it refuses the text, and with the list that lacks the rule it does not."""
    bare = without(found.skeletons, rule, archive, found.pool)
    return refused(false.line, found.skeletons) and not refused(false.line, bare)


BROKEN = (KeyError, AssertionError, AttributeError, ValueError, TypeError, IndexError)
"""What reading over an archive that could not be may end in: nothing is shown by it."""


def try_all(found: Found, instance: Instance, made: Iterable[Falsehood], wanted: set[Rule]) -> None:
    search = Search(found.skeletons, found.pool, instance.archive)
    for false in made:
        try_one(found, search, false, wanted)


def try_one(found: Found, search: Search, false: Falsehood, wanted: set[Rule], beside: Iterable[Rule] = ()) -> None:
    try:
        stopped = [*search.verdict(false.line).stopped_by, *beside]
    except BROKEN:
        return
    for rule in stopped:
        if rule in wanted:
            witness = Witness(false.how, false.line.sentence.text)
            if confirmed(found, search.archive, false, rule):
                found.witnesses[rule] = witness
                wanted.discard(rule)
            else:
                found.unconfirmed.setdefault(rule, witness)


def hunt(found: Found, instance: Instance, wanted: set[Rule], most: int = MOST) -> int:
    """Make one true sentence false until nothing is wanted of its line; how many falsehoods that took."""
    search, own, tried = Search(found.skeletons, found.pool, instance.archive), set(rules_of(instance.skeleton)), 0
    for false in falsehoods(instance, found.stock, found.skeletons):
        if not own & wanted or tried >= most:
            return tried
        tried += 1
        try_one(found, search, false, wanted)
    return tried


def run(skeletons: SkeletonList, wanted: set[Rule], told: Callable[[str], object] | None = None) -> Found:
    """Everything true learned, then each line that is wanted made false."""
    found = Found(skeletons)
    seen: set[tuple[str, object]] = set()
    for truth in chain(truths(), more()):
        if (truth.name, truth.brief) not in seen:
            seen.add((truth.name, truth.brief))
            learn(found, truth)
    found.pool.said["article", "eve"] = [date(2022, 3, 2)]
    leads = [rule for rule in wanted if rule.line.partition(".")[0] in ("runin", "lead")]
    for archive, false in by_hand(skeletons):
        try_one(found, Search(skeletons, found.pool, archive), false, wanted, leads)
    for at, (line, kept) in enumerate(sorted(found.instances.items())):
        began = time.monotonic()
        if not wanted & {rule for instance in kept[:1] for rule in rules_of(instance.skeleton)}:
            continue
        left = MOST
        for instance in spread(kept):
            left -= hunt(found, instance, wanted, left)
        spent = time.monotonic() - began
        if told is not None:
            told(f"{at} {line} {spent:.1f} s, {MOST - left} tried, {len(wanted)} wanted")
    for kept in found.instances.values():
        for instance in kept:
            lines = frozenset(rule.line for rule in wanted)
            try_all(found, instance, forms(instance, skeletons, lines), wanted)
    return found
