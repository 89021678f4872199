"""A request's words → what is asked, by the parameters of its command. Pure: names, today and the request go in.

Order-tolerant: "cambodia ukraine as of 4 march 2022 short", "--issue ukraine cambodia" and typed options bind alike.
A name nobody bears is answered with suggestions, one that several bear is asked back (`bot.offering`), and a day or
length that is none is told; nothing is ever guessed. `bot.commands` answers what is bound here.
"""

from __future__ import annotations

from datetime import date

from adapters.contract import Outcome, Reply, Request
from bot.asked import Asked, NotBoundError, Shelf
from bot.binding.line import Line
from bot.catalogue import command_named
from bot.offering import unknown_command


def bind(request: Request, shelf: Shelf, today: date) -> Asked:
    """What the request asks. Raises `NotBoundError` with the reply that asks back."""
    command = command_named(request.command)
    if command is None:
        raise NotBoundError(Reply(unknown_command(request.command, request.platform), Outcome.USAGE))
    return Line(request, command, shelf, today).bound()
