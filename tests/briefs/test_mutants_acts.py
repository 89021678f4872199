"""Every act among the specimens, told as a record, in positions and in digests: each falsehood about it is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.proof import Submission, load_skeletons, verify
from tests.archives import specimens
from tests.briefs.mutation import Mutant, same_meaning, thinned
from tests.briefs.refusing import refused
from tests.briefs.rewrites_of_acts import REWRITES
from tests.briefs.thinning import fewer

SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 23)
ISSUE = "specimen-strait"
RECORDS = tuple(key for key, event in specimens().events.items() if key.partition("/")[0] != "wire")
ACTING = tuple(sorted({actor for event in specimens().events.values() for actor in (*event.by, *event.owner)}))


NONE: frozenset[str] = frozenset()


def acts_made_false(brief: Submission) -> Iterator[Mutant]:
    """Every rewrite of an act's sentence, one place at a time."""
    for place, sentence in enumerate(brief.sentences):
        for operator, rewrite in REWRITES.items():
            for text in dict.fromkeys(rewrite(sentence.text)):
                if text != sentence.text:
                    changed = list(brief.sentences)
                    changed[place] = replace(sentence, text=text)
                    yield Mutant(operator, text, replace(brief, sentences=tuple(changed)))


def survivors(
    answer: Briefing,
    subject: tuple[str, ...],
    archive: Archive,
    as_of: date,
    each: int = fewer(12),
    tried: frozenset[str] = NONE,
) -> list[str]:
    """The falsehoods that pass. `tried`: sentences made false elsewhere already, where they are all there are."""
    assert answer.ending is not Ending.WITHHELD, answer.reasons
    brief = briefing.submission(answer.document, as_of, subject)
    assert verify(brief, archive, SKELETONS) == ()
    passed = []
    falsehoods = () if {sentence.text for sentence in brief.sentences} <= tried else acts_made_false(brief)
    for mutant in (*falsehoods, *thinned(brief, each)):
        if not refused(mutant.brief, archive, SKELETONS) and not same_meaning(mutant, brief):
            passed.append(f"{mutant.operator}: {mutant.place}")
    return passed


@cache
def held(day: date) -> Archive:
    return specimens().as_of(day)


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("record", RECORDS)
def test_every_falsehood_about_a_record_is_refused(record: str, length: Length) -> None:
    answer = briefing.event(specimens(), record, TODAY, length)
    line = briefing.event(specimens(), record, TODAY, Length.LINE).document
    tried = NONE if length is Length.LINE else frozenset(clause.said for clause in line.clauses())
    assert survivors(answer, (record,), held(TODAY), TODAY, tried=tried) == []


@pytest.mark.parametrize("actor", ACTING)
def test_every_falsehood_in_a_position_is_refused(actor: str) -> None:
    answer = briefing.position(specimens(), actor, ISSUE, TODAY, Length.LONG)
    assert survivors(answer, (actor, ISSUE), held(TODAY), TODAY) == []


DIGESTS = (date(2023, 7, 1), date(2022, 3, 6), date(2022, 3, 4))
SOME = 3
"""One falsehood in so many is tried each time: these digests of all the specimens have four thousand. `make mutants`
tries them all; all falsehoods about records and positions are tried here."""


def digest_survivors(until: date, stride: int = 1) -> Iterator[tuple[Mutant, bool]]:
    """Falsehoods about the digest recorded on that day, one in `stride`, each with whether it passed."""
    records = {**specimens().events, **specimens().rollcalls}
    published = {key: specimens().sources[record.source].published for key, record in records.items()}
    entered = {key: datetime.combine(day, time(12), UTC) + timedelta(days=1) for key, day in published.items()}
    since = datetime.combine(until, time(), UTC)
    answer = briefing.digest_of_window(
        specimens(), entered, since, since + timedelta(days=1), Filter(issues=(ISSUE,)), Length.LONG
    )
    day = until + timedelta(days=1)
    archive = specimens().as_of(day + timedelta(days=1)).recorded_at(entered)
    brief = briefing.submission(answer.document, day + timedelta(days=1), ("digest", ISSUE))
    assert verify(brief, archive, SKELETONS) == (), answer.reasons
    for mutant in islice(acts_made_false(brief), 0, None, stride):
        yield mutant, not refused(mutant.brief, archive, SKELETONS) and not same_meaning(mutant, brief)


@pytest.mark.parametrize("until", DIGESTS, ids=str)
def test_a_falsehood_in_a_digest_is_refused(until: date) -> None:
    tried = list(digest_survivors(until, SOME))
    assert tried
    assert [f"{mutant.operator}: {mutant.place}" for mutant, passed in tried if passed] == []


def test_each_way_of_going_wrong_is_tried() -> None:
    made: Counter[str] = Counter()
    for key in RECORDS:
        for length in (Length.LINE, Length.LONG):
            answer = briefing.event(specimens(), key, TODAY, length)
            made.update(m.operator for m in acts_made_false(briefing.submission(answer.document, TODAY, (key,))))
    assert set(REWRITES) - set(made) == set()
    assert made.total() >= 5000


def test_every_act_has_a_sentence_of_its_own() -> None:
    """No record of any act among the specimens is only named."""
    told = {act: set[str]() for act in Act}
    for key, event in specimens().events.items():
        for length in Length:
            brief = briefing.event(specimens(), key, TODAY, length)
            told[event.act] |= {clause.template for clause in brief.document.clauses()}
    assert {act for act, templates in told.items() if not templates} == set()
    assert [act for act, templates in told.items() if "on-file" in templates] == []
