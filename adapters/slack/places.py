"""Names of places and messages of Slack's, as they are written down. Pure.

Someone's own digests stand in the direct messages of Dateline with them: their "server" is "@T1/U2", the workspace and
the person, and their place is the person's id, to which Slack lets an app post without any further scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PERSON: Final = "@"


def personal(team: str, user: str) -> str:
    """The server of somebody's own digests."""
    return f"{PERSON}{team}/{user}"


def team_in(server: str) -> str:
    """The workspace that a server is in."""
    return server.removeprefix(PERSON).partition("/")[0]


def person_in(server: str) -> str:
    """Whose own it is; empty for a whole workspace."""
    return server.partition("/")[2] if server.startswith(PERSON) else ""


def is_person(place: str) -> bool:
    """Whether the place is somebody's direct messages with Dateline."""
    return place[:1] in ("U", "W")


def is_private(channel: str) -> bool:
    """Whether a slash command was typed where one talks to one."""
    return channel.startswith("D")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message stands: its own time, that of the message whose thread it is in, and the channel where that is
    not the place it was sent to. Written as a receipt: "D9/17.1/17.2", "17.1/17.2" or "17.1"."""

    ts: str
    thread: str = ""
    channel: str = ""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.channel, self.thread, self.ts)))


def spot(receipt: str) -> Spot:
    """What a receipt says."""
    parts = receipt.split("/")
    channel = parts.pop(0) if len(parts) > 1 and parts[0][:1].isalpha() else ""
    return Spot(parts[-1], parts[0] if len(parts) > 1 else "", channel)


def link(domain: str, place: str, receipt: str) -> str:
    """The address of a message; empty where it is not known."""
    at = spot(receipt)
    if not domain or not at.ts.replace(".", "").isdecimal():
        return ""
    channel = at.channel or place
    inside = f"?thread_ts={at.thread}&cid={channel}" if at.thread else ""
    return f"https://{domain}.slack.com/archives/{channel}/p{at.ts.replace('.', '')}{inside}"
