"""What a position leaves out, counted: how many records are held beside those told, and how to see them."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.codebook import Length
from briefs.document import Block, Clause, Paragraph, lines_of
from briefs.newest import Traced, held_beside
from briefs.wording.pen import Pen, Slot


def more(
    pen: Pen, actor: str, issue: str | None, traced: Traced, told: Iterable[Block], length: Length, name: Slot
) -> tuple[Block, ...]:
    """Nothing where the position is whole, or only a line was asked for. `issue` is the one asked for, if any; `name`
    is what the actor is called."""
    if traced.whole or length is Length.LINE:
        return ()
    lines = (line for block in told for line in lines_of(block))
    cited = {cite for line in lines if isinstance(line, Clause) for cite in line.cites}
    n, query, slots = held_beside(pen.archive, actor, issue, cited), f"query:records?actor={actor}", {"actor": name}
    if issue:
        query += f"&issue={issue}"
        slots["issue"] = Slot(pen.archive.register.issues[issue].title, "query")
    clause = pen.clause("position-more-on" if issue else "position-more", [query], slots, n=n)
    return (Paragraph((clause, pen.phrase("position-older" if issue else "position-others"))),) if n else ()
