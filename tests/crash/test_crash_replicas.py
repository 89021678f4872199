"""Three replicas on PostgreSQL, killed at steps and at random moments: each part stands exactly once, in order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

import pytest

from tests.crash.campaign import Count, World
from tests.crash.replicas import WORLDS, Fleet, deaths, fleet

RUNS = 5


@pytest.fixture(scope="module")
def ships() -> Iterator[Fleet]:
    with fleet() as ships:
        yield ships


async def test_three_replicas_of_which_some_die_post_each_part_exactly_once(ships: Fleet) -> None:
    total = Count()
    for world, plan in islice(deaths(random.Random(20220303)), RUNS):
        total.add(await ships.run(world, plan))
    assert total.kills >= RUNS
    assert (total.doubled, total.lost, total.unknown) == (0, 0, 0), total.faults
    assert total.faults == []


async def test_three_replicas_that_live_share_the_work_and_double_nothing(ships: Fleet) -> None:
    ended = await ships.run(WORLDS[2], [0, 0, 0])
    assert (ended.kills, ended.doubled, ended.lost, ended.unknown, ended.faults) == (0, 0, 0, 0, [])


async def test_the_count_sees_a_double_there_too(ships: Fleet) -> None:
    forgetful = World("forgetful", "discord", remembers=0.0, faults=("lost",))
    assert (await ships.run(forgetful, [0, 0, 0])).doubled == 1
