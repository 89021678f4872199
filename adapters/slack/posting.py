"""Posts of the Slack room: the contract's `Outlet` over the Web API of whichever workspace a place is in.

A post is never repeated by the library; after an `Ambiguous` ending, `find` looks the message up by the key in its
metadata. It takes no question and listens to nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from adapters.contract import Address, Ambiguous, Lack, OutletError, RateLimited, Receipt, Refused, TooLong, Unavailable
from adapters.slack import limits
from adapters.slack.doctor import Health
from adapters.slack.errand_replies import prefixed
from adapters.slack.places import Spot, is_person, person_in, spot, team_in
from adapters.slack.render import parts, render, render_text
from adapters.slack.rights import MANAGERS, Rights
from adapters.slack.webapi import code_of
from adapters.slack.workspaces import Workspaces
from briefs.document import Document

log = logging.getLogger("dateline.slack")

EVENT_TYPE = "brief_posted"
HISTORY_PAGES = 4
_GROUP: Final = re.compile(r"S[A-Z0-9]{2,}")
HALFWAY = 1000
"""Look-ups remembered that Slack interrupted: an app outside its marketplace may read one page of fifteen a minute, so
that one goes on where it was, or it would read the first page for ever."""
CLOCK_SKEW_SECONDS = 60.0
"""How far our clock may run ahead of Slack's before a look-up misses a reply, or a post beyond the newest page."""


class Posting:
    """Slack as an `Outlet`. `managers` are those whom the operator lets order digests (`adapters.slack.rights`)."""

    def __init__(
        self,
        workspaces: Workspaces,
        clock: Callable[[], datetime],
        managers: Sequence[str] = MANAGERS,
        prefix: str = "",
    ) -> None:
        self._prefix = prefix
        self._workspaces = workspaces
        self._clock = clock
        self._halfway: dict[str, str] = {}
        self.health = Health(workspaces)
        self._rights = Rights(managers, workspaces)

    @property
    def platform(self) -> str:
        return "slack"

    def parts(self, document: Document) -> Sequence[Document]:
        """The document as messages that each keep Slack's limits."""
        return parts(document)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        """One message with `key` in its metadata. Where Slack refuses the blocks, the same words go out as text."""
        try:
            payload = _calling(render(document), document.calls)
            return await self._post(address, _marked(payload, key), key)
        except TooLong as error:
            log.error("slack.payload_refused place=%s reason=%s then=text", address.place, error)
            return await self._post(address, render_text(document), key)

    def keeps(self, address: Address) -> bool:  # noqa: ARG002
        """Slack knows no such key: a post in doubt is looked for."""
        return False

    def threads(self, address: Address) -> bool:
        """Whether further messages reply to the first there: wherever that is wanted. A channel that takes no replies
        gets the whole beneath the lead."""
        return address.thread

    async def publish(self, address: Address, message: str) -> None:
        """No place of Slack's is followed from elsewhere."""

    async def edit(self, address: Address, message: str, document: Document) -> None:
        """`chat.update`: blocks without ids, so that Slack gives them new ones; the key in the metadata stays. Where
        Slack refuses the blocks, the same words go out as text."""
        try:
            await self._put(address, message, render(document))
        except TooLong as error:
            log.error("slack.payload_refused place=%s reason=%s then=text", address.place, error)
            await self._put(address, message, {**render_text(document), "blocks": []})

    async def _put(self, address: Address, message: str, payload: Mapping[str, Any]) -> None:
        stands = spot(message)
        api = await self._workspaces.api(team_in(address.server))
        asking = {"channel": stands.channel or address.place, "ts": stands.ts, **payload}
        try:
            await api.call(address.place, "chat.update", asking)
        except Ambiguous as error:  # done twice is done once
            raise Unavailable(str(error)) from error.__cause__

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:
        """What Dateline needs there and has not, as far as its scopes let it see. Never raises."""
        return await self.health.lacks(address, language)

    async def warn(self, server: str, document: Document) -> bool:
        """A direct message to the person whose own digest it is, to whoever installed Dateline there, or to those whom
        the operator lists. False where nobody could be told."""
        team, person = team_in(server), person_in(server)
        payload, told = prefixed(render(document), self._prefix), False
        for one in [person] if person else await self._rights.told_of_trouble(team):
            try:
                api = await self._workspaces.api(team)
                told |= bool(await api.call(one, "chat.postMessage", {"channel": one, **payload}))
            except OutletError as error:
                log.info("slack.warning_lost reason=%s", error)
        return told

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """The post with this key among the newest messages, at least those since then, or among the replies since then
        where it would be one; `Ambiguous` where Slack does not let us see. A key is given once: what carries it is
        ours, however far our clock is from Slack's."""
        oldest = since.timestamp() - CLOCK_SKEW_SECONDS
        where = _within(address)
        if is_person(where.channel):
            raise Ambiguous("Slack does not let Dateline look for a post in a direct message")
        cursor = self._halfway.pop(key, "")
        for _ in range(HISTORY_PAGES):
            try:
                page = await self._messages(address, where, oldest, cursor)
            except RateLimited:
                if cursor and len(self._halfway) < HALFWAY:
                    self._halfway[key] = cursor
                raise
            messages = [one for one in page.get("messages") or () if str(one["ts"]) != where.thread]
            for message in messages:
                if _carries(message, key):
                    return self._receipt(address, where, str(message["ts"]))
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor or any(float(message["ts"]) < oldest for message in messages):
                return None
        raise Ambiguous(f"{address.place} had too many messages since the post to be sure that ours is not among them")

    async def _post(self, address: Address, payload: Mapping[str, Any], key: str) -> Receipt:
        """A further message goes into the thread of the first where that is wanted; into the channel where the thread
        is closed or gone."""
        where = _within(address)
        try:
            return await self._sent(address, where, payload, key)
        except Refused as error:
            if not where.thread or code_of(error) not in _NO_THREAD:
                raise
        return await self._sent(address, replace(where, thread=""), payload, key)

    async def _sent(self, address: Address, where: Spot, payload: Mapping[str, Any], key: str) -> Receipt:
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": key}}
        api = await self._workspaces.api(team_in(address.server))
        asking = {"channel": where.channel, "metadata": metadata, **payload}
        if where.thread:
            asking |= {"thread_ts": where.thread, "reply_broadcast": False}
        try:
            answer = await api.call(address.place, "chat.postMessage", asking)
        except Refused as error:
            name = (await self.health.signed_in(team_in(address.server))).name
            raise Refused(str(error).replace("/invite @Dateline", f"/invite @{name}")) from error.__cause__
        if not answer.get("ts"):
            raise Ambiguous(f"Slack accepted the post to {address.place} but named no message")
        stands = replace(where, channel=str(answer.get("channel") or where.channel))
        return self._receipt(address, stands, str(answer["ts"]))

    def _receipt(self, address: Address, where: Spot, ts: str) -> Receipt:
        channel = "" if where.channel == address.place else where.channel
        return Receipt(str(Spot(ts, where.thread, channel)), self._clock())

    async def _messages(self, address: Address, where: Spot, oldest: float, cursor: str) -> Mapping[str, Any]:
        """A channel is read from its newest message back, so that no time needs to be told; a thread from its first."""
        asking: dict[str, Any] = {"channel": where.channel}
        asking |= {"limit": limits.HISTORY_PAGE.value, "include_all_metadata": True}
        asking |= {"cursor": cursor} if cursor else {}
        asking |= {"ts": where.thread, "oldest": f"{oldest:.6f}"} if where.thread else {}
        try:
            api = await self._workspaces.api(team_in(address.server))
            method = "conversations.replies" if where.thread else "conversations.history"
            return await api.call(address.place, method, asking)
        except RateLimited:
            raise  # delivery waits as long as Slack asks, then looks again
        except OutletError as error:
            if where.thread and code_of(error) == "thread_not_found":  # then it may only stand in the channel
                return await self._messages(address, replace(where, thread=""), oldest, cursor)
            raise Ambiguous(
                f"cannot look into {address.place} ({error}); the optional scopes channels:history and groups:history "
                "allow it"
            ) from error


