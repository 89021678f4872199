"""Days as people type them: read where they are plain, explained where they are not, never guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.days import NotADay, leading_day, read_day

TODAY = date(2022, 3, 5)
FOURTH = date(2022, 3, 4)


@pytest.mark.parametrize(
    "words",
    [
        "2022-03-04", "2022-3-4", "2022/03/04", "20220304", "4 March 2022", "4 march 2022", "04 MAR 2022", "4 Mar 2022",
        "4th of March 2022", "4th March, 2022", "March 4, 2022", "march 4 2022", "Mar 4th 2022", " 4  march  2022 ",
        "yesterday", "Yesterday", "\u200f2022-03-04", "２０２２-０３-０４", "2022\u201103\u201104",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_plain_form(words: str) -> None:
    assert read_day(words, TODAY) == FOURTH


def test_today_is_the_given_day() -> None:
    assert read_day("today", TODAY) == read_day("now", TODAY) == TODAY
    assert read_day("yesterday", date(2024, 3, 1)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2022-02-30", "30 February 2022 does not exist: February 2022 has 28 days."),
        ("29 feb 2023", "29 February 2023 does not exist: February 2023 has 28 days."),
        ("31 April 2022", "31 April 2022 does not exist: April 2022 has 30 days."),
        ("0 March 2022", "0 March 2022 does not exist: March 2022 has 31 days."),
        ("2022-13-01", "There is no month 13; write it as 2022-03-04."),
        ("03/04/2022", "That may be 2022-03-04 or 2022-04-03; write the one you mean."),
        ("32/13/2022", "No such day exists; write it as 2022-03-04."),
        ("4 March", "4 March needs its year; write it as 2022-03-04."),
        ("0022-03-04", "The year 0022 is outside 1900 to 2100; write it as 2022-03-04."),
    ],
)
def test_an_impossible_day_is_explained(words: str, reason: str) -> None:
    assert read_day(words, TODAY) == NotADay(reason)


def test_numbers_with_one_reading_are_read() -> None:
    assert read_day("25/03/2022", TODAY) == date(2022, 3, 25)
    assert read_day("03/25/2022", TODAY) == date(2022, 3, 25)
    assert read_day("4.4.2022", TODAY) == date(2022, 4, 4)


@pytest.mark.parametrize(
    "words", ["", " ", "soon", "tomorrow", "ma 4 2022", "4 foo 2022", "@everyone", "2022", "2022-03", "x" * 10_000, "٤"]
)
def test_other_words_are_no_day_and_are_not_repeated(words: str) -> None:
    answer = read_day(words, TODAY)
    assert isinstance(answer, NotADay)
    assert not words.strip() or words.strip() not in answer.reason.split()


def test_the_beginning_of_a_line_may_be_a_day() -> None:
    assert leading_day(["2022-03-04", "short"], TODAY) == (FOURTH, ("short",))
    assert leading_day(["4", "march", "2022", "short"], TODAY) == (FOURTH, ("short",))
    assert leading_day(["March", "4,", "2022"], TODAY) == (FOURTH, ())
    assert leading_day(["yesterday"], TODAY) == (FOURTH, ())
    assert leading_day(["cambodia", "2022-03-04"], TODAY) is None
    assert leading_day([], TODAY) is None


def test_a_line_that_begins_with_an_impossible_day_is_told_so() -> None:
    answer = leading_day(["30", "february", "2022", "long"], TODAY)
    assert answer == (NotADay("30 February 2022 does not exist: February 2022 has 28 days."), ("long",))
    assert leading_day(["2022-99-99"], TODAY) == (NotADay("There is no month 99; write it as 2022-03-04."), ())


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_what_we_print(day: date) -> None:
    for words in (f"{day}", f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}"):
        assert read_day(words, TODAY) == day
    assert read_day("yesterday", day + timedelta(days=1)) == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_explained(words: str) -> None:
    answer = read_day(words, TODAY)
    assert isinstance(answer, date) or answer.reason.endswith(".")
    leading_day(words.split(), TODAY)
