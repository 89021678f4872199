"""The other way round: a text that somebody else wrote, held against the archive line by line.

The prover needs cites, and a stranger's draft has none. So they are looked for: every signed sentence that reads the
line, its conditions solved over all that is held (`index` makes that quick), and what is found goes through the
ordinary prover, with just those cites. Nothing here can prove; it only finds what to prove with.

    ruling          the verdicts
    index           records by what a sentence can name: actors, days, texts, curated words
    wide            a sentence on trial whose evidence is the whole archive
    asked           whom and what a line is about, where nobody said it
    search          readings → cites
    contradiction   what a record says otherwise, so that a line is not only unproved but refuted
    likeness        quotations with a word changed, or cut
    sentences       a line → its sentences
    desk            a text → one verdict a line

A line is refuted only where a record that it clearly speaks of says otherwise; what no record tells of is not provable.
"""

from briefs.proof.inquiry.desk import inquire
from briefs.proof.inquiry.ruling import Ruling, Verdict

__all__ = ["Ruling", "Verdict", "inquire"]
