"""Requests of every kind over HTTP, on a real loopback socket: taken where Slack signed them, else refused unread."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from adapters.contract import Question
from adapters.slack.client import SlackRoom
from adapters.tokens import Press, Token, written
from tests.adapters.slack.kinds import CATALOGUE, COMPARED, FORM, JSON, KINDS, LONGER, Kind, complete
from tests.adapters.slack.rooms import PATH, SECRET, Answers, room_at, served, slash
from tests.faultserver import FaultServer, Json

each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
MEGABYTE = 2**20
Headers = Mapping[str, str]


def sign(body: bytes, *, age: float = 0, secret: str = SECRET, kind: str = FORM) -> dict[str, str]:
    """https://docs.slack.dev/authentication/verifying-requests-from-slack, over bytes."""
    stamp = str(int(time.time() - age))
    digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}
    return {**signed, **({"Content-Type": kind} if kind else {})}


async def post(room: SlackRoom, body: bytes, headers: Headers, path: str = PATH) -> tuple[int, Any]:
    """Status, and the body: JSON where it says so."""
    async with (
        aiohttp.ClientSession(skip_auto_headers=["Content-Type"]) as session,
        session.post(f"http://127.0.0.1:{room.port}{path}", data=io.BytesIO(body), headers=headers) as answer,
    ):
        text = await answer.text()
        return answer.status, json.loads(text) if answer.content_type == JSON and text else text


@pytest.fixture
def room(slack: FaultServer) -> tuple[SlackRoom, Answers]:
    for path in ("/views.open", "/views.update", "/views.publish"):
        slack.script("POST", path, Json({"ok": True, "view": {"id": "V1", "hash": "h"}}))
    slack.script("POST", "/chat.postMessage", Json({"ok": True, "ts": "1646208000.000100", "channel": "C1"}))
    answers = Answers()
    return room_at(slack.url, answers, commands=CATALOGUE, complete=complete), answers


@each_kind
async def test_what_slack_signed_is_taken_and_acknowledged_as_slack_wants(
    slack: FaultServer, room: tuple[SlackRoom, Answers], kind: Kind
) -> None:
    body, content = kind.http(f"{slack.url}/respond/1", 1)
    async with served(room[0]) as one:
        status, said = await post(one, body.encode(), sign(body.encode(), kind=content))
        assert (status, kind.taken(said)) == (200, True), said
        for path in kind.heard:
            await slack.wait_for("POST", path)


@each_kind
async def test_what_slack_sends_again_is_acknowledged_again_and_done_once(
    slack: FaultServer, room: tuple[SlackRoom, Answers], kind: Kind
) -> None:
    body, content = kind.http(f"{slack.url}/respond/1", 1)
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    one, answers = room
    async with served(one):
        for headers in ({}, again) if kind.again else ({},):
            status, said = await post(one, body.encode(), sign(body.encode(), kind=content) | headers)
            assert (status, kind.taken(said)) == (200, True)
        for path in kind.heard:
            await slack.wait_for("POST", path)
    assert [len(slack.seen("POST", path)) for path in kind.heard] == [1] * len(kind.heard)
    assert len(answers.asked) <= 1


FORGED: Mapping[str, Callable[[bytes, str], Headers]] = {
    "no headers": lambda body, kind: {"Content-Type": kind},
    "another secret": lambda body, kind: sign(body, secret="another secret", kind=kind),
    "another body": lambda body, kind: sign(body + b" ", kind=kind),
    "six minutes old": lambda body, kind: sign(body, age=360, kind=kind),
    "six minutes ahead": lambda body, kind: sign(body, age=-360, kind=kind),
    "a stamp moved": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Request-Timestamp": f"{time.time() - 9:.0f}"},
    "a stamp of words": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Request-Timestamp": "now"},
    "an empty stamp": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Request-Timestamp": ""},
    "a stamp beyond numbers": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Request-Timestamp": "nan"},
    "an empty signature": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Signature": ""},
    "a signature of no version": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Signature": "v1=" + "0" * 64},
    "a signature beyond ASCII": lambda body, kind: sign(body, kind=kind) | {"X-Slack-Signature": "v0=ÿ"},
    "a stamp alone": lambda body, kind: {"Content-Type": kind, "X-Slack-Request-Timestamp": str(int(time.time()))},
    "a signature alone": lambda body, kind: {
        "Content-Type": kind, "X-Slack-Signature": sign(body)["X-Slack-Signature"]},
}  # fmt: skip


