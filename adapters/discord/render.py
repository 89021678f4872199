"""Document → Discord message with Components V2, as plain JSON values. Pure; it imports nothing of discord.py.

The TextDisplays of a payload, read in order, are the whole brief: the same words as `briefs.plain`, only decorated. All
escaping is in `escape` and `_line_start`. `adapters.discord.wire` turns payloads into discord.py's views.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, NamedTuple, TypeAlias, assert_never

from adapters import emphasis, fitting
from adapters.discord.limits import ACTION_COMPONENTS, COMPONENT_ID, COMPONENTS, FILL, SHARED_PARTS, TEXT, TITLE_UNITS
from adapters.inert import clip, inert, unbroken, units
from adapters.itself import Itself
from briefs.document import (
    Block,
    Bullets,
    Document,
    Em,
    Heading,
    Inline,
    Link,
    Paragraph,
    Row,
    SourceNote,
    Strong,
    Table,
    Text,
)

Payload: TypeAlias = dict[str, Any]
Laid: TypeAlias = Callable[[Sequence[str]], list[Payload]]
"""How the texts of blocks stand under each other."""

COMPONENTS_V2: Final = 1 << 15
"""Message flag: the message is its components, without content or embeds."""
CONTAINER: Final = 17
TEXT_DISPLAY: Final = 10
SEPARATOR: Final = 14

PAGED: Final = 32
"""Documents whose pages are remembered."""
TITLE_AT_A_GLANCE: Final = 70
"""Characters of a title that may be set large; a longer one would fill half a phone."""

# A backslash before any character that is neither letter, digit nor blank makes it plain for Discord's parser. A colon
# before a blank is only a colon; any other may begin `:emoji:` or stand in `https://…`, a link nobody asked for. `<`
# opens mentions, timestamps and custom emoji; `@` so that `@everyone` does not even light up (pings are off as well).
_MARKS = re.compile(r"[\\*_~|`\[\]<@:](?!(?<=:)\s)")
_LINE_START = re.compile(r"^(#{1,6}|-|\+|>|\d+(?=[.)]))")
_URL = re.compile(r"https?://[^\s<>\\]+")
_ADDRESS = re.compile(r"(https?://[^\s<>\\]*[^\s<>\\.,;:!?)\]'\"])")


def render(document: Document, key: str = "", most: int = COMPONENTS.value) -> Payload:
    """One message. It keeps Discord's limits if `keeps_limits(document)`; `parts` sees to that.

    Topics are cards under the title, one container each. A brief of more than `most` components has its blocks (those
    of a card, if it has cards) in one text. `key` is the delivery's key: the first container carries `marker(key)` as
    its component id, by which `find` knows the message again (a nonce cannot be read back).
    """
    told = _told(document)
    payload = _payload(told, key, _apart)
    if component_count(payload) > most:
        payload = _payload(told, key, lambda texts: [_text("\n\n".join(texts))])
    return payload


def parts(document: Document) -> tuple[Document, ...]:
    """The document cut into messages that each keep Discord's limits."""
    return fitting.split(document, keeps_limits)


def pages(document: Document) -> tuple[Document, ...]:
    """A private answer in pages that each leave room for the rows of buttons under them. Remembered: who turns a page
    has the same document in hand again."""
    return _pages(Itself(document))


@lru_cache(maxsize=PAGED)
def _pages(same: Itself) -> tuple[Document, ...]:
    return fitting.split(same.document, lambda page: keeps_limits(page, COMPONENTS.value - ACTION_COMPONENTS))


def answer_parts(document: Document) -> tuple[Document, ...]:
    """An answer for a channel: at most `SHARED_PARTS` messages, the last saying how much more there was."""
    return fitting.split_at_most(
        document, lambda part: keeps_limits(part, COMPONENTS.value - ACTION_COMPONENTS), SHARED_PARTS
    )


def keeps_limits(document: Document, components: int = COMPONENTS.value) -> bool:
    """Whether the document is one message with room to spare, of so many components at most."""
    return fits(render(document, most=components), components)


