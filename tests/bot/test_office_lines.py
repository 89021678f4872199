"""One line of text as an errand: what is bound, what is asked in a form, what is told of an odd one, and who may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.administration import Errand, Form
from adapters.contract import Outcome, Reply
from bot.office.catalogue import errands
from bot.office.lines import bound, usage
from bot.office.preferences import Preferences
from bot.office.presence import forget
from briefs.plain import plain
from tests.bot.test_office import Server, serving

DESK, FLOOR = "C0DESK0001", "C0FLOOR002"
NAMES = {DESK: "#desk", FLOOR: "#floor", "S0WATCH001": "@watchers"}


async def nobody(place: str) -> bool:
    return False


def slack(line: str, command: str = "subscription", **changed: Any) -> Errand:
    errand = Errand(
        command, {}, "slack", "T1", DESK, True, "", lambda id_: NAMES.get(id_, id_), line=line, asker="U0ASKER001",
        roomy=True,
    )  # fmt: skip
    return replace(errand, **changed)


async def says(server: Server, line: str, command: str = "subscription", **changed: Any) -> Reply:
    return await server.office.administer(slack(line, command, **changed))


async def form(server: Server, line: str, command: str = "subscription", **changed: Any) -> Form:
    asked = await server.office.ask(slack(line, command, **changed))
    assert isinstance(asked, Form), asked
    return asked


def standing(asked: Form) -> dict[str, str]:
    return {field.param.name: field.words for field in asked.fields}


ORDERED: list[tuple[str, str, Mapping[str, str]]] = [
    ("schedule 8 paris", "schedule", {"time": "8", "zone": "paris"}),
    ("Schedule 5:45 pm new york", "schedule", {"time": "5:45 pm", "zone": "new york"}),
    (
        "schedule at 08:30 phnom penh mon-fri",
        "schedule",
        {"time": "08:30", "zone": "phnom penh", "weekdays": "mon-fri"},
    ),
    (
        "schedule 8h30 Europe/Paris weekdays in #C0FLOOR002 issues ukraine war, palestine length long",
        "schedule",
        {
            "time": "8h30",
            "zone": "Europe/Paris",
            "channel": FLOOR,
            "issues": "ukraine war, palestine",
            "length": "long",
        },
    ),
    (
        "schedule 8 utc --actors=cambodia, viet nam —mention @S0WATCH001 thread",
        "schedule",
        {"time": "8", "zone": "utc", "actors": "cambodia, viet nam", "mention": "S0WATCH001", "thread": "yes"},
    ),
    ('schedule 8 utc issues: "length of war"', "schedule", {"time": "8", "zone": "utc", "issues": "length of war"}),
    ("schedule 25:00 pariss", "schedule", {"time": "25:00", "zone": "pariss"}),
    ("schedule utc", "schedule", {"zone": "utc"}),
    ("edit digest-abcde 9 tue thu", "edit", {"subscription": "digest-abcde", "time": "9", "weekdays": "tue thu"}),
    ("edit digest-abcde issues all", "edit", {"subscription": "digest-abcde", "issues": "all"}),
    ("pause digest-abcde", "pause", {"subscription": "digest-abcde"}),
    ("send now digest-abcde", "send-now", {"subscription": "digest-abcde"}),
    ("send_now digest-abcde", "send-now", {"subscription": "digest-abcde"}),
    (
        "send again digest-abcde 2026-03-01 9:30",
        "send-again",
        {"subscription": "digest-abcde", "slot": "2026-03-01 9:30"},
    ),
    ("mark-sent digest-abcde", "mark-sent", {"subscription": "digest-abcde"}),
    (
        "send-again digest-abcde 2026-03-01 9:30 (note)",
        "send-again",
        {"subscription": "digest-abcde", "slot": "2026-03-01 9:30 (note)"},
    ),
    (
        "try again digest-abcde 2026-03-01 9:30",
        "try-again",
        {"subscription": "digest-abcde", "slot": "2026-03-01 9:30"},
    ),
    ("", "list", {}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "errand", "given"), ORDERED, ids=[line for line, _, _ in ORDERED])
def test_a_line_gives_the_same_as_typed_options(line: str, errand: str, given: Mapping[str, str]) -> None:
    read = bound(slack(line))
    assert (read.errand.command, dict(read.errand.given), read.odd) == (f"subscription {errand}", given, "")


def test_days_named_by_their_parameter_stand_before_the_other_names() -> None:
    read = bound(slack("schedule 8 utc weekdays mon wed fri language french"))
    assert read.errand.given == {"time": "8", "zone": "utc", "weekdays": "mon wed fri", "language": "french"}


def test_a_choice_that_is_called_like_a_parameter_is_the_choice_where_it_follows_its_own() -> None:
    read = bound(slack("edit digest-abcde alerts changes changes no issues ukraine"))
    assert read.errand.given == {
        "subscription": "digest-abcde", "alerts": "changes", "changes": "no", "issues": "ukraine",
    }  # fmt: skip
    assert bound(slack("edit digest-abcde changes alerts all")).errand.given["changes"] == "yes"


def test_settings_may_be_named_shorter_in_a_line() -> None:
    read = bound(slack("language fr issues ukraine private no names un", "settings"))
    assert read.errand.given == {"answers_language": "fr", "follow": "ukraine", "private": "no", "names": "un"}


def test_parameters_of_another_platform_are_no_words_here() -> None:
    assert bound(slack("schedule 8 utc publish yes")).odd == "publish yes"
    assert "publish" not in usage(next(one for one in errands() if one.name == "subscription schedule"), "slack")


def test_an_errand_without_a_line_is_itself() -> None:
    errand = slack("", "subscription pause", given={"subscription": "digest-abcde"})
    assert bound(errand).errand == errand


async def test_a_line_schedules_what_options_schedule(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, "schedule 8 phnom penh mon-fri issues ukraine length long in #C0FLOOR002")
        [made] = await server.store.subscriptions.all()
    order = made.subscription
    assert (order.zone, order.hours, sorted(order.weekdays)) == ("Asia/Phnom_Penh", "08:00", [1, 2, 3, 4, 5])
    assert (order.address.place, order.server, order.length.value) == (FLOOR, "T1", "long")
    assert order.follows.issues == ("ukraine-war",)
    assert "Posts in #floor at 08:00 (Asia/Phnom_Penh)" in plain(told.document)
    assert [one.label for one in told.next] == ["Edit", "Preview", "Rehearse", "Pause", "Send now", "History", "Remove"]


@pytest.mark.parametrize("line", ["help", "?", "skedule 8 paris"])
async def test_a_first_word_that_names_no_errand_is_answered_with_all_of_them(tmp_path: Path, line: str) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, line)
    text = plain(told.document)
    for one in errands():
        if one.name.startswith("subscription ") and one.name != "subscription form":
            assert usage(one, "slack") in text
    assert ("There is no “skedule”" in text) == line.startswith("skedule")
    assert "/subscription schedule 08:30 paris" in text
    assert told.next[0].command == "subscription form"


async def test_a_choice_that_is_named_and_not_made_is_told_with_what_there_is(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, "schedule 8 paris alerts length issues ukraine")
        assert await server.store.subscriptions.all() == ()
    assert told.mistakes == {
        "alerts": "“alerts” does not fit alerts. Choose one of off, changes, votes, all.",
        "length": "“length” does not fit length. Choose one of line, short, long.",
    }


async def test_words_that_mean_nothing_are_told_with_how_it_is_typed(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, "schedule 8 paris every now and then")
        assert await server.store.subscriptions.all() == ()
    assert told.outcome is Outcome.USAGE
    assert "“now and then” means nothing here" in plain(told.document)
    assert "It is typed so: /subscription schedule <time> <zone>" in plain(told.document)


async def test_mistakes_are_told_by_parameter(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, "schedule 25:00 pariss issues atlantis")
    assert (
        told.mistakes["time"]
        == "“25:00” is no time of day. Write it like 08:30 or 5:45 pm; several are parted by commas, at most 24."
    )
    assert "Did you mean Europe/Paris" in told.mistakes["zone"]
    assert set(told.mistakes) == {"time", "zone", "issues"}


async def test_a_channel_that_is_no_id_is_asked_for_again(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, "schedule 8 paris channel general")
    assert told.mistakes["channel"].startswith("“general” is no channel that Dateline can find.")


async def test_an_errand_without_its_order_lists_those_there_are(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        nothing = await says(server, "pause")
        await says(server, "schedule 8 paris")
        told = await says(server, "pause")
        [made] = await server.store.subscriptions.all()
    assert "Nothing is scheduled here yet." in plain(nothing.document)
    assert "Which one?" in plain(told.document)
    [one] = told.next
    assert (one.command, one.given, one.lists) == ("subscription pause", {"subscription": made.subscription.id}, True)
    assert one.label == f"{made.subscription.id} · #desk · 08:00 Europe/Paris"


async def test_too_little_is_asked_in_a_form_with_what_was_given(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        asked = await form(server, "schedule 7:15 mon wed issues ukraine")
        await says(server, "schedule 8 phnom penh")
        further = await form(server, "schedule")
        assert await server.office.ask(slack("schedule 8 paris")) is None
    assert asked.command == "subscription form"
    held = standing(asked)
    assert (held["time"], held["zone"], held["weekdays"], held["channel"]) == ("07:15", "", "mon, wed", DESK)
    issues = next(field for field in asked.fields if field.param.name == "issues")
    assert [(one.label, one.value) for one in issues.chosen] == [("Russia's war against Ukraine", "ukraine-war")]
    assert standing(further)["zone"] == "Asia/Phnom_Penh"
    assert [field.label for field in asked.fields][:3] == ["Time of day", "Time zone or city", "Channel"]
    assert not {"publish", "tag", "mention"} & held.keys()


async def test_a_roomy_form_that_comes_back_as_shown_changes_nothing(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await says(server, "schedule 8 paris mon thu issues ukraine actors cambodia acts statement thread")
        before = await server.store.subscriptions.all()
        id_ = before[0].subscription.id
        asked = await form(server, f"edit {id_}")
        given = {**asked.given, **standing(asked)}
        await says(server, "", "subscription edit", given=given)
        assert await server.store.subscriptions.all() == before
        await says(server, "", "subscription edit", given={**given, "issues": "", "acts": "", "channel": FLOOR})
        [after] = await server.store.subscriptions.all()
    assert (after.subscription.follows.issues, after.subscription.follows.acts) == ((), ())
    assert after.subscription.follows.actors == ("KHM",)
    assert after.subscription.address.place == FLOOR


async def test_settings_are_asked_in_a_form_and_mistakes_told_by_field(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        told = await says(server, "language fr private no", "settings")
        asked = await form(server, "", "settings form")
        wrong = await says(server, "language klingon names short private perhaps issues atlantis", "settings")
        await says(server, "", "settings form", given={"follow": "", "answers_language": "es", "private": "yes"})
        kept = server.desk.prefers["slack", "T1"]
    assert [one.command for one in told.next] == ["settings form"]
    assert standing(asked) == {"answers_language": "fr", "follow": "", "private": "no", "names": ""}
    assert set(wrong.mistakes) == {"answers_language", "names", "private", "follow"}
    assert kept == Preferences("es", (), private=True)


async def test_where_the_asker_has_no_locale_the_servers_language_is_spoken(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await says(server, "language es", "settings")
        told = await says(server, "list")
    assert "Aún no hay nada programado aquí." in plain(told.document)


async def test_what_ends_something_is_asked_for_twice(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        await says(server, "schedule 8 paris")
        [made] = await server.store.subscriptions.all()
        id_ = made.subscription.id
        asked = await says(server, f"remove {id_}", sure=False)
        assert len(await server.store.subscriptions.all()) == 1
        [end] = [one for one in asked.next if one.ends]
        await says(server, "", end.command, given=end.given)
        assert await server.store.subscriptions.all() == ()
    assert asked.document.title == "Really remove it?"


async def test_who_may_not_is_told_so_in_slacks_terms(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        for line in ("list", "help", "schedule 8 paris"):
            told = plain((await says(server, line, manages=False, unseen="users:read")).document)
            assert "managers under [slack] in dateline.toml" in told
            assert "your member ID, for that list, is U0ASKER001" in told
            assert "lacks the scope users:read" in told
            assert "Manage Server" not in told
        on_discord = await server.says("list", manages=False)
    assert "Manage Server" in plain(on_discord.document)


async def test_who_looks_after_a_channel_orders_for_that_one_alone(tmp_path: Path) -> None:
    async def floor(place: str) -> bool:
        return place == FLOOR

    creator = {"manages": False, "looks_after": floor}
    async with serving(tmp_path) as server:
        await says(server, "schedule 8 paris")
        [other] = await server.store.subscriptions.all()
        refused = await says(server, "schedule 8 paris", **creator, place=FLOOR, given={"channel": DESK})
        made = await says(server, "schedule 9 paris", **creator, place=FLOOR)
        listed = plain((await says(server, "list", **creator)).document)
        unseen = await says(server, f"pause {other.subscription.id}", **creator)
        moved = await says(server, f"edit {made.next[0].given['subscription']} channel {DESK}", **creator)
        settings = await says(server, "private no", "settings", **creator)
        stranger = await says(server, "list", manages=False, looks_after=nobody)
        both = await server.store.subscriptions.all()
    assert "channel" in refused.mistakes
    assert "Posts in #floor" in listed
    assert "#desk" not in listed
    assert "No digest scheduled here is called" in plain(unseen.document)
    assert "channel" in moved.mistakes
    assert settings.document.title == stranger.document.title == "Not allowed"
    assert [one.subscription.paused for one in both] == [None, None]


async def test_somebodys_own_digest_comes_and_goes_with_its_workspace(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        own = slack("schedule 8 paris", server="@T1/U0ASKER001", place="U0ASKER001")
        await server.office.administer(own)
        await server.office.present("slack", (), {"T2"}.__contains__)
        [still] = await server.store.subscriptions.all()
        await server.office.present("slack", (), {"T1"}.__contains__)
        [gone] = await server.store.subscriptions.all()
        await server.office.present("slack", {"T1"}, {"T1"}.__contains__)
        [back] = await server.store.subscriptions.all()
        await server.office.present("slack", (), {"T1"}.__contains__)
        server.clock.move(days=30, seconds=1)
        await forget(server.store, server.clock())
        assert await server.store.subscriptions.all() == ()
    assert [one.subscription.paused is None for one in (still, gone, back)] == [True, False, True]