@each_kind
async def test_what_slack_did_not_sign_is_refused_unread_however_it_was_forged(
    slack: FaultServer, room: tuple[SlackRoom, Answers], kind: Kind, expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.signature_refused.*DATELINE_SLACK_SIGNING_SECRET")
    body, content = kind.http(f"{slack.url}/respond/1", 1)
    one, answers = room
    async with served(one):
        for name, forged in FORGED.items():
            assert await post(one, body.encode(), forged(body.encode(), content)) == (401, ""), name
    assert answers.asked == []
    assert [seen.path for seen in slack.requests] == ["/auth.test"]


async def test_the_address_is_verified_only_for_slack(
    room: tuple[SlackRoom, Answers], expected_warnings: list[str]
) -> None:
    expected_warnings.append("slack.signature_refused")
    body = json.dumps({"type": "url_verification", "token": "gone", "challenge": "3eZbrw1a"}).encode()
    async with served(room[0]) as one:
        for forged in FORGED.values():
            assert await post(one, body, forged(body, JSON)) == (401, "")
        status, said = await post(one, body, sign(body, kind=JSON))
    assert (status, said) == (200, {"challenge": "3eZbrw1a"})


@pytest.mark.parametrize("length", [MEGABYTE, MEGABYTE + 1], ids=["at the limit", "one byte beyond"])
async def test_a_body_of_more_than_a_megabyte_is_not_even_read(room: tuple[SlackRoom, Answers], length: int) -> None:
    body = slash("/position", "cambodia", "http://127.0.0.1:9/never").encode()
    body += b"&more=" + b"x" * (length - len(body) - 6)
    forged = sign(body, secret="another secret")
    one, answers = room
    async with served(one):
        one_fine = json.dumps({"type": "url_verification", "challenge": "c"}).encode()
        assert (await post(one, one_fine, sign(one_fine, kind=JSON)))[0] == 200
        assert (await post(one, body, forged))[0] == (401 if length == MEGABYTE else 413)
    assert answers.asked == []


async def test_a_body_that_never_ends_is_cut_off_at_a_megabyte(room: tuple[SlackRoom, Answers]) -> None:
    """Without a length, in pieces: refused as soon as it is too much."""
    one, _ = room
    async with served(one):
        reader, writer = await asyncio.open_connection("127.0.0.1", one.port)
        head = f"POST {PATH} HTTP/1.1\r\nHost: a\r\nContent-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n"
        writer.write(head.encode())
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        for _ in range(17):
            writer.write(piece)
        async with asyncio.timeout(5):
            assert b" 413 " in await reader.readline()
        writer.close()


@pytest.mark.parametrize("content", ["", "text/plain", "text/xml", "multipart/form-data; boundary=x"])
async def test_a_signed_request_of_another_type_is_refused(room: tuple[SlackRoom, Answers], content: str) -> None:
    body = slash("/position", "cambodia", "http://127.0.0.1:9/never").encode()
    one, answers = room
    async with served(one):
        assert await post(one, body, sign(body, kind=content)) == (415, "")
    assert answers.asked == []


GARBAGE: Mapping[str, tuple[bytes, str]] = {
    "half an object": (b"{", JSON),
    "a list": (b"[]", JSON),
    "a word": (b'"slash_commands"', JSON),
    "null": (b"null", JSON),
    "a number": (b"1", JSON),
    "very deep": (b"[" * 100_000, JSON),
    "a form called JSON": (b"command=%2Fposition&text=cambodia", JSON),
    "half a payload": (b"payload=%7B", FORM),
    "a payload of a list": (b"payload=%5B1%5D", FORM),
    "a payload of nothing": (b"payload=null", FORM),
    "a payload of another shape": (urlencode({"payload": json.dumps(
        {"type": "block_actions", "team": [], "user": 1, "actions": "x"})}).encode(), FORM),
    "letters of another alphabet": (b'{"a": "b"}', "application/json; charset=utf-16"),
    "letters of none": (b'{"a": "b"}', "application/json; charset=nonsense"),
}  # fmt: skip


@pytest.mark.parametrize("name", GARBAGE)
async def test_signed_garbage_is_one_warning_without_a_word_of_it(
    room: tuple[SlackRoom, Answers], name: str, expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings.append("slack.request_unreadable kind=[A-Za-z]+$")
    body, content = GARBAGE[name]
    one, answers = room
    async with served(one):
        assert await post(one, body, sign(body, kind=content)) == (400, "")
    assert answers.asked == []
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"command=",
        b"payload=%7B%7D",
        b"payload=%7B%22type%22%3A%22view_submission%22%7D",
        b"a=b",
        b"command=position",
    ],
)
async def test_what_nobody_takes_is_said_to_be_nothing_of_ours(room: tuple[SlackRoom, Answers], body: bytes) -> None:
    one, answers = room
    async with served(one):
        assert await post(one, body, sign(body)) == (404, "")
    assert answers.asked == []


async def test_what_breaks_after_the_acknowledgement_is_one_line_without_a_word_of_it(
    slack: FaultServer, room: tuple[SlackRoom, Answers], expected_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """A form that is answered by what is no document: no Dateline gives such a one."""
    expected_warnings.append(r"slack.request_failed kind=AttributeError at=")
    room[1].document = "vietnam"  # type: ignore[assignment]
    body, content = KINDS["view_submission"].http(f"{slack.url}/respond/1", 1)
    async with served(room[0]) as one:
        assert (await post(one, body.encode(), sign(body.encode(), kind=content)))[0] == 200
    assert "vietnam" not in caplog.text


@pytest.mark.parametrize("event", [{}, {"event": {"type": "team_join"}}], ids=["none", "another"])
async def test_an_event_that_nobody_takes_is_let_be(room: tuple[SlackRoom, Answers], event: dict[str, Any]) -> None:
    body = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", **event}).encode()
    one, answers = room
    async with served(one):
        assert (await post(one, body, sign(body, kind=JSON)))[0] == 404
    assert answers.asked == []


@pytest.mark.parametrize(("method", "path", "status"), [("GET", PATH, 405), ("PUT", PATH, 405), ("POST", "/", 404)])
async def test_there_is_one_way_in(room: tuple[SlackRoom, Answers], method: str, path: str, status: int) -> None:
    async with (
        served(room[0]) as one,
        aiohttp.ClientSession() as session,
        session.request(method, f"http://127.0.0.1:{one.port}{path}") as answer,
    ):
        assert answer.status == status


def test_the_presses_of_these_tests_are_such_as_dateline_writes() -> None:
    assert written(Token(Press.SHOW, Question("position", {"actor": "KHM"}))) == LONGER
    assert written(Token(Press.COMPARE, Question("compare", {"actor": "KHM"}))) == COMPARED
