"""What a falsehood is made of: a true sentence with its line of the list, and the words and contexts met so far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.archive import Archive
from briefs.proof.case import Brief, Focus
from briefs.proof.lexicon import lexicon_of
from briefs.proof.skeletons import Skeleton
from briefs.proof.submission import Sentence, Submission
from tests.knockouts.nearly import Line

FEW = 8
"""Other values of one field that are tried."""


@dataclass(frozen=True)
class Instance:
    """A true sentence: where it stands and the line of the list that reads it."""

    archive: str
    line: Line
    skeleton: Skeleton
    host: Skeleton | None = None
    """Of a phrase: the line it stands in."""

    def words(self) -> dict[str, str] | None:
        return spelt(self.skeleton, self.text, self.host)

    @property
    def text(self) -> str:
        return self.line.sentence.text


@dataclass
class Stock:
    """What true sentences are made of: the words of each kind of slot, and what was established before them."""

    words: dict[str, dict[str, None]] = field(default_factory=dict)
    foci: dict[str, dict[Focus, None]] = field(default_factory=dict)
    subjects: dict[str, dict[tuple[str, ...], None]] = field(default_factory=dict)
    queries: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True)
class Falsehood:
    """One falsehood: what was done, and the sentence as it stands now."""

    how: str
    line: Line


def spelt(skeleton: Skeleton, text: str, host: Skeleton | None = None) -> dict[str, str] | None:
    """Slot → its words; what stands before the line (a run-in, a lead) under "_", after a phrase under "_after"."""
    if host is not None:
        return _within(skeleton, host, text)
    found = re.fullmatch(f"(?P<_>(?:.*?[.:] )??){_pattern(skeleton)}", text, re.DOTALL)
    return None if found is None else {**found.groupdict(), "_after": ""}


def _within(phrase: Skeleton, host: Skeleton, text: str) -> dict[str, str] | None:
    """The phrase where its line has it."""
    found = re.fullmatch(f"(?P<_>(?:.*?[.:] )??){_pattern(host)}", text, re.DOTALL)
    for slot in host.slots if found is not None else ():
        inner = re.fullmatch(f"(?P<_>.*?){_pattern(phrase)}", found[slot.name], re.DOTALL) if found else None
        if slot.type.startswith("deed") and inner is not None and found is not None:
            said = inner.groupdict()
            before = text[: found.start(slot.name)] + said["_"]
            return {**said, "_": before, "_after": text[found.end(slot.name) :]}
    return None


def _pattern(skeleton: Skeleton) -> str:
    return "".join(
        re.escape(part) if isinstance(part, str) else f"(?P<{part.name}>{SHAPES.get(part.type, '.+?')})"
        for part in skeleton.parts
    )


_DAY = r"\d+ \w+ \d{4}"
SHAPES = {
    "rowless": r"(?:\. In the other .*?)?", "share_rest": "(?:(?:,| and) (?:voted|abstained|did).*?)?",
    "when": "(?:on|in|no later than) .+?", "symbol": r"[A-Z]/[\w/-]+", "scope": "held(?: on this issue)?",
    "day": _DAY, "tday": _DAY, "date": r"\d+ \w+(?: \d{4})?", "tdate": r"\d+ \w+(?: \d{4})?",
    "int": r"[\d,]+", "number": r"[\d,]+", "pronoun": r"it|they|he|she|[A-Z].+?",
    "did_on": "voted in favour of|voted against|abstained on|did not vote on",
    "had_on": "had voted in favour of|had voted against|had abstained on",
}  # fmt: skip
"""Slots that may hold nothing, or whose words have one form: where lines are cut between two slots."""
EMPTY = frozenset({"rowless", "share_rest"})
"""Slots that may hold nothing."""


def written(skeleton: Skeleton, words: Mapping[str, str]) -> str:
    parts = (part if isinstance(part, str) else words[part.name] for part in skeleton.parts)
    return words.get("_", "") + "".join(parts) + words.get("_after", "")


def with_sentence(line: Line, text: str | None = None, cites: tuple[str, ...] | None = None) -> Line:
    old = line.sentence
    sentence = Sentence(old.text if text is None else text, old.cites if cites is None else cites)
    note = replace(line.note, text=sentence.text) if line.note else None
    return replace(_said(line, old, sentence), sentence=sentence, note=note)


def _said(line: Line, old: Sentence, new: Sentence) -> Line:
    """In a brief that says the new sentence where it said the old one; counts already made hold for it too."""
    submission = line.brief.submission
    if old not in submission.sentences:
        return line
    sentences = tuple(new if sentence is old else sentence for sentence in submission.sentences)
    brief = Brief(replace(submission, sentences=sentences), line.brief.archive, line.brief.lexicon)
    brief.counted.update(line.brief.counted)
    return replace(line, brief=brief)


def rebriefed(line: Line, archive: Archive | None = None, submission: Submission | None = None) -> Line:
    submission, archive = submission or line.brief.submission, archive or line.brief.archive
    return replace(line, brief=Brief(submission, archive, lexicon_of(archive.register)))


def short(value: object) -> str:
    return str(getattr(value, "value", value))[:80]
