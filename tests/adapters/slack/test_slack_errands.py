"""What servers order on Slack: signed commands, presses and forms over loopback, the office, a real database."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from adapters.administration import Administration, Errand
from adapters.contract import Address, Lack, Question
from adapters.slack.client import SlackRoom
from adapters.slack.errands import SOON, pointed
from adapters.store.entries import Amendment, Settlement, SlotEntry, Standing, State, Step
from adapters.store.store import Store
from adapters.tokens import Press, Token, written
from bot.catalogue import catalogue
from bot.commands import Desk, Held
from bot.office.catalogue import errands, group_summary
from bot.office.errands import Office
from bot.office.outlook import Window
from briefs import briefing
from tests.adapters.slack.rooms import interaction, room_at, send, served
from tests.adapters.slack.test_slack_socket import APP_TOKEN, SocketSlack, sockets  # noqa: F401  a fixture
from tests.archives import shipped
from tests.contract import documents
from tests.faultserver import FaultServer, Json, Made, Status
from tests.stores import fresh, opened

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HELD = Held.of(shipped(), ())
DESK, FLOOR, BOSS, ALICE = "C0DESK0001", "C0FLOOR002", "U0BOSS0001", "U0ALICE001"
SCOPES = "commands,chat:write,channels:history,groups:history,channels:read,groups:read,users:read"
HERE = {"id": DESK, "name": "desk"}


@dataclass
class House:
    """Dateline with a database, on a Slack that says what a test scripts."""

    slack: FaultServer
    store: Store
    desk: Desk = field(default_factory=lambda: Desk(HELD, lambda: NOW))
    room: SlackRoom = field(init=False)
    count: int = 0
    filled: int = 0
    slow: asyncio.Event = field(default_factory=asyncio.Event)
    nudged: int = 0

    def administration(self) -> Administration:
        office = Office(lambda: self.store, self.compose, self.desk, lambda: NOW, self.nudge, self.lacks)
        window = Window(lambda: self.store, self.desk)

        async def administer(errand: Errand) -> Any:
            await self.slow.wait()
            return await office.administer(errand)

        return Administration(
            errands(), group_summary, office.ask, administer, office.propose, office.present, window.outlook,
            self.desk.spoken,
        )  # fmt: skip

    def compose(self, order: Any, since: datetime, until: datetime, alerted: object = ()) -> briefing.Briefing:
        return briefing.digest_of_window(HELD.archive, {}, since, until, order.follows, order.length)

    def nudge(self) -> None:
        self.nudged += 1

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        return await self.room.lacks(address, language)

    # --- what Slack sends --------------------------------------------------------------------------------------------

    async def types(
        self, line: str, command: str = "subscription", user: str = BOSS, place: str = DESK, name: str = "desk"
    ) -> list[dict[str, Any]]:
        """A slash command; what came to its `response_url`."""
        await self.sends(line, command, user, place, name)
        return await self.came()

    async def sends(
        self, line: str, command: str = "subscription", user: str = BOSS, place: str = DESK, name: str = "desk"
    ) -> str:
        url, trigger = self.url(), f"13345.{self.count}"
        body = {
            "token": "gone", "team_id": "T1", "team_domain": "example", "channel_id": place, "channel_name": name,
            "user_id": user, "user_name": "somebody", "command": f"/{command}", "text": line, "api_app_id": "A1",
            "response_url": url, "trigger_id": trigger,
        }  # fmt: skip
        self.last = urlencode(body)
        assert await send(self.room, self.last) == (200, "")
        return trigger

    async def opens(self, line: str, command: str = "subscription", **given: str) -> dict[str, Any]:
        """A slash command that is answered with a form."""
        before = len(self.slack.seen("POST", "/views.open"))
        trigger = await self.sends(line, command, **given)
        return await self.form(before, trigger)

    async def form(self, before: int, trigger: str) -> dict[str, Any]:
        opened = (await self.slack.wait_for("POST", "/views.open", before + 1))[-1].json
        assert opened["trigger_id"] == trigger
        view: dict[str, Any] = opened["view"]
        return view

    async def presses(self, message: Mapping[str, Any], label: str, user: str = BOSS) -> list[dict[str, Any]]:
        await self.pushes(message, label, user)
        return await self.came()

    async def pushes(self, message: Mapping[str, Any], label: str, user: str = BOSS) -> str:
        url, trigger = self.url(), f"13345.{self.count}"
        body = {
            "type": "block_actions", "response_url": url, "trigger_id": trigger, "actions": [find(message, label)],
            "user": {"id": user, "username": "somebody"}, "team": {"id": "T1", "domain": "example"},
            "container": {"type": "message", "message_ts": "1.2", "is_ephemeral": True}, "channel": HERE,
            "api_app_id": "A1", "token": "gone",
        }  # fmt: skip
        assert await send(self.room, interaction(body)) == (200, "")
        return trigger

    async def submits(
        self, view: Mapping[str, Any], changed: Mapping[str, Any], user: str = BOSS, trigger: str = ""
    ) -> tuple[int, Any]:
        """The form comes back with what stood in it, but for what is changed; the acknowledgement."""
        self.filled += 1
        body = {
            "type": "view_submission", "trigger_id": trigger or f"99.{self.filled}", "user": {"id": user},
            "team": {"id": "T1", "domain": "example"}, "api_app_id": "A1", "token": "gone", "response_urls": [],
            "view": {**view, "id": "V1", "state": {"values": state(view, changed)}},
        }  # fmt: skip
        status, text = await send(self.room, interaction(body))
        return status, json.loads(text) if text else None

    async def lists(self, view: Mapping[str, Any], param: str, typed: str, user: str = BOSS) -> list[dict[str, Any]]:
        """What a list of a form offers."""
        body = {
            "type": "block_suggestion", "action_id": f"office-{param}", "block_id": f"office-{param}", "value": typed,
            "team": {"id": "T1", "domain": "example"}, "user": {"id": user}, "view": {**view, "id": "V1"},
            "container": {"type": "view", "view_id": "V1"}, "api_app_id": "A1", "token": "gone",
        }  # fmt: skip
        status, text = await send(self.room, interaction(body))
        assert status == 200
        options: list[dict[str, Any]] = json.loads(text)["options"]
        return options

    async def came(self, count: int = 1) -> list[dict[str, Any]]:
        return [dict(one.json) for one in await self.slack.wait_for("POST", f"/respond/{self.count}", count)]

    def url(self) -> str:
        self.count += 1
        return f"{self.slack.url}/respond/{self.count}"

    async def order(self) -> Standing:
        [only] = await self.store.subscriptions.all()
        return only


def state(view: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a form as Slack sends them back."""
    values = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element, name = block["element"], block["block_id"].removeprefix("office-")
        values[block["block_id"]] = {element["action_id"]: {"type": element["type"], **filled(element, changed, name)}}
    return values


