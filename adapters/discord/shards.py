"""Shards: which of Discord's servers a connection hears of, and which connections this process makes.

Discord divides the servers of one bot among `count` connections by their ids
(https://docs.discord.com/developers/events/gateway#sharding); direct messages come on shard 0. `[discord] shards` in
dateline.toml says which of them a process makes, so that several share a bot: "0-3/16" is the first four of sixteen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

SERVERS_EACH: Final = 2500
"""Servers at which Discord closes a connection (code 4011, sharding required)."""
MOST: Final = 4096
"""Connections of one bot, which is over ten million servers: more is a slip of the keyboard."""
_WRITTEN: Final = re.compile(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*/\s*(\d{1,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards `first` to `last`, both among them, of `count`."""

    first: int = 0
    last: int = 0
    count: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last < self.count <= MOST:
            raise ValueError(f"no shards {self}")

    @property
    def ids(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def all(self) -> bool:
        """Whether no other process is needed to serve everybody."""
        return len(self.ids) == self.count

    @property
    def leads(self) -> bool:
        """Whether what is done once for all processes is done here."""
        return self.first == 0

    def hold(self, server: str) -> bool:
        """Whether one of them hears of this server."""
        return server.isascii() and server.isdecimal() and shard_of(int(server), self.count) in self.ids

    def __str__(self) -> str:
        span = f"{self.first}-{self.last}" if self.last > self.first else f"{self.first}"
        return f"{span}/{self.count}"

    @classmethod
    def read(cls, text: str) -> Shards:
        """ "0-3/16" or "5/16". Raises ValueError."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        first, last, count = found.groups()
        return cls(int(first), int(last or first), int(count))

    @classmethod
    def of(cls, count: int) -> Shards:
        """All of so many."""
        return cls(0, count - 1, count)


def shard_of(server: int, count: int) -> int:
    """The shard of `count` that hears of this server."""
    return (server >> 22) % count
