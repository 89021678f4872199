"""Whose words a brief told last, and which: where "the statement" may stand for them.

It hears each clause as it is written. What one speaker reports in the same source goes on with his statement; other
words, even a second statement of his, take its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefs.archive import Archive
from briefs.codebook import SPEECH_ACTS, Act, Status
from briefs.records import EventRecord

SPOKEN = frozenset({"quote", "saying", "Speaker", "speaker", "claimant"})
"""Slots of sentences that tell words."""
STATING = frozenset({Act.STATEMENT, Act.EXPLAIN, Act.CALL, Act.DENY, Act.CORRECT, Act.RETRACT})
"""Acts that give a statement, also where its words are not told."""
COUNTING = ("figure", "digest-figure")
"""Sentences that tell what somebody counted."""


class Ear:
    """What was heard so far."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._voices: tuple[str, ...] = ()
        self._records: list[EventRecord] = []
        self.welcomes: set[str] = set()
        """Welcomes told as such of "the statement"."""

    def listen(self, message: str, slots: Iterable[str], cites: Iterable[str]) -> None:
        """One more sentence: its message, the names of its slots, what it rests on."""
        named = set(slots)
        events = [self._archive.events[cite] for cite in cites if cite in self._archive.events]
        if message.startswith(COUNTING):
            self.forget()
        if message == "on-file":
            return  # named, and not told
        if message == "welcomed-statement":
            self.welcomes.update(event.id for event in events)
        for event in events:
            if "askers" in named and event.asked_by:
                self._hear((event.asked_by.per,), event, reported=True)
            elif (SPOKEN & named and event.by and event.act is not Act.COSPONSOR) or event.act in STATING:
                self._hear(event.by, event, reported=event.act not in SPEECH_ACTS)

    def forget(self) -> None:
        """Another statement was named, or somebody's figure told: "the statement" would be that."""
        self._records = []

    def heard(self, words: EventRecord) -> bool:
        """Whether these words were told, and nobody's since."""
        return words.status is Status.DONE and any(record.id == words.id for record in self._records)

    def _hear(self, voices: tuple[str, ...], event: EventRecord, *, reported: bool) -> None:
        known = any(record.id == event.id for record in self._records)
        beside = reported and all(record.source == event.source for record in self._records)
        if set(voices) != set(self._voices) or not (known or beside):
            self._records = []
        self._voices = voices
        self._records.append(event)
