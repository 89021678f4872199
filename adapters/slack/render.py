"""Document → the fields of one Slack message. Pure: no Slack library, no network, no clock.

Form. The blocks are a header, *rich text*, a table and a context of sources. A text element of rich text is shown as it
stands, so `*stars*`, `<!channel>`, `@here` and `:emoji:` in a brief are only characters, and nothing has to be escaped
or changed to keep them so; cells of a table are the same. Slack's own markup (mrkdwn) has no escape for `*` and `_`: it
is used for the links of the sources alone, which Slack sets small only so, and only where no word of theirs could act.
A table whose rows are short is Slack's table; longer rows are points, a cell under its column.

The top-level `text` carries the same words in the same order (`briefs.plain`): notifications show it, and screen
readers read nothing else. There the three characters that open Slack's control sequences are escaped, and markup is
switched off.

`parts` cuts a document by what `fits`; `client` sends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any, Final, TypeAlias, assert_never
from urllib.parse import quote

from adapters import emphasis
from adapters.fitting import fit, split
from adapters.inert import clip, inert, unbroken, units
from adapters.itself import Itself
from adapters.slack import limits
from briefs.document import Block, Bullets, Document, Em, Heading, Inline, Line, Link, Paragraph, Strong, Table, Text
from briefs.plain import plain, plain_source

Node: TypeAlias = dict[str, Any]
LINE_BREAK: Final[Node] = {"type": "text", "text": "\n"}
REMEMBERED: Final = 256
"""Documents whose payload is remembered: measured and then shown, paged and then leafed through, asked for again."""
EMPTY = "–"
"""Shown for a document or a cell with no words at all: Slack refuses both."""
CORNER = "·"
"""Above the labels of a table, where Slack wants a cell, too."""
_ACTING: Final = re.compile(r"[*_~`|<>]|:\S+:|^\s*[-•>]|[@#]\w")
"""What Slack could take for markup, an emoji or a name somewhere; generous, for nothing is lost by it."""


def render(document: Document, *, tables: bool = True) -> dict[str, Any]:
    """The document as `text`, `blocks` and the switches that keep its words inert. Assumes that it `fits`.

    `tables` are Slack's in messages only; a window has none, and there every table is a list.
    """
    return {**render_text(document), "blocks": blocks(document, tables=tables)}


def render_text(document: Document) -> dict[str, Any]:
    """The same words without blocks: what is sent once when Slack refuses the blocks."""
    return {
        "text": words(document) or EMPTY,
        "mrkdwn": False,
        "parse": "none",
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def parts(document: Document) -> tuple[Document, ...]:
    """The document as messages that each keep Slack's limits; a title or footer that would fill one is clipped."""
    title, footer = clip(document.title, limits.LABEL.value), clip(document.footer, limits.LABEL.value)
    return split(replace(document, title=title, footer=footer), fits)


def pages(document: Document) -> tuple[Document, ...]:
    """A private answer in pages that each leave room for the buttons under them."""
    return _pages(Itself(document))


@lru_cache(maxsize=REMEMBERED)
def _pages(same: Itself) -> tuple[Document, ...]:
    document = same.document
    title, footer = clip(document.title, limits.LABEL.value), clip(document.footer, limits.LABEL.value)
    if (title, footer) != (document.title, document.footer):
        document = replace(document, title=title, footer=footer)
    return split(document, _fits_with_buttons)


def answer_parts(document: Document) -> tuple[Document, ...]:
    """An answer for a channel: no more messages than a press may send, the last saying how much more there was."""
    shown = pages(document)
    if len(shown) < limits.ANSWERS.value:
        return shown
    kept = shown[: limits.ANSWERS.value - 1]
    return pages(fit(document, lambda shorter: len(pages(shorter)) < limits.ANSWERS.value, about=kept))


def fits(document: Document, spare_blocks: int = 0, spare_payload: int = 0) -> bool:
    """Whether the document keeps every limit as one message, with room to spare where that is wanted."""
    if units(words(document)) > limits.TEXT.value:
        return False
    shown = blocks(document)
    return len(shown) <= limits.BLOCKS.value - spare_blocks and packed(shown) <= limits.PAYLOAD.value - spare_payload


def packed(shown: object) -> int:
    """How much of a payload this is: characters of compact JSON."""
    return len(json.dumps(shown, ensure_ascii=False, separators=(",", ":")))


