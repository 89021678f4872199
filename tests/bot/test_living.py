"""Posts that stand keep up with the records: real records, prover, ledger and scheduler; what stands in the channel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.contract import Alerts, Ambiguous, EmptyDay, RateLimited, Refused, Subscription, Unavailable
from adapters.hours import QuietHours
from adapters.store import open_store
from adapters.store.entries import PausedBy, Standing, State, Step
from adapters.store.store import Store
from bot.amending import UNKNOWN
from bot.app import App, record_digests
from bot.commands import Desk, Held
from bot.living import AGE, Living
from bot.schedule import Scheduler, ScheduleSettings
from bot.silence import Limits, Watch
from briefs.archive import Archive
from briefs.codebook import State as Editorial
from briefs.plain import plain
from briefs.records import EventRecord
from tests.archives import article
from tests.fakes import FakeClock, FakeOutlet, Fault, first_apart
from tests.histories import Life
from tests.stores import fresh, fresh_file, opened, order

BEGUN = datetime(2022, 3, 4, 11, tzinfo=UTC)
SETTINGS = ScheduleSettings(tick=3600, grace=2)
SANCTION, SPEECH, MOVE = "voa/sg-sanct", "voa/kh-msg", "voa/kh-cospons"


@dataclass
class World:
    """One Dateline without its rooms: what it holds, what it keeps, one channel. `life` is the history on disk."""

    store: Store
    clock: FakeClock
    outlet: FakeOutlet
    life: Life = field(default_factory=Life)
    archive: Archive = field(default_factory=article)
    app: App | None = None
    living: Living | None = None

    def begin(self) -> None:
        """A process starts: nothing of the one before is in memory."""
        held = Held.of(self.archive, ())
        self.app = App(
            Desk(held, self.clock), (), (self.outlet,), (), _no_store, lambda: None, self.clock, store=self.store
        )
        self.living = Living(
            self.store.amendments, self.store.subscriptions, {"console": self.outlet}, self.app.tell_anew
        )

    async def hold(self, events: Mapping[str, EventRecord]) -> None:
        """The records are these from now on, and are taken up."""
        self.archive = self.life.hold(replace(article(), events=dict(events)), self.clock())
        if self.app is None:
            self.begin()
        assert self.app is not None
        self.app.desk.swap(Held.of(self.archive, ()))
        self.app.recorded = await self.store.seen.see(record_digests(self.archive), self.clock())
        await self.app._note(self.store)

    async def subscribe(self, **changes: object) -> Subscription:
        one = order(created=BEGUN - timedelta(hours=1), **changes)
        await self.store.subscriptions.put([Standing(one, BEGUN, BEGUN + timedelta(hours=23), alerted=BEGUN)])
        return one

    async def tick(self, **by: float) -> None:
        assert self.app is not None
        now = self.clock.move(**by)
        scheduler = Scheduler(
            self.store, {"console": self.outlet}, self.app.compose, self.clock, SETTINGS, news=self.app.news,
            pause=self.clock.pause,
        )  # fmt: skip
        await scheduler.run_due_once(now)

    async def look(self, **by: float) -> int:
        assert self.living is not None
        assert self.app is not None
        return await self.living.look(self.app.desk.held.archive, self.clock.move(**by))

    async def keep_up(self) -> None:
        """A look and a tick, twice: the second has nothing to do."""
        for _ in range(2):
            await self.look(minutes=5)
            await self.tick()

    async def posted(self, **changes: object) -> Subscription:
        """The article's records, and a digest of them posted the next day."""
        await self.hold(article().events)
        one = await self.subscribe(**changes)
        await self.tick(hours=23)
        assert len(self.outlet.posted) == 1
        return one

    def stands(self) -> str:
        return plain(self.outlet.stands("1"))

    def note(self) -> str:
        assert len(self.outlet.posted) == 2
        return plain(self.outlet.posted[1].document)


async def _no_store() -> Store:
    raise AssertionError("it has one")


@pytest.fixture
async def world(tmp_path: Path, each_database: str) -> AsyncIterator[World]:
    clock = FakeClock(BEGUN)
    async with opened(fresh(tmp_path)) as store:
        yield World(store, clock, FakeOutlet(clock))


