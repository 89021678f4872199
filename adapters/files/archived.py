"""The archived texts an operator keeps: found by the SHA-256 of what they hold, never by their names.

Passages are cut out of them around exact strings, for `/source`. A text that changed by one letter is another text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from adapters.files.evidence import MOST_BYTES

AROUND = 160
"""Characters shown on either side of an exact string, cut at a word."""
_READ_AGAIN = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """An exact string with what stands before and after it in the archived text, each on one line."""

    before: str
    exact: str
    after: str


class ArchivedTexts:
    """The texts of one folder. Files are hashed once each, and again when they change; none need be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes: dict[Path, tuple[_READ_AGAIN, str]] = {}

    def passages(self, sha256: str, exact: str, n: int | None) -> Iterator[Passage]:
        """The place in the text of that hash where the string stands (its `n`th time), if the text is at hand."""
        text = self._text(sha256)
        at = -1
        for _ in range(n or 1):
            at = text.find(exact, at + 1) if text is not None else -1
            if at < 0:
                return
        assert text is not None
        end = at + len(exact)
        before = _tail(_line(text[max(at - 2 * AROUND, 0) : at]))
        yield Passage(before, _line(exact), _head(_line(text[end : end + 2 * AROUND])))

    def _text(self, sha256: str) -> str | None:
        for path, found in self._listed():
            if found == sha256:
                try:
                    raw = path.read_bytes()
                    if hashlib.sha256(raw).hexdigest() == sha256:
                        return raw.decode("utf-8")
                except (OSError, UnicodeDecodeError):
                    continue
        return None

    def _listed(self) -> Iterator[tuple[Path, str]]:
        for path in sorted(self._folder.rglob("*")) if self._folder.is_dir() else ():
            try:
                told = path.stat()
                if not path.is_file() or told.st_size > MOST_BYTES:
                    continue
                stamp, known = (told.st_mtime_ns, told.st_size), self._hashes.get(path)
                if known is None or known[0] != stamp:
                    known = self._hashes[path] = (stamp, hashlib.sha256(path.read_bytes()).hexdigest())
            except OSError:
                continue
            yield path, known[1]


def _line(text: str) -> str:
    """On one line, without signs that cannot be seen."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    spaced = " ".join(seen.split())
    return (" " if seen[:1] == " " else "") + spaced + (" " if seen[-1:] == " " and spaced else "")


def _head(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return text[:AROUND].rsplit(" ", 1)[0] + " …"


def _tail(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return "… " + text[-AROUND:].split(" ", 1)[-1]
