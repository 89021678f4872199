"""The oracle: which records each subscription must tell. No slots, windows, parts, clocks or faults here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Oracle:
    """Subscription → what was published while it stood."""

    owed: dict[str, list[str]] = field(default_factory=dict)
    gone: dict[str, list[str]] = field(default_factory=dict)

    def subscribed(self, name: str) -> None:
        self.owed[name] = []

    def published(self, record: str, to: Iterable[str]) -> None:
        for name in to:
            self.owed[name].append(record)

    def removed(self, name: str) -> None:
        self.gone[name] = self.owed.pop(name)
