"""`dateline import` and `dateline issues`: what an operator does with imported votes, from the command line.

It parses nothing and decides nothing: `adapters.undl` imports, `adapters.votefile` keeps, and here the register is
loaded, a progress bar drawn and a refusal told in one line. `bot.cli` imports this room only inside these commands.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from textwrap import fill

import click

from adapters.files.loading import find_records_dir, load
from adapters.undl import ATTRIBUTION, TERMS, WHERE, Refused, import_file
from adapters.votefile import FILE, Votes, VotesRefused, open_votes
from briefs.records import Register
from briefs.seats import Seats

ADVICE = (
    "The voting file is not part of Dateline, and Dateline never downloads it: the Library forbids that.",
    f"Get it by hand from {WHERE} (one row per Member State, CSV), then run: dateline import un-votes FILE",
    f"Terms of the file: {TERMS}.",
    f"To be named as source: {ATTRIBUTION}.",
)


def import_votes(path: Path, data: Path, *, as_it_is: bool) -> Sequence[str]:
    """Import a file into the archive of `data`. Raises Refused, OSError and RecordsNotFound."""
    register = shipped_register()
    with _bar(path) as progress:
        return import_file(path, data, register, datetime.now(UTC), as_it_is=as_it_is, progress=progress).lines()


def why_not(error: Exception, path: Path) -> str:
    """One line for the operator: what was wrong with which file, and that nothing changed."""
    if isinstance(error, Refused):
        what = str(error)
    elif isinstance(error, OSError):
        absent = isinstance(error, FileNotFoundError)
        what = f"{error.strerror or error}; " + (
            "check the path" if absent else "make room, or see who may read and write"
        )
    else:
        raise error
    return f"{path}: {what}. Nothing was imported; an archive from before stays as it was."


def issue_lines(data: Path) -> Sequence[str]:
    """Every issue with its rule and, where votes are imported, how many calls it holds and from when to when.

    Raises VotesRefused."""
    register = shipped_register()
    votes = open_votes(data / FILE, Seats(register), tuple(register.rules.values()))
    lines = list(_told(register, votes))
    if votes is None:
        return (*lines, "", "No votes are imported, so nothing is counted.", *ADVICE)
    covered = 0
    for mask in votes.matrix.issues.values():
        covered |= mask
    total = f"{covered.bit_count():,} of {len(votes.matrix):,} roll calls belong to an issue."
    return (*lines, "", total, f"Source: {ATTRIBUTION}. {TERMS}.")


def shipped_register() -> Register:
    """The register alone: importing needs no event record."""
    folder = find_records_dir() / "register"
    return load(folder, ()).archive.register


def _told(register: Register, votes: Votes | None) -> Iterator[str]:
    for rule in register.rules.values():
        yield f"{rule.id} · {register.issues[rule.id].title}{_held(votes, rule.id)}"
        fields = (
            ("series", rule.series), ("symbols", rule.symbols), ("titles", rule.titles), ("agenda", rule.agenda),
            ("subjects", rule.subjects), ("unless", rule.unless),
        )  # fmt: skip
        for name, words in fields:
            if words:
                yield fill(f"{name}: {'; '.join(words)}", 110, initial_indent=" " * 4, subsequent_indent=" " * 8)


def _held(votes: Votes | None, issue: str) -> str:
    if votes is None:
        return ""
    matrix = votes.matrix
    mask = matrix.issues[issue]
    if not mask:
        return ": no roll call in this file (texts adopted without a vote leave none)"
    first, last = matrix.ballots[(mask & -mask).bit_length() - 1].day, matrix.ballots[mask.bit_length() - 1].day
    texts = (mask & matrix.whole).bit_count()
    return f": {_counted(mask.bit_count(), 'roll call')} on {_counted(texts, 'text')}, {first} to {last}"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


@contextmanager
def _bar(path: Path) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    try:
        total = path.stat().st_size
    except OSError:
        total = 0
    with click.progressbar(length=total, label=f"Reading {path.name}", file=sys.stderr) as bar:
        yield lambda done, _total: bar.update(done - bar.pos)


__all__ = ["ADVICE", "Refused", "VotesRefused", "import_votes", "issue_lines", "shipped_register", "why_not"]
