"""A request's words → what is asked, by the parameters of its command. Pure: names, today and the request go in.

Order-tolerant: "cambodia ukraine as of 4 march 2022 short", "--issue ukraine cambodia" and typed options bind alike.
A name nobody bears is answered with suggestions, one that several bear is asked back (`bot.offering`), and a day or
length that is none is told; nothing is ever guessed. `bot.commands` answers what is bound here.
"""

from __future__ import annotations

from datetime import date

from adapters.contract import Outcome, Reply, Request
from bot.asked import Asked, NotBoundError, Shelf
from bot.binding.foreign import readings
from bot.binding.line import Line
from bot.catalogue import command_named
from bot.offering import unknown_command
from briefs.tongues import ENGLISH


def bind(request: Request, shelf: Shelf, today: date, language: str = ENGLISH) -> Asked:
    """What the request asks. Raises `NotBoundError` with the reply that asks back, in that language.

    A line is read as English first. Only where that asks back is it read again with the words of another language, so
    that none of them can change what an English line means.
    """
    command = command_named(request.command)
    if command is None:
        document = unknown_command(request.command, request.platform, language)
        raise NotBoundError(Reply(document, Outcome.USAGE))
    try:
        return Line(request, command, shelf, today, language).bound()
    except NotBoundError as refusal:
        for read in readings(request, command):
            try:
                return Line(read, command, shelf, today, language).bound()
            except NotBoundError:
                continue
        raise refusal from None
