"""The records' roll calls beside an imported file's: one matrix, one answer to every question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefs.archive import Archive
from briefs.codebook import VoteOption
from briefs.rollcalls import Flag
from briefs.rollcalls.imported import LONGEST_TITLE, RowVotes, tally_of, told_title
from briefs.rollcalls.matrix import numbers_of
from tests.archives import FILED, imported, shipped

TWIN = "un-68-262"


def told(archive: Archive, mask: int) -> list[str]:
    return [archive.rolls.matrix.ballots[number].symbol for number in numbers_of(mask)]


def test_calls_of_both_stand_in_the_order_of_their_days() -> None:
    days = [ballot.day for ballot in imported().rolls.matrix.ballots]
    assert days == sorted(days)
    assert len(days) == len(FILED) + len(shipped().votes) - 1


def test_a_call_that_stands_in_both_is_the_records() -> None:
    rolls = imported().rolls
    twin = next(call for call in shipped().votes if call.measure == TWIN)
    number = rolls.number_of(twin.id)
    assert number is not None
    assert rolls.call(number) is twin
    assert not rolls.filed >> number & 1
    assert rolls.matrix.with_symbol("A/RES/68/262") == (number,)
    cells = {seat: rolls.matrix.option(seat, number) for seat in twin.votes}
    assert cells == dict(twin.votes)


def test_issues_of_the_file_keep_their_calls_when_records_are_put_between_them() -> None:
    alone = imported().imported
    assert alone is not None
    for issue, mask in alone.issues.items():
        filed = {alone.ballots[number].symbol for number in numbers_of(mask)}
        beside = set(told(imported(), imported().rolls.matrix.issues[issue]))
        assert beside - {m.symbol for m in shipped().register.measures.values()} == filed - {"A/RES/68/262"}


def test_without_a_file_the_matrix_is_the_records() -> None:
    rolls = shipped().rolls
    assert [rolls.call(n) for n in range(len(rolls.matrix))] == list(shipped().votes)
    assert rolls.filed == 0
    assert not rolls.from_file()
    assert rolls.cites(rolls.on("ukraine-war")) == tuple(call.id for call in shipped().votes)


def test_a_claim_over_both_cites_each_record_and_the_file() -> None:
    rolls = imported().rolls
    assert rolls.cites(rolls.on("palestine")) == ("un-votes",)
    assert rolls.cites(rolls.on()) == (*(call.id for call in shipped().votes), "un-votes")


@pytest.mark.parametrize("day", [date(1989, 1, 1), date(1990, 12, 6), date(2014, 3, 26), date(2022, 3, 2)])
def test_a_view_of_a_day_sees_what_had_been_held_by_then(day: date) -> None:
    seen = imported().as_of(day)
    assert all(seen.rolls.matrix.ballots[number].day <= day for number in numbers_of(seen.rolls.seen))
    held = sum(ballot.day <= day for ballot in imported().rolls.matrix.ballots)
    assert seen.rolls.seen.bit_count() == held
    assert seen.rolls.matrix is imported().rolls.matrix
    later = next((c for c in imported().rolls.matrix.ballots if c.day > day), None)
    assert later is None or seen.call(f"un-votes/{later.undl_id}") is None


def test_a_day_after_the_newest_call_is_the_archive_itself() -> None:
    assert imported().as_of(date(2026, 11, 24)) is imported()


def test_parts_of_texts_are_found_and_are_no_whole_texts() -> None:
    rolls = imported().rolls
    part = next(n for n, ballot in enumerate(rolls.matrix.ballots) if ballot.flags & Flag.PART)
    assert rolls.seen >> part & 1
    assert not rolls.on() >> part & 1


def test_one_call_of_the_file_is_a_roll_call_with_a_source_of_its_own() -> None:
    archive = imported()
    call = archive.call("un-votes/109")
    assert call is not None
    measure = archive.measure(call.measure)
    assert measure is not None
    assert (measure.symbol, measure.issue) == ("A/RES/75/191", "iran-human-rights")
    source = archive.source_of(call.id)
    assert (source.url, source.published, source.licence) == (
        "https://wire.example/votes/9", date(2020, 12, 16), "invented, with attribution",
    )  # fmt: skip
    assert archive.source_of("un-votes").published == date(2020, 12, 16)
    assert archive.call_on(call.measure) == call


def test_ids_of_the_file_mean_nothing_where_none_is_imported() -> None:
    assert shipped().call("un-votes/109") is None
    assert shipped().measure("un-votes-109") is None
    assert not shipped().holds("un-votes")
    with pytest.raises(KeyError):
        shipped().source_of("un-votes/109")


def test_votes_of_a_row_are_a_mapping_without_those_who_have_none() -> None:
    votes = RowVotes(bytes([1, 0, 4]), {"FRA": 0, "USA": 1, "KHM": 2})
    assert dict(votes) == {"FRA": VoteOption.FAVOUR, "KHM": VoteOption.ABSENT}
    assert (votes.get("USA"), votes.get("nobody"), len(votes)) == (None, None, 2)
    assert "USA" not in votes
    with pytest.raises(KeyError):
        votes["USA"]


def test_a_file_that_leaves_out_absent_members_does_not_say_how_many_did_not_vote() -> None:
    held = imported().imported
    assert held is not None
    tally = tally_of(held.ballots[0], held.rows[0])
    assert (tally.absent, tally.members) == (None, None)
    whole = tally_of(held.ballots[1], held.rows[1])
    assert whole.absent is not None
    assert whole.members == whole.favour + whole.against + whole.abstained + whole.absent


def test_totals_the_file_does_not_print_are_counted_from_its_rows() -> None:
    held = imported().imported
    assert held is not None
    bare = replace_totals(held.ballots[1])
    assert tally_of(bare, held.rows[1]) == tally_of(held.ballots[1], held.rows[1])


def replace_totals(ballot):  # type: ignore[no-untyped-def]
    return ballot._replace(totals=(None,) * 5)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Peace : resolution / adopted by the General Assembly", "Peace"),
        ("A/73/251 74b - Peace.  and\nquiet", "Peace. and quiet"),
        ("Peace\x00 and\u200b quiet", "Peace and quiet"),
        ("", "no title in the file"),
        ("Cafe\u0301", "Caf\u00e9"),
    ],
)
def test_a_title_is_told_without_the_catalogues_tail_and_without_what_nobody_sees(title: str, shown: str) -> None:
    assert told_title(title) == shown


def test_a_page_in_the_titles_place_is_cut_at_a_word() -> None:
    shown = told_title("The Acting President " * 40)
    assert len(shown) <= LONGEST_TITLE + 2
    assert shown.endswith(("President …", "Acting …", "The …"))


def test_embargoes_and_clocks_keep_the_roll_calls_as_they_are() -> None:
    archive = imported()
    assert archive.recorded_at({}).rolls.matrix is archive.rolls.matrix
    assert replace(archive, view=archive.rolls).rolls is archive.rolls
