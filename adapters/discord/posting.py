"""One message to one Discord channel, and looking for it again. It knows neither schedules nor words.

In a forum a digest is a post of its own (`adapters.discord.threads`); its further messages stand in it. Where a
subscription wants it, further messages stand in a thread of the first elsewhere too. The receipt of what stands in a
thread is "thread/message".

A post is tried at most three times, within seconds and with the same nonce, which Discord honours for a few minutes: a
try whose answer was lost is harmless to repeat. What is still in doubt then is `Ambiguous`; the long patience is
delivery's. discord.py itself sleeps through 429 (up to 30 s) and repeats 500, 502 and 504, but not a lost connection.

Status and code → error: 429 RateLimited · no connection, 401 or a code saying "try later" Unavailable · timeout, reset,
5xx Ambiguous · 10003, 10004 Gone · 400 50035, 413 TooLong · any other refusal Refused, in words that say what to click.
Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import aiohttp
import discord

from adapters.contract import Address, Ambiguous, Gone, OutletError, RateLimited, Receipt, Refused, TooLong, Unavailable
from adapters.discord.layout import view_of
from adapters.discord.render import Payload, marker
from adapters.discord.rights import may
from adapters.discord.threads import find_post, open_post, thread_on

Pause = Callable[[float], Awaitable[None]]

PAUSES: Final = (1.0, 3.0)
"""Seconds before the second and the third try."""
TRY_SECONDS: Final = 45.0
"""One try, discord.py's own waits for rate limits (30 s at most) within it."""
WITHIN_SECONDS: Final = 10.0
"""No further try begins later than this after the first, so that all of them lie well within the life of a nonce."""
HISTORY: Final = 100
"""Messages one look back reads: the most Discord gives in one request."""
CLOCK_SLACK: Final = timedelta(minutes=1)
"""How far our clock and Discord's may be apart."""

_GONE: Final = {10003: "the channel no longer exists", 10004: "the server no longer exists"}
_REFUSED: Final = {
    50001: "Dateline cannot see the channel: invite it, or give it View Channel in the channel's settings",
    50013: "Dateline may not write there: give it Send Messages (in a thread: Send Messages in Threads)",
    50007: "this person takes no direct messages from Dateline",
    40067: "posts of this forum need a tag: name one of its tags with the option tag",
    50008: "this kind of channel takes no messages: choose a text channel",
    50024: "this kind of channel takes no messages: choose a text channel",
    50083: "the thread is archived: open it again",
    160005: "the thread is locked: unlock it",
    200000: "the server's AutoMod blocked the message: allow Dateline in its rule",
    200001: "the server's AutoMod blocked the message: allow Dateline in its rule",
    240000: "Discord's link filter blocked the message",
}
_LATER: Final = {40004, 130000}
_NO_MESSAGES: Final = {50008, 50024}
_PUBLISHED: Final = 40033
LOST: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""How a request can fail."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long posting tries; tests shorten it."""

    pauses: tuple[float, ...] = PAUSES
    try_seconds: float = TRY_SECONDS
    within_seconds: float = WITHIN_SECONDS
    pause: Pause = asyncio.sleep


async def post(
    client: discord.Client,
    address: Address,
    payload: Payload,
    key: str,
    patience: Patience,
    calls: str = "",
    title: str = "",
) -> Receipt:
    """Post the payload where the address says. It pings the role `calls` and nobody else; `title` names a new thread.
    Raises an `OutletError`."""
    place = _channel_id(address)
    channel, first = client.get_channel(place), _thread_of(address)
    if isinstance(channel, discord.ForumChannel):
        if first is None:
            return await _post_in_forum(client, channel, address, payload, calls, title, patience)
        return await _in_thread(client, address, first, payload, key, patience, calls)
    if address.thread and first is not None:
        thread = await _thread(client, address, first, title, patience)
        if thread is not None:
            return await _in_thread(client, address, thread, payload, key, patience, calls)
    return Receipt(*await _send(client, address, place, payload, key, patience, calls))


async def _in_thread(
    client: discord.Client,
    address: Address,
    thread: int,
    payload: Payload,
    key: str,
    patience: Patience,
    calls: str,
) -> Receipt:
    message, at = await _send(client, address, thread, payload, key, patience, calls)
    return Receipt(f"{thread}/{message}", at)


async def _post_in_forum(
    client: discord.Client,
    forum: discord.ForumChannel,
    address: Address,
    payload: Payload,
    calls: str,
    title: str,
    patience: Patience,
) -> Receipt:
    try:
        async with asyncio.timeout(patience.try_seconds):
            thread = await open_post(client, forum, title, payload, address.tag, _called(calls).to_dict())
    except LOST as error:
        raise translated(error, address) from error
    return Receipt(f"{thread}/{thread}", datetime.now(UTC))


