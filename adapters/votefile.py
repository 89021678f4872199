"""The compiled vote archive: one SQLite file beside the database, one row a roll call, one byte a member.

Written whole under another name and put in place in one step, so there is the old archive or the new one. Opened, it
becomes a `briefs.rollcalls.Matrix` and the file is closed again. Everything that is read is hashed on the way: a file
that is not the one written is refused, never served. It is made from the Library's file by `adapters.undl`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from briefs.codebook import SourceClass
from briefs.issue_rules import Rules, Text
from briefs.records import IssueRule, Source
from briefs.rollcalls import Ballot, Flag, Matrix, matrix_of
from briefs.rollcalls.imported import FILE_ID, Imported
from briefs.seats import Seats
from briefs.symbols import keys_of

FILE = "un-votes.db"
VERSION = 1
PUBLISHER = "UN Digital Library"
WHERE = "https://digitallibrary.un.org/record/4060887"
_KEPT = "%Y%m%dT%H%M%S.%f%z"
_APPLICATION = 0x44617465  # "Date"
_TEXTS = (
    "undl_id", "day", "symbol", "title", "agenda", "subjects", "session", "meeting", "draft", "report", "note", "link",
    "totals",
)  # fmt: skip
_SCHEMA = f"""
create table meta (key text primary key, value text not null) without rowid;
create table calls (n integer primary key, {", ".join(f"{name} text not null" for name in _TEXTS)},
  flags integer not null, votes blob not null);
create table issues (id text primary key, calls blob not null) without rowid;
"""
_SELECT = f"select {', '.join(_TEXTS)}, flags, votes from calls order by n"  # noqa: S608  names of our own


class VotesRefused(Exception):
    """The archive cannot be used; the message is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What an archive was made from. `made_with` changes with the register and the code that reads."""

    sha256: str
    file: str
    imported: str
    rows: int
    made_with: str
    attribution: str
    licence: str


@dataclass(frozen=True)
class Votes:
    """An opened archive."""

    imported: Imported
    origin: Origin
    seats: Seats

    @cached_property
    def matrix(self) -> Matrix:
        """The file's calls alone."""
        held = self.imported
        return matrix_of(held.ballots, held.members, held.rows, self.seats, held.issues)


Row = tuple[Ballot, bytes]


