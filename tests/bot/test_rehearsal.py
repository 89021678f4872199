"""What would be posted in the coming week is what is then posted, byte for byte, and it is told why."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from adapters.administration import Errand
from adapters.contract import Alerts, CatchUp, EmptyDay, Lack, Outcome, Reply, Subscription
from adapters.discord import render as discord
from adapters.hours import DatesOff, QuietHours
from adapters.slack import render as slack
from adapters.store.entries import SlotEntry, Standing, State
from adapters.store.store import Store
from bot.app import App
from bot.commands import Desk, Held
from bot.office.errands import Office
from bot.office.rehearsing import Stage
from bot.rehearsal import Rehearsal, moment, rehearse
from bot.schedule import Scheduler
from bot.shell_rehearsal import Paper
from bot.slots import next_slot, slots_on
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, Length
from briefs.digests import Filter, Met
from briefs.document import Document, Paragraph, say
from briefs.plain import plain
from briefs.selections import Left, Selection
from tests.archives import shipped
from tests.bot.shell import dateline
from tests.fakes import FakeClock, FakeOutlet
from tests.stores import CREATED, fresh, fresh_file, opened, order, told

each_database = pytest.mark.usefixtures("each_database")

BEGUN = datetime(2026, 3, 6, 12, tzinfo=UTC)
CAME = BEGUN + timedelta(hours=1)


def news() -> Archive:
    """The shipped records as if published the day they come in."""
    archive = shipped()
    sources = {id_: replace(source, published=BEGUN.date()) for id_, source in archive.sources.items()}
    return replace(archive, sources=sources)


HELD = Held.of(news(), ())


@dataclass
class House:
    """The application's own composing over a real store, with the office and the schedule beside it."""

    store: Store
    app: App
    clock: FakeClock
    outlet: FakeOutlet
    lacking: Sequence[Lack] = ()

    @property
    def office(self) -> Office:
        return Office(
            lambda: self.store, self.app.compose, self.app.desk, self.clock, lambda: None, self.lacks,
            select=self.app.select, outlet=self.app.outlet,
        )  # fmt: skip

    async def lacks(self, address: object, language: str) -> Sequence[Lack]:
        return self.lacking

    async def subscribe(self, name: str = "digest-abcde", **changes: object) -> Subscription:
        given = {"origin": "chat", "server": "1", "at": (time(8),), "zone": "America/New_York"} | changes
        made = order(name, self.outlet.platform, "7", **given)
        await self.store.subscriptions.put([Standing(made, BEGUN, next_slot(made, self.clock()).due, alerted=BEGUN)])
        return made

    async def rehearsed(self, name: str = "digest-abcde") -> Rehearsal:
        standing = await self.store.subscriptions.get(name)
        assert standing is not None
        rows = await self.store.ledger.history(name)
        return rehearse(standing, rows, self.clock(), self.app.compose, self.app.select, self.outlet)

    async def says(self, errand: str = "rehearse", locale: str = "en-US", **given: str) -> Reply:
        asked = Errand(f"subscription {errand}", given, self.outlet.platform, "1", "7", True, locale, lambda _: "#desk")
        return await self.office.administer(asked)

    async def post(self) -> None:
        await self.store.hold.take(self.clock())
        outlets = {self.outlet.platform: self.outlet}
        scheduler = Scheduler(self.store, outlets, self.app.compose, self.clock, news=self.app.news)
        await scheduler.run_due_once(self.clock())


@asynccontextmanager
async def housed(folder: Path, platform: str = "discord") -> AsyncIterator[House]:
    async with opened(fresh(folder)) as store:
        clock = FakeClock(BEGUN + timedelta(hours=6))
        outlet = FakeOutlet(clock, platform)
        outlet.parts = Paper(platform).parts  # type: ignore[method-assign]
        desk = Desk(HELD, clock)
        app = App(desk, (), (outlet,), (), _unopened, lambda: None, clock)
        archive = HELD.archive
        app.recorded = dict.fromkeys((*archive.events, *archive.rollcalls), CAME)
        yield House(store, app, clock, outlet)


async def _unopened() -> Store:
    raise AssertionError("the test opens the store")


def lines(reply: Reply) -> list[str]:
    return [line for line in plain(reply.document).splitlines() if line]


def payload(platform: str, document: Document) -> str:
    render: Callable[[Document], object] = slack.render if platform == "slack" else discord.render
    return json.dumps(render(document), ensure_ascii=False, sort_keys=True)


