"""`dateline import un-votes`: what is taken from a voting file, and what the report says of it."""

from __future__ import annotations

import gzip
import lzma
import os
import zipfile
from pathlib import Path

import pytest

from adapters.undl import Refused
from adapters.votefile import FILE
from bench.votefiles import write_file
from briefs.codebook import VoteOption
from briefs.rollcalls import Cast, Flag, votes_of
from briefs.rollcalls.votes import cast_in
from tests.adapters.votes.files import OLD_HEADER, call, day, held, imported, register, seats, table, written

SAMPLES = os.environ.get("DATELINE_SAMPLES")
TWO = call("1", {"FRA": "Y", "DEU": "N", "KHM": "A", "USA": "X"})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def cells(folder: Path, number: int = 0) -> dict[str, Cast]:
    matrix = held(folder).matrix
    found = {seat: cast_in(matrix, seat, number) for seat in matrix.members}
    return {seat: cast for seat, cast in found.items() if cast not in (Cast.NO_ROW, Cast.NOT_MEMBER)}


EXPECTED = {"FRA": Cast.FAVOUR, "DEU": Cast.AGAINST, "KHM": Cast.ABSTAINED, "USA": Cast.ABSENT}


def test_a_plain_file_is_taken(tmp_path: Path, data: Path) -> None:
    report = imported(written(tmp_path, table(TWO)), data)
    assert (report.rows, report.calls, report.members, report.rejects) == (4, 1, 4, 0)
    assert cells(data) == EXPECTED
    ballot = held(data).matrix.ballots[0]
    assert (ballot.symbol, ballot.day, ballot.totals) == ("A/RES/76/1", day("2022-03-02"), (1, 1, 1, 1, None))


def test_the_spelling_of_2024_is_read_by_name_too(tmp_path: Path, data: Path) -> None:
    text = table(call("1", {"FRA": "Y", "DEU": "N", "KHM": "A", "USA": "NV"}, agenda_title="Peace"), header=OLD_HEADER)
    assert "ms_codes" in text.splitlines()[0]
    imported(written(tmp_path, text), data)
    assert cells(data) == EXPECTED
    ballot = held(data).matrix.ballots[0]
    assert (ballot.agenda, ballot.symbol, ballot.totals[0]) == ("Peace", "A/RES/76/1", 1)


@pytest.mark.parametrize("absent", ["X", "NV", "", "x", " nv "])
def test_every_word_for_not_voting_is_not_voting(absent: str, tmp_path: Path, data: Path) -> None:
    imported(written(tmp_path, table(call("1", {"FRA": "Y", "USA": absent}))), data)
    assert cells(data)["USA"] is Cast.ABSENT