def corrected(id_: str = SANCTION, number: int = 2, of: str = "") -> dict[str, EventRecord]:
    events = dict(article().events)
    made = replace(events[id_], id=f"{id_}-{number}", corrects=of or id_, reason="a slip of the desk")
    return {**events, made.id: made}


def retracted(id_: str = SPEECH) -> dict[str, EventRecord]:
    events = dict(article().events)
    return {**events, id_: replace(events[id_], state=Editorial.RETRACTED, reason="Somebody else said it.")}


async def test_in_quiet_hours_a_post_is_edited_and_its_note_waits_for_their_end(world: World) -> None:
    await world.posted(quiet=QuietHours(time(12), time(14)))
    world.clock.move(hours=2)  # 12:00
    await world.hold(corrected())
    await world.keep_up()
    assert "Corrected 4 March 2022: Singapore imposed" in world.stands()
    assert len(world.outlet.posted) == 1
    await world.tick(hours=2)
    assert "Singapore imposed" in world.note()


async def test_a_corrected_record_edits_the_post_and_puts_a_note_in_its_thread(world: World) -> None:
    await world.posted()
    before = world.stands()
    world.clock.move(hours=2)
    await world.hold(corrected())
    await world.keep_up()
    assert "28 February. Singapore imposed unilateral sanctions on Russia." in before
    stands = world.stands()
    assert f"Corrected on {world.clock():%-d %B %Y}: see “Corrections” at its end." in stands
    assert "28 February. Corrected 4 March 2022: Singapore imposed unilateral sanctions on Russia." in stands
    line = "Corrected on 5 March 2022: voa/sg-sanct by voa/sg-sanct-2 (VOA, 4 March 2022): a slip of the desk"
    assert line in stands
    assert world.outlet.stands("1").title == world.outlet.posted[0].document.title
    note, words = world.outlet.posted[1], world.note()
    assert (note.address.first, note.address.thread) == ("1", True)
    assert (
        words.index("As it was posted") < words.index("“28 February. Singapore imposed") < words.index("As it is told")
    )
    assert line in words
    assert "[1] VOA" in words
    assert [edit for edit, _ in world.outlet.edited] == ["1"], "once, however often one looks"


async def test_a_digest_that_stands_is_amended_where_it_stands_though_it_posts_elsewhere_now(world: World) -> None:
    await world.posted()
    [standing] = await world.store.subscriptions.all()
    order = standing.subscription
    elsewhere = replace(order, address=replace(order.address, place="elsewhere"))
    await world.store.subscriptions.put([replace(standing, subscription=elsewhere)])
    world.clock.move(hours=2)
    await world.hold(corrected())
    await world.keep_up()
    post, note = world.outlet.posted
    assert world.outlet.edited_in == [post.address.place]
    assert (note.address.place, note.address.first) == (post.address.place, "1")


async def test_a_retracted_record_is_taken_out_and_the_message_says_so(world: World) -> None:
    await world.posted()
    await world.hold(retracted())
    await world.keep_up()
    assert "Japan, France, Germany" not in world.stands()
    assert "was taken out" in world.stands()
    line = "Retracted on 5 March 2022: voa/kh-msg (VOA, 4 March 2022): Somebody else said it."
    assert line in world.stands()
    assert line in world.note()
    assert "“3 March. Prime Minister Hun Sen of Cambodia said Japan, France, Germany" in world.note()


async def test_where_nothing_else_was_told_fixed_words_take_the_place_of_what_was(world: World) -> None:
    await world.hold({SANCTION: article().events[SANCTION]})
    await world.subscribe()
    await world.tick(hours=23)
    gone = replace(article().events[SANCTION], state=Editorial.RETRACTED, reason="It had not.")
    await world.hold({SANCTION: gone})
    await world.keep_up()
    fixed = "This message rested on a record that was retracted on 5 March 2022. What it said is withdrawn."
    assert fixed in world.stands()
    assert "Retracted on 5 March 2022: voa/sg-sanct" in world.stands()
    assert "unilateral" not in world.stands()
    assert "This is told no longer." in world.note()


async def test_what_cannot_be_proved_anew_is_withdrawn(world: World) -> None:
    await world.posted()
    await world.hold(corrected())
    assert world.living is not None
    tell = world.living.tell
    world.living.tell = lambda *given: replace(tell(*given), whole=None, lead=None)
    await world.keep_up()
    assert "that was corrected on 5 March 2022. What it said is withdrawn." in world.stands()


