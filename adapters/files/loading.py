"""Folders → archive: list, read (or remember), assemble. Start-up and reload come here; `checking` is for curators.

tree.listing ─► compiled ─(only what changed)─► briefs.reading ─► briefs.assembly ─► Archive
"""

from __future__ import annotations

import gc
import logging
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.files.compiled import Compiled, open_compiled, save_compiled
from adapters.files.tree import Listed, listing
from briefs.assembly import Assembled, assemble
from briefs.reading import FileContent, Problem

log = logging.getLogger("dateline.files")


class RecordsNotFound(FileNotFoundError):
    """The shipped `records/` folder is neither in a checkout nor in an installation."""


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The archive to serve from now on, whether it is the new one, and one line that says so."""

    assembled: Assembled
    replaced: bool
    line: str


def find_records_dir() -> Path:
    """The shipped `records/`: of the checkout this code stands in, else of the installation (share/dateline/records).

    Raises RecordsNotFound with both places.
    """
    checkout = Path(__file__).resolve().parents[2] / "records"
    installed = Path(sysconfig.get_path("data")) / "share" / "dateline" / "records"
    for folder in (checkout, installed):
        if (folder / "register").is_dir():
            return folder
    raise RecordsNotFound(f"No records: neither {checkout} nor {installed} holds a register; reinstall Dateline.")


def load(register_dir: Path, record_dirs: Sequence[Path], cache: Path | None = None) -> Assembled:
    """Everything under the register and the record folders; one warning for each file left out.

    A record folder may hold the register folder: a file counts once. `cache` is the compiled file (made on first use,
    never needed); without it every file is read. Never raises for what stands in files or in the cache.
    """
    with _uncollected():
        assembled = assemble(contents_of(listing([register_dir, *record_dirs]), cache))
    for path in assembled.left_out:
        of_file = [problem for problem in assembled.problems if problem.path == path]
        log.warning("records.left-out path=%s problems=%d first=%s", path, len(of_file), of_file[0] if of_file else "")
    return assembled


def reload(
    old: Assembled, register_dir: Path, record_dirs: Sequence[Path], cache: Path | None = None
) -> Reloaded:  # what `load` takes
    """Read again. With any problem the old archive stays, whole, and one warning says so."""
    with _uncollected():
        new = assemble(contents_of(listing([register_dir, *record_dirs]), cache))
    if new.problems:
        line = _kept(new.problems)
        log.warning("records.reload-refused %s", line)
        return Reloaded(old, False, line)
    if new.archive == old.archive:
        return Reloaded(old, False, "Records unchanged.")
    events, calls = len(new.archive.events), len(new.archive.rollcalls)
    line = f"Records reloaded: {events} events, {calls} roll calls."
    log.info("records.reloaded events=%d rollcalls=%d", events, calls)
    return Reloaded(new, True, line)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of circles, of which records have none: it would look at all of them again and again while
    they are made, for a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _kept(problems: Sequence[Problem]) -> str:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems, the first"
    return f"The old records stay in use; {count}: {problems[0]}"


def contents_of(files: Sequence[Listed], cache: Path | None = None) -> list[FileContent]:
    """What each file holds, in order, out of the compiled file where that still holds."""
    compiled = open_compiled(cache) if cache else Compiled()
    contents = [compiled.content(listed) for listed in files]
    if cache and compiled.changed:
        save_compiled(compiled, cache)
    return contents
