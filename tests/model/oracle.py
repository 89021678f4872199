"""The oracle: which records each subscription must tell, and when it must be still. No slots, windows, parts or faults
here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time


@dataclass
class Oracle:
    """Subscription → what was published while it stood, and the dates that it has always kept free; record → what took
    its place (nothing, where it was retracted)."""

    owed: dict[str, list[str]] = field(default_factory=dict)
    gone: dict[str, list[str]] = field(default_factory=dict)
    off: dict[str, set[str]] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)

    def subscribed(self, name: str, off: Iterable[str]) -> None:
        self.owed[name], self.off[name] = [], set(off)

    def published(self, record: str, to: Iterable[str]) -> None:
        for name in to:
            self.owed[name].append(record)

    def replaced(self, record: str, by: str = "") -> None:
        self.instead[record] = by

    def keeps_free(self, name: str, off: Iterable[str]) -> None:
        self.off[name] &= set(off)

    def removed(self, name: str) -> None:
        self.gone[name] = self.owed.pop(name)


def minutes_of_quiet(at: time, start: time, end: time) -> int:
    """How long it has been quiet at that time of day; 0 where it is not."""
    now, first, last = (one.hour * 60 + one.minute for one in (at, start, end))
    return 1 + (now - first) % 1440 if (now - first) % 1440 < (last - first) % 1440 else 0
