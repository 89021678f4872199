# ruff: noqa: E501  (sentences are read as prose, one a line)
"""A stranger's text against the archive: what our own briefs say is proved again from the words alone; what a record
says otherwise is refuted; everything else is neither."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from adapters.contract import Request
from bot.binding import bind
from bot.commands import Desk, Held
from briefs.archive import Archive
from briefs.document import Clause
from briefs.plain import plain
from briefs.proof import load_skeletons
from briefs.proof.inquiry import Ruling, Verdict, inquire
from briefs.proof.queries import found, read_query
from tests.archives import article, imported, shipped, with_file
from tests.briefs.gold import GOLD
from tests.briefs.mutation import mutants, same_meaning
from tests.briefs.thinning import every
from tests.golden.test_goldens import ARTICLE, IMPORTED, SHIPPED, TODAY, asked

SKELETONS = load_skeletons("en")
TO_DAY = TODAY.date()
NO_DRAFT = ("unknown", "ambiguous", "help", "find", "glossary")
"""Goldens that are service text, which claims nothing about the world; what `find` tells of records is tried apart."""
SERVICE = [name for name in {**SHIPPED, **IMPORTED} if name.startswith(("find", "glossary"))]
BRIEFS = [name for name in {**ARTICLE, **SHIPPED, **IMPORTED} if not name.startswith(NO_DRAFT)]
LABEL = "the resolution condemning Russia's invasion of Ukraine"
Q1 = "We do not support the use of force and readiness to use force or the threatened use of force"
SAID = "Prime Minister Hun Sen said on 3 March 2022, according to a transcript released by the government spokesperson's office."
UKRAINE = ("KHM", "ukraine-war")
BULLET = "7 April 2022: abstained on A/RES/ES-11/3, 93–24–58–18 (Suspension of the rights of membership of the Russian Federation in the Human Rights Council)"


def rule(archive: Archive, *lines: str, subject: tuple[str, ...] = (), as_of: date = TO_DAY) -> tuple[Ruling, ...]:
    return tuple(inquire(lines, archive.as_of(as_of), as_of, subject, SKELETONS))


def verdicts(archive: Archive, *lines: str, subject: tuple[str, ...] = ()) -> list[str]:
    return [ruling.verdict.value for ruling in rule(archive, *lines, subject=subject)]


# --- what is proved ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GOLD)
def test_every_sentence_of_the_gold_is_proved_again_with_the_same_cites(name: str) -> None:
    brief = GOLD[name]
    lines = [brief.title, *(sentence.text for sentence in brief.sentences)]
    rulings = rule(article(), *lines, subject=brief.subject, as_of=brief.as_of)
    assert [ruling.text for ruling in rulings if ruling.verdict is not Verdict.PROVED] == []
    assert [set(r.cites) for r in rulings[1:]] == [set(sentence.cites) for sentence in brief.sentences]


def _archive(name: str) -> Archive:
    return article() if name in ARTICLE else imported() if name in IMPORTED else shipped()


@cache
def _subject(name: str) -> tuple[str, ...]:
    """What the golden was asked, as `--subject` would say it."""
    archive = _archive(name)
    command, _, line = {**ARTICLE, **SHIPPED, **IMPORTED}[name].partition(" ")
    desk = Desk(Held.of(archive, ()), lambda: TODAY)
    bound = bind(Request(command, line=line), desk.held.shelf, TODAY.date())
    return (*bound.actors, *filter(None, (bound.issue, bound.about)))


def _golden(name: str, *lines: str, subject: tuple[str, ...]) -> tuple[Ruling, ...]:
    return rule(_archive(name), *lines, subject=subject, as_of=asked(name).as_of or TO_DAY)


def _lines(name: str) -> Iterator[str]:
    document = asked(name)
    yield document.title
    yield from (line.said if isinstance(line, Clause) else line.text for line in document.lines())


@pytest.mark.parametrize("with_subject", [True, False])
@pytest.mark.parametrize("name", BRIEFS)
def test_every_sentence_of_every_golden_brief_is_proved_line_by_line(name: str, with_subject: bool) -> None:
    rulings = _golden(name, *_lines(name), subject=_subject(name) if with_subject else ())
    assert [(r.text, r.why) for r in rulings if r.verdict is not Verdict.PROVED] == []


@pytest.mark.parametrize("name", SERVICE)
def test_what_is_found_of_records_is_proved_and_service_text_is_neither(name: str) -> None:
    """A list of names, a definition, a pointer says nothing of the world: no verdict but that nobody can prove it."""
    document = asked(name)
    told = {clause.said for clause in document.clauses()}
    rulings = _golden(name, *plain(document).split("\n"), subject=())
    proved = [r for r in rulings if r.verdict is Verdict.PROVED and r.cites]
    assert {r.text.split(" /source ")[0] for r in proved} == told
    assert [r.text for r in rulings if r.verdict is Verdict.REFUTED] == []


@pytest.mark.parametrize("name", BRIEFS)
def test_an_answer_copied_as_it_is_shown_is_proved_but_for_its_list_of_sources(name: str) -> None:
    """Paragraphs of several sentences, points of a list, rows of a table."""
    rulings = _golden(name, *plain(asked(name)).split("\n"), subject=_subject(name))
    footers = ("Sources to", "Compiled from", "Cite as:", "No sources held")
    assert [r.text for r in rulings if r.verdict is not Verdict.PROVED and not r.text.startswith(footers)] == []


def test_a_line_of_several_sentences_is_proved_only_if_each_is() -> None:
    true = "Of the 9 roll calls held on this issue, Cambodia voted in favour in 6 and abstained in 3."
    also = "It also co-sponsored A/RES/ES-11/1, joining after the draft was submitted."
    both = rule(shipped(), f"{true} {also}", subject=UKRAINE)
    assert [ruling.verdict for ruling in both] == [Verdict.PROVED]
    assert {"voa/kh-cospons", "undl-3967778/un-es-11-3"} <= set(both[0].cites)
    assert verdicts(shipped(), f"{true} It also secretly regretted it.", subject=UKRAINE) == ["unprovable"]
    assert verdicts(shipped(), f"{true.replace('6', '7')} {also}", subject=UKRAINE) == ["refuted"]
    assert verdicts(shipped(), f"{true} {also} {true.replace('in 3', 'in 4')}", subject=UKRAINE) == ["refuted"]


def test_a_line_names_its_own_subject_where_none_is_given() -> None:
    line = "On 12 October 2022 Cambodia voted in favour of A/RES/ES-11/4; on 7 April 2022 it had abstained on A/RES/ES-11/3."
    assert verdicts(shipped(), line) == verdicts(shipped(), line, subject=("VNM",)) == ["proved"]


def test_a_heading_says_what_the_text_is_about() -> None:
    assert verdicts(shipped(), BULLET) == ["unprovable"]
    assert verdicts(shipped(), "Cambodia", BULLET) == ["proved", "proved"]
    assert verdicts(shipped(), BULLET, subject=("KHM",)) == ["proved"]
    assert verdicts(shipped(), "Vietnam", BULLET) == ["proved", "refuted"]


def test_lines_about_imported_votes_are_proved_too() -> None:
    line = "6 December 1990: in favour of A/RES/45/67A, 55–51–49–0 (Question of Palestine)"
    archive = imported()
    call = archive.rolls.call(next(n for n, b in enumerate(archive.rolls.matrix.ballots) if b.symbol == "A/RES/45/67A"))
    tally = "–".join(str(n) for n in (call.tally.favour, call.tally.against, call.tally.abstained, call.tally.absent))
    said = {"favour": "in favour of", "against": "against", "abstained": "abstained on", "absent": "did not vote on"}
    for state in ("FRA", "KHM", "BRA"):
        told = f"6 December 1990: {said[call.votes[state]]} A/RES/45/67A, {tally} (Question of Palestine)"
        other = said["against" if call.votes[state] != "against" else "favour"]
        false = f"6 December 1990: {other} A/RES/45/67A, {tally} (Question of Palestine)"
        assert verdicts(archive, told, false, line, subject=(state,)) == ["proved", "refuted", "refuted"]


def test_the_records_are_not_all_roll_calls_where_the_imported_file_holds_more() -> None:
    """Eight records on Ukraine, and one call of the file: "the 8 roll calls held" would be one too few."""
    record = shipped().rollcall_of["un-68-262"].id
    eight = replace(shipped(), rollcalls={k: call for k, call in shipped().rollcalls.items() if k != record})
    line = "Of the 8 roll calls held on this issue, Cambodia voted in favour in 6 and abstained in 2."
    covered = "Votes cast are recorded on 8 of the 8 texts held on this issue."
    assert verdicts(eight, line, covered, subject=UKRAINE) == ["proved", "proved"]
    assert "proved" not in verdicts(with_file(eight), line, covered, subject=UKRAINE)


@pytest.mark.parametrize(
    "question",
    [
        "bloc asean palestine long",
        "bloc au long",
        "shifts since 1990 long",
        "shifts",
        "shifts since 2015 on ukraine",
        "issues long",
    ],
)
def test_answers_over_an_imported_file_are_proved_again_from_their_words(question: str) -> None:
    command, _, line = question.partition(" ")
    document = Desk(Held.of(imported(), ()), lambda: TODAY).answer_now(Request(command, line=line)).document
    assert document.as_of is not None
    lines = (document.title, *(line.said if isinstance(line, Clause) else line.text for line in document.lines()))
    rulings = rule(imported(), *lines, as_of=document.as_of)
    assert [(r.text, r.why) for r in rulings if r.verdict is not Verdict.PROVED] == []


# --- what is refuted --------------------------------------------------------------------------------------------------

REFUTED = [
    # (line, subject, what the record has)
    (BULLET.replace("abstained on", "in favour of"), UKRAINE, "undl-3967778/un-es-11-3: Cambodia abstained"),
    (BULLET.replace("abstained on", "did not vote on"), UKRAINE, "undl-3967778/un-es-11-3: Cambodia abstained"),
    (BULLET.replace("93–24", "24–93"), UKRAINE, "undl-3967778/un-es-11-3: 93 in favour, 24 against"),
    (BULLET.replace("7 April", "8 April"), UKRAINE, "undl-3967778/un-es-11-3: 7 April 2022"),
    ("Of the 8 roll calls held on this issue, Cambodia voted in favour in 6 and abstained in 3.", UKRAINE, "9, not 8"),
    ("Of the 9 roll calls held on this issue, Cambodia voted in favour in all.", UKRAINE, "6 in favour, 3 abstained"),
    ("No vote by Cambodia is recorded in the sources held.", (), "that is recorded"),
    ("Against: Belarus, Eritrea, North Korea, Russia.", ("un-es-11-1",), "un-es-11-1: Syria voted against too"),
    ("Against: Belarus, Eritrea, Mali, North Korea, Russia, Syria.", ("un-es-11-1",), "un-es-11-1: Mali abstained"),
    ("Against: none.", ("un-es-11-1",), "voted against"),
    ("ASEAN on A/RES/ES-11/8: of 10 members, 9 in favour, 1 abstained (Laos).", (), "8 in favour, 2 abstained"),
    (f'"{Q1}", Foreign Minister Vivian Balakrishnan of Singapore said on 3 March 2022.', (), "words of Hun Sen"),
    (f'"{Q1.replace("threatened use", "actual use")}", {SAID}', (), f'the words on record are "{Q1}"'),
    (f"The U.N. Security Council voted on 2 March 2022 on {LABEL}: 141 in favour, 5 against, 35 abstentions; 12 of 193 "
     "members did not vote.", ("un-es-11-1",), "the vote was in the U.N. General Assembly"),
    ("Vote, 2 Mar 2022 · Laos: in favour", (), "Laos abstained"),
    (f"Vietnam voted against {LABEL} in the U.N. General Assembly on 2 March 2022.", (), "un-es-11-1: Vietnam abstained"),
    ("The draft named 93 sponsors.", ("un-es-11-1",), "it lists 94"),
    ("Cambodia is among the 94 sponsors named on the draft resolution, Aggression against Ukraine.", (), "Cambodia is not"),
    ("24 February 2025: not a member then", ("KHM",), "Cambodia voted in favour"),
    ("South Sudan became a member of the United Nations on 9 July 2011.", (), "register:SSD: a member since 14 July 2011"),
    ("Both are ASEAN members; Vietnam chairs ASEAN in 2022.", ("KHM", "VNM"), "register:asean: Cambodia chairs it in 2022"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "subject", "has"), REFUTED, ids=lambda value: str(value)[:40])
def test_a_line_is_refuted_by_the_record_that_says_otherwise(line: str, subject: tuple[str, ...], has: str) -> None:
    (ruling,) = rule(shipped(), line, subject=subject)
    assert ruling.verdict is Verdict.REFUTED, ruling
    assert has in ruling.why
    assert ruling.cites


def test_a_count_over_imported_votes_is_refuted_with_the_right_one() -> None:
    true = "Cambodia and Vietnam both cast a vote in all 4 roll calls held on this issue and voted alike in 4 of them (100.0%). In none did one vote in favour and the other against."
    false = true.replace("alike in 4", "alike in 3").replace("100.0", "75.0")
    rulings = rule(imported(), true, false, subject=("KHM", "VNM", "palestine"))
    assert [ruling.verdict for ruling in rulings] == [Verdict.PROVED, Verdict.REFUTED]
    assert "alike in 4" in rulings[1].why
    differed = "24 February 2025, A/RES/ES-11/8: Cambodia in favour; Russia against; Laos abstained (The path to peace)"
    exchanged = differed.replace("Cambodia", "Laos", 1).replace("Laos abstained", "Cambodia abstained")
    rulings = rule(imported(), differed, exchanged, subject=("KHM", "RUS", "LAO"))
    assert [ruling.verdict for ruling in rulings] == [Verdict.PROVED, Verdict.REFUTED]


def test_what_is_signed_as_two_sentences_is_refuted_as_one() -> None:
    """Neither sentence is signed alone; the first of them alone would leave out what the second one counts."""
    true = "Germany did not vote in 3 of the 4 roll calls held under Question of Palestine while it was a member. In the other 1 the voting file has no vote by it. The newest of these roll calls is of 16 December 2020."
    late = true.replace("16 December 2020", "18 December 2019")
    rulings = rule(imported(), true, late, true.split(" In the other")[0], subject=("DEU", "palestine"))
    assert [ruling.verdict for ruling in rulings] == [Verdict.PROVED, Verdict.REFUTED, Verdict.UNPROVABLE]
    assert "16 December 2020" in rulings[1].why


OPEN = [
    # what may be true, or is nobody's to say: absence refutes nothing, and what can happen twice has no one day
    ("Singapore imposed unilateral sanctions on Russia on 1 March 2022.", ()),
    ("Cambodia imposed sanctions on Russia on 28 February 2022.", ()),
    ("More than 2 million Ukrainians have fled to neighboring countries, according to Filippo Grandi, the U.N. High "
     "Commissioner for Refugees.", ()),
    ("Prime Minister Hun Sen said China had requested the move.", ("KHM",)),
    ("Vietnam co-sponsored the resolution condemning Russia's invasion of Ukraine on which the U.N. General Assembly voted "
     "on 2 March 2022.", ()),
    ('"We do not support the use of force", Prime Minister Hun Sen said on 3 March 2022.', ()),
    ("Cambodia voted in favour of A/RES/77/1 on 1 October 2022.", ()),
    ("He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire; none is recorded as "
     "issued.", ()),
    ("Cambodia reversed its position.", ()),
    ("Nobody reads this.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "subject"), OPEN, ids=lambda value: str(value)[:40])
def test_what_no_record_contradicts_is_not_refuted(line: str, subject: tuple[str, ...]) -> None:
    for archive in (shipped(), article()):
        (ruling,) = rule(archive, line, subject=subject)
        assert (ruling.verdict, ruling.cites) == (Verdict.UNPROVABLE, ())
        assert ruling.why


def test_a_list_that_is_not_whole_is_true_of_a_roll_call_and_open_where_a_source_says_who_all_of_them_were() -> None:
    line = "Russia, Belarus and Syria voted against."
    assert verdicts(shipped(), line, subject=("un-es-11-1",)) == ["proved"]
    assert verdicts(article(), line, subject=("un-es-11-1",)) == ["unprovable"]


def test_no_true_line_is_refuted_and_no_false_one_is_proved_beside_a_mutant() -> None:
    """Each gold brief with one sentence made false: that one is not proved, the others are not refuted."""
    checked = 0
    for brief in (GOLD["position.long"], GOLD["event.long"], GOLD["compare.line"], GOLD["digest.long"]):
        true = {sentence.text for sentence in brief.sentences}
        for mutant in list(mutants(brief))[:: every(4)]:
            texts = [sentence.text for sentence in mutant.brief.sentences]
            changed = [n for n, text in enumerate(texts) if n < len(brief.sentences) and text.strip() not in true]
            told = mutant.brief.subject == brief.subject and mutant.brief.as_of == brief.as_of
            if mutant.operator == "state" or len(changed) != 1 or not told or same_meaning(mutant, brief):
                continue  # another state may have done the same: what is true of it is proved
            rulings = rule(article(), brief.title, *texts, subject=brief.subject, as_of=brief.as_of)[1:]
            if len(rulings) == len(texts):
                checked += 1
                fewer = mutant.operator == "list" and brief is GOLD["compare.line"]
                assert fewer or rulings[changed[0]].verdict is not Verdict.PROVED, texts[changed[0]]
                assert all(r.verdict is not Verdict.REFUTED for r in rulings if r.text in true), texts[changed[0]]
    assert checked > 250


# --- memory -----------------------------------------------------------------------------------------------------------


def test_after_a_line_nobody_can_read_he_may_be_anybody() -> None:
    brief = GOLD["position.short"]
    first, second, third = (sentence.text for sentence in brief.sentences)
    assert verdicts(article(), first, second, third, subject=("KHM",)) == ["proved"] * 3
    between = "President Xi Jinping called him on the telephone."
    assert verdicts(article(), first, second, between, third, subject=("KHM",)) == [
        *("proved", "proved", "unprovable", "unprovable"),
    ]


def test_what_a_refuted_line_named_carries_no_refutation() -> None:
    """The text may have meant ES-11/1: its list is not refuted by the one of ES-11/3."""
    lines = (
        "The U.N. General Assembly voted on A/RES/ES-11/3 on 2 March 2022: 93 in favour, 24 against, 58 abstentions; 18 of "
        "193 members did not vote.",
        "Against: Belarus, Eritrea, North Korea, Russia, Syria.",
    )
    assert verdicts(shipped(), *lines) == ["refuted", "unprovable"]


def test_a_digest_stands_under_its_title_and_its_run_ins() -> None:
    title, vetoed = (
        "Thursday 3 March 2022",
        "He said Cambodia was discussing with other ASEAN members a statement calling for a cease-fire.",
    )
    quoted = f'3 March. "{Q1}", Prime Minister Hun Sen of Cambodia said in an audio message, according to a transcript released by the government spokesperson\'s office.'
    assert verdicts(article(), title, quoted, vetoed) == ["proved"] * 3
    assert verdicts(article(), title, quoted, "2 April. Nobody reads this.", vetoed) == [
        *("proved", "proved", "unprovable", "unprovable"),
    ]


# --- any text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        *("\u200b", "a\x00b", "\ud800".encode("utf-8", "replace").decode(), "﻿", "x" * 100_000, "A. " * 3_000, '"' * 999),
        *("• ", "–", "{a:actor}", "$(rm)", "Cambodia\u2028Vietnam", "Cambodia\rVietnam", ": ; – · ", "a – b: c; d: e"),
        *("Cambodіa", "Against: " + ", ".join(["Russia"] * 200) + ".", "1" * 400, "On 31 February 2022.", "He", "It. " * 39),
    ],
    ids=lambda line: ascii(line[:12]),
)  # fmt: skip
def test_any_line_gives_one_verdict_and_is_not_proved_by_chance(line: str) -> None:
    begun = time.perf_counter()
    (ruling,) = rule(shipped(), f"{line}")
    assert ruling.text == line
    assert ruling.verdict is Verdict.UNPROVABLE
    assert ruling.why
    assert time.perf_counter() - begun < 2


def test_blank_lines_give_no_verdict_and_blanks_around_a_line_say_nothing() -> None:
    assert verdicts(shipped(), "", "  ", "\r", "\t", " Cambodia \r") == ["proved"]


def test_a_line_is_held_against_thousands_of_votes_quickly() -> None:
    lines = [BULLET.replace("abstained on", "against"), *(line for line, _, _ in REFUTED), *(line for line, _ in OPEN)]
    archive = imported()
    rule(archive, *lines, subject=UKRAINE)
    begun = time.perf_counter()
    assert len(rule(archive, *lines, subject=UKRAINE)) == len(lines)
    assert (time.perf_counter() - begun) / len(lines) < 0.2


# --- digests and timelines --------------------------------------------------------------------------------------------

TIMELINE = "Cambodia · timeline to 23 November 2026"
ABSTAINED = "7 April 2022. Cambodia abstained on A/RES/ES-11/3, Suspension of the rights of membership of the Russian Federation in the Human Rights Council."
DIVIDED = "7 April. The U.N. General Assembly voted on A/RES/ES-11/3, Suspension of the rights of membership of the Russian Federation in the Human Rights Council: 93 in favour, 24 against, 58 abstentions; 18 of 193 members did not vote."
REST = len(found(shipped().as_of(TO_DAY), read_query("query:records?actor=KHM"))) - 1


@pytest.mark.parametrize(
    ("heading", "true", "false", "why"),
    [
        (
            TIMELINE,
            ABSTAINED,
            ABSTAINED.replace("abstained on", "voted against"),
            "undl-3967778/un-es-11-3: Cambodia abstained",
        ),
        ("Thursday 7 April 2022", DIVIDED, DIVIDED.replace("93 in", "94 in"), "undl-3967778/un-es-11-3: 93 in favour"),
        ("Thursday 7 April 2022", DIVIDED, DIVIDED.replace("24 against", "42 against"), "24 against"),
    ],
)
def test_a_false_count_or_vote_under_a_day_is_refuted(heading: str, true: str, false: str, why: str) -> None:
    assert verdicts(shipped(), heading, true) == ["proved", "proved"]
    *_, last = rule(shipped(), heading, false)
    assert (last.verdict, why in last.why) == (Verdict.REFUTED, True)


def test_how_many_records_a_timeline_leaves_out_is_refuted_only_where_every_line_before_is_proved() -> None:
    more = f"{REST} more records of its acts and votes are held."
    wrong = f"{REST + 2} more records of its acts and votes are held."
    assert verdicts(shipped(), TIMELINE, ABSTAINED, more) == ["proved"] * 3
    assert verdicts(shipped(), TIMELINE, ABSTAINED, wrong) == ["proved", "proved", "refuted"]
    assert verdicts(shipped(), TIMELINE, ABSTAINED, "It was a landmark.", wrong)[-1] == "unprovable"
    assert verdicts(shipped(), TIMELINE, ABSTAINED.replace("abstained on", "voted against"), wrong)[-1] == "unprovable"
