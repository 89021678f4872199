"""The program for tests: inside this process where words and codes count, as a process of its own where more does."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from bot.cli import dateline as command

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """How it ended."""

    returncode: int
    stdout: str
    stderr: str


def dateline(*arguments: str, **env: str) -> Done:
    """Run it here, with nothing on standard input and no terminal."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        result = CliRunner().invoke(command, arguments, prog_name="dateline", env=env)
    finally:
        root.handlers[:], root.level = before, level
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def program(*arguments: str, **env: str) -> Done:
    """Run it as a process of its own."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env}
    run = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(
        run, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=60, env=surroundings
    )
    return Done(done.returncode, done.stdout, done.stderr)
