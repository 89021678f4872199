"""One question on its way in and its answer on its way out: acknowledged in time, for the asker's eyes, never raising.

`commands` and `pressing` decide what is asked; here it is asked, and shown as a new message or in place of the one that
was pressed. A lost connection is logged.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Final, TypeAlias

import aiohttp
import discord

from adapters.administration import Errand
from adapters.contract import Answer, Outcome, Reply, Request
from adapters.discord.buttons import private, public
from adapters.discord.errand_replies import messages
from adapters.discord.layout import view_of
from adapters.discord.render import Payload
from briefs.document import Document

log = logging.getLogger("dateline.discord")

DEFER_AFTER: Final = 1.0
"""Seconds an answer may take before the question is acknowledged: Discord gives 3, the way there and back included."""
LOST: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""How a message can fail to arrive."""

Interaction: TypeAlias = discord.Interaction[Any]
Show: TypeAlias = Callable[[Reply], Payload]
"""How an answer is laid out."""


async def answer(interaction: Interaction, request: Request, answered: Answer, show: Show = private) -> None:
    """Answer privately, in a message of its own."""
    async with asking(request, answered) as waiting:
        if not await _soon(waiting):
            await interaction.response.defer(ephemeral=True, thinking=True)
        reply = await waiting
        if reply.public and interaction.command is not None and not interaction.response.is_done():
            await _for_all(interaction, reply)
            return
        view = view_of(show(reply))
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view)
        else:
            await interaction.response.send_message(view=view, ephemeral=True)


async def carry_out(
    interaction: Interaction,
    errand: Errand,
    carried_out: Callable[[Errand], Awaitable[Reply]],
    show: Callable[[Reply], list[Payload]] | None = None,
    *,
    in_place: bool = False,
) -> None:
    """Carry an errand out and answer privately, in as many messages as it takes; the first `in_place` of the message
    that was pressed or whose form it was, where only the asker sees that one."""
    waiting = asyncio.ensure_future(carried_out(errand))
    in_place = in_place and _is_private(interaction)
    show = show or partial(messages, asked=errand.command)
    try:
        if not await _soon(waiting):
            await (
                interaction.response.defer() if in_place else interaction.response.defer(ephemeral=True, thinking=True)
            )
        first, *further = show(await waiting)
        if in_place:
            await put(interaction, first)
        elif interaction.response.is_done():
            await interaction.edit_original_response(view=view_of(first))
        else:
            await interaction.response.send_message(view=view_of(first), ephemeral=True)
        for payload in further:  # never more than Discord takes (`SHARED_PARTS`), and the last has the buttons
            await interaction.followup.send(view=view_of(payload), ephemeral=True)
    except LOST as error:
        log.warning("discord.answer_lost command=%s reason=%s", errand.command, reason(error))
    # An errand is never cut short: what it changes is changed as a whole, whether or not it can be told.


async def turn(interaction: Interaction, request: Request, answered: Answer, show: Show = private) -> None:
    """Answer in place of the message that was pressed; beside it where everybody sees that one."""
    if not _is_private(interaction):
        await answer(interaction, request, answered, show)
        return
    async with asking(request, answered) as waiting:
        if not await _soon(waiting):
            await interaction.response.defer()
        await put(interaction, show(await waiting))


async def _for_all(interaction: Interaction, reply: Reply) -> None:
    """In the channel, where its server wants that. One that took long stays with who asked, who can share it."""
    first, *further = public(reply)
    await interaction.response.send_message(view=view_of(first))
    for payload in further:
        await interaction.followup.send(view=view_of(payload))


async def put(interaction: Interaction, payload: Payload) -> None:
    """The message that was pressed, told otherwise."""
    view = view_of(payload)
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view)
    else:
        await interaction.response.edit_message(view=view)


async def say(interaction: Interaction, document: Document) -> None:
    """A calm line for the asker alone, whatever was answered before."""
    view = view_of(private(Reply(document, Outcome.QUIET)))
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


@asynccontextmanager
async def asking(request: Request, answered: Answer) -> AsyncIterator[asyncio.Future[Reply]]:
    """The answer being made; what cannot be delivered is logged, and nothing is left running."""
    waiting = asyncio.ensure_future(answered(request))
    try:
        yield waiting
    except LOST as error:
        log.warning("discord.answer_lost command=%s reason=%s", request.command, reason(error))
    finally:
        waiting.cancel()


async def _soon(waiting: asyncio.Future[Reply]) -> bool:
    """Whether it is made before the question must be acknowledged."""
    done, _ = await asyncio.wait({waiting}, timeout=DEFER_AFTER)
    return bool(done)


def _is_private(interaction: Interaction) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral


def reason(error: BaseException) -> str:
    """What happened in words safe to log: discord.py's own texts may quote what somebody typed."""
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} status={error.status} code={error.code}"
    return type(error).__name__