_NO_THREAD: Final = frozenset(
    {
        "cannot_reply_to_message",
        "message_not_found",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "thread_not_found",
    }
)
"""Slack's codes for a thread that takes no reply; the channel may take one all the same."""


def _within(address: Address) -> Spot:
    """Where a post to this address stands, but for its own time."""
    first = spot(address.first) if address.first else Spot("")
    thread = first.thread or first.ts if address.thread else ""
    return Spot("", thread, first.channel or address.place)


def _calling(payload: dict[str, Any], group: str) -> dict[str, Any]:
    """The payload with a user group called at its end; nothing else in a post ever calls anybody."""
    if not _GROUP.fullmatch(group):
        return payload
    called = {"type": "rich_text_section", "elements": [{"type": "usergroup", "usergroup_id": group}]}
    *before, last = payload["blocks"]
    if last["type"] == "rich_text":
        shown = [*before, {**last, "elements": [*last["elements"], called]}]
    else:
        shown = [*before, last, {"type": "rich_text", "elements": [called]}]
    return {**payload, "blocks": shown}


def _marked(payload: dict[str, Any], key: str) -> dict[str, Any]:
    """The key as id of the first block too: a reader of the history who is shown no metadata still sees it there."""
    first, *rest = payload["blocks"]
    return {**payload, "blocks": [{**first, "block_id": key}, *rest]}


def _carries(message: Mapping[str, Any], key: str) -> bool:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") == EVENT_TYPE and (metadata.get("event_payload") or {}).get("key") == key:
        return True
    return any(block.get("block_id") == key for block in message.get("blocks") or [])