async def test_a_digest_told_anew_that_takes_more_messages_than_stand_is_withdrawn(world: World) -> None:
    await world.posted()
    world.outlet.parts_of = 2
    await world.hold(corrected())
    await world.keep_up()
    assert "What it said is withdrawn." in world.stands()


@pytest.mark.parametrize("change", ["corrected", "retracted"])
async def test_what_changes_after_the_clock_was_set_back_is_amended_all_the_same(world: World, change: str) -> None:
    await world.posted()
    world.clock.move(hours=-1)
    await world.hold({"corrected": corrected, "retracted": retracted}[change]())
    await world.keep_up()
    assert "see “Corrections”" in world.stands() or "was taken out" in world.stands()
    assert len(world.outlet.posted) == 2


async def test_a_record_that_is_back_when_it_is_told_was_not_taken_out(world: World) -> None:
    await world.hold(article().events)
    await world.hold(retracted())
    world.clock.move(hours=1)
    await world.hold(article().events)
    await world.subscribe()
    await world.tick(hours=22)
    assert "Japan, France, Germany" in world.stands()
    await world.keep_up()
    assert (world.outlet.edited, len(world.outlet.posted)) == ([], 1)


async def test_a_message_that_only_a_person_knows_of_is_not_edited_and_its_note_stands_in_the_place(
    world: World, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"amendment\.failed step=edit", r"delivery\.(waits|unknown)"]
    world.outlet.searchable = False
    world.outlet.fail_next.append(Fault(Ambiguous("no answer"), made=True))
    await world.hold(article().events)
    await world.subscribe()
    await world.tick(hours=23)
    await world.tick(minutes=16)
    [row] = await world.store.ledger.history("daily")
    assert row.state is State.UNKNOWN
    await world.store.outbox.stands([row.id], world.clock())
    await world.hold(corrected())
    await world.keep_up()
    [edit, note] = await world.store.amendments.of("daily")
    assert (edit.state, edit.reason, note.state) == (State.FAILED, UNKNOWN, State.SENT)
    assert not world.outlet.posted[-1].address.thread


async def test_a_message_posted_after_its_digest_was_amended_is_amended_too(
    world: World, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"delivery\.failed .* reason=kicked out", r"subscription\.paused"]
    world.outlet.cuts = first_apart
    world.outlet.fail_next.extend([None, Refused("kicked out")])
    await world.posted()
    both = {**corrected(), SPEECH: retracted()[SPEECH]}
    await world.hold(both)
    await world.keep_up()
    assert "What it said is withdrawn." in world.stands()
    await world.store.subscriptions.resume("daily", BEGUN + timedelta(days=3), world.clock())
    await world.keep_up()
    [_, note, late] = world.outlet.posted
    assert note.document.title.startswith("Correction:")
    assert "28 February. Singapore imposed" in plain(late.document), "finished with the words it had been given"
    assert "What it said is withdrawn." in plain(world.outlet.stands(late.message))
    assert (len(world.outlet.posted), len(world.outlet.edited)) == (3, 2), "once, and noted once"


async def test_a_sentence_that_moved_to_another_message_is_withdrawn_where_it_stands_now(world: World) -> None:
    world.outlet.cuts = first_apart
    await world.hold(article().events)
    await world.subscribe()
    await world.tick(hours=23)
    assert "Singapore" in plain(world.outlet.posted[1].document)
    await world.hold(retracted())
    await world.keep_up()
    assert "Singapore" in world.stands()
    assert world.living is not None
    tell = world.living.tell
    world.living.tell = lambda *given: replace(tell(*given), whole=None, lead=None)
    await world.hold({**corrected(), SPEECH: retracted()[SPEECH]})
    await world.keep_up()
    assert "Singapore" not in world.stands()
    assert "What it said is withdrawn." in world.stands()


