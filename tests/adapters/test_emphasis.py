"""Labels, asides and what stands together: told apart without changing a character."""

from __future__ import annotations

import pytest

from adapters import emphasis
from briefs.document import Bullets, Em, Heading, Line, Link, Paragraph, Phrase, Row, Strong, Table, Text, say

VOTES = (
    Phrase((Text("7 April 2022: abstained on "), Link("A/RES/ES-11/3", "https://example.org/3"), Text(", 93–24"))),
    say("24 March 2022: in favour"),
)


def text_of(inlines: tuple[object, ...]) -> str:
    return "".join(inline.text for inline in inlines)  # type: ignore[attr-defined]


def test_labels_that_begin_every_point_are_strong_and_no_character_changes() -> None:
    shown = emphasis.points(VOTES)
    assert [inlines[0] for inlines in shown] == [Strong("7 April 2022"), Strong("24 March 2022")]
    assert [text_of(inlines) for inlines in shown] == [line.text for line in VOTES]


@pytest.mark.parametrize(
    "other",
    [
        say("Roll calls run to 2025"),
        say("https://example.org"),
        say("*stars*: x"),
        say("@everyone: x"),
        say(f"{'long ' * 12}label: x"),
        Phrase((Em("3 March."), Text(" He said: no"))),
    ],
    ids=lambda line: line.text[:12],
)
def test_one_point_without_a_plain_label_leaves_all_as_they_are(other: Line) -> None:
    assert emphasis.points((*VOTES, other)) == tuple(line.inlines for line in (*VOTES, other))


def test_a_day_before_the_text_voted_on_is_a_label_too() -> None:
    shown = emphasis.points((say("7 December 2018, A/RES/73/96, Titled: of its 10 members, 7 in favour"),))
    assert shown[0][0] == Strong("7 December 2018")
    assert text_of(shown[0]) == "7 December 2018, A/RES/73/96, Titled: of its 10 members, 7 in favour"


def names(count: int) -> list[str]:
    return [f"{chr(ord('A') + place // 8)}state {place:02}" for place in range(count)]


def test_a_long_list_of_names_is_cut_where_a_letter_begins_and_loses_no_character() -> None:
    words = f"In favour: {', '.join(names(80))}."
    head, *groups = emphasis.branches((Strong("In favour"), Text(words.removeprefix("In favour"))))
    assert text_of(head) == "In favour: "
    assert [text_of(group)[:8] for group in groups] == ["Astate 0", "Cstate 1", "Estate 3", "Gstate 4", "Istate 6"]
    assert text_of(head) + "".join(map(text_of, groups)) == words


@pytest.mark.parametrize(
    "words",
    [
        f"In favour: {', '.join(names(40))}.",
        f"In favour: {', '.join(reversed(names(80)))}.",
        f"{', '.join(names(80))}.",
        "24 March 2022: in favour; on the draft; as one of many",
        f"24 March 2022: in favour ({'title; ' * 40})",
        f"It voted on the resolution{' of a long name' * 9}: 141 in favour; 12 did not vote.",
        f"13 December 2019, A/RES/74/87: Cambodia in favour; Thailand abstained ({'long title ' * 20})",
    ],
    ids=[
        "short",
        "not in order",
        "without a label",
        "short statements",
        "semicolons of a title",
        "a sentence",
        "long by its title alone",
    ],
)
def test_what_can_be_taken_in_at_once_is_not_cut(words: str) -> None:
    assert emphasis.branches((Text(words),)) == ((Text(words),),)


def test_a_long_point_of_several_statements_has_each_on_a_line_of_its_own() -> None:
    title = "Countering the use of information and communications technologies for criminal purposes (a; b)"
    rest = f", {title}: 5 members voted in favour (Nauru; Senegal); 1 member voted against (Belize)"
    point = (Text("27 December 2019, "), Link("A/RES/74/247", "https://example.org/1"), Text(rest))
    head, first, second = emphasis.branches(point)
    assert head[1] == point[1]
    assert text_of(first) == "5 members voted in favour (Nauru; Senegal); "
    assert text_of(second) == "1 member voted against (Belize)"
    assert text_of(head) + text_of(first) + text_of(second) == text_of(point)


def test_the_key_that_ends_a_heading_is_apart_from_its_words() -> None:
    assert emphasis.heading("Votes (in favour–against)") == ("Votes", "(in favour–against)")
    assert emphasis.heading("Votes") == ("Votes", "")
    assert emphasis.heading("(only a key)") == ("(only a key)", "")


def test_headings_and_words_that_lead_on_stand_with_what_follows() -> None:
    head, lead, said, more = (
        Heading(say("Votes")),
        Paragraph((say("Did you mean:"),)),
        Bullets(VOTES),
        Heading(say("x")),
    )
    blocks = (said, head, lead, said, said, more)
    groups = list(emphasis.together(blocks))
    assert groups == [(said,), (head, lead, said), (said,), (more,)]


def test_a_table_is_set_on_one_line_a_row_only_where_every_short_row_fits() -> None:
    row = Row(say("24 Feb 2025, A/RES/ES-11/8"), (say("in favour"), say("abstained")))
    quote = Row(say("Said"), (say("word " * 40), say("nothing recorded")))
    two = Table((say("Cambodia"), say("Vietnam")), (row, quote))
    three = Table((*two.columns, say("Singapore")), (Row(row.label, (*row.cells, say("in favour"))),))
    assert emphasis.at_a_glance(row)
    assert not emphasis.at_a_glance(quote)
    assert emphasis.one_line(two)
    assert not emphasis.one_line(three)
