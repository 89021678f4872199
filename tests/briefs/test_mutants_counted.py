"""Blocs, shifts and issues over imported files, as the writer makes them: their mutants are refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import chain, product

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.plain import plain
from briefs.proof import load_skeletons, verify
from tests.archives import imported, odd, shipped, wavering
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.refusing import refused

SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 24)
THEN = date(1994, 1, 1)
EACH = 80
BLOCS = ("asean", "arab-league", "au", "g20")
ARCHIVES = (imported, odd, wavering, shipped)


def survivors(archive: Archive, answer: Briefing, subject: tuple[str, ...], as_of: date) -> list[str]:
    """Mutants of a proved answer that the prover lets pass. Asked as of another day on which all it rests on had been
    published, it is as true as it was."""
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    held = archive.as_of(as_of)
    brief = briefing.submission(answer.document, as_of, subject)
    assert verify(brief, held, SKELETONS) == ()
    passed = (m for m in thinned(brief, EACH) if not refused(m.brief, held, SKELETONS))
    newest = held.latest or date.min
    return [
        f"{m.operator}: {m.place}"
        for m in passed
        if not same_meaning(m, brief) and not (m.operator == "as-of" and m.brief.as_of >= newest)
    ]


@pytest.mark.parametrize("make", ARCHIVES)
@pytest.mark.parametrize("issue", [None, "palestine"])
def test_mutants_of_blocs_are_refused(make: Callable[[], Archive], issue: str | None) -> None:
    archive = make()
    asked = tuple(filter(None, (issue,)))
    for bloc, as_of, length in product(BLOCS, (TODAY, THEN), (Length.LINE, Length.SHORT)):
        answer = briefing.bloc(archive, bloc, issue, as_of, length)
        assert survivors(archive, answer, (bloc, *asked), as_of) == []


@pytest.mark.parametrize("make", ARCHIVES)
@pytest.mark.parametrize("issue", [None, "iran-human-rights"])
def test_mutants_of_shifts_are_refused(make: Callable[[], Archive], issue: str | None) -> None:
    archive = make()
    for since, as_of in product((date(1980, 1, 1), date(1984, 11, 7), date(2020, 12, 1)), (TODAY, THEN)):
        answer = briefing.shifts(archive, issue, since, as_of, Length.SHORT)
        subject = (*((f"since:{since.isoformat()}",) if archive.as_of(as_of).rolls.on(issue) else ()), *_one(issue))
        assert survivors(archive, answer, subject, as_of) == []


def test_mutants_of_comparisons_over_one_title_are_refused() -> None:
    actors = ("KHM", "VNM", "THA")
    answer = briefing.compare(wavering(), actors, "palestine", TODAY, Length.LONG)
    assert "(a text of that title)" in plain(answer.document)
    assert survivors(wavering(), answer, (*actors, "palestine"), TODAY) == []


def _one(issue: str | None) -> tuple[str, ...]:
    return (issue,) if issue else ()


@pytest.mark.parametrize("make", ARCHIVES)
def test_mutants_of_issues_are_refused(make: Callable[[], Archive]) -> None:
    archive = make()
    for as_of, length in chain(product((TODAY, THEN), (Length.LINE, Length.SHORT)), [(date(1950, 1, 1), Length.SHORT)]):
        answer = briefing.issues(archive, as_of, length)
        assert survivors(archive, answer, tuple(archive.register.issues), as_of) == []