def _fits_with_buttons(document: Document) -> bool:
    return fits(document, limits.ACTION_BLOCKS.value, limits.ACTION_PAYLOAD.value)


def words(document: Document) -> str:
    """The whole document as Slack's `text`: the words of `briefs.plain`, line by line, inert and escaped."""
    return _words(Itself(document))


@lru_cache(maxsize=REMEMBERED)
def _words(same: Itself) -> str:
    return "\n".join(escape(unbroken(inert(line))) for line in plain(same.document).split("\n"))


def escape(text: str) -> str:
    """The only three escapes Slack knows, in the only place that makes them.

    https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def address_of(link: Link) -> str | None:
    """The link's address, safe inside any Slack message; None where it is no web address or too long to be one."""
    if not link.url.startswith(("https://", "http://")):
        return None
    url = quote(link.url, safe="!#$%&'()*+,/:;=?@[]~")  # leaves what is encoded already; takes | < > and blanks
    return url if len(url) <= limits.URL.value else None


def blocks(document: Document, *, tables: bool = True) -> list[Node]:
    """Title, blocks, sources, then the line to paste: always at least one block. Nobody changes what is within."""
    return list(_blocks(Itself(document), tables))


@lru_cache(maxsize=REMEMBERED)
def _blocks(same: Itself, tables: bool) -> tuple[Node, ...]:
    document = same.document
    body = [*_title(document.title), *_body(document.blocks, gridded=not tables)]
    tail = [*_sources(document), *_riches([_paste(document.paste)])]
    shown = [*body, *([{"type": "divider"}] if body and tail else []), *tail]
    return tuple(shown or [_rich([_section(_texts(EMPTY))])])


def _title(title: str) -> list[Node]:
    shown = unbroken(inert(title)).strip()
    if not shown:
        return []
    if units(shown) <= limits.HEADER.value:
        return [{"type": "header", "text": {"type": "plain_text", "text": shown, "emoji": False}}]
    return [_rich([_section(_texts(title, bold=True))])]


def _body(blocks: Sequence[Block], *, gridded: bool) -> Iterator[Node]:
    """Each group of blocks as a rich text; the first table that reads well as one is one (Slack takes no second).
    `gridded`: one stands there already, or none may."""
    for group in emphasis.together(blocks):
        run: list[Node] = []
        for block in group:
            rows = emphasis.grid(block) if isinstance(block, Table) and not gridded else 0
            if isinstance(block, Table) and 0 < rows < limits.TABLE_ROWS.value:
                yield from _riches([run])
                yield _grid(block, rows)
                run, gridded = _table(replace(block, rows=block.rows[rows:])), True
            else:
                run += _block(block)
        yield from _riches([run])


def _block(block: Block) -> list[Node]:
    """One block as the elements of a rich text block."""
    match block:
        case Heading(phrase):
            words, aside = emphasis.heading(phrase.text)
            return [_section([*_texts(words, bold=True), *_texts(f" {aside}" if aside else "")])]
        case Paragraph(lines):
            return [_section(_run(lines))]
        case Bullets(lines):
            return _points([point for inlines in emphasis.points(lines) for point in _branches(inlines)])
        case Table():
            return _table(block)
        case _:
            assert_never(block)


def _branches(inlines: Sequence[Inline]) -> Iterator[tuple[int, list[Node]]]:
    """A point, and one level deeper what hangs from it."""
    for place, piece in enumerate(emphasis.branches(inlines)):
        yield min(place, 1), _inlines(piece)