def fits(payload: Payload, components: int = COMPONENTS.value) -> bool:
    """Whether Discord takes the message, with room to spare."""
    return text_units(payload) <= TEXT.value * FILL and component_count(payload) <= components


def texts(payload: Payload) -> Iterator[str]:
    """The contents of the TextDisplays in reading order."""
    for component in payload.get("components", ()):
        if component["type"] == TEXT_DISPLAY:
            yield component["content"]
        yield from texts(component)


def text_units(payload: Payload) -> int:
    """Characters over all TextDisplays, counted in the stricter way."""
    return sum(units(text) for text in texts(payload))


def component_count(payload: Payload) -> int:
    """Components of the message, nested ones counted."""
    return sum(1 + component_count(component) for component in payload.get("components", ()))


def marker(key: str) -> int:
    """The component id that stands for a delivery key: 31 bits, never 0, which Discord takes for "none given"."""
    return int.from_bytes(sha256(key.encode()).digest()[:8]) % COMPONENT_ID.value + 1


def escape(text: str) -> str:
    """Text that Discord shows as it is: no markup, link, mention, timestamp or emoji comes of it."""
    return _MARKS.sub(_plain, unbroken(inert(text)))


def _plain(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}"


def _line_start(text: str) -> str:
    """Undo what a character means at the start of a line: headings, lists, quotes, small print."""
    text = text.strip()
    return _LINE_START.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", text)


def _text(content: str) -> Payload:
    return {"type": TEXT_DISPLAY, "content": content}


class _Told(NamedTuple):
    """The texts of a document, by where they stand; none of them is empty. `calls` is a mention."""

    calls: list[str]
    title: list[str]
    topics: list[list[str]]
    rest: list[str]
    tail: list[str]


def _told(document: Document) -> _Told:
    topics, rest = emphasis.topics(document.blocks)
    return _Told(
        [f"<@&{document.calls}>"] if document.calls.isdecimal() else [],
        [text for text in (_title(document.title),) if text],
        [_body(topic) for topic in topics],
        _body(rest),
        [text for text in _tail(document) if text],
    )


def _payload(told: _Told, key: str, laid: Laid) -> Payload:
    called, title = ([_text(text) for text in texts] for texts in (told.calls, told.title))
    body, tail = _laid(told.rest, laid), _apart(told.tail)
    if told.topics:
        cards: list[Payload] = [
            {"type": CONTAINER, "components": _laid(topic, laid) or [_text("…")]} for topic in told.topics
        ]
        components = [*called, *title, *cards, *body, *tail]
    else:
        rule = [_separator(divider=True)] if (title or body) and tail else []
        cards = [{"type": CONTAINER, "components": [*title, *body, *rule, *tail] or [_text("…")]}]
        components = [*called, *cards]
    if key:
        cards[0]["id"] = marker(key)
    return {"flags": COMPONENTS_V2, "components": components}


def _laid(texts: Sequence[str], laid: Laid) -> list[Payload]:
    return laid(texts) if texts else []


def _apart(texts: Sequence[str]) -> list[Payload]:
    """Texts with room between them. A blank line would not do: clients swallow it after a list."""
    return [part for text in texts for part in (_separator(divider=False), _text(text))][1:]


def _separator(*, divider: bool) -> Payload:
    return {"type": SEPARATOR, "divider": divider, "spacing": 1}


def _title(title: str) -> str:
    shown = clip(inert(title), TITLE_UNITS)
    mark = "##" if units(shown) <= TITLE_AT_A_GLANCE else "###"
    shown = _line_start(escape(shown))
    return f"{mark} {shown}" if shown else ""


def _body(blocks: Sequence[Block]) -> list[str]:
    """The text of each block that has any; a heading stands in one text with the block under it."""
    groups = emphasis.together(blocks)
    return [shown for group in groups if (shown := "\n".join(text for block in group if (text := _block(block))))]


