"""The prover: re-reads a finished brief's text and proves it against the archive, sharing no code with the writer.

    submission   what is handed in and the objections that come out
    skeletons    the signed list of sentences, read and checked (skeletons.LANG.txt)
    lexicon      printed names → register ids            slots, tallies   typed words → values
    relations    predicates: about_events, about_words, about_votes, about_digests, about_context; queries: silence
    case         one sentence on trial            evidence, solving, memory, tables, footer   the steps of a proof
    engine       reads and proves a whole brief with them

It imports records, codebook and archive, and nothing else of the product. An objection withholds the whole brief
(`briefs.briefing`).
"""

from briefs.proof.engine import verify
from briefs.proof.skeletons import SkeletonError, SkeletonList, load_skeletons, read_skeletons
from briefs.proof.submission import FooterNote, Objection, Sentence, Submission

__all__ = [
    "FooterNote",
    "Objection",
    "Sentence",
    "SkeletonError",
    "SkeletonList",
    "Submission",
    "load_skeletons",
    "read_skeletons",
    "verify",
]
