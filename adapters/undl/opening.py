"""A path → a stream of text, unpacked on the way, with its hash, its place in the file and a limit on its size.

What a file is packed with is seen from its first bytes, not from its name.
"""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from adapters.undl.layout import Refused

MOST_BYTES = 4_000_000_000
"""Unpacked. The file of February 2026 has 360 MB; ten times that is another file, or a trap."""
_CHUNK = 1 << 18
_BROKEN = (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile)


class _Measured(io.RawIOBase):
    """Reads through, keeps count and remembers the last byte."""

    def __init__(self, inner: IO[bytes], most: int) -> None:
        self._inner = inner
        self._most = most
        self.count = 0
        self.last = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            read = self._inner.read(len(view))
        except _BROKEN as error:
            what = f"the packed file is cut or damaged after {self.count:,} bytes ({error})"
            raise Refused(f"{what}; download it again") from error
        self.count += len(read)
        if self.count > self._most:
            raise Refused(
                f"more than {self._most:,} bytes unpacked; the voting file has about 360,000,000: this is another file"
            )
        if read:
            self.last = read[-1:]
        view[: len(read)] = read
        return len(read)


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of the file. `total` bytes lie on disk, of which `position()` have been read."""

    text: io.TextIOWrapper
    total: int
    _disk: IO[bytes]
    _measured: _Measured

    def position(self) -> int:
        return min(self._disk.tell(), self.total)

    @property
    def ends_in_a_line_break(self) -> bool:
        """Whether the last byte was one; asked after the last row."""
        return self._measured.last in (b"\n", b"\r")


def hash_of(path: Path) -> str:
    """SHA-256 of the file as it lies there. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def opened(path: Path, most: int = MOST_BYTES) -> Iterator[Opened]:
    """The unpacked text; bytes that are no UTF-8 come as lone surrogates. Raises Refused and OSError."""
    with path.open("rb") as disk:
        total = path.stat().st_size
        if total > most:
            raise Refused(f"{total:,} bytes; the voting file has about 360,000,000: this is another file")
        measured = _Measured(_unpacked(disk), most)
        buffered = io.BufferedReader(measured, _CHUNK)
        head = buffered.peek(4)[:4]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Refused("the file is UTF-16; save it as UTF-8 (CSV UTF-8), or download it again")
        if head.startswith(b"\xef\xbb\xbf"):
            buffered.read(3)
        text = io.TextIOWrapper(buffered, encoding="utf-8", errors="surrogateescape", newline="")
        yield Opened(text, total, disk, measured)


def _unpacked(disk: IO[bytes]) -> IO[bytes]:
    head = disk.read(8)
    disk.seek(0)
    if not head:
        raise Refused("the file is empty; download it again")
    if head.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=disk))
    if head.startswith(b"\xfd7zXZ\x00"):
        return lzma.LZMAFile(disk)
    if head.startswith(b"PK"):
        return _in_zip(disk)
    if head.startswith(b"BZh"):
        return bz2.BZ2File(disk)
    return disk


def _in_zip(disk: IO[bytes]) -> IO[bytes]:
    try:
        packed = zipfile.ZipFile(disk)
        names = [name for name in packed.namelist() if name.lower().endswith(".csv") and "__MACOSX" not in name]
        if "xl/workbook.xml" in packed.namelist():
            raise Refused("this is an Excel workbook; take the CSV file, unchanged, as the Library gives it")
        if len(names) != 1:
            raise Refused(f"the zip holds {len(names)} CSV files, not one; unpack it and name the file")
        return packed.open(names[0])
    except _BROKEN as error:
        raise Refused(f"the zip is cut or damaged ({error}); download it again") from error
    except (RuntimeError, NotImplementedError) as error:  # encrypted, or an odd method of packing
        raise Refused(f"the zip cannot be unpacked ({error}); unpack it and name the file") from error
