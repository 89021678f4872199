"""Archives drawn at random beside the shipped register: events of any act in anybody's hands, and roll calls; around
them other offices and memberships, a voting file, a history (`random_settings`).

The product's own reading and assembling decides what is legal: a record that assembly refuses is left out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeAlias

from hypothesis import strategies as st

from briefs import briefing
from briefs.archive import Archive
from briefs.briefing import Briefing
from briefs.codebook import Length, VoteOption
from briefs.digests import Filter
from briefs.records import Tally
from tests.archives import invented_call
from tests.briefs.random_settings import BEGUN, HOUR, SETTINGS, Setting, settled
from tests.briefs.test_every_form_of_every_act import ACTS, CHAINS, DATES, DAY, HANDS, ISSUE, OBJECTS, STAGES, held

TODAY = date(2024, 5, 7)
CHANGED = ("changes", BEGUN.date().isoformat())
HELD = "un-es-11-1"
DAYS = (*DATES, "2024-05-05", "2024-05-04", "2022-03-02")
EXTRAS = (
    "", "role: draft", "role: added", "asked_by: {of: [JPN, FRA], per: hun-sen}", "complete: false",
    "figures: {boats: {n: 90, approx: about, of: boats were lost}}", "corrects: r0, reason: the day was wrong",
    "asserts: [{act: sign, of: [VNM], what: a pact}]", "asserts: [{act: sanction, of: [RUS, LAO], against_actor: BLR}]",
    "same_as: r0",
)  # fmt: skip
VOTES = (
    "tally: {favour: 141, against: 5, abstained: 35, voted: 181, members: 193}",
    "tally: {favour: 90, against: 40, abstained: 30}, favour: {complete: false, of: [JPN, LAO]}",
    "favour: {complete: false, of: [JPN]}, cosponsors: {n: 90, approx: about}", "cosponsors: {n: 3}",
)  # fmt: skip

_KEY = re.compile(r"(?:^|, )(\w+): ")
_INSIDE = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\[.*?\]")
"""What stands in braces and brackets has keys of its own."""


@st.composite
def records(draw: st.DrawFn) -> str:
    """One record as a curator may write it, without its id."""
    day = draw(st.sampled_from(DAYS))
    if draw(st.integers(0, 7)) == 0:
        return f"act: vote.held, in: unga, about: {HELD}, date: 2024-05-05, {draw(st.sampled_from(VOTES))}"
    parts = [f"act: {draw(st.sampled_from(ACTS))}", draw(st.sampled_from(HANDS)), f"date: {day}"]
    parts += [draw(st.sampled_from(OBJECTS)), draw(st.sampled_from(STAGES)), draw(st.sampled_from(EXTRAS))]
    if draw(st.integers(0, 3)) == 0:
        parts.append(f"via: {draw(st.sampled_from(CHAINS))}")
    kept: dict[str, set[str]] = {}
    for part in filter(None, parts):
        keys = set(_KEY.findall(_INSIDE.sub("", part)))
        if not any(keys & others for others in kept.values()):
            kept[part] = keys
    return ", ".join(kept)


Drawn: TypeAlias = tuple[list[str], int, Setting]
DRAWN: st.SearchStrategy[Drawn] = st.tuples(st.lists(records(), min_size=1, max_size=8), st.integers(0, 99), SETTINGS)
"""Records, a number from which the votes of a roll call follow (an even one: no roll call), and what is around them."""


def archive_of(drawn: list[str], number: int, setting: Setting) -> Archive:
    """The archive of these records; beside a roll call in which every member has an option drawn from the number."""
    return settled(_of_records(drawn, number), setting, number)


def _of_records(drawn: list[str], number: int) -> Archive:
    archive = held((f"r{at}", record) for at, record in enumerate(drawn))
    if number % 2 == 0:
        return archive
    source, call = invented_call(archive, HELD, DAY)
    cast = [list(VoteOption)[zlib.crc32(f"{number}|{state}".encode()) % 4] for state in call.votes]
    counts = [cast.count(option) for option in VoteOption]
    tally = Tally(*counts[:3], voted=None, members=len(cast), absent=counts[3])
    call = replace(call, tally=tally, votes=dict(zip(call.votes, cast, strict=True)))
    return Archive(archive.register, {**archive.sources, source.id: source}, archive.events, {call.id: call})


def proved_against(archive: Archive, answer: Briefing, as_of: date) -> Archive:
    """The view that an answer was made from."""
    known = answer.document.known
    return (archive.known_by(known) if known else archive).as_of(as_of)


def answers(archive: Archive, length: Length) -> Iterator[tuple[Briefing, date, tuple[str, ...]]]:
    """Every command at that length: the answer, the day it is proved as of, what was asked."""
    named = sorted({a for e in archive.published for a in (*e.by, *e.owner)})
    for actor in named[:2]:
        for issue in (ISSUE, None):
            subject = (actor, issue) if issue else (actor, ISSUE, "palestine")
            yield briefing.position(archive, actor, issue, TODAY, length), TODAY, subject
        yield briefing.timeline(archive, actor, None, TODAY, length), TODAY, ("timeline", actor)
    for event in archive.published:
        yield briefing.event(archive, event.id, TODAY, length), TODAY, (event.id,)
        yield briefing.source(archive, event.id, TODAY, length), TODAY, (event.id,)
    yield briefing.vote(archive, HELD, None, TODAY, length), TODAY, (HELD,)
    yield briefing.vote(archive, HELD, "asean", TODAY, length), TODAY, (HELD, "asean")
    option = VoteOption.AGAINST
    yield briefing.voters(archive, HELD, option, None, TODAY, length), TODAY, (HELD, option.value)
    compared = ("KHM", "VNM", "RUS")
    yield briefing.compare(archive, compared, ISSUE, TODAY, length), TODAY, (*compared, ISSUE)
    yield briefing.bloc(archive, "asean", ISSUE, TODAY, length), TODAY, ("asean", ISSUE)
    yield briefing.shifts(archive, ISSUE, None, TODAY, length), TODAY, ()
    yield briefing.changes(archive, BEGUN.date(), datetime(2024, 5, 7, 12, tzinfo=UTC), length), TODAY, CHANGED
    yield briefing.digest_of_day(archive, DAY, Filter(), length), date(2024, 5, 6), ("digest",)
    for known in (archive.known_by(BEGUN + n * HOUR) for n in (0, 3)) if archive.history else ():
        yield briefing.changes(known, BEGUN.date(), known.known or BEGUN, length), BEGUN.date(), CHANGED
        for actor in named[:1]:
            yield briefing.position(known, actor, ISSUE, TODAY, length), TODAY, (actor, ISSUE)
        for event in known.published[:1]:
            yield briefing.event(known, event.id, TODAY, length), TODAY, (event.id,)
