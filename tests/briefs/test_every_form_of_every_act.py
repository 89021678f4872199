"""Every act with every field that a curator may give it, in everybody's hands and at every stage: told, proved, and
never told further than its record goes. The records are made from lists of fields; those that assembly refuses are
none a curator can hand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice

import pytest

from briefs import briefing, positions
from briefs.archive import Archive
from briefs.assembly import assemble
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, Length, Status
from briefs.digests import Filter
from briefs.plain import plain
from briefs.proof import load_skeletons, verify
from briefs.reading import FileContent, read
from tests.archives import registered

DAY, TODAY = date(2024, 5, 5), date(2024, 5, 7)
ISSUE = "ukraine-war"
SOURCE = """source: {id: %s, publisher: %s, class: press, lang: en, title: T, url: "https://wire.example/1", published: 2024-05-06, licence: invented}
records:
- {id: first, act: statement, by: LAO, date: 2024-05-01, issue: ukraine-war, says: {s1: all should talk}, ev: [x]}
- {id: step, act: sanction, by: LAO, against_actor: BLR, date: 2024-05-01, issue: ukraine-war, ev: [x]}
"""  # noqa: E501
OBJECTS = (
    "", "what: a plan", "with: RUS", "to: the Red Square", "to: RUS", "against_actor: RUS", "about: un-es-11-1",
    "about: first", "about: step", "about: RUS", "in: unsc, label: a motion", "in: unga", "what: a plan, with: RUS",
    "what: a plan, to: RUS", "what: a plan, against_actor: RUS", "what: a plan, in: unsc", "with: hun-sen",
    "against_actor: hun-sen", "against_actor: cnrp", "with: cnrp", "what: a plan, against_actor: hun-sen",
    "what: a plan, with: cnrp", "form: unilateral, what: a plan", "form: unilateral, against_actor: RUS",
    "form: unilateral, against_actor: RUS, what: a ban", "form: report, what: a plan", "says: {s1: it was ready}",
    "quotes: {q1: We are ready}", "says: {s1: {hope: peace would come}}",
)  # fmt: skip
HANDS = (
    "by: VNM", "by: hun-sen, for: KHM", "by: grandi", "by: cnrp", "by: sam-rainsy, for: cnrp",
    "by: us-emb-pp, for: USA",
    "by: [VNM, LAO]", "by: [FRA, DEU, ITA, ESP, PRT, GRC, AUT]", "by: [hun-sen, balakrishnan]", "by: [grandi, VNM]",
    "by: [cnrp, VNM]", "by: [hun-sen, balakrishnan], for: asean", "by: [VNM, LAO], complete: false",
    "by: grandi, complete: false", "by: [FRA, DEU, ITA, ESP, PRT, GRC, AUT], for: eu", "by: [VNM, KHM, grandi, cnrp]",
)  # fmt: skip
PLAIN = {
    "sanction": "against_actor: RUS", "visit": "to: the Red Square", "statement": "says: {s1: it was ready}",
    "cosponsor": "about: un-es-11-1", "call": "what: a plan", "deny": "says: {s1: it had fired}",
    "seek": "what: a plan",
}  # fmt: skip
STAGES = (*(f"status: {status.value}" for status in Status), "status: conditional, condition: others did so too")
DATES = ("2024-W18", "2024-04", "2023", "../2024-05-05")
CHAINS = ("[{transcript: kh-gov-spox}]", "[{interview: un}, {transcript: kh-gov-spox}, {recording: grandi}]")
WORDS = ("says: {s1: it was ready}", "says: {s1: {hope: peace would come}}", "quotes: {q1: We are ready}")
ACTS = tuple(act.value for act in Act if act not in (Act.VOTE_HELD, Act.BACKGROUND))


def fields() -> Iterator[str]:
    """Every act with every object; seven acts in everybody's hands at every stage; dates; words through several."""
    for act in ACTS:
        yield from (f"act: {act}, by: VNM, date: 2024-05-05, {object_}" for object_ in OBJECTS)
    for act, object_ in PLAIN.items():
        for hands in HANDS:
            yield from (f"act: {act}, {hands}, date: 2024-05-05, {object_}, {stage}" for stage in STAGES)
        for day in DATES:
            yield from (f"act: {act}, by: VNM, date: {day}, {object_}, {stage}" for stage in STAGES)
    for chain in CHAINS:
        for words in WORDS:
            for hands in HANDS:
                yield f"act: statement, {hands}, date: 2024-05-05, {words}, via: {chain}"


