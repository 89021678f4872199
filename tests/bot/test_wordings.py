"""An operator's own wordings beside the records: read, refused line by line, and taken up when the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.files.wordings import KINDS, read_wordings
from bot.archives import Shelves
from bot.config import NamePolicy
from briefs.briefing import event, told
from briefs.codebook import Length
from briefs.document import Document
from tests.bot.shell import dateline

RECORD = """source: {id: paper, publisher: The Paper, class: press, lang: en, title: T, url: "https://paper.example/1",
  published: 2024-05-06, licence: invented}
records:
- {id: plan, act: condemn, by: FRA, date: 2024-05-05, issue: ukraine-war, what: the old plan, ev: [x]}
"""


def test_a_line_is_a_kind_the_english_and_the_translation(tmp_path: Path) -> None:
    (tmp_path / "words.fr.tsv").write_text(
        "# a note\n\nwhat\ta plan\tun plan\twhose it is\nwhat.sign\ta plan\tle plan\n"
    )
    (tmp_path / "words.es.tsv").write_text("says\tit rained\tllovía\n")
    read = read_wordings([tmp_path])
    assert read.wrong == ()
    assert read.wordings == {
        "fr": {("what", "a plan"): "un plan", ("what.sign", "a plan"): "le plan"},
        "es": {("says", "it rained"): "llovía"},
    }


def test_the_folder_named_first_is_taken_before_the_others(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.fr.tsv").write_text(f"what\ta plan\t{name}\n")
    assert read_wordings([tmp_path / "two", tmp_path / "one"]).wordings["fr"] == {("what", "a plan"): "two"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("what\ta plan", "has not three columns; write kind, English and translation"),
        ("what\ta plan\t ", "has not three columns"),
        ("thing\ta plan\tun plan", f"'thing' is no kind of wording; the kinds are {', '.join(KINDS)}"),
        ("what.signed\ta plan\tun plan", "is no kind of wording"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_are_taken(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "words.fr.tsv").write_text(f"{line}\nwhat\ta ban\tune interdiction\n")
    read = read_wordings([tmp_path])
    assert read.wordings == {"fr": {("what", "a ban"): "une interdiction"}}
    [wrong] = read.wrong
    assert "words.fr.tsv:1:1: wording: " in str(wrong)
    assert says in str(wrong)


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.fr.tsv").write_bytes(b"what\ta plan\tl'\xe9t\xe9\n")
    [wrong] = read_wordings([tmp_path]).wrong
    assert "save it as UTF-8" in str(wrong)


def asked(shelves: Shelves) -> Document:
    held = shelves.changed()
    assert held is not None
    return told(
        held.archive, "fr", lambda a: event(a, "paper/plan", a.sources["paper"].published, Length.LINE)
    ).document


def test_an_answer_is_in_french_as_soon_as_the_wording_is_there_and_not_before(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    records, words = tmp_path / "records", tmp_path / "records" / "words.fr.tsv"
    records.mkdir()
    (records / "paper.yaml").write_text(RECORD)
    shelves = Shelves([records], tmp_path / "data", NamePolicy())
    archive = shelves.open().archive
    english = told(archive, "fr", lambda a: event(a, "paper/plan", a.sources["paper"].published, Length.LINE)).document
    assert english.language == "en"
    words.write_text("what\tthe old plan\tl'ancien plan\n")
    document = asked(shelves)
    assert document.language == "fr"
    assert [c.text for c in document.clauses()] == ["La France a condamné l'ancien plan le 5 mai 2024."]
    assert shelves.changed() is None
    words.write_text("what\tthe old plan\n")
    expected_warnings.append("words.refused .*words.fr.tsv:1:1: wording: .* has not three columns")
    assert asked(shelves).language == "en"


def test_check_names_wrong_wordings_at_their_line_beside_the_records(tmp_path: Path) -> None:
    (tmp_path / "paper.yaml").write_text(RECORD)
    (tmp_path / "words.fr.tsv").write_text("# mine\nwhat\tthe old plan\tl'ancien plan\nthing\ta\tb\n")
    done = dateline("check", str(tmp_path))
    assert done.returncode == 1
    [line] = [line for line in done.stdout.splitlines() if "words.fr.tsv" in line]
    assert ":3:1: wording: 'thing' is no kind of wording; the kinds are" in line
