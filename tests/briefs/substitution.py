"""Every slot of every sentence of the goldens, with other values of its type put in, one at a time.

A golden's brief is caught on its way to the prover. What a slot holds is cut out of its line as the prover read it,
phrases of acts again inside. Put in are: the numbers and days next to it, all that the brief itself has in slots of
that type, all that its records have, and of the rest (what all goldens of the language have there, all names of the
register) a fixed spread. `same_claims` shows which of those that are proved are true of the records.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.codebook import ActorKind, Length
from briefs.proof import Objection, Sentence, SkeletonList, Submission, load_skeletons, verify
from briefs.proof.case import Brief, Case, Focus
from briefs.proof.corrections import without_lead
from briefs.proof.engine import mentioned_in, prove
from briefs.proof.evidence import case_of
from briefs.proof.lexicon import lexicon_of
from briefs.proof.matching import Deed, Phrases, read
from briefs.proof.memory import Proof, moved_on
from briefs.proof.skeletons import Skeleton, Slot
from briefs.proof.solving import Env
from briefs.records import Actor
from tests.archives import specimens
from tests.golden.test_accounts import TODAY as DIFFERED
from tests.golden.test_accounts import differing
from tests.golden.test_goldens import ACTS_IN, ASKED, EVERYBODY, TODAY, asked

SPREAD = 24
"""Values tried in one slot beside those of its own brief and records, where there are more."""
TITLE, FOOTER, PASTE = -1, -2, -3
DAY = TODAY.date()


@dataclass(frozen=True, slots=True, eq=False)
class Golden:
    """A brief as the prover gets it for a golden."""

    name: str
    brief: Submission
    archive: Archive

    @property
    def language(self) -> str:
        return self.archive.register.language

    def text(self, line: int) -> str:
        """A line of it: a sentence by its number, or title, footer, line to paste."""
        brief = self.brief
        return {TITLE: brief.title, FOOTER: brief.footer, PASTE: brief.paste}.get(line) or brief.sentences[line].text

    def saying(self, line: int, text: str) -> Submission:
        """The brief with another text in that line."""
        match line:
            case -1:
                return replace(self.brief, title=text)
            case -2:
                return replace(self.brief, footer=text)
            case -3:
                return replace(self.brief, paste=text)
        told = self.brief.sentences
        return replace(self.brief, sentences=(*told[:line], replace(told[line], text=text), *told[line + 1 :]))


@dataclass(frozen=True, slots=True)
class Line:
    """One line on trial: what it cites, where it may stand, and what a reader has in mind before it."""

    number: int
    sentence: Sentence
    place: str
    focus: Focus
    proof: Proof


@dataclass(frozen=True, slots=True)
class Hole:
    """One slot of one line."""

    line: int
    skeleton: str
    slot: Slot
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """A golden with another value in one slot."""

    golden: Golden
    hole: Hole
    other: str
    text: str
    refused: bool


# --- the goldens as the prover gets them --------------------------------------------------------------------------


@cache
def goldens(names: Collection[str] | None = None) -> tuple[Golden, ...]:
    """Every brief of these goldens, of all where none are named; each once a language, and none that is withheld."""
    caught: list[tuple[Submission, Archive]] = []

    def listen(brief: Submission, archive: Archive, skeletons: SkeletonList) -> tuple[Objection, ...]:
        objections = verify(brief, archive, skeletons)
        caught.extend([] if objections else [(brief, archive)])
        return objections

    found: dict[tuple[str, object], Golden] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(briefing, "verify", listen)
        for name, ask in questions():
            if names is None or name in names:
                caught.clear()
                ask()
                for brief, archive in caught:
                    key = (archive.register.language, brief.title, brief.sentences, brief.as_of)
                    found.setdefault(repr(key), Golden(name, brief, archive))  # type: ignore[arg-type]
    return tuple(found.values())


def questions() -> Iterator[tuple[str, Callable[[], object]]]:
    """What each golden asks; of the goldens that hold every member's position one in twelve."""
    yield from ((name, partial(asked.__wrapped__, name)) for name in ASKED)
    for record in specimens().events:
        for length in Length:
            yield f"acts-{length.value}", partial(briefing.event, specimens(), record, DAY, length)
        for language in ACTS_IN:

            def elsewhere(archive: Archive, record: str = record) -> Briefing:
                return briefing.event(archive, record, DAY, Length.LONG)

            yield f"{language}-acts-long", partial(briefing.told, specimens(), language, elsewhere)
    for record in differing().events:
        yield "acts-differ", partial(briefing.event, differing(), record, DIFFERED, Length.SHORT)
    for issue, (archive, _) in EVERYBODY.items():
        for actor in archive().register.actors.values():
            if actor.kind in (ActorKind.STATE, ActorKind.OBSERVER) and zlib.crc32(actor.id.encode()) % 12 == 0:
                yield f"all-{issue}", partial(briefing.position, archive(), actor.id, issue, DAY, Length.SHORT)


