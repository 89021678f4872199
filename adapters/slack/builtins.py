"""The slash commands Slack keeps for itself: names no command of ours may bear. Only data.

Slack rejects a whole manifest that holds one of them. It publishes the list as a help page for people, without
promising that it is complete, so this one is generous: what the page names now, what it named in earlier years, and
their aliases.
"""

from __future__ import annotations

from typing import Final

SOURCE: Final = "https://slack.com/help/articles/201259356-Use-built-in-slash-commands"

NAMED: Final = frozenset(
    {
        "away",
        "collapse",
        "dnd",
        "expand",
        "feed",
        "join",
        "leave",
        "me",
        "msg",
        "mute",
        "open",
        "pro",
        "remind",
        "search",
        "shortcuts",
        "shrug",
        "status",
        "topic",
        "who",
    }
)
"""Names seen to be refused in a manifest."""

ALIASES: Final = frozenset(
    {
        "active",
        "apps",
        "archive",
        "call",
        "close",
        "dm",
        "giphy",
        "huddle",
        "invite",
        "invite_people",
        "keys",
        "kick",
        "part",
        "prefs",
        "remove",
        "rename",
        "star",
        "unarchive",
    }
)
"""Names the page has listed over the years, and Giphy's, which Slack treats as its own. Not ours to take either."""

BUILT_IN: Final = NAMED | ALIASES


def taken(name: str) -> bool:
    """Whether Slack keeps this name (with or without its slash)."""
    return name.removeprefix("/").casefold() in BUILT_IN
