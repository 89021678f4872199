"""What waits, is in doubt or never arrived, as operators look at it; and what they decide, once, from the shell."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.contract import Address, CatchUp
from adapters.store.entries import Amendment, Kind, Part, PausedBy, Settlement, SlotEntry, Standing, State, Step
from adapters.store.store import Store
from bot.amending import _as_delivery
from bot.deliveries import LOOKED_AT, Seen, Wanted, amendment_told, decided, lines, look, since, told
from bot.operating import STATES
from bot.posting import key_of
from tests.bot.shell import dateline
from tests.stores import CREATED, DAY, document_of, fresh, opened, order

each_database = pytest.mark.usefixtures("each_database")

NOW = CREATED + timedelta(days=3)
ALL = Wanted((), CREATED - DAY)


async def entered(store: Store, slot: str, state: State = State.DUE, reason: str = "", to: str = "daily") -> int:
    """The id of a slot in the ledger, its digest rendered and ended in that state."""
    due = datetime.fromisoformat(slot).replace(tzinfo=UTC)
    first = State.SKIPPED if state is State.SKIPPED else State.DUE
    await store.ledger.enter([SlotEntry(to, slot, due, first, reason)], {}, due)
    [row] = [row for row in await store.ledger.history(to) if row.slot == slot]
    if state not in (State.DUE, State.SKIPPED):
        await store.ledger.claim(row.id, due)
        key = key_of(to, slot, 0, 0)
        [row] = await store.ledger.prepare(row, (Part(key, document_of(slot)),), due)
        await store.ledger.sending(row.id, key, due, Address("discord", "1"))
        if state is not State.SENDING:
            await store.ledger.settle(Settlement(row, state, due, reason=reason))
    return row.id


async def filled(store: Store) -> dict[str, int]:
    """Two places of two platforms with one of each kind."""
    desk, floor = order("daily", "discord", "7"), order("floor", "slack", "C1", catch_up=CatchUp.ALL)
    for one in (desk, floor):
        await store.subscriptions.put([Standing(one, CREATED, CREATED)])
        assert await store.lanes.take(one.address)
    return {
        "unknown": await entered(store, "2026-03-01T10:00", State.UNKNOWN, "nobody can tell"),
        "failed": await entered(store, "2026-03-02T10:00", State.FAILED, "no right to post"),
        "sent": await entered(store, "2026-03-03T10:00", State.SENT),
        "skipped": await entered(store, "2026-03-01T10:00", State.SKIPPED, "missed", to="floor"),
        "sending": await entered(store, "2026-03-02T10:00", State.SENDING, to="floor"),
        "due": await entered(store, "2026-03-03T10:00", to="floor"),
    }


@each_database
async def test_what_did_not_simply_arrive_is_listed_by_place_newest_first(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        ids = await filled(store)
        seen = await look(store, ALL, NOW)
        assert lines(seen.letters) == [
            "discord 7",
            f"  {ids['failed']}  2026-03-02 10:00  failed  daily; no right to post",
            f"  {ids['unknown']}  2026-03-01 10:00  unknown  daily; may have been posted at 2026-03-01 10:00:00 UTC; "
            "nobody can tell",
            "slack C1",
            f"  {ids['due']}  2026-03-03 10:00  due  floor",
            f"  {ids['sending']}  2026-03-02 10:00  sending  floor; may have been posted at 2026-03-02 10:00:00 UTC",
            f"  {ids['skipped']}  2026-03-01 10:00  skipped  floor; missed",
            "In doubt? Look there: --again ID sends it once more, --sent ID notes that it stands there.",
        ]


@each_database
async def test_states_and_days_narrow_the_list_and_what_is_open_is_never_too_old(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        ids = await filled(store)
        only = await look(store, Wanted((State.SENT, State.QUIET), CREATED - DAY), NOW)
        assert [one.id for one in only.letters] == [ids["sent"]]
        late = await look(store, Wanted((), NOW + DAY), NOW)
        assert {one.id for one in late.letters} == {ids["due"], ids["sending"]}


@each_database
async def test_a_part_in_doubt_is_sent_again_once_and_the_old_row_is_out_of_the_way(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        ids = await filled(store)
        first, second = await asyncio.gather(
            *(look(store, Wanted((), CREATED, again=(str(ids["unknown"]),)), NOW) for _ in range(2))
        )
        assert sorted([first.again, second.again]) == [(), (str(ids["unknown"]),)]
        [old, new] = [row for row in await store.ledger.history("daily") if row.slot == "2026-03-01T10:00"]
        assert (old.state, new.state, new.group, new.document) == (State.UNKNOWN, State.DUE, 1, old.document)
        assert new.entered == NOW
        letters = {one.id: one for one in (await look(store, ALL, NOW)).letters}
        assert (letters[old.id].current, letters[new.id].current) == (False, True)
        assert "a later attempt took its place" in "\n".join(lines([letters[old.id]]))


@each_database
async def test_what_was_not_in_doubt_is_neither_sent_again_nor_marked(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        ids = await filled(store)
        others = tuple(str(id_) for name, id_ in ids.items() if name != "unknown")
        seen = await look(store, Wanted((), CREATED, again=(*others, "999", "c999"), sent=(*others, "c999")), NOW)
        assert (seen.again, seen.sent) == ((), ())
        seen = await look(store, Wanted((), CREATED, again=(str(ids["unknown"]),), sent=(str(ids["unknown"]),)), NOW)
        assert (seen.again, seen.sent) == ((str(ids["unknown"]),), ())


@each_database
async def test_that_a_paused_subscription_sends_nothing_yet_is_said(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        ids = await filled(store)
        await store.subscriptions.pause("daily", "no right to post", PausedBy.OUTLET)
        seen = await look(store, Wanted((), CREATED, again=(str(ids["unknown"]),)), NOW)
        assert decided(seen) == [f"{ids['unknown']} is sent once more when its subscription goes on: it is paused."]
        [new] = [one for one in seen.letters if one.group == 1]
        assert lines([new])[1].endswith("due  daily part 1; paused: no right to post")


@each_database
async def test_an_alert_is_listed_by_the_clock_of_its_subscription(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        desk = order("daily", "discord", "7", zone="Asia/Phnom_Penh")
        await store.subscriptions.put([Standing(desk, CREATED, CREATED)])
        alert = SlotEntry("daily", "2026-03-01T20:30:07Z", CREATED + DAY / 2, kind=Kind.ALERT, since=CREATED)
        await store.ledger.enter([alert], {}, CREATED)
        [one] = (await look(store, ALL, NOW)).letters
        assert lines([one]) == ["discord 7", f"  {one.id}  2026-03-02 03:30:07 alert  due  daily"]
        assert (told(one)["slot"], told(one)["kind"]) == ("2026-03-01T20:30:07Z", "alert")


async def amended(
    store: Store, step: Step, state: State, reason: str, slot: str = "2026-03-02T10:00", message: str = "m1"
) -> None:
    """A correction of a digest of "daily" that ended so."""
    mark = f"{slot} {reason}"[:25]
    due = Amendment("daily", slot, mark, step, 1 if step is Step.EDIT else 0, ("gone a/b 0",), message,
                    document_of("told anew"), f"key {step.value}", NOW - DAY)  # fmt: skip
    await store.amendments.enter([due])
    [one] = [row for row in await store.amendments.of("daily") if (row.mark, row.step) == (mark, step)]
    if state is State.DUE:
        await store.amendments.put_back(_as_delivery(one), None, NOW + DAY, reason)
    else:
        await store.amendments.settle(one.id, state, NOW, reason=reason)


@each_database
async def test_corrections_that_did_not_arrive_are_listed_with_what_to_do(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        ids = await filled(store)
        await amended(store, Step.EDIT, State.FAILED, "too old")
        await amended(store, Step.NOTE, State.SENT, "")
        await amended(store, Step.NOTE, State.FAILED, "no right to post", slot="2026-03-01T10:00")
        await amended(store, Step.NOTE, State.UNKNOWN, "the answer was lost", slot="2026-02-28T10:00")
        await amended(store, Step.EDIT, State.DUE, "no connection", slot="2026-02-27T10:00")
        seen = await look(store, ALL, NOW)
        assert lines(seen.letters, seen.owing) == [
            "discord 7",
            f"  {ids['failed']}  2026-03-02 10:00  failed  daily; no right to post",
            f"  {ids['unknown']}  2026-03-01 10:00  unknown  daily; may have been posted at 2026-03-01 10:00:00 UTC; "
            "nobody can tell",
            "  c5  edit of 2026-02-27 10:00  due  daily part 2; tried again after 2026-03-05 09:00:00 UTC; "
            "no connection",
            "  c4  note of 2026-02-28 10:00  unknown  daily; the answer was lost",
            "  c3  note of 2026-03-01 10:00  failed  daily; no right to post",
            "  c1  edit of 2026-03-02 10:00  failed  daily part 2; a later correction took its place; too old",
            *lines(seen.letters)[3:],
            "An edit that failed left its message as it was: the note tells what changed. --again ID tries it once "
            "more; delete the message if it must not stand.",
            "A note that failed is not tried again by itself: --again ID tries it once more; or tell in the channel "
            "what changed, or delete the message.",
        ]
        failed = await look(store, Wanted((State.FAILED,), CREATED), NOW)
        [note, edit] = map(amendment_told, failed.owing)
        assert (edit["step"], edit["state"], edit["reason"], edit["part"]) == ("edit", "failed", "too old", 1)
        assert (note["id"], note["platform"], note["entered"]) == ("c3", "discord", "2026-03-03T09:00:00+00:00")
        assert (note["current"], edit["current"]) == (True, False)
        late = await look(store, Wanted((), NOW), NOW)
        assert [(one.amendment.step, one.amendment.state) for one in late.owing] == [(Step.EDIT, State.DUE)]


@each_database
async def test_a_correction_that_failed_is_tried_again_once(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await filled(store)
        await amended(store, Step.EDIT, State.FAILED, "no right to post")
        await amended(store, Step.NOTE, State.SENT, "", slot="2026-03-01T10:00")
        seen = await asyncio.gather(*(look(store, Wanted((), CREATED, again=("c1", "c2")), NOW) for _ in range(3)))
        assert sorted(one.again for one in seen) == [(), (), ("c1",)]
        assert sorted(line for one in seen for line in decided(one)) == ["c1 is tried once more."]
        [edit, note] = await store.amendments.of("daily")
        assert (edit.state, edit.again, edit.entered, edit.reason, edit.tries) == (State.DUE, NOW, NOW - DAY, "", 0)
        assert (edit.key, note.key, note.state) != ("key edit", "key note", State.DUE)
        assert (note.key, note.state) == ("key note", State.SENT)


@each_database
async def test_a_note_in_doubt_is_sent_again_or_noted_once(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await filled(store)
        for slot in ("2026-03-01T10:00", "2026-03-02T10:00"):
            await amended(store, Step.NOTE, State.UNKNOWN, "the answer was lost", slot=slot)
        seen = await look(store, Wanted((), CREATED, again=("c1",), sent=("c1", "c2")), NOW)
        assert (seen.again, seen.sent) == (("c1",), ("c2",))
        assert [(one.state, one.doubt) for one in await store.amendments.of("daily")] == [
            (State.DUE, None),
            (State.SENT, None),
        ]
        assert "In doubt? Look there" not in "".join(lines((), seen.owing))


@each_database
async def test_what_a_later_correction_overtook_is_not_tried_again(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await filled(store)
        await amended(store, Step.EDIT, State.FAILED, "no right to post")
        await amended(store, Step.EDIT, State.FAILED, "too old")
        both = await look(store, Wanted((), CREATED, again=("c1", "c2")), NOW)
        assert both.again == ("c1", "c2"), "in the order of what happened"
        first, second = await store.amendments.of("daily")
        await store.amendments.settle(first.id, State.FAILED, NOW, reason="no right to post")
        assert (await look(store, Wanted((), CREATED, again=("c1",)), NOW)).again == ()
        await store.amendments.settle(second.id, State.SENT, NOW)
        assert (await look(store, Wanted((), CREATED, again=("c1",)), NOW)).again == ()


@each_database
async def test_an_edit_of_an_unknown_message_or_of_a_removed_digest_is_not_tried_again(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await filled(store)
        await amended(store, Step.EDIT, State.FAILED, "not known", message="")
        await amended(store, Step.EDIT, State.FAILED, "no right to post", slot="2026-03-01T10:00")
        assert (await look(store, Wanted((), CREATED, again=("c1",)), NOW)).again == ()
        await store.subscriptions.remove("daily", NOW)
        assert (await look(store, Wanted((), CREATED, again=("c2",)), NOW)).again == ()


def test_nothing_to_see_is_said_in_a_line() -> None:
    assert lines(()) == ["Nothing waits, nothing is in doubt, nothing failed."]
    assert decided(Seen((), (), ())) == []


def test_a_day_begins_at_midnight_utc_and_an_instant_is_itself() -> None:
    assert since("2026-03-01", NOW) == datetime(2026, 3, 1, tzinfo=UTC)
    assert since("2026-03-01T10:00+07:00", NOW) == datetime(2026, 3, 1, 3, tzinfo=UTC)
    assert since(None, NOW) == NOW - timedelta(days=30)
    with pytest.raises(ValueError, match='"yesterday" is no day; write one like 2026-03-01'):
        since("yesterday", NOW)


def test_the_command_knows_every_state() -> None:
    assert tuple(state.value for state in State) == STATES
    assert set(LOOKED_AT) == set(State) - {State.SENT, State.QUIET}


def test_the_command_line_lists_decides_once_and_says_what_is_late(tmp_path: Path) -> None:
    async def fill() -> dict[str, int]:
        async with opened(fresh(tmp_path)) as store:
            return await filled(store)

    ids = asyncio.run(fill())
    env = {"DATELINE_DATA": str(tmp_path)}
    listed = dateline("deliveries", "--since", "2026-02-01", **env)
    assert listed.stdout.splitlines()[:2] == [
        "discord 7",
        f"  {ids['failed']}  2026-03-02 10:00  failed  daily; no right to post",
    ]
    found = json.loads(dateline("deliveries", "--since", "2026-02-01", "--state", "unknown", "--json", **env).stdout)
    assert [(one["id"], one["reason"], one["doubt_since"]) for one in found] == [
        (ids["unknown"], "nobody can tell", "2026-03-01T10:00:00+00:00")
    ]
    done = dateline("deliveries", "--since", "2026-02-01", "--sent", str(ids["unknown"]), **env)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"{ids['unknown']} counts as sent.")
    late = dateline("deliveries", "--again", str(ids["unknown"]), **env)
    assert (late.returncode, late.stderr) == (
        2,
        f"dateline: {ids['unknown']} is not in doubt, or somebody has already decided\n",
    )
    nothing = dateline("deliveries", "--again", "c7", **env)
    assert (nothing.returncode, nothing.stderr) == (
        2,
        "dateline: c7 has not failed, or a later correction took its place, or somebody has already decided\n",
    )
    odd = dateline("deliveries", "--again", "x7", **env)
    assert (odd.returncode, odd.stderr) == (
        2,
        'dateline: "x7" is no ID; `dateline deliveries` lists them, like 7 or c12\n',
    )
    odd = dateline("deliveries", "--since", "soon", **env)
    assert (odd.returncode, odd.stderr) == (2, 'dateline: --since: "soon" is no day; write one like 2026-03-01\n')


def test_before_there_is_a_database_nothing_waits(tmp_path: Path) -> None:
    told_ = dateline("deliveries", DATELINE_DATA=str(tmp_path / "new"))
    assert (told_.returncode, told_.stdout) == (0, "Nothing waits, nothing is in doubt, nothing failed.\n")
    assert not (tmp_path / "new").exists()


@each_database
async def test_programs_get_every_field_with_instants_in_utc(tmp_path: Path) -> None:
    async with opened(fresh(tmp_path)) as store:
        await filled(store)
        [one, *_] = (await look(store, Wanted((State.FAILED,), CREATED), NOW)).letters
        assert told(one) == {
            "id": one.id,
            "platform": "discord",
            "place": "7",
            "subscription": "daily",
            "slot": "2026-03-02T10:00",
            "kind": "digest",
            "due": "2026-03-02T10:00:00+00:00",
            "part": 0,
            "attempt_group": 0,
            "state": "failed",
            "reason": "no right to post",
            "tries": 1,
            "doubt_since": None,
            "retry_at": None,
            "settled": "2026-03-02T10:00:00+00:00",
            "paused": None,
            "current": True,
        }
