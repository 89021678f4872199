"""What the prompt offers for the end of a line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

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
    "actor": [("Cambodia", "KHM"), ("South Korea", "KOR"), ("United States", "USA")],
    "issue": [("Russia's war against Ukraine", "ukraine-war")],
    "length": [("line", "line"), ("short", "short"), ("long", "long")],
}


def complete(command: str, param: str, typed: str) -> Sequence[Choice]:
    """Offers everything, like an application that likens: the prompt keeps what begins as typed."""
    return [Choice(*pair) for pair in NAMES[param]]


def offered(line: str) -> list[str]:
    return [line[: len(line) - one.replaces] + one.text for one in candidates(line, COMMANDS, complete)]


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
