"""Whether the source says so: every `ev` and quote looked up in the archived text, where that text is at hand.

Texts are recognised by their SHA-256 and not by their names. What cannot be looked up is counted, never passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefs.reading import FileContent, Problem
from briefs.reading.content import Step
from briefs.reading.problems import shown
from briefs.records import EventRecord, Evidence, Quote, Source

MOST_BYTES = 20_000_000
"""Larger files are no article: not hashed."""

_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})
"""Signs that differ between copies of one article (a reprint curls its quotation marks)."""


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """`checked` strings stand where they should or have a problem; `not_checked` have no text at hand.

    `found` gives record id and key ("ev.0", "quotes.q1") → half-open offsets in code points of the decoded text.
    """

    problems: tuple[Problem, ...] = ()
    checked: int = 0
    not_checked: int = 0
    found: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)


def check_evidence(contents: Sequence[FileContent], sources_dir: Path | None) -> EvidenceReport:
    """Look up every exact string of the files' events in the texts of `sources_dir` (None: nothing is at hand)."""
    wanted = {source.sha256 for content in contents for source in content.sources if source.sha256}
    texts = _texts(sources_dir, wanted) if sources_dir and wanted else {}
    problems: list[Problem] = []
    found: dict[tuple[str, str], tuple[int, int]] = {}
    checked = not_checked = 0
    for content, event, source in _events(contents):
        text = texts.get(source.sha256 or "") if source else None
        for key, steps, exact in _strings(event):
            if text is None:
                not_checked += 1
                continue
            checked += 1
            at = _offsets(text, exact.text)
            fault = _fault(text, exact, at)
            if fault:
                problems.append(content.problem(*fault, *content.steps[event.id], *steps))
            else:
                begin = at[(exact.n or 1) - 1]
                found[event.id, key] = (begin, begin + len(exact.text))
    return EvidenceReport(tuple(problems), checked, not_checked, found)


def _events(contents: Sequence[FileContent]) -> Iterator[tuple[FileContent, EventRecord, Source | None]]:
    for content in contents:
        by_id = {source.id: source for source in content.sources}
        for event in content.events:
            yield content, event, by_id.get(event.source)


def _strings(event: EventRecord) -> Iterator[tuple[str, tuple[Step, ...], Evidence | Quote]]:
    for number, evidence in enumerate(event.evidence):
        yield f"ev.{number}", ("ev", number), evidence
    for quote in event.quotes:
        yield f"quotes.{quote.key}", ("quotes", quote.key), quote


def _texts(folder: Path, wanted: set[str]) -> dict[str, str]:
    """Hash → decoded text, for the wanted files found; a source that is no UTF-8 text is not at hand."""
    texts: dict[str, str] = {}
    for path in _files(folder):
        if len(texts) == len(wanted):
            break
        try:
            raw = path.read_bytes()
            digest = hashlib.sha256(raw).hexdigest()
            if digest in wanted:
                texts[digest] = raw.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    return texts


def _files(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.rglob("*")):
        try:
            if path.is_file() and path.stat().st_size <= MOST_BYTES:
                yield path
        except OSError:
            continue


def _offsets(text: str, exact: str) -> list[int]:
    """Where the string begins, each time it stands there, overlaps included."""
    at, found = text.find(exact), []
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def _fault(text: str, exact: Evidence | Quote, at: Sequence[int]) -> tuple[str, str, str] | None:
    if not at:
        return "not-in-source", f"{shown(exact.text)} is not in the source", _why_not(text, exact.text)
    if exact.n is not None and exact.n > len(at):
        what = f"n is {exact.n}, but the source has {shown(exact.text)} {len(at)} times"
        return "not-in-source", what, "correct `n:`"
    if exact.n is None and len(at) > 1:
        what = f"{shown(exact.text)} is in the source {len(at)} times"
        return "not-unique", what, "write {text: …, n: 1} for the first, or take a longer string"
    return None


def _why_not(text: str, exact: str) -> str:
    if " ".join(exact.translate(_ALIKE).split()) in " ".join(text.translate(_ALIKE).split()):
        return "the source has other quotation marks, dashes or spaces: copy them"
    if exact.casefold() in text.casefold():
        return "the source has other capitals: copy them"
    return "copy it from the archived text"
