"""Killed between every two steps of a delivery, restarted, and the posts counted: exactly one for each part."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count as numbers

import pytest

from tests.crash.campaign import WORLDS, Count, Fresh, Ground, World
from tests.crash.server import Chat

STEPS = ["entered", "claimed", "composed", "prepared", *["sending", "posted", "settled"] * 2]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
async def test_killed_at_every_step_each_part_stands_exactly_once(world: World, here: Ground) -> None:
    total = Count()
    for step in numbers(1):
        ended = await here.run(world, [step])
        total.add(ended)
        if ended.kills == 0:
            break
    assert total.kills >= len(STEPS)
    assert (total.doubled, total.lost) == (0, 0), total.faults
    assert total.faults == []
    if world.searchable or world.remembers:
        assert total.unknown == 0
    else:
        assert 0 < total.unknown <= total.kills, "a platform that lets nobody know leaves honest doubts"


async def test_a_post_that_stands_is_published_by_the_next_process(here: Ground) -> None:
    world = next(world for world in WORLDS if world.publish)
    steps = ["entered", "claimed", "composed", "prepared", *["sending", "posted", "settled", "published"] * 2]
    for step, name in enumerate(steps, 1):
        if name in ("settled", "published"):
            ended = await here.run(world, [step, 1])
            assert (ended.kills, ended.faults) == (2, []), f"killed after {name}"
    assert (await here.run(world, [len(steps) + 1])).kills == 0


async def test_the_count_sees_a_post_that_is_not_published(here: Ground) -> None:
    silent = World("silent", "discord", remembers=180.0, publish=True)
    chat = Chat(published=Counter({"0": 1}))
    count = Count()
    database = await here._database(silent, chat)
    here._judge(silent, database, chat, [], count)
    assert any("published" in fault for fault in count.faults)


async def test_killed_again_while_recovering_each_part_stands_exactly_once(here: Ground) -> None:
    total = Count()
    for world in WORLDS[:3]:
        for deaths in ([3, 2, 1], [5, 1], [6, 2], [9, 1, 1]):
            total.add(await here.run(world, deaths))
    assert total.kills == 3 * 10
    assert (total.doubled, total.lost, total.unknown) == (0, 0, 0), total.faults
    assert total.faults == []


async def test_processes_that_were_never_forked_leave_each_part_standing_exactly_once(here: Ground) -> None:
    total = await replace(here, nest=Fresh()).run(WORLDS[0], [5, 3])
    assert (total.kills, total.doubled, total.lost, total.unknown, total.faults) == (2, 0, 0, 0, [])


async def test_the_count_sees_a_double(here: Ground) -> None:
    """The judge can fail: a platform that forgets a key at once stands two posts where we trusted its memory."""
    forgetful = World("forgetful", "discord", remembers=0.0, faults=("lost",))
    ended = await here.run(forgetful, [])
    assert ended.doubled == 1
    assert ended.faults != []


async def test_the_steps_of_an_undisturbed_delivery_are_these(here: Ground) -> None:
    kills = [(await here.run(WORLDS[0], [step])).kills for step in (len(STEPS), len(STEPS) + 1)]
    assert kills == [1, 0], "a step that is added is one more place to die: name it in STEPS"