def write(path: Path, origin: Origin, members: Sequence[str], rows: Sequence[Row], rules: Sequence[IssueRule]) -> None:
    """Put a new archive in the place of any old one, whole or not at all. Rows stand in the order of their days.

    Raises OSError (a full disk, a folder one may not write) with the old archive as it was.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        _write(partial, origin, members, rows, rules)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        _keep_before(path)
        partial.replace(path)
    except sqlite3.Error as error:
        raise OSError(0, str(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    _sync_folder(path.parent)


def kept_files(path: Path) -> Iterator[tuple[datetime, Path]]:
    """The archives that stood in this place before, oldest first, each with the instant of its import."""
    for kept in sorted(path.parent.glob(f"{path.stem}-*{path.suffix}")):
        with suppress(ValueError):
            yield datetime.strptime(kept.stem.removeprefix(f"{path.stem}-"), _KEPT).astimezone(UTC), kept


def _keep_before(path: Path) -> None:
    """The archive that is about to be replaced stays under the instant of its import: answers as known then need it."""
    before = origin_of(path)
    if before is None:
        return
    at = datetime.fromisoformat(before.imported).astimezone(UTC)
    kept = path.with_name(f"{path.stem}-{at.strftime(_KEPT)}{path.suffix}")
    if not kept.exists():
        shutil.copyfile(path, kept)


def _write(
    partial: Path, origin: Origin, members: Sequence[str], rows: Sequence[Row], rules: Sequence[IssueRule]
) -> None:
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
        connection.executescript(f"pragma application_id={_APPLICATION}; pragma user_version={VERSION};")
        connection.executescript("pragma journal_mode=off; pragma synchronous=off;" + _SCHEMA + "begin;")
        stored = [(*_stored(ballot), votes) for ballot, votes in rows]
        marks = ", ".join("?" * (len(_TEXTS) + 3))
        connection.executemany(
            f"insert into calls values ({marks})",  # noqa: S608
            ((n, *row) for n, row in enumerate(stored)),
        )
        masks = masks_of([ballot for ballot, _ in rows], rules)
        connection.executemany("insert into issues values (?, ?)", _packed(masks))
        meta = {
            "origin": json.dumps(_plain(origin), ensure_ascii=False),
            "members": " ".join(members),
            "sum": _sum(members, stored),
            "rules": rules_stamp(rules),
            "issues-sum": _issues_sum(masks),
        }
        connection.executemany("insert into meta values (?, ?)", meta.items())
        connection.execute("commit")


def open_votes(path: Path, seats: Seats, rules: Sequence[IssueRule]) -> Votes | None:
    """The archive as a matrix; None where there is none. Raises VotesRefused."""
    if not path.is_file():
        return None
    ballots: list[Ballot] = []
    rows: list[bytes] = []
    try:
        with closing(_connected(path)) as connection:
            meta = _meta(connection)
            members = meta["members"].split()
            counted = hashlib.sha256(" ".join(members).encode())
            once: dict[str, str] = {}
            for row in connection.execute(_SELECT):
                _count(counted, row)
                rows.append(row[-1])
                ballots.append(_ballot(row, once))
            if counted.hexdigest() != meta["sum"]:
                raise ValueError("its sum is another")
            masks = _masks(connection, meta, ballots, rules)
            origin = Origin(**json.loads(meta["origin"]))
    except (sqlite3.Error, ValueError, KeyError, TypeError, IndexError) as error:
        raise VotesRefused(
            f"{path}: the vote archive is damaged ({error}); import the voting file again, or delete the archive"
        ) from error
    unknown = [member for member in members if member not in set(seats.ids)]
    if unknown:
        raise VotesRefused(
            f"{path}: made with a register that had {unknown[0]}, this one has not; import the voting file again"
        )
    at = datetime.fromisoformat(origin.imported)
    return Votes(Imported(ballots, members, rows, masks, _source(origin, ballots, at), at), origin, seats)


def _source(origin: Origin, ballots: Sequence[Ballot], at: datetime) -> Source:
    """The file as a source. It counts as published on the day of its newest vote."""
    newest = ballots[-1].day if ballots else at.date()
    return Source(
        FILE_ID, PUBLISHER, SourceClass.PRIMARY, "en", origin.attribution, WHERE, newest, origin.licence, at.date(),
        origin.sha256,
    )  # fmt: skip


def origin_of(path: Path) -> Origin | None:
    """What the archive there was made from; None where there is none or it cannot be read."""
    if not path.is_file():
        return None
    try:
        with closing(_connected(path)) as connection:
            return Origin(**json.loads(_meta(connection)["origin"]))
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return None


def intact(path: Path) -> bool:
    """Whether the archive is the one that was written."""
    try:
        with closing(_connected(path)) as connection:
            meta = _meta(connection)
            counted = hashlib.sha256(" ".join(meta["members"].split()).encode())
            for row in connection.execute(_SELECT):
                _count(counted, row)
            return counted.hexdigest() == meta["sum"]
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return False


def stored_votes(path: Path) -> Iterator[tuple[str, str, str, dict[str, int]]]:
    """(UNDL id, symbol, day, seat → byte) of every call of an archive, one at a time; nothing where it is unusable."""
    if not path.is_file():
        return
    try:
        with closing(_connected(path)) as connection:
            members = _meta(connection)["members"].split()
            for undl_id, symbol, day, votes in connection.execute(
                "select undl_id, symbol, day, votes from calls order by n"
            ):
                yield undl_id, symbol, day, {seat: cell for seat, cell in zip(members, votes, strict=True) if cell}
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return


def masks_of(ballots: Sequence[Ballot], rules: Sequence[IssueRule]) -> dict[str, int]:
    """Issue id → its calls, by the rules."""
    asked = Rules(rules)
    numbers: dict[str, bytearray] = {rule.id: bytearray(b"0" * (len(ballots) or 1)) for rule in rules}
    for number, ballot in enumerate(ballots):
        for issue in asked.issues_of(Text(keys_of(ballot.symbol), ballot.title, ballot.agenda, ballot.subjects)):
            numbers[issue][-1 - number] = 49
    return {issue: int(digits, 2) for issue, digits in numbers.items()}


def rules_stamp(rules: Sequence[IssueRule]) -> str:
    return hashlib.sha256(repr(rules).encode()).hexdigest()


def _masks(
    connection: sqlite3.Connection, meta: Mapping[str, str], ballots: Sequence[Ballot], rules: Sequence[IssueRule]
) -> dict[str, int]:
    """The issues as compiled; counted anew, and kept if one may write, where the rules have changed since."""
    if meta["rules"] == rules_stamp(rules):
        masks = {key: int.from_bytes(raw) for key, raw in connection.execute("select id, calls from issues")}
        if _issues_sum(masks) != meta["issues-sum"]:
            raise ValueError("the sum of its issues is another")
        return masks
    masks = masks_of(ballots, rules)
    with suppress(sqlite3.Error):
        _keep(connection, masks, rules)
    return masks


def _keep(connection: sqlite3.Connection, masks: Mapping[str, int], rules: Sequence[IssueRule]) -> None:
    with connection:
        connection.execute("begin immediate")
        connection.execute("delete from issues")
        connection.executemany("insert into issues values (?, ?)", _packed(masks))
        changed = [(rules_stamp(rules), "rules"), (_issues_sum(masks), "issues-sum")]
        connection.executemany("update meta set value = ? where key = ?", changed)


def _connected(path: Path) -> sqlite3.Connection:
    """Raises ValueError for a file that is none of ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        if connection.execute("pragma application_id").fetchone() != (_APPLICATION,):
            raise ValueError("it is no vote archive")
        if connection.execute("pragma user_version").fetchone() != (VERSION,):
            raise ValueError("another version made it")
        if path.stat().st_size % connection.execute("pragma page_size").fetchone()[0]:
            raise ValueError("its end is missing")
    except BaseException:
        connection.close()
        raise
    return connection


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("select key, value from meta"))


