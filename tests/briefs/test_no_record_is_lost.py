"""One record on file is never passed over in silence, whatever its act, its actor and its issue, and never withheld."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.reading import read
from tests.archives import article, beside_register
from tests.briefs.thinning import WHOLE

SOURCE = """source: {id: wire, publisher: The Wire, title: T, class: press, lang: en,
  url: https://wire.example/1, published: 2024-05-06, licence: invented}
records:
"""
BACKING = """- {id: first, act: statement, by: LAO, date: 2024-05-04, ISSUE, quotes: {q1: All should talk}}
- {id: one, act: ACT, by: ACTOR, date: 2024-05-05, ISSUE, WITH, ev: [a short string]}
"""
OBJECTS = {
    Act.SANCTION: "against_actor: RUS",
    Act.STATEMENT: "says: {s1: it was ready to mediate}",
    Act.EXPLAIN: "about: un-es-11-1, says: {s1: dialogue was the only way}",
    Act.COSPONSOR: "about: un-es-11-1",
    Act.INTRODUCE: "about: un-es-11-1",
    Act.ADOPTED: "about: un-es-11-1, in: unga",
    Act.REJECTED: "about: un-es-11-1, in: unga",
    Act.VETO: "in: unsc, label: a motion",
    Act.WELCOME: "about: first",
    Act.CORRECT: "about: first, corrects: first, reason: misheard",
    Act.RETRACT: "about: first, corrects: first, reason: misheard",
    Act.SEEK: "what: a truce, with: asean, status: in discussion",
}
DAY = date(2024, 5, 7)
ON_ISSUE = "issue: ukraine-war"
ALL = list(product(("VNM", "asean", "hun-sen"), (ON_ISSUE, "")))
SOME = ALL if WHOLE else [("VNM", ON_ISSUE), ("asean", ""), ("hun-sen", ON_ISSUE)]
ACTS = [act for act in Act if act not in (Act.VOTE_HELD, Act.BACKGROUND)]


def archive(act: Act, actor: str, issue: str) -> Archive:
    fields = {"ACT": act.value, "ACTOR": actor, "ISSUE": issue}
    fields["WITH"] = OBJECTS.get(act, "against_actor: RUS, with: RUS, to: RUS, what: a plan")
    text = SOURCE + BACKING
    for name, value in fields.items():
        text = text.replace(f"{name}, ", f"{value}, " if value else "")
    return beside_register(read(text.encode(), "wire.yaml"))


def cites(brief: Briefing) -> set[str]:
    assert brief.ending is not Ending.WITHHELD, brief.reasons
    return {cite for clause in brief.document.clauses() for cite in clause.cites}


@pytest.mark.parametrize(("actor", "issue"), SOME, ids=" ".join)
@pytest.mark.parametrize("act", ACTS)
def test_the_only_record_of_an_actor_is_told_or_named_at_every_length(act: Act, actor: str, issue: str) -> None:
    held = archive(act, actor, issue)
    told = [cites(briefing.position(held, actor, None, DAY, length)) for length in Length]
    assert all("wire/one" in brief for brief in told)


@pytest.mark.parametrize("issue", ["issue: ukraine-war", ""], ids=["issue", "no issue"])
@pytest.mark.parametrize("act", ACTS)
def test_no_question_about_a_record_of_any_act_is_withheld(act: Act, issue: str) -> None:
    held = archive(act, "VNM", issue)
    for length in Length:
        cites(briefing.compare(held, ("VNM", "LAO"), None, DAY, length))
        cites(briefing.compare(held, ("VNM", "SGP", "RUS"), None, DAY, length))
        cites(briefing.digest_of_day(held, date(2024, 5, 5), Filter(), length))
        assert "wire/one" in cites(briefing.event(held, "wire/one", DAY, length))
        cites(briefing.position(held, "RUS", None, DAY, length))
        cites(briefing.position(held, "LAO", "ukraine-war", DAY, length))


def test_an_act_of_two_of_those_compared_is_told_once() -> None:
    brief = briefing.compare(article(), ("KHM", "asean", "hun-sen"), None, DAY, Length.LONG)
    assert brief.ending is Ending.ANSWERED, brief.reasons
    told = [clause.text for clause in brief.document.clauses() if "was discussing" in clause.text]
    assert len(told) == 1
