"""Record files on disk → their names and bytes, in one order on every machine. What cannot be read becomes a `Problem`.

Knows nothing of what stands in a file: that is `briefs.reading`. Takes YAML only, follows links to files but not to
folders (a folder that holds itself would never end), and never reads more of a file than the reader would take.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from briefs.reading import Problem

SUFFIXES = (".yaml", ".yml")
MOST_BYTES = 2_000_001
"""One byte more than `briefs.reading` takes, so that it can tell a file of the limit from a longer one."""


_TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file's content without reading it (nanoseconds, nanoseconds, bytes)."""

    modified: int
    changed: int
    size: int

    def racy(self, seen: int) -> bool:
        """Whether the file may have been written again, in the same tick of the file system's clock, after it was read
        at the moment `seen` or later."""
        return max(self.modified, self.changed) + _TICK > seen


@dataclass(frozen=True, slots=True)
class Listed:
    """One record file. `key` is its absolute path, `shown` the one messages print; a file with a `problem` has no
    `stamp`."""

    key: str
    shown: str
    stamp: Stamp | None
    problem: Problem | None = None

    @property
    def path(self) -> Path:
        return Path(self.key)


_Folder: TypeAlias = tuple[str, str]
"""What stands before a file's name: in its absolute path, without links, and as messages print it."""


def listing(paths: Sequence[Path]) -> tuple[Listed, ...]:
    """The YAML files at and under `paths`: in the order given, below a folder by name, each file once."""
    found: dict[str, Listed] = {}
    for path in paths:
        for listed in _under(path):
            found.setdefault(listed.key, listed)
    return tuple(found.values())


def read_tree(paths: Sequence[Path]) -> tuple[tuple[str, bytes | Problem], ...]:
    """Shown path and bytes of every YAML file at and under `paths`, or the problem that kept it from being read."""
    return tuple((listed.shown, read_bytes(listed)) for listed in listing(paths))


def read_bytes(listed: Listed) -> bytes | Problem:
    if listed.problem is not None:
        return listed.problem
    try:
        with listed.path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        return _problem(listed.path, "unreadable", _reason(error), "make it readable, or move it away")


def as_shown(path: Path) -> str:
    """Relative to the working folder where it lies below it, else absolute."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):  # elsewhere, or the working folder is gone
        return str(path)


def _under(path: Path) -> Iterator[Listed]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _failed(path, "no-such-path", _reason(error), "check the path")
        return
    if not stat.S_ISDIR(mode):
        yield _file(path)
        return
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield _failed(path, "unreadable", _reason(error), "make the folder readable, or move it away")
        return
    folder = _folder(path)
    for entry in entries:
        yield from _entry(entry, folder)


def _entry(entry: os.DirEntry[str], folder: _Folder | None) -> Iterator[Listed]:
    """One thing in a folder: hidden ones and other suffixes are not ours."""
    if entry.name.startswith("."):
        return
    if folder is not None and entry.name.endswith(SUFFIXES) and entry.is_file(follow_symlinks=False):
        yield _plain(entry, folder)
        return
    path = Path(entry.path)
    if entry.is_dir(follow_symlinks=False):
        yield from _under(path)
    elif entry.is_symlink() and path.is_dir():
        yield _failed(path, "linked-folder", "a link to a folder is not followed", "name the folder itself")
    elif path.suffix in SUFFIXES:
        yield _file(path)


def _folder(path: Path) -> _Folder | None:
    """Where its files lie and how they are shown, looked up once for all of them; None where that cannot be."""
    try:
        shown = _shown(path)
        return f"{path.resolve(strict=True)}{os.sep}", "" if shown == "." else f"{shown}{os.sep}"
    except (OSError, RuntimeError):
        return None


def _plain(entry: os.DirEntry[str], folder: _Folder) -> Listed:
    """An ordinary file in a folder, no link: one look at it is enough."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        return _failed(Path(entry.path), "unreadable", _reason(error), "mend the link, or delete it")
    target, shown = folder
    stamp = Stamp(found.st_mtime_ns, found.st_ctime_ns, found.st_size)
    return Listed(f"{target}{entry.name}", f"{shown}{entry.name}", stamp)


def _file(path: Path) -> Listed:
    if path.suffix not in SUFFIXES:
        return _failed(path, "not-yaml", "this is not a .yaml file", "name a YAML file or a folder")
    try:
        target = path.resolve(strict=True)
        found = target.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, in Python 3.11
        reason = _reason(error) if isinstance(error, OSError) else "the link leads in a circle"
        return _failed(path, "unreadable", reason, "mend the link, or delete it")
    if not stat.S_ISREG(found.st_mode):
        return _failed(path, "not-a-file", "this is no ordinary file", "move it away")
    return Listed(str(target), _shown(path), Stamp(found.st_mtime_ns, found.st_ctime_ns, found.st_size))


def _shown(path: Path) -> str:
    return as_shown(Path(os.path.abspath(path)))  # noqa: PTH100  (resolve() would follow the link the curator named)


def _failed(path: Path, code: str, message: str, hint: str) -> Listed:
    return Listed(str(path), _shown(path), None, _problem(path, code, message, hint))


def _problem(path: Path, code: str, message: str, hint: str) -> Problem:
    return Problem(code, _shown(path), 1, 1, message, hint)


def _reason(error: OSError) -> str:
    return (error.strerror or "it cannot be read").lower()
