"""`make bench`: the figures of speed and size, each beside what it may be. Figures and ratios, no verdict.

Times are CPU seconds (user and system) of this machine unless "wall" is said, best or 99th percentile as named; a ratio
below 1 is within the budget. Each process is measured from outside, in a data folder of its own.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: seconds or megabytes, and its budget in the same unit."""

    name: str
    value: float
    budget: float
    unit: str
    note: str = ""

    def __str__(self) -> str:
        scale, unit = (1000, "ms") if self.unit == "s" and self.budget < 0.1 else (1, self.unit)
        measured = f"{self.value * scale:8.1f} {unit:2}" if scale > 1 or unit == "MB" else f"{self.value:8.3f} {unit:2}"
        budget = f"of {self.budget * scale:6g} {unit:2}   × {self.value / self.budget:4.2f}"
        return f"{self.name:52} {measured}   {budget}  {self.note}"


def cpu_of(arguments: list[str], data: Path) -> tuple[float, float]:
    """(CPU, wall) seconds of one process."""
    env = {**os.environ, "DATELINE_DATA": str(data), "PYTHONPATH": str(ROOT)}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=env, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def positions(data: Path) -> Iterator[Figure]:
    """Every member and observer at every length, in this process, as a chat asks."""
    from adapters.contract import Request
    from bench import many
    from bot.archives import Shelves
    from bot.commands import Desk
    from bot.config import NamePolicy
    from briefs.codebook import Length

    desk = Desk(Shelves((), data, NamePolicy()).open(), lambda: datetime.now(UTC))
    actors = [actor.id for actor in desk.held.archive.register.actors.values() if actor.iso2]
    for length in Length:
        for actor in actors:  # once to warm up: months, catalogues and indexes are made by the first questions
            many.anew(desk, Request("position", given={"actor": actor, "length": length.value}))
        spent = []
        for actor in actors:
            begun = time.process_time()
            many.anew(desk, Request("position", given={"actor": actor, "length": length.value}))
            spent.append(time.process_time() - begun)
        p99 = statistics.quantiles(spent, n=100)[98]
        note = f"median {statistics.median(spent) * 1000:.1f} ms over {len(spent)} actors"
        yield Figure(f"/position {length.value}, in process, p99", p99, 0.005, "s", note)


def cold(data: Path) -> Iterator[Figure]:
    """`dateline ask` as a new process: the first time ever, and from the compiled records."""
    ask = ["-m", "bot", "ask", "position", "cambodia"]
    first = min(cpu_of(ask, data / str(run))[0] for run in range(RUNS))
    runs = [cpu_of(ask, data / "0") for _ in range(RUNS)]
    yield Figure("dateline ask, the first time ever", first, 0.7, "s", "records read and compiled")
    best, wall = min(cpu for cpu, _ in runs), min(wall for _, wall in runs)
    yield Figure("dateline ask, from cold", best, 0.7, "s", f"wall {wall:.2f} s")


def records(data: Path) -> Iterator[Figure]:
    """Loading and checking every shipped record: in this process, from files and from the compiled file."""
    from adapters.files.loading import find_records_dir, load

    shipped, compiled = find_records_dir(), data / "records.compiled"
    script = (
        "import sys; from pathlib import Path; from adapters.files.loading import load\n"
        f"load(Path({str(shipped / 'register')!r}), [Path({str(shipped)!r})], *map(Path, sys.argv[1:]))\n"
    )
    bare = min(cpu_of(["-c", "import adapters.files.loading"], data)[0] for _ in range(RUNS))
    read = min(cpu_of(["-c", script], data)[0] for _ in range(RUNS))
    load(shipped / "register", [shipped], compiled)
    again = min(cpu_of(["-c", script, str(compiled)], data)[0] for _ in range(RUNS))
    yield Figure("shipped records, read and checked, whole process", read, 1.0, "s")
    yield Figure(
        "shipped records, from the compiled file, load alone", again - bare, 0.15, "s", f"whole process {again:.2f} s"
    )


def first_output(data: Path) -> Iterator[Figure]:
    """The second start of `dateline run`: until the first byte is on standard output."""
    env = {**os.environ, "DATELINE_DATA": str(data), "PYTHONPATH": str(ROOT)}
    spent = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], env=env, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            child.stdout.read(1)
            spent.append(time.perf_counter() - begun)
            child.stdout.read()
    yield Figure("dateline run, second start to first output, wall", min(spent[1:]), 1.0, "s")


def idle(data: Path) -> Iterator[Figure]:
    """A process with both chat rooms, database and schedule, doing nothing (see bench/idle.py)."""
    env = {**os.environ, "DATELINE_DATA": str(data), "PYTHONPATH": str(ROOT)}
    run = [sys.executable, "-m", "bench.idle"]
    subprocess.run(run, env=env, cwd=ROOT, capture_output=True, check=True)  # makes database and compiled records
    shown = subprocess.run(run, env=env, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split(maxsplit=1)
    yield Figure("idle, both adapters, database and schedule, RSS", float(shown[0]), 120, "MB", shown[1].strip())


def naming(data: Path) -> Iterator[Figure]:
    """Names over the query set of the tests: exact ones, and 25 completions for a slip."""
    from bot.archives import Shelves
    from bot.config import NamePolicy
    from briefs.naming import Found, Kind, Unknown

    names = Shelves((), data, NamePolicy()).open().shelf.names
    table = (ROOT / "tests" / "briefs" / "naming_queries.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in table if line and not line.startswith("#")]
    exact = [row[1] for row in rows if isinstance(names.find_actor(row[1]), Found)]
    slips = [row[1] for row in rows if isinstance(names.find_actor(row[1]), Unknown)]
    names.completions(Kind.ACTOR, "xyzzyq")
    begun = time.process_time()
    for words in exact:
        names.find_actor(words)
    mean = (time.process_time() - begun) / len(exact)
    yield Figure("a name, exact, mean", mean, 20e-6, "s", f"{mean * 1e6:.1f} µs over {len(exact)} queries")
    spent = []
    for words in slips:
        begun = time.process_time()
        names.completions(Kind.ACTOR, words)
        spent.append(time.process_time() - begun)
    p99 = statistics.quantiles(spent, n=100)[98]
    yield Figure("25 completions for a slip, p99", p99, 0.003, "s", f"over {len(slips)} words")


def main() -> None:
    """Measure everything and print one line each."""
    from bench import chat, crowd, many, slack
    from bench.votes import all_figures

    measures: list[Callable[[Path], Iterator[Figure]]] = [
        positions,
        naming,
        cold,
        records,
        many.figures,
        first_output,
        idle,
    ]
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}; × is measured / budget")
    for measure in measures:
        with tempfile.TemporaryDirectory() as folder:
            for figure in measure(Path(folder)):
                print(figure, flush=True)
    for line in chain(all_figures(), chat.figures(), slack.figures(), crowd.figures()):
        print(line, flush=True)


if __name__ == "__main__":
    main()
