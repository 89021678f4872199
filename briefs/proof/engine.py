"""Reads a finished brief again and proves it, sentence by sentence, against the archive.

For each sentence: its characters are plain (C2); a signed skeleton reads them to the last byte (C2); that skeleton's
conditions hold over the cited records alone (C3–C9); every cite is used and none could be left out (C10). Then the
footer: each cited record stands in the note of its source, and nothing else does. What is proved moves the reader's
memory on (`case.Focus`), so that "He", "it" and "3 March" mean what a reader takes them to mean.

The engine never mends a text and never guesses: whatever it cannot read is an objection, and the caller withholds the
whole brief (C12).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from briefs.archive import Archive
from briefs.proof.case import REGISTER, Brief, Case, Focus, Under, cite_kind
from briefs.proof.footer import note_objections
from briefs.proof.lexicon import Mention, Partisan, lexicon_of
from briefs.proof.queries import BadQueryError, read_query
from briefs.proof.relation import Using
from briefs.proof.skeletons import DIGEST, Atom, Const, Skeleton, SkeletonList, Slot, Term, Var
from briefs.proof.slots import DATED, NAMING, SLOTS
from briefs.proof.submission import FooterNote, Objection, Sentence, Submission
from briefs.proof.tables import table_objections
from briefs.records import EventRecord, RollCall

Env: TypeAlias = Mapping[str, object]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proof:
    """How a sentence was proved: its skeleton, what its slots and variables mean, the cites used."""

    skeleton: Skeleton
    env: Env
    used: frozenset[str]
    under: Under | None = None
    lead: Env = field(default_factory=dict)


@dataclass(slots=True)
class Failure:
    """The condition that got furthest before it failed, for the operator's line."""

    depth: int = -1
    rule: str = "C2"
    why: str = "no signed skeleton reads this"

    def note(self, depth: int, skeleton: Skeleton, atom: Atom) -> None:
        if depth > self.depth:
            self.depth, self.rule = depth, atom.relation.rule
            self.why = f"{skeleton.id}: {atom} does not hold over the cited records"


def verify(submission: Submission, archive: Archive, skeletons: SkeletonList) -> tuple[Objection, ...]:
    """All objections to a brief; empty means proved. `archive` is the as-of view the brief was made from."""
    brief = Brief(submission, archive, lexicon_of(archive.register))
    focus = Focus(measure=next(iter(brief.subject_measures)) if len(brief.subject_measures) == 1 else None)
    objections: list[Objection] = []
    proved: list[tuple[str, str]] = []
    lines = [("title", Sentence(submission.title, ())), *(("claim", s) for s in submission.sentences)]
    for place, sentence in lines:
        result = prove(brief, focus, place, sentence, skeletons)
        if isinstance(result, Proof):
            focus = moved_on(brief, focus, result)
            proved.append((sentence.text, result.skeleton.id))
        else:
            objections.append(result)
    objections.extend(table_objections(proved))
    if not any(sentence.cites for sentence in submission.sentences):
        objections.append(
            Objection("C10", submission.title, "the brief claims nothing; every brief has a cited sentence")
        )
    objections.extend(_tail(brief, focus, skeletons))
    return tuple(objections)


