"""Titles of rows that keep the agenda item in the title's place, as the downloads of 2016 to 2018 do."""

from __future__ import annotations

from pathlib import Path

from tests.adapters.votes.files import call, held, imported, table, written

AGENDA = "A/72/251 42 - Necessity of ending the embargo against Cuba. - CUBA--UNITED STATES"
CAPITALS = "NECESSITY OF ENDING THE EMBARGO AGAINST CUBA : RESOLUTION / ADOPTED BY THE GENERAL ASSEMBLY"
MIXED = "Necessity of ending the embargo against Cuba : resolution / adopted by the General Assembly"


def titles(folder: Path) -> list[tuple[str, str]]:
    return [(ballot.title, ballot.agenda) for ballot in held(folder).matrix.ballots]


def test_an_agenda_item_in_the_titles_place_goes_where_it_belongs(tmp_path: Path) -> None:
    imported(written(tmp_path, table(call("1", {"FRA": "Y"}, title=AGENDA, subjects=CAPITALS))), tmp_path / "data")
    assert titles(tmp_path / "data") == [(CAPITALS, AGENDA)]


def test_a_title_in_capitals_is_told_as_the_file_writes_it_in_another_year(tmp_path: Path) -> None:
    odd = call("1", {"FRA": "Y"}, title=AGENDA, subjects=CAPITALS, day="2017-11-01")
    plain = call("2", {"FRA": "Y"}, title=MIXED, day="2019-11-07", resolution="A/RES/74/7")
    imported(written(tmp_path, table(odd, plain)), tmp_path / "data")
    assert titles(tmp_path / "data") == [(MIXED, AGENDA), (MIXED, "")]


def test_a_title_that_the_file_has_only_in_capitals_stays_so(tmp_path: Path) -> None:
    imported(written(tmp_path, table(call("1", {"FRA": "Y"}, title="TO REVIEW PARKING"))), tmp_path / "data")
    assert titles(tmp_path / "data") == [("TO REVIEW PARKING", "")]


def test_an_agenda_code_beside_an_agenda_item_is_left_as_it_stands(tmp_path: Path) -> None:
    row = call("1", {"FRA": "Y"}, title=AGENDA, subjects=CAPITALS, agenda_title="Peace")
    imported(written(tmp_path, table(row)), tmp_path / "data")
    assert titles(tmp_path / "data") == [(AGENDA, "Peace")]
