"""Editing a post of ours in its place: one request that names the message, wherever it stands.

It pings nobody, and doing it twice leaves what doing it once leaves; so a lost answer is no doubt, only a reason to try
again. What Discord says about a message that it takes no edit of is told in `_REFUSED`.
Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
"""

from __future__ import annotations

import asyncio
from typing import Final

import discord

from adapters.contract import Address, Ambiguous, OutletError, Refused, Unavailable
from adapters.discord.layout import view_of
from adapters.discord.posting import LOST, Patience, translated
from adapters.discord.render import Payload

_REFUSED: Final = {
    10008: "the message is no longer there",
    20022: "Discord takes no more edits of that announcement for now",
    30046: "Discord takes no more edits of a message that old",
    50005: "the message is not Dateline's",
    50083: "the thread that the message stands in is archived",
    160005: "the thread that the message stands in is locked",
}


async def replaced(
    client: discord.Client, address: Address, receipt: str, payload: Payload, patience: Patience
) -> None:
    """Put the payload in the place of the message. Raises an `OutletError`, `Ambiguous` never."""
    place, _, message = receipt.rpartition("/")
    place = place or address.place
    if not (place.isdecimal() and message.isdecimal()):
        raise Refused(f"{receipt!r} names no message of Discord's")
    channel = client.get_partial_messageable(int(place))
    for wait in (patience.pauses[0], None):
        try:
            async with asyncio.timeout(patience.try_seconds):
                await channel.get_partial_message(int(message)).edit(
                    view=view_of(payload), allowed_mentions=discord.AllowedMentions.none()
                )
            return
        except LOST as error:
            told = _told(error, address)
            if wait is None or not isinstance(told, Ambiguous):
                raise Unavailable(str(told)) if isinstance(told, Ambiguous) else told from error
        await patience.pause(wait)


def _told(error: Exception, address: Address) -> OutletError:
    if isinstance(error, discord.HTTPException) and error.code in _REFUSED:
        return Refused(f"Discord channel {address.place}: {_REFUSED[error.code]} (code {error.code})")
    return translated(error, address)
