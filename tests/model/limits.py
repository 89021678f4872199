"""Limits of real time: what does not come is named. A story runs by a clock of its own, so that only a fault waits.

`Stuck` and `Found` are no `Exception`: Hypothesis takes every `Exception`, and pytest's own time limit too, for a
falsified example, tells it again and shrinks it. After a time limit that would hang without any, and two replicas at
once are not alike twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]


class Stuck(BaseException):
    """Something real did not come in time; the message says what was waited for, and where."""


class Found(BaseException):
    """A fault that happened once, with its story."""


async def within(seconds: float, what: str, doing: Coroutine[Any, Any, T]) -> T:
    """What it gives, if it comes in time; else `Stuck`."""
    task = asyncio.create_task(doing, name=what)
    await asyncio.wait({task}, timeout=seconds)
    if not task.done():
        where = "; ".join(sorted(_where(one) for one in asyncio.all_tasks() - {asyncio.current_task()}))
        task.cancel()
        raise Stuck(f"{what} did not come within {seconds:g} s. What waited: {where}")
    return task.result()


def _where(task: asyncio.Task[Any]) -> str:
    """A task, and the innermost line of this project that it waits in."""
    found, awaited = "", task.get_coro()
    while awaited is not None and (frame := getattr(awaited, "cr_frame", None) or getattr(awaited, "ag_frame", None)):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            found = f"{path.relative_to(ROOT)}:{frame.f_lineno} {frame.f_code.co_name}"
        awaited = getattr(awaited, "cr_await", None) or getattr(awaited, "ag_await", None)
    return f"{task.get_name()} at {found or 'no line of ours'}"
