"""Delivering one slot, on a real SQLite ledger: every way a post can end, and what that does to the window."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.contract import (
    Address,
    Ambiguous,
    EmptyDay,
    Gone,
    Lack,
    OutletError,
    RateLimited,
    Receipt,
    Refused,
    Subscription,
    TooLong,
    Unavailable,
)
from adapters.store import DiskFull, HeldElsewhere, Locked
from adapters.store.entries import Delivery, PausedBy, SlotEntry, Standing, State
from adapters.store.store import Store
from bot.delivery import Courier
from bot.posting import key_of
from bot.slots import slots_between
from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Length
from briefs.codebook import State as Editorial
from briefs.digests import Filter
from briefs.document import Document
from briefs.plain import plain
from tests.archives import shipped
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import CREATED, DAY, document_of, fresh, fresh_file, opened, order, told

WINDOWS = {"2026-03-01T10:00": "01 09:00–01 10:00", "2026-03-02T10:00": "01 10:00–02 10:00"}


@dataclass
class Bench:
    """One store, one outlet, one courier, and what composes."""

    store: Store
    clock: FakeClock
    outlet: FakeOutlet
    composed: list[tuple[datetime, datetime]]
    answer: Briefing | Exception | None = None

    def compose(self, subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Briefing:
        self.composed.append((since, until))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer or told(subscription, since, until)

    def courier(self) -> Courier:
        async def pause(seconds: float) -> bool:
            await self.clock.pause(seconds)
            return True

        return Courier(self.store.ledger, {self.outlet.platform: self.outlet}, self.compose, self.clock, pause)

    async def subscribe(self, subscription: Subscription) -> Subscription:
        await self.store.subscriptions.put([Standing(subscription, CREATED, CREATED)])
        assert await self.store.lanes.take(subscription.address)
        return subscription

    async def deliver(self, subscription: Subscription, slot: str = "2026-03-01T10:00") -> bool:
        """Enter the slot as the schedule would, at its instant, and deliver it."""
        due = datetime.fromisoformat(slot).replace(tzinfo=UTC)
        self.clock.now = max(self.clock.now, due)
        await self.store.ledger.enter([SlotEntry(subscription.id, slot, due)], {}, self.clock.now)
        return await self.again(subscription, slot)

    async def again(self, subscription: Subscription, slot: str = "2026-03-01T10:00") -> bool:
        return await self.courier().deliver(subscription, await self.store.ledger.of_slot(subscription.id, slot))

    async def rows(self, subscription: Subscription) -> list[Delivery]:
        return list(await self.store.ledger.history(subscription.id))

    async def states(self, subscription: Subscription) -> list[State]:
        return [row.state for row in await self.rows(subscription)]

    async def standing(self, subscription: Subscription) -> Standing:
        held = await self.store.subscriptions.get(subscription.id)
        assert held is not None
        return held

    def told(self) -> list[str]:
        return [clause.text for post in self.outlet.posted for clause in post.document.clauses()]


@pytest.fixture
async def bench(tmp_path: Path, each_database: str) -> AsyncIterator[Bench]:
    clock = FakeClock(CREATED)
    async with opened(fresh(tmp_path)) as store:
        yield Bench(store, clock, FakeOutlet(clock), [])


@pytest.fixture
async def bench_on_file(tmp_path: Path) -> AsyncIterator[Bench]:
    clock = FakeClock(CREATED)
    async with opened(fresh_file(tmp_path)) as store:
        yield Bench(store, clock, FakeOutlet(clock), [])


def long_ago(parts: int) -> Briefing:
    return Briefing(document_of(*(f"claim {number}" for number in range(parts))), Ending.ANSWERED)


async def test_a_digest_is_posted_once_and_the_ledger_says_everything_about_it(bench: Bench) -> None:
    subscription = await bench.subscribe(order())
    assert await bench.deliver(subscription)
    assert await bench.deliver(subscription)
    (post,) = bench.outlet.posted
    (row,) = await bench.rows(subscription)
    assert (row.state, row.receipt, row.key, row.slot) == (State.SENT, post.message, post.key, "2026-03-01T10:00")
    assert row.key == key_of("daily", "2026-03-01T10:00", 0, 0)
    assert row.text == plain(post.document)
    assert row.cites == ("src-1/r0",)
    assert len(row.digest) == 64
    assert row.document == post.document
    assert (await bench.standing(subscription)).covered == row.due


async def test_what_was_posted_keeps_its_words_in_the_ledger_when_its_record_is_corrected_or_retracted(
    bench: Bench,
) -> None:
    subscription = await bench.subscribe(order())
    event = shipped().events["voa/kh-msg"]
    entered = {event.id: datetime(2022, 3, 4, 12, tzinfo=UTC)}
    span = (datetime(2022, 3, 4, tzinfo=UTC), datetime(2022, 3, 5, tzinfo=UTC))

    def composed(archive: Archive) -> Briefing:
        return briefing.digest_of_window(archive, entered, *span, Filter(), Length.SHORT)

    bench.answer = composed(shipped())
    await bench.deliver(subscription)
    (posted,) = await bench.rows(subscription)
    assert "Hun Sen" in posted.text
    for changed in (
        replace(event, state=Editorial.RETRACTED, reason="another said it"),
        replace(event, id="voa/kh-msg-2", corrects=event.id, reason="a slip"),
    ):
        bench.answer = composed(replace(shipped(), events={**shipped().events, changed.id: changed}))
        assert plain(bench.answer.document) not in posted.text
        await bench.deliver(subscription)
        assert await bench.rows(subscription) == [posted]


async def test_windows_start_at_creation_and_tile(bench: Bench) -> None:
    subscription = await bench.subscribe(order())
    for slot in WINDOWS:
        await bench.deliver(subscription, slot)
    assert bench.told() == list(WINDOWS.values())
    assert [until for _, until in bench.composed[:-1]] == [since for since, _ in bench.composed[1:]]
    assert bench.composed[0][0] == CREATED


async def test_keys_differ_by_subscription_slot_part_and_attempt_group() -> None:
    keys = {key_of(s, slot, part, group) for s in "ab" for slot in WINDOWS for part in (0, 1) for group in (0, 1)}
    assert len(keys) == 16
    assert all(len(key) == 25 and key.isalnum() and key == key.lower() for key in keys)


async def test_two_subscriptions_of_one_channel_at_one_time_both_post(bench: Bench) -> None:
    bench.outlet.remembers = timedelta(minutes=5)
    for name in ("a", "b"):
        await bench.deliver(await bench.subscribe(order(name)))
    assert len(bench.outlet.posted) == 2


async def test_nothing_new_is_quiet_and_moves_the_window(bench: Bench) -> None:
    subscription = await bench.subscribe(order())
    bench.answer = Briefing(document_of("nothing new, data as of 1 March"), Ending.QUIET)
    assert await bench.deliver(subscription)
    assert await bench.states(subscription) == [State.QUIET]
    assert bench.outlet.calls == []
    assert (await bench.standing(subscription)).covered == bench.composed[0][1]


async def test_nothing_new_is_said_where_the_subscription_wants_it_said(bench: Bench) -> None:
    subscription = await bench.subscribe(order(empty_day=EmptyDay.SAY))
    bench.answer = Briefing(document_of("nothing new, data as of 1 March"), Ending.QUIET)
    await bench.deliver(subscription)
    assert bench.told() == ["nothing new, data as of 1 March"]
    assert await bench.states(subscription) == [State.SENT]


async def test_a_withheld_digest_is_not_posted_and_its_window_is_told_by_the_next(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["digest.withheld .*clause 2: tally"]
    subscription = await bench.subscribe(order())
    bench.answer = Briefing(document_of("x"), Ending.WITHHELD, ("clause 2: tally differs",))
    assert await bench.deliver(subscription)
    assert await bench.again(subscription), "it is never tried again by itself"
    assert bench.outlet.calls == []
    (row,) = await bench.rows(subscription)
    assert (row.state, row.reason) == (State.FAILED, "withheld by the prover: clause 2: tally differs")
    bench.answer = None
    await bench.deliver(subscription, "2026-03-02T10:00")
    assert bench.told() == ["01 09:00–02 10:00"]


async def test_a_fault_in_composing_fails_that_slot_alone(bench: Bench, expected_warnings: list[str]) -> None:
    expected_warnings.append("digest.bug incident=")
    subscription = await bench.subscribe(order())
    bench.answer = ZeroDivisionError("oops")
    assert await bench.deliver(subscription)
    (row,) = await bench.rows(subscription)
    assert row.state is State.FAILED
    assert "oops" not in row.reason
    assert "incident" in row.reason


async def test_an_outlet_that_cuts_a_digest_into_nothing_fails_that_slot_alone(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings.append("digest.bug incident=")
    bench.outlet.parts_of = 2
    bench.answer = Briefing(replace(document_of(), blocks=()), Ending.ANSWERED)
    subscription = await bench.subscribe(order())
    assert await bench.deliver(subscription)
    assert await bench.states(subscription) == [State.FAILED]


async def test_unavailable_is_tried_again_with_growing_pauses_and_the_same_key(bench: Bench) -> None:
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend(Unavailable("503") for _ in range(3))
    assert await bench.deliver(subscription)
    assert bench.clock.pauses == [2, 4, 8]
    assert len(set(bench.outlet.calls)) == 1
    assert len(bench.outlet.posted) == 1


async def test_unavailable_for_long_rests_and_goes_on_at_a_later_tick(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings.append("delivery.waits .*no route")
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend(Unavailable("no route") for _ in range(5))
    assert not await bench.deliver(subscription)
    (row,) = await bench.rows(subscription)
    assert (row.state, row.doubt, row.reason) == (State.DUE, None, "no route")
    assert row.retry_at == bench.clock() + timedelta(seconds=60)
    assert await bench.again(subscription)
    assert [post.key for post in bench.outlet.posted] == [row.key]


async def test_unreachable_for_a_day_fails_and_the_next_digest_tells_it_all(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.failed .*not posted within a day: "]
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend(Unavailable("no route") for _ in range(5))
    await bench.deliver(subscription)
    bench.clock.move(days=1, seconds=1)
    assert await bench.again(subscription)
    assert await bench.states(subscription) == [State.FAILED]
    await bench.deliver(subscription, "2026-03-03T10:00")
    assert bench.told() == ["01 09:00–03 10:00"]


async def test_a_rate_limit_is_waited_for_as_long_as_the_platform_asks(bench: Bench) -> None:
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(RateLimited("slow down", 37))
    assert await bench.deliver(subscription)
    assert bench.clock.pauses == [37]
    assert len(bench.outlet.posted) == 1


async def test_a_very_long_rate_limit_frees_the_lane_and_is_kept(bench: Bench, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.waits")
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(RateLimited("banned for an hour", 3600))
    assert not await bench.deliver(subscription)
    (row,) = await bench.rows(subscription)
    assert bench.clock.pauses == []
    assert row.retry_at == bench.clock() + timedelta(hours=1)


@pytest.mark.parametrize("made", [True, False])
async def test_a_lost_reply_is_repeated_with_the_same_key_where_the_platform_knows_it(bench: Bench, made: bool) -> None:
    bench.outlet.platform, bench.outlet.remembers, bench.outlet.searchable = "discord", timedelta(minutes=3), False
    subscription = await bench.subscribe(order(platform="discord"))
    bench.outlet.fail_next.append(Fault(Ambiguous("connection reset"), made=made))
    assert await bench.deliver(subscription)
    assert len(bench.outlet.posted) == 1
    assert [call.split()[0] for call in bench.outlet.calls] == ["post", "post"]
    assert await bench.states(subscription) == [State.SENT]


@pytest.mark.parametrize("made", [True, False])
async def test_a_lost_reply_is_looked_for_before_posting_again_where_keys_are_not_known(
    bench: Bench, made: bool
) -> None:
    bench.outlet.platform = "slack"
    subscription = await bench.subscribe(order(platform="slack"))
    bench.outlet.fail_next.append(Fault(Ambiguous("connection reset"), made=made))
    assert await bench.deliver(subscription)
    assert len(bench.outlet.posted) == 1
    assert [call.split()[0] for call in bench.outlet.calls] == ["post", "find"] + ([] if made else ["post"])
    assert bench.clock.pauses[0] >= 2, "a search right after the post cannot be believed"
    assert await bench.states(subscription) == [State.SENT]


async def test_every_repeat_is_preceded_by_a_look(bench: Bench) -> None:
    bench.outlet.platform = "slack"
    subscription = await bench.subscribe(order(platform="slack"))
    bench.outlet.fail_next.extend(Fault(Ambiguous("reset"), made=made) for made in (False, False, True))
    assert await bench.deliver(subscription)
    assert [call.split()[0] for call in bench.outlet.calls] == ["post", "find", "post", "find", "post", "find"]
    assert len(bench.outlet.posted) == 1


async def test_a_lost_reply_nobody_can_look_into_becomes_unknown_and_is_never_repeated(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown .*nobody can tell"]
    bench.outlet.searchable = False
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(Fault(Ambiguous("connection reset"), made=True))
    assert not await bench.deliver(subscription)
    assert await bench.states(subscription) == [State.SENDING]
    bench.clock.move(minutes=15)
    assert await bench.again(subscription)
    assert await bench.states(subscription) == [State.UNKNOWN]
    assert len(bench.outlet.posted) == 1
    assert [call for call in bench.outlet.calls if call.startswith("post")] == bench.outlet.calls[:1]
    await bench.deliver(subscription, "2026-03-02T10:00")
    assert bench.told() == list(WINDOWS.values()), "what is unknown is not told a second time"


async def test_a_doubt_older_than_the_platforms_memory_is_looked_into(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings.append("delivery.waits")
    bench.outlet.platform, bench.outlet.remembers = "discord", timedelta(minutes=3)
    subscription = await bench.subscribe(order(platform="discord"))
    bench.outlet.fail_next.append(Fault(Ambiguous("reset"), made=True))
    bench.outlet.fail_next.extend(Unavailable("down") for _ in range(4))
    assert not await bench.deliver(subscription)
    assert await bench.states(subscription) == [State.SENDING], "the doubt of the first request stays"
    bench.clock.move(minutes=10)
    assert await bench.again(subscription)
    assert bench.outlet.calls[-1].startswith("find")
    assert len(bench.outlet.posted) == 1


async def moved(bench: Bench, subscription: Subscription) -> Subscription:
    """Its order as somebody moved it to another place meanwhile."""
    elsewhere = replace(subscription, address=replace(subscription.address, place="elsewhere"))
    return await bench.subscribe(elsewhere)


async def test_a_post_in_doubt_is_looked_for_where_it_was_sent_though_its_digest_was_moved(
    bench: Bench, expected_warnings: list[str]
) -> None:
    """Found by a story of the model: the next life looked in the new place, and posted there too."""
    expected_warnings.append("delivery.waits")
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(Fault(Ambiguous("reset"), made=True))
    bench.outlet.searchable = False
    assert not await bench.deliver(subscription)
    bench.outlet.searchable = True
    elsewhere = await moved(bench, subscription)
    assert await bench.again(elsewhere)
    assert await bench.states(elsewhere) == [State.SENT]
    await bench.deliver(elsewhere, "2026-03-02T10:00")
    assert [post.address.place for post in bench.outlet.posted] == ["here", "elsewhere"]
    assert bench.told() == list(WINDOWS.values())


async def test_a_digest_that_has_begun_is_finished_where_it_began_though_it_was_moved(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings.append("delivery.waits")
    bench.answer, bench.outlet.parts_of = long_ago(3), 3
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend([None, *(Unavailable("down") for _ in range(5))])
    assert not await bench.deliver(subscription)
    elsewhere = await moved(bench, subscription)
    bench.clock.move(minutes=5)
    assert await bench.again(elsewhere)
    assert [post.address.place for post in bench.outlet.posted] == ["here"] * 3


async def test_one_that_has_not_begun_goes_where_its_order_is_now(bench: Bench, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.waits")
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend(Unavailable("down") for _ in range(5))
    assert not await bench.deliver(subscription)
    elsewhere = await moved(bench, subscription)
    bench.clock.move(minutes=5)
    assert await bench.again(elsewhere)
    assert [post.address.place for post in bench.outlet.posted] == ["elsewhere"]


async def test_a_place_that_an_order_has_left_refuses_without_pausing_it(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.failed .*not allowed"]
    bench.answer, bench.outlet.parts_of = long_ago(2), 2
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend([None, *(Unavailable("down") for _ in range(5))])
    assert not await bench.deliver(subscription)
    elsewhere = await moved(bench, subscription)
    bench.outlet.broken["here"] = Refused("not allowed")
    bench.clock.move(minutes=5)
    assert await bench.again(elsewhere)
    assert (await bench.standing(elsewhere)).subscription.paused is None
    assert await bench.states(elsewhere) == [State.SENT, State.FAILED]


async def test_a_clock_set_back_between_the_request_and_the_look_doubles_nothing(bench: Bench) -> None:
    """Found by the long crash suite: a look that began at the stored instant missed a post made "before" it."""
    bench.outlet.platform = "slack"
    subscription = await bench.subscribe(order(platform="slack"))
    (due,) = [slot.due for slot in slots_between(subscription, CREATED, CREATED + timedelta(hours=2))]
    await bench.store.ledger.enter([SlotEntry("daily", "2026-03-01T10:00", due)], {}, due)
    bench.clock.now = due + timedelta(seconds=40)
    (row,) = await bench.store.ledger.open("daily", "2026-03-01T10:00")
    await bench.courier()._prepare(subscription, bench.outlet, row)
    (row,) = await bench.store.ledger.open("daily", "2026-03-01T10:00")
    await bench.store.ledger.sending(row.id, row.key, bench.clock(), subscription.address)
    bench.clock.move(seconds=-30)
    await bench.outlet.post(subscription.address, document_of("x"), row.key)
    assert await bench.again(subscription)
    assert len(bench.outlet.posted) == 1
    assert await bench.states(subscription) == [State.SENT]


@pytest.mark.parametrize("error", [Refused("Missing Permissions in #news"), Gone("the channel was deleted")])
async def test_a_refusal_pauses_the_subscription_with_its_reason(
    bench: Bench, expected_warnings: list[str], error: OutletError
) -> None:
    expected_warnings += ["delivery.failed", f"subscription.paused .*{error}"]
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(error)
    assert await bench.deliver(subscription)
    (row,) = await bench.rows(subscription)
    assert (row.state, row.reason) == (State.FAILED, str(error))
    held = await bench.standing(subscription)
    assert (held.subscription.paused, held.paused_by, held.covered) == (str(error), PausedBy.OUTLET, CREATED)
    assert await bench.store.subscriptions.due(bench.clock() + 9 * DAY) == ()


async def test_a_post_that_finds_its_server_gone_leaves_the_reason_by_which_it_comes_back(
    bench: Bench, expected_warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_warnings += ["delivery.failed", "subscription.paused"]
    subscription = await bench.subscribe(order())

    async def gone(*_: object) -> Receipt:
        await bench.store.subscriptions.pause(subscription.id, "the server left", PausedBy.OUTLET)
        raise Gone("the token is no more")

    monkeypatch.setattr(bench.outlet, "post", gone)
    assert await bench.deliver(subscription)
    (row,) = await bench.rows(subscription)
    assert (row.state, row.reason) == (State.FAILED, "the token is no more")
    assert (await bench.standing(subscription)).subscription.paused == "the server left"


async def test_parts_are_posted_in_order_each_with_its_own_key(bench: Bench) -> None:
    bench.outlet.parts_of = 2
    subscription = await bench.subscribe(order())
    bench.answer = long_ago(3)
    assert await bench.deliver(subscription)
    assert bench.told() == ["claim 0", "claim 1", "claim 2"]
    assert len({post.key for post in bench.outlet.posted}) == 3
    rows = await bench.rows(subscription)
    assert [(row.part, row.state) for row in rows] == [(n, State.SENT) for n in range(3)]
    assert [row.cites for row in rows] == [("src-1/r0",), ("src-1/r1",), ("src-1/r2",)]


def with_lead() -> Briefing:
    return replace(long_ago(3), lead=document_of("claim 0"))


async def test_where_a_thread_is_wanted_the_lead_goes_first_and_the_whole_follows_beneath_it(bench: Bench) -> None:
    bench.outlet.parts_of = 2
    subscription = await bench.subscribe(order(thread=True, mention="99"))
    bench.answer = with_lead()
    assert await bench.deliver(subscription)
    assert bench.told() == ["claim 0", "claim 0", "claim 1", "claim 2"]
    lead, *whole = bench.outlet.posted
    assert (lead.address.first, lead.document.calls) == ("", "99")
    assert [(post.address.first, post.document.calls) for post in whole] == [(lead.message, "")] * 3
    assert [row.part for row in await bench.rows(subscription)] == [0, 1, 2, 3]


@pytest.mark.parametrize(("wanted", "there"), [(False, True), (True, False)])
async def test_where_there_is_no_thread_the_digest_stands_once(bench: Bench, wanted: bool, there: bool) -> None:
    bench.outlet.parts_of, bench.outlet.threading = 2, there
    subscription = await bench.subscribe(order(thread=wanted))
    bench.answer = with_lead()
    assert await bench.deliver(subscription)
    assert bench.told() == ["claim 0", "claim 1", "claim 2"]


async def test_a_digest_refused_in_the_middle_is_finished_after_resuming(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.failed", "subscription.paused"]
    bench.outlet.parts_of = 2
    subscription = await bench.subscribe(order())
    bench.answer = long_ago(3)
    bench.outlet.fail_next.extend([None, Refused("kicked out")])
    await bench.deliver(subscription)
    assert bench.told() == ["claim 0"]
    assert await bench.states(subscription) == [State.SENT, State.FAILED, State.FAILED]
    assert (await bench.standing(subscription)).covered > CREATED, "a digest that has begun is not begun again"

    bench.clock.move(days=3)
    await bench.store.subscriptions.resume("daily", bench.clock() + DAY, bench.clock())
    assert (await bench.standing(subscription)).subscription.paused is None
    assert await bench.again(subscription)
    assert bench.told() == ["claim 0", "claim 1", "claim 2"]
    assert len({post.key for post in bench.outlet.posted}) == 3
    rows = await bench.rows(subscription)
    assert [(row.part, row.group, row.state) for row in rows] == [
        (0, 0, State.SENT),
        (1, 0, State.FAILED),
        (2, 0, State.FAILED),
        (1, 1, State.SENT),
        (2, 1, State.SENT),
    ]
    await bench.store.subscriptions.resume("daily", bench.clock() + DAY, bench.clock())
    assert await bench.store.ledger.pending() == (), "resuming twice sends nothing twice"


async def test_what_is_too_long_goes_out_once_as_plain_parts(bench: Bench, expected_warnings: list[str]) -> None:
    expected_warnings.append("delivery.too_long")
    subscription = await bench.subscribe(order())
    claims = [f"Claim {number}: " + "words " * 60 for number in range(12)]
    bench.answer = Briefing(document_of(*claims), Ending.ANSWERED)
    bench.outlet.fail_next.append(TooLong("2000 characters"))
    assert await bench.deliver(subscription)
    assert bench.told() == claims
    assert len(bench.outlet.posted) > 1
    assert all(len(plain(post.document)) <= 1200 for post in bench.outlet.posted)
    cited = {cite for post in bench.outlet.posted for clause in post.document.clauses() for cite in clause.cites}
    shown = {record for post in bench.outlet.posted for note in post.document.sources for record in note.records}
    assert cited == shown == {f"src-1/r{number}" for number in range(12)}
    rows = await bench.rows(subscription)
    assert [(row.group, row.plain, row.state) for row in rows][:2] == [(0, False, State.FAILED), (1, True, State.SENT)]


async def test_too_long_even_as_plain_text_fails(bench: Bench, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.too_long", "delivery.failed"]
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.extend(TooLong("2000 characters") for _ in range(2))
    assert await bench.deliver(subscription)
    assert bench.outlet.posted == []
    assert await bench.states(subscription) == [State.FAILED, State.FAILED]
    assert (await bench.standing(subscription)).covered == CREATED


@pytest.mark.parametrize(("made", "state"), [(True, State.SENT), (False, State.FAILED)])
async def test_a_bug_in_posting_is_logged_and_the_platform_says_whether_it_was_posted(
    bench: Bench, expected_warnings: list[str], made: bool, state: State
) -> None:
    expected_warnings.append("delivery.bug incident=")
    if not made:
        expected_warnings.append("delivery.failed")
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(Fault(KeyError("ts"), made=made))
    assert await bench.deliver(subscription)
    assert await bench.states(subscription) == [state]
    assert len(bench.outlet.posted) == int(made)


async def test_a_full_disk_before_the_request_posts_nothing_and_loses_nothing(bench_on_file: Bench) -> None:
    bench = bench_on_file
    subscription = await bench.subscribe(order())
    bench.answer = Briefing(document_of("long " * 20_000), Ending.ANSWERED)
    [[pages]] = await bench.store.database.rows(text("PRAGMA page_count"))
    await bench.store.database.rows(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(DiskFull):
        await bench.deliver(subscription)
    assert bench.outlet.calls == []
    await bench.store.database.rows(text("PRAGMA max_page_count=1073741823"))
    assert await bench.again(subscription)
    assert bench.told() == ["long " * 20_000]


@dataclass
class LockingOutlet(FakeOutlet):
    """Another program takes the write lock at the very moment the post stands."""

    other: sqlite3.Connection | None = None

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        receipt = await super().post(address, document, key)
        assert self.other is not None
        self.other.execute("BEGIN IMMEDIATE")
        return receipt


async def test_a_database_locked_right_after_the_post_makes_it_neither_double_nor_unknown(tmp_path: Path) -> None:
    clock, path = FakeClock(CREATED), fresh_file(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        async with opened(path, busy=0.1) as store:
            bench = Bench(store, clock, LockingOutlet(clock, searchable=False, other=other), [])
            subscription = await bench.subscribe(order())
            await store.ledger.enter([SlotEntry("daily", "2026-03-01T10:00", CREATED)], {}, CREATED)
            courier = bench.courier()
            with pytest.raises(Locked):
                await courier.deliver(subscription, await store.ledger.of_slot("daily", "2026-03-01T10:00"))
            other.execute("ROLLBACK")
            clock.move(days=2)
            assert await courier.deliver(subscription, await store.ledger.of_slot("daily", "2026-03-01T10:00"))
            (row,) = await bench.rows(subscription)
            assert (row.state, row.receipt) == (State.SENT, "1")
            assert len(bench.outlet.calls) == 1


async def test_without_a_connection_a_slot_waits_and_then_is_told_by_the_next(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings.append("delivery.skipped .*no connection to the platform")
    subscription = await bench.subscribe(order(platform="slack"))
    assert not await bench.deliver(subscription)
    bench.clock.move(days=2)
    assert await bench.again(subscription)
    assert await bench.states(subscription) == [State.SKIPPED]
    assert (await bench.standing(subscription)).covered == CREATED


async def test_a_dead_process_claim_is_composed_anew_unless_the_digest_had_begun(bench: Bench) -> None:
    bench.outlet.parts_of = 2
    subscription = await bench.subscribe(order())
    bench.answer = long_ago(3)
    slot = SlotEntry("daily", "2026-03-01T10:00", CREATED + timedelta(hours=1))
    await bench.store.ledger.enter([slot], {}, CREATED)
    (row,) = await bench.store.ledger.open("daily", slot.local)
    courier = bench.courier()
    await courier._prepare(subscription, bench.outlet, row)
    assert await bench.store.ledger.release() == 1
    (row,) = await bench.store.ledger.open("daily", slot.local)
    assert (row.state, row.document) == (State.DUE, None)
    bench.answer = long_ago(2)
    await courier._prepare(subscription, bench.outlet, row)
    first, _ = await bench.store.ledger.open("daily", slot.local)
    await bench.store.ledger.sending(first.id, first.key, bench.clock(), subscription.address)
    assert await bench.store.ledger.release() == 1
    bench.answer = long_ago(9)
    assert await bench.again(subscription)
    assert bench.told() == ["claim 0", "claim 1"]


def test_the_slots_of_these_tests_are_the_subscriptions_own() -> None:
    slots = slots_between(order(), CREATED, CREATED + 2 * DAY)
    assert [slot.local for slot in slots] == list(WINDOWS)
    assert replace(order(), id="x").id == "x"


async def test_a_place_that_lost_what_posting_needs_is_paused_untried_and_its_owner_told_once(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.failed", "subscription.paused .*Send Messages is off"]
    subscription = await bench.subscribe(order(server="1"))
    bench.outlet.lacking = (Lack("Send Messages is off"), Lack("history is off", blocks=False))
    assert await bench.deliver(subscription)
    assert await bench.deliver(subscription)
    assert bench.outlet.posted == []
    held = await bench.standing(subscription)
    assert (held.subscription.paused, held.paused_by, held.covered) == (
        "Send Messages is off", PausedBy.OUTLET, CREATED,
    )  # fmt: skip
    [(server, document)] = bench.outlet.warned
    assert server == "1"
    assert "daily is paused: Send Messages is off" in plain(document)


async def test_what_is_wanted_and_does_not_block_holds_nothing_up(bench: Bench) -> None:
    subscription = await bench.subscribe(order(server="1"))
    bench.outlet.lacking = (Lack("history is off", blocks=False),)
    assert await bench.deliver(subscription)
    assert len(bench.outlet.posted) == 1
    assert bench.outlet.warned == []


async def test_an_order_of_the_file_that_is_refused_is_told_in_the_log_alone(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.failed", "subscription.paused .*no"]
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(Refused("no"))
    assert await bench.deliver(subscription)
    assert bench.outlet.warned == []


async def test_a_slot_superseded_while_it_waits_to_be_tried_again_is_not_posted(bench: Bench) -> None:
    """The newer slot tells what it had to tell; posted all the same, it would stand there and be told as skipped."""
    subscription = await bench.subscribe(order())
    bench.outlet.fail_next.append(Unavailable("no route"))

    async def a_day_passes(seconds: float) -> bool:
        bench.clock.move(days=1)
        newer = SlotEntry("daily", "2026-03-02T10:00", CREATED + DAY + timedelta(hours=1))
        await bench.store.ledger.enter([newer], {}, bench.clock())
        return True

    bench.clock.now = CREATED + timedelta(hours=1)
    await bench.store.ledger.enter([SlotEntry("daily", "2026-03-01T10:00", bench.clock())], {}, bench.clock())
    outlets = {bench.outlet.platform: bench.outlet}
    waiting = Courier(bench.store.ledger, outlets, bench.compose, bench.clock, a_day_passes)
    with suppress(HeldElsewhere):
        await waiting.deliver(subscription, await bench.store.ledger.of_slot("daily", "2026-03-01T10:00"))
    assert bench.outlet.posted == []
    await bench.again(subscription, "2026-03-02T10:00")
    assert bench.told() == ["01 09:00–02 10:00"]
    assert await bench.states(subscription) == [State.SKIPPED, State.SENT]
