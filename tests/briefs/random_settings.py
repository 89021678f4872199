"""What surrounds the records of an archive drawn at random: who held which office and who belonged to ASEAN when, a
voting file, and a history in which records came, were changed, corrected and taken away.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from briefs.archive import Archive
from briefs.codebook import State
from briefs.records import Dated, EventRecord, Role
from briefs.rollcalls.matrix import Ballot, Flag
from briefs.seats import Seats
from tests.archives import with_calls
from tests.histories import Life

BEGUN, HOUR = datetime(2024, 5, 6, 9, tzinfo=UTC), timedelta(hours=1)
TITLES = (
    "Aggression against Ukraine", "Territorial integrity of Ukraine : resolution", "Question of Palestine",
    "The President: I put to the vote operative paragraph 2",
)  # fmt: skip
PART = TITLES[-1]
FLAGS = (Flag(0), Flag(0), Flag.OMITS, Flag.OMITS | Flag.DISAGREES)
DAYS = (date(2014, 3, 27), date(2023, 2, 23), date(2024, 5, 4), date(2024, 5, 5))
_PREMIER = Role("Prime Minister", "KHM", date(1985, 1, 14))
_LATER = Role("Senate President", "KHM", date(2024, 5, 5))
TERMS = {
    "hun-sen": (
        (_PREMIER,),
        (replace(_PREMIER, end=_LATER.start), _LATER),
        (Role("Prime Minister", "KHM", at=date(2024, 5, 5), per="kh-gov-spox"),),
    ),
    "balakrishnan": ((Role("Foreign Minister", "SGP", date(2015, 10, 1), date(2024, 5, 5)),), (), ()),
    "sam-rainsy": ((Role("President", "cnrp", date(2012, 9, 1)),), (), (Role("Envoy", "KHM", date(2024, 5, 4)),)),
}
"""Offices a person may have had otherwise than in the register."""
JOINED = (
    (Dated("TLS", date(2024, 5, 4)), Dated("VNM", date(1995, 7, 28), date(2024, 5, 5))),
    (Dated("LAO", date(2024, 5, 5)), Dated("KHM", date(1999, 4, 30), date(2023, 1, 1))),
)
"""Memberships of ASEAN otherwise than in the register."""


@dataclass(frozen=True, slots=True)
class Setting:
    """0 is always: as in the register, no file, no history."""

    offices: int = 0
    members: int = 0
    calls: int = 0
    history: int = 0


SETTINGS = st.builds(
    Setting, st.integers(0, 3), st.integers(0, 2), st.sampled_from((0, 0, 0, 1, 2, 5)), st.integers(0, 2)
)


def settled(archive: Archive, setting: Setting, number: int) -> Archive:
    """The archive among all that; what is not drawn follows from the number."""
    archive = _peopled(archive, setting)
    if setting.calls:
        archive = _filed(archive, setting.calls, number)
    return _lived(archive, number) if setting.history else archive


def _peopled(archive: Archive, setting: Setting) -> Archive:
    actors = dict(archive.register.actors)
    for person, terms in TERMS.items() if setting.offices else ():
        actors[person] = replace(actors[person], roles=terms[setting.offices - 1])
    if setting.members:
        others = JOINED[setting.members - 1]
        kept = [entry for entry in actors["asean"].members if entry.value not in {other.value for other in others}]
        actors["asean"] = replace(actors["asean"], members=(*kept, *others))
    return replace(archive, register=replace(archive.register, actors=actors))


def _filed(archive: Archive, calls: int, number: int) -> Archive:
    """Beside a voting file of so many calls, in which members vote as the number has it."""
    seats, made = Seats(archive.register), []
    for at in range(calls):
        title, day = TITLES[(number + at) % len(TITLES)], DAYS[(number // 3 + at) % len(DAYS)]
        flags = FLAGS[(number + at) % len(FLAGS)] | (Flag.PART if title == PART else Flag(0))
        cells = [_cell(f"{number}|{at}|{seat}", flags) if seats.member(seat, day) else 0 for seat in seats.ids]
        counted = [cells.count(cell) for cell in (1, 2, 3, 4)]
        printed = (counted[0] + bool(flags & Flag.DISAGREES), *counted[1:])
        symbol, session = f"A/RES/{day.year - 1946}/{100 + at}", str(day.year - 1946)
        link, id_ = f"https://wire.example/drawn/{at}", f"40{at}"
        ballot = Ballot(id_, day, symbol, title, "", "", session, "", "", "", "", link, (*printed, sum(printed)), flags)
        made.append((ballot, bytes(cells)))
    archive = with_calls(archive, sorted(made, key=lambda pair: (pair[0].day, pair[0].undl_id)))
    assert archive.imported is not None
    return replace(archive, imported=replace(archive.imported, at=BEGUN + 4 * HOUR))


def _cell(salt: str, flags: Flag) -> int:
    drawn = zlib.crc32(salt.encode()) % 10
    return 1 + drawn % 3 if drawn < 9 else 0 if flags & Flag.OMITS else 4


def _lived(archive: Archive, number: int) -> Archive:
    """As it came about: half of the records first, then all, one in another form and one gone, one retracted."""
    life, whole = Life(), dict(archive.events)
    first = {id_: event for at, (id_, event) in enumerate(whole.items()) if at % 2 == number % 2}
    first |= {on: whole[on] for event in first.values() for on in _leant_on(event) if on in whole}
    life.hold(replace(archive, events=first, imported=None), BEGUN)
    life.hold(replace(archive, events=whole, imported=None), BEGUN + HOUR)
    names = [id_ for id_ in whole if _alone(archive, id_)]
    changed = dict(whole)
    if names:
        gone, other, wrong = (names[(number + step) % len(names)] for step in (0, 1, 2))
        changed[other] = replace(changed[other], form=changed[other].form or "letter")
        changed[wrong] = replace(changed[wrong], state=State.RETRACTED, reason="Somebody else did it.")
        changed.pop(gone)
    life.hold(replace(archive, events=changed, imported=None), BEGUN + 2 * HOUR)
    return life.hold(replace(archive, events=changed), BEGUN + 5 * HOUR)


def _alone(archive: Archive, id_: str) -> bool:
    """Whether no other record is about it or corrects it."""
    return not any(id_ in _leant_on(event) for event in archive.events.values())


def _leant_on(event: EventRecord) -> tuple[str | None, ...]:
    return (event.about, event.corrects, event.same_as)
