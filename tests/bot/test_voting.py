"""The lines of `/vote` and `/voters`: which words are the text, which the way to vote, which the bloc."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from adapters.contract import Outcome, Reply, Request
from bot.asked import Asked
from bot.binding import bind
from bot.binding.texts import WORDS
from bot.commands import Desk, Held
from briefs.codebook import Length, VoteOption
from briefs.plain import plain
from tests.archives import article, imported, odd, shipped

TODAY = date(2026, 11, 23)
FAVOUR, AGAINST, ABSTAINED, ABSENT = VoteOption


def asked(command: str, line: str = "", **given: str) -> Asked:
    return bind(Request(command, line, given), Held.of(imported(), ()).shelf, TODAY)


def replied(command: str, line: str, which: Held | None = None) -> Reply:
    held = which or Held.of(imported(), ())
    return Desk(held, lambda: datetime(2026, 11, 23, tzinfo=UTC)).answer_now(Request(command, line))


@pytest.mark.parametrize(
    ("line", "about", "bloc"),
    [
        ("A/RES/ES-11/1", "un-es-11-1", ()),
        ("ES-11/1 asean", "un-es-11-1", ("asean",)),
        ("asean ES-11/1", "un-es-11-1", ("asean",)),
        ("ES-11/1 by the arab league", "un-es-11-1", ("arab-league",)),
        ("ES-11/1 --bloc african union", "un-es-11-1", ("au",)),
        ("--text 75/191 eu", "un-votes-109", ("eu",)),
        ("cuba embargo", "un-votes-105", ()),
        ("cuba embargo asean", "un-votes-105", ("asean",)),
        ("question of palestine 2011 african union", "un-votes-106", ("au",)),
        ("aggression against ukraine", "un-es-11-1", ()),
    ],
)
def test_a_line_of_vote_is_a_text_and_perhaps_a_bloc(line: str, about: str, bloc: tuple[str, ...]) -> None:
    bound = asked("vote", line)
    assert (bound.about, bound.actors) == (about, bloc)


@pytest.mark.parametrize(
    ("line", "about", "option", "bloc"),
    [
        ("ES-11/1 abstained", "un-es-11-1", ABSTAINED, ()),
        ("ES-11/1 abstained asean", "un-es-11-1", ABSTAINED, ("asean",)),
        ("against ES-11/1", "un-es-11-1", AGAINST, ()),
        ("against ES-11/1 by the eu", "un-es-11-1", AGAINST, ("eu",)),
        ("aggression against ukraine against", "un-es-11-1", AGAINST, ()),
        ("aggression against ukraine in favour brics", "un-es-11-1", FAVOUR, ("brics",)),
        ("ES-11/1 did not vote", "un-es-11-1", ABSENT, ()),
        ("ES-11/1 did not vote african union", "un-es-11-1", ABSENT, ("au",)),
        ("embargo against cuba yes", "un-votes-105", FAVOUR, ()),
        ("75/191 --option did not vote", "un-votes-109", ABSENT, ()),
        ("75/191 --option=no --bloc eu", "un-votes-109", AGAINST, ("eu",)),
        ("yes 75/191 line as of 2025-01-01", "un-votes-109", FAVOUR, ()),
    ],
)
def test_a_line_of_voters_is_a_text_a_way_to_vote_and_perhaps_a_bloc(
    line: str, about: str, option: VoteOption, bloc: tuple[str, ...]
) -> None:
    bound = asked("voters", line)
    assert (bound.about, bound.option, bound.actors) == (about, option, bloc)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_for_a_way_to_vote_is_read(word: str) -> None:
    assert asked("voters", f"75/191 {word}").option is WORDS[word]
    assert asked("voters", f"{word.upper()} 75/191").option is WORDS[word]
    assert asked("voters", text="75/191", option=word, bloc="asean").option is WORDS[word]


def test_typed_options_bind_alike() -> None:
    bound = asked("voters", text="un-votes-109", option="did not vote", bloc="EU", length="line", as_of="2025-01-01")
    assert bound == asked("voters", "75/191 absent eu line as of 2025-01-01")
    assert bound.length is Length.LINE


@pytest.mark.parametrize(
    ("command", "line", "outcome", "words"),
    [
        ("voters", "75/191", Outcome.USAGE, "How did they vote?"),
        ("voters", "75/191 maybe", Outcome.USAGE, "“maybe” is no way to vote here."),
        ("voters", "--option maybe 75/191 asean", Outcome.USAGE, "/voters A/RES/75/191 did not vote ASEAN"),
        ("voters", "75/191 perhaps as of 2025-01-01", Outcome.USAGE, "/voters A/RES/75/191 against --as-of 2025-01-01"),
        ("voters", "question of palestine no eu", Outcome.AMBIGUOUS, "/voters A/RES/75/98 against EU"),
        ("vote", "question of palestine eu", Outcome.AMBIGUOUS, "/vote A/RES/75/98 EU"),
        ("vote", "75/191 cambodia", Outcome.USAGE, "/position Cambodia"),
        ("vote", "75/191 aseen", Outcome.UNKNOWN, "/vote A/RES/75/191 ASEAN"),
        ("vote", "nothing of that name", Outcome.UNKNOWN, "No measure or record named"),
        ("vote", "", Outcome.USAGE, "<text> is missing."),
        ("voters", "abstained", Outcome.USAGE, "<text> is missing."),
        ("vote", "75/191 --bloc asean eu", Outcome.UNKNOWN, ""),
        ("voters", "75/191 yes no", Outcome.UNKNOWN, ""),
        ("vote", "x " * 190, Outcome.UNKNOWN, ""),
    ],
)
def test_what_is_missing_or_unknown_is_asked_back(command: str, line: str, outcome: Outcome, words: str) -> None:
    reply = replied(command, line)
    assert reply.outcome is outcome
    assert words in plain(reply.document)


def test_what_is_offered_can_be_asked() -> None:
    for command, line in (("voters", "75/191 maybe eu"), ("vote", "question of palestine eu"), ("voters", "75/191")):
        offers = [text.text.rpartition(": ")[2] for text in replied(command, line).document.lines()]
        typed = [offer.removeprefix("/") for offer in offers if offer.startswith("/")]
        assert typed
        for offer in typed:
            name, _, rest = offer.partition(" ")
            assert replied(name, rest).outcome is Outcome.ANSWERED, offer


def test_a_bloc_is_completed_and_a_way_to_vote_is_one_of_four() -> None:
    desk = Desk(Held.of(imported(), ()), lambda: datetime(2026, 11, 23, tzinfo=UTC))
    assert [c.value for c in desk.complete("voters", "option", "", "en")] == [
        "in favour", "against", "abstained", "did not vote",
    ]  # fmt: skip
    assert [c.value for c in desk.complete("voters", "option", "A", "en")] == ["against", "abstained"]
    assert "asean" in [c.value for c in desk.complete("vote", "bloc", "as", "en")]
    assert desk.complete("vote", "text", "75/191", "en")[0].words == "A/RES/75/191"


def test_without_an_import_the_records_answer() -> None:
    held = Held.of(shipped(), ())
    assert "5 of 193 members voted against A/RES/ES-11/1" in plain(replied("voters", "ES-11/1 no", held).document)
    assert replied("vote", "75/191", held).outcome is Outcome.UNKNOWN


def test_where_no_roll_call_is_held_the_account_of_the_vote_answers() -> None:
    held = Held.of(article(), ())
    for line in ("ES-11/1", "ES-11/1 asean"):
        assert plain(replied("vote", line, held).document) == plain(replied("event", "ES-11/1", held).document)


def test_before_the_day_of_the_vote_nothing_is_held_of_it() -> None:
    assert replied("vote", "75/191 as of 2020-12-15").outcome is Outcome.NOTHING
    assert replied("voters", "35/13 yes as of 1980-01-01", Held.of(odd(), ())).outcome is Outcome.NOTHING


def test_a_symbol_that_is_not_held_is_offered_symbols_of_its_own_session_or_none() -> None:
    other = replied("vote", "A/RES/76/300", Held.of(shipped(), ()))
    assert other.outcome is Outcome.UNKNOWN
    assert "Did you mean" not in plain(other.document)
    near = replied("vote", "ES-11/9", Held.of(shipped(), ()))
    assert "A/RES/ES-11/1" in plain(near.document)
    assert "A/RES/68/262" not in plain(near.document)
