"""Reads a finished brief again and proves it, sentence by sentence, against the archive.

For each sentence: its characters are plain (C2); a signed skeleton reads them to the last byte (C2); that skeleton's
conditions hold over the cited records alone (C3–C9); every cite is used and none could be left out (C10). Then the
footer: each cited record stands in the note of its source, and nothing else does. What is proved moves the reader's
memory on (`memory`), so that "He", "it" and "3 March" mean what a reader takes them to mean.

The engine never mends a text and never guesses: whatever it cannot read is an objection, and the caller withholds the
whole brief (C12).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from briefs.archive import Archive
from briefs.proof.case import Brief, Case, Focus, Under
from briefs.proof.corrections import without_lead
from briefs.proof.evidence import case_of, strange_character
from briefs.proof.footer import note_objections
from briefs.proof.known import view_objections
from briefs.proof.lexicon import lexicon_of
from briefs.proof.matching import Phrases, match, opening
from briefs.proof.memory import Proof, moved_on
from briefs.proof.sections import in_section
from briefs.proof.skeletons import DIGEST, Skeleton, SkeletonList
from briefs.proof.slots import NAMING
from briefs.proof.solving import NOTHING, Env, Failure, solve
from briefs.proof.submission import FooterNote, Objection, Sentence, Submission
from briefs.proof.tables import table_objections
from briefs.proof.tongues.registry import table_of

Step: TypeAlias = Callable[[Brief, Focus, str, Sentence, SkeletonList], tuple[Proof, Focus] | Objection]


def verify(submission: Submission, archive: Archive, skeletons: SkeletonList) -> tuple[Objection, ...]:
    """All objections to a brief; empty means proved. `archive` is the as-of view the brief was made from."""
    return tuple(objections(submission, archive, skeletons, step))


def objections(submission: Submission, archive: Archive, skeletons: SkeletonList, each: Step) -> Iterator[Objection]:
    """The same one by one, for who asks only whether there is any; `each` proves one sentence and moves on."""
    brief = Brief(submission, archive, lexicon_of(archive.register))
    focus = Focus(measure=next(iter(brief.subject_measures)) if len(brief.subject_measures) == 1 else None)
    if archive.register.language != skeletons.lang:
        why = f"names are in {archive.register.language!r}, the signed list is in {skeletons.lang!r}"
        yield Objection("C2", submission.title, why)
        return
    if archive.latest is not None and archive.latest > submission.as_of:
        why = f"the archive holds sources published after {submission.as_of.isoformat()}"
        yield Objection("C7", submission.title, why)
    yield from view_objections(submission, archive)
    proved: list[tuple[str, str]] = []
    lines = [("title", Sentence(submission.title, ())), *(("claim", s) for s in submission.sentences)]
    for place, sentence in lines:
        result = each(brief, focus, place, sentence, skeletons)
        if isinstance(result, Objection):
            yield result
        else:
            proof, focus = result
            proved.append((sentence.text, proof.skeleton.id))
    yield from table_objections(proved)
    yield from _note_on_language(submission, skeletons, {skeleton for _, skeleton in proved})
    if not any(sentence.cites for sentence in submission.sentences):
        yield Objection("C10", submission.title, "the brief claims nothing; every brief has a cited sentence")
    yield from _tail(brief, focus, skeletons)


def _note_on_language(submission: Submission, skeletons: SkeletonList, proved: set[str]) -> Iterator[Objection]:
    """Titles and quotations keep their language, which a brief in another one says; and says for no other reason.
    They stand between its quotation marks, and nothing else does."""
    table = table_of(skeletons.lang)
    if table is None:
        return
    quoted = any(table.quotes[0] in text for text in (submission.title, *(s.text for s in submission.sentences)))
    if quoted is not (table.note in proved):
        yield Objection("C5", submission.title, "tells titles or quotations and not their language, or the reverse")


def step(
    brief: Brief, focus: Focus, place: str, sentence: Sentence, skeletons: SkeletonList
) -> tuple[Proof, Focus] | Objection:
    """One sentence: how it is proved and what a reader then holds in mind, or why it is not proved."""
    result = prove(brief, focus, place, sentence, skeletons)
    return result if isinstance(result, Objection) else (result, moved_on(brief, focus, result))


def prove(brief: Brief, focus: Focus, place: str, sentence: Sentence, skeletons: SkeletonList) -> Proof | Objection:
    """One sentence: how it is proved, or why not."""
    strange = strange_character(sentence.text)
    if strange is not None:
        return Objection("C2", sentence.text, f"holds the character U+{ord(strange):04X}, which no brief may hold")
    case = case_of(brief, focus, sentence)
    if isinstance(case, Objection):
        return case
    if place == "claim" and not sentence.cites:
        place = "phrase"
    if place == "claim" and not in_section(case):
        return Objection("C3", sentence.text, "rests on no record of the issue under whose title it stands")
    bare = without_lead(case, skeletons)
    if isinstance(bare, str):
        return Objection("C6", sentence.text, bare)
    result = _prove_case(bare, place, skeletons)
    return replace(result, sentence=sentence.text) if isinstance(result, Objection) else result


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: the skeleton, what its slots mean, and the run-in before it."""

    skeleton: Skeleton
    env: dict[str, object]
    under: Under | None
    lead: Env


