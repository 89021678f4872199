"""One roll call of an imported file, told: names of its day, what is odd about it, its parts, the last of its title."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length, VoteOption
from briefs.plain import plain
from briefs.proof import Sentence, load_skeletons, verify
from briefs.proof.queries import found, read_query
from tests.archives import imported, odd, shipped
from tests.briefs import refusing
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.thinning import every, fewer

SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 23)
EACH = fewer(60)


def asked(archive: Archive, symbol: str, length: Length = Length.LONG, as_of: date = TODAY) -> Briefing:
    rolls = archive.rolls
    made = briefing.event(archive, rolls.measure(rolls.matrix.with_symbol(symbol)[0]).id, as_of, length)
    assert made.ending is Ending.ANSWERED, made.reasons
    return made


def told(archive: Archive, symbol: str, length: Length = Length.LONG) -> str:
    return plain(asked(archive, symbol, length).document)


def subject(archive: Archive, symbol: str) -> tuple[str, ...]:
    rolls = archive.rolls
    return (rolls.measure(rolls.matrix.with_symbol(symbol)[0]).id,)


def refused(archive: Archive, symbol: str, old: str, new: str) -> bool:
    """Whether the brief with these words changed is refused."""
    submission = briefing.submission(asked(archive, symbol).document, TODAY, subject(archive, symbol))
    changed = tuple(Sentence(s.text.replace(old, new), s.cites) for s in submission.sentences)
    assert changed != submission.sentences, f"{old} stands nowhere"
    return bool(verify(replace(submission, sentences=changed), archive.as_of(TODAY), SKELETONS))


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("German Democratic Republic", "Germany"),
        ("Democratic Kampuchea", "Cambodia"),
        ("Soviet Union", "Russia"),
        ("Czechoslovakia", "Czechia"),
        ("Yugoslavia", "Serbia"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("Cape Verde", "Cabo Verde"),
        ("Burma", "Myanmar"),
        ("Upper Volta", "Burkina Faso"),
    ],
)
def test_members_are_told_under_the_name_of_the_day_and_no_other(then: str, now: str) -> None:
    archive = odd()
    told_so = [symbol for symbol in ("A/RES/35/13", "A/RES/37/13") if f" {then}" in told(archive, symbol)]
    for symbol in told_so:
        assert refused(archive, symbol, then, now)
    voted = [
        archive.rolls.call(n).votes.get(seat)
        for n in archive.rolls.matrix.with_symbol("A/RES/37/13")
        for seat in archive.rolls.matrix.members
        if archive.rolls.matrix.seats.told(seat, date(1982, 11, 3)).name == then
    ]
    assert voted, f"nobody was called {then} in 1982"


def test_a_name_that_had_ended_by_the_day_is_refused() -> None:
    assert "Cambodia" in told(imported(), "A/RES/66/17")
    assert refused(imported(), "A/RES/66/17", "Cambodia", "Democratic Kampuchea")


def test_a_file_that_leaves_members_out_never_says_that_they_did_not_vote() -> None:
    words = told(odd(), "A/RES/35/13")
    assert "did not vote" not in words.lower()
    assert "For 16 of the 154 members of that day the voting file has no vote." in words
    assert "with no vote in the file" in words
    assert refused(odd(), "A/RES/35/13", "with no vote in the file", "did not vote")
    assert refused(odd(), "A/RES/35/13", "For 16 of the 154", "For 15 of the 154")


def test_a_tally_that_knows_who_did_not_vote_says_so() -> None:
    assert "; 16 of 157 members did not vote." in told(odd(), "A/RES/37/13")
    assert refused(odd(), "A/RES/37/13", "; 16 of 157 members did not vote", "")


def test_rows_that_do_not_add_up_are_told() -> None:
    assert "do not add up to its totals: they hold 50–54–38 (in favour–against–abstained)." in told(
        odd(), "A/RES/38/13"
    )
    assert refused(odd(), "A/RES/38/13", "they hold 50–", "they hold 51–")
    claim = "The rows of this roll call do not add up to its totals: they hold 50–54–37–16 ({})."
    claim = claim.format("in favour–against–abstained–did not vote")
    assert refused(odd(), "A/RES/37/13", "members did not vote.", f"members did not vote. {claim}")


def test_two_votes_of_one_member_are_told() -> None:
    assert "two different votes of one member" in told(odd(), "A/RES/39/13")
    assert "two different votes of one member" not in told(odd(), "A/RES/38/13")


def test_the_whole_text_answers_and_its_parts_are_listed() -> None:
    words = told(odd(), "A/RES/38/13")
    assert words.startswith("A/RES/38/13 · Question of an invented island\n")
    assert "Separate votes on parts of it" in words
    assert "• 2 November 1983: The President: I put to the vote operative paragraph 2, 51–53–38" in words
    assert "• 2 November 1983: The President: I put to the vote the amendment, 51–53–38–16" in words
    assert refused(odd(), "A/RES/38/13", "operative paragraph 2, 51–53–38", "operative paragraph 2, 51–53–37")
    assert "2 separate votes on parts of it are held." in told(odd(), "A/RES/38/13", Length.SHORT)
    assert "1 separate vote on a part of it is held." in told(odd(), "A/RES/40/14", Length.SHORT)


def test_the_vote_before_is_the_last_on_a_text_of_the_title() -> None:
    first, second = told(odd(), "A/RES/35/13"), told(odd(), "A/RES/36/13")
    assert "Compared with" not in first
    assert (
        "Compared with A/RES/35/13 (5 November 1980), the last vote on file on a text of this title: "
        "no member that voted in both voted otherwise."
    ) in second
    third = told(odd(), "A/RES/37/13")
    assert "Compared with A/RES/36/13 (4 November 1981)" in third
    assert "1 member that had voted in favour voted against: Afghanistan." in third
    assert refused(odd(), "A/RES/37/13", "A/RES/36/13 (4 November 1981)", "A/RES/35/13 (5 November 1980)")


def test_of_two_texts_of_one_title_and_day_neither_is_the_one_before() -> None:
    assert "Compared with" not in told(odd(), "A/RES/40/13A")
    assert "Compared with" not in told(odd(), "A/RES/40/13B")


def test_a_call_of_the_records_is_still_compared_on_its_issue() -> None:
    assert "Compared with A/RES/ES-11/2 (24 March 2022)" in plain(
        briefing.event(imported(), "un-es-11-3", TODAY, Length.SHORT).document
    )
    assert plain(briefing.event(imported(), "un-es-11-3", TODAY, Length.SHORT).document) == plain(
        briefing.event(shipped(), "un-es-11-3", TODAY, Length.SHORT).document
    )


def test_of_two_votes_of_one_day_neither_is_the_one_compared_with() -> None:
    for symbol in ("A/RES/ES-11/7", "A/RES/ES-11/8"):
        assert "Compared with A/RES/ES-11/6 (23 February 2023)" in told(shipped(), symbol)
    assert refused(shipped(), "A/RES/ES-11/8", "A/RES/ES-11/6 (23 February 2023)", "A/RES/ES-11/7 (24 February 2025)")


@pytest.mark.parametrize(
    ("query", "silent"),
    [
        ("query:votes?actor=JPN", False),
        ("query:votes?actor=SSD", True),
        ("query:votes?actor=JPN&about=un-votes-203", False),
        ("query:votes?actor=AUS&about=un-votes-200", True),
        ("query:vote?about=un-votes-203", False),
        ("query:record?id=un-votes/203", False),
        ("query:record?id=un-votes/999", True),
    ],
)
def test_silence_is_searched_for_in_the_file_too(query: str, silent: bool) -> None:
    view = replace(odd(), rollcalls={}, view=None).as_of(date(1990, 1, 1))
    assert (found(view, read_query(query)) == ()) is silent


def test_a_text_voted_on_later_is_not_held_yet() -> None:
    made = briefing.event(odd(), "un-votes-203", date(1980, 1, 1), Length.SHORT)
    assert "The record un-votes/203 is not held as of 1 January 1980." in plain(made.document)
    assert made.ending is Ending.NOTHING


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("archive", [odd(), imported()], ids=["odd", "invented"])
def test_mutants_of_roll_calls_of_the_file_are_refused(archive: Archive, length: Length) -> None:
    view = archive.as_of(TODAY)
    for number in range(len(archive.rolls.matrix)):
        if archive.rolls.records[number] is not None:
            continue
        about = archive.rolls.measure(number).id
        made = briefing.event(archive, about, TODAY, length)
        assert made.ending is Ending.ANSWERED, made.reasons
        brief = briefing.submission(made.document, TODAY, (about,))
        assert verify(brief, view, SKELETONS) == ()
        passed = [m for m in thinned(brief, EACH) if not refusing.refused(m.brief, view, SKELETONS)]
        assert [f"{m.operator}: {m.place}" for m in passed if not same_meaning(m, brief)] == []


ASKED = [
    (which, bloc, option)
    for which in ("odd", "records")
    for bloc in (None, "arab-league", "nato")
    for option in (None, *VoteOption)
]


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize(("which", "bloc", "option"), ASKED)
def test_mutants_of_votes_and_voters_are_refused(
    which: str, bloc: str | None, option: VoteOption | None, length: Length
) -> None:
    archive = odd() if which == "odd" else shipped()
    view = archive.as_of(TODAY)
    for number in range(0, len(archive.rolls.matrix), every(4)):
        if which == "odd" and archive.rolls.records[number] is not None:
            continue
        about = archive.rolls.measure(number).id
        made = (
            briefing.voters(archive, about, option, bloc, TODAY, length)
            if option
            else briefing.vote(archive, about, bloc, TODAY, length)
        )
        assert made.ending is Ending.ANSWERED, made.reasons
        subject = (about, *((bloc,) if bloc else ()), *((option.value,) if option else ()))
        brief = briefing.submission(made.document, TODAY, subject)
        assert verify(brief, view, SKELETONS) == ()
        passed = [m for m in thinned(brief, EACH // 8) if not refusing.refused(m.brief, view, SKELETONS)]
        assert [f"{m.operator}: {m.place}" for m in passed if not same_meaning(m, brief)] == []


def test_a_short_vote_names_those_against_and_few_others() -> None:
    words = plain(briefing.vote(shipped(), "un-es-11-1", None, TODAY, Length.SHORT).document)
    assert "• Against: Belarus, Eritrea, North Korea, Russia, Syria." in words
    assert "• Abstained:" not in words
    assert "• In favour:" not in words
    assert "By bloc" in words


def test_a_long_vote_names_everybody_once() -> None:
    document = briefing.vote(shipped(), "un-es-11-1", None, TODAY, Length.LONG).document
    lists = [clause.text for clause in document.clauses() if clause.template.startswith("names-")]
    assert [text.partition(":")[0] for text in lists] == ["Against", "Abstained", "Did not vote", "In favour"]
    named = [name for text in lists for name in text.partition(": ")[2].removesuffix(".").split(", ")]
    assert len(named) == len(set(named)) == 193


def test_a_blocs_members_of_the_day_are_all_named_under_what_they_did() -> None:
    document = briefing.vote(odd(), "un-votes-203", "nato", TODAY, Length.SHORT).document
    lists = [clause.text for clause in document.clauses() if clause.template.startswith("bloc-names-")]
    named = [name for text in lists for name in text.partition(": ")[2].removesuffix(".").split(", ")]
    assert len(named) == len(set(named)) == 16
    assert "Federal Republic of Germany" in named
    assert "Turkey" in named
    assert "Poland" not in named


def test_a_bloc_that_had_no_members_yet_is_told_so() -> None:
    words = plain(briefing.vote(odd(), "un-votes-200", "brics", TODAY, Length.SHORT).document)
    assert "The register names no member of BRICS for 5 November 1980." in words
    voters = briefing.voters(odd(), "un-votes-200", VoteOption.FAVOUR, "brics", TODAY, Length.SHORT)
    assert "The register names no member of BRICS for 5 November 1980." in plain(voters.document)


def test_nobody_is_told_as_none_of_how_many() -> None:
    made = briefing.voters(odd(), "un-votes-2011", VoteOption.AGAINST, None, TODAY, Length.SHORT)
    assert "None of the 193 members voted against A/RES/74/901" in plain(made.document)
    made = briefing.voters(odd(), "un-votes-2012", VoteOption.AGAINST, None, TODAY, Length.SHORT)
    assert "No member voted against A/RES/74/902" in plain(made.document)


def test_who_did_not_vote_is_not_said_of_a_file_that_leaves_them_out() -> None:
    words = plain(briefing.voters(odd(), "un-votes-200", VoteOption.ABSENT, None, TODAY, Length.SHORT).document)
    assert "The voting file leaves out members that did not vote, so it does not say who they were." in words
    assert "No member" not in words
    of_bloc = plain(briefing.voters(odd(), "un-votes-200", VoteOption.ABSENT, "eu", TODAY, Length.SHORT).document)
    assert "does not say who they were" in of_bloc


def test_names_of_the_day_take_their_article_in_a_sentence() -> None:
    words = told(odd(), "A/RES/36/13")
    assert "Bahrain, Iraq and the Libyan Arab Jamahiriya" in words
    assert refused(odd(), "A/RES/36/13", "and the Libyan Arab Jamahiriya", "and the Libya")
    seats = odd().rolls.matrix.seats
    assert seats.told("MKD", date(2014, 3, 27)).article == ""
