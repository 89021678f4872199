"""One import from end to end: hash, read, put in order, compare with the archive before, replace it in one step.

A kill at any moment leaves the old archive or the new one. One import at a time: a second one is refused by a lock the
operating system frees. rejects.csv lies beside the archive and belongs to the last file read, imported or refused.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from adapters.undl.layout import Refused
from adapters.undl.opening import hash_of, opened
from adapters.undl.reading import Call, Read, RowReader
from adapters.undl.rejects import Rejects
from adapters.undl.report import ATTRIBUTION, TERMS, Changes, Report
from adapters.undl.titles import settle
from adapters.votefile import FILE, VERSION, Origin, Row, intact, origin_of, stored_votes, write
from briefs.records import Register
from briefs.rollcalls import Ballot, Flag
from briefs.seats import Seats
from briefs.symbols import keys_of

REJECTS = "rejects.csv"
_PART = re.compile(
    r"\b(paragraphs?|para|preambular|operative|amendments?|separate vote|put to the vote|section [ivx]+)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r":\s*resolution\b|adopted by the general assembly|\bas a whole\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What is written: the rows in order, and what the report says of them."""

    rows: Sequence[Row]
    disagreeing: tuple[str, ...]
    contradicting: tuple[str, ...]
    incomplete: int
    parts: int
    parted: int


def _silent(done: int, total: int) -> None:
    """Nobody watches."""
    del done, total


def import_file(
    path: Path,
    folder: Path,
    register: Register,
    now: datetime,
    *,
    as_it_is: bool = False,
    progress: Callable[[int, int], None] = _silent,
) -> Report:
    """Import `path` into the archive in `folder`; `progress` gets bytes read and bytes in all.

    `as_it_is` takes a file whose last roll call has fewer rows than it says. Raises Refused for a file that cannot be
    used and OSError for a disk that cannot; the archive that was there is then still there.
    """
    target, seats = folder / FILE, Seats(register)
    with _alone(folder):
        digest, made_with = hash_of(path), stamp(register)
        before = origin_of(target)
        if before and (before.sha256, before.made_with) == (digest, made_with) and intact(target):
            return Report(path.name, digest, unchanged=True)
        rejects = Rejects(folder / f"{REJECTS}.partial")
        try:
            read = _read(path, seats, now.date(), rejects, progress)
            if not as_it_is:
                _check_last(read)
        finally:
            rejects.close()
            _settle(rejects, folder / REJECTS)
        compiled = _compile(read, seats)
        changes = _compare(target, seats, compiled.rows) if before else None
        origin = Origin(digest, path.name, now.isoformat(), read.rows, made_with, ATTRIBUTION, TERMS)
        write(target, origin, seats.ids, compiled.rows, tuple(register.rules.values()))
    return _report(path, digest, read, compiled, rejects, folder / REJECTS, changes)


def stamp(register: Register) -> str:
    """Changes with all that decides how a file is read: the register's members, and the code of this room."""
    states = [(a.id, a.name, a.names, a.un_names, a.member) for a in register.actors.values() if a.member]
    counted = hashlib.sha256(repr((VERSION, states, register.former, register.codes)).encode())
    for source in sorted(Path(__file__).parent.glob("*.py")):
        counted.update(source.read_bytes())
    return counted.hexdigest()


def _read(path: Path, seats: Seats, today: date, rejects: Rejects, progress: Callable[[int, int], None]) -> Read:
    with opened(path) as source:
        return RowReader(seats, today, rejects).read(source, lambda done: progress(done, source.total))


def _check_last(read: Read) -> None:
    """A file cut between two rows looks whole, but its last roll call lacks votes its totals count."""
    call = read.last
    if call is None:
        return
    given = [_total(call.words.get(column, "")) or 0 for column in ("yes", "no", "abstentions")]
    counted = [call.cells.count(cell) for cell in (1, 2, 3)]
    if sum(counted) < sum(given) and not call.contested:
        what = f"the last roll call ({_name(call)}) has {sum(counted)} votes and its totals say {sum(given)}"
        raise Refused(f"{what}: the file seems cut; download it again, or import it with --as-it-is")


def _compile(read: Read, seats: Seats) -> Compiled:
    calls = sorted(read.calls.values(), key=lambda call: (call.day, call.order))
    settle(calls)
    parts, parted = _parts(calls)
    rows: list[Row] = []
    disagreeing, contradicting, incomplete = [], [], 0
    for number, call in enumerate(calls):
        flags = Flag.PART if number in parts else Flag(0)
        totals = tuple(_total(call.words.get(c, "")) for c in ("yes", "no", "abstentions", "non_voting", "members"))
        if _disagrees(call, totals):
            flags |= Flag.DISAGREES
            disagreeing.append(_name(call))
        if call.contested:
            flags |= Flag.CONTRADICTS
            contradicting.append(_name(call))
        if len(call.cells) - call.cells.count(0) < seats.count_on(call.day):
            flags |= Flag.OMITS
            incomplete += 1
        rows.append((_ballot(call, totals, flags), bytes(call.cells)))
    return Compiled(rows, tuple(disagreeing), tuple(contradicting), incomplete, len(parts), parted)


