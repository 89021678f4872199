# ruff: noqa: E501  (sentences are read as prose, one a line)
"""What `dateline prove` says of odd lines: the record that refutes each, or that none does; and where its search stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from briefs.archive import Archive
from briefs.proof import SkeletonList, load_skeletons, read_skeletons
from briefs.proof.inquiry import Ruling, Verdict, inquire
from briefs.proof.inquiry.index import MOST_NEAR, Index
from briefs.proof.inquiry.sentences import cells
from tests.archives import article, imported, shipped, specimens
from tests.briefs.test_every_form_of_every_act import held

SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 24)
NOTHING = "No record held tells of this, and none says otherwise."
LEANS = "unprovable: It leans on what was said before"
READY = '"We are ready for whatever may come", Vietnam said '
RELIEF = "the resolution on relief in the U.N. General Assembly on 5 May 2024."
TALLY = "The U.N. General Assembly voted on 5 May 2024 on {}: 141 in favour, 5 against, 35 abstentions; 12 of 193 members did not vote."
OLD_VOTE = "7 April 2022: abstained on A/RES/ES-11/3, 93–24–58–18 (Suspension of the rights of membership of the Russian Federation in the Human Rights Council)"


def rulings(
    archive: Archive, *lines: str, subject: tuple[str, ...] = (), as_of: date = TODAY, signed: SkeletonList = SKELETONS
) -> tuple[Ruling, ...]:
    return tuple(inquire(lines, archive.as_of(as_of), as_of, subject, signed))


def last(archive: Archive, *lines: str, subject: tuple[str, ...] = (), as_of: date = TODAY) -> str:
    """The verdict on the last line and why; those before it are proved."""
    *before, ruling = rulings(archive, *lines, subject=subject, as_of=as_of)
    assert all(each.verdict is Verdict.PROVED for each in before)
    return f"{ruling.verdict.value}: {ruling.why}" if ruling.why else ruling.verdict.value


@cache
def wire(*records: str) -> Archive:
    return held((f"r{number}", record) for number, record in enumerate(records))


def said_in_a_week() -> Archive:
    return wire("act: statement, by: VNM, date: 2024-W18, quotes: {q1: We are ready for whatever may come}")


def voted() -> Archive:
    """Two press accounts: one without a tally, one with a tally that leaves out who did not vote."""
    return wire(
        "act: vote.held, in: unga, about: un-es-11-1, date: 2024-05-05, label: the resolution on aggression, favour: {complete: false, of: [JPN]}",
        "act: vote.held, in: unga, about: un-es-11-2, date: 2024-05-05, label: the resolution on relief, tally: {favour: 141, against: 5, abstained: 35}, "
        "favour: {complete: false, of: [JPN]}, against: {complete: true, of: [RUS, BLR, SYR, PRK, ERI]}",
    )  # fmt: skip


def listed_in_part() -> Archive:
    """What is shipped, with its list of sponsors not said to be whole."""
    name = "a-es-11-l-1/sponsors"
    return replace(shipped(), events={**shipped().events, name: replace(shipped().events[name], complete=None)})


def drafted() -> Archive:
    return wire("act: cosponsor, by: [LAO, VNM], about: un-es-11-1, role: draft, date: 2024-05-05")


Asked = tuple[Callable[[], Archive], str, tuple[str, ...], str]
LINES: tuple[Asked, ...] = (
    # days
    (said_in_a_week, f"{READY}in the week of 29 April 2024.", (), "proved"),
    (said_in_a_week, f"{READY}on 6 May 2024.", (), "refuted: wire/r0: between 29 April 2024 and 5 May 2024"),
    (said_in_a_week, f"{READY}on 28 April 2024.", (), "refuted: wire/r0: between 29 April 2024 and 5 May 2024"),
    (said_in_a_week, f"{READY}on 1 May 2024.", (), f"unprovable: {NOTHING}"),
    (article, '"The world is taking action to hold Russia accountable", the U.S. Embassy in Phnom Penh said on 5 March 2022.', (), "refuted: voa/us-welcome: no later than 4 March 2022"),
    (shipped, "Cambodia voted in favour in 6 of the 9 roll calls held on Russia's war against Ukraine and abstained in 3, the newest on 23 February 2025.", (), "refuted: the newest of them is of 24 February 2025"),
    (shipped, "Roll calls held run to 24 February 2025; later votes are not recorded here.", (), "proved"),
    (shipped, "Roll calls held run to 2 March 2022; later votes are not recorded here.", (), "refuted: undl-4076673/un-es-11-8: the newest held is of 24 February 2025"),
    (imported, "Roll calls held run to 2 March 2022; later votes are not recorded here.", (), f"unprovable: {NOTHING}"),
    # who was a member, who did what
    (imported, "6 December 1990: in favour of A/RES/45/67A, 51–0–92–16 (Question of Palestine)", ("SSD", "palestine"), "refuted: un-votes/101: South Sudan was not a member of the United Nations then"),
    (shipped, "Laos became a member of the United Nations on 14 December 1956.", (), "refuted: register:LAO: a member since 14 December 1955"),
    (shipped, "Palestine became a member of the United Nations on 14 December 1956.", (), f"unprovable: {NOTHING}"),
    (shipped, "Both are ASEAN members; Cambodia chairs ASEAN in 2021.", ("KHM", "VNM"), "refuted: register:asean: Brunei chairs it in 2021"),
    (shipped, "Both are ASEAN members; Cambodia chairs ASEAN in 1970.", ("KHM", "VNM"), f"unprovable: {NOTHING}"),
    (shipped, "Cambodia and Singapore voted in favour.", ("KHM", "SGP", "un-es-11-1"), "proved"),
    (shipped, "Cambodia and Laos voted in favour.", ("KHM", "LAO", "un-es-11-1"), "refuted: undl-3959039/un-es-11-1: Laos abstained"),
    (shipped, "Cambodia and Palestine voted in favour.", ("KHM", "PSE", "un-es-11-1"), LEANS),
    (shipped, "2 March 2022, A/RES/ES-11/1: Cambodia in favour; Laos abstained (Aggression against Ukraine)", ("KHM", "LAO", "VNM", "ukraine-war"), f"unprovable: {NOTHING}"),
    # lists and tallies of the press
    (voted, f"Japan voted in favour of {RELIEF}", (), "proved"),
    (voted, f"Russia voted in favour of {RELIEF}", (), "refuted: wire/r1: Russia voted against"),
    (voted, f"Laos voted against {RELIEF}", (), "refuted: wire/r1: only Russia, Belarus, Syria, North Korea and Eritrea voted against"),
    (voted, TALLY.format("the resolution on aggression"), ("un-es-11-1",), f"unprovable: {NOTHING}"),
    (voted, TALLY.format("the resolution on relief"), (), f"unprovable: {NOTHING}"),
    (specimens, "3 countries co-sponsored it.", ("sp-1",), "proved"),
    (specimens, "4 countries co-sponsored it.", ("sp-1",), "refuted: wire/vote: 3 countries co-sponsored it"),
    (shipped, "The draft named 93 sponsors.", ("un-es-11-1",), "refuted: a-es-11-l-1/sponsors: it lists 94"),
    (listed_in_part, "The draft named 93 sponsors.", ("un-es-11-1",), LEANS),
    (imported, "51 members voted in favour of A/RES/44/41A in the U.N. General Assembly on 6 December 1989.", (), "proved"),
    (imported, "51 of 193 members voted in favour of A/RES/44/41A in the U.N. General Assembly on 6 December 1989.", (), f"unprovable: {NOTHING}"),
    (imported, "6 December 1989, A/RES/44/41A: of 8 BRICS members, 8 in favour.", ("brics",), f"unprovable: {NOTHING}"),
    # who moved
    (shipped, "Compared with A/RES/ES-11/2 (24 March 2022): 39 members that had voted in favour abstained: Cambodia and Laos.", ("un-es-11-3",), "refuted: undl-3965954/un-es-11-2: Laos is not among those"),
    (shipped, "Compared with A/RES/ES-11/2 (24 March 2022): 39 members that had voted in favour abstained: Cambodia and France.", ("un-es-11-3",), "refuted: undl-3967778/un-es-11-3: France is not among those"),
    (shipped, "Compared with A/RES/ES-11/2 (24 March 2022): 39 members that had voted in favour abstained: Cambodia and Singapore.", ("un-es-11-3",), LEANS),
    (shipped, "Compared with A/RES/ES-11/2 (24 March 2022): 39 members that had voted in favour abstained: Zaire.", ("un-es-11-3",), LEANS),
    # silence
    (shipped, "The record a/b is not held as of 24 November 2026.", ("a/b",), "proved"),
    (shipped, "The record a&b is not held as of 24 November 2026.", ("a&b",), f"unprovable: {NOTHING}"),
    (shipped, "The record voa/vote is not held as of 24 November 2026.", ("voa/vote",), "refuted: voa/vote: that is recorded"),
    (shipped, "Said · Vietnam: no quotation on this issue", ("VNM", "ukraine-war"), "proved"),
    (shipped, "Said · Cambodia: no quotation on this issue", ("KHM", "ukraine-war"), "refuted: voa/kh-asean and 1 more: that is recorded"),
    (shipped, "No vote by Vietnam is recorded in the sources held.", (), "refuted: voa/vote and 9 more: that is recorded"),
)  # fmt: skip


@pytest.mark.parametrize(("archive", "line", "subject", "said"), LINES, ids=[f"{said[:9]} {line[:60]}" for _, line, _, said in LINES])  # fmt: skip
def test_a_line_is_proved_or_refuted_by_a_record_or_neither(
    archive: Callable[[], Archive], line: str, subject: tuple[str, ...], said: str
) -> None:
    answer = last(archive(), line, subject=subject)
    assert answer == said if said != LEANS else answer.startswith(said)


def test_a_line_without_a_name_is_about_whom_the_line_before_was() -> None:
    first = "Cambodia co-sponsored the resolution condemning Russia's invasion of Ukraine on which the U.N. General Assembly voted on 2 March 2022."
    then = "2 March 2022: in favour of A/RES/ES-11/1, 141–5–35–12 (Aggression against Ukraine)"
    assert last(shipped(), first, then) == "proved"
    assert last(shipped(), then).startswith("unprovable: It leans on what was said before")


def test_this_issue_is_none_where_none_is_named() -> None:
    assert last(shipped(), "Said · Vietnam: no quotation on this issue").startswith("unprovable: It leans on")


def test_a_roll_call_held_after_the_day_asked_for_proves_and_refutes_nothing() -> None:
    asked = ("KHM", "ukraine-war")
    assert last(shipped(), OLD_VOTE, subject=asked) == "proved"
    early = last(shipped(), OLD_VOTE, subject=asked, as_of=date(2022, 3, 5))
    assert early.startswith("unprovable")
    line, joined = "27 March 2014: not a member then", ("MNE", "ukraine-war")
    assert last(shipped(), line, subject=joined).startswith("refuted: undl-767565/un-68-262: Montenegro")
    assert last(shipped(), line, subject=joined, as_of=date(2014, 3, 1)).startswith(LEANS)


def test_a_row_s_cell_goes_on_behind_a_semicolon_in_a_quotation() -> None:
    plain = 'Said – Cambodia: "we ask; we wait" (3 Mar); Vietnam: nothing recorded'
    assert cells(plain) == ('Said · Cambodia: "we ask; we wait" (3 Mar)', "Said · Vietnam: nothing recorded")


# -- With a signed list of one's own


def own(*lines: str) -> SkeletonList:
    return read_skeletons("en", "\n".join(line.replace(" | ", "\t") for line in lines))


def test_a_list_that_its_sentence_does_not_say_of_which_vote_refutes_nothing() -> None:
    loose = own("own.one | {w:actors} {o:did}. | act($v,vote.held); named_all($v,o,w)")
    ruling, *_ = rulings(article(), "Cambodia voted against.", signed=loose)
    assert (ruling.verdict, ruling.why) == (Verdict.UNPROVABLE, NOTHING)
    tied = own("own.one | {w:actors} {o:did} on {l:label}. | act($v,vote.held); label($v,l); named_all($v,o,w)")
    text = "Vietnam voted against on the resolution condemning Russia's invasion of Ukraine."
    ruling, *_ = rulings(article(), text, signed=tied)
    assert (ruling.verdict, ruling.why) == (Verdict.REFUTED, "voa/vote: Vietnam abstained")


def test_whom_a_silence_leaves_out_only_issue_and_text_are_taken_from_before() -> None:
    ruling, *_ = rulings(article(), "Nothing by it is recorded.", signed=own("own.one | Nothing by it is recorded. | it_actor(?a); none(records,actor,?a)"))  # fmt: skip
    assert ruling.verdict is Verdict.UNPROVABLE


def test_a_roll_call_of_which_nothing_is_said_may_be_any_record_of_one() -> None:
    signed = own("own.one | A vote is known whole. | call($r); knows($r,absent)", "own.two | A part was voted on. | call($r); on_part($r)")  # fmt: skip
    whole, part = rulings(imported(), "A vote is known whole.", "A part was voted on.", signed=signed)
    assert (whole.verdict, part.verdict) == (Verdict.PROVED, Verdict.UNPROVABLE)
    assert [cite.split("/")[0].startswith("undl-") for cite in whole.cites] == [True]


def test_a_roll_call_is_taken_for_no_event_by_the_search_either() -> None:
    ruling, *_ = rulings(shipped(), "It was so.", signed=own("own.one | It was so. | call($r); act($r,vote.held)"))
    assert ruling.verdict is Verdict.UNPROVABLE


def test_a_reference_to_a_text_is_no_reference_to_a_record() -> None:
    signed = own("own.one | {a:actor} helped with it. | act($c,cosponsor); by($c,a); about($c,$v); act($v,vote.held)")
    ruling, *_ = rulings(article(), "Cambodia helped with it.", signed=signed)
    assert (ruling.verdict, ruling.cites) == (Verdict.PROVED, ("voa/kh-cospons", "voa/vote"))
    ruling, *_ = rulings(drafted(), "Laos helped with it.", signed=signed)
    assert ruling.verdict is Verdict.UNPROVABLE


def test_of_two_silences_in_one_sentence_the_one_that_is_broken_refutes() -> None:
    signed = own(
        "own.one | Neither {a:actor} nor {b:actor} spoke. | none(statements,actor,a); none(statements,actor,b)"
    )
    good, bad = rulings(article(), "Neither Laos nor Vietnam spoke.", "Neither Laos nor Cambodia spoke.", signed=signed)
    assert good.verdict is Verdict.PROVED
    assert (bad.verdict, bad.why) == (Verdict.REFUTED, "voa/kh-asean and 1 more: that is recorded")


def test_the_same_cut_is_not_tried_twice() -> None:
    """ "One. Two." is a sentence, and so are "One." and "Two.": what follows them is tried once."""
    signed = own(
        "phrase.one | One. | ", "phrase.two | Two. | ", "phrase.both | One. Two. | ", "phrase.three | Three. | "
    )
    good, bad = rulings(article(), "One. Two. Three.", "One. Two. Four.", signed=signed)
    assert (good.verdict, bad.verdict) == (Verdict.PROVED, Verdict.UNPROVABLE)
    many = "One. Two. " * 18  # two to the eighteenth ways to cut it
    good, bad = rulings(article(), f"{many}Three.", f"{many}Four.", signed=signed)
    assert (good.verdict, bad.verdict) == (Verdict.PROVED, Verdict.UNPROVABLE)


# -- Where the search stops


@cache
def alike() -> Archive:
    """Seventy statements of the same words, the first sixty of them in a report, on seventy days; and one sanction."""
    return wire(
        *(
            f"act: statement, by: VNM, date: 2023-{1 + n // 28:02}-{1 + n % 28:02}, what: a plan{', form: report' * (n < 60)}"
            for n in range(70)
        )
    )


def test_a_sentence_that_would_need_too_many_trials_is_not_provable_here() -> None:
    """The first is found at once, the last only after every pair of those before it."""
    words = "act($a,statement); act($b,statement); latest($a,d); latest($b,e)"
    signed = own(f"own.one | Between {{d:date}} and {{e:date}} they spoke. | {words}")
    lines = (
        "Between 1 January 2023 and 2 January 2023 they spoke.",
        "Between 12 March 2023 and 11 March 2023 they spoke.",
    )
    first, last_ = rulings(alike(), *lines, signed=signed)
    assert first.verdict is Verdict.PROVED
    assert (last_.verdict, last_.why) == (Verdict.UNPROVABLE, NOTHING)


def test_of_many_records_with_the_same_words_one_is_found_by_its_day() -> None:
    assert len(Index(alike()).near("a plan")) == MOST_NEAR
    assert last(alike(), "Vietnam issued a plan on 1 January 2023.") == "proved"
    assert last(alike(), "Vietnam issued a plan on 14 March 2023.") == "proved"
    assert last(alike(), "Vietnam issued a plan on 15 March 2023.").startswith("unprovable")


def test_no_more_than_a_dozen_ways_to_cite_are_put_before_the_prover_for_one_reading() -> None:
    """The first reads it with a record too many, which the prover refuses where the second can do without, that is sixty
    times over; then the second proves it."""
    words = "act($a,statement); what($a,whole,x)"
    first = f"own.one | They issued {{x:what}}. | {words}; act($b,sanction)"
    second = f"own.two | They issued {{x:what}}. | {words}; form($a,report)"
    ruling, *_ = rulings(alike(), "They issued a plan.", signed=own(first))
    assert (ruling.verdict, len(ruling.cites)) == (Verdict.PROVED, 2)
    ruling, *_ = rulings(alike(), "They issued a plan.", signed=own(first, second))
    assert (ruling.verdict, len(ruling.cites)) == (Verdict.PROVED, 1)
