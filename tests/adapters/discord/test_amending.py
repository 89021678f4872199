"""A digest amended on a simulated Discord: the message says what is told now, the note stands in its thread."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import simcord

from adapters.contract import Subscription
from adapters.discord.client import DiscordRoom
from adapters.store.entries import Amendment, Standing, State, Step
from adapters.store.store import Store
from bot.schedule import Scheduler, ScheduleSettings
from briefs.plain import plain
from tests.adapters.discord.conftest import COMMANDS, Oracle, SyncMemory
from tests.adapters.discord.reader import seen
from tests.contract.test_renderers import words_of
from tests.fakes import FakeClock
from tests.stores import CREATED, document_of, fresh_file, opened, order, told

SETTINGS = ScheduleSettings(tick=3600, grace=2)
SLOT = "2026-03-01T10:00"
NEW, NOTE = document_of("what is told now"), document_of("what was posted, and why it changed")


@dataclass
class Here:
    """One channel of a simulated server, and a real ledger."""

    store: Store
    room: DiscordRoom
    env: Any
    channel: Any
    clock: FakeClock

    async def posted(self, **changes: object) -> Subscription:
        one = order("daily", "discord", str(self.channel.id), **changes)
        await self.store.subscriptions.put([Standing(one, CREATED, CREATED + timedelta(hours=1))])
        await self.tick(hours=1)
        return one

    async def amend(self) -> list[State]:
        [row] = await self.store.ledger.history("daily")
        owed = [
            Amendment("daily", SLOT, "m", Step.EDIT, 0, ("c",), row.receipt, NEW, "e" * 25, self.clock()),
            Amendment("daily", SLOT, "m", Step.NOTE, 0, ("c",), "", NOTE, "n" * 25, self.clock()),
        ]
        await self.store.amendments.enter(owed)
        await self.tick(minutes=1)
        return [one.state for one in await self.store.amendments.of("daily")]

    async def tick(self, **by: float) -> None:
        now = self.clock.move(**by)
        scheduler = Scheduler(self.store, {"discord": self.room}, told, self.clock, SETTINGS, pause=self.clock.pause)
        await scheduler.run_due_once(now)


@asynccontextmanager
async def at_the_desk(folder: Path) -> AsyncIterator[Here]:
    oracle, clock = Oracle(), FakeClock(CREATED)
    room = DiscordRoom("token", COMMANDS, oracle.answer, oracle.complete, SyncMemory())
    async with simcord.run(room.open()) as env, opened(fresh_file(folder)) as store:
        yield Here(store, room, env, env.create_guild().create_text_channel("desk"), clock)


def says(message: Any) -> list[str]:
    return words_of(seen({"components": [component.to_dict() for component in message.components]}))


async def test_the_message_is_edited_and_the_note_stands_in_a_thread_of_it(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as here:
        await here.posted()
        assert await here.amend() == [State.SENT, State.SENT]
        [message] = [one for one in here.channel.history() if one.components]
        assert says(message) == words_of(plain(NEW))
        [thread] = here.channel.threads
        assert thread.id == message.id
        assert says(thread.history()[-1]) == words_of(plain(NOTE))


async def test_where_the_message_was_deleted_the_note_stands_in_the_channel(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"amendment\.failed step=edit .* no longer there"]
    async with at_the_desk(tmp_path) as here:
        await here.posted()
        [message] = here.channel.history()
        place = here.room._connected().get_partial_messageable(here.channel.id)
        await place.get_partial_message(message.id).delete()
        assert await here.amend() == [State.FAILED, State.SENT]
        assert not here.channel.threads
        assert says(here.channel.history()[-1]) == words_of(plain(NOTE))
