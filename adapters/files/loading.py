"""Folders → archive: list, read (or remember), assemble. Start-up and reload come here; `checking` is for curators.

tree.listing ─► compiled ─(only what changed)─► briefs.reading ─► briefs.assembly ─► Archive
"""

from __future__ import annotations

import gc
import logging
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from adapters.files.compiled import Compiled, open_compiled, save_compiled
from adapters.files.tree import Listed, Stamp, listing
from briefs.assembly import Assembled, Judged, assemble
from briefs.reading import FileContent, Problem

log = logging.getLogger("dateline.files")


_FEW = 50
"""Where fewer than one file in so many changed, the compiled file is not written anew."""


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


@dataclass(slots=True)
class Memory:
    """What the files of this process held when they were last read, by path: a reload reads only what changed.

    `stamp` proves that a file is the same only where it was two seconds old when the file was read; `seen` is a moment
    on the file system's clock that the reading did not come before.
    """

    contents: dict[str, tuple[Stamp, FileContent]] = field(default_factory=dict)
    seen: int = 0
    judged: Judged | None = None
    """The last look at these files that found no problem."""

    def of(self, listed: Listed) -> FileContent | None:
        stamp, content = self.contents.get(listed.key, (None, None))
        return content if stamp == listed.stamp and stamp is not None and not stamp.racy(self.seen) else None

    def keep(self, files: Sequence[Listed], contents: Sequence[FileContent], written: int) -> None:
        """Whole files only: those with problems are read again."""
        pairs = zip(files, contents, strict=True)
        self.contents = {f.key: (f.stamp, content) for f, content in pairs if f.stamp and content.whole}
        self.seen = max([written, *(max(f.stamp.modified, f.stamp.changed) for f in files if f.stamp)])


def load(
    register_dir: Path, record_dirs: Sequence[Path], cache: Path | None = None, memory: Memory | None = None
) -> Assembled:
    """Everything under the register and the record folders; one warning for each file left out.

    A record folder may hold the register folder: a file counts once. `cache` is the compiled file (made on first use,
    never needed); without it every file is read. Never raises for what stands in files or in the cache.
    """
    assembled = assembled_of(listing([register_dir, *record_dirs]), cache, memory)
    for path in assembled.left_out:
        of_file = [problem for problem in assembled.problems if problem.path == path]
        log.warning("records.left-out path=%s problems=%d first=%s", path, len(of_file), of_file[0] if of_file else "")
    return assembled


def reload(
    old: Assembled, files: Sequence[Listed], cache: Path | None = None, memory: Memory | None = None
) -> Reloaded:
    """Read `files` (a fresh `listing`) again. With any problem the old archive stays, whole; one warning says so."""
    new = assembled_of(files, cache, memory)
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
def uncollected(*, settle: bool = False) -> Iterator[None]:
    """Without the collector of circles, of which records have none: it would look at all of them again and again while
    they are made, for a third of the time. `settle`: nor shall it look at them afterwards, which it would at once."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if settle:
                gc.freeze()
            gc.enable()


def _kept(problems: Sequence[Problem]) -> str:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems, the first"
    return f"The old records stay in use; {count}: {problems[0]}"


def assembled_of(files: Sequence[Listed], cache: Path | None = None, memory: Memory | None = None) -> Assembled:
    """What the files amount to, out of memory and the compiled file where these still hold."""
    with uncollected(settle=memory is None or not memory.contents):  # what a reload replaces must not stay for ever
        known = [memory.of(listed) for listed in files] if memory else []
        missed = sum(content is None for content in known)
        if memory and known and missed * _FEW < len(known):  # the compiled file learns of these at the next start
            contents = [held or Compiled().content(listed) for listed, held in zip(files, known, strict=True)]
            memory.keep(files, contents, memory.seen)
            assembled = assemble(contents, before=memory.judged)
            memory.judged = assembled.judged or memory.judged
            return assembled
        compiled = open_compiled(cache) if cache else Compiled()
        contents = [compiled.content(listed) for listed in files]
        seal = compiled.seal(files) if cache else ""
        assembled = assemble(contents, sound=bool(seal) and seal == compiled.sound)
        if seal and not assembled.problems and seal != compiled.sound:
            compiled.sound, compiled.changed = seal, True
        if cache and compiled.changed:
            save_compiled(compiled, cache)
        if memory:
            memory.keep(files, contents, compiled.written)
            memory.judged = assembled.judged
        return assembled


def contents_of(files: Sequence[Listed]) -> list[FileContent]:
    """What each file holds, in order, read anew."""
    unread = Compiled()
    return [unread.content(listed) for listed in files]
