"""A sentence with its evidence: plain characters, and cites that are held, published and early enough (C2, C7, C10)."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date
from functools import lru_cache

from briefs.history import Revision
from briefs.proof.case import REGISTER, REVISION, Brief, Case, Focus, cite_kind
from briefs.proof.queries import BadQueryError, read_query
from briefs.proof.submission import Objection, Sentence
from briefs.records import EventRecord, RollCall
from briefs.rollcalls.imported import FILE_ID

KEPT = 4096
"""Texts whose characters are remembered as plain: lines about votes come back in every brief."""


@lru_cache(maxsize=KEPT)
def strange_character(text: str) -> str | None:
    """The first control, format, private or unassigned character, or one that normalising (NFC) would change."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return None
    if not unicodedata.is_normalized("NFC", text):
        return next((c for c in text if unicodedata.combining(c)), text[0])
    return next((c for c in text if unicodedata.category(c)[0] == "C" or unicodedata.category(c) in ("Zl", "Zp")), None)


def case_of(brief: Brief, focus: Focus, sentence: Sentence) -> Case | Objection:
    """The sentence with its evidence looked up; an objection where a cite is unknown, withdrawn or too late."""
    events: dict[str, EventRecord] = {}
    calls: dict[str, RollCall] = {}
    queries, registers, revisions = {}, [], {}
    if len(set(sentence.cites)) < len(sentence.cites):
        return Objection("C10", sentence.text, "a cite stands twice")
    for cite in sentence.cites:
        kind = cite_kind(cite)
        if kind == "query":
            try:
                queries[cite] = read_query(cite)
            except BadQueryError as error:
                return Objection("C9", sentence.text, str(error))
        elif kind == "register":
            if cite.removeprefix(REGISTER) not in brief.archive.register.actors:
                return Objection("C10", sentence.text, f"{cite} is no register entry")
            registers.append(cite)
        elif kind == "revision":
            revision = revision_of(brief, cite)
            if revision is None:
                return Objection("C10", sentence.text, f"{cite} is no revision that this archive had recorded")
            revisions[cite] = revision
        else:
            why = _cite_record(brief, cite, events, calls)
            if why:
                return Objection(*why[:1], sentence.text, why[1])
    files = frozenset({FILE_ID}) & frozenset(sentence.cites)
    return Case(
        brief, focus, sentence.text, events, calls, queries, tuple(registers), revisions, files, brief.submission.notes
    )


def revision_of(brief: Brief, cite: str) -> Revision | None:
    """`revision:RECORD@INSTANT`, where it had been recorded by the instant the brief is asked for."""
    record, _, instant = cite.removeprefix(REVISION).rpartition("@")
    history, known = brief.archive.history, brief.submission.known
    for revision in history.revisions_of(record) if history else ():
        if revision.at.astimezone(UTC).isoformat() == instant and (known is None or revision.at <= known):
            return revision
    return None


def _cite_record(
    brief: Brief, cite: str, events: dict[str, EventRecord], calls: dict[str, RollCall]
) -> tuple[str, str] | None:
    """Put the record among the evidence, or say which rule forbids it and why."""
    archive, as_of = brief.archive, brief.submission.as_of
    if cite in archive.events:
        events[cite] = archive.events[cite]
        happened: date = events[cite].date.first or events[cite].date.last
        if cite not in brief.standing:
            return "C7", f"{cite} is unpublished or has been corrected"
    elif cite == FILE_ID and archive.holds(cite):
        happened = archive.source_of(cite).published
    elif call := archive.call(cite):
        calls[cite] = call
        happened = call.date
    else:
        return "C10", f"{cite} is no record held as of {as_of.isoformat()}"
    if max(happened, archive.source_of(cite).published) > as_of:
        return "C7", f"{cite} had not happened and been published by {as_of.isoformat()}"
    return None
