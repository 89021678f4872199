"""Discord's Markdown as its client reads it: what a person sees, and what would act.

Written from Discord's published formatting rules and the public grammar of its client's parser (an extension of
simple-markdown), apart from the renderer it judges. Inline rules are tried at each position in the client's order; a
backslash before anything that is neither letter, digit nor blank makes it plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Read:
    """`text` is what is seen, lists with "•"; `kinds` what was recognised, in order, e.g. "strong" or "mention"."""

    text: str
    kinds: tuple[str, ...]


INLINE = [
    ("escape", re.compile(r"\\([^0-9A-Za-z\s])")),
    ("mention", re.compile(r"<@[!&]?\d+>|<#\d+>|@everyone|@here|</[^:>]+:\d+>|<id:[a-z]+>")),
    ("timestamp", re.compile(r"<t:-?\d+(?::[a-zA-Z])?>")),
    ("emoji", re.compile(r"<a?:\w+:\d+>|:[^\s:]+:")),
    ("autolink", re.compile(r"<((?:https?|steam|discord)://[^\s>]+|mailto:[^\s>]+)>")),
    ("url", re.compile(r"(?:https?|steam|discord)://[^\s<]+[^<.,:;\"')\]\s]")),
    ("link", re.compile(r"\[((?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)")),
    ("code", re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)")),
    ("strong", re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("underline", re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("em", re.compile(r"_((?:__|\\[\s\S]|[^\\_])+?)_(?![A-Za-z0-9_])")),
    ("em", re.compile(r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)")),
    ("strike", re.compile(r"~~([\s\S]+?)~~")),
    ("spoiler", re.compile(r"\|\|([\s\S]+?)\|\|")),
]
PLAIN = re.compile(r"(?:[^\\<@:\[`*_~|hsd]|h(?!ttps?://)|s(?!team://)|d(?!iscord://))+")
"""Characters that none of these rules begins with."""
LINES = [
    ("heading", re.compile(r"\s*(#{1,3})\s+(.*)")),
    ("small", re.compile(r"\s*-#\s+(.*)")),
    ("quote", re.compile(r"\s*(>>>|>)\s(.*)")),
    ("list", re.compile(r"\s*(?:[-*]|\d+\.)\s+(.*)")),
]
_FENCE = re.compile(r"```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```")


def read(content: str) -> Read:
    """One TextDisplay as a reader sees it."""
    seen: list[str] = []
    kinds: list[str] = []
    last = 0
    for fence in _FENCE.finditer(content):
        _lines(content[last : fence.start()], seen, kinds)
        seen.append(fence[1])
        kinds.append("block")
        last = fence.end()
    _lines(content[last:], seen, kinds)
    return Read("\n".join(line for line in seen if line), tuple(kinds))


def _lines(text: str, seen: list[str], kinds: list[str]) -> None:
    for line in text.split("\n"):
        prefix, rest = "", line
        while found := next(((kind, m) for kind, rule in LINES if (m := rule.fullmatch(rest))), None):
            kind, match = found
            kinds.append(f"{kind} {match[1]}" if kind == "heading" else kind)
            prefix += "• " if kind == "list" else ""
            rest = match[match.lastindex or 0]
            if kind in ("heading", "small"):
                break
        seen.append(prefix + "".join(_inline(rest, kinds)))


def _inline(text: str, kinds: list[str]) -> Iterator[str]:
    at = 0
    while at < len(text):
        if plain := PLAIN.match(text, at):
            yield plain[0]
            at = plain.end()
            continue
        found = next(((kind, m) for kind, rule in INLINE if (m := rule.match(text, at))), None)
        if found is None:
            yield text[at]
            at += 1
            continue
        kind, match = found
        at = match.end()
        if kind == "escape":
            yield match[1]
            continue
        kinds.append(f"link {match[2]}" if kind == "link" else kind)
        if kind == "code":
            yield match[2]
        elif kind in ("mention", "timestamp", "emoji", "url"):
            yield match[0]
        elif kind == "autolink":
            yield match[1]
        else:
            yield from _inline(match[1], kinds)


def displays(payload: dict[str, Any]) -> Iterator[str]:
    """TextDisplay contents of a message payload in reading order, found without the renderer's help."""
    for component in payload.get("components") or ():
        if component["type"] == 10:
            yield component["content"]
        if "accessory" in component:
            yield from displays({"components": [component["accessory"]]})
        yield from displays(component)


def seen(payload: dict[str, Any]) -> str:
    """The whole message as a reader sees it."""
    return "\n\n".join(read(content).text for content in displays(payload))


def recognised(payload: dict[str, Any]) -> list[str]:
    """Everything the client's parser recognises in the message."""
    return [kind for content in displays(payload) for kind in read(content).kinds]
