"""`dateline run` as a process of its own, against Discord's two servers on loopback: REST GATEWAY SECONDS_APART.

What the program reads from its surroundings stays as it is; only where Discord is, and how far apart it takes sign-ins,
is put in its place, and how long is waited for more servers after the last.
"""

from __future__ import annotations

import sys
from functools import partial

import discord
import yarl

from adapters.discord import signing_in, wire
from bot.cli import main


def serve(rest: str, gateway: str, apart: float) -> None:
    discord.http.Route.BASE = rest
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    allowed = signing_in.Allowance(apart=apart)
    signing_in.SignIns = partial(signing_in.SignIns, allowed=allowed)  # type: ignore[misc,assignment]
    wire.LAST_SERVER_SECONDS = 0.3
    sys.argv[1:] = ["run"]
    main()


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2], float(sys.argv[3]))
