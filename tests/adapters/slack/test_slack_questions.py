"""Slash commands over HTTP: real requests on loopback, signed as Slack signs them."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Callable
from typing import Any

import psutil
import pytest

from adapters.contract import CredentialsRefused, Outcome, Request
from adapters.slack.client import Pace
from adapters.slack.questions import Once, asked
from tests.adapters.slack import reader
from tests.adapters.slack.rooms import QUICK, SECRET, TOKEN, Answers, room_at, script_slack, send, served, signed, slash
from tests.faultserver import FaultServer, Hang, Json, Reset, Status


async def told(slack: FaultServer, count: int = 1) -> dict[str, Any]:
    """The newest answer that reached the response_url."""
    return dict((await slack.wait_for("POST", "/respond/1", count))[-1].json)


async def test_a_slash_command_is_acknowledged_empty_and_answered_at_its_response_url(slack: FaultServer) -> None:
    answers = Answers()
    async with served(room_at(slack.url, answers)) as room:
        assert await send(room, slash("/position", " cambodia as_of 2022-03-04 ", f"{slack.url}/respond/1")) == (
            200,
            "",
        )
        answer = await told(slack)
    assert answers.asked == [Request("position", "cambodia as_of 2022-03-04", {}, "slack", "U2", "T1")]
    assert answer["response_type"] == "ephemeral"
    assert reader.seen(answer) == "position: cambodia as_of 2022-03-04\n\ntold"
    assert reader.fallback(answer) == "position: cambodia as_of 2022-03-04\n\ntold"
    assert answer["unfurl_links"] is False


@pytest.mark.parametrize(
    ("command", "text", "wanted"),
    [
        ("/dateline", "position cambodia", ("position", "cambodia")),
        ("/dateline", "  /Position\u00a0 cambodia  ukraine", ("position", "cambodia  ukraine")),
        ("/dateline", "", ("help", "")),
        ("/dateline", "   ", ("help", "")),
        ("/dateline", "help", ("help", "")),
        ("/dateline", "nonsense a b", ("nonsense", "a b")),
        ("/Position", "x", ("position", "x")),
        ("/position", "dateline help", ("position", "dateline help")),
    ],
)
def test_dateline_reaches_every_command(command: str, text: str, wanted: tuple[str, str]) -> None:
    request = asked({"command": command, "text": text, "user_id": "U2"})
    assert (request.command, request.line) == wanted


@pytest.mark.parametrize(
    ("command", "text", "wanted"),
    [
        ("/dl-position", "cambodia", ("position", "cambodia")),
        ("/dateline", "position cambodia", ("position", "cambodia")),
        ("/dateline", "/dl-position cambodia", ("position", "cambodia")),
        ("/dateline", "", ("help", "")),
    ],
)
def test_a_prefix_is_no_part_of_a_command(command: str, text: str, wanted: tuple[str, str]) -> None:
    request = asked({"command": command, "text": text, "user_id": "U2"}, "dl-")
    assert (request.command, request.line) == wanted


@pytest.mark.parametrize("outcome", Outcome)
async def test_answers_are_for_the_asker_alone(slack: FaultServer, outcome: Outcome) -> None:
    async with served(room_at(slack.url, Answers(outcome))) as room:
        assert await send(room, slash("/position", "x", f"{slack.url}/respond/1")) == (200, "")
        assert (await told(slack))["response_type"] == "ephemeral"


GOOD = slash("/position", "cambodia", "http://127.0.0.1:9/never")


@pytest.mark.parametrize(
    "headers",
    [
        dict,
        lambda: signed(GOOD, secret="another secret"),
        lambda: signed(GOOD + "&text=vietnam"),
        lambda: signed(GOOD, age=301),
        lambda: signed(GOOD, age=-310),
        lambda: signed(GOOD) | {"X-Slack-Request-Timestamp": "soon"},
        lambda: signed(GOOD) | {"X-Slack-Signature": "v0=ÿ"},
        lambda: signed(GOOD) | {"X-Slack-Signature": ""},
        lambda: {"X-Slack-Request-Timestamp": "1"},
    ],
    ids=["none", "secret", "body", "stale", "future", "no number", "no ascii", "empty", "no signature"],
)
async def test_a_request_slack_did_not_sign_is_refused_unread(
    slack: FaultServer, headers: Callable[[], dict[str, str]], expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.signature_refused.*DATELINE_SLACK_SIGNING_SECRET")
    answers = Answers()
    async with served(room_at(slack.url, answers)) as room:
        assert await send(room, GOOD, headers()) == (401, "")
    assert answers.asked == []


async def test_a_request_four_minutes_old_is_taken_and_later_refusals_do_not_warn(slack: FaultServer) -> None:
    answers = Answers()
    body = slash("/position", "cambodia", f"{slack.url}/respond/1")
    async with served(room_at(slack.url, answers)) as room:
        assert await send(room, body, signed(body, age=240)) == (200, "")
        assert await send(room, body, {}) == (401, "")  # scanners come by: once a good one came, the secret is right
        await told(slack)
    assert len(answers.asked) == 1


async def test_slack_asking_again_is_answered_once(slack: FaultServer) -> None:
    answers = Answers()
    body = slash("/position", "cambodia", f"{slack.url}/respond/1", "T-1")
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    async with served(room_at(slack.url, answers)) as room:
        assert await send(room, body) == (200, "")
        assert await send(room, body, signed(body) | again) == (200, "")
        other = slash("/position", "vietnam", f"{slack.url}/respond/1", "T-2")
        assert await send(room, other) == (200, "")
        await told(slack, 2)
    assert [request.line for request in answers.asked] == ["cambodia", "vietnam"]
    assert len(slack.seen("POST", "/respond/1")) == 2


def test_what_was_seen_is_forgotten_after_a_while_and_never_grows_without_bound() -> None:
    time = [0.0]
    once = Once(lambda: time[0], seconds=10, size=3)
    assert [once.first("a"), once.first("a"), once.first(""), once.first("")] == [True, False, True, True]
    time[0] = 9.9
    assert not once.first("a")
    time[0] = 10
    assert once.first("a")
    assert [once.first(key) for key in "bcd"] == [True] * 3
    assert once.first("a"), "the oldest makes room"
    assert not once.first("d")


async def test_an_answer_slower_than_slacks_three_seconds_is_acknowledged_at_once(slack: FaultServer) -> None:
    answers = Answers()
    answers.go.clear()
    async with served(room_at(slack.url, answers)) as room:
        async with asyncio.timeout(3):
            assert await send(room, slash("/position", "cambodia", f"{slack.url}/respond/1")) == (200, "")
        assert slack.seen("POST", "/respond/1") == []
        answers.go.set()
        assert "position: cambodia" in (await told(slack))["text"]


@pytest.mark.parametrize(
    "words",
    [
        "@everyone <!channel> <!here> <@U0123ABC> <#C1|general>",
        "*bold* _em_ ~gone~ `code` > quote :smile:",
        "\u202eright\u202c \x00 \x1b[31m \ufeff",
        "&amp; &lt;!channel&gt; +%2B %00",
        "x" * 10_000,
        "@channel " * 1_100,
        '{"json": true} \' OR 1=1 -- $(reboot)',
    ],
    ids=["mentions", "markup", "marks", "entities", "long", "long mentions", "injection"],
)
async def test_hostile_words_reach_the_application_as_typed_and_come_back_inert(slack: FaultServer, words: str) -> None:
    answers = Answers(Outcome.UNKNOWN)
    async with served(room_at(slack.url, answers)) as room:
        assert await send(room, slash("/dateline", f"position {words}", f"{slack.url}/respond/1")) == (200, "")
        answer = await told(slack)
    assert answers.asked[0].line == words.strip()
    kinds = {kind.split()[0] for kind in reader.recognised(answer)}
    assert kinds <= {"heading", "strong"}
    assert len(answer["text"]) <= 4000


async def test_a_bug_in_the_application_is_one_log_line_and_one_calm_sentence(
    slack: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"slack.answer_failed id=\w+ kind=KeyError at=rooms.py:\d+$")
    answers = Answers()
    answers.failure = KeyError("the words of a reader")
    async with served(room_at(slack.url, answers)) as room:
        assert await send(room, slash("/position", "x", f"{slack.url}/respond/1")) == (200, "")
        answer = await told(slack)
    assert answer["response_type"] == "ephemeral"
    assert "Something went wrong on our side" in answer["text"]
    assert "words of a reader" not in answer["text"]


async def test_what_is_said_when_we_fail_is_in_the_operators_language(
    slack: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.answer_failed")
    answers = Answers()
    answers.failure = KeyError("x")
    async with served(room_at(slack.url, answers, language="fr")) as room:
        await send(room, slash("/position", "x", f"{slack.url}/respond/1"))
        assert "Une erreur s'est produite chez nous" in (await told(slack))["text"]


async def test_an_answer_slack_takes_only_at_the_second_try_arrives(slack: FaultServer) -> None:
    slack.script("POST", "/respond/*", Reset(), Status(200, b"ok"))
    async with served(room_at(slack.url)) as room:
        await send(room, slash("/position", "x", f"{slack.url}/respond/1"))
        await told(slack, 2)


async def test_an_answer_slack_no_longer_takes_is_one_warning(slack: FaultServer, expected_warnings: list[str]) -> None:
    expected_warnings.append("slack.answer_undelivered reason=HTTP 404")
    slack.script("POST", "/respond/*", Status(404, b"expired_url"))
    async with served(room_at(slack.url)) as room:
        await send(room, slash("/position", "x", f"{slack.url}/respond/1"))
        await told(slack)
    assert len(slack.seen("POST", "/respond/1")) == 1


async def test_other_requests_are_not_answered_and_nothing_of_them_is_logged(
    slack: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body = '{"type": "event_callback", "event": {"type": "pin_added", "text": "private words"}, "event_id": "E1"}'
    async with served(room_at(slack.url)) as room:
        headers = signed(body) | {"Content-Type": "application/json"}
        assert (await send(room, body, headers))[0] == 404
        assert (await send(room, body, headers, path="/"))[0] == 404
        assert (await send(room, "x" * (2**20 + 1)))[0] == 413
        secret_words = slash("/position", "secret words", f"{slack.url}/respond/1")
        assert (await send(room, secret_words))[0] == 200
        await told(slack)
    assert logging.getLogger("dateline").level == logging.getLogger("dateline.slack").level == logging.NOTSET
    for words in ("private words", "secret words", TOKEN, SECRET, "/respond/1"):
        ours = [record.getMessage() for record in caplog.records if record.name.startswith("dateline")]
        assert not [line for line in ours if words in line]
        theirs = [record.getMessage() for record in caplog.records if record.name.startswith("slack")]
        assert not [line for line in theirs if words in line]


async def test_an_answer_whose_blocks_slack_refuses_goes_out_as_text(
    slack: FaultServer, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.payload_refused place=answer reason=HTTP 400 then=text")
    slack.script("POST", "/respond/*", Status(400, b"invalid_blocks"), Status(200, b"ok"))
    async with served(room_at(slack.url)) as room:
        await send(room, slash("/position", "cambodia", f"{slack.url}/respond/1"))
        first, second = (one.json for one in await slack.wait_for("POST", "/respond/1", 2))
    assert "blocks" in first
    assert second == {key: value for key, value in first.items() if key != "blocks"}


async def test_a_url_slack_verifies_is_confirmed(slack: FaultServer) -> None:
    body = '{"type": "url_verification", "challenge": "3eZbrw1a"}'
    async with served(room_at(slack.url)) as room:
        status, said = await send(room, body, signed(body) | {"Content-Type": "application/json"})
    assert (status, "3eZbrw1a" in said) == (200, True)


async def test_closing_lets_an_answer_under_way_finish_and_takes_no_new_question(slack: FaultServer) -> None:
    answers = Answers()
    answers.go.clear()
    room = room_at(slack.url, answers)
    serving = asyncio.create_task(room.serve())
    await room.serving.wait()
    await send(room, slash("/position", "cambodia", f"{slack.url}/respond/1"))
    closing = asyncio.create_task(room.close())
    await serving
    with pytest.raises(OSError, match=r"Connect|refused"):
        await send(room, slash("/position", "vietnam", f"{slack.url}/respond/1", "T-2"))
    answers.go.set()
    await closing
    assert len(slack.seen("POST", "/respond/1")) == 1
    assert [request.line for request in answers.asked] == ["cambodia"]
    await room.serve()  # after closing it returns at once


async def test_an_answer_that_never_ends_is_cut_and_said(slack: FaultServer, expected_warnings: list[str]) -> None:
    expected_warnings.append("slack.answers_cut count=1")
    answers = Answers()
    answers.go.clear()
    async with served(room_at(slack.url, answers, pace=Pace(drain=0.1))) as room:
        await send(room, slash("/position", "cambodia", f"{slack.url}/respond/1"))
    assert slack.seen("POST", "/respond/1") == []


async def test_the_listening_socket_is_bound_to_loopback_only(slack: FaultServer) -> None:
    async with served(room_at(slack.url)) as room:
        assert room.port != 0
        listening = psutil.Process(os.getpid()).net_connections("inet")
        bound = {c.laddr.ip for c in listening if c.status == psutil.CONN_LISTEN and c.laddr.port == room.port}
    assert bound == {"127.0.0.1"}
    assert room_at(slack.url).host == "127.0.0.1"


async def test_a_port_in_use_is_an_error_of_the_connection_not_of_the_secrets(slack: FaultServer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        room = room_at(slack.url, port=taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            await room.serve()
        await room.close()


@pytest.mark.parametrize("code", ["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"])
async def test_a_token_slack_refuses_is_final_and_named_but_never_told(slack: FaultServer, code: str) -> None:
    slack.script("POST", "/auth.test", Json({"ok": False, "error": code}))
    room = room_at(slack.url)
    with pytest.raises(CredentialsRefused, match=f"DATELINE_SLACK_BOT_TOKEN.*{code}") as caught:
        await room.serve()
    assert TOKEN not in str(caught.value)
    assert not room.serving.is_set()
    await room.close()


@pytest.mark.parametrize("token", ["", "   ", "xoxb-two words", "xoxb-ÿ"])
async def test_a_token_that_cannot_be_one_is_refused_unsent(slack: FaultServer, token: str) -> None:
    room = room_at(slack.url, bot_token=token)
    with pytest.raises(CredentialsRefused, match="DATELINE_SLACK_BOT_TOKEN"):
        await room.serve()
    assert slack.requests == []
    await room.close()


async def test_without_app_token_and_signing_secret_the_room_says_what_it_needs(slack: FaultServer) -> None:
    room = room_at(slack.url, signing_secret="")
    with pytest.raises(CredentialsRefused, match=r"DATELINE_SLACK_APP_TOKEN.*DATELINE_SLACK_SIGNING_SECRET"):
        await room.serve()
    await room.close()


@pytest.mark.parametrize("step", [Status(503, b""), Reset(), Json({"ok": False, "error": "internal_error"})], ids=str)
async def test_slack_out_of_reach_at_start_is_a_lost_connection(slack: FaultServer, step: Any) -> None:
    slack.script("POST", "/auth.test", step)
    room = room_at(slack.url)
    with pytest.raises(ConnectionError, match=r"auth\.test"):
        await room.serve()
    script_slack(slack)
    async with served(room):
        pass  # the supervisor tries again, and it serves


async def test_closing_while_signing_in_ends_at_once(slack: FaultServer) -> None:
    slack.script("POST", "/auth.test", Hang())
    room = room_at(slack.url, pace=QUICK)
    serving = asyncio.create_task(room.serve())
    await slack.wait_for("POST", "/auth.test")
    async with asyncio.timeout(2):
        await room.close()
        assert serving.done()
        await serving