def _prove_case(case: Case, place: str, skeletons: SkeletonList) -> Proof | Objection:
    """The first proof that uses every cite; an objection where there is none, or where one can do with fewer."""
    failure, proof, spare, cites = Failure(), None, NOTHING, case.cites
    for read in readings(case, place, skeletons, failure):
        skeleton = read.skeleton
        case.mentioned, case.under = mentioned_in(skeleton, read.env), read.under
        for found, used in solve(case, skeleton, skeleton.atoms, 0, read.env, NOTHING, failure):
            if used == cites:
                proof = proof or Proof(skeleton, found, used, read.under, read.lead)
            else:
                spare = spare or cites - used
    if proof is not None and not spare:
        return proof
    if spare:
        return Objection("C10", case.text, f"proved without {', '.join(sorted(spare))}: a superfluous cite")
    return Objection(failure.rule, case.text, failure.why)


def readings(case: Case, place: str, skeletons: SkeletonList, failure: Failure) -> Iterator[Reading]:
    """Every reading of the whole text; in a digest only its own claims, with or without a run-in."""
    focus, case.phrases = case.focus, Phrases(skeletons)
    in_digest = place == "claim" and focus.digest_day is not None
    for skeleton in skeletons.candidates(place, case.text):
        if skeleton.id.startswith(DIGEST) or not in_digest:
            for env in match(case, skeleton, 0):
                yield Reading(skeleton, env, focus.under, {})
    if not in_digest:
        return
    for lead in skeletons.by_place.get("runin", ()):
        opened_at = ((end, env) for end, env in opening(case, lead, 0) if case.text.startswith(" ", end))
        for end, opened in opened_at:
            for lead_env, _ in solve(case, lead, lead.atoms, 0, opened, NOTHING, failure):
                under = _under(lead, lead_env)
                for skeleton in skeletons.candidates(place, case.text[end + 1 :]):
                    if skeleton.id.startswith(DIGEST) and "in_hand" in skeleton.conditions:
                        for env in match(case, skeleton, end + 1):
                            yield Reading(skeleton, env, under, lead_env)


def _under(lead: Skeleton, env: Env) -> Under:
    """What a run-in puts its sentence under; its kind is the last word of its id."""
    day = env.get("d") or env.get("?d")
    return Under(lead.id.rsplit(".", 1)[1], day if isinstance(day, date) else None)


def mentioned_in(skeleton: Skeleton, env: Env) -> frozenset[str]:
    """Actors that the sentence itself names."""
    return frozenset(str(env[slot.name]) for slot in skeleton.slots if slot.type in NAMING)


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
    if not note.records or not all(map(brief.archive.holds, note.records)):
        yield Objection("C10", note.text, f"note {note.number} holds no record, or one that is not held")
        return
    strange = strange_character(note.text)
    case = Case(brief, focus, note.text, note=note)
    result = _prove_case(case, "note", skeletons) if strange is None else None
    if not isinstance(result, Proof):
        yield Objection("C10", note.text, f"note {note.number} does not name the source of its records")
