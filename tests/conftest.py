"""What holds for every test: no undeclared warning, no network beyond loopback, no state outside the test's own folder.

* A logged warning fails the test, unless the test declares it: `expected_warnings.append(r"slack: .* refused")`. A
  declared warning that never comes fails the test too, so that no declaration outlives its reason.
* Connecting, binding or asking for a name beyond loopback raises in this process and fails the test, even where the
  code under test swallows the error.
* Property tests draw the same examples in every run, so that what is red stays red; `DATELINE_EXPLORE=1` draws others.
* `DATELINE_DATA` is a fresh folder; no token or setting of the person who runs the tests reaches a test.
"""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

hypothesis.settings.register_profile("same every run", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile("explore" if os.environ.get("DATELINE_EXPLORE") else "same every run")

# Where asyncio finds Python's own handler it puts its own in its place for each run of a loop, and compares them by a
# way that writes out the task with its result (`signal._int_to_enum`): for a world of records, milliseconds each time.
signal.signal(signal.SIGINT, lambda number, frame: signal.default_int_handler(number, frame))

ROOT = Path(__file__).resolve().parent.parent
GUARDED = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")
_strayed: list[str] = []
_folders = count()


class LeftLoopbackError(RuntimeError):
    """A test reached for the network."""


def _is_loopback(host: object) -> bool:
    """Whether a socket address part stays on this machine. None and "" are what binding to loopback never uses."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str):
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def _guard(event: str, args: tuple[Any, ...]) -> None:
    """Audit hook: sees every socket of this process, whoever opens it."""
    if event not in GUARDED:
        return
    target = args[0] if event in ("socket.getaddrinfo", "socket.gethostbyname") else args[1]
    if isinstance(target, tuple):
        target = target[0]
    elif not event.startswith("socket.get"):
        return  # a Unix socket or a netlink address: never leaves the machine
    if target is None or _is_loopback(target):
        return
    _strayed.append(f"{event} {target!r}")
    raise LeftLoopbackError(f"{event} {target!r}: tests stay on loopback")


sys.addaudithook(_guard)


def pytest_collection_finish() -> None:
    """What was collected lives to the end: the collector of garbage need not look through it again and again."""
    gc.freeze()


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A process among several relays no more of a test than its outcome: that each fixture went well is most of what
    the one that listens would have to read."""
    if not hasattr(item.config, "workerinput"):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


class _Kept(logging.Handler):
    """Keeps what was logged at warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(record)


@pytest.fixture
def expected_warnings() -> list[str]:
    """Regular expressions; a test appends one for each warning its subject must log. Searched in "logger: message"."""
    return []


@pytest.fixture(autouse=True)
def judged(expected_warnings: list[str]) -> Iterator[None]:
    """What holds for each test: one fixture, since each of ten thousand tests pays for every one."""
    with stays_on_loopback(), libraries_log_as_before(), only_declared_warnings(expected_warnings):
        yield


@contextmanager
def only_declared_warnings(expected_warnings: list[str]) -> Iterator[None]:
    """Fails the test for a warning nobody declared, and for a declared one that did not come."""
    kept = _Kept()
    root = logging.getLogger()
    root.addHandler(kept)
    try:
        yield
    finally:
        root.removeHandler(kept)
    said = [f"{record.name}: {record.getMessage()}" for record in kept.kept]
    undeclared = [line for line in said if not any(re.search(pattern, line) for pattern in expected_warnings)]
    missing = [pattern for pattern in expected_warnings if not any(re.search(pattern, line) for line in said)]
    assert not undeclared, f"logged without being declared in expected_warnings: {undeclared}"
    assert not missing, f"declared in expected_warnings and never logged: {missing}"


@contextmanager
def libraries_log_as_before() -> Iterator[None]:
    """The command line quiets whole libraries in its process; a test that runs it leaves them to the next as found."""
    before = _levels()
    yield
    for name, level in _levels().items():
        if level != (was := before.get(name, logging.NOTSET)):
            logging.getLogger(name).setLevel(was)


def _levels() -> dict[str, int]:
    known = logging.getLogger().manager.loggerDict.items()
    return {name: log.level for name, log in known if isinstance(log, logging.Logger) and "." not in name}


@contextmanager
def stays_on_loopback() -> Iterator[None]:
    """Fails the test if something reached beyond loopback, whatever became of the exception."""
    _strayed.clear()
    yield
    strayed, _strayed[:] = list(_strayed), []
    assert not strayed, f"reached beyond loopback: {strayed}"


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own (not made: few need it), and none of the surrounding settings."""
    for name in [*os.environ]:
        if name.startswith("DATELINE_") and name != "DATELINE_SAMPLES":
            monkeypatch.delenv(name)
    monkeypatch.delenv("NO_COLOR", raising=False)
    folder = tmp_path_factory.getbasetemp() / f"dateline-data-{next(_folders)}"
    monkeypatch.setenv("DATELINE_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(params=["sqlite", "postgresql"])
def each_database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The test runs on every kind of database that holds the ledger."""
    from tests import stores

    monkeypatch.setattr(stores, "kind", request.param)
    return str(request.param)
