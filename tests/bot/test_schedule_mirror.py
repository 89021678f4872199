"""The subscriptions of dateline.toml against those in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from adapters.contract import Alerts, CatchUp, Subscription
from adapters.store.entries import PausedBy, Standing
from bot.mirror import GONE, rebased, reconcile
from bot.slots import next_slot
from tests.stores import CREATED, DAY, order

NOW = CREATED + 3 * DAY


def held(subscription: Subscription, by: PausedBy | None = None) -> Standing:
    return Standing(subscription, CREATED + 2 * DAY, next_slot(subscription, NOW).due, by)


def paused(by: PausedBy, reason: str = "why") -> Standing:
    return held(order(paused=reason), by)


def test_a_new_one_begins_now_whatever_its_file_says() -> None:
    changes = reconcile([], [order(created=CREATED, origin="chat")], NOW, NOW)
    (new,) = changes.put
    assert (new.subscription.created, new.covered, new.subscription.origin) == (NOW, NOW, "file")
    assert new.next_due == NOW + timedelta(hours=1)


def test_an_unchanged_one_is_not_written() -> None:
    assert reconcile([held(order())], [order(created=NOW)], NOW, NOW).put == ()


def test_a_changed_one_keeps_its_creation_and_its_window() -> None:
    changes = reconcile([held(order())], [order(created=NOW, at=time(9, 30), catch_up=CatchUp.ALL)], NOW, NOW)
    (changed,) = changes.put
    assert (changed.subscription.created, changed.covered) == (CREATED, CREATED + 2 * DAY)
    assert changed.next_due == NOW + timedelta(minutes=30)


def test_alerts_turned_on_in_the_file_look_no_further_back_than_that() -> None:
    (new,) = reconcile([], [order(alerts=Alerts.ALL)], NOW, NOW).put
    assert new.alerted == NOW
    there = replace(held(order()), alerted=CREATED)
    (turned_on,) = reconcile([there], [order(alerts=Alerts.VOTES)], NOW, NOW + DAY).put
    assert turned_on.alerted == NOW + DAY, "the archive last took in a record after our clock"
    (widened,) = reconcile([turned_on], [order(alerts=Alerts.ALL)], NOW + 2 * DAY, NOW + 2 * DAY).put
    assert (widened.subscription.alerts, widened.alerted) == (Alerts.ALL, NOW + DAY)


def test_a_slot_missed_under_the_old_time_stays_missed_under_the_new_one() -> None:
    missed = replace(held(order()), next_due=NOW - timedelta(hours=23))
    (changed,) = reconcile([missed], [order(at=time(11))], NOW, NOW).put
    assert changed.next_due == NOW - timedelta(hours=22)


def test_one_gone_from_the_file_is_paused_with_the_reason() -> None:
    (gone,) = reconcile([held(order())], [], NOW, NOW).put
    assert (gone.subscription.paused, gone.paused_by) == (GONE, PausedBy.FILE)
    assert reconcile([gone], [], NOW, NOW).put == ()


def test_one_that_came_back_begins_anew() -> None:
    (back,) = reconcile([paused(PausedBy.FILE, GONE)], [order()], NOW, NOW).put
    assert (back.subscription.paused, back.paused_by, back.covered) == (None, None, NOW)


def test_one_its_platform_refused_is_tried_again_from_its_old_window() -> None:
    changes = reconcile([paused(PausedBy.OUTLET)], [order()], NOW, NOW)
    (woken,) = changes.resume
    assert (woken.subscription.paused, woken.covered) == (None, CREATED + 2 * DAY)
    assert changes.put == ()


def test_one_a_person_paused_stays_paused() -> None:
    changes = reconcile([paused(PausedBy.PERSON)], [order(at=time(7))], NOW, NOW)
    (kept,) = changes.put
    assert (kept.subscription.paused, kept.paused_by, kept.subscription.at) == ("why", PausedBy.PERSON, (time(7),))


def test_one_made_in_a_chat_is_not_touched_even_under_the_same_id() -> None:
    chat = held(order(origin="chat"))
    assert reconcile([chat], [], NOW, NOW) == reconcile([], [], NOW, NOW)
    changes = reconcile([chat], [order(at=time(7))], NOW, NOW)
    assert (changes.put, changes.resume, changes.taken) == ((), (), ("daily",))


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=1)])
def test_only_slots_that_fall_elsewhere_by_new_zone_rules_are_recomputed(late: timedelta) -> None:
    right = held(order())
    wrong = replace(right, next_due=right.next_due + timedelta(hours=1))
    assert rebased([right], NOW) == {}
    assert rebased([wrong], NOW) == {"daily": right.next_due}
    overdue = right.next_due - timedelta(days=1) - late
    assert rebased([replace(right, next_due=overdue)], NOW) == {}
    assert rebased([replace(right, next_due=overdue + timedelta(hours=1))], NOW) == {"daily": overdue}
