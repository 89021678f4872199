"""A reply as the JSON that `--json` prints: outcome, day, words, every claim with its cites, every source. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from adapters.contract import Reply
from briefs.archive import Archive
from briefs.days import read_day
from briefs.document import Document
from briefs.plain import plain
from briefs.records import Source


def as_json(reply: Reply, archive: Archive, as_of: str | None, today: date) -> str:
    """The reply on one page of JSON. `as_of` is what was asked for, for replies that bear no day of their own; `known`
    stands in it where that was asked for."""
    document = reply.document
    asked = read_day(as_of, today) if as_of else today
    day = document.as_of or (asked if isinstance(asked, date) else today)
    shown = {
        "outcome": reply.outcome.value,
        "as_of": day.isoformat(),
        **({"known": document.known.isoformat()} if document.known else {}),
        "text": plain(document),
        "clauses": [{"text": clause.said, "cites": list(clause.cites)} for clause in document.clauses()],
        "sources": [
            {
                "id": source.id,
                "publisher": source.publisher,
                "published": source.published.isoformat(),
                "url": source.url,
                "licence": source.licence,
            }
            for source in sources_of(document, archive)
        ],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def sources_of(document: Document, archive: Archive) -> Iterator[Source]:
    """The sources in the footer, in its order, each once."""
    seen: set[str] = set()
    for record in (record for note in document.sources for record in note.records):
        if archive.holds(record):
            source = archive.source_of(record)
            if source.id not in seen:
                seen.add(source.id)
                yield source
