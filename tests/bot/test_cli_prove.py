"""`dateline prove`: one verdict a line, the exit code says the worst of them, and no file makes it stumble."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.proving import LARGEST
from tests.bot.shell import Done, dateline, program

TRUE = (
    "On 12 October 2022 Cambodia voted in favour of A/RES/ES-11/4; on 7 April 2022 it had abstained on A/RES/ES-11/3."
)
FALSE = TRUE.replace("abstained on", "voted against")
OPEN = "Cambodia is an old friend of Ukraine."


def prove(tmp_path: Path, draft: str | bytes, *options: str) -> Done:
    file = tmp_path / "draft.txt"
    file.write_bytes(draft if isinstance(draft, bytes) else draft.encode())
    return dateline("prove", str(file), *options, DATELINE_DATA=str(tmp_path))


def test_each_line_is_shown_with_its_verdict_and_what_it_rests_on(tmp_path: Path) -> None:
    done = prove(tmp_path, f"{TRUE}\n\n{FALSE}\n{OPEN}\n")
    assert done.stdout.split("\n") == [
        f"proved      {TRUE}",
        "            undl-3967778/un-es-11-3, undl-3990400/un-es-11-4",
        f"refuted     {FALSE}",
        "            undl-3967778/un-es-11-3: Cambodia abstained",
        f"not proved  {OPEN}",
        "            No signed sentence reads this.",
        "",
        "1 proved, 1 refuted, 1 not proved.",
        "",
    ]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (TRUE, 0),
        (f"Cambodia\n{TRUE}", 0),
        (OPEN, 3),
        (FALSE, 5),
        (f"{TRUE}\n{OPEN}", 3),
        (f"{OPEN}\n{FALSE}\n{TRUE}", 5),
    ],
)
def test_the_exit_code_is_that_of_the_worst_line(tmp_path: Path, draft: str, code: int) -> None:
    assert prove(tmp_path, draft).returncode == code


def test_json_has_one_object_a_line_with_exactly_four_keys(tmp_path: Path) -> None:
    lines = [TRUE, FALSE, "", OPEN, f"  {TRUE}\r", "Cambodia\u2028Vietnam", "x" * 9_000]
    done = prove(tmp_path, "\n".join(lines), "--json")
    rows = json.loads(done.stdout)
    assert [row["text"] for row in rows] == [line for line in lines if line]
    assert [row["verdict"] for row in rows] == ["proved", "refuted", "unprovable", "proved", "unprovable", "unprovable"]
    assert {tuple(row) for row in rows} == {("text", "verdict", "cites", "why")}
    assert rows[0]["cites"] == ["undl-3967778/un-es-11-3", "undl-3990400/un-es-11-4"]
    assert rows[1]["cites"] == ["undl-3967778/un-es-11-3"]


BULLET = "2 March 2022: in favour of A/RES/ES-11/1, 141–5–35–12 (Aggression against Ukraine)"


@pytest.mark.parametrize(
    "options",
    [
        ("--subject", "cambodia"),
        ("--subject", "Kampuchea, ukraine"),
        ("--subject", "khm", "--subject", "Russia's war against Ukraine"),
        ("--subject", "cambodia,A/RES/ES-11/1", "--as-of", "2 march 2022"),
    ],
)
def test_the_subject_goes_by_any_name(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert prove(tmp_path, BULLET).returncode == 3
    assert prove(tmp_path, BULLET, *options).returncode == 0


def test_a_draft_is_held_against_the_day_asked_for(tmp_path: Path) -> None:
    assert prove(tmp_path, BULLET, "--subject", "cambodia", "--as-of", "2022-03-01").returncode == 3


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (("--subject", "congo"), 4, '--subject: "congo" may be COD or COG; say which'),
        (("--subject", "Atlantis"), 3, '--subject: nothing on file is called "Atlantis"'),
        (("--as-of", "soon"), 2, '--as-of: "soon" is no day'),
        (("--as-of", "2090-01-01"), 2, "still to come"),
    ],
)
def test_a_wrong_option_is_told_in_one_line(tmp_path: Path, options: tuple[str, ...], code: int, says: str) -> None:
    done = prove(tmp_path, TRUE, *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (code, "", 1)
    assert says in done.stderr


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x7fELF\x00\x01", "holds NUL bytes"),
        (TRUE.encode("utf-16"), "holds NUL bytes"),
        (b"Cambodia\nC\xf4te d'Ivoire", "line 2 is not UTF-8"),
        (b"x" * (LARGEST + 1), "is larger than 5 MB"),
    ],
    ids=["empty", "blank", "mark alone", "binary", "utf-16", "latin-1", "huge"],
)
def test_a_draft_that_cannot_be_read_is_told_in_one_line(tmp_path: Path, draft: bytes, says: str) -> None:
    done = prove(tmp_path, draft)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr


@pytest.mark.parametrize(("name", "says"), [("missing.txt", "there is no such file"), (".", "is a folder")])
def test_a_path_that_is_no_file_is_told_in_one_line(tmp_path: Path, name: str, says: str) -> None:
    done = dateline("prove", str(tmp_path / name))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr


def test_a_byte_order_mark_is_no_letter_of_the_first_line(tmp_path: Path) -> None:
    assert prove(tmp_path, b"\xef\xbb\xbf" + TRUE.encode()).returncode == 0


def test_a_control_character_of_a_draft_does_not_reach_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in prove(tmp_path, f"\x1b[2J{TRUE}").stdout


def test_standard_input_is_read_for_a_dash() -> None:
    done = program("prove", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "standard input: is empty; there is nothing to prove\n"
