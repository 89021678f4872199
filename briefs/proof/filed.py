"""The imported voting file, searched anew: which of its calls answer a stored query, or belong to a digest's day.

Every call that is seen counts, votes on parts of texts among them: silence has to be true of the whole file. What is
searched are its rows of bytes; the writer looks at bits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from briefs.archive import Archive
from briefs.rollcalls.held import Rolls
from briefs.rollcalls.matrix import Ballot, Flag
from briefs.symbols import keys_of

SEARCHED = frozenset({"actor", "about", "issue", "day", "id"})
"""The keys of a query that a call of the file can answer."""


def found_in_file(archive: Archive, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the file's calls that fit every key: with a row of the actor, on the text, on the issue, of the day. By
    the rules of an issue a record's call can belong to it that bears another; it is found as well."""
    if archive.imported is None or not keys.keys() <= SEARCHED:
        return ()
    rolls = archive.rolls
    return tuple(rolls.id_of(number) for number in _fitting(archive, rolls, keys))


def of_day(archive: Archive, day: date) -> tuple[int, ...]:
    """Numbers of the file's calls of a day, parts of texts among them."""
    return tuple(_fitting(archive, archive.rolls, {"day": day.isoformat()})) if archive.imported else ()


def on_whole_text(archive: Archive, measure: str) -> bool:
    """Whether the file holds a vote on the whole of that text."""
    if archive.imported is None:
        return False
    rolls = archive.rolls
    found = _fitting(archive, rolls, {"about": measure})
    return any(not rolls.matrix.ballots[number].flags & Flag.PART for number in found)


def issues_of(archive: Archive, number: int) -> frozenset[str]:
    """Every issue a call belongs to: by the rules one text can belong to several."""
    return frozenset(issue for issue, calls in archive.rolls.matrix.issues.items() if calls >> number & 1)


def _fitting(archive: Archive, rolls: Rolls, keys: Mapping[str, str]) -> Iterator[int]:
    matrix = rolls.matrix
    among = rolls.seen & matrix.issues.get(keys["issue"], 0) if "issue" in keys else rolls.seen
    actor = keys.get("actor")
    if actor is not None and actor not in matrix.members:
        return
    place = list(matrix.members).index(actor) if actor is not None else -1
    for number, digit in enumerate(bin(among)[:1:-1]):
        if digit == "0" or (rolls.records[number] is not None and "issue" not in keys):
            continue
        if place >= 0 and matrix.rows[number][place] == 0:
            continue
        if _is_meant(archive, matrix.ballots[number], rolls, number, keys):
            yield number


def _is_meant(archive: Archive, ballot: Ballot, rolls: Rolls, number: int, keys: Mapping[str, str]) -> bool:
    if "day" in keys and ballot.day.isoformat() != keys["day"]:
        return False
    if "id" in keys and rolls.id_of(number) != keys["id"]:
        return False
    return "about" not in keys or _is_about(archive, ballot, keys["about"])


def _is_about(archive: Archive, ballot: Ballot, about: str) -> bool:
    """On that text: the file's own, or one of the register that bears the same symbol."""
    held = archive.register.measures.get(about)
    if held is None:
        return about == f"un-votes-{ballot.undl_id}"
    digits = re.findall(r"\d+", held.symbol)
    if digits and digits[-1] not in ballot.symbol:  # most are another text, seen without reading symbols
        return False
    return bool(set(keys_of(ballot.symbol)) & set(keys_of(held.symbol)))
