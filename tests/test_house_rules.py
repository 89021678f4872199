"""The rules of tests/conftest.py can fail: each is broken here on purpose, in a test run of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = (Path(__file__).parent / "conftest.py").read_text(encoding="utf-8")


BROKEN = """
import contextlib, logging, socket
def test_says_something(): logging.getLogger('dateline.x').warning('oh')
def test_declares_and_says(expected_warnings):
    expected_warnings.append('ah')
    logging.getLogger('dateline.x').warning('ah')
def test_declares_and_is_silent(expected_warnings): expected_warnings.append('never')
def test_connects():
    with contextlib.suppress(Exception): socket.create_connection(('192.0.2.1', 9), timeout=1)
def test_binds_everywhere():
    with contextlib.suppress(Exception): socket.socket().bind(('0.0.0.0', 0))
def test_stays_home():
    with socket.socket() as s: s.bind(('127.0.0.1', 0))
"""


def test_undeclared_warnings_and_steps_beyond_loopback_fail_the_test_that_made_them(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(BROKEN)
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider", "-rE")
    result.assert_outcomes(passed=6, errors=4)
    result.stdout.fnmatch_lines_random(
        [
            "ERROR *::test_says_something*",
            "ERROR *::test_declares_and_is_silent*",
            "ERROR *::test_connects*",
            "ERROR *::test_binds_everywhere*",
        ]
    )
