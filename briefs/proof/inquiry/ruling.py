"""What an inquiry says of one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Proved by the ordinary prover, contradicted by a record, or neither."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNPROVABLE = "unprovable"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line's verdict. `cites` are what it rests on, or the records that say otherwise; `why` is for a reader."""

    text: str
    verdict: Verdict
    cites: tuple[str, ...] = ()
    why: str = ""
