"""Payloads → pages that look like Discord and a terminal do. For looking at answers, not a client.

What a payload's text means to Discord is read by the grammar the tests judge the renderer with
(`tests.adapters.discord.reader`). Sizes and colours follow the clients; letters are Noto Sans where simcord brings it,
else the machine's own. `docs.pictures` asks and draws.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from tests.adapters.discord.reader import INLINE, LINES

STYLE: Final = Path(__file__).with_name("imitations.css")
_FONTS = {
    "Noto Sans": "noto-sans-latin-v2.015.ttf",
    "Noto Sans Mono": "noto-sans-mono-v2.014.ttf",
}
_TAGS = {"strong": "strong", "em": "em", "underline": "u", "strike": "s", "spoiler": "s", "code": "code"}
_SGR = re.compile(r"\x1b\[(\d+)m")
_STYLES = {"1": "strong", "2": "quiet", "3": "em", "4": "link"}


def page(platform: str, theme: str, body: str) -> str:
    """The body as a page of its own."""
    head = f'<!doctype html><meta charset="utf-8"><style>{_fonts()}{STYLE.read_text("utf-8")}</style>'
    return f'{head}<body class="{platform} {theme}">{body}'


def discord(payloads: Sequence[dict[str, Any]], asked: str) -> str:
    """Messages of Components V2, one under the other."""
    head = f'<div class="asked"><i class="face small"></i>reader used <b>/{escape(asked.split()[0])}</b></div>'
    return head + "".join(_message("Today at 12:00", _discord_parts(payload["components"])) for payload in payloads)


def console(screen: str, asked: str, columns: int) -> str:
    """A terminal this wide, with the question at its prompt."""
    shown, style = "", ""
    for n, piece in enumerate(_SGR.split(screen)):
        if n % 2:
            style = _STYLES.get(piece, "")
        else:
            shown += f'<span class="{style}">{escape(piece)}</span>' if style else escape(piece)
    prompt = f'<span class="quiet">›</span> <b>{escape(asked)}</b>'
    return f'<pre style="width: calc({columns}ch + 2px)">{prompt}\n\n{shown}</pre>'


def _fonts() -> str:
    found = importlib.util.find_spec("simcord")
    folder = Path(found.origin or "").parent / "preview" / "static" / "fonts" if found else None
    if folder is None or not folder.is_dir():
        return ""
    return "".join(
        f'@font-face {{ font-family: "{name}"; font-weight: 100 900; src: url("{(folder / file).as_uri()}") }}'
        for name, file in _FONTS.items()
    )


def _message(at: str, body: str) -> str:
    name = f'<div class="name"><b>Dateline</b> <span class="app">APP</span> <time>{at}</time></div>'
    return f'<article><i class="face">D</i><div class="said">{name}{body}</div></article>'


def _discord_parts(components: Sequence[dict[str, Any]]) -> str:
    return "".join(map(_discord_part, components))


def _discord_part(component: dict[str, Any]) -> str:
    match component["type"]:
        case 17:
            return f'<section class="container">{_discord_parts(component["components"])}</section>'
        case 10:
            return f'<div class="text">{"".join(_discord_text(component["content"]))}</div>'
        case 14:
            return f'<hr class="{"rule" if component["divider"] else "gap"}">'
        case kind:
            raise ValueError(f"component type {kind} has no picture; say in docs/imitations.py how it looks")


def _discord_text(content: str) -> Iterator[str]:
    """Lines as the client shows them; list lines by how far they are indented."""
    lines = [_discord_line(line) for line in content.split("\n")]
    for is_list, run in groupby(lines, key=lambda line: line[0] >= 0):
        if is_list:
            yield _nested([(depth, html) for depth, _, html in run])
        else:
            yield "".join(f"<{tag}>{html}</{tag}>" if tag else f"<p>{html}</p>" for _, tag, html in run)


def _discord_line(line: str) -> tuple[int, str, str]:
    """Depth of a list line (-1: none), tag, HTML."""
    kind, match = next(((kind, found) for kind, rule in LINES if (found := rule.fullmatch(line))), ("", None))
    if match is None:
        return (0 if line.startswith("  ") else -1), "", "".join(_discord_inline(line))
    words = "".join(_discord_inline(match[match.lastindex or 0]))
    match kind:
        case "heading":
            return -1, f"h{len(match[1])}", words
        case "small":
            return -1, "small", words
        case "list":
            return (len(line) - len(line.lstrip())) // 2 + 1, "", words
        case _:
            return -1, "blockquote", words


def _discord_inline(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        found = next(((kind, m) for kind, rule in INLINE if (m := rule.match(text, at))), None)
        if found is None:
            yield escape(text[at])
            at += 1
            continue
        kind, match = found
        at = match.end()
        if kind == "escape":
            yield escape(match[1])
        elif kind == "link":
            yield f'<a href="{escape(match[2])}">{"".join(_discord_inline(match[1]))}</a>'
        elif kind in ("autolink", "url"):
            yield f"<a>{escape(match[match.lastindex or 0])}</a>"
        elif kind in _TAGS:
            yield f"<{_TAGS[kind]}>{''.join(_discord_inline(match[1]))}</{_TAGS[kind]}>"
        else:
            yield f"<mark>{escape(match[0])}</mark>"  # a mention or an emoji nobody meant: it should be seen


def _nested(points: Sequence[tuple[int, str]]) -> str:
    """Points of a list; depth 0 goes on with the point before it on a line of its own."""
    shown, depth = "", 0
    for level, html in points:
        if not level:
            shown += f"<br>{html}"
            continue
        shown += "<ul>" * (level - depth) + "</ul>" * (depth - level) + f"<li>{html}"
        depth = level
    return shown + "</ul>" * depth