# --- their slots --------------------------------------------------------------------------------------------------


def trial(golden: Golden) -> Brief:
    return Brief(golden.brief, golden.archive, lexicon_of(golden.archive.register))


def lines(golden: Golden) -> Iterator[Line]:
    """Its lines in the order in which the prover reads them."""
    brief, skeletons, held = golden.brief, load_skeletons(golden.language), trial(golden)
    one = next(iter(held.subject_measures)) if len(held.subject_measures) == 1 else None
    focus, numbers = (
        Focus(measure=one),
        (TITLE, *range(len(brief.sentences)), FOOTER, *([PASTE] if brief.paste else [])),
    )
    for number in numbers:
        place = {TITLE: "title", FOOTER: "footer", PASTE: "paste"}.get(number, "claim")
        sentence = brief.sentences[number] if number >= 0 else Sentence(golden.text(number), ())
        proof = prove(held, focus, place, sentence, skeletons)
        assert isinstance(proof, Proof), (golden.name, sentence.text)
        yield Line(number, sentence, place, focus, proof)
        focus = moved_on(held, focus, proof) if number not in (FOOTER, PASTE) else focus


def _cut(
    case: Case, parts: Sequence[str | Slot], env: Env, start: int, stop: int
) -> list[tuple[Slot, int, int]] | None:
    """Where the slots of these parts stand in the text from `start` to `stop`, each meaning what it means in `env`."""
    if not parts:
        return [] if start == stop else None
    piece, rest = parts[0], parts[1:]
    if isinstance(piece, str):
        return _cut(case, rest, env, start + len(piece), stop) if case.text.startswith(piece, start, stop) else None
    for end, value in read(case, piece, start):
        if end <= stop and value == env[piece.name] and (after := _cut(case, rest, env, end, stop)) is not None:
            return [(piece, start, end), *after]
    return None


def _anywhere(case: Case, skeleton: Skeleton, env: Env, start: int, stop: int) -> list[tuple[Slot, int, int]]:
    """The same from the first place on where the skeleton begins: after a run-in, or after the manner of an act."""
    found = (_cut(case, skeleton.parts, env, begin, stop) for begin in range(start, stop))
    return next((slots for slots in found if slots is not None), [])


@cache
def holes(golden: Golden) -> tuple[Hole, ...]:
    """All slots of all its lines: the run-in's, the sentence's, and those of phrases in it."""
    return tuple(hole for line in lines(golden) for hole in _holes(golden, line))


def _holes(golden: Golden, line: Line) -> Iterator[Hole]:
    skeletons, text, proof = load_skeletons(golden.language), line.sentence.text, line.proof
    case = case_of(trial(golden), line.focus, line.sentence)
    bare = without_lead(case, skeletons) if isinstance(case, Case) else case
    assert isinstance(bare, Case), text
    bare.phrases, bare.under = Phrases(skeletons), proof.under
    bare.mentioned = mentioned_in(proof.skeleton, proof.env)
    gone = len(text) - len(bare.text)
    lead = next((at for at in range(len(text)) if text[:at] + text[at + gone :] == bare.text), 0)

    def hole(skeleton: str, slot: Slot, start: int, end: int) -> Hole:
        start, end = (at + gone if gone and at >= lead else at for at in (start, end))
        return Hole(line.number, skeleton, slot, start, end, text[start:end])

    told = _anywhere(bare, proof.skeleton, proof.env, 0, len(bare.text))
    begin = told[0][1] if told else 0
    for opening in skeletons.by_place.get("runin", ()) if proof.lead else ():
        for slot, start, end in next(
            (c for at in range(begin) if (c := _cut(bare, opening.parts, proof.lead, 0, at))), []
        ):
            yield hole(opening.id, slot, start, end)
    for slot, start, end in told:
        yield hole(proof.skeleton.id, slot, start, end)
        value = proof.env[slot.name]
        if isinstance(value, Deed):
            yield from (hole(value.phrase.id, *inner) for inner in _anywhere(bare, value.phrase, value.env, start, end))


# --- other values -------------------------------------------------------------------------------------------------