def filled(element: Mapping[str, Any], changed: Mapping[str, Any], name: str) -> dict[str, Any]:
    kind, new = element["type"], changed.get(name, ...)
    if kind in ("multi_external_select", "checkboxes"):
        chosen = [{"value": one} for one in new] if new is not ... else list(element.get("initial_options", []))
        return {"selected_options": chosen[::-1]}
    if kind in ("external_select", "static_select"):
        return {
            "selected_option": ({"value": new} if new else None) if new is not ... else element.get("initial_option")
        }
    key, initial = {
        "timepicker": ("selected_time", "initial_time"),
        "conversations_select": ("selected_conversation", "initial_conversation"),
        "plain_text_input": ("value", "initial_value"),
    }[kind]
    return {key: new if new is not ... else element.get(initial)}


def find(message: Mapping[str, Any], label: str) -> dict[str, Any]:
    for block in message["blocks"]:
        for one in block["elements"] if block["type"] == "actions" else ():
            if one["type"] == "button" and one["text"]["text"] == label:
                return {key: one[key] for key in ("type", "action_id", "value")}
            for option in one.get("options", ()):
                if label in option["text"]["text"]:
                    return {"type": one["type"], "action_id": one["action_id"], "selected_option": option}
    raise AssertionError(f"no {label} in {message}")


def labels(message: Mapping[str, Any]) -> list[str]:
    rows = [block["elements"] for block in message["blocks"] if block["type"] == "actions"]
    return [one["text"]["text"] for row in rows for one in row if one["type"] == "button"]


