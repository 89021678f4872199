"""A digest is posted, its record retracted, and the process killed while it amends what stands: what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from tests.crash.campaign import DUE, WORLDS, Count, Ground, World
from tests.crash.child import Life
from tests.crash.server import Chat, serving

SLOT = f"{DUE:%Y-%m-%dT%H:%M}"
STEPS = ["owed", *["editing", "edited", "settled"] * 2, "sending", "posted", "settled"]
NEW = {str(part): f"C1: a {SLOT} amended part {part}" for part in range(2)}
NOTE = f"C1: a {SLOT} note on 1 of 1 in 2"
LATER = 600.0
"""Seconds after the digest at which the first look at the retraction is taken."""


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


async def judged(here: Ground, world: World, deaths: Sequence[int]) -> Count:
    """What became of one digest: an edit that is missing or a note that stands nowhere is lost."""
    kills, chat, rows = await amended(here, world, deaths)
    notes = [first for (_, text, _), first in zip(chat.standing, chat.firsts, strict=True) if text == NOTE]
    states = [state for _, state in rows]
    doubt = states[2:] == ["unknown"]
    edited = dict(chat.edits) == NEW
    count = Count(kills, max(0, len(notes) - 1), int(not edited) + int(not notes and not doubt), int(doubt))
    settled = [step for step, _ in rows] == ["edit", "edit", "note"] and states in (
        ["sent"] * 3,
        ["sent"] * 2 + ["unknown"],
    )
    if count.doubled or count.lost or not settled or set(notes) - {"0"} or len(chat.standing) != 2 + len(notes):
        count.faults.append(f"amending, {world.name} {list(deaths)}: stands {dict(chat.texts())}, rows {rows}")
    return count


def every_step() -> Iterator[tuple[World, list[int]]]:
    """Each single death in every world."""
    return ((world, [step]) for world in WORLDS for step in range(1, len(STEPS) + 2))
