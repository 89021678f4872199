"""Every slot of the goldens' sentences with other values of its type: refused, or shown to be true of the records.

A thin, fixed part of what `make mutants` does unthinned over all goldens.
"""

from __future__ import annotations

from tests.briefs.same_claims import why_true
from tests.briefs.substitution import Pool, goldens, holes, mutants

NAMES = frozenset(
    {"article-position-cambodia", "article-digest", "position-singapore", "compare-cambodia-vietnam", "find-cambodai",
     "source-kh-msg-long", "shifts-year", "timeline-cnrp", "es-position-one-vote", "fr-vote-es-11-3-asean",
     "km-event-es-11-3"}
)  # fmt: skip
STEP = 5


def test_another_value_in_a_slot_is_refused_or_true_of_the_records() -> None:
    pool = Pool(goldens(NAMES))
    tried = [mutant for golden in goldens(NAMES) for mutant in mutants(golden, pool, STEP)]
    proved = [mutant for mutant in tried if not mutant.refused]
    assert [(m.text, m.hole.value, m.other) for m in proved if why_true(m) is None] == []
    assert len(tried) > 700
    assert 0 < len(proved) < len(tried) / 50


def test_every_kind_of_slot_is_among_those_filled_otherwise() -> None:
    kinds = {hole.slot.type for golden in goldens(NAMES) for hole in holes(golden)}
    assert {"actor", "deed", "quote", "saying", "sayer", "when", "day", "int", "split", "tally", "issue"} <= kinds
    assert len(kinds) > 40
