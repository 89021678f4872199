"""A record's source and an actor's timeline: every sentence is met, proved, and refused once it is made false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

import pytest

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing, Ending
from briefs.codebook import Act, Length, VoteOption
from briefs.proof import load_skeletons, verify
from briefs.records import NamedList
from tests.archives import article, imported, shipped, specimens
from tests.briefs.mutation import same_meaning, thinned
from tests.briefs.refusing import refused
from tests.briefs.thinning import fewer

TODAY = date(2026, 11, 23)
SKELETONS = load_skeletons("en")


@cache
def kept() -> Archive:
    """Sources read on a day, a file with its hash, and an account that names who did not vote."""
    archive = imported()
    account = archive.events["voa/vote"]
    lists = {**account.named, VoteOption.ABSENT: NamedList(False, ("VEN",))}
    events = {key: event for key, event in article().events.items() if event.act is not Act.VOTE_HELD}
    events |= {account.id: replace(account, named=lists)}
    sources = {key: replace(source, retrieved=date(2025, 1, 2)) for key, source in archive.sources.items()}
    assert archive.imported is not None
    file = replace(archive.imported, source=replace(archive.imported.source, sha256="ab" * 32))
    return replace(archive, sources=sources, events=events, rollcalls={}, imported=file, view=None)


ARCHIVES = {"kept": kept, "article": article, "shipped": shipped, "specimens": specimens, "imported": imported}
STATES = ("KHM", "USA", "VEN", "JPN", "RUS", "NRU", "SSD", "CSK", "PSE")


def acting(archive: Archive) -> tuple[str, ...]:
    named = {a for e in archive.events.values() for a in (*e.by, *e.owner)}
    named |= {a for e in archive.events.values() for names in e.named.values() for a in names.of}
    named |= {a for e in archive.events.values() for claim in e.asserts for a in claim.of}
    return (*sorted(named), *STATES, "asean")


def asked_timelines(archive: Archive) -> Iterator[tuple[Briefing, tuple[str, ...]]]:
    for actor in acting(archive):
        for issue in (None, "ukraine-war", "palestine"):
            for length in Length:
                subject = ("timeline", actor, *((issue,) if issue else ()))
                yield briefing.timeline(archive, actor, issue, TODAY, length), subject


def asked_sources(archive: Archive) -> Iterator[tuple[Briefing, tuple[str, ...]]]:
    filed = [archive.rolls.id_of(n) for n in range(0, len(archive.rolls.matrix.ballots), 3)]
    for record in (*archive.events, *archive.rollcalls, *filed):
        for length in Length:
            call = archive.call(record)
            yield briefing.source(archive, record, TODAY, length), (record, call.measure) if call else (record,)


@cache
def answers(name: str) -> tuple[tuple[Briefing, tuple[str, ...]], ...]:
    return (*asked_timelines(ARCHIVES[name]()), *asked_sources(ARCHIVES[name]()))


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_timeline_and_source_is_proved(name: str) -> None:
    assert [made.reasons for made, _ in answers(name) if made.ending is Ending.WITHHELD] == []


def test_every_sentence_is_met() -> None:
    text = files("briefs.wording").joinpath("desk.en.ftl").read_text("utf-8")
    messages = set(re.findall(r"^((?:source|timeline)-[a-z-]+) =", text, re.MULTILINE)) - {"timeline-shifts"}
    met = {clause.template for name in ARCHIVES for made, _ in answers(name) for clause in made.document.clauses()}
    assert messages - met == set()


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_falsehood_in_them_is_refused(name: str) -> None:
    archive, passed = ARCHIVES[name]().as_of(TODAY), []
    for made, subject in answers(name)[:: 17 if name != "article" else 1]:
        brief = briefing.submission(made.document, TODAY, subject)
        if verify(brief, archive, SKELETONS):
            continue  # what was told instead, where nothing is held, is proved with another subject
        for mutant in thinned(brief, fewer(12)):
            if not refused(mutant.brief, archive, SKELETONS) and not same_meaning(mutant, brief):
                passed.append(f"{mutant.operator}: {mutant.place}")
    assert passed == []
