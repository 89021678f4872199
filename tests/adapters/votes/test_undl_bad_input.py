"""Files that are no voting file, or half of one: a clear line each, and the archive from before as it was."""

from __future__ import annotations

import gzip
import lzma
import multiprocessing
import os
import random
import resource
import signal
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adapters.undl import Refused, opening
from adapters.votefile import FILE
from bench.votefiles import HEADER, write_file
from tests.adapters.votes.files import call, held, imported, register, table, written

GOOD = table(*(call(str(n), {"FRA": "Y", "DEU": "N"}, resolution=f"A/RES/76/{n}") for n in range(1, 200)))
HTML = "<!DOCTYPE html>\n<html><head><title>Error</title></head><body>Too many requests</body></html>\n"
COUNCIL = table(call("1", {"FRA": "Y"}, resolution="S/RES/2623 (2022)"))
WIDE = "undl_id,resolution,date,title," + ",".join(f"STATE {n}" for n in range(60)) + "\n" + "1," * 63 + "Y\n"


def excel(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")


def two_tables(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.csv", GOOD)
        packed.writestr("b.csv", GOOD)


def broken_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.csv", GOOD)
    path.write_bytes(path.read_bytes()[:-30])


BAD: dict[str, tuple[str | bytes | Callable[[Path], None], str]] = {
    "empty": (b"", "the file is empty"),
    "only a header": (",".join(HEADER) + "\n", "a first line and no row"),
    "a web page": (HTML, "this is a web page"),
    "semicolons": (GOOD.replace(",", ";"), "separated by semicolons"),
    "tabs": (GOOD.replace(",", "\t"), "separated by tabs"),
    "UTF-16": (GOOD.encode("utf-16"), "UTF-16"),
    "another table": ("name,age\nAnna,3\n", "no column undl_id"),
    "the Security Council's": (COUNCIL, "S/RES/2623 (2022) is no symbol of the General Assembly"),
    "one row per resolution": (WIDE, "a column per country"),
    "cut in a row": (GOOD[:-50], "ends in the middle of a row"),
    "cut in the last cell": (GOOD[:-3], "ends in the middle of a row"),
    "cut in a quoted cell": (GOOD + '1,FRA,FRANCE,Y,2022-03-02,76,A/RES/76/1,,,,"Half a ti', "in the middle of a row"),
    "cut between two rows": (table(call("1", {"FRA": "Y"}, total_yes="141.0")), "seems cut"),
    "xz cut": (lzma.compress(GOOD.encode())[:-40], "cut or damaged"),
    "gz cut": (gzip.compress(GOOD.encode())[:-40], "cut or damaged"),
    "gz damaged": (gzip.compress(GOOD.encode())[:100] + b"\0" * 40, "cut or damaged"),
    "zip cut": (broken_zip, "cut or damaged"),
    "two tables in a zip": (two_tables, "holds 2 CSV files"),
    "Excel": (excel, "Excel workbook"),
    "nothing but bytes": (random.Random(7).randbytes(4000), "no voting file"),
    "mostly unknown members": (table(call("1", {"FRA": "Y", "QQQ": "Y", "QQW": "Y"})), "2 of 3 rows are unusable"),
    "a quotation mark never closed": (
        GOOD.splitlines()[0] + '\n"' + GOOD.split("\n", 1)[1] * 20,
        "a quotation mark is not closed",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line_and_the_old_archive_stays(name: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    imported(written(tmp_path, GOOD, "good.csv"), data)
    before = (data / FILE).read_bytes()
    content, expected = BAD[name]
    path = tmp_path / "bad.csv"
    if callable(content):
        content(path)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Refused) as refused:
        imported(path, data)
    message = str(refused.value)
    assert expected in message
    assert "\n" not in message
    assert (data / FILE).read_bytes() == before
    assert not list(data.glob("*.partial"))


def test_a_file_that_seems_cut_is_taken_when_told_so(tmp_path: Path) -> None:
    path = written(tmp_path, BAD["cut between two rows"][0])  # type: ignore[arg-type]
    assert imported(path, tmp_path / "data", as_it_is=True).calls == 1


def test_a_file_far_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)  # a hole: no disk is used
    with pytest.raises(Refused, match="10,000,000,000 bytes"), opening.opened(path):
        pass


def test_what_unpacks_to_far_too_much_is_refused_on_the_way(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(GOOD.encode() * 50), "bomb.gz")
    with pytest.raises(Refused, match="more than 500,000 bytes unpacked"), opening.opened(path, 500_000) as source:
        source.text.read()


def test_a_full_disk_leaves_the_old_archive(tmp_path: Path) -> None:
    data = tmp_path / "data"
    imported(written(tmp_path, GOOD, "good.csv"), data)
    before = (data / FILE).read_bytes()
    write_file(tmp_path / "larger.csv", 20_000, register())
    child = forked(lambda: _without_room(tmp_path / "larger.csv", data))
    child.join(60)
    assert child.exitcode == 7
    assert (data / FILE).read_bytes() == before
    assert not list(data.glob("*.partial"))
    assert len(held(data).matrix) == 199


def _without_room(path: Path, data: Path) -> None:
    """No file may grow beyond 30 kB here, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
    try:
        imported(path, data)
    except OSError:
        os._exit(7)


def forked(work: Callable[[], object]) -> Any:
    """A process of its own that begins where this one is: nothing is imported or read again."""
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    return child


def test_a_kill_at_any_moment_leaves_the_old_archive_or_the_new_one(tmp_path: Path) -> None:
    """Killed after 0 %, 10 % … 120 % of the time an import takes, each time over the same old archive."""
    data = tmp_path / "data"
    old, new = written(tmp_path, GOOD, "old.csv"), tmp_path / "new.csv"
    write_file(new, 20_000, register())
    begun = time.monotonic()
    imported(new, tmp_path / "once")
    whole = time.monotonic() - begun
    calls = len(held(tmp_path / "once").matrix)
    imported(old, data)
    kept = (data / FILE).read_bytes()
    found = set()
    for part in range(13):
        (data / FILE).write_bytes(kept)
        child = forked(lambda: imported(new, data))
        child.join(whole * part / 10)
        child.kill()
        child.join(60)
        found.add(len(held(data).matrix))
    assert found <= {199, calls}
    assert 199 in found
    report = imported(new, data)
    assert report.calls == calls or report.unchanged, "and the next import works"
    assert len(held(data).matrix) == calls
    assert not list(data.glob("*.partial"))


def test_a_kill_between_any_two_writes_leaves_a_whole_archive(tmp_path: Path) -> None:
    """The last part of an import is over in milliseconds, so it is killed there step by step: at the n-th call of the
    operating system that opens, renames or removes one of its files."""
    old, new = written(tmp_path, GOOD, "old.csv"), written(tmp_path, GOOD.replace("A/RES/76/7,", "A/RES/76/700,"))
    data = tmp_path / "data"
    imported(old, data)
    kept = (data / FILE).read_bytes()
    outcomes = []
    for step in range(1, 60):
        (data / FILE).write_bytes(kept)
        child = forked(lambda step=step: _killed_at(step, new, data))
        child.join(60)
        matrix = held(data).matrix
        outcomes.append(bool(matrix.with_symbol("76/700")))
        assert len(matrix) == 199
        if child.exitcode == 0:
            break
    assert child.exitcode == 0
    assert len(outcomes) > 5
    assert outcomes == sorted(outcomes), "old until it is replaced, new from then on"
    assert (outcomes[0], outcomes[-1]) == (False, True)


def _killed_at(step: int, path: Path, data: Path) -> None:
    left = step

    def watch(event: str, args: tuple[object, ...]) -> None:
        nonlocal left
        if event in ("open", "os.rename", "os.remove", "sqlite3.connect") and str(data) in str(args[0]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    imported(path, data)