def _line(name: str, record: str) -> str:
    issue = "" if re.search(r"about: (un-es|first|step)", record) else f", issue: {ISSUE}"
    return f"- {{id: {name}, {record.rstrip(', ')}{issue}, ev: [x]}}"


def held(records: Iterable[tuple[str, str]], *more: str) -> Archive:
    """The archive of these records, those that make no sense left out."""
    lines = (SOURCE % ("wire", "The Wire")).splitlines() + [_line(name, record) for name, record in records]
    while True:
        contents = [read("\n".join(lines).encode(), "wire.yaml"), *(read(text.encode(), "more.yaml") for text in more)]
        files = [content for content in contents if isinstance(content, FileContent)]
        assert len(files) == len(contents), contents
        made = assemble([*registered(), *files])
        wrong = {int(str(problem).split(":")[1]) for problem in made.problems}
        if not wrong:
            return made.archive
        lines = [line for number, line in enumerate(lines, 1) if number not in wrong]


@cache
def all_of_them() -> Archive:
    return held((f"r{number}", record) for number, record in enumerate(fields()))


def named_only(brief: Briefing) -> bool:
    assert brief.ending is not Ending.WITHHELD, brief.reasons
    return any("on-file" in clause.template for clause in brief.document.clauses())


def test_every_record_is_told_in_a_proved_sentence_but_for_the_few_that_say_nothing() -> None:
    archive = all_of_them()
    records = [event for event in archive.published if event.id.startswith("wire/r")]
    assert len(records) > 1700
    only = [e for e in records if named_only(briefing.event(archive, e.id, TODAY, Length.LONG))]
    assert {(e.act.value, e.what, bool(e.says or e.quotes)) for e in only} == {("seek", None, False)}


def asked(archive: Archive, place: str, actor: str, length: Length) -> Briefing:
    match place:
        case "position":
            return briefing.position(archive, actor, ISSUE, TODAY, length)
        case "timeline":
            return briefing.timeline(archive, actor, None, TODAY, length)
        case "digest":
            return briefing.digest_of_day(archive, DAY, Filter(), length)
        case _:
            return briefing.compare(archive, ("KHM", "VNM", "RUS"), ISSUE, TODAY, length)


@pytest.mark.parametrize("place", ["position", "timeline", "digest", "compare"])
def test_nothing_about_any_of_them_is_withheld(place: str) -> None:
    """A twentieth of them, a score in each archive."""
    records = [event for event in all_of_them().published if event.id.startswith("wire/r")]
    texts = dict(enumerate(fields()))
    chosen = [int(event.id.removeprefix("wire/r")) for event in islice(records, 3, None, 17)]
    for start in range(0, len(chosen), 20):
        archive = held((f"r{number}", texts[number]) for number in chosen[start : start + 20])
        actors = sorted({actor for event in archive.published for actor in (*event.by, *event.owner)})
        for actor in actors[:: 1 if place in ("position", "timeline") else len(actors)]:
            for length in (Length.SHORT, Length.LONG):
                brief = asked(archive, place, actor, length)
                assert brief.ending is not Ending.WITHHELD, brief.reasons


# --- the roll-up -----------------------------------------------------------------------------------------------------

