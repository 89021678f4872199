"""What `make mutants` found, as the table in docs/proof.md: by language, then by kind of mutant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "proof.md"
BEGIN = "<!-- From here to the next mark written by `make mutants`. -->\n"
END = "<!-- Written by `make mutants` to here. -->\n"
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "km": "Khmer"}


class Outcome(Enum):
    """What became of a mutant, or of a true brief."""

    REFUSED = "refused"
    SAME = "says the same"
    SURVIVED = "survived"
    TOLD = "told"
    STOPPED = "stopped though true"
    LONG = "told in a sentence that is too long"


BAD = (Outcome.SURVIVED, Outcome.STOPPED, Outcome.LONG)
"""What fails the run."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One mutant, or one true brief (its kind is empty)."""

    language: str
    kind: str
    outcome: Outcome
    said: str


class Table:
    """Counts of what was tried."""

    def __init__(self) -> None:
        self._found: Counter[tuple[str, str, Outcome]] = Counter()

    def add(self, tried: Tried) -> None:
        self._found[tried.language, tried.kind, tried.outcome] += 1

    def count(self, outcome: Outcome, *, language: str | None = None, kind: str | None = None) -> int:
        return sum(
            n
            for (told, made, became), n in self._found.items()
            if became is outcome and language in (None, told) and kind in (None, made)
        )

    @property
    def failed(self) -> bool:
        return any(self.count(outcome) for outcome in BAD)

    def text(self, day: str, minutes: int, mutants: int, archives: int) -> str:
        """Both tables with their heading; the last row of each is the sum."""
        languages = [language for language in LANGUAGES if any(told == language for told, _, _ in self._found)]
        kinds = sorted({kind for _, kind, _ in self._found if kind})
        heads = " | ".join(LANGUAGES[language] for language in languages)
        return "\n".join((
            f"`make mutants` on {day}: {minutes} minutes, up to {mutants:,} mutants a brief, {archives:,} archives.",
            "",
            "| language | true briefs | stopped | mutants | refused | say the same | survived |",
            "|---|---|---|---|---|---|---|",
            *(f"| {LANGUAGES[language]} | {self._row(language)} |" for language in languages),
            f"| all | {self._row(None)} |",
            "",
            f"| kind of mutant | {heads} | refused | say the same | survived |",
            f"|---|{'---|' * (len(languages) + 3)}",
            *(f"| {kind} | {self._kind(kind, languages)} |" for kind in kinds),
            "",
        ))  # fmt: skip

    def _row(self, language: str | None) -> str:
        told = sum(self.count(outcome, language=language) for outcome in (Outcome.TOLD, Outcome.LONG))
        stopped = self.count(Outcome.STOPPED, language=language)
        ends = [self.count(o, language=language) for o in (Outcome.REFUSED, Outcome.SAME, Outcome.SURVIVED)]
        return " | ".join(f"{n:,}" for n in (told + stopped, stopped, sum(ends), *ends))

    def _kind(self, kind: str, languages: list[str]) -> str:
        ends = (Outcome.REFUSED, Outcome.SAME, Outcome.SURVIVED)
        made = [sum(self.count(o, language=language, kind=kind) for o in ends) for language in languages]
        became = [self.count(o, kind=kind) for o in ends]
        return " | ".join(f"{n:,}" if n else "" for n in made) + " | " + " | ".join(f"{n:,}" for n in became)


def written(text: str, page: str) -> str:
    """The page with that table between its marks."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}{text}{END}{tail}"


def write(text: str) -> None:
    PAGE.write_text(written(text, PAGE.read_text("utf-8")), "utf-8")
