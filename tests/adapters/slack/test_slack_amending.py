"""A digest amended on Slack: the message is changed and the note replies to it, or else stands in the channel."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.contract import Address
from adapters.store.entries import Amendment, Delivery, Standing, State, Step
from adapters.store.store import Store
from bot.schedule import Scheduler, ScheduleSettings
from briefs.plain import plain
from tests.adapters.slack.rooms import room_at
from tests.adapters.slack.test_slack_outlet import ask, messages, place
from tests.contract.test_renderers import words_of
from tests.fakes import FakeClock
from tests.faultserver import FaultServer, Json
from tests.stores import CREATED, DAY, document_of, fresh_file, opened, order, told

__all__ = ["place"]
SETTINGS = ScheduleSettings(tick=3600, grace=2)
NEW, NOTE = document_of("what is told now"), document_of("what was posted, and why it changed")


async def amended(store: Store, url: str, channel: str) -> tuple[Delivery, list[State]]:
    """Post a digest there, then carry out an edit and a note."""
    room, clock = room_at(url), FakeClock(CREATED)
    await store.subscriptions.put([Standing(order("daily", "slack", channel), CREATED, CREATED + DAY / 24)])

    async def tick(**by: float) -> None:
        now = clock.move(**by)
        scheduler = Scheduler(store, {"slack": room}, told, clock, SETTINGS, pause=clock.pause)
        await scheduler.run_due_once(now)

    await tick(hours=1)
    [row] = await store.ledger.history("daily")
    owed = [
        Amendment("daily", row.slot, "m", Step.EDIT, 0, ("c",), row.receipt, NEW, "e" * 25, clock()),
        Amendment("daily", row.slot, "m", Step.NOTE, 0, ("c",), "", NOTE, "n" * 25, clock()),
    ]
    await store.amendments.enter(owed)
    await tick(minutes=1)
    await room.close()
    return row, [one.state for one in await store.amendments.of("daily")]


@pytest.mark.needs_npm
async def test_the_message_is_changed_and_the_note_replies_to_it(peer: str, place: Address, tmp_path: Path) -> None:
    async with opened(fresh_file(tmp_path)) as store:
        row, states = await amended(store, peer, place.place)
    assert states == [State.SENT, State.SENT]
    [message] = [one for one in await messages(peer, place) if one["ts"] == row.receipt]
    assert words_of(message["text"]) == words_of(plain(NEW))
    replies = (await ask(peer, "conversations.replies", channel=place.place, ts=row.receipt))["messages"]
    assert words_of(replies[-1]["text"]) == words_of(plain(NOTE))


async def test_where_slack_refuses_the_change_the_note_stands_in_the_channel(
    slack: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"amendment\.failed step=edit .*edit_window_closed"]
    slack.script("POST", "/chat.postMessage", *(Json({"ok": True, "ts": f"170000000{n}.000100"}) for n in range(2)))
    slack.script("POST", "/chat.update", Json({"ok": False, "error": "edit_window_closed"}))
    async with opened(fresh_file(tmp_path)) as store:
        _, states = await amended(store, slack.url, "C0DESK0001")
    assert states == [State.FAILED, State.SENT]
    [_, note] = [one.json for one in slack.seen("POST", "/chat.postMessage")]
    assert "thread_ts" not in note
    assert words_of(note["text"]) == words_of(plain(NOTE))
