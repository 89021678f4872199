"""Slash commands: the body Slack sends → a `Request`, each once, answered through its `response_url`.

Pure but for `Once`, which remembers. It knows no transport: `client` receives the bodies and sends the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adapters.contract import Request, View
from adapters.slack.manifest import UMBRELLA
from adapters.tokens import Token

HELP = "help"
REMEMBERED_SECONDS = 900.0
"""Longer than Slack's last retry, which comes about five minutes after the first request."""
REMEMBERED = 10_000


def asked(body: Mapping[str, Any], prefix: str = "") -> Request:
    """The question in a slash command. `/dateline position cambodia` and `/position cambodia` are the same one, and so
    is `/dl-position cambodia` where commands bear that prefix."""
    command = str(body.get("command", "")).removeprefix("/").lower()
    line = str(body.get("text") or "").strip()
    if command == UMBRELLA:
        command, line = parted(line, prefix)
    command = command.removeprefix(prefix)
    return Request(command, line=line, platform="slack", asker=str(body.get("user_id", "")), server=team_of(body))


def parted(line: str, prefix: str = "") -> tuple[str, str]:
    """A typed line as a command, with or without its slash and the prefix, and the rest; `help` where it is empty."""
    first, *rest = line.split(None, 1)[:2] or [HELP]
    return first.removeprefix("/").lower().removeprefix(prefix), "".join(rest)


def team_of(body: Mapping[str, Any]) -> str:
    """The workspace that a request comes from. Where the app is a whole organisation's, a form names none but that of
    who sent it."""
    person = body.get("user")
    theirs = person.get("team_id") if isinstance(person, Mapping) else ""
    return str(body.get("team_id") or (body.get("team") or {}).get("id") or theirs or "")


def asked_again(token: Token, body: Mapping[str, Any], view: View = View.BRIEF) -> Request:
    """The question of a button, as whoever pressed it asks it."""
    question, asker = token.question, str((body.get("user") or {}).get("id", ""))
    return Request(question.command, question.line, question.given, "slack", asker, team_of(body), view=view)


class Once:
    """Says of each id whether it is new. Forgets after a while, so that its size is bounded."""

    def __init__(self, clock: Callable[[], float], seconds: float = REMEMBERED_SECONDS, size: int = REMEMBERED) -> None:
        self._clock = clock
        self._seconds = seconds
        self._size = size
        self._until: dict[str, float] = {}

    def first(self, key: str) -> bool:
        """True the first time; an empty id is always new, for then Slack gave us nothing to know it by."""
        if not key:
            return True
        now = self._clock()
        while self._until and (len(self._until) >= self._size or next(iter(self._until.values())) <= now):
            del self._until[next(iter(self._until))]  # oldest first: a dict keeps the order of insertion
        if key in self._until:
            return False
        self._until[key] = now + self._seconds
        return True

    def forget(self, key: str) -> None:
        """It did not happen after all."""
        self._until.pop(key, None)
