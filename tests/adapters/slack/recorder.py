"""Everything that leaves a Slack room, seen where slack_sdk and Bolt send it, and held against `demands`.

It sees what goes to the Web API, to a `response_url`, and what a request of Slack's is answered with (by HTTP or over
the socket: Bolt answers both). What the other side made of it plays no part.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_base_client import AsyncBaseClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.adapters.slack.demands import ACK, RESPONSE_URL, Sent, broken, broken_together

NESTED = ("blocks", "metadata", "view", "attachments")
"""Fields that a form-encoded call carries as JSON."""


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[Sent]:
    """The list that fills from now on."""
    kept: list[Sent] = []
    call, respond = AsyncBaseClient._request, AsyncWebhookClient._perform_http_request
    dispatch = AsyncApp.async_dispatch

    async def called(self: Any, *, http_verb: str, api_url: str, req_args: dict[str, Any]) -> Any:
        kept.append(Sent(api_url.rsplit("/", 1)[-1], _body(req_args)))
        return await call(self, http_verb=http_verb, api_url=api_url, req_args=req_args)

    async def responded(self: Any, *, body: dict[str, Any], headers: dict[str, str]) -> Any:
        kept.append(Sent(RESPONSE_URL, _copied(body), self.url))
        return await respond(self, body=body, headers=headers)

    async def dispatched(self: Any, req: Any) -> Any:
        answer = await dispatch(self, req)
        kept.append(Sent(ACK, _read(answer.body), _copied(req.body), answer.status))
        return answer

    monkeypatch.setattr(AsyncBaseClient, "_request", called)
    monkeypatch.setattr(AsyncWebhookClient, "_perform_http_request", responded)
    monkeypatch.setattr(AsyncApp, "async_dispatch", dispatched)
    return kept


def refused(outgoing: list[Sent]) -> list[str]:
    """What Slack would refuse of it, and why."""
    wrong = [why for sent in outgoing for why in _judged(sent.method, json.dumps([sent.body, sent.to]), sent.status)]
    return list(dict.fromkeys([*wrong, *broken_together(outgoing)]))


@cache
def _judged(method: str, packed: str, status: int) -> tuple[str, ...]:
    """Many tests send the same."""
    body, to = json.loads(packed)
    sent = Sent(method, body, to, status)
    return tuple(f"{sent}: {why}" for why in broken(sent))


def _body(given: Mapping[str, Any]) -> Any:
    body = given.get("json") or given.get("data") or given.get("params") or {}
    if not isinstance(body, Mapping):
        return {}
    return {key: _read(value) if key in NESTED else value for key, value in _copied(body).items()}


def _copied(value: Any) -> Any:
    """As it is now: what was sent may be changed afterwards."""
    return json.loads(json.dumps(value, default=str))


def _read(value: Any) -> Any:
    """JSON if it is that, else as it stands."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
