"""Whether the prover refuses a brief, asked of thousands that differ in one line: lines proved before are remembered.

A line's proof rests on its text and cites, on what the lines before established (`Focus`), on the archive, and of the
rest of the brief on all but the words of other lines (`frame`), and on how often its own words stand there
(`about_agreement.told_once`). `test_proof_laws` holds that against `verify` itself, which `make mutants` asks but for
digests of acts.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import replace
from typing import TypeAlias

from briefs.archive import Archive
from briefs.proof import Sentence, SkeletonList, Submission
from briefs.proof.case import Brief, Focus
from briefs.proof.engine import objections, step
from briefs.proof.memory import Proof
from briefs.proof.submission import Objection

Line: TypeAlias = tuple[str, Focus, Sentence, int]
Frame: TypeAlias = tuple[int, int, Submission]
KEPT = 16
_proofs: OrderedDict[Frame, tuple[Archive, SkeletonList, dict[Line, tuple[Proof, Focus]]]] = OrderedDict()
"""By archive, list and frame (the first two by identity, so they are kept alive): what was proved under it, and what it
left in mind."""


def frame(brief: Submission) -> Submission:
    """The brief without the words of its lines."""
    bare = tuple(Sentence("", sentence.cites) for sentence in brief.sentences)
    return replace(brief, title="", sentences=bare, footer="", paste="")


def refused(brief: Submission, archive: Archive, skeletons: SkeletonList) -> bool:
    """Whether `verify` has any objection."""
    key = (id(archive), id(skeletons), frame(brief))
    *_, known = _proofs.setdefault(key, (archive, skeletons, {}))
    _proofs.move_to_end(key)
    if len(_proofs) > KEPT:
        _proofs.popitem(last=False)
    said = Counter(sentence.text for sentence in brief.sentences)

    def each(
        on_trial: Brief, focus: Focus, place: str, line: Sentence, signed: SkeletonList
    ) -> tuple[Proof, Focus] | Objection:
        at = (place, focus, line, said[line.text])
        if at in known:
            return known[at]
        found = step(on_trial, focus, place, line, signed)
        if not isinstance(found, Objection):
            known[at] = found
        return found

    return next(objections(brief, archive, skeletons, each), None) is not None
