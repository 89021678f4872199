"""The compiled records: what every whole file was read to, so that a start need not read it again.

One file: a line with its own SHA-256, then JSON of plain values. Nothing in it is trusted: with a wrong sum, another
version of the reader or a value of the wrong type it counts as absent and is rebuilt. An entry stands for a path and
holds as long as the file's stamp (times and size) is the same, or else its SHA-256. It is replaced in one step; a
folder that cannot be written costs a line at level info and nothing else. Broken files are never stored.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import briefs.assembly
import briefs.codebook
import briefs.reading
import briefs.records
from adapters.files.plain_values import Decoder, decoder, encode
from adapters.files.tree import Listed, Stamp, read_bytes
from briefs.reading import FileContent, Places, Problem, inspect
from briefs.reading.content import Mark, Steps
from briefs.records import (
    Actor,
    EventRecord,
    FormerState,
    Issue,
    IssueRule,
    Measure,
    OldCode,
    RollCall,
    Source,
)

log = logging.getLogger("dateline.files")

_MAGIC = b"dateline-compiled-2 "
_PARTS: dict[str, Any] = {
    "sources": tuple[Source, ...],
    "events": tuple[EventRecord, ...],
    "rollcalls": tuple[RollCall, ...],
    "actors": tuple[Actor, ...],
    "issues": tuple[Issue, ...],
    "measures": tuple[Measure, ...],
    "former": tuple[FormerState, ...],
    "codes": tuple[OldCode, ...],
    "rules": tuple[IssueRule, ...],
    "steps": Mapping[str, tuple[str | int, ...]],
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one path was read to: its stamp and hash then, and the content as plain values."""

    stamp: Stamp
    sha256: str
    plain: dict[str, Any]


@dataclass(slots=True)
class Compiled:
    """The entries of one compiled file by absolute path; `written` is its own time on the file system."""

    entries: dict[str, Entry] = field(default_factory=dict)
    written: int = 0
    changed: bool = False
    sound: str = ""
    """The seal of the set of files that was last found to hold together; another set has to be judged."""

    def seal(self, files: Sequence[Listed]) -> str:
        """What stands for just these files with just this content, in this order; nothing where one was not read."""
        held = [(listed.key, entry.sha256) for listed in files if (entry := self.entries.get(listed.key))]
        return _hash(repr(held).encode("utf-8", "surrogatepass")) if len(held) == len(files) else ""

    def content(self, listed: Listed) -> FileContent:
        """The content of that file, read anew only if it is not the one remembered."""
        if listed.stamp is None:
            return _unread(listed, read_bytes(listed))
        key, entry = listed.key, self.entries.get(listed.key)
        if entry is not None and entry.stamp == listed.stamp and not entry.stamp.racy(self.written):
            return self._remembered(key, entry, listed) or self._read(listed, read_bytes(listed))
        raw = read_bytes(listed)
        if entry is not None and isinstance(raw, bytes) and _hash(raw) == entry.sha256:
            self.changed |= entry.stamp != listed.stamp
            self.entries[key] = Entry(listed.stamp, entry.sha256, entry.plain)
            return self._remembered(key, entry, listed) or self._read(listed, raw)
        return self._read(listed, raw)

    def _remembered(self, key: str, entry: Entry, listed: Listed) -> FileContent | None:
        try:
            return _from_plain(entry, listed)
        except (KeyError, TypeError, ValueError, IndexError):
            del self.entries[key]
            self.changed = True
            return None

    def _read(self, listed: Listed, raw: bytes | Problem) -> FileContent:
        content = inspect(raw, listed.shown) if isinstance(raw, bytes) else _unread(listed, raw)
        self.changed |= self.entries.pop(listed.key, None) is not None
        if isinstance(raw, bytes) and content.whole and listed.stamp is not None:
            self.entries[listed.key] = Entry(listed.stamp, _hash(raw), _to_plain(content))
            self.changed = True
        return content


def open_compiled(path: Path) -> Compiled:
    """The compiled file, or an empty one where it is absent, damaged or another reader's."""
    try:
        raw, written = path.read_bytes(), path.stat().st_mtime_ns
    except OSError:
        return Compiled()
    try:
        return _parse(raw, written)
    except (ValueError, KeyError, TypeError, RecursionError):
        log.info("compiled.rebuilt path=%s reason=%s", path, "damaged or of another version")
        return Compiled(changed=True)


def save_compiled(compiled: Compiled, path: Path) -> None:
    """Replace the compiled file in one step; on a full disk or a folder without writing, go on without it."""
    kept = {key: entry for key, entry in compiled.entries.items() if Path(key).exists()}
    body = _body(kept, compiled.sound)
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_MAGIC + _hash(body).encode() + b"\n" + body)
        beside.replace(path)
    except OSError as error:
        log.info("compiled.not-written path=%s reason=%s", path, error.strerror)
        _forget(beside)


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # the folder that could not be written cannot be tidied either
        return


def _body(entries: Mapping[str, Entry], sound: str) -> bytes:
    files = {
        key: [entry.stamp.modified, entry.stamp.changed, entry.stamp.size, entry.sha256, entry.plain]
        for key, entry in entries.items()
    }
    made = {"reader": reader_version(), "sound": sound, "files": files}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _parse(raw: bytes, written: int) -> Compiled:
    head, _, body = raw.partition(b"\n")
    if head != _MAGIC + _hash(body).encode():
        raise ValueError("sum")
    made = json.loads(body)
    if made["reader"] != reader_version():
        raise ValueError("version")
    entries = {
        key: Entry(Stamp(modified, changed, size), sha256, plain)
        for key, (modified, changed, size, sha256, plain) in made["files"].items()
    }
    return Compiled(entries, written, sound=str(made["sound"]))


def reader_version() -> str:
    """Changes with every change of the code that turns files into values or judges them, so that no rule is skipped."""
    rooms = (Path(briefs.reading.__file__).parent, Path(briefs.assembly.__file__).parent)
    alone = (Path(briefs.records.__file__), Path(briefs.codebook.__file__))
    sources = [*(path for room in rooms for path in sorted(room.glob("*.py"))), *alone]
    found = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in (*sources, Path(__file__))]
    return _hash(repr(found).encode())


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _unread(listed: Listed, problem: bytes | Problem) -> FileContent:
    assert isinstance(problem, Problem)
    return FileContent(listed.shown, problems=(problem,))


def _to_plain(content: FileContent) -> dict[str, Any]:
    return {name: encode(getattr(content, name)) for name in _PARTS if getattr(content, name)}


def _from_plain(entry: Entry, listed: Listed) -> FileContent:
    parts = {name: _decoders()[name](value) for name, value in entry.plain.items()}
    return FileContent(listed.shown, **parts, places=Places(found=partial(_marks, listed, entry.sha256)))


def _marks(listed: Listed, sha256: str) -> Mapping[Steps, Mark]:
    """Where everything stands in a file that was remembered: it is read again, if it is still the same."""
    raw = read_bytes(listed)
    if isinstance(raw, bytes) and _hash(raw) == sha256:
        return inspect(raw, listed.shown).places.marks()
    return {}


@cache
def _decoders() -> Mapping[str, Decoder]:
    return {name: _ways if name == "steps" else decoder(hint) for name, hint in _PARTS.items()}


_STEP = frozenset({str, int})


def _ways(raw: Any) -> Mapping[str, Steps]:
    """Where values stand, by their ids: there are two for each file, so that this is done by hand."""
    ways = {}
    for key, way in raw:
        if type(key) is not str or not _STEP.issuperset(map(type, way)):
            raise TypeError("steps")
        ways[key] = tuple(way)
    return ways