TELLING = {
    Status.ANNOUNCED: "announced", Status.PLANNED: "planned", Status.IN_DISCUSSION: "discussed",
    Status.CONDITIONAL: "conditional", Status.DENIED: "denied",
}  # fmt: skip
OBJECT = {
    **dict.fromkeys(ACTS, "what: a plan"), **PLAIN, "adopted": "about: un-es-11-1", "rejected": "about: un-es-11-1",
    "lift-sanction": "against_actor: RUS", "meet": "with: RUS", "phone": "with: RUS", "statement": "what: a plan",
    "deny": "what: a plan",
}  # fmt: skip


def every_act(hands: str, stage: str = "") -> Archive:
    return held((act, f"act: {act}, {hands}, date: 2024-05-05, {OBJECT[act]}{stage}") for act in ACTS)


def told_of(archive: Archive, actor: str) -> Iterator[tuple[str, str]]:
    """(how it is told, its text) of every clause that rests on one of the records, wherever they are told."""
    briefs = [briefing.position(archive, actor, ISSUE, TODAY, length) for length in Length]
    briefs += [briefing.digest_of_day(archive, DAY, Filter(), Length.LONG)]
    briefs += [briefing.timeline(archive, actor, None, TODAY, Length.LONG)]
    briefs += [briefing.compare(archive, (actor, "LAO"), ISSUE, TODAY, length) for length in Length]
    briefs += [briefing.event(archive, f"wire/{act}", TODAY, Length.LONG) for act in ACTS]
    for brief in briefs:
        assert brief.ending is not Ending.WITHHELD, brief.reasons
        for clause in brief.document.clauses():
            if any(cite.removeprefix("wire/") in ACTS for cite in clause.cites):
                yield clause.template, clause.text


@pytest.mark.parametrize("status", TELLING, ids=lambda status: status.value)
def test_an_act_that_is_not_done_never_counts_as_the_states_own(status: Status) -> None:
    archive = every_act("by: VNM", f", status: {status.value}")
    position = positions.trace(archive, "VNM", ISSUE)
    assert position.sponsorships == ()
    assert {event.act.value for event in position.acts} == set(ACTS)
    assert {event.status for event in position.acts} == {status}
    ways = {how for how, _ in told_of(archive, "VNM")}
    assert {how for how in ways if TELLING[status] not in how} <= {"cell-on-file", "seek", "seek-on"}


@pytest.mark.parametrize("hands", ["by: cnrp", "by: sam-rainsy, for: cnrp"])
def test_an_act_of_a_party_is_never_its_countrys_and_always_has_its_standing(hands: str) -> None:
    archive = every_act(hands)
    position = positions.trace(archive, "KHM", ISSUE)
    assert (position.sponsorships, position.acts, position.asserted) == ((), (), ())
    assert {event.act.value for event in position.opposition} == set(ACTS)
    lines = [text for how, text in told_of(archive, "KHM") if "on-file" not in how]
    assert lines
    assert [text for text in lines if "exiled opposition" not in text] == []
    cells = briefing.compare(archive, ("KHM", "LAO"), ISSUE, TODAY, Length.LONG).document
    assert [c.text for c in cells.clauses() if c.under.endswith("Cambodia") and c.template == "cell-yes"] == []


def test_what_only_another_claims_is_told_with_whose_claim_it_is_and_never_as_done() -> None:
    claims = ", ".join(f"{{act: {act}, of: [VNM], {_claim(act)}}}" for act in ACTS)
    archive = held([("claims", f"act: statement, by: NOR, date: 2024-05-05, what: a report, asserts: [{claims}]")])
    position = positions.trace(archive, "VNM", ISSUE)
    assert (position.sponsorships, position.acts) == ((), ())
    assert len(position.asserted) == len(ACTS)
    brief = briefing.position(archive, "VNM", ISSUE, TODAY, Length.LONG)
    assert brief.ending is Ending.ANSWERED, brief.reasons
    lines = [clause.text for clause in brief.document.clauses() if "wire/claims" in clause.cites]
    assert len(lines) > 30
    assert [line for line in lines if "Norway said" not in line] == []


