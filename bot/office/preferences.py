"""What a server prefers: the language of answers, what a new digest follows, whether answers are private at first.

Kept in the database and read into memory at each look, so that answering waits for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefs.tongues import LANGUAGES

if TYPE_CHECKING:
    from adapters.store.servers import Server


@dataclass(frozen=True, slots=True)
class Preferences:
    """Those of one server; None and empty mean the operator's."""

    language: str | None = None
    issues: tuple[str, ...] = ()
    private: bool = True
    names: str | None = None
    """By which policy actors are called: usual, un or iso."""

    def kept(self) -> dict[str, Any]:
        """As the database keeps them."""
        return {"language": self.language, "issues": list(self.issues), "private": self.private, "names": self.names}


POLICIES = ("usual", "un", "iso")
NONE = Preferences()


def read(kept: Mapping[str, Any]) -> Preferences:
    """What the database keeps; what this Dateline does not know is left out."""
    language = kept.get("language")
    issues = kept.get("issues") or ()
    return Preferences(
        language if language in LANGUAGES else None,
        tuple(issue for issue in issues if isinstance(issue, str)),
        kept.get("private") is not False,
        kept["names"] if kept.get("names") in POLICIES else None,
    )


def by_server(servers: tuple[Server, ...]) -> dict[tuple[str, str], Preferences]:
    """(platform, server) → what it prefers."""
    return {(one.platform, one.server): read(one.preferences) for one in servers}
