"""Questions written to Dateline: a mention in a channel is answered in its thread, a direct message where it stands.

The words are those of the catalogue, read as a slash command's line is. Where the first of them is no command, the
reply says kindly how to begin, and offers what the message names. Own messages, other bots', edits and repeats are
passed over; nothing of a message is kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from adapters.contract import (
    Answer,
    Command,
    Menu,
    Outcome,
    OutletError,
    RateLimited,
    Reply,
    Request,
    TooLong,
    Unavailable,
)
from adapters.slack.asking import words_of
from adapters.slack.buttons import private, public
from adapters.slack.manifest import UMBRELLA
from adapters.slack.questions import HELP, Once, parted, team_of
from adapters.slack.workspaces import Workspaces
from briefs.document import Document, Paragraph, say
from briefs.naming.folding import fold, unaccented
from briefs.wording.notices import word

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger("dateline.slack")

MENTION: Final = "app_mention"
MESSAGE: Final = "message"
DIRECT: Final = "im"
TRIES: Final = 2
"""Of a post that surely was not made."""
PATIENCE: Final = 30.0
"""Seconds an answer waits at most where Slack asks to wait."""


@dataclass(frozen=True, slots=True)
class Talking:
    """Answers messages. `names` are all names of commands, folded; `spoken` the language of service words."""

    names: frozenset[str]
    answered: Answer
    workspaces: Workspaces
    spoken: Callable[[str], str]
    once: Once
    begin: Callable[[Coroutine[Any, Any, None]], None]
    menus: Sequence[Menu]
    prefix: str = ""

    def listen(self, app: AsyncApp) -> None:
        """Take mentions and direct messages. Bolt acknowledges events by itself, before the answer is made."""
        app.event(MENTION)(self._on_message)
        app.event(MESSAGE)(self._on_message)

    async def _on_message(self, body: dict[str, Any]) -> None:
        if self.is_for_us(body):
            self.begin(self.answer(body))

    def is_for_us(self, body: Mapping[str, Any]) -> bool:
        """Whether this event is a person's new message to Dateline, seen for the first time."""
        event: Mapping[str, Any] = body.get("event") or {}
        if not (event.get("type") == MENTION or (event.get("type") == MESSAGE and event.get("channel_type") == DIRECT)):
            return False
        if event.get("bot_id") or event.get("bot_profile") or event.get("subtype") or event.get("edited"):
            return False
        if not event.get("user") or event.get("user") == _me(body):
            return False
        return self.once.first(f"message {event.get('channel')} {event.get('ts')}")

    async def answer(self, body: Mapping[str, Any]) -> None:
        """Answer the message where it stands."""
        event: Mapping[str, Any] = body.get("event") or {}
        reply = await self.reply(_asker(body), words_of(str(event.get("text") or "")))
        where: dict[str, Any] = {"channel": str(event.get("channel") or "")}
        thread = event.get("thread_ts") or (event.get("ts") if event.get("type") == MENTION else None)
        where |= {"thread_ts": str(thread)} if thread else {}
        for payload in _payloads(reply, direct=event.get("channel_type") == DIRECT):
            if not await self._post(body, {**where, **payload}):
                return

    async def reply(self, asker: Request, text: str) -> Reply:
        """The answer to free words. `asker` says who asks and where."""
        command, line = parted(text, self.prefix)
        if command == UMBRELLA:
            command, line = parted(line, self.prefix)
        if _folded(command) in self.names:
            return await self.answered(replace(asker, command=command, line=line))
        return await self._not_understood(asker, text)

    async def _not_understood(self, asker: Request, text: str) -> Reply:
        """How to begin, and what can be asked about whatever the message names."""
        spoken = self.spoken(asker.server)
        hint = Paragraph((say(word("talk-unknown", spoken)),))
        title = word("talk-title", spoken)
        for menu in self.menus:
            found = await self.answered(replace(asker, command=menu.command, line=text))
            if found.outcome is Outcome.ANSWERED:
                named = Paragraph((say(word("talk-named", spoken)),))
                document = replace(found.document, title=title, blocks=(hint, named, *found.document.blocks[1:]))
                return replace(found, document=document)
        return Reply(Document(title, (hint,), language=spoken), Outcome.USAGE)

    async def _post(self, body: Mapping[str, Any], payload: Mapping[str, Any]) -> bool:
        """One message. Only what surely was not posted is tried again, once, after the pause Slack asks for; blocks
        that Slack refuses go as text."""
        place, asking = str(payload.get("channel")), dict(payload)
        for _ in range(TRIES):
            try:
                api = await self.workspaces.api(team_of(body))
                await api.call(place, "chat.postMessage", asking)
            except Unavailable as error:
                trouble: OutletError = error
            except RateLimited as error:
                trouble = error
                await asyncio.sleep(min(error.retry_after, PATIENCE))
            except TooLong as error:
                trouble, asking = error, {key: asking[key] for key in asking if key != "blocks"}
            except OutletError as error:
                log.warning("slack.answer_undelivered reason=%s", error)
                return False
            else:
                return True
        log.warning("slack.answer_undelivered reason=%s", trouble)
        return False


def _payloads(reply: Reply, *, direct: bool) -> Iterator[dict[str, Any]]:
    """To one person as any private answer, in pages; in a thread for everybody, in as many messages as it needs. What
    asks back brings its choices."""
    if direct and reply.question is not None:
        yield private(reply, shared=True)
    else:
        yield from public(reply, "", lists=True)


def _asker(body: Mapping[str, Any]) -> Request:
    user = str((body.get("event") or {}).get("user") or "")
    return Request(HELP, platform="slack", asker=user, server=team_of(body))


def _me(body: Mapping[str, Any]) -> str:
    """The id under which Dateline is a member there."""
    first: Mapping[str, Any] = next(iter(body.get("authorizations") or ()), {})
    return str(first.get("user_id") or "")


def _folded(name: str) -> str:
    return unaccented(fold(name))


def names_of(commands: Sequence[Command]) -> frozenset[str]:
    """Every name of every command, in each language, folded."""
    return frozenset(
        _folded(name) for command in commands for name in (command.name, *(said.name for said in command.also))
    )