async def test_what_changed_while_dateline_was_down_is_found_by_the_next_process(world: World) -> None:
    await world.posted()
    world.clock.move(days=2)
    world.archive = world.life.hold(replace(article(), events=corrected()), world.clock())
    world.begin()
    await world.hold(corrected())
    await world.keep_up()
    assert "see “Corrections”" in world.stands()
    for _ in range(2):
        world.begin()
        await world.hold(corrected())
        await world.keep_up()
    notes = [post for post in world.outlet.posted if post.document.title.startswith("Correction:")]
    assert (len(notes), len(world.outlet.edited)) == (1, 1)


async def test_a_digest_under_way_while_a_record_changed_is_amended_once_it_stands(world: World) -> None:
    await world.hold(article().events)
    await world.subscribe()
    app = world.app
    assert app is not None
    stale, seen = app.desk.held, app.recorded
    world.clock.move(hours=22, minutes=59, seconds=50)
    await world.hold(corrected())
    assert await world.look() == 0
    app.desk.swap(stale)
    app.recorded = seen
    await world.tick(seconds=10)  # as a replica that had not taken it up yet would have told it
    await world.hold(corrected())
    assert world.living is not None
    assert await world.look(seconds=20) == 1


async def test_an_edit_that_is_refused_leaves_the_note_alone_where_it_is_seen(
    world: World, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"amendment\.failed step=edit"]
    await world.posted()
    await world.hold(corrected())
    world.outlet.spoil_edits.append(Refused("the message is no longer there"))
    await world.keep_up()
    assert world.outlet.edited == []
    assert not world.outlet.posted[1].address.thread
    assert "Corrected on 5 March 2022" in world.note()
    rows = await world.store.amendments.of("daily")
    assert [(row.step, row.state, row.reason) for row in rows] == [
        (Step.EDIT, State.FAILED, "the message is no longer there"),
        (Step.NOTE, State.SENT, ""),
    ]


async def test_a_platform_that_cannot_be_reached_is_tried_again_and_the_note_waits(
    world: World, expected_warnings: list[str]
) -> None:
    expected_warnings += [r"amendment\.waits"]
    await world.posted()
    await world.hold(corrected())
    lost = Fault(Ambiguous("no answer"), made=True)
    world.outlet.spoil_edits.extend([Unavailable("down"), RateLimited("wait", 400), lost])
    for _ in range(3):
        await world.look(minutes=1)
        await world.tick()
        assert len(world.outlet.posted) == 1
    assert world.outlet.calls.count("edit 1") == 2, "not before the platform wants it"
    for _ in range(3):
        await world.tick(minutes=20)
    assert world.outlet.calls.count("edit 1") == 4
    assert "see “Corrections”" in world.stands()
    assert "As it is told now" in world.note()


async def test_after_a_day_in_vain_the_note_alone_says_it(world: World, expected_warnings: list[str]) -> None:
    expected_warnings += [r"amendment\.(waits|failed)"]
    await world.posted()
    await world.hold(corrected())
    world.outlet.spoil_edits.append(Unavailable("down"))
    await world.look()
    await world.tick()
    [edit, note] = await world.store.amendments.of("daily")
    await world.store.subscriptions.pause("daily", "nothing else is to be posted", PausedBy.PERSON)
    await world.tick(days=2)
    states = [row.state for row in await world.store.amendments.of("daily")]
    assert states == [State.FAILED, State.FAILED], "of a correction two days old nothing is posted any more"
    assert (edit.state, note.state) == (State.DUE, State.DUE)


async def test_a_note_whose_answer_was_lost_is_found_and_not_posted_again(world: World) -> None:
    await world.posted()
    await world.hold(corrected())
    world.outlet.fail_next.append(Fault(Ambiguous("no answer"), made=True))
    await world.keep_up()
    assert len(world.outlet.posted) == 2
    assert [row.state for row in await world.store.amendments.of("daily")] == [State.SENT, State.SENT]


async def test_a_later_change_amends_what_stands_by_then_and_its_note_tells_of_it_alone(world: World) -> None:
    await world.posted()
    await world.hold(corrected())
    await world.keep_up()
    world.clock.move(hours=1)
    both = {**corrected(), SPEECH: retracted()[SPEECH]}
    await world.hold(both)
    await world.keep_up()
    assert "Corrected 4 March 2022: Singapore" in world.stands()
    assert "voa/sg-sanct by voa/sg-sanct-2" in world.stands()
    assert "Retracted on 5 March 2022" in world.stands()
    second = plain(world.outlet.posted[2].document)
    assert "Retracted on 5 March 2022" in second
    assert "sg-sanct" not in second
    assert "Singapore" not in second


