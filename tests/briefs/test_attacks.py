"""Sentences written to deceive: `tests/attacks.yaml` against `dateline prove`, and against the prover with cites given.

The file is written by hand, with English in mind and not the code. What it holds under `truths` keeps the test
honest: a prover that refuses everything fails it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, islice
from pathlib import Path

import pytest
import yaml

from bot.proving import subjects_of
from briefs.archive import Archive
from briefs.naming import Names
from briefs.proof import FooterNote, Sentence, Submission, load_skeletons
from briefs.proof.engine import objections, step
from briefs.proof.inquiry import Ruling, Verdict, inquire
from briefs.rollcalls.matrix import numbers_of
from tests.archives import imported, odd, shipped, wavering
from tests.briefs.thinning import every

FILE = Path(__file__).parents[1] / "attacks.yaml"
BLIND = FILE.with_name("attacks-blind.yaml")
"""Kind → sentences, by somebody who had not read the prover."""
SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SKELETONS = load_skeletons("en")
TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file."""

    text: str
    kind: str = ""
    why: str = ""
    subject: str = ""
    beside: str = ""
    """The invented voting file that is held beside what is shipped."""
    as_of: date = TODAY
    before: tuple[str, ...] = ()
    refuted: bool = False


@cache
def lines(part: str) -> tuple[Line, ...]:
    entries = yaml.load(FILE.read_text(encoding="utf-8"), Loader=SAFE)[part]
    return tuple(Line(**{**entry, "before": tuple(entry.get("before", ()))}) for entry in entries)


@cache
def names() -> Names:
    return Names.of(shipped().register, ())


FILES = {"": shipped, "imported": imported, "odd": odd, "wavering": wavering}


@cache
def held(beside: str, as_of: date) -> Archive:
    return FILES[beside]().as_of(as_of)


def rule(line: Line) -> Ruling:
    subject = subjects_of((line.subject,) if line.subject else (), names(), ())
    told = (*line.before, line.text)
    rulings = tuple(inquire(told, held(line.beside, line.as_of), line.as_of, subject, SKELETONS))
    assert len(rulings) == len(told)
    assert all(ruling.verdict is Verdict.PROVED for ruling in rulings[:-1])
    return rulings[-1]


def test_the_file_is_large_and_varied() -> None:
    assert len(lines("attacks")) >= 350
    assert len(lines("truths")) >= 60
    assert len({line.kind for line in lines("attacks")}) >= 30
    told = Counter(
        (line.text, line.subject, line.as_of, line.beside, line.before)
        for part in ("truths", "attacks")
        for line in lines(part)
    )
    assert [text for text, n in told.items() if n > 1] == []
    assert all(line.why and line.kind for line in lines("attacks"))


@pytest.mark.parametrize("line", lines("truths"), ids=lambda line: line.text[:40])
def test_a_true_sentence_is_proved(line: Line) -> None:
    ruling = rule(line)
    assert ruling.verdict is Verdict.PROVED, ruling.why


@pytest.mark.parametrize("line", lines("attacks"), ids=lambda line: f"{line.kind}: {line.text[:30]}")
def test_a_false_sentence_is_not_proved_and_is_refuted_where_a_record_says_otherwise(line: Line) -> None:
    ruling = rule(line)
    assert ruling.verdict is (Verdict.REFUTED if line.refuted else Verdict.UNPROVABLE), ruling.why


def test_no_false_sentence_is_proved_with_any_cites_somebody_might_give() -> None:
    """As a brief that holds it alone, with each record, each two, and all roll calls at once. Of the pairs one in six
    is given, other ones to each sentence; `make mutants` gives all."""
    survivors = []
    for place, line in enumerate(lines("attacks")):
        archive = held(line.beside, line.as_of)
        subject = subjects_of((line.subject,) if line.subject else (), names(), ())
        given = cites_given(archive, place)
        survivors += [(line.text, cites) for cites in given if proved(line, archive, subject, cites)]
    assert survivors == []


def cites_given(archive: Archive, place: int) -> Iterator[tuple[str, ...]]:
    calls, rolls = [call.id for call in archive.votes], archive.rolls
    file = ["un-votes"] if archive.imported else []
    records = [*(event.id for event in archive.published), *calls, *file, *map(rolls.id_of, numbers_of(rolls.filed))]
    yield from ((record,) for record in records)
    step = every(10)
    yield from islice(combinations(records, 2), place % step, None, step)
    yield (*calls, *file)


def proved(line: Line, archive: Archive, subject: tuple[str, ...], cites: tuple[str, ...]) -> bool:
    """Whether no objection is to the sentence itself."""
    notes = (FooterNote(1, "", "", cites),)
    submission = Submission("", (Sentence(line.text, cites),), "", notes, "", line.as_of, subject)
    return all(objection.sentence != line.text for objection in objections(submission, archive, SKELETONS, step))


# --- by somebody who had not read the prover ----------------------------------------------------------------------


@cache
def blind() -> dict[str, list[str]]:
    return yaml.load(BLIND.read_text(encoding="utf-8"), Loader=SAFE)  # type: ignore[no-any-return]


def test_the_blind_file_is_large_and_varied() -> None:
    told = [text for texts in blind().values() for text in texts]
    assert len(told) == len(set(told)) >= 380
    assert len(blind()) >= 20


def taken(text: str, subject: tuple[str, ...]) -> bool:
    """Whether every line of this text, as a draft of its own, is proved."""
    told = [line for line in text.split("\n") if line.strip()]
    rulings = list(inquire(told, held("", TODAY), TODAY, subject, SKELETONS))
    assert len(rulings) == len(told)
    return all(ruling.verdict is Verdict.PROVED for ruling in rulings)


def test_the_blind_file_holds_the_characters_and_lines_it_means() -> None:
    told = [text for texts in blind().values() for text in texts]
    assert [text for text in told if re.search(r"\\(?:n|u|x)", text)] == []
    assert sum("\n" in text for text in told) >= 11
    assert sum(not char.isprintable() and char != "\n" for text in told for char in text) >= 10


@pytest.mark.parametrize("subject", [(), ("KHM", "ukraine-war")], ids=["alone", "about Cambodia and the war"])
@pytest.mark.parametrize("kind", sorted(blind()))
def test_no_text_of_an_adversary_who_had_not_read_the_prover_is_proved(kind: str, subject: tuple[str, ...]) -> None:
    assert [text for text in blind()[kind] if taken(text, subject)] == []