def prove(brief: Brief, focus: Focus, place: str, sentence: Sentence, skeletons: SkeletonList) -> Proof | Objection:
    """One sentence: how it is proved, or why not."""
    strange = strange_character(sentence.text)
    if strange is not None:
        return Objection("C2", sentence.text, f"holds the character U+{ord(strange):04X}, which no brief may hold")
    case = _case(brief, focus, sentence)
    if isinstance(case, Objection):
        return case
    if place == "claim" and not sentence.cites:
        place = "phrase"
    return _prove_case(case, place, skeletons)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a text: the skeleton, what its slots mean, and the run-in before it."""

    skeleton: Skeleton
    env: dict[str, object]
    under: Under | None
    lead: Env


def _prove_case(case: Case, place: str, skeletons: SkeletonList) -> Proof | Objection:
    """The first proof that uses every cite; an objection where there is none, or where one can do with fewer."""
    failure, proof, spare = Failure(), None, NOTHING
    for read in _readings(case, place, skeletons, failure):
        skeleton = read.skeleton
        case.mentioned, case.under = _mentioned(skeleton, read.env), read.under
        for found, used in _solve(case, skeleton, skeleton.atoms, 0, read.env, NOTHING, failure):
            if used == case.cites:
                proof = proof or Proof(skeleton, found, used, read.under, read.lead)
            else:
                spare = spare or case.cites - used
    if proof is not None and not spare:
        return proof
    if spare:
        return Objection("C10", case.text, f"proved without {', '.join(sorted(spare))}: a superfluous cite")
    return Objection(failure.rule, case.text, failure.why)


def _readings(case: Case, place: str, skeletons: SkeletonList, failure: Failure) -> Iterator[_Reading]:
    """Every reading of the whole text; in a digest only its own claims, with or without a run-in."""
    focus = case.focus
    in_digest = place == "claim" and focus.digest_day is not None
    for skeleton in skeletons.candidates(place, case.text):
        if skeleton.id.startswith(DIGEST) or not in_digest:
            for env in _match(case, skeleton, 0, 0, {}):
                yield _Reading(skeleton, env, focus.under, {})
    if not in_digest:
        return
    for lead in skeletons.by_place.get("runin", ()):
        for end, opened in _opening(case, lead, 0, 0, {}):
            for lead_env, _ in _solve(case, lead, lead.atoms, 0, opened, NOTHING, failure):
                under = _under(lead, lead_env)
                for skeleton in skeletons.candidates(place, case.text[end + 1 :]):
                    if skeleton.id.startswith(DIGEST) and any(atom.name == "in_hand" for atom in skeleton.atoms):
                        for env in _match(case, skeleton, 0, end + 1, {}):
                            yield _Reading(skeleton, env, under, lead_env)


def _opening(case: Case, lead: Skeleton, part: int, start: int, env: Env) -> Iterator[tuple[int, dict[str, object]]]:
    """Where a run-in at the text's beginning ends (a space follows), and what it means."""
    if part == len(lead.parts):
        if case.text.startswith(" ", start):
            yield start, dict(env)
        return
    piece = lead.parts[part]
    if isinstance(piece, str):
        if case.text.startswith(piece, start):
            yield from _opening(case, lead, part + 1, start + len(piece), env)
        return
    for end, value in _read(case, piece, start):
        yield from _opening(case, lead, part + 1, end, {**env, piece.name: value})


def _under(lead: Skeleton, env: Env) -> Under:
    """What a run-in puts its sentence under; its kind is the last word of its id."""
    day = env.get("d") or env.get("?d")
    return Under(lead.id.rsplit(".", 1)[1], day if isinstance(day, date) else None)


# -- Characters


def strange_character(text: str) -> str | None:
    """The first control, format, private or unassigned character, or one that normalising (NFC) would change."""
    if text.isascii() and text.isprintable():
        return None
    if not unicodedata.is_normalized("NFC", text):
        return next((c for c in text if unicodedata.combining(c)), text[0])
    return next((c for c in text if unicodedata.category(c)[0] == "C" or unicodedata.category(c) in ("Zl", "Zp")), None)


# -- Cites


def _case(brief: Brief, focus: Focus, sentence: Sentence) -> Case | Objection:
    """The sentence with its evidence looked up; an objection where a cite is unknown, withdrawn or too late."""
    case = Case(brief, focus, sentence.text, {}, {}, {}, (), brief.submission.notes)
    events: dict[str, EventRecord] = {}
    calls: dict[str, RollCall] = {}
    queries, registers = {}, []
    if len(set(sentence.cites)) < len(sentence.cites):
        return Objection("C10", sentence.text, "a cite stands twice")
    for cite in sentence.cites:
        kind = cite_kind(cite)
        if kind == "query":
            try:
                queries[cite] = read_query(cite)
            except BadQueryError as error:
                return Objection("C9", sentence.text, str(error))
        elif kind == "register":
            if cite.removeprefix(REGISTER) not in brief.archive.register.actors:
                return Objection("C10", sentence.text, f"{cite} is no register entry")
            registers.append(cite)
        else:
            why = _cite_record(brief, cite, events, calls)
            if why:
                return Objection(*why[:1], sentence.text, why[1])
    return replace(case, events=events, calls=calls, queries=queries, registers=tuple(registers))


