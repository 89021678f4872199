"""What is posted at once, and that the digest tells the rest: each record once, whatever happens in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.contract import Alerts, Ambiguous, CatchUp, EmptyDay, RateLimited, Refused, Subscription, Unavailable
from adapters.hours import DatesOff, QuietHours
from adapters.store.alerting import TAKEN_UP
from adapters.store.entries import Kind, Looked, SlotEntry, Standing, State
from adapters.store.store import Store
from bot.alerting import AGE, looked, watched
from bot.schedule import Scheduler, ScheduleSettings
from bot.slots import alert_slot, next_slot
from briefs.codebook import Act
from briefs.digests import Filter
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import CREATED, DAY, fresh, fresh_file, opened, order
from tests.wire import QUIET, Wire, counted, texts

SETTINGS = ScheduleSettings()
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


@dataclass
class Desk:
    """A store, a clock, a channel and the wire; a scheduler made anew for each tick, as after a restart."""

    store: Store
    clock: FakeClock
    outlet: FakeOutlet
    wire: Wire = field(default_factory=Wire)

    async def subscribe(self, alerts: Alerts = Alerts.CHANGES, **changes: object) -> Subscription:
        one = order(alerts=alerts, **changes)
        await self.store.subscriptions.put([Standing(one, CREATED, next_slot(one, CREATED).due, alerted=CREATED)])
        return one

    def comes(self, *records: str) -> None:
        """The records come in now."""
        self.wire.recorded |= dict.fromkeys(records, self.clock())

    async def tick(self, **by: float) -> None:
        scheduler = Scheduler(
            self.store, {self.outlet.platform: self.outlet}, self.wire.digest, self.clock, SETTINGS,
            news=lambda: self.wire, pause=self.clock.pause,
        )  # fmt: skip
        await scheduler.run_due_once(self.clock.move(**by))

    def told(self) -> list[list[str]]:
        return [texts(post.document) for post in self.outlet.posted]

    async def states(self, kind: Kind) -> list[State]:
        return [row.state for row in await self.store.ledger.history("daily") if row.kind is kind]

    async def standing(self) -> Standing:
        found = await self.store.subscriptions.get("daily")
        assert found is not None
        return found


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = FakeClock(CREATED)
    async with opened(fresh_file(tmp_path)) as store:
        yield Desk(store, clock, FakeOutlet(clock))


@pytest.fixture
async def either(tmp_path: Path, each_database: str) -> AsyncIterator[Desk]:
    clock = FakeClock(CREATED)
    async with opened(fresh(tmp_path)) as store:
        yield Desk(store, clock, FakeOutlet(clock))


# -- What is wanted at once


@pytest.mark.parametrize(
    ("alerts", "follows", "wanted"),
    [
        (Alerts.OFF, Filter(), None),
        (Alerts.ALL, Filter(issues=("i",)), Filter(issues=("i",))),
        (Alerts.VOTES, Filter(actors=("KHM",)), Filter(actors=("KHM",), acts=(Act.VOTE_HELD,))),
        (Alerts.VOTES, Filter(acts=(Act.VETO, Act.VOTE_HELD)), Filter(acts=(Act.VOTE_HELD,))),
        (Alerts.VOTES, Filter(acts=(Act.VETO,)), None),
        (Alerts.CHANGES, Filter(actors=("KHM",)), Filter(actors=("KHM",), changes=True)),
        (Alerts.CHANGES, Filter(acts=(Act.VETO,)), None),
        (Alerts.VOTES, Filter(changes=True), Filter(acts=(Act.VOTE_HELD,), changes=True)),
    ],
)
def test_what_is_wanted_at_once_is_a_part_of_what_is_followed(
    alerts: Alerts, follows: Filter, wanted: Filter | None
) -> None:
    assert watched(order(alerts=alerts, follows=follows)) == wanted


def look(now: datetime, alerted: datetime, **changes: object) -> tuple[datetime | None, datetime, str]:
    """From where it looks, if it finds something; how far; and why that would wait."""
    wire = Wire(dict.fromkeys((f"{n}!" for n in range(3)), now - SECOND))
    one = order(alerts=Alerts.ALL, **changes)
    found = looked(Standing(one, CREATED, now, alerted=alerted), wire, now)
    assert found.was == alerted
    return (found.slot.since, found.until, found.slot.reason) if found.slot else (None, found.until, "")


def test_a_look_goes_from_the_one_before_to_this_second_and_never_far_back() -> None:
    now = datetime(2026, 3, 3, 14, 32, 7, 500_000, tzinfo=UTC)
    until = now.replace(microsecond=0)
    assert look(now, now - HOUR) == (now - HOUR, until, "")
    assert look(now, now - DAY) == (now - AGE, until, "")
    assert look(now, until) == (None, until, ""), "two looks in one second are one"
    assert look(now, now + HOUR) == (None, now + HOUR, ""), "a clock that was set back moves nothing back"


def test_a_look_names_its_slot_by_the_second_in_utc() -> None:
    now = datetime(2026, 3, 3, 14, 32, 7, tzinfo=UTC)
    one = Standing(order(alerts=Alerts.ALL, zone="Asia/Phnom_Penh"), CREATED, now, alerted=now - HOUR)
    slot = looked(one, Wire({"a": now - SECOND}), now).slot
    assert slot == SlotEntry("daily", "2026-03-03T14:32:07Z", now, kind=Kind.ALERT, since=now - HOUR)


def test_nothing_is_found_on_a_date_off_and_what_quiet_hours_hold_says_until_when() -> None:
    now = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)  # the 4th in Phnom Penh
    off = (DatesOff.read("2026-03-04"),)
    assert look(now, now - HOUR, off=off, zone="Asia/Phnom_Penh") == (None, now, "")
    assert look(now, now - HOUR, off=off)[0] is not None
    quiet = QuietHours.read("22:00-07:00")
    assert look(now, now - HOUR, quiet=quiet)[2] == "held by quiet hours until 2026-03-04T07:00"
    assert look(now, now - HOUR, off=off, zone="Mars/Base") == (None, now, ""), "planning pauses it"


# -- Once, in an alert or in the digest


async def test_an_alert_is_posted_at_the_next_tick_and_the_digest_tells_the_rest(either: Desk) -> None:
    await either.subscribe()
    either.clock.move(minutes=5)
    either.comes("one", "two!")
    await either.tick(seconds=20)
    assert either.told() == [["two!"]]
    standing = await either.standing()
    assert (standing.covered, standing.alerted) == (CREATED, either.clock()), "the digest's window stays"
    await either.tick(seconds=20)
    await either.tick(hours=1)
    assert either.told() == [["two!"], ["one"]]
    [alert, digest] = await either.store.ledger.history("daily")
    assert (alert.kind, alert.news, alert.since) == (Kind.ALERT, ("two!",), CREATED)
    assert (alert.slot, alert.due) == ("2026-03-01T09:05:20Z", CREATED + timedelta(minutes=5, seconds=20))
    assert (digest.kind, digest.news) == (Kind.DIGEST, ("one",))
    assert (await either.standing()).covered == CREATED + HOUR


@pytest.mark.parametrize(("empty", "posts"), [(EmptyDay.SKIP, []), (EmptyDay.SAY, [[QUIET]])])
async def test_a_digest_after_which_nothing_is_left_is_quiet(
    desk: Desk, empty: EmptyDay, posts: list[list[str]]
) -> None:
    await desk.subscribe(Alerts.ALL, empty_day=empty)
    desk.comes("one")
    await desk.tick(minutes=1)
    await desk.tick(hours=1)
    assert desk.told() == [["one"], *posts]
    assert (await desk.standing()).covered == CREATED + HOUR, "it counts as told"


async def test_without_alerts_all_waits_for_the_digest(desk: Desk) -> None:
    await desk.subscribe(Alerts.OFF)
    desk.comes("one!")
    await desk.tick(minutes=1)
    assert desk.told() == []
    await desk.tick(hours=1)
    assert desk.told() == [["one!"]]


async def test_what_a_digest_due_now_tells_is_posted_by_it_alone(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL)
    desk.clock.now = CREATED + HOUR - SECOND
    desk.comes("before")
    desk.clock.move(seconds=2)
    desk.comes("after")
    await desk.tick(seconds=9)
    assert desk.told() == [["before"], ["after"]]
    assert await desk.states(Kind.ALERT) == [State.SENT]


async def test_a_digest_that_is_passed_over_leaves_what_came_to_an_alert(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL, catch_up=CatchUp.SKIP)
    desk.clock.move(minutes=30)
    desk.comes("one")
    await desk.tick(hours=2)
    assert desk.told() == [["one"]]
    assert await desk.states(Kind.DIGEST) == [State.SKIPPED]


async def test_what_came_in_while_dateline_was_down_is_no_breaking_news_after_some_hours(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL, at=time(8))
    desk.comes("old")
    desk.clock.now = CREATED + HOUR + AGE
    desk.comes("young")
    await desk.tick(hours=1)
    assert desk.told() == [["young"]]
    await desk.tick(days=1)
    assert desk.told() == [["young"], ["old"]]


async def test_a_date_off_posts_no_alert_and_the_next_digest_tells_what_came(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL, off=(DatesOff.read("2026-03-01"),))
    desk.comes("one")
    await desk.tick(minutes=1)
    desk.clock.now = CREATED + 15 * HOUR  # the next day begins
    await desk.tick(minutes=1)
    assert desk.told() == []
    desk.clock.now = CREATED + DAY + HOUR
    await desk.tick(minutes=1)
    assert desk.told() == [["one"]]


async def test_quiet_hours_hold_an_alert_and_the_digest_behind_it(either: Desk) -> None:
    await either.subscribe(Alerts.ALL, quiet=QuietHours.read("09:30-10:30"))
    either.clock.move(minutes=40)
    either.comes("one")
    await either.tick(minutes=1)
    either.comes("two")  # waits for nothing but its own alert
    await either.tick(minutes=1)
    await either.tick(minutes=20)
    assert either.told() == []
    await either.tick(minutes=40)
    assert either.told() == [["one", "two"]]
    assert await either.states(Kind.ALERT) == [State.SKIPPED, State.SENT]
    assert await either.states(Kind.DIGEST) == [State.QUIET]


async def test_a_night_of_quiet_hours_ends_with_one_alert_of_all_that_waited(either: Desk) -> None:
    await either.subscribe(Alerts.ALL, quiet=QuietHours.read("22:00-07:00"))
    await either.tick(hours=2)
    either.clock.move(hours=11)  # 22:00
    for number in range(8):
        either.comes(f"{number}")
        await either.tick(minutes=61)
        assert await either.states(Kind.ALERT) == [*[State.SKIPPED] * number, State.DUE]
    waits = [row for row in await either.store.ledger.history("daily") if row.kind is Kind.ALERT][-1]
    assert either.clock() - waits.entered == 7 * timedelta(minutes=61), "it is tried for as long as the first would be"
    await either.tick(hours=1)
    assert either.told() == [[f"{number}" for number in range(8)]]
    assert await either.states(Kind.ALERT) == [*[State.SKIPPED] * 7, State.SENT]
    await either.tick(days=1)
    assert len(either.told()) == 1


async def test_what_came_behind_a_digest_that_waits_too_is_an_alert_of_its_own(either: Desk) -> None:
    await either.subscribe(Alerts.ALL, quiet=QuietHours.read("09:30-10:30"))
    either.clock.move(minutes=40)
    either.comes("one")
    await either.tick(minutes=1)
    await either.tick(minutes=20)  # the digest waits now
    either.comes("two")
    await either.tick(minutes=1)
    assert await either.states(Kind.ALERT) == [State.DUE, State.DUE]
    await either.tick(minutes=40)
    assert either.told() == [["one"], ["two"]]
    assert await either.states(Kind.DIGEST) == [State.QUIET]


async def test_an_alert_that_was_taken_up_keeps_what_it_tells(either: Desk) -> None:
    """Quiet hours are ordered while it is being composed: what comes next is another."""
    one = await either.subscribe(Alerts.ALL)
    until = CREATED + timedelta(minutes=1)
    first = SlotEntry("daily", alert_slot(until), until, kind=Kind.ALERT, since=CREATED)
    await either.store.alerting.enter([Looked("daily", CREATED, until, first)], until)
    assert await either.store.lanes.take(one.address)
    [row] = await either.store.ledger.open("daily", first.local)
    assert await either.store.ledger.claim(row.id, until) is not None
    later = until + timedelta(minutes=1)
    held = SlotEntry("daily", alert_slot(later), later, reason="held", kind=Kind.ALERT, since=until)
    assert await either.store.alerting.enter([Looked("daily", until, later, held)], later) == 1
    assert [(row.slot, row.since) for row in await either.store.ledger.history("daily")] == [
        (first.local, CREATED),
        (held.local, until),
    ]


async def test_one_that_was_overtaken_is_claimed_by_nobody(either: Desk) -> None:
    one = await either.subscribe(Alerts.ALL)
    slots = []
    for minute in (1, 2):
        was, until = CREATED + timedelta(minutes=minute - 1), CREATED + timedelta(minutes=minute)
        slots.append(SlotEntry("daily", alert_slot(until), until, reason="held", kind=Kind.ALERT, since=was))
        await either.store.alerting.enter([Looked("daily", was, until, slots[-1])], until)
        if minute == 1:
            [row] = await either.store.ledger.open("daily", slots[0].local)
    assert await either.store.lanes.take(one.address)
    assert await either.store.ledger.claim(row.id, until) is None, "as a replica that had read it before"
    over, left = await either.store.ledger.history("daily")
    assert (over.state, over.reason) == (State.SKIPPED, TAKEN_UP)
    assert (left.slot, left.since, left.due) == (slots[1].local, CREATED, slots[1].due)


async def test_alerts_look_back_no_further_than_when_they_were_turned_on_or_resumed(desk: Desk) -> None:
    one = await desk.subscribe(Alerts.OFF)
    desk.comes("before")
    held = await desk.standing()
    await desk.store.subscriptions.put([held.following(replace(one, alerts=Alerts.ALL), desk.clock.move(minutes=1))])
    await desk.tick(minutes=1)
    assert desk.told() == []
    desk.comes("then")
    await desk.tick(minutes=1)
    assert desk.told() == [["then"]]
    await desk.tick(hours=1)
    assert desk.told() == [["then"], ["before"]]


# -- What goes wrong


async def test_an_alert_that_the_channel_refused_is_told_by_the_digest_once_it_is_mended(
    desk: Desk, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.failed", "subscription.paused"]
    one = await desk.subscribe(Alerts.ALL)
    desk.comes("one")
    desk.outlet.fail_next.append(Refused("no permission"))
    await desk.tick(minutes=1)
    assert (await desk.standing()).subscription.paused == "no permission"
    desk.comes("two")
    await desk.tick(minutes=1)
    await desk.store.subscriptions.resume("daily", next_slot(one, desk.clock()).due, desk.clock())
    await desk.tick(minutes=1)
    assert desk.told() == []
    await desk.tick(hours=1)
    assert desk.told() == [["one", "two"]]
    assert await desk.states(Kind.ALERT) == [State.FAILED]


async def test_an_alert_that_is_not_proved_is_left_to_the_digest(desk: Desk, expected_warnings: list[str]) -> None:
    expected_warnings += ["digest.withheld"]
    await desk.subscribe(Alerts.ALL)
    desk.wire.withheld.add("one")
    desk.comes("one")
    await desk.tick(minutes=1)
    assert await desk.states(Kind.ALERT) == [State.FAILED]
    await desk.tick(hours=1)
    assert desk.told() == [["one"]]


async def test_an_alert_of_which_nobody_can_tell_is_not_told_again(desk: Desk, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    await desk.subscribe(Alerts.ALL)
    desk.outlet.searchable = False
    desk.comes("one")
    desk.outlet.fail_next.extend([Fault(Ambiguous("cut"), made=True)])
    await desk.tick(minutes=1)
    await desk.tick(minutes=20)
    assert await desk.states(Kind.ALERT) == [State.UNKNOWN]
    await desk.tick(hours=1)
    assert desk.told() == [["one"]]
    assert await desk.states(Kind.DIGEST) == [State.QUIET]


async def test_an_alert_withdrawn_before_it_is_posted_ends_quiet_and_moves_nothing(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL, empty_day=EmptyDay.SAY, quiet=QuietHours.read("08:00-09:30"))
    desk.comes("one")
    await desk.tick(minutes=1)
    desk.wire.recorded.clear()
    await desk.tick(minutes=40)
    assert (desk.told(), await desk.states(Kind.ALERT)) == ([], [State.QUIET])
    assert (await desk.standing()).covered == CREATED


async def test_a_digest_waits_behind_an_alert_that_rests(either: Desk, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits"]
    await either.subscribe(Alerts.ALL)
    either.clock.move(minutes=59)
    either.comes("one")
    either.outlet.fail_next.append(RateLimited("wait", 600))
    await either.tick(seconds=20)
    either.comes("two")
    await either.tick(minutes=1)
    assert either.told() == [], "the digest of 10:00 is due and waits"
    assert await either.states(Kind.DIGEST) == [State.DUE]
    await either.tick(minutes=15)
    assert either.told() == [["one"], ["two"]]


@pytest.mark.parametrize("made", [True, False])
async def test_nothing_is_composed_while_it_is_open_whether_an_alert_stands(
    either: Desk, expected_warnings: list[str], made: bool
) -> None:
    """A digest ordered by hand is due before the alert that is in doubt: it is not composed before that is known."""
    expected_warnings += ["delivery.waits"]
    await either.subscribe(Alerts.ALL)
    either.comes("one")
    either.clock.move(minutes=5)
    by_hand = SlotEntry("daily", "2026-03-01T09:05", either.clock())
    either.outlet.searchable = False
    either.outlet.fail_next.append(Fault(Ambiguous("cut"), made=made))
    await either.tick(seconds=20)
    await either.store.ledger.enter([by_hand], {}, either.clock())
    await either.tick(seconds=20)
    assert len(either.told()) == made
    either.outlet.searchable = True
    await either.tick(minutes=10)
    await either.tick(minutes=1)
    assert either.told() == [["one"]]
    states = {row.kind: row.state for row in await either.store.ledger.history("daily")}
    assert states == {Kind.ALERT: State.SENT, Kind.DIGEST: State.QUIET}


async def test_an_alert_tells_nothing_that_a_digest_told_meanwhile(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL, quiet=QuietHours.read("08:00-09:30"))
    desk.comes("one")
    await desk.tick(minutes=1)  # the alert is held
    [row] = await desk.store.ledger.history("daily")
    by_hand = SlotEntry("daily", "2026-03-01T09:01", row.due)
    await desk.store.ledger.enter([by_hand], {}, desk.clock())  # sorts before it
    await desk.tick(hours=0.6)
    assert desk.told() == [["one"]]
    assert [row.state for row in await desk.store.ledger.history("daily")] == [State.SENT, State.QUIET]


async def test_a_longer_outage_posts_alerts_and_then_the_digest_in_order(
    desk: Desk, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits"]
    await desk.subscribe(Alerts.ALL)
    desk.outlet.broken["here"] = Unavailable("down")
    for minute in range(3):
        desk.comes(f"{minute}")
        await desk.tick(minutes=1)
    await desk.tick(hours=1)
    desk.outlet.broken.clear()
    for _ in range(4):
        await desk.tick(minutes=20)
    assert counted(desk.outlet.posted) == {"0": 1, "1": 1, "2": 1}
    assert await desk.states(Kind.DIGEST) == [State.QUIET]


async def test_no_alert_gives_way_to_a_newer_slot_and_no_digest_to_an_alert(desk: Desk) -> None:
    await desk.subscribe(Alerts.ALL, at=(time(10), time(11)), quiet=QuietHours.read("09:00-12:00"))
    for name in ("one", "two"):
        desk.comes(name)
        await desk.tick(minutes=50)
    await desk.tick(minutes=30)
    states = {row.slot: row.state for row in await desk.store.ledger.history("daily")}
    assert list(states.values()) == [State.DUE, State.SKIPPED, State.DUE]  # 10:00 gave way to 11:00
    assert next(iter(states)) == alert_slot(CREATED + timedelta(minutes=50))


# -- Replicas


async def test_two_that_look_at_the_same_moment_enter_one_alert(either: Desk) -> None:
    await either.subscribe(Alerts.ALL)
    either.comes("one")
    first, second = either.clock.move(minutes=1), either.clock() + SECOND
    [standing] = await either.store.alerting.behind(either.clock(), "", 9)
    looks = [looked(standing, either.wire, now) for now in (first, second)]
    assert [await either.store.alerting.enter([one], first) for one in looks] == [1, 0]
    assert [row.slot for row in await either.store.ledger.history("daily")] == [alert_slot(first)]


async def test_an_alert_found_before_a_digest_was_entered_is_entered_no_more(either: Desk) -> None:
    one = await either.subscribe(Alerts.ALL)
    either.comes("one")
    now = either.clock.move(hours=1)
    [standing] = await either.store.alerting.behind(now, "", 9)
    early = looked(standing, either.wire, now - SECOND)
    assert early.slot is not None
    await either.store.ledger.enter([SlotEntry("daily", "2026-03-01T10:00", now)], {}, now, {one.id: now})
    assert await either.store.alerting.enter([early], now) == 0
    await either.store.ledger.enter([SlotEntry("daily", "2026-03-01T09:30", CREATED)], {}, now, {one.id: CREATED})
    assert (await either.standing()).alerted == now, "it never moves back"


async def test_only_running_subscriptions_with_alerts_that_are_behind_look(either: Desk) -> None:
    stands = [
        Standing(order(name, alerts=alerts, paused=paused), CREATED, CREATED + DAY, alerted=alerted)
        for name, alerts, paused, alerted in (
            ("a", Alerts.ALL, None, CREATED),
            ("b", Alerts.VOTES, None, CREATED + HOUR),
            ("c", Alerts.OFF, None, CREATED),
            ("d", Alerts.ALL, "paused", CREATED),
            ("e", Alerts.CHANGES, None, CREATED - HOUR),
            ("f", Alerts.ALL, None, CREATED),
        )
    ]
    await either.store.subscriptions.put(stands)
    await either.store.subscriptions.remove("f", CREATED)

    async def behind(after: str, most: int) -> list[str]:
        found = await either.store.alerting.behind(CREATED, after, most)
        return [one.subscription.id for one in found]

    assert (await behind("", 9), await behind("", 1), await behind("a", 9)) == (["a", "e"], ["a"], ["e"])


async def test_many_look_in_batches_and_each_once(desk: Desk) -> None:
    few = replace(SETTINGS, batch=2)
    for number in range(5):
        one = order(f"s{number}", place=f"p{number}", alerts=Alerts.ALL)
        await desk.store.subscriptions.put([Standing(one, CREATED, CREATED + DAY, alerted=CREATED)])
    desk.comes("one")
    scheduler = Scheduler(
        desk.store, {"console": desk.outlet}, desk.wire.digest, desk.clock, few,
        news=lambda: desk.wire, pause=desk.clock.pause,
    )  # fmt: skip
    for _ in range(2):
        await scheduler.run_due_once(desk.clock.move(minutes=1))
    assert sorted(post.address.place for post in desk.outlet.posted) == [f"p{number}" for number in range(5)]