def _stored(ballot: Ballot) -> tuple[Any, ...]:
    totals = ",".join("" if total is None else str(total) for total in ballot.totals)
    return (ballot.undl_id, ballot.day.isoformat(), *ballot[2:12], totals, int(ballot.flags))


def _ballot(row: Sequence[Any], once: dict[str, str]) -> Ballot:
    """Agenda items, subjects, sessions and meetings come back hundreds of times and are kept once."""
    words = [once.setdefault(cell, cell) for cell in row[4:8]]
    totals = tuple(int(part) if part else None for part in row[12].split(","))
    day = date.fromisoformat(row[1])
    return Ballot._make((row[0], day, row[2], row[3], *words, *row[8:12], totals, Flag(row[13])))


def _sum(members: Iterable[str], stored: Iterable[Sequence[Any]]) -> str:
    counted = hashlib.sha256(" ".join(members).encode())
    for row in stored:
        _count(counted, row)
    return counted.hexdigest()


def _count(counted: Any, row: Sequence[Any]) -> None:
    counted.update("\x1f".join(row[:13]).encode("utf-8", "surrogatepass"))
    counted.update(b"\x1f%d\x1f" % row[13])
    counted.update(row[14])


def _packed(masks: Mapping[str, int]) -> list[tuple[str, bytes]]:
    return [(issue, mask.to_bytes(mask.bit_length() // 8 + 1)) for issue, mask in masks.items()]


def _issues_sum(masks: Mapping[str, int]) -> str:
    counted = hashlib.sha256()
    for issue, packed in sorted(_packed(masks)):
        counted.update(issue.encode() + b"\x1f" + packed)
    return counted.hexdigest()


def _plain(origin: Origin) -> dict[str, Any]:
    return {name: getattr(origin, name) for name in Origin.__slots__}


def _sync_folder(folder: Path) -> None:
    """So that the new name itself outlives a power cut; not every system lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