async def _thread(client: discord.Client, address: Address, first: int, title: str, patience: Patience) -> int | None:
    """The thread on a digest's first message. Making it twice is harmless, so that a lost answer is no doubt."""
    try:
        async with asyncio.timeout(patience.try_seconds):
            return await thread_on(client, _channel_id(address), first, title)
    except LOST as error:
        told = translated(error, address)
        raise Unavailable(str(told)) if isinstance(told, Ambiguous) else told from error


async def _send(
    client: discord.Client, address: Address, place: int, payload: Payload, key: str, patience: Patience, calls: str
) -> tuple[str, datetime]:
    """Send one message under the nonce `key`; gives its id and when it was learnt.

    Once a try may have been carried out, only a plain "no" of Discord removes the doubt: a later rate limit or lost
    connection is reported as `Ambiguous`.
    """
    channel = client.get_partial_messageable(place)
    clock = asyncio.get_running_loop().time
    begun, doubt = clock(), None
    for wait in (*patience.pauses, None):
        try:
            async with asyncio.timeout(patience.try_seconds):
                message = await channel.send(view=view_of(payload), nonce=key, allowed_mentions=_called(calls))
            return str(message.id), datetime.now(UTC)
        except LOST as error:
            told = translated(error, address)
            told.__cause__ = error
            if _unknown_yet(client, place, error):
                told = Unavailable(f"Discord channel {place}: Discord has not told yet of what kind it is")
        if not isinstance(told, Ambiguous):
            raise doubt if doubt is not None and isinstance(told, RateLimited | Unavailable) else told
        doubt = told
        if wait is None or clock() + wait - begun > patience.within_seconds:
            break
        await patience.pause(wait)
    assert doubt is not None
    raise doubt


async def find(
    client: discord.Client, address: Address, key: str, since: datetime, patience: Patience
) -> Receipt | None:
    """Look for our message whose container carries the key's marker, where `post` would have put it.

    None only when it surely is not there.
    """
    place = _channel_id(address)
    channel, first = client.get_channel(place), _thread_of(address)
    if isinstance(channel, discord.ForumChannel):
        if first is None:
            return await _find_in_forum(client, channel, address, key, since, patience)
        return await _find_in_thread(client, address, first, key, since, patience)
    if address.thread and first is not None:
        try:
            return await _find_in_thread(client, address, first, key, since, patience)
        except Gone:  # no thread was made: then it may only stand in the channel
            pass
    return await _find_in(client, address, place, key, since, patience)


async def _find_in_thread(
    client: discord.Client, address: Address, thread: int, key: str, since: datetime, patience: Patience
) -> Receipt | None:
    found = await _find_in(client, address, thread, key, since, patience)
    return found and Receipt(f"{thread}/{found.message}", found.at)


async def _find_in_forum(
    client: discord.Client,
    forum: discord.ForumChannel,
    address: Address,
    key: str,
    since: datetime,
    patience: Patience,
) -> Receipt | None:
    try:
        async with asyncio.timeout(patience.try_seconds):
            found = await find_post(client, forum, key, since, CLOCK_SLACK)
    except LOST as error:
        raise _not_read(error, address) from error
    return Receipt(f"{found[0]}/{found[0]}", found[1]) if found else None


def _not_read(error: Exception, address: Address) -> OutletError:
    told = translated(error, address)
    if isinstance(told, Gone):
        return told
    return Ambiguous(f"Discord channel {address.place} could not be read to look for a post: {told}")


async def _find_in(
    client: discord.Client, address: Address, place: int, key: str, since: datetime, patience: Patience
) -> Receipt | None:
    """Among the newest messages of one channel. Without Read Message History Discord answers an empty list and no
    error, so an empty channel is `Ambiguous` unless we know that we may read it."""
    channel = client.get_partial_messageable(place)
    try:
        async with asyncio.timeout(patience.try_seconds):
            newest = [message async for message in channel.history(limit=HISTORY)]
    except LOST as error:
        raise _not_read(error, address) from error
    wanted = marker(key)
    for message in newest:
        if _is_ours(client, message) and any(
            getattr(component, "id", None) == wanted for component in message.components
        ):
            return Receipt(str(message.id), message.created_at)
    if not newest and not _may_read_history(client, place):
        raise Ambiguous(
            f"Discord channel {address.place} shows Dateline no messages: give it Read Message History, "
            "so that a post whose answer was lost can be found again"
        )
    if len(newest) == HISTORY and newest[-1].created_at > since - CLOCK_SLACK:
        raise Ambiguous(
            f"Discord channel {address.place} has had over {HISTORY} messages since; the post is not in them"
        )
    return None


def keeps(client: discord.Client, address: Address) -> bool:
    """Whether a repeat under the same nonce is harmless: a forum takes none, and where a thread may or may not be made
    at the second try one looks first. So too where Discord has not told yet what the place is."""
    channel = client.get_channel(int(address.place)) if address.place.isdecimal() else None
    return (
        channel is not None and not isinstance(channel, discord.ForumChannel) and not (address.thread and address.first)
    )


