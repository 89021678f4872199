"""Killed between every two steps of amending a digest that stands: every message says the new, the note stands once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count as numbers
from pathlib import Path

import pytest

from tests.crash.campaign import DUE, WORLDS, Ground, Nursery, World, nursery
from tests.crash.child import Life
from tests.crash.server import Chat, serving

SLOT = f"{DUE:%Y-%m-%dT%H:%M}"
STEPS = ["owed", *["editing", "edited", "settled"] * 2, "sending", "posted", "settled"]
NEW = {str(part): f"C1: a {SLOT} amended part {part}" for part in range(2)}
NOTE = f"C1: a {SLOT} note on 1 of 1 in 2"
LATER = 600.0
"""Seconds after the digest at which the first look at the retraction is taken."""


@pytest.fixture(scope="module")
def nest() -> Iterator[Nursery]:
    with nursery() as nest:
        yield nest


@pytest.fixture
def here(nest: Nursery, tmp_path: Path) -> Ground:
    return Ground(nest, tmp_path)


async def amended(here: Ground, world: World, deaths: Sequence[int]) -> tuple[int, Chat, list[tuple[str, str]]]:
    """A digest is posted, its record retracted; one life for each death, then one that lives. Gives how many died, the
    channel, and (step, state) of what was owed."""
    chat, kills = Chat(world.remembers, world.searchable), 0
    async with serving(chat):
        database = await here._database(world, chat)
        now = DUE.timestamp() + 1
        await here.nest.live(here._life(database, world, chat, now))
        assert len(chat.standing) == 2
        chat.faults.extend(world.faults)
        now += LATER
        for death in (*deaths, 0):
            life = Life(
                str(database),
                chat.port,
                world.platform,
                now,
                death,
                keeps=world.keeps,
                publish=world.publish,
                amend=True,
            )
            said, ended = await here.nest.live(life)
            assert ended in (0, -9), said
            kills += ended == -9
            now += world.restart
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT step, state FROM amendments ORDER BY id").fetchall()
    return kills, chat, rows


SOME = [world for world in WORLDS if world.name in ("nonce, late", "search, replies lost", "neither", "forum")]
"""A sample: a note goes the way of any post, which the other suite tries in every world."""


@pytest.mark.parametrize("world", SOME, ids=lambda world: world.name)
async def test_killed_at_every_step_the_digest_is_amended_and_the_note_stands_once(world: World, here: Ground) -> None:
    died, unknown = 0, 0
    for step in numbers(1):
        kills, chat, rows = await amended(here, world, [step])
        died += kills
        assert dict(chat.edits) == NEW, f"killed at step {step}"
        notes = [first for (_, text, _), first in zip(chat.standing, chat.firsts, strict=True) if text == NOTE]
        assert len(chat.standing) == 2 + len(notes)
        assert [step for step, _ in rows] == ["edit", "edit", "note"]
        assert [state for _, state in rows[:2]] == ["sent", "sent"]
        doubt = rows[2][1] == "unknown"
        unknown += doubt
        assert notes == ["0"] or (doubt and notes == []), f"killed at step {step}"
        assert rows[2][1] == ("unknown" if doubt else "sent")
        if kills == 0:
            break
    assert died >= len(STEPS)
    if world.searchable:
        assert unknown == 0, "where it can be looked for, nothing stays in doubt"


async def test_killed_again_while_amending_is_taken_up(here: Ground) -> None:
    for deaths in ([1, 1, 1], [4, 2, 3], [9, 1], [9, 1, 1]):
        kills, chat, rows = await amended(here, WORLDS[2], deaths)
        assert kills == len(deaths)
        assert dict(chat.edits) == NEW
        assert [text for _, text, _ in chat.standing].count(NOTE) == 1
        assert {state for _, state in rows} == {"sent"}


async def test_the_steps_of_undisturbed_amending_are_these(here: Ground) -> None:
    assert [(await amended(here, WORLDS[2], [step]))[0] for step in (len(STEPS), len(STEPS) + 1)] == [1, 0]
