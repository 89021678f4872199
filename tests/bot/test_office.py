"""Errands over a real database: what is scheduled, changed, previewed, paused, sent and told, and to whom not."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from adapters.administration import Errand, Form
from adapters.contract import Address, Alerts, EmptyDay, Lack, Outcome, Reply, Request, Subscription
from adapters.store.entries import State
from adapters.store.store import Store
from bot.archives import Shelves
from bot.commands import Desk, Held
from bot.config import NamePolicy
from bot.office.catalogue import errands
from bot.office.drafts import drafted, weekdays
from bot.office.errands import MOST, Office
from bot.office.forms import standing_words
from bot.office.hours import clock
from bot.office.preferences import by_server
from bot.office.presence import forget
from bot.office.zones import find_zone, near_zones
from bot.schedule import Scheduler
from briefs import briefing
from briefs.codebook import Act, Length
from briefs.digests import Filter
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from tests.archives import shipped
from tests.fakes import FakeClock, FakeOutlet
from tests.stores import fresh, opened

HELD = Held.of(shipped(), ())
NAMES = {"7": "#desk", "8": "#floor", "99": "@watchers"}
MORNING = {"time": "8", "zone": "phnom penh"}


@dataclass
class Server:
    """One server's errands against a real store, and the schedule behind it."""

    store: Store
    clock: FakeClock = field(default_factory=lambda: FakeClock(datetime(2026, 11, 23, 9, tzinfo=UTC)))
    outlet: FakeOutlet = field(init=False)
    lacking: Sequence[Lack] = ()
    nudged: int = 0

    def __post_init__(self) -> None:
        self.outlet = FakeOutlet(self.clock, "discord")
        self.desk = Desk(HELD, self.clock)
        self.recorded = {
            id_: datetime(2026, 11, 23, 12, tzinfo=UTC) for id_ in (*HELD.archive.events, *HELD.archive.rollcalls)
        }

    @property
    def office(self) -> Office:
        return Office(lambda: self.store, self.compose, self.desk, self.clock, self.nudge, self.lacks)

    def compose(self, order: object, since: datetime, until: datetime, alerted: object = ()) -> briefing.Briefing:
        local = until.astimezone(ZoneInfo(order.zone))  # type: ignore[attr-defined]
        recorded = {id_: at for id_, at in self.recorded.items() if id_.startswith("voa/kh")}
        return briefing.digest_of_window(
            _fresh(until),
            recorded,
            since,
            local,
            order.follows,
            order.length,  # type: ignore[attr-defined]
        )

    def nudge(self) -> None:
        self.nudged += 1

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        return self.lacking

    async def says(
        self, errand: str, server: str = "1", manages: bool = True, locale: str = "en-US", **given: str
    ) -> Reply:
        return await self.office.administer(self.errand(errand, server, manages, locale, **given))

    def errand(
        self, errand: str, server: str = "1", manages: bool = True, locale: str = "en-US", **given: str
    ) -> Errand:
        return Errand(
            f"subscription {errand}", given,
            "discord", server, "7", manages, locale, lambda id_: NAMES.get(id_, id_),
            lambda place, message: f"https://discord.com/channels/1/{place}/{message}",
        )  # fmt: skip

    async def asks(self, errand: str, **given: str) -> Reply:
        """An errand outside of any group."""
        where = Errand(errand, given, "discord", "1", "7", True, "en-US", lambda id_: NAMES.get(id_, id_))
        return await self.office.administer(where)

    async def scheduled(self, **given: str) -> str:
        """The id of a new digest."""
        before = {one.subscription.id for one in await self.store.subscriptions.all()}
        reply = await self.says("schedule", **{**MORNING, **given})
        assert reply.outcome is Outcome.ANSWERED, plain(reply.document)
        [new] = [
            one.subscription.id for one in await self.store.subscriptions.all() if one.subscription.id not in before
        ]
        return new


def _fresh(until: datetime) -> object:
    """The shipped records as if published on the day of the digest: news."""
    archive = HELD.archive
    sources = {id_: replace(source, published=until.date()) for id_, source in archive.sources.items()}
    return replace(archive, sources=sources)


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[Server]:
    async with opened(fresh(folder)) as store:
        yield Server(store)


def lines(reply: Reply) -> list[str]:
    return [line for line in plain(reply.document).splitlines() if line]


# --- scheduling --------------------------------------------------------------------------------------------------


