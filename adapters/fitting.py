"""A document and a limit → documents that keep the limit. Pure; it knows no platform, only a measure it is given.

`split` loses no word: it cuts between blocks, then between lines, and inside a line only when one alone is too long. A
topic that goes on in another message is named there again.
Every part carries the source notes its own claims cite, so that a claim is never parted from its source. `fit` makes
one document by dropping lines from the tail and says how many. The renderers of Discord and Slack measure and call it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias, assert_never

from briefs.document import (
    Block,
    Bullets,
    Clause,
    Document,
    Em,
    Heading,
    Inline,
    Line,
    Link,
    Paragraph,
    Phrase,
    Row,
    Strong,
    Table,
    Text,
    lines_of,
    say,
)
from briefs.wording.notices import word

Measure: TypeAlias = Callable[[Document], bool]
"""True if the document keeps the platform's limits as it stands."""

_WIDEST_MARK = " (99/99)"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some lines of one block (numbered `block`), with the headings before it that must not stand alone. `topic` is the
    one it stands under: where a message begins in the middle of it, it is named again."""

    block: int
    blocks: tuple[Block, ...]
    topic: Heading | None = None


def split(document: Document, measure: Measure) -> tuple[Document, ...]:
    """The document in parts that each keep the measure, numbered "(1/3)" in the title when there are several.

    Every part has the footer and the notes its claims cite; notes nothing cites and the line to paste end the last.
    """
    if measure(document):
        return (document,)
    *front, last = list(_filled(document, measure)) or [()]
    if not _fits(_end(document, last), measure):
        kept, moved = _last_block(last)  # the end should not stand alone
        together = bool(kept) and _fits(_end(document, moved), measure)
        front.append(kept if together else last)
        last = moved if together else ()
    parts = [part for blocks in front for part in _noted(_part(document, blocks), measure)]
    end = _end(document, last)
    if end.blocks or end.sources or end.paste or not parts:
        parts.extend(_noted(end, measure))
    return _numbered(document.title, parts)


def split_at_most(document: Document, measure: Measure, most: int) -> tuple[Document, ...]:
    """Like `split`, but never more than `most` parts: the last one then says how many lines more there were."""
    parts = split(document, measure)
    if len(parts) <= most:
        return parts
    kept = [replace(part, title=document.title) for part in parts[: most - 1]]
    rest = tuple(block for part in parts[most - 1 :] for block in part.blocks)
    last = fit(replace(document, blocks=rest), lambda shorter: _fits(shorter, measure), about=parts[most - 1 : most])
    return _numbered(document.title, [*kept, last])


def fit(document: Document, measure: Measure, about: Sequence[Document] = ()) -> Document:
    """The document itself, or as many of its first lines as keep the measure and "… n more": where it is known, `about`
    as many as these documents have."""
    if measure(document):
        return document
    pieces = list(_pieces(document))
    near = sum(1 for like in about for _ in _pieces(like))
    kept = _most(0, max(len(pieces) - 1, 0), lambda count: measure(_shortened(document, pieces, count)), near)
    return _shortened(document, pieces, kept)


def _shortened(document: Document, pieces: list[_Piece], kept: int) -> Document:
    more = Paragraph((say(word("more", document.language, count=len(pieces) - kept)),))
    return replace(_part(document, (*_together(pieces[:kept]), more)), paste=document.paste)


def _most(least: int, count: int, fits: Callable[[int], bool], near: int) -> int:
    """The largest number up to `count` that fits, at least `least`; what fits only ever gets worse with more. It is
    sought from `near` outwards in growing steps: each step renders a message."""
    low, high, at, step = least, count + 1, near, 1
    while high - low > 1:
        at = min(max(at, low + 1), high - 1)
        low, high = (at, high) if fits(at) else (low, at)
        at = low + step if high > count else high - step if low == least else (low + high) // 2
        step *= 2
    return low


def _filled(document: Document, measure: Measure) -> Iterator[tuple[Block, ...]]:
    """The blocks of each part: whole blocks where they fit, their lines where they do not."""
    left, near = list(_whole_blocks(document)), 1

    def fits(first: int, last: int) -> bool:
        return _fits(_part(document, _together(left[first:last])), measure)

    hopeless = not fits(0, 0)  # the title or footer alone is too long: cutting lines helps nobody
    while left:
        taken = _most(0, len(left), partial(fits, 0), near)
        while taken < len(left) and not hopeless:
            if taken and fits(taken, taken + 1):
                break
            smaller = _smaller(left[taken])  # what comes next is too long for any message
            if not smaller:
                break
            left[taken : taken + 1] = smaller
            taken = _most(taken, len(left), partial(fits, 0), taken + 1)
        near = taken = max(taken, 1)
        yield _together(left[:taken])
        del left[:taken]


def _together(pieces: Sequence[_Piece]) -> tuple[Block, ...]:
    """The blocks of these pieces; lines of one and the same block grow together again."""
    topic = pieces[0].topic if pieces else None
    blocks: tuple[Block, ...] = (topic,) if topic and topic not in pieces[0].blocks else ()
    for before, piece in zip([None, *pieces], pieces, strict=False):
        blocks = _joined(blocks, piece, same=before is not None and before.block == piece.block)
    return blocks


def _pieces(document: Document) -> Iterator[_Piece]:
    for whole in _whole_blocks(document):
        yield from _lines_apart(whole)


def _whole_blocks(document: Document) -> Iterator[_Piece]:
    """Each block with the headings before it; headings at the very end stand alone."""
    heads: tuple[Block, ...] = ()
    topic: Heading | None = None
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            heads = (*heads, block)
            topic = block if block.topic else topic
            continue
        told = any(isinstance(line, Clause) for line in lines_of(block))
        yield _Piece(number, (*heads, block), topic if told else None)
        heads = ()
    if heads:
        yield _Piece(len(document.blocks), heads)


def _lines_apart(piece: _Piece) -> Iterator[_Piece]:
    *heads, block = piece.blocks
    for line in _rows(block):
        yield _Piece(piece.block, (*heads, line), piece.topic)
        heads = []


def _rows(block: Block) -> Iterator[Block]:
    """The block as blocks of one line (or one table row) each."""
    match block:
        case Heading():
            yield block
        case Paragraph(lines):
            yield from (Paragraph((line,)) for line in lines)
        case Bullets(lines):
            yield from (Bullets((line,)) for line in lines)
        case Table(columns, rows):
            yield from (Table(columns, (row,)) for row in rows)
        case _:
            assert_never(block)


def _joined(blocks: tuple[Block, ...], piece: _Piece, *, same: bool) -> tuple[Block, ...]:
    """Append a piece, to the last block itself if both are lines of the `same`."""
    if not same or not blocks:
        return (*blocks, *piece.blocks)
    match blocks[-1], piece.blocks[0]:
        case Paragraph(first), Paragraph(more):
            return (*blocks[:-1], Paragraph((*first, *more)))
        case Bullets(first), Bullets(more):
            return (*blocks[:-1], Bullets((*first, *more)))
        case Table(columns, rows), Table(others, further) if columns == others:
            return (*blocks[:-1], Table(columns, (*rows, *further)))
        case _:
            return (*blocks, *piece.blocks)


def _smaller(piece: _Piece) -> Sequence[_Piece]:
    """The lines of a block, or the halves of a line; none if nothing is left to cut. No word is lost; each half keeps
    all the cites."""
    lines = list(_lines_apart(piece))
    if len(lines) > 1:
        return lines
    *heads, block = piece.blocks
    halves = _halved(block)
    if halves is None:
        return ()
    return _Piece(piece.block, (*heads, halves[0]), piece.topic), _Piece(piece.block, (halves[1],), piece.topic)


def _halved(block: Block) -> tuple[Block, Block] | None:
    """A block of one line as two; None if nothing is left to cut."""
    match block:
        case Heading(phrase):
            return _halved_line(phrase, lambda line: Paragraph((line,)))
        case Paragraph((line,)):
            return _halved_line(line, lambda half: Paragraph((half,)))
        case Bullets((line,)):
            return _halved_line(line, lambda half: Bullets((half,)))
        case Table(columns, (Row(label, cells),)) if len(columns) > 1:
            middle = len(columns) // 2
            left = Table(columns[:middle], (Row(label, cells[:middle]),))
            return left, Table(columns[middle:], (Row(label, cells[middle:]),))
        case Table((column,), (Row(label, (cell,)),)):
            return _halved_line(cell, lambda half: Table((column,), (Row(label, (half,)),)))
        case _:
            return None


def _halved_line(line: Line, wrap: Callable[[Line], Block]) -> tuple[Block, Block] | None:
    text = line.text
    if len(text) < 2:
        return None
    middle = len(text) // 2
    space = text.rfind(" ", 1, middle + 1)
    at = space + 1 if 0 < space < len(text) - 1 else middle
    left, right = _inlines_at(line.inlines, at)
    if isinstance(line, Clause):
        return wrap(replace(line, inlines=left)), wrap(replace(line, inlines=right))
    return wrap(Phrase(left)), wrap(Phrase(right))


def _inlines_at(inlines: tuple[Inline, ...], at: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    left: list[Inline] = []
    right: list[Inline] = []
    for inline in inlines:
        here, there = inline.text[:at], inline.text[at:]
        if here:
            left.append(_worded(inline, here))
        if there:
            right.append(_worded(inline, there))
        at = max(at - len(inline.text), 0)
    return tuple(left), tuple(right)


def _worded(inline: Inline, text: str) -> Inline:
    match inline:
        case Text() | Strong() | Em() | Link():
            return replace(inline, text=text)
        case _:
            assert_never(inline)


def _part(document: Document, blocks: tuple[Block, ...]) -> Document:
    """These blocks as a document of their own, with the notes they cite and no line to paste."""
    cited = {cite for block in blocks for line in lines_of(block) if isinstance(line, Clause) for cite in line.cites}
    notes = tuple(note for note in document.sources if not cited.isdisjoint(note.records))
    return replace(document, blocks=blocks, sources=notes, paste="")


def _end(document: Document, blocks: tuple[Block, ...]) -> Document:
    """These blocks as the last part: with the notes that nothing cites, and the line to paste."""
    part = _part(document, blocks)
    cited = {cite for clause in document.clauses() for cite in clause.cites}
    loose = tuple(note for note in document.sources if cited.isdisjoint(note.records))
    return replace(part, sources=part.sources + loose, paste=document.paste)


def _last_block(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What comes before the last block, and the last block with its headings."""
    at = max(len(blocks) - 1, 0)
    while at and isinstance(blocks[at - 1], Heading):
        at -= 1
    return blocks[:at], blocks[at:]


