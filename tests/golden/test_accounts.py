"""A golden of two accounts of one act that differ, at every stage of the act, and of words that came through three."""

from __future__ import annotations

from datetime import date
from functools import cache

from briefs import briefing
from briefs.archive import Archive
from briefs.codebook import Length, Status
from tests.briefs.test_every_form_of_every_act import SOURCE, held
from tests.golden.test_goldens import HERE, held_against

TODAY = date(2024, 5, 7)
STAGES = (
    *(f"status: {status.value}" for status in Status), "status: conditional, condition: others did so too",
    "complete: false",
)  # fmt: skip
CHAIN = "via: [{interview: un}, {transcript: kh-gov-spox}, {recording: grandi}]"


def act(stage: str, what: str) -> str:
    who = "[VNM, LAO]" if stage == "complete: false" else "VNM"
    return f"act: sign, by: {who}, date: 2024-05-05, what: {what}, {stage}"


@cache
def differing() -> Archive:
    """What The Wire says of eight acts, and what The Cable does."""
    wire = [(f"d{at}", act(stage, "a pact")) for at, stage in enumerate(STAGES)]
    wire.append(("chain", f"act: statement, by: VNM, date: 2024-05-05, says: {{s1: it was ready}}, {CHAIN}"))
    cable = (SOURCE % ("cable", "The Cable")).splitlines()[:2]
    for at, stage in enumerate(STAGES):
        cable.append(f"- {{id: d{at}, same_as: wire/d{at}, {act(stage, 'two pacts')}, issue: ukraine-war, ev: [x]}}")
    return held(wire, "\n".join(cable))


def test_accounts_that_differ_and_a_chain_of_three_read_as_prose() -> None:
    archive, told = differing(), []
    for record in ("wire/chain", *(f"wire/d{at}" for at in range(len(STAGES)))):
        brief = briefing.event(archive, record, TODAY, Length.SHORT)
        told.append(f"{record}: {' '.join(clause.said for clause in brief.document.clauses())}")
    held_against(HERE / "acts-differ.txt", "\n".join(told) + "\n")
