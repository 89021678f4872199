"""The gold briefs made false in every way we know: not one gets past the prover, and not one true one is stopped."""

from __future__ import annotations

from collections import Counter

import pytest

from briefs.proof import load_skeletons, verify
from tests.archives import article, shipped
from tests.briefs.gold import GOLD, held
from tests.briefs.mutation import mutants, same_meaning
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
OPERATORS = {
    *("state", "number", "tally order", "date", "negation", "act verb", "speaker", "quote", "hedge", "attribution"),
    *("intention to fact", "opposition to government", "list", "false silence", "as-of", "object", "body", "label"),
    *("adverb", "adopted", "request verb", "superfluous cite", "cite gone", "character", "markup"),
}


@pytest.mark.parametrize("name", GOLD)
def test_every_mutant_of_a_gold_brief_is_refused(name: str) -> None:
    brief, archive = GOLD[name], held(article(), GOLD[name])
    assert verify(brief, archive, SKELETONS) == ()
    survivors = [m for m in mutants(brief) if not refused(m.brief, archive, SKELETONS)]
    assert [f"{m.operator}: {m.place}" for m in survivors if not same_meaning(m, brief)] == []


def test_the_generators_make_over_a_thousand_mutants_of_every_kind() -> None:
    made = Counter(mutant.operator for brief in GOLD.values() for mutant in mutants(brief))
    assert made.total() >= 1000
    assert set(made) >= OPERATORS


def test_mutants_are_the_same_in_every_run() -> None:
    brief = GOLD["event.short"]
    assert [m.place for m in mutants(brief)] == [m.place for m in mutants(brief)]


def test_silence_is_refused_once_the_roll_calls_are_loaded() -> None:
    """The same brief, true of the article alone, is false of an archive that holds Cambodia's vote."""
    brief = GOLD["position.long"]
    why = verify(brief, shipped().as_of(brief.as_of), SKELETONS)
    assert [o.rule for o in why if o.sentence.startswith("No vote by Cambodia")] == ["C9"]