async def test_a_digest_is_scheduled_with_everything_read_back_in_words(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        reply = await server.says(
            "schedule", time="5:45 pm", zone="new york", channel="8", weekdays="mon-fri", issues="ukraine",
            actors="cambodia, asean", acts="vote.held, statement", changes="no", length="long", language="fr",
            empty="say", mention="99", publish="yes", tag="News", thread="yes",
            corrections="no", alerts="changes",
        )  # fmt: skip
        [standing] = await server.store.subscriptions.all()
        order = standing.subscription
        assert (order.at, order.zone, order.address) == ((time(17, 45),), "America/New_York", Address("discord", "8"))
        assert order.weekdays == frozenset({1, 2, 3, 4, 5})
        assert (order.follows.issues, order.follows.actors) == (("ukraine-war",), ("KHM", "asean"))
        assert order.follows.acts == (Act.VOTE_HELD, Act.STATEMENT)
        assert (order.length, order.language, order.empty_day) == (Length.LONG, "fr", EmptyDay.SAY)
        assert (order.server, order.origin, order.mention) == ("1", "chat", "99")
        assert (order.publish, order.tag, order.thread, order.corrections) == (True, "News", True, False)
        assert (order.alerts, standing.alerted) == (Alerts.CHANGES, server.clock())
        assert reply.moment == standing.next_due == datetime(2026, 11, 23, 22, 45, tzinfo=UTC)
        assert lines(reply) == [
            "Scheduled",
            f"• Its name here: {order.id}",
            "• Posts in #floor at 17:45 (America/New_York), Monday, Tuesday, Wednesday, Thursday and Friday.",
            "• Follows issues: Russia's war against Ukraine; actors: Cambodia, ASEAN; acts: vote.held, statement.",
            "• Length: long. Language: Français. A day with nothing new is said to be one.",
            "• Mentions @watchers.",
            "• Each post is published to the servers that follow the channel.",
            "• Posts of the forum get the tag “News”.",
            "• In the channel stands a sentence for each issue; the whole digest stands in a thread of it.",
            "• What was posted stays as it is when a record is corrected.",
            "• Alerts: votes in which somebody it follows voted otherwise than before are posted at once, and not again"
            " in the digest.",
            "• Next: Monday 23 November 2026, 17:45 (America/New_York).",
        ]


async def test_every_mistake_of_an_errand_is_told_at_once_and_nothing_is_kept(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        reply = await server.says(
            "schedule", time="25:00", zone="pnom pen", weekdays="someday", issues="ukrane", actors="korea", acts="vote"
        )
        assert reply.outcome is Outcome.USAGE
        assert lines(reply) == [
            "Not understood",
            "• “25:00” is no time of day. Write it like 08:30 or 5:45 pm; several are parted by commas, at most 24.",
            "• “pnom pen” is no time zone. Did you mean Asia/Phnom_Penh?",
            "• “someday” names no days. Write every day, weekdays, weekends or days like mon wed fri.",
            "• “ukrane” is no name here. Did you mean Russia's war against Ukraine, Racism and racial discrimination,"
            " Human rights in Iran?",
            "• “korea” may mean South Korea, North Korea. Write one of them.",
            "• “vote” is no kind of act. Did you mean vote.held?",
        ]
        assert await server.store.subscriptions.all() == ()


async def test_what_keeps_dateline_from_posting_is_said_when_it_is_scheduled(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        server.lacking = (Lack("Send Messages is off"),)
        reply = await server.says("schedule", **MORNING)
        assert lines(reply)[-1] == "• Dateline cannot post there yet: Send Messages is off"


async def test_a_new_digest_never_posts_old_stock(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        ahead = server.clock() + timedelta(minutes=1)
        await server.store.seen.see({"voa/kh-msg": "hash"}, ahead)
        await server.scheduled()
        [standing] = await server.store.subscriptions.all()
        assert standing.covered > ahead, "a window from there does not hold what was there already"


async def test_a_server_has_at_most_twenty_five(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        for _ in range(MOST):
            await server.scheduled()
            server.clock.move(seconds=1)
        refused = await server.says("schedule", **MORNING)
        assert lines(refused)[-1].startswith("There are 25 scheduled digests here")
        assert (await server.says("schedule", server="2", **MORNING)).outcome is Outcome.ANSWERED


# --- whose it is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("errand", [one.name.removeprefix("subscription ") for one in errands() if " " in one.name])
async def test_who_may_not_manage_the_server_is_told_so_and_changes_nothing(tmp_path: Path, errand: str) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        before = await server.store.subscriptions.all()
        refused = await server.says(errand, manages=False, subscription=id_, **MORNING)
        assert lines(refused)[0] == "Not allowed"
        assert await server.store.subscriptions.all() == before


@pytest.mark.parametrize(
    "errand",
    [
        "edit",
        "preview",
        "pause",
        "resume",
        "remove",
        "send-now",
        "history",
        "send-again",
        "mark-sent",
        "try-again",
        "rehearse",
    ],
)
async def test_another_servers_digest_is_not_there_for_anybody_else(tmp_path: Path, errand: str) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        before = await server.store.subscriptions.all()
        refused = await server.says(errand, server="2", subscription=id_)
        assert lines(refused)[-1].startswith(f"No digest scheduled here is called “{id_}”")
        assert await server.store.subscriptions.all() == before
        assert lines(await server.says("list", server="2"))[-1].startswith("Nothing is scheduled")


# --- changing ----------------------------------------------------------------------------------------------------


async def test_an_edit_changes_what_is_given_and_nothing_else(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(issues="ukraine", mention="99")
        [before] = await server.store.subscriptions.all()
        await server.says("edit", subscription=id_, time="21:00", issues="all", mention="none")
        [after] = await server.store.subscriptions.all()
        assert after.subscription == replace(
            before.subscription, at=(time(21),), mention=None, follows=replace(before.subscription.follows, issues=())
        )
        assert after.covered == before.covered
        assert after.next_due == datetime(2026, 11, 23, 14, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_form_shows_is_read_back_to_the_very_order(language: str) -> None:
    names = HELD.shelf.names
    order = Subscription(
        "digest-a", Address("discord", "7"), (time(6, 5), time(18)), "Asia/Phnom_Penh", datetime.now(UTC)
    )
    everything = Filter(issues=tuple(names.register.issues), actors=tuple(names.register.actors))
    for days in ({1, 2, 3, 4, 5, 6, 7}, {1, 2, 3, 4, 5}, {6, 7}, {2}, {1, 3, 5}, {7, 1}):
        order = replace(order, weekdays=frozenset(days), follows=everything)
        blank = replace(order, at=(time(1),), zone="UTC", weekdays=frozenset({4}), follows=Filter())
        read = drafted(blank, standing_words(order, names, language), names, language)
        assert (read.mistakes, read.order) == ((), order)


async def test_a_form_that_came_back_as_it_was_shown_changes_nothing(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(issues="ukraine", weekdays="mon wed")
        before = await server.store.subscriptions.all()
        form = await server.office.ask(server.errand("edit", subscription=id_))
        assert isinstance(form, Form)
        blanks = {field.param.name: f" {field.words}\n" for field in form.fields}
        reply = await server.says("edit", **form.given, **blanks)
        assert reply.outcome is Outcome.ANSWERED
        assert await server.store.subscriptions.all() == before


async def test_a_field_that_was_emptied_follows_all_and_one_that_cannot_be_empty_stays(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(issues="ukraine", actors="cambodia", weekdays="mon wed")
        [before] = await server.store.subscriptions.all()
        form = await server.office.ask(server.errand("edit", subscription=id_))
        assert isinstance(form, Form)
        await server.says("edit", **form.given, **{field.param.name: " " for field in form.fields})
        [after] = await server.store.subscriptions.all()
        assert after.subscription == replace(before.subscription, weekdays=frozenset(range(1, 8)), follows=Filter())


async def test_a_form_is_for_whoever_manages_the_server_and_for_its_own_digests(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        refused = await server.office.ask(server.errand("form", manages=False))
        assert isinstance(refused, Reply)
        assert lines(refused)[0] == "Not allowed"
        elsewhere = await server.office.ask(server.errand("edit", server="2", subscription=id_))
        assert isinstance(elsewhere, Reply)
        assert lines(elsewhere)[-1].startswith(f"No digest scheduled here is called “{id_}”")
        assert await server.office.ask(server.errand("edit", subscription=id_, time="9")) is None
        assert await server.office.ask(server.errand("list")) is None


async def test_a_paused_digest_keeps_everything_and_goes_on(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        [before] = await server.store.subscriptions.all()
        await server.says("pause", subscription=id_)
        server.clock.move(days=3)
        assert await server.store.subscriptions.due(server.clock()) == ()
        assert "Paused: paused here" in " ".join(lines(await server.says("list")))
        again = await server.says("resume", subscription=id_)
        assert lines(again)[0] == "Goes on"
        [after] = await server.store.subscriptions.all()
        assert (after.subscription, after.covered) == (before.subscription, before.covered)
        assert after.next_due > server.clock()
        assert lines(await server.says("resume", subscription=id_))[-1] == f"{id_} is not paused."


async def test_a_removed_digest_is_gone_from_everything_but_the_ledger(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        await server.says("remove", subscription=id_)
        assert await server.store.subscriptions.all() == ()
        assert await server.store.subscriptions.get(id_) is None
        assert id_ in await server.store.subscriptions.ids()
        server.clock.move(days=2)
        assert await server.store.subscriptions.due(server.clock()) == ()


# --- what is posted ----------------------------------------------------------------------------------------------


async def test_a_preview_over_a_thread_says_what_stands_where(tmp_path: Path) -> None:
    said = "In the channel stands a sentence for each issue; the whole digest stands in a thread of it."
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(actors="cambodia", thread="yes")
        server.clock.move(hours=4)

        def composed(order: Subscription, since: datetime, until: datetime, alerted: object = ()) -> briefing.Briefing:
            made = server.compose(order, since, until)
            return replace(made, lead=made.document)

        office = replace(server.office, outlet=lambda platform: server.outlet, compose=composed)
        for threading in (True, False):
            server.outlet.threading = threading
            shown = await office.administer(server.errand("preview", subscription=id_))
            assert (said in plain(shown.document).replace("\n", " ")) is threading


async def test_a_preview_is_the_very_digest_that_is_then_sent(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(actors="cambodia", mention="99")
        server.clock.move(hours=4)
        shown = await server.says("preview", subscription=id_)
        assert shown.outcome is Outcome.ANSWERED
        sent = await server.says("send-now", subscription=id_)
        assert (lines(sent)[0], server.nudged) == ("On its way", 1)
        await server.store.hold.take(server.clock())
        scheduler = Scheduler(server.store, {"discord": server.outlet}, server.compose, server.clock)
        await scheduler.run_due_once(server.clock())
        [post] = server.outlet.posted
        assert post.document == replace(shown.document, calls="99")
        await server.store.hold.release()
        history = lines(await server.says("history", subscription=id_))
        assert history[0] == f"History of {id_}"
        assert history[1].startswith("• 2026-11-23 20:00: posted ")
        assert post.message in str((await server.says("history", subscription=id_)).document)
        [standing] = await server.store.subscriptions.all()
        assert standing.covered == server.clock()


async def test_a_history_says_of_what_was_missed_why_it_was_passed_over(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(actors="cambodia", catch_up="latest")
        server.clock.move(days=3)
        await server.store.hold.take(server.clock())
        scheduler = Scheduler(server.store, {"discord": server.outlet}, server.compose, server.clock)
        await scheduler.run_due_once(server.clock())
        await server.store.hold.release()
        _, newest, *missed = lines(await server.says("history", subscription=id_))
        assert "passed over" not in newest
        assert len(missed) == 2
        reason = "passed over, missed by more than a day; what it had to tell is told by the next digest"
        assert [line.partition(": ")[2] for line in missed] == [reason, reason]


async def test_sent_twice_in_one_minute_it_is_posted_once(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(actors="cambodia")
        server.clock.move(hours=4)
        for _ in range(2):
            await server.says("send-now", subscription=id_)
        rows = await server.store.ledger.history(id_)
        assert [row.state for row in rows] == [State.DUE]


async def test_with_nothing_new_nothing_is_sent_and_that_is_said(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(actors="fiji")
        server.clock.move(hours=4)
        for errand in ("send-now", "preview"):
            told = lines(await server.says(errand, subscription=id_))
            assert told[-1] == "Nothing new is recorded since the last digest, so nothing is posted."
        assert await server.store.ledger.history(id_) == ()
        assert lines(await server.says("history", subscription=id_))[-1] == f"{id_} has posted nothing yet."


async def test_errands_are_answered_in_the_language_of_who_asks(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = lines(await server.says("schedule", locale="fr", **MORNING))
        assert told[0] == "Programmé"
        assert told[-1] == "• Prochain : Mardi 24 novembre 2026, 08:00 (Asia/Phnom_Penh)."


async def test_without_a_database_errands_wait(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        office = replace(server.office, store=lambda: None)
        reply = await office.administer(Errand("subscription list", manages=True))
        assert lines(reply)[0] == "Not ready"


# --- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "at"),
    [("08:30", time(8, 30)), ("8.30", time(8, 30)), ("8h30", time(8, 30)), ("17", time(17)), ("5:45 pm", time(17, 45)),
     ("12 am", time(0)), ("12pm", time(12)), ("24:00", None), ("13 pm", None), ("8:60", None), ("noon", None),
     ("", None)],
)  # fmt: skip
def test_times_of_day_are_read(typed: str, at: time | None) -> None:
    assert clock(typed) == at


@pytest.mark.parametrize(
    ("typed", "days"),
    [("every day", {1, 2, 3, 4, 5, 6, 7}), ("Weekdays", {1, 2, 3, 4, 5}), ("mon wed fri", {1, 3, 5}),
     ("mon, wed", {1, 3}), ("mon-fri", {1, 2, 3, 4, 5}), ("fri – mon", {5, 6, 7, 1}), ("lundi jeudi", {1, 4}),
     ("lun mié vie", {1, 3, 5}), ("Tuesday", {2}), ("someday", set()), ("mon xyz", set()), ("", set())],
)  # fmt: skip
def test_weekdays_are_read(typed: str, days: set[int]) -> None:
    assert weekdays(typed) == days


def test_every_zone_is_found_by_its_own_name_in_any_case() -> None:
    for zone in available_timezones():
        found = find_zone(zone.lower())
        assert found is not None
        # An old name without a region ("Japan") is told by the zone that it stands for.
        assert found == zone or ("/" not in zone and _alike(found, zone))


def _alike(one: str, other: str) -> bool:
    """Whether two zones have told the same time all through these years."""
    days = [datetime(2024, month, 1, hour, tzinfo=UTC) for month in range(1, 13) for hour in (0, 12)]
    return all(day.astimezone(ZoneInfo(one)).utcoffset() == day.astimezone(ZoneInfo(other)).utcoffset() for day in days)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("phnom penh", "Asia/Phnom_Penh"), ("New York", "America/New_York"), ("utc", "UTC"),
     ("São Paulo", "America/Sao_Paulo"),
     ("geneva", "Europe/Zurich"), ("Cambodge", "Asia/Phnom_Penh"), ("japan", "Asia/Tokyo"), ("usa", None),
     ("united states", None), ("Washington", "America/New_York"), ("paris", "Europe/Paris"),
     ("singapore", "Asia/Singapore"), ("atlantis", None), ("", None)],
)  # fmt: skip
def test_zones_are_found_by_city(typed: str, zone: str | None) -> None:
    assert find_zone(typed) == zone


def test_zones_are_offered_by_beginning_by_part_and_by_sound() -> None:
    assert near_zones("phn")[0] == "Asia/Phnom_Penh"
    assert "Asia/Phnom_Penh" in near_zones("phnom pen")
    assert "America/Argentina/Buenos_Aires" in near_zones("argentina")
    assert near_zones("genev") == ("Europe/Zurich",)
    assert len(near_zones("a")) <= 25
    assert set(near_zones("")) <= available_timezones()


# --- settings and doctor -----------------------------------------------------------------------------------------


async def test_settings_are_told_changed_and_kept(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        first = await server.asks("settings")
        assert lines(first) == [
            "Settings",
            "• Language of answers: English",
            "• A new digest follows everything, unless issues are named.",
            "• Answers are for who asks alone, with a button to share them.",
            "• Actors are called as whoever runs Dateline chose.",
        ]
        changed = await server.asks("settings", answers_language="fr", follow="ukraine", private="no")
        assert lines(changed)[1:] == [
            "• Language of answers: Français",
            "• A new digest follows: Russia's war against Ukraine",
            "• Answers are seen by everybody in the channel.",
            "• Actors are called as whoever runs Dateline chose.",
        ]
        assert by_server(await server.store.servers.all()) == server.desk.prefers
        assert lines(await server.asks("settings", private="yes"))[1] == "• Language of answers: Français"


async def test_settings_of_one_server_are_nobody_elses(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await server.asks("settings", answers_language="es", private="no")
        here = server.desk.answer_now(Request("vote", "A/RES/ES-11/1", platform="discord", server="1"))
        there = server.desk.answer_now(Request("vote", "A/RES/ES-11/1", platform="discord", server="2"))
        assert (here.document.language, here.public) == ("es", True)
        assert (there.document.language, there.public) == ("en", False)
        asked_for = Request("vote", "A/RES/ES-11/1 in french", platform="discord", server="1")
        assert server.desk.answer_now(asked_for).document.language == "fr"
        back = server.desk.answer_now(Request("position", "korea", platform="discord", server="1"))
        assert not back.public


async def test_a_new_digest_follows_what_the_server_prefers_unless_it_says_otherwise(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await server.asks("settings", follow="ukraine")
        ids = [await server.scheduled(), await server.scheduled(issues="all")]
        held = {one.subscription.id: one.subscription.follows.issues for one in await server.store.subscriptions.all()}
        assert [held[id_] for id_ in ids] == [("ukraine-war",), ()]


async def test_the_doctor_tells_every_digest_with_what_it_lacks_and_how_the_last_one_ended(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        well = await server.scheduled()
        server.clock.move(seconds=1)
        stopped = await server.scheduled(channel="8")
        await server.says("pause", subscription=stopped)
        told = lines(await server.asks("doctor"))
        assert told[:2] == ["How Dateline is doing here", "• Commands are answered."]
        assert "• Digests are posted on time: the schedule runs." in told
        assert f"• {well} in #desk: works" in told
        assert f"• {stopped} in #floor: paused: paused here" in told
        server.lacking = (Lack("History is off", blocks=False),)
        assert f"• {well} in #desk: works, yet History is off" in lines(await server.asks("doctor"))
        server.lacking = (Lack("Sending is off"), Lack("History is off", blocks=False))
        assert f"• {well} in #desk: cannot post: Sending is off" in lines(await server.asks("doctor"))


# --- where Dateline is -------------------------------------------------------------------------------------------


def everywhere(server: str) -> bool:
    return True


async def test_a_server_that_removes_dateline_gets_everything_back_within_thirty_days(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        ids = [await server.scheduled(), await server.scheduled(channel="8")]
        await server.says("pause", subscription=ids[1])
        await server.asks("settings", private="no")
        before = await server.store.subscriptions.all()
        await server.office.present("discord", (), "1".__eq__)
        assert await server.store.subscriptions.due(server.clock() + timedelta(days=2)) == ()
        server.clock.move(days=29)
        await forget(server.store, server.clock())
        await server.office.present("discord", {"1"}, "1".__eq__)
        after = await server.store.subscriptions.all()
        assert [one.subscription for one in after] == [one.subscription for one in before]
        assert [one.covered for one in after] == [one.covered for one in before]
        assert by_server(await server.store.servers.all())["discord", "1"].private is False
        assert lines(await server.says("list"))[-1].startswith("•")


async def test_after_thirty_days_nothing_is_kept_but_what_was_posted(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled()
        await server.office.present("discord", (), "1".__eq__)
        server.clock.move(days=30, seconds=1)
        await forget(server.store, server.clock())
        assert await server.store.subscriptions.all() == ()
        assert await server.store.servers.all() == ()
        assert id_ in await server.store.subscriptions.ids()


async def test_a_removal_while_dateline_was_down_is_seen_at_the_next_sign_in(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await server.scheduled()
        await server.says("schedule", server="@5", **MORNING)
        await server.office.present("discord", {"2"}, everywhere)
        held = {one.subscription.server: one.subscription.paused for one in await server.store.subscriptions.all()}
        assert held == {"1": "Dateline was removed from this server", "@5": None}
        await server.office.present("discord", {"1", "2"}, everywhere)
        assert all(one.subscription.paused is None for one in await server.store.subscriptions.all())


async def test_nothing_is_concluded_of_servers_that_are_not_spoken_of(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        for id_ in ("1", "2", "3"):
            await server.says("schedule", server=id_, **MORNING)
        await server.store.servers.prefer("discord", "4", {"names": "un"})
        await server.office.present("discord", {"1"}, lambda id_: id_ in ("1", "2", "4"))
        held = {one.server: one.left for one in await server.store.servers.all()}
        assert {id_ for id_, left in held.items() if left} == {"2", "4"}
        paused = [one.subscription.server for one in await server.store.subscriptions.all() if one.subscription.paused]
        assert paused == ["2"]


async def test_a_server_may_call_actors_as_the_united_nations_do_and_others_are_not_touched(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        server.desk.swap(Shelves((), tmp_path, NamePolicy()).open())
        await server.asks("settings", names="un")
        asked = Request("vote", "A/RES/ES-11/1 asean", platform="discord", server="1")
        here = plain(server.desk.answer_now(asked).document)
        there = plain(server.desk.answer_now(replace(asked, server="2")).document)
        assert "Viet Nam" in here
        assert "Vietnam" not in here
        assert "Vietnam" in there
        assert server.desk.held_for("discord", "1") is server.desk.held_for("discord", "1")
