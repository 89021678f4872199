"""What the prover is handed and what it says: text and cites in, objections out.

Nothing here knows how the text came about; `engine` reads it again from its characters alone. C1–C12 are the rules of
the brief's contract (docs/proof.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Sentence:
    """One claim; a table cell comes as "Row · Column: cell". Without cites it is a service phrase that claims nothing.

    Cites are full record ids, `query:…` for silence (`queries`), `register:ID` for facts that stand in the register.
    """

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FooterNote:
    """One numbered source; `records` are the cited records that stand in it."""

    number: int
    text: str
    url: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """A finished brief in reading order.

    `subject` holds what was asked for: actor ids, a measure id or a full event id, issue ids, or "digest".
    """

    title: str
    sentences: tuple[Sentence, ...]
    footer: str
    notes: tuple[FooterNote, ...]
    paste: str
    as_of: date
    subject: tuple[str, ...]
    known: datetime | None = None
    """The instant (aware) by which all of it had been recorded, where that was asked for."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a brief is withheld: the rule broken (C1–C12), the sentence, and what could not be proved."""

    rule: str
    sentence: str
    why: str