async def publish(client: discord.Client, address: Address, receipt: str, patience: Patience) -> None:
    """Publish one message of an announcement channel; what stands in a thread is no announcement. It may be done twice.
    Raises an `OutletError`."""
    place = _channel_id(address)
    if not receipt.isdecimal() or _kind(client, place) not in (None, discord.ChannelType.news):
        return
    message = client.get_partial_messageable(place).get_partial_message(int(receipt))
    for wait in (patience.pauses[0], None):
        try:
            async with asyncio.timeout(patience.try_seconds):
                await message.publish()
            return
        except LOST as error:
            if isinstance(error, discord.HTTPException) and error.code == _PUBLISHED:
                return
            told = translated(error, address)
            if wait is None or not isinstance(told, Ambiguous):
                raise told from error
        await patience.pause(wait)


async def warn(client: discord.Client, server: str, payload: Payload) -> bool:
    """A direct message to the owner of a server ("@id": to that person). False where it cannot be had."""
    try:
        async with asyncio.timeout(TRY_SECONDS):
            person = await _whom(client, server)
            if person is None:
                return False
            channel = await client.create_dm(discord.Object(person))
            await channel.send(view=view_of(payload))
    except LOST:
        return False
    return True


async def _whom(client: discord.Client, server: str) -> int | None:
    """The owner, asked for where the server is on a shard of another process."""
    if server.isdecimal():
        guild = client.get_guild(int(server)) or await client.fetch_guild(int(server), with_counts=False)
        return guild.owner_id
    return int(server[1:]) if server[1:].isdecimal() else None


def translated(error: Exception, address: Address) -> OutletError:
    """What an error of discord.py or of the connection means for the post to this address."""
    place = f"Discord channel {address.place}"
    match error:
        case discord.RateLimited(retry_after=seconds):
            return RateLimited(f"{place}: Discord asks to wait {seconds:.0f} s", seconds)
        case discord.HTTPException():
            return _answered(error, place)
        case aiohttp.ClientConnectorError():
            return Unavailable(f"{place}: Discord cannot be reached; check the network")
        case TimeoutError():
            return Ambiguous(f"{place}: Discord did not answer in time")
        case _:
            return Ambiguous(f"{place}: the connection broke before Discord answered ({type(error).__name__})")


def _answered(error: discord.HTTPException, place: str) -> OutletError:
    status, code = error.status, error.code
    if status == 429:
        seconds = _retry_after(error)
        return RateLimited(f"{place}: Discord asks to wait {seconds:.0f} s", seconds)
    if code in _LATER:
        return Unavailable(f"{place}: Discord takes no messages at the moment (code {code})")
    if status >= 500:
        return Ambiguous(f"{place}: Discord answered {status}")
    if status == 401:
        return Unavailable(f"{place}: Discord no longer accepts the token; put a new one in DATELINE_DISCORD_TOKEN")
    if code in _GONE:
        return Gone(f"{place}: {_GONE[code]}")
    if code in (50035, 40005) or status == 413:
        return TooLong(f"{place}: the message breaks a limit of Discord (code {code}): {error.text}")
    return Refused(f"{place}: {_REFUSED.get(code, f'Discord refused the message: {error.text}')} (code {code})")


def _retry_after(error: discord.HTTPException) -> float:
    """Seconds Discord's edge asks for; a minute if it does not say."""
    try:
        return max(float(error.response.headers["Retry-After"]), 1.0)
    except (KeyError, ValueError):
        return 60.0


def _called(role: str) -> discord.AllowedMentions:
    """Pings for this role alone; none without one."""
    if not role.isdecimal():
        return discord.AllowedMentions.none()
    return discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(int(role))], replied_user=False)


def _thread_of(address: Address) -> int | None:
    """The thread of a digest's first message: its own in a forum, else of the message's id."""
    thread = address.first.partition("/")[0]
    return int(thread) if thread.isdecimal() else None


def _kind(client: discord.Client, place: int) -> discord.ChannelType | None:
    channel = client.get_channel(place)
    return channel.type if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else None


def _unknown_yet(client: discord.Client, place: int, error: Exception) -> bool:
    """Whether a place that takes no messages may be a forum that Discord has not told of since the start."""
    refused = isinstance(error, discord.HTTPException) and error.code in _NO_MESSAGES
    return refused and not client.is_ready() and client.get_channel(place) is None


def _channel_id(address: Address) -> int:
    if not address.place.isascii() or not address.place.isdigit():
        raise Refused(
            f"{address.place!r} is no Discord channel id: in Discord, right-click the channel, Copy Channel ID"
        )
    return int(address.place)


def _is_ours(client: discord.Client, message: discord.Message) -> bool:
    return client.user is not None and message.author.id == client.user.id


def _may_read_history(client: discord.Client, place: int) -> bool:
    channel = client.get_channel(place)
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    return may(channel, unknown=False).read_message_history
