"""Evidence: every string found at its place in the archived text, or told, or counted as not checked."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from adapters.files import check, check_evidence, find_records_dir
from briefs.reading import FileContent, inspect

TEXT = "He said: “We do not” — we do not.\nកម្ពុជា did not vote. We do not know. We do not.\n"


def content(evidence: str, sha256: str = "") -> FileContent:
    digest = sha256 or hashlib.sha256(TEXT.encode()).hexdigest()
    made = inspect(
        f"""source: {{id: s, publisher: P, class: press, lang: en, title: T, url: "https://example.org", licence: none,
  published: 2022-03-04, sha256: {digest}}}
records:
- id: one
  act: statement
  by: KHM
  date: 2022-03-02
{evidence}
""".encode(),
        "file.yaml",
    )
    assert made.whole, made.problems
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A source archive: the text under a name that says nothing, among other files."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "0001.bin").write_bytes(TEXT.encode())
    (tmp_path / "other.txt").write_text("We do not")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff")
    return tmp_path


def test_offsets_are_code_points_of_the_decoded_text(archive: Path) -> None:
    report = check_evidence([content("  ev: [did not vote]\n  quotes: {q1: {text: We do not, n: 2}}")], archive)
    assert report.problems == ()
    assert (report.checked, report.not_checked) == (2, 0)
    begin, end = report.found["s/one", "ev.0"]
    assert TEXT[begin:end] == "did not vote"
    assert report.found["s/one", "quotes.q1"] == (TEXT.index("We do not know"), TEXT.index("We do not know") + 9)


@pytest.mark.parametrize(
    ("evidence", "code", "line", "says"),
    [
        ("  ev: [did not vote, did never vote]", "not-in-source", 8, "copy it from the archived text"),
        ("  ev: ['\"We do not\"']", "not-in-source", 8, "other quotation marks"),
        ("  ev: [he said]", "not-in-source", 8, "other capitals"),
        ("  ev: [We do not]", "not-unique", 8, "3 times"),
        ("  ev: [{text: We do not, n: 4}]", "not-in-source", 8, "n is 4"),
        ("  quotes:\n    q1: no such words", "not-in-source", 9, "copy it"),
    ],
)
def test_what_the_source_does_not_say_once_is_a_problem(
    archive: Path, evidence: str, code: str, line: int, says: str
) -> None:
    (problem,) = check_evidence([content(evidence)], archive).problems
    assert (problem.code, problem.line) == (code, line)
    assert says in str(problem)


def test_a_text_that_is_not_at_hand_is_counted_and_not_passed_over(archive: Path) -> None:
    elsewhere = content("  ev: [one, two]\n  quotes: {q1: three}", sha256="0" * 64)
    report = check_evidence([elsewhere], archive)
    assert (report.problems, report.checked, report.not_checked) == ((), 0, 3)
    assert check_evidence([content("  ev: [did not vote]")], None).not_checked == 1


def test_a_text_changed_by_one_letter_is_no_longer_that_text(archive: Path) -> None:
    (archive / "deep" / "0001.bin").write_bytes(TEXT.replace("vote", "Vote").encode())
    assert check_evidence([content("  ev: [did not vote]")], archive).not_checked == 1


def test_check_prints_problems_and_counts(tmp_path: Path, archive: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    raw = content("  ev: [did not vote, did never vote]")
    text = f"""source: {{id: s, publisher: P, class: press, lang: en, title: T, url: "https://example.org",
  licence: none, published: 2022-03-04, sha256: {raw.sources[0].sha256}}}
records:
- {{id: one, act: statement, by: KHM, date: 2022-03-02, ev: [did not vote, did never vote]}}
"""
    (records / "one.yaml").write_text(text)
    register = find_records_dir() / "register"
    report = check([records], register, archive)
    assert report.exit_code == 1
    assert report.lines()[-1] == "1 file, 1 problem; evidence: 2 checked, 0 not checked here"
    apart = check([records], register)
    assert apart.lines() == ("1 file, no problem; evidence: 0 checked, 2 not checked here",)
    assert apart.exit_code == 0


def test_check_of_nothing_is_not_a_success(tmp_path: Path) -> None:
    register = find_records_dir() / "register"
    (tmp_path / "empty").mkdir()
    codes = [p.code for p in check([tmp_path / "empty", tmp_path / "gone"], register, tmp_path / "nowhere").problems]
    assert sorted(codes) == ["no-such-path", "no-such-path", "nothing-here"]


def test_the_evidence_of_the_first_article_stands_where_the_annotation_says() -> None:
    """With the archived article at hand (DATELINE_SAMPLES) at its offsets; without it every string is counted."""
    path = find_records_dir() / "events" / "voa-2022-03-04.yaml"
    made = inspect(path.read_bytes(), path.name)
    strings = sum(len(event.evidence) + len(event.quotes) for event in made.events)
    samples = Path(os.environ.get("DATELINE_SAMPLES") or "no samples here")
    report = check_evidence([made], samples)
    assert report.problems == ()
    if (samples / "first-article.txt").is_file():
        assert (report.checked, report.not_checked) == (strings, 0)
        assert report.found["voa/kh-msg", "quotes.q1"] == (270, 362)  # its comma, inside the marks, is not quoted
    else:
        assert (report.checked, report.not_checked) == (0, strings)
