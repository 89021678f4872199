"""Discord's public description of its API (OpenAPI 3.1), where the samples hold it: `DATELINE_SAMPLES`, folder specs.

`undescribed(sent)` says how a request differs from it. The description is never required: `demands` holds without it.
"""

from __future__ import annotations

import copy
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.adapters.discord.demands import Sent

NAME = Path("specs", "discord-openapi-v10.json")


@cache
def description() -> dict[str, Any] | None:
    """The description; None where it is not at hand."""
    samples = os.environ.get("DATELINE_SAMPLES")
    path = Path(samples) / NAME if samples else None
    if path is None or not path.is_file():
        return None
    return dict(json.loads(path.read_text(encoding="utf-8")))


def undescribed(sent: Sent) -> list[str]:
    """Where it differs from the description; nothing where that is not at hand."""
    if description() is None:
        return []
    route = _route(sent.method, sent.path)
    if route is None:
        return ["a route that the description does not know"]
    rule = _rule(sent.method, route)
    if rule is None:
        return [] if sent.body is None else ["a body where the description wants none"]
    return [_told(error) for error in rule.iter_errors(_as_strings(sent.body))]


def _route(method: str, path: str) -> str | None:
    spec = description()
    assert spec is not None
    given = path.split("/")
    fitting = []
    for template, verbs in spec["paths"].items():
        wanted = template.split("/")
        if len(wanted) == len(given) and method.lower() in verbs:
            same = [one == other for one, other in zip(wanted, given, strict=True)]
            if all(one or other.startswith("{") for one, other in zip(same, wanted, strict=True)):
                fitting.append((sum(same), template))
    return max(fitting)[1] if fitting else None


@cache
def _rule(method: str, route: str) -> Draft202012Validator | None:
    spec = description()
    assert spec is not None
    body = spec["paths"][route][method.lower()].get("requestBody")
    if body is None:
        return None
    schema = body["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": spec["components"]})


def _as_strings(body: Any) -> Any:
    """Ids as strings: discord.py sends some as numbers, which Discord takes and its description does not."""
    body = copy.deepcopy(body)
    if isinstance(body, dict) and "recipient_id" in body:
        body["recipient_id"] = str(body["recipient_id"])
    for message in (body, body.get("data")) if isinstance(body, dict) else ():
        if isinstance(message, dict):
            for attachment in message.get("attachments") or ():
                attachment["id"] = str(attachment["id"])
            mentions = message.get("allowed_mentions")
            if isinstance(mentions, dict):
                message["allowed_mentions"] = {key: _strings(value) for key, value in mentions.items()}
    return body


def _strings(value: Any) -> Any:
    return [str(one) for one in value] if isinstance(value, list) else value


def _told(error: Any) -> str:
    """The error of the alternative that was meant, since "not valid under any" says nothing."""
    while error.context:
        of: dict[Any, list[Any]] = {}
        for other in error.context:
            of.setdefault(other.schema_path[0], []).append(other)
        meant = min(of.values(), key=lambda errors: (any(_is_kind(one) for one in errors), len(errors)))
        error = meant[0]
    return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def _is_kind(error: Any) -> bool:
    """Whether the thing itself is of another kind than this alternative."""
    return list(error.relative_path) in (["type"], []) and not error.context and error.validator != "required"
