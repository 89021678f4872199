"""Reading one record file: whole with every value typed by its place, or not at all with every problem."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml

from briefs.codebook import Act, Precision, Status, VoteOption
from briefs.reading import FileContent, Problem, inspect, nodes, read
from briefs.records import EventRecord, Quote, Saying, Span, Tally

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """source:
  id: gazette
  publisher: The Invented Gazette
  class: press
  lang: no
  title: on
  url: https://example.org/gazette/1
  published: 2022-03-04
  licence: "12:30"
"""
RECORD = """- id: one
  act: condemn
  by: KHM
  against_actor: RUS
  date: 2022-03-02
  ev: [a short string]
"""


def whole(text: str | bytes) -> FileContent:
    raw = text.encode() if isinstance(text, str) else text
    content = read(raw, "file.yaml")
    assert isinstance(content, FileContent), content
    return content


def problems(text: str | bytes) -> tuple[Problem, ...]:
    raw = text.encode() if isinstance(text, str) else text
    found = read(raw, "file.yaml")
    assert isinstance(found, tuple)
    assert found
    return found


def record(extra: str = "", **changes: str) -> EventRecord:
    """One event record with further lines, read."""
    lines = RECORD
    for key, value in changes.items():
        old = next(line for line in RECORD.splitlines() if line.strip().startswith(f"{key}:"))
        lines = lines.replace(old, f"  {key}: {value}")
    return whole(SOURCE + "records:\n" + lines + extra).events[0]


def test_words_that_older_yaml_takes_for_booleans_and_times_stay_words() -> None:
    content = whole(SOURCE + "records:\n" + RECORD + "  what: NO\n  form: off\n  label: 1e3\n  to: 0x1F\n")
    source, event = content.sources[0], content.events[0]
    assert (source.lang, source.title, source.licence) == ("no", "on", "12:30")
    assert (event.what, event.form, event.label, event.to) == ("NO", "off", "1e3", "0x1F")


def test_references_stay_as_the_curator_wrote_them() -> None:
    event = record("  about: vote\n  for: hun-sen\n")
    assert (event.id, event.by, event.about, event.on_behalf) == ("gazette/one", ("KHM",), "vote", "hun-sen")


@pytest.mark.parametrize(
    ("what", "partner", "beside"),
    [
        ("an ASEAN statement calling for a cease-fire", "asean", "a statement calling for a cease-fire"),
        ("the African Union appeal", "african-union", "the appeal"),
        ("a G7 oil-price cap", "g7", "an oil-price cap"),
        ("an ASEAN-led mission", "asean", "an ASEAN-led mission"),
        ("an ASEAN", "asean", "an ASEAN"),
        ("talks", "asean", "talks"),
        ("{text: an ASEAN statement, with: a text, brief: a headline}", "asean", "a text"),
    ],
)
def test_beside_its_partner_a_plain_object_stands_without_the_partner_said_twice(
    what: str, partner: str, beside: str
) -> None:
    assert record(f"  with: {partner}\n  what: {what}\n").what_forms["with"] == beside


def test_without_a_partner_no_form_is_made_of_a_plain_object() -> None:
    assert record("  what: an ASEAN statement\n").what_forms == {}


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("2022-03-02", Span(date(2022, 3, 2), date(2022, 3, 2), Precision.DAY)),
        ("2022-W08", Span(date(2022, 2, 21), date(2022, 2, 27), Precision.WEEK)),
        ("2020-W53", Span(date(2020, 12, 28), date(2021, 1, 3), Precision.WEEK)),
        ("2024-02", Span(date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH)),
        ("2022", Span(date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR)),
        ("../2022-03-03", Span(None, date(2022, 3, 3), Precision.NO_LATER_THAN)),
        ("'2022-03-02'", Span(date(2022, 3, 2), date(2022, 3, 2), Precision.DAY)),
    ],
)
def test_a_date_is_as_exact_as_it_was_written(written: str, span: Span) -> None:
    assert record(date=written).date == span


def test_every_shape_of_a_full_record_is_read() -> None:
    event = record(
        "  says:\n"
        "    s1: it could not remain silent\n"
        "    s2: {hope: Russia would understand}\n"
        "    s3: {text: the move would anger, again: it would anger}\n"
        "  quotes: {q1: {text: no force, n: 2}, q2: plain}\n"
        "  via: [{transcript: kh-gov-spox, date: 2022-03-03}, {audio message: hun-sen}]\n"
        "  figures: {refugees: {n: 1000000, approx: more than, per: grandi}}\n"
        "  asked_by: {of: [JPN, USA], per: hun-sen}\n"
        "  asserts: [{act: cosponsor, of: [SGP], about: vote}]\n"
        "  status: in discussion\n"
        "  embargo: 2022-03-05T09:00+07:00\n"
    )
    assert event.says == (
        Saying("s1", "it could not remain silent"),
        Saying("s2", "Russia would understand", hedge="hope"),
        Saying("s3", "the move would anger", again="it would anger"),
    )
    assert event.quotes == (Quote("q1", "no force", 2), Quote("q2", "plain"))
    assert [(link.form, link.by) for link in event.via] == [
        ("transcript", "kh-gov-spox"),
        ("audio message", "hun-sen"),
    ]
    assert (event.figures["refugees"].n, event.figures["refugees"].approx) == (1_000_000, "more than")
    assert event.asked_by is not None
    assert event.asked_by.of == ("JPN", "USA")
    assert event.asserts[0].act is Act.COSPONSOR
    assert event.status is Status.IN_DISCUSSION
    assert event.embargo == datetime(2022, 3, 5, 9, tzinfo=timezone(timedelta(hours=7)))
    assert event.embargo.astimezone(UTC).hour == 2


def test_lists_by_option_keep_whether_they_are_whole() -> None:
    event = record(
        "  tally: {favour: 141, against: 5, abstained: 35, voted: 181, members: 193}\n"
        "  against: {complete: true, of: [RUS]}\n"
        "  abstained: {complete: false, of: [CHN, IND]}\n"
    )
    assert event.tally == Tally(141, 5, 35, 181, 193)
    assert event.named[VoteOption.AGAINST].complete
    assert event.named[VoteOption.ABSTAINED].of == ("CHN", "IND")
    assert not event.named[VoteOption.ABSTAINED].complete


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    text = SOURCE + "records:\n" + RECORD
    plain = whole(text)
    assert whole(b"\xef\xbb\xbf" + text.encode()) == plain
    assert whole(text.replace("\n", "\r\n")) == plain


def test_columns_count_letters_and_not_bytes() -> None:
    text = SOURCE + "records:\n" + RECORD + "  what: {text: កម្ពុជា 🇰🇭, brief: ''}\n"
    line = text.splitlines()[-1]
    assert [(p.line, p.column) for p in problems(text)] == [(17, line.index("''") + 1)]


def test_every_problem_of_a_file_comes_at_once_in_order() -> None:
    broken = RECORD.replace("condemn", "condem").replace("2022-03-02", "2022-02-30") + "  colour: red\n  by: VNM\n"
    found = problems(SOURCE.replace("press", "paper") + "records:\n" + broken + RECORD.replace("one", "Two"))
    assert [(p.code, p.line, p.column) for p in found] == [
        ("unknown-word", 4, 10),
        ("unknown-word", 12, 8),
        ("bad-date", 15, 9),
        ("unknown-key", 17, 3),
        ("duplicate-key", 18, 3),
        ("bad-id", 19, 7),
    ]


def test_a_broken_file_gives_its_good_records_for_checking_but_is_never_whole() -> None:
    content = inspect((SOURCE + "records:\n" + RECORD + RECORD.replace("one", "Two")).encode(), "file.yaml")
    assert [event.id for event in content.events] == ["gazette/one"]
    assert not content.whole
    assert content.steps["gazette/Two"] == ("records", 1)


def test_a_file_one_byte_over_the_limit_is_refused_with_the_limit() -> None:
    text = (SOURCE + "records:\n" + RECORD).encode()
    room = nodes.MAX_BYTES - len(text) - 2
    at_limit = text + b"# " + b"x" * room
    assert whole(at_limit)
    found = problems(at_limit + b"x")
    assert [(p.code, p.line, p.column) for p in found] == [("too-large", 1, 1)]
    assert "2,000,000 bytes" in found[0].message


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n"])
def test_deep_nesting_is_one_problem_and_no_crash(opening: str) -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(900)) if "\n" in opening else opening * 100_000
    assert [p.code for p in problems(text)] == ["too-deep"]


def test_a_flood_of_values_is_refused() -> None:
    found = problems("records: [" + "x, " * (nodes.MAX_VALUES + 1) + "x]")
    assert [p.code for p in found] == ["too-large"]
    assert "50,000 values" in found[0].message


def test_anchors_never_unfold() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60))
    found = problems("a0: &a0 [lol]\n" + levels + "records: *a59\n")
    assert {p.code for p in found} == {"anchor", "alias", "unknown-key", "missing-key"}


def test_a_problem_prints_as_one_line_whatever_was_written() -> None:
    found = problems(SOURCE + "records:\n" + RECORD.replace("condemn", '"x\\n\\e[31m' + "y" * 500 + '"'))
    assert all(str(p).isprintable() and len(str(p)) < 600 for p in found)


def test_the_name_of_a_file_cannot_make_a_line_of_its_own() -> None:
    found = read(b"", "odd\n:1:1: name\u202e.yaml")
    assert isinstance(found, tuple)
    assert all(str(p).isprintable() for p in found)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("1,000", "write 1000"),
        ("1_000_000", "write 1000000"),
        ("1.5", "write digits only"),
        ("-3", "write digits only"),
        ("0123", "write it in decimal digits that do not begin with 0"),
        ("0x1f", "write it in decimal digits that do not begin with 0"),
        ("9" * 20, "write digits only"),
    ],
)
def test_the_advice_on_a_number_never_changes_its_value(typed: str, advice: str) -> None:
    (found,) = problems(SOURCE + "records:\n" + RECORD + f'  figures: {{dead: {{n: "{typed}"}}}}\n')
    assert (found.code, found.hint) == ("not-a-number", advice)


@pytest.mark.parametrize("path", sorted((ROOT / "tests/specimens/bad").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_parser_without_c_finds_the_same_places(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = path.read_bytes()
    fast = inspect(raw, "file.yaml")
    monkeypatch.setattr(nodes, "_Parser", yaml.BaseLoader)
    slow = inspect(raw, "file.yaml")
    assert [(p.code, p.line, p.column) for p in slow.problems] == [(p.code, p.line, p.column) for p in fast.problems]
    assert slow.whole is fast.whole


def test_shipped_files_read_alike_without_c(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [*sorted((ROOT / "records").glob("[!r]*/*.yaml")), ROOT / "records/register/persons.yaml"]
    fast = [read(path.read_bytes(), path.name) for path in paths]
    monkeypatch.setattr(nodes, "_Parser", yaml.BaseLoader)
    assert [read(path.read_bytes(), path.name) for path in paths] == fast
    assert all(isinstance(content, FileContent) for content in fast)
