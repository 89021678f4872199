"""States that are gone, asked for by name: who is answered, who is asked back, and who is only suggested for.

A name whose membership a state of today holds is that state; a state whose own membership ended with it is itself, and
asked back beside its successors where its name is still in use for them.
"""

from __future__ import annotations

import pytest

from briefs.naming import Ambiguous, Found, Unknown
from tests.archives import shipped
from tests.briefs.shipped_names import ids, names

WENT_ON = {
    "USSR": "RUS", "U.S.S.R.": "RUS", "Soviet Union": "RUS", "Soviet": "RUS", "West Germany": "DEU",
    "Federal Republic of Germany": "DEU", "North Yemen": "YEM", "Yemen Arab Republic": "YEM", "North Vietnam": "VNM",
    "Zaire": "COD", "Burma": "MMR", "Ceylon": "LKA", "Upper Volta": "BFA", "Dahomey": "BEN", "Swaziland": "SWZ",
    "Kampuchea": "KHM", "United Arab Republic": "EGY", "Tanganyika": "TZA", "Byelorussian SSR": "BLR",
    "Ukrainian SSR": "UKR", "Serbia and Montenegro": "SRB", "Malaya": "MYS", "Rhodesia": "ZWE",
}  # fmt: skip
YUGOSLAV = ("YUG", "BIH", "HRV", "MKD", "MNE", "SRB", "SVN")


@pytest.mark.parametrize(("words", "state"), WENT_ON.items())
def test_a_name_whose_membership_went_on_is_the_state_that_holds_it(words: str, state: str) -> None:
    assert names().find_actor(words) == Found(state)


@pytest.mark.parametrize("words", ["Yugoslavia", "SFRY", "yug", "Former Yugoslavia", "Югославия", "Jugoslawien"])
def test_yugoslavia_is_asked_back_beside_its_six_successors(words: str) -> None:
    assert names().find_actor(words) == Ambiguous(YUGOSLAV)


@pytest.mark.parametrize("words", ["Czechoslovakia", "csk", "Czecho-Slovakia", "Tchécoslovaquie", "Чехословакия"])
def test_czechoslovakia_is_asked_back_beside_its_two_successors(words: str) -> None:
    assert names().find_actor(words) == Ambiguous(("CSK", "CZE", "SVK"))


ENDED = {
    "East Germany": "DDR", "GDR": "DDR", "DDR": "DDR", "German Democratic Republic": "DDR", "East German": "DDR",
    "South Yemen": "YMD", "Democratic Yemen": "YMD", "PDRY": "YMD", "Zanzibar": "EAZ",
    "Socialist Federal Republic of Yugoslavia": "YUG",
}  # fmt: skip


@pytest.mark.parametrize(("words", "state"), ENDED.items())
def test_a_state_whose_membership_ended_with_it_is_itself(words: str, state: str) -> None:
    assert state in ids(names().find_actor(words))


@pytest.mark.parametrize("words", ["South Vietnam", "Manchukuo", "Prussia"])
def test_a_state_that_was_no_member_is_nobody(words: str) -> None:
    assert isinstance(names().find_actor(words), Unknown)


def test_ids_of_seats_that_ended_mean_them() -> None:
    ended = {former.id for former in shipped().register.former.values() if former.seat is None}
    assert {"CSK", "YUG", "DDR", "YMD"} <= ended
    for id_ in ended:
        assert names().find_actor(id_) == Found(id_)
