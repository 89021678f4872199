"""What `/subscription history` says of corrections that did not arrive: which, why, and what to do; and its doing."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.contract import Address, Outcome, Question, Refused
from adapters.store.entries import Amendment, SlotEntry, State, Step
from adapters.tokens import Press, Token, written
from bot.catalogue import SPOKEN
from bot.schedule import Scheduler
from tests.bot.test_office import Server, lines, serving
from tests.fakes import Post
from tests.stores import document_of

SLOT, TOLD = "2026-11-22T08:00", "2026-11-22 08:00"
UNEDITED = "the post could not be edited (too old). A note tells what changed; delete the post if it must not stand."
UNNOTED = (
    "the note on what changed was not posted (no right). It is not tried again by itself: tell it in the channel if "
    "readers have to know."
)
UNTOLD = (
    "neither was the post edited nor a note on what changed posted (too old). It is not tried again by itself: delete "
    "the post, or tell in the channel what is wrong with it."
)
DOUBT = "the note on what changed may have been posted; nobody can tell (answer lost). Look in the channel."
AGAIN = "Once what kept a correction from arriving is mended, /subscription try-again with {} tries it once more."
JUDGE = "What may have been posted is never repeated by itself. Look in the channel: if it is not there, /subscription"


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
        reply = await server.says("history", subscription=id_)
        _, _, title, first, *beneath = lines(reply)
        assert (title, first) == ("Corrections that did not arrive", f"• {TOLD}: {line}")
        failed, doubt = State.FAILED in (edit, note), note is State.UNKNOWN
        assert beneath[:failed] == [AGAIN.format(id_)][:failed]
        assert [line.startswith(JUDGE) for line in beneath[failed:]] == [True] * doubt
        offered = [f"Send {TOLD} (note) again", f"{TOLD} (note) was posted"] if doubt else []
        assert [one.label for one in reply.next] == [*offered, *[f"Try correction of {TOLD} again"][:failed]]
        assert all(written(Token(Press.FORM, Question(one.command, one.given))) for one in reply.next)  # each a button


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
        reply = await server.says("history", subscription=id_)
        assert [line[2:12] for line in lines(reply)[-6:-1]] == [f"2026-11-0{day}" for day in (7, 6, 5, 4, 3)]
        assert [one.given["slot"][:10] for one in reply.next] == [f"2026-11-0{day}" for day in (7, 6, 5, 4)]


@pytest.mark.parametrize("locale", SPOKEN)
async def test_it_is_told_in_the_askers_language(tmp_path: Path, locale: str) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        await amended(server, id_, State.FAILED, State.SENT)
        said = await told(server, id_, locale)
        assert not {"Corrections that did not arrive", f"• {TOLD}: {UNEDITED}", AGAIN.format(id_)} & set(said)
        assert "too old" in said[-2]
        assert "/subscription try-again" in said[-1]
        [button] = (await server.says("history", subscription=id_, locale=locale)).next
        assert TOLD in button.label
        assert not button.label.startswith("Try")
        tried = await server.says("try-again", subscription=id_, locale=locale)
        assert (tried.outcome, "The correction" in lines(tried)[-1]) == (Outcome.ANSWERED, False)


async def stands_in_channel(server: Server) -> str:
    """A digest of which one message, "m1", stands."""
    id_ = await posted(server)
    server.outlet.posted.append(Post(Address("discord", "7"), document_of("was"), "k" * 25, "m1", server.clock()))
    return id_


async def run(server: Server) -> None:
    await server.store.hold.take(server.clock())
    scheduler = Scheduler(
        server.store, {"discord": server.outlet}, server.compose, server.clock, pause=server.clock.pause
    )
    await scheduler.run_due_once(server.clock())


@pytest.mark.usefixtures("each_database")
async def test_what_failed_is_tried_again_once_however_often_it_is_ordered(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await stands_in_channel(server)
        await amended(server, id_, State.FAILED, State.FAILED)
        server.clock.move(days=3)  # its age counts from now on
        given = {"subscription": id_, "slot": SLOT}
        replies = await asyncio.gather(*(server.says("try-again", **given) for _ in range(4)))
        [done] = [reply for reply in replies if reply.outcome is Outcome.ANSWERED]
        assert lines(done) == [
            "On its way",
            f"The correction of {TOLD} is being tried again. /subscription history with {id_} shows what came of it.",
        ]
        late = next(reply for reply in replies if reply.outcome is not Outcome.ANSWERED)
        assert lines(late)[-1].startswith(f"The correction of {TOLD} has not failed, or a later one took its place")
        assert server.nudged == 1
        await run(server)
        assert [message for message, _ in server.outlet.edited] == ["m1"]
        [note] = [post for post in server.outlet.posted if post.document == document_of("anew")]
        assert [one.state for one in await server.store.amendments.of(id_)] == [State.SENT, State.SENT]
        assert note.key not in ("a note", "k" * 25)
        history = await server.says("history", subscription=id_)
        assert (lines(history)[-1], history.next) == (f"• {TOLD}: passed over, missed", ())
        assert lines(await server.says("try-again", subscription=id_))[-1] == f"No correction of {id_} has failed."


@pytest.mark.usefixtures("each_database")
async def test_one_that_fails_again_may_be_tried_once_more(tmp_path: Path, expected_warnings: list[str]) -> None:
    expected_warnings += [r"amendment\.failed step=edit"]
    async with serving(tmp_path) as server:
        id_ = await stands_in_channel(server)
        await amended(server, id_, State.FAILED, State.SENT)
        for fault in (Refused("no right yet"), None):
            server.outlet.spoil_edits.append(fault)
            assert (await server.says("try-again", subscription=id_, slot=TOLD)).outcome is Outcome.ANSWERED
            await run(server)
            [edit, _] = await server.store.amendments.of(id_)
            assert edit.reason == (str(fault) if fault else "")
        assert edit.state is State.SENT
        assert len(server.outlet.posted) == 1, "its note stood already"


@pytest.mark.usefixtures("each_database")
async def test_a_note_in_doubt_is_decided_apart_from_the_edit_that_failed(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await stands_in_channel(server)
        await amended(server, id_, State.FAILED, State.UNKNOWN)
        await server.says("try-again", subscription=id_, slot=SLOT)
        assert [one.state for one in await server.store.amendments.of(id_)] == [State.DUE, State.UNKNOWN]
        wrong = await server.says("mark-sent", subscription=id_, slot=SLOT)
        assert wrong.outcome is Outcome.USAGE, "the post itself is not in doubt"
        [offered] = await server.office.propose(server.errand("mark-sent"), "slot", "note")
        assert (offered.label, offered.value) == (f"{TOLD} (note) · {id_}", f"{SLOT} note")
        for errand, words in (("mark-sent", "counts as posted"), ("send-again", "is not in doubt")):
            reply = await server.says(errand, subscription=id_, slot=f"{TOLD} (note)")
            assert f"That of {TOLD} (note) {words}" in lines(reply)[-1]
        await run(server)
        assert len(server.outlet.posted) == 1


@pytest.mark.usefixtures("each_database")
async def test_a_note_in_doubt_that_is_missing_is_sent_again_under_another_key(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await stands_in_channel(server)
        await amended(server, id_, State.SENT, State.UNKNOWN)
        for outcome in (Outcome.ANSWERED, Outcome.USAGE):
            assert (await server.says("send-again", subscription=id_, slot=f"{SLOT} note")).outcome is outcome
        await run(server)
        [_, note] = server.outlet.posted
        assert (note.document, len(note.key)) == (document_of("anew"), 25)
        assert not [call for call in server.outlet.calls if call.startswith("find")], "whoever ordered it has looked"


async def test_what_a_later_correction_overtook_is_told_and_not_offered(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        await amended(server, id_, State.FAILED, State.UNKNOWN)
        await amended(server, id_, State.SENT, State.SENT, mark="b")
        history = await server.says("history", subscription=id_)
        assert DOUBT in " ".join(lines(history))
        assert AGAIN.format(id_) not in lines(history)
        assert [one.label for one in history.next] == [f"{TOLD} (note) was posted"]
        for errand, slot in (("try-again", SLOT), ("send-again", f"{SLOT} note")):
            assert (await server.says(errand, subscription=id_, slot=slot)).outcome is Outcome.USAGE


async def test_of_several_that_failed_the_one_to_try_is_asked_for(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await posted(server)
        for day in (1, 2):
            await amended(server, id_, State.FAILED, State.SENT, slot=f"2026-11-0{day}T08:00")
        asked = await server.says("try-again", subscription=id_)
        assert lines(asked)[-1] == "Which one? Corrections that failed: 2026-11-02 08:00, 2026-11-01 08:00."
        assert [(one.command, one.label) for one in asked.next] == [
            ("subscription try-again", f"2026-11-0{day} 08:00") for day in (2, 1)
        ]
        assert await server.office.propose(server.errand("try-again", server="2"), "slot", "") == []
        assert await server.office.propose(server.errand("try-again", manages=False), "slot", "") == ()
        refused = await server.says("try-again", manages=False, subscription=id_, slot="2026-11-02T08:00")
        assert lines(refused)[0] == "Not allowed"
        assert [one.state for one in await server.store.amendments.of(id_)].count(State.DUE) == 0
