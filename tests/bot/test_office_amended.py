"""What `/subscription history` says of corrections that did not arrive: which, why, and what to do."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from adapters.store.entries import Amendment, SlotEntry, State, Step
from bot.catalogue import SPOKEN
from tests.bot.test_office import Server, lines, serving
from tests.stores import document_of

SLOT, TOLD = "2026-11-22T08:00", "2026-11-22 08:00"
UNEDITED = "the post could not be edited (too old). A note tells what changed; delete the post if it must not stand."
UNNOTED = (
    "the note on what changed was not posted (no right). It is not tried again: tell it in the channel if readers have "
    "to know."
)
UNTOLD = (
    "neither was the post edited nor a note on what changed posted (too old). It is not tried again: delete the post, "
    "or tell in the channel what is wrong with it."
)
DOUBT = (
    "the note on what changed may have been posted; nobody can tell (answer lost). Look in the channel, and tell it "
    "there if it is missing."
)


async def amended(server: Server, id_: str, edit: State, note: State, mark: str = "a", slot: str = SLOT) -> None:
    """A correction of which each step ended so."""
    now = server.clock()
    steps = {Step.EDIT: (edit, "too old"), Step.NOTE: (note, "answer lost" if note is State.UNKNOWN else "no right")}
    await server.store.amendments.enter([
        Amendment(id_, slot, mark, step, 0, (), "m1", document_of("anew"), f"{mark} {step.value}", now)
        for step in steps
    ])  # fmt: skip
    for one in await server.store.amendments.of(id_):
        state, reason = steps[one.step]
        if (one.mark, one.slot) == (mark, slot) and state is not State.DUE:
            await server.store.amendments.settle(one.id, state, now, reason="" if state is State.SENT else reason)


async def told(server: Server, id_: str, locale: str = "en-US") -> list[str]:
    return lines(await server.says("history", subscription=id_, locale=locale))


async def posted(server: Server) -> str:
    id_ = await server.scheduled()
    due = server.clock() - timedelta(days=1)
    await server.store.ledger.enter([SlotEntry(id_, SLOT, due, State.SKIPPED, "missed")], {}, due)
    return id_


@pytest.mark.parametrize(
    ("edit", "note", "line"),
    [
        (State.FAILED, State.SENT, UNEDITED),
        (State.FAILED, State.DUE, UNEDITED),
        (State.SENT, State.FAILED, UNNOTED),
        (State.FAILED, State.FAILED, UNTOLD),
        (State.SENT, State.UNKNOWN, DOUBT),
        (State.FAILED, State.UNKNOWN, DOUBT),
    ],
)
async def test_a_correction_that_did_not_arrive_is_told_with_why_and_what_to_do(
    tmp_path: Path, edit: State, note: State, line: str
) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        await amended(server, id_, edit, note)
        assert (await told(server, id_))[-2:] == ["Corrections that did not arrive", f"• {TOLD}: {line}"]


async def test_corrections_that_arrived_or_are_on_their_way_are_no_line(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        await amended(server, id_, State.SENT, State.SENT)
        await amended(server, id_, State.DUE, State.DUE, mark="b")
        assert (await told(server, id_))[-1] == f"• {TOLD}: passed over, missed"


async def test_the_newest_five_are_told_the_newest_first(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        for day in range(1, 8):
            await amended(server, id_, State.FAILED, State.SENT, slot=f"2026-11-0{day}T08:00")
        slots = [line[2:12] for line in (await told(server, id_))[-5:]]
        assert slots == [f"2026-11-0{day}" for day in (7, 6, 5, 4, 3)]


@pytest.mark.parametrize("locale", SPOKEN)
async def test_it_is_told_in_the_askers_language(tmp_path: Path, locale: str) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        await amended(server, id_, State.FAILED, State.SENT)
        assert not {"Corrections that did not arrive", f"• {TOLD}: {UNEDITED}"} & set(await told(server, id_, locale))
        assert "too old" in (await told(server, id_, locale))[-1]