def _fits(part: Document, measure: Measure) -> bool:
    """Whether the part keeps the measure with its number in the title. Notes of one claim that are too many for any one
    message are not held against its text: `_noted` spreads them."""
    numbered = replace(part, title=part.title + _WIDEST_MARK)
    if measure(numbered):
        return True
    if not _of_one_claim(part):
        return False
    notes_alone = replace(numbered, blocks=())
    return not measure(notes_alone) and measure(replace(numbered, sources=()))


def _of_one_claim(part: Document) -> bool:
    """Whether one claim cites all the notes that any claim of the part cites."""
    noted: dict[str, set[int]] = {}
    for note in part.sources:
        for record in note.records:
            noted.setdefault(record, set()).add(note.number)
    cited = [{number for cite in clause.cites for number in noted.get(cite, ())} for clause in part.clauses()]
    return not cited or max(cited, key=len) == set().union(*cited)


def _noted(part: Document, measure: Measure) -> Iterator[Document]:
    """The part; if one line cites more sources than a message holds, the other notes follow in parts of their own."""
    numbered = replace(part, title=part.title + _WIDEST_MARK)
    every = len(part.sources)
    held = _most(0, every, lambda count: measure(replace(numbered, sources=part.sources[:count])), near=every)
    yield replace(part, sources=part.sources[:held])
    rest = part.sources[held:]
    if rest and (held or part.blocks):
        yield from _noted(replace(part, blocks=(), sources=rest, paste=""), measure)


def _numbered(title: str, parts: list[Document]) -> tuple[Document, ...]:
    if len(parts) < 2:
        return tuple(parts)
    return tuple(replace(part, title=f"{title} ({n}/{len(parts)})") for n, part in enumerate(parts, 1))
