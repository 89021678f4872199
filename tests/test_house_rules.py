"""The rules of tests/conftest.py can fail: each is broken here on purpose, in a test run of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = (Path(__file__).parent / "conftest.py").read_text(encoding="utf-8")


def outcome_of(pytester: pytest.Pytester, body: str) -> pytest.RunResult:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(body)
    return pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider")


def test_an_undeclared_warning_fails_the_test(pytester: pytest.Pytester) -> None:
    result = outcome_of(pytester, "import logging\ndef test_it(): logging.getLogger('dateline.x').warning('oh')")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*dateline.x: oh*"])


def test_a_declared_warning_passes_and_a_missing_one_fails(pytester: pytest.Pytester) -> None:
    result = outcome_of(
        pytester,
        "import logging\n"
        "def test_said(expected_warnings):\n"
        "    expected_warnings.append('oh')\n"
        "    logging.getLogger('dateline.x').warning('oh')\n"
        "def test_unsaid(expected_warnings): expected_warnings.append('oh')\n",
    )
    result.assert_outcomes(passed=2, errors=1)


def test_a_swallowed_connection_beyond_loopback_fails_the_test(pytester: pytest.Pytester) -> None:
    result = outcome_of(
        pytester,
        "import contextlib, socket\n"
        "def test_it():\n"
        "    with contextlib.suppress(Exception): socket.create_connection(('192.0.2.1', 9), timeout=1)\n"
        "def test_bind():\n"
        "    with contextlib.suppress(Exception): socket.socket().bind(('0.0.0.0', 0))\n"
        "def test_loopback():\n"
        "    with socket.socket() as s: s.bind(('127.0.0.1', 0))\n",
    )
    result.assert_outcomes(passed=3, errors=2)