def _table(table: Table) -> list[Node]:
    """Rows one under the other (older clients show no tables), each a point: the label, then each cell by its column.
    A row too long to take in at a glance has a point for each cell."""
    gap = _texts(" – ") if emphasis.one_line(table) else [LINE_BREAK]
    points: list[tuple[int, list[Node]]] = []
    for row in table.rows:
        cells = [
            [*_texts(f"{column.text}: "), *_inlines(cell.inlines)]
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        label = _texts(row.label.text, bold=True)
        if emphasis.at_a_glance(row):
            points.append((0, [*label, *(gap if label and cells else []), *_between(cells, _texts("; "))]))
        elif cells and emphasis.is_number(row):
            points += [(0, [*label, *_texts(" – "), *cells[0]]), *((1, cell) for cell in cells[1:])]
        else:
            points += [(0, label), *((1, cell) for cell in cells)]
    return _points(points)


def _grid(table: Table, rows: int) -> Node:
    """The first rows as Slack's table, a row of names above them."""
    names = [_cell(_texts(CORNER)), *(_cell(_texts(column.text, bold=True)) for column in table.columns)]
    shown = [
        [_cell(_texts(row.label.text, bold=True)), *(_cell(_inlines(cell.inlines)) for cell in row.cells)]
        for row in table.rows[:rows]
    ]
    wrapped: list[Node] = [{"is_wrapped": True} for _ in names]
    return {"type": "table", "rows": [names, *shown], "column_settings": wrapped}


def _cell(elements: list[Node]) -> Node:
    """A cell: bare characters where they could be nothing else, for they are a third as long."""
    shown = elements or _texts(EMPTY)
    bare = len(shown) == 1 and set(shown[0]) == {"type", "text"} and not _ACTING.search(shown[0]["text"])
    return {"type": "raw_text", "text": shown[0]["text"]} if bare else _rich([_section(shown)])


def _points(points: Iterable[tuple[int, list[Node]]]) -> list[Node]:
    """Points of a list with how deep each stands; a list of Slack is of one depth."""
    runs = groupby(points, key=lambda point: point[0])
    return [element for indent, run in runs for element in _bullets([point for _, point in run], indent)]


def _sources(document: Document) -> list[Node]:
    """The footer, then each source on a line of its own, as a link on its own words: small, beneath the brief."""
    notes = [Link(plain_source(note), note.url) for note in document.sources]
    lines = [_marked_up(note) for note in notes]
    words = "\n".join(filter(None, (escape(inert(document.footer)), *lines)))
    texts = (document.footer, *(note.text for note in notes))
    if any(_ACTING.search(inert(text)) for text in texts) or not 0 < units(words) <= limits.CONTEXT_TEXT.value:
        return _riches([[_section(_between([_texts(document.footer), *map(_inline, notes)], [LINE_BREAK]))]])
    return [{"type": "context", "elements": [{"type": "mrkdwn", "text": words, "verbatim": True}]}]


def _marked_up(link: Link) -> str:
    url, words = address_of(link), escape(inert(link.text))
    return words if url is None else f"<{escape(url)}|{words}>"


def _paste(paste: str) -> list[Node]:
    return [{"type": "rich_text_preformatted", "elements": _texts(paste)}]


def _run(lines: Sequence[Line]) -> list[Node]:
    """Sentences one after the other, a blank between them."""
    return _between([_inlines(line.inlines) for line in lines], _texts(" "))


def _between(runs: Iterable[list[Node]], gap: list[Node]) -> list[Node]:
    """The runs that hold anything, one after the other with the gap between them."""
    return [node for run in runs if run for node in (*gap, *run)][len(gap) :]


def _inlines(inlines: Iterable[Inline]) -> list[Node]:
    return [node for inline in inlines for node in _inline(inline)]


def _inline(inline: Inline) -> list[Node]:
    match inline:
        case Text(text):
            return _texts(text)
        case Strong(text):
            return _texts(text, bold=True)
        case Em(text):
            return _texts(text, italic=True)
        case Link(text):
            url = address_of(inline)
            return _texts(text) if url is None else [{**node, "type": "link", "url": url} for node in _texts(text)]
        case _:
            assert_never(inline)


def _texts(text: str, **style: bool) -> list[Node]:
    """Characters as they stand: one element, or several where they are more than one may hold."""
    shown, most = unbroken(inert(text)), limits.SECTION_TEXT.value // 2  # a character is at most two units
    step = len(shown) if units(shown) <= limits.SECTION_TEXT.value else most
    dressed: Node = {"style": style} if style else {}
    return [{"type": "text", "text": shown[at : at + step], **dressed} for at in range(0, len(shown), step or 1)]


def _section(elements: list[Node]) -> Node:
    return {"type": "rich_text_section", "elements": elements}


def _bullets(points: list[list[Node]], indent: int = 0) -> list[Node]:
    sections = [section for point in points if (section := _section(point))["elements"]]
    deep: Node = {"indent": indent} if indent else {}
    return [{"type": "rich_text_list", "style": "bullet", **deep, "elements": sections}] if sections else []


def _riches(runs: Iterable[list[Node]]) -> list[Node]:
    return [rich for run in runs if (rich := _rich(run))["elements"]]


def _rich(elements: list[Node]) -> Node:
    return {"type": "rich_text", "elements": [element for element in elements if element["elements"]]}
