"""Several times a day, dates off and quiet hours as errands order them: typed, told, in forms, and their mistakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from adapters.contract import Outcome
from adapters.hours import DatesOff, QuietHours
from bot.office.drafts import drafted
from bot.office.forms import chosen_words, standing_words
from bot.office.hours import MOST_OFF, dates_off, quiet_hours, times
from bot.office.lines import bound
from bot.schedule import OFF, Scheduler
from briefs.plain import plain
from briefs.tongues import LANGUAGES
from tests.bot.test_office import HELD, lines, serving
from tests.bot.test_office_lines import form, says, slack, standing
from tests.stores import order

pytestmark = pytest.mark.usefixtures("each_database")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8", (time(8),)),
        ("08:00, 18:00", (time(8), time(18))),
        ("6 pm and 8 am", (time(8), time(18))),
        ("8h30 et 17h45", (time(8, 30), time(17, 45))),
        ("8:00 18:00;22:15", (time(8), time(18), time(22, 15))),
        ("18:00, 18:00", (time(18),)),
        ("25:00, 8", ()),
        ("8, soon", ()),
        ("", ()),
        (", ".join(f"{hour}:{minute}" for hour in range(10, 20) for minute in (10, 20, 30)), ()),
    ],
)
def test_several_times_of_day_are_read(typed: str, read: tuple[time, ...]) -> None:
    assert times(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-12-25", "2026-12-25"),
        ("12-25", "12-25"),
        ("1-5", "01-05"),
        ("12-24..01-02", "12-24..01-02"),
        ("12-24 to 1-2", "12-24..01-02"),
        ("2026-07-20 – 2026-08-09", "2026-07-20..2026-08-09"),
        ("12-32", None),
        ("christmas", None),
        ("2026-08-09..2026-07-20", None),
    ],
)
def test_dates_off_are_read(typed: str, read: str | None) -> None:
    assert dates_off(typed) == (None if read is None else DatesOff.read(read))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22:00-07:00", "22:00-07:00"),
        ("10 pm to 7 am", "22:00-07:00"),
        ("22h – 7h30", "22:00-07:30"),
        ("22h00 à 7h30", "22:00-07:30"),
        ("22 .. 7", "22:00-07:00"),
        ("7-7", None),
        ("night", None),
    ],
)
def test_quiet_hours_are_read(typed: str, read: str | None) -> None:
    assert quiet_hours(typed) == (None if read is None else QuietHours.read(read))


async def test_hours_and_dates_are_ordered_kept_and_read_back_in_words(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        reply = await server.says(
            "schedule", time="8 and 6 pm", zone="phnom penh", off="12-25, 2026-11-24..2026-11-26", quiet="10pm-7am"
        )
        [held] = await server.store.subscriptions.all()
        made = held.subscription
        assert (made.at, made.quiet) == ((time(8), time(18)), QuietHours(time(22), time(7)))
        assert made.off == (DatesOff("12-25", "12-25"), DatesOff("2026-11-24", "2026-11-26"))
        assert lines(reply)[2:5] == [
            "• Posts in #desk at 08:00 and 18:00 (Asia/Phnom_Penh), every day.",
            "• On these dates it posts nothing, and the next digest tells what came in: 12-25, 2026-11-24..2026-11-26.",
            "• Quiet hours from 22:00 to 07:00: what falls into them is posted when they end.",
        ]
        assert lines(reply)[-1] == "• Next: Monday 23 November 2026, 18:00 (Asia/Phnom_Penh)."
        server.clock.now = held.next_due
        freed = await server.says("edit", subscription=made.id, off="none", quiet="none", time="8")
        [after] = await server.store.subscriptions.all()
        assert after.subscription == replace(made, at=(time(8),), off=(), quiet=None)
        assert lines(freed)[-1] == "• Next: Tuesday 24 November 2026, 08:00 (Asia/Phnom_Penh)."


async def test_what_quiet_hours_hold_is_told_with_when_it_is_posted(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        reply = await server.says("schedule", time="6", zone="phnom penh", quiet="22-7")
        assert lines(reply)[-1] == (
            "• Next: Tuesday 24 November 2026, 06:00 (Asia/Phnom_Penh); quiet hours hold it until 07:00."
        )
        assert reply.moment == datetime(2026, 11, 24, 0, tzinfo=UTC)
        [held] = await server.store.subscriptions.all()
        server.clock.now = held.next_due
        await Scheduler(server.store, {"discord": server.outlet}, server.compose, server.clock).run_due_once(
            server.clock()
        )
        told = await server.says("history", subscription=held.subscription.id)
        assert lines(told)[1:] == ["• 2026-11-24 06:00: waits until 07:00, when the quiet hours end"]
        server.clock.now = datetime(2026, 11, 24, 0, tzinfo=UTC)
        await Scheduler(server.store, {"discord": server.outlet}, server.compose, server.clock).run_due_once(
            server.clock()
        )
        told = await server.says("history", subscription=held.subscription.id)
        assert lines(told)[1].startswith("• 2026-11-24 06:00: posted")


async def test_what_is_sent_by_hand_in_quiet_hours_says_when_it_is_posted(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(quiet="15:00-17:00")
        server.clock.move(hours=4)  # 20:00 there
        loud = await server.says("send-now", subscription=id_)
        assert "is being posted" in plain(loud.document)
        server.clock.now = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
        told = await server.says("send-now", subscription=id_)
        assert (
            f"It is quiet there until 17:00 (Asia/Phnom_Penh): what is new since the last digest is posted then."
            f" Without quiet hours it is posted at once: /subscription edit {id_} quiet none."
        ) in lines(told)


async def test_history_says_of_a_date_off_that_the_next_digest_tells_it(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(off="2026-11-24")
        server.clock.now = datetime(2026, 11, 25, 1, tzinfo=UTC)
        scheduler = Scheduler(server.store, {"discord": server.outlet}, server.compose, server.clock)
        await scheduler.run_due_once(server.clock())
        told = lines(await server.says("history", subscription=id_))
        assert told[1].startswith("• 2026-11-25 08:00: posted")
        assert told[2] == f"• 2026-11-24 08:00: passed over, {OFF}"


async def test_mistakes_in_hours_and_dates_are_told_at_their_field(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        reply = await server.says("schedule", time="8, 25", zone="utc", off="christmas, 12-25", quiet="at night")
        assert reply.outcome is Outcome.USAGE
        assert dict(reply.mistakes) == {
            "time": "“8, 25” is no time of day. Write it like 08:30 or 5:45 pm; several are parted by commas, at most"
            " 24.",
            "off": "“christmas” is no date. Write it like 2026-12-25, or 12-25 for every year; the first and last of"
            " several like 12-24..01-02.",
            "quiet": "“at night” are no quiet hours. Write them like 22:00-07:00, or none.",
        }
        many = await server.says(
            "schedule", time="8", zone="utc", off=", ".join(f"2027-{n // 28 + 1}-{n % 28 + 1}" for n in range(41))
        )
        assert many.mistakes["off"] == f"These are too many dates off: {MOST_OFF} or fewer."
        nothing = await server.says("schedule", time="8", zone="utc", off="01-01..12-31")
        assert nothing.mistakes["off"].startswith("Its dates off leave no day to post on within two years.")
        assert await server.store.subscriptions.all() == ()


async def test_one_whose_days_are_all_off_by_now_is_not_resumed(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        id_ = await server.scheduled(off="2026-12-01..2030-12-31")
        await server.says("pause", subscription=id_)
        server.clock.now = datetime(2026, 12, 2, tzinfo=UTC)
        assert "leave no day" in plain((await server.says("resume", subscription=id_)).document)


async def test_hours_are_offered_while_they_are_typed_further_ones_too(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        office, errand = server.office, server.errand("schedule")
        assert [one.value for one in await office.propose(errand, "time", "8")] == ["08:00"]
        assert [one.value for one in await office.propose(errand, "time", "08:00, 18")] == ["08:00, 18:00"]
        assert [one.value for one in await office.propose(errand, "quiet", "22")] == ["22:00-07:00"]
        assert all(times(one.value) for one in await office.propose(errand, "time", ""))
        offered = [one.value for one in await office.propose(errand, "quiet", "")]
        assert all(quiet_hours(one) for one in offered if one != "none")


def test_a_line_gives_hours_and_dates_by_name_and_several_times_without() -> None:
    read = bound(slack("schedule 08:00, 18:00 paris mon-fri off 12-25, 12-31..01-01 quiet 22:00-07:00"))
    assert read.errand.given == {
        "time": "08:00, 18:00", "zone": "paris", "weekdays": "mon-fri", "off": "12-25, 12-31..01-01",
        "quiet": "22:00-07:00",
    }  # fmt: skip
    assert bound(slack("edit digest-abcde 8 and 6 pm")).errand.given["time"] == "8 and 6 pm"


async def test_a_roomy_form_shows_them_and_an_emptied_field_frees_them(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await says(server, "schedule 08:00, 18:00 paris off 12-25 quiet 22:00-07:00")
        [held] = await server.store.subscriptions.all()
        id_ = held.subscription.id
        asked = await form(server, f"edit {id_}")
        shown = standing(asked)
        assert (shown["time"], shown["off"], shown["quiet"]) == ("08:00, 18:00", "12-25", "22:00-07:00")
        given = {**asked.given, **shown, "off": "", "quiet": " "}
        await server.office.administer(slack("", "subscription edit", given=given))
        [after] = await server.store.subscriptions.all()
    assert after.subscription == replace(held.subscription, off=(), quiet=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_forms_show_of_hours_and_dates_is_read_back_to_the_same(language: str) -> None:
    names = HELD.shelf.names
    kept = order(
        at=(time(6, 5), time(18)), off=(DatesOff.read("12-24..01-02"), DatesOff.read("2026-12-25")),
        quiet=QuietHours.read("22:00-07:00"), language="en",
    )  # fmt: skip
    blank = replace(kept, at=(time(1),), off=(), quiet=None)
    roomy = {name: words for name, words in chosen_words(kept, "en").items() if name != "channel" and words}
    assert drafted(blank, roomy, names, language).order == kept
    small = {name: words for name, words in standing_words(kept, names, language).items() if words}
    assert drafted(kept, small, names, language).order == kept
