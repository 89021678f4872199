"""What was added, corrected, retracted, changed in place or is gone: found exactly, told in every length, proved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.changes import Kind, since
from briefs.codebook import Act, Length, State
from briefs.history import end_of
from briefs.plain import plain
from briefs.proof import Sentence, Submission, load_skeletons, verify
from tests.archives import article, shipped
from tests.briefs.mutation import mutants, same_meaning
from tests.briefs.refusing import refused
from tests.histories import BEGUN, DAY, Life, lived

NOW = BEGUN + 7 * DAY
MONDAY = date(2026, 3, 2)
SKELETONS = load_skeletons("en")


def asked(archive: Archive, first: date | None = MONDAY, length: Length = Length.SHORT) -> Briefing:
    made = briefing.changes(archive.released(archive.known or NOW), first, archive.known or NOW, length)
    assert made.ending is not Ending.WITHHELD, made.reasons
    return made


def lines(made: Briefing) -> list[str]:
    return [clause.said for clause in made.document.clauses()]


def test_each_change_is_told_with_its_day_its_source_and_its_record() -> None:
    told = lines(asked(lived()))
    assert told[0] == (
        "Since 2 March 2026: 11 records added, 1 corrected, 1 retracted, 1 changed in place and 1 no longer held."
    )
    assert told[1] == "This archive began on 2 March 2026 with 8 records."
    assert told[2] == "The voting file was imported on 7 March 2026: 11 roll calls."
    title = "Cambodian Leader Defends UN Vote on Ukraine Invasion"
    assert told[3] == f"Added on 8 March 2026 from VOA, “{title}”, 4 March 2022: voa/sg-sanct"
    assert "Corrected on 4 March 2026: voa/kh-cospons by voa/kh-cospons-2 (VOA, 4 March 2022): a slip" in told
    assert "Changed in place on 4 March 2026: voa/kh-asean (VOA, 4 March 2022)" in told
    assert "Retracted on 5 March 2026: voa/kh-msg (VOA, 4 March 2022): Somebody else said it." in told
    assert any(line.startswith("No longer held since 5 March 2026: undl-") for line in told)


def test_the_line_is_the_counts_alone() -> None:
    assert lines(asked(lived(), length=Length.LINE))[:1] == lines(asked(lived()))[:1]
    assert len(lines(asked(lived(), length=Length.LINE))) == 2, "and the import"


def test_a_quiet_week_says_so_and_the_default_is_a_week() -> None:
    made = briefing.changes(lived().released(NOW + 30 * DAY), None, NOW + 30 * DAY, Length.SHORT)
    assert made.ending is Ending.ANSWERED
    assert lines(made) == ["Nothing was added, corrected or retracted since 1 April 2026."]


def test_before_an_instant_only_what_was_known_by_then_is_told() -> None:
    then = lived().known_by(BEGUN + 2 * DAY)
    told = lines(asked(then))
    assert told[0] == "Since 2 March 2026: 2 records added, 1 corrected and 1 changed in place."
    assert not any("Retracted" in line or "imported" in line for line in told)
    early = asked(lived().known_by(end_of(date(2026, 3, 1))), date(2026, 2, 1))
    assert lines(early) == ["Nothing was added, corrected or retracted since 1 February 2026."]
    assert "began on 2 Mar 2026" in early.document.footer


def test_an_embargoed_record_is_no_news_before_its_embargo_ends() -> None:
    assert "sg-sanct" not in plain(asked(lived().known_by(BEGUN + 5 * DAY)).document)
    assert "Added on 8 March 2026" in plain(asked(lived().known_by(BEGUN + 6 * DAY)).document)


def test_a_clock_that_was_set_back_hides_nothing() -> None:
    made = briefing.changes(lived(), MONDAY, BEGUN + 2 * DAY, Length.SHORT)
    assert made.ending is Ending.ANSWERED, made.reasons
    assert "Retracted on 5 March 2026" in plain(made.document)


def test_a_retracted_record_asked_for_says_so_and_why() -> None:
    archive = lived().released(NOW)
    for ask in (briefing.event, briefing.source):
        made = ask(archive, "voa/kh-msg", NOW.date(), Length.SHORT)
        assert made.ending is Ending.ANSWERED, made.reasons
        assert lines(made) == ["Retracted on 5 March 2026: voa/kh-msg (VOA, 4 March 2022): Somebody else said it."]
    before = lived().known_by(BEGUN + DAY)
    assert "Retracted" not in plain(briefing.event(before, "voa/kh-msg", NOW.date(), Length.SHORT).document)


def test_a_record_changed_in_place_says_so_and_when_it_was_recorded() -> None:
    archive = lived().released(NOW)
    made = briefing.event(archive, "voa/kh-asean", NOW.date(), Length.SHORT)
    assert lines(made)[-1] == "Changed in place on 4 March 2026: voa/kh-asean (VOA, 4 March 2022)"
    told = lines(briefing.source(archive, "voa/kh-asean", NOW.date(), Length.SHORT))
    assert told[-2:] == [
        "Recorded on 2 March 2026",
        "Changed in place on 4 March 2026: voa/kh-asean (VOA, 4 March 2022)",
    ]
    call = next(iter(archive.rollcalls))
    assert "Recorded on 3 March 2026" in lines(briefing.source(archive, call, NOW.date(), Length.LONG))


def test_a_record_of_many_is_named_until_the_lines_are_full_and_the_rest_is_counted() -> None:
    life = Life()
    life.hold(replace(shipped(), events={}, rollcalls={}, sources={}), BEGUN)
    event = shipped().events["voa/kh-msg"]
    many = {f"voa/m{n:03}": replace(event, id=f"voa/m{n:03}") for n in range(150)}
    archive = life.hold(replace(shipped(), events=many, rollcalls={}), BEGUN + DAY)
    told = lines(asked(archive, date(2026, 3, 3)))
    assert told[0] == "Since 3 March 2026: 150 records added."
    assert told[-1] == "30 more changes are on file."
    assert len(told) == 14
    assert len(lines(asked(archive, date(2026, 3, 3), Length.LONG))) == 16
    one_more = {**many, "voa/x": replace(event, id="voa/x")}
    assert len(one_more) == 151


# -- Exactly what happened: planted changes

IDS = st.sampled_from(["voa/a", "voa/b", "voa/c"])
STEPS = st.lists(st.tuples(st.sampled_from(["put", "fix", "take", "drop", "draft"]), IDS), max_size=12)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_planted_changes_are_found_and_nothing_else(steps: list[tuple[str, str]]) -> None:
    life, events, at = Life(), {}, BEGUN
    event = shipped().events["voa/kh-msg"]
    planted: list[tuple[Kind, str, date]] = []
    archive = life.hold(replace(shipped(), events={}, rollcalls={}), at)
    for number, (step, id_) in enumerate(steps):
        at += DAY
        was = events.get(id_)
        told = was is not None and was.state is State.PUBLISHED
        noted = was is not None and was.state is not State.DRAFT
        kind = None
        match step:
            case "put":
                events[id_] = replace(event, id=id_, form=f"form {number}", corrects=None)
                kind = Kind.EDITED if told else Kind.ADDED
            case "fix":
                events[id_] = replace(event, id=id_, form=f"form {number}", corrects="voa/z", reason="a slip")
                kind = Kind.EDITED if told else Kind.CORRECTED
            case "take":
                events[id_] = replace(event, id=id_, form=f"form {number}", state=State.RETRACTED, reason="no")
                kind = Kind.RETRACTED if told else None
            case "drop":
                events.pop(id_, None)
                kind = Kind.GONE if noted else None
            case "draft":
                events[id_] = replace(event, id=id_, state=State.DRAFT)
                kind = Kind.GONE if noted else None
        if kind:
            planted.append((kind, id_, at.date()))
        archive = life.hold(replace(archive, events=dict(events)), at)
    assert archive.history is not None
    found = since(archive.history, MONDAY, at)
    assert sorted((c.kind, c.revision.id, c.day) for c in found) == sorted(planted)
    made = briefing.changes(archive.released(at), MONDAY, at, Length.LONG)
    assert made.ending is not Ending.WITHHELD, made.reasons


def test_an_actors_own_retraction_is_an_act_and_added() -> None:
    life = Life()
    life.hold(article(), BEGUN)
    event = article().events["voa/kh-msg"]
    own = replace(event, id="voa/own", act=Act.RETRACT, about=event.id, corrects=event.id, reason="its own words")
    archive = life.hold(replace(article(), events={**article().events, own.id: own}), BEGUN + DAY)
    assert [change.kind for change in since(archive.history, MONDAY, NOW)] == [Kind.ADDED]  # type: ignore[arg-type]


# -- The prover


def submitted(archive: Archive, first: date = MONDAY) -> tuple[Submission, Archive]:
    until = archive.known or NOW
    made = asked(archive, first)
    brief = briefing.submission(made.document, until.date(), ("changes", first.isoformat()))
    return brief, archive.released(until).as_of(until.date())


def test_every_sentence_of_changes_is_met_and_its_mutants_are_refused() -> None:
    brief, archive = submitted(lived())
    assert verify(brief, archive, SKELETONS) == ()
    passed = [m for m in mutants(brief) if not refused(m.brief, archive, SKELETONS)]
    assert [f"{m.operator}: {m.place}" for m in passed if not same_meaning(m, brief)] == []


FALSE = [
    ("11 records added", "10 records added"),
    ("1 corrected, 1 retracted", "1 retracted, 1 corrected"),
    (", 1 changed in place", ""),
    ("Since 2 March 2026", "Since 3 March 2026"),
    ("with 8 records", "with 9 records"),
    ("began on 2 March", "began on 3 March"),
    ("imported on 7 March 2026: 11", "imported on 7 March 2026: 12"),
    ("imported on 7 March", "imported on 6 March"),
    ("Corrected on 4 March", "Corrected on 5 March"),
    ("Corrected on 4 March 2026: voa/kh-cospons by", "Corrected on 4 March 2026: voa/kh-asean by"),
    (": a slip", ": a lie"),
    ("Changed in place", "Retracted"),
    ("Retracted on 5 March 2026", "Changed in place on 5 March 2026"),
    ("Somebody else said it.", "Somebody else said it"),
    ("voa/kh-msg (VOA, 4 March 2022)", "voa/kh-msg (VOA, 5 March 2022)"),
    ("voa/kh-msg (VOA", "voa/kh-msg (AP"),
    ("No longer held since 5 March", "No longer held since 4 March"),
    ("“Cambodian Leader", "“Leader"),
    ("Added on 8 March 2026 from", "Added on 3 March 2026 from"),
]


@pytest.mark.parametrize(("true", "false"), FALSE)
def test_a_false_account_of_changes_is_refused(true: str, false: str) -> None:
    brief, archive = submitted(lived())
    changed = tuple(Sentence(s.text.replace(true, false), s.cites) for s in brief.sentences)
    assert changed != brief.sentences, true
    assert verify(replace(brief, sentences=changed), archive, SKELETONS)


def test_a_query_that_ends_early_or_begins_late_counts_for_nothing() -> None:
    brief, archive = submitted(lived())
    for key, other in (("until", NOW - 6 * DAY), ("since", BEGUN + DAY)):
        cites = tuple(re.sub(rf"{key}=[^&]*", f"{key}={other.isoformat()}", c) for c in brief.sentences[0].cites)
        swapped = (replace(brief.sentences[0], cites=cites), *brief.sentences[1:])
        assert verify(replace(brief, sentences=swapped), archive, SKELETONS), key


def test_a_query_of_another_kind_or_one_that_cannot_be_read_counts_for_nothing() -> None:
    brief, archive = submitted(lived())
    first = brief.sentences[0]
    beside = replace(first, cites=("query:digest?day=2026-03-02", *first.cites))
    whys = [o.why for o in verify(replace(brief, sentences=(beside, *brief.sentences[1:])), archive, SKELETONS)]
    assert whys == ["proved without query:digest?day=2026-03-02: a superfluous cite"]
    unread = Sentence("Nothing.", ("query:changes?since=soon",))
    objections = verify(replace(brief, sentences=(*brief.sentences, unread)), archive, SKELETONS)
    assert {o.sentence for o in objections} == {"Nothing."}


def test_revisions_are_named_in_the_order_of_their_cites() -> None:
    brief, archive = submitted(lived())
    line = next(s for s in brief.sentences if s.text.startswith("Added on") and len(s.cites) > 1)
    turned = replace(line, cites=line.cites[::-1])
    others = tuple(turned if s is line else s for s in brief.sentences)
    assert "turned_so" in " ".join(o.why for o in verify(replace(brief, sentences=others), archive, SKELETONS))


def test_a_count_of_what_is_not_told_needs_a_query_from_the_beginning_of_a_day() -> None:
    life = Life()
    life.hold(replace(shipped(), events={}, rollcalls={}, sources={}), BEGUN)
    event = shipped().events["voa/kh-msg"]
    many = {f"voa/m{n:03}": replace(event, id=f"voa/m{n:03}") for n in range(125)}
    archive = life.hold(replace(shipped(), events=many, rollcalls={}), BEGUN + DAY)
    brief, view = submitted(archive, date(2026, 3, 3))
    assert verify(brief, view, SKELETONS) == ()
    line = next(s for s in brief.sentences if s.text == "5 more changes are on file.")
    later = tuple(c.replace("T00:00:00", "T09:30:00", 1) for c in line.cites)
    assert later != line.cites
    others = tuple(replace(s, cites=later) if s is line else s for s in brief.sentences)
    whys = [o.why for o in verify(replace(brief, sentences=others), view, SKELETONS) if o.sentence == line.text]
    assert any("changes_untold" in why for why in whys), whys


def test_a_source_is_told_as_it_was_described_by_the_instant_asked_for() -> None:
    life = Life()
    life.hold(replace(shipped(), events={}, rollcalls={}), BEGUN)
    only = {"voa/kh-msg": shipped().events["voa/kh-msg"]}
    life.hold(replace(shipped(), events=only, rollcalls={}), BEGUN + DAY)
    renamed = {**shipped().sources, "voa": replace(shipped().sources["voa"], publisher="Voice of America")}
    archive = life.hold(replace(shipped(), events=only, rollcalls={}, sources=renamed), BEGUN + 2 * DAY)
    then, view = submitted(archive.known_by(BEGUN + DAY))
    line = next(s.text for s in then.sentences if s.text.startswith("Added on"))
    assert "from VOA" in line
    assert verify(then, view, SKELETONS) == ()
    now, whole = submitted(archive)
    assert "from Voice of America" in next(s.text for s in now.sentences if s.text.startswith("Added on"))
    assert verify(now, whole, SKELETONS) == ()


def test_a_revision_that_is_none_or_was_recorded_later_is_no_cite() -> None:
    brief, archive = submitted(lived())
    line = next(s for s in brief.sentences if s.text.startswith("Retracted"))
    for cite in ("revision:voa/kh-msg", "revision:voa/kh-msg@2020-01-01T00:00:00+00:00", "revision:@", "revision:x@y"):
        other = tuple(replace(s, cites=(cite,)) if s == line else s for s in brief.sentences)
        assert verify(replace(brief, sentences=other), archive, SKELETONS)
    then, view = submitted(lived().known_by(BEGUN + 2 * DAY))
    assert any(
        "no revision" in o.why for o in verify(replace(then, sentences=(*then.sentences, line)), view, SKELETONS)
    )


def test_what_was_held_from_the_beginning_is_never_told_as_added() -> None:
    brief, archive = submitted(lived())
    at = BEGUN.isoformat()
    title = "Cambodian Leader Defends UN Vote on Ukraine Invasion"
    false = Sentence(
        f"Added on 2 March 2026 from VOA, “{title}”, 4 March 2022: voa/kh-msg", (f"revision:voa/kh-msg@{at}",)
    )
    assert verify(replace(brief, sentences=(*brief.sentences, false)), archive, SKELETONS)


def test_every_message_of_this_archives_history_is_met() -> None:
    text = files("briefs.wording").joinpath("history.en.ftl").read_text("utf-8")
    messages = set(re.findall(r"^((?:changes|record)-[a-z-]+) =", text, re.MULTILINE))
    messages -= {message for message in messages if message.startswith("changes-count-")}
    archive, life = lived().released(NOW), Life()
    life.hold(shipped(), BEGUN)
    many = {f"voa/m{n}": replace(shipped().events["voa/kh-msg"], id=f"voa/m{n}") for n in range(130)}
    crowded = life.hold(replace(shipped(), events=many), BEGUN + DAY)
    made = [asked(archive), asked(crowded), asked(archive, date(2026, 3, 9))]
    made += [briefing.source(archive, "voa/kh-asean", NOW.date(), Length.SHORT)]
    assert messages == {clause.template for each in made for clause in each.document.clauses()} & messages
