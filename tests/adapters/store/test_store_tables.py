"""Subscriptions, seen records, notes and documents come back as they went in."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.contract import CatchUp, EmptyDay
from adapters.hours import DatesOff, QuietHours
from adapters.store.documents import pack, unpack
from adapters.store.entries import Claimed, Part, PausedBy, Settlement, SlotEntry, Standing, State
from adapters.store.errors import HeldElsewhere
from briefs.briefing import Ending
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.document import (
    Bullets,
    Clause,
    Document,
    Em,
    Heading,
    Link,
    Paragraph,
    Phrase,
    Row,
    SourceNote,
    Strong,
    Table,
    Text,
)
from briefs.plain import plain
from tests.stores import CREATED, DAY, document_of, fresh, opened, order, told

pytestmark = pytest.mark.usefixtures("each_database")

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


async def test_a_subscription_comes_back_as_it_went_in(tmp_path: Path) -> None:
    full = order(
        "full",
        "discord",
        "123456789012345678",
        at=(time(6), time(23, 30)),
        zone="America/New_York",
        weekdays=frozenset({1, 5}),
        follows=Filter(("ukraine-war",), ("KHM", "asean"), (Act.EXPLAIN, Act.VETO)),
        length=Length.LONG,
        empty_day=EmptyDay.SAY,
        catch_up=CatchUp.ALL,
        origin="chat",
        paused="no right to post",
        language="fr",
        off=(DatesOff.read("12-24..01-02"), DatesOff.read("2026-07-14")),
        quiet=QuietHours.read("22:00-07:00"),
    )
    standings = (
        Standing(order("plain"), CREATED, CREATED + DAY),
        Standing(full, CREATED + DAY, CREATED + 2 * DAY, PausedBy.OUTLET),
    )
    path = fresh(tmp_path)
    async with opened(path) as store:
        await store.subscriptions.put(standings)
    async with opened(path) as store:
        assert set(await store.subscriptions.all()) == set(standings)
        assert await store.subscriptions.get("full") == standings[1]
        assert await store.subscriptions.get("none") is None
        assert await store.subscriptions.due(CREATED + 5 * DAY) == standings[:1], "a paused one is not due"


async def test_changing_a_subscription_never_moves_its_window_back(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(), CREATED + DAY, CREATED + DAY)])
        await store.subscriptions.put([Standing(order(at=time(7)), CREATED, CREATED + DAY)])
        held = await store.subscriptions.get("daily")
        assert held is not None
        assert (held.covered, held.subscription.hours) == (CREATED + DAY, "07:00")


async def test_a_slot_is_taken_up_with_its_subscription_and_all_its_rows(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(), NOW, NOW + DAY)])
        slot = SlotEntry("daily", "2026-03-01T10:00", NOW)
        assert (nothing := await store.ledger.taken_up("daily", slot.local)) is not None
        assert (nothing.standing, nothing.rows) == (await store.subscriptions.get("daily"), ())
        await store.ledger.enter([slot, replace(slot, local="2026-03-02T10:00")], {}, NOW)
        assert await store.lanes.take(order().address)
        [head] = await store.ledger.open("daily", slot.local)
        assert await store.ledger.claim(head.id, NOW) == Claimed(NOW, alerted=False)
        parts = [Part(f"k{number}", document_of(f"part {number}")) for number in range(3)]
        made = await store.ledger.prepare(head, parts, NOW)
        assert [(row.part, row.document, row.text) for row in made] == [
            (number, part.document, plain(part.document)) for number, part in enumerate(parts)
        ]
        await store.ledger.settle(Settlement(made[0], State.SENT, NOW, "m1"))
        await store.ledger.put_back(made[1], None, NOW + DAY, "not now")  # no row is left claimed
        work = await store.ledger.taken_up("daily", slot.local)
        assert work is not None
        assert (work.standing, work.rows) == (
            await store.subscriptions.get("daily"),
            await store.ledger.of_slot("daily", slot.local),
        )
        assert [row.state for row in work.rows] == [State.SENT, State.DUE, State.DUE]
        await store.subscriptions.remove("daily", NOW)
        assert await store.ledger.taken_up("daily", slot.local) is None


async def test_one_part_is_prepared_as_it_stands_in_the_ledger(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(), NOW, NOW + DAY)])
        await store.ledger.enter([SlotEntry("daily", "2026-03-01T10:00", NOW)], {}, NOW)
        assert await store.lanes.take(order().address)
        [head] = await store.ledger.open("daily", "2026-03-01T10:00")
        await store.ledger.claim(head.id, NOW)
        made = await store.ledger.prepare(head, [Part("key", document_of("one", "two"))], NOW, news=["src-1/r0"])
        assert made == await store.ledger.of_slot("daily", "2026-03-01T10:00")
        with pytest.raises(HeldElsewhere):
            await store.ledger.prepare(replace(head, id=head.id + 1), [Part("key", document_of("one"))], NOW)


async def test_a_record_taken_up_after_the_clock_was_set_back_falls_into_no_window_that_is_over(tmp_path: Path) -> None:
    """Found by the model-based test: a clock set back by ninety seconds lost what was published meanwhile."""
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(), NOW, NOW + DAY)])
        back = NOW - timedelta(seconds=90)
        assert await store.seen.see({"a/1": "x"}, back) == {"a/1": NOW}, "the window that ended at NOW is over"
        telling = SlotEntry("daily", "2026-03-01T10:00", NOW + timedelta(hours=1))
        await store.ledger.enter([telling], {}, NOW)
        assert (await store.seen.see({"a/2": "x"}, back))["a/2"] == telling.due, "it may be composed by now"
        await store.subscriptions.remove("daily", NOW)
        [pending] = await store.ledger.open("daily", telling.local)
        await store.ledger.settle(Settlement(pending, State.SKIPPED, NOW, reason="removed"))
        assert (await store.seen.see({"a/3": "x"}, back))["a/3"] == back
        assert (await store.seen.see({}, NOW))["a/1"] == NOW


@pytest.mark.usefixtures("each_database")
async def test_a_change_taken_up_after_the_clock_was_set_back_falls_into_no_window_that_is_over(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await store.subscriptions.put([Standing(order(), NOW, NOW + DAY)])
        before, back = NOW - DAY, NOW - timedelta(minutes=50)
        assert await store.changes.see({"old": before}, NOW) == {"old": before}, "it was there when this began"
        assert await store.changes.see({"old": NOW, "gone a/1 x": back}, back) == {"old": before, "gone a/1 x": NOW}
        telling = SlotEntry("daily", "2026-03-01T10:00", NOW + timedelta(hours=1))
        await store.ledger.enter([telling], {}, NOW)
        seen = await asyncio.gather(*(store.changes.see({"gone a/2 x": back}, back) for _ in range(3)))
        assert {one["gone a/2 x"] for one in seen} == {telling.due}, "it may be composed by now"
        embargoed = NOW + 9 * DAY
        assert (await store.changes.see({"gone a/3 x": embargoed}, NOW))["gone a/3 x"] == embargoed
        assert await store.changes.known() == {
            "old": before, "gone a/1 x": NOW, "gone a/2 x": telling.due, "gone a/3 x": embargoed,
        }  # fmt: skip


async def test_a_record_keeps_its_first_sight_when_it_changes(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    async with opened(path) as store:
        assert await store.subscriptions.beginning(NOW) == NOW
        assert await store.seen.see({"a/1": "x", "a/2": "y"}, NOW) == {"a/1": NOW, "a/2": NOW}
        later = NOW + timedelta(hours=1)
        assert await store.seen.see({"a/1": "changed", "a/3": "z"}, later) == {"a/1": NOW, "a/2": NOW, "a/3": later}
    async with opened(path) as store:
        assert await store.seen.see({}, NOW + DAY) == {"a/1": NOW, "a/2": NOW, "a/3": later}
        begun = await store.subscriptions.beginning(NOW)
        assert begun == later + timedelta(microseconds=1), "a window from there does not hold what was there already"
        assert await store.subscriptions.beginning(NOW + DAY) == NOW + DAY
        async with store.database.read() as connection:
            rows = await connection.exec_driver_sql(
                "SELECT record, digest, changed IS NULL FROM seen_records ORDER BY 1"
            )
            assert [tuple(row) for row in rows] == [("a/1", "changed", 0), ("a/2", "y", 1), ("a/3", "z", 1)]


async def test_a_note_is_loaded_as_last_saved(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        note = store.note("discord-commands")
        assert await note.load() is None
        await note.save("one")
        await note.save("two")
        assert await note.load() == "two"
        assert await store.note("another").load() is None


async def test_many_callers_at_once_share_one_writer(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await asyncio.gather(*(store.note(f"n{n}").save(str(n)) for n in range(50)))
        assert [await store.note(f"n{n}").load() for n in range(50)] == [str(n) for n in range(50)]


texts = st.text(max_size=20)
inlines = st.one_of(*(st.builds(kind, texts) for kind in (Text, Strong, Em)), st.builds(Link, texts, texts))
phrases = st.builds(Phrase, st.lists(inlines, max_size=3).map(tuple))
cites = st.lists(texts, max_size=3).map(tuple)
clauses = st.builds(
    Clause, st.lists(inlines, max_size=3).map(tuple), texts, cites, st.dictionaries(texts, texts, max_size=3), texts
)
lines = st.lists(st.one_of(phrases, clauses), max_size=3).map(tuple)
rows = st.lists(st.builds(Row, phrases, lines), max_size=2).map(tuple)
blocks = st.one_of(
    st.builds(Heading, phrases, st.booleans()),
    st.builds(Paragraph, lines),
    st.builds(Bullets, lines),
    st.builds(Table, st.lists(phrases, max_size=2).map(tuple), rows),
)
documents = st.builds(
    Document,
    texts,
    st.lists(blocks, max_size=4).map(tuple),
    st.none() | st.dates(),
    texts,
    st.lists(st.builds(SourceNote, st.integers(1, 99), texts, texts, cites), max_size=3).map(tuple),
    texts,
    st.none(),
    st.sampled_from(("en", "fr")),
)


@settings(max_examples=150, deadline=None)
@given(documents)
def test_every_document_survives_the_ledger(document: Document) -> None:
    import json

    assert unpack(json.loads(json.dumps(pack(document)))) == document


def test_the_digest_of_these_tests_is_an_answered_one() -> None:
    assert told(order(), CREATED, CREATED + DAY).ending is Ending.ANSWERED
    assert told(order(), CREATED, CREATED + DAY).document.as_of == date(2026, 3, 2)
