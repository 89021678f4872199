"""Posts of the Slack room: the contract's `Outlet` over the Web API of whichever workspace a place is in.

A post is never repeated by the library; after an `Ambiguous` ending, `find` looks the message up by the key in its
metadata. It takes no question and listens to nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from adapters.contract import Address, Ambiguous, Lack, OutletError, RateLimited, Receipt, TooLong
from adapters.slack import limits
from adapters.slack.render import parts, render, render_text
from adapters.slack.workspaces import Workspaces
from briefs.document import Document

log = logging.getLogger("dateline.slack")

EVENT_TYPE = "brief_posted"
HISTORY_PAGES = 4
CLOCK_SKEW_SECONDS = 60.0
"""How far our clock may run ahead of Slack's before a look-up misses a post."""


class Posting:
    """Slack as an `Outlet`."""

    def __init__(self, workspaces: Workspaces, clock: Callable[[], datetime]) -> None:
        self._workspaces = workspaces
        self._clock = clock

    @property
    def platform(self) -> str:
        return "slack"

    def parts(self, document: Document) -> Sequence[Document]:
        """The document as messages that each keep Slack's limits."""
        return parts(document)

    async def post(self, address: Address, document: Document, key: str) -> Receipt:
        """One message with `key` in its metadata. Where Slack refuses the blocks, the same words go out as text."""
        try:
            return await self._post(address, _marked(render(document), key), key)
        except TooLong as error:
            log.error("slack.payload_refused place=%s reason=%s then=text", address.place, error)
            return await self._post(address, render_text(document), key)

    def keeps(self, address: Address) -> bool:  # noqa: ARG002
        """Slack knows no such key: a post in doubt is looked for."""
        return False

    async def publish(self, address: Address, message: str) -> None:
        """No place of Slack's is followed from elsewhere."""

    async def lacks(self, address: Address, language: str) -> Sequence[Lack]:  # noqa: ARG002
        """Slack says what is missing when a post is tried; nothing is asked ahead yet."""
        return ()

    async def warn(self, server: str, document: Document) -> bool:  # noqa: ARG002
        """Nobody is told in private on Slack yet; the log has it."""
        return False

    async def find(self, address: Address, key: str, since: datetime) -> Receipt | None:
        """The post with this key among the messages since then; `Ambiguous` where Slack does not let us see."""
        oldest = since.timestamp() - CLOCK_SKEW_SECONDS
        cursor = ""
        for _ in range(HISTORY_PAGES):
            page = await self._history(address, oldest, cursor)
            messages = page.get("messages") or []
            for message in messages:
                if float(message["ts"]) >= oldest and _carries(message, key):
                    return Receipt(str(message["ts"]), self._clock())
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor or any(float(message["ts"]) < oldest for message in messages):
                return None
        raise Ambiguous(f"{address.place} had too many messages since the post to be sure that ours is not among them")

    async def _post(self, address: Address, payload: Mapping[str, Any], key: str) -> Receipt:
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": key}}
        api = await self._workspaces.api(address.server)
        asking = {"channel": address.place, "metadata": metadata, **payload}
        answer = await api.call(address.place, "chat.postMessage", asking)
        if not answer.get("ts"):
            raise Ambiguous(f"Slack accepted the post to {address.place} but named no message")
        return Receipt(str(answer["ts"]), self._clock())

    async def _history(self, address: Address, oldest: float, cursor: str) -> Mapping[str, Any]:
        place = address.place
        asking: dict[str, Any] = {"channel": place, "oldest": f"{oldest:.6f}", "limit": limits.HISTORY_PAGE.value}
        asking |= {"include_all_metadata": True} | ({"cursor": cursor} if cursor else {})
        try:
            api = await self._workspaces.api(address.server)
            return await api.call(place, "conversations.history", asking)
        except RateLimited:
            raise  # delivery waits as long as Slack asks, then looks again
        except OutletError as error:
            raise Ambiguous(
                f"cannot look into {place} ({error}); the optional scopes channels:history and groups:history allow it"
            ) from error


def _marked(payload: dict[str, Any], key: str) -> dict[str, Any]:
    """The key as id of the first block too: a reader of the history who is shown no metadata still sees it there."""
    first, *rest = payload["blocks"]
    return {**payload, "blocks": [{**first, "block_id": key}, *rest]}


def _carries(message: Mapping[str, Any], key: str) -> bool:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") == EVENT_TYPE and (metadata.get("event_payload") or {}).get("key") == key:
        return True
    return any(block.get("block_id") == key for block in message.get("blocks") or [])
