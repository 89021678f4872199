"""A document as the key of a cache: itself, not one that says the same. Its clauses have no hash, and comparing all its
words would cost what is saved.
"""

from __future__ import annotations

from briefs.document import Document


class Itself:
    """One document, by identity."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.document is self.document
