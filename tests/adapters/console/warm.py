"""`dateline` on a terminal, forked from a warm process (`python -m tests.adapters.console.warm`, its standard input a
socket).

A fresh interpreter spends most of a short session on its imports. This one has done them, has no thread and no event
loop, and for each request (JSON and the terminal's descriptor) forks a process that takes the terminal for its own and
begins where `dateline` begins. What a start from nothing does is seen by tests that make one.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import socket
import struct
import subprocess
import sys
import termios
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

import pexpect.fdpexpect

ROOT = Path(__file__).resolve().parents[3]

LOADED = (
    "adapters.console.client", "adapters.console.completion", "adapters.console.render", "adapters.store.store",
    "aiosqlite", "bot.app", "bot.cli", "bot.commands", "bot.schedule", "bot.serving", "prompt_toolkit.shortcuts",
    "sqlalchemy.dialects.sqlite.aiosqlite",
)  # fmt: skip


def begin(terminal: int, asked: dict[str, Any]) -> NoReturn:
    """Be that `dateline`, in this process."""
    code = 1
    try:
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for standard in (0, 1, 2):
            os.dup2(terminal, standard)
        os.close(terminal)
        sys.stdin, sys.stdout, sys.stderr = (
            open(standard, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            for standard, mode in enumerate(("r", "w", "w"))
        )
        os.environ.clear()
        os.environ.update(asked["env"])
        os.chdir(asked["cwd"])
        sys.argv = ["dateline", *asked["words"]]
        from bot.cli import main

        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


class Warm:
    """The warm process, as tests see it."""

    def __init__(self, asked: socket.socket) -> None:
        self._asked = asked

    def ask(self, request: Mapping[str, object], *descriptors: int) -> int:
        """A process begun (its id), or waited for (how it ended)."""
        socket.send_fds(self._asked, [json.dumps(request).encode()], descriptors)
        answer: int = json.loads(self._asked.recv(100))
        return answer

    def begin(self, words: Sequence[str], columns: int, env: Mapping[str, str], cwd: Path) -> Child:
        """A `dateline` on a terminal of its own."""
        ours, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        request = {"words": list(words), "env": dict(env), "cwd": str(cwd)}
        try:
            return Child(self, self.ask(request, its), ours)
        finally:
            os.close(its)


class Child(pexpect.fdpexpect.fdspawn):  # type: ignore[misc]
    """One `dateline`, as pexpect's own `spawn` would show it."""

    def __init__(self, warm: Warm, child: int, terminal: int) -> None:
        super().__init__(terminal, timeout=30, encoding="utf-8")
        self._warm, self._child = warm, child
        self.exitstatus: int | None = None

    def wait(self) -> None:
        """Until it has ended; negative where a signal ended it."""
        if self.exitstatus is None:
            self.exitstatus = self._warm.ask({"wait": self._child})

    def kill(self, number: int) -> None:
        if self.exitstatus is None:
            os.kill(self._child, number)

    def end(self) -> None:
        """By force, if it has not ended."""
        self.kill(signal.SIGKILL)
        self.wait()
        with suppress(OSError):
            self.close()


@contextmanager
def warm() -> Iterator[Warm]:
    """The warm process, ended at the end."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = (sys.executable, "-m", "tests.adapters.console.warm")
    with ours, subprocess.Popen(command, stdin=its.fileno(), cwd=ROOT):
        its.close()
        yield Warm(ours)
        ours.close()


def serve(asking: socket.socket) -> None:
    """One request after another: a `dateline` is begun, or waited for. Ends with the socket."""
    while True:
        said, descriptors, _, _ = socket.recv_fds(asking, 1 << 20, 1)
        if not said:
            return
        asked = json.loads(said)
        if "wait" in asked:
            _, status = os.waitpid(asked["wait"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            [terminal] = descriptors
            answer = os.fork()
            if answer == 0:
                asking.close()
                begin(terminal, asked)
            os.close(terminal)
        asking.send(json.dumps(answer).encode())


if __name__ == "__main__":
    for name in LOADED:
        __import__(name)
    serve(socket.socket(fileno=os.dup(0)))