def _claim(act: str) -> str:
    return OBJECT[act].replace("to: the Red Square", "with: RUS")


def test_who_acts_for_another_sponsors_and_sanctions_nothing_itself() -> None:
    archive = every_act("by: VNM, for: asean")
    assert positions.trace(archive, "VNM", ISSUE).sponsorships == ()
    lines = [text for how, text in told_of(archive, "VNM") if not how.startswith(("cell-on-file", "compare"))]
    assert [text for text in lines if "on behalf of ASEAN" not in text] == []


@pytest.mark.parametrize("stage", STAGES)
def test_accounts_that_differ_are_told_apart_at_every_stage(stage: str) -> None:
    """Another source has the same act done on another day: neither is told without its publisher."""
    text = SOURCE % ("post", "The Post")
    text = text.replace("ev: [x]", "ev: [y]") + (
        "- {id: other, act: sign, by: VNM, date: 2024-05-04, what: a pact, same_as: wire/one, "
        "issue: ukraine-war, ev: [x]}"
    )
    archive = held([("one", f"act: sign, by: VNM, date: 2024-05-05, what: a pact, {stage}")], text)
    for brief in (
        briefing.event(archive, "wire/one", TODAY, Length.LONG),
        briefing.position(archive, "VNM", ISSUE, TODAY, Length.LONG),
        briefing.digest_of_day(archive, DAY, Filter(), Length.LONG),
        briefing.timeline(archive, "VNM", None, TODAY, Length.LONG),
    ):
        assert brief.ending is not Ending.WITHHELD, brief.reasons
        lines = [c.text for c in brief.document.clauses() if {"wire/one", "post/other"} & set(c.cites)]
        assert lines
        assert [line for line in lines if "according to The " not in line] == []


def test_a_conditional_act_is_told_with_its_condition_wherever_it_is_told() -> None:
    archive = every_act("by: VNM", ", status: conditional, condition: others did so too")
    lines = [text for how, text in told_of(archive, "VNM") if how != "cell-on-file"]
    assert lines
    assert [line for line in lines if " if others did so too, according to The Wire" not in line] == []


def test_a_condition_belongs_to_a_conditional_act() -> None:
    line = _line("one", "act: sign, by: VNM, date: 2024-05-05, what: a pact, condition: others sign")
    found = read((SOURCE % ("wire", "The Wire") + line).encode(), "wire.yaml")
    assert isinstance(found, FileContent)
    (problem,) = assemble([*registered(), found]).problems
    assert "condition-only" in str(problem)
    assert "status: conditional" in str(problem)


@pytest.mark.parametrize(
    "tail",
    [
        "in: unga, date: 2024-05-05, tally: {favour: 141, against: 5, abstained: 35, voted: 181, members: 193}",
        "in: unga, date: 2024-05-05, favour: {complete: false, of: [JPN]}",
        "date: 2024-05",
    ],
)
def test_an_account_of_a_vote_that_says_little_is_never_told_as_no_vote(tail: str) -> None:
    archive = held([("little", f"act: vote.held, about: un-es-11-1, {tail}")])
    day = date(2024, 6, 7)
    for length in Length:
        for answer in (
            briefing.event(archive, "un-es-11-1", day, length),
            briefing.vote(archive, "un-es-11-1", "asean", day, length),
        ):
            assert answer.ending is Ending.ANSWERED, answer.reasons
            assert "wire/little" in plain(answer.document)
            assert "No vote on this text" not in plain(answer.document)
    silence = briefing.event(held([]), "un-es-11-1", day, Length.LINE)
    false = briefing.submission(silence.document, day, ("un-es-11-1",))
    assert verify(false, held([]).as_of(day), load_skeletons("en")) == ()
    assert verify(false, archive.as_of(day), load_skeletons("en"))
