"""A bound question → the rows of its answer, for `--csv`. It chooses; `briefs.rows` selects, `bot.as_csv` writes.

Rows hold everything behind an answer, whatever its length: all roll calls on an issue, not the ten shown. A command
that is not named here exports the records its answer cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.asked import Asked
from briefs import movements, rows, silences
from briefs.archive import Archive
from briefs.document import Document
from briefs.rows import Row


def rows_of(archive: Archive, asked: Asked, document: Document, today: date) -> Iterator[Row]:
    """The rows behind an answer, as of the day asked for."""
    held = archive.as_of(asked.as_of or today)
    match asked.command.name:
        case "position":
            yield from rows.votes(held, asked.actors, asked.issue)
            yield from rows.acts(held, asked.actors[0], asked.issue)
        case "compare":
            yield from rows.votes(held, asked.actors, asked.issue)
            for actor in asked.actors:
                yield from rows.acts(held, actor, asked.issue)
        case "bloc":
            yield from rows.votes(held, asked.actors, asked.issue)
        case "shifts":
            start = asked.since or movements.since_when(held, asked.issue)
            yield from rows.shifts(held, asked.issue, start) if start else ()
        case "vote" | "voters":
            bloc = asked.actors[0] if asked.actors else None
            yield from rows.members(held, _text(held, asked), bloc, asked.option)
        case "event":
            yield from rows.members(held, _text(held, asked))
            yield from rows.cited(held, (cite for cite in _cites(document) if cite in held.events))
        case "digest":
            day = asked.day or today - timedelta(days=1)
            yield from rows.day(archive.as_of(day + timedelta(days=1)), day)
        case _:
            yield from rows.cited(held, _cites(document))


def _text(archive: Archive, asked: Asked) -> str:
    """The text asked for, by its id or by a record on it; the file's own where it alone holds the roll call."""
    call = archive.call(asked.about or "")
    measure = call.measure if call else archive.measure_about(asked.about) or ""
    return silences.called(archive, measure) or measure


def _cites(document: Document) -> Iterator[str]:
    return (cite for clause in document.clauses() for cite in clause.cites)
