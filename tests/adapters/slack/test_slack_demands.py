"""The demands themselves: each is broken once and seen, at its edge and one beyond; and all that is sent passes by."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.contract import Address
from adapters.slack import buttons
from tests.adapters.slack.demands import ACK, RESPONSE_URL, Sent, broken, broken_together
from tests.adapters.slack.recorder import refused
from tests.adapters.slack.rooms import interaction, room_at, send, served, slash
from tests.contract import documents
from tests.faultserver import FaultServer, Json

POST, UPDATE, OPEN, PUBLISH = "chat.postMessage", "chat.update", "views.open", "views.publish"
SWITCHES = {"mrkdwn": False, "parse": "none", "link_names": False, "unfurl_links": False, "unfurl_media": False}
Node = dict[str, Any]


def plain(text: str = "words", **more: Any) -> Node:
    return {"type": "plain_text", "text": text, "emoji": False, **more}


def run(*held: Node) -> Node:
    return {"type": "rich_text_section", "elements": list(held or [{"type": "text", "text": "words"}])}


def rich(*held: Node, **more: Any) -> Node:
    return {"type": "rich_text", "elements": list(held or [run()]), **more}


def letters(count: int) -> Node:
    return rich(run({"type": "text", "text": "w" * count}))


def header(text: str = "Title") -> Node:
    return {"type": "header", "text": plain(text)}


def section(**more: Any) -> Node:
    return {"type": "section", **({} if "fields" in more else {"text": plain()}), **more}


def context(count: int) -> Node:
    return {"type": "context", "elements": [plain()] * count}


def small(text: str, **more: Any) -> Node:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True, **more}]}


def button(number: int = 0, **more: Any) -> Node:
    return {"type": "button", "action_id": f"b{number}", "text": plain(), "value": "v", **more}


def row(*held: Node) -> Node:
    return {"type": "actions", "elements": list(held)}


def entry(number: int = 0, **more: Any) -> Node:
    return {"text": plain(f"entry {number}"), "value": str(number), **more}


def entries(count: int) -> list[Node]:
    return [entry(number) for number in range(count)]


def menu(*options: Node, **more: Any) -> Node:
    return {"type": "static_select", "action_id": "m", "options": list(options or [entry()]), **more}


def line(**more: Any) -> Node:
    return {"type": "plain_text_input", "action_id": "words", **more}


def field(element: Node | None = None, **more: Any) -> Node:
    return {"type": "input", "label": plain(), "element": element or line(), **more}


def picture(**more: Any) -> Node:
    return {"type": "image", "image_url": "https://a.example/m.png", "alt_text": "a map", **more}


def table(rows: int = 2, cells: int = 2, text: str = "c") -> Node:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": text}] * cells] * rows}


def message(*blocks: Node, **more: Any) -> Node:
    return {"channel": "C1", "text": "words", "blocks": list(blocks or [rich()]), **SWITCHES, **more}


def modal(*blocks: Node, **more: Any) -> Node:
    form = {"type": "modal", "title": plain("t" * 24), "submit": plain("s" * 24), "close": plain("c" * 24)}
    return {"trigger_id": "1.2.3", "view": {**form, "blocks": list(blocks or [field()]), **more}}


def home(*blocks: Node, **more: Any) -> Node:
    return {"user_id": "U1", "view": {"type": "home", "blocks": list(blocks), **more}}


def without(body: Node, name: str) -> Node:
    return {key: value for key, value in body.items() if key != name}


def key(size: int) -> Node:
    return {"metadata": {"event_type": "brief_posted", "event_payload": {"key": "k" * size}}}


SUGGEST: Node = {"type": "block_suggestion"}
SUBMIT: Node = {"type": "view_submission", "view": {"blocks": [field(block_id="words")]}}

GOOD: dict[str, tuple[str, Any]] = {
    "a message": (POST, message()),
    "fifty blocks": (POST, message(*[rich()] * 50)),
    "the longest text": (POST, message(text="w" * 4000)),
    "a full header": (POST, message(header("h" * 150))),
    "a full section": (POST, message(section(text=plain("s" * 3000)))),
    "ten fields": (POST, message(section(fields=[plain("f" * 1000)] * 10))),
    "a full field": (POST, message(section(fields=[plain("f" * 2000)]))),
    "a full context": (POST, message(context(10))),
    "links in a context": (POST, message(small("Sources\n<https://a.example/b_c|[1] VOA> &amp; others"))),
    "twenty-five buttons": (POST, message(row(*[button(n) for n in range(25)]))),
    "a full button": (POST, message(row(button(text=plain("l" * 75), value="v" * 2000, action_id="i" * 255)))),
    "a button elsewhere": (POST, message(row({"type": "button", "action_id": "a", "text": plain(),
                                              "url": "https://a.example"}))),
    "a question back": (POST, message(row(button(confirm={
        "title": plain("t" * 100), "text": plain("t" * 300), "confirm": plain("y" * 30), "deny": plain("n" * 30)})))),
    "a full list": (POST, message(row(menu(*entries(100), placeholder=plain("p" * 150))))),
    "a full entry": (POST, message(row(menu(
        entry(text=plain("e" * 75), value="v" * 150, description=plain("d" * 75)))))),
    "a chosen entry": (POST, message(row(menu(*entries(3), initial_option=entry(1))))),
    "groups of entries": (POST, message(row(without(
        menu(option_groups=[{"label": plain("g" * 75), "options": entries(9)}]), "options")))),
    "a full id": (POST, message(rich(block_id="i" * 255))),
    "a picture": (POST, message(picture(alt_text="a" * 2000, title=plain("t" * 2000)))),
    "a long table": (POST, message(table(100, 4))),
    "a wide table": (POST, message(table(20, 20))),
    "metadata": (POST, message(**key(100))),
    "a reply in a thread": (POST, message(thread_ts="1646208000.000100")),
    "no blocks": (POST, without(message(), "blocks")),
    "a change": (UPDATE, message(ts="1646208000.000100")),
    "a form": (OPEN, modal(private_metadata="p" * 3000, callback_id="c" * 255)),
    "a form of a hundred blocks": (OPEN, modal(*[section()] * 99, field())),
    "a form without fields": (OPEN, {"trigger_id": "1.2.3", "view": without(modal(section())["view"], "submit")}),
    "a full field of text": (OPEN, modal(field(line(min_length=0, max_length=3000, initial_value="v" * 3000)))),
    "a fetched list": (OPEN, modal(field({"type": "external_select", "action_id": "a", "min_query_length": 1}))),
    "a day": (OPEN, modal(field({"type": "datepicker", "action_id": "a", "initial_date": "2022-03-03"}))),
    "a home": (PUBLISH, home(*[section()] * 100)),
    "a home with a mention": (PUBLISH, home(rich(run({"type": "user", "user_id": "U1"})))),
    "an answer": (RESPONSE_URL, without(message(response_type="in_channel", replace_original=False), "channel")),
    "an answer taken back": (RESPONSE_URL, {"delete_original": True}),
    "a look back": ("conversations.history", {"channel": "C1", "limit": 15}),
    "signing in": ("auth.test", {}),
}  # fmt: skip

BAD: dict[str, tuple[str, Any, str]] = {
    "no words": (POST, without(message(), "text"), "text has None"),
    "empty words": (POST, message(text=""), "text has 0"),
    "too many words": (POST, message(text="w" * 4001), "text has 4001"),
    "words of two units": (POST, message(text="😀" * 2001), "text has 4002"),
    "a call in the text": (POST, message(text="<!channel>"), "control sequence"),
    "markup on": (POST, message(mrkdwn=True), "mrkdwn"),
    "markup left open": (POST, without(message(), "mrkdwn"), "mrkdwn is None"),
    "names linked": (POST, message(link_names=True), "link_names"),
    "links unfurled": (POST, without(message(), "unfurl_links"), "unfurl_links"),
    "media unfurled": (POST, message(unfurl_media=True), "unfurl_media"),
    "names parsed": (POST, message(parse="full"), "parse"),
    "attachments": (POST, message(attachments=[{"text": "t"}]), "attachments"),
    "nowhere": (POST, message(channel="general"), "no channel"),
    "a thread of nothing": (POST, message(thread_ts="yes"), "no thread"),
    "for nobody": ("chat.postEphemeral", message(), "for nobody"),
    "fifty-one blocks": (POST, message(*[rich()] * 51), "51 blocks"),
    "blocks of nothing": (POST, message() | {"blocks": []}, "no blocks"),
    "too much in blocks": (POST, message(*[letters(2600)] * 5), "13200 at most"),
    "one block_id twice": (POST, message(rich(block_id="a"), rich(block_id="a")), "have the block_id a"),
    "a long block_id": (POST, message(rich(block_id="i" * 256)), "block_id has 256"),
    "a long header": (POST, message(header("h" * 151)), "header has 151"),
    "an empty header": (POST, message(header("")), "header has 0"),
    "emoji in a header": (POST, message({"type": "header", "text": {**plain(), "emoji": True}}), ":names:"),
    "markup in a section": (POST, message(section(text={"type": "mrkdwn", "text": "*w*"})), "no plain text"),
    "a long section": (POST, message(section(text=plain("s" * 3001))), "3001"),
    "a section of nothing": (POST, message(without(section(), "text")), "without text and fields"),
    "eleven fields": (POST, message(section(fields=[plain()] * 11)), "11 fields"),
    "a long field": (POST, message(section(fields=[plain("f" * 2001)])), "field has 2001"),
    "eleven in a context": (POST, message(context(11)), "11 elements"),
    "a context of nothing": (POST, message(context(0)), "0 elements"),
    "markup in a context": (POST, message(small("*loud*")), "markup in a context"),
    "emoji in a context": (POST, message(small("so :smile:")), "markup in a context"),
    "a quote in a context": (POST, message(small("a\n&gt; b")), "markup in a context"),
    "a call in a context": (POST, message(small("<!here>")), "markup in a context"),
    "a script in a context": (POST, message(small("<javascript:1|x>")), "markup in a context"),
    "words linked in a context": (POST, message(small("a", verbatim=False)), "links and names of words"),
    "a long context": (POST, message(small("w" * 3001)), "context's text has 3001"),
    "twenty-six buttons": (POST, message(row(*[button(n) for n in range(26)])), "26 elements"),
    "a row of nothing": (POST, message(row()), "0 elements"),
    "one action_id twice": (POST, message(row(button(), button())), "one action_id"),
    "a long action_id": (POST, message(row(button(action_id="i" * 256))), "action_id has 256"),
    "a long button": (POST, message(row(button(text=plain("l" * 76)))), "button has 76"),
    "a long value": (POST, message(row(button(value="v" * 2001))), "value has 2001"),
    "a button of no style": (POST, message(row(button(style="loud"))), "style"),
    "a button to a script": (POST, message(row(button(url="javascript:1"))), "no web address"),
    "a long question back": (POST, message(row(button(confirm={
        "title": plain("t" * 101), "text": plain(), "confirm": plain(), "deny": plain()}))), "title of a question"),
    "a list of none": (POST, message(row({**menu(), "options": []})), "0 entries"),
    "a list of a hundred and one": (POST, message(row(menu(*entries(101)))), "101 entries"),
    "one value twice": (POST, message(row(menu(entry(1), entry(1)))), "one value"),
    "a long entry": (POST, message(row(menu(entry(text=plain("e" * 76))))), "entry has 76"),
    "a long value of an entry": (POST, message(row(menu(entry(value="v" * 151)))), "value has 151"),
    "a long line under an entry": (POST, message(row(menu(entry(description=plain("d" * 76))))), "under an entry"),
    "a long placeholder": (POST, message(row(menu(placeholder=plain("p" * 151)))), "placeholder has 151"),
    "chosen from elsewhere": (POST, message(row(menu(*entries(3), initial_option=entry(9)))), "beforehand"),
    "entries and groups": (POST, message(row(menu(option_groups=[]))), "or groups"),
    "a long name of a group": (POST, message(row(without(
        menu(option_groups=[{"label": plain("g" * 76), "options": entries(1)}]), "options"))), "group's name has 76"),
    "eleven radio buttons": (POST, message(row(
        {"type": "radio_buttons", "action_id": "r", "options": entries(11)})), "11 entries"),
    "six in an overflow": (POST, message(row(
        {"type": "overflow", "action_id": "o", "options": entries(6)})), "6 entries"),
    "a silent picture": (POST, message(picture(alt_text="")), "alternative text has 0"),
    "a long description": (POST, message(picture(alt_text="a" * 2001)), "has 2001"),
    "a picture of nothing": (POST, message(without(picture(), "image_url")), "address or a file"),
    "a call to everybody": (POST, message(rich(run({"type": "broadcast", "range": "channel"}))), "pings"),
    "a person pinged": (POST, message(rich(run({"type": "user", "user_id": "U1"}))), "pings"),
    "a link that breaks": (POST, message(rich(run({"type": "link", "url": "https://a|b"}))), "web address"),
    "an empty run": (POST, message(rich(run({"type": "text", "text": ""}))), "characters has 0"),
    "a rich text of nothing": (POST, message({"type": "rich_text", "elements": []}), "of nothing"),
    "a list of no points": (POST, message(rich(
        {"type": "rich_text_list", "style": "bullet", "elements": []})), "list of nothing"),
    "a hundred and one rows": (POST, message(table(101, 1)), "101 rows"),
    "twenty-one cells": (POST, message(table(1, 21)), "21 cells"),
    "two tables": (POST, message(table(), table()), "two tables"),
    "too much in a table": (POST, message(table(5, 5, "c" * 401)), "10000 at most"),
    "ragged rows": (POST, message({"type": "table", "rows": [*table(1, 1)["rows"], *table(1, 2)["rows"]]}), "as many"),
    "a field in a message": (POST, message(field()), "input in a message"),
    "a new kind of block": (POST, message({"type": "carousel", "elements": []}), "may not show"),
    "an unknown field": (POST, message(header() | {"colour": "red"}), "slack_sdk would not send"),
    "loud metadata": (POST, message(metadata={"event_type": "Brief posted", "event_payload": {}}), "event_type"),
    "bare metadata": (POST, message(metadata={"key": "k"}), "an event_type and"),
    "heavy metadata": (POST, message(**key(8000)), "metadata too large"),
    "a change of nothing": (UPDATE, message(), "no message"),
    "a form without a trigger": (OPEN, modal() | {"trigger_id": ""}, "trigger_id"),
    "a long title": (OPEN, modal(title=plain("t" * 25)), "title has 25"),
    "a long submit": (OPEN, modal(submit=plain("s" * 25)), "submit has 25"),
    "a long close": (OPEN, modal(close=plain("c" * 25)), "close has 25"),
    "no way to send": (OPEN, {"trigger_id": "1", "view": without(modal()["view"], "submit")}, "no way to send"),
    "a hundred and one blocks": (OPEN, modal(*[section()] * 101), "101 blocks"),
    "long private metadata": (OPEN, modal(private_metadata="p" * 3001), "private_metadata has 3001"),
    "a long callback": (OPEN, modal(callback_id="c" * 256), "callback_id has 256"),
    "a home as a form": (OPEN, {"trigger_id": "1", "view": home(section())["view"]}, "where a modal is due"),
    "a form as a home": (PUBLISH, {"user_id": "U1", "view": modal()["view"]}, "where a home is due"),
    "a home of nobody": (PUBLISH, home(section()) | {"user_id": ""}, "home of nobody"),
    "a crowded home": (PUBLISH, home(*[section()] * 101), "101 blocks"),
    "a view of no name": ("views.update", {"view": modal()["view"]}, "by its id"),
    "a long label": (OPEN, modal(field(label=plain("l" * 2001))), "label has 2001"),
    "a long hint": (OPEN, modal(field(hint=plain("h" * 2001))), "hint has 2001"),
    "a long field of text": (OPEN, modal(field(line(max_length=3001))), "3001 characters"),
    "filled beyond": (OPEN, modal(field(line(max_length=2, initial_value="abc"))), "what stands in a field has 3"),
    "a field of buttons": (OPEN, modal(field(button())), "anything to fill in"),
    "two cursors": (OPEN, modal(field(line(focus_on_load=True)), field(line(focus_on_load=True))), "cursor"),
    "a table in a form": (OPEN, modal(table(), field()), "table in a modal"),
    "an answer for whom": (RESPONSE_URL, message(response_type="all"), "response_type"),
    "a long look back": ("conversations.history", {"channel": "C1", "limit": 16}, "16 messages"),
    "a look back without end": ("conversations.history", {"channel": "C1"}, "100 messages"),
}  # fmt: skip

ANSWERED: dict[str, tuple[Node, Any]] = {
    "nothing": ({"command": "/position"}, ""),
    "words at once": ({"command": "/position"}, without(message(), "channel")),
    "a press": ({"type": "block_actions"}, ""),
    "a full list": (SUGGEST, {"options": entries(100)}),
    "an empty list": (SUGGEST, {"options": []}),
    "a form taken": (SUBMIT, ""),
    "a form with a mistake": (SUBMIT, {"response_action": "errors", "errors": {"words": "Say who."}}),
    "a form that goes on": (SUBMIT, {"response_action": "update", "view": modal()["view"]}),
    "all forms closed": (SUBMIT, {"response_action": "clear"}),
    "a challenge": ({"type": "url_verification", "challenge": "abc"}, {"challenge": "abc"}),
    "a challenge as text": ({"type": "url_verification", "challenge": "abc"}, "abc"),
}
REFUSED: dict[str, tuple[Node, Any, str]] = {
    "a press with words": ({"type": "block_actions"}, {"text": "w"}, "with words in it"),
    "an event with words": ({"type": "event_callback"}, {"text": "w"}, "with words in it"),
    "markup at once": ({"command": "/position"}, message(mrkdwn=True), "mrkdwn"),
    "a list too long": (SUGGEST, {"options": entries(101)}, "101 entries"),
    "no list": (SUGGEST, "", "has options or"),
    "a long entry": (SUGGEST, {"options": [entry(text=plain("e" * 76))]}, "entry has 76"),
    "an empty group": (SUGGEST, {"option_groups": [{"label": plain(), "options": []}]}, "0 entries"),
    "no mistake named": (SUBMIT, {"response_action": "errors", "errors": {}}, "none named"),
    "a mistake elsewhere": (SUBMIT, {"response_action": "errors", "errors": {"day": "Which?"}}, "has not: day"),
    "a silent mistake": (SUBMIT, {"response_action": "errors", "errors": {"words": ""}}, "has 0"),
    "a form that goes wrong": (
        SUBMIT, {"response_action": "update", "view": modal(title=plain("t" * 25))["view"]}, "title has 25"),
    "no such action": (SUBMIT, {"response_action": "close"}, "response_action 'close'"),
    "a form answered with words": (SUBMIT, "thanks", "JSON or with nothing"),
    "another challenge": ({"type": "url_verification", "challenge": "abc"}, {"challenge": "x"}, "not given back"),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_what_keeps_every_demand_is_not_blamed(name: str) -> None:
    method, body = GOOD[name]
    assert broken(Sent(method, body)) == []


@pytest.mark.parametrize("name", BAD)
def test_each_demand_is_seen_when_it_is_broken(name: str) -> None:
    method, body, why = BAD[name]
    told = broken(Sent(method, body))
    assert any(why in one for one in told), told


@pytest.mark.parametrize("name", ANSWERED)
def test_an_acknowledgement_as_slack_wants_it_is_not_blamed(name: str) -> None:
    asked, body = ANSWERED[name]
    assert broken(Sent(ACK, body, asked)) == []


@pytest.mark.parametrize("name", REFUSED)
def test_an_acknowledgement_that_slack_would_not_take_is_seen(name: str) -> None:
    asked, body, why = REFUSED[name]
    told = broken(Sent(ACK, body, asked))
    assert any(why in one for one in told), told


def test_a_sixth_answer_and_a_second_form_are_seen() -> None:
    answers = [Sent(RESPONSE_URL, {}, "https://hooks.example/1")] * 6
    assert broken_together(answers[:5]) == []
    assert broken_together([*answers[:5], Sent(RESPONSE_URL, {}, "https://hooks.example/2")]) == []
    assert broken_together(answers) == ["6 messages to one response_url; 5 at most"]
    assert broken_together([Sent(OPEN, modal())] * 2) == ["one trigger opened 2 views"]


async def test_all_that_a_room_sends_passes_by(slack: FaultServer, outgoing: list[Sent]) -> None:
    """A question, a press that opens a form, a post: each is held against the demands."""
    slack.script("POST", "/chat.postMessage", Json({"ok": True, "ts": "1646208000.000100"}))
    slack.script("POST", "/views.open", Json({"ok": True}))
    press = {
        "type": "block_actions", "response_url": f"{slack.url}/respond/2", "trigger_id": "T-2", "user": {"id": "U2"},
        "team": {"id": "T1"}, "api_app_id": "A1", "token": "gone",
        "actions": [
            {"type": "button", "action_id": f"{buttons.PRESSED}-compare", "value": "d1|c|1|position?actor=KHM"}
        ],
    }  # fmt: skip
    async with served(room_at(slack.url)) as room:
        assert await send(room, slash("/position", "cambodia", f"{slack.url}/respond/1")) == (200, "")
        await slack.wait_for("POST", "/respond/1")
        assert await send(room, interaction(press)) == (200, "")
        await slack.wait_for("POST", "/views.open")
        await room.post(Address("slack", "C1"), documents.usual(), "key-1")
    methods = [sent.method for sent in outgoing]
    assert sorted(methods) == sorted(["auth.test", ACK, RESPONSE_URL, ACK, "views.open", "chat.postMessage"])
    assert refused(outgoing) == []


async def test_a_payload_one_beyond_a_limit_fails_the_test_that_sent_it(
    slack: FaultServer, outgoing: list[Sent], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recorder sees it wherever it leaves the room, although the server takes it."""
    slack.script("POST", "/chat.postMessage", Json({"ok": True, "ts": "1646208000.000100"}))
    monkeypatch.setattr("adapters.slack.posting.render", lambda _: {**message(*[rich()] * 51), "text": "w" * 4001})
    monkeypatch.setattr("adapters.slack.listening.private", lambda _: message(header("h" * 151)))
    async with served(room_at(slack.url)) as room:
        await room.post(Address("slack", "C1"), documents.usual(), "key-1")
        assert await send(room, slash("/position", "cambodia", f"{slack.url}/respond/1")) == (200, "")
        await slack.wait_for("POST", "/respond/1")
    told = refused(outgoing)
    for why in ("51 blocks", "text has 4001", "header has 151"):
        assert any(why in one for one in told), told
    outgoing.clear()  # seen: this test shall not fail for it
