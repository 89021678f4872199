"""`make crash`: the long form. On a file every step of amending what stands, every step of delivering in every world,
then several deaths one after the other, at steps and at random times; then three replicas on PostgreSQL. A line for
each, and at the end one for all.

`python -m tests.crash.long [seconds]` (default 460; of what amending leaves of them one process gets more than half
and three replicas the rest). Exit code 1 when anything was doubled or lost, or is unknown where the platform lets one
know.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.crash import amending, replicas
from tests.crash.campaign import WORLDS, Count, Fresh, Ground, World, nursery

SEED = 20220303
STEPS = 21
FRESH = 30
"""One run in so many is of processes spawned fresh."""
ALONE = 0.62


def deaths(chance: random.Random) -> Iterator[tuple[World, list[int | float]]]:
    """All single steps; then, for as long as there is time, up to eight deaths before the slot is told. The later ones
    come early in a life: what is left to do gets less."""
    for world in WORLDS:
        yield from ((world, [step]) for step in range(1, STEPS))
    while True:
        several = range(chance.randint(3, 8))
        if chance.random() < 0.7:
            yield chance.choice(WORLDS), [chance.randint(1, max(3, STEPS - 4 * which)) for which in several]
        else:
            yield chance.choice(WORLDS), [chance.uniform(0.001, 0.1) for _ in several]


async def lane(work: Iterator[tuple[World, list[int | float]]], until: float, total: Count) -> None:
    """One warm process and one folder, taking work until the time is up; some runs in processes spawned fresh."""
    with tempfile.TemporaryDirectory(prefix="dateline-crash-") as folder, nursery() as nest:
        here = Ground(nest, Path(folder), "ab")
        new = Ground(Fresh(), Path(folder), "ab")
        for number in count(1):
            if time.monotonic() >= until:
                return
            world, plan = next(work)
            spawned = number % FRESH == 0 and all(isinstance(death, int) for death in plan)
            ended = await (new if spawned else here).run(world, plan)
            if not world.searchable and not world.remembers:
                ended.unknown = 0  # counted where the platform lets one know
            total.add(ended)


async def campaign(seconds: float) -> Count:
    total = Count()
    work = deaths(random.Random(SEED))
    until = time.monotonic() + seconds
    await asyncio.gather(*(lane(work, until, total) for _ in range(2)))
    return total


async def fleets(seconds: float) -> Count:
    """Runs of three replicas, some of which die, for as long as there is time: two fleets side by side."""
    total = Count()
    until = time.monotonic() + seconds
    plans = replicas.deaths(random.Random(SEED))

    async def sail() -> None:
        with replicas.fleet() as fleet:
            while time.monotonic() < until:
                total.add(await fleet.run(*next(plans)))

    await asyncio.gather(sail(), sail())
    return total


async def amendments(seconds: float) -> Count:
    """Every step of amending a digest that stands, in every world, as far as there is time."""
    total, until = Count(), time.monotonic() + seconds
    work = amending.every_step()

    async def one() -> None:
        with tempfile.TemporaryDirectory(prefix="dateline-crash-") as folder, nursery() as nest:
            here = Ground(nest, Path(folder))
            for world, plan in work:
                if time.monotonic() >= until:
                    return
                ended = await amending.judged(here, world, plan)
                if not world.searchable and not world.remembers:
                    ended.unknown = 0
                total.add(ended)

    await asyncio.gather(one(), one())
    return total


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 460.0
    begun = time.monotonic()
    total = asyncio.run(amendments(seconds / 4))
    sys.stdout.write(f"amending on SQLite: {total}\n")
    seconds -= time.monotonic() - begun
    posted = asyncio.run(campaign(seconds * ALONE))
    sys.stdout.write(f"one process on SQLite: {posted}\n")
    total.add(posted)
    sys.stdout.flush()
    shared = asyncio.run(fleets(seconds * (1 - ALONE)))
    sys.stdout.write(f"three replicas on PostgreSQL: {shared}\n")
    total.add(shared)
    for fault in total.faults[:20]:
        sys.stdout.write(fault + "\n")
    sys.stdout.write(f"{total}\n")
    return int(bool(total.doubled or total.lost or total.unknown or total.faults))


if __name__ == "__main__":
    sys.exit(main())