async def test_a_correction_of_a_correction_amends_the_post_again(world: World) -> None:
    await world.posted()
    await world.hold(corrected())
    await world.keep_up()
    world.clock.move(hours=1)
    second = replace(corrected()["voa/sg-sanct-2"], id="voa/sg-sanct-3", corrects="voa/sg-sanct-2", reason="another")
    await world.hold({**corrected(), second.id: second})
    await world.keep_up()
    assert "voa/sg-sanct-2 by voa/sg-sanct-3" in world.stands()
    told = {cite for clause in world.outlet.stands("1").clauses() for cite in clause.cites}
    assert "voa/sg-sanct-3" in told
    assert "voa/sg-sanct-2" not in told


async def test_a_record_changed_in_a_way_no_sentence_tells_amends_nothing(world: World) -> None:
    await world.posted()
    events = dict(article().events)
    await world.hold({**events, "voa/kh-asean": replace(events["voa/kh-asean"], form="letter")})
    await world.keep_up()
    assert (world.outlet.edited, len(world.outlet.posted)) == ([], 1)


def said(otherwise: bool) -> dict[str, EventRecord]:
    """The records, one of which a desk changes in its place and back."""
    events = dict(article().events)
    day = date(2022, 2, 27)
    change = replace(events[SANCTION], date=replace(events[SANCTION].date, first=day, last=day))
    return {**events, SANCTION: change} if otherwise else events


async def test_a_record_changed_back_and_forth_is_noted_each_time_and_by_whoever_looks_once(world: World) -> None:
    await world.posted()
    for turn, otherwise in enumerate((True, False, True, False), 1):
        world.clock.move(hours=1)
        await world.hold(said(otherwise))
        await world.look()
        world.begin()  # another process, that remembers nothing
        await world.look()
        await world.tick()
        await world.look()
        assert len(world.outlet.posted) == 1 + turn
        assert ("27 February" in world.stands()) is otherwise
    posted = await world.store.amendments.posted("daily", "2022-03-05T10:00")
    assert posted is not None
    assert [noted.mark.endswith(" 2") for noted in posted.amended] == [False, False, True, True]


async def test_what_was_changed_and_changed_back_between_two_looks_amends_nothing(world: World) -> None:
    await world.posted()
    for otherwise in (True, False):
        await world.hold(said(otherwise))
        world.clock.move(hours=1)
    await world.keep_up()
    assert (world.outlet.edited, len(world.outlet.posted)) == ([], 1)


async def test_who_does_not_want_corrections_gets_none(world: World) -> None:
    await world.posted(corrections=False)
    await world.hold(corrected())
    await world.keep_up()
    assert (world.outlet.edited, len(world.outlet.posted)) == ([], 1)


async def test_a_digest_older_than_the_age_stays_as_it_is(world: World) -> None:
    await world.posted()
    world.clock.now = datetime(2022, 3, 5, 10, tzinfo=UTC) + AGE + timedelta(hours=1)
    await world.hold(corrected())
    assert await world.look() == 0


async def test_two_that_look_at_once_enter_it_once(world: World) -> None:
    await world.posted()
    await world.hold(corrected())
    assert world.app is not None
    other = Living(world.store.amendments, world.store.subscriptions, {"console": world.outlet}, world.app.tell_anew)
    archive = world.app.desk.held.archive
    assert world.living is not None
    await world.living.look(archive, world.clock())
    rows = await world.store.amendments.of("daily")
    posted = await world.store.amendments.posted("daily", "2022-03-05T10:00")
    assert posted is not None
    assert posted.amended
    await world.store.amendments.enter(rows)
    assert await other.look(archive, world.clock()) == 0
    assert await world.store.amendments.of("daily") == rows


async def test_a_fault_of_our_own_holds_up_no_other_digest(world: World, expected_warnings: list[str]) -> None:
    expected_warnings += [r"amendment\.bug"]
    await world.hold(article().events)
    for name in ("a", "b"):
        await world.store.subscriptions.put([Standing(order(name, created=BEGUN), BEGUN, BEGUN + timedelta(hours=23))])
    await world.tick(hours=23)
    await world.hold(corrected())
    assert world.living is not None
    tell = world.living.tell

    def faulty(subscription: Subscription, *given: object) -> object:
        if subscription.id == "a":
            raise ValueError("a bug")
        return tell(subscription, *given)  # type: ignore[arg-type]

    world.living.tell = faulty  # type: ignore[assignment]
    assert await world.look() == 1


