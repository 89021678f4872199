"""What the prompt offers for the end of a line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from adapters.console.client import locale_of
from adapters.console.completion import candidates
from adapters.contract import Choice, Command, Param, ParamKind

COMMANDS = (
    Command(
        "position",
        "s",
        (
            Param("actor", ParamKind.ACTOR, "s", required=True),
            Param("issue", ParamKind.ISSUE, "s"),
            Param("length", ParamKind.LENGTH, "s", choices=("line", "short", "long")),
        ),
        "/position cambodia",
    ),
    Command("help", "s", (), "/help"),
)
NAMES = {
    "actor": [
        Choice("Cambodia", "KHM", "Cambodia"),
        Choice("South Korea", "KOR", "South Korea"),
        Choice("United States", "USA", "United States"),
    ],
    "issue": [Choice("Russia's war against Ukraine", "ukraine-war", "ukraine-war")],
    "length": [Choice(word, word, word) for word in ("line", "short", "long")],
}


def complete(command: str, param: str, typed: str, language: str) -> Sequence[Choice]:
    """Offers everything, like an application that likens: the prompt keeps what begins as typed."""
    return NAMES[param]


def offered(line: str) -> list[str]:
    return [line[: len(line) - one.replaces] + one.text for one in candidates(line, COMMANDS, complete, "")]


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("", ["/position ", "/help "]),
        ("/", ["/position ", "/help "]),
        ("po", ["/position "]),
        ("/POS", ["/position "]),
        ("/position cam", ["/position cambodia "]),
        ("/position Cam", ["/position Cambodia "]),
        ("/position united st", ["/position united states "]),
        ("/position kor", ["/position South Korea "]),
        ("/position cambodia ukr", ["/position cambodia ukraine-war "]),
        ("/position cambodia ukraine sh", ["/position cambodia ukraine short "]),
        ("/position united states li", ["/position united states line "]),
        ("/position xyz", []),
        ("/nope cam", []),
        ("/help cam", []),
    ],
)
def test_the_end_of_a_line_is_completed(line: str, completed: list[str]) -> None:
    assert offered(line) == completed


def test_after_a_command_its_first_parameter_is_offered_and_after_a_name_the_others() -> None:
    assert offered("/position ") == ["/position Cambodia ", "/position South Korea ", "/position United States "]
    assert offered("/position cambodia ") == [
        f"/position cambodia {word} " for word in ("ukraine-war", "line", "short", "long")
    ]


def test_a_label_in_another_language_is_shown_and_words_that_mean_it_are_put_in() -> None:
    def localised(command: str, param: str, typed: str, language: str) -> Sequence[Choice]:
        named = {"fr_FR.UTF-8": "Géorgie"}.get(language, "Georgia")
        return [Choice(named, "GEO", "Georgia (country)")] if param == "actor" else []

    for line, label in (("/position gé", "Géorgie"), ("/position geor", "Géorgie")):
        [one] = candidates(line, COMMANDS, localised, "fr_FR.UTF-8")
        assert (one.label, one.text.lower()) == (label, "georgia (country) ")


@pytest.mark.parametrize(
    ("environ", "locale"),
    [
        ({}, ""),
        ({"LANG": "fr_FR.UTF-8"}, "fr_FR.UTF-8"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "km_KH"}, "km_KH"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "km_KH", "LC_ALL": "C"}, "C"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de_DE"),
    ],
)
def test_the_terminals_locale_is_the_first_that_is_set(environ: dict[str, str], locale: str) -> None:
    assert locale_of(environ) == locale
