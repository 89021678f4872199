"""States that are gone: who they were, when, and what the register refuses about them."""

from __future__ import annotations

from datetime import date

import pytest

from briefs.assembly import assemble
from briefs.codebook import ActorKind
from briefs.reading import inspect
from briefs.seats import NoSeat, Seats
from tests.archives import shipped

REGISTER = shipped().register
SEATS = Seats(REGISTER)
STATES = """
states:
- {id: RUS, name: Russia, iso2: RU, m49: "643", member: [{of: un, from: 1945-10-24}]}
"""


def faults(more: str) -> list[str]:
    content = inspect((STATES + more).encode(), "register/states.yaml")
    return [problem.code for problem in (*content.problems, *assemble([content]).problems)]


def test_a_right_entry_has_no_fault() -> None:
    assert (
        faults("former:\n- {id: SUN, kind: former, name: Soviet Union, seat: RUS, from: 1945-10-24, to: 1991-12-24}")
        == []
    )


@pytest.mark.parametrize(
    "entry",
    [
        "former:\n- {id: SUN, name: Soviet Union, seat: QQQ, from: 1945-10-24, to: 1991-12-24}",
        "former:\n- {id: SUN, name: Soviet Union, seat: RUS, from: 1991-12-24, to: 1945-10-24}",
        "former:\n- {id: SUN, name: Soviet Union, seat: RUS, from: 1945-10-24}",
        "former:\n- {id: SUN, kind: state, name: Soviet Union, from: 1945-10-24, to: 1991-12-24}",
        "former:\n- {id: RUS, name: Soviet Union, from: 1945-10-24, to: 1991-12-24}",
        "codes:\n- {code: SUN, id: QQQ}",
        "codes:\n- {code: SUN, id: RUS, from: 1991-12-24, to: 1945-10-24}",
        "codes:\n- {code: sun, id: RUS}",
        "rules:\n- {issue: sea, title: The sea, words: [sea]}",
        "rules:\n- {issue: sea, title: The sea}\n- {issue: sea, title: The sea}",
    ],
)
def test_a_wrong_entry_is_a_problem(entry: str) -> None:
    assert faults(entry)


def test_states_whose_membership_ended_are_actors_beside_193_members_and_2_observers() -> None:
    kinds = [actor.kind for actor in REGISTER.actors.values()]
    assert (kinds.count(ActorKind.STATE), kinds.count(ActorKind.OBSERVER)) == (193, 2)
    ended = {former.id for former in REGISTER.former.values() if former.seat is None}
    assert {actor.id for actor in REGISTER.actors.values() if actor.kind is ActorKind.FORMER} == ended
    assert set(REGISTER.former) & set(REGISTER.actors) == ended


@pytest.mark.parametrize(
    ("day", "members"),
    [("1946-01-01", 51), ("1960-12-31", 99), ("1984-12-31", 159), ("1991-12-31", 166), ("1999-12-31", 188),
     ("2006-12-31", 192), ("2011-12-31", 193), ("2026-01-01", 193)],
)  # fmt: skip
def test_the_united_nations_had_as_many_members_as_it_says(day: str, members: int) -> None:
    """The numbers of "Growth in United Nations membership"; 1999 still counts the seat of Yugoslavia."""
    on = date.fromisoformat(day)
    held = [seat for seat in SEATS.ids if SEATS.member(seat, on)]
    assert len(held) == SEATS.count_on(on) == members


def test_every_code_finds_its_seat_on_every_day_or_says_that_there_was_none() -> None:
    for seat in SEATS.ids:
        for year in range(1946, 2026):
            on = date(year, 12, 1)
            found = SEATS.find(seat, "", on)
            if SEATS.member(seat, on):
                assert found == seat, (seat, on)
            elif isinstance(found, str):
                assert SEATS.member(found, on), (seat, on, found)
            else:
                assert isinstance(found, NoSeat)


def test_the_name_of_the_day_finds_the_seat_that_bore_it() -> None:
    for seat in SEATS.ids:
        for year in range(1946, 2026, 3):
            on = date(year, 12, 1)
            if SEATS.member(seat, on):
                assert SEATS.find(seat, SEATS.told(seat, on).name.upper(), on) == seat, (seat, on)


def test_a_span_is_as_long_as_its_answer_holds() -> None:
    for code, name in (("YUG", "YUGOSLAVIA"), ("RUS", "RUSSIA"), ("SSD", "SOUTH SUDAN"), ("", "GERMANY"), ("Q", "Q")):
        for year in range(1946, 2026):
            on = date(year, 6, 1)
            found, start, end = SEATS.find_span(code, name, on)
            assert start <= on < end
            for other in (start, max(start, date(1945, 1, 1))):
                again = SEATS.find(code, name, other)
                assert again == found if isinstance(found, str) else isinstance(again, NoSeat)
