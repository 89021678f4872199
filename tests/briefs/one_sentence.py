"""One sentence on trial by itself: what the prover says of it, with these cites, in a brief that holds nothing else."""

from __future__ import annotations

from datetime import date

from briefs.archive import Archive
from briefs.proof import Sentence, SkeletonList, Submission, load_skeletons, verify

TODAY = date(2026, 11, 24)
SKELETONS = load_skeletons("en")


def tried(
    archive: Archive,
    text: str,
    *cites: str,
    subject: tuple[str, ...] = (),
    as_of: date = TODAY,
    title: str = "",
    before: tuple[Sentence, ...] = (),
    signed: SkeletonList = SKELETONS,
) -> str:
    """ "proved", or the rule and the reason against it. `title` and `before` stand before it."""
    brief = Submission(title, (*before, Sentence(text, cites)), "", (), "", as_of, subject)
    found = [f"{o.rule} {o.why}" for o in verify(brief, archive.as_of(as_of), signed) if o.sentence == text]
    return "; ".join(found) or "proved"
