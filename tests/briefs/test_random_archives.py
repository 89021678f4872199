"""Archives drawn at random: every command's brief is proved, its sentences are short, and its mutants are refused."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefs.briefing import Ending, submission
from briefs.codebook import Length
from briefs.proof import load_skeletons, verify
from tests.briefs.length_of_sentences import too_long
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.random_archives import DRAWN, Drawn, answers, archive_of, proved_against

SKELETONS = load_skeletons("en")
MANY = 50
"""How many archives are drawn. `make mutants` draws a thousand, others each time."""
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=MANY, suppress_health_check=SLOW, phases=[Phase.generate])
@given(DRAWN, st.sampled_from(list(Length)))
def test_no_brief_of_a_random_archive_is_withheld_or_long_winded(drawn: Drawn, length: Length) -> None:
    archive = archive_of(*drawn)
    for answer, _, _ in answers(archive, length):
        assert answer.ending is not Ending.WITHHELD, answer.reasons
        assert too_long(answer.document) == []


@settings(max_examples=MANY // 4, suppress_health_check=SLOW, phases=[Phase.generate])
@given(DRAWN, st.sampled_from(list(Length)))
def test_mutants_of_briefs_of_a_random_archive_are_refused(drawn: Drawn, length: Length) -> None:
    archive = archive_of(*drawn)
    for answer, as_of, subject in answers(archive, length):
        brief, known = submission(answer.document, as_of, subject), proved_against(archive, answer, as_of)
        if not subject or verify(brief, known, SKELETONS):
            continue  # the other test finds a true brief that is stopped
        for mutant in thinned(brief, 4):
            refused = verify(mutant.brief, known, SKELETONS)
            assert refused or same_meaning(mutant, brief), (mutant.operator, mutant.place)
