"""Slots delivered to Slack: a lost channel is seen before anything is tried, paused once, told once, resumed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.contract import Subscription
from adapters.slack.client import SlackRoom
from adapters.slack.doctor import KEPT_SECONDS, Health
from adapters.slack.render import parts, render
from adapters.store.entries import Delivery, PausedBy, SlotEntry, Standing, State
from adapters.store.store import Store
from bot.delivery import Courier
from briefs.briefing import Briefing, Ending
from briefs.document import Document
from tests.adapters.slack.rooms import room_at
from tests.contract import documents
from tests.fakes import FakeClock
from tests.faultserver import FaultServer, Json
from tests.stores import CREATED, fresh, opened, order

POST, INFO = "/chat.postMessage", "/conversations.info"
PLACE, BOSS = "C0DESK0001", "U0BOSS0001"
SLOT, NEXT = "2026-03-01T10:00", "2026-03-02T10:00"
SCOPES = "commands,chat:write,channels:history,groups:history,channels:read,groups:read"


@dataclass
class Desk:
    """One digest for one channel of one workspace, and the courier that brings it."""

    slack: FaultServer
    store: Store
    room: SlackRoom
    clock: FakeClock
    seconds: float = 0.0
    lead: Document | None = None

    async def delivers(self, slot: str) -> list[Delivery]:
        async def pause(seconds: float) -> bool:
            await self.clock.pause(seconds)
            return True

        [standing] = await self.store.subscriptions.all()
        due = datetime.fromisoformat(slot).replace(tzinfo=UTC)
        self.clock.now = max(self.clock.now, due)
        self.seconds += KEPT_SECONDS + 1
        await self.store.ledger.enter([SlotEntry(standing.subscription.id, slot, due)], {}, self.clock.now)
        courier = Courier(self.store.ledger, {"slack": self.room}, self.compose, self.clock, pause)
        await courier.deliver(standing.subscription, await self.store.ledger.of_slot(standing.subscription.id, slot))
        return list(await self.store.ledger.history(standing.subscription.id))

    def compose(self, subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Briefing:
        return Briefing(documents.long_list(60), Ending.ANSWERED, lead=self.lead)

    async def standing(self) -> Standing:
        [only] = await self.store.subscriptions.all()
        return only

    def posts(self, place: str) -> list[dict[str, Any]]:
        return [one.json for one in self.slack.seen("POST", POST) if one.json["channel"] == place]


@asynccontextmanager
async def at_the_desk(slack: FaultServer, folder: Path, **changed: Any) -> AsyncIterator[Desk]:
    clock = FakeClock(CREATED)
    room = room_at(slack.url, managers=(BOSS,), clock=clock)
    async with opened(fresh(folder)) as store:
        desk = Desk(slack, store, room, clock)
        room.health = Health(room._workspaces, lambda: desk.seconds)
        kept = replace(order("digest-abcde", "slack", PLACE, server="T1"), **changed)
        await store.subscriptions.put([Standing(kept, CREATED, CREATED)])
        assert await store.lanes.take(kept.address)
        yield desk
    await room.close()


@pytest.fixture
def wide(slack: FaultServer) -> FaultServer:
    slack.script("POST", "/auth.test", Json({"ok": True, "user": "dateline"}, headers={"X-OAuth-Scopes": SCOPES}))
    slack.script("POST", INFO, channel(is_member=True))
    slack.script(
        "POST", POST, *(Json({"ok": True, "ts": f"17000000{n:02}.000100", "channel": PLACE}) for n in range(40))
    )
    return slack


def channel(**said: Any) -> Any:
    return Json({"ok": True, "channel": said})


async def test_a_lost_channel_is_paused_before_anything_is_tried_and_one_person_told_once(
    wide: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"delivery\.failed", r"subscription\.paused"]
    wide.script("POST", INFO, channel(is_member=False))
    async with at_the_desk(wide, tmp_path) as desk:
        [row] = await desk.delivers(SLOT)
        standing = await desk.standing()
        assert not desk.posts(PLACE)
        [told] = desk.posts(BOSS)
    reason = "Dateline is not in that channel: say /invite @dateline there"
    assert (row.state, row.reason, standing.subscription.paused) == (State.FAILED, reason, reason)
    assert standing.paused_by is PausedBy.OUTLET
    assert f"digest-abcde is paused: {reason}" in told["text"]
    assert standing.covered == CREATED


async def test_once_it_is_mended_the_whole_window_is_told(
    wide: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"delivery\.failed", r"subscription\.paused"]
    wide.script("POST", INFO, channel(is_archived=True), channel(is_member=True))
    async with at_the_desk(wide, tmp_path) as desk:
        await desk.delivers(SLOT)
        await desk.store.subscriptions.resume("digest-abcde", CREATED + timedelta(days=2), desk.clock())
        rows = await desk.delivers(NEXT)
        standing = await desk.standing()
        assert len(desk.posts(PLACE)) > 1
    assert {row.state for row in rows if row.slot == NEXT} == {State.SENT}
    assert standing.covered == datetime(2026, 3, 2, 10, tzinfo=UTC)


async def test_a_refusal_that_could_not_be_seen_names_the_apps_own_name(
    wide: FaultServer, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"delivery\.failed", r"subscription\.paused"]
    signed = {"ok": True, "user": "dateline_two"}
    wide.script("POST", "/auth.test", Json(signed, headers={"X-OAuth-Scopes": "commands,chat:write"}))
    wide.script("POST", INFO, Json({"ok": False, "error": "missing_scope"}))
    wide.script("POST", POST, Json({"ok": False, "error": "not_in_channel"}), Json({"ok": True, "ts": "1.2"}))
    async with at_the_desk(wide, tmp_path) as desk:
        await desk.delivers(SLOT)
        standing = await desk.standing()
        [told] = desk.posts(BOSS)
    assert standing.subscription.paused is not None
    assert "say /invite @dateline_two in the channel" in standing.subscription.paused
    assert "/invite @dateline_two" in told["text"]


async def test_the_lead_stands_in_the_channel_and_the_rest_in_its_thread(wide: FaultServer, tmp_path: Path) -> None:
    async with at_the_desk(wide, tmp_path, thread=True, mention="S0WATCH001") as desk:
        rows = await desk.delivers(SLOT)
        lead, *further = desk.posts(PLACE)
    assert further
    assert "thread_ts" not in lead
    assert {(one["thread_ts"], one["reply_broadcast"]) for one in further} == {("1700000000.000100", False)}
    assert [row.receipt for row in rows][:2] == ["1700000000.000100", "1700000000.000100/1700000001.000100"]
    calls = ["usergroup" in str(one["blocks"]) for one in (lead, *further)]
    assert calls == [True] + [False] * len(further)


@pytest.mark.parametrize("thread", [True, False])
async def test_where_a_thread_is_wanted_the_channel_gets_the_lead_and_its_thread_the_whole(
    wide: FaultServer, tmp_path: Path, thread: bool
) -> None:
    async with at_the_desk(wide, tmp_path, thread=thread) as desk:
        desk.lead = documents.usual()
        await desk.delivers(SLOT)
        posted = desk.posts(PLACE)
    whole = [render(part)["text"] for part in parts(documents.long_list(60))]
    lead = [render(documents.usual())["text"]] if thread else []
    assert [one["text"] for one in posted] == [*lead, *whole]
    assert [one.get("thread_ts") is not None for one in posted] == [False, *[thread] * (len(posted) - 1)]


async def test_a_look_ahead_costs_two_calls_a_slot_at_most(wide: FaultServer, tmp_path: Path) -> None:
    async with at_the_desk(wide, tmp_path) as desk:
        await desk.delivers(SLOT)
    assert [len(wide.seen("POST", path)) for path in ("/auth.test", INFO)] == [1, 1]
