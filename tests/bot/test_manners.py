"""How a digest is posted where its place leaves the choice: published, in a forum, further messages in a thread."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.contract import Address, Ambiguous, RateLimited, Subscription, Unavailable
from adapters.store.entries import State
from tests.bot.test_delivery import Bench, long_ago
from tests.fakes import FakeClock, FakeOutlet, Fault
from tests.stores import CREATED, fresh, opened, order

SLOT = "2026-03-01T10:00"


@pytest.fixture
async def bench(tmp_path: Path, each_database: str) -> AsyncIterator[Bench]:
    clock = FakeClock(CREATED)
    async with opened(fresh(tmp_path)) as store:
        yield Bench(store, clock, FakeOutlet(clock), [])


def mannered(**manners: bool | str) -> Subscription:
    return replace(order(), **manners)  # type: ignore[arg-type]


async def test_a_subscriptions_manners_are_kept(bench: Bench) -> None:
    subscription = await bench.subscribe(mannered(publish=True, tag="News", thread=True))
    assert (await bench.standing(subscription)).subscription == subscription
    assert subscription.posted == replace(subscription.address, publish=True, tag="News", thread=True)


async def test_a_post_is_published_once_it_is_written_down_that_it_stands(bench: Bench) -> None:
    subscription = await bench.subscribe(mannered(publish=True))
    states: list[State] = []
    publish = bench.outlet.publish

    async def watching(address: Address, message: str) -> None:
        states.extend(await bench.states(subscription))
        await publish(address, message)

    bench.outlet.publish = watching  # type: ignore[method-assign]
    await bench.deliver(subscription)
    assert bench.outlet.published == [bench.outlet.posted[0].message]
    assert states == [State.SENT]


async def test_nothing_is_published_unless_that_is_wanted(bench: Bench) -> None:
    await bench.deliver(await bench.subscribe(order()))
    assert bench.outlet.published == []


@pytest.mark.parametrize("fault", [RateLimited("ten an hour", 3000), Ambiguous("no answer"), ValueError("a bug")])
async def test_what_cannot_be_published_stands_and_is_neither_failed_nor_posted_again(
    bench: Bench, expected_warnings: list[str], fault: Exception
) -> None:
    expected_warnings.append(r"dateline\.delivery: digest\.not_published")
    bench.outlet.publishing = fault
    subscription = await bench.subscribe(mannered(publish=True))
    assert await bench.deliver(subscription)
    assert await bench.again(subscription)
    assert await bench.states(subscription) == [State.SENT]
    assert (len(bench.outlet.posted), len(bench.outlet.published)) == (1, 1)
    assert (await bench.standing(subscription)).subscription.paused is None


async def test_what_is_owed_while_the_platform_cannot_be_reached_is_published_later(bench: Bench) -> None:
    bench.outlet.publishing = Unavailable("not connected yet")
    subscription = await bench.subscribe(mannered(publish=True))
    assert await bench.deliver(subscription)
    [pending] = await bench.store.ledger.pending()
    assert (pending.delivery.state, pending.delivery.owed) == (State.SENT, bench.clock())
    bench.outlet.publishing = None
    assert await bench.again(subscription)  # another courier: nothing was in memory
    assert bench.outlet.published == [bench.outlet.posted[0].message] * 2
    assert await bench.store.ledger.pending() == ()
    assert await bench.again(subscription)
    assert (len(bench.outlet.posted), len(bench.outlet.published)) == (1, 2)


async def test_what_could_not_be_published_for_a_day_is_given_up_and_told(
    bench: Bench, expected_warnings: list[str]
) -> None:
    bench.outlet.publishing = Unavailable("not connected yet")
    subscription = await bench.subscribe(mannered(publish=True))
    assert await bench.deliver(subscription)
    bench.clock.move(days=1, seconds=1)
    expected_warnings.append(r"digest\.not_published .* reason=it could not be for too long")
    assert await bench.again(subscription)
    assert (await bench.store.ledger.pending(), len(bench.outlet.published)) == ((), 1)


async def test_what_is_owed_is_let_go_where_it_is_no_longer_wanted(bench: Bench) -> None:
    bench.outlet.publishing = Unavailable("not connected yet")
    subscription = await bench.subscribe(mannered(publish=True))
    assert await bench.deliver(subscription)
    assert await bench.again(replace(subscription, publish=False))
    assert (await bench.store.ledger.pending(), len(bench.outlet.published)) == ((), 1)


async def test_what_is_owed_to_a_platform_that_is_not_served_waits(bench: Bench) -> None:
    bench.outlet.publishing = Unavailable("not connected yet")
    subscription = await bench.subscribe(mannered(publish=True))
    assert await bench.deliver(subscription)
    bench.outlet.platform = "slack"
    assert await bench.again(subscription)
    [pending] = await bench.store.ledger.pending()
    assert pending.delivery.owed is not None


async def test_further_messages_know_the_first_of_their_digest(bench: Bench) -> None:
    bench.answer, bench.outlet.parts_of = long_ago(3), 3
    subscription = await bench.subscribe(mannered(thread=True, tag="News"))
    await bench.deliver(subscription)
    first = bench.outlet.posted[0].message
    assert [(post.address.first, post.address.thread) for post in bench.outlet.posted] == [
        ("", True), (first, True), (first, True)
    ]  # fmt: skip


async def test_a_digest_begun_before_a_restart_goes_on_beneath_its_first_message(
    bench: Bench, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"delivery\.waits")
    bench.answer, bench.outlet.parts_of = long_ago(2), 2
    subscription = await bench.subscribe(mannered(thread=True))
    bench.outlet.fail_next.extend([None, *[RateLimited("busy", 3000)] * 9])
    assert not await bench.deliver(subscription)
    bench.outlet.fail_next.clear()
    bench.clock.move(hours=1)
    assert await bench.again(subscription)  # another courier: nothing was in memory
    assert [post.address.first for post in bench.outlet.posted] == ["", "1"]


async def test_where_a_repeat_is_not_harmless_a_post_in_doubt_is_looked_for_first(bench: Bench) -> None:
    bench.outlet.platform, bench.outlet.keeping = "discord", False
    subscription = await bench.subscribe(replace(order(), address=Address("discord", "7")))
    bench.outlet.fail_next.append(Fault(Ambiguous("no answer"), made=True))
    assert await bench.deliver(subscription)
    assert len(bench.outlet.posted) == 1
    assert [call.split()[0] for call in bench.outlet.calls] == ["post", "find"]
    assert await bench.states(subscription) == [State.SENT]


async def test_where_it_is_harmless_the_same_key_is_tried_again_at_once(bench: Bench) -> None:
    bench.outlet.platform, bench.outlet.remembers = "discord", timedelta(minutes=5)
    subscription = await bench.subscribe(replace(order(), address=Address("discord", "7")))
    bench.outlet.fail_next.append(Fault(Ambiguous("no answer"), made=True))
    assert await bench.deliver(subscription)
    assert len(bench.outlet.posted) == 1
    assert [call.split()[0] for call in bench.outlet.calls] == ["post", "post"]
