"""The console on a real pseudo-terminal: prompt, completion, colour, history, leaving."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeAlias

import pexpect
import pytest

from tests.adapters.console.warm import Child, Warm, warm

Begin: TypeAlias = Callable[..., AbstractContextManager[Child]]
ROOT = Path(__file__).resolve().parents[3]
COLOUR = re.compile(r"\x1b\[(?:[1-9]|[0-9]+;)[0-9;]*m")
"""Any graphic rendition but a plain reset."""


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder: compiled records, database and history stay from test to test, as they do for a person."""
    return tmp_path_factory.mktemp("console") / "data"


@pytest.fixture(scope="module")
def ready() -> Iterator[Warm]:
    with warm() as ready:
        yield ready


@pytest.fixture
def terminal(ready: Warm, state: Path) -> Begin:
    """The program on a terminal of its own; ended by force if a test fails half-way."""

    @contextmanager
    def begin(*arguments: str, columns: int = 80, **env: str) -> Iterator[Child]:
        child = ready.begin(arguments or ("run",), columns, surroundings(state) | env, state.parent)
        try:
            yield child
        finally:
            child.end()

    return begin


def surroundings(state: Path) -> dict[str, str]:
    outer = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}  # another's
    own = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(ROOT), "DATELINE_DATA": str(state)}
    return outer | own


def leave(child: Child | pexpect.spawn[str], how: str = "/quit\r") -> None:
    child.send(how)
    child.expect("Goodbye")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_a_new_process_shows_digest_and_position_before_the_first_prompt(state: Path) -> None:
    child = pexpect.spawn(
        sys.executable, ["-m", "bot", "run"], cwd=state.parent, encoding="utf-8", timeout=30, dimensions=(40, 80),
        env=surroundings(state),
    )  # fmt: skip
    try:
        child.expect("Thursday 3 March 2022")
        child.expect("Cambodia · Russia's war against Ukraine")
        child.expect("dateline>")
        leave(child)
    finally:
        child.close(force=True)


def test_the_prompt_takes_the_commands_of_the_chats_with_and_without_the_slash(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.send("/position laos as of 2022-03-04\r")
        child.expect("Laos · Russia's war against Ukraine")
        child.expect("dateline>")
        child.send("help position\r")
        child.expect("State, bloc, party, organ or person")
        child.expect("dateline>")
        child.send("/position korea\r")
        child.expect("/position South Korea")
        leave(child)


def test_commands_and_names_are_completed(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.send("/po")
        child.expect("/position")
        child.send("\t")
        child.expect("sition")
        child.send("vietn")
        child.expect("Viet Nam|Vietnam")
        child.send("\t")
        child.send("\r")
        child.expect("Vietnam · Russia's war against Ukraine")
        leave(child)


def test_history_is_kept_from_one_session_to_the_next(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.send("/event es-11/3 line\r")
        child.expect("93 in favour")
        leave(child)
    with terminal() as child:
        child.expect("dateline>")
        child.send("\x1b[A\x1b[A")
        child.expect("es-11/3")
        child.send("\r")
        child.expect("93 in favour")
        leave(child)


@pytest.mark.parametrize("key", ["\x04", "exit\r"], ids=["Ctrl-D", "exit"])
def test_one_leaves_by(terminal: Begin, key: str) -> None:
    with terminal() as child:
        child.expect("dateline>")
        leave(child, key)


def test_an_interrupt_clears_the_line_and_stays(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.send("/position nobody")
        child.expect("nobody")
        child.send("\x03")
        child.expect("dateline>")
        leave(child)


def test_a_terminal_is_coloured_and_the_same_words_without_one_are_not(terminal: Begin, state: Path) -> None:
    with terminal("ask", "position", "laos") as child:
        child.expect(pexpect.EOF)
        on_terminal = child.before or ""
    assert COLOUR.search(on_terminal)
    piped = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "position", "laos"], capture_output=True, text=True, encoding="utf-8",
        cwd=state.parent, env={**os.environ, "PYTHONPATH": str(ROOT), "DATELINE_DATA": str(state)}, timeout=60,
    ).stdout  # fmt: skip
    assert "\x1b" not in piped
    assert re.sub(r"\x1b\[[0-9;]*m|\r", "", on_terminal) == piped


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "TERM=dumb"])
def test_who_wants_no_colour_gets_none(terminal: Begin, env: dict[str, str]) -> None:
    with terminal("ask", "position", "laos", **env) as child:
        child.expect(pexpect.EOF)
        assert "\x1b" not in (child.before or "")


def test_no_color_holds_for_the_prompt_too(terminal: Begin) -> None:
    with terminal(NO_COLOR="1") as child:
        child.expect("dateline>")
        child.send("/po")
        child.expect("/position")
        shown = (child.before or "") + (child.after or "")
        assert not re.search(r"\x1b\[[0-9;]*(?:[34][0-9])[0-9;]*m", shown)
        child.send("\x15")
        leave(child)


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_lines_keep_the_terminals_width(terminal: Begin, columns: int) -> None:
    with terminal("ask", "position", "cambodia", columns=columns, NO_COLOR="1") as child:
        child.expect(pexpect.EOF)
        lines = (child.before or "").splitlines()
    assert all(len(line) <= min(columns, 100) for line in lines if "http" not in line)


def test_hostile_words_typed_at_the_prompt_do_nothing_to_the_terminal(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.send("/position \u202e@everyone\u2066\r")
        child.expect("No actor named “@everyone”")
        leave(child)


def test_sigterm_ends_the_prompt_as_leaving_does(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.kill(15)
        child.expect("Goodbye")
        child.expect(pexpect.EOF)
        child.wait()
        assert child.exitstatus == 0


def test_pasted_colour_is_no_mouse_and_leaves_the_prompt_working(terminal: Begin) -> None:
    with terminal() as child:
        child.expect("dateline>")
        child.send("\x1b[31mposition cambodia line\r")
        child.expect("Cambodia voted in favour in 6 of the 9")
        leave(child)