def _cite_record(
    brief: Brief, cite: str, events: dict[str, EventRecord], calls: dict[str, RollCall]
) -> tuple[str, str] | None:
    """Put the record among the evidence, or say which rule forbids it and why."""
    archive, as_of = brief.archive, brief.submission.as_of
    if cite in archive.events:
        events[cite] = archive.events[cite]
        happened: date = events[cite].date.first or events[cite].date.last
        if cite not in brief.standing:
            return "C7", f"{cite} is unpublished or has been corrected"
    elif cite in archive.rollcalls:
        calls[cite] = archive.rollcalls[cite]
        happened = calls[cite].date
    else:
        return "C10", f"{cite} is no record held as of {as_of.isoformat()}"
    if max(happened, archive.source_of(cite).published) > as_of:
        return "C7", f"{cite} had not happened and been published by {as_of.isoformat()}"
    return None


# -- Text against skeleton


def _match(case: Case, skeleton: Skeleton, part: int, start: int, env: Env) -> Iterator[dict[str, object]]:
    """Every reading of the whole text as that skeleton: slot → value."""
    if part == len(skeleton.parts):
        if start == len(case.text):
            yield dict(env)
        return
    piece = skeleton.parts[part]
    if isinstance(piece, str):
        if case.text.startswith(piece, start):
            yield from _match(case, skeleton, part + 1, start + len(piece), env)
        return
    for end, value in _read(case, piece, start):
        yield from _match(case, skeleton, part + 1, end, {**env, piece.name: value})


def _read(case: Case, slot: Slot, start: int) -> tuple[tuple[int, object], ...]:
    key = (slot.type, start)
    found = case.memo.get(key)
    if found is None:
        found = case.memo[key] = tuple(SLOTS[slot.type](case, case.text, start))
    return found


def _mentioned(skeleton: Skeleton, env: Env) -> frozenset[str]:
    """Actors that the sentence itself names."""
    return frozenset(str(env[slot.name]) for slot in skeleton.slots if slot.type in NAMING)


# -- Conditions against records


def _solve(
    case: Case, skeleton: Skeleton, atoms: tuple[Atom, ...], index: int, env: dict[str, object],
    used: frozenset[str], failure: Failure,
) -> Iterator[tuple[dict[str, object], frozenset[str]]]:  # fmt: skip
    """Every way the conditions hold from `index` on: all bindings and the cites used."""
    if index == len(atoms):
        yield env, used
        return
    atom, held = atoms[index], False
    for bound, cited in _instances(case, atom, env, used):
        inputs = tuple(_value(term, bound) for term in _inputs(atom))
        for answer in atom.relation.answers(case, inputs):
            value, further = (answer.value, answer.cites) if isinstance(answer, Using) else (answer, NOTHING)
            after = _unify(case, atom, bound, value)
            if after is not None:
                held = True
                record = _record_bound(atom, after)
                yield from _solve(case, skeleton, atoms, index + 1, after, cited | further | record, failure)
    if not held:
        failure.note(index, skeleton, atom)


def _inputs(atom: Atom) -> tuple[Term, ...]:
    return atom.terms[: len(atom.terms) - atom.relation.gives]


def _instances(
    case: Case, atom: Atom, env: dict[str, object], used: frozenset[str]
) -> Iterator[tuple[dict[str, object], frozenset[str]]]:
    """The bindings with every record variable among the inputs bound to a cited record of its kind."""
    for term, kind in zip(_inputs(atom), atom.relation.ins, strict=False):
        if isinstance(term, Var) and term.is_record:
            if term.name not in env:
                for record in _pool(case, kind):
                    if record.id not in _taken(env):
                        yield from _instances(case, atom, {**env, term.name: record}, used | {record.id})
                return
            if not _fits(env[term.name], kind):
                return
    yield env, used


def _pool(case: Case, kind: str) -> Iterator[EventRecord | RollCall]:
    if kind in ("event", "record"):
        yield from case.events.values()
    if kind in ("call", "record"):
        yield from case.calls.values()


def _fits(value: object, kind: str) -> bool:
    wanted = {"event": EventRecord, "call": RollCall}.get(kind)
    return wanted is None or isinstance(value, wanted)


def _taken(env: Env) -> frozenset[str]:
    """Records that other variables stand for: two variables are two records."""
    return frozenset(value.id for value in env.values() if isinstance(value, EventRecord | RollCall))


def _value(term: Term, env: Env) -> object:
    return env[term.name] if isinstance(term, Var) else term.value


