"""`/position` of every state and bloc, as the writer makes it: all proved, and made false in one place all refused."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Ending
from briefs.codebook import Length
from briefs.document import Document
from briefs.proof import Submission, load_skeletons, verify
from tests.archives import shipped
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
AS_OF = date(2026, 1, 1)
EACH = 6
"""Mutants of one position; with 195 states and the blocs, well over a thousand."""


@cache
def archive() -> Archive:
    return shipped().as_of(AS_OF)


@cache
def told(actor: str, length: Length) -> Submission:
    """The position as handed to the prover, and proved."""
    answer = briefing.position(shipped(), actor, "ukraine-war", AS_OF, length)
    assert answer.ending in (Ending.ANSWERED, Ending.NOTHING), (actor, answer.reasons)
    return submitted(answer.document, actor)


def submitted(document: Document, actor: str) -> Submission:
    return briefing.submission(document, AS_OF, (actor, "ukraine-war"))


def actors() -> list[str]:
    return list(shipped().register.actors)


def test_no_true_position_is_stopped() -> None:
    stopped = {}
    for actor in actors():
        for length in Length:
            answer = briefing.position(shipped(), actor, "ukraine-war", AS_OF, length)
            if answer.ending is Ending.WITHHELD:
                stopped[actor, length] = answer.reasons
    assert stopped == {}


def test_every_mutant_of_a_position_is_refused() -> None:
    made, survivors = Counter[str](), []
    for actor in actors():
        brief = told(actor, Length.LONG)
        for mutant in thinned(brief, EACH):
            made[mutant.operator] += 1
            if not refused(mutant.brief, archive(), SKELETONS) and not same_meaning(mutant, brief):
                survivors.append(f"{actor}: {mutant.operator}: {mutant.place}")
    assert survivors == []
    assert made.total() >= 1000
    assert len(made) >= 20


def test_mutants_of_the_positions_that_say_most_are_refused() -> None:
    for actor in ("KHM", "USA", "PSE", "asean", "cnrp", "hun-sen"):
        brief = told(actor, Length.LONG)
        survivors = [m for m in thinned(brief, 200) if not refused(m.brief, archive(), SKELETONS)]
        assert [f"{m.operator}: {m.place}" for m in survivors if not same_meaning(m, brief)] == []


def test_one_state_s_position_is_not_another_s() -> None:
    """A whole brief, true of its subject, is refused as the answer about anybody else."""
    brief = told("KHM", Length.LONG)
    for other in ("VNM", "BRN", "USA", "cnrp"):
        stolen = Submission(
            brief.title, brief.sentences, brief.footer, brief.notes, brief.paste, AS_OF, (other, "ukraine-war")
        )
        assert verify(stolen, archive(), SKELETONS) != ()
