"""Killed between every two steps of amending a digest that stands: every message says the new, the note stands once."""

from __future__ import annotations

from itertools import count as numbers

import pytest

from tests.crash.amending import NOTE, STEPS, amended, judged
from tests.crash.campaign import WORLDS, Count, Ground, World

SOME = [world for world in WORLDS if world.name in ("search, replies lost", "neither")]
"""A sample: `make crash` tries every world."""


@pytest.mark.parametrize("world", SOME, ids=lambda world: world.name)
async def test_killed_at_every_step_the_digest_is_amended_and_the_note_stands_once(world: World, here: Ground) -> None:
    total = Count()
    for step in numbers(1):
        ended = await judged(here, world, [step])
        total.add(ended)
        if ended.kills == 0:
            break
    assert total.kills >= len(STEPS)
    assert (total.doubled, total.lost, total.faults) == (0, 0, [])
    if world.searchable:
        assert total.unknown == 0, "where it can be looked for, nothing stays in doubt"


async def test_killed_again_while_amending_is_taken_up(here: Ground) -> None:
    for deaths in ([1, 1, 1], [4, 2, 3], [9, 1], [9, 1, 1]):
        ended = await judged(here, WORLDS[2], deaths)
        assert (ended.kills, ended.unknown, ended.faults) == (len(deaths), 0, [])


async def test_the_steps_of_undisturbed_amending_are_these(here: Ground) -> None:
    assert [(await judged(here, WORLDS[2], [step])).kills for step in (len(STEPS), len(STEPS) + 1)] == [1, 0]


async def test_the_count_sees_a_note_that_stands_twice(here: Ground) -> None:
    """The judge can fail: a platform that forgets a key at once stands two notes where we trusted its memory."""
    forgetful = World("forgetful", "discord", remembers=0.0, searchable=True, keeps=True, faults=("lost",))
    _, chat, _ = await amended(here, forgetful, [])
    assert [text for _, text, _ in chat.standing].count(NOTE) == 2
    assert (await judged(here, forgetful, [])).doubled == 1
