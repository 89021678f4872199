"""The history of the records on disk: one SQLite file that only grows, a row for every content a record ever had.

Whoever loads records hands them in (`take_up`); what is new, changed or gone since is appended with its instant, and
the `briefs.history.History` that comes back can be looked through as of any instant. Nothing is ever written over:
the file itself refuses it. Where it cannot be written or read, history begins anew in memory, and one line says so.
It loads no database library: a shell's `ask` needs it. Scheduled digests rest on `adapters.store` alone.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from adapters.files.plain_values import decoder, named
from briefs.history import Content, History, Import, Revision, bare, noted, revised
from briefs.records import EventRecord, RollCall, Source

log = logging.getLogger("dateline.files")

FILE = "revisions.db"
VERSION = 1
BUSY = 5.0
"""Seconds to wait for another process that takes up records too."""
_KINDS: Mapping[str, Any] = {"event": EventRecord, "rollcall": RollCall, "source": Source}
_SCHEMA = """
create table meta (key text primary key, value text not null) without rowid;
create table revisions (
  n integer primary key, id text not null, at text not null, kind text not null, content text, sum text not null
);
create index revisions_of on revisions (id, n);
create trigger revisions_stay before update on revisions begin select raise(abort, 'revisions are never changed'); end;
create trigger revisions_last before delete on revisions begin select raise(abort, 'revisions are never deleted'); end;
"""
_LAST = "select id, sum from revisions where n in (select max(n) from revisions group by id) and kind != 'gone'"


class Revisions:
    """The history of one set of record folders."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: dict[str, tuple[Content, str]] = {}
        """What was taken up last by this process, each with its sum."""
        self._end = -1
        """The number of the revision after which the file ended then."""
        self._memory: tuple[datetime, tuple[Revision, ...]] | None = None
        """Where history is kept if not on disk."""

    def take_up(
        self, contents: Mapping[str, Content], stamp: str, now: datetime, imports: Sequence[Import] = ()
    ) -> History:
        """Append what differs from what was held before. An unchanged `stamp` (of the files the contents were read
        from) says that nothing does, and nothing is compared."""
        if self._memory is None:
            try:
                born, last = self._append(contents, stamp, now)
            except (sqlite3.Error, OSError, ValueError) as error:
                log.info("revisions.not-kept path=%s reason=%s then=history begins now, in memory", self._path, error)
            else:
                return History(born, lambda: self._read(last), imports)
        return self._remember(contents, now, imports)

    def _remember(self, contents: Mapping[str, Content], now: datetime, imports: Sequence[Import]) -> History:
        fresh = _fresh(contents)
        born, kept = self._memory or (now, ())
        before = {id_: content for id_, (content, _) in self._held.items()} if kept else {}
        every = (*kept, *revised(before, fresh, _after(now, kept[-1].at if kept else None)))
        self._memory, self._held = (born, every), {id_: (content, "") for id_, content in fresh.items()}
        return History(born, lambda: every, imports)

    def _append(self, contents: Mapping[str, Content], stamp: str, now: datetime) -> tuple[datetime, int]:
        """When the history began, and the number of its last revision."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connected()) as connection:
            born = self._begun(connection, now)
            if self._meta(connection, "stamp") != stamp:
                connection.execute("begin immediate")
                added = self._add(connection, _fresh(contents), now)
                connection.execute("insert or replace into meta values ('stamp', ?)", (stamp,))
                connection.execute("commit")
                self._held, self._end = added  # not before: what was not committed is not held
            return born, connection.execute("select coalesce(max(n), 0) from revisions").fetchone()[0]

    def _add(
        self, connection: sqlite3.Connection, fresh: Mapping[str, Content], now: datetime
    ) -> tuple[dict[str, tuple[Content, str]], int]:
        """Within a transaction: what the file does not end with. Contents that this process has summed are not summed
        again, and where nobody else has added anything since, the file is not asked how it ends. Gives what is held
        then, and the number of the last revision."""
        end, newest = connection.execute("select max(n), max(at) from revisions").fetchone()
        ours = end is not None and end == self._end
        last = {id_: sum_ for id_, (_, sum_) in self._held.items()} if ours else dict(connection.execute(_LAST))
        at = _after(now, datetime.fromisoformat(newest) if newest else None).isoformat(timespec="microseconds")
        rows: list[tuple[str, str, str, str | None, str]] = []
        held: dict[str, tuple[Content, str]] = {}
        for id_, content in fresh.items():
            known, sum_ = self._held.get(id_, (None, ""))
            same = known is content or known == content  # of a file that was not read again it is the very same value
            text = "" if same else _text(content)
            held[id_] = content, sum_ if same else _sum(text)
            if last.get(id_) != held[id_][1]:
                rows.append((id_, at, _kind(content), text or _text(content), held[id_][1]))
        rows.sort()
        rows += [(id_, at, "gone", None, "") for id_ in sorted(last.keys() - fresh.keys())]
        connection.executemany("insert into revisions (id, at, kind, content, sum) values (?, ?, ?, ?, ?)", rows)
        return held, connection.execute("select coalesce(max(n), -1) from revisions").fetchone()[0]

    def _begun(self, connection: sqlite3.Connection, now: datetime) -> datetime:
        version = connection.execute("pragma user_version").fetchone()[0]
        if version == 0:
            connection.execute("begin immediate")
            if not connection.execute("select 1 from sqlite_master").fetchone():
                for statement in _SCHEMA.strip().split(";\n"):
                    connection.execute(statement)
                born = now.astimezone(UTC).isoformat(timespec="microseconds")
                connection.execute("insert into meta values ('born', ?)", (born,))
                connection.execute(f"pragma user_version={VERSION}")
            connection.execute("commit")
        elif version != VERSION:
            raise ValueError(f"it is of version {version}, made by a later Dateline")
        begun = self._meta(connection, "born")
        if begun is None:
            raise ValueError("it does not say when it began")
        return datetime.fromisoformat(begun)

    @staticmethod
    def _meta(connection: sqlite3.Connection, key: str) -> str | None:
        found = connection.execute("select value from meta where key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=BUSY, isolation_level=None)

    def _read(self, last: int) -> Iterator[Revision]:
        """Every revision up to that number."""
        decoded: dict[str, Callable[[Any], Content]] = {kind: decoder(of) for kind, of in _KINDS.items()}
        with closing(self._connected()) as connection:
            query = "select id, at, kind, content from revisions where n <= ? order by n"
            for id_, at, kind, content in connection.execute(query, (last,)):
                made = decoded[kind](json.loads(content)) if content is not None else None
                yield Revision(id_, datetime.fromisoformat(at), made)


def _after(now: datetime, newest: datetime | None) -> datetime:
    """Now, or just after the newest revision where a clock was set back: what replaces something comes later."""
    at = now.astimezone(UTC)
    return at if newest is None or at > newest else newest + timedelta(microseconds=1)


def _fresh(contents: Mapping[str, Content]) -> dict[str, Content]:
    return {id_: bare(content) for id_, content in contents.items() if noted(content)}


def _kind(content: Content) -> str:
    return next(kind for kind, of in _KINDS.items() if isinstance(content, of))


def _text(content: Content) -> str:
    return json.dumps(named(content), ensure_ascii=False, separators=(",", ":"))


def _sum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
