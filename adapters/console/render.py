"""Document → text for a terminal. Pure: a width and whether to colour go in, characters come out.

Same words in the same order as `briefs.plain`; only line breaks, padding and, if asked for, colour are added. What
could steer a terminal (control characters, direction marks) is taken out by `adapters.inert`. Tables are aligned grids
where they fit, else rows of "column: cell". Nothing is ever cut. `client` prints the result.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias, assert_never

from adapters import emphasis
from adapters.inert import inert, joins, unbroken
from briefs.document import (
    Block,
    Bullets,
    Document,
    Em,
    Heading,
    Inline,
    Line,
    Link,
    Paragraph,
    Row,
    SourceNote,
    Strong,
    Table,
    Text,
)
from briefs.wording.notices import as_of
from briefs.wording.notices import word as service_word

WIDTH = 80
NARROWEST = 24
"""Below this a terminal is treated as if it were this wide."""
WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""
_LEAST_COLUMN = 10
_LEAST_ALIGNED = 40
_WIDEST_LABEL = 32
_GAP = 2

# ECMA-48 "Select Graphic Rendition": attributes alone, so that the terminal's own colours stay readable.
_SGR = {"strong": "1", "quiet": "2", "em": "3", "link": "4"}

Glyph: TypeAlias = tuple[str, str]
"""One character and its style ("" for none)."""
Word: TypeAlias = list[Glyph]


def render(document: Document, width: int = WIDTH, *, colour: bool = False, grids: bool = True) -> str:
    """The document as lines of at most `width` cells, ending in a line break. Without `grids` every table is told row
    by row, in the order of `briefs.plain`: what a terminal that is read aloud wants.

    Addresses and the line to paste are never broken, since a broken one cannot be followed or pasted.
    """
    width = min(max(width, NARROWEST), WIDEST)
    parts = [_head(document, width)]
    for group in emphasis.together(document.blocks):
        parts.append([line for block in group for line in _block(block, width, grids)])
    parts += [_tail(document, width), [_glyphs(inert(document.paste), "quiet")] if document.paste else []]
    shown = [[_coloured(line) if colour else _bare(line) for line in part] for part in parts if part]
    return "\n\n".join("\n".join(part) for part in shown) + "\n" if shown else ""


def cells(text: str) -> int:
    """How many columns a terminal gives the text: two for wide East Asian letters, none for marks and joiners."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _head(document: Document, width: int) -> list[list[Glyph]]:
    """The title on the left, the day it answers for on the right, or under it where there is no room."""
    lines = list(_wrapped(_words([Strong(document.title)]), width))
    if document.as_of is None:
        return lines
    day = _glyphs(as_of(document.as_of, document.language), "quiet")
    if lines and _length(lines[-1]) + _GAP + _length(day) <= width:
        return [*lines[:-1], lines[-1] + _blank(width - _length(lines[-1]) - _length(day)) + day]
    return [*lines, day]


def _block(block: Block, width: int, grids: bool) -> Iterator[list[Glyph]]:
    match block:
        case Heading(phrase):
            words, aside = emphasis.heading(phrase.text)
            yield from _wrapped(_words([Strong(words), Text(f" {aside}" if aside else "")]), width)
        case Paragraph(lines):
            yield from _wrapped([word for line in lines for word in _words(line.inlines)], width)
        case Bullets(lines):
            yield from _bullets(lines, width)
        case Table():
            yield from (grids and _grid(block, width)) or _rows(block, width)
        case _:
            assert_never(block)


def _bullets(lines: Sequence[Line], width: int) -> Iterator[list[Glyph]]:
    """One point a line, hanging; points that all begin with a label have what follows it in one column."""
    points = emphasis.points(lines)
    labels = [_label(inlines) for inlines in points]
    column = max(map(cells, labels), default=0) + 1
    aligned = len(lines) > 1 and all(labels) and width - column >= _LEAST_ALIGNED and column <= _WIDEST_LABEL
    for inlines, label in zip(points, labels, strict=True):
        head, *hanging = emphasis.branches(inlines)
        words = _words(head)
        pad = column - 1 - cells(label) if aligned else 0
        hang = 2 + column if aligned else 2
        count = len(label.strip().split(" ")) if aligned else 0
        first = [*_glyphs("• ", "quiet"), *(_joined(words[:count]) + _blank(1 + pad) if count else [])]
        yield from _hanging(first, words[count:], width, hang)
        for piece in hanging:
            yield from _hanging(_blank(4), _words(piece), width, 6)