# --- beside alerts -----------------------------------------------------------------------------------------------


@each_database
async def test_what_alerts_told_is_rehearsed_previewed_and_sent_no_more(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        votes = Filter(acts=(Act.VOTE_HELD,))
        one = await house.subscribe(alerts=Alerts.VOTES, follows=Filter(actors=("KHM",)))
        before = await house.rehearsed()
        await house.post()
        [alert] = await house.store.ledger.history(one.id)
        assert set(alert.news) == {id_ for id_, met in before.selection.chosen.items() if met.act in votes.acts}
        assert house.outlet.posted[0].document.title.startswith("Alert · Friday 6 March 2026 · Cambodia")
        rehearsed = await house.rehearsed()
        assert rehearsed.waiting == ()
        assert set(rehearsed.selection.chosen) == set(before.selection.chosen) - set(alert.news)
        assert rehearsed.selection.left[Left.ALERTED] == len(alert.news)
        assert f"posted as alerts: {len(alert.news)}" in plain((await house.says()).document)
        preview = plain((await house.says("preview", subscription=one.id)).document)
        house.clock.now = rehearsed.moments[0].slot.due
        await house.post()
        assert payload("discord", house.outlet.posted[1].document) == payload("discord", rehearsed.messages[0])
        assert "A/RES/ES-11/1" in plain(house.outlet.posted[0].document)
        assert "A/RES/ES-11/1, Aggression" not in preview
        by_hand = plain((await house.says("send-now", subscription=one.id)).document)
        assert "beyond what was posted as alerts, so nothing is posted" in by_hand
        assert len(house.outlet.posted) == 2


async def test_what_is_posted_at_once_is_found_by_what_each_follows_and_since_when_it_looked(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        until, news = house.clock(), house.app.news()
        assert (news.newest(CAME), news.newest(until)) == (None, CAME)
        for follows, alerts, since, found in (
            (Filter(), Alerts.ALL, BEGUN, True),
            (Filter(), Alerts.ALL, CAME, True),
            (Filter(), Alerts.ALL, CAME + timedelta(seconds=1), False),
            (Filter(issues=("palestine",)), Alerts.ALL, BEGUN, False),
            (Filter(acts=(Act.VETO,)), Alerts.VOTES, BEGUN, False),
            (Filter(actors=("KHM",)), Alerts.CHANGES, BEGUN, True),
        ):
            one = order(follows=follows, alerts=alerts)
            assert [news.breaking(one, since, until) for _ in range(2)] == [found] * 2
        assert not news.breaking(order(alerts=Alerts.ALL), CAME, CAME), "another moment is another look"
        assert house.app.news() is news
        house.app.recorded = dict(house.app.recorded)
        assert house.app.news() is not news, "the records are others"


# --- it is what is then posted -----------------------------------------------------------------------------------


@each_database
@pytest.mark.parametrize("platform", ["discord", "slack"])
@pytest.mark.parametrize(
    ("follows", "length", "thread"),
    [
        (Filter(actors=("KHM",)), Length.SHORT, False),
        (Filter(actors=("asean", "FRA"), acts=(Act.VOTE_HELD, Act.STATEMENT)), Length.LONG, True),
    ],
    ids=["short", "long"],
)
async def test_the_messages_rehearsed_are_those_posted_later_byte_for_byte(
    tmp_path: Path, platform: str, follows: Filter, length: Length, thread: bool
) -> None:
    async with housed(tmp_path, platform) as house:
        await house.subscribe(follows=follows, length=length, thread=thread, mention="99")
        rehearsed = await house.rehearsed()
        assert await house.store.ledger.history("digest-abcde") == ()
        house.clock.now = rehearsed.moments[0].slot.due
        await house.post()
        posted = [post.document for post in house.outlet.posted]
        assert posted == list(rehearsed.messages)
        assert posted
        assert [payload(platform, one) for one in posted] == [payload(platform, one) for one in rehearsed.messages]


@each_database
async def test_what_is_rehearsed_as_nothing_posts_nothing(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe(follows=Filter(acts=(Act.WITHDRAW,)))
        rehearsed = await house.rehearsed()
        assert (tuple(rehearsed.messages), rehearsed.selection.chosen) == ((), {})
        assert "nothing is posted then" in plain((await house.says()).document)
        house.clock.now = rehearsed.moments[0].slot.due
        await house.post()
        assert [row.state for row in await house.store.ledger.history("digest-abcde")] == [State.QUIET]


async def test_a_slot_that_still_waits_is_told_and_the_next_one_begins_where_it_ends(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        made = await house.subscribe(follows=Filter(actors=("KHM",)))
        due = house.clock() - timedelta(minutes=1)
        await house.store.ledger.enter([SlotEntry(made.id, "2026-03-06T12:59", due)], {}, house.clock())
        rehearsed = await house.rehearsed()
        assert (rehearsed.waiting, tuple(rehearsed.messages)) == (("2026-03-06T12:59",), ())
        assert "• Still to be posted before: 2026-03-06 12:59." in lines(await house.says())


def test_a_slot_that_the_schedule_has_yet_to_enter_is_told_first() -> None:
    standing = Standing(order(), CREATED, CREATED + timedelta(hours=1))
    now = CREATED + timedelta(days=1, hours=2)
    made = rehearse(standing, (), now, told, nothing, None)
    assert made.waiting == ("2026-03-02T10:00",)
    assert plain(made.messages[0]).splitlines()[2].startswith("02 10:00–03 10:00")
    skips = replace(standing, subscription=order(catch_up=CatchUp.SKIP))
    assert rehearse(skips, (), now, told, nothing, None).waiting == ()


# --- and it is told ----------------------------------------------------------------------------------------------


async def test_when_what_why_and_what_is_left_out_are_told(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe(follows=Filter(issues=("ukraine-war",), actors=("asean",)))
        reply = await house.says(subscription="digest-abcde")
        rehearsed = await house.rehearsed()
        told_lines = lines(reply)
        assert reply.outcome is Outcome.ANSWERED
        assert told_lines[0] == "Rehearsal of digest-abcde"
        assert told_lines[1:4] == [
            "• Saturday 7 March 2026, 08:00 (America/New_York, UTC-05:00); 2026-03-07 13:00 UTC",
            "• Sunday 8 March 2026, 08:00 (America/New_York, UTC-04:00); 2026-03-08 12:00 UTC",
            "• Monday 9 March 2026, 08:00 (America/New_York, UTC-04:00); 2026-03-09 12:00 UTC",
        ]
        assert (reply.moment, len(rehearsed.moments)) == (rehearsed.moments[0].slot.due, 7)
        text = plain(reply.document)
        count = len(rehearsed.selection.chosen)
        assert f"the next one tells this. Records: {count}. Messages: {len(rehearsed.messages)}." in text
        left = rehearsed.selection.left
        assert left[Left.ACTOR] > 0
        assert f"by or about others: {left[Left.ACTOR]}" in text
        assert "In it for: issue Russia's war against Ukraine; actor ASEAN." in text


async def test_every_sentence_told_is_one_of_the_digest_with_its_sources(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe(follows=Filter(actors=("KHM",)))
        reply, rehearsed = await house.says(), await house.rehearsed()
        assert rehearsed.briefing is not None
        digest = rehearsed.briefing.document
        mine = list(reply.document.clauses())
        assert mine
        assert all(clause in list(digest.clauses()) for clause in mine)
        assert reply.document.sources == digest.sources


async def test_what_is_missing_in_the_channel_is_told_before_anything_else(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe()
        house.lacking = (Lack("Send Messages is off"), Lack("History is off", blocks=False))
        assert lines(await house.says())[1:3] == [
            "• Dateline cannot post there yet: Send Messages is off",
            "• What is missing, though it posts all the same: History is off",
        ]


async def test_without_a_name_every_digest_of_the_channel_is_rehearsed(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe(follows=Filter(actors=("KHM",)))
        await house.subscribe("digest-fghij", at=(time(9, 5),), zone="Asia/Kathmandu", weekdays=frozenset({1}))
        told_lines = lines(await house.says())
        assert told_lines[0] == "Rehearsal of this channel"
        assert {"digest-abcde", "digest-fghij"} <= set(told_lines)
        assert "• Monday 9 March 2026, 09:05 (Asia/Kathmandu, UTC+05:45); 2026-03-09 03:20 UTC" in told_lines


@pytest.mark.parametrize(
    ("locale", "title"), [("fr", "Répétition de digest-abcde"), ("es-ES", "Ensayo de digest-abcde")]
)
async def test_it_is_told_in_the_language_of_who_asks(tmp_path: Path, locale: str, title: str) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe(follows=Filter(actors=("KHM",)))
        assert lines(await house.says(locale=locale))[0] == title


async def test_every_time_is_told_by_the_readers_own_clock_too_where_they_name_it(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe()
        told_lines = lines(await house.says(your_zone="kathmandu"))
        assert told_lines[1].endswith("2026-03-07 13:00 UTC = 2026-03-07 18:45 (Asia/Kathmandu)")
        odd = await house.says(your_zone="atlantis")
        assert (odd.outcome, "“atlantis” is no time zone" in plain(odd.document)) == (Outcome.USAGE, True)


async def test_another_channels_or_servers_digest_is_not_rehearsed(tmp_path: Path) -> None:
    async with housed(tmp_path) as house:
        await house.subscribe(server="2")
        assert (await house.says()).outcome is Outcome.USAGE
        assert (await house.says(subscription="digest-abcde")).outcome is Outcome.USAGE


# --- clocks ------------------------------------------------------------------------------------------------------


def test_a_time_that_the_day_does_not_have_and_one_it_has_twice_are_told_as_such() -> None:
    york = order(at=(time(2, 30),), zone="America/New_York")
    gap = moment(york, slots_on(york, date(2026, 3, 8))[0])
    assert (gap.local.strftime("%H:%M %z"), gap.gap, gap.fold) == ("03:00 -0400", True, False)
    york = replace(york, at=(time(1, 30),))
    fold = moment(york, slots_on(york, date(2026, 11, 1))[0])
    assert (fold.local.strftime("%H:%M %z"), fold.gap, fold.fold) == ("01:30 -0400", False, True)
    plain_day = moment(york, slots_on(york, date(2026, 11, 2))[0])
    assert (plain_day.gap, plain_day.fold) == (False, False)


def test_quiet_hours_and_dates_off_are_told() -> None:
    free = DatesOff.read("2026-03-04")
    night = order(at=(time(6), time(18)), off=(free,), quiet=QuietHours(time(22), time(7)))
    made = rehearse(Standing(night, CREATED, CREATED + timedelta(days=1)), (), CREATED, told, nothing, None)
    text = plain(stage().document([(made, ())])).splitlines()
    assert (
        "• Monday 2 March 2026, 06:00 (UTC, UTC+00:00); 2026-03-02 06:00 UTC – held by quiet hours, posted at 07:00"
        in text
    )
    assert "• Monday 2 March 2026, 18:00 (UTC, UTC+00:00); 2026-03-02 18:00 UTC" in text
    assert "• Off: Wednesday 4 March 2026." in text
    assert not any(one.slot.local.startswith("2026-03-04") for one in made.moments)


def test_what_is_posted_at_once_and_what_of_it_still_waits_is_told() -> None:
    desk = order(alerts=Alerts.VOTES, zone="Asia/Phnom_Penh")
    rehearsed = rehearse(Standing(desk, CREATED, CREATED + timedelta(days=1)), (), CREATED, told, nothing, None)
    waits = replace(rehearsed, waiting=("2026-03-01T10:00", "2026-03-01T20:30:07Z"))
    text = plain(stage().document([(waits, ())])).splitlines()
    assert "• Still to be posted before: 2026-03-01 10:00, 2026-03-02 03:30 (alert)." in text
    assert "• Alerts: the votes it follows are posted at once, and not again in the digest." in text


def test_where_no_slot_can_be_told_any_more_nothing_is_due() -> None:
    for nowhere in (order(weekdays=frozenset()), order(zone="Europe/Atlantis")):
        made = rehearse(Standing(nowhere, CREATED, CREATED - timedelta(days=1)), (), CREATED, told, nothing, None)
        assert (made.moments, made.waiting, made.briefing) == ((), (), None)
        assert "Nothing is due in the next seven days." in plain(stage().document([(made, ())]))


def stage(zone: str = "") -> Stage:
    return Stage(HELD.shelf.names, "en", zone)


def nothing(subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Selection:
    return Selection()


@pytest.mark.parametrize(
    ("at", "now", "line"),
    [
        (time(2, 30), datetime(2026, 3, 8, tzinfo=UTC),
         "Sunday 8 March 2026, 03:00 (America/New_York, UTC-04:00); 2026-03-08 07:00 UTC = 2026-03-08 14:00 "
         "(Asia/Phnom_Penh) – 02:30 does not exist that day, as the clocks go forward"),
        (time(1, 30), datetime(2026, 11, 1, tzinfo=UTC),
         "Sunday 1 November 2026, 01:30 (America/New_York, UTC-04:00); 2026-11-01 05:30 UTC = 2026-11-01 12:30 "
         "(Asia/Phnom_Penh) – 01:30 comes twice that day, as the clocks go back; the first one counts"),
    ],
    ids=["gap", "fold"],
)  # fmt: skip
def test_the_day_of_a_clock_change_is_told_to_the_minute_in_both_zones(at: time, now: datetime, line: str) -> None:
    standing = Standing(order(at=(at,), zone="America/New_York"), CREATED, now + timedelta(days=1))
    made = rehearse(standing, (), now, told, nothing, None)
    text = plain(stage("Asia/Phnom_Penh").document([(made, ())]))
    assert line in text


def test_what_an_embargo_brings_later_is_told_by_its_day() -> None:
    standing = Standing(order(), CREATED, CREATED + timedelta(hours=1))
    met = Met((), (), Act.STATEMENT)

    def select(subscription: Subscription, since: datetime, until: datetime, alerted: object = ()) -> Selection:
        return Selection({"a/1": met, "a/2": met}) if since.day == 3 else Selection()

    made = rehearse(standing, (), CREATED, told, select, None)
    assert [(one.slot.local, count) for one, count in made.later] == [("2026-03-04T10:00", 2)]
    text = plain(stage().document([(made, ())]))
    assert "Wednesday 4 March 2026: records on file that are news by then, as their embargo ends: 2." in text


def test_a_digest_that_would_be_withheld_or_says_that_nothing_is_new_is_told_so() -> None:
    calm = Document("Digest", (Paragraph((say("Nothing new."),)),))
    say_so = Standing(order(empty_day=EmptyDay.SAY), CREATED, CREATED + timedelta(hours=1))
    for ending, words in (
        (Ending.QUIET, "nothing is new for the next one, and it says so. Messages: 1."),
        (Ending.WITHHELD, "The next one would be withheld, as a sentence of it is not proved: C3: no such vote"),
    ):
        brief = Briefing(calm, ending, ("C3: no such vote",))
        made = rehearse(say_so, (), CREATED, lambda *_, brief=brief: brief, nothing, None)  # type: ignore[misc]
        assert words in plain(stage().document([(made, ())]))


# --- from the shell ----------------------------------------------------------------------------------------------

FILE = """
[[subscription]]
id = "daily"
platform = "discord"
place = "123456789012345678"
at = "08:30"
zone = "Asia/Phnom_Penh"
follows = { actors = ["cambodia"] }
"""


def shell(folder: Path, *arguments: str) -> tuple[int, str, str]:
    (folder / "dateline.toml").write_text(FILE, encoding="utf-8")
    env = {"DATELINE_DATA": str(folder / "data"), "DATELINE_CONFIG": str(folder / "dateline.toml")}
    done = dateline("rehearse", *arguments, **env)
    return done.returncode, done.stdout, done.stderr


def test_the_shell_rehearses_what_the_file_orders_before_anything_ran_and_makes_nothing(tmp_path: Path) -> None:
    code, told_text, _ = shell(tmp_path, "--zone", "paris")
    assert code == 0
    assert told_text.startswith("Rehearsal of daily\n")
    assert told_text.count("08:30 (Asia/Phnom_Penh, UTC+07:00)") == 7
    assert told_text.count("(Europe/Paris)") == 7
    assert "nothing is posted then" in told_text
    assert not (tmp_path / "data" / "dateline.db").exists()


def test_the_shell_rehearses_from_the_database_and_notes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    async def fill() -> None:
        async with opened(fresh_file(tmp_path / "data")) as store:
            standing = Standing(
                order("other", "slack", "C0123456789", zone="UTC"), CREATED, CREATED + timedelta(hours=1)
            )
            await store.subscriptions.put([standing])

    async def seen() -> int:
        async with opened(tmp_path / "data" / "dateline.db") as store:
            return len(await store.seen.known())

    asyncio.run(fill())
    code, told_text, _ = shell(tmp_path, "other", "--full")
    assert code == 0
    assert told_text.startswith("Rehearsal of other\n")
    assert "published more than seven days before they came in: " in told_text
    assert asyncio.run(seen()) == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("nope",), 'dateline: no subscription is called "nope"\n'),
        (("--zone", "atlantis"), 'dateline: "atlantis" is no time zone; write one like Asia/Phnom_Penh\n'),
    ],
)
def test_what_cannot_be_rehearsed_is_said_in_a_line(tmp_path: Path, arguments: Sequence[str], line: str) -> None:
    code, out, error = shell(tmp_path, *arguments)
    assert (code, out, error) == (2, "", line)
