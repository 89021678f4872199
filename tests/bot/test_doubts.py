"""Posts of which nobody can tell: a person sends them again or says that they stand, once, in whichever way."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.contract import Ambiguous, Outcome, Question
from adapters.store.entries import Delivery, State
from adapters.tokens import Press, Token, written
from bot.office.doubts import in_doubt, meant, names_slot
from bot.schedule import Scheduler
from briefs.plain import plain
from tests.bot.test_office import Server, lines, serving
from tests.fakes import Fault
from tests.stores import order

pytestmark = pytest.mark.usefixtures("each_database")

SLOT = "2026-11-24T08:00"
TOLD = "2026-11-24 08:00"
LOST = Ambiguous("the connection was lost")


async def scheduler_of(server: Server) -> Scheduler:
    await server.store.hold.take(server.clock())
    return Scheduler(server.store, {"discord": server.outlet}, server.compose, server.clock, pause=server.clock.pause)


async def left_in_doubt(server: Server, *, made: bool, parts: int = 1) -> str:
    """A digest whose first part was posted, or was not (`made`), and nobody can tell: the channel cannot be read."""
    id_ = await server.scheduled(actors="cambodia")
    server.clock.move(hours=16)
    server.outlet.searchable = server.outlet.keeping = False
    server.outlet.parts = lambda document: (document,) * parts  # type: ignore[method-assign]
    server.outlet.fail_next.append(Fault(LOST, made))
    scheduler = await scheduler_of(server)
    for _ in range(9):
        await scheduler.run_due_once(server.clock())
        server.clock.move(minutes=15)
    assert next(iter(await server.store.ledger.history(id_))).state is State.UNKNOWN
    return id_


async def run(server: Server) -> None:
    await (await scheduler_of(server)).run_due_once(server.clock())


async def rows(server: Server, id_: str) -> list[tuple[int, int, State]]:
    return [(row.group, row.part, row.state) for row in await server.store.ledger.history(id_)]


async def test_what_may_have_been_posted_is_never_repeated_by_itself(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        await left_in_doubt(server, made=False)
        server.outlet.searchable = True
        for _ in range(4):
            server.clock.move(minutes=30)
            await run(server)
        assert server.outlet.posted == []


async def test_the_history_asks_a_person_and_offers_both_ways(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        reply = await server.says("history", subscription=id_)
        assert lines(reply)[-1].startswith("What may have been posted is never repeated by itself. Look in the channel")
        assert [(one.command, dict(one.given), one.label) for one in reply.next] == [
            ("subscription send-again", {"subscription": id_, "slot": SLOT}, f"Send {TOLD} again"),
            ("subscription mark-sent", {"subscription": id_, "slot": SLOT}, f"{TOLD} was posted"),
        ]
        assert all(written(Token(Press.FORM, Question(one.command, one.given))) for one in reply.next)  # each a button


async def test_sent_again_it_is_a_new_attempt_under_a_new_key_and_the_old_row_stays(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        told = await server.says("send-again", subscription=id_, slot=TOLD)
        assert (told.outcome, lines(told)[0], server.nudged) == (Outcome.ANSWERED, "On its way", 1)
        await run(server)
        assert await rows(server, id_) == [(0, 0, State.UNKNOWN), (1, 0, State.SENT)]
        old, new = await server.store.ledger.history(id_)
        [post] = server.outlet.posted
        assert post.key == new.key != old.key
        assert post.document == old.document
        history = await server.says("history", subscription=id_)
        assert (lines(history)[1], history.next) == (f"• {TOLD}: posted open", ())


async def test_marked_as_sent_nothing_is_posted_and_that_is_told(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=True)
        told = await server.says("mark-sent", subscription=id_)
        assert lines(told) == ["Noted", f"That of {TOLD} counts as posted."]
        await run(server)
        assert await rows(server, id_) == [(0, 0, State.SENT)]
        assert len(server.outlet.posted) == 1
        assert lines(await server.says("history", subscription=id_))[1:] == [f"• {TOLD}: posted, as somebody here said"]


@pytest.mark.parametrize(
    ("first", "second"), [("send-again", "send-again"), ("mark-sent", "send-again"), ("mark-sent", "mark-sent")]
)
async def test_of_two_who_decide_at_once_one_is_obeyed(
    tmp_path: Path, expected_warnings: list[str], first: str, second: str
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        given = {"subscription": id_, "slot": SLOT}
        replies = await asyncio.gather(*(server.says(errand, **given) for errand in (first, second) * 3))
        assert [reply.outcome for reply in replies].count(Outcome.ANSWERED) == 1
        [late, *_] = [reply for reply in replies if reply.outcome is not Outcome.ANSWERED]
        assert f"That of {TOLD} is not in doubt, or somebody here has already decided." in plain(late.document)
        await run(server)
        assert len(server.outlet.posted) <= 1
        assert len(await rows(server, id_)) == 1 + len(server.outlet.posted)


async def test_of_several_parts_the_one_in_doubt_alone_is_sent_again(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False, parts=2)
        assert len(server.outlet.posted) == 1
        await server.says("send-again", subscription=id_)
        await run(server)
        assert await rows(server, id_) == [(0, 0, State.UNKNOWN), (0, 1, State.SENT), (1, 0, State.SENT)]
        assert len(server.outlet.posted) == 2
        told = lines(await server.says("history", subscription=id_))[1]
        assert told.startswith(f"• {TOLD}: posted in 2 parts")


async def test_one_sent_again_may_be_in_doubt_again(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        await server.says("send-again", subscription=id_)
        server.outlet.fail_next.append(Fault(LOST))
        for _ in range(9):
            await run(server)
            server.clock.move(minutes=15)
        assert await rows(server, id_) == [(0, 0, State.UNKNOWN), (1, 0, State.UNKNOWN)]
        await server.says("send-again", subscription=id_)
        await run(server)
        assert (await rows(server, id_))[-1] == (2, 0, State.SENT)
        assert len({post.key for post in server.outlet.posted}) == 1


async def test_a_slot_that_is_not_in_doubt_is_not_decided(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        for typed in ("2026-11-25 08:00", "tomorrow"):
            told = await server.says("send-again", subscription=id_, slot=typed)
            assert told.outcome is Outcome.USAGE
        await server.says("mark-sent", subscription=id_)
        told = await server.says("send-again", subscription=id_)
        assert lines(told)[-1] == f"Nothing of {id_} is in doubt."


async def test_a_paused_digest_sends_nothing_again_before_it_goes_on(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        await server.says("pause", subscription=id_)
        assert lines(await server.says("send-again", subscription=id_))[-1] == "Paused: paused here"
        assert await rows(server, id_) == [(0, 0, State.UNKNOWN)]


async def test_slots_in_doubt_are_offered_to_who_looks_after_them_and_to_nobody_else(
    tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        [offered] = await server.office.propose(server.errand("send-again"), "slot", "2026-11")
        assert (offered.label, offered.value) == (f"{TOLD} · {id_}", SLOT)
        assert await server.office.propose(server.errand("send-again", server="2"), "slot", "") == []
        assert await server.office.propose(server.errand("send-again", manages=False), "slot", "") == ()


async def test_what_is_no_longer_kept_cannot_be_sent_again(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += ["delivery.waits", "delivery.unknown"]
    async with serving(tmp_path) as server:
        id_ = await left_in_doubt(server, made=False)
        [row] = await server.store.ledger.history(id_)
        await server.store.subscriptions.erase(id_, server.clock())
        assert await server.store.outbox.again([row.id], server.clock()) == ()
        assert await server.store.outbox.stands([row.id], server.clock()) == ()


@pytest.mark.parametrize(
    ("typed", "slots"),
    [
        ("2026-03-01 9:30", ("2026-03-01T09:30",)),
        ("2026-03-01T09:30", ("2026-03-01T09:30",)),
        ("2026-03-01 9:30 (alert)", ("2026-03-01T02:30:07Z",)),
        ("2026-03-01 9:30 Alerte", ("2026-03-01T02:30:07Z",)),
        ("2026-03-01T02:30:07Z", ("2026-03-01T02:30:07Z",)),
        ("2026-03-01 9:31", ("2026-03-01T02:31:10Z", "2026-03-01T02:31:40Z")),
        ("2026-03-01 9:31:40", ("2026-03-01T02:31:40Z",)),
        ("2026-03-01 9:31:41", ()),
        ("2026-03-01 9:30 (note)", ("2026-03-01T09:30 note",)),
        ("2026-03-01T09:30 note", ("2026-03-01T09:30 note",)),
        ("2026-03-01 9:31:10 (alerte) (nota)", ("2026-03-01T02:31:10Z note",)),
        ("2026-03-01 9:31:40 note", ()),
        ("2026-03-01 2:31", ()),
        ("yesterday", ()),
        ("", ()),
    ],
)
def test_a_slot_is_named_by_its_day_and_time_of_its_own_clock(typed: str, slots: tuple[str, ...]) -> None:
    held = (
        "2026-03-01T09:30", "2026-03-01T02:30:07Z", "2026-03-01T02:31:10Z", "2026-03-01T02:31:40Z",
        "2026-03-01T09:30 note", "2026-03-01T02:31:10Z note",
    )  # fmt: skip
    assert meant(typed, held, "Asia/Phnom_Penh") == slots
    assert names_slot(typed) == typed.startswith("2026")


def test_the_newest_slot_in_doubt_comes_first_and_decided_parts_are_left_out() -> None:
    due = order().created

    def row(slot: str, part: int, group: int, state: State) -> Delivery:
        return Delivery(part, "d", slot, due, due + timedelta(0), part, group, state)

    held = [
        row("2026-03-01T11:00:00Z", 0, 0, State.UNKNOWN),
        row("2026-03-01T10:00", 0, 0, State.UNKNOWN),
        row("2026-03-02T10:00", 0, 0, State.UNKNOWN),
        row("2026-03-02T10:00", 0, 1, State.SENT),
        row("2026-03-02T10:00", 1, 0, State.UNKNOWN),
        row("2026-03-03T10:00", 0, 0, State.SENT),
    ]
    assert {slot: [one.part for one in of] for slot, of in in_doubt(held).items()} == {
        "2026-03-02T10:00": [1],
        "2026-03-01T10:00": [0],
        "2026-03-01T11:00:00Z": [0],
    }
    by_due = ["2026-03-02T10:00", "2026-03-01T10:00", "2026-03-01T11:00:00Z"]
    assert list(in_doubt(held)) == by_due, "its own clock may show later than UTC"