async def test_the_next_digest_tells_what_happened_to_records_that_an_earlier_one_told(world: World) -> None:
    await world.posted()
    world.clock.move(hours=2)
    await world.hold(retracted())
    await world.tick(hours=22)
    [_, second] = world.outlet.posted
    assert plain(second.document).count("Retracted on 5 March 2022: voa/kh-msg (VOA, 4 March 2022)") == 1
    assert "Corrections" in plain(second.document)
    await world.tick(days=1)
    assert len(world.outlet.posted) == 2, "once, and then nothing is new"


@pytest.mark.parametrize("change", ["corrected", "retracted"])
async def test_the_next_digest_tells_also_what_happened_after_the_clock_was_set_back(world: World, change: str) -> None:
    await world.posted()
    world.clock.move(hours=-1)  # to before the end of the window that was told
    await world.hold({"corrected": corrected, "retracted": retracted}[change]())
    await world.keep_up()
    for _ in range(3):
        await world.tick(days=1)
    digests = [plain(post.document) for post in world.outlet.posted if not post.document.title.startswith("Correction")]
    line = {"corrected": "voa/sg-sanct by voa/sg-sanct-2", "retracted": "Retracted on 5 March 2022: voa/kh-msg"}[change]
    assert [digest.count(line) for digest in digests[1:]] == [1], "once, and then nothing is new"


async def test_a_process_that_was_away_tells_no_change_again(world: World) -> None:
    """Its own history takes it up when it is back; the instant is the one that was noted when it happened."""
    await world.posted()
    stale = Life(list(world.life.revisions), [], world.life.born, dict(world.life.held))
    world.clock.move(hours=2)
    await world.hold(retracted())
    await world.tick(hours=22)
    assert "Retracted on 5 March 2022: voa/kh-msg" in plain(world.outlet.posted[1].document)
    world.clock.move(hours=6)
    world.life = stale
    world.begin()
    await world.hold(retracted())
    await world.tick(hours=18)
    assert len(world.outlet.posted) == 2


async def test_what_is_not_noted_yet_is_told_by_the_digest_after_the_next(world: World) -> None:
    """The records are taken up, and the database cannot be written until a digest was told without the change."""
    await world.posted(empty_day=EmptyDay.SAY)
    world.clock.move(hours=2)
    assert world.app is not None
    world.archive = world.life.hold(replace(article(), events=retracted()), world.clock())
    world.app.desk.swap(Held.of(world.archive, ()))
    await world.tick(hours=22)
    await world.app._note(world.store)
    await world.tick(days=1)
    await world.tick(days=1)
    line = "Retracted on 5 March 2022: voa/kh-msg"
    assert [plain(post.document).count(line) for post in world.outlet.posted] == [0, 0, 1, 0]


async def test_while_nothing_is_ordered_no_history_is_read(world: World) -> None:
    await world.hold(article().events)
    assert world.app is not None
    assert world.app.noted_of is None
    assert await world.store.changes.known() == {}
    await world.subscribe()
    await world.app._note(world.store)
    assert world.app.noted_of is world.archive.history


async def test_an_alert_is_amended_as_a_digest_is_and_the_next_digest_says_what_happened(world: World) -> None:
    await world.hold(article().events)
    await world.subscribe(alerts=Alerts.ALL)
    await world.tick(minutes=5)
    assert world.outlet.posted[0].document.title == "Alert · Friday 4 March 2022"
    await world.hold(retracted())
    await world.keep_up()
    assert world.outlet.stands("1").title == "Alert · Friday 4 March 2022"
    assert "Japan, France, Germany" not in world.stands()
    assert "unilateral sanctions on Russia" in world.stands(), "the rest stands"
    line = "Retracted on 4 March 2022: voa/kh-msg (VOA, 4 March 2022): Somebody else said it."
    assert line in world.stands()
    assert line in world.note()
    await world.tick(hours=23)
    [_, _, digest] = world.outlet.posted
    assert digest.document.title == "Saturday 5 March 2022"
    assert plain(digest.document).count(line) == 1
    assert "unilateral" not in plain(digest.document)


