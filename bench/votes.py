"""The figures of the vote archive: import, size, start and the questions put to it, beside the peers if they are there.

Both files of the issue: an invented one of a million rows, and the sample of real votes where DATELINE_SAMPLES names
its folder. `python -m bench.votes` runs this part alone.
"""

from __future__ import annotations

import csv
import json
import lzma
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from adapters.votefile import FILE, open_votes
from bench import completion
from bench.votefiles import ROOT, shipped, write_file
from briefs.codebook import Length
from briefs.rollcalls import Matrix, agreements, cohesion, everybody, shifts, votes_of
from briefs.seats import Seats

SAMPLE = "unvotes-undl-layout-1978-2020.csv.xz"
ROWS = 1_000_000
PEERS = "DATELINE_PEERS"
_IMPORT = "import re, sys; from bot.cli import dateline; dateline(sys.argv[1:], standalone_mode=False)"
_TOLD = "; print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) // 1024, file=sys.stderr)"
"""The peak of this very process: `ru_maxrss` also remembers the process it was forked from."""
_START = """
import psutil, time
from pathlib import Path
from bot.importing import shipped_register
from adapters.votefile import open_votes
from briefs.seats import Seats
import sys
register = shipped_register(); rules = tuple(register.rules.values())
memory = psutil.Process().memory_info
before, begun = memory().rss, time.process_time()
votes = open_votes(Path(sys.argv[1]), Seats(register), rules)
print(time.process_time() - begun, (memory().rss - before) / 1e6)
"""