class Pool:
    """Values by language and type of slot, of these goldens and their register."""

    def __init__(self, of: Collection[Golden]) -> None:
        self._told: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for golden in of:
            for hole in holes(golden):
                self._told[golden.language, hole.slot.type][hole.value] = None
        for golden in {id(golden.archive): golden for golden in of}.values():
            for kind, values in _registered(golden.archive).items():
                self._told[golden.language, kind] |= dict.fromkeys(values)

    def others(self, golden: Golden, hole: Hole) -> list[str]:
        """What is put into that slot, in a fixed order."""
        kind = hole.slot.type
        own = [*_next_to(hole.value), *(h.value for h in holes(golden) if h.slot.type == kind)]
        own += _recorded(golden).get(kind, ())
        rest = sorted(self._told[golden.language, kind].keys() - own, key=lambda v: _salted(hole, v))
        return [value for value in dict.fromkeys((*own, *rest[:SPREAD])) if value and value != hole.value]


def _salted(hole: Hole, value: str) -> int:
    return zlib.crc32(f"{hole.skeleton}|{hole.value}|{value}".encode())


def _next_to(value: str) -> Iterator[str]:
    """Every number in it one more and one less; its year left out."""
    for found in re.finditer(r"\d+", value):
        for n in (int(found[0]) + 1, abs(int(found[0]) - 1)):
            yield value[: found.start()] + str(n) + value[found.end() :]
    yield re.sub(r" (?:de |ឆ្នាំ )?[12]\d{3}$", "", value)


def named(actor: Actor) -> str:
    """The name in the middle of an English sentence."""
    return f"the {actor.name}" if actor.article else actor.name


def _registered(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """Type of slot → values that stand in the register."""
    register, sources = archive.register, archive.sources.values()
    actors, publishers = register.actors.values(), tuple(source.publisher for source in sources)
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    ranked = tuple(f"{role.title} {person.name}" for person in people for role in person.roles)
    names = (*(person.name for person in people), *ranked)
    return {
        "actor": tuple(map(named, actors)),
        **dict.fromkeys(("bare", "named"), tuple(actor.name for actor in actors)),
        **dict.fromkeys(("person", "person_of", "person_after", "person_title", "person_poss", "sayer"), names),
        **dict.fromkeys(("held_by", "publisher", "src_publisher", "turn_publisher", "authority"), publishers),
        "symbol": tuple(measure.symbol for measure in register.measures.values()),
        "title": tuple(measure.title for measure in register.measures.values()),
        "issue": tuple(issue.title for issue in register.issues.values()),
    }


@cache
def _recorded(golden: Golden) -> Mapping[str, tuple[str, ...]]:
    """Type of slot → values that stand in the records the brief rests on."""
    archive, found = golden.archive, defaultdict[str, dict[str, None]](dict)
    cites = {cite for sentence in golden.brief.sentences for cite in sentence.cites}
    for event in (archive.events[cite] for cite in sorted(cites) if cite in archive.events):
        lists = (state for listed in event.named.values() for state in listed.of)
        asked_by = event.asked_by.of if event.asked_by else ()
        ids = (*event.by, *event.owner, event.target, event.partner, event.to, event.body, *asked_by, *lists)
        actors = [archive.register.actors[id_] for id_ in ids if id_ in archive.register.actors]
        found["actor"] |= dict.fromkeys(map(named, actors))
        found["bare"] |= dict.fromkeys(actor.name for actor in actors)
        found["quote"] |= dict.fromkeys(f'"{quote.text}"' for quote in event.quotes)
        found["saying"] |= dict.fromkeys(text for s in event.says for text in (s.text, s.again) if text)
        for kind in ("what", "label", "form", "condition"):
            found[kind] |= dict.fromkeys(filter(None, [getattr(event, kind)]))
        numbers = [event.tally.favour, event.tally.against, event.tally.abstained] if event.tally else []
        found["int"] |= dict.fromkeys(map(str, [*numbers, *(count.n for count in event.figures.values())]))
    return {kind: tuple(values) for kind, values in found.items()}


def mutants(golden: Golden, pool: Pool, step: int = 1) -> Iterator[Mutant]:
    """Each slot with each other value (of these every `step`th), and whether the prover refuses it."""
    skeletons, held = load_skeletons(golden.language), trial(golden)
    by_number = {line.number: line for line in lines(golden)}
    made: dict[tuple[int, str], tuple[Hole, str]] = {}
    for hole in holes(golden):
        text = golden.text(hole.line)
        for other in pool.others(golden, hole):
            made.setdefault((hole.line, text[: hole.start] + other + text[hole.end :]), (hole, other))
    for at, ((number, text), (hole, other)) in enumerate(made.items()):
        if (at + zlib.crc32(golden.name.encode())) % step == 0:
            line = by_number[number]
            result = prove(held, line.focus, line.place, Sentence(text, line.sentence.cites), skeletons)
            refused = isinstance(result, Objection) or bool(
                verify(golden.saying(number, text), golden.archive, skeletons)
            )
            yield Mutant(golden, hole, other, text, refused)