def _unify(case: Case, atom: Atom, env: dict[str, object], value: object) -> dict[str, object] | None:
    """The bindings with the given value in the last term; None where it already means something else."""
    if not atom.relation.gives:
        return env
    term = atom.terms[-1]
    if isinstance(term, Const):
        return env if str(value) == term.value else None
    if not term.is_record:
        if term.name in env:
            return env if env[term.name] == value else None
        return {**env, term.name: value}
    record = case.events.get(str(value)) or case.calls.get(str(value))
    if term.name in env:
        return env if env[term.name] is record else None
    return {**env, term.name: record} if record is not None and record.id not in _taken(env) else None


def _record_bound(atom: Atom, env: Env) -> frozenset[str]:
    """The record in the last term, if it is one."""
    term = atom.terms[-1] if atom.terms else None
    value = env.get(term.name) if isinstance(term, Var) and term.is_record else None
    return frozenset({value.id}) if isinstance(value, EventRecord | RollCall) else NOTHING


# -- The reader's memory


def moved_on(brief: Brief, focus: Focus, proof: Proof) -> Focus:
    """What a reader holds in mind after that sentence."""
    env, slots = proof.env, proof.skeleton.slots
    days = [proof.lead.get("d"), *(env[slot.name] for slot in slots if slot.type in DATED)]
    year = next((day.year for day in reversed(days) if isinstance(day, date)), focus.year)
    issue = next((str(env[slot.name]) for slot in slots if slot.type == "issue"), focus.issue)
    people = [value for value in env.values() if isinstance(value, Mention | Partisan)]
    person = focus.person if not people else (people[0].person if len({p.person for p in people}) == 1 else None)
    focus = replace(focus, year=year, issue=issue, person=person)
    focus = replace(focus, introduced=focus.introduced | {p.person for p in people})
    if proof.skeleton.place == "claim":
        focus = _claimed(brief, focus, proof)
    return _dated(focus, proof)


def _claimed(brief: Brief, focus: Focus, proof: Proof) -> Focus:
    """Subject, measure and co-sponsorship of a proved claim."""
    archive = brief.archive
    events = [archive.events[cite] for cite in proof.used if cite in archive.events]
    calls = [archive.rollcalls[cite] for cite in proof.used if cite in archive.rollcalls]
    measures = {measure for event in events if (measure := archive.measure_of(event))} | {c.measure for c in calls}
    measure = focus.measure
    if len(measures) == 1:
        measure = next(iter(measures))
    elif measures and measure not in measures:
        measure = None
    moves = [event.id for event in events if event.act.value == "cosponsor"]
    actor = next(
        (str(proof.env[s.name]) for s in proof.skeleton.slots if s.name == "a" and s.type in NAMING), focus.actor
    )
    table = focus.table_measure
    if any(atom.name == "same_measure" for atom in proof.skeleton.atoms):
        table = str(proof.env["?m"])
    return replace(
        focus, measure=measure, actor=actor, move=moves[0] if len(moves) == 1 else focus.move, table_measure=table
    )


def _dated(focus: Focus, proof: Proof) -> Focus:
    """The digest's own day, and the run-in that its next sentences stand under."""
    for atom in proof.skeleton.atoms:
        if atom.name == "digest_of":
            day = _value(atom.terms[0], proof.env)
            assert isinstance(day, date)
            return replace(focus, digest_day=day)
    return replace(focus, under=proof.under) if focus.digest_day else focus


# -- Footer, notes, paste


def _tail(brief: Brief, focus: Focus, skeletons: SkeletonList) -> Iterator[Objection]:
    submission = brief.submission
    yield from note_objections(brief)
    for place, text in (("footer", submission.footer), ("paste", submission.paste)):
        if text or place == "footer":
            result = prove(brief, focus, place, Sentence(text, ()), skeletons)
            if isinstance(result, Objection):
                yield result
    for note in submission.notes:
        yield from _note(brief, focus, note, skeletons)


def _note(brief: Brief, focus: Focus, note: FooterNote, skeletons: SkeletonList) -> Iterator[Objection]:
    if not note.records or any(
        r not in brief.archive.events and r not in brief.archive.rollcalls for r in note.records
    ):
        yield Objection("C10", note.text, f"note {note.number} holds no record, or one that is not held")
        return
    strange = strange_character(note.text)
    case = Case(brief, focus, note.text, note=note)
    result = _prove_case(case, "note", skeletons) if strange is None else None
    if not isinstance(result, Proof):
        yield Objection("C10", note.text, f"note {note.number} does not name the source of its records")