def _label(inlines: Sequence[Inline]) -> str:
    """The strong label a point begins with and its colon; "" where it has none."""
    first, rest = inlines[0] if inlines else Text(""), "".join(inline.text for inline in inlines[1:2])
    return f"{inert(first.text)}:" if isinstance(first, Strong) and rest.startswith(": ") else ""


def _hanging(first: list[Glyph], words: list[Word], width: int, hang: int) -> Iterator[list[Glyph]]:
    """`first`, then the words, wrapped with `hang` blank cells before every further line."""
    lines = list(_wrapped(words, width - hang)) or [[]]
    yield first + lines[0]
    yield from (_blank(hang) + line for line in lines[1:])


def _grid(table: Table, width: int) -> list[list[Glyph]]:
    """The table as columns side by side, cells wrapped inside them; nothing where that is too narrow to read."""
    head = [[], *(_words([Strong(column.text)]) for column in table.columns)]
    body = [[_words([Strong(row.label.text)]), *(_words(cell.inlines) for cell in row.cells)] for row in table.rows]
    widths = _column_widths([head, *body], width)
    if widths is None:
        return []
    rule = _glyphs("─" * (sum(widths) + _GAP * (len(widths) - 1)), "quiet")
    return [*_grid_row(head, widths), rule, *(line for row in body for line in _grid_row(row, widths))]


def _column_widths(rows: list[list[list[Word]]], width: int) -> list[int] | None:
    """Widths that hold every word whole, narrowed where that costs the fewest lines, widest columns first; None where
    there is no room for that."""
    columns = list(zip(*rows, strict=True))
    widths = [max(_length(_joined(cell)) for cell in column) for column in columns]
    least = [
        min(full, max(_LEAST_COLUMN, *(_length(word) for cell in column for word in cell), 0))
        for full, column in zip(widths, columns, strict=True)
    ]
    room = width - _GAP * (len(columns) - 1)
    if sum(least) > room:
        return None

    @cache
    def heights(column: int, width: int) -> list[int]:
        return [_lines_of([_length(word) for word in cell], width) for cell in columns[column]]

    def cost(tried: list[int]) -> tuple[int, int]:
        each = zip(*(heights(column, width) for column, width in enumerate(tried)), strict=True)
        return sum(map(max, each)), max(tried)

    widths = [min(full, room) for full in widths]
    while sum(widths) > room:
        narrow = [n for n, width in enumerate(widths) if width > least[n]]
        widths = min(([w - (i == n) for i, w in enumerate(widths)] for n in narrow), key=cost)
    return widths


def _lines_of(words: list[int], width: int) -> int:
    lines, used = 0, width
    for word in words:
        fits = used + 1 + word <= width
        lines, used = (lines, used + 1 + word) if fits else (lines + 1, word)
    return lines


def _grid_row(row: list[list[Word]], widths: list[int]) -> Iterator[list[Glyph]]:
    columns = [list(_wrapped(cell, width)) for cell, width in zip(row, widths, strict=True)]
    for i in range(max(map(len, columns), default=0)):
        line: list[Glyph] = []
        for column, width in zip(columns, widths, strict=True):
            part = column[i] if i < len(column) else []
            line += part + _blank(width - _length(part) + _GAP)
        yield _trimmed(line)


def _rows(table: Table, width: int) -> Iterator[list[Glyph]]:
    """The table a row at a time: the label, then each cell after its column's name."""
    names = [column.text for column in table.columns]
    for row in table.rows:
        yield from _row(names, row, width)


def _row(names: Sequence[str], row: Row, width: int) -> Iterator[list[Glyph]]:
    yield from _wrapped(_words([Strong(row.label.text)]), width)
    for name, cell in zip(names, row.cells, strict=True):
        yield from _hanging(_blank(2), [*_words([Text(f"{name}:")]), *_words(cell.inlines)], width, 4)


