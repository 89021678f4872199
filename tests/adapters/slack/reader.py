"""A Slack message as its client reads it: what a person sees in the blocks, and what would act.

Written from Slack's pages on rich text and on formatting text, apart from the renderer it judges. Text of rich text,
of a table's cells and of `plain_text` is shown as it stands, except that `plain_text` with `emoji` turns `:name:` into
a picture. A table is read row by row, each cell after its column's name. In `mrkdwn` and in the top-level `text`, `<…>`
is a control sequence; with `mrkdwn` on, `*_~` and backticks format; with `parse` or `link_names` on, `@name` and
`#name` link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_CONTROL = re.compile(r"<([^<>]+)>")
_MARKUP = re.compile(r"(?<!\w)([*_~`])(?=\S).*?\S\1(?!\w)")
_EMOJI = re.compile(r":[^\s:]+:")
_LINK = re.compile(r"<(https?://[^<>|]+)\|([^<>|]+)>")
_NAMED = re.compile(r"(?<!\w)[@#]\w+")


def seen(payload: dict[str, Any]) -> str:
    """The blocks in words, top to bottom."""
    return "\n\n".join("\n".join(_lines(block)) for block in payload["blocks"])


def fallback(payload: dict[str, Any]) -> str:
    """The top-level text as a screen reader says it."""
    return _plainly(str(payload["text"]))


def recognised(payload: dict[str, Any]) -> list[str]:
    """Everything that is more than characters, in order."""
    return [kind for block in payload["blocks"] for kind in _kinds(block)] + list(_acting(payload))


def texts(payload: dict[str, Any]) -> list[str]:
    """Every run of characters in the blocks, without the renderer's help."""

    def walk(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            if isinstance(node.get("text"), str):
                yield node["text"]
            for value in node.values():
                yield from walk(value)
        elif isinstance(node, list):
            for item in node:
                yield from walk(item)

    return list(walk(payload["blocks"]))


def _lines(block: dict[str, Any]) -> Iterator[str]:
    if block["type"] == "header":
        yield block["text"]["text"]
        return
    if block["type"] == "divider":
        return
    if block["type"] == "table":
        (_, *names), *rows = [[_cell(cell) for cell in row] for row in block["rows"]]
        for label, *cells in rows:
            yield f"{label} – " + "; ".join(f"{name}: {cell}" for name, cell in zip(names, cells, strict=True))
        return
    if block["type"] == "context":
        for element in block["elements"]:
            words = element["text"]
            yield _plainly(_LINK.sub(r"\2", words)) if element["type"] == "mrkdwn" else words
        return
    assert block["type"] == "rich_text", block["type"]
    for element in block["elements"]:
        if element["type"] == "rich_text_list":
            for point in element["elements"]:
                yield "• " + _run(point)
        else:
            yield _run(element)


def _cell(cell: dict[str, Any]) -> str:
    return str(cell["text"]) if cell["type"] == "raw_text" else "".join(map(_run, cell["elements"]))


def _plainly(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _run(element: dict[str, Any]) -> str:
    return "".join(node["text"] for node in element["elements"])


def _kinds(node: dict[str, Any]) -> Iterator[str]:
    match node["type"]:
        case "header":
            assert node["text"]["type"] == "plain_text"
            yield "heading"
            if node["text"].get("emoji", True):
                yield from ("emoji" for _ in _EMOJI.findall(node["text"]["text"]))
        case "text":
            style = node.get("style", {})
            assert set(style) <= {"bold", "italic"}
            yield from (name for name, on in (("strong", style.get("bold")), ("em", style.get("italic"))) if on)
        case "link":
            yield f"link {node['url']}"
        case "rich_text_list":
            for point in node["elements"]:
                yield "list"
                yield from _kinds(point)
        case "rich_text" | "rich_text_section" | "rich_text_preformatted" as kind:
            if kind == "rich_text_preformatted":
                yield "block"
            for element in node["elements"]:
                yield from _kinds(element)
        case "divider" | "raw_text" | "plain_text":
            pass
        case "context":
            for element in node["elements"]:
                yield from _kinds(element)
        case "mrkdwn":
            yield from (f"link {_plainly(url)}" for url, _ in _LINK.findall(node["text"]))
            yield from _formats(_LINK.sub(r"\2", node["text"]), names=not node.get("verbatim"))
        case "table":
            for row in node["rows"]:
                for cell in row:
                    yield from _kinds(cell)
        case other:
            yield f"unknown {other}"


def _formats(text: str, *, names: bool) -> Iterator[str]:
    """What mrkdwn makes of words outside links."""
    yield from (f"control {found}" for found in _CONTROL.findall(text))
    yield from (f"markup {found}" for found in _MARKUP.findall(text))
    yield from (f"emoji {found}" for found in _EMOJI.findall(text))
    yield from (f"quote {line}" for line in text.split("\n") if line.startswith("&gt;"))
    if names:
        yield from (f"name {found}" for found in _NAMED.findall(text))


def _acting(payload: dict[str, Any]) -> Iterator[str]:
    text = payload["text"]
    yield from (f"control {found}" for found in _CONTROL.findall(text))
    if payload.get("mrkdwn", True):
        yield from (f"markup {found}" for found in _MARKUP.findall(text))
    if payload.get("parse") == "full" or payload.get("link_names"):
        yield from (f"name {found}" for found in _NAMED.findall(text))
    if payload.get("unfurl_links", True) or payload.get("unfurl_media", True):
        yield "unfurls"
