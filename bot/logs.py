"""Logs: standard error, one line each, event name and fields, no secret, no stack trace and nobody's words.

An exception becomes its kind and where it came from, for its message could repeat what a reader typed; only the
operating system's own errors are told in their words. Known secrets are
struck out of every line, whatever library wrote it.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterable
from traceback import extract_tb

_LONGEST = 2000
_FRAMES = 3
_NOISY = ("aiohttp", "alembic", "apscheduler", "asyncio", "discord", "slack_bolt", "slack_sdk", "sqlalchemy")
"""Libraries whose words are for their makers: only their errors are shown. What matters is logged by our rooms."""


class OneLine(logging.Formatter):
    """One printable line per record, with every secret as `***`."""

    converter = time.gmtime  # type: ignore[assignment]  # typeshed wants the method it replaces
    default_time_format = "%Y-%m-%dT%H:%M:%SZ"
    default_msec_format = None

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f" {_fault(record.exc_info[1])}"
        for secret in self._secrets:
            line = line.replace(secret, "***")
        line = "".join(ch if ch.isprintable() else " " for ch in line)
        return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


class _Stderr(logging.Handler):
    """Writes to whatever `sys.stderr` is now: the console's prompt puts something in its place that keeps it whole."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()
        except Exception:
            self.handleError(record)


def log_to_stderr(secrets: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Set up logging for the whole process; called once, by the command line."""
    handler = _Stderr()
    handler.setFormatter(OneLine(secrets))
    root = logging.getLogger()
    root.handlers[:] = [*(other for other in root.handlers if not isinstance(other, _Stderr)), handler]
    root.setLevel(level)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)


def _fault(error: BaseException) -> str:
    """`kind=ValueError at=a.py:3<b.py:9`: innermost frame first."""
    frames = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in extract_tb(error.__traceback__)]
    place = "<".join(reversed(frames[-_FRAMES:])) or "?"
    reason = f" reason={error}" if isinstance(error, OSError) else ""  # the system's words: a port in use, no network
    return f"kind={type(error).__name__} at={place}{reason}"
