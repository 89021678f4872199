"""The console's renderer: the same words as plain text, inside the width, and nothing that steers a terminal."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.console.render import NARROWEST, cells, render
from adapters.inert import inert
from briefs.document import (
    Bullets,
    Clause,
    Document,
    Em,
    Heading,
    Line,
    Link,
    Paragraph,
    Row,
    SourceNote,
    Strong,
    Table,
    Text,
    say,
)
from briefs.plain import plain

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def clause(text: str) -> Clause:
    return Clause((Text(text),), "x", ("voa/vote",))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def table(cells_: tuple[tuple[str, ...], ...]) -> Table:
    columns = tuple(say(f"Column {i}") for i in range(len(cells_[0])))
    return Table(columns, tuple(Row(say(f"Row {i}"), tuple(map(clause, row))) for i, row in enumerate(cells_)))


BRIEF = Document(
    "Cambodia · Russia's war against Ukraine",
    (
        Paragraph((clause("Cambodia co-sponsored the resolution."), clause("It was the second sentence."))),
        Heading(say("Votes")),
        Bullets((clause("24 February 2025: in favour"), clause("2 March 2022: in favour of A/RES/ES-11/1"))),
        table((("yes", "not recorded"), ("nothing recorded", "unilateral sanctions, 28 Feb 2022"))),
    ),
    date(2022, 3, 4),
    "Sources to 4 Mar 2022",
    (SourceNote(1, "VOA, 4 Mar 2022", "https://example.org/a", ("voa/vote",)),),
    "VOA, 4 March 2022, voa/vote, https://example.org/a",
)


def test_title_stands_left_and_the_day_right_on_one_line() -> None:
    first = render(BRIEF).splitlines()[0]
    assert first.startswith("Cambodia · Russia's war against Ukraine  ")
    assert first.endswith("as of 4 March 2022")
    assert cells(first) == 80


def test_the_day_goes_under_a_title_that_leaves_no_room() -> None:
    assert render(BRIEF, 44).splitlines()[:2] == ["Cambodia · Russia's war against Ukraine", "as of 4 March 2022"]


def test_points_that_begin_with_a_day_line_up_after_it() -> None:
    shown = render(BRIEF)
    assert "• 24 February 2025: in favour\n• 2 March 2022:     in favour of A/RES/ES-11/1\n" in shown


def test_points_that_begin_with_a_label_line_up_after_it() -> None:
    lines = (say("ASEAN: of 10 members, 8 in favour"), say("African Union: of 55 members, 28 in favour"))
    shown = render(Document("", (Bullets(lines),)), 80)
    assert shown == "• ASEAN:         of 10 members, 8 in favour\n• African Union: of 55 members, 28 in favour\n"
    assert "• ASEAN: of 10" in render(Document("", (Bullets(lines),)), 50)


def test_points_hang_under_their_words_not_under_the_dot() -> None:
    shown = render(Document("", (Bullets((clause("word " * 40),)),)), 40).splitlines()
    assert shown[0].startswith("• word")
    assert all(line.startswith("  word") for line in shown[1:])


def test_a_table_that_fits_is_a_grid_with_aligned_columns() -> None:
    lines = render(BRIEF).splitlines()
    head = next(line for line in lines if "Column 0" in line)
    row = next(line for line in lines if line.startswith("Row 1"))
    assert head.index("Column 1") == row.index("unilateral")


def test_a_long_cell_wraps_so_that_the_short_rows_need_not() -> None:
    votes = [Row(say(f"{day} Nov 2022, A/RES/ES-11/5"), (say("abstained"), say("in favour"))) for day in range(11, 20)]
    quote = Row(say("Said"), (clause("word " * 20), clause("other " * 20)))
    table = Table((say("Cambodia"), say("Vietnam")), (*votes, quote))
    lines = render(Document("", (table,)), 70).splitlines()
    assert sum(bool(re.match(r"1\d Nov 2022, A/RES/ES-11/5  +abstained +in favour$", line)) for line in lines) == 9
    assert all(cells(line) <= 70 for line in lines)


def test_a_table_too_wide_for_a_grid_is_told_row_by_row() -> None:
    wide = table((tuple(f"cellnumber{i}withoutblanks" for i in range(6)),))
    shown = render(Document("", (wide,)), 60)
    assert shown.startswith("Row 0\n  Column 0: cellnumber0withoutblanks\n  Column 1: ")
    assert "─" not in shown


def test_a_claim_in_a_cell_keeps_its_column_name_in_both_forms() -> None:
    narrow = render(BRIEF, 24)
    assert "Column 1: not recorded" in " ".join(narrow.split())


def test_sources_are_numbered_at_the_end_with_their_whole_address() -> None:
    assert "Sources to 4 Mar 2022\n[1] VOA, 4 Mar 2022  https://example.org/a\n" in render(BRIEF)
    assert "[1] VOA, 4 Mar 2022\n    https://example.org/a\n" in render(BRIEF, 30)


def test_the_line_to_paste_is_one_line_however_narrow_the_terminal() -> None:
    assert render(BRIEF, 30).splitlines()[-1] == BRIEF.paste


def test_sources_without_a_footer_are_still_headed() -> None:
    shown = render(Document("T", (), sources=BRIEF.sources))
    assert "Sources\n[1] VOA" in shown


def test_an_empty_document_shows_nothing() -> None:
    assert render(Document("", ())) == ""


def test_colour_is_off_unless_asked_for_and_adds_no_character() -> None:
    plain_form, coloured = render(BRIEF), render(BRIEF, colour=True)
    assert "\x1b" not in plain_form
    assert "\x1b[1mCambodia · Russia's war against Ukraine\x1b[0m" in coloured
    assert ANSI.sub("", coloured) == plain_form


def test_every_style_is_closed_on_its_own_line() -> None:
    styled = Document(
        "", (Paragraph((Clause((Strong("a " * 60), Em("b " * 60), Link("c " * 60, "https://x")), "x", ()),)),)
    )
    for line in render(styled, 40, colour=True).splitlines():
        assert line.endswith("\x1b[0m")
        assert len(ANSI.findall(line)) % 2 == 0


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J\x1b]0;owned\x07",
        "a\rb",
        "\u202eevil",
        "\u2066x\u2069",
        "\x9b31m",
        "line\nbreak",
        "\x00",
        "tab\tbed",
        "\ufeff",
    ],
)
def test_nothing_that_steers_a_terminal_gets_through_anywhere(hostile: str) -> None:
    line: Line = Clause((Text(hostile), Strong(hostile), Em(hostile), Link(hostile, "https://x/" + hostile)), "x", ())
    document = Document(
        hostile,
        (Heading(say(hostile)), Paragraph((line,)), Bullets((line,)), table(((hostile, hostile),))),
        date(2022, 3, 4),
        hostile,
        (SourceNote(1, hostile, "https://x/" + hostile, ("a",)),),
        hostile,
    )
    shown = render(document)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", shown)
    assert "\x1b" not in ANSI.sub("", render(document, colour=True))


def test_wide_letters_count_two_cells_and_marks_none() -> None:
    assert cells("柬埔寨") == 6
    assert cells("e\u0301") == 1
    shown = render(Document("", (Paragraph((clause("柬埔寨 " * 30),)),)), 40)
    assert all(cells(line) <= 40 for line in shown.splitlines())


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.integers(1, 300))
def test_every_word_of_the_plain_text_is_there_in_order_and_no_line_is_too_wide(texts: list[str], width: int) -> None:
    lines = tuple(map(clause, texts))
    document = Document(texts[0], (Paragraph(lines), Bullets(lines)))
    shown = render(document, width)
    assert "".join(shown.split()) == "".join(inert(plain(document)).split())
    assert all(cells(line) <= max(width, NARROWEST) for line in shown.splitlines() if "http" not in line)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3), st.integers(24, 100))
def test_every_cell_of_a_table_is_there_whole(rows: list[list[str]], width: int) -> None:
    shown = render(Document("", (table(tuple(map(tuple, rows))),)), width)
    letters = sorted("".join(shown.split()))
    for row in rows:
        for cell in row:
            for letter in "".join(inert(cell).split()):
                assert letter in letters
                letters.remove(letter)