async def test_the_correction_of_what_an_alert_told_takes_its_place_there_and_is_told_by_the_digest(
    world: World,
) -> None:
    await world.hold(article().events)
    await world.subscribe(alerts=Alerts.ALL)
    await world.tick(minutes=5)
    world.clock.move(hours=2)
    await world.hold(corrected())
    await world.keep_up()
    told = "28 February. Corrected 4 March 2022: Singapore imposed unilateral sanctions on Russia."
    assert told in world.stands()
    assert len(world.outlet.posted) == 2, "the alert and its note: a correction is no breaking news"
    await world.tick(hours=21)
    assert told in plain(world.outlet.posted[2].document)


async def test_a_digest_told_anew_takes_in_nothing_that_an_alert_told(world: World) -> None:
    await world.hold(article().events)
    await world.subscribe(alerts=Alerts.VOTES)
    await world.tick(minutes=5)
    await world.tick(hours=23)
    [alert, digest] = world.outlet.posted
    before = [clause.text for clause in digest.document.clauses()]
    assert {cite for clause in alert.document.clauses() for cite in clause.cites} == {"voa/vote"}
    await world.hold(corrected())
    await world.keep_up()
    after = [c.text for c in world.outlet.stands("2").clauses() if not c.template.startswith("changes-")]
    assert len(after) == len(before)
    assert world.outlet.stands("1") == alert.document


async def test_a_correction_of_what_was_never_told_there_is_no_line_of_a_digest(world: World) -> None:
    await world.hold(article().events)
    world.clock.move(hours=2)
    await world.subscribe(empty_day=EmptyDay.SAY)
    await world.hold(retracted())  # before the first digest
    await world.tick(hours=21)
    assert "Retracted" not in plain(world.outlet.posted[0].document)


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Corrigé le 5 mars 2022 : voir « Corrections »"), ("es", "Corregido el 5 de marzo de 2022: véase")],
)
async def test_it_is_said_in_the_language_of_the_digest(world: World, language: str, words: str) -> None:
    await world.posted(language=language)
    await world.hold(corrected())
    await world.keep_up()
    assert words in world.stands().replace("\u00a0", " ").replace("\u202f", " ")
    assert world.outlet.posted[1].document.language == language


@dataclass
class Platform(FakeOutlet):
    """The outlet as a room that serves until it is closed."""

    closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        await self.closed.wait()

    async def close(self) -> None:
        self.closed.set()


async def test_a_running_dateline_amends_by_itself_when_its_records_change(tmp_path: Path) -> None:
    clock, life, coming = FakeClock(BEGUN), Life(), list[Held]()
    room = Platform(clock)
    one = order(created=BEGUN, at=(time(12),))
    app = App(
        Desk(Held.of(life.hold(replace(article(), events={}), BEGUN), ()), clock), (room,), (), (one,),
        lambda: open_store(fresh_file(tmp_path)), lambda: coming.pop() if coming else None, clock, look_every=0.02,
        watch=Watch(Limits(timedelta(0), timedelta(0), timedelta(0))),  # the clock jumps a day: no silence is meant
    )  # fmt: skip
    task = asyncio.create_task(app.run())

    async def until(condition: Callable[[], bool]) -> None:
        end = asyncio.get_running_loop().time() + 20
        while not condition():
            assert asyncio.get_running_loop().time() < end, "it never came"
            app.nudge()
            await asyncio.sleep(0.01)

    try:
        await until(app.scheduled.is_set)
        coming.append(Held.of(life.hold(article(), clock.move(minutes=1)), ()))
        await until(lambda: SANCTION in app.recorded)
        clock.move(days=1)
        await until(lambda: len(room.posted) == 1)
        coming.append(Held.of(life.hold(replace(article(), events=retracted()), clock.move(hours=1)), ()))
        await until(lambda: len(room.posted) == 2)
    finally:
        app.stop.set()
        assert await asyncio.wait_for(task, 10) == 0
    assert "was taken out" in plain(room.stands("1"))
    assert room.posted[1].document.title == f"Correction: {room.posted[0].document.title}"
