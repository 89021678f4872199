"""What issues are called in other languages than English, for `briefs.naming`: their titles and reviewed further names.

The tables hold both: a title under `issue`, further names under `issue.names`, parted by bars. An operator's own table
is asked before the shipped one. Nothing is told here; names only ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefs.records import Register
from briefs.tongues import ENGLISH, LANGUAGES, words_of

_BAR = " | "


@dataclass(frozen=True, slots=True)
class IssueNames:
    """Rows (language, id, name) of one register's issues, of each its title first. Tables are read when they are asked
    for: a question that names no issue costs nothing."""

    register: Register
    wordings: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict)
    """An operator's own, as `Archive` holds them."""

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        for language in LANGUAGES:
            if language != ENGLISH:
                words = {**words_of(language), **self.wordings.get(language, {})}
                for issue in self.register.issues.values():
                    for name in _names(words, issue.title):
                        yield language, issue.id, name


def _names(words: Mapping[tuple[str, str], str], title: str) -> Iterator[str]:
    own, further = words.get(("issue", title)), words.get(("issue.names", title))
    yield from (own,) if own else ()
    yield from further.split(_BAR) if further else ()
