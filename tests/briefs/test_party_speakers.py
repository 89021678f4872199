"""Who acts or speaks for a party is told as one of it where the register has an office of theirs there, else not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.digests import Filter
from tests.briefs.test_every_form_of_every_act import held

DAY, TODAY = date(2024, 5, 5), date(2024, 5, 7)
BY = "by: sam-rainsy, for: cnrp, date: 2024-05-05"
RECORDS = (
    ("said", f"act: statement, {BY}, says: {{s1: it was ready}}"),
    ("quoted", f"act: statement, {BY}, quotes: {{q1: We are ready}}"),
    ("claimed", f"act: statement, {BY}, quotes: {{q1: We wait}}, asserts: [{{act: sign, of: [VNM], what: a pact}}]"),
    ("condemned", f"act: condemn, {BY}, what: the plan"),
)
OF_IT = "Sam Rainsy of the Cambodia National Rescue Party, the exiled opposition,"


def archive(*, office: bool) -> Archive:
    made = held(RECORDS)
    actors = dict(made.register.actors)
    actors["sam-rainsy"] = replace(actors["sam-rainsy"], roles=actors["sam-rainsy"].roles if office else ())
    return replace(made, register=replace(made.register, actors=actors))


def answers(made: Archive) -> list[Briefing]:
    found = [briefing.digest_of_day(made, DAY, Filter(), length) for length in Length]
    found += [briefing.position(made, "cnrp", "ukraine-war", TODAY, length) for length in Length]
    return found + [briefing.event(made, record, TODAY, Length.LONG) for record in made.events]


@pytest.mark.parametrize("office", [True, False])
def test_a_party_s_speaker_is_of_it_only_with_an_office_there_and_nothing_is_withheld(office: bool) -> None:
    found = answers(archive(office=office))
    assert [answer.reasons for answer in found if answer.ending is Ending.WITHHELD] == []
    told = " ".join(clause.said for answer in found for clause in answer.document.clauses())
    assert (OF_IT in told) is office
    assert "Cambodia National Rescue Party, the exiled opposition, condemned the plan" in told
