"""Words → what is asked: order-tolerant, never guessed, harmless."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.contract import Command, Outcome, Reply, Request
from bot.asked import Asked, NotBoundError
from bot.binding import bind
from bot.catalogue import catalogue
from bot.commands import Held
from briefs.codebook import Length
from briefs.plain import plain

TODAY = date(2025, 6, 1)
DAY = date(2022, 3, 4)


def asked(shipped: Held, question: str, platform: str = "console", **given_words: str) -> Asked:
    command, _, line = question.partition(" ")
    return bind(Request(command, line=line, given=given_words, platform=platform), shipped.shelf, TODAY)


def refused(shipped: Held, question: str, platform: str = "console", **given_words: str) -> Reply:
    with pytest.raises(NotBoundError) as caught:
        asked(shipped, question, platform, **given_words)
    return caught.value.reply


@pytest.mark.parametrize(
    "line",
    [
        "cambodia ukraine as of 4 march 2022 short",
        "ukraine cambodia short as of 2022-03-04",
        "short cambodia ukraine-war 2022-03-04",
        "as of March 4, 2022 cambodia ukraine short",
        "cambodia on ukraine on 4 Mar 2022 short",
        "--issue ukraine cambodia --as-of 2022-03-04 --length short",
        "cambodia --as-of=2022-03-04 --length=SHORT --issue=ukraine",
        "—issue ukraine KHM as-of 4 march 2022 short",
        '"Cambodia" "ukraine" 2022-03-04 short',
        "  Cambodian   ukraine 2022-03-04 short  ",
        "🇰🇭 ukraine 2022-03-04 short",
    ],
)
def test_the_same_question_binds_alike_in_every_order(shipped: Held, line: str) -> None:
    found = asked(shipped, f"position {line}")
    assert (found.actors, found.issue, found.as_of, found.length) == (("KHM",), "ukraine-war", DAY, Length.SHORT)


def test_typed_options_bind_like_a_line(shipped: Held) -> None:
    found = asked(shipped, "position", actor="KHM", issue="ukraine-war", as_of="4 march 2022", length="short")
    assert (found.actors, found.issue, found.as_of, found.length) == (("KHM",), "ukraine-war", DAY, Length.SHORT)


def test_options_and_a_line_bind_together(shipped: Held) -> None:
    found = asked(shipped, "position united states", issue="ukraine")
    assert (found.actors, found.issue) == (("USA",), "ukraine-war")


def test_an_empty_option_counts_as_left_out(shipped: Held) -> None:
    assert asked(shipped, "position cambodia", issue="").issue is None


def test_a_state_that_gives_an_issue_its_name_is_the_actor_when_alone(shipped: Held) -> None:
    assert asked(shipped, "position ukraine").actors == ("UKR",)
    assert asked(shipped, "position ukraine ukraine").issue == "ukraine-war"


@pytest.mark.parametrize(
    ("line", "actor", "issue"),
    [
        ("cambodia palestine", "KHM", "palestine"),
        ("palestine cambodia", "KHM", "palestine"),
        ("palestine", "PSE", None),
        ("palestine palestine", "PSE", "palestine"),
        ("cambodia gaza", "KHM", "palestine"),
        ("cambodia two-state solution", "KHM", "palestine"),
        ("cambodia on myanmar", "KHM", "myanmar-situation"),
        ("myanmar cambodia", "KHM", "myanmar-situation"),
        ("myanmar", "MMR", None),
        ("iran iran", "IRN", "iran-human-rights"),
        ("cambodia georgia", "KHM", "georgia-displaced"),
        ("russia syria", "RUS", "syria-situation"),
        ("syria iran", "SYR", "iran-human-rights"),
        ("ukraine iran", "IRN", "ukraine-war"),
        ("syria ukraine", "SYR", "ukraine-war"),
        ("palestine israel", "ISR", "palestine"),
        ("israel palestine", "ISR", "palestine"),
        ("palestine ukraine", "PSE", "ukraine-war"),
        ("iran human rights", "IRN", "human-rights"),
        ("cuba embargo", "CUB", "cuba-embargo"),
        ("cambodia iran human rights", "KHM", "iran-human-rights"),
        ("japan north korea", "JPN", "dprk-human-rights"),
        ("cuba cuba embargo", "CUB", "cuba-embargo"),
        ("france nuclear weapons as of 2022-03-04", "FRA", "nuclear-disarmament"),
    ],
)
def test_after_an_actor_a_state_asks_for_the_issue_about_it(
    shipped: Held, line: str, actor: str, issue: str | None
) -> None:
    found = asked(shipped, f"position {line}")
    assert (found.actors, found.issue) == ((actor,), issue)


@pytest.mark.parametrize(
    "line", ["cambodia israel", "israel cambodia", "cambodia --issue israel", "--issue israel cambodia"]
)
def test_a_state_that_several_issues_are_about_is_asked_back(shipped: Held, line: str) -> None:
    reply = refused(shipped, f"position {line}")
    assert reply.outcome is Outcome.AMBIGUOUS
    commands = [line.text.split(": ", 1)[1] for line in reply.document.lines() if "/position" in line.text]
    bound = [asked(shipped, command.removeprefix("/")) for command in commands]
    assert [(one.actors, one.issue) for one in bound] == [(("KHM",), "palestine"), (("KHM",), "middle-east")]


@pytest.mark.parametrize(
    ("line", "actors", "issue"),
    [
        ("cambodia vietnam palestine", ("KHM", "VNM"), "palestine"),
        ("cambodia vietnam on palestine", ("KHM", "VNM"), "palestine"),
        ("cambodia palestine", ("KHM", "PSE"), None),
        ("cambodia vietnam israel", ("KHM", "VNM", "ISR"), None),
        ("cambodia vietnam myanmar", ("KHM", "VNM", "MMR"), None),
        ("cambodia vietnam on myanmar", ("KHM", "VNM"), "myanmar-situation"),
        ("cambodia vietnam --issue myanmar", ("KHM", "VNM"), "myanmar-situation"),
        ("cambodia vietnam about north korea", ("KHM", "VNM"), "dprk-human-rights"),
        ("russia china iran iran human rights", ("RUS", "CHN", "IRN"), "iran-human-rights"),
        ("cambodia on vietnam", ("KHM", "VNM"), None),
        ("cambodia vietnam death penalty", ("KHM", "VNM"), "death-penalty"),
        ("cambodia vietnam singapore", ("KHM", "VNM", "SGP"), None),
        ("cambodia and vietnam", ("KHM", "VNM"), None),
        ("cambodia, vietnam, singapore", ("KHM", "VNM", "SGP"), None),
        ("united states vs united kingdom", ("USA", "GBR"), None),
        ("cambodia vietnam ukraine", ("KHM", "VNM"), "ukraine-war"),
        ("ukraine cambodia vietnam", ("UKR", "KHM", "VNM"), None),
        ("cambodia ukraine", ("KHM", "UKR"), None),
        ("cambodia vietnam --issue ukraine", ("KHM", "VNM"), "ukraine-war"),
    ],
)
def test_comparisons_take_names_in_order(shipped: Held, line: str, actors: tuple[str, ...], issue: str | None) -> None:
    found = asked(shipped, f"compare {line}")
    assert (found.actors, found.issue) == (actors, issue)


@pytest.mark.parametrize("given", [{"actor": "KHM", "issue": "israel"}, {"issue": "israel", "actor": "KHM"}])
def test_an_issue_asked_back_by_options_keeps_the_actor(shipped: Held, given: dict[str, str]) -> None:
    reply = refused(shipped, "position", **given)
    assert reply.outcome is Outcome.AMBIGUOUS
    commands = [line.text.split(": ", 1)[1] for line in reply.document.lines() if "/position" in line.text]
    assert {asked(shipped, command.removeprefix("/")).actors for command in commands} == {("KHM",)}


def test_a_comparison_on_a_state_of_several_issues_is_asked_back(shipped: Held) -> None:
    reply = refused(shipped, "compare cambodia vietnam on israel")
    assert reply.outcome is Outcome.AMBIGUOUS
    assert "/compare Cambodia Vietnam --issue middle-east" in plain(reply.document)


def test_after_on_a_comparison_looks_for_an_issue(shipped: Held) -> None:
    reply = refused(shipped, "compare cambodia vietnam on nuclear wepons")
    assert reply.outcome is Outcome.UNKNOWN
    assert "/compare Cambodia Vietnam --issue nuclear-disarmament" in plain(reply.document)


def test_a_comparison_by_options_takes_several_others(shipped: Held) -> None:
    found = asked(shipped, "compare", actor="KHM", others="VNM, Singapore; laos")
    assert found.actors == ("KHM", "VNM", "SGP", "LAO")


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("un-es-11-1", "un-es-11-1"),
        ("A/RES/ES-11/1", "un-es-11-1"),
        ("68/262", "un-68-262"),
        ("es-11/3", "un-es-11-3"),
        ("voa/kh-cospons", "voa/kh-cospons"),
        ("kh-cospons", "voa/kh-cospons"),
    ],
)
def test_an_event_is_found_by_measure_symbol_or_record(shipped: Held, typed: str, about: str) -> None:
    assert asked(shipped, f"event {typed}").about == about
    assert asked(shipped, f"event {typed} as of 4 march 2022 long").about == about


@pytest.mark.parametrize("typed", ["2022-03-03", "3 march 2022", "on 3 March 2022", "March 3, 2022", "3 mar 2022"])
def test_a_digest_takes_its_day_in_any_form(shipped: Held, typed: str) -> None:
    assert asked(shipped, f"digest {typed}").day == date(2022, 3, 3)
    assert asked(shipped, f"digest {typed} long").length is Length.LONG


def test_a_digest_without_a_day_leaves_it_open(shipped: Held) -> None:
    assert asked(shipped, "digest").day is None


def test_a_name_that_several_bear_is_asked_back_with_commands_that_then_bind(shipped: Held) -> None:
    reply = refused(shipped, "compare korea cambodia --as-of 2022-03-04 long")
    assert reply.outcome is Outcome.AMBIGUOUS
    commands = [line.text.split(": ", 1)[1] for line in reply.document.lines() if "/compare" in line.text]
    bound = [asked(shipped, command.removeprefix("/")) for command in commands]
    assert {one.actors for one in bound} == {("KOR", "KHM"), ("PRK", "KHM")}
    assert {(one.as_of, one.length) for one in bound} == {(DAY, Length.LONG)}


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("position georgia", "/position Georgia (country)"),
        ("position georgia ukraine short", "/position Georgia (country) ukraine --length short"),
        ("position ukraine georgia", "/position Georgia (country) --issue ukraine-war"),
        ("compare georgia, armenia", "/compare Georgia (country) armenia"),
        ("compare armenia samoa", "/compare Armenia Independent State of Samoa"),
    ],
)
def test_a_name_whose_other_bearer_is_no_actor_is_told_so_and_the_country_offered(
    shipped: Held, question: str, offered: str
) -> None:
    reply = refused(shipped, question)
    assert reply.outcome is Outcome.AMBIGUOUS
    words = plain(reply.document)
    assert "United States" in words
    assert "If you mean the country, ask:" in words
    assert offered in words
    command, _, line = offered.removeprefix("/").partition(" ")
    assert {"GEO", "WSM"} & set(asked(shipped, f"{command} {line}").actors)


def test_an_issue_first_and_a_name_of_several_second_is_asked_back(shipped: Held) -> None:
    reply = refused(shipped, "position ukraine korea")
    assert reply.outcome is Outcome.AMBIGUOUS
    assert "/position South Korea --issue ukraine-war" in plain(reply.document)


@pytest.mark.parametrize("typed", ["korea", "congo", "guinea"])
def test_each_offered_command_asks_for_one_actor(shipped: Held, typed: str) -> None:
    reply = refused(shipped, f"position {typed} ukraine")
    commands = [line.text.split(": ", 1)[1] for line in reply.document.lines() if "/position" in line.text]
    bound = [asked(shipped, command.removeprefix("/")) for command in commands]
    assert len(commands) > 1
    assert len({one.actors for one in bound}) == len(commands)
    assert all(one.issue == "ukraine-war" for one in bound)


def test_a_shell_is_offered_commands_of_the_shell(shipped: Held) -> None:
    reply = refused(shipped, "position korea", "cli")
    assert 'dateline ask position "South Korea"' in plain(reply.document)


def test_an_unknown_name_is_answered_with_suggestions_never_guessed(shipped: Held) -> None:
    reply = refused(shipped, "position cambodai")
    assert reply.outcome is Outcome.UNKNOWN
    assert "/position Cambodia" in plain(reply.document)


def test_an_unknown_issue_is_answered_with_suggestions(shipped: Held) -> None:
    reply = refused(shipped, "position cambodia ukrainian-wra")
    assert reply.outcome is Outcome.UNKNOWN
    assert "/position Cambodia --issue ukraine-war" in plain(reply.document)


SINCE = date(2015, 1, 1)


@pytest.mark.parametrize(
    ("line", "since", "issue", "as_of"),
    [
        ("", None, None, None),
        ("since 2015", SINCE, None, None),
        ("2015", SINCE, None, None),
        ("from 2015 on ukraine", SINCE, "ukraine-war", None),
        ("ukraine since 1 january 2015", SINCE, "ukraine-war", None),
        ("ukraine 2015-01-01 short", SINCE, "ukraine-war", None),
        ("as of 4 march 2022 since 2015", SINCE, None, DAY),
        ("as of 2022-03-04 2015 ukraine", SINCE, "ukraine-war", DAY),
        ("ukraine as of 2022-03-04", None, "ukraine-war", DAY),
        ("--since 2015 --issue ukraine --as-of 2022-03-04", SINCE, "ukraine-war", DAY),
        ("--since=2015-01-01 on ukraine", SINCE, "ukraine-war", None),
    ],
)
def test_shifts_take_a_day_or_year_to_begin_with_an_issue_and_a_day_to_end_with(
    shipped: Held, line: str, since: date | None, issue: str | None, as_of: date | None
) -> None:
    found = asked(shipped, f"shifts {line}".strip())
    assert (found.since, found.issue, found.as_of) == (since, issue, as_of)


@pytest.mark.parametrize("line", ["asean on ukraine", "ukraine asean", "ASEAN --issue ukraine", "on ukraine asean"])
def test_a_bloc_is_asked_with_its_issue_in_either_order(shipped: Held, line: str) -> None:
    found = asked(shipped, f"bloc {line}")
    assert (found.actors, found.issue) == (("asean",), "ukraine-war")


def test_whoever_is_no_bloc_is_offered_its_position(shipped: Held) -> None:
    reply = refused(shipped, "bloc cambodia ukraine as of 2022-03-04", platform="discord")
    assert reply.outcome is Outcome.USAGE
    told = plain(reply.document)
    assert "Cambodia is no bloc of states." in told
    assert "/position actor:Cambodia issue:ukraine-war as_of:2022-03-04" in told


def test_for_a_bloc_that_nobody_knows_blocs_alone_are_suggested(shipped: Held) -> None:
    told = plain(refused(shipped, "bloc aseam").document)
    assert "ASEAN" in told
    assert "Netherlands" not in told


def test_a_second_actor_is_offered_a_comparison(shipped: Held) -> None:
    reply = refused(shipped, "position cambodia vietnam")
    assert reply.outcome is Outcome.USAGE
    assert "/compare Cambodia Vietnam" in plain(reply.document)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("position", "<actor> is missing"),
        ("event", "<event> is missing"),
        ("compare cambodia", "at least two"),
        ("compare cambodia KHM", "already in this comparison"),
        ("position cambodia --issue ukraine --issue ukraine", "“issue” is given twice"),
        ("position cambodia 2022-03-04 as of 2022-03-05", "“as_of” is given twice"),
        ("position cambodia --ishue ukraine", "no option “ishue”"),
        ("position cambodia --issue", "“issue” has no value"),
        ("position cambodia --length brief", "“brief” is not a length"),
        ("position cambodia as of never", "“never” is not a day"),
        ("position cambodia 2022-02-30", "30 February 2022 does not exist"),
        ("position cambodia as of 4/3/2022", "2022-03-04 or 2022-04-03"),
        ("position cambodia as of 2125-01-01", ""),
        ("position cambodia as of 2025-06-02", "still to come"),
        ("digest tomorrow", "“tomorrow”"),
        ("digest 30 february 2022", "does not exist"),
        ("help frobnicate", "no command named “frobnicate”"),
        ("frobnicate", "no command named “frobnicate”"),
        ("compare USA CHN RUS FRA GBR DEU JPN KOR PRK KHM VNM", "At most 10"),
    ],
)
def test_what_cannot_be_understood_is_told_with_the_form_to_write(shipped: Held, question: str, said: str) -> None:
    reply = refused(shipped, question)
    assert reply.outcome is Outcome.USAGE
    assert said in plain(reply.document)


HOSTILE = [
    "@everyone", "<!channel>", "<@123456789012345678>", "**bold** _it_", "[x](https://evil.example)", "\u202eevil",
    "\u2066\u2069", "\x1b[2J", "a\x00b", "'; DROP TABLE", "{ $typed }", "{{7*7}}", "%s%n", "../../etc/passwd",
    "x" * 10_000, "x " * 5_000, "@here " * 2_000, "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\ud800", "--", "——", '"', "“”", "-", ",", "as of",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("command", [command.name for command in catalogue()])
def test_hostile_words_are_harmless_and_short_in_every_reply(shipped: Held, command: str, words: str) -> None:
    for reply in (refusal(shipped, command, words, {}), *by_options(shipped, command, words)):
        if reply is not None:
            text = plain(reply.document)
            assert reply.outcome in (Outcome.UNKNOWN, Outcome.USAGE)
            assert len(text) < 700
            assert not any(ch in text for ch in "\u202e\u2066\u2069\x1b\x00\ud800")
            assert not list(reply.document.clauses())


def by_options(shipped: Held, command: str, words: str) -> list[Reply | None]:
    params = next(one.params for one in catalogue() if one.name == command)
    return [refusal(shipped, command, "", {param.name: words}) for param in params]


def refusal(shipped: Held, command: str, line: str, given_words: dict[str, str]) -> Reply | None:
    try:
        bind(Request(command, line=line, given=given_words), shipped.shelf, TODAY)
    except NotBoundError as other:
        return other.reply
    return None


@pytest.mark.parametrize("command", ["position", "event", "compare"])
def test_over_long_words_name_nobody(shipped: Held, command: str) -> None:
    assert refused(shipped, f"{command} {'x' * 10_000}").outcome is Outcome.UNKNOWN


KNOWN = [
    "cambodia",
    "korea",
    "ukraine",
    "as",
    "of",
    "4 march 2022",
    "--issue",
    "--as-of",
    "short",
    "vs",
    '"',
    "es-11/1",
]
WORDS = st.one_of(st.sampled_from(KNOWN), st.text(max_size=12))


@given(st.sampled_from([c.name for c in catalogue()]), st.lists(WORDS, max_size=8))
def test_no_line_whatever_breaks_the_binding(shipped: Held, command: str, words: list[str]) -> None:
    bound_or_asked_back(shipped, command, words)


def test_an_option_given_twice_without_words_does_not_break_it(shipped: Held) -> None:
    """No `@example` of the above: hypothesis would write out all records for it."""
    bound_or_asked_back(shipped, "position", ["--issue", "--issue"])


def bound_or_asked_back(shipped: Held, command: str, words: list[str]) -> None:
    try:
        found = bind(Request(command, line=" ".join(words)), shipped.shelf, TODAY)
    except NotBoundError as other:
        told = other.reply
    else:
        told = None
        assert found.as_of is None or found.as_of <= TODAY
        assert set(found.actors) <= shipped.archive.register.actors.keys()
    assert told is None or told.document.title


@pytest.mark.parametrize("command", catalogue(), ids=lambda command: command.name)
def test_the_example_of_every_command_binds(shipped: Held, command: Command) -> None:
    assert asked(shipped, command.example.removeprefix("/")).command == command
