"""Posts of a forum, and threads for what follows a digest's first message.

A forum's post is a thread and its first message in one request, and that request takes no nonce: it is made once, never
repeated blindly, and what is in doubt is looked for by the marker in the first messages of our newest threads. A thread
on a message has that message's id, so that making it twice makes one (code 160004).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import discord
from discord.http import Route

from adapters.contract import Ambiguous
from adapters.discord.layout import view_of
from adapters.discord.limits import THREAD_NAME
from adapters.discord.render import Payload, marker
from adapters.inert import clip

COMPONENTS_V2: Final = 1 << 15
ARCHIVED: Final = 50
"""Archived threads one look reads."""
LOOKED_INTO: Final = 20
"""Threads of ours, made since then, whose first message one look reads; a place has a few digests a day."""
_NUMBER = re.compile(r" \(\d+/\d+\)$")
THERE_ALREADY: Final = 160004
NO_THREADS_HERE: Final = frozenset({10008, 50001, 50013, 50021, 50024, 50068, 160002})
"""The first message is gone, threads are not allowed, or no such thing exists here."""


class _OneTry:
    """Handed to discord.py as the files of a request, of which there are none: it goes through them before each try,
    and the second one ends here. By itself it would repeat a 500, 502 or 504."""

    def __init__(self) -> None:
        self._begun = False

    def __iter__(self) -> Iterator[discord.File]:
        if self._begun:
            raise ConnectionError("Discord did not take the post at the first try")
        self._begun = True
        return iter(())


async def open_post(
    client: discord.Client, forum: discord.ForumChannel, title: str, payload: Payload, tag: str, calls: Any
) -> str:
    """A new post, by one request alone; gives the id of its thread, which is that of its first message too."""
    tags = [str(one.id) for one in forum.available_tags if one.name.casefold() == tag.casefold()]
    message = {"components": _components(payload), "flags": COMPONENTS_V2, "allowed_mentions": calls}
    body: dict[str, Any] = {"name": named(title), "message": message, **({"applied_tags": tags} if tags else {})}
    route = Route("POST", "/channels/{channel_id}/threads", channel_id=forum.id)
    made = await client.http.request(route, json=body, files=_OneTry())  # type: ignore[arg-type]
    return str(made["id"])


async def find_post(
    client: discord.Client, forum: discord.ForumChannel, key: str, since: datetime, slack: timedelta
) -> tuple[str, datetime] | None:
    """Our post with this key made since then: (thread, when). None only when it surely is not there; `Ambiguous` where
    there is too much to look through, or where a first message is gone. Errors of Discord are the caller's."""
    assert client.user is not None
    active = await client.http.get_active_threads(forum.guild.id)
    archived = await client.http.get_public_archived_threads(forum.id, limit=ARCHIVED)
    begun = since - slack
    old: Sequence[Any] = archived["threads"]
    if len(old) >= ARCHIVED and _archived_at(old[-1]) > begun:
        raise Ambiguous(f"Discord forum {forum.id} had over {ARCHIVED} posts archived since; the post is not in them")
    ours = {
        int(thread["id"])
        for thread in (*active["threads"], *old)
        if str(thread.get("parent_id")) == str(forum.id) and str(thread.get("owner_id")) == str(client.user.id)
    }
    recent = sorted((id_ for id_ in ours if discord.utils.snowflake_time(id_) >= begun), reverse=True)
    if len(recent) > LOOKED_INTO:
        raise Ambiguous(f"Dateline has made over {LOOKED_INTO} posts in Discord forum {forum.id} since")
    for thread in recent:
        message = await client.http.get_message(thread, thread)
        if any(component.get("id") == marker(key) for component in message.get("components", ())):
            return str(thread), discord.utils.snowflake_time(thread)
    return None


async def thread_on(client: discord.Client, channel: int, message: int, title: str) -> int | None:
    """The thread on a message, made where it is not there yet; None where there can be none."""
    try:
        await client.http.start_thread_with_message(channel, message, name=named(title), auto_archive_duration=1440)
    except discord.HTTPException as error:
        if error.code in NO_THREADS_HERE:
            return None
        if error.code != THERE_ALREADY:
            raise
    return message


def named(title: str) -> str:
    """A title as the name of a thread, without the number of its message."""
    return clip(" ".join(_NUMBER.sub("", title).split()), THREAD_NAME.value) or "Dateline"


def _components(payload: Payload) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = view_of(payload).to_components()  # type: ignore[no-untyped-call]
    return made


def _archived_at(thread: Any) -> datetime:
    at = datetime.fromisoformat(thread["thread_metadata"]["archive_timestamp"])
    return at if at.tzinfo else at.replace(tzinfo=UTC)