def test_packed_files_and_a_byte_order_mark_make_the_same_archive(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + table(TWO).encode()
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as packed:
        packed.writestr("votes.csv", raw)
    files = {"a.csv": raw, "b.gz": gzip.compress(raw), "c.xz": lzma.compress(raw)}
    for name, content in files.items():
        written(tmp_path, content, name)
    for name in (*files, "d.zip"):
        imported(tmp_path / name, tmp_path / f"of-{name}")
        assert cells(tmp_path / f"of-{name}") == EXPECTED, name


@pytest.mark.parametrize(
    ("member", "on", "seat", "told"),
    [
        ("SUN/USSR", "1980-12-01", "RUS", "the Soviet Union"),
        ("RUS/RUSSIAN FEDERATION", "1980-12-01", "RUS", "the Soviet Union"),
        ("RUS/RUSSIAN FEDERATION", "1991-12-24", "RUS", "Russia"),
        ("YUG/YUGOSLAVIA", "1980-12-01", "YUG", "Yugoslavia"),
        ("YUG/YUGOSLAVIA", "2001-12-01", "SRB", "Yugoslavia"),
        ("SCG/SERBIA AND MONTENEGRO", "2004-12-01", "SRB", "Serbia and Montenegro"),
        ("YUG/SERBIA", "2019-12-18", "SRB", "Serbia"),
        ("CSK/CZECHOSLOVAKIA", "1980-12-01", "CSK", "Czechoslovakia"),
        ("DDR/GERMAN DEMOCRATIC REPUBLIC", "1980-12-01", "DDR", "the German Democratic Republic"),
        ("GER/GERMANY, FEDERAL REPUBLIC OF", "1980-12-01", "DEU", "the Federal Republic of Germany"),
        ("GER/GERMANY", "2022-03-02", "DEU", "Germany"),
        ("YMD/DEMOCRATIC YEMEN", "1980-12-01", "YMD", "Democratic Yemen"),
        ("BUR/BURMA", "1980-12-01", "MMR", "Burma"),
        ("ZAR/ZAIRE", "1980-12-01", "COD", "Zaire"),
        ("COD/CONGO", "1964-12-01", "COD", "the Democratic Republic of the Congo"),
        ("EGY/UNITED ARAB REPUBLIC", "1960-12-01", "EGY", "the United Arab Republic"),
        ("TUR/TÜRKÝYE", "2025-02-24", "TUR", "Türkiye"),
        ("/TÜRKÝYE", "2025-02-24", "TUR", "Türkiye"),
        ("/FRANCE", "2025-02-24", "FRA", "France"),
    ],
)
def test_a_member_is_found_by_code_name_and_day(
    member: str, on: str, seat: str, told: str, tmp_path: Path, data: Path
) -> None:
    imported(written(tmp_path, table(call("1", {member: "N", "IND": "Y"}, on))), data)
    assert cells(data) == {seat: Cast.AGAINST, "IND": Cast.FAVOUR}
    said = seats().told(seat, day(on))
    assert f"{said.article} {said.name}".strip() == told


@pytest.mark.parametrize(
    ("member", "on", "reason"),
    [
        ("SSD/SOUTH SUDAN", "2005-12-01", "not-a-member"),
        ("DDR/GERMAN DEMOCRATIC REPUBLIC", "1991-12-01", "not-a-member"),
        ("XXX/ATLANTIS", "2005-12-01", "unknown-member"),
        ("DEU/GERMAN DEMOCRATIC REPUBLIC", "1980-12-01", "two-members"),
        ("NER/NIGERIA", "1980-12-01", "two-members"),
        ("PRK/REPUBLIC OF KOREA", "2005-12-01", "two-members"),
    ],
)
def test_a_row_that_means_no_member_or_two_is_rejected(
    member: str, on: str, reason: str, tmp_path: Path, data: Path
) -> None:
    report = imported(
        written(tmp_path, table(call("1", {"IND": "Y", member: "N", "FRA": "Y"}, on, total_no="0"))), data
    )
    assert (report.rejects, set(cells(data))) == (1, {"IND", "FRA"})
    lines = (data / "rejects.csv").read_text("utf-8").splitlines()
    assert lines[1].startswith(f"3,{reason},")
    assert "line 3" in report.rejected[0]


def test_a_file_without_absent_members_says_no_vote_in_this_file_and_never_did_not_vote(
    tmp_path: Path, data: Path
) -> None:
    report = imported(written(tmp_path, table(call("1", {"FRA": "Y"}, total_non_voting="12"))), data)
    assert report.omits_absent
    assert any("no vote in this file" in line for line in report.lines())
    matrix = held(data).matrix
    assert {cast_in(matrix, seat, 0) for seat in matrix.members if seat != "FRA"} == {Cast.NO_ROW, Cast.NOT_MEMBER}
    assert not any(matrix.bits[VoteOption.ABSENT].values())
    assert not report.disagreeing, "what the file leaves out cannot disagree"


def test_totals_are_read_with_and_without_a_point_and_a_disagreement_is_kept_and_flagged(
    tmp_path: Path, data: Path
) -> None:
    good, bad = call("1", {"FRA": "Y"}, total_yes="1.0"), call("2", {"FRA": "Y"}, "2022-03-03", total_yes="120.0")
    third = call("3", {"FRA": "Y"}, "2022-03-04", resolution="A/RES/76/3", total_yes="1")
    report = imported(written(tmp_path, table(good, bad, third)), data)
    assert report.disagreeing == ("A/RES/76/1",)
    flags = [bool(ballot.flags & Flag.DISAGREES) for ballot in held(data).matrix.ballots]
    assert flags == [False, True, False]


def test_the_same_row_twice_counts_once_and_two_different_votes_count_for_none(tmp_path: Path, data: Path) -> None:
    rows = call("1", {"FRA": "Y", "DEU": "N", "IND": "A", "KHM": "Y"})
    text = table([*rows, rows[0], {**rows[1], "ms_vote": "Y"}, rows[1], rows[2]])
    report = imported(written(tmp_path, text), data)
    assert cells(data) == {"FRA": Cast.FAVOUR, "IND": Cast.ABSTAINED, "KHM": Cast.FAVOUR}
    assert report.rejects == 4
    assert held(data).matrix.ballots[0].flags & Flag.CONTRADICTS
    assert report.contradicting == ("A/RES/76/1",)


def test_a_row_of_the_roll_call_after_a_contradiction_is_still_taken(tmp_path: Path, data: Path) -> None:
    rows = call("1", {"DEU": "N", "FRA": "Y"})
    imported(written(tmp_path, table([rows[0], {**rows[0], "ms_vote": "Y"}, rows[1]])), data)
    assert cells(data) == {"FRA": Cast.FAVOUR}


def test_rows_with_bad_days_votes_or_widths_are_rejected_with_their_lines(tmp_path: Path, data: Path) -> None:
    good = call("1", {f"{code}": "Y" for code in ("FRA", "DEU", "IND", "KHM", "CHN", "BRA")})
    bad = call("2", {"FRA": "Y"}, "2031-01-01") + call("3", {"FRA": "Y"}, "02/03/2022")
    bad += call("4", {"FRA": "Y"}, "1944-01-01")
    odd = call("1", {"USA": "Q"}, total_yes="6.0", total_no="0")
    text = table(bad, odd, good).splitlines()
    text.insert(2, "1,2,3")
    report = imported(written(tmp_path, "\n".join(text) + "\n"), data)
    found = [line.split(",")[:2] for line in (data / "rejects.csv").read_text("utf-8").splitlines()[1:]]
    assert found == [
        ["2", "future-date"], ["3", "columns"], ["4", "bad-date"], ["5", "too-early"], ["6", "bad-vote"],
    ]  # fmt: skip
    assert report.calls == 1


def test_bytes_that_are_no_utf8_are_read_as_latin_1_and_counted(tmp_path: Path, data: Path) -> None:
    text = table(call("1", {"CIV/CÔTE D'IVOIRE": "Y"}, title="Déclaration"), call("2", {"FRA": "Y"}, title="été"))
    raw = text.encode().replace("CÔTE".encode(), "CÔTE".encode("latin-1")).replace("été".encode(), b"\xe9t\xe9")
    report = imported(written(tmp_path, raw), data)
    titles = [ballot.title for ballot in held(data).matrix.ballots]
    assert (report.rejects, report.not_utf8, titles) == (0, 2, ["Déclaration", "été"])


def test_several_votes_of_one_symbol_are_the_whole_text_and_its_parts(tmp_path: Path, data: Path) -> None:
    part = call("1", {"FRA": "N"}, title="I shall now put to the vote operative paragraph 3")
    whole = call("2", {"FRA": "Y"}, title="Peace : resolution / adopted by the General Assembly")
    report = imported(written(tmp_path, table(part, whole)), data)
    assert (report.parts, report.parted) == (1, 1)
    matrix = held(data).matrix
    assert matrix.with_symbol("76/1") == (1, 0)
    assert [vote.ballot.undl_id for vote in votes_of(matrix, "FRA")] == ["2"]


def test_the_same_file_again_is_nothing_to_do_and_another_says_what_changed(tmp_path: Path, data: Path) -> None:
    one, two, three = (
        call(str(n), {"FRA": "Y", "DEU": "Y"}, f"2022-03-0{n}", resolution=f"A/RES/76/{n}") for n in (1, 2, 3)
    )
    path = written(tmp_path, table(one, two))
    assert imported(path, data).changes is None
    stamp = (data / FILE).stat()
    assert imported(path, data).unchanged
    assert (data / FILE).stat().st_mtime_ns == stamp.st_mtime_ns
    changed = [{**two[0], "ms_vote": "N"}, two[1]]
    for row in changed:
        row |= {"total_yes": "1", "total_no": "1"}
    changes = imported(written(tmp_path, table(changed, three), "newer.csv"), data).changes
    assert changes is not None
    assert (changes.new, changes.altered, changes.votes, changes.vanished) == (
        ("A/RES/76/3",), ("A/RES/76/2",), 1, ("A/RES/76/1",),
    )  # fmt: skip


def test_a_record_number_with_a_point_is_the_same_record(tmp_path: Path, data: Path) -> None:
    imported(written(tmp_path, table(call("767565", {"FRA": "Y"}), call("767565.0", {"DEU": "N"}))), data)
    assert [ballot.undl_id for ballot in held(data).matrix.ballots] == ["767565"]
    assert cells(data) == {"FRA": Cast.FAVOUR, "DEU": Cast.AGAINST}


def test_the_report_names_hash_attribution_licence_and_where_the_file_is_from(tmp_path: Path, data: Path) -> None:
    report = imported(written(tmp_path, table(TWO)), data)
    text = "\n".join(report.lines())
    for part in (report.sha256, "record 4060887", "non-commercial use, with attribution", "Dag Hammarskjöld Library"):
        assert part in text
    origin = held(data).origin
    assert (origin.sha256, origin.rows) == (report.sha256, 4)
    assert "non-commercial" in origin.licence


def test_rows_of_a_roll_call_need_not_stand_together(tmp_path: Path, data: Path) -> None:
    one, two = call("1", {"FRA": "Y", "DEU": "N"}), call("2", {"FRA": "N", "DEU": "A"}, "2022-03-03")
    imported(written(tmp_path, table([one[0], two[0], one[1], two[1]])), data)
    assert cells(data, 0) == {"FRA": Cast.FAVOUR, "DEU": Cast.AGAINST}
    assert cells(data, 1) == {"FRA": Cast.AGAINST, "DEU": Cast.ABSTAINED}


def test_a_whole_archive_of_invented_votes_is_read_as_written(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "invented.csv"
    rows = write_file(path, 20_000, register())
    report = imported(path, data)
    assert (report.rows, report.votes, report.rejects, report.disagreeing) == (rows, rows, 0, ())
    assert report.incomplete == 0, "every member of the day has a row"
    assert (data / FILE).stat().st_size < 12 * rows, "12 MB for a million rows"


@pytest.mark.parametrize("name", ["undl-layout-sample.csv", "unvotes-undl-layout-1978-2020.csv.xz"])
def test_the_samples_where_they_are_at_hand_else_a_generated_file(
    name: str, tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if SAMPLES and (sample := Path(SAMPLES, name)).is_file():
        expected = {"undl-layout-sample.csv": (1_737, 9, 193, 0, 0)}.get(name, (683_595, 4_297, 197, 10, 209))
        report = imported(sample, data)
        assert (report.rows, report.calls, report.members, report.rejects, report.parted) == expected
        assert report.omits_absent == ("unvotes" in name)
        return
    path = tmp_path / "instead.csv"
    rows = write_file(path, 5_000, register(), seed=7)
    with capsys.disabled():
        print(f"\nDATELINE_SAMPLES is not set: {name} is replaced by {rows:,} invented rows")  # noqa: T201
    assert imported(path, data).votes == rows


def test_two_imports_at_a_time_are_refused(tmp_path: Path, data: Path) -> None:
    path = written(tmp_path, table(*(call(str(n), {"FRA": "Y"}) for n in range(1, 9_000))))
    refused: list[str] = []

    def meanwhile(done: int, total: int) -> None:
        try:
            imported(path, data)
        except Refused as error:
            refused.append(str(error))

    imported(path, data, progress=meanwhile)
    assert refused
    assert "another import" in refused[0]