def _ballot(call: Call, totals: tuple[int | None, ...], flags: Flag) -> Ballot:
    def cell(column: str) -> str:
        return call.words.get(column, "").strip()

    columns = ("resolution", "title", "agenda", "subjects", "session", "meeting", "draft", "report", "note", "link")
    return Ballot._make((cell("undl_id"), call.day, *map(cell, columns), totals, flags))


def _disagrees(call: Call, totals: Sequence[int | None]) -> bool:
    """Printed totals against counted rows. What the file leaves out (absent members) cannot disagree."""
    counted = [call.cells.count(cell) for cell in (1, 2, 3, 4)]
    listed = counted if counted[3] else counted[:3]
    return any(given is not None and given != count for given, count in zip(totals, listed, strict=False))


def _parts(calls: Sequence[Call]) -> tuple[set[int], int]:
    """Numbers of the calls that are votes on parts, and how many symbols have several votes.

    Where a symbol has several, one of them is the vote on the whole text: the one whose title is a title, then the one
    whose words speak of no paragraph and no amendment, then the first in the file.
    """
    of: dict[str, list[int]] = {}
    for number, call in enumerate(calls):
        for key in keys_of(call.words["resolution"]):
            of.setdefault(key, []).append(number)
    several = [numbers for numbers in of.values() if len(numbers) > 1]
    parts: set[int] = set()
    for numbers in several:
        whole = min(numbers, key=lambda n: (*_partly(calls[n]), calls[n].order))
        parts.update(number for number in numbers if number != whole)
    return parts, len(several)


def _partly(call: Call) -> tuple[bool, bool]:
    words = f"{call.words['title']} {call.words.get('note', '')}"
    return not _WHOLE.search(words), bool(_PART.search(words))


def _compare(target: Path, seats: Seats, rows: Sequence[Row]) -> Changes:
    """The archive there against the rows that will replace it, by UNDL id."""
    fresh = {ballot.undl_id: (ballot, votes) for ballot, votes in rows}
    columns = {seat: number for number, seat in enumerate(seats.ids)}
    altered: list[str] = []
    vanished: list[str] = []
    seen: set[str] = set()
    votes = 0
    for undl_id, symbol, day, cells in stored_votes(target):
        seen.add(undl_id)
        if undl_id not in fresh:
            vanished.append(symbol or f"record {undl_id}")
            continue
        ballot, now = fresh[undl_id]
        other = _differing(cells, columns, now)
        votes += other
        if other or (ballot.symbol, ballot.day.isoformat()) != (symbol, day):
            altered.append(symbol or f"record {undl_id}")
    new = (ballot.symbol or f"record {key}" for key, (ballot, _) in fresh.items() if key not in seen)
    return Changes(tuple(new), tuple(altered), votes, tuple(vanished))


def _differing(cells: Mapping[str, int], columns: Mapping[str, int], now: bytes) -> int:
    before = bytearray(len(now))
    gone = 0
    for seat, cell in cells.items():
        if seat in columns:
            before[columns[seat]] = cell
        else:
            gone += 1
    return gone + sum(a != b for a, b in zip(before, now, strict=True)) if bytes(before) != now else gone


def _report(
    path: Path, digest: str, read: Read, compiled: Compiled, rejects: Rejects, file: Path, changes: Changes | None
) -> Report:
    held = [votes for _, votes in compiled.rows]
    members = sum(any(column) for column in zip(*held, strict=True))
    return Report(
        file=path.name,
        sha256=digest,
        rows=read.rows,
        calls=len(held),
        votes=sum(len(votes) - votes.count(0) for votes in held),
        members=members,
        first=compiled.rows[0][0].day,
        last=compiled.rows[-1][0].day,
        rejects=rejects.total,
        rejected=rejects.told(),
        rejects_file=str(file),
        disagreeing=compiled.disagreeing,
        contradicting=compiled.contradicting,
        incomplete=compiled.incomplete,
        omits_absent=not any(b"\x04" in votes for votes in held),
        parts=compiled.parts,
        parted=compiled.parted,
        not_utf8=read.not_utf8,
        changes=changes,
    )


def _settle(rejects: Rejects, place: Path) -> None:
    """rejects.csv is of this file or not there at all."""
    with suppress(OSError):
        if rejects.path.exists() and rejects.total:
            rejects.path.replace(place)
        else:
            place.unlink(missing_ok=True)
            rejects.path.unlink(missing_ok=True)


def _total(cell: str) -> int | None:
    """ "120", "120.0" or nothing; what is no number counts as nothing."""
    whole = cell.strip().removesuffix(".0").replace(",", "")
    return int(whole) if whole.isascii() and whole.isdigit() else None


def _name(call: Call) -> str:
    return call.words["resolution"].strip() or f"record {call.words['undl_id'].strip()}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One import at a time in this folder; the lock ends with the process, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{FILE}.lock").open("ab") as file:
        if not _locked(file.fileno()):
            raise Refused("another import is running here; wait for its end")
        yield


def _locked(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: nothing to tell two imports apart by
    return True
