"""The renderers that must pass the contract: one entry each, told in the renderer's own terms.

To add a platform, write how its payload is read by a person (`text`), what its client would recognise in it as markup,
links or mentions (`recognised`), and which sizes are limited (`sizes`); the suite knows nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.console import client as console_client
from adapters.console import render as console_render
from adapters.discord import limits as discord_limits
from adapters.discord import render as discord_render
from adapters.slack import limits as slack_limits
from adapters.slack import render as slack_render
from briefs.document import Document
from briefs.wording.notices import as_of, word
from tests.adapters.discord import demands as discord_demands
from tests.adapters.discord import reader as discord_reader
from tests.adapters.slack import demands as slack_demands
from tests.adapters.slack import reader as slack_reader


@dataclass(frozen=True, slots=True)
class Size:
    """How big something in a payload is and how big it may be."""

    now: int
    most: int


@dataclass(frozen=True, slots=True)
class Platform:
    """One renderer under contract.

    `parts` cuts a document into messages, `render` makes one message's payload (JSON values or a string), `text` is the
    brief's words in it as a person reads them, markup undone, and `recognised` the names of everything its client takes
    for markup, link, mention or emoji, in order. `sizes` names every limit; a platform without limits gives none.
    `refused` says for what the platform itself would refuse the payload as a post of its own.
    """

    name: str
    parts: Callable[[Document], Sequence[Document]]
    render: Callable[[Document], Any]
    text: Callable[[Any], str]
    recognised: Callable[[Any], Sequence[str]]
    sizes: Callable[[Any], Mapping[str, Size]]
    refused: Callable[[Any], Sequence[str]] = lambda payload: ()


def _discord_sizes(payload: Any) -> dict[str, Size]:
    displays = list(discord_reader.displays(payload))
    characters = sum(len(text.encode("utf-16-le")) // 2 for text in displays)
    return {
        "text": Size(characters, discord_limits.TEXT.value),
        "components": Size(_count(payload), discord_limits.COMPONENTS.value),
    }


def _count(payload: Any) -> int:
    return sum(1 + _count(component) for component in payload.get("components", ()))


DISCORD = Platform(
    "discord",
    discord_render.parts,
    discord_render.render,
    discord_reader.seen,
    discord_reader.recognised,
    _discord_sizes,
    lambda payload: list(discord_demands.message({**payload, "allowed_mentions": {"parse": []}}, "answer")),
)


def _slack_sizes(payload: Any) -> dict[str, Size]:
    runs = slack_reader.texts(payload)
    packed = json.dumps(payload["blocks"], ensure_ascii=False, separators=(",", ":"))
    return {
        "text": Size(len(payload["text"].encode("utf-16-le")) // 2, slack_limits.TEXT.value),
        "blocks": Size(len(payload["blocks"]), slack_limits.BLOCKS.value),
        "one text": Size(max(len(run.encode("utf-16-le")) // 2 for run in runs), slack_limits.SECTION_TEXT.value),
        "payload": Size(len(packed), slack_limits.PAYLOAD.value),
    }


SLACK = Platform(
    "slack",
    slack_render.parts,
    slack_render.render,
    slack_reader.seen,
    slack_reader.recognised,
    _slack_sizes,
    lambda payload: slack_demands.broken(slack_demands.Sent("chat.postMessage", {"channel": "C1", **payload})),
)


def _console(document: Document) -> dict[str, Any]:
    """As it is read aloud, tables as rows; beside it what the console adds to a brief's own words."""
    added = [as_of(document.as_of)] if document.as_of else []
    added += [] if document.footer or not document.sources else [word("sources")]
    shown = console_render.render(document, console_render.WIDEST, grids=False)
    return {"shown": shown, "added": [*added, *(note.url for note in document.sources)]}


def _console_text(payload: Any) -> str:
    """What was shown without what the console adds, each only once and only as a line or word of its own."""
    lines = payload["shown"].split("\n")
    for added in payload["added"]:
        at = next(i for i, line in enumerate(lines) if line.strip().endswith(added))
        lines[at] = lines[at].rstrip().removesuffix(added)
    return "\n".join(lines)


CONSOLE = Platform(
    "console",
    console_client.ConsoleOutlet().parts,
    _console,
    _console_text,
    lambda payload: re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f]", payload["shown"]),
    lambda payload: {},
)
"""A terminal has no limits and no markup: all that acts on it are control characters."""

PLATFORMS: tuple[Platform, ...] = (DISCORD, SLACK, CONSOLE)
