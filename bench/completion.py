"""Autocomplete on Discord, for `make bench`: every parameter of every command and errand as Discord asks, wall time.

Typed are the beginnings, letter by letter, of what people look for, and slips; the asker's Discord is English, French,
Spanish, Chinese or Japanese. Measured from the room's own function to its choices, on the whole register and on an
imported voting file where there is one; `python -m bench.completion FOLDER` measures a data folder alone.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from adapters.administration import Errand
from adapters.contract import Command, Param, ParamKind
from adapters.discord.commands import suggestions
from bot.archives import Shelves
from bot.catalogue import catalogue
from bot.commands import Desk
from bot.config import NamePolicy
from bot.office.catalogue import errands
from bot.office.errands import Office

LOCALES = ("en-US", "fr", "es-ES", "zh-CN", "ja")
BUDGET_MS = 50
LOOKED_FOR = {
    ParamKind.ACTOR: (
        "cambodia",
        "united states",
        "cote d'ivoire",
        "république",
        "alemania",
        "中国",
        "camboida",
        "xyzzyq",
    ),
    ParamKind.BLOC: ("asean", "african union", "nato", "xyzzyq"),
    ParamKind.ISSUE: ("nuclear weapons", "ukraine", "armas nucleares", "guerre en ukraine", "nuklear"),
    ParamKind.MEASURE: ("a/res/77/1", "question of palestine", "77/", "cuba embargo 2019", "situation", "nucelar"),
    ParamKind.RECORD: ("voa/kh", "un-68-262", "question of", "palestine", "xyzzyq"),
    ParamKind.DAY: ("2022-03-04", "4 march 2022", "yesterday", "20"),
    ParamKind.ZONE: ("phnom penh", "asia/", "new york", "europe", "xyzzyq"),
}
ANYTHING = ("a", "un", "the", "2022", "xyzzyq")


def figures(data: Path) -> Iterator[str]:
    """A line for each kind of parameter, the slowest of all last."""
    desk = Desk(Shelves((), data, NamePolicy()).open(), lambda: datetime.now(UTC))
    desk.held.warm(desk.today())
    gc.collect()
    gc.freeze()  # as the program does once the records are read
    spent: dict[ParamKind, list[float]] = {}
    first = 0.0
    for round_ in range(2):  # the first makes what later ones use
        for kind, took in _asked(desk):
            if round_:
                spent.setdefault(kind, []).append(took)
            else:
                first = max(first, took)
    for kind, times in spent.items():
        yield _line(f"autocomplete of {kind.value}, wall, p99", _p99(times), f"{len(times):,} askings")
    every = [took for times in spent.values() for took in times]
    note = (
        f"{len(every):,} askings, the slowest {max(every) * 1e3:.1f} ms; the slowest first asking {first * 1e3:.0f} ms"
    )
    yield _line("autocomplete, all parameters, wall, p99", _p99(every), note)


def _asked(desk: Desk) -> Iterator[tuple[ParamKind, float]]:
    for command, locale in product(catalogue(), LOCALES):
        for param in command.params:
            if not param.choices:
                for typed in _typed(param):
                    begun = time.perf_counter()
                    suggestions(command, param, typed, locale, desk.complete)
                    yield param.kind, time.perf_counter() - begun
    yield from asyncio.run(_ordered(desk))


async def _ordered(desk: Desk) -> list[tuple[ParamKind, float]]:
    """Errands' parameters: zones, days, acts and names in lists."""
    office = Office(lambda: None, None, desk, desk._clock, lambda: None, None)  # type: ignore[arg-type]
    took = []
    for errand, locale in product(errands(), LOCALES):
        for param in _open(errand):
            for typed in _typed(param):
                ordered = Errand(errand.name, platform="discord", server="1", manages=True, locale=locale)
                begun = time.perf_counter()
                await office.propose(ordered, param.name, typed)
                took.append((param.kind, time.perf_counter() - begun))
    return took


def _open(errand: Command) -> list[Param]:
    closed = (ParamKind.PLACE, ParamKind.GROUP, ParamKind.SUBSCRIPTION, ParamKind.TAG)
    return [param for param in errand.params if not param.choices and param.kind not in closed]


def _typed(param: Param) -> Iterator[str]:
    """Letter by letter; of several names the last."""
    for words in LOOKED_FOR.get(param.kind, ANYTHING):
        for letters in range(min(len(words), 12) + 1):
            yield words[:letters]
        if param.many:
            yield f"Vietnam, Laos, {words[:3]}"


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _line(name: str, seconds: float, note: str) -> str:
    value = seconds * 1e3
    return f"{name:52} {value:9.3f} ms  of {BUDGET_MS:6g} ms  × {value / BUDGET_MS:4.2f}  {note}"


if __name__ == "__main__":
    for told in figures(Path(sys.argv[1])):
        print(told, flush=True)
