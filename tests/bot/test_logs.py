"""Logs: one line each, to standard error, and no secret in any of them."""

from __future__ import annotations

import logging
import sys

import pytest

from bot.logs import OneLine

SECRET = "xoxb-very-secret"


def line_of(message: str, *arguments: object, error: BaseException | None = None) -> str:
    fault = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("dateline.x", logging.ERROR, __file__, 1, message, arguments, fault)
    return OneLine([SECRET]).format(record)


def test_a_line_bears_time_level_room_and_event() -> None:
    line = line_of("platform.lost platform=%s", "slack")
    assert line.endswith("Z ERROR dateline.x platform.lost platform=slack")


@pytest.mark.parametrize("where", ["message", "argument"])
def test_a_secret_is_struck_out_wherever_it_stands(where: str) -> None:
    line = line_of(f"a {SECRET} b") if where == "message" else line_of("a %s b", SECRET)
    assert SECRET not in line
    assert line.endswith("a *** b")


def test_an_exception_is_its_kind_and_place_never_its_words() -> None:
    try:
        raise ValueError(f"the reader typed this, and {SECRET}")
    except ValueError as error:
        line = line_of("answer.failed id=1", error=error)
    assert "kind=ValueError at=test_logs.py:" in line
    assert "typed" not in line
    assert SECRET not in line


def test_a_line_stays_one_line() -> None:
    assert "\n" not in line_of("a\nb\r%s", "c\x1b[2J\u2028d")
    assert "\x1b" not in line_of("%s", "\x1b[2J")
    assert len(line_of("x" * 10_000)) <= 2000


def test_nothing_is_written_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    from bot.logs import log_to_stderr

    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        log_to_stderr([SECRET])
        logging.getLogger("dateline.x").info("app.started token=%s", SECRET)
    finally:
        root.handlers[:], root.level = before, level
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("INFO dateline.x app.started token=***\n")
    assert sys.stderr is not None
