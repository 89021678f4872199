"""What a button or a form carries is read back to what was asked, and harms nobody where somebody forged it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.tokens import MOST, Press, Question, Token, compared, read, written
from bot.catalogue import catalogue

COMMANDS = catalogue()


@pytest.mark.parametrize("command", ["position", "status", "no-such-command", ""])
def test_a_forged_comparison_of_what_compares_nothing_is_the_question_itself(command: str) -> None:
    question = Question(command, {"actor": "cambodia"})
    assert compared(question, "Laos", COMMANDS) == question


def test_what_is_typed_joins_those_who_are_compared() -> None:
    asked = Question("compare", {"actor": "Cambodia", "others": "Vietnam", "issue": "ukraine-war"})
    assert compared(asked, " Laos ", COMMANDS).given == {
        "actor": "Cambodia",
        "others": "Vietnam, Laos",
        "issue": "ukraine-war",
    }
    assert compared(Question("compare", {}), "Laos", COMMANDS).given == {"others": "Laos"}


@given(
    st.sampled_from(Press), st.text(st.characters(categories=("Ll", "Pd")), min_size=1, max_size=12),
    st.dictionaries(st.text(min_size=1, max_size=5), st.text(min_size=1, max_size=9), max_size=3), st.text(max_size=9),
    st.integers(1, 99),
)  # fmt: skip
def test_whatever_was_asked_is_read_back(
    press: Press, command: str, words: dict[str, str], line: str, page: int
) -> None:
    token = Token(press, Question(command, words, line), page)
    text = written(token)
    assert text is None or (len(text) <= MOST and read(text) == token)


@given(st.text(max_size=40) | st.from_regex(r"d1\|[a-z]\|[0-9²]{1,2}\|[a-z?=&+%]{0,12}", fullmatch=True))
def test_nothing_that_stands_in_a_token_fails(text: str) -> None:
    token = read(text)
    assert token is None or compared(token.question, "Laos", COMMANDS) is not None