def _tail(document: Document, width: int) -> list[list[Glyph]]:
    """The footer, then each source on a line of its own with its address."""
    label = document.footer or (service_word("sources", document.language) if document.sources else "")
    lines = list(_wrapped(_words([Text(label)], "quiet"), width))
    mark = max((len(str(note.number)) for note in document.sources), default=0) + 3
    for note in document.sources:
        lines += _source(note, mark, width)
    return lines


def _source(note: SourceNote, mark: int, width: int) -> Iterator[list[Glyph]]:
    first = _glyphs(f"[{note.number}]".ljust(mark), "quiet")
    *lines, last = _hanging(first, _words([Text(note.text)]), width, mark)
    yield from lines
    address = _glyphs(inert(note.url).replace(" ", "%20"), "link")
    if not address:
        yield last
    elif _length(last) + _GAP + _length(address) <= width:
        yield last + _blank(_GAP) + address
    else:
        yield last
        yield _blank(mark) + address


def _words(inlines: Iterable[Inline], style: str = "") -> list[Word]:
    """Inlines as words of styled characters; a word may change its style within itself."""
    words: list[Word] = [[]]
    for inline in inlines:
        first, *others = unbroken(inert(inline.text)).split(" ")
        words[-1] += _glyphs(first, style or _style(inline))
        words += [_glyphs(word, style or _style(inline)) for word in others]
    return [word for word in words if word]


def _style(inline: Inline) -> str:
    match inline:
        case Text():
            return ""
        case Strong():
            return "strong"
        case Em():
            return "em"
        case Link():
            return "link"
        case _:
            assert_never(inline)


def _wrapped(words: list[Word], width: int) -> Iterator[list[Glyph]]:
    """Lines of whole words; a word longer than a line is broken, an address never."""
    line: list[Glyph] = []
    used = -1
    for word in words:
        for piece in _pieces(word, width):
            length = _length(piece)
            if line and used + 1 + length > width:
                yield line
                line, used = [], -1
            line += [*_space(line, piece), *piece]
            used += 1 + length
    if line:
        yield line


def _space(line: list[Glyph], piece: Word) -> list[Glyph]:
    """The blank between two words, none before the first: styled only inside one run of the same style."""
    return [(" ", piece[0][1] if line[-1][1] == piece[0][1] else "")] if line else []


def _pieces(word: Word, width: int) -> Iterator[Word]:
    if _length(word) <= width or "".join(c for c, _ in word[:8]).startswith(("http://", "https://")):
        yield word
        return
    piece: Word = []
    used = 0
    for cluster in _clusters(word):
        length = _length(cluster)
        if piece and used + length > width:
            yield piece
            piece, used = [], 0
        piece += cluster
        used += length
    yield piece


def _clusters(word: Word) -> Iterator[Word]:
    """Letters with the marks and the letters under them: what no line break may part."""
    cluster: Word = []
    for glyph in word:
        if cluster and not joins(cluster[-1][0], glyph[0]):
            yield cluster
            cluster = []
        cluster.append(glyph)
    yield cluster


def _joined(words: Iterable[Word]) -> list[Glyph]:
    line: list[Glyph] = []
    for word in words:
        line += [*_space(line, word), *word]
    return line


def _glyphs(text: str, style: str) -> list[Glyph]:
    return [(character, style) for character in text]


def _blank(count: int) -> list[Glyph]:
    return [(" ", "")] * count


def _trimmed(line: list[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1][0] == " ":
        end -= 1
    return line[:end]


def _length(line: Sequence[Glyph]) -> int:
    return cells("".join(character for character, _ in line))


def _bare(line: list[Glyph]) -> str:
    return "".join(character for character, _ in line).rstrip()


def _coloured(line: list[Glyph]) -> str:
    """The line with a code before each run of a style and a reset after it."""
    shown, current = "", ""
    for character, style in _trimmed(line):
        if style != current:
            shown += ("\x1b[0m" if current else "") + (f"\x1b[{_SGR[style]}m" if style else "")
            current = style
        shown += character
    return shown + ("\x1b[0m" if current else "")
