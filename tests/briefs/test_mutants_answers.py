"""Events, comparisons and digests over all shipped records, as the writer makes them: their mutants are refused too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from briefs.proof import load_skeletons, verify
from tests.archives import shipped
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
AS_OF = date(2026, 1, 1)
EACH = 30
COMPARED = (
    ("KHM", "USA"),
    ("KHM", "VNM", "SGP"),
    ("KHM", "VNM"),
    ("CHN", "KHM"),
    ("USA", "RUS"),
    ("CHN", "IND", "BRA", "ZAF"),
)
FOLLOWED = (Filter(), Filter(actors=("asean",)), Filter(actors=("KHM", "USA"), issues=("ukraine-war",)))
DAYS = (date(2014, 3, 27), date(2022, 3, 2), date(2022, 3, 3), date(2022, 4, 7), date(2025, 2, 24), date(2020, 1, 1))


def survivors(answer: Briefing, subject: tuple[str, ...], as_of: date) -> list[str]:
    """Mutants of a proved answer that the prover lets pass."""
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    archive: Archive = shipped().as_of(as_of)
    brief = briefing.submission(answer.document, as_of, subject)
    assert verify(brief, archive, SKELETONS) == ()
    passed = (m for m in thinned(brief, EACH) if not refused(m.brief, archive, SKELETONS))
    return [f"{m.operator}: {m.place}" for m in passed if not same_meaning(m, brief)]


@pytest.mark.parametrize("length", list(Length))
def test_mutants_of_every_vote_s_brief_are_refused(length: Length) -> None:
    for measure in shipped().register.measures:
        assert survivors(briefing.event(shipped(), measure, AS_OF, length), (measure,), AS_OF) == []


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("actors", COMPARED, ids="-".join)
def test_mutants_of_comparisons_are_refused(actors: tuple[str, ...], length: Length) -> None:
    answer = briefing.compare(shipped(), actors, "ukraine-war", AS_OF, length)
    assert survivors(answer, (*actors, "ukraine-war"), AS_OF) == []


@pytest.mark.parametrize("follows", FOLLOWED, ids=["everything", "asean", "two-states"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_mutants_of_digests_are_refused(day: date, follows: Filter) -> None:
    until = day + timedelta(days=1)
    for length in Length:
        answer = briefing.digest_of_day(shipped(), day, follows, length)
        subject = ("digest", day.isoformat(), *follows.actors, *follows.issues)
        assert survivors(answer, subject, until) == []
