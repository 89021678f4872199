"""Killed between every two steps of an alert, then again in the digest that follows: each record stands once."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from itertools import count as numbers

import pytest

from tests.crash.campaign import DUE, WORLDS, Ground, World
from tests.crash.child import WIRE, Life
from tests.crash.server import Chat, serving
from tests.stores import CREATED, fresh_file

STEPS = ["alerted", "claimed", "composed", "prepared", *["sending", "posted", "settled"] * 2]
SOME = [world for world in WORLDS if world.name in ("nonce, late", "search, replies lost")]
"""Where one can look: minutes lie between a death and the next life, and nothing stays in doubt."""


async def told(here: Ground, world: World, deaths: Sequence[int]) -> tuple[Counter[str], int]:
    """How often each record stands after lives that die at these steps: the first while an alert is due, those that
    follow once the digest is. And how many died."""
    chat, kills = Chat(world.remembers, world.searchable), 0
    chat.faults.extend(world.faults)
    path = fresh_file(here.folder)
    for leftover in here.folder.glob(f"{path.name}-*"):
        leftover.unlink()
    async with serving(chat):
        begins = [CREATED, CREATED + timedelta(minutes=31), *[DUE + timedelta(seconds=5)] * len(deaths)]
        for at, death in zip(begins, (0, *deaths, 0), strict=True):
            life = Life(
                str(path), chat.port, world.platform, at.timestamp(), kill_at=death, keeps=world.keeps, alerts=True
            )
            steps, ended = await here.nest.live(life)
            kills += ended == -9
            assert ended in (0, -9), steps
    with closing(sqlite3.connect(path)) as connection:
        states = {state for (state,) in connection.execute("SELECT state FROM deliveries")}
    assert states <= {"sent", "quiet"}, states
    return Counter({text.removeprefix("C1: "): times for text, times in chat.texts().items()}), kills


@pytest.mark.parametrize("world", SOME, ids=lambda world: world.name)
async def test_killed_at_every_step_each_record_stands_once_in_an_alert_or_the_digest(
    world: World, here: Ground
) -> None:
    total = 0
    for step in numbers(1):
        stands, kills = await told(here, world, [step])
        assert stands == dict.fromkeys(WIRE.recorded, 1), f"killed at step {step}"
        total += kills
        if kills == 0:
            break
    assert total >= len(STEPS)


async def test_killed_again_in_the_digest_each_record_stands_once(here: Ground) -> None:
    for deaths in ([2, 3], [5, 1, 2], [7, 2], [8, 6]):
        stands, kills = await told(here, WORLDS[2], deaths)
        assert stands == dict.fromkeys(WIRE.recorded, 1), f"killed at {deaths}"
        assert kills == len(deaths)
