"""What the language tests have to know of each language beside English: a line here is part of adding one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.tongues import rows_of

VOTES = ("position", "timeline", "vote", "voters", "compare", "count", "digest", "desk", "history")
WITH_ACTS = (*VOTES, "acts", "listed")
"""Kinds of questions of a language that tells every act of articles too, and these side by side."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language under test."""

    foreign: re.Pattern[str]
    """English words that no brief in it may hold outside quotation marks."""
    quoted: re.Pattern[str]
    """What stands between its quotation marks."""
    instead: str
    """The English line that an answer is not told in it yet."""
    unmet: frozenset[str] = frozenset()
    """Messages that no question of the corpus brings forth, and why is said where they are named."""
    own: frozenset[str] = frozenset({"language"})
    """Messages that English has not."""
    split: frozenset[str] = frozenset({"phrase.language"})
    """Signed sentences that English has not under that name: one of its sentences that agrees, told apart."""
    same_name: frozenset[str] = frozenset()
    """Actors whose name of other years is their usual one of today in that language."""
    step: int = 6
    """One in so many questions of kinds with many is told in the quick suite."""
    kinds: tuple[str, ...] = VOTES
    """Kinds of questions it answers; others are answered in English."""
    full_stop: str = "."

    @property
    def whole(self) -> bool:
        """Whether it has words for every English sentence: then nothing shipped is told in English instead."""
        return set(WITH_ACTS) <= set(self.kinds)


ENGLISH_WORDS = re.compile(r"\b(?:voted|abstained|the|in favour|held|members|roll calls?|of)\b")
RUN_INS = frozenset({"run-day", "run-day-before", "run-not-earlier", "run-undated"})
"""Told before a sentence, never as one."""

TONGUES: Mapping[str, Tongue] = {
    "fr": Tongue(
        foreign=ENGLISH_WORDS,
        quoted=re.compile(r"« .*? »"),
        instead="This answer is not told in French yet.",
        unmet=RUN_INS,
        split=frozenset({"phrase.language", "voters.all.one", "voters.bloc.one", "digest.shift.day"}),
        kinds=WITH_ACTS,
        same_name=frozenset({"BOL", "EGY", "KHM", "SYR", "PSE", "SRB"}),
    ),
    "es": Tongue(
        foreign=ENGLISH_WORDS,
        quoted=re.compile(r"«.*?»"),
        instead="This answer is not told in Spanish yet.",
        unmet=RUN_INS,
        split=frozenset({"phrase.language", "voters.all.one", "voters.bloc.one", "digest.shift.day"}),
        same_name=frozenset({"BOL", "EGY", "KHM", "SYR", "PSE", "SRB"}),
        kinds=WITH_ACTS,
    ),
    "km": Tongue(
        foreign=ENGLISH_WORDS,
        quoted=re.compile(r"«.*?»"),
        instead="This answer is not told in Khmer yet.",
        unmet=RUN_INS,
        same_name=frozenset({"BOL", "EGY", "KHM", "SYR", "PSE", "SRB"}),
        kinds=tuple(kind for kind in WITH_ACTS if kind != "count"),
        full_stop="។",
    ),
}

UNTOLD_IN_KHMER: Mapping[str, frozenset[str]] = {
    command: frozenset(ids.split())
    for command, ids in rows_of(Path(__file__).with_name("untold.km.tsv").read_text("utf-8"))
}
"""Command → the English sentences that it alone tells and that have no Khmer ones."""
