"""The rows behind an answer: everything held, each record under its citation and its licence, nothing said of it."""

from __future__ import annotations

from datetime import date

import pytest

from briefs import rows
from briefs.archive import Archive
from briefs.codebook import VoteOption
from briefs.rollcalls.votes import Cast
from tests.archives import imported, odd, shipped

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("issue", [None, "palestine", "iran-human-rights", "ukraine-war"])
def test_a_member_s_rows_are_all_roll_calls_held_newest_first(issue: str | None) -> None:
    archive = imported()
    held = list(rows.votes(archive, ["KHM"], issue))
    assert len(held) == archive.rolls.on(issue).bit_count()
    assert [row.day for row in held] == sorted((row.day for row in held), reverse=True)
    assert len({row.record for row in held}) == len(held)
    for row in held:
        call = archive.call(row.record)
        assert call is not None
        assert row.option == (call.votes["KHM"].value if "KHM" in call.votes else row.option)
        assert (row.favour, row.against) == (str(call.tally.favour), str(call.tally.against))
        assert row.symbol == archive.text(call).symbol


@pytest.mark.parametrize("archive", [imported(), odd(), shipped()], ids=["imported", "odd", "shipped"])
def test_every_row_bears_record_source_citation_and_licence(archive: Archive) -> None:
    found = [*rows.votes(archive, ["RUS", "asean"], None), *rows.acts(archive, "KHM", None)]
    found += [row for call in archive.votes for row in rows.members(archive, call.measure)]
    found += [*rows.cited(archive, [*archive.events, *archive.rollcalls, "un-votes", "query:votes?actor=KHM"])]
    assert found
    for row in found:
        source = archive.source_of(row.record)
        assert (row.publisher, row.url, row.licence) == (source.publisher, source.url, source.licence)
        assert row.published == source.published.isoformat()
        assert row.citation.endswith(f", {row.published}, {row.url}")
        assert row.symbol in row.citation or row.act != rows.VOTE
    assert all(row.citation.startswith("General Assembly voting data, invented: ") for row in found
               if row.record.startswith("un-votes/") and archive is imported())  # fmt: skip


def test_no_vote_in_the_file_did_not_vote_and_no_member_stay_apart() -> None:
    asked = ("SSD", "MNE", "KHM", "AFG", "CSK", "BLR")
    options = {row.option for actor in asked for row in rows.votes(imported(), [actor], None)}
    assert options <= {cast.value for cast in Cast}
    assert "not-a-member" in options
    texts = ("un-votes-108", "un-votes-101", "un-es-11-1")
    every = {row.option for text in texts for row in rows.members(imported(), text)}
    assert every == {"no-row", "absent", "favour", "against", "abstained"}


def test_a_member_is_called_as_on_the_day() -> None:
    old = [row for row in rows.votes(imported(), ["RUS"], "palestine") if row.day < "1991"]
    assert {row.actor for row in old} == {"Soviet Union"}
    assert {row.actor_id for row in old} == {"RUS"}


def test_the_rows_of_a_roll_call_are_the_members_of_its_day_by_name() -> None:
    held = list(rows.members(shipped(), "un-es-11-1"))
    assert len(held) == 193
    assert [row.actor for row in held] == sorted(row.actor for row in held)
    asean = list(rows.members(shipped(), "un-es-11-1", bloc="asean"))
    assert len(asean) == 10
    against = list(rows.members(shipped(), "un-es-11-1", option=VoteOption.AGAINST))
    assert {row.actor_id for row in against} == {"BLR", "ERI", "PRK", "RUS", "SYR"}
    assert list(rows.members(shipped(), "nothing")) == []


def test_what_is_not_known_by_the_day_is_no_row() -> None:
    early = imported().as_of(date(1990, 12, 31))
    assert {row.day for row in rows.votes(early, ["KHM"], None)} <= {"1989-12-06", "1990-12-06", "1990-12-10"}
    assert list(rows.acts(early, "KHM", None)) == []
    assert list(rows.members(early, "un-votes-110")) == []


def test_an_act_that_is_not_done_says_so() -> None:
    [seek] = [row for row in rows.acts(shipped(), "KHM", "ukraine-war") if row.act == "seek"]
    assert seek.status == "in discussion"


def test_what_is_odd_about_a_roll_call_stands_in_its_rows() -> None:
    remarks = {row.record: row.remarks for row in rows.cited(imported(), [f"un-votes/10{n}" for n in range(11)])}
    assert remarks["un-votes/100"] == "rows-missing"
    assert remarks["un-votes/102"] == "part"
    assert remarks["un-votes/103"] == "totals-differ"
    assert remarks["un-votes/101"] == ""


def test_observers_persons_and_parties_have_no_rows_of_votes() -> None:
    for actor in ("PSE", "hun-sen", "cnrp"):
        assert list(rows.votes(imported(), [actor], None)) == []


def test_shifts_name_the_vote_before() -> None:
    found = list(rows.shifts(imported(), None, date(1946, 1, 1)))
    assert found
    for row in found:
        before = imported().call(row.before_record)
        assert before is not None
        assert before.votes[row.actor_id].value == row.before != row.option
        assert before.date.isoformat() == row.before_day < row.day
    assert all(not row.before for row in rows.votes(imported(), ["KHM"], None))


def test_the_rows_of_a_day_are_its_roll_calls_and_events() -> None:
    assert [row.record for row in rows.day(imported(), date(1990, 12, 6))] == ["un-votes/102", "un-votes/101"]
    acts = [row.act for row in rows.day(shipped(), date(2022, 3, 3))]
    assert "explain" in acts
