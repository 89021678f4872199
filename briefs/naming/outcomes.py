"""The three ways looking for a name can end. They are values: not finding somebody is no error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one bears that name."""

    id: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several bear that name: their ids in the order of the register. The asker must choose.

    There is one id only where the others are no actors ("Georgia"); `beside` then names the notice that tells of them.
    `more` is how many further ones fit that are not among the ids.
    """

    ids: tuple[str, ...]
    beside: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody bears that name. At most five ids that look like it, likeliest first; perhaps none."""

    suggestions: tuple[str, ...] = ()


Finding: TypeAlias = Found | Ambiguous | Unknown


def finding(ids: tuple[str, ...]) -> Found | Ambiguous:
    """One id is found, several are asked back. `ids` must not be empty."""
    return Found(ids[0]) if len(ids) == 1 else Ambiguous(ids)