def _block(block: Block) -> str:
    match block:
        case Heading(phrase, topic=True):
            words = _line_start(escape(phrase.text))
            return f"### {words}" if words else ""
        case Heading(phrase):
            words, aside = (escape(text).strip() for text in emphasis.heading(phrase.text))
            return f"**{words}** {aside}".rstrip() if words else ""
        case Paragraph(lines):
            return _line_start(" ".join(_line(line.inlines) for line in lines))
        case Bullets(lines):
            return "\n".join(_point(inlines) for inlines in emphasis.points(lines))
        case Table(columns, rows):
            names = [escape(column.text).strip() for column in columns]
            gap = " – " if emphasis.one_line(block) else "\n  "
            return "\n".join(_row(names, row, gap) for row in rows)
        case _:
            assert_never(block)


def _point(inlines: Sequence[Inline]) -> str:
    head, *hanging = emphasis.branches(inlines)
    return "\n".join([f"- {_line_start(_line(head))}", *(f"  - {_line_start(_line(piece))}" for piece in hanging)])


def _row(columns: Sequence[str], row: Row, gap: str) -> str:
    """A row as one point of a list: nothing scrolls sideways, and a screen reader hears column before cell. A row too
    long to take in at a glance has a point for each cell."""
    label = escape(row.label.text).strip()
    cells = [f"{name}: {_line(cell.inlines).strip()}" for name, cell in zip(columns, row.cells, strict=True)]
    head = f"- **{label}**" if label else "-"
    if emphasis.at_a_glance(row):
        return f"{head if label else '- –'}{gap}{_line_start('; '.join(cells))}"
    return "\n".join([head if label else "- –", *(f"  - {_line_start(cell)}" for cell in cells)])


def _line(line: Sequence[Inline]) -> str:
    inlines = _merged(line)
    starts = [inline.text[:1] for inline in inlines] + [""]
    return "".join(_inline(inline, starts[n + 1]) for n, inline in enumerate(inlines))


def _merged(inlines: Sequence[Inline]) -> list[Inline]:
    """Neighbours of one kind as one: `**a****b**` is not two bold words, and `http:` beside `//x` is a link."""
    merged: list[Inline] = []
    for raw in inlines:
        text = inert(raw.text)
        inline = raw if text == raw.text else replace(raw, text=text)
        last = merged[-1] if merged else None
        if last is not None and type(inline) is type(last) and not isinstance(inline, Link):
            merged[-1] = replace(last, text=last.text + inline.text)
        elif inline.text:
            merged.append(inline)
    return merged


def _inline(inline: Inline, after: str) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case Strong(text):
            return _wrapped(escape(text), "**")
        case Em(text):
            # `_so_` ends an emphasis only before something that is not part of a word.
            return escape(text) if after.isalnum() or after == "_" else _wrapped(escape(text), "_")
        case Link(text, url):
            return _link(text, url)
        case _:
            assert_never(inline)


def _wrapped(text: str, mark: str) -> str:
    """The mark around the words, blanks left outside: `* so*` is not emphasis."""
    words = text.strip()
    if not words:
        return text
    before, _, after = text.partition(words)
    return f"{before}{mark}{words}{mark}{after}"


def _link(text: str, url: str) -> str:
    """A masked link in `<…>`, so that no preview unfolds; plain words where the address or the words would break it."""
    address = url.replace("(", "%28").replace(")", "%29")
    words = escape(text)
    if not _URL.fullmatch(address) or not words.strip() or "[" in text or "]" in text:
        return words
    if text == url:
        return f"<{url}>"
    return f"[{words}](<{address}>)"


def _tail(document: Document) -> Iterator[str]:
    """Footer with one source a line, then the line to paste, all small."""
    footer = _line_start(escape(document.footer))
    notes = [_note(note) for note in document.sources]
    yield "\n".join(f"-# {line}" for line in (footer, *notes) if line)
    paste = _line_start(_with_addresses(inert(document.paste)))
    yield f"-# {paste}" if paste else ""


def _note(note: SourceNote) -> str:
    return f"\\[{note.number}\\] {_link(inert(note.text), note.url)}"


def _with_addresses(text: str) -> str:
    """The line to paste is ours, so its addresses may open: `<https://…>` is shown without the brackets."""
    parts = _ADDRESS.split(text)
    return "".join(f"<{part}>" if odd % 2 else escape(part) for odd, part in enumerate(parts))