def text(messages: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(str(one["text"]) for one in messages)


def elements(node: Any, kind: str) -> list[dict[str, Any]]:
    """Every node of a type in a message."""
    if isinstance(node, list):
        return [found for one in node for found in elements(one, kind)]
    if not isinstance(node, dict):
        return []
    return [*([node] if node.get("type") == kind else []), *(f for v in node.values() for f in elements(v, kind))]


def fields(view: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {b["block_id"].removeprefix("office-"): b["element"] for b in view["blocks"] if b["type"] == "input"}


def says_who(seen: Any) -> Status:
    """users.info: the boss is an admin."""
    person = {"id": seen.form["user"], "team_id": "T1", "is_admin": seen.form["user"] == BOSS}
    return Json({"ok": True, "user": person})


@asynccontextmanager
async def housed(slack: FaultServer, folder: Path, **settings: Any) -> AsyncIterator[House]:
    signed = {"ok": True, "user_id": "U1", "bot_id": "B1", "team_id": "T1", "user": "dateline"}
    slack.script("POST", "/auth.test", Json(signed, headers={"X-OAuth-Scopes": SCOPES}))
    slack.script("POST", "/users.info", Made(says_who))
    slack.script("POST", "/conversations.info", Json({"ok": True, "channel": {"is_member": True, "creator": ALICE}}))
    slack.script("POST", "/views.open", Json({"ok": True}))
    slack.script("POST", "/views.update", Json({"ok": True}))
    async with opened(fresh(folder)) as store:
        house = House(slack, store)
        house.slow.set()
        house.room = room_at(
            slack.url, house.desk.answer, commands=catalogue(), administration=house.administration(), **settings
        )
        async with served(house.room):
            yield house


@pytest.fixture
async def house(slack: FaultServer, tmp_path: Path) -> AsyncIterator[House]:
    async with housed(slack, tmp_path) as made:
        yield made


# --- in one line -------------------------------------------------------------------------------------------------


async def test_a_digest_is_scheduled_in_one_line_and_the_next_one_told_by_both_clocks(house: House) -> None:
    [made] = await house.types("schedule 8 phnom penh mon-fri issues ukraine")
    standing = await house.order()
    order = standing.subscription
    assert order.address == Address("slack", DESK)
    assert (order.server, order.zone, order.follows.issues) == ("T1", "Asia/Phnom_Penh", ("ukraine-war",))
    assert made["response_type"] == "ephemeral"
    assert "Posts in #desk at 08:00 (Asia/Phnom_Penh), Monday" in made["text"]
    assert "In your own time: " in made["text"]
    [date] = elements(made["blocks"], "date")
    assert date["timestamp"] == int(standing.next_due.timestamp())
    assert elements(made["blocks"], "channel") == [{"type": "channel", "channel_id": DESK}]
    assert labels(made) == ["Edit", "Preview", "Rehearse", "Pause", "Send now", "History", "Remove"]


async def test_slack_points_at_channels_and_groups_by_their_ids(house: House) -> None:
    line = f"schedule 8 utc in <#{FLOOR}|floor> mention <!subteam^S0WATCH001|@watchers> &amp; length line"
    assert pointed(line)[0] == f"schedule 8 utc in #{FLOOR} mention @S0WATCH001 & length line"
    [made] = await house.types(line.replace(" &amp;", ""))
    order = (await house.order()).subscription
    assert (order.address.place, order.mention) == (FLOOR, "S0WATCH001")
    assert "Posts in #floor" in made["text"]
    assert "Mentions @watchers." in made["text"]


async def test_what_a_line_calls_a_channel_is_only_characters(house: House) -> None:
    [made] = await house.types(f"subscription schedule 8 utc <#{FLOOR}|<!channel> in", command="dateline")
    assert "<!channel" not in made["text"]
    assert "Posts in #&lt;!channel at 08:00" in made["text"]


async def test_the_command_that_reaches_all_reaches_errands(house: House) -> None:
    [listed] = await house.types("subscription", command="dateline")
    assert "Nothing is scheduled here yet." in listed["text"]
    assert labels(listed) == ["Schedule a digest"]
    [helped] = await house.types("subscription frobnicate", command="dateline")
    assert "There is no “frobnicate”" in helped["text"]
    assert "/subscription schedule &lt;time&gt; &lt;zone&gt;" in helped["text"]


async def test_under_a_prefix_answers_name_the_commands_as_they_are_there(slack: FaultServer, tmp_path: Path) -> None:
    async with housed(slack, tmp_path, prefix="dl-") as house:
        [listed] = await house.types("list", command="dl-subscription")
    assert "/dl-subscription schedule starts" in listed["text"]
    assert "/dl-subscription schedule starts" in "".join(one["text"] for one in elements(listed["blocks"], "text"))


async def test_every_errand_answers_in_words(house: House) -> None:
    await house.types("schedule 8 utc")
    id_ = (await house.order()).subscription.id
    said = {
        "list": "Posts in #desk at 08:00 (UTC), every day.",
        f"list {id_}": "Scheduled digest",
        f"edit {id_} at 9 length line": "Posts in #desk at 09:00",
        f"preview {id_}": "Nothing new is recorded",
        f"send-now {id_}": "Nothing new is recorded",
        f"rehearse {id_}": "From what is known now nothing is new",
        "rehearse": f"Rehearsal of {id_}",
        f"pause {id_}": "is paused",
        f"resume {id_}": "Goes on",
        f"history {id_}": "has posted nothing yet",
        f"send again {id_}": "is in doubt",
        f"mark-sent {id_} 2026-03-01 09:30": "That of 2026-03-01 09:30 is not in doubt",
        f"try again {id_}": "has failed",
        f"remove {id_}": "Really remove it?",
        "edit": "Which one?",
    }
    for line, words in said.items():
        told = await house.types(line)
        assert words in text(told), line
        assert {one["response_type"] for one in told} == {"ephemeral"}
    assert (await house.order()).subscription.hours == "09:00"


async def test_removing_is_asked_twice_typed_and_pressed(house: House) -> None:
    await house.types("schedule 8 utc")
    id_ = (await house.order()).subscription.id
    [asked] = await house.types(f"remove {id_}")
    [button] = [one for one in elements(asked["blocks"], "button") if one["text"]["text"] == "Remove"]
    assert button["confirm"]["title"]["text"] == "Really remove it?"
    [which] = await house.types("remove")
    [again] = await house.presses(which, id_)
    assert "Really remove it?" in again["text"]
    await house.order()
    [gone] = await house.presses(asked, "Remove")
    assert "is removed" in gone["text"]
    assert gone["replace_original"] is True
    assert await house.store.subscriptions.all() == ()


async def test_buttons_order_the_same_as_lines(house: House) -> None:
    [made] = await house.types("schedule 8 utc")
    [paused] = await house.presses(made, "Pause")
    assert "is paused" in paused["text"]
    assert labels(paused) == ["Edit", "Preview", "Rehearse", "Resume", "History", "Remove"]
    [back] = await house.presses(paused, "Resume")
    assert "Goes on" in back["text"]
    [history] = await house.presses(back, "History")
    assert history["replace_original"] is False
    [listed] = await house.types("list")
    [one] = await house.presses(listed, "#desk · 08:00 UTC")
    assert one["text"].startswith("Scheduled digest\n")


async def test_a_correction_that_failed_is_tried_again_by_a_button_once(house: House) -> None:
    await house.types("schedule 8 utc")
    id_ = (await house.order()).subscription.id
    due = NOW - timedelta(days=1)
    slot, told = f"{due:%Y-%m-%d}T08:00", f"{due:%Y-%m-%d} 08:00"
    await house.store.ledger.enter([SlotEntry(id_, slot, due, State.SKIPPED, "missed")], {}, due)
    await house.store.amendments.enter(
        [Amendment(id_, slot, "m", Step.NOTE, 0, (), "", documents.usual(), "note", due)]
    )
    [note] = await house.store.amendments.of(id_)
    await house.store.amendments.settle(note.id, State.FAILED, due, reason="no right")
    [history] = await house.types(f"history {id_}")
    assert labels(history) == [f"Try correction of {told} again"]
    said = [(await house.presses(history, labels(history)[0]))[0]["text"] for _ in range(2)]
    assert f"The correction of {told} is being tried again" in said[0]
    assert f"The correction of {told} has not failed" in said[1]
    assert [one.state for one in await house.store.amendments.of(id_)] == [State.DUE]


async def test_a_button_of_another_dateline_says_so(house: House) -> None:
    body = {
        "type": "block_actions", "response_url": house.url(), "trigger_id": "1.1", "user": {"id": BOSS},
        "team": {"id": "T1"}, "actions": [{"type": "button", "action_id": "office-do-0", "value": "d0|m|1|x?"}],
        "channel": HERE, "container": {"type": "message", "is_ephemeral": True}, "api_app_id": "A1", "token": "gone",
    }  # fmt: skip
    assert await send(house.room, interaction(body)) == (200, "")
    [told] = await house.came()
    assert "older" in told["text"] or "button" in told["text"]


# --- by a form ---------------------------------------------------------------------------------------------------


async def test_too_little_in_the_line_opens_a_form_with_what_was_given(house: House) -> None:
    view = await house.opens("schedule 7:15 issues ukraine")
    shown = fields(view)
    assert view["title"]["text"] == "Schedule a digest"
    assert shown["time"]["initial_time"] == "07:15"
    assert shown["channel"]["initial_conversation"] == DESK
    assert shown["channel"]["filter"]["include"] == ["public", "private"]
    assert [one["value"] for one in shown["issues"]["initial_options"]] == ["ukraine-war"]
    assert shown["weekdays"]["options"][0]["text"]["text"] == "Monday"
    assert len(shown["weekdays"]["initial_options"]) == 7
    assert {name: one["type"] for name, one in shown.items()} == {
        "time": "timepicker", "zone": "external_select", "channel": "conversations_select", "weekdays": "checkboxes",
        "off": "plain_text_input", "quiet": "plain_text_input",
        "issues": "multi_external_select", "actors": "multi_external_select", "acts": "multi_external_select",
        "changes": "static_select", "length": "static_select", "language": "static_select", "empty": "static_select",
        "thread": "static_select", "corrections": "static_select",
        "alerts": "static_select",
    }  # fmt: skip
    assert "time 08:00, 18:00" in str(view["blocks"][-2])
    assert "mention @group" in str(view["blocks"][-1])


async def test_a_new_digest_is_offered_in_the_zone_of_who_asks_where_slack_tells_it(house: House) -> None:
    assert "initial_option" not in fields(await house.opens("schedule"))["zone"]
    person = {"team_id": "T1", "is_admin": True, "tz": "Asia/Phnom_Penh"}
    house.slack.script("POST", "/users.info", Json({"ok": True, "user": person}))
    assert fields(await house.opens("schedule"))["zone"]["initial_option"]["value"] == "Asia/Phnom_Penh"
    house.slack.script("POST", "/users.info", Json({"ok": False, "error": "missing_scope"}))
    assert "initial_option" not in fields(await house.opens("schedule"))["zone"]
    await house.types("schedule 8 paris")
    assert fields(await house.opens("schedule"))["zone"]["initial_option"]["value"] == "Europe/Paris"


async def test_a_mistake_in_an_edit_stands_at_its_field_and_nothing_changes(house: House) -> None:
    await house.types("schedule 8 paris issues ukraine")
    before = await house.order()
    view = await house.opens(f"edit {before.subscription.id}")
    _, answer = await house.submits(view, {"zone": "pariss", "actors": ["atlantis"], "time": "10:00"})
    assert set(answer["errors"]) == {"office-zone", "office-actors"}
    assert await house.order() == before


async def test_a_form_shows_several_times_dates_off_and_quiet_hours_and_changes_them(house: House) -> None:
    await house.types("schedule 08:00, 18:00 paris off 12-25 quiet 22:00-07:00")
    before = await house.order()
    view = await house.opens(f"edit {before.subscription.id}")
    shown = fields(view)
    assert [shown[name]["initial_value"] for name in ("time", "off", "quiet")] == [
        "08:00, 18:00", "12-25", "22:00-07:00"
    ]  # fmt: skip
    assert shown["time"]["type"] == "plain_text_input", "a time picker holds one time"
    assert "Several times a day" not in str(view["blocks"])
    _, answer = await house.submits(view, {"off": "christmas", "quiet": "at night"})
    assert "“christmas” is no date" in answer["errors"]["office-off"]
    assert "“at night” are no quiet hours" in answer["errors"]["office-quiet"]
    await house.submits(view, {"time": "9", "off": "12-24..01-02", "quiet": ""})
    assert "Changed" in text(await house.came())
    after = (await house.order()).subscription
    assert (after.hours, [str(one) for one in after.off], after.quiet) == ("09:00", ["12-24..01-02"], None)


async def test_a_form_orders_and_the_answer_comes_where_it_was_asked(house: House) -> None:
    view = await house.opens("schedule")
    given = {
        "time": "08:30", "zone": "Europe/Paris", "channel": FLOOR, "weekdays": ["fri", "mon"],
        "issues": ["ukraine-war"], "actors": ["KHM", "asean"], "acts": ["statement"],
        "length": "line", "thread": "yes", "language": "fr",
    }  # fmt: skip
    assert await house.submits(view, given) == (200, None)
    [told] = await house.came()
    order = (await house.order()).subscription
    assert (order.hours, order.zone, order.address.place) == ("08:30", "Europe/Paris", FLOOR)
    assert (order.weekdays, order.follows.acts, order.thread) == (frozenset({1, 5}), ("statement",), True)
    assert set(order.follows.actors) == {"KHM", "asean"}
    assert order.language == "fr"
    assert "Scheduled" in told["text"]
    assert elements(told["blocks"], "channel") == [{"type": "channel", "channel_id": FLOOR}]


async def test_mistakes_stand_at_their_fields_and_what_was_typed_stays(house: House) -> None:
    view = await house.opens("schedule")
    status, answer = await house.submits(view, {"time": "", "zone": "pariss", "issues": ["atlantis"]})
    assert status == 200
    assert answer["response_action"] == "errors"
    assert answer["errors"]["office-time"] == "time is missing."
    assert "“pariss” is no time zone. Did you mean Europe/Paris" in answer["errors"]["office-zone"]
    assert "“atlantis” is no name here" in answer["errors"]["office-issues"]
    assert await house.store.subscriptions.all() == ()
    assert await house.submits(view, {"zone": "Europe/Paris"}) == (200, None)
    assert "Scheduled" in text(await house.came())


async def test_an_edit_shows_what_stands_and_changes_what_is_changed(house: House) -> None:
    await house.types("schedule 8 paris mon thu issues ukraine actors cambodia thread")
    before = await house.order()
    view = await house.opens(f"edit {before.subscription.id}")
    shown = fields(view)
    assert view["title"]["text"] == "Change a digest"
    assert shown["zone"]["initial_option"]["value"] == "Europe/Paris"
    assert [one["value"] for one in shown["weekdays"]["initial_options"]] == ["mon", "thu"]
    assert [one["text"]["text"] for one in shown["actors"]["initial_options"]] == ["Cambodia"]
    assert shown["thread"]["initial_option"]["value"] == "yes"
    await house.submits(view, {})
    assert "Changed" in text(await house.came())
    assert (await house.order()).subscription == before.subscription
    again = await house.opens(f"edit {before.subscription.id}")
    await house.submits(again, {"time": "10:00", "issues": [], "channel": FLOOR})
    await house.came()
    after = (await house.order()).subscription
    assert (after.hours, after.follows.issues, after.address.place) == ("10:00", (), FLOOR)
    assert after.follows.actors == ("KHM",)


async def test_a_button_opens_the_form_too(house: House) -> None:
    [listed] = await house.types("")
    trigger = await house.pushes(listed, "Schedule a digest")
    view = await house.form(0, trigger)
    assert view["title"]["text"] == "Schedule a digest"


@pytest.mark.parametrize(
    ("param", "typed", "first"),
    [("zone", "phnom", "Asia/Phnom_Penh"), ("zone", "geneva", "Europe/Zurich"), ("issues", "ukraine", "ukraine-war"),
     ("actors", "viet", "VNM"), ("acts", "stat", "statement"), ("zone", "", "UTC")],
)  # fmt: skip
async def test_lists_of_a_form_offer_what_fits(house: House, param: str, typed: str, first: str) -> None:
    view = await house.opens("schedule")
    offered = await house.lists(view, param, typed)
    assert offered[0]["value"] == first
    assert len(offered) <= 100


async def test_a_list_offers_nothing_to_who_may_not(house: House) -> None:
    view = await house.opens("schedule")
    assert await house.lists(view, "issues", "ukraine", user=ALICE) == []


async def test_settings_are_changed_in_a_line_and_by_a_form(house: House) -> None:
    [told] = await house.types("language es private no", command="settings")
    assert "Language of answers: Español" in told["text"]
    trigger = await house.pushes(told, "Change settings")
    view = await house.form(0, trigger)
    assert fields(view)["answers_language"]["initial_option"]["value"] == "es"
    assert await house.submits(view, {"answers_language": "en", "follow": ["ukraine-war"], "names": "un"}) == (
        200,
        None,
    )
    [after] = await house.came()
    assert "Un boletín nuevo sigue: La guerra de Rusia contra Ucrania" in after["text"]
    assert house.desk.prefers["slack", "T1"].names == "un"
    [wrong] = await house.types("names short", command="settings")
    assert "“short” does not fit names" in wrong["text"]


async def test_where_a_workspace_wants_it_answers_are_for_all_and_in_its_language(house: House) -> None:
    await house.types("language fr private no", command="settings")
    [answered] = await house.types("A/RES/ES-11/1", command="vote", user=ALICE)
    assert answered["response_type"] == "in_channel"
    assert "pour" in answered["text"]


async def test_a_form_that_takes_long_is_closed_first_and_answered_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.slack.errands.SOON", 0.05)
    assert SOON < 3
    view = await house.opens("schedule")
    house.slow.clear()
    assert await house.submits(view, {"zone": "UTC"}) == (200, None)
    house.slow.set()
    assert "Scheduled" in text(await house.came())


async def test_without_a_message_to_answer_a_form_becomes_its_answer(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await house.opens("schedule")
    bare = {**view, "private_metadata": json.dumps([*json.loads(view["private_metadata"])[:4], ""])}
    status, answer = await house.submits(bare, {"zone": "UTC"})
    assert (status, answer["response_action"]) == (200, "update")
    assert answer["view"]["title"]["text"] == "Scheduled"
    monkeypatch.setattr("adapters.slack.errands.SOON", 0.05)
    house.slow.clear()
    status, waiting = await house.submits(bare, {"zone": "UTC"})
    assert (status, waiting["response_action"]) == (200, "update")
    house.slow.set()
    [updated] = await house.slack.wait_for("POST", "/views.update")
    assert updated.json["view_id"] == "V1"
    assert "Scheduled" in str(updated.json["view"])


async def test_a_form_slack_will_not_open_is_told(house: House, expected_warnings: list[str]) -> None:
    expected_warnings.append(r"slack\.form_lost reason=.*expired_trigger_id")
    house.slack.script("POST", "/views.open", Json({"ok": False, "error": "expired_trigger_id"}))
    [told] = await house.types("schedule")
    assert told["response_type"] == "ephemeral"
    assert await house.store.subscriptions.all() == ()


# --- who may -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["", "list", "help", "schedule 8 utc", "schedule"])
async def test_who_may_not_is_told_in_slacks_own_terms(house: House, line: str) -> None:
    [told] = await house.types(line, user=ALICE)
    assert "Only those who look after Dateline in this workspace can do that." in told["text"]
    assert f"your member ID, for that list, is {ALICE}" in told["text"]
    assert await house.store.subscriptions.all() == ()


@pytest.mark.parametrize("command", ["settings", "doctor"])
async def test_settings_and_doctor_are_for_them_alone(house: House, command: str) -> None:
    [told] = await house.types("", command=command, user=ALICE)
    assert "Not allowed" in told["text"]


async def test_a_form_and_a_button_are_checked_again(house: House) -> None:
    [made] = await house.types("schedule 8 utc")
    view = await house.opens("schedule")
    assert await house.submits(view, {"zone": "UTC"}, user=ALICE) == (200, None)
    assert "Not allowed" in text(await house.came())
    [refused] = await house.presses(made, "Remove", user=ALICE)
    assert "Not allowed" in refused["text"]
    assert (await house.order()).subscription.paused is None


PEOPLE = {
    "admin": ({"is_admin": True}, True), "owner": ({"is_owner": True}, True), "member": ({}, False),
    "guest": ({"is_admin": True, "is_restricted": True}, False), "left": ({"is_admin": True, "deleted": True}, False),
    "an admin elsewhere": ({"is_admin": True, "team_id": "T2"}, False),
    "a stranger": ({"is_admin": True, "is_stranger": True, "enterprise_user": {"id": "W1"}}, False),
    "of the organisation": ({"is_admin": True, "team_id": "E1", "enterprise_user": {"id": "W1"}}, True),
    "an app": ({"is_admin": True, "is_bot": True}, False),
}  # fmt: skip


@pytest.mark.parametrize(("person", "may"), PEOPLE.values(), ids=PEOPLE)
async def test_admins_and_owners_of_this_workspace_may(house: House, person: dict[str, Any], may: bool) -> None:
    house.slack.script("POST", "/users.info", Json({"ok": True, "user": {"team_id": "T1", **person}}))
    [told] = await house.types("list")
    assert ("Not allowed" in told["text"]) is not may


async def test_without_the_scope_admins_are_not_seen_and_that_is_said(slack: FaultServer, tmp_path: Path) -> None:
    async with housed(slack, tmp_path, managers=("admins", "U0LISTED01")) as house:
        slack.script("POST", "/users.info", Json({"ok": False, "error": "missing_scope", "needed": "users:read"}))
        [told] = await house.types("list")
        assert "its app lacks the scope users:read" in told["text"]
        [listed] = await house.types("list", user="U0LISTED01")
        assert "Nothing is scheduled here yet." in listed["text"]


async def test_a_channels_creator_orders_for_that_channel_alone(slack: FaultServer, tmp_path: Path) -> None:
    async with housed(slack, tmp_path, managers=("channel-creator", BOSS)) as house:
        await house.types("schedule 8 utc", place=FLOOR, name="floor")
        slack.script("POST", "/conversations.info", Json({"ok": True, "channel": {"creator": ALICE}}))
        [made] = await house.types("schedule 9 utc", user=ALICE)
        assert "Scheduled" in made["text"]
        slack.script("POST", "/conversations.info", Json({"ok": True, "channel": {"creator": BOSS}}))
        [listed] = await house.types("list", user=ALICE)
        assert "#desk" in listed["text"]
        assert "#floor" not in listed["text"]
        [refused] = await house.types(f"schedule 9 utc <#{FLOOR}|floor>", user=ALICE)
        assert "this is none of them" in refused["text"]
        [settings] = await house.types("private no", command="settings", user=ALICE)
        assert "Not allowed" in settings["text"]


async def test_slack_is_asked_who_somebody_is_once_a_minute_and_a_no_is_no(house: House) -> None:
    for _ in range(3):
        await house.types("list")
    assert len(house.slack.seen("POST", "/users.info")) == 1
    house.slack.script("POST", "/users.info", Status(500))
    [told] = await house.types("list", user="U0OTHER001")
    assert "Not allowed" in told["text"]


# --- somebody's own ----------------------------------------------------------------------------------------------


async def test_everybody_has_a_digest_of_their_own_by_direct_message(house: House) -> None:
    [made] = await house.types("schedule 8 utc", user=ALICE, place="D0ALICE001", name="directmessage")
    order = (await house.order()).subscription
    assert (order.server, order.address.place) == (f"@T1/{ALICE}", ALICE)
    assert "Posts in your direct messages with Dateline at 08:00" in made["text"]
    [others] = await house.types("list", user=BOSS, place="D0BOSS0001", name="directmessage")
    assert "Nothing is scheduled here yet." in others["text"]
    [channel] = await house.types("list")
    assert "Nothing is scheduled here yet." in channel["text"]
    view = await house.opens(f"edit {order.id}", user=ALICE, place="D0ALICE001", name="directmessage")
    assert "channel" not in fields(view)
    assert await house.submits(view, {"time": "10:00"}, user=BOSS) == (200, None)
    assert "No digest scheduled here is called" in text(await house.came())
    await house.submits(view, {"time": "10:00"}, user=ALICE)
    await house.came(2)
    changed = (await house.order()).subscription
    assert changed == replace(order, at=changed.at)
    assert changed.hours == "10:00"


async def test_from_home_everybody_schedules_their_own_and_goes_on_in_the_window(house: House) -> None:
    async def presses(view: Mapping[str, Any], label: str, number: int, user: str = ALICE) -> None:
        body = {
            "type": "block_actions", "trigger_id": f"55.{number}", "team": {"id": "T1"}, "user": {"id": user},
            "actions": [find(view, label)], "view": {**view, "id": "V1"}, "api_app_id": "A1", "token": "gone",
        }  # fmt: skip
        assert await send(house.room, interaction(body)) == (200, "")

    value = written(Token(Press.FORM, Question("subscription form")))
    button = {"type": "button", "action_id": "office-home-schedule", "text": {"text": "New"}, "value": value}
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}
    await presses(home, "New", 1)
    view = (await house.slack.wait_for("POST", "/views.open"))[-1].json["view"]
    assert "channel" not in fields(view)
    status, answer = await house.submits(view, {"zone": "UTC"}, user=ALICE)
    assert (status, answer["response_action"]) == (200, "update")
    order = (await house.order()).subscription
    assert (order.server, order.address.place) == (f"@T1/{ALICE}", ALICE)
    await presses(answer["view"], "Pause", 2)
    [paused] = await house.slack.wait_for("POST", "/views.update")
    assert paused.json["view_id"] == "V1"
    assert "is paused" in str(paused.json["view"])
    await presses(paused.json["view"], "Edit", 3)
    edit = (await house.slack.wait_for("POST", "/views.update", 2))[-1].json["view"]
    assert edit["title"]["text"] == "Change a digest"
    await presses(paused.json["view"], "Resume", 4, user=BOSS)
    refused = (await house.slack.wait_for("POST", "/views.update", 3))[-1].json["view"]
    assert "No digest scheduled here is called" in str(refused) or "Nothing is scheduled" in str(refused)
    await presses(home, "New", 5, user=BOSS)
    workspaces = (await house.slack.wait_for("POST", "/views.open", 2))[-1].json["view"]
    assert "channel" in fields(workspaces)


# --- the doctor --------------------------------------------------------------------------------------------------


async def test_the_doctor_tells_token_scopes_transport_and_each_channel(house: House) -> None:
    await house.types("schedule 8 utc")
    house.slack.script("POST", "/conversations.info", Json({"ok": True, "channel": {"is_member": False}}))
    [made] = await house.types(f"schedule 9 utc <#{FLOOR}|floor>")
    assert (
        "Dateline cannot post there yet: Dateline is not in that channel: say /invite @dateline there" in made["text"]
    )
    told = text(await house.types("", command="doctor"))
    assert "Commands come by HTTP" in told
    assert "Slack accepts Dateline's token; its name in this workspace is @dateline." in told
    assert "The app has every scope it needs (commands, chat:write)." in told
    assert "in #desk: works" in told
    assert f"in #{FLOOR}: cannot post: Dateline is not in that channel: say /invite @dateline there" in told


async def test_what_is_only_wanted_keeps_no_digest_from_being_posted(house: House) -> None:
    house.slack.script(
        "POST", "/auth.test", Json({"ok": True, "user": "dateline"}, headers={"X-OAuth-Scopes": "commands,chat:write"})
    )
    house.slack.script("POST", "/conversations.info", Json({"ok": False, "error": "missing_scope"}))
    [made] = await house.types("schedule 8 utc")
    assert "It is posted, yet the app has not the scope channels:history" in made["text"]
    assert "cannot post" not in made["text"]


async def test_history_links_to_what_was_posted(house: House) -> None:
    await house.types("schedule 8 utc")
    standing = await house.order()
    id_ = standing.subscription.id
    await house.store.ledger.enter([SlotEntry(id_, "2026-11-23T08:00", NOW)], {}, NOW)
    [row] = await house.store.ledger.open(id_, "2026-11-23T08:00")
    await house.store.ledger.settle(
        Settlement(row, State.SENT, NOW, "1700000000.000100", covered=NOW + timedelta(hours=1))
    )
    [told] = await house.types(f"history {id_}")
    [link] = elements(told["blocks"], "link")
    assert link["url"] == f"https://example.slack.com/archives/{DESK}/p1700000000000100"


# --- once, and never silently ------------------------------------------------------------------------------------


async def test_a_command_slack_sends_again_is_carried_out_once(house: House) -> None:
    await house.types("schedule 8 utc")
    assert await send(house.room, house.last) == (200, "")
    await house.types("list")
    await house.order()


async def test_a_form_slack_sends_again_is_carried_out_once(house: House) -> None:
    view = await house.opens("schedule")
    for _ in range(2):
        assert await house.submits(view, {"zone": "UTC"}, trigger="777.1") == (200, None)
    await house.types("list")
    await house.order()


async def test_a_bug_in_an_errand_is_one_calm_sentence(house: House, expected_warnings: list[str]) -> None:
    expected_warnings.append(r"slack\.errand_failed id=[0-9a-f]{8} command=subscription kind=")
    house.store = object()  # type: ignore[assignment]
    [told] = await house.types("list")
    assert "Something went wrong on our side" in told["text"]


async def test_while_the_database_is_closed_nothing_is_ordered(house: House) -> None:
    house.store = None  # type: ignore[assignment]
    [told] = await house.types("list")
    assert "cannot be read or changed just now" in told["text"]


async def test_over_the_socket_a_form_is_asked_mended_and_carried_out(
    sockets: SocketSlack,  # noqa: F811
    slack: FaultServer,
    tmp_path: Path,
) -> None:
    async def takes(kind: str, payload: dict[str, Any], number: str) -> Any:
        await sockets.send({"envelope_id": number, "type": kind, "payload": payload, "accepts_response_payload": True})
        acknowledged = await sockets.acknowledged()
        assert acknowledged["envelope_id"] == number
        return acknowledged.get("payload")

    who = {"team": {"id": "T1"}, "user": {"id": ALICE}, "api_app_id": "A1"}
    command = {
        "command": "/subscription", "text": "schedule 8", "user_id": ALICE, "team_id": "T1", "channel_id": "D0ALICE001",
        "channel_name": "directmessage", "trigger_id": "T-1", "response_url": f"{slack.url}/respond/1",
    }  # fmt: skip
    async with opened(fresh(tmp_path)) as store:
        house = House(slack, store)
        house.slow.set()
        house.room = room_at(
            sockets.url, house.desk.answer, app_token=APP_TOKEN, commands=catalogue(),
            administration=house.administration(),
        )  # fmt: skip
        async with served(house.room):
            await sockets.connected(1)
            assert await takes("slash_commands", command, "E-1") is None
            async with asyncio.timeout(5):
                while (called := await sockets.called.get())[0] != "views.open":
                    assert called[0] == "users.info"
            opening = called[1]
            view = {**opening["view"], "id": "V1"}
            sent = {**who, "type": "view_submission", "trigger_id": "T-2", "view": view}
            told = await takes("interactive", {**sent, "view": {**view, "state": {"values": state(view, {})}}}, "E-2")
            assert told["errors"] == {"office-zone": "zone is missing."}
            filled_in = {**view, "state": {"values": state(view, {"zone": "UTC"})}}
            assert await takes("interactive", {**sent, "trigger_id": "T-3", "view": filled_in}, "E-3") is None
            [answer] = await slack.wait_for("POST", "/respond/1")
            doctor = {**command, "command": "/doctor", "text": "", "trigger_id": "T-4"}
            await takes("slash_commands", {**doctor, "response_url": f"{slack.url}/respond/2"}, "E-4")
            [health] = await slack.wait_for("POST", "/respond/2")
    assert "Posts in your direct messages with Dateline at 08:00 (UTC)" in answer.json["text"]
    assert "Commands come through Socket Mode, and its connection is open." in health.json["text"]