def child(code: str, *arguments: str, data: Path) -> tuple[float, subprocess.CompletedProcess[str]]:
    """CPU seconds of a process and what it printed."""
    env = {**os.environ, "DATELINE_DATA": str(data), "PYTHONPATH": str(ROOT)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=env, cwd=ROOT, capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def p99(ask: Callable[[], object], times: int = 200) -> float:
    """CPU seconds, 99th percentile of so many askings after one that warms up."""
    ask()
    spent = []
    for _ in range(times):
        begun = time.process_time()
        ask()
        spent.append(time.process_time() - begun)
    return statistics.quantiles(spent, n=100)[98]


def line(name: str, value: float, unit: str, budget: float, note: str = "") -> str:
    return f"{name:52} {value:9.3f} {unit:3} of {budget:6g} {unit:3} × {value / budget:4.2f}  {note}"


def peers(path: Path) -> dict[str, dict[str, Any]]:
    """What each peer says of a file; empty without DATELINE_PEERS."""
    python = os.environ.get(PEERS)
    if not python:
        return {}
    found = {}
    for name in ("polars", "duckdb", "pandas"):
        done = subprocess.run(
            [python, "-m", "bench.peers", name, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            found[name] = json.loads(done.stdout)
    return found


def figures(path: Path, rows: int, data: Path) -> Iterator[str]:
    """Everything about one file."""
    others = peers(_unpacked(path, data))
    yield f"-- {path.name}, {rows:,} rows; peers: {', '.join(others) or 'none (set DATELINE_PEERS)'}"
    cpu, done = child(_IMPORT + _TOLD, "import", "un-votes", str(path), data=data)
    polars = others.get("polars", {}).get("read")
    budget, note = (5 * polars, f"polars reads it in {polars:.2f} s") if polars else (13.0, "5 × 2.6 s of stack.md")
    yield line("import, CPU", cpu, "s", budget, note)
    yield line("import, peak memory", float(done.stderr.split()[-1]), "MB", 100)
    yield line(
        "second import of the same file, CPU", child(_IMPORT, "import", "un-votes", str(path), data=data)[0], "s", 1
    )
    archive = data / FILE
    yield line("archive on disk", archive.stat().st_size / 1e6, "MB", 12)
    started = child(_START, str(archive), data=data)[1].stdout.split()
    yield line("start with it adds, CPU", float(started[0]), "s", 0.2)
    yield line("start with it adds, memory", float(started[1]), "MB", 25)
    yield from questions(archive, others)


def _unpacked(path: Path, data: Path) -> Path:
    """The file as all peers can read it."""
    if path.suffix != ".xz" or not os.environ.get(PEERS):
        return path
    data.mkdir(parents=True, exist_ok=True)
    plain = data / path.stem
    with lzma.open(path) as packed, plain.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return plain


def questions(archive: Path, others: dict[str, dict[str, Any]]) -> Iterator[str]:
    register = shipped()
    votes = open_votes(archive, Seats(register), tuple(register.rules.values()))
    assert votes is not None
    matrix = votes.matrix
    _warm(matrix)
    asked = p99(lambda: votes_of(matrix, "KHM", "nuclear-disarmament", date(2024, 1, 1), latest=10), 1000)
    yield line("votes of a member on an issue, latest ten, p99", asked * 1e3, "ms", 1, _times(others, "latest", asked))
    yield line("agreement with all others, p99", p99(lambda: agreements(matrix, "KHM")) * 1e3, "ms", 5)
    found = len(shifts(matrix))
    yield line("all shifts of all members", p99(lambda: shifts(matrix), 100) * 1e3, "ms", 50, f"{found:,} shifts")
    pairs = everybody(matrix, calls=matrix.all)
    spent = p99(lambda: everybody(matrix, calls=matrix.all), 20)
    yield line(f"full {len(matrix.members)}² matrix", spent * 1e3, "ms", 100, _times(others, "matrix", spent))
    yield line("cohesion of ASEAN, all years", p99(lambda: cohesion(matrix, "asean"), 50) * 1e3, "ms", 20)
    if "duckdb" in others:
        apart = _read_otherwise(archive)
        theirs = {frozenset((a, b)): (n, k) for a, b, n, k in others["duckdb"]["pairs"] if not {a, b} & apart}
        ours = {frozenset(pair): counts for pair, counts in pairs.items() if counts[0] and not set(pair) & apart}
        told = f"{len(ours):,} pairs, without {', '.join(sorted(apart))}"
        yield f"the matrix is DuckDB's, pair for pair: {'yes' if ours == theirs else 'NO'} ({told})"
    if "pandas" in others:
        yield _shares(pairs, others["pandas"]["shares"], _read_otherwise(archive))
    yield from answers(archive)
    yield from completion.figures(archive.parent)


def _shares(
    pairs: Mapping[tuple[str, str], tuple[int, int]], theirs: Sequence[tuple[str, str, float]], apart: set[str]
) -> str:
    """Every share of agreement beside pandas' own."""
    mine = {frozenset(p): k / n for p, (n, k) in pairs.items() if n and not set(p) & apart}
    other = {frozenset((a, b)): share for a, b, share in theirs if share == share and not {a, b} & apart}
    if mine.keys() != other.keys():
        return f"every share of agreement is pandas': NO ({len(mine.keys() ^ other.keys()):,} pairs stand on one side)"
    most = max(abs(mine[pair] - other[pair]) for pair in mine)
    told = "yes" if most <= 1e-12 else "NO"
    return f"every share of agreement is pandas' to 1e-12: {told} ({len(mine):,} pairs, largest difference {most:.1g})"


def answers(archive: Path) -> Iterator[str]:
    """Whole answers over all years, written and proved: the largest blocs, and every shift there is."""
    from bot.archives import Shelves
    from bot.config import NamePolicy
    from briefs import briefing

    held = Shelves((), archive.parent, NamePolicy()).open().archive
    today = date(2026, 1, 1)
    for bloc in ("asean", "nato", "au"):
        spent = p99(lambda bloc=bloc: briefing.bloc(held, bloc, None, today, Length.SHORT), 100)  # type: ignore[misc]
        yield line(f"/bloc {bloc}, all years, proved, p99", spent * 1e3, "ms", 20)
    for since in (date(2010, 1, 1), date(1946, 1, 1)):
        spent = p99(lambda since=since: briefing.shifts(held, None, since, today, Length.SHORT), 100)  # type: ignore[misc]
        yield line(f"/shifts since {since.year}, all issues, proved, p99", spent * 1e3, "ms", 50)
    yield line("/issues, proved, p99", p99(lambda: briefing.issues(held, today, Length.SHORT), 100) * 1e3, "ms", 20)


def _read_otherwise(archive: Path) -> set[str]:
    """Whom a comparison by bare codes gets wrong: YUG means two members, and rejected rows are counted there."""
    rejects = archive.with_name("rejects.csv")
    lines = rejects.read_text("utf-8").splitlines() if rejects.is_file() else []
    rows = list(csv.reader(lines))[1:]
    return {"YUG", "SRB"} | {row[4] for row in rows}


def _warm(matrix: Matrix) -> None:
    """What the first question makes for all later ones: 0.1 s, once."""
    _ = matrix.cast, matrix.by_call, matrix.families, matrix.was_member, matrix.whole


def _times(others: dict[str, dict[str, Any]], what: str, ours: float) -> str:
    return ", ".join(f"{name} ×{found[what] / ours:,.0f}" for name, found in others.items() if what in found)


def all_figures() -> Iterator[str]:
    """The invented file, then the real one."""
    with tempfile.TemporaryDirectory(prefix="dateline-votes-") as folder:
        path = Path(folder, "un-votes-invented.csv")
        count = write_file(path, ROWS, shipped())
        yield from figures(path, count, Path(folder, "invented"))
        samples = os.environ.get("DATELINE_SAMPLES")
        if not samples or not (real := Path(samples, SAMPLE)).is_file():
            yield f"-- {SAMPLE}: not measured; DATELINE_SAMPLES names no folder with it"
            return
        yield from figures(real, 683_595, Path(folder, "real"))


if __name__ == "__main__":
    for told in all_figures():
        print(told, flush=True)
